//! Findings, sentence by sentence.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

use parallax::article::{Article, Place, Side};
use parallax::compare::findings::{Certainty, Evidence, Finding, Kind, MOST, Picture, of_one};
use parallax::compare::{Comparison, Options, SourceView};
use parallax::load::from_text;
use parallax::score::{Analysis, Settings, analyse};

type Scored = (Article, Analysis);

fn read(text: &str) -> Scored {
    let article = from_text(text, "text").unwrap();
    let analysis = analyse(&article, &Settings::default());
    (article, analysis)
}

fn pairs(articles: &[Scored]) -> Vec<(&Article, &Analysis)> {
    articles
        .iter()
        .map(|(article, scores)| (article, scores))
        .collect()
}

fn compared((name_a, a): (&str, &[Scored]), (name_b, b): (&str, &[Scored])) -> Comparison {
    let (of_a, of_b) = (pairs(a), pairs(b));
    let view = |name, articles| SourceView { name, articles };
    Comparison::new(
        &view(name_a, &of_a),
        &view(name_b, &of_b),
        &Options::default(),
    )
}

fn of(a: &str, b: &str) -> Vec<Finding> {
    compared(("Ledger", &[read(a)]), ("Star", &[read(b)])).findings
}

fn said(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}

fn kind(findings: &[Finding], kind: Kind) -> &Finding {
    let found = findings.iter().find(|finding| finding.kind == kind);
    found.unwrap_or_else(|| panic!("no {kind:?} in {:#?}", said(findings)))
}

const PLAIN: &str = "Council approves new bridge over the Ouse\n\n\
    The council of Marlow approved a new bridge over the Ouse on Monday. It will cost 4.2 million pounds.\n\n\
    Mayor Anna Kowalski said the bridge would open in 2027. “It links two halves of our town,” Kowalski said.\n\n\
    The engineer Peter Holm welcomed the plan. Holm called the old bridge tired but safe.\n\n\
    The ferry will keep its berth. Its timetable stays as it is.";

const LOUD: &str = "Shocking Bridge Blunder: What They Won't Tell You About the Ouse!\n\n\
    The council of Marlow approved a new bridge over the Ouse on Monday, and the town is furious.\n\n\
    Mayor Anna Kowalski said the bridge would open in 2027. The plan is a terrible waste, a disaster for traders.\n\n\
    Traders fear ruin. Joan Baker wept. Baker will fight the plan.\n\n\
    The ferry will keep its berth, a small mercy.";

const ELSEWHERE: &str = "Comet seen over Lisbon\n\n\
    A comet shone over Lisbon on Sunday night. Crowds cheered on the roofs.\n\n\
    The astronomer Maria Santos called it a wonderful sight. Santos had waited nine years.\n\n\
    Clouds hid it from Porto. People in Porto were sad.\n\n\
    The next one comes in spring.";

#[test]
fn the_headlines_come_first_and_say_why() {
    let found = of(PLAIN, LOUD);
    let first = &found[0];
    assert_eq!(
        first.to_string(),
        "The headline of Star (B) is more sensational than that of Ledger (A): 97 against 12 of 100."
    );
    assert_eq!(first.figure.text, "A 12, B 97 of 100");
    assert_eq!(first.certainty, Certainty::OneValue);
    let detail = first.detail.to_string();
    assert!(
        detail.contains("words of shock (“Won't Tell You”)"),
        "{detail}"
    );
    assert_eq!(
        first.evidence[0],
        Evidence::Place(Place::headline(Side::B, 0))
    );
    let second = &found[1];
    assert_eq!(
        second.to_string(),
        "The headline of Star (B) is hotter than its own article; that of Ledger (A) is not."
    );
    assert!(
        second
            .detail
            .to_string()
            .contains("never occur in the text of Star (B)")
    );
}

