//! Small samples of formats that are not text, made here: their parts, and what holds the parts.
#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    clippy::cast_possible_truncation,
    reason = "short texts of tests"
)]

use std::io::Write as _;

/// The parts of a package: their names and contents.
pub(super) type Parts = Vec<(String, Vec<u8>)>;

pub(super) fn parts(parts: &[(&str, &[u8])]) -> Parts {
    let owned = |(name, content): &(&str, &[u8])| ((*name).to_owned(), content.to_vec());
    parts.iter().map(owned).collect()
}

/// A zip archive with these parts.
pub(super) fn package(parts: &Parts) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = match name.as_str() {
            "mimetype" => zip::CompressionMethod::Stored,
            _ => zip::CompressionMethod::Deflated,
        };
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        archive.start_file(name.as_str(), options).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>"#;

pub(super) fn word_document(body: &str) -> Parts {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    parts(&[
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        (
            "docProps/core.xml",
            b"<c><dc:title>Other</dc:title><dc:creator>Ann Lee</dc:creator></c>",
        ),
    ])
}

pub(super) const WORD_BODY: &str = r#"<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Pier to be </w:t></w:r><w:r><w:t>rebuilt</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The pier will be rebuilt in stone, the council </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>said &amp; agreed.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>What comes next</w:t></w:r></w:p>
<w:p><w:r><w:t>Work is to start in the autumn, once the ferries have moved to the old dock.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>The old dock opens in June.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>4.2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;

const OPEN_DOCUMENT: &str = r#"<o:d xmlns:o="o"><office:body><text:h text:style-name="Title">Pier to be rebuilt</text:h>
        <text:p>The pier will be<text:s text:c="2"/>rebuilt in stone<office:annotation><text:p>no</text:p></office:annotation>, the council said.</text:p>
        <text:h>What comes next</text:h><text:p>Work is to start in the autumn, once the ferries have moved.</text:p>
        <text:list><text:list-item><text:p>The old dock opens in June.</text:p></text:list-item></text:list></office:body></o:d>"#;

pub(super) fn open_document() -> Parts {
    parts(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", OPEN_DOCUMENT.as_bytes()),
    ])
}

/// An `OpenDocument` text with this body.
pub(super) fn open_document_of(body: &str) -> Parts {
    let content = format!("<o:d xmlns:o=\"o\"><office:body>{body}</office:body></o:d>");
    parts(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A workbook of sheets, each with its name and rows.
pub(super) fn workbook(sheets: &[(&str, &[&[&str]])]) -> Parts {
    let mut book = String::from(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>",
    );
    let mut relations = String::from(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    let mut all = Parts::new();
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let number = at + 1;
        book += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
        relations += &format!(
            "<Relationship Id=\"r{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        let row = |(at, cells): (usize, &&[&str])| {
            let cells: String = cells
                .iter()
                .zip('A'..)
                .map(|(text, column)| {
                    format!(
                        "<c r=\"{column}{}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
                        at + 1
                    )
                })
                .collect();
            format!("<row r=\"{}\">{cells}</row>", at + 1)
        };
        let rows: String = rows.iter().enumerate().map(row).collect();
        let sheet = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
        );
        all.push((
            format!("xl/worksheets/sheet{number}.xml"),
            sheet.into_bytes(),
        ));
    }
    let root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    all.push(("_rels/.rels".to_owned(), root.into()));
    all.push((
        "xl/workbook.xml".to_owned(),
        (book + "</sheets></workbook>").into_bytes(),
    ));
    all.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        (relations + "</Relationships>").into_bytes(),
    ));
    all
}

