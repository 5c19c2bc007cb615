//! Who wrote it: the names in the JSON-LD, the meta tags or the author line, brought into one form.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use super::headline::Sites;
use super::jsonld::Linked;
use super::tags::{self, Tags};
use crate::load::{clean, date, lists};

/// Meta tags that name authors, most reliable first.
static AUTHOR_TAGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| lists::words(lists::PAGES, "author tags").collect());
/// Elements that hold an author line, most precise first.
const AUTHOR_ELEMENTS: [&str; 14] = [
    "[rel~='author']",
    "[itemprop~='author'] [itemprop='name']",
    "[itemprop~='author']",
    "[class~='byline']",
    "[class~='reader-credits']",
    "[class~='byline'] a",
    "[class*='author-name']",
    "[class*='author__name']",
    "[class*='byline__name']",
    "[class~='author'] a",
    "[class*='byline']",
    "[class~='author']",
    "a[href*='/author/']",
    "[class*='author'][class*='name']:not([class*='comment'])",
];
/// Words that make a part of an author line a role, not a name.
static ROLES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::words(lists::WORDS, "role").collect());
/// Letters after a name.
static DEGREES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::words(lists::WORDS, "degree").collect());
/// Agencies and desks: part of an author line that signs only where nobody else does.
static AGENCIES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::lines(lists::WORDS, "agency").collect());
/// What an author line begins with.
const LEADS: [&str; 22] = [
    "view all posts by",
    "see all posts by",
    "view all articles by",
    "view more posts by",
    "read more about",
    "read more from",
    "more posts by",
    "more from",
    "all posts by",
    "posts by",
    "articles by",
    "reporting by",
    "written by",
    "posted by",
    "story by",
    "words by",
    "published by",
    "text by",
    "author:",
    "from",
    "by:",
    "by",
];
/// What follows the names in an author line.
const AFTER_NAMES: [&str; 14] = [
    "editing by",
    "additional reporting",
    "reporting by",
    "photographs by",
    "photography by",
    "read more about",
    "view all posts",
    "published",
    "updated",
    "posted on",
    "last modified",
    "follow",
    "min read",
    "email",
];
/// Small words inside names.
const PARTICLES: [&str; 16] = [
    "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "bin",
    "al", "el",
];

/// The authors of a page. The outlet itself, or another organisation, counts as author only where no
/// one else does.
pub(super) fn authors(page: &Document, tags: &Tags, linked: &Linked, sites: &Sites) -> Vec<String> {
    let organisations = names(&linked.organisations);
    let linked = names(&linked.authors);
    let is_person = |names: &[String]| {
        names
            .iter()
            .any(|name| !sites.is_name(name) && !is_login(name))
    };
    let mut found = linked.clone();
    let mut tagged = Vec::new();
    if !is_person(&found) {
        tagged = names(&self::tagged(tags));
        found.clone_from(&tagged);
    }
    if !is_person(&found) {
        found = on_page(page);
    }
    if !is_person(&found) {
        found = under_heading(page).unwrap_or(found);
    }
    if !is_person(&found) {
        let signs = |names: &Vec<String>| names.iter().any(|name| !is_office(name));
        let others = [found, linked, tagged, organisations];
        found = others.into_iter().find(signs).unwrap_or_default();
    }
    if is_person(&found) {
        found.retain(|name| !sites.is_name(name) && !is_login(name));
    }
    if let [only] = found.as_slice()
        && let Some(fuller) = fuller_line(page, only)
    {
        found = fuller;
    }
    found
}

/// Whether a name is that of an account: "jroe", "webadmin". Nobody signs an article by it.
fn is_login(name: &str) -> bool {
    let one = !name.contains(' ');
    one && (name.starts_with(char::is_lowercase)
        || name.contains(|c: char| c == '_' || c.is_ascii_digit())
        || is_office(name))
}

/// Whether an account is one of the site's own.
fn is_office(name: &str) -> bool {
    lists::words(lists::WORDS, "office account").any(|word| {
        let name = name.to_lowercase();
        let rest = name.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
            || name
                .strip_suffix(word)
                .is_some_and(|rest| rest.is_empty() || rest == "web")
    })
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
                    value.len() < 120 && !is_address && !is_price_or_time && !is_login(value)
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
                .map(line_of)
                .filter(|text| is_line(text))
                .collect();
            names(&lines)
        })
        .find(|authors| !authors.is_empty())
        .unwrap_or_default()
}

