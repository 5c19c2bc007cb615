//! The top of a text: its headline, and the author, date and address lines around it.

use super::fields;
use crate::article::{BlockKind, HeadlineOrigin, sentences};
use crate::load::clean::{key, similarity, squash, words};
use crate::load::date::date_in_line;
use crate::load::draft::{Draft, DraftBlock, Reason};
use crate::load::furniture::{byline, furniture, is_date_line};
use crate::load::lists;

/// How many blocks at the top may hold labelled fields.
const LABELS: usize = 14;
/// How many blocks around the headline may hold its byline and date.
const NEAR: usize = 6;
/// How many lines of a copied page's menu may stand above that.
const MENU: usize = 40;
/// The longest entry of a menu, in words, and the fewest entries of one on a line.
const MENU_ENTRY: usize = 3;
const MENU_ENTRIES: usize = 3;
/// The longest credit that stands above a headline, in words: "Getty Images sues the start-up" is none.
const CREDIT: usize = 3;

// The figures below were read off 128 development texts and the headlines of 341 pages.

/// The longest label before a colon, in bytes and words: "Publication title".
const LABEL: (usize, usize) = (24, 2);
/// How alike the first block must be to a known headline to be that headline.
const SAME: f64 = 0.9;
/// The longest site trail, in words, with clear marks ("Home > News") and with strokes ("News / World").
const TRAIL: (usize, usize) = (8, 6);
/// The longest kicker, in words, and how long the headline under it is.
const KICKER: usize = 2;
const UNDER_KICKER: std::ops::RangeInclusive<usize> = 4..=30;
/// The longest headline that is marked as one, in words, and the longest that is not.
const MARKED_HEADLINE: usize = 40;
const HEADLINE: usize = 32;
/// The longest headline in title case and its most sentences ("Storm. Flood. Fire. Calm.").
const TITLE_CASE: (usize, usize) = (24, 4);
/// The longest headline that must be half as long as what follows it, or may end in a full stop.
const SHORT_HEADLINE: usize = 16;
/// The fewest words of a paragraph after a headline.
const PARAGRAPH: usize = 6;
/// The longest line under a headline that may be a field, in words.
const FIELD_LINE: usize = 18;
/// How far from its start, in characters, a text names its agency.
const DATELINE: usize = 60;

/// Agencies that name themselves in a dateline: "WASHINGTON (AP) — …".
const AGENCIES: [&str; 6] = ["AP", "Reuters", "AFP", "UPI", "CNN", "Bloomberg"];

/// Takes headline, byline, date, outlet and address from the first blocks. Without a headline the file's
/// `stem` stands in for it, marked as such.
pub(super) fn take(draft: &mut Draft, stem: &str) {
    take_labels(draft);
    match draft.blocks.first() {
        Some(first) if draft.headline.is_some() => {
            if similarity(&first.text, draft.headline_text()) > SAME {
                draft.blocks.remove(0);
            }
        }
        _ => take_headline(draft),
    }
    if draft.headline.is_none() {
        draft.set_headline(&from_stem(stem), HeadlineOrigin::FileName);
    }
    take_lines_below(draft);
    if draft.outlet.is_none() {
        let first = draft.blocks.iter().find(|block| block.set_aside.is_none());
        draft.outlet = first.and_then(agency);
    }
}

/// "Title: …", "Author: …" at the very top, up to "Body:".
fn take_labels(draft: &mut Draft) {
    let blocks = std::mem::take(&mut draft.blocks);
    let mut taken = 0;
    let mut body = false;
    for block in blocks.iter().take(LABELS) {
        let Some((name, value)) = block.text.split_once(':') else {
            if taken > 0 && words(&block.text) < 3 {
                taken += 1;
                continue;
            }
            break;
        };
        if name.len() > LABEL.0 || words(name) > LABEL.1 {
            break;
        }
        let is_text = matches!(
            name.to_lowercase().as_str(),
            "body" | "full text" | "text" | "content" | "abstract"
        );
        if is_text {
            body = value.trim().is_empty();
            taken += usize::from(body);
            break;
        }
        if !fields::take(draft, name, value) {
            break;
        }
        taken += 1;
    }
    let is_label = taken >= 2 || body || (taken == 1 && draft.headline.is_some());
    draft.blocks = blocks;
    if is_label {
        draft.blocks.drain(..taken);
    }
}

