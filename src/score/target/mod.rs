//! Tone towards a named target: whether a sentence speaks well or ill of the one it mentions.
//!
//! A linear model over the words around the mention (`features`), with names and figures masked,
//! learned from `NewsMTSC` (Hamborg & Donnay 2021, MIT) by `tests/training/wording/target.rs` and shipped
//! as `assets/wording/target.txt`.

mod effects;
mod features;
mod mask;
mod model;
mod neighbours;
mod scene;
mod tallies;

use super::lexis::Reading;
use crate::article::{Span, quotations};
pub use model::TargetTone;
use scene::Scene;

/// The tone towards the mention at the bytes `mention` of a sentence; `None` if no word stands there.
pub fn score(text: &str, mention: Span) -> Option<TargetTone> {
    score_in(&Reading::new(text, &quotations(text)), mention)
}

/// The same in a text that has been read already.
pub(crate) fn score_in(reading: &Reading<'_>, mention: Span) -> Option<TargetTone> {
    Some(model::MODEL.tone(&Scene::new(reading, mention)?))
}

/// What the model sees of one mention, for the program that learns the weights: names of features, as
/// they stand in the asset, and their values.
pub fn features(text: &str, mention: Span) -> Option<Vec<(String, f32)>> {
    let reading = Reading::new(text, &quotations(text));
    let scene = Scene::new(&reading, mention)?;
    let mut found = Vec::new();
    scene.visit(&mut |feature| {
        let words = if feature.second.is_empty() {
            feature.first.to_owned()
        } else {
            format!("{} {}", feature.first, feature.second)
        };
        found.push((format!("{}\t{words}", feature.template), feature.value));
    });
    Some(found)
}

/// Reads the weights, for the test of the assets.
#[cfg(test)]
pub(super) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    model::Model::read().map(drop)
}
