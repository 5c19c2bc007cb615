//! Wording, voice and people as a user meets them: through articles, lines and the registry.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

#[path = "wording/check.rs"]
mod check;
#[path = "wording/lists.rs"]
mod lists;
#[path = "wording/names.rs"]
mod names;
#[path = "wording/odd.rs"]
mod odd;

use std::path::PathBuf;

use parallax::article::Article;
use parallax::score::attribution::AttributionStyle;
use parallax::score::hedges::Force;
use parallax::score::loaded::LoadedRule;
use parallax::score::registry::MEASURES;
use parallax::score::voice::QuoteKind;
use parallax::score::{Analysis, Settings, analyse, wording};

fn article(text: &str) -> Article {
    parallax::load::from_text(text, "test").unwrap()
}

fn analysis(text: &str) -> (Article, Analysis) {
    let article = article(text);
    let analysis = analyse(&article, &Settings::default());
    (article, analysis)
}

fn slice(text: &str, [start, end]: [usize; 2]) -> String {
    text.chars().skip(start).take(end - start).collect()
}

fn words(text: &str, spans: &[[usize; 2]]) -> Vec<String> {
    spans.iter().map(|span| slice(text, *span)).collect()
}

#[track_caller]
fn speaker_is(text: &str, wanted: &str) {
    let line = wording::line(text);
    assert_eq!(
        line.quotes.first().unwrap().speaker.as_deref(),
        Some(wanted),
        "{text}"
    );
}

#[test]
fn speakers_stand_after_a_dash_or_before_a_colon_too() {
    speaker_is(
        "“She was the best of us, and she knew it.” -Commissioner Ian Poole",
        "Commissioner Ian Poole",
    );
    speaker_is(
        "“We go on, whatever they say.” — Nell Archer, harbour master",
        "Nell Archer",
    );
    speaker_is(
        "And from Chairwoman Lund: “She brings a wealth of knowledge.”",
        "Chairwoman Lund",
    );
    speaker_is("Nell Archer: “It is done.”", "Nell Archer");
}

#[test]
fn speakers_are_whole_names_and_offices() {
    speaker_is(
        "“It is over,” said Ursula von der Heide.",
        "Ursula von der Heide",
    );
    speaker_is(
        "“It is over,” Ludwig van den Berg said.",
        "Ludwig van den Berg",
    );
    speaker_is(
        "“We will appeal,” said Shoreham council leader Nell Archer, who has led the group since 2010.",
        "Shoreham council leader Nell Archer",
    );
    speaker_is(
        "“It is a sad day,” a spokesman for the Shore Trust, which owns the pier, said.",
        "a spokesman for the Shore Trust",
    );
}

#[test]
fn verbs_of_saying_are_many() {
    for verb in [
        "quipped",
        "reckoned",
        "persisted",
        "retorted",
        "mused",
        "enthused",
        "confided",
        "murmured",
        "fretted",
        "chimed in",
        "deadpanned",
    ] {
        speaker_is(&format!("“It is done,” Archer {verb}."), "Archer");
    }
}

#[test]
fn a_time_is_no_speaker() {
    for text in [
        "“It is done,” said last week.",
        "“It is done,” said Monday.",
    ] {
        let line = wording::line(text);
        assert_eq!(
            line.quotes.first().and_then(|quote| quote.speaker.clone()),
            None,
            "{text}"
        );
    }
}

#[test]
fn speakers_are_found_on_either_side() {
    speaker_is("“We have lost the vote,” said Maria Lopez.", "Maria Lopez");
    speaker_is(
        "“We have lost the vote,” Mr. Lopez said on Monday.",
        "Mr. Lopez",
    );
    speaker_is(
        "\"We lost the vote,\" Ms. Lee, a lawyer for the city, told reporters.",
        "Ms. Lee",
    );
    speaker_is("Lopez said on Monday: “We have lost the vote.”", "Lopez");
    speaker_is(
        "The meeting went on, with Lopez present, and he said that “we have lost the vote” again.",
        "he",
    );
    speaker_is(
        "According to Maria Lopez, “the vote was lost.”",
        "Maria Lopez",
    );
    speaker_is(
        "The move was described by Lopez as “a very sad day for us”.",
        "Lopez",
    );
}

