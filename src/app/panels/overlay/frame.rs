//! What the windows over the page have in common: a title above, buttons at the foot, and whether the
//! window stays.

use egui::{RichText, Ui};

use crate::text::tr;

/// Whether the window over the page stays.
#[derive(PartialEq)]
pub(super) enum Next {
    Stay,
    Close,
}

impl Next {
    /// Closes the window where this is so.
    pub(super) const fn close_if(closes: bool) -> Self {
        if closes { Self::Close } else { Self::Stay }
    }
}

pub(super) fn title(text: &str, ui: &mut Ui) {
    ui.label(RichText::new(text).heading());
    ui.add_space(6.0);
}

/// The buttons at the foot: the one that does it, if any, and the one that leaves.
pub(super) fn foot(ui: &mut Ui, does: Option<(&str, bool)>, leaves: &str) -> (bool, bool) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let done = does.is_some_and(|(label, enabled)| {
            ui.add_enabled(enabled, egui::Button::new(label)).clicked()
        });
        (done, ui.button(leaves).clicked())
    })
    .inner
}

pub(super) fn close(ui: &mut Ui) -> Next {
    let (_, left) = foot(ui, None, tr!("Close"));
    Next::close_if(left)
}
