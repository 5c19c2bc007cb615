//! Tone against the reference's own figures, its evidence, its corrections, and `parallax lines`.

#![expect(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "tests; one says that it is skipped"
)]

use std::path::{Path, PathBuf};

use clap::Parser as _;
use parallax::article::{Article, Block, BlockKind, Origin, Span};
use parallax::cli::{self, Cli, Outcome};
use parallax::score::tone::{self, Names, SentenceTone, ToneOptions, ToneSummary, Unscored};
use serde::Deserialize;

/// A text and what the reference, vaderSentiment 3.3.2, gives for it.
#[derive(Debug, Deserialize)]
struct Golden {
    text: String,
    neg: f64,
    neu: f64,
    pos: f64,
    compound: f64,
}

fn read_golden(path: &Path) -> Vec<Golden> {
    let rows = std::fs::read_to_string(path).unwrap();
    rows.lines()
        .map(|row| serde_json::from_str(row).unwrap())
        .collect()
}

/// The golden rows of this repository.
fn golden() -> Vec<Golden> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut rows = read_golden(&folder.join("tone.jsonl"));
    rows.extend(read_golden(&folder.join("tone_synthetic.jsonl")));
    rows
}

fn exact(text: &str) -> SentenceTone {
    tone::score(text, ToneOptions::EXACT, &Names::default())
}

fn plain(text: &str) -> SentenceTone {
    tone::score(text, ToneOptions::default(), &Names::default())
}

#[track_caller]
fn assert_golden(rows: &[Golden]) {
    for row in rows {
        let tone = exact(&row.text);
        let found = [tone.neg, tone.neu, tone.pos, tone.compound];
        assert_eq!(
            found,
            [row.neg, row.neu, row.pos, row.compound],
            "{:?}\n{tone:#?}",
            row.text
        );
    }
}

#[test]
fn exact_mode_is_the_reference() {
    let rows = golden();
    assert!(rows.len() > 2_700);
    assert_golden(&rows);
}

#[test]
fn exact_mode_is_the_reference_on_texts_of_others() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/tone/golden.jsonl");
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
        return;
    }
    assert_golden(&read_golden(&path));
}

#[test]
fn the_evidence_adds_up_to_the_score() {
    for Golden { text, .. } in golden() {
        for options in [ToneOptions::EXACT, ToneOptions::default()] {
            let tone = tone::score(&text, options, &Names::default());
            let mut sum = 0.0;
            for word in &tone.words {
                assert!(!word.span.of(&text).is_empty());
                let mut value = word.base;
                for step in &word.rules {
                    assert_eq!(step.before, value, "{text:?}");
                    value = step.after;
                    assert!(!step.cause.of(&text).is_empty());
                }
                assert_eq!(value, word.valence, "{text:?}");
                sum += word.valence;
            }
            assert_eq!(tone.sum, sum + tone.emphasis, "{text:?}");
            let compound = tone.sum / (tone.sum * tone.sum + 15.0).sqrt();
            assert!(
                (compound - tone.compound).abs() <= 0.000_050_001,
                "{text:?}"
            );
        }
    }
}

/// Numbers that look random and are the same at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len())).unwrap()
    }
}

