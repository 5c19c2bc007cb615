//! `parallax compare --same-stories`: the differences within pairs of accounts of one event, beside those over
//! everything.

use std::io::{self, Write};

use super::table::write_table;
use crate::compare::stories::SameStories;
use crate::text::{counted, signed};

/// Fewer than so many stories say nothing.
const FEW: usize = 8;

pub(super) fn write(out: &mut dyn Write, same: &SameStories) -> io::Result<()> {
    writeln!(out, "\nOn the same stories")?;
    writeln!(
        out,
        "  {} told by both, in {} of A and {} of B. Values are means over stories; a story is one piece.",
        match same.stories {
            1 => "1 story".to_owned(),
            n => format!("{n} stories"),
        },
        counted(same.articles_a, "article"),
        same.articles_b
    )?;
    if same.stories == 0 {
        return Ok(());
    }
    for said in &same.said {
        writeln!(out, "  {}. {}", said.lies.label(), said.sentence)?;
    }
    if same.stories < FEW {
        writeln!(out, "  Too few for intervals, which take {FEW}.")?;
    }
    let mut rows = vec![
        crate::compare::Difference::COLUMNS
            .map(str::to_owned)
            .to_vec(),
    ];
    rows.extend(same.differences.iter().map(|item| item.cells().to_vec()));
    write_table(out, &rows)?;
    writeln!(out, "\nWorded differently, chosen differently (A − B)")?;
    let head = ["Measure", "Over everything", "Worded", "Chosen"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (measure, parted) in same.rows() {
        let digits = measure.digits();
        let values = [parted.everything, parted.worded, parted.chosen];
        let values = values.map(|value| signed(value, digits));
        let label = std::iter::once(measure.label.to_owned());
        rows.push(label.chain(values).collect());
    }
    write_table(out, &rows)?;
    writeln!(
        out,
        "  Worded: the mean difference within stories. Chosen: the rest, from which stories each tells and how much \
         it writes of them."
    )
}
