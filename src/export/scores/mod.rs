//! Scores as CSV and JSON: a row an article, a paragraph or a sentence.

mod rows;
mod write;

pub use rows::{Detail, Scored};
pub use write::{Format, Layout, Rows, Writer, scores};

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use std::path::Path;

    use super::{Detail, Format, Scored, scores};
    use crate::article::Article;
    use crate::load::{Input, ReadOptions, open_input};
    use crate::score::{Analysis, Settings, analyse};

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
            assert_eq!(head["version"], crate::VERSION);
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
