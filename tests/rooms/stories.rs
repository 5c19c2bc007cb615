//! Stories: which articles tell the same event, with what they have and what they lack.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "tests")]

use parallax::article::{Article, Block, BlockKind, Headline, HeadlineOrigin};
use parallax::compare::stories::{
    Both, Lies, SameStories, Stories, StoryChoice, Telling, evidence, stories,
};
use parallax::compare::{Verdict, differences};
use parallax::work::{Progress, Threads};

use crate::fixture::{sample, source, tone_measure};

fn article(headline: &str, date: Option<&str>, paragraphs: &[&str]) -> Article {
    Article {
        headline: Some(Headline {
            text: headline.to_owned(),
            origin: HeadlineOrigin::Text,
        }),
        published: date.map(str::to_owned),
        ..sample(paragraphs).article
    }
}

/// The bridge at Tolben is closed, as one outlet tells it.
fn bridge(date: Option<&str>) -> Article {
    article(
        "Tolben bridge closed after cracks are found",
        date,
        &[
            "The Tolben bridge was closed on Tuesday after inspectors found cracks in two of its cables. \
             Engineer Maren Oduya said 14,200 cars a day would have to use the ferry.",
            "The closure of the bridge may last 11 weeks, Oduya told the harbour board on Tuesday. \
             Repairs to the cables will cost 3.4 million crowns.",
        ],
    )
}

/// The same as another tells it.
fn crossing(date: Option<&str>) -> Article {
    article(
        "Cracks shut Tolben bridge for 11 weeks",
        date,
        &[
            "Cracks in two cables forced the harbour board to shut the Tolben bridge on Tuesday. \
             Maren Oduya, the engineer in charge, said repairs would take 11 weeks and cost 3.4 million crowns.",
            "About 14,200 cars cross the bridge each day. The ferry will carry them until the cables are repaired.",
        ],
    )
}

/// Another bridge story of the same place, weeks later.
fn reopened(date: Option<&str>) -> Article {
    article(
        "Mayor opens swimming pool on the quay",
        date,
        &[
            "Mayor Isolde Brandt opened the new swimming pool on the quay on Saturday with 600 children. \
             The pool has eight lanes and a slide, and tickets cost 40 crowns.",
            "Brandt said the pool had been wanted since 1998. Swimmers from the club raced on the first evening.",
        ],
    )
}

fn found(tellings: &[(usize, &Article)], choices: &[StoryChoice]) -> Stories {
    let tellings: Vec<Telling<'_>> = (tellings.iter())
        .map(|(source, article)| Telling {
            source: *source,
            article,
        })
        .collect();
    stories(&tellings, choices, Threads::ONE, &Progress::default()).unwrap_or_default()
}

fn members(found: &Stories) -> Vec<Vec<usize>> {
    found
        .stories
        .iter()
        .map(|story| story.members.clone())
        .collect()
}

#[test]
fn articles_of_one_event_are_a_story_and_others_stand_alone() {
    let (a, b, c) = (bridge(None), crossing(None), reopened(None));
    let found = found(&[(0, &a), (1, &b), (1, &c)], &[]);
    assert_eq!(members(&found), [vec![0, 1]]);
    assert_eq!(found.alone, [2]);
    let story = &found.stories[0];
    assert_eq!((story.sources, story.texts.len()), (2, 2));
    assert!(story.score > 0.5 && story.date.is_none() && !story.chosen);
    let shared = evidence(&[&a, &b]);
    let has = |terms: &[parallax::compare::stories::SharedTerm], text: &str| {
        terms.iter().any(|term| term.text == text)
    };
    assert!(has(&shared.names, "Tolben") && has(&shared.names, "Oduya"));
    assert!(has(&shared.figures, "14,200") && has(&shared.words, "cables"));
    assert!(has(&shared.phrases, "3.4 million") && has(&shared.phrases, "harbour board"));
    assert!(!has(&shared.phrases, "inspectors found"));
}

#[test]
fn dates_far_apart_are_two_events() {
    let (a, b) = (bridge(Some("2024-03-05")), crossing(Some("2024-03-06")));
    let near = found(&[(0, &a), (1, &b)], &[]);
    assert_eq!(near.stories[0].date.as_deref(), Some("2024-03-05"));
    let later = crossing(Some("2024-03-19"));
    assert_eq!(found(&[(0, &a), (1, &later)], &[]).alone, [0, 1]);
    let odd = crossing(Some("spring of 2024"));
    assert_eq!(members(&found(&[(0, &a), (1, &odd)], &[])), [vec![0, 1]]);
}

#[test]
fn copies_of_one_text_are_one_text_with_its_outlets() {
    let (a, b, c) = (bridge(None), crossing(None), reopened(None));
    let mut tellings: Vec<(usize, &Article)> = (0..200).map(|source| (source, &a)).collect();
    tellings.push((200, &b));
    tellings.push((201, &c));
    let found = found(&tellings, &[]);
    assert_eq!(found.stories.len(), 1);
    let story = &found.stories[0];
    assert_eq!((story.members.len(), story.sources), (201, 201));
    assert_eq!(story.texts[0].len(), 200);
    assert_eq!(found.alone, [201]);
    // Nothing but copies: one text is told, and surely.
    let copies = self::found(&[(0, &a), (1, &a)], &[]);
    assert_eq!(copies.stories[0].texts, [[0, 1]]);
    assert!(copies.stories[0].score >= 1.0);
}

