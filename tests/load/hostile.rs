//! Documents and pages that were made to break their reader, or are broken.

use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::LazyLock;
use std::time::Instant;

use parallax::load::Problem;

use super::bad::PATIENCE;
use super::samples::{Parts, WORD_BODY, book, package, parts, web_archive, word_document};
#[cfg(feature = "pdf")]
use super::samples::{pdf, pdf_with};
use super::{fixture, read};

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

/// A PDF whose one page unpacks to this, so many times.
#[cfg(feature = "pdf")]
fn packed_pdf(unit: &[u8], times: usize) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..times {
        packed.write_all(unit).unwrap();
    }
    let packed = packed.finish().unwrap();
    let head = format!(
        "<< /Filter /FlateDecode /Length {} >>\nstream\n",
        packed.len()
    );
    pdf_with(&[head.as_bytes(), &packed, b"\nendstream"].concat(), "")
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_that_unpacks_to_hundreds_of_megabytes_is_refused() {
    for unit in [b" ".as_slice(), b"q Q\n"] {
        let unit = unit.repeat((1 << 20) / unit.len());
        let bomb = packed_pdf(&unit, 200);
        assert!(bomb.len() < 4 << 20);
        assert!(refused("bomb.pdf", bomb).contains("Unpacked, it is far larger"));
    }
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

/// Runs something on a small stack and sees to it that it ends in time.
fn assert_bounded(what: &str, run: impl FnOnce() + Send) {
    let start = Instant::now();
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().stack_size(2 << 20);
        worker.spawn_scoped(scope, run).unwrap().join().unwrap();
    });
    let spent = start.elapsed();
    assert!(spent < PATIENCE, "{what} took {spent:?}");
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

/// A Word document whose text is a gigabyte of blanks.
fn word_bomb() -> Vec<u8> {
    static BOMB: LazyLock<Vec<u8>> = LazyLock::new(pack_gigabyte);
    BOMB.clone()
}

fn pack_gigabyte() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("word/document.xml", options).unwrap();
    let megabyte = vec![b' '; 1 << 20];
    for _ in 0..1024 {
        archive.write_all(&megabyte).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn bombs_are_refused_while_they_unpack() {
    let bomb = word_bomb();
    assert!(bomb.len() < 5 << 18, "{}", bomb.len());
    assert!(refused("bomb.docx", bomb).contains("larger than"));
    let many: Parts = (0..30_000)
        .map(|n| (format!("word/document{n}"), Vec::new()))
        .collect();
    assert!(refused("parts.docx", package(&many)).contains("more parts"));
}

/// The command line refuses them although it may take no more than 500 MB.
#[cfg(target_os = "linux")]
#[test]
fn bombs_take_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let mut bombs = vec![("bomb.docx", word_bomb())];
    #[cfg(feature = "pdf")]
    bombs.push(("bomb.pdf", packed_pdf(&b" ".repeat(1 << 20), 400)));
    for (name, bytes) in bombs {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let output = std::process::Command::new("sh")
            .args(["-c", "ulimit -d 500000; exec \"$0\" read \"$1\""])
            .arg(env!("CARGO_BIN_EXE_parallax"))
            .arg(&path)
            .output()
            .unwrap();
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(message.contains("larger than"), "{name}: {output:?}");
    }
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
    let bytes = package(&parts(&[("word/document.xml", document.as_bytes())]));
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
    let word = package(&parts(&[("word/document.xml", xml.as_bytes())]));
    let chapter = "<div>".repeat(100_000);
    let rtf = format!("{{\\rtf1 {}", "{".repeat(100_000));
    let mail = "MIME-Version: 1.0\r\nSubject: x\r\nFrom: a@b\r\nTo: b@a\r\n".to_owned()
        + &"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(10_000);
    for (name, bytes) in [
        ("deep.docx", word),
        ("deep.epub", package(&book(chapter.as_bytes()))),
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
        ("pier.docx", package(&word_document(WORD_BODY))),
        ("storm.html", std::fs::read(fixture("storm.html")).unwrap()),
        ("letter.eml", std::fs::read(fixture("letter.eml")).unwrap()),
        ("page.mhtml", std::fs::read(fixture("page.mhtml")).unwrap()),
        ("notice.rtf", std::fs::read(fixture("notice.rtf")).unwrap()),
        (
            "storm.webarchive",
            web_archive(
                &std::fs::read(fixture("storm.html")).unwrap(),
                "https://dailygale.example/storm",
            ),
        ),
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
    let bytes = package(&parts(&[("word/document.xml", document.as_bytes())]));
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
    let bytes = package(&parts(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ]));
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
    let word = read("pier.txt", package(&word_document(WORD_BODY)))
        .unwrap()
        .remove(0);
    assert_eq!(word.origin.format, "docx");
}