#[test]
fn what_is_told_of_two_short_articles() {
    let found = of(PLAIN, LOUD);
    assert_eq!(
        said(&found)[2..],
        [
            "There is too little text to test any measure of wording.",
            "Only Ledger (A) names Peter Holm (twice); only Star (B) names Joan Baker (twice).",
            "Ledger (A) quotes Anna Kowalski once (7 words); Star (B) quotes nobody.",
            "The most negative paragraph of Star (B) is paragraph 1 (tone −0.57).",
            "The most positive paragraph of Ledger (A) is paragraph 3 (tone +0.39), of Star (B) paragraph 4 (tone +0.36).",
        ]
    );
}

#[test]
fn swapping_the_sources_swaps_who_is_named_and_nothing_else() {
    let (there, back) = (of(PLAIN, LOUD), {
        let (a, b) = (read(LOUD), read(PLAIN));
        compared(("Star", &[a]), ("Ledger", &[b])).findings
    });
    assert_eq!(there.len(), back.len());
    let swapped = |text: String| {
        let text = text.replace("Ledger (A)", "Ledger (B)");
        text.replace("Star (B)", "Star (A)")
    };
    for (one, other) in there.iter().zip(&back) {
        assert_eq!((one.kind, one.certainty), (other.kind, other.certainty));
        if matches!(
            one.kind,
            Kind::Headlines | Kind::AgainstArticle | Kind::Measure
        ) {
            assert_eq!(swapped(one.to_string()), other.to_string());
            let place = |finding: &Finding| match finding.evidence[0] {
                Evidence::Place(place) => place,
                ref other => panic!("{other:?}"),
            };
            assert_eq!(place(one).swapped(), place(other));
        }
        if let (Picture::Values { a, b, .. }, Picture::Values { a: c, b: d, .. }) =
            (one.figure.picture, other.figure.picture)
        {
            assert_eq!((a, b), (d, c));
        }
    }
}

#[test]
fn articles_on_two_events_are_said_to_be_and_nothing_is_compared() {
    let comparison = compared(("Ledger", &[read(PLAIN)]), ("Star", &[read(ELSEWHERE)]));
    let found = &comparison.findings;
    assert_eq!(
        said(found),
        [
            "Ledger (A) and Star (B) hardly tell the same story: each is described by itself, and nothing is compared.",
            "The headline of Ledger (A) scores 12 of 100 for sensationalism and is plain.",
            "The headline of Star (B) scores 15 of 100 for sensationalism and is plain.",
            "Only Ledger (A) names Anna Kowalski (twice) and Peter Holm (twice); only Star (B) names Maria Santos (twice).",
            "The most negative paragraph of Star (B) is paragraph 3 (tone −0.29).",
            "The most positive paragraph of Ledger (A) is paragraph 3 (tone +0.39), of Star (B) paragraph 2 (tone +0.29).",
        ]
    );
    assert!(comparison.robustness.sentence.starts_with("Not asked"));
    assert!(comparison.robustness.settings.is_empty());
    for item in comparison
        .differences
        .iter()
        .chain(&comparison.like_for_like)
    {
        assert!(item.test.is_none());
        assert!(!item.sentence.contains("higher"), "{}", item.sentence);
    }
}

#[test]
fn a_clear_difference_is_told_with_its_words() {
    let (a, b) = (
        include_str!("../../assets/samples/ellery-ledger.md"),
        include_str!("../../assets/samples/quayside-star.md"),
    );
    let found = of(a, b);
    let clear = kind(&found, Kind::Measure);
    assert_eq!(
        clear.to_string(),
        "Ledger (A) is worded more positively than Star (B): +0.18 against −0.26."
    );
    assert_eq!(clear.certainty, Certainty::Clear);
    assert!(
        clear.detail.to_string().contains("“betrayal”"),
        "{}",
        clear.detail
    );
    assert!(matches!(clear.figure.picture, Picture::Difference { .. }));
    let loaded = "Star (B) uses more loaded words than Ledger (A): 6.4 against 0.0 per 100 words.";
    assert!(
        said(&found).contains(&loaded.to_owned()),
        "{:#?}",
        said(&found)
    );
    let rest = kind(&found, Kind::NotClear);
    assert_eq!(
        rest.to_string(),
        "No other measure of tone or wording differs clearly at this length."
    );
    assert_eq!(rest.evidence, [Evidence::Differences]);
    assert_eq!(found.len(), MOST);
}

