//! PDF: the text layer, page by page, read in a process of its own. Words are reliable, paragraphs are a
//! guess, and the reader is told so. Where there is no text layer the pages are pictures, and that is said
//! too.

mod budget;
mod columns;
mod document;
mod fonts;
mod furniture;
mod glyphs;
mod hollow;
mod inline;
mod layer;
mod lines;
mod nesting;
mod operators;
mod paragraphs;

use super::draft::Draft;
use super::error::{Problem, damaged};
use super::input::Input;
use super::{child, plain};
use crate::work::Progress;
use layer::{Counted, Layer, Refusal};

/// The name of the reader that runs in a process of its own.
pub(super) const NAME: &str = "pdf";
const WHAT: &str = "a PDF";
/// What to do where letters are drawn, not written.
const RECOGNISE: &str = "Put it through a text recognition (OCR) program, or copy the text from the page it was printed from.";
/// The largest share of letters that may be unknown.
const MOST_UNKNOWN: f64 = 0.5;

/// What that reader answers.
pub(super) fn answer(bytes: Vec<u8>) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&document::layer(bytes))
}

/// Reads one article.
pub(super) fn read(input: &Input, progress: &Progress) -> Result<Vec<Draft>, Problem> {
    let layer: Result<Layer, Refusal> = child::ask(NAME, &input.bytes, progress, WHAT)?;
    let layer = layer.map_err(problem)?;
    let text = layer.paragraphs.join("\n\n");
    let unknown = layer.unknown as f64 / layer.letters.max(1) as f64;
    if unknown > MOST_UNKNOWN {
        return Err(Problem::NotText {
            what: "a PDF whose fonts do not say which letters they draw",
            advice: RECOGNISE,
        });
    }
    if text.trim().is_empty() {
        return Err(if layer.lost == layer.pages {
            damaged(WHAT, "none of its pages can be read")
        } else {
            Problem::NotText {
                what: "a PDF that holds pictures of text",
                advice: RECOGNISE,
            }
        });
    }
    let mut drafts = plain::drafts(&text, input.stem())?;
    for draft in &mut drafts {
        draft.warnings.push(
            "A PDF does not say where paragraphs begin: they are a guess. Check the headline."
                .to_owned(),
        );
        "PDF text layer".clone_into(&mut draft.encoding);
    }
    if let Some(first) = drafts.first_mut() {
        if layer.lost > 0 {
            first.warnings.push(format!(
                "{} of {} pages could not be read.",
                layer.lost, layer.pages
            ));
        }
        if layer.unknown > 0 {
            first.warnings.push(format!(
                "Its fonts do not say what {} of {} letters are; they stand as \u{fffd}.",
                layer.unknown, layer.letters
            ));
        }
    }
    Ok(drafts)
}

fn problem(refusal: Refusal) -> Problem {
    let counted = match refusal {
        Refusal::Incomplete => return damaged(WHAT, "it is cut off or not a complete PDF"),
        Refusal::NoPages => return damaged(WHAT, "none of its pages can be read"),
        Refusal::Nested => {
            return damaged(WHAT, "its objects are nested deeper than any document's");
        }
        Refusal::Protected => return Problem::Protected,
        Refusal::Hollow => {
            return Problem::TooLarge {
                what: WHAT,
                limit_mb: hollow::MOST >> 20,
                advice: "Unpacked, it is far larger than a document of that size should be. Open it in \
                         the program that made it and save its text.",
            };
        }
        Refusal::TooMuch(counted) => counted,
    };
    let (most, what) = match counted {
        Counted::Pages => (budget::PAGES as u64, "pages"),
        Counted::Instructions => (budget::INSTRUCTIONS, "drawing instructions"),
        Counted::Letters => (budget::LETTERS, "letters"),
        Counted::Bytes => (budget::BYTES, "bytes of drawing instructions"),
    };
    Problem::Damaged {
        what: WHAT,
        detail: format!("it holds more than {most} {what}"),
        advice: "Save the pages you need as a PDF of their own, or copy their text to a file.",
    }
}