/// An `OpenDocument` spreadsheet of one sheet.
pub(super) fn open_sheet(rows: &[&[&str]]) -> Parts {
    let row = |cells: &&[&str]| {
        let cell = |text: &&str| {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        };
        let cells: String = cells.iter().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let rows: String = rows.iter().map(row).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"News\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    parts(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

pub(super) const CHAPTER: &[u8] =
    b"<html><head><title>x</title></head><body><h1>Pier to be rebuilt</h1>\
        <p>The pier will be rebuilt in stone, the council said on Monday.</p>\
        <p>Work is to start in the autumn, once the ferries have moved.</p></body></html>";

pub(super) fn book(chapter: &[u8]) -> Parts {
    parts(&[
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

/// A book with this title and date, of these chapters.
pub(super) fn book_of(title: &str, date: &str, chapters: &[String]) -> Parts {
    let item = |at: usize| format!("<item id=\"c{at}\" href=\"c{at}.xhtml\"/>");
    let reference = |at: usize| format!("<itemref idref=\"c{at}\"/>");
    let items: String = (0..chapters.len()).map(item).collect();
    let spine: String = (0..chapters.len()).map(reference).collect();
    let contents = format!(
        "<package><metadata><dc:title>{title}</dc:title><dc:date>{date}</dc:date></metadata>\
         <manifest>{items}</manifest><spine>{spine}</spine></package>"
    );
    let mut all = parts(&[
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            br#"<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>"#,
        ),
        ("c.opf", contents.as_bytes()),
    ]);
    for (at, chapter) in chapters.iter().enumerate() {
        all.push((format!("c{at}.xhtml"), chapter.clone().into_bytes()));
    }
    all
}

/// A PDF of one page with this content stream, uncompressed.
pub(super) fn pdf(content: &str) -> Vec<u8> {
    pdf_with(&stream(content), "")
}

/// A PDF of pages with these content streams.
pub(super) fn pdf_pages(contents: &[String]) -> Vec<u8> {
    let number = contents.len();
    let kids: Vec<String> = (0..number).map(|at| format!("{} 0 R", 4 + at)).collect();
    let kids = kids.join(" ");
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {number} >>").into_bytes(),
        HELVETICA.to_vec(),
    ];
    for at in 0..number {
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            4 + number + at
        );
        objects.push(page.into_bytes());
    }
    objects.extend(contents.iter().map(|content| stream(content)));
    assembled(&objects, "")
}

/// A PDF of one page with this content stream; object 5, the font `F1`, and those after it are given, object
/// 6 being the drawing `X`.
pub(super) fn pdf_of<T: AsRef<[u8]>>(content: &str, objects: &[T]) -> Vec<u8> {
    let mut all = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
          /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
            .to_vec(),
        stream(content),
    ];
    all.extend(objects.iter().map(|object| object.as_ref().to_vec()));
    assembled(&all, "")
}

const HELVETICA: &[u8] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

fn stream(content: &str) -> Vec<u8> {
    let length = content.len();
    format!("<< /Length {length} >>\nstream\n{content}\nendstream").into_bytes()
}

/// A PDF of one page with this stream object and this entry in its trailer.
pub(super) fn pdf_with(stream: &[u8], trailer: &str) -> Vec<u8> {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".as_slice(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R \
          /Resources << /Font << /F1 4 0 R >> >> >>",
        HELVETICA,
        stream,
    ];
    assembled(&objects, trailer)
}

fn assembled<T: AsRef<[u8]>>(objects: &[T], trailer: &str) -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n", at + 1).into_bytes());
        pdf.extend(object.as_ref());
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

/// A page as Safari saves it: a binary property list of one dictionary in another.
pub(super) fn web_archive(page: &[u8], url: &str) -> Vec<u8> {
    let text = |text: &str| {
        [
            &[0x5F, 0x11],
            (text.len() as u16).to_be_bytes().as_slice(),
            text.as_bytes(),
        ]
        .concat()
    };
    let length = (page.len() as u32).to_be_bytes();
    let data = [&[0x4F, 0x12], length.as_slice(), page].concat();
    let objects = [
        vec![0xD1, 1, 2],
        text("WebMainResource"),
        vec![0xD3, 3, 4, 5, 6, 7, 8],
        text("WebResourceData"),
        text("WebResourceURL"),
        text("WebResourceTextEncodingName"),
        data,
        text(url),
        text("UTF-8"),
    ];
    let mut list = b"bplist00".to_vec();
    let mut places = Vec::new();
    for object in &objects {
        places.extend((list.len() as u32).to_be_bytes());
        list.extend(object);
    }
    let from = list.len() as u64;
    list.extend(places);
    list.extend([0, 0, 0, 0, 0, 0, 4, 1]);
    for number in [objects.len() as u64, 0, from] {
        list.extend(number.to_be_bytes());
    }
    list
}
