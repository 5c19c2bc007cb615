//! Every figure the headline score is held to, on labelled headlines.

use std::collections::BTreeMap;
use std::path::Path;

use parallax::score::headline::{HeadlineScore, score};

use super::data::{Row, read};
use super::statistics::{auc, pearson, percent};

/// Words of death, violence and disaster: factual headlines with one of them are the grave ones.
const GRAVITY: &str = "kill kills killed killing dead death deaths die dies died dying deadly fatal fatally murder murders murdered murderer homicide slain slaying shot shooting shootings gunman gunmen stabbed stabbing bomb bombs bombing bombings blast explosion explosions attack attacks attacked attacker suicide terror terrorist terrorists terrorism war wars wounded wounds injured injures injuries injury crash crashes crashed collision derails derailment earthquake quake flood floods flooding hurricane tornado typhoon cyclone tsunami wildfire wildfires landslide avalanche drought famine epidemic outbreak pandemic ebola cholera cancer virus rape raped assault assaulted abuse abused kidnapped kidnapping abducted hostage hostages massacre genocide execution executed beheaded beheading casualties toll victims victim bodies corpse hospitalised hospitalized missing drowned drowning disaster emergency evacuated refugees";

/// Prints the figures over the files in `folder`.
pub(crate) fn run(folder: &Path, split: &str) -> anyhow::Result<()> {
    posts(&read(folder, "webis17_posts", split)?);
    let titles = read(folder, "webis17_titles", split)?;
    println!(
        "webis17 titles      AUC {:.4}   (at least .75)",
        labelled(&titles, headline, |s| s.score)
    );
    let stop = read(folder, "stopclickbait", split)?;
    let lower = |row: &Row| row.headline().to_lowercase();
    println!(
        "stop lower-cased    AUC {:.4}   (at least .955)",
        labelled(&stop, lower, |s| s.score)
    );
    let horne = read(folder, "horne2017_titles", split)?;
    let horne: Vec<Row> = horne
        .into_iter()
        .filter(|row| row.get("label") != "Satire")
        .collect();
    let heat: Vec<f64> = horne
        .iter()
        .map(|row| value(row.headline(), |s| s.heat))
        .collect();
    let fake: Vec<bool> = horne.iter().map(|row| row.get("label") == "Fake").collect();
    println!(
        "horne heat part     AUC {:.4}   (at least .75)",
        auc(&heat, &fake)
    );
    grave(&stop);
    sanity(&read(folder, "sanity", split)?);
    Ok(())
}

/// Prints the figures over pairs of one event told hot and sober, one pair a line, parted by a tab.
pub(crate) fn pairs(file: &Path) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(file)?;
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    let pairs: Vec<(&str, &str)> = rows.filter_map(|row| row.split_once('\t')).collect();
    let scores: Vec<(f64, f64)> = pairs
        .iter()
        .map(|(hot, sober)| (value(hot, |s| s.score), value(sober, |s| s.score)))
        .collect();
    let count = |is: fn(&(f64, f64)) -> bool| scores.iter().filter(|pair| is(pair)).count();
    println!(
        "{} pairs: gap >=20 {}, hot >=65 {}, highest sober {:.1}",
        pairs.len(),
        count(|(hot, sober)| hot - sober >= 20.0),
        count(|(hot, _)| *hot >= 65.0),
        scores.iter().map(|(_, sober)| *sober).fold(0.0, f64::max)
    );
    if std::env::var_os("SHOW").is_some() {
        for ((hot, sober), (first, second)) in scores.iter().zip(&pairs) {
            println!("    {hot:5.1} {first} | {sober:4.1} {second}");
        }
    }
    Ok(())
}

fn headline(row: &Row) -> String {
    row.headline().to_owned()
}

/// One figure of a headline; 0 for one that has no score.
fn value(text: &str, figure: impl Fn(&HeadlineScore) -> f64) -> f64 {
    score(text).map_or(0.0, |score| figure(&score))
}

