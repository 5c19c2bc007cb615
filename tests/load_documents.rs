//! Web pages and documents, end to end: what is read from them, and what happens with bad ones.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use parallax::article::{Article, BlockKind, HeadlineOrigin};
use parallax::load::{self, Input, Options, Problem};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/load")
        .join(name)
}

fn open(name: &str) -> Article {
    load::open(&fixture(name)).unwrap().remove(0)
}

fn read(name: &str, bytes: Vec<u8>) -> Result<Vec<Article>, Problem> {
    load::open_input(Input::from_bytes(name, bytes, &Options::default()))
        .map(|opened| opened.articles)
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

/// A zip archive with these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = match *name {
            "mimetype" => zip::CompressionMethod::Stored,
            _ => zip::CompressionMethod::Deflated,
        };
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        archive.start_file(*name, options).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>"#;

fn word_document(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    package(&[
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        (
            "docProps/core.xml",
            b"<c><dc:title>Other</dc:title><dc:creator>Ann Lee</dc:creator></c>",
        ),
    ])
}

const WORD_BODY: &str = r#"<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Pier to be </w:t></w:r><w:r><w:t>rebuilt</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The pier will be rebuilt in stone, the council </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>said &amp; agreed.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>What comes next</w:t></w:r></w:p>
<w:p><w:r><w:t>Work is to start in the autumn, once the ferries have moved to the old dock.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>The old dock opens in June.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>4.2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;

#[test]
fn a_word_document_gives_text_styles_and_lists() {
    let pier = read("pier.docx", word_document(WORD_BODY))
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
    let content = r#"<o:d xmlns:o="o"><office:body><text:h text:style-name="Title">Pier to be rebuilt</text:h>
        <text:p>The pier will be<text:s text:c="2"/>rebuilt in stone<office:annotation><text:p>no</text:p></office:annotation>, the council said.</text:p>
        <text:h>What comes next</text:h><text:p>Work is to start in the autumn, once the ferries have moved.</text:p>
        <text:list><text:list-item><text:p>The old dock opens in June.</text:p></text:list-item></text:list></office:body></o:d>"#;
    let bytes = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ]);
    let pier = read("pier.odt", bytes).unwrap().remove(0);
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

fn book(chapter: &[u8]) -> Vec<u8> {
    package(&[
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            br#"<container><rootfiles><rootfile full-path="o/c.opf"/></rootfiles></container>"#,
        ),
        (
            "o/c.opf",
            br#"<package><metadata><dc:title>Pier to be rebuilt</dc:title><dc:date>2024-05-06</dc:date></metadata>
            <manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="a" href="a%20b.xhtml"/></manifest>
            <spine><itemref idref="n"/><itemref idref="a"/></spine></package>"#,
        ),
        ("o/nav.xhtml", b"<html><body><p>Contents</p></body></html>"),
        ("o/a b.xhtml", chapter),
    ])
}

#[test]
fn a_book_gives_its_chapters() {
    let chapter = b"<html><head><title>x</title></head><body><h1>Pier to be rebuilt</h1>\
        <p>The pier will be rebuilt in stone, the council said on Monday.</p>\
        <p>Work is to start in the autumn, once the ferries have moved.</p></body></html>";
    let pier = read("pier.epub", book(chapter)).unwrap().remove(0);
    assert_eq!(
        headline(&pier),
        ("Pier to be rebuilt", HeadlineOrigin::Text)
    );
    assert_eq!(pier.published.as_deref(), Some("2024-05-06"));
    assert_eq!(texts(&pier, BlockKind::Paragraph).len(), 2);
    assert!(!pier.blocks.iter().any(|block| block.text == "Contents"));
}

/// A PDF of one page with this content stream, uncompressed.
#[cfg(feature = "pdf")]
fn pdf(content: &str) -> Vec<u8> {
    let stream = format!(
        "<< /Length {} >>\nstream\n{content}\nendstream",
        content.len()
    );
    pdf_with(stream.as_bytes(), "")
}

