//! The lists of phrases and names under `assets/loading`: sections, each a head in brackets and lines.

/// Words by which loading tells one thing from another.
pub(super) static WORDS: &str = include_str!("../../assets/loading/words.txt");
/// What web pages call things.
pub(super) static PAGES: &str = include_str!("../../assets/loading/pages.txt");

/// The sections of a list: their heads without brackets, and their lines.
pub(super) fn sections(asset: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in asset
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let head = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        match (head, sections.last_mut()) {
            (Some(head), _) => sections.push((head, Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    sections
}

/// The words of one section of a list, in their order.
pub(super) fn words(asset: &'static str, head: &str) -> impl Iterator<Item = &'static str> {
    sections(asset)
        .into_iter()
        .filter(move |(name, _)| *name == head)
        .flat_map(|(_, lines)| lines)
        .flat_map(str::split_whitespace)
}
