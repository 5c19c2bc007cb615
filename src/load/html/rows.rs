//! Tables: a row of figures is one line, and no sentence to be scored.

use super::walk::PageBlock;
use crate::article::BlockKind;
use crate::load::clean;

/// The longest cell of a row that is shown as one line, in words.
const LONGEST_CELL: usize = 25;

/// Makes one line of each row of short cells. A line of figures and labels is shown, but it is no
/// sentence to be scored. Rows with running text only give the page its layout.
pub(super) fn join(blocks: &[PageBlock]) -> Vec<PageBlock> {
    let mut joined: Vec<PageBlock> = Vec::with_capacity(blocks.len());
    let is_cell = |block: &PageBlock| {
        block.row.is_some() && !is_running(&block.text) && block.kind != BlockKind::Caption
    };
    for row in blocks.chunk_by(|a, b| a.row.is_some() && a.row == b.row) {
        if !row.iter().all(is_cell) {
            joined.extend_from_slice(row);
            continue;
        }
        let cells: Vec<&str> = row.iter().map(|block| block.text.as_str()).collect();
        if let Some(first) = row.first() {
            joined.push(PageBlock {
                kind: BlockKind::LeadIn,
                text: cells.join(" · "),
                linked: row.iter().map(|block| block.linked).sum(),
                ..first.clone()
            });
        }
    }
    joined
}

fn is_running(text: &str) -> bool {
    clean::words(text) > LONGEST_CELL || (clean::words(text) >= 8 && clean::ends_sentence(text))
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::super::walk::blocks;
    use super::super::zones::Zones;
    use super::*;

    fn of(html: &str) -> Vec<(BlockKind, String)> {
        let page = Document::from(html);
        let blocks = blocks(&page.root(), &Zones::default()).into_iter();
        blocks.map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn a_row_of_figures_is_one_line() {
        let got = of(
            "<table><tr><td>Team</td><td>Won</td></tr><tr><td>North</td><td>11</td></tr></table>",
        );
        assert_eq!(
            got,
            [
                (BlockKind::LeadIn, "Team · Won".to_owned()),
                (BlockKind::LeadIn, "North · 11".to_owned())
            ]
        );
    }

    #[test]
    fn a_table_that_lays_out_text_is_none() {
        let text = "The council met on Monday and voted for it.";
        let got = of(&format!(
            "<table><tr><td>Menu</td><td><p>{text}</p></td></tr></table>"
        ));
        assert_eq!(got.last(), Some(&(BlockKind::Paragraph, text.to_owned())));
    }
}
