//! Which articles count: every condition, what they do to figures and files, and that they are kept and undone.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::Path;
use std::sync::Arc;

use clap::Parser as _;
use parallax::article::{Article, Side};
use parallax::cli::{self, Cli};
use parallax::compare::{Cluster, SourceView};
use parallax::score::registry::MEASURES;
use parallax::score::{Analysis, Settings};
use parallax::session::document::{self, Articles};
use parallax::session::{Condition, Filter, Session};
use parallax::work::Threads;
use parallax::workspace::Workspace;

use crate::fixture;

fn article(text: &str, outlet: &str, day: &str) -> Article {
    let mut article = fixture::sample(&[text]).article;
    article.outlet = (!outlet.is_empty()).then(|| outlet.to_owned());
    article.published = (!day.is_empty()).then(|| day.to_owned());
    article
}

fn kept(conditions: &[&str], articles: &[Article]) -> Vec<bool> {
    let read = conditions.iter().map(|one| Condition::read(one).unwrap());
    Filter::of(read.collect()).kept("Ant", articles)
}

#[test]
fn all_conditions_have_to_be_met_but_of_several_outlets_one() {
    let articles = [
        article(
            "The council met about the Flood Gate.",
            "Star",
            "2024-03-31T23:00:00Z",
        ),
        article("The council slept.", "Ledger", "2024-04-01"),
        article("Boats.", "", ""),
    ];
    assert_eq!(kept(&["words=flood gate"], &articles), [true, false, false]);
    assert_eq!(kept(&["words=gat"], &articles), [false; 3], "whole words");
    assert_eq!(
        kept(&["outlet=Star", "outlet=Ledger"], &articles),
        [true, true, false]
    );
    assert_eq!(
        kept(&["outlet=Ant"], &articles),
        [false, false, true],
        "the name of the source"
    );
    assert_eq!(
        kept(&["from=2024-03-31", "to=2024-03-31"], &articles),
        [true, false, false]
    );
    assert_eq!(
        kept(&["least=2", "most=4"], &articles),
        [false, true, false]
    );
    assert_eq!(
        kept(&["words=council", "outlet=Ledger"], &articles),
        [false, true, false]
    );
    assert_eq!(kept(&[], &articles), [true; 3]);
    for wrong in ["words", "words=", "from=spring", "least=few", "bias=left"] {
        assert!(Condition::read(wrong).is_err(), "{wrong}");
    }
}

/// A workspace with two sources of `n` articles each, every second about boats.
fn workspace(n: usize) -> Workspace {
    let mut workspace = Workspace::new(Threads::ONE, || ());
    workspace.edit("open", |session| {
        for (side, name) in Side::BOTH.into_iter().zip(["Ant", "Bee"]) {
            let articles = (0..n).map(|at| {
                let about = if at.is_multiple_of(2) {
                    "boats"
                } else {
                    "gates"
                };
                let text =
                    format!("Part {at} is about {about}. It was a good day. Nobody was sad.");
                Arc::new(article(&text, "", ""))
            });
            session.open(side, name, articles.collect());
        }
    });
    workspace.finish().unwrap();
    workspace
}

#[test]
fn among_many_articles_those_that_count_are_found_in_the_background() {
    let shared = |number: usize| {
        let word = if number.is_multiple_of(3) {
            "Boats"
        } else {
            "Trams"
        };
        Arc::new(article(&format!("{word} came on day {number}."), "", ""))
    };
    let mut workspace = Workspace::new(Threads::new(2), || ());
    workspace.edit("open", |session| {
        session.open(Side::A, "Ant", (0..1_500).map(shared).collect());
    });
    workspace.finish().unwrap();
    for (words, counting) in [("boats", 500), ("trams", 1_000)] {
        workspace.edit("filter", |session| {
            let condition = Condition::Words(words.to_owned());
            session.set_filter(|filter| *filter = Filter::of(vec![condition]));
        });
        workspace.update().unwrap();
        // Nobody waits for it, and nothing is told of it before it is known.
        assert!(workspace.filtering().is_some() && workspace.counting().is_none());
        workspace.finish().unwrap();
        assert_eq!(workspace.counting(), Some((counting, 1_500)));
        assert_eq!(workspace.counts(Side::A, 0), words == "boats");
    }
    workspace.history_mut().undo();
    workspace.finish().unwrap();
    assert_eq!(workspace.counting(), Some((500, 1_500)));
    workspace.history_mut().undo();
    workspace.finish().unwrap();
    assert_eq!(workspace.counting(), None);
}