#[test]
fn one_source_may_tell_an_event_twice() {
    let (a, b, c) = (bridge(None), crossing(None), reopened(None));
    let found = found(&[(0, &a), (0, &c), (0, &b)], &[]);
    let all: usize = found.stories.iter().map(|story| story.members.len()).sum();
    assert_eq!(all + found.alone.len(), 3);
    assert!(found.stories.iter().all(|story| story.sources == 1));
}

#[test]
fn what_the_user_says_goes_before_and_the_last_word_counts() {
    let (a, b, c) = (bridge(None), crossing(None), reopened(None));
    let tellings = [(0, &a), (1, &b), (1, &c)];
    let merge = StoryChoice::merge(vec![0, 2]);
    let merged = found(&tellings, std::slice::from_ref(&merge));
    assert_eq!(members(&merged), [vec![0, 1, 2]]);
    assert!(merged.stories[0].chosen);
    let reject = StoryChoice::reject(vec![0, 1]);
    assert_eq!(
        found(&tellings, std::slice::from_ref(&reject)).alone,
        [0, 1, 2]
    );
    let again = StoryChoice::merge(vec![0, 1]);
    assert_eq!(members(&found(&tellings, &[reject, again])), [vec![0, 1]]);
    let split = StoryChoice::split(vec![2], vec![0, 1]);
    assert_eq!(members(&found(&tellings, &[merge, split])), [vec![0, 1]]);
}

#[test]
fn nothing_and_texts_without_words_are_no_story() {
    assert_eq!(found(&[], &[]), Stories::default());
    let empty = article("", None, &[]);
    let found = found(&[(0, &empty), (1, &empty)], &[]);
    assert_eq!(found.alone, [0, 1]);
}

#[test]
fn the_same_on_any_number_of_threads() {
    let (a, b, c) = (bridge(None), crossing(None), reopened(None));
    let tellings: Vec<Telling<'_>> = [(0, &a), (1, &b), (2, &c)]
        .into_iter()
        .map(|(source, article)| Telling { source, article })
        .collect();
    let on = |threads| stories(&tellings, &[], threads, &Progress::default());
    assert_eq!(on(Threads::ONE), on(Threads::new(4)));
}

#[test]
fn on_the_same_stories_a_difference_is_one_of_pairs() {
    // Every story is told darker by A, but A tells many cheerful stories that B does not.
    let tones = [
        "awful", "bad", "sad", "grim", "terrible", "horrible", "nasty", "poor", "ugly",
    ];
    let of = |word: &str| sample(&[format!("The council met and it was {word}. Nobody left.")]);
    let told: Vec<_> = tones.iter().map(|word| of(word)).collect();
    let mild: Vec<_> = tones.iter().map(|_| of("short")).collect();
    let cheerful = of("wonderful and great and happy");
    let mut of_a: Vec<_> = told.iter().map(crate::fixture::Sample::pair).collect();
    of_a.extend((0..9).map(|_| cheerful.pair()));
    let of_b: Vec<_> = mild.iter().map(crate::fixture::Sample::pair).collect();
    let (a, b) = (source("A", &of_a), source("B", &of_b));
    let both: Vec<Both> = (0..9).map(|at| [vec![at], vec![at]]).collect();
    let progress = Progress::default();
    let everything = differences(&a, &b, &[tone_measure()], 1, &progress).unwrap_or_default();
    let of = |both: &[Both]| {
        SameStories::of(&a, &b, both, &[tone_measure()], &everything, 1, &progress)
            .unwrap_or_default()
    };
    let same = of(&both);
    assert_eq!((same.stories, same.articles_a, same.articles_b), (9, 9, 9));
    let tone = &same.differences[0];
    assert_eq!((tone.n_a, tone.cluster.label(2)), (9, "stories"));
    assert_eq!(tone.verdict, Verdict::Clear);
    let said = &same.said[0];
    assert_eq!((said.lies, said.measure), (Lies::Worded, "tone"));
    assert!(
        said.sentence
            .contains("on 9 stories that both tell, B is higher than A"),
        "{}",
        said.sentence
    );
    let parted = &same.parted[0];
    assert!(parted.worded < 0.0 && parted.everything > parted.worded && parted.chosen > 0.0);
    assert!((parted.everything - parted.worded - parted.chosen).abs() < 1e-12);
    assert_eq!(of(&both[..7]).differences[0].verdict, Verdict::TooShort);
    assert_eq!(of(&[]).differences[0].verdict, Verdict::Missing);
}

