//! When it was published: meta tags, `<time>`, the date line under the headline, the address.

use std::sync::LazyLock;

use dom_query::Document;

use super::tags::Tags;
use crate::load::date::{date_in_line, iso_date, month};
use crate::load::{clean, lists};

/// Meta tags that carry the date of publication, most reliable first.
static DATE_TAGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| lists::words(lists::PAGES, "date tags").collect());
/// Elements that carry it in an attribute or as their text.
const DATE_ELEMENTS: [&str; 5] = [
    "[itemprop='datePublished']",
    "article time[datetime]",
    "time[pubdate]",
    "time[datetime]",
    "abbr.published",
];
/// Elements whose text may be a date line.
const DATE_LINES: &str = "time,[class*='date'],[class*='Date'],[class*='publish'],[class*='Publish'],\
     [class*='posted'],[class*='timestamp'],[class*='meta'],[class*='byline'],[class*='Byline']";
/// The longest date line, in bytes.
const LONGEST_LINE: usize = 90;
/// How many blocks after the headline a date line may stand.
const NEAR: usize = 60;

/// The date of publication as ISO 8601, or as given where it could not be understood.
pub(super) fn published(page: &Document, tags: &Tags, linked: &str, url: &str) -> Option<String> {
    let understood = understand(linked)
        .or_else(|| understand(tags.first(&DATE_TAGS)))
        .or_else(|| {
            DATE_ELEMENTS
                .iter()
                .find_map(|selector| in_element(page, selector))
        })
        .or_else(|| in_lines(page))
        .or_else(|| after_headline(page))
        .or_else(|| in_address(url));
    understood.or_else(|| {
        [linked, tags.first(&DATE_TAGS)]
            .into_iter()
            .find(|given| !given.is_empty() && given.len() <= LONGEST_LINE)
            .map(str::to_owned)
    })
}

/// "Fri, 12/22/2023 - 05:00" is a date once the day of the week is gone.
fn understand(text: &str) -> Option<String> {
    iso_date(text).or_else(|| date_in_line(text))
}

fn in_element(page: &Document, selector: &str) -> Option<String> {
    let selection = page.select(selector);
    let node = selection.nodes().first()?;
    let value = ["datetime", "content", "title"]
        .iter()
        .find_map(|name| node.attr(name))
        .map_or_else(|| node.text().to_string(), |value| value.to_string());
    let value = clean::squash(&value);
    (value.len() <= LONGEST_LINE)
        .then(|| understand(&value))
        .flatten()
}

/// The first date in a line that is marked up as one, above any "updated" date.
fn in_lines(page: &Document) -> Option<String> {
    page.select(DATE_LINES)
        .nodes()
        .iter()
        .take(200)
        .map(|node| clean::squash(&node.text()))
        .filter(|line| line.len() <= LONGEST_LINE)
        .find_map(|line| worded_date(&line))
}

/// A date line among the first short texts after the headline.
fn after_headline(page: &Document) -> Option<String> {
    let headings = page.select("h1");
    let heading = headings.nodes().last()?;
    let mut seen = 0;
    let mut node = *heading;
    while seen < NEAR {
        node = following(node)?;
        if node.is_text() {
            let line = clean::squash(&node.text());
            seen += usize::from(!line.is_empty());
            if line.len() <= LONGEST_LINE
                && let Some(date) = worded_date(&line)
            {
                return Some(date);
            }
        }
    }
    None
}

/// The next node in document order.
fn following(node: dom_query::NodeRef<'_>) -> Option<dom_query::NodeRef<'_>> {
    node.first_child().or_else(|| {
        let mut node = node;
        loop {
            if let Some(next) = node.next_sibling() {
                return Some(next);
            }
            node = node.parent()?;
        }
    })
}

/// A date in a line that names its month or is ISO 8601: bare numbers in a page are seldom dates.
fn worded_date(line: &str) -> Option<String> {
    let has_year = line
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")));
    let has_month = line
        .split(|c: char| !c.is_alphabetic())
        .any(|word| month(&word.to_lowercase()).is_some());
    let is_iso = line.contains("-0") || line.contains("-1");
    (has_year && (has_month || is_iso))
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
        published(&page, &Tags::of(&page), "", url)
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
    fn the_address_is_the_last_resort() {
        let url = "https://example.org/news/2023/dec/2/storm";
        assert_eq!(
            of("<h1>Storm</h1><p>It came.</p>", url).as_deref(),
            Some("2023-12-02")
        );
        assert_eq!(of("<p>4 of 5</p>", "https://example.org/a/b/c"), None);
    }
}