/// How many nodes after the main heading an author line is looked for, and from which length on, in bytes, a
/// paragraph of the text is met.
const UNDER_HEADING: (usize, usize) = (160, 300);
/// Parts of the addresses of pages about an author.
const AUTHOR_PAGES: [&str; 9] = [
    "/author/",
    "/authors/",
    "/writer/",
    "/writers/",
    "/reviewer/",
    "/blogger/",
    "/contributor/",
    "/contributors/",
    "/journalist/",
];

/// The names in a line under the main heading that begins with "By", or that links to the page of an author.
fn under_heading(page: &Document) -> Option<Vec<String>> {
    let heading = page.select("h1").nodes().first()?.id;
    let root = page.root();
    let after = root.descendants_it().skip_while(|node| node.id != heading);
    for node in after.skip(1).take(UNDER_HEADING.0) {
        let is_author_page = node
            .attr("href")
            .is_some_and(|address| AUTHOR_PAGES.iter().any(|part| address.contains(part)));
        if !node.is_text() && !is_author_page {
            continue;
        }
        let line = clean::squash(&node.text());
        if line.len() >= UNDER_HEADING.1 {
            return None;
        }
        let is_by = line
            .get(..3)
            .is_some_and(|start| start.eq_ignore_ascii_case("by "));
        let names = names(&[line]);
        let is_person = |name: &String| {
            let mut words = name.split_whitespace();
            (2..=4).contains(&clean::words(name))
                && words
                    .all(|word| PARTICLES.contains(&word) || word.starts_with(char::is_uppercase))
        };
        if (is_by || is_author_page) && !names.is_empty() && names.iter().all(is_person) {
            return Some(names);
        }
    }
    None
}

/// The text of an author line; what looks like a date or a button in it is parted from the names.
fn line_of(node: &NodeRef) -> String {
    tags::spaced_text(node, '·', |node| node.has_name("time"))
}

/// The longest author line, in bytes and words, and the longest that does not begin with "By".
const LINE: (usize, usize) = (240, 36);
const UNMARKED_LINE: (usize, usize) = (80, 10);

fn is_line(text: &str) -> bool {
    let (bytes, words) = if without_lead(text).len() < text.len() {
        LINE
    } else {
        UNMARKED_LINE
    };
    (2..=bytes).contains(&text.len()) && clean::tokens(text).count() <= words
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
    .map(line_of)
    .filter(|line| is_line(line))
    .map(|line| {
        let joins = line.contains(" and ") || line.contains(" & ");
        let names = names(&[line]);
        let several = if joins { usize::MAX } else { 1 };
        names.into_iter().take(several).collect::<Vec<String>>()
    })
    .find(|names| {
        names
            .iter()
            .any(|name| same(name, known) && names.len() > 1 || is_more_of(name, known))
            && names
                .iter()
                .all(|name| (2..=4).contains(&clean::words(name)))
    })
}

/// Whether a name is another with its surname: "Linda", "Linda Roe".
fn is_more_of(name: &str, known: &str) -> bool {
    !known.contains(' ')
        && name
            .split_once(' ')
            .is_some_and(|(first, _)| same(first, known))
}

fn same(a: &str, b: &str) -> bool {
    clean::tokens(a).eq(clean::tokens(b))
}

/// The names in author lines: "By Jane Doe and John Roe, Staff Writers" is two. Agencies and desks are
/// named only where nobody else is.
pub(super) fn names(lines: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let line = without_end(without_lead(line));
        let line = line
            .replace(" and ", ",")
            .replace(" & ", ",")
            .replace(" AND ", ",");
        for part in line.split([',', ';', '•', '·', '—', '–']) {
            let name = name_in(part);
            let repeated = names.iter().any(|known| same(known, &name));
            let ends_small = name.split_whitespace().last().is_some_and(|word| {
                word.starts_with(char::is_lowercase) && !PARTICLES.contains(&word)
            });
            let role_of_another = !names.is_empty() && (is_role(&name) || ends_small);
            if is_name(&name) && !repeated && !role_of_another {
                names.push(name);
            }
        }
    }
    if names.iter().any(|name| !is_agency(name)) {
        names.retain(|name| !is_agency(name));
    }
    names
}

fn is_agency(name: &str) -> bool {
    AGENCIES.contains(name.to_lowercase().trim_start_matches("the "))
}

