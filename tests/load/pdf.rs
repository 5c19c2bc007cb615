//! PDFs: what is read, in which order, and what is refused without anything else being lost.

use std::fmt::Write as _;
use std::io::Write as _;

use parallax::article::HeadlineOrigin;
use skrifa::MetadataProvider as _;

use super::read;
use super::samples::{pdf, pdf_of};

/// The paragraphs of a page drawn like this, headline first.
fn paragraphs(bytes: Vec<u8>) -> Vec<String> {
    let article = read("page.pdf", bytes).unwrap().remove(0);
    let headline = article
        .headline
        .filter(|headline| headline.origin != HeadlineOrigin::FileName)
        .map(|headline| headline.text);
    let blocks = article.blocks.into_iter().map(|block| block.text);
    headline.into_iter().chain(blocks).collect()
}

fn refusal(bytes: Vec<u8>) -> String {
    let error = read("page.pdf", bytes).unwrap_err().of("page.pdf");
    error.to_string()
}

/// Lines from `top` downwards, 14 points apart.
fn column(left: u32, top: u32, lines: &[&str]) -> String {
    let mut drawn = format!("BT /F1 12 Tf 14 TL 1 0 0 1 {left} {top} Tm ");
    for line in lines {
        write!(drawn, "({line}) Tj T* ").unwrap();
    }
    drawn + "ET\n"
}

const LEFT: [&str; 4] = [
    "The pier will be rebuilt in stone, the",
    "council said on Monday, after a debate",
    "that went on until midnight and ended",
    "in a vote of nine to four. The mayor is",
];
const RIGHT: [&str; 3] = [
    "said to have wept. Work is to start in",
    "the autumn, once the ferries have been",
    "moved to the old dock, which is dry.",
];

#[test]
fn columns_are_read_one_after_the_other_however_they_are_drawn() {
    let wanted = [LEFT.join(" "), RIGHT.join(" ")].join(" ");
    let whole = column(60, 700, &LEFT) + &column(320, 700, &RIGHT);
    assert_eq!(paragraphs(pdf(&whole)), [wanted.as_str()]);
    let mut rows = String::new();
    for (at, line) in LEFT.iter().enumerate() {
        let top = 700 - 14 * u32::try_from(at).unwrap();
        rows += &column(60, top, &[line]);
        rows += &RIGHT
            .get(at)
            .map_or(String::new(), |right| column(320, top, &[right]));
    }
    assert_eq!(paragraphs(pdf(&rows)), [wanted.as_str()]);
}

#[test]
fn words_divided_by_soft_hyphens_are_joined_and_ligatures_taken_apart() {
    let lines = [
        "The pier will be rebuilt in stone, the coun\\255",
        "cil said on Monday, after a \\256rst debate.",
    ];
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica \
                /Encoding << /Differences [173 /uni00AD 174 /fi] >> >>";
    let bytes = pdf_of(&column(60, 700, &lines), &[font]);
    assert_eq!(
        paragraphs(bytes),
        ["The pier will be rebuilt in stone, the council said on Monday, after a first debate."]
    );
}

#[test]
fn what_is_drawn_twice_is_read_once() {
    let page = column(60, 700, &LEFT);
    let shadow = page.replace("1 0 0 1 60 700", "1 0 0 1 60.4 699.6");
    assert_eq!(paragraphs(pdf(&(shadow + &page))), [LEFT.join(" ")]);
}

#[test]
fn what_stands_at_the_edge_of_every_page_goes_and_paragraphs_run_on() {
    let page = |number: u32, lines: &[&str]| {
        column(60, 760, &[&format!("The Daily Gale {number}")])
            + &column(60, 700, lines)
            + &column(280, 30, &[&number.to_string()])
    };
    let bytes = super::samples::pdf_pages(&[page(1, &LEFT), page(2, &RIGHT)]);
    let wanted = [LEFT.join(" "), RIGHT.join(" ")].join(" ");
    assert_eq!(paragraphs(bytes), [wanted]);
}

/// A font that says nothing about its letters but has a table of them.
#[test]
fn a_font_without_a_map_is_asked_backwards() {
    let inter = include_bytes!("../../assets/fonts/Inter-Regular.otf");
    let letters = skrifa::FontRef::new(inter).unwrap().charmap();
    let text = "The pier will be rebuilt in stone, the council said.";
    let mut codes = String::new();
    for letter in text.chars() {
        write!(codes, "{:04X}", letters.map(letter).unwrap().to_u32()).unwrap();
    }
    let mut file =
        format!("<< /Subtype /OpenType /Length {} >>\nstream\n", inter.len()).into_bytes();
    file.extend(inter);
    file.extend(b"\nendstream");
    let objects: [&[u8]; 4] = [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Inter /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
        b"null",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Inter /DW 550 /CIDSystemInfo << /Registry (Adobe) \
          /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Inter \
          /Flags 4 /FontFile3 8 0 R >> >>",
        &file,
    ];
    let bytes = pdf_of(&format!("BT /F1 12 Tf 60 700 Td <{codes}> Tj ET"), &objects);
    assert_eq!(paragraphs(bytes), [text]);
}