/// The first line that is no furniture, if it is shaped like a headline.
fn take_headline(draft: &mut Draft) {
    let menu = (draft.blocks.iter().take(MENU)).take_while(|block| is_menu(&block.text));
    let menu = menu.count();
    let at = draft
        .blocks
        .iter()
        .enumerate()
        .skip(menu)
        .take(NEAR)
        .find(|(at, block)| !is_above_headline(block, draft.blocks.get(at + 1)));
    let Some((at, _)) = at else { return };
    let Some(block) = draft.blocks.get(at) else {
        return;
    };
    if draft.blocks.len() <= at + 1 || !is_like_headline(block, &draft.blocks, at) {
        return;
    }
    let mut top: Vec<DraftBlock> = draft.blocks.drain(..=at).collect();
    if let Some(headline) = top.pop() {
        draft.set_headline(&headline.text, HeadlineOrigin::Text);
    }
    top.retain(|block| !take_line(draft, &block.text));
    for block in &mut top {
        block.set_aside = furniture(&block.text, &key(&block.text)).or(Some(Reason::Navigation));
    }
    draft.blocks.splice(..0, top);
}

/// A menu of a copied page: several short entries on a line, or words that menus are made of.
fn is_menu(line: &str) -> bool {
    const MARKS: [&str; 8] = [" · ", " | ", " • ", " > ", " » ", " / ", " – ", "\t"];
    let is_entry = |entry: &str| (1..=MENU_ENTRY).contains(&words(entry));
    let marked = MARKS.iter().any(|mark| {
        let entries: Vec<&str> = line
            .split(mark.trim_end_matches(' '))
            .map(str::trim)
            .collect();
        let entries: Vec<&str> = entries
            .into_iter()
            .filter(|entry| !entry.is_empty())
            .collect();
        line.contains(mark)
            && entries.len() >= MENU_ENTRIES
            && entries.iter().all(|entry| is_entry(entry))
    });
    let named = |line: &str| {
        let line = line.to_lowercase();
        let mut words = line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.all(|word| lists::words(lists::WORDS, "menu").any(|entry| entry == word))
    };
    (marked && byline(line).is_none() && !is_date_line(&key(line)))
        || (words(line) <= HEADLINE && !line.ends_with('.') && named(line))
}

/// Site trails, dates, author lines, advertisements and one-word kickers above a headline.
fn is_above_headline(block: &DraftBlock, next: Option<&DraftBlock>) -> bool {
    let text = block.text.as_str();
    let key = key(text);
    let length = words(text);
    let trail = length <= TRAIL.0 && (text.contains(" > ") || text.contains(" » "))
        || length <= TRAIL.1 && text.contains(" / ");
    let kicker = length <= KICKER
        && next.is_some_and(|next| {
            UNDER_KICKER.contains(&words(&next.text)) && !next.text.ends_with('.')
        });
    trail
        || kicker
        || text.starts_with("http")
        || is_menu(text)
        || furniture(text, &key).is_some_and(|reason| match reason {
            Reason::Credit | Reason::Copyright => length <= CREDIT || key.starts_with('©'),
            _ => true,
        })
        || is_date_line(&key)
        || byline(text).is_some()
}

fn is_like_headline(block: &DraftBlock, blocks: &[DraftBlock], at: usize) -> bool {
    let text = block.text.as_str();
    let length = words(text);
    if block.kind == BlockKind::Subhead && length <= MARKED_HEADLINE {
        return true;
    }
    if length > HEADLINE {
        return false;
    }
    let next = blocks.get(at + 1).map_or(0, |next| words(&next.text));
    if blocks
        .get(at + 1)
        .is_some_and(|next| is_credit_line(&next.text))
    {
        return true;
    }
    let stops = sentences(text).len();
    let stopped = text.ends_with('.');
    let is_short = length <= SHORT_HEADLINE;
    (length <= TITLE_CASE.0 && is_title_case(text) && stops <= TITLE_CASE.1 && next > 3)
        || (is_short && stops <= 3 && next >= length * 2)
        || (stops <= 2
            && (!stopped || (is_short && next > length))
            && (next >= PARAGRAPH || blocks.len() > at + 2))
}