#[test]
fn one_source_is_described_by_itself() {
    let article = read(LOUD);
    let all = [(&article.0, &article.1)];
    let source = SourceView {
        name: "Star",
        articles: &all,
    };
    let found = of_one(Side::B, &source);
    assert_eq!(
        said(&found),
        [
            "The headline of Star scores 97 of 100 for sensationalism.",
            "The headline of Star is hotter than its own article.",
            "The most negative paragraph of Star is paragraph 1 (tone −0.57).",
            "The most positive paragraph of Star is paragraph 4 (tone +0.36).",
        ]
    );
    for finding in &found {
        assert!(!finding.evidence.is_empty());
        assert_ne!(finding.certainty, Certainty::Clear);
    }
}

#[test]
fn headlines_of_collections_are_averaged_and_tested() {
    let plain: Vec<Scored> = (0..9).map(|_| read(PLAIN)).collect();
    let mut loud: Vec<Scored> = (0..8).map(|_| read(LOUD)).collect();
    loud.push(read(
        &LOUD.replace("Shocking Bridge Blunder", "Bridge Blunder"),
    ));
    let found = compared(("Ledger", &plain), ("Star", &loud)).findings;
    let first = found[0].to_string();
    assert!(
        first.starts_with("The 9 headlines of Star (B) average 96 ")
            && first.ends_with(", the 9 of Ledger (A) 12: a clear difference."),
        "{first}"
    );
    assert_eq!(found[0].certainty, Certainty::Clear);
    assert_eq!(
        found[1].to_string(),
        "9 of 9 headlines of Star (B) are hotter than their own articles, 0 of 9 of Ledger (A)."
    );
    // Three a side have a mean, and nothing says how much of the difference is chance.
    let found = compared(("Ledger", &plain[..3]), ("Star", &loud[..3])).findings;
    let end = ": too few to say how much of that is chance.";
    assert!(found[0].to_string().ends_with(end), "{}", found[0]);
    assert_eq!(found[0].certainty, Certainty::TooFew);
}

#[test]
fn what_cannot_be_said_is_not_said() {
    let long = format!("{} end", "x".repeat(500));
    let (plain, bare) = (
        read(PLAIN),
        read("No headline here, only one line of text that ends with a stop."),
    );
    for (a, b) in [(&plain, &bare), (&bare, &plain), (&bare, &bare)] {
        let found = compared(
            (&long, std::slice::from_ref(a)),
            ("עיתון", std::slice::from_ref(b)),
        )
        .findings;
        assert!(found.len() <= MOST);
        for finding in &found {
            let text = finding.to_string();
            assert!(text.chars().count() < 320, "{text}");
            assert!(
                text.ends_with('.') && !text.contains("NaN") && !text.contains("−0.00"),
                "{text}"
            );
            assert!(!finding.evidence.is_empty());
        }
    }
    let none = compared(("Ledger", &[]), ("Star", &[])).findings;
    assert!(said(&none).is_empty(), "{:#?}", said(&none));
    let half = compared(("Ledger", &[]), ("Star", std::slice::from_ref(&plain))).findings;
    assert!(
        !said(&half).iter().any(|text| text.contains("Ledger")),
        "{:#?}",
        said(&half)
    );
}

#[test]
fn an_abbreviation_with_stops_and_one_without_are_one_name() {
    let with = PLAIN
        .replace("The engineer Peter Holm", "The F.B.I.")
        .replace("Holm", "The F.B.I.");
    let without = LOUD.replace("Joan Baker", "The FBI");
    let found = of(&with, &without);
    for text in said(&found) {
        assert!(!text.contains("F.B.I.") && !text.contains("FBI"), "{text}");
    }
}