/// A PDF of one page with this stream object and this entry in its trailer.
#[cfg(feature = "pdf")]
fn pdf_with(stream: &[u8], trailer: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R \
         /Resources << /Font << /F1 4 0 R >> >> >>"
            .to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut objects: Vec<Vec<u8>> = objects.map(String::into_bytes).to_vec();
    objects.push(stream.to_vec());
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n", at + 1).into_bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    let start = pdf.len();
    let size = objects.len() + 1;
    pdf.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").into_bytes());
    for place in places {
        pdf.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let end =
        format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
    pdf.extend(end.into_bytes());
    pdf
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

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_with_a_password_is_called_protected() {
    let stream = b"<< /Length 4 >>\nstream\n\x01\x02\x03\x04\nendstream";
    let (owner, user) = ("41".repeat(32), "42".repeat(32));
    let encrypt = format!(
        "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{owner}> /U <{user}> >>"
    );
    assert!(refused("locked.pdf", pdf_with(stream, &encrypt)).contains("password"));
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_that_unpacks_to_zeros_ends_in_time() {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&vec![b' '; 64 << 20]).unwrap();
    let packed = packed.finish().unwrap();
    let head = format!(
        "<< /Filter /FlateDecode /Length {} >>\nstream\n",
        packed.len()
    );
    let stream = [head.as_bytes(), &packed, b"\nendstream"].concat();
    let bytes = pdf_with(&stream, "");
    assert_bounded("bomb.pdf", || {
        let result = read("bomb.pdf", bytes);
        assert!(!matches!(result, Err(Problem::Crashed)));
    });
}

#[cfg(feature = "pdf")]
#[test]
fn damaged_pdfs_are_refused_in_words() {
    let whole = pdf("BT /F1 12 Tf 72 720 Td (The pier will be rebuilt in stone.) Tj ET");
    let cut = whole.get(..40).unwrap().to_vec();
    let problem = read("cut.pdf", cut).unwrap_err().to_string();
    assert!(problem.contains("PDF"), "{problem}");
    assert_bounded("flipped.pdf", || {
        for at in (9..whole.len()).step_by(7) {
            let mut bytes = whole.clone();
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 0x55;
            }
            let result = read("flipped.pdf", bytes);
            assert!(!matches!(result, Err(Problem::Crashed)), "byte {at}");
        }
    });
}

/// Runs something on a small stack and sees to it that it ends in five seconds.
fn assert_bounded(what: &str, run: impl FnOnce() + Send) {
    let start = Instant::now();
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().stack_size(2 << 20);
        worker.spawn_scoped(scope, run).unwrap().join().unwrap();
    });
    let spent = start.elapsed();
    assert!(spent < Duration::from_secs(5), "{what} took {spent:?}");
}

fn refused(name: &str, bytes: Vec<u8>) -> String {
    let mut message = String::new();
    assert_bounded(name, || {
        message = read(name, bytes).unwrap_err().of(name).to_string();
    });
    assert!(message.starts_with(name), "{message}");
    message
}

#[test]
fn hostile_pages_are_refused_before_they_are_parsed() {
    let deep = format!("<html><body>{}x", "<div>".repeat(100_000));
    assert!(refused("deep.html", deep.into_bytes()).contains("nested"));
    let mut wide = "<html><body ".to_owned();
    for number in 0..50_000 {
        write!(wide, "a{number}=1 ").unwrap();
    }
    wide += ">x";
    assert!(refused("wide.html", wide.into_bytes()).contains("attributes"));
}

#[test]
fn odd_pages_are_read_in_time() {
    let deep = format!("<html><body>{}<p>Word.</p>", "<div>".repeat(450));
    let mut flat = "<html><body>".to_owned();
    for number in 0..5_000 {
        writeln!(
            flat,
            "<p>Paragraph {number} is short, and it says no more.</p>"
        )
        .unwrap();
    }
    let long = "A sentence of seven words stands here. ".repeat(20_000);
    let long = format!("<html><body><p>{long}</p>");
    for (name, page) in [
        ("deep.html", deep),
        ("flat.html", flat),
        ("long.html", long),
    ] {
        assert_bounded(name, || {
            let result = read(name, page.into_bytes());
            assert!(!matches!(result, Err(Problem::Crashed)), "{name}");
        });
    }
}