#[test]
fn what_is_left_out_is_in_no_figure_and_comes_back_by_undo() {
    let mut workspace = workspace(20);
    let before = workspace
        .comparison()
        .unwrap()
        .differences
        .first()
        .unwrap()
        .n_a;
    assert_eq!(before, 20);
    workspace.edit("filter", |session| {
        session.set_filter(|filter| filter.add(Condition::Words("boats".to_owned())));
    });
    workspace.finish().unwrap();
    assert_eq!(workspace.counting(), Some((20, 40)));
    assert!(workspace.counts(Side::A, 0) && !workspace.counts(Side::A, 1));
    let tone = workspace
        .comparison()
        .unwrap()
        .differences
        .first()
        .unwrap()
        .clone();
    assert_eq!((tone.n_a, tone.cluster), (10, Cluster::Article));
    let sides = workspace.sides().unwrap();
    sides.with_input(None, parallax::chart::Options::default(), |input| {
        let a = input.a.unwrap();
        assert_eq!((a.articles.len(), a.counting()), (20, 10));
        assert!(
            a.units().all(|unit| unit.article.is_multiple_of(2)),
            "places keep their numbers"
        );
        let provenance = parallax::chart::Provenance::of(input);
        assert_eq!(provenance.filter.as_deref(), Some("“boats” in the text"));
        assert_eq!(provenance.inputs.len(), 20);
    });
    workspace.history_mut().undo();
    workspace.finish().unwrap();
    assert_eq!(workspace.counting(), None);
    assert_eq!(
        workspace
            .comparison()
            .unwrap()
            .differences
            .first()
            .unwrap()
            .n_a,
        20
    );
}

#[test]
fn few_that_count_are_compared_by_paragraph_and_none_says_so() {
    let nothing = Analysis::left_out(&Settings::default(), "“boats” in the text");
    let samples: Vec<_> = (0..9)
        .map(|_| fixture::sample(&["One good thing. Another."]))
        .collect();
    let mut pairs: Vec<_> = samples.iter().map(fixture::Sample::pair).collect();
    let fitting = |pairs: &[(&Article, &Analysis)]| {
        let view = SourceView {
            name: "Ant",
            articles: pairs,
        };
        (Cluster::fitting(&view, &view), view.counting())
    };
    assert_eq!(fitting(&pairs), (Cluster::Article, 9));
    for pair in pairs.iter_mut().skip(5) {
        pair.1 = &nothing;
    }
    assert_eq!(fitting(&pairs), (Cluster::Paragraph, 5));
    assert!(
        MEASURES
            .iter()
            .all(|measure| measure.of(&nothing).is_none())
    );
}

#[test]
fn the_filter_is_part_of_the_document() {
    let mut session: Session = workspace(2).session().clone();
    let at = Path::new("/tmp/one.parallax");
    let plain = document::to_bytes(&session, Articles::Embedded, at).unwrap();
    assert!(!String::from_utf8(plain).unwrap().contains("\"filter\""));
    session.set_filter(|filter| {
        filter.add(Condition::Outlet("Ant".to_owned()));
        filter.add(Condition::Length {
            least: Some(3),
            most: None,
        });
    });
    let bytes = document::to_bytes(&session, Articles::Embedded, at).unwrap();
    let opened = document::from_bytes(&bytes, at, parallax::load::open).unwrap();
    assert_eq!(opened.session.filter(), session.filter());
    assert_eq!(
        opened.session.filter().in_words(),
        "outlet Ant; at least 3 words"
    );
}

#[test]
fn the_command_compares_only_what_counts_and_says_how_much() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| {
        let path = folder.path().join(name);
        let row = |at: usize| {
            let about = if at.is_multiple_of(2) {
                "boats"
            } else {
                "gates"
            };
            let text = format!("Part {at} is about {about}. It was a good day.");
            serde_json::json!({"title": format!("Part {at}"), "text": text}).to_string()
        };
        let rows: Vec<String> = (0..6).map(row).collect();
        std::fs::write(&path, rows.join("\n")).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (a, b, c) = (file("ant.jsonl"), file("bee.jsonl"), file("cow.jsonl"));
    let run = |paths: &[&str]| {
        let arguments = [
            "parallax",
            "compare",
            "--only",
            "words=boats",
            "--format",
            "json",
        ];
        let cli = Cli::try_parse_from(arguments.iter().chain(paths)).unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        cli::run(&cli.command.unwrap(), &mut out, &mut err).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
        (json, String::from_utf8(err).unwrap())
    };
    let (two, err) = run(&[&a, &b]);
    assert_eq!(two.get("filter").unwrap(), "“boats” in the text");
    assert!(err.contains("6 of 12 articles"), "{err}");
    let (three, err) = run(&[&a, &b, &c]);
    let count = three.pointer("/sources/2/articles").unwrap();
    assert_eq!(count, 3);
    assert!(err.contains("9 of 18 articles"), "{err}");
}

