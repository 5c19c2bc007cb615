//! Two readers: what is said where they agree, differ or contradict each other, when the second is asked, and
//! what is kept.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::path::Path;
use std::sync::Arc;

use parallax::article::{Article, Side, Source};
use parallax::compare::findings::{Certainty, Kind};
use parallax::compare::{Comparison, Options, SettingResult, SourceView, Standing, Verdict};
use parallax::load;
use parallax::score::second::{Agreement, Fault, Said, SecondReader};
use parallax::score::{Analysis, Settings, analyse};
use parallax::session::document;
use parallax::work::{Progress, Threads};
use parallax::workspace::{Asking, MOST_SENTENCES, Placing, Second, Workspace};

/// Paragraphs that both word lists and people would call by the same name.
const GOOD: [&str; 4] = [
    "The wonderful festival delighted happy visitors of the town.",
    "Grateful neighbours praised the brilliant and generous volunteers.",
    "The charming square won a splendid award this spring.",
    "Everybody enjoyed a superb and joyful evening by the river.",
];
const BAD: [&str; 4] = [
    "The terrible festival angered miserable visitors of the town.",
    "Furious neighbours condemned the awful and cruel organisers.",
    "The ugly square suffered a horrible failure this spring.",
    "Everybody hated a dreadful and violent evening by the river.",
];

fn article(paragraphs: &[&str], count: usize) -> Article {
    let text: Vec<String> = (0..count)
        .map(|at| paragraphs[at % paragraphs.len()].to_owned())
        .collect();
    load::from_text(&format!("A festival\n\n{}", text.join("\n\n")), "one").unwrap()
}

/// An analysis with what a reader would have said: `tone` of a sentence's compound.
fn read(article: &Article, tone: impl Fn(f64) -> f64) -> Analysis {
    let plain = analyse(article, &Settings::default());
    let blocks: Vec<String> = (plain.units.iter())
        .map(|unit| {
            let said = unit.sentences.iter().map(|sentence| {
                let tone = (tone(sentence.tone.compound) * 1e4).round();
                format!("{tone} {tone} 5000")
            });
            format!("{} {}", unit.block, said.collect::<Vec<_>>().join(" "))
        })
        .collect();
    let said = serde_json::json!({ "bait": 10.0, "blocks": blocks });
    let said: Said = serde_json::from_value(said).unwrap();
    plain.with_second(Some(Arc::new(said)))
}

fn compared(tone: impl Fn(f64) -> f64 + Copy) -> Comparison {
    let (a, b) = (article(&GOOD, 12), article(&BAD, 12));
    let (of_a, of_b) = (read(&a, tone), read(&b, tone));
    let (a, b) = ([(&a, &of_a)], [(&b, &of_b)]);
    let view = |name, articles| SourceView { name, articles };
    Comparison::new(&view("A", &a), &view("B", &b), &Options::default())
}

#[test]
fn a_difference_is_established_only_where_both_readers_say_so() {
    let tone = |comparison: &Comparison| comparison.differences[0].clone();
    let both = compared(|compound| compound * 0.8);
    assert_eq!(tone(&both).standing(), Some(Standing::Established));
    assert!(
        tone(&both).sentence.contains("established"),
        "{}",
        tone(&both).sentence
    );
    let told = |comparison: &Comparison| {
        (comparison.findings.iter())
            .find(|finding| finding.kind == Kind::Measure)
            .map(|finding| finding.certainty)
    };
    assert_eq!(told(&both), Some(Certainty::Established));

    let against = compared(|compound| -compound);
    assert_eq!(tone(&against).verdict, Verdict::Disputed);
    assert!(tone(&against).in_words().contains("the two readers differ"));
    assert!(
        against
            .findings
            .iter()
            .all(|it| it.certainty != Certainty::Established
                && (it.kind != Kind::Measure
                    || !it.to_string().contains("worded more positively"))),
        "a disputed difference is not told"
    );
    // Nothing is left of the tone of such paragraphs that both readers would call so.
    assert!(
        against
            .findings
            .iter()
            .all(|it| it.kind != Kind::MostNegative)
    );

    let unmoved = compared(|compound| if compound > 0.7 { 0.01 } else { -0.01 } * 0.01);
    assert_ne!(tone(&unmoved).standing(), Some(Standing::Established));
}

#[test]
fn does_it_hold_gains_the_second_reader() {
    let found = compared(|compound| compound);
    let (with, without): (Vec<&SettingResult>, Vec<&SettingResult>) =
        (found.robustness.settings.iter()).partition(|result| result.setting.second);
    assert_eq!((with.len(), without.len()), (8, 32));
    assert!(
        with.iter()
            .all(|result| result.a > result.b || result.a.is_none())
    );
}

