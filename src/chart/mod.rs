//! A chart as plain data: marks with identity, axes, legend, caption, the table behind it and one
//! sentence that says what it shows. Knows nothing of screens, fonts or files; `plot` draws it.
//!
//! Adding a chart is one file here, one entry in the table of [`Kind`], and its arm in [`build`], without
//! which that entry does not compile.

mod against;
mod agreement;
mod arc;
mod axis;
mod by_story;
mod caption;
mod confusion;
mod coverage;
mod differences;
mod distribution;
mod figure;
mod followed;
mod headline;
mod headlines_by_source;
mod input;
mod kind;
mod mark;
mod over_time;
mod owner;
pub mod palette;
mod paragraphs;
mod paragraphs_by_source;
mod people;
mod provenance;
mod ranking;
mod shares;
mod source_rows;
mod spread;
mod spread_by_source;
mod strip;
mod table;
mod terms;
mod word_shift;

pub use crate::score::provenance::Provenance;
pub use axis::{Axis, Ticks};
pub use differences::OVER_ALL;
pub use figure::{Chart, Reach, View};
pub use followed::Followed;
pub use input::{Input, Options, Paragraph, Position, SourceView, StoriesOf, StudyView};
pub use kind::Kind;
pub use mark::{
    Align, Dash, Fit, Hover, Ink, Key, Look, Mark, Rule, Shape, Swatch, Symbol, Target,
};
pub use palette::{Rgb, Theme};
pub(crate) use table::plain as plain_cell;
pub use table::{Cell, Table};

/// Builds one chart from what is open. Either source may be missing; the chart then says so.
pub fn build(kind: Kind, input: &Input<'_>) -> Chart {
    let chart = match kind {
        Kind::Strip => strip::build(input),
        Kind::Arc => arc::build(input),
        Kind::OverTime => over_time::build(input),
        Kind::Shares => shares::build(input),
        Kind::Differences => differences::build(input),
        Kind::Coverage => coverage::build(input),
        Kind::WordShift => word_shift::build(input),
        Kind::Terms => terms::build(input),
        Kind::People => people::build(input),
        Kind::Paragraphs => paragraphs::build(input),
        Kind::Spread => spread::build(input),
        Kind::Headline => headline::build(input),
        Kind::Distribution => distribution::build(input),
        Kind::SpreadBySource => spread_by_source::build(input),
        Kind::ParagraphsBySource => paragraphs_by_source::build(input),
        Kind::HeadlinesBySource => headlines_by_source::build(input),
        Kind::Stories => by_story::build(input),
        Kind::Ranking => ranking::build(input),
        // These are made from what people coded.
        Kind::Agreement => return agreement::build(input),
        Kind::Confusion => return confusion::build(input),
        Kind::Against => return against::build(input),
    };
    chart.made_from(Provenance::of(input))
}
