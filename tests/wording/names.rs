//! People, places and bodies, and the tone towards them.

use parallax::article::Span;
use parallax::score::people::{self, NameKind, People};
use parallax::score::target;

use super::{analysis, article};

#[test]
fn people_are_merged_and_matched() {
    let (text, analysis) = analysis(
        "Leaders meet\n\nColombian President Gustavo Petro met Donald Trump. Despite Petro's defence, Mr. Trump left.\n\n\
         The United Nations spoke of Trump’s plan. The UN and Petro's office did not answer.\n",
    );
    let counts: Vec<(&str, NameKind, usize)> = analysis
        .people
        .names
        .iter()
        .map(|n| (n.name.as_str(), n.kind, n.mentions.len()))
        .collect();
    assert_eq!(
        counts,
        [
            ("Gustavo Petro", NameKind::Person, 3),
            ("Donald Trump", NameKind::Person, 3),
            ("United Nations", NameKind::Body, 2)
        ]
    );
    for mention in analysis
        .people
        .names
        .iter()
        .flat_map(|named| &named.mentions)
    {
        let block = text.blocks.get(mention.block).unwrap();
        assert!(
            !mention.span.of(&block.text).ends_with("’s"),
            "possessives are left out"
        );
    }
    let other = People::of(&article(
        "Talks\n\nOn Monday Petro spoke. Later Trump and his wife Melania Trump left Bogotá.\n",
    ));
    let pairs: Vec<_> = people::shared(&analysis.people, &other)
        .into_iter()
        .filter_map(|(a, b)| {
            Some((
                analysis.people.names.get(a)?.name.clone(),
                other.names.get(b)?.name.clone(),
            ))
        })
        .collect();
    assert!(
        pairs.contains(&("Gustavo Petro".to_owned(), "Petro".to_owned())),
        "{pairs:?}"
    );
}

#[test]
fn an_ambiguous_surname_stays_by_itself() {
    let people = People::of(&article(
        "Clintons\n\nBill Clinton met Hillary Clinton. They left, and Clinton spoke to nobody.\n",
    ));
    let names: Vec<&str> = people
        .names
        .iter()
        .map(|named| named.name.as_str())
        .collect();
    assert_eq!(names, ["Bill Clinton", "Hillary Clinton", "Clinton"]);
}

#[test]
fn tone_towards_a_target_depends_on_the_target() {
    let text =
        "Critics praised the brilliant Anna Weber and condemned the corrupt liar Carl Brandt.";
    let tone = |name: &str| {
        let start = text.find(name).unwrap();
        target::score(text, Span::new(start, start + name.len())).unwrap()
    };
    let (weber, brandt) = (tone("Anna Weber"), tone("Carl Brandt"));
    assert!((weber.negative + weber.neutral + weber.positive - 1.0).abs() < 1e-9);
    assert!(weber.balance() > brandt.balance(), "{weber:?} {brandt:?}");
    let swapped = text
        .replace("Anna Weber", "X Y Q")
        .replace("Carl Brandt", "Z W");
    let start = swapped.find("X Y Q").unwrap();
    let other = target::score(&swapped, Span::new(start, start + 5)).unwrap();
    assert!(
        (other.balance() - weber.balance()).abs() < 1e-6,
        "a name carries no tone of its own"
    );
    assert_eq!(target::score("", Span::new(0, 0)), None);
    assert_eq!(target::score("a b", Span::new(9, 12)), None);
}

#[test]
fn a_suffix_is_part_of_the_name_and_a_title_may_be_a_surname() {
    let (_, analysis) = analysis(
        "A note on the day\n\nMartin Luther King Jr. spoke. King left. Dr. King came back. Robert F. Kennedy Jr. stayed. Kennedy smiled.\n",
    );
    let names = |name: &str| {
        let mut all = analysis.people.names.iter();
        all.find(|named| named.name == name)
            .map(|named| named.mentions.len())
    };
    assert_eq!(names("Martin Luther King Jr."), Some(3));
    assert_eq!(names("Robert F. Kennedy Jr."), Some(2));
    assert_eq!(names("Jr"), None);
}

#[test]
fn mentions_of_one_of_a_couple_count_for_neither_by_surname_alone() {
    for text in [
        "A note on the day\n\nBarack and Michelle Obama spoke. Mr. Obama left. Mrs. Obama stayed.\n",
        "A note on the day\n\nMichelle Obama spoke of her husband. Mr. Obama left. Ms. Obama stayed.\n",
    ] {
        let (text, analysis) = analysis(text);
        let michelle = analysis
            .people
            .names
            .iter()
            .find(|named| named.name == "Michelle Obama")
            .unwrap();
        for mention in &michelle.mentions {
            let block = text.blocks.get(mention.block).unwrap();
            assert_eq!(mention.span.of(&block.text), "Michelle Obama");
        }
    }
}
