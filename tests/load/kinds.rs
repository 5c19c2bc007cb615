//! Kinds of faults that files of real programs have, each with the right reading.
#![expect(clippy::indexing_slicing, clippy::string_slice, reason = "tests")]

use parallax::article::{Article, BlockKind};

use super::samples::{open_document_of, open_sheet, package, parts, word_document, workbook};

const FIRST: &str =
    "The harbour trust agreed on Monday to rebuild the east pier in stone, after a long debate.";
const SECOND: &str = "Two ferries will land at a pontoon meanwhile, the harbour master wrote to the traders of the quay.";
const THIRD: &str =
    "The county gives one million pounds, about half of what the engineers had asked for in March.";

fn read(name: &str, text: impl Into<Vec<u8>>) -> Vec<Article> {
    super::read(name, text.into()).unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

fn headline(article: &Article) -> &str {
    article
        .headline
        .as_ref()
        .map_or("", |headline| &headline.text)
}

fn scored(article: &Article) -> Vec<&str> {
    article
        .scored_blocks()
        .map(|(_, block)| block.text.as_str())
        .collect()
}

/// The one article of a file.
fn only(name: &str, text: impl Into<Vec<u8>>) -> Article {
    let mut articles = read(name, text);
    assert_eq!(articles.len(), 1, "{name}");
    articles.remove(0)
}

#[test]
fn a_text_in_pieces_is_one_article() {
    for json in [
        // Paragraph objects.
        format!(
            r#"{{"headline": "Pier", "date": "2022-03-08", "body": [{{"type": "paragraph", "text": "{FIRST}"}}, {{"type": "h2", "text": "Money"}}, {{"type": "paragraph", "text": "{SECOND}"}}]}}"#
        ),
        // A kicker and pictures among them, as content management systems write them.
        format!(
            r#"{{"title": "Pier", "content_elements": [{{"type": "kicker", "content": "News"}}, {{"type": "title", "content": "Pier"}}, {{"type": "text", "content": "{FIRST}"}}, {{"type": "image", "caption": "x"}}, {{"type": "header", "content": "Money"}}, {{"type": "text", "content": "{SECOND}"}}]}}"#
        ),
        // An editor's blocks.
        format!(
            r#"{{"title": "Pier", "time": 5, "blocks": [{{"type": "paragraph", "data": {{"text": "{FIRST}"}}}}, {{"type": "header", "data": {{"text": "Money", "level": 2}}}}, {{"type": "paragraph", "data": {{"text": "{SECOND}"}}}}]}}"#
        ),
        // Rich text: nodes inside nodes, parts of lines.
        format!(
            r#"{{"title": "Pier", "url": "https://a.example/1", "body": {{"type": "doc", "content": [{{"type": "paragraph", "content": [{{"type": "text", "text": "{}"}}, {{"type": "text", "text": "{}"}}]}}, {{"type": "heading", "content": [{{"type": "text", "text": "Money"}}]}}, {{"type": "paragraph", "content": [{{"type": "text", "text": "{SECOND}"}}]}}]}}}}"#,
            &FIRST[..20],
            &FIRST[20..]
        ),
        // In a list of articles.
        format!(
            r#"[{{"title": "Pier", "paragraphs": [{{"text": "{FIRST}"}}, {{"type": "subheading", "text": "Money"}}, {{"text": "{SECOND}"}}]}}]"#
        ),
        // Rendered HTML.
        format!(
            r#"{{"title": {{"rendered": "Pier"}}, "link": "https://a.example/1", "content": {{"rendered": "<p>{FIRST}</p><h2>Money</h2><p>{SECOND}</p>"}}}}"#
        ),
    ] {
        let article = only("a.json", json.clone());
        assert_eq!(headline(&article), "Pier", "{json}");
        assert_eq!(scored(&article), [FIRST, SECOND], "{json}");
        let subheads = article
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Subhead);
        assert_eq!(subheads.count(), 1, "{json}");
    }
}