fn labelled(
    rows: &[Row],
    text: impl Fn(&Row) -> String,
    figure: impl Fn(&HeadlineScore) -> f64,
) -> f64 {
    let scores: Vec<f64> = rows.iter().map(|row| value(&text(row), &figure)).collect();
    let labels: Vec<bool> = rows.iter().map(|row| row.get("label") == "1").collect();
    auc(&scores, &labels)
}

fn posts(rows: &[Row]) {
    let graded: Vec<f64> = rows.iter().map(|row| row.number("score")).collect();
    let figure = |name: &str, bar: &str, figure: fn(&HeadlineScore) -> f64| {
        let scores: Vec<f64> = rows
            .iter()
            .map(|row| value(row.headline(), figure))
            .collect();
        let (auc, r) = (labelled(rows, headline, figure), pearson(&scores, &graded));
        println!("webis17 posts {name}  AUC {auc:.4}  r {r:.4}   ({bar})");
    };
    figure("score", "at least .83, .58", |s| s.score);
    figure("bait ", "at least .85, .64", |s| s.bait);
    let unscored = rows
        .iter()
        .filter(|row| score(row.headline()).is_err())
        .count();
    println!(
        "webis17 posts without a score: {unscored} of {}",
        rows.len()
    );
}

fn is_grave(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| GRAVITY.split(' ').any(|grave| grave == word))
}

fn grave(stop: &[Row]) {
    let factual = stop
        .iter()
        .filter(|row| row.get("label") == "0" && is_grave(row.headline()));
    let mut rows: Vec<(f64, &str)> = factual
        .map(|r| (value(r.headline(), |s| s.score), r.headline()))
        .collect();
    let scores: Vec<f64> = rows.iter().map(|(score, _)| *score).collect();
    let (fifty, thirty_five) = (
        percent(&scores, |s| s >= 50.0),
        percent(&scores, |s| s >= 35.0),
    );
    println!(
        "grave factual ({})  >=50 {fifty:.2} %  >=35 {thirty_five:.2} %   (at most .5, 1.5)",
        rows.len()
    );
    if std::env::var_os("SHOW").is_some() {
        rows.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (score, text) in rows.iter().filter(|(score, _)| *score >= 25.0) {
            println!("    {score:5.1} {text}");
        }
    }
}

fn sanity(rows: &[Row]) {
    let mut pairs: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    let (mut hot, mut cool) = (Vec::new(), Vec::new());
    for row in rows {
        let score = value(row.headline(), |s| s.score);
        let pair = row
            .get("kind")
            .starts_with("pair")
            .then(|| pairs.entry(row.get("kind")).or_default());
        match (row.get("band"), pair) {
            ("H", Some(pair)) => pair.0 = score,
            ("L", Some(pair)) => pair.1 = score,
            _ => {}
        }
        match row.get("band") {
            "H" => hot.push(score),
            "L" => cool.push(score),
            _ => {}
        }
        let off = match row.get("band") {
            "H" => score < 65.0,
            "L" => score >= 20.0,
            _ => true,
        };
        if off && std::env::var_os("SHOW").is_some() {
            println!("    {score:5.1} {} {}", row.get("band"), row.headline());
        }
    }
    let gaps: Vec<f64> = pairs.values().map(|(hot, cool)| hot - cool).collect();
    println!(
        "sanity pairs ({})  gap >=20 {:.1} %  (at least 97)",
        gaps.len(),
        percent(&gaps, |g| g >= 20.0)
    );
    println!(
        "sanity sensational ({})  >=65 {:.1} %  (at least 85)",
        hot.len(),
        percent(&hot, |s| s >= 65.0)
    );
    println!(
        "sanity grave or sober ({})  highest {:.1}  (below 25)",
        cool.len(),
        cool.iter().copied().fold(0.0, f64::max)
    );
}
