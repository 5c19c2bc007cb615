//! The chapter of charts, from the table of charts: each with its question, a picture, and how it is read.

use crate::chart::Kind;

/// The chapter.
pub(super) fn markdown() -> String {
    let mut out = include_str!("../../assets/manual/charts.md").to_owned();
    for kind in Kind::all() {
        let (id, label) = (kind.id(), kind.label());
        let (question, reading) = (kind.question(), kind.reading());
        let part = format!(
            "\n## {label}\n\n**{question}** [Show it](<do:{label}>).\n\n![{label}: {question}]({id}-chart.png)\n\n\
             {reading}\n"
        );
        out.push_str(&part);
    }
    out
}
