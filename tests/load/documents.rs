//! What is read from web pages and documents.

use std::fmt::Write as _;

use parallax::article::{Article, BlockKind, HeadlineOrigin};
use parallax::load;

#[cfg(feature = "pdf")]
use super::samples::pdf;
use super::samples::{
    CHAPTER, WORD_BODY, book, book_of, open_document, package, web_archive, word_document,
};
use super::{fixture, read};

fn open(name: &str) -> Article {
    load::open(&fixture(name)).unwrap().remove(0)
}

fn texts(article: &Article, kind: BlockKind) -> Vec<&str> {
    let blocks = article.blocks.iter().filter(|block| block.kind == kind);
    blocks.map(|block| block.text.as_str()).collect()
}

fn headline(article: &Article) -> (&str, HeadlineOrigin) {
    let headline = article.headline.as_ref().unwrap();
    (&headline.text, headline.origin)
}

/// The reason a block with this text was set aside for.
fn reason<'a>(article: &'a Article, text: &str) -> &'a str {
    let mut blocks = article.blocks.iter();
    let block = blocks.find(|block| block.text.contains(text)).unwrap();
    assert_eq!(block.kind, BlockKind::Boilerplate, "{text}");
    block.set_aside.as_deref().unwrap()
}

#[test]
fn a_page_gives_its_article_and_keeps_the_rest_with_reasons() {
    let page = open("storm.html");
    let expected = (
        "Storm cuts power to the northern coast",
        HeadlineOrigin::Text,
    );
    assert_eq!(headline(&page), expected);
    assert_eq!(page.byline.as_deref(), Some("Ann Lee, Bo Roe"));
    assert_eq!(page.published.as_deref(), Some("2024-05-06T07:08:09Z"));
    assert_eq!(page.outlet.as_deref(), Some("The Daily Gale"));
    assert_eq!(page.language.as_deref(), Some("en-GB"));
    assert_eq!(
        page.url.as_deref(),
        Some("https://dailygale.example/2024/05/06/storm")
    );
    assert_eq!(texts(&page, BlockKind::Paragraph).len(), 4);
    assert_eq!(texts(&page, BlockKind::Subhead), ["Schools stay closed"]);
    assert_eq!(texts(&page, BlockKind::ListItem).len(), 2);
    assert_eq!(texts(&page, BlockKind::Quote).len(), 1);
    assert_eq!(
        texts(&page, BlockKind::Caption),
        ["Waves at the harbour wall on Sunday evening"]
    );
    for (text, wanted) in [
        ("Home News Sport", "a part of the page around the article"),
        ("We use cookies", "a notice about cookies or the browser"),
        ("Sign up for our newsletter", "a pointer to other pages"),
        ("READ: The storms", "a pointer to other pages"),
        ("Ten beaches to see", "a pointer to other pages"),
        ("By Ann Lee and Bo Roe", "the author line"),
        ("Ann Lee is a reporter", "a note about the author"),
    ] {
        assert_eq!(reason(&page, text), wanted, "{text}");
    }
    assert!(
        page.blocks
            .iter()
            .all(|block| !block.text.contains("Written by a script"))
    );
}

#[test]
fn a_letter_is_read_in_its_encoding_without_the_signature() {
    let letter = open("letter.eml");
    assert_eq!(
        headline(&letter),
        ("Cafés reopen after the storm", HeadlineOrigin::Metadata)
    );
    assert_eq!(letter.outlet.as_deref(), Some("The Daily Gale"));
    assert_eq!(letter.published.as_deref(), Some("2024-05-06"));
    let paragraphs = texts(&letter, BlockKind::Paragraph);
    assert_eq!(paragraphs.len(), 2);
    assert!(paragraphs.concat().contains("cafés along the harbour"));
    assert!(paragraphs.concat().contains("“People want a hot drink"));
}

#[test]
fn a_page_saved_as_one_file_is_read_like_a_page() {
    let page = open("page.mhtml");
    assert_eq!(
        headline(&page),
        ("Harbour wall to be raised", HeadlineOrigin::Text)
    );
    assert_eq!(page.published.as_deref(), Some("2024-05-06"));
    assert_eq!(page.outlet.as_deref(), Some("dailygale.example"));
    let paragraphs = texts(&page, BlockKind::Paragraph);
    assert_eq!(paragraphs.len(), 2);
    assert!(
        paragraphs
            .concat()
            .contains("“It is late, but it comes,” said")
    );
    assert!(
        page.warnings
            .iter()
            .any(|warning| warning.contains("words of article"))
    );
}

#[test]
fn rtf_gives_its_text() {
    let notice = open("notice.rtf");
    assert_eq!(headline(&notice).0, "Ferry to sail again on Saturday");
    assert_eq!(notice.byline.as_deref(), Some("Ann Lee"));
    let paragraphs = texts(&notice, BlockKind::Paragraph);
    assert_eq!(paragraphs.len(), 2);
    assert!(
        paragraphs
            .concat()
            .contains("“We are ready,” said the captain. “So are")
    );
}

