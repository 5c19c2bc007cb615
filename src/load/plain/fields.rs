//! Fields that a text file states about itself: front matter and "Title: …" lines.

use crate::article::HeadlineOrigin;
use crate::load::date::iso_date;
use crate::load::draft::Draft;

/// The longest front matter, in bytes.
const FRONT_MATTER: usize = 8_000;

/// Takes the front matter ("---" or "+++" lines around fields) off a text.
pub(super) fn take_front_matter<'a>(text: &'a str, draft: &mut Draft) -> &'a str {
    split_front_matter(text).map_or(text, |(fields, body)| {
        for line in fields.lines() {
            if let Some((name, value)) = line.split_once([':', '=']) {
                take(draft, name, value);
            }
        }
        body
    })
}

fn split_front_matter(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let (fence, rest) = ["---\n", "+++\n"]
        .iter()
        .find_map(|fence| Some((fence, text.strip_prefix(fence)?)))?;
    let window = rest
        .get(..rest.floor_char_boundary(FRONT_MATTER))
        .unwrap_or(rest);
    let end = window.find(&format!("\n{fence}"))?;
    let (fields, body) = rest.split_at_checked(end)?;
    let is_field = |line: &str| {
        line.contains([':', '='])
            || line.starts_with([' ', '-', '#', ']'])
            || line.trim().is_empty()
    };
    fields
        .lines()
        .all(is_field)
        .then(|| (fields, body.get(1 + fence.len()..).unwrap_or_default()))
}

/// Takes one field, if its name is known. What is known first stays.
pub(super) fn take(draft: &mut Draft, name: &str, value: &str) -> bool {
    let value = unquoted(value);
    let Some(field) = known(name) else {
        return false;
    };
    if value.is_empty() {
        return field == LabelledField::Other;
    }
    match field {
        LabelledField::Headline if draft.headline.is_none() => {
            draft.set_headline(value, HeadlineOrigin::Metadata);
        }
        LabelledField::Byline if draft.byline.is_none() => draft.byline = names(value),
        LabelledField::Date if draft.published.is_none() => {
            draft.published = Some(iso_date(value).unwrap_or_else(|| value.to_owned()));
        }
        LabelledField::Outlet if draft.outlet.is_none() => draft.outlet = Some(value.to_owned()),
        LabelledField::Url if draft.url.is_none() => draft.url = Some(value.to_owned()),
        LabelledField::Language if draft.language.is_none() => {
            draft.language = Some(value.to_owned());
        }
        _ => {}
    }
    true
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LabelledField {
    Headline,
    Byline,
    Date,
    Outlet,
    Url,
    Language,
    Other,
}

/// The labels of front matter, of export formats (Factiva's two letters among them) and of people.
fn known(name: &str) -> Option<LabelledField> {
    Some(match name.trim().to_lowercase().as_str() {
        "title" | "headline" | "hd" => LabelledField::Headline,
        "author" | "authors" | "byline" | "by" | "creator" => LabelledField::Byline,
        "date" | "published" | "pubdate" | "publication date" | "publish_date" | "published_at"
        | "pd" | "datepublished" | "load-date" => LabelledField::Date,
        "source" | "publisher" | "publication" | "outlet" | "site" | "website" | "sn"
        | "publication title" | "newspaper" => LabelledField::Outlet,
        "url" | "link" | "permalink" | "canonical" | "source url" => LabelledField::Url,
        "lang" | "language" | "la" => LabelledField::Language,
        "section" | "length" | "copyright" | "tags" | "categories" | "category" | "layout"
        | "description" | "draft" | "image" | "slug" | "dateline" | "subject" | "wc"
        | "word count" | "keywords" | "updated" => LabelledField::Other,
        _ => return None,
    })
}

fn unquoted(value: &str) -> &str {
    value.trim().trim_matches(['"', '\'']).trim()
}

/// The names of an author line, separated by ", ".
pub(in crate::load) fn names(line: &str) -> Option<String> {
    let names: Vec<&str> = line
        .trim_matches(['[', ']'])
        .split([',', ';'])
        .flat_map(|part| part.split(" and "))
        .map(|name| unquoted(name).trim_start_matches("By ").trim())
        .filter(|name| !name.is_empty())
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}
