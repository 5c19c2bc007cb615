//! One article of an export: its head, its text and what follows the text.

use super::super::structure::fill;
use super::labels::{
    Label, byline, date_inside, factiva, is_copyright, is_date, is_length, labelled, outlet, take,
};
use super::parts::{is_rule, is_start};
use crate::article::HeadlineOrigin;
use crate::load::clean::{ends_sentence, words};
use crate::load::date::date_in_line;
use crate::load::draft::Draft;
use crate::load::furniture;

/// A paragraph of so many words is text; of so many, if it ends as a sentence does.
const PROSE: usize = 20;
const SENTENCE: usize = 8;
/// The longest name of an outlet and the longest section above a headline, in words.
const OUTLET: usize = 9;
const SECTION: usize = 2;
/// The longest headline, in words.
const HEADLINE: usize = 40;

/// The article that lines make; `None` if they hold no head and text of one.
pub(super) fn draft(lines: &[&str]) -> Option<Draft> {
    let start = lines.iter().rposition(|line| is_start(line.trim()));
    let lines = lines.get(start.map_or(0, |at| at + 1)..)?;
    of_capitals(lines).or_else(|| of_labels(lines))
}

/// Factiva's labels: "HD", "BY", "PD", "SN" before their values, on the same line or the next.
fn of_capitals(lines: &[&str]) -> Option<Draft> {
    let has = |wanted: &str| {
        lines
            .iter()
            .any(|line| factiva(line).is_some_and(|(name, _)| name == wanted))
    };
    if !has("HD") || !(has("LP") || has("TD")) {
        return None;
    }
    let mut draft = Draft::default();
    let mut headline: Vec<&str> = Vec::new();
    let mut name = "";
    let mut text = Vec::new();
    let mut blank = true;
    for line in lines {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            blank = true;
            if matches!(name, "LP" | "TD") {
                text.push("");
            }
            continue;
        }
        // Inside the text a line may open with capitals too ("IN Moscow …").
        let found = factiva(line).filter(|(found, value)| {
            !matches!(name, "LP" | "TD") || blank || value.is_empty() || *found == "TD"
        });
        blank = false;
        let value = match found {
            Some((found, value)) => {
                if found == "TD" && !text.is_empty() {
                    text.push("");
                }
                name = found;
                value
            }
            None => trimmed,
        };
        if value.is_empty() {
            continue;
        }
        match name {
            "HD" => headline.push(value),
            "BY" => take(&mut draft, Label::Byline, value.trim_start_matches("By ")),
            "PD" => take(&mut draft, Label::Date, value),
            "SN" => take(&mut draft, Label::Outlet, value),
            "LA" => take(&mut draft, Label::Language, value),
            "LP" | "TD" => text.push(value),
            _ => {}
        }
    }
    take(&mut draft, Label::Headline, &headline.join(" "));
    finish(draft, &text)
}

/// The lines of a head that carry no label, with the paragraph each belongs to.
#[derive(Debug, Default)]
struct Plain<'a> {
    lines: Vec<(usize, &'a str)>,
    /// How many signs of an export were met: labels, dates, copyright lines.
    signs: usize,
}

/// Every other export.
fn of_labels(lines: &[&str]) -> Option<Draft> {
    let mut draft = Draft::default();
    let (head, text, announced) = divide(lines);
    let plain = read_head(head, &mut draft);
    describe(&plain, &mut draft);
    let (text, tail) = without_tail(text);
    for (label, value) in tail
        .iter()
        .filter_map(|line| labelled(line))
        .map(|(l, _, v)| (l, v))
    {
        if label != Label::Headline || draft.headline.is_none() {
            take(&mut draft, label, value);
        }
    }
    let signs = plain.signs + usize::from(announced) + usize::from(!tail.is_empty());
    (signs >= 2 && draft.headline.is_some())
        .then(|| finish(draft, &text))
        .flatten()
}

