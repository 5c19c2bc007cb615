//! Article texts that hold HTML: their paragraphs, without the tags. Enough for a field of a corpus;
//! web pages have a reader of their own.

use crate::load::clean::unescape;

/// Whether a text holds HTML tags.
pub(super) fn is_markup(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(4_000)).unwrap_or(text);
    let head = head.to_lowercase();
    ["<p>", "<p ", "<div", "<br", "</"]
        .iter()
        .any(|tag| head.contains(tag))
}

/// The text with paragraph breaks where block elements begin and end.
pub(super) fn to_text(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((text, tail)) = rest.split_once('<') {
        push_text(&mut out, text);
        let Some(name) = tag_name(tail) else {
            out.push('<');
            rest = tail;
            continue;
        };
        let Some((_, after)) = tail.split_once('>') else {
            rest = "";
            break;
        };
        rest = match name.as_str() {
            "script" | "style" => after_element(after, &name),
            _ => after,
        };
        match name.as_str() {
            "li" => out.push_str("\n\n• "),
            "br" => out.push('\n'),
            name if is_block(name) => out.push_str("\n\n"),
            _ => {}
        }
    }
    push_text(&mut out, rest);
    unescape(&out)
}

/// Line ends inside an element are blanks.
fn push_text(out: &mut String, text: &str) {
    out.extend(
        text.chars()
            .map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }),
    );
}

/// The name of the tag that `tail` goes on with, in lower case; `None` if no tag opens.
fn tag_name(tail: &str) -> Option<String> {
    let name = tail.strip_prefix('/').unwrap_or(tail);
    let length = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    let is_comment = tail.starts_with('!');
    (is_comment || (name.starts_with(|c: char| c.is_ascii_alphabetic()) && length < 16))
        .then(|| name.get(..length).unwrap_or_default().to_ascii_lowercase())
}

fn after_element<'a>(text: &'a str, name: &str) -> &'a str {
    text.split_once(&format!("</{name}>"))
        .map_or("", |(_, after)| after)
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "blockquote"
            | "table"
            | "tr"
            | "section"
            | "article"
            | "figure"
            | "figcaption"
            | "hr"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_survive_and_tags_do_not() {
        let text = to_text("<p>One &amp; two\nmore</p><script>a<b</script><p>3 < 4 <b>x</b></p>");
        assert_eq!(text.trim(), "One & two more\n\n\n\n3 < 4 x");
        assert!(!is_markup("a < b and c > d"));
    }
}