#[test]
fn made_up_texts_agree_with_an_independent_engine() {
    const WORDS: [&str; 64] = [
        "good",
        "bad",
        "GREAT",
        "awful",
        "kind",
        "of",
        "sort",
        "just",
        "enough",
        "no",
        "No",
        "nor",
        "or",
        "not",
        "isn't",
        "never",
        "so",
        "this",
        "without",
        "doubt",
        "least",
        "at",
        "very",
        "VERY",
        "barely",
        "slightly",
        "but",
        "BUT",
        "the",
        "shit",
        "bomb",
        "bad",
        "ass",
        "bus",
        "stop",
        "yeah",
        "right",
        "kiss",
        "death",
        "to",
        "die",
        "for",
        "beating",
        "heart",
        "hearts",
        ":)",
        ":p",
        ":P",
        ":(",
        "❤",
        "😀",
        "a",
        "I",
        "X",
        "(good)",
        "“bad”",
        "win!",
        "lose?",
        "??",
        "!!!",
        "…",
        "É",
        "x\u{a0}y",
        "fine,",
    ];
    let peer = vader_parity::SentimentIntensityAnalyzer::new();
    let mut dice = Dice(7);
    for _ in 0..20_000 {
        let length = dice.below(16);
        let words: Vec<&str> = (0..length).map(|_| dice.pick(&WORDS)).collect();
        let text = words.join(dice.pick(&[" ", " ", " ", "  ", "\n"]));
        let tone = exact(&text);
        // The peer adds up with compensation, as later versions of Python do: where the sum is nothing
        // but rounding errors the two may fall on different sides of zero.
        if (tone.sum - tone.emphasis).abs() < 1e-9 && tone.words.len() > 1 {
            continue;
        }
        let scores = peer.polarity_scores(&text);
        let theirs = [scores.neg, scores.neu, scores.pos, scores.compound];
        assert_eq!(
            [tone.neg, tone.neu, tone.pos, tone.compound],
            theirs,
            "{text:?}"
        );
    }
}

#[test]
fn typographic_marks_are_read_as_plain_ones() {
    for (typeset, typed) in [
        ("It isn’t “good”", "It isn't \"good\""),
        (
            "‘Great’ „bad‟ «fine» ‹awful›",
            "'Great' \"bad\" \"fine\" 'awful'",
        ),
        (
            "“I don’t like it,” she said",
            "\"I don't like it,\" she said",
        ),
    ] {
        let options = ToneOptions {
            typographic: true,
            ..ToneOptions::EXACT
        };
        let tone = tone::score(typeset, options, &Names::default());
        assert_eq!(tone.compound, exact(typed).compound, "{typeset}");
        assert_ne!(tone.compound, exact(typeset).compound, "{typeset}");
    }
    let text = "It isn’t good";
    let described = plain(text)
        .words
        .first()
        .unwrap()
        .rules
        .first()
        .unwrap()
        .describe(text);
    assert_eq!(described, "negated by “isn’t”");
}

/// The words taken out as names, each as described.
fn masked(text: &str, names: &Names) -> Vec<String> {
    let tone = tone::score(text, ToneOptions::default(), names);
    let names = tone
        .unscored
        .iter()
        .filter(|word| matches!(word.why, Unscored::Name(_)));
    names
        .map(|word| format!("{}: {}", word.span.of(text), word.describe(text)))
        .collect()
}

#[test]
fn words_of_names_are_not_scored() {
    let found = |text: &str| masked(text, &Names::default());
    assert_eq!(
        found("Justice Department officials shared intelligence with the Supreme Court."),
        [
            "Justice: part of the name Justice Department",
            "Supreme: part of the name Supreme Court"
        ]
    );
    assert_eq!(
        found("He left the United States on Friday."),
        ["United: part of the name United States"]
    );
    assert_eq!(
        found("She asked the U.S. Justice Department."),
        ["Justice: part of the name Justice Department"]
    );
    assert_eq!(
        found("He met Sen. Rich Parker in Trump's Hope Hotel."),
        [
            "Rich: part of the name Sen. Rich Parker",
            "Hope: part of the name Hope Hotel",
        ]
    );
    assert_eq!(
        found("She works for the Department of Justice, he said."),
        ["Justice: part of the name Department of Justice"]
    );
    assert_eq!(
        found("He wrote it on Truth late at night."),
        ["Truth: a name"]
    );
    assert_eq!(
        found("Hope Hicks left the White House."),
        ["Hope: part of the name Hope Hicks"]
    );
}