/// What a command prints about two collections with sections, of ten articles each: the result and what is said.
fn of_sections(command: &[&str]) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for name in ["ant.jsonl", "bee.csv"] {
        let path = folder.path().join(name);
        let row = |at: usize| {
            let section = ["Politics", "World/politics", "Sport"]
                .into_iter()
                .cycle()
                .nth(at);
            let text = format!("Part {at} is about boats. It was a good day for everybody there.");
            (format!("Part {at} of a long tale"), text, section.unwrap())
        };
        let text = if name.ends_with("csv") {
            let rows = (0..10).map(row);
            let rows = rows.map(|(title, text, section)| format!("{title},{text},{section}\n"));
            format!("title,text,category\n{}", rows.collect::<String>())
        } else {
            let rows = (0..10).map(row).map(|(title, text, section)| {
                let row = serde_json::json!({"title": title, "text": text, "sectionName": section, "page": 3});
                format!("{row}\n")
            });
            rows.collect()
        };
        std::fs::write(&path, text).unwrap();
        paths.push(path.to_str().unwrap().to_owned());
    }
    let arguments = ["parallax"].into_iter().chain(command.iter().copied());
    let cli = Cli::try_parse_from(arguments.chain(paths.iter().map(String::as_str))).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    cli::run(&cli.command.unwrap(), &mut out, &mut err).unwrap();
    (
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

#[test]
fn every_command_that_reads_many_chooses_by_section_whatever_it_is_called() {
    for command in [
        ["compare", "--format=json"],
        ["stories", "--format=json"],
        ["score", "--format=csv"],
    ] {
        let (out, err) = of_sections(&[command[0], command[1], "--only", "section=politics"]);
        assert!(
            err.contains("only section politics: 14 of 20 articles"),
            "{command:?}: {err}"
        );
        assert!(out.contains("section politics"), "{command:?}: {out}");
        assert!(!err.contains("no article has"), "{err}");
    }
    let (out, _) = of_sections(&["score", "--only", "section=Sport"]);
    assert_eq!(out.lines().count(), 6, "{out}");
    let (_, err) = of_sections(&[
        "compare",
        "--only",
        "field.page=3",
        "--only",
        "field.desk=Metro",
    ]);
    assert!(err.contains("0 of 20"), "{err}");
    assert!(
        err.contains("no article has a field “desk”: there are page, sectionName, category"),
        "{err}"
    );
}

#[test]
fn fields_are_read_kept_in_documents_and_offered() {
    let row = r#"{"title": "A gate", "text": "It opened on Monday at last.", "desk": "Metro", "tags": ["tax", "roads"]}"#;
    let article =
        parallax::load::from_json_line(row, &parallax::load::ReadOptions::default()).unwrap();
    let fields: Vec<_> = article.fields.iter().collect();
    assert_eq!(fields, [("desk", "Metro"), ("tags", "tax; roads")]);
    let read = |text: &str| Filter::of(vec![Condition::read(text).unwrap()]);
    assert_eq!(read("section=metro").kept("Ant", [&article]), [true]);
    assert_eq!(read("field.tags=Roads").kept("Ant", [&article]), [true]);
    assert_eq!(read("field.tags=road").kept("Ant", [&article]), [false]);
    let page = "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A gate\",\
                \"articleSection\":[\"Local\",\"Roads\"]}</script><meta name=news_keywords content='gate, town'></head>\
                <body><h1>A gate</h1><p>It opened on Monday at last, to everybody's joy.</p></body></html>";
    let options = parallax::load::ReadOptions::default();
    let input = parallax::load::Input::from_bytes("gate.html", page.as_bytes().to_vec(), &options);
    let opened = parallax::load::open_input(input);
    let page = opened.unwrap().articles.into_iter().next().unwrap();
    assert!(
        page.fields.holds("section", "roads") && page.fields.holds("keywords", "town"),
        "{:?}",
        page.fields
    );
    let mut session = Session::default();
    session.open(Side::A, "Ant", vec![Arc::new(article), Arc::new(page)]);
    session.set_filter(|filter| filter.add(Condition::read("field.desk=Metro").unwrap()));
    let at = Path::new("/tmp/one.parallax");
    let bytes = document::to_bytes(&session, Articles::Embedded, at).unwrap();
    let opened = document::from_bytes(&bytes, at, parallax::load::open)
        .unwrap()
        .session;
    assert_eq!(opened.filter().in_words(), "desk Metro");
    let articles = |session: &Session| session.sources().first().unwrap().articles.clone();
    let fields = |session: &Session| -> Vec<_> {
        articles(session)
            .iter()
            .map(|article| article.fields.clone())
            .collect()
    };
    assert_eq!(fields(&opened), fields(&session));
    let there = parallax::session::FieldsThere::of(opened.sources());
    let names: Vec<&str> = there
        .fields()
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(names, ["desk", "keywords", "section", "tags"]);
}
