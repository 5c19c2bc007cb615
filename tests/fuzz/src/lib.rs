//! What is fuzzed: every loader, the scores, comparing, the saved document. Nothing may panic, hang or take
//! more memory than libFuzzer allows; what a loader gives must be whole.

use std::path::Path;

use parallax::article::Article;
use parallax::load::{self, Input, ReadOptions};
use parallax::{compare, score, session};

/// Reads bytes as a file of this name and looks through what comes out.
fn read(name: &str, data: &[u8]) {
    let input = Input::from_bytes(name, data.to_vec(), &ReadOptions::default());
    if let Ok(opened) = load::open_input(input) {
        opened.articles.iter().for_each(whole);
    }
}

/// Spans are in order and on character boundaries.
fn whole(article: &Article) {
    for block in &article.blocks {
        for spans in [&block.sentences, &block.quotations] {
            let mut at = 0;
            for span in spans {
                assert!(at <= span.start && span.start <= span.end);
                assert!(block.text.get(span.start..span.end).is_some());
                at = span.end;
            }
        }
    }
}

pub fn html(data: &[u8]) {
    read("page.html", data);
}

/// In this process: the one that reading PDF files is confined to cannot be watched. Not with several pictures
/// among the instructions, which the crate underneath may read for hours: that process is ended by its limits.
pub fn pdf(data: &[u8]) {
    if data.windows(2).filter(|letters| letters == b"BI").count() < 2 {
        load::read_here("pdf", data);
    }
}

pub fn text(data: &[u8]) {
    read("article.txt", data);
}

pub fn mail(data: &[u8]) {
    read("letter.eml", data);
}

pub fn json(data: &[u8]) {
    read("articles.json", data);
}

pub fn table(data: &[u8]) {
    read("articles.csv", data);
}

/// Word, OpenDocument, EPUB, RTF and spreadsheets, by their content.
pub fn office(data: &[u8]) {
    read("document.docx", data);
    load::read_here("sheet", data);
}

pub fn zip(data: &[u8]) {
    read("articles.zip", data);
}

/// A text that ends as an export of a news database does.
pub fn export(data: &[u8]) {
    let mut text = data.to_vec();
    text.extend_from_slice(b"\n\nEnd of Document\n");
    read("export.txt", &text);
}

pub fn document(data: &[u8]) {
    let _ = session::document::from_bytes(data, Path::new("fuzz.parallax"), |_| Ok(Vec::new()));
}

pub fn score(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(article) = load::from_text(text, "Fuzz") {
        let _ = score::analyse(&article, &score::Settings::default());
    }
}

/// Two texts, parted by the first zero.
pub fn compare(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (a, b) = text.split_once('\0').unwrap_or((text, text));
    let (Ok(a), Ok(b)) = (load::from_text(a, "A"), load::from_text(b, "B")) else { return };
    let settings = score::Settings::default();
    let scores = [score::analyse(&a, &settings), score::analyse(&b, &settings)];
    let (of_a, of_b) = ([(&a, &scores[0])], [(&b, &scores[1])]);
    let a = compare::SourceView { name: "A", articles: &of_a };
    let b = compare::SourceView { name: "B", articles: &of_b };
    let _ = compare::Comparison::new(&a, &b, &compare::Options::default());
}