/// Where the text begins: after the label that announces it, else with the first paragraph of prose. Gives
/// head and text, and whether the text was announced.
fn divide<'a>(lines: &'a [&'a str]) -> (&'a [&'a str], Vec<&'a str>, bool) {
    let announces = |wanted: Label| {
        lines
            .iter()
            .enumerate()
            .find_map(|(at, line)| match labelled(line) {
                Some((label, _, value)) if label == wanted => Some((at, value)),
                _ => None,
            })
    };
    if let Some((at, value)) = announces(Label::Text) {
        let (head, rest) = lines.split_at(at);
        let mut text = vec![value];
        text.extend(rest.iter().skip(1));
        return (head, text, true);
    }
    let mut at = 0;
    for paragraph in lines.split(|line| line.trim().is_empty()) {
        let first = paragraph.first().copied().unwrap_or_default();
        let is_head = labelled(first).is_some()
            || paragraph
                .iter()
                .any(|line| is_copyright(line) || is_length(line) || is_date(line));
        let length: usize = paragraph.iter().map(|line| words(line)).sum();
        let is_prose = length >= PROSE
            || (length >= SENTENCE && paragraph.last().is_some_and(|line| ends_sentence(line)));
        if !is_head && is_prose && at > 0 {
            let (head, rest) = lines.split_at(at);
            return (head, rest.to_vec(), false);
        }
        at += paragraph.len() + 1;
    }
    // Nothing but a summary.
    match announces(Label::Abstract) {
        Some((at, value)) => {
            let (head, rest) = lines.split_at(at);
            let mut text = vec![value];
            text.extend(rest.iter().skip(1));
            (head, text, true)
        }
        None => (lines, Vec::new(), false),
    }
}

/// Takes what is labelled; gives the rest.
fn read_head<'a>(head: &[&'a str], draft: &mut Draft) -> Plain<'a> {
    let mut plain = Plain::default();
    let mut paragraph = 0;
    // A label whose value stands on the next line.
    let mut waiting = None;
    // The summary is no part of the head.
    let mut in_abstract = false;
    for line in head {
        let line = line.trim();
        if line.is_empty() {
            paragraph += 1;
            continue;
        }
        if let Some((label, _, value)) = labelled(line) {
            plain.signs += 1;
            in_abstract = label == Label::Abstract;
            if value.is_empty() {
                waiting = Some(label);
            } else {
                take(draft, label, value);
                waiting = None;
            }
            continue;
        }
        if let Some(label) = waiting.take() {
            take(draft, label, line);
            continue;
        }
        if is_copyright(line) {
            plain.signs += 1;
            continue;
        }
        let is_noise = is_rule(line)
            || is_page(line)
            || line.starts_with("http")
            || line.starts_with("Link to ")
            || line.starts_with('|')
            || line == "ProQuest document link";
        let is_prose = in_abstract && words(line) >= SENTENCE;
        if !is_noise && !is_prose {
            in_abstract = false;
            plain.signs += usize::from(is_date(line) || is_length(line));
            plain.lines.push((paragraph, line));
        }
    }
    plain
}

/// "Page 2 of 3", which stands above a headline that is repeated on every page.
fn is_page(line: &str) -> bool {
    line.strip_prefix("Page ").is_some_and(|rest| {
        rest.len() < 14
            && rest
                .split(" of ")
                .all(|part| part.trim().parse::<u32>().is_ok())
    })
}

/// What the lines without a label say, by their order.
fn describe(plain: &Plain, draft: &mut Draft) {
    let lines = plain.lines.as_slice();
    if let Some(at) = lines.iter().position(|(_, line)| is_length(line)) {
        of_factiva(lines, at, draft);
        return;
    }
    let dated = lines
        .iter()
        .position(|(_, line)| is_date(line) || named_date(line).is_some());
    let Some(at) = dated else {
        if let Some((_, line)) = lines.iter().find(|(_, line)| !is_byline(line)) {
            title(draft, line);
        }
        let by = lines.iter().find(|(_, line)| is_byline(line));
        sign(draft, by.map(|(_, line)| *line));
        return;
    };
    let (before, rest) = lines.split_at(at);
    let line = rest.first().map_or("", |(_, line)| *line);
    if let Some((name, date)) = named_date(line) {
        // NewsBank: "The Pilot (Northport) - Friday, May 5, 2023" under the headline.
        draft.published = draft.published.take().or(Some(date));
        draft.outlet = draft.outlet.take().or_else(|| outlet(name));
        if let Some((_, line)) = before.iter().rfind(|(_, line)| !is_byline(line)) {
            title(draft, line);
        }
    } else {
        // What the head says of the day goes before what a label says of when it was filed.
        draft.published = date_in_line(line).or_else(|| draft.published.take());
        match before {
            [] => {}
            [(_, name)] => {
                // Older exports: the outlet, the date, the headline.
                let mut after = rest.iter().skip(1).filter(|(_, line)| !is_edition(line));
                if let Some((paragraph, line)) = after.next().filter(|_| draft.headline.is_none()) {
                    let more = after.take_while(|(other, _)| other == paragraph);
                    let lines: Vec<&str> = std::iter::once(*line)
                        .chain(more.map(|(_, line)| *line))
                        .collect();
                    title(draft, &lines.join(" "));
                    draft.outlet = draft.outlet.take().or_else(|| outlet(name));
                } else if draft.headline.is_some() {
                    draft.outlet = draft.outlet.take().or_else(|| outlet(name));
                } else {
                    title(draft, name);
                }
            }
            [.., (other, above), (own, name)] if words(name) <= OUTLET => {
                draft.outlet = draft.outlet.take().or_else(|| outlet(name));
                // A long headline may take several lines, if a blank one parts it from the outlet.
                let lines = before.iter().rev().skip(1);
                let mut headline: Vec<&str> = lines
                    .take_while(|(paragraph, _)| paragraph == other && other != own)
                    .map(|(_, line)| *line)
                    .collect();
                headline.reverse();
                if headline.is_empty() {
                    headline.push(above);
                }
                title(draft, &headline.join(" "));
            }
            [.., (_, line)] => title(draft, line),
        }
    }
    let by = rest.iter().find(|(_, line)| is_byline(line));
    sign(draft, by.map(|(_, line)| *line));
}

