//! Headline sensationalism: how a headline is packaged, not how grave its news is. A list of named
//! cues, each with its points and the words that made it fire.
//!
//! The model is a sum of log-odds: `z = base + Σ weight × matches`, at most three matches a list, and
//! the score is a fixed rising scale of `z`. Bait cues (teasing, vagueness, chat) have learned
//! weights; heat cues (shock, combat, emotion, shouting) authored ones, because graded clickbait
//! cannot teach them. Words that name a grave fact carry no weight: a headline about a massacre is
//! not sensational for it.
//!
//! | room | what it is for |
//! |---|---|
//! | `cue` | the cues by name |
//! | `tokens`, `trie`, `lists` | a headline as words; the word lists of `assets/headline`, looked up in one pass |
//! | `rules`, `evidence` | what sequences cannot say; every match after the guards |
//! | `phrasing` | the small learned residual |
//! | `scored`, `model`, `display` | weights into points, log-odds into 0–100 |
//! | `language` | whether a headline can be scored at all |
//! | `body`, `stem` | the headline held against its article |
//! | `measures`, `training` | for the registry; for the program that learns the weights |

mod body;
mod classes;
mod cue;
mod display;
mod evidence;
mod language;
mod lists;
mod measures;
mod model;
mod phrasing;
mod rules;
mod scored;
mod stem;
mod tokens;
pub mod training;
mod trie;

pub use body::{AgainstBody, Unsupported, against_body};
pub use cue::{CueKind, Part};
pub use language::NoHeadline;
pub use lists::List;
pub(crate) use measures::{HEADLINE_HEAT_GAP, HEADLINE_UNSUPPORTED, SENSATIONALISM};
pub use scored::{Counted, Cue, HeadlineScore, Match, SetAside};

/// Scores one headline, or says why it cannot be scored.
pub fn score(headline: &str) -> Result<HeadlineScore, NoHeadline> {
    score_in(headline, false)
}

/// Scores one headline; one that does not look English only where `any_language` says so.
pub(super) fn score_in(headline: &str, any_language: bool) -> Result<HeadlineScore, NoHeadline> {
    let tokens = lists::TABLES.words_of(headline);
    match language::obstacle(headline, &tokens) {
        Some(NoHeadline::NotEnglish) if any_language => {}
        Some(obstacle) => return Err(obstacle),
        None => {}
    }
    Ok(model::weigh(&tokens, &evidence::gather(&tokens)))
}

/// Reads the lists, for the test of the assets.
#[cfg(test)]
pub(super) fn read_assets() -> Result<(), crate::assets::NotUnderstood> {
    lists::Tables::read()?;
    body::FUNCTION_WORDS.list::<Vec<_>>().map(drop)
}
