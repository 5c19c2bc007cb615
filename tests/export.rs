//! Results as files: a report says everything and nothing it was told to keep; nothing in an article
//! becomes markup; a save that fails loses nothing.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

#[cfg(feature = "gui")]
#[path = "export/charts.rs"]
mod charts;
#[path = "export/command.rs"]
mod command;
#[path = "export/parts.rs"]
mod parts;
#[path = "export/story.rs"]
mod story;

use std::collections::BTreeSet;

use dom_query::Document;
use parallax::chart::{Ink, Theme, palette};
use parallax::compare::STANDING_LINE;
use parallax::score::registry::MEASURES;
use story::{HOSTILE, Story, sample};

#[test]
fn a_report_says_everything_there_is_to_say() {
    let story = sample();
    for document in [story.html(true), story.markdown(true)] {
        let document = document.replace("&#39;", "'").replace('\\', "");
        assert!(document.contains(STANDING_LINE));
        for measure in MEASURES {
            assert!(document.contains(measure.label), "{}", measure.label);
        }
        for said in [
            "no clear difference at this length",
            "Adjusted p",
            "Cliff’s δ",
            "+0.78 large",
            "Seed",
            "SHA-256",
            "2026-11-22T15:57:27Z",
            "ledger.md",
            "Curiosity gap +",
            "same point",
            "Port Ellery council approves flood gate",
            "Nobody enjoys moving a market",
            "Lena Abara",
        ] {
            assert!(document.contains(said), "{said}");
        }
        assert!(document.contains(&story.comparison.robustness.sentence));
        assert!(document.contains(&story.comparison.words.word_shift.words[0].word));
        assert!(document.contains(&story.comparison.words.terms[0].term));
    }
}

#[test]
fn a_report_without_text_holds_no_run_of_the_articles_words() {
    let story = sample().illustrated();
    let whom = &story.comparison.words.people;
    let one_sided = whom.only_a.iter().chain(&whom.only_b);
    let people: Vec<&str> = one_sided
        .map(|one| one.name.as_str())
        .chain(whom.both.iter().map(parallax::compare::PersonPair::name))
        .collect();
    let names: BTreeSet<String> = story
        .comparison
        .words
        .terms
        .iter()
        .map(|term| words(&term.term).join(" "))
        .chain(people.iter().map(|name| words(name).join(" ")))
        .collect();
    let found = |document: &str| -> Vec<String> {
        let said = format!(" {} ", words(document).join(" "));
        let texts = story.articles.iter().flatten().flat_map(|(article, _)| {
            let headline = article.headline.as_ref().map(|h| h.text.clone());
            article
                .blocks
                .iter()
                .map(|b| b.text.clone())
                .chain(headline)
        });
        let runs = texts.flat_map(|text| {
            let words = words(&text);
            words
                .windows(3)
                .map(|run| run.join(" "))
                .collect::<Vec<_>>()
        });
        runs.filter(|run| said.contains(&format!(" {run} ")))
            .filter(|run| !names.iter().any(|name| name.contains(run)))
            .collect()
    };
    // Our own sentences and those of the articles share some runs of everyday words.
    let ours = found(&Story::of("Nothing", "Nothing").markdown(false));
    for document in [story.html(false), sample().markdown(false)] {
        let mut leaked = found(&visible(&document));
        leaked.retain(|run| !ours.contains(run));
        assert!(leaked.is_empty(), "{leaked:?}");
        assert!(document.contains("ledger.md"), "inputs are named");
    }
    assert!(found(&visible(&sample().html(true))).len() > 300);
}

/// Words in lower case, without marks.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// A document with its attributes and without its tags.
fn visible(document: &str) -> String {
    document
        .replace(['<', '>', '"'], " ")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
}

