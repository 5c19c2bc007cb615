//! Studies: codes from tables as people keep them, codebooks, and what is said of agreement.

use parallax::stats::{CodesError, Coefficient, Level};
use parallax::study::{
    Codebook, ReadAnswers, TidyError, VariableAgreement, agreements, overall, read_tidy, ready,
};
use parallax::work::Progress;

fn read(text: &str) -> ReadAnswers {
    let mut read = ReadAnswers::default();
    read_tidy(text, "ana", &mut read).unwrap();
    read
}

fn told(text: &str, book: Option<&Codebook>, level: Option<Level>) -> Vec<VariableAgreement> {
    agreements(&read(text).answers, book, level, 1, &Progress::default()).unwrap()
}

fn alpha(one: &VariableAgreement) -> f64 {
    let alpha = one.agreement.as_ref().unwrap().get(Coefficient::Alpha);
    alpha.unwrap().value
}

/// The same codes in every layout.
#[test]
fn every_layout_gives_the_same_codes() {
    let long = "unit,coder,variable,value\nu1,ana,tone,1\nu1,ben,tone,1\nu2,ana,tone,-1\nu2,ben,tone,0\nu3,ana,tone,0\nu3,ben,tone,NA\n";
    let wide = "# Software: somebody\nid;text;ana;ben\nu1;\"One; two\";1;1\nu2;x;-1;0\nu3;x;0;\n";
    let sheet = "unit\tcoder\ttone\tcomment\nu1\tana\t1\t\nu2\tana\t-1\tunsure\nu3\tana\t0\t\nu1\tben\t1\t\nu2\tben\t0\t\n";
    let expected = told(long, None, Some(Level::Ordinal));
    assert_eq!(expected[0].coders, ["ana", "ben"]);
    assert_eq!((expected[0].units, expected[0].shared), (3, 2));
    assert_eq!(expected[0].disagreements[0].unit, "u2");
    for other in [wide, sheet] {
        let got = told(other, None, Some(Level::Ordinal));
        assert_eq!(got.len(), 1, "{other}");
        assert_eq!(got[0].agreement, expected[0].agreement, "{other}");
        assert_eq!(got[0].coders, ["ana", "ben"]);
    }
    let bare = read("1,1\n-1,0\n0,\n");
    assert!(
        bare.warnings[0].contains("no header"),
        "{:?}",
        bare.warnings
    );
    assert_eq!(bare.answers.coders(), ["coder 1", "coder 2"]);
}

/// A sheet whose column of the coder was left empty was coded by whom its file names.
#[test]
fn a_file_a_coder_is_one_study() {
    let mut all = ReadAnswers::default();
    for (who, sheet) in [
        ("ana", "unit,coder,tone\nu1,,1\nu2,,0\n"),
        ("ben", "unit,coder,tone\nu1,,1\nu2,,1\n"),
    ] {
        read_tidy(sheet, who, &mut all).unwrap();
    }
    assert_eq!(all.answers.coders(), ["ana", "ben"]);
    assert_eq!(all.answers.get("tone", "u2", "ben"), Some("1"));
}

#[test]
fn what_is_wrong_with_a_table_is_said() {
    let mut none = ReadAnswers::default();
    for (text, why) in [
        ("", TidyError::Empty),
        ("unit,coder,variable,value\n", TidyError::Empty),
        (
            "unit,coder,variable,value\nu1,ana,tone,\n",
            TidyError::NothingCoded,
        ),
    ] {
        assert_eq!(read_tidy(text, "x", &mut none), Err(why), "{text}");
    }
    let only_texts = read_tidy("unit,text\nu1,One\n", "x", &mut none).unwrap_err();
    assert!(only_texts.to_string().contains("“text”"), "{only_texts}");
    // Half a file, and a coder who changes their mind.
    let half = read("unit,coder,variable,value\nu1,ana,tone,1\nu1,ana,tone,0\nu2,ana");
    assert!(
        half.warnings
            .iter()
            .any(|w| w.contains("line 4") && w.contains("whole"))
    );
    assert!(
        half.warnings
            .iter()
            .any(|w| w.contains("line 3") && w.contains("later code counts"))
    );
    assert_eq!(half.answers.get("tone", "u1", "ana"), Some("0"));
}