#[test]
fn words_of_feeling_are_scored_wherever_they_stand() {
    for text in [
        "Horrible scenes were shown on television.",
        "Angry Trump supporters gathered at the gate.",
        "“Great job,” he told them.",
        "He said: “Terrible people live there.”",
        "The answer: Terrible news for all.",
        "It was late. Angry voters went home.",
        "Trump's Shocking Invite to Petro: What It Means for America",
        "HORRIBLE ATTACK KILLS DOZENS",
        "This is a DISASTER for the city.",
        "Great Fear Grips Happy Town",
        "• Happy days are here again.",
        "1. Happy days are here again.",
        "He said No to the plan.",
    ] {
        assert_eq!(masked(text, &Names::default()), [""; 0], "{text}");
        assert!(!plain(text).words.is_empty(), "{text}");
    }
}

#[test]
fn well_known_names_are_known_in_headlines() {
    assert_eq!(
        masked(
            "Supreme Court Ruling Sparks Fury Across United States",
            &Names::default()
        ),
        [
            "Supreme: part of the name Supreme Court",
            "United: part of the name United States"
        ]
    );
    assert_eq!(
        masked("FURY IN UNITED STATES", &Names::default()),
        ["UNITED: part of the name UNITED STATES"]
    );
}

fn article(sentences: &[&str]) -> Article {
    let block = |text: &&str| Block {
        kind: BlockKind::Paragraph,
        text: (*text).to_owned(),
        sentences: vec![Span::new(0, text.len())],
        quotations: Vec::new(),
        set_aside: None,
    };
    Article {
        origin: Origin::default(),
        headline: None,
        byline: None,
        published: None,
        outlet: None,
        url: None,
        language: None,
        fields: parallax::article::FurtherFields::default(),
        blocks: sentences.iter().map(block).collect(),
        warnings: Vec::new(),
    }
}

#[test]
fn an_article_teaches_its_names() {
    let named = Names::of(&article(&[
        "He met Grace in the morning.",
        "They talked to the Fury Brothers band.",
    ]));
    assert_eq!(masked("Grace said so.", &named), ["Grace: a name"]);
    assert_eq!(masked("Grace said so.", &Names::default()), [""; 0]);
    assert_eq!(
        masked("Fury Brothers Play Again", &named),
        ["Fury: part of the name Fury Brothers"]
    );
    // With the same word in lower case it may be the word.
    let both = Names::of(&article(&[
        "He met Grace in the morning.",
        "It was a grace to see.",
    ]));
    assert_eq!(masked("Grace said so.", &both), [""; 0]);
    assert_eq!(masked("We saw Grace there.", &both), [""; 0]);
    // A phrase that is also written small is no name; a part of a longer name stays one.
    let talks = Names::of(&article(&[
        "They want peace talks now.",
        "The truth is on Truth Social.",
    ]));
    assert_eq!(
        masked("He opened the Peace Talks in June.", &talks),
        [""; 0]
    );
    assert_eq!(
        masked("He wrote it on Truth in June.", &talks),
        ["Truth: a name"]
    );
}

#[test]
fn words_that_a_mark_joins_are_read_apart_unless_figures_are_to_be_exact() {
    let compound = |text: &str, options| tone::score(text, options, &Names::default()).compound;
    for (text, sign) in [
        (
            "The flood was a disaster—a complete failure—he wrote.",
            -1.0,
        ),
        ("It was superb–truly wonderful–she wrote.", 1.0),
        ("The road is bad/awful in winter.", -1.0),
        ("A dreadful...dreadful night it was.", -1.0),
        ("The eﬀort was magniﬁcent.", 1.0),
        ("A won\u{ad}der\u{200b}ful plan.", 1.0),
        ("He isn`t happy.", -1.0),
    ] {
        assert!(
            compound(text, ToneOptions::default()) * sign > 0.05,
            "{text}"
        );
        let whole = ToneOptions {
            part_joined: false,
            ..ToneOptions::default()
        };
        assert!(
            compound(text, whole) * sign < compound(text, ToneOptions::default()) * sign,
            "{text}"
        );
    }
    let text = "The plan was terrible,awful and mad.";
    assert!(compound(text, ToneOptions::default()) < compound(text, ToneOptions::EXACT));
}