#[test]
fn nothing_in_an_article_becomes_markup() {
    let story = Story::of(HOSTILE, HOSTILE)
        .named(HOSTILE, &"\u{202e}<b>x".repeat(100))
        .illustrated();
    let html = story.html(true);
    let page = Document::from(html.as_str());
    for forbidden in [
        "script",
        "img",
        "iframe",
        "b[onclick]",
        "a[href^=javascript]",
    ] {
        assert_eq!(page.select(forbidden).length(), 0, "{forbidden}");
    }
    let ours = |node: &dom_query::NodeRef<'_>| {
        let attributes = node.attrs();
        attributes.iter().all(|attribute| {
            let name: &str = &attribute.name.local;
            !name.starts_with("on") && !["src", "srcset", "action"].contains(&name)
        })
    };
    assert!(page.select("*").nodes().iter().all(ours));
    assert!(
        page.select("#texts")
            .text()
            .contains("<script>alert('&')</script>")
    );
    let policy = page.select("meta[http-equiv=Content-Security-Policy]");
    assert!(
        policy
            .attr("content")
            .unwrap()
            .starts_with("default-src 'none'")
    );

    let markdown = Story::of(HOSTILE, HOSTILE)
        .named(HOSTILE, "b")
        .markdown(true);
    assert!(
        !markdown.contains('<') && !markdown.contains("](http"),
        "{markdown}"
    );
    assert!(markdown.contains("&lt;script&gt;"));
    let headings = markdown
        .lines()
        .filter(|line| line.starts_with("# "))
        .count();
    assert_eq!(headings, 1);
}

#[test]
fn a_page_can_be_found_ones_way_in() {
    let html = sample().illustrated().html(true);
    let page = Document::from(html.as_str());
    assert_eq!(page.select("h1").length(), 1);
    let ids: Vec<String> = page
        .select("[id]")
        .nodes()
        .iter()
        .map(|node| node.attr("id").unwrap().to_string())
        .collect();
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "an id is used twice");
    for link in page.select("a").nodes() {
        let href = link.attr("href").unwrap();
        assert!(
            unique.contains(&href.trim_start_matches('#').to_owned()),
            "{href}"
        );
    }
    let tables = page.select("table").length();
    assert!(tables >= 7, "{tables}");
    assert_eq!(page.select("table > caption").length(), tables);
    assert_eq!(
        page.select("thead th").length(),
        page.select("thead th[scope=col]").length()
    );
    assert_eq!(
        page.select(".par").length(),
        22,
        "every scored paragraph has its tone"
    );
    assert!(page.select(".w.neg").length() > 10);
    for style in ["@media print", "prefers-color-scheme:dark"] {
        assert!(html.contains(style), "{style}");
    }
}

#[test]
fn words_in_a_report_can_be_read() {
    for theme in Theme::ALL {
        for ink in [Ink::Text, Ink::Muted, Ink::Negative, Ink::Positive] {
            let contrast = palette::colour(ink, theme).contrast(palette::paper(theme));
            assert!(contrast >= 4.5, "{ink:?} on {theme:?}: {contrast:.2}");
        }
    }
}

#[test]
fn the_same_comparison_gives_the_same_report() {
    assert_eq!(sample().html(true), sample().html(true));
    assert_eq!(sample().markdown(false), sample().markdown(false));
}

#[test]
fn texts_with_nothing_in_them_give_no_nonsense() {
    let long = "ש".repeat(250) + &"名".repeat(250);
    for (a, b) in [("", ""), ("One.", ""), ("Same. Same.", "Same. Same.")] {
        let story = Story::of(a, b).named(&long, "");
        for document in [story.html(true), story.html(false), story.markdown(true)] {
            for nonsense in ["NaN", "inf ", "−0.00"] {
                assert!(!document.contains(nonsense), "{a:?}: {nonsense}");
            }
        }
    }
}

#[test]
fn sources_that_tell_different_stories_are_said_to() {
    let a = "The council met.\n\nA levy passed.\n\nBoats pay in May.\n\nThe quay is shut.";
    let b = "Comets shine.\n\nBread is dear.\n\nRain fell again.\n\nNobody sang.";
    let html = Story::of(a, b).html(true);
    assert!(html.contains("hardly tell the same story"));
}
