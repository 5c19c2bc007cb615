//! The methods paragraph: what was really done, ready to be put into a paper.

use super::codebook::Codebook;
use super::found::VariableAgreement;
use super::sample::Drawn;
use crate::stats::{COEFFICIENTS, Coefficient, RESAMPLES};
use crate::text::{counted, list, number, per_cent, range};

/// The methods paragraph of a study: sample, codebook, coders, agreement with intervals, software. What is not known
/// is left out.
pub fn methods_paragraph(
    codebook: Option<&Codebook>,
    drawn: Option<&Drawn>,
    found: &[VariableAgreement],
    settled: usize,
    seed: u64,
) -> String {
    let mut said = Vec::new();
    said.extend(drawn.map(Drawn::sentence));
    if let Some(book) = codebook {
        let questions: Vec<String> = (book.variables.iter())
            .map(|variable| {
                let values: Vec<&str> = variable
                    .values
                    .iter()
                    .map(|one| one.label.as_str())
                    .collect();
                format!(
                    "{} ({}; {})",
                    variable.name,
                    variable.level.label(),
                    list(&values)
                )
            })
            .collect();
        said.push(format!(
            "They were coded with the codebook “{}”: {}.",
            book.name,
            list(&questions)
        ));
    }
    let coders: Vec<&String> = found.iter().flat_map(|one| &one.coders).collect();
    let mut distinct = coders.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let shared = found.iter().map(|one| one.shared).max().unwrap_or_default();
    if !distinct.is_empty() {
        let how = if drawn.is_some() {
            ", each alone and in an order of their own, without seeing source or scores"
        } else {
            ""
        };
        said.push(format!(
            "{} coded them{how}; {} coded by two or more.",
            counted(distinct.len(), "coder"),
            match shared {
                1 => "1 unit was".to_owned(),
                shared => format!("{shared} units were"),
            }
        ));
    }
    for one in found {
        let Ok(agreement) = &one.agreement else {
            continue;
        };
        let figures = COEFFICIENTS.into_iter().filter_map(|which| {
            let estimate = agreement.get(which)?;
            // Below ordinal level AC2 is AC1.
            if which == Coefficient::Ac2 && one.level == crate::stats::Level::Nominal {
                return None;
            }
            let show = |value| match which {
                Coefficient::Percent => per_cent(value),
                _ => number(value, 2),
            };
            let interval = (estimate.interval).map_or_else(String::new, |interval| {
                format!(" [{}]", range(interval.low, interval.high, show))
            });
            let name = match which {
                Coefficient::Percent => "agreement",
                Coefficient::Alpha => match one.level {
                    crate::stats::Level::Nominal => "Krippendorff’s α (nominal)",
                    crate::stats::Level::Ordinal => "Krippendorff’s α (ordinal)",
                    crate::stats::Level::Interval => "Krippendorff’s α (interval)",
                },
                other => other.label(),
            };
            Some(format!("{name} {}{interval}", show(estimate.value)))
        });
        said.push(format!(
            "Intercoder agreement on {}: {}.",
            one.name,
            list(&figures.collect::<Vec<_>>())
        ));
    }
    if settled > 0 {
        said.push(format!(
            "{} settled in discussion after agreement was computed.",
            match settled {
                1 => "1 disagreement was".to_owned(),
                settled => format!("{settled} disagreements were"),
            }
        ));
    }
    said.push(format!(
        "Intervals are 95 % bias-corrected and accelerated bootstrap intervals over units ({RESAMPLES} samples, seed {seed}). \
         Software: Parallax {}.",
        crate::VERSION
    ));
    said.join(" ")
}