#[test]
fn news_senses_go_by_the_words_around() {
    let reasons = |text: &str| -> Vec<String> {
        let tone = tone::score(text, ToneOptions::default(), &Names::default());
        let unscored = tone.unscored.iter();
        unscored
            .map(|word| format!("{}: {}", word.span.of(text), word.describe(text)))
            .collect()
    };
    let counted = |text: &str| -> Vec<String> {
        let tone = tone::score(text, ToneOptions::default(), &Names::default());
        let words = tone.words.iter();
        words.map(|word| word.span.of(text).to_owned()).collect()
    };
    assert_eq!(
        reasons("They struck a more hopeful tone."),
        Vec::<String>::new(),
        "one word between, not two"
    );
    assert_eq!(
        reasons("They struck a sober tone."),
        ["struck: in the news: sounded"]
    );
    // A phrase wins over its words: the longest entry that fits.
    assert_eq!(counted("It looks like rain."), [""; 0]);
    assert_eq!(counted("We like rain."), ["like"]);
    assert_eq!(counted("It was for people like you."), [""; 0]);
    assert_eq!(
        counted("The heart attack killed him."),
        ["attack", "killed"]
    );
    // Nothing but blanks may stand inside a phrase.
    assert_eq!(counted("They were free, trade grew."), ["free"]);
    assert_eq!(counted("They want free trade."), ["want"]);
    // Words of settlement count, with the list that says so.
    let text = "The two agreed on a truce.";
    let tone = tone::score(text, ToneOptions::default(), &Names::default());
    let truce = tone.words.last().unwrap();
    assert_eq!((truce.base, truce.valence), (0.0, 1.5));
    assert_eq!(
        truce.rules[0].describe(text),
        "in the list of news words: “truce”"
    );
    assert!(tone.compound > exact(text).compound);
}

#[test]
fn harm_that_did_not_happen_is_no_tone() {
    let compound =
        |text: &str| tone::score(text, ToneOptions::default(), &Names::default()).compound;
    for text in [
        "No one was hurt in the warehouse, police said.",
        "There were no deaths and no injuries, the coast guard said.",
        "There was no evidence of fraud, no sign of violence and no crime.",
        "Nothing bad happened that night.",
        "Nobody was killed or injured.",
        "The harbour has no debt and no enemies.",
        "The plan is to prevent violence and abuse.",
        "They want to end the long war.",
        "He stressed talks over confrontation.",
        "It needs patience rather than violence.",
        "Both leaders acknowledged the history of tension but struck a forward-looking tone, stressing \
         diplomatic channels over confrontation.",
    ] {
        let without = exact(text).compound;
        assert!(compound(text) >= -0.05, "{text} {}", compound(text));
        // Harm that is denied is no praise either.
        assert!(compound(text) > without || without > 0.0, "{text}");
    }
    // What is not denied stays: another clause, an answer, something else that is lacking.
    for text in [
        "No, the attack killed nine.",
        "There is no excuse for violence.",
        "There is no doubt that the attack was cruel.",
        "It is no matter how bad the attack was.",
        "He failed to prevent the violence.",
        "They said no to the cruel war.",
        "No one spoke, but the violence went on.",
    ] {
        assert!(compound(text) < -0.05, "{text} {}", compound(text));
    }
    let text = "No one was hurt.";
    let tone = tone::score(text, ToneOptions::default(), &Names::default());
    let said: Vec<String> = tone
        .unscored
        .iter()
        .map(|word| word.describe(text))
        .collect();
    assert_eq!(said, ["denies what follows", "denied by “No”"]);
}

#[test]
fn but_weighs_each_word_once_by_where_it_stands() {
    // One value is half the other: the reference changes the first twice and the second never.
    let text = "The honor was agreed but the day came.";
    let with = |but_once| {
        let options = ToneOptions {
            but_once,
            ..ToneOptions::EXACT
        };
        let tone = tone::score(text, options, &Names::default());
        let words = tone.words.iter();
        words.map(|word| word.valence).collect::<Vec<_>>()
    };
    assert_eq!(with(true), [1.1, 0.55]);
    assert_eq!(with(false), [0.55, 1.1]);
    assert_eq!(
        tone::score(text, ToneOptions::EXACT, &Names::default()),
        exact(text)
    );
}

