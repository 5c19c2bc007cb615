//! Finding words in the manual.

use super::chapter::chapters;

/// Where words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The position of the chapter.
    pub chapter: usize,
    /// The position of the block in it.
    pub block: usize,
}

/// The blocks that hold every word of `wanted`, in upper or lower case, in the order of the text.
pub fn search(wanted: &str) -> Vec<Hit> {
    let wanted: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (chapter, read) in chapters().iter().enumerate() {
        for (block, part) in read.blocks.iter().enumerate() {
            let words = part.words().to_lowercase();
            if wanted.iter().all(|word| words.contains(word.as_str())) {
                hits.push(Hit { chapter, block });
            }
        }
    }
    hits
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::search;
    use crate::manual::chapters;

    #[test]
    fn every_word_is_looked_for_and_found_in_its_chapter() {
        assert!(search("  ").is_empty());
        assert!(search("no such words anywhere zzz").is_empty());
        let hits = search("INTENT Speak");
        let ids: Vec<&str> = hits.iter().map(|hit| chapters()[hit.chapter].id).collect();
        assert_eq!(ids, ["lesson-class"]);
        let hits = search("krippendorff");
        assert!(
            hits.iter()
                .any(|hit| chapters()[hit.chapter].id == "lesson-study")
        );
    }
}