/// Factiva without labels: headline, author, "210 words", date, time, outlet.
fn of_factiva(lines: &[(usize, &str)], length: usize, draft: &mut Draft) {
    let (before, rest) = lines.split_at(length);
    let mut before: Vec<&str> = before.iter().map(|(_, line)| *line).collect();
    match before.as_slice() {
        [.., last] if is_byline(last) => {
            sign(draft, before.pop());
        }
        [.., above, last] if words(above) > SECTION && is_name(last) => {
            draft.byline = draft.byline.take().or_else(|| byline(last));
            before.pop();
        }
        _ => {}
    }
    if let Some(line) = before.last() {
        title(draft, line);
    }
    let mut after = rest.iter().skip(1).map(|(_, line)| *line);
    if let Some(date) = after.by_ref().find(|line| is_date(line)) {
        draft.published = date_in_line(date).or_else(|| draft.published.take());
        let is_time = |line: &str| line.starts_with(|c: char| c.is_ascii_digit());
        draft.outlet = draft
            .outlet
            .take()
            .or_else(|| outlet(after.find(|line| !is_time(line))?));
    }
}

/// An outlet and a date on one line.
fn named_date(line: &str) -> Option<(&str, String)> {
    if is_date(line) || words(line) > 2 * OUTLET {
        return None;
    }
    let (name, date) = line.rsplit_once(" - ").or_else(|| line.split_once(" – "))?;
    let is_dated = is_date(date);
    (is_dated && words(name) <= OUTLET).then(|| Some((name, date_inside(date)?)))?
}

fn is_byline(line: &str) -> bool {
    furniture::byline(line).is_some()
}

fn is_edition(line: &str) -> bool {
    let lower = line.to_lowercase();
    lower.contains("edition") || lower == "final" || lower.starts_with("correction appended")
}

/// Two to four words that begin with capitals: nothing else says that a line is a name.
fn is_name(line: &str) -> bool {
    let names = line.trim_end_matches('.');
    (2..=4).contains(&words(names))
        && names.split_whitespace().all(|word| {
            word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit())
        })
}

fn title(draft: &mut Draft, line: &str) {
    if draft.headline.is_none() && words(line) <= HEADLINE {
        draft.set_headline(line, HeadlineOrigin::Metadata);
    }
}

fn sign(draft: &mut Draft, line: Option<&str>) {
    if let Some(names) = line.and_then(furniture::byline) {
        draft.byline = draft.byline.take().or_else(|| byline(names));
    }
}

/// The text, and the labelled lines after it.
fn without_tail(mut text: Vec<&str>) -> (Vec<&str>, Vec<&str>) {
    let first = text
        .iter()
        .position(|line| matches!(labelled(line), Some((Label::Tail, ..))));
    let mut tail = first.map_or_else(Vec::new, |at| text.split_off(at));
    while let Some(line) = text.last() {
        let trimmed = line.trim();
        let is_tail = trimmed.is_empty()
            || is_copyright(trimmed)
            || is_rule(trimmed)
            || trimmed.chars().all(|c| c == '~')
            || labelled(trimmed).is_some();
        if !is_tail {
            break;
        }
        tail.extend(text.pop());
    }
    tail.retain(|line| !line.trim().is_empty());
    (text, tail)
}

/// Fills in the text; `None` if there is none.
fn finish(mut draft: Draft, lines: &[&str]) -> Option<Draft> {
    let lines: Vec<&str> = lines
        .iter()
        .copied()
        .filter(|line| !is_page(line.trim()))
        .collect();
    fill(&mut draft, &lines.join("\n"));
    (draft.headline.is_some() && draft.has_text()).then_some(draft)
}
