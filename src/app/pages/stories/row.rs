//! One row of the page of stories.

use crate::app::App;
use crate::app::stories::told::Row;
use crate::app::widgets::table::Column;
use crate::article::Article;
use crate::compare::stories::{Story, headline};
use crate::score::measure::Measure;
use crate::score::registry::MEASURES;
use crate::text::{date, optional, shorten, tr, tr_said};
use crate::workspace::AllStories;

/// Names of sources told in a row.
const NAMES: usize = 4;

pub(super) const COLUMNS: [Column; 8] = [
    Column::text("Story", 420.0).help("The headline nearest to all others of the story."),
    Column::text("Date", 130.0).help("The earliest date of an article."),
    Column::text("Told by", 150.0).help("The sources that tell it."),
    Column::numbers("Likely", 80.0)
        .help("How likely two of its texts tell the same event, on average."),
    Column::numbers("Headline A", 90.0)
        .help("Sensationalism of A’s headline, 0 to 100.")
        .extra(),
    Column::numbers("Headline B", 90.0)
        .help("Sensationalism of B’s headline, 0 to 100.")
        .extra(),
    Column::numbers("Tone A", 70.0)
        .help("Tone of A’s article, −1 to +1.")
        .extra(),
    Column::numbers("Tone B", 70.0)
        .help("Tone of B’s article, −1 to +1.")
        .extra(),
];

/// The articles whose scores a row shows, of A and of B.
pub(super) fn scored(app: &App, all: &AllStories, row: Row) -> [Option<usize>; 2] {
    let sides = app.sources_shown();
    match row {
        Row::Story(at) => {
            let story = all.stories.stories.get(at);
            sides.map(|id| all.told_by(story?, id?))
        }
        Row::Alone(at) => {
            let of = all.teller(at).map(|(id, _)| id);
            sides.map(|id| (id.is_some() && id == of).then_some(at))
        }
    }
}

/// The texts of a row.
pub(super) fn cells(app: &App, all: &AllStories, row: Row) -> Vec<String> {
    let [a, b] = scored(app, all, row);
    match row {
        Row::Story(at) => {
            let Some(story) = all.stories.stories.get(at) else {
                return vec![String::new(); COLUMNS.len()];
            };
            let label = all.article(story.central).map(|article| headline(article));
            let likely = if story.chosen {
                tr!("yours").to_owned()
            } else {
                tr_said(&story.likely())
            };
            vec![
                label.unwrap_or_default().to_owned(),
                optional(story.date.as_deref(), date),
                counted_by(all, story),
                likely,
                value(app, all, a, "sensationalism"),
                value(app, all, b, "sensationalism"),
                value(app, all, a, "tone"),
                value(app, all, b, "tone"),
            ]
        }
        Row::Alone(at) => {
            let article = all.article(at);
            let published = article.and_then(|article| article.published.as_deref());
            vec![
                article.map_or("", |article| headline(article)).to_owned(),
                optional(published, date),
                shorten(all.source(at), 40),
                alone(article.map(|article| &**article)).to_owned(),
                value(app, all, a, "sensationalism"),
                value(app, all, b, "sensationalism"),
                value(app, all, a, "tone"),
                value(app, all, b, "tone"),
            ]
        }
    }
}

/// How an article stands that is in no story.
fn alone(article: Option<&Article>) -> &'static str {
    match article.and_then(Article::live_entries) {
        Some(_) => tr!("live blog"),
        None => tr!("alone"),
    }
}

/// The sources of a story by name; of more than two how many they are stands first, as a narrow column cuts their
/// names.
fn counted_by(all: &AllStories, story: &Story) -> String {
    let names = told_by(all, &story.members);
    match story.sources {
        0..=2 => names,
        sources => tr!("{sources}: {names}"; sources, names),
    }
}

/// The sources of some articles by name, each once.
pub(super) fn told_by(all: &AllStories, articles: &[usize]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in articles.iter().map(|at| all.source(*at)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(NAMES);
    let told: Vec<String> = names
        .iter()
        .take(NAMES)
        .map(|name| shorten(name, 24))
        .collect();
    match more {
        0 => told.join(", "),
        n => tr!("{} and {n} more", told.join(", "); n),
    }
}

/// A measure of an article as it is printed; a dash where it is not scored.
pub(super) fn value(app: &App, all: &AllStories, article: Option<usize>, id: &str) -> String {
    let measure: Option<&Measure> = MEASURES.iter().copied().find(|measure| measure.id == id);
    let scores = article.and_then(|at| app.workspace.scores_of(all.article(at)?));
    let found = measure.zip(scores);
    let found = found.and_then(|(measure, scores)| Some((measure, measure.of(scores)?)));
    optional(found, |(measure, value)| measure.show(value))
}