#[test]
fn a_list_of_articles_stays_one() {
    let json = format!(
        r#"[{{"type": "news", "title": "Pier", "text": "{FIRST}"}}, {{"type": "news", "title": "Roof", "text": "{SECOND}"}}]"#
    );
    assert_eq!(read("a.json", json).len(), 2);
    let json = format!(
        r#"{{"articles": [{{"headline": {{"main": "Pier"}}, "body": "{FIRST}"}}, {{"headline": {{"main": "Roof"}}, "body": "{SECOND}"}}]}}"#
    );
    assert_eq!(read("a.json", json).len(), 2);
}

#[test]
fn paragraphs_as_lists_of_sentences_are_paragraphs() {
    for sentences in [
        format!(r#"["{FIRST}", "It is late."], ["{SECOND}"]"#),
        format!(r#"[{{"text": "{FIRST}"}}, {{"text": "It is late."}}], ["{SECOND}"]"#),
    ] {
        let json = format!(
            r#"{{"title": "Pier", "date": "2022-03-08", "source": "Gazette", "paragraphs": [{sentences}]}}"#
        );
        let articles = read("a.jsonl", json);
        let texts: Vec<&str> = (articles[0].scored_blocks())
            .map(|(_, block)| block.text.as_str())
            .collect();
        assert_eq!(texts, [format!("{FIRST} It is late.").as_str(), SECOND]);
    }
}

#[test]
fn json_that_is_not_quite_json_is_read_and_said() {
    let one = |rest: &str| format!(r#"{{"title": "Pier", "text": "{FIRST}", {rest}}}"#);
    for (name, json, said) in [
        (
            "a.json",
            format!(
                "[{}, {}]",
                one("\"score\": NaN"),
                one("\"score\": -Infinity")
            ),
            "NaN",
        ),
        (
            "a.json",
            format!("[{}, {},]", one("\"n\": 1"), one("\"n\": 2,")),
            "commas",
        ),
        (
            "a.json",
            format!("[{}, {}]", one("\"n\": 1e999"), one("\"n\": 2")),
            "too large",
        ),
        (
            "a.json",
            format!(
                "// from the archive\n[{}, {}]",
                one("\"n\": 1"),
                one("\"n\": 2")
            ),
            "comments",
        ),
        (
            "a.json",
            format!("[{}, {}]", one("\"x\": \"\\ud83d\""), one("\"n\": 2")),
            "surrogates",
        ),
        (
            "a.json",
            format!("[{}, {}]", one("\"x\": \"a\nb\tc\""), one("\"n\": 2")),
            "inside strings",
        ),
        (
            "a.jsonl",
            format!(
                "{}\n{}\n",
                one("\"score\": Infinity"),
                one("\"score\": NaN")
            ),
            "Infinity",
        ),
        (
            "a.jsonl",
            format!("\u{feff}{}\n{}\n", one("\"n\": None"), one("\"n\": 1,")),
            "null",
        ),
    ] {
        let opened = parallax::load::open_input(parallax::load::Input::from_bytes(
            name,
            json.clone().into_bytes(),
            &parallax::load::ReadOptions::default(),
        ))
        .unwrap_or_else(|problem| panic!("{json}: {problem}"));
        assert_eq!(opened.articles.len(), 2, "{json}");
        assert_eq!(headline(&opened.articles[0]), "Pier");
        let notes = opened.notes.join(" ");
        assert!(
            notes.contains("not quite JSON") && notes.contains(said),
            "{json}: {notes}"
        );
    }
}

#[test]
fn json_that_is_broken_says_where_and_how() {
    let problem = super::read("a.json", b"[{\"title\": \"x\"\n \"text\": \"y\"}]".to_vec())
        .unwrap_err()
        .to_string();
    assert!(problem.contains("line 2"), "{problem}");
}

#[test]
fn tables_of_every_program() {
    let rows = |between: &str| {
        format!(
            "id{between}title{between}text{between}date\n1{between}Pier{between}\"{FIRST}\n\n{SECOND}\"{between}2022-03-08\n\
             2{between}Roof{between}\"{THIRD} \"\"We wait,\"\" she said.\"{between}2022-03-09\n"
        )
    };
    for between in [",", "\t", ";", "|", "^", "~"] {
        let articles = read("a.csv", rows(between));
        assert_eq!(articles.len(), 2, "{between}");
        assert_eq!(scored(&articles[0]), [FIRST, SECOND], "{between}");
        assert_eq!(
            articles[1].published.as_deref(),
            Some("2022-03-09"),
            "{between}"
        );
    }
    // Quotation marks after a backslash, as databases write them.
    let text = format!(
        "title,text,date\n\"Pier\",\"She said \\\"no\\\", and left, twice. {FIRST}\",\"2022-03-08\"\n\"Roof\",\"{SECOND}\",\"2022-03-09\"\n"
    );
    let articles = read("a.csv", text);
    assert_eq!(articles.len(), 2);
    assert!(scored(&articles[0])[0].starts_with("She said \"no\", and left, twice."));
    // Values that begin with a quotation mark and are not quoted.
    let text = format!(
        "title\ttext\tdate\nPier\t\"No,\" she said. {FIRST}\t2022-03-08\nRoof\t\"Yes, he said. {SECOND}\t2022-03-09\nDock\t{THIRD}\t2022-03-10\n"
    );
    let articles = read("a.tsv", text);
    assert_eq!(articles.len(), 3);
    assert!(scored(&articles[0])[0].starts_with("\"No,\" she said."));
    // Marks of Excel.
    let text = format!("title,text\nPier,\"{FIRST}_x000D_\n_x000D_\n{SECOND}\"\n");
    assert_eq!(scored(&only("a.csv", text)), [FIRST, SECOND]);
}

#[test]
fn lines_above_the_header_are_left_out_and_said() {
    let text = format!(
        "Media archive\nExported 2022-03-09\n\n{}",
        "id,title,text,date\n1,Pier,\""
    ) + &format!("{FIRST}\",2022-03-08\n2,Roof,\"{SECOND}\",2022-03-09\n");
    let input = parallax::load::Input::from_bytes(
        "a.csv",
        text.into_bytes(),
        &parallax::load::ReadOptions::default(),
    );
    let opened = parallax::load::open_input(input).unwrap();
    assert_eq!(opened.articles.len(), 2);
    assert_eq!(headline(&opened.articles[0]), "Pier");
    assert!(opened.notes.iter().any(|note| note.contains("2 lines above the header") && note.contains("Media archive")));
}

#[test]
fn tables_of_news_services() {
    // Media Cloud's and GDELT's columns.
    let text = "id,indexed_date,language,media_name,media_url,publish_date,title,url\n\
                a1,2022-03-09,en,shoregazette.example,shoregazette.example,2022-03-08,Trust agrees to rebuild the pier,https://shoregazette.example/1\n\
                a2,2022-03-09,en,shoregazette.example,shoregazette.example,2022-03-07,Roof still leaks,https://shoregazette.example/2\n";
    let articles = read("mediacloud.csv", text);
    assert_eq!(articles.len(), 2);
    assert_eq!(articles[0].published.as_deref(), Some("2022-03-08"));
    assert_eq!(articles[0].outlet.as_deref(), Some("shoregazette.example"));
    let text = "URL,MobileURL,Date,Title,Domain,Language,SourceCountry\n\
                https://shoregazette.example/1,,20220308T101500Z,Trust agrees to rebuild the pier,shoregazette.example,English,United Kingdom\n\
                https://shoregazette.example/2,,20220307T101500Z,Roof still leaks,shoregazette.example,English,United Kingdom\n";
    let articles = read("gdelt.csv", text);
    assert_eq!(headline(&articles[1]), "Roof still leaks");
    assert_eq!(articles[1].published.as_deref(), Some("2022-03-07"));
    assert_eq!(articles[1].outlet.as_deref(), Some("shoregazette.example"));
}

fn letter(head: &str, kind: &str, text: &str) -> String {
    format!(
        "From: Shore Gazette <desk@shore.example>\nTo: me@x.example\nSubject: {head}\nDate: Tue, 8 Mar 2022 07:00:00 +0000\n\
         Message-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: {kind}\n\n{text}"
    )
}

#[test]
fn a_letter_whose_plain_part_only_points_to_its_page_is_read_as_the_page() {
    let page = format!(
        "<div style=\"display:none\">What the list of letters shows</div><table><tr><td>View in browser</td></tr><tr><td><h1>Trust agrees</h1>\
         <p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td></tr><tr><td>You are receiving this because you signed up. \
         <a href=x>Unsubscribe</a></td></tr></table>"
    );
    let note = "Your mail program does not show HTML letters. Open the address below in a browser, or change what your program \
                shows, so that you see this letter as it was meant to be seen by us.\nhttps://shore.example/1\n";
    let text = format!(
        "--b\nContent-Type: text/plain\n\n{note}\n--b\nContent-Type: text/html\n\n{page}\n--b--\n"
    );
    let article = only(
        "a.eml",
        letter(
            "Trust agrees",
            "multipart/alternative; boundary=\"b\"",
            &text,
        ),
    );
    assert_eq!(scored(&article), [FIRST, SECOND, THIRD]);
    for text in [
        "What the list of letters shows",
        "View in browser",
        "You are receiving",
    ] {
        let block = article
            .blocks
            .iter()
            .find(|block| block.text.starts_with(text))
            .unwrap();
        assert_eq!(block.kind, BlockKind::Boilerplate, "{text}");
    }
}

#[test]
fn a_letter_that_was_passed_on_is_the_letter() {
    let text = format!(
        "For you.\n\n---------- Forwarded message ---------\nFrom: Shore Gazette <desk@shore.example>\nDate: Mon, Mar 7, 2022 at 7:00 \
         AM\nSubject: Trust agrees to rebuild\nTo: <ann@x.example>\n\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
    );
    let article = only("a.eml", letter("Fwd: pier", "text/plain", &text));
    assert_eq!(headline(&article), "Trust agrees to rebuild");
    assert_eq!(article.published.as_deref(), Some("2022-03-07"));
    assert_eq!(scored(&article), [FIRST, SECOND, THIRD]);
    // In HTML.
    let text = format!(
        "<div>For you.</div><div>---------- Forwarded message ---------<br>From: <b>Shore Gazette</b><br>Date: Mon, Mar 7, 2022<br>Subject: \
         Trust agrees to rebuild<br>To: ann<br></div><p>{FIRST}</p><p>{SECOND}</p>"
    );
    let article = only("a.eml", letter("Fwd: pier", "text/html", &text));
    assert_eq!(headline(&article), "Trust agrees to rebuild");
    assert_eq!(scored(&article), [FIRST, SECOND]);
}

#[test]
fn characters_written_as_something_else_are_turned_back_and_said() {
    let text = format!(
        "Pier to be rebuilt\n\nIt&rsquo;s late &mdash; &ldquo;very late,&rdquo; the trust said on Monday evening.\n\n{FIRST}\n"
    );
    let article = only("a.txt", text);
    assert!(scored(&article)[0].starts_with("It’s late — “very late,”"));
    assert!(
        article
            .warnings
            .iter()
            .any(|warning| warning.contains("references"))
    );
    let text = format!("Pier to be rebuilt\\n\\n{FIRST}\\n\\n{SECOND}\\n\\n{THIRD}");
    let article = only("a.txt", text);
    assert_eq!(headline(&article), "Pier to be rebuilt");
    assert_eq!(scored(&article), [FIRST, SECOND, THIRD]);
    let text =
        format!("title,text\nPier,\"The trust&#8217;s plan isn&amp;#8217;t new. {FIRST}\"\n");
    assert!(scored(&only("a.csv", text))[0].starts_with("The trust’s plan isn’t new."));
}

#[test]
fn mac_roman_zeros_and_xml() {
    let mut bytes = format!("Pier to be rebuilt\n\n{FIRST}\n\n").into_bytes();
    bytes.extend_from_slice(
        b"\xd2It\xd5s late,\xd3 Zo\x91 \xd1 the clerk \xd1 said at the caf\x8e.\n",
    );
    let article = only("a.txt", bytes);
    assert_eq!(article.origin.encoding, "macintosh");
    assert_eq!(
        scored(&article)[1],
        "“It’s late,” Zoë — the clerk — said at the café."
    );
    // A program padded the text, and left some zeros in it.
    let mut bytes = format!(
        "Pier to be rebuilt\n\n{FIRST}\n\n{SECOND}\n\n{}\n",
        THIRD.repeat(40)
    )
    .into_bytes();
    bytes.extend_from_slice(&[0; 40]);
    for at in 0..10 {
        bytes.insert(200 * (at + 1), 0);
    }
    assert!(scored(&only("a.txt", bytes))[0].starts_with("The harbour trust"));
    let xml = format!(
        "<docs>\n<doc>\n<text>{FIRST}</text>\n</doc>\n<doc>\n<text>{SECOND}</text>\n</doc>\n</docs>\n"
    );
    let problem = super::read("a.xml", xml.into_bytes())
        .unwrap_err()
        .to_string();
    assert!(problem.contains("XML"), "{problem}");
}

#[test]
fn documents_with_hidden_runs_breaks_and_frames() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}</w:p><w:p>{}<w:r><w:rPr><w:vanish/></w:rPr><w:t> a secret</w:t></w:r><w:r><w:br/></w:r>{}<w:r><w:br/></w:r>{}</w:p>",
        run("Trust agrees to rebuild the pier"),
        run(FIRST),
        run(SECOND),
        run(THIRD),
    );
    let article = only("a.docx", package(&word_document(&body)));
    assert_eq!(scored(&article), [FIRST, SECOND, THIRD]);
    let body = format!(
        "<text:p>Trust agrees to rebuild the pier</text:p><text:p><draw:frame><draw:text-box><text:p>{FIRST}</text:p></draw:text-box>\
         </draw:frame>{SECOND}</text:p><text:p>{THIRD}</text:p>"
    );
    let article = only("a.odt", package(&open_document_of(&body)));
    assert_eq!(scored(&article), [FIRST, SECOND, THIRD]);
}