#[test]
fn a_second_quotation_goes_on_with_its_speaker() {
    let line = wording::line("“We lost,” said Ann Lee. “It was a very close vote in the end.”");
    let speakers: Vec<_> = line
        .quotes
        .iter()
        .map(|quote| quote.speaker.as_deref())
        .collect();
    assert_eq!(speakers, [Some("Ann Lee"), Some("Ann Lee")]);
}

#[test]
fn scare_quotes_and_titles_are_no_speech() {
    let kinds = |text: &str| -> Vec<QuoteKind> {
        wording::line(text)
            .quotes
            .iter()
            .map(|quote| quote.kind)
            .collect()
    };
    assert_eq!(kinds("The “reform” cost millions."), [QuoteKind::Scare]);
    assert_eq!(
        kinds("They were added to the 'Clinton List' in October."),
        [QuoteKind::Title]
    );
    assert_eq!(kinds("“It is over,” she said."), [QuoteKind::Speech]);
}

#[test]
fn loaded_words_count_in_the_own_voice_only() {
    let text =
        "The disgraceful plan is a farce, but she called it “an outrageous, cowardly lie” again.";
    let line = wording::line(text);
    assert_eq!(words(text, &line.loaded), ["disgraceful", "farce"]);
    let plain =
        wording::line("The council met on Tuesday, officials said, and approved 12 of 14 plans.");
    assert!(plain.loaded.is_empty());
    assert!(
        line.loaded_score > 0.5 && plain.loaded_score < 0.5,
        "{} {}",
        line.loaded_score,
        plain.loaded_score
    );
    assert!(line.subjectivity > plain.subjectivity);
}

#[test]
fn names_are_not_loaded_words() {
    let text = "A lawyer for Stormy Daniels met Judge Savage on Monday.";
    assert!(wording::line(text).loaded.is_empty());
}

#[test]
fn idioms_are_marked_whole() {
    let text = "The report casts a shadow over a mayor who threw the plan under the bus, foaming at the mouth.";
    assert_eq!(
        words(text, &wording::line(text).loaded),
        ["casts a shadow", "foaming at the mouth"]
    );
}

#[test]
fn hedges_need_their_context() {
    let hedges = |text: &str| words(text, &wording::line(text).hedges);
    assert_eq!(
        hedges("The talks may fail, and about 400 people could reportedly lose work."),
        ["may", "about", "could", "reportedly"]
    );
    assert!(hedges("On May 5 she had questions about the war around the world.").is_empty());
    assert!(
        hedges("He could not come as soon as possible, so that others could see it.").is_empty()
    );
    assert_eq!(
        hedges("It appears that the deal seems to hold."),
        ["appears", "seems"]
    );
    assert!(hedges("She appeared on television before likely voters.").is_empty());
}

#[test]
fn intensifiers_need_their_context() {
    let intensifiers = |text: &str| words(text, &wording::line(text).intensifiers);
    assert_eq!(
        intensifiers("It was utterly clear and so expensive."),
        ["utterly", "so"]
    );
    assert!(intensifiers("So far he did so, so that it works, so called or not.").is_empty());
    assert_eq!(
        intensifiers("There were far more of them, but not far from here."),
        ["far"]
    );
    // What follows says how deep.
    assert!(intensifiers("Support has run so deep that few would ask.").is_empty());
}

#[test]
fn attribution_counts_verbs_only() {
    let styles = |text: &str| -> Vec<(String, AttributionStyle)> {
        let line = wording::line(text);
        line.attribution
            .iter()
            .map(|verb| (slice(text, [verb.start, verb.end]), verb.style))
            .collect()
    };
    assert_eq!(
        styles("Smith said the plan failed."),
        [("said".to_owned(), AttributionStyle::Neutral)]
    );
    assert_eq!(
        styles("Smith claimed that the plan failed."),
        [("claimed".to_owned(), AttributionStyle::Doubting)]
    );
    assert_eq!(
        styles("Smith admitted that he lost."),
        [("admitted".to_owned(), AttributionStyle::Factive)]
    );
    assert_eq!(
        styles("Lee, the director, disclosed in a memo that the plan had failed."),
        [("disclosed".to_owned(), AttributionStyle::Factive)]
    );
    assert_eq!(
        styles("Smith slammed the plan."),
        [("slammed".to_owned(), AttributionStyle::Manner)]
    );
    for text in [
        "The attacks on the city went on.",
        "Smith pleaded guilty on Monday.",
        "The alleged claims in several reports of the United States were new.",
        "The group claimed responsibility for it.",
        "His comments and demands were heard.",
        "The emails, disclosed in response to a request, were short.",
        "Mr. Ryan suggested few ideas for it.",
    ] {
        assert!(styles(text).is_empty(), "{text}: {:?}", styles(text));
    }
}