#[test]
fn bad_codes_are_said_in_words() {
    let one = told(
        "unit,coder,variable,value\nu1,ana,tone,1\nu2,ana,tone,0\n",
        None,
        None,
    );
    assert_eq!(one[0].agreement, Err(CodesError::OneCoder));
    assert!(
        one[0].notes[0].contains("Only ana coded it"),
        "{:?}",
        one[0].notes
    );
    let apart = told("unit,ana,ben\nu1,1,\nu2,,0\n", None, None);
    assert_eq!(apart[0].agreement, Err(CodesError::NoOverlap));
    let same = told(
        &format!("unit,ana,ben\n{}", "u,yes,yes\n".repeat(1)),
        None,
        None,
    );
    assert!(
        same[0]
            .notes
            .iter()
            .any(|note| note.contains("All codes are the same (“yes”)"))
    );
    // Words at ordinal level, and what a codebook does not know.
    let text = "unit,ana,ben\nu1,low,low\nu2,high,high\nu3,1,1\nu4,2,1\n";
    let words = told(text, None, Some(Level::Ordinal));
    assert!(
        words[0]
            .notes
            .iter()
            .any(|note| note.contains("no numbers") && note.contains("“high”"))
    );
    assert_eq!(words[0].units, 2);
    let (_, tone) = ready().find(|(name, _)| *name == "tone").unwrap();
    let unknown = "unit,coder,variable,value\nu1,a,tone,1\nu1,b,tone,5\nu2,a,tone,0\nu2,b,tone,0\nu3,a,tone,?\nu3,b,tone,-1\n";
    let unknown = told(unknown, Some(&tone), None);
    assert_eq!(unknown[0].level, Level::Ordinal);
    assert!(
        unknown[0]
            .notes
            .iter()
            .any(|note| note.contains("does not know (“5”)"))
    );
    assert!(
        unknown[0]
            .notes
            .iter()
            .any(|note| note.contains("“can’t tell”"))
    );
}

/// 95 units both coders call no, one yes both, four where they differ: α is low, AC1 high, and the words say why.
#[test]
fn lopsided_codes_are_explained() {
    let row = |at: usize| {
        let (a, b) = match at {
            0 => ("yes", "yes"),
            1 | 2 => ("yes", "no"),
            3 | 4 => ("no", "yes"),
            _ => ("no", "no"),
        };
        format!("u{at},{a},{b}\n")
    };
    let text: String = (0..100).map(row).collect();
    let one = &told(&format!("unit,ana,ben\n{text}"), None, None)[0];
    assert!(alpha(one) < 0.4);
    assert!(
        one.notes
            .iter()
            .any(|note| note.contains("lopsided") && note.contains("AC1, 0.9")),
        "{:?}",
        one.notes
    );
    assert_eq!(one.confusion, [[95, 2], [2, 1]]);
    assert_eq!(one.disagreements.len(), 4);
    let level = one.notes.iter().find(|note| note.contains("α is")).unwrap();
    assert!(
        level.contains("to") && level.contains("0.667"),
        "no line without the interval: {level}"
    );
}

#[test]
fn several_variables_are_told_apart_and_together() {
    let text = "unit,coder,variable,value\nu1,a,x,1\nu1,b,x,1\nu2,a,x,0\nu2,b,x,0\nu1,a,y,1\nu1,b,y,0\nu2,a,y,1\nu2,b,y,1\n";
    let all = told(text, None, None);
    assert_eq!(
        all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        ["x", "y"]
    );
    let overall = overall(&all).unwrap();
    assert!(
        overall.contains("75 %") && overall.contains("(y)"),
        "{overall}"
    );
}

#[test]
fn a_codebook_says_what_is_wrong_with_it() {
    let wrong = |text: &str| Codebook::from_toml(text).unwrap_err().to_string();
    let two = "value = [{ value = \"a\", label = \"A\", key = \"1\" }, { value = \"b\", label = \"B\", key = \"1\" }]";
    assert!(wrong("name = \"x\"\nvariable = []").contains("asks nothing"));
    assert!(wrong("name = \"x").contains("line 1"));
    let keys = wrong(&format!(
        "name = \"x\"\n[[variable]]\nname = \"v\"\nquestion = \"?\"\n{two}"
    ));
    assert!(keys.contains("“v” has the key “1” twice"), "{keys}");
}
