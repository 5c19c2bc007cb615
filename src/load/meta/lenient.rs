//! JSON as pages really carry it.

use serde_json::Value;

/// The longest script that is read, in bytes.
const LONGEST: usize = 4 << 20;

/// Parses JSON that may be wrapped in a comment or a CDATA section, hold raw control characters and
/// bad escapes in strings, or have trailing commas.
pub(super) fn lenient(script: &str) -> Option<Value> {
    let json = unwrap(script);
    if json.is_empty() || json.len() > LONGEST {
        return None;
    }
    serde_json::from_str(json).ok().or_else(|| {
        serde_json::Deserializer::from_str(&repair(json))
            .into_iter()
            .next()?
            .ok()
    })
}

fn unwrap(script: &str) -> &str {
    const OPEN: [&str; 5] = [
        "\u{feff}",
        "<!--",
        "//<![CDATA[",
        "/*<![CDATA[*/",
        "<![CDATA[",
    ];
    const CLOSE: [&str; 5] = ["-->", "//]]>", "/*]]>*/", "]]>", ";"];
    let mut json = script.trim();
    for mark in OPEN {
        json = json.strip_prefix(mark).unwrap_or(json).trim_start();
    }
    for mark in CLOSE {
        json = json.strip_suffix(mark).unwrap_or(json).trim_end();
    }
    json
}

fn repair(json: &str) -> String {
    let mut repaired = String::with_capacity(json.len());
    let mut chars = json.chars().peekable();
    let mut in_string = false;
    // A comma is written only when something other than a closing bracket follows it.
    let mut comma = false;
    while let Some(c) = chars.next() {
        if in_string {
            match c {
                '\\' => match chars.next_if(|next| r#""\/bfnrtu"#.contains(*next)) {
                    Some(escaped) => repaired.extend(['\\', escaped]),
                    None => repaired.push_str("\\\\"),
                },
                c if c.is_control() => repaired.push(' '),
                c => {
                    in_string = c != '"';
                    repaired.push(c);
                }
            }
            continue;
        }
        if c.is_whitespace() {
            continue;
        }
        if comma && !matches!(c, '}' | ']' | ',') {
            repaired.push(',');
        }
        comma = c == ',';
        in_string = c == '"';
        if !comma {
            repaired.push(c);
        }
    }
    repaired
}

#[cfg(test)]
mod tests {
    use super::lenient;

    #[test]
    fn what_pages_get_wrong_is_repaired() {
        for script in [
            "<!-- {\"a\": [1, 2,],} -->",
            "//<![CDATA[\n{\"a\": [1, 2]}\n//]]>",
            "{\"a\": [1, 2]};",
        ] {
            let value = lenient(script);
            let items = value.as_ref().and_then(|value| value.get("a")?.as_array());
            assert_eq!(items.map(Vec::len), Some(2), "{script}");
        }
        assert_eq!(lenient("{\"a\": "), None);
    }
}
