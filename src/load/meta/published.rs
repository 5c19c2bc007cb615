//! When it was published: meta tags, `<time>`, the date line under the headline, the address.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use super::tags::Tags;
use crate::load::date::{date_in_line, iso_date, month};
use crate::load::{clean, lists};

/// Meta tags that carry the date of publication, most reliable first.
static DATE_TAGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| lists::words(lists::PAGES, "date tags").collect());
/// Meta tags that carry the date of the last change.
static MODIFIED_TAGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| lists::words(lists::PAGES, "modified tags").collect());
/// Classes of parts of a page that are about something else.
static OTHERS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::words(lists::PAGES, "other dates").collect());
/// The longest date line, in bytes.
const LONGEST_LINE: usize = 90;
/// How many texts above the headline, and below it, a date line may stand.
const NEAR: (usize, usize) = (12, 60);
/// How many paragraphs of the article may stand above a date line that nothing calls one.
const PARAGRAPHS: usize = 2;
/// A part of so many characters holds the article, whatever its class.
const LARGE_PART: usize = 4_000;
/// The shortest paragraph that counts as one, in words.
const PARAGRAPH: usize = 20;

/// The date of publication as ISO 8601, or as given where it could not be understood. What tells when the
/// page was changed stands in only where nothing tells when it was published.
pub(super) fn published(
    page: &Document,
    tags: &Tags,
    linked: &str,
    url: &str,
    headline: &str,
) -> Option<String> {
    let given = tags.first(&DATE_TAGS);
    let understood = understand(linked)
        .or_else(|| understand(given))
        .or_else(|| on_page(page, headline))
        .or_else(|| in_address(url))
        .or_else(|| understand(tags.first(&MODIFIED_TAGS)));
    understood.or_else(|| {
        [linked, given]
            .into_iter()
            .find(|given| !given.is_empty() && given.len() <= LONGEST_LINE)
            .map(str::to_owned)
    })
}

/// "Fri, 12/22/2023 - 05:00" is a date once the day of the week is gone.
fn understand(text: &str) -> Option<String> {
    iso_date(text).or_else(|| date_in_line(text))
}

/// A date on the page.
struct PageDate {
    date: String,
    /// Texts before it.
    at: usize,
    /// Paragraphs before it.
    paragraphs: usize,
    sign: DateSign,
}

/// What is said of a date on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum DateSign {
    /// The article was published then.
    Published,
    /// Nothing.
    None,
    /// It was changed then.
    Changed,
}

/// How alike a heading must be to the headline to be it.
const SAME: f64 = 0.6;

/// The dates of a page in reading order and how many texts stand before its headline, if that is a heading
/// of it. Dates of teasers, rails and comments are left out.
fn dates(page: &Document, headline: &str) -> (Vec<PageDate>, Option<usize>) {
    let mut dates: Vec<PageDate> = Vec::new();
    let mut heading = None;
    let (mut at, mut paragraphs) = (0, 0);
    let mut open = vec![page.root()];
    while let Some(node) = open.pop() {
        if node.is_text() {
            let text = node.text();
            let text = text.trim();
            at += usize::from(!text.is_empty());
            if text.len() <= LONGEST_LINE
                && let Some(date) = worded_date(text)
            {
                let sign = said(text);
                dates.push(PageDate {
                    date,
                    at,
                    paragraphs,
                    sign,
                });
            }
            paragraphs += usize::from(clean::words_up_to(text, PARAGRAPH) >= PARAGRAPH);
            continue;
        }
        let name = node.node_name().unwrap_or_default();
        if is_elsewhere(&node, &name) {
            continue;
        }
        if matches!(&*name, "h1" | "h2" | "h3")
            && heading.is_none()
            && clean::similarity(&node.text(), headline) >= SAME
        {
            heading = Some(at);
            paragraphs = 0;
        }
        if let Some((date, sign)) = of_element(&node, &name) {
            dates.push(PageDate {
                date,
                at,
                paragraphs,
                sign,
            });
        }
        open.extend(node.children_it(true));
    }
    (dates, heading)
}