#[test]
fn every_correction_can_be_switched_off() {
    let text = "The Justice Department isn’t in the party.";
    let with = |typographic, mask_names, news_sense| {
        let options = ToneOptions {
            typographic,
            mask_names,
            news_sense,
            ..ToneOptions::EXACT
        };
        tone::score(text, options, &Names::default())
    };
    let reasons = |tone: &SentenceTone| -> Vec<String> {
        tone.unscored
            .iter()
            .map(|word| word.describe(text))
            .collect()
    };
    let negated = |tone: &SentenceTone| tone.words.iter().any(|word| !word.rules.is_empty());
    assert_eq!(with(false, false, false), exact(text));
    assert!(negated(&with(true, false, false)) && !negated(&exact(text)));
    assert_eq!(
        reasons(&with(false, true, false)),
        ["part of the name Justice Department"]
    );
    assert_eq!(
        reasons(&with(false, false, true)),
        [
            "in the news: courts and law",
            "in the news: a political organisation",
        ]
    );
}

#[test]
fn saying_everything_twice_changes_no_mean() {
    let sentences: Vec<SentenceTone> =
        ["A good day!", "A bad day.", "A day.", "It was a great win."]
            .map(plain)
            .into();
    let once = ToneSummary::of(&sentences);
    let twice = ToneSummary::of(sentences.iter().flat_map(|tone| [tone, tone]));
    assert_eq!(once.mean, twice.mean);
    assert_eq!(once.coverage(), twice.coverage());
    assert_eq!((once.negative, once.neutral, once.positive), (1, 1, 2));
    assert_eq!(twice.sentences, 8);
}

#[test]
fn no_text_is_too_odd() {
    let long = "but not very good and no kind of bad ".repeat(30_000);
    let capitals = "United ".repeat(100_000);
    let hearts = "❤".repeat(50_000);
    for text in [
        "",
        " ",
        "\0",
        "good\0bad",
        "!!!",
        "👨‍👩‍👧 ❤️‍🔥",
        "\u{feff}",
        "’’’",
        &long,
        &capitals,
        &hearts,
    ] {
        for options in [ToneOptions::EXACT, ToneOptions::default()] {
            let tone = tone::score(text, options, &Names::default());
            assert!((-1.0..=1.0).contains(&tone.compound));
        }
    }
}

/// What the command line prints for `arguments`.
fn parallax(arguments: &[&str]) -> (String, String, Outcome) {
    let line = Cli::parse_from(std::iter::once(&"parallax").chain(arguments));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = cli::run(&line.command.unwrap(), &mut out, &mut err).unwrap();
    (
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
        outcome,
    )
}

fn file(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lines.txt");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn lines_answers_every_line_in_its_place() {
    let (_folder, path) =
        file(b"Not good\n{\"text\": \"\\ud83d\"}\n{\"text\": \"\xc3\xa9 isn\xe2\x80\x99t bad\"}\r\ncaf\xe9\n\nGood");
    let (out, err, outcome) = parallax(&["lines", "tone", path.to_str().unwrap()]);
    let lines: Vec<serde_json::Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 6);
    assert_eq!(
        lines[0].to_string(),
        r#"{"compound":-0.3412,"emphasis":0.0,"neg":0.706,"neu":0.294,"pos":0.0,"sum":-1.406,"unscored":[],"words":[{"base":1.9,"end":8,"rules":["negated by “Not”"],"start":4,"valence":-1.406}]}"#
    );
    assert_eq!(
        (&lines[1]["line"], &lines[3]["line"]),
        (&2.into(), &4.into())
    );
    assert_eq!(
        (&lines[2]["words"][0]["start"], &lines[2]["words"][0]["end"]),
        (&8.into(), &11.into())
    );
    assert_eq!(lines[4]["compound"], 0.0);
    assert_eq!(lines[5]["compound"], 0.4404);
    assert_eq!(outcome, Outcome::SomeFailed);
    assert!(err.contains('2'), "{err}");
}

