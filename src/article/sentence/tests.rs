use super::sentences;

fn split(text: &str) -> Vec<&str> {
    sentences(text)
        .into_iter()
        .map(|span| span.of(text))
        .collect()
}

#[test]
fn stops_inside_names_and_numbers_do_not_end_sentences() {
    for text in [
        "U.S. President Donald Trump met Sen. John F. Kennedy Jr. at 5 p.m. ET on Jan. 6 in Washington.",
        "Prices rose 3.5 percent, vs. 2.1 percent in No. 5.",
        "“Really?” Smith asked.",
        "1. A Reset After Major Dispute",
    ] {
        assert_eq!(split(text), [text]);
    }
}

#[test]
fn stops_before_a_new_sentence_end_the_old_one() {
    assert_eq!(
        split("He moved to the U.S. The family followed. “It sounds good.” She left… Then what?"),
        [
            "He moved to the U.S.",
            "The family followed.",
            "“It sounds good.”",
            "She left…",
            "Then what?"
        ]
    );
}

#[test]
fn a_missing_blank_is_forgiven_before_a_word_that_opens_sentences() {
    assert_eq!(
        split("The talks ended.The mayor left."),
        ["The talks ended.", "The mayor left."]
    );
    assert_eq!(
        split("Visit example.Com today."),
        ["Visit example.Com today."]
    );
}

#[test]
fn nothing_gives_nothing() {
    assert!(split("").is_empty());
    assert!(split(" \n\n ").is_empty());
    assert_eq!(split("..."), ["..."]);
}

#[test]
fn spans_cover_everything_but_white_space() {
    let mut seed = 7u64;
    let alphabet: Vec<char> = " .!?…“”\"'’()[]1aAzZé\n,U.S".chars().collect();
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..24 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let at = usize::try_from(seed >> 33).unwrap_or(0) % alphabet.len();
            text.extend(alphabet.get(at));
        }
        let mut rest = text.clone();
        for span in sentences(&text).into_iter().rev() {
            assert!(!span.is_empty(), "{text:?}: {span:?}");
            rest.replace_range(span.start..span.end, "");
        }
        assert!(rest.trim().is_empty(), "{text:?} leaves {rest:?}");
    }
}
