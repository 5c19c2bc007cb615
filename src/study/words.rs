//! What agreement means, in plain words: no verdict by a line alone, the interval always beside it.

use super::found::VariableAgreement;
use crate::stats::{CodesError, Coefficient, Estimate};
use crate::text::{counted, number, per_cent, range};

/// The lines that Krippendorff (2004, p. 241) draws: below the first nothing should be concluded, from the second
/// on conclusions are customary.
const LINES: (f64, f64) = (0.667, 0.8);
/// From this share of all codes on, one value makes codes lopsided.
const LOPSIDED: f64 = 0.75;
/// How far AC1 exceeds α where the collapse of α is to be explained.
const APART: f64 = 0.15;

/// A coefficient with its interval: “0.72 (0.60 to 0.82)”.
pub(super) fn told(estimate: Estimate) -> String {
    let two = |value| number(value, 2);
    match estimate.interval {
        Some(interval) => {
            let ends = range(interval.low, interval.high, two);
            format!("{} ({ends})", two(estimate.value))
        }
        None => two(estimate.value),
    }
}

/// What the figures of one variable mean.
pub(super) fn of(found: &VariableAgreement) -> Vec<String> {
    let agreement = match &found.agreement {
        Ok(agreement) => agreement,
        Err(CodesError::OneCoder) => {
            let who = match found.coders.as_slice() {
                [one] => format!("Only {one} coded it"),
                _ => "Nobody coded it".to_owned(),
            };
            return vec![format!("{who}: agreement needs two coders.")];
        }
        Err(CodesError::NoOverlap) => {
            return vec![
                "No unit was coded by two coders: there is nothing to compare. Let coders share some units."
                    .to_owned(),
            ];
        }
    };
    let mut notes = Vec::new();
    let alpha = agreement.get(Coefficient::Alpha);
    let ac1 = agreement.get(Coefficient::Ac1);
    if let Some(alpha) = alpha {
        notes.push(meaning(alpha));
    } else {
        let value = found.values.iter().find(|(_, count)| *count > 0);
        let value = value.map(|(value, _)| value.as_str()).unwrap_or_default();
        notes.push(format!(
                "All codes are the same (“{value}”): α and κ have nothing to correct and are not defined. The coders \
                 agree, but whether they can tell the values apart was not put to the test: code units that differ."
            ));
    }
    if agreement
        .get(Coefficient::Percent)
        .is_some_and(|percent| percent.interval.is_none())
    {
        notes.push(format!(
            "Two coders share {}: too few for an interval.",
            counted(found.shared, "unit")
        ));
    } else if alpha.is_some_and(|alpha| alpha.interval.is_none()) {
        notes.push(
            "One value is nearly all there is: in many samples of these units α has no value, so it gets no interval."
                .to_owned(),
        );
    }
    notes.extend(lopsided(found, alpha, ac1));
    if found.coders.len() > 2 {
        notes.push(format!(
            "With {} κ is Conger’s generalisation of Cohen’s.",
            counted(found.coders.len(), "coder")
        ));
    }
    notes
}

/// What α says here.
fn meaning(alpha: Estimate) -> String {
    if alpha.value <= 0.0 {
        return format!(
            "Krippendorff’s α is {}: the coders agree no more often than chance would have it.",
            told(alpha)
        );
    }
    let left = per_cent(1.0 - alpha.value);
    let said = format!(
        "Krippendorff’s α is {}: {left} of the disagreement that chance would bring is left.",
        told(alpha)
    );
    let Some(interval) = alpha.interval else {
        return said;
    };
    let (tentative, customary) = LINES;
    let (low, high) = (interval.low, interval.high);
    let two = |value| number(value, 3);
    let beside = if low >= customary {
        format!(
            "The whole interval lies above {}, from which conclusions are customary (Krippendorff 2004)",
            number(customary, 1)
        )
    } else if high < tentative {
        format!(
            "The whole interval lies below {}, under which he draws no conclusions (Krippendorff 2004)",
            two(tentative)
        )
    } else if low >= tentative {
        format!(
            "The interval lies above {}, from which tentative conclusions are drawn, and does not clear {} (Krippendorff 2004)",
            two(tentative),
            number(customary, 1)
        )
    } else {
        format!(
            "The interval reaches below {}, under which no conclusions are drawn (Krippendorff 2004): more units or a clearer definition would tell",
            two(tentative)
        )
    };
    format!("{said} {beside}.")
}

/// Where one value is nearly all there is, α and κ collapse.
fn lopsided(
    found: &VariableAgreement,
    alpha: Option<Estimate>,
    ac1: Option<Estimate>,
) -> Option<String> {
    let all: usize = found.values.iter().map(|(_, count)| count).sum();
    let (value, most) = found.values.iter().max_by_key(|(_, count)| *count)?;
    let share = *most as f64 / all.max(1) as f64;
    let (alpha, ac1) = (alpha?, ac1?);
    (share >= LOPSIDED && ac1.value - alpha.value >= APART).then(|| {
        format!(
            "The codes are lopsided: {} are “{value}”. Chance alone would then bring nearly full agreement, so α and κ \
             collapse at every slip; AC1, {}, tells more here. Report both, and the shares.",
            per_cent(share),
            told(ac1)
        )
    })
}

/// All variables together, in one sentence; `None` for fewer than two.
pub fn overall(all: &[VariableAgreement]) -> Option<String> {
    let agreement = |one: &VariableAgreement, which| {
        let agreement = one.agreement.as_ref().ok()?;
        Some(agreement.get(which)?.value)
    };
    if all.len() < 2 {
        return None;
    }
    let (mut agreed, mut shared) = (0.0, 0.0);
    for one in all {
        if let Some(percent) = agreement(one, Coefficient::Percent) {
            agreed += percent * one.shared as f64;
            shared += one.shared as f64;
        }
    }
    let alphas = all.iter().filter_map(|one| {
        let alpha = agreement(one, Coefficient::Alpha)?;
        Some((alpha, one))
    });
    let (alpha, lowest) = alphas.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (shared > 0.0).then(|| {
        format!(
            "Over all {}: the same value in {} of pairs; the lowest α is {} ({}). A study is as reliable as its \
             weakest variable, so no mean is given.",
            counted(all.len(), "variable"),
            per_cent(agreed / shared),
            number(alpha, 2),
            lowest.name
        )
    })
}
