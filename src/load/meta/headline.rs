//! Which of the titles of a page is its headline. The `<h1>` that agrees with what the page tells
//! others about itself is right more often than any single field: `og:title` is often a second
//! headline for social media, `<title>` has the site's name on it, the first `<h1>` may be the logo.

use std::collections::BTreeSet;

use crate::load::clean;

/// How well an `<h1>` must agree with another title of the page to be trusted.
const AGREES: f64 = 0.5;
/// How well the best of several must agree that is as long as a headline.
const RELATED: f64 = 0.25;
/// The longest name of a site, in words: some pages give their headline as the site's name.
const LONGEST_NAME: usize = 6;

/// The titles a page offers, as given.
#[derive(Debug, Default)]
pub(super) struct PageTitles<'a> {
    /// JSON-LD `headline`.
    pub(super) json_ld: &'a str,
    /// `og:title`.
    pub(super) open_graph: &'a str,
    /// `twitter:title`.
    pub(super) twitter: &'a str,
    /// `<title>`.
    pub(super) title: &'a str,
    /// Every `<h1>`.
    pub(super) h1: &'a [String],
}

impl PageTitles<'_> {
    /// The headline and whether it stands on the page itself; `sites` are names of the site, which
    /// are no part of any headline.
    pub(super) fn headline(&self, sites: &Sites) -> Option<(String, bool)> {
        let others: Vec<String> = [self.json_ld, self.open_graph, self.twitter, self.title]
            .iter()
            .map(|title| sites.strip(title))
            .collect();
        let agreement = |h1: &str| {
            others
                .iter()
                .map(|other| agreement(h1, other))
                .fold(0.0, f64::max)
        };
        let mut best: Option<(f64, &String)> = None;
        for h1 in self.h1.iter().filter(|h1| !sites.is_name(h1)) {
            let agrees = agreement(h1);
            if best.is_none_or(|(most, _)| agrees > most) {
                best = Some((agrees, h1));
            }
        }
        let on_page = best.filter(|(agrees, h1)| {
            let enough = if self.h1.len() == 1 { 0.0 } else { RELATED };
            *agrees >= AGREES || *agrees >= enough && (4..=30).contains(&clean::tokens(h1).count())
        });
        if let Some((_, h1)) = on_page {
            return Some((without_section(h1, &others), true));
        }
        others
            .into_iter()
            .find(|other| !other.is_empty() && !sites.is_name(other))
            .map(|title| (title, false))
            .or_else(|| best.map(|(_, h1)| (h1.clone(), true)))
    }
}

/// How well a heading agrees with another title: the share of common words. A heading all of whose
/// words stand in the title agrees too: the title says more, or says it in another order.
fn agreement(h1: &str, title: &str) -> f64 {
    let similarity = clean::similarity(h1, title);
    let words: BTreeSet<String> = clean::tokens(h1).collect();
    let title: BTreeSet<String> = clean::tokens(title).collect();
    if words.len() >= 3 && words.is_subset(&title) {
        similarity.max(AGREES)
    } else {
        similarity
    }
}

/// "Opinion | …", "News …", "Opinion | … | Editorial": if another title has the same words without the
/// first few, or without the last few after a bar, takes that one.
fn without_section(h1: &str, others: &[String]) -> String {
    let words: Vec<String> = clean::tokens(h1).collect();
    let after_bar = h1
        .rsplit_once(" | ")
        .map_or(0, |(_, section)| clean::tokens(section).count());
    others
        .iter()
        .find(|other| {
            let other: Vec<String> = clean::tokens(other).collect();
            let fits = |words: &[String]| words.len() <= other.len() + 3 && words.ends_with(&other);
            let without_end = words
                .get(..words.len().saturating_sub(after_bar))
                .unwrap_or_default();
            other.len() >= 4
                && words.len() > other.len()
                && (fits(&words) || after_bar <= 3 && fits(without_end))
        })
        .map_or_else(|| h1.to_owned(), String::clone)
}

/// The names by which a site calls itself, letters and digits only.
#[derive(Debug, Default)]
pub(super) struct Sites(Vec<String>);

