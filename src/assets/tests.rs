//! Every line of every text asset is understood by the reader that uses it, and a line that is not is
//! refused by name.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::Path;

use super::NotUnderstood;

/// Every reader of assets, by room.
const READERS: [fn() -> Result<(), NotUnderstood>; 4] = [
    crate::article::read_assets,
    crate::load::read_assets,
    crate::score::read_assets,
    crate::compare::read_assets,
];

thread_local! {
    /// The assets whose last line was read.
    static READ: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
    /// The asset that is read with lines added that nothing understands.
    static SPOILT: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// `lines` of the asset `name`, noting that they were read to the end.
pub(super) fn watched(
    name: &'static str,
    lines: impl Iterator<Item = &'static str>,
) -> impl Iterator<Item = &'static str> {
    let spoilt = SPOILT.get() == Some(name);
    let added = ["[no such section]", "no such line"];
    let end = std::iter::from_fn(move || {
        READ.with_borrow_mut(|read| read.insert(name));
        None
    });
    lines
        .chain(added.into_iter().filter(move |_| spoilt))
        .chain(end)
}

/// The word lists and tables under `assets/`; stories, licences and packaging are no such files.
fn files(folder: &Path, under: &str, found: &mut BTreeSet<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{under}{}", entry.file_name().display());
        if entry.file_type()?.is_dir() {
            if !["licenses", "linux", "packaging", "samples"].contains(&name.as_str()) {
                files(&entry.path(), &format!("{name}/"), found)?;
            }
        } else if entry
            .path()
            .extension()
            .is_some_and(|end| end == "txt" || end == "tsv")
        {
            found.insert(name);
        }
    }
    Ok(())
}

#[test]
fn every_line_of_every_asset_is_understood() -> std::io::Result<()> {
    let faults: Vec<String> = READERS
        .iter()
        .filter_map(|read| Some(read().err()?.to_string()))
        .collect();
    assert_eq!(faults, Vec::<String>::new());
    let mut there = BTreeSet::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    files(&folder, "", &mut there)?;
    let read: BTreeSet<String> = READ.take().into_iter().map(str::to_owned).collect();
    assert_eq!(read, there, "read to the last line, and there");
    Ok(())
}

#[test]
fn a_line_that_nothing_understands_is_named() {
    for read in READERS {
        READ.take();
        assert_eq!(read(), Ok(()));
        let own = READ.take();
        assert!(!own.is_empty());
        for name in own {
            SPOILT.set(Some(name));
            let fault = read().err();
            SPOILT.set(None);
            assert_eq!(fault.map(|fault| fault.asset), Some(name));
        }
    }
}

#[test]
fn a_reader_says_which_line_it_does_not_understand() {
    let asset = |text| super::Asset::new("x.txt", text);
    let fault = |text| {
        let fault = asset(text).lines().find_map(Result::err);
        fault.map(|fault| fault.line)
    };
    assert_eq!(fault("# said\n\n[a]\nword\n"), None);
    assert_eq!(fault("[a]\n word\n"), Some(2));
    assert_eq!(fault("[a] word\n"), Some(1));
    let rows = |text| asset(text).rows::<2>().find_map(Result::err);
    assert!(rows("a\t1\nb\t2\n").is_none());
    assert_eq!(rows("a\t1\nb\n").map(|fault| fault.line), Some(2));
    let lists = asset("[a]\nb c\n").lists::<Vec<_>, 2>(["a", "d"]);
    assert_eq!(
        lists.err().map(|fault| fault.to_string()),
        Some("assets/x.txt, line 0: “d” is missing".to_owned())
    );
}

/// The comments of assets point to the code that reads them: every path in one is there.
#[test]
fn no_pointer_in_a_comment_is_dead() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names = BTreeSet::from(["headline/README.md".to_owned()]);
    files(&root.join("assets"), "", &mut names)?;
    for name in names {
        let text = std::fs::read_to_string(root.join("assets").join(&name))?;
        let comments = text
            .lines()
            .filter(|line| line.starts_with('#') || name.contains("README"));
        let words = comments.flat_map(|line| line.split([' ', '(', ')', ',', ';', ':', '`']));
        for word in words.map(|word| word.trim_end_matches('.')) {
            let there =
                |path: &str| root.join(path).exists() || root.join(format!("{path}.rs")).exists();
            let path = match word.split_once('/') {
                Some(("src" | "tests" | "assets", _)) => word.to_owned(),
                Some(("score" | "load" | "article" | "compare", _)) => format!("src/{word}"),
                _ => continue,
            };
            assert!(there(&path), "assets/{name} points to {path}");
        }
    }
    Ok(())
}