#[test]
fn a_live_blog_glues_no_stories_together_and_is_said() {
    let (a, b, c) = (bridge(None), crossing(None), reopened(None));
    let entries: Vec<String> = [&a, &c]
        .iter()
        .flat_map(|article| article.blocks.iter())
        .chain([&b].iter().flat_map(|article| article.blocks.iter()))
        .enumerate()
        .map(|(at, block)| format!("{}:{:02} a.m. {}", 7 + at / 2, 30 * (at % 2), block.text))
        .collect();
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    let live = article("The day in Tolben, as it happened", None, &entries);
    assert_eq!(live.live_entries(), Some(6));
    let found = found(&[(0, &a), (1, &b), (1, &c), (2, &live)], &[]);
    assert_eq!(members(&found), [vec![0, 1]]);
    assert_eq!(found.alone, [2, 3]);
    // Links to other articles with their times are no part of the text, whether they stand before or after it; times
    // of entries that were set aside between them are.
    let furniture = |text: &str| Block {
        kind: BlockKind::Boilerplate,
        ..article("", None, &[text]).blocks.remove(0)
    };
    let links = [
        "10:32 Storm closes school",
        "11:05 a.m. Mayor resigns",
        "12:10 Ferry late",
        "12:40 Fog",
        "13:15 Rain",
        "14:00 Sun",
    ];
    let mut linked = article(
        "Bridge closed",
        None,
        &["The bridge was closed.", "It opens in May."],
    );
    linked.blocks.extend(links.map(furniture));
    linked.blocks.splice(0..0, links.map(furniture));
    linked.blocks.insert(7, furniture(links[0]));
    assert_eq!(linked.live_entries(), None);
    let mut timed = article(
        "As it happened",
        None,
        &["One.", "Two.", "Three.", "Four.", "Five."],
    );
    for at in 0..5 {
        timed
            .blocks
            .insert(2 * at, furniture(&format!("1{at}:30 a.m. ET")));
    }
    assert_eq!(timed.live_entries(), Some(5));
    // A report that names a few times is none, nor is one of figures.
    let report = article(
        "Night",
        None,
        &[
            "At 10:30 p.m. it began.",
            "10:45 p.m. came.",
            "Then 3.25 per cent.",
        ],
    );
    assert_eq!(report.live_entries(), None);
    // It is said when it is opened.
    let opened =
        parallax::load::from_text(&format!("The day\n\n{}", entries.join("\n\n")), "Star").unwrap();
    let said = opened
        .warnings
        .iter()
        .any(|warning| warning.contains("live blog (6 entries"));
    assert!(said, "{:?}", opened.warnings);
}

#[test]
fn a_story_of_which_one_article_counts_is_none() {
    let (a, b, c) = (
        bridge(Some("2024-03-05")),
        crossing(Some("2024-03-06")),
        reopened(None),
    );
    let all = [(0, &a), (1, &b), (1, &c)];
    let tellings: Vec<Telling<'_>> = (all.iter())
        .map(|(source, article)| Telling {
            source: *source,
            article,
        })
        .collect();
    let only = |counts: fn(usize) -> bool| found(&all, &[]).only(&tellings, counts);
    assert_eq!(only(|_| true), found(&all, &[]));
    let without_first = only(|at| at != 0);
    assert_eq!(
        (members(&without_first), without_first.alone),
        (vec![], vec![1, 2])
    );
    let without_pool = only(|at| at != 2);
    assert_eq!(
        (members(&without_pool), without_pool.alone),
        (vec![vec![0, 1]], vec![])
    );
}

#[test]
fn a_report_of_collections_tells_the_same_stories_where_it_is_asked_to() {
    use clap::Parser as _;
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, articles: [&Article; 2]| {
        let path = folder.path().join(name);
        let rows = articles.map(|article| {
            let text: Vec<&str> = article
                .blocks
                .iter()
                .map(|block| block.text.as_str())
                .collect();
            let title = article
                .headline
                .as_ref()
                .map(|headline| headline.text.as_str());
            format!(
                "{}\n",
                serde_json::json!({"title": title, "text": text.join("\n\n")})
            )
        });
        std::fs::write(&path, rows.concat()).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (a, b) = (
        file("ant.jsonl", [&bridge(None), &reopened(None)]),
        file("bee.jsonl", [&crossing(None), &reopened(None)]),
    );
    let report = folder.path().join("report.md");
    let written = |more: &[&str]| {
        let arguments = [
            &[
                "parallax",
                "compare",
                &a,
                &b,
                "--report",
                report.to_str().unwrap(),
                "--force",
            ],
            more,
        ]
        .concat();
        let cli = parallax::cli::Cli::try_parse_from(arguments).unwrap();
        parallax::cli::run(&cli.command.unwrap(), &mut Vec::new(), &mut Vec::new()).unwrap();
        std::fs::read_to_string(&report).unwrap()
    };
    let with = written(&["--same-stories"]);
    assert!(
        with.contains("On the same stories")
            && with.contains("Both tell 2 stories, in 2 articles of A and 2 of B."),
        "{with}"
    );
    assert!(!written(&[]).contains("On the same stories"));
}
