//! Counts which words news sentences write with a capital: `assets/second/names.txt`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::data;

/// A word is a name if this share of its uses inside sentences has a capital …
const NAME: f64 = 0.9;
/// … and there are so many.
const NAME_USES: usize = 2;
/// A word may open a sentence if so many of its uses are in lower case …
const ORDINARY_USES: usize = 3;
/// … and this share.
const ORDINARY: f64 = 0.25;
/// Endings that no rule needs a list for.
const PLAIN: [&str; 3] = ["ing", "ed", "ly"];
/// Words that are hidden however they are written: political camps, pronouns of women and men.
const ALWAYS: &str = "he she him her his hers himself herself conservative conservatives liberal liberals \
    left-wing right-wing far-left far-right leftist leftists rightist rightists progressive progressives \
    centrist centrists socialist socialists communist communists islamist islamists";

pub(crate) fn run(data: &Path, out: &Path) -> anyhow::Result<()> {
    let mut texts: Vec<String> = data::mentions(data)?
        .into_iter()
        .map(|row| row.text)
        .collect();
    let news = data::labelled(&data.join("wording/newssd_eng.dev.tsv"), "text", "label")?;
    texts.extend(news.into_iter().map(|row| row.text));
    let mut uses: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for text in &texts {
        count(text, &mut uses);
    }
    let mut file = String::from(
        "# Names that the second reader does not see, where a capital alone proves nothing.\n\
         # always: hidden however they are written. name: words that news sentences write with a capital.\n\
         # ordinary: words that they write in lower case too, so that they may open a sentence.\n\
         # Counted by tests/training/second over the sentences of NewsMTSC (MIT) and NewsSD-ENG (CC BY 4.0),\n\
         # see assets/licenses. Version: 1.\n",
    );
    let share = |part: usize, other: usize| part as f64 / (part + other) as f64;
    let names = (uses.iter())
        .filter(|(word, (capital, lower))| {
            word.len() > 1 && *capital >= NAME_USES && share(*capital, *lower) >= NAME
        })
        .map(|(word, _)| word.as_str());
    let ordinary = (uses.iter())
        .filter(|(word, (capital, lower))| {
            *lower >= ORDINARY_USES
                && share(*lower, *capital) >= ORDINARY
                && !PLAIN.iter().any(|ending| word.ends_with(ending))
        })
        .map(|(word, _)| word.as_str());
    write(&mut file, "always", ALWAYS.split_whitespace());
    write(&mut file, "name", names);
    write(&mut file, "ordinary", ordinary);
    std::fs::write(out, file)?;
    Ok(())
}

fn write<'w>(file: &mut String, section: &str, words: impl Iterator<Item = &'w str>) {
    let _ = writeln!(file, "[{section}]");
    let mut line = String::new();
    for word in words {
        if line.len() + word.len() > 108 {
            let _ = writeln!(file, "{line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(file, "{line}");
}

/// Counts the words of `text` inside its sentences: with a capital, and without.
fn count(text: &str, uses: &mut BTreeMap<String, (usize, usize)>) {
    let mut first = true;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|letter: char| !letter.is_ascii_alphabetic());
        let bare = bare
            .strip_suffix("'s")
            .or(bare.strip_suffix("’s"))
            .unwrap_or(bare);
        let opens = word.starts_with(['“', '"', '‘', '\'', '(', '[']);
        if !bare.is_empty()
            && bare
                .bytes()
                .all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
        {
            let (capital, lower) = uses.entry(bare.to_ascii_lowercase()).or_default();
            if bare.starts_with(|letter: char| letter.is_ascii_lowercase()) {
                *lower += 1;
            } else if !first && !opens {
                *capital += 1;
            }
        }
        let end = word.trim_end_matches(['”', '"', '’', '\'', ')', ']']);
        first = end.ends_with(['.', '!', '?', ':', '…']);
    }
}
