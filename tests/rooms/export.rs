//! Formats, escaping and saving.

mod escape {
    use parallax::export::escape_xml;

    #[test]
    fn markup_comes_out_as_text() {
        assert_eq!(
            escape_xml("<script a='\"'>&\u{0}\u{1b}é"),
            "&lt;script a=&#39;&quot;&#39;&gt;&amp;é"
        );
    }
}

mod format {
    use std::path::Path;

    use parallax::export::format::Format as _;
    use parallax::export::{report, scores};

    #[test]
    fn a_name_asks_for_a_format_by_its_ending() {
        let format = |name| report::Format::of(Path::new(name));
        assert_eq!(format("a.HTM"), Ok(report::Format::Html));
        assert_eq!(format("b.markdown"), Ok(report::Format::Markdown));
        assert_eq!(scores::Format::endings(), ".csv, .json or .jsonl");
        for name in ["report.docx", "report", ".html"] {
            let said = format(name).map_err(|error| error.to_string());
            let wanted =
                format!("cannot tell the format of “{name}”: end the name in .html or .md");
            assert_eq!(said, Err(wanted));
        }
    }
}

#[expect(clippy::unwrap_used, reason = "tests")]
mod save {
    use parallax::export::save_atomic;

    #[test]
    fn a_saved_file_replaces_the_old_one_and_leaves_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chart.svg");
        save_atomic(&path, b"old").unwrap();
        save_atomic(&path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_written_is_said_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("nowhere").join("chart.svg");
        let error = save_atomic(&missing, b"x").unwrap_err().to_string();
        assert!(error.contains("does not exist"), "{error}");
        let error = save_atomic(folder.path(), b"x").unwrap_err().to_string();
        assert!(error.contains("this is a folder"), "{error}");
    }
}

#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod scores {
    use std::path::Path;

    use parallax::article::Article;
    use parallax::export::scores::{Detail, Format, Scored, scores};
    use parallax::load::{Input, ReadOptions, open_input};
    use parallax::score::{Analysis, Settings, analyse};

    fn scored() -> (Article, Analysis) {
        let text = b"=HYPERLINK(\"http://example.org\")\n\nBad news, \"again\". Good news.\n\n-1 is a number.\n";
        let input = Input::from_bytes("@evil.txt", text.to_vec(), &ReadOptions::default());
        let mut article = open_input(input).unwrap().articles.remove(0);
        article.outlet = Some("+Outlet".to_owned());
        let analysis = analyse(&article, &Settings::default());
        (article, analysis)
    }

    fn file(detail: Detail, format: Format) -> String {
        let (article, analysis) = scored();
        let scored = Scored {
            path: Path::new("@evil.txt"),
            position: 0,
            article: &article,
            analysis: &analysis,
        };
        let bytes = scores(&[scored], detail, format, Some("2026-11-22T15:57:27Z")).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_table_says_where_it_comes_from_and_runs_nothing() {
        for detail in [Detail::Article, Detail::Paragraph, Detail::Sentence] {
            let csv = file(detail, Format::Csv);
            let (head, table) = csv.split_once('\n').unwrap();
            let head: serde_json::Value =
                serde_json::from_str(head.strip_prefix("# ").unwrap()).unwrap();
            assert_eq!(head["version"], parallax::VERSION);
            assert_eq!(head["inputs"][0]["name"], "@evil.txt");
            assert_eq!(head["inputs"][0]["sha256"].as_str().unwrap().len(), 64);
            let mut reader = csv::Reader::from_reader(table.as_bytes());
            let columns = reader.headers().unwrap().clone();
            for row in reader.records() {
                let row = row.unwrap();
                assert_eq!(&row[0], "'@evil.txt");
                for (column, cell) in columns.iter().zip(&row) {
                    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                    assert!(!formula || cell.parse::<f64>().is_ok(), "{column}: {cell}");
                }
            }
        }
        assert!(file(Detail::Article, Format::Csv).contains("'+Outlet"));
    }

    #[test]
    fn numbers_stay_numbers() {
        let csv = file(Detail::Sentence, Format::Csv);
        assert!(csv.contains(",-0.5423,"), "{csv}");
        assert!(csv.contains(",'-1 is a number."), "{csv}");
    }

    #[test]
    fn a_document_is_json_with_its_provenance() {
        let json: serde_json::Value =
            serde_json::from_str(&file(Detail::Sentence, Format::Json)).unwrap();
        assert_eq!(json["date"], "2026-11-22T15:57:27Z");
        assert_eq!(json["rows"][0]["sentence"], 0);
        assert_eq!(json["rows"].as_array().unwrap().len(), 3);
        let lines = file(Detail::Paragraph, Format::Jsonl);
        assert_eq!(lines.lines().count(), 2);
    }
}