#[test]
fn a_word_document_gives_text_styles_and_lists() {
    let pier = read("pier.docx", package(&word_document(WORD_BODY)))
        .unwrap()
        .remove(0);
    assert_eq!(
        headline(&pier),
        ("Pier to be rebuilt", HeadlineOrigin::Text)
    );
    assert_eq!(pier.byline.as_deref(), Some("Ann Lee"));
    let paragraphs = texts(&pier, BlockKind::Paragraph);
    assert_eq!(
        paragraphs.first(),
        Some(&"The pier will be rebuilt in stone, the council said & agreed.")
    );
    assert_eq!(texts(&pier, BlockKind::Subhead), ["What comes next"]);
    assert_eq!(
        texts(&pier, BlockKind::ListItem),
        ["The old dock opens in June."]
    );
    assert_eq!(reason(&pier, "4.2"), "a cell of a table");
}

#[test]
fn an_opendocument_text_gives_text_headings_and_lists() {
    let pier = read("pier.odt", package(&open_document()))
        .unwrap()
        .remove(0);
    assert_eq!(
        headline(&pier),
        ("Pier to be rebuilt", HeadlineOrigin::Text)
    );
    let paragraphs = texts(&pier, BlockKind::Paragraph);
    assert_eq!(
        paragraphs.first(),
        Some(&"The pier will be rebuilt in stone, the council said.")
    );
    assert_eq!(texts(&pier, BlockKind::Subhead), ["What comes next"]);
    assert_eq!(
        texts(&pier, BlockKind::ListItem),
        ["The old dock opens in June."]
    );
}

#[test]
fn a_book_gives_its_chapters() {
    let pier = read("pier.epub", package(&book(CHAPTER)))
        .unwrap()
        .remove(0);
    assert_eq!(
        headline(&pier),
        ("Pier to be rebuilt", HeadlineOrigin::Text)
    );
    assert_eq!(pier.published.as_deref(), Some("2024-05-06"));
    assert_eq!(texts(&pier, BlockKind::Paragraph).len(), 2);
    assert!(!pier.blocks.iter().any(|block| block.text == "Contents"));
}

/// Programs that make books of one article put its title on a page of its own.
#[test]
fn a_title_page_is_no_article() {
    let title =
        "The pier will be rebuilt in stone by the autumn, but the ferries may not come back to it";
    let chapter = |text: &str| format!("<html><body><h1>{title}</h1><p>{text}</p></body></html>");
    let text =
        "The pier will be rebuilt in stone, the council said on Monday, after a long debate.";
    let chapters = [chapter("Ruth Hallam"), chapter(text)];
    let book = package(&book_of(title, "2024-05-06", &chapters));
    let articles = read("pier.epub", book).unwrap();
    assert_eq!(articles.len(), 1);
    assert_eq!(
        texts(articles.first().unwrap(), BlockKind::Paragraph).last(),
        Some(&text)
    );
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_gives_its_text_layer_and_says_what_is_a_guess() {
    let lines = [
        "Pier to be rebuilt",
        "",
        "The pier will be rebuilt in stone, the council said on Monday, after",
        "a debate that went on until midnight and a vote of nine to four.",
        "",
        "Work is to start in the autumn, once the ferries have moved to the old",
        "dock, which opens in June.",
    ];
    let mut shown = String::new();
    for line in lines {
        writeln!(shown, "0 -16 Td ({line}) Tj").unwrap();
    }
    let bytes = pdf(&format!("BT /F1 12 Tf 72 720 Td\n{shown}ET"));
    let pier = read("pier.pdf", bytes).unwrap().remove(0);
    let all: Vec<&str> = pier
        .blocks
        .iter()
        .map(|block| block.text.as_str())
        .collect();
    let all = all.join(" ");
    assert!(
        all.contains("the council said on Monday, after a debate"),
        "{all}"
    );
    assert!(
        pier.warnings
            .iter()
            .any(|warning| warning.contains("Check the headline"))
    );
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_without_text_is_called_pictures() {
    let problem = read("scan.pdf", pdf("0 0 612 792 re f")).unwrap_err();
    assert!(
        problem.to_string().contains("pictures of text"),
        "{problem}"
    );
}

#[test]
fn a_page_that_safari_saved_is_read_like_a_page() {
    let page = std::fs::read(fixture("storm.html")).unwrap();
    let saved = web_archive(&page, "https://dailygale.example/storm");
    let (plain, archived) = (
        open("storm.html"),
        read("storm.webarchive", saved.clone()).unwrap().remove(0),
    );
    assert_eq!(headline(&archived), headline(&plain));
    assert_eq!(
        texts(&archived, BlockKind::Paragraph),
        texts(&plain, BlockKind::Paragraph)
    );
    assert_eq!(
        archived.url.as_deref(),
        Some("https://dailygale.example/storm")
    );

    // One that holds no page says so, and one that is none is told apart.
    let at = memchr::memmem::find(&saved, b"WebResourceData").unwrap();
    let mut other = saved.clone();
    *other.get_mut(at).unwrap() = b'w';
    let problem = read("storm.webarchive", other).unwrap_err().to_string();
    assert!(problem.contains("its page has no text"), "{problem}");
    let problem = read(
        "settings.plist",
        [b"bplist00".to_vec(), vec![0; 200]].concat(),
    );
    let problem = problem.unwrap_err().to_string();
    assert!(problem.contains("a property list of macOS"), "{problem}");
}