#[test]
fn lost_quotation_marks_are_noticed() {
    let (_, lost) = analysis(
        "A talk\n\nSmith said, I will never give in, and the talk went on for another hour or so.\n",
    );
    assert!(lost.quote_marks_lost);
    let (_, kept) = analysis(
        "A talk\n\nSmith said, “I will never give in,” and the talk went on for another hour or so.\n",
    );
    assert!(!kept.quote_marks_lost);
}

#[test]
fn parts_of_every_measure_add_up_to_its_value() {
    let (_, analysis) = analysis(
        "A title here\n\nThe disgraceful plan may fail, Smith claimed. “It is a very good plan,” Ann Lee said on Monday.\n\n\
         The mayor reportedly met them. It was utterly clear, he admitted, that the talks had failed.\n",
    );
    for measure in MEASURES {
        // Measures of the headline are no sums over paragraphs.
        let Some(part) = measure.part() else { continue };
        let (top, bottom) = analysis
            .units
            .iter()
            .map(part)
            .fold((0.0, 0.0), |sum, p| (sum.0 + p.top, sum.1 + p.bottom));
        let value = measure.of(&analysis).unwrap();
        assert!((value - top / bottom).abs() < 1e-9, "{}", measure.id);
        assert!(
            measure.range.0 <= value && value <= measure.range.1,
            "{} {value}",
            measure.id
        );
    }
}

#[test]
fn spans_are_words_of_their_block() {
    let (article, analysis) = analysis(
        "Title\n\nÉ — the “naïve” plan… may utterly fail, said Zoë Å. ‘Never,’ he claimed. Disgraceful.\n",
    );
    for unit in &analysis.units {
        let text = &article.blocks.get(unit.block).unwrap().text;
        for sentence in &unit.wording.sentences {
            let spans = sentence
                .loaded
                .iter()
                .map(|w| w.span)
                .chain(sentence.force.iter().map(|w| w.span));
            for span in spans.chain(sentence.attribution.iter().map(|w| w.span)) {
                assert!(
                    !span.of(text).is_empty()
                        && sentence.span.start <= span.start
                        && span.end <= sentence.span.end
                );
            }
            assert!(sentence.count(Force::Hedge) <= sentence.force.len());
        }
    }
}

#[test]
fn words_are_counted_for_each_speaker() {
    let (article, analysis) = analysis(
        "A title here\n\n“We will win this vote,” said Maria Lopez. “We always do,” Ms. Lopez added.\n\n\
         “They are wrong,” he said. The “so-called” plan of Maria Lopez failed.\n\n\
         “Nobody asked us about it,” a union spokesman said.\n",
    );
    let told: Vec<(&str, usize, usize)> = analysis
        .speakers
        .iter()
        .map(|speaker| (speaker.name.as_str(), speaker.words, speaker.quotes.len()))
        .collect();
    assert_eq!(
        told,
        [
            ("Maria Lopez", 8, 2),
            ("a union spokesman", 5, 1),
            ("he", 3, 1)
        ]
    );
    let first = analysis.speakers.first().unwrap();
    let named = analysis.people.names.get(first.named.unwrap()).unwrap();
    assert_eq!(named.name, "Maria Lopez");
    let (block, span) = *first.quotes.first().unwrap();
    assert!(
        span.of(&article.blocks.get(block).unwrap().text)
            .contains("win this vote")
    );
    let measure = MEASURES
        .iter()
        .find(|m| m.id == "words_per_speaker")
        .unwrap();
    assert!((measure.of(&analysis).unwrap() - 16.0 / 3.0).abs() < 1e-9);
}

#[test]
fn literal_phrases_and_compounds_are_told_from_loaded_words() {
    let marked = |text: &str| words(text, &wording::line(text).loaded);
    assert!(marked("The toxic waste was found in spite of the search.").is_empty());
    assert!(marked("He pleaded guilty to a hate crime and reckless driving.").is_empty());
    assert_eq!(
        marked("It was a toxic waste of a shameful plan."),
        ["shameful"]
    );
    assert_eq!(marked("The police-hating editor spoke."), ["police-hating"]);
    assert_eq!(marked("The crowd was blasted by critics."), ["blasted"]);
    assert_eq!(marked("The blast killed two people."), Vec::<String>::new());
}

