//! Where a figure comes from: what every saved file carries so that it can be made again.

use serde::Serialize;

use super::input::Input;
use crate::article::Side;
use crate::score::Settings;

/// What a figure or table was made from and how. Holds no date and nothing of the machine, so that
/// the same input gives the same output.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// How the articles were scored; `None` where nothing is open.
    pub settings: Option<Settings>,
    /// The seed of everything in it that involves chance; `None` where nothing is compared.
    pub seed: Option<u64>,
    /// The articles, in order.
    pub inputs: Vec<Source>,
}

/// One article something was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The side it stands on.
    pub side: Side,
    /// Its file name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl Provenance {
    /// The provenance of everything made from `input`.
    pub fn of(input: &Input<'_>) -> Self {
        let articles = || {
            input.sources().flat_map(|(side, source)| {
                source
                    .articles
                    .iter()
                    .map(move |(article, analysis)| (side, article, analysis))
            })
        };
        Self {
            settings: articles()
                .next()
                .map(|(.., analysis)| analysis.settings.clone()),
            seed: input.comparison.map(|comparison| comparison.options.seed),
            inputs: articles()
                .map(|(side, article, _)| Source {
                    side,
                    name: article.origin.name.clone(),
                    sha256: article.origin.sha256.clone(),
                })
                .collect(),
        }
    }

    /// What it says, as pairs of a keyword and a value.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = vec![("Software", format!("Parallax {}", crate::VERSION))];
        if let Some(settings) = &self.settings {
            facts.push(("Description", super::caption::tone_settings(settings)));
        }
        facts.extend(self.seed.map(|seed| ("Seed", seed.to_string())));
        for input in &self.inputs {
            let hash = match input.sha256.as_str() {
                "" => String::new(),
                hash => format!(" (SHA-256 {hash})"),
            };
            facts.push((
                "Source",
                format!("{}: {}{hash}", input.side.label(), input.name),
            ));
        }
        facts
    }
}
