//! Who wrote it: the names in the JSON-LD, the meta tags or the author line, brought into one form.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::Document;

use super::headline::Sites;
use super::jsonld::Linked;
use super::tags::Tags;
use crate::load::{clean, lists};

/// Meta tags that name authors, most reliable first.
static AUTHOR_TAGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| lists::words(lists::PAGES, "author tags").collect());
/// Elements that hold an author line, most precise first.
const AUTHOR_ELEMENTS: [&str; 11] = [
    "[rel~='author']",
    "[itemprop~='author'] [itemprop='name']",
    "[itemprop~='author']",
    "[class~='byline'] a",
    "[class*='author-name']",
    "[class*='author__name']",
    "[class*='byline__name']",
    "[class~='author'] a",
    "[class~='byline']",
    "[class*='byline']",
    "a[href*='/author/']",
];
/// Words that make a part of an author line a role, not a name.
static ROLES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::words(lists::WORDS, "role").collect());
/// Letters after a name.
static DEGREES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::words(lists::WORDS, "degree").collect());
/// What an author line begins with.
const LEADS: [&str; 10] = [
    "by:",
    "by",
    "written by",
    "posted by",
    "story by",
    "words by",
    "published by",
    "author:",
    "text by",
    "from",
];

/// The authors of a page. The outlet itself, or another organisation, counts as author only where no
/// one else does.
pub(super) fn authors(page: &Document, tags: &Tags, linked: &Linked, sites: &Sites) -> Vec<String> {
    let organisations = names(&linked.organisations);
    let linked = names(&linked.authors);
    let is_person = |names: &[String]| names.iter().any(|name| !sites.is_name(name));
    let mut found = linked.clone();
    if !is_person(&found) {
        found = names(&tagged(tags));
    }
    if !is_person(&found) {
        found = on_page(page);
    }
    if !is_person(&found) {
        found = if linked.is_empty() {
            organisations
        } else {
            linked
        };
    }
    if is_person(&found) {
        found.retain(|name| !sites.is_name(name));
    }
    if let [only] = found.as_slice()
        && let Some(fuller) = fuller_line(page, only)
    {
        found = fuller;
    }
    found
}

fn tagged(tags: &Tags) -> Vec<String> {
    AUTHOR_TAGS
        .iter()
        .map(|tag| {
            tags.all(tag)
                .iter()
                .filter(|value| {
                    let is_price_or_time = *tag == "twitter:data1"
                        && value.contains(|c: char| c == '$' || c.is_ascii_digit());
                    let is_address = value.starts_with("http") || value.contains(".com/");
                    value.len() < 120 && !is_address && !is_price_or_time
                })
                .cloned()
                .collect::<Vec<String>>()
        })
        .find(|authors| !authors.is_empty())
        .unwrap_or_default()
}

fn on_page(page: &Document) -> Vec<String> {
    AUTHOR_ELEMENTS
        .iter()
        .map(|selector| {
            let lines: Vec<String> = page
                .select(selector)
                .nodes()
                .iter()
                .take(3)
                .map(|node| clean::squash(&node.text()))
                .filter(|text| is_line(text))
                .collect();
            names(&lines)
        })
        .find(|authors| !authors.is_empty())
        .unwrap_or_default()
}

fn is_line(text: &str) -> bool {
    (2..=80).contains(&text.len()) && clean::tokens(text).count() <= 10
}

/// The author line on the page, where it names the author that is known and others with them: many
/// publishers give the machines the first author only.
fn fuller_line(page: &Document, known: &str) -> Option<Vec<String>> {
    page.select(
        "[class*='byline'],[class*='author'],[class*='Byline'],[class*='Author'],[rel~='author']",
    )
    .nodes()
    .iter()
    .take(12)
    .map(|node| clean::squash(&node.text()))
    .filter(|line| is_line(line) && (line.contains(" and ") || line.contains(" & ")))
    .map(|line| names(&[line]))
    .find(|names| {
        names.len() > 1
            && names.iter().any(|name| same(name, known))
            && names
                .iter()
                .all(|name| (2..=4).contains(&clean::words(name)))
    })
}

fn same(a: &str, b: &str) -> bool {
    clean::tokens(a).eq(clean::tokens(b))
}

/// The names in author lines: "By Jane Doe and John Roe, Staff Writers" is two.
pub(super) fn names(lines: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let line = without_lead(line).replace(" and ", ",").replace(" & ", ",");
        for part in line.split([',', ';', '•', '·']) {
            let name = name_in(part);
            let repeated = names.iter().any(|known| same(known, &name));
            let role_of_another = !names.is_empty() && is_role(&name);
            if is_name(&name) && !repeated && !role_of_another {
                names.push(name);
            }
        }
    }
    names
}

fn without_lead(line: &str) -> &str {
    let mut line = line.trim();
    for lead in LEADS {
        if let Some((head, tail)) = line.split_at_checked(lead.len())
            && head.eq_ignore_ascii_case(lead)
            && tail.starts_with([' ', '\u{a0}'])
        {
            line = tail.trim_start();
        }
    }
    line
}

/// One part of an author line without what follows the name: "Jane Doe | The Post", "Jane Doe in
/// Paris", "Jane Doe Senior Autos Reporter".
fn name_in(part: &str) -> String {
    let part = part.split(" | ").next().unwrap_or_default();
    let part = part.split(" in ").next().unwrap_or_default();
    let titled = clean::words(part) >= 4;
    let mut name = String::new();
    for word in part.trim().trim_start_matches("and ").split_whitespace() {
        if titled && clean::words(&name) >= 2 && is_role(word) {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    // Letters after the name: "Jane Doe MS".
    match name.rsplit_once(' ') {
        Some((rest, last)) if clean::words(rest) >= 2 && is_degree(last) => rest.to_owned(),
        _ => name,
    }
}

fn is_degree(word: &str) -> bool {
    DEGREES.contains(word.trim_matches('.').replace('.', "").as_str())
}

fn is_role(name: &str) -> bool {
    clean::tokens(name).any(|word| ROLES.contains(&word.as_str()))
}

fn is_name(name: &str) -> bool {
    !is_degree(name)
        && name.len() <= 70
        && name.chars().any(char::is_alphabetic)
        && !name.contains(['(', ')', ':', '@', '/', '|'])
        && !name.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::names;

    fn of(line: &str) -> Vec<String> {
        names(&[line.to_owned()])
    }

    #[test]
    fn a_line_is_taken_apart_into_names() {
        assert_eq!(
            of("By Jane Doe and John Roe, Staff Writers"),
            ["Jane Doe", "John Roe"]
        );
        assert_eq!(of("BY: Jane Doe | The Daily Gale"), ["Jane Doe"]);
        assert_eq!(of("Jane Doe Senior Autos Reporter"), ["Jane Doe"]);
        assert_eq!(of("Jane Doe MS, RDN, LD"), ["Jane Doe"]);
        assert_eq!(of("Jane Doe; Jane Doe"), ["Jane Doe"]);
    }

    #[test]
    fn what_is_no_name_is_left_out() {
        assert!(of("(Image: Someone)").is_empty());
        assert!(of("21 comments").is_empty());
        assert!(of("2023").is_empty());
    }

    #[test]
    fn an_office_signs_if_nobody_else_does() {
        assert_eq!(of("Gale Staff"), ["Gale Staff"]);
    }
}
