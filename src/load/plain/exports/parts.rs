//! Where one article of an export ends and the next begins.

use super::labels::{Label, factiva, is_copyright, labelled};

/// How many lines under an opening label may hold another label.
const NEAR: usize = 8;
/// The shortest line of strokes between articles, in characters.
const RULE: usize = 20;
/// The shortest number that Factiva gives an article: outlet, date and count.
const ACCESSION: usize = 16;

/// The lines of each article.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    /// In their order.
    pub(super) parts: Vec<Vec<&'a str>>,
    /// What stands outside of them.
    pub(super) rest: Vec<Vec<&'a str>>,
}

/// The parts of a text; none if nothing in it parts articles.
pub(super) fn parts(text: &str) -> Option<Parts<'_>> {
    let count = |test: fn(&str) -> bool| text.lines().filter(|line| test(line.trim())).count();
    let lines = || text.lines().collect::<Vec<&str>>();
    let (ends, starts) = (count(is_end), count(is_start));
    if ends > 0 && ends >= starts {
        return Some(by_ends(lines(), is_end));
    }
    if starts > 0 {
        return Some(by_starts(&lines(), |at, lines| {
            lines.get(at).is_some_and(|line| is_start(line.trim()))
        }));
    }
    if count(is_proquest) > 0 {
        let is_mark = if count(is_rule) > 0 {
            is_rule
        } else {
            is_database
        };
        return Some(by_ends(lines(), is_mark));
    }
    if count(is_property) > 0 {
        return Some(by_ends(lines(), is_property));
    }
    if count(is_record) > 0 {
        return Some(by_records(lines()));
    }
    let capitals = |wanted: [&str; 2]| {
        let is = |line: &&str| factiva(line).is_some_and(|(name, _)| wanted.contains(&name));
        text.lines().filter(is).count()
    };
    if capitals(["HD", "HD"]) > 0 && capitals(["LP", "TD"]) > 0 && capitals(["WC", "PD"]) > 0 {
        return Some(by_starts(&lines(), |at, lines| {
            let line = lines.get(at).and_then(|line| factiva(line));
            line.is_some_and(|(name, _)| name == "HD")
        }));
    }
    by_opening_label(text)
}

/// Nexis' "End of Document", Factiva's "Document" and a number of letters and digits.
fn is_end(line: &str) -> bool {
    let number = |rest: &str| {
        let digits = rest.bytes().filter(u8::is_ascii_digit).count();
        rest.len() >= ACCESSION
            && digits >= 8
            && rest.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let line = line.strip_prefix("AN").map_or(line, str::trim_start);
    line.eq_ignore_ascii_case("End of Document")
        || line.strip_prefix("Document ").is_some_and(number)
}

/// "1 of 3 DOCUMENTS", "Document 1 of 3", "Record: 1".
pub(super) fn is_start(line: &str) -> bool {
    if line.len() > 40 {
        return false;
    }
    let lower = line.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    match words.as_slice() {
        [one, "of" | "von", all, "documents" | "document" | "results"]
        | [
            "document" | "record" | "article" | "result" | "dokument",
            one,
            "of" | "von",
            all,
        ] => number(one) && number(all),
        ["record:", one] => number(one),
        _ => false,
    }
}

fn is_proquest(line: &str) -> bool {
    line.starts_with("ProQuest document ID")
}

fn is_database(line: &str) -> bool {
    line.starts_with("Database:")
}

/// EBSCO's last line of an article.
fn is_property(line: &str) -> bool {
    line.starts_with("Copyright of ") && line.contains(" is the property of ")
}

/// `NewsBank`'s number of an article.
fn is_record(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        matches!(
            name.trim().to_lowercase().as_str(),
            "record number" | "newsbank record number" | "record no" | "record no."
        ) && !value.trim().is_empty()
    })
}

/// A line of strokes.
pub(super) fn is_rule(line: &str) -> bool {
    line.len() >= RULE && line.chars().all(|c| "_-=*—".contains(c))
}

fn is_empty(part: &[&str]) -> bool {
    part.iter().all(|line| line.trim().is_empty())
}

fn by_ends(lines: Vec<&str>, is_mark: fn(&str) -> bool) -> Parts<'_> {
    let mut parts = Parts::default();
    let mut open = Vec::new();
    for line in lines {
        if is_mark(line.trim()) {
            parts.parts.push(std::mem::take(&mut open));
        } else {
            open.push(line);
        }
    }
    parts.rest.push(open);
    parts
}

fn by_starts<'a>(lines: &[&'a str], is_mark: impl Fn(usize, &[&str]) -> bool) -> Parts<'a> {
    let mut parts = Parts::default();
    let mut open = Vec::new();
    let mut first = true;
    for (at, line) in lines.iter().enumerate() {
        if is_mark(at, lines) {
            let part = std::mem::take(&mut open);
            if first {
                parts.rest.push(part);
            } else {
                parts.parts.push(part);
            }
            first = false;
        }
        open.push(*line);
    }
    if first {
        parts.rest.push(open);
    } else {
        parts.parts.push(open);
    }
    parts
}

/// Parts that end with a number of their record, and perhaps the copyright after it.
fn by_records(lines: Vec<&str>) -> Parts<'_> {
    let mut parts = Parts::default();
    let mut open: Vec<&str> = Vec::new();
    let mut closed = false;
    for line in lines {
        let trimmed = line.trim();
        let is_tail = trimmed.is_empty()
            || is_copyright(trimmed)
            || is_rule(trimmed)
            || matches!(labelled(trimmed), Some((Label::Tail, ..)));
        if closed && !is_tail {
            parts.parts.push(std::mem::take(&mut open));
            closed = false;
        }
        closed |= is_record(trimmed);
        open.push(line);
    }
    if closed {
        parts.parts.push(open);
    } else {
        parts.rest.push(open);
    }
    parts
}

/// Articles that each begin with the same label ("Title: …"), another label under it.
fn by_opening_label(text: &str) -> Option<Parts<'_>> {
    let opening = |line: &str| match labelled(line)? {
        (Label::Headline | Label::Outlet | Label::Date | Label::Issue, name, value) => {
            (!value.is_empty()).then(|| name.trim().to_lowercase())
        }
        _ => None,
    };
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let name = opening(first)?;
    let lines: Vec<&str> = text.lines().collect();
    let lines = lines.as_slice();
    let is_mark = |at: usize, lines: &[&str]| {
        lines.get(at).and_then(|line| opening(line)) == Some(name.clone())
            && lines
                .iter()
                .skip(at + 1)
                .filter(|line| !line.trim().is_empty())
                .take(NEAR)
                .any(|line| {
                    labelled(line).is_some_and(|(label, other, _)| {
                        label != Label::Tail && !other.trim().eq_ignore_ascii_case(&name)
                    })
                })
    };
    let marks = (0..lines.len()).filter(|at| is_mark(*at, lines)).count();
    (marks >= 2).then(|| by_starts(lines, is_mark))
}

/// The parts that hold something.
impl Parts<'_> {
    pub(super) fn without_empty(mut self) -> Self {
        self.parts.retain(|part| !is_empty(part));
        self.rest.retain(|part| !is_empty(part));
        self
    }
}
