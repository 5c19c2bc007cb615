//! Text made safe for the document it goes into.

/// `text` for XML and HTML, as content or as a quoted attribute. Characters that XML cannot hold are
/// left out.
pub fn escape_xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(character),
            '\0'..='\x1F' | '\u{FFFE}' | '\u{FFFF}' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape_xml;

    #[test]
    fn markup_comes_out_as_text() {
        assert_eq!(
            escape_xml("<script a='\"'>&\u{0}\u{1b}é"),
            "&lt;script a=&#39;&quot;&#39;&gt;&amp;é"
        );
    }
}
