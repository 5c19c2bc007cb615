//! Many articles: only the figures of most are kept. They are the same to the digit as with all evidence, and the
//! evidence of what is read is there.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::path::Path;
use std::sync::Arc;

use parallax::article::{Article, Side, Source};
use parallax::chart::Kind;
use parallax::compare::{Comparison, Options, SourceView, behind};
use parallax::export::scores::{self, Detail, Format, Scored};
use parallax::load;
use parallax::score::lists::OwnLists;
use parallax::score::registry::MEASURES;
use parallax::score::{Analysis, Settings, analyse};
use parallax::session::{Condition, Filter};
use parallax::work::Threads;
use parallax::workspace::{Placing, Workspace};

/// Articles a side: enough for articles to be what is sampled.
const ARTICLES: usize = 9;

/// One of several articles: the sentences of the samples begin at another place in each.
fn article(source: &str, number: usize) -> Article {
    let text = match source {
        "Ledger" => include_str!("../../assets/samples/ellery-ledger.md"),
        _ => include_str!("../../assets/samples/quayside-star.md"),
    };
    let mut paragraphs: Vec<&str> = text.split("\n\n").filter(|part| part.len() > 80).collect();
    let all = paragraphs.len();
    paragraphs.rotate_left(number % all);
    paragraphs.truncate(6 + number % 3);
    let body = paragraphs.join("\n\n");
    let text = format!("Article {number} on the harbour shocks the town\n\n{body}\n");
    load::from_text(&text, source).unwrap()
}