/// The date that fits best: near the headline, published before undated before changed, below the headline
/// before above it; further down only where something calls it the date of publication.
fn on_page(page: &Document, headline: &str) -> Option<String> {
    let (dates, heading) = dates(page, headline);
    let rank = |date: &PageDate| {
        let Some(heading) = heading else {
            return Some((date.sign, false, date.at));
        };
        let above = date.at <= heading;
        let distance = date.at.abs_diff(heading);
        let near = if above {
            distance <= NEAR.0
        } else {
            date.paragraphs < PARAGRAPHS && distance <= NEAR.1
        };
        let called = date.sign == DateSign::Published;
        (near || called).then_some((date.sign, above, distance))
    };
    let ranked = dates.iter().filter_map(|date| Some((rank(date)?, date)));
    ranked
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, date)| date.date.clone())
}

/// Whether an element is about something else than the article, or not shown as text.
fn is_elsewhere(node: &NodeRef, name: &str) -> bool {
    if matches!(
        name,
        "script" | "style" | "nav" | "aside" | "footer" | "form" | "noscript"
    ) {
        return true;
    }
    let names = |attribute| node.attr(attribute).unwrap_or_default().to_lowercase();
    let other = |names: &str| {
        let mut words = names.split(|c: char| !c.is_alphanumeric());
        words.any(|word| OTHERS.contains(word))
    };
    let is_page = || {
        matches!(name, "html" | "body" | "main" | "article")
            || !names("class").starts_with("comment")
                && !names("id").starts_with("comment")
                && node.normalized_char_count() > LARGE_PART
    };
    (other(&names("class")) || other(&names("id"))) && !is_page()
        // A link to another page; that to the article itself says so.
        || name == "a" && node.descendants_it().any(|node| node.has_name("time")) && !names("rel").contains("bookmark")
}

/// The date that an element carries in an attribute, or in its text if its class says that it is one.
fn of_element(node: &NodeRef, name: &str) -> Option<(String, DateSign)> {
    let class = node.attr("class").unwrap_or_default().to_lowercase();
    let property = node.attr("itemprop").unwrap_or_default().to_lowercase();
    let is_time = name == "time" || !property.is_empty() && property.contains("date");
    let marked = ["date", "publish", "posted", "timestamp", "meta", "byline"];
    if !is_time && !marked.iter().any(|mark| class.contains(mark)) {
        return None;
    }
    let value = ["datetime", "content", "title"]
        .iter()
        .find_map(|name| node.attr(name));
    let text = if node.normalized_char_count() <= LONGEST_LINE {
        clean::squash(&node.text())
    } else {
        String::new()
    };
    let of_value = value
        .filter(|_| is_time)
        .and_then(|value| understand(value.trim()));
    let date = of_value.or_else(|| worded_date(&text)).or_else(|| {
        let bare = is_time || class.contains("date");
        bare.then(|| dotted_date(&text)).flatten()
    })?;
    let sign = match () {
        () if property.contains("modified")
            || class.contains("updat")
            || class.contains("modif") =>
        {
            DateSign::Changed
        }
        () if property.contains("datepublished") || class.contains("publish") => {
            DateSign::Published
        }
        () => said(&text),
    };
    Some((date, sign))
}

fn said(line: &str) -> DateSign {
    let line = line.trim_start().to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| line.starts_with(word));
    if begins(&[
        "published",
        "first published",
        "posted",
        "veröffentlicht",
        "publié",
    ]) {
        DateSign::Published
    } else if begins(&[
        "updated",
        "last updated",
        "modified",
        "last modified",
        "aktualisiert",
    ]) {
        DateSign::Changed
    } else {
        DateSign::None
    }
}

/// "12.03.2019", "12.03.2019, 10:15 Uhr", "3/14/2019": in a place that is said to be a date.
fn dotted_date(line: &str) -> Option<String> {
    line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '·'))
        .find(|part| {
            let mut numbers = part.split(['.', '/']);
            let lengths = [numbers.next(), numbers.next(), numbers.next()].map(|number| {
                number.map_or(0, |number| {
                    if number.bytes().all(|byte| byte.is_ascii_digit()) {
                        number.len()
                    } else {
                        0
                    }
                })
            });
            matches!(lengths, [1 | 2, 1 | 2, 4]) && numbers.next().is_none_or(str::is_empty)
        })
        .and_then(|part| iso_date(part.trim_end_matches('.')))
}

