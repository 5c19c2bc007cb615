//! How the tone of all paragraphs is spread in every open source, a row a source: the chart of distributions, of
//! paragraphs however many articles a source has.

use super::distribution::{What, of};
use super::input::Input;
use super::{Chart, Kind};
use crate::score::tone::TONE;

pub(super) fn build(input: &Input<'_>) -> Chart {
    let what = What {
        kind: Kind::SpreadBySource,
        measure: &TONE,
        of_paragraphs: true,
    };
    of(input, what)
}
