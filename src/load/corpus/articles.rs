//! From a record to an article.

use super::fields::{Mapping, Role, canonical};
use super::record::{LONGEST, Record};
use crate::article::{FurtherFields, HeadlineOrigin, NotKept};
use crate::load::clean::{host, squash, unescape};
use crate::load::date::iso_date;
use crate::load::draft::Draft;
use crate::load::error::Problem;
use crate::load::{escapes, html, plain};

/// Values that stand for nothing.
const NOTHING: [&str; 8] = ["", "nan", "none", "null", "n/a", "na", "[]", "unknown"];

/// A record's values by role.
struct RecordValues<'a> {
    record: &'a Record,
    mapping: &'a Mapping,
}

impl RecordValues<'_> {
    fn get(&self, role: Role) -> Option<&str> {
        let value = self.record.get(self.mapping.get(&role)?)?;
        if value.len() > LONGEST {
            return None;
        }
        let value = value.trim();
        let is_nothing = value.len() <= 8 && NOTHING.contains(&value.to_lowercase().as_str());
        (!is_nothing).then_some(value)
    }

    /// The text, Factiva's lead before its rest.
    fn text(&self) -> Option<String> {
        let text = self.get(Role::Text)?;
        let is_rest = self
            .mapping
            .get(&Role::Text)
            .is_some_and(|name| canonical(name) == "td");
        let lead = self.record.get("LP").or_else(|| self.record.get("lp"));
        Some(match lead {
            Some(lead) if is_rest => format!("{lead}\n\n{text}"),
            _ => text.to_owned(),
        })
    }
}

impl RecordValues<'_> {
    /// What else the record says; `lost` is told of every field there is no room for. What is kept elsewhere
    /// (headline, outlet, …) is no further field; what annotators said is one.
    fn further(&self, mut lost: impl FnMut(&str)) -> FurtherFields {
        let is_read = |name: &str| {
            let mut read = self.mapping.iter();
            read.any(|(role, field)| *role != Role::Label && field == name)
        };
        let says_nothing = |value: &str| {
            value.len() <= 8 && NOTHING.contains(&value.trim().to_lowercase().as_str())
        };
        let fields = self.record.iter();
        let further = fields.filter(|(name, value)| !is_read(name) && !says_nothing(value));
        FurtherFields::of(further, |name, why| {
            if why == NotKept::TooMany {
                lost(name);
            }
        })
    }
}

/// The article a record makes; `None` if it holds neither text nor headline. `lost` is told of every field that
/// the article has no room for.
pub(super) fn draft(record: &Record, mapping: &Mapping, lost: impl FnMut(&str)) -> Option<Draft> {
    let values = RecordValues { record, mapping };
    let mut draft = Draft::default();
    if let Some(title) = values.get(Role::Title) {
        draft.set_headline(&unescape(title), HeadlineOrigin::Metadata);
    }
    draft.url = values.get(Role::Url).map(str::to_owned);
    draft.outlet = outlet(&values);
    draft.published = values
        .get(Role::Date)
        .and_then(|date| iso_date(date).or_else(|| says_when(date).then(|| date.to_owned())));
    draft.byline = values.get(Role::Author).and_then(plain::names);
    draft.language = values.get(Role::Language).map(str::to_owned);
    draft.id = values.get(Role::Id).map(str::to_owned);
    draft.fields = values.further(lost);
    if record.iter().any(|(_, value)| value.len() > LONGEST) {
        draft
            .warnings
            .push("A field longer than 16 MB was left out.".to_owned());
    }
    fill(&mut draft, &values);
    (draft.headline.is_some() || draft.has_text()).then_some(draft)
}

/// Whether a value that is no date of a known form may be one: "1" is none, "2019" and "May 2019" are.
fn says_when(date: &str) -> bool {
    date.len() >= 4 && (date.parse::<f64>().is_err() || date.len() == 4)
}

fn outlet(values: &RecordValues) -> Option<String> {
    let named = values.get(Role::Source).map(|source| {
        if source.starts_with("http") {
            host(source)
        } else {
            squash(source)
        }
    });
    named
        .or_else(|| values.get(Role::Url).map(host))
        .filter(|name| !name.is_empty())
}

/// Fills in the blocks from the text, or from the summary where there is none.
fn fill(draft: &mut Draft, values: &RecordValues) {
    let (text, is_summary) = match values.text() {
        Some(text) => (text, false),
        None => (
            values.get(Role::Summary).unwrap_or_default().to_owned(),
            true,
        ),
    };
    if text.is_empty() {
        draft
            .warnings
            .push("Only the headline is there; the collection holds no text of it.".to_owned());
        return;
    }
    if is_summary {
        draft.warnings.push(
            "Only a summary is there: what is shown describes the summary, not the article."
                .to_owned(),
        );
    }
    let (text, notes) = if html::has_blocks(&text) {
        (text.as_str().into(), Vec::new())
    } else {
        escapes::meant(&text)
    };
    draft.warnings.extend(notes);
    let (text, is_cut) = without_cut_mark(&text);
    if is_cut {
        draft
            .warnings
            .push("The text was cut off by the service it comes from.".to_owned());
    }
    if is_masked(text) {
        draft
            .warnings
            .push("Words of this text were replaced by “@” where it was published.".to_owned());
    }
    match blocks(draft, text) {
        Ok(()) => {}
        Err(problem) => draft.warnings.push(format!(
            "Its text was left out: the HTML it is written in {problem}"
        )),
    }
}

/// Fills in the blocks of a text, which may be HTML.
fn blocks(draft: &mut Draft, text: &str) -> Result<(), Problem> {
    if html::has_blocks(text) {
        plain::fill_blocks(draft, html::blocks(text)?);
    } else if html::has_tags(text) {
        plain::fill(draft, &html::text(text)?);
    } else {
        plain::fill(draft, text);
    }
    Ok(())
}

/// `NewsAPI` cuts texts and says so: "… [+4512 chars]".
fn without_cut_mark(text: &str) -> (&str, bool) {
    text.strip_suffix(" chars]")
        .and_then(|head| head.rsplit_once("[+"))
        .filter(|(_, count)| count.len() < 12 && count.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or((text, false), |(head, _)| (head.trim_end(), true))
}

/// NELA-GT replaces seven words in a hundred by "@", for copyright's sake.
fn is_masked(text: &str) -> bool {
    let (all, masked) = text
        .split_whitespace()
        .take(400)
        .fold((0usize, 0usize), |(all, masked), word| {
            (all + 1, masked + usize::from(word == "@"))
        });
    masked >= 3 && masked * 50 > all
}