#[test]
fn a_weak_word_needs_opinion_around_it_and_no_negation() {
    let marked = |text: &str| words(text, &wording::line(text).loaded);
    // “stunning” is graded as fitting report and opinion alike.
    let report = "A stunning goal gave Leeds the cup on Sunday, the league said.";
    assert!(!marked(report).contains(&"stunning".to_owned()));
    let opinion = "Of course we should all see how stunning and foolish this hypocrisy really is!";
    assert!(
        marked(opinion).contains(&"stunning".to_owned()),
        "{:?}",
        marked(opinion)
    );
    let negated = "Of course we should all see that it was not stunning but foolish hypocrisy!";
    assert!(
        !marked(negated).contains(&"stunning".to_owned()),
        "{:?}",
        marked(negated)
    );
}

#[test]
fn words_that_tell_how_grave_a_fact_is_are_not_marked() {
    let marked = |text: &str| words(text, &wording::line(text).loaded);
    assert!(marked("A horrific crash closed the road.").is_empty());
    assert!(marked("Two men died in brutal shootings.").is_empty());
    assert_eq!(marked("A horrific budget closed the road."), ["horrific"]);
}

#[test]
fn every_mark_says_by_which_rule_it_stands() {
    let (_, analysis) = analysis(
        "Title\n\nThe police-hating editor spoke. The disgraceful plan failed on Monday.\n",
    );
    let rules: Vec<LoadedRule> = analysis
        .units
        .iter()
        .flat_map(|unit| &unit.wording.sentences)
        .flat_map(|sentence| &sentence.loaded)
        .map(|word| word.rule)
        .collect();
    assert_eq!(rules, [LoadedRule::Compound, LoadedRule::Always]);
}

/// The two articles of the first run, where the data is at hand.
#[test]
fn the_two_articles_come_out_as_a_reader_expects() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/articles");
    if !folder.is_dir() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    let read = |name: &str| {
        let article = parallax::load::open(&folder.join(name)).unwrap().remove(0);
        let analysis = analyse(&article, &Settings::default());
        (article, analysis)
    };
    let (a, b) = (read("shocking-invite.txt"), read("high-stakes-talks.txt"));
    let count = |analysis: &Analysis, name: &str| {
        analysis
            .people
            .names
            .iter()
            .find(|named| named.name == name)
            .map_or(0, |named| named.mentions.len())
    };
    assert_eq!(
        (count(&a.1, "Gustavo Petro"), count(&a.1, "Donald Trump")),
        (13, 7)
    );
    assert_eq!(
        (count(&b.1, "Gustavo Petro"), count(&b.1, "Donald Trump")),
        (6, 4)
    );
    assert_eq!(count(&b.1, "Nicolás Maduro"), 2);
    let value = |analysis: &Analysis, id: &str| {
        MEASURES
            .iter()
            .find(|measure| measure.id == id)
            .and_then(|measure| measure.of(analysis))
            .unwrap()
    };
    assert!(value(&a.1, "quoted") > value(&b.1, "quoted"));
    assert!(value(&a.1, "hedges") > value(&b.1, "hedges"));
    let loaded = |(article, analysis): &(Article, Analysis)| -> Vec<String> {
        let text = |block: usize| {
            article
                .blocks
                .get(block)
                .map_or("", |block| block.text.as_str())
        };
        analysis
            .units
            .iter()
            .flat_map(|unit| {
                unit.wording
                    .sentences
                    .iter()
                    .flat_map(|s| &s.loaded)
                    .map(|word| word.span.of(text(unit.block)).to_owned())
            })
            .collect()
    };
    for word in ["drastic", "controversial", "vehemently", "cast a shadow"] {
        assert!(
            loaded(&a).contains(&word.to_owned()),
            "{word}: {:?}",
            loaded(&a)
        );
    }
    for word in [
        "dramatic",
        "remarkable",
        "controversial",
        "allegedly",
        "soured",
    ] {
        assert!(
            loaded(&b).contains(&word.to_owned()),
            "{word}: {:?}",
            loaded(&b)
        );
    }
}