fn articles(source: &str) -> Vec<Article> {
    (0..ARTICLES)
        .map(|number| article(source, number))
        .collect()
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn figures_compare_to_the_digit_as_all_evidence_does() {
    let settings = Settings::default();
    let sources = ["Ledger", "Star"].map(articles);
    let whole = sources.each_ref().map(|articles| {
        let scored = articles.iter().map(|article| analyse(article, &settings));
        scored.collect::<Vec<Analysis>>()
    });
    let figures = whole
        .each_ref()
        .map(|all| all.iter().map(Analysis::condensed).collect::<Vec<_>>());
    let compared = |scores: &[Vec<Analysis>; 2]| {
        let [a, b] = [0, 1].map(|at| {
            let pairs = sources[at].iter().zip(&scores[at]);
            pairs.collect::<Vec<(&Article, &Analysis)>>()
        });
        let view = |name, articles| SourceView { name, articles };
        let (a, b) = (view("Ledger", a.as_slice()), view("Star", b.as_slice()));
        let values: Vec<_> = (MEASURES.iter())
            .map(|measure| (a.summary(measure), behind(measure, Side::A, &a).sum))
            .collect();
        let comparison = Comparison::new(&a, &b, &Options::default());
        (
            json(&comparison.differences),
            format!("{values:?}"),
            comparison,
        )
    };
    let (of_whole, of_figures) = (compared(&whole), compared(&figures));
    assert_eq!(of_whole.0, of_figures.0);
    assert!(!of_whole.2.of_few && of_figures.2.of_few);
    assert!(of_figures.2.matching.matches.is_empty());
    // Where there are no words, articles are named as their headlines are written.
    let details = of_figures.2.findings.iter();
    let details: Vec<String> = details.map(|one| one.detail.to_string()).collect();
    let named = "above all in “Article";
    assert!(
        details.iter().any(|detail| detail.contains(named)),
        "{details:?}"
    );
    for (all, kept) in whole.iter().flatten().zip(figures.iter().flatten()) {
        assert!(kept.is_condensed() && kept.units.is_empty());
        assert_eq!(
            (all.words(), all.units.len()),
            (kept.words(), kept.paragraphs())
        );
        assert_eq!(all.headline, kept.headline);
        for measure in MEASURES {
            assert_eq!(
                measure.of_article(all),
                measure.of_article(kept),
                "{}",
                measure.id
            );
        }
    }
}

/// A workspace of two sources that keeps the evidence of so many articles.
fn opened(most: usize) -> Workspace {
    let mut workspace = Workspace::new(Threads::new(2), || ()).with_evidence_of(most);
    for (side, name) in Side::BOTH.into_iter().zip(["Ledger", "Star"]) {
        let source = Source {
            name: name.to_owned(),
            articles: articles(name),
        };
        workspace.place(side, Placing::Together, vec![source]);
    }
    workspace.finish().unwrap();
    workspace
}

fn differences(workspace: &Workspace) -> String {
    json(&workspace.comparison().unwrap().differences)
}

/// The articles whose passages have a counterpart.
fn matched(workspace: &Workspace) -> Vec<[usize; 2]> {
    let mut all: Vec<[usize; 2]> = (workspace.comparison().unwrap().matching.matches.iter())
        .map(|found| [found.a.article, found.b.article])
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn rows(workspace: &Workspace) -> Vec<u8> {
    let sides = workspace.sides().unwrap();
    let parts = Side::BOTH.into_iter().filter_map(|side| sides.side(side));
    let all: Vec<Scored<'_>> = parts
        .flat_map(|part| part.articles.iter().enumerate())
        .map(|(position, (article, analysis))| Scored {
            path: Path::new("all.jsonl"),
            position,
            article,
            analysis,
        })
        .collect();
    scores::scores(
        &all,
        Detail::Sentence,
        Format::Csv,
        None,
        &OwnLists::default(),
    )
    .unwrap()
}

#[test]
fn a_window_keeps_figures_and_the_evidence_of_what_is_read() {
    let whole = opened(usize::MAX);
    let mut few = opened(4);
    assert!(!whole.comparison().unwrap().of_few && few.comparison().unwrap().of_few);
    assert_eq!(differences(&whole), differences(&few));
    assert_eq!(rows(&whole), rows(&few));
    assert!(matched(&few).iter().all(|pair| *pair == [0, 0]));
    for read in [5, 8, 0] {
        few.edit("read", |session| session.read_article(Side::A, read));
        few.finish().unwrap();
        let kept = few.analysis(Side::A).unwrap();
        let all = whole.session().source(Side::A).unwrap().articles[read].clone();
        let all = whole.scores_of(&all).unwrap();
        assert!(!kept.is_condensed());
        assert_eq!(kept, all);
        assert_eq!(differences(&whole), differences(&few));
        let of_pair = matched(&few);
        assert_eq!(of_pair, [[read, 0]]);
        let condensed = |side| {
            let part = few.sides().unwrap().side(side).unwrap();
            let all = part
                .articles
                .iter()
                .map(|(_, scores)| scores.is_condensed());
            all.filter(|is| *is).count()
        };
        assert_eq!(Side::BOTH.map(condensed), [ARTICLES - 1; 2]);
    }
}

#[test]
fn what_a_filter_leaves_has_its_evidence_again() {
    let mut few = opened(4);
    let figures = differences(&few);
    let words = Condition::Words("Article 3".to_owned());
    few.edit("filter", |session| {
        session.set_filter(|filter| filter.add(words));
    });
    few.finish().unwrap();
    let comparison = Arc::clone(few.comparison().unwrap());
    assert!(!comparison.of_few);
    assert_eq!(few.counting(), Some((2, 2 * ARTICLES)));
    assert!(matched(&few).contains(&[3, 3]));
    few.edit("filter", |session| {
        session.set_filter(|filter| *filter = Filter::default());
    });
    few.finish().unwrap();
    assert!(few.comparison().unwrap().of_few);
    assert_eq!(differences(&few), figures);
}

#[test]
fn another_filter_leaves_no_passages_and_words_of_what_it_leaves_out() {
    let filter = |workspace: &mut Workspace, words: &[&str]| {
        let conditions: Vec<Condition> = (words.iter())
            .map(|words| Condition::Words((*words).to_owned()))
            .collect();
        workspace.edit("filter", |session| {
            session.set_filter(|filter| {
                *filter = Filter::default();
                for condition in conditions {
                    filter.add(condition);
                }
            });
        });
        workspace.finish().unwrap();
    };
    let mut changed = opened(usize::MAX);
    filter(&mut changed, &["Article 3"]);
    filter(&mut changed, &["Article 5"]);
    let mut at_once = opened(usize::MAX);
    filter(&mut at_once, &["Article 5"]);
    assert_eq!(matched(&changed), matched(&at_once));
    let [changed, at_once] = [&changed, &at_once].map(|workspace| workspace.comparison().unwrap());
    assert_eq!(json(&changed.words.terms), json(&at_once.words.terms));
    assert_eq!(changed.words.word_shift, at_once.words.word_shift);
}

#[test]
fn words_and_names_of_all_articles_are_those_of_all_evidence() {
    let whole = opened(usize::MAX);
    let mut few = opened(4);
    let of_two = Arc::clone(few.comparison().unwrap());
    assert!(of_two.words_of_few);
    assert_ne!(
        json(&of_two.words.terms),
        json(&whole.comparison().unwrap().words.terms)
    );
    few.finish_for(&[Kind::Terms]).unwrap();
    let [all, found] = [&whole, &few].map(|workspace| workspace.comparison().unwrap());
    assert!(found.of_few && !found.words_of_few);
    assert_eq!(json(&found.words.terms), json(&all.words.terms));
    assert_eq!(json(&found.words.people), json(&all.words.people));
    let [shift, of_all] = [found, all].map(|comparison| &comparison.words.word_shift);
    let near = |one: f64, other: f64| assert!((one - other).abs() < 1e-12, "{one} {other}");
    near(shift.difference.unwrap(), of_all.difference.unwrap());
    assert_eq!(shift.words.len(), of_all.words.len());
    for (one, other) in shift.words.iter().zip(&of_all.words) {
        assert_eq!(
            (&one.word, one.n, &one.uses),
            (&other.word, other.n, &other.uses)
        );
        near(one.shift, other.shift);
        near(one.by_rules, other.by_rules);
    }
    // Whatever is read: nothing is worked out again for that, and they stay those of all.
    let words = Arc::clone(&found.words);
    few.edit("read", |session| session.read_article(Side::A, 5));
    few.finish().unwrap();
    assert!(Arc::ptr_eq(&few.comparison().unwrap().words, &words));
    assert_eq!(matched(&few), [[5, 0]]);
}

#[test]
fn another_filter_ends_the_work_on_words_of_what_was_open_before() {
    let mut few = opened(4);
    few.ask_for_words();
    few.update().unwrap();
    assert!(few.finding_words().is_some());
    let words = Condition::Words("harbour".to_owned());
    few.edit("filter", |session| {
        session.set_filter(|filter| filter.add(words));
    });
    few.update().unwrap();
    assert!(few.finding_words().is_none(), "nobody asked for it again");
    few.finish_for(&[Kind::Terms]).unwrap();
    assert!(!few.comparison().unwrap().words_of_few);
}
