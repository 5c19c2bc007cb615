//! PDF: the text layer, page by page. Words are reliable, paragraphs are a guess, and the reader is
//! told so. Where there is no text layer the pages are pictures, and that is said too.

mod limits;
mod pages;

use std::time::{Duration, Instant};

use pdf_oxide::PdfDocument;

use super::draft::Draft;
use super::error::{Problem, damaged};
use super::input::Input;
use super::plain;

const WHAT: &str = "a PDF";
/// The most pages that are read.
const MOST_PAGES: usize = 500;
/// When reading stops, however many pages are left.
const LONGEST: Duration = Duration::from_secs(4);
/// The most text that is read, in bytes.
const MOST_TEXT: usize = 16 << 20;

/// Reads one article.
pub(super) fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    limits::check(&input.bytes)?;
    let document = PdfDocument::from_bytes(input.bytes.clone())
        .map_err(|_| damaged(WHAT, "it is cut off or not a complete PDF"))?;
    if document.is_encrypted() && !document.authenticate(b"").unwrap_or(false) {
        return Err(Problem::Protected);
    }
    let layer = text_layer(&document)?;
    let text = pages::join(&layer.pages);
    if text.trim().is_empty() {
        return Err(if layer.pages.is_empty() {
            damaged(WHAT, "none of its pages can be read")
        } else {
            Problem::NotText {
                what: "a PDF that holds pictures of text",
                advice: "Put it through a text recognition (OCR) program, or copy the text from the \
                         page it was printed from.",
            }
        });
    }
    let mut draft = plain::draft(&text, input.stem())?;
    draft.warnings.push(
        "A PDF does not say where paragraphs begin: they are a guess. Check the headline."
            .to_owned(),
    );
    if layer.lost > 0 {
        draft.warnings.push(format!(
            "{} of {} pages could not be read.",
            layer.lost, layer.total
        ));
    }
    "PDF text layer".clone_into(&mut draft.encoding);
    Ok(vec![draft])
}

/// The text of the pages that could be read.
struct Layer {
    pages: Vec<String>,
    /// Pages that could not be read, or not in time.
    lost: usize,
    total: usize,
}

fn text_layer(document: &PdfDocument) -> Result<Layer, Problem> {
    let total = document
        .page_count()
        .map_err(|_| damaged(WHAT, "its list of pages is missing"))?;
    let start = Instant::now();
    let mut layer = Layer {
        pages: Vec::new(),
        lost: 0,
        total,
    };
    let mut length = 0;
    for page in 0..total.min(MOST_PAGES) {
        if start.elapsed() > LONGEST || length > MOST_TEXT {
            break;
        }
        if let Ok(text) = document.extract_text(page) {
            length += text.len();
            layer.pages.push(text);
        }
    }
    layer.lost = total - layer.pages.len();
    Ok(layer)
}
