//! Writes the first inputs of every target: `seeds [FOLDER]`, `corpus` if none is named. They are the samples
//! of the tests and what the tests make.

use std::fs;
use std::path::{Path, PathBuf};

#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../../load/samples.rs"]
mod samples;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "corpus".to_owned()));
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/load");
    let sample = |name: &str| fs::read(fixtures.join(name)).unwrap_or_default();
    let rows: &[&[&str]] = &[&["title", "text"], &["Pier", "The pier will be rebuilt in stone, the council said."]];
    let export = "Pier to be rebuilt\n\nThe Gazette\n\nMarch 8, 2022 Tuesday\n\nLength: 20 words\n\nBody\n\nThe pier will be rebuilt in stone, the council said on Monday evening.\n\nLoad-Date: March 9, 2022\n";
    let seeds: Vec<(&str, Vec<Vec<u8>>)> = vec![
        ("html", vec![sample("storm.html"), samples::CHAPTER.to_vec()]),
        ("pdf", vec![samples::pdf("BT /F1 12 Tf 72 720 Td (The pier will be rebuilt in stone.) Tj ET"), samples::pdf_pages(&["BT /F1 9 Tf 10 700 Td (One.) Tj ET".to_owned(), "q 1 0 0 1 0 0 cm BI /W 1 ID a EI Q".to_owned()])]),
        ("text", vec![sample("samples/bridge.txt"), sample("samples/bridge.md")]),
        ("mail", vec![sample("letter.eml"), sample("page.mhtml")]),
        ("json", vec![sample("samples/articles.json"), sample("samples/articles.jsonl"), br#"{"title":"a","body":[{"type":"p","text":"b"}],"n":NaN,}"#.to_vec()]),
        ("table", vec![sample("samples/articles.csv"), b"a\n\nid^title^text\n1^b^\"c\n_x000D_\"\n".to_vec()]),
        ("office", vec![
            sample("notice.rtf"),
            samples::package(&samples::word_document(samples::WORD_BODY)),
            samples::package(&samples::open_document()),
            samples::package(&samples::book(samples::CHAPTER)),
            samples::package(&samples::workbook(&[("News", rows)])),
            samples::package(&samples::open_sheet(rows)),
            samples::web_archive(&sample("storm.html"), "https://dailygale.example/storm"),
        ]),
        ("zip", vec![samples::package(&samples::parts(&[("a/b.txt", export.as_bytes()), ("c.html", samples::CHAPTER)]))]),
        ("export", vec![export.into(), "HD Pier\nWC 20 words\nPD 8 March 2022\nLP\nThe pier.\nTD\nIt will be rebuilt in stone.\n".into(), "1 of 2 DOCUMENTS\n\nThe Gazette\n\nMay 1, 2010\n\nPier\n\nLENGTH: 9 words\n\nThe pier will be rebuilt in stone.\n".into()]),
        ("document", vec![b"{\"schema\": \"parallax.document/1\", \"articles\": \"embedded\"}".to_vec()]),
        ("score", vec![sample("samples/bridge.txt")]),
        ("compare", vec![[sample("samples/bridge.txt"), vec![0], sample("samples/bridge.md")].concat()]),
    ];
    for (target, inputs) in seeds {
        let folder = folder.join(target);
        fs::create_dir_all(&folder)?;
        for (at, input) in inputs.iter().enumerate() {
            fs::write(folder.join(format!("seed-{at}")), input)?;
        }
    }
    Ok(())
}