/// Ten drawings that each show the next ten times.
#[test]
fn drawings_in_drawings_are_counted() {
    let mut objects = vec!["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned()];
    for next in 7..17 {
        let shown = "/X Do ".repeat(10);
        objects.push(format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length {} \
             /Resources << /XObject << /X {next} 0 R >> >> >>\nstream\n{shown}\nendstream",
            shown.len()
        ));
    }
    let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
    let said = refusal(pdf_of("/X Do", &objects));
    assert!(
        said.contains("more than 5000000 drawing instructions"),
        "{said}"
    );
}

/// A reader that runs for ever, or takes all memory, costs its file and no other.
#[test]
fn a_reader_that_takes_too_much_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.pdf");
    std::fs::write(&path, pdf(&column(60, 700, &LEFT))).unwrap();
    let said = |what: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_parallax"))
            .args(["read".as_ref(), path.as_os_str()])
            .env("PARALLAX_TEST_READER", what)
            .output()
            .unwrap();
        assert_eq!(output.status.code() == Some(0), what.is_empty(), "{what}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(said("").contains("1 article"));
    let taken = said("boundless");
    assert!(
        taken.contains("MB of memory") && taken.contains("save it as text"),
        "{taken}"
    );
    let taken = said("endless");
    assert!(taken.contains("seconds of computing time"), "{taken}");
}

/// Pictures inside instructions, by the hundred thousand, are no work.
#[test]
fn pictures_among_the_instructions_are_passed_over() {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for part in [
        "BI /W 1 ID x EI q EI ",
        "BI /W 1 ID ",
        "BI /W 1 ID a EI \u{1} ",
    ] {
        let content = part.repeat(100_000) + " EI " + &column(60, 700, &LEFT);
        encoder.write_all(content.as_bytes()).unwrap();
        let packed = encoder.reset(Vec::new()).unwrap();
        let head = format!(
            "<< /Filter /FlateDecode /Length {} >>\nstream\n",
            packed.len()
        );
        let stream = [head.as_bytes(), &packed, b"\nendstream"].concat();
        let read = paragraphs(super::samples::pdf_with(&stream, ""));
        assert_eq!(read, [LEFT.join(" ")], "{part}");
    }
}

/// Files that hang or end the crates underneath: one refused file is the worst that happens.
#[test]
fn what_nests_without_end_is_refused() {
    for opening in ["[", "<</A "] {
        let mut nested = b"%PDF-1.4\n1 0 obj\n".to_vec();
        nested.extend(opening.repeat(16_000).bytes());
        let said = refusal(nested);
        assert!(said.contains("could not be read as a PDF"), "{said}");
    }
}

/// A font of a few bytes that claims a width for four billion glyphs is passed over.
#[test]
fn a_font_of_boundless_widths_is_passed_over() {
    for widths in ["/W [0 4294967295 500]", "/W2 [0 4294967295 500 1 1]"] {
        let font = format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font \
             /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
             /Supplement 0 >> {widths} >>] >>"
        );
        let bytes = pdf_of(&column(60, 700, &LEFT), &[font.as_str()]);
        assert_eq!(paragraphs(bytes), [LEFT.join(" ")], "{widths}");
    }
}

#[test]
fn reading_stops_when_asked_to() {
    use std::time::{Duration, Instant};

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("endless.pdf");
    // As many drawings in drawings as a document may have.
    let text = "BT /F1 12 Tf 60 700 Td (The pier will be rebuilt.) Tj ET";
    let form = format!(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Length {} >>\nstream\n{text}\nendstream",
        text.len()
    );
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    std::fs::write(&path, pdf_of(&"/X Do ".repeat(40_000), &[font, &form])).unwrap();
    super::name_reader();
    let progress = parallax::work::Progress::default();
    let start = Instant::now();
    let import = std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(100));
            progress.stop();
        });
        let options = parallax::load::ReadOptions::default();
        parallax::load::open_all(&[path], &options, &progress)
    });
    assert_eq!((import.articles(), import.failures().count()), (0, 0));
    assert!(start.elapsed() < Duration::from_secs(5));
}