/// A date in a line that names its month or is ISO 8601: bare numbers in a page are seldom dates.
fn worded_date(line: &str) -> Option<String> {
    let has_year = line
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")));
    // No month is longer, in bytes, in any language known here.
    let has_month = || {
        line.split(|c: char| !c.is_alphabetic())
            .filter(|word| (3..=12).contains(&word.len()))
            .any(|word| month(&word.to_lowercase()).is_some())
    };
    let is_iso = line.contains("-0") || line.contains("-1");
    (has_year && (is_iso || has_month()))
        .then(|| understand(line))
        .flatten()
}

/// ".../2023/12/22/...", "/2023/dec/22/".
fn in_address(url: &str) -> Option<String> {
    let parts: Vec<&str> = url.split('/').collect();
    parts.windows(3).find_map(|window| {
        let [year, middle, day] = window else {
            return None;
        };
        let number = match middle.parse::<u32>() {
            Ok(number) => number,
            Err(_) => month(&middle.to_lowercase())?,
        };
        let shaped = year.len() == 4 && middle.len() <= 3 && day.len() <= 2;
        shaped
            .then(|| iso_date(&format!("{year}-{number:02}-{day:0>2}")))
            .flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str, url: &str) -> Option<String> {
        let page = Document::from(html);
        let tags = Tags::of(&page);
        let headline = tags.h1.first().cloned().unwrap_or_default();
        published(&page, &tags, "", url, &headline)
    }

    #[test]
    fn the_tag_comes_before_the_page() {
        let html = "<meta property='article:published_time' content='2024-03-04T05:06:07Z'>\
                    <h1>Storm</h1><time datetime='2020-01-01'>1 Jan 2020</time>";
        assert_eq!(of(html, "").as_deref(), Some("2024-03-04T05:06:07Z"));
    }

    #[test]
    fn a_date_line_under_the_headline_is_found() {
        let html = "<h1>Storm hits the coast</h1><div><span>Ann Lee</span><span>Sep 16, 2025</span></div>\
                    <p>In May 1999 a storm came.</p>";
        assert_eq!(of(html, "").as_deref(), Some("2025-09-16"));
        assert_eq!(
            of("<p class='date'>Fri, December 22, 2023 - 05:00</p>", "").as_deref(),
            Some("2023-12-22")
        );
    }

    #[test]
    fn dates_of_changes_teasers_and_comments_are_not_the_articles() {
        let changed = "<meta property='article:modified_time' content='2022-08-09'>";
        let story = "<h1>Storm</h1><time datetime='2021-03-04'>4 March</time><p>It came.</p>";
        assert_eq!(
            of(&format!("{changed}{story}"), "").as_deref(),
            Some("2021-03-04")
        );
        assert_eq!(
            of(&format!("{changed}<h1>Storm</h1>"), "").as_deref(),
            Some("2022-08-09")
        );
        let teaser = "<div><a href=x>Calm <time datetime='2020-01-02'>2 Jan</time></a></div>";
        let dated = "<h1>Storm</h1><p class=date>4 March 2021</p>";
        assert_eq!(
            of(&format!("{teaser}{dated}{teaser}"), "").as_deref(),
            Some("2021-03-04")
        );
        let prose = format!("<p>{}.</p>", "It came over the hills ".repeat(6)).repeat(3);
        let comment = "<ol><li><cite>Bob</cite> says:<br>5 May 2023 at 10:11<p>No.</p></li></ol>";
        assert_eq!(of(&format!("<h1>Storm</h1>{prose}{comment}"), ""), None);
        let foot = "<p>Published 5 May 2023</p>";
        assert_eq!(
            of(&format!("<h1>Storm</h1>{prose}{foot}"), "").as_deref(),
            Some("2023-05-05")
        );
        assert_eq!(
            of(
                "<h1>Sturm</h1><span class=date>12.03.2019, 10:15 Uhr</span>",
                ""
            )
            .as_deref(),
            Some("2019-03-12")
        );
    }

    #[test]
    fn the_address_is_the_last_resort() {
        let url = "https://example.org/news/2023/dec/2/storm";
        assert_eq!(
            of("<h1>Storm</h1><p>It came.</p>", url).as_deref(),
            Some("2023-12-02")
        );
        assert_eq!(of("<p>4 of 5</p>", "https://example.org/a/b/c"), None);
    }
}
