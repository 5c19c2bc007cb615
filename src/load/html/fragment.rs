//! HTML that is an article and nothing else, without a page around it: a chapter, a mail, a field of a
//! corpus.

use dom_query::Document;

use super::limits;
use super::walk::{self, PageBlock};
use super::zones::Zones;
use crate::load::draft::DraftBlock;
use crate::load::error::Problem;

/// How much of a text is looked at to tell whether it holds tags, in bytes.
const SAMPLE: usize = 4_000;
/// Tags that begin, end or part blocks of text.
const BLOCKS: [&str; 11] = [
    "<p>", "<p ", "</p", "<div", "<br", "<li", "<h1", "<h2", "<h3", "<script", "<style",
];

/// Whether a text holds HTML tags.
pub(in crate::load) fn has_tags(text: &str) -> bool {
    let head = head(text);
    head.contains("</") || holds_blocks(&head)
}

/// Whether its tags part it into blocks. A text with tags for links and emphasis only is plain text
/// otherwise: its line ends mean something.
pub(in crate::load) fn has_blocks(text: &str) -> bool {
    holds_blocks(&head(text))
}

fn holds_blocks(head: &str) -> bool {
    BLOCKS.iter().any(|tag| head.contains(tag))
}

fn head(text: &str) -> String {
    let head = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    head.to_ascii_lowercase()
}

/// The blocks of such a text.
pub(in crate::load) fn blocks(html: &str) -> Result<Vec<DraftBlock>, Problem> {
    limits::check(html)?;
    let page = Document::from(html);
    Ok(walk::blocks(&page.root(), &Zones::default())
        .into_iter()
        .map(PageBlock::into_draft)
        .collect())
}

/// Such a text without its tags, line ends as they are.
pub(in crate::load) fn text(html: &str) -> Result<String, Problem> {
    limits::check(html)?;
    Ok(Document::from(html).text().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_come_without_tags_and_scripts() {
        let html = "<p>One &amp; two\nmore</p><script>a<b</script><p>3 < 4 <b>x</b></p>";
        assert!(has_blocks(html));
        let blocks = blocks(html).unwrap_or_default();
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["One & two more", "3 < 4 x"]);
    }

    #[test]
    fn tags_inside_lines_leave_the_lines() {
        let html = "One <b>bold</b> line.\n\nAnother <a href='x'>one</a>.";
        assert!(has_tags(html) && !has_blocks(html));
        let text = text(html).unwrap_or_default();
        assert_eq!(text, "One bold line.\n\nAnother one.");
        assert!(!has_tags("a < b and c > d"));
    }
}