#[test]
fn lines_keeps_the_order_of_a_long_file() {
    let mut text = String::new();
    for number in 0..60_000 {
        text.push_str(if number % 1000 == 999 {
            "{"
        } else {
            "A good line"
        });
        text.push_str(&"!".repeat(number % 4));
        text.push('\n');
    }
    let (_folder, path) = file(text.as_bytes());
    let (out, _, _) = parallax(&["lines", "tone", "--exact", path.to_str().unwrap()]);
    let mut count = 0;
    for (number, line) in out.lines().enumerate() {
        let answer: serde_json::Value = serde_json::from_str(line).unwrap();
        if number % 1000 == 999 {
            assert_eq!(answer["line"], number + 1);
        } else {
            let marks = f64::from(u32::try_from(number % 4).unwrap()) * 0.292;
            assert_eq!(answer["emphasis"], marks);
        }
        count += 1;
    }
    assert_eq!(count, 60_000);
}

const STORY: &[u8] = b"A Great Day for the Town\n\nThe mayor said it was \"a great day\", not a bad one. Nobody was hurt.\n\nCritics, however, feared a disaster in the United States.\n";

#[test]
fn score_prints_one_row_a_unit_identifiers_first() {
    let (_folder, path) = file(STORY);
    let path = path.to_str().unwrap();
    let (out, _, outcome) = parallax(&["score", path, "--format", "csv", "--detail", "sentence"]);
    let lines: Vec<&str> = out.lines().collect();
    assert!(
        lines[0].starts_with("path,article,block,kind,sentence,start,end,tone,"),
        "{out}"
    );
    assert_eq!(lines.len(), 1 + 3, "{out}");
    // Where the table comes from stands in it once, in a column of its own: spreadsheets and statistics
    // programs take a comment above it for rows.
    assert!(lines[0].ends_with(",text,provenance"), "{out}");
    let text = "\"The mayor said it was \"\"a great day\"\", not a bad one.\",";
    assert!(
        lines[1].contains(&format!(
            "{text}\"{{\"\"schema\"\":\"\"parallax-score/1\"\""
        )),
        "{out}"
    );
    assert!(lines[2].ends_with(','), "{out}");
    assert_eq!(outcome, Outcome::Done);
}

#[test]
fn score_gives_the_same_figures_in_every_format_and_detail() {
    let (_folder, path) = file(STORY);
    let path = path.to_str().unwrap();
    let json = |arguments: &[&str]| -> serde_json::Value {
        let (out, _, _) = parallax(&[&["score", path], arguments].concat());
        serde_json::from_str(out.lines().collect::<Vec<_>>().join("\n").as_str()).unwrap()
    };
    let whole = json(&["--format", "jsonl"]);
    let sentences = json(&["--format", "json", "--detail", "sentence"]);
    let rows = sentences["rows"].as_array().unwrap();
    let tones: Vec<f64> = rows
        .iter()
        .map(|row| row["tone"].as_f64().unwrap())
        .collect();
    assert_eq!(
        whole["tone"],
        tones.iter().sum::<f64>() / tones.len() as f64
    );
    assert_eq!(whole["settings"]["tone"]["mask_names"], true);
    let exact = json(&["--exact"]);
    assert_eq!(exact["settings"]["tone"]["mask_names"], false);
    assert_ne!(exact["tone"], whole["tone"]);
}

#[test]
fn score_names_what_could_not_be_read_and_scores_the_rest() {
    let (folder, path) = file(STORY);
    let missing = folder.path().join("missing.txt");
    let (out, err, outcome) =
        parallax(&["score", missing.to_str().unwrap(), path.to_str().unwrap()]);
    assert_eq!(out.lines().count(), 1);
    assert!(err.contains("missing.txt"), "{err}");
    assert_eq!(outcome, Outcome::SomeFailed);
}
