//! Tone against the reference's own figures.

use std::path::Path;

use parallax::score::tone::{self, Names, ToneOptions};

#[test]
fn every_golden_row() {
    for name in ["golden.jsonl", "golden_synthetic.jsonl"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../shared/data/tone")
            .join(name);
        let Ok(rows) = std::fs::read_to_string(&path) else {
            println!("skip {path:?}");
            continue;
        };
        let (mut n, mut bad) = (0, 0);
        for line in rows.lines() {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            let t = tone::score(
                row["text"].as_str().unwrap(),
                ToneOptions::EXACT,
                &Names::default(),
            );
            n += 1;
            let want = ["neg", "neu", "pos", "compound"].map(|k| row[k].as_f64().unwrap());
            if [t.neg, t.neu, t.pos, t.compound] != want {
                bad += 1;
                if bad < 10 {
                    println!("{:?} {want:?} {t:?}", row["text"]);
                }
            }
        }
        println!("{name} {n} {bad}");
        assert_eq!(bad, 0);
    }
}