/// An author or date line, which follows a headline and nothing else.
fn is_credit_line(text: &str) -> bool {
    let key = key(text);
    byline(text).is_some()
        || is_date_line(&key)
        || (key.starts_with("published") && words(&key) < 9)
}

/// Whether at least 80 % of the words of four letters or more begin with a capital.
fn is_title_case(text: &str) -> bool {
    let (all, capitals) = text
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3)
        .fold((0usize, 0usize), |(all, capitals), word| {
            let first = word.chars().find(|c| c.is_alphabetic());
            (
                all + 1,
                capitals + usize::from(first.is_some_and(char::is_uppercase)),
            )
        });
    capitals * 10 >= all * 8
}

/// Byline, date, source and address lines right under the headline become fields.
fn take_lines_below(draft: &mut Draft) {
    let mut at = 0;
    for _ in 0..2 * NEAR {
        let Some(block) = draft.blocks.get(at) else {
            break;
        };
        if block.set_aside.is_some() {
            at += 1;
            continue;
        }
        let text = block.text.clone();
        if words(&text) > FIELD_LINE {
            break;
        }
        if take_line(draft, &text) {
            draft.blocks.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Fills a field that is empty; whether it did. What is not taken stays in the text, set aside.
fn fill(field: &mut Option<String>, value: Option<String>) -> bool {
    let fills = field.is_none() && value.is_some();
    if fills {
        *field = value;
    }
    fills
}

/// Takes one line as a field, if it is one.
fn take_line(draft: &mut Draft, text: &str) -> bool {
    if let Some(names) = byline(text) {
        let names = names.split(['|', '•', '·']).next().unwrap_or(names);
        return fill(&mut draft.byline, fields::names(without_role(names)));
    }
    if is_date_line(&key(text)) {
        return fill(&mut draft.published, date_in_line(text));
    }
    if text.starts_with("http") && !text.contains(' ') {
        return fill(&mut draft.url, Some(text.to_owned()));
    }
    let Some((name, value)) = text.split_once(':') else {
        return false;
    };
    let is_label = matches!(
        name.to_lowercase().as_str(),
        "source"
            | "url"
            | "date"
            | "author"
            | "by"
            | "published"
            | "publisher"
            | "link"
            | "updated"
            | "publication"
            | "section"
            | "byline"
    );
    is_label && fields::take(draft, name, value)
}

/// "Jane Doe, Staff Writer": what follows a comma is a role unless it is a name ("Jane Doe, John Roe").
fn without_role(names: &str) -> &str {
    const ROLES: [&str; 10] = [
        "writer",
        "reporter",
        "editor",
        "correspondent",
        "staff",
        "columnist",
        "press",
        "news",
        "contributor",
        "post",
    ];
    names
        .split_once(',')
        .filter(|(_, rest)| {
            let rest = rest.to_lowercase();
            ROLES.iter().any(|role| rest.contains(role))
        })
        .map_or(names, |(name, _)| name)
}

fn agency(first: &DraftBlock) -> Option<String> {
    let head: String = first.text.chars().take(DATELINE).collect();
    AGENCIES
        .iter()
        .find(|agency| head.contains(&format!("({agency})")))
        .map(|agency| (*agency).to_owned())
}

/// "my-news_story-2024" → "My news story 2024".
fn from_stem(stem: &str) -> String {
    let words = squash(&stem.replace(['_', '-', '+'], " "));
    let mut chars = words.chars();
    chars.next().map_or_else(
        || "Untitled".to_owned(),
        |first| first.to_uppercase().chain(chars).collect(),
    )
}
