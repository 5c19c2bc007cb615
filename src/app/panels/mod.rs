//! Everything around the text: menu, chart, evidence, messages and the windows over the page.

pub(super) mod chart;
pub(super) mod drop;
pub(super) mod evidence;
pub(super) mod find;
pub(super) mod menu;
pub(super) mod messages;
pub(super) mod overlay;
pub(super) mod status;
pub(super) mod welcome;