fn workspace(paragraphs: usize, asking: Asking) -> Workspace {
    let mut workspace = Workspace::new(Threads::ONE, || ());
    workspace.ask_second(asking).unwrap();
    for (side, texts) in [(Side::A, &GOOD), (Side::B, &BAD)] {
        let source = Source {
            name: side.label().to_owned(),
            articles: vec![article(texts, paragraphs)],
        };
        workspace.place(side, Placing::Together, vec![source]);
    }
    workspace.finish().unwrap();
    workspace
}

fn sentences_read(workspace: &Workspace) -> usize {
    let tone = |side| Some(workspace.analysis(side)?.second_tone()?.sentences);
    Side::BOTH.into_iter().filter_map(tone).sum()
}

#[test]
fn little_is_read_by_itself_and_much_on_request() {
    if matches!(SecondReader::shipped(), Err(Fault::LeftOut)) {
        let found = workspace(2, Asking::Little);
        assert_eq!(*found.second(), Second::Missing(Fault::LeftOut));
        assert!(found.comparison().is_some(), "the rest works without it");
        return;
    }
    assert_eq!(sentences_read(&workspace(2, Asking::Never)), 0);
    let mut little = workspace(2, Asking::Little);
    assert_eq!(
        (*little.second(), sentences_read(&little)),
        (Second::Done, 4)
    );
    assert!(little.comparison().unwrap().differences[0].second.is_some());
    little.ask_second(Asking::Never).unwrap();
    little.finish().unwrap();
    assert_eq!(sentences_read(&little), 0);
    assert!(little.comparison().unwrap().differences[0].second.is_none());

    let much = MOST_SENTENCES / 2 + 1;
    let mut much = workspace(much, Asking::Little);
    assert!(matches!(much.second(), Second::Waiting { articles: 2, .. }));
    assert_eq!(sentences_read(&much), 0);
    much.read_all().unwrap();
    much.stop();
    much.finish().unwrap();
    assert_ne!(*much.second(), Second::Done, "it was stopped");
}

#[test]
fn what_was_said_is_kept_in_the_document_for_the_same_text() {
    let first = workspace(3, Asking::Little);
    if *first.second() != Second::Done {
        return; // A build without the second reader.
    }
    let path = Path::new("/somewhere/festival.parallax");
    let material = first.material(parallax::chart::Options::default());
    let bytes = document::to_bytes_with(
        &material.session,
        &material.said,
        document::Articles::Embedded,
        path,
    )
    .unwrap();
    let open = |bytes: &[u8]| document::from_bytes(bytes, path, |_| unreachable!()).unwrap();
    let opened = open(&bytes);
    assert_eq!(opened.said.len(), 2);
    let mut again = Workspace::new(Threads::ONE, || ());
    again.take_said(opened.said);
    let session = opened.session;
    again.edit("open", |current| *current = session);
    again.ask_second(Asking::Little).unwrap();
    again.finish().unwrap();
    for side in Side::BOTH {
        assert_eq!(again.analysis(side), first.analysis(side));
    }
    let other = String::from_utf8(bytes)
        .unwrap()
        .replace("wonderful", "wonderous");
    assert_eq!(
        open(other.as_bytes()).said.len(),
        1,
        "another text is read again"
    );
}

#[test]
fn what_it_says_never_depends_on_the_threads() {
    let Ok(reader) = SecondReader::shipped() else {
        return;
    };
    let text = "A vote\n\nAna Ruiz praised the council. The council ignored Ana Ruiz, and people were furious.\n\n\
                The mayor said “a terrible, shameful day” in a wonderful speech. It rained. 😀😀";
    let article = load::from_text(text, "one").unwrap();
    let scores = analyse(&article, &Settings::default());
    let said = |threads| {
        reader
            .ask(&article, &scores, threads, &Progress::default())
            .unwrap()
    };
    assert_eq!(said(Threads::ONE), said(Threads::new(3)));
    let read = scores.with_second(Some(Arc::new(said(Threads::ONE))));
    let quoting = &read.units.last().unwrap().sentences[0];
    let second = quoting.second.unwrap();
    assert!(
        second
            .own
            .is_some_and(|own| (own - second.tone).abs() > 0.01),
        "what is quoted is not its own voice"
    );
    assert!(
        read.people
            .names
            .iter()
            .flat_map(|name| &name.mentions)
            .all(|mention| {
                read.second
                    .as_ref()
                    .unwrap()
                    .mention(mention.block, mention.span)
                    .is_some()
            })
    );
    assert_eq!(Agreement::of(true, false), Agreement::Differ);
}
