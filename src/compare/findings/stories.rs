//! The sources hardly tell the same story: said first, so that nobody compares what cannot be compared.

use super::finding::{Certainty, Evidence, Figure, Finding, Kind, Picture};
use super::material::Material;
use super::phrase::{Phrase, by_side};
use crate::article::Side;
use crate::text::{counted, list, per_cent, shorten};

/// Names told that both sources use.
const NAMES: usize = 3;

pub(super) fn hardly_shared(found: &Material<'_>) -> Finding {
    let share = |side: Side| {
        let of = found.two.map(|two| two.coverage.side(side));
        of.and_then(|of| of.share(of.shared + of.related))
            .unwrap_or_default()
    };
    let (a, b) = (share(Side::A), share(Side::B));
    let sentence = if found.are_collections() {
        Phrase::default()
            .source(&found.names, Side::A)
            .text(" and ")
            .source(&found.names, Side::B)
            .text(
                " hardly tell the same stories: what follows compares two collections, not two accounts of \
                 one event.",
            )
    } else {
        Phrase::default()
            .source(&found.names, Side::A)
            .text(" and ")
            .source(&found.names, Side::B)
            .text(" hardly tell the same story: each is described by itself, and nothing is compared.")
    };
    Finding {
        kind: Kind::OtherStories,
        sentence,
        detail: Phrase::new(shared_names(found)),
        figure: Figure {
            text: format!(
                "{} of the words",
                by_side(&[(Side::A, per_cent(a)), (Side::B, per_cent(b))])
            ),
            picture: Picture::Values {
                a: Some(a),
                b: Some(b),
                range: (0.0, 1.0),
            },
        },
        certainty: Certainty::Counted,
        evidence: vec![Evidence::Coverage, Evidence::Names],
    }
}

/// "Passages with a counterpart in the other; both name only Obama and Congress"
fn shared_names(found: &Material<'_>) -> String {
    let both = found.two.map_or(&[][..], |two| &two.people.both);
    let names: Vec<String> = both
        .iter()
        .take(NAMES)
        .map(|pair| shorten(pair.name(), 40))
        .collect();
    let counterpart = "The figures are the words in passages the other has too";
    match both.len() {
        0 => format!("{counterpart}; no name stands in both"),
        n if n > NAMES => format!(
            "{counterpart}; both name {} and {} more",
            names.join(", "),
            n - NAMES
        ),
        n => format!(
            "{counterpart}; {} in both: {}",
            counted_stand(n),
            list(&names)
        ),
    }
}

fn counted_stand(n: usize) -> String {
    let verb = if n == 1 { "stands" } else { "stand" };
    format!("{} {verb}", counted(n, "name"))
}