/// The articles of a file, and what was said of it.
fn with_notes(name: &str, bytes: Vec<u8>) -> (Vec<Article>, String) {
    super::name_reader();
    let input =
        parallax::load::Input::from_bytes(name, bytes, &parallax::load::ReadOptions::default());
    let opened =
        parallax::load::open_input(input).unwrap_or_else(|problem| panic!("{name}: {problem}"));
    (opened.articles, opened.notes.join("\n"))
}

#[test]
fn spreadsheets_are_tables() {
    let rows: &[&[&str]] = &[
        &["Title", "Text", "Date"],
        &["Pier", FIRST, "2022-03-08"],
        &["Roof", SECOND, "2022-03-09"],
    ];
    let notes: &[&[&str]] = &[&["What the columns mean"]];
    let more: &[&[&str]] = &[&["Title", "Text", "Date"], &["Dock", THIRD, "2022-03-10"]];
    let (articles, said) = with_notes(
        "a.xlsx",
        package(&workbook(&[
            ("Notes", notes),
            ("March", rows),
            ("April", more),
        ])),
    );
    let headlines: Vec<&str> = articles.iter().map(headline).collect();
    assert_eq!(headlines, ["Pier", "Roof", "Dock"]);
    assert_eq!(articles[2].published.as_deref(), Some("2022-03-10"));
    assert!(
        said.contains("“March” was read") && said.contains("“Notes” was left out"),
        "{said}"
    );
    let (articles, _) = with_notes("a.ods", package(&open_sheet(rows)));
    assert_eq!(articles.len(), 2);
    assert_eq!(scored(&articles[1]), [SECOND]);
}