impl Sites {
    /// From names as they are written.
    pub(super) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self(
            names
                .into_iter()
                .filter(|name| clean::words(name) <= LONGEST_NAME)
                .map(joined)
                .filter(|name| name.len() >= 2)
                .collect(),
        )
    }

    /// Whether a text is the site's name and nothing else.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let text = joined(text);
        self.0.contains(&text)
    }

    fn names(&self, part: &str) -> bool {
        let part = joined(part);
        self.0.iter().any(|site| {
            *site == part
                || site.len() >= 4 && part.contains(site.as_str())
                || part.len() >= 3 && site.contains(part.as_str())
        })
    }

    /// "Headline | Site", "Headline - Site", "Site: Headline" without the site.
    pub(super) fn strip(&self, title: &str) -> String {
        let mut title = title.trim();
        for strip in [Self::strip_start, Self::strip_end] {
            for _ in 0..3 {
                let Some(shorter) = strip(self, title) else {
                    break;
                };
                title = shorter;
            }
        }
        title.to_owned()
    }

    fn strip_end<'t>(&self, title: &'t str) -> Option<&'t str> {
        const SEPARATORS: [&str; 13] = [
            " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " / ", " ‹ ", " « ", "|",
            " ~ ",
        ];
        SEPARATORS.iter().find_map(|separator| {
            let (head, tail) = title.rsplit_once(separator)?;
            let (words, named) = (clean::tokens(head).count(), clean::tokens(tail).count());
            let is_site = named > 0 && words >= 2 && self.names(tail);
            let is_short_end = *separator == " | " && words >= 4 && named <= 4;
            (is_site || is_short_end).then(|| head.trim())
        })
    }

    fn strip_start<'t>(&self, title: &'t str) -> Option<&'t str> {
        [" | ", " - ", ": ", " – "].iter().find_map(|separator| {
            let (head, tail) = title.split_once(separator)?;
            (self.is_name(head) && clean::tokens(tail).count() >= 3).then(|| tail.trim())
        })
    }
}

fn joined(text: &str) -> String {
    clean::tokens(text).collect()
}

#[cfg(test)]
mod tests {
    use super::{PageTitles, Sites};

    fn sites() -> Sites {
        Sites::new(["The Daily Gale", "dailygale.com", ""])
    }

    #[test]
    fn the_name_of_the_site_is_no_part_of_a_headline() {
        for title in [
            "Storm hits the coast | The Daily Gale",
            "Storm hits the coast - Daily Gale",
            "Storm hits the coast | News | The Daily Gale",
            "The Daily Gale: Storm hits the coast",
            "The Daily Gale | DailyGale.com - Storm hits the coast",
            "Storm hits the coast",
        ] {
            assert_eq!(sites().strip(title), "Storm hits the coast", "{title}");
        }
        assert_eq!(sites().strip("Storm - and calm"), "Storm - and calm");
    }

    #[test]
    fn the_heading_that_agrees_wins_over_the_logo_and_the_social_title() {
        let h1 = [
            "The Daily Gale".to_owned(),
            "Storm hits the northern coast".to_owned(),
        ];
        let titles = PageTitles {
            open_graph: "You won’t believe this storm on the northern coast",
            title: "Storm hits the northern coast | The Daily Gale",
            h1: &h1,
            ..PageTitles::default()
        };
        assert_eq!(
            titles.headline(&sites()),
            Some(("Storm hits the northern coast".to_owned(), true))
        );
    }

    #[test]
    fn a_section_glued_to_the_front_is_left_out() {
        let h1 = ["Opinion | Why the storm was no surprise".to_owned()];
        let titles = PageTitles {
            json_ld: "Why the storm was no surprise",
            h1: &h1,
            ..PageTitles::default()
        };
        assert_eq!(
            titles.headline(&sites()),
            Some(("Why the storm was no surprise".to_owned(), true))
        );
    }

    #[test]
    fn a_section_after_a_bar_is_left_out_too() {
        let h1 = ["Opinion | Let the harbour be a harbour | Editorial".to_owned()];
        let titles = PageTitles {
            json_ld: "Let the harbour be a harbour | Editorial",
            h1: &h1,
            ..PageTitles::default()
        };
        assert_eq!(
            titles.headline(&sites()),
            Some(("Let the harbour be a harbour".to_owned(), true))
        );
    }

    #[test]
    fn a_heading_agrees_with_a_title_that_holds_all_its_words() {
        let h1 = [
            "Maps and guides".to_owned(),
            "Every Harbour Light".to_owned(),
        ];
        let titles = PageTitles {
            open_graph: "Every Harbour Light - The Complete Guide to the Northern Coast",
            h1: &h1,
            ..PageTitles::default()
        };
        assert_eq!(
            titles.headline(&sites()),
            Some(("Every Harbour Light".to_owned(), true))
        );
    }

    #[test]
    fn the_best_of_several_headings_wins_over_a_title_in_other_words() {
        let h1 = [
            "The Astonishing Collapse of the Harbour Wall".to_owned(),
            "Recently in Weather".to_owned(),
        ];
        let titles = PageTitles {
            open_graph: "The Season’s Most Astonishing Collapse",
            h1: &h1,
            ..PageTitles::default()
        };
        assert_eq!(
            titles.headline(&sites()),
            Some((
                "The Astonishing Collapse of the Harbour Wall".to_owned(),
                true
            ))
        );
    }

    #[test]
    fn without_a_heading_the_metadata_is_taken() {
        let titles = PageTitles {
            open_graph: "Storm hits the coast | The Daily Gale",
            ..PageTitles::default()
        };
        assert_eq!(
            titles.headline(&sites()),
            Some(("Storm hits the coast".to_owned(), false))
        );
        assert_eq!(PageTitles::default().headline(&sites()), None);
    }
}