#[test]
fn bombs_are_refused_while_they_unpack() {
    let zeros = vec![b' '; 200 << 20];
    let bomb = package(&[("word/document.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20);
    assert!(refused("bomb.docx", bomb).contains("larger than"));
    let parts: Vec<(String, &[u8])> = (0..30_000)
        .map(|n| (format!("word/document{n}"), &[][..]))
        .collect();
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, part)| (name.as_str(), *part))
        .collect();
    assert!(refused("parts.docx", package(&parts)).contains("more parts"));
}

#[test]
fn entities_are_never_expanded() {
    let mut entities = "<!ENTITY a0 \"lol\">".to_owned();
    for n in 1..40 {
        write!(entities, "<!ENTITY a{n} \"&a{0};&a{0};\">", n - 1).unwrap();
    }
    let document = format!(
        "<!DOCTYPE d [{entities}]><w:document><w:p><w:t>The word &a39; stands alone here.</w:t></w:p></w:document>"
    );
    let bytes = package(&[("word/document.xml", document.as_bytes())]);
    let article = read("entities.docx", bytes).unwrap().remove(0);
    assert!(
        article
            .blocks
            .iter()
            .map(|block| block.text.len())
            .sum::<usize>()
            < 100
    );
}

#[test]
fn deep_documents_are_read_or_refused_in_time() {
    let xml = format!(
        "<w:document>{}<w:p><w:t>Text.</w:t></w:p>",
        "<w:p>".repeat(100_000)
    );
    let word = package(&[("word/document.xml", xml.as_bytes())]);
    let chapter = "<div>".repeat(100_000);
    let rtf = format!("{{\\rtf1 {}", "{".repeat(100_000));
    let mail = "MIME-Version: 1.0\r\nSubject: x\r\nFrom: a@b\r\nTo: b@a\r\n".to_owned()
        + &"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(10_000);
    for (name, bytes) in [
        ("deep.docx", word),
        ("deep.epub", book(chapter.as_bytes())),
        ("deep.rtf", rtf.into_bytes()),
        ("deep.eml", mail.into_bytes()),
    ] {
        assert_bounded(name, || {
            let result = read(name, bytes);
            assert!(!matches!(result, Err(Problem::Crashed)), "{name}");
        });
    }
}

#[test]
fn a_document_cut_anywhere_never_crashes_and_never_hangs() {
    let files = [
        ("pier.docx", word_document(WORD_BODY)),
        ("storm.html", std::fs::read(fixture("storm.html")).unwrap()),
        ("letter.eml", std::fs::read(fixture("letter.eml")).unwrap()),
        ("page.mhtml", std::fs::read(fixture("page.mhtml")).unwrap()),
        ("notice.rtf", std::fs::read(fixture("notice.rtf")).unwrap()),
    ];
    for (name, bytes) in files {
        assert_bounded(name, || {
            for at in (0..bytes.len()).step_by(97) {
                let cut = bytes.get(..at).unwrap().to_vec();
                let result = read(name, cut);
                assert!(
                    !matches!(result, Err(Problem::Crashed)),
                    "{name} cut at {at}"
                );
            }
        });
    }
}

#[test]
fn a_damaged_document_says_that_text_is_missing() {
    let document = format!("<w:document><w:body>{WORD_BODY}<w:p><w:r><w:t");
    let bytes = package(&[("word/document.xml", document.as_bytes())]);
    let pier = read("pier.docx", bytes).unwrap().remove(0);
    assert!(
        pier.warnings
            .iter()
            .any(|warning| warning.contains("damaged")),
        "{:?}",
        pier.warnings
    );
}

#[test]
fn protected_documents_are_called_protected() {
    let manifest = br"<m:manifest><m:encryption-data/></m:manifest>";
    let bytes = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ]);
    assert!(refused("locked.odt", bytes).contains("password"));
    let mut word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    word.extend(b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
    assert!(refused("locked.docx", word).contains("password"));
}

#[test]
fn a_page_without_words_says_so() {
    let message = refused(
        "empty.html",
        b"<html><body><script>x</script></body></html>".to_vec(),
    );
    assert!(message.contains("holds no text"), "{message}");
}

#[test]
fn the_content_decides_not_the_extension() {
    let page = std::fs::read(fixture("storm.html")).unwrap();
    let article = read("storm.docx", page).unwrap().remove(0);
    assert_eq!(article.origin.format, "html");
    let word = read("pier.txt", word_document(WORD_BODY))
        .unwrap()
        .remove(0);
    assert_eq!(word.origin.format, "docx");
}