#[test]
fn an_archive_gives_the_articles_of_its_files() {
    let text = |headline: &str| format!("{headline}\n\n{FIRST}\n\n{SECOND}\n").into_bytes();
    let inner = package(&parts(&[("c.txt", &text("Dock"))]));
    let bytes = package(&parts(&[
        ("march/a.txt", &text("Pier to be rebuilt")),
        ("march/b.txt", &text("Roof leaks again")),
        ("march/picture.png", b"\x89PNG\r\n\x1a\n"),
        ("inner.zip", &inner),
        ("__MACOSX/._a.txt", b"x"),
    ]));
    let (articles, said) = with_notes("news.zip", bytes);
    let headlines: Vec<&str> = articles.iter().map(headline).collect();
    assert_eq!(headlines, ["Pier to be rebuilt", "Roof leaks again"]);
    for wanted in [
        "inner.zip: is an archive inside an archive",
        "march/picture.png: is a PNG picture",
        "1 hidden file",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    // A bomb is refused while it is unpacked.
    let bomb = package(&parts(&[("a.txt", &vec![b'a'; 40 << 20])]));
    let problem = super::read("bomb.zip", bomb).unwrap_err().to_string();
    assert!(problem.contains("far more than an archive"), "{problem}");
}

#[test]
fn records_too_small_for_articles_are_refused_before_they_fill_memory() {
    for (name, text) in [
        ("a.jsonl", "{\"text\":\"a\"}\n".repeat(60_000)),
        (
            "a.json",
            format!("[{}]", vec!["{\"text\":\"a\"}"; 60_000].join(",")),
        ),
        ("a.csv", format!("title,text\n{}", "a,b\n".repeat(60_000))),
    ] {
        let problem = super::read(name, text.into_bytes())
            .unwrap_err()
            .to_string();
        assert!(
            problem.contains("too small for articles"),
            "{name}: {problem}"
        );
    }
}

#[test]
fn a_text_of_very_many_paragraphs_is_whole_but_joined() {
    let article = only("a.txt", "word\n\n".repeat(120_000));
    assert!(article.blocks.len() < 60_000);
    assert!(
        article
            .warnings
            .iter()
            .any(|warning| warning.contains("more than any article"))
    );
    let words: usize = article
        .blocks
        .iter()
        .map(|block| block.text.split(' ').count())
        .sum();
    assert_eq!(words + 1, 120_000 + usize::from(article.headline.is_none()));
}

#[cfg(unix)]
#[test]
fn names_that_are_no_unicode_or_steer_a_terminal_stop_nothing() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = tempfile::tempdir().unwrap();
    let text = format!("Pier to be rebuilt\n\n{FIRST}\n\n{SECOND}\n");
    for name in [b"a\xff.txt".as_slice(), b"b\x1b[31m.txt", b"c.txt"] {
        std::fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), &text).unwrap();
    }
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_parallax"))
        .arg("read")
        .arg(folder.path())
        .arg("/proc/self/status")
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 3);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        !said.contains('\u{1b}') && said.contains("pipe or a device"),
        "{said}"
    );
}

#[test]
fn a_document_of_our_own_is_named() {
    let text = "{\n  \"schema\": \"parallax.document/1\",\n  \"articles\": \"embedded\"\n}";
    let problem = super::read("a.parallax", text.into())
        .unwrap_err()
        .to_string();
    assert!(problem.contains("that Parallax saved"), "{problem}");
}