/// A line up to where it goes on to something else.
fn without_end(line: &str) -> &str {
    let lower = line.to_ascii_lowercase();
    let end = AFTER_NAMES
        .iter()
        .filter_map(|words| lower.find(words))
        .min();
    line.get(..end.unwrap_or(line.len())).unwrap_or(line)
}

fn without_lead(line: &str) -> &str {
    let mut line = line.trim();
    for _ in 0..2 {
        for lead in LEADS {
            if let Some((head, tail)) = line.split_at_checked(lead.len())
                && head.eq_ignore_ascii_case(lead)
                && tail.starts_with([' ', '\u{a0}', ':', '·'])
            {
                line = tail.trim_start_matches([' ', '\u{a0}', ':', '·']);
            }
        }
    }
    line
}

/// One part of an author line without what stands around the name: "Jane Doe | The Post", "Jane Doe in
/// Paris", "Jane Doe Senior Autos Reporter", "court reporter Jane Doe", "JANE DOE The Associated Press".
fn name_in(part: &str) -> String {
    const AFTER: [&str; 10] = [
        " (", " | ", " in ", " for ", " at ", " via ", " of the ", " - ", " @", " on ",
    ];
    let mut part = part;
    for mark in AFTER {
        part = part.split(mark).next().unwrap_or_default();
    }
    let part = without_lead(part.trim().trim_start_matches("and "));
    let mut words: Vec<&str> = part.split_whitespace().collect();
    // A date that is glued to the name.
    let dated = (0..words.len()).find(|at| {
        let month = words
            .get(*at)
            .map(|word| word.trim_matches(['.', ',']).to_lowercase());
        let figure = |at: usize| {
            words
                .get(at)
                .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        };
        figure(*at) || month.is_some_and(|word| date::month(&word).is_some()) && figure(at + 1)
    });
    words.truncate(dated.unwrap_or(words.len()));
    let is_small = |word: &&str| word.starts_with(char::is_lowercase) && !PARTICLES.contains(word);
    // A role before the name.
    while words.len() > 2
        && words
            .first()
            .is_some_and(|word| is_small(word) || is_role(word))
    {
        words.remove(0);
    }
    if let Some(at) = words.iter().take(2).position(|word| is_role(word))
        && words.len() > at + 2
    {
        words.drain(..=at);
    }
    // An agency or a role after it.
    for at in 2..words.len() {
        let (_, rest) = words.split_at_checked(at).unwrap_or_default();
        let is_role = words.len() >= 4 && rest.first().is_some_and(|word| is_role(word));
        if is_role || is_agency(&rest.join(" ")) {
            words.truncate(at);
            break;
        }
    }
    // Letters after the name: "Jane Doe MS".
    if words.len() >= 3 && words.last().is_some_and(|word| is_degree(word)) {
        words.pop();
    }
    words.join(" ")
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
        && !name.contains(['(', ')', ':', '@', '/', '|', '+'])
        && !name.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{is_login, names};

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
    fn what_stands_around_a_name_is_no_part_of_it() {
        for (line, want) in [
            ("Ann Lee — May 5, 2023", vec!["Ann Lee"]),
            ("Ann Lee May 5, 2023", vec!["Ann Lee"]),
            ("View all posts by Ann Lee", vec!["Ann Lee"]),
            ("Ann Lee Read more about Ann Lee", vec!["Ann Lee"]),
            (
                "By Ann Lee and court reporter Tom Roe",
                vec!["Ann Lee", "Tom Roe"],
            ),
            (
                "By Ann Lee, Tom Roe, and Eve Day in Paris; editing by Max Ott",
                vec!["Ann Lee", "Tom Roe", "Eve Day"],
            ),
            (
                "By ANN LEE, TOM ROE and EVE DAY The Associated Press",
                vec!["ANN LEE", "TOM ROE", "EVE DAY"],
            ),
            ("By Ann Lee, Reuters", vec!["Ann Lee"]),
            ("Ann Lee for The Daily Gale", vec!["Ann Lee"]),
            (
                "By Political Editor Ann van der Lee",
                vec!["Ann van der Lee"],
            ),
            ("By Reuters", vec!["Reuters"]),
            ("Ann Lee (Content Manager)", vec!["Ann Lee"]),
            ("Ann Lee, lover of trains, RPG player", vec!["Ann Lee"]),
        ] {
            assert_eq!(of(line), want, "{line}");
        }
        for account in ["webadmin", "cms_import", "admin", "jroe2", "Editor"] {
            assert!(is_login(account), "{account}");
        }
        assert!(!is_login("Prince") && !is_login("Ann Lee"));
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
