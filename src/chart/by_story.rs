//! Which sources tell which stories: a row a story, a column a source, a cell where it is told.

use super::caption::{NOTHING_OPEN, plain_caption};
use super::figure::left_out;
use super::input::{Input, StoriesOf};
use super::mark::{Align, Fit, Hover, Ink, Key, Look, Mark, Shape, Swatch, Target};
use super::{Axis, Cell, Chart, Kind, Table, Ticks};
use crate::article::{Place, Side};
use crate::compare::stories::{Stories, Story, Telling, headline, stories, tellings};
use crate::text::{counted, date, shorten};
use crate::work::{Progress, Threads};

/// Stories shown; the table has all.
const MOST_ROWS: usize = 30;
/// The fewest rows.
const LEAST_ROWS: usize = 2;
/// Columns shown: beyond them the cells are too narrow to be hit.
const MOST_COLUMNS: usize = 50;
/// Columns whose names are written out; more are numbered.
const NAMED: usize = 8;
/// Room for the headlines left of the columns, as a share of these.
const TEXTS: f64 = 1.3;
/// Half the height of a cell, and the gap beside it.
const HALF: f64 = 0.36;
const GAP: f64 = 0.06;
/// Characters of a name at the axis and of a headline.
const NAME: usize = 14;
const HEADLINE: usize = 80;

/// A source as a column.
struct Column {
    name: String,
    /// What one of its articles is as a target, by position.
    side: Option<Side>,
    /// Its position among those that are neither A nor B.
    other: usize,
    /// The position of its first article among all.
    first: usize,
}

impl Column {
    const fn ink(&self) -> Ink {
        match self.side {
            Some(side) => Ink::Source(side),
            None => Ink::Muted,
        }
    }

    fn target(&self, article: usize) -> Target {
        let article = article.saturating_sub(self.first);
        match self.side {
            Some(side) => Target::Place(Place::headline(side, article)),
            None => Target::Article {
                source: self.other,
                article,
            },
        }
    }
}

pub(super) fn build(input: &Input<'_>) -> Chart {
    let Some(told) = input.told else {
        return found_now(input);
    };
    with(&told)
}

/// Finds the stories of what is at hand: A, B and the others.
fn found_now(input: &Input<'_>) -> Chart {
    let sides: Vec<Side> = input.sources().map(|(side, _)| side).collect();
    let mut views: Vec<_> = input.sources().map(|(_, view)| view).collect();
    views.extend(input.others);
    let tellings = tellings(&views);
    let found = stories(&tellings, &[], Threads::default(), &Progress::default());
    let names: Vec<String> = views.iter().map(|view| view.name.to_owned()).collect();
    with(&StoriesOf {
        stories: &found.unwrap_or_default(),
        tellings: &tellings,
        names: &names,
        shown: Side::BOTH.map(|side| sides.iter().position(|shown| *shown == side)),
    })
}

fn with(told: &StoriesOf<'_>) -> Chart {
    let columns = columns(told);
    let full = told.stories.stories.len().min(MOST_ROWS);
    let numbered = (columns.len() > NAMED).then(|| {
        let names = columns.iter().take(MOST_COLUMNS).enumerate();
        let names = names.map(|(at, column)| format!("{} {}", at + 1, shorten(&column.name, NAME)));
        format!("Columns: {}.", names.collect::<Vec<_>>().join(", "))
    });
    let mut notes = vec![
        "A cell: the source tells the story; a number in it: with so many articles. Stories told by most sources stand \
         first."
            .to_owned(),
    ];
    notes.extend(numbered);
    Chart {
        caption: plain_caption(&notes),
        table: table(told, &columns),
        ..with_rows(told, &columns, full)
            .and_fewer((full, LEAST_ROWS), |rows| with_rows(told, &columns, rows))
    }
}

fn columns(told: &StoriesOf<'_>) -> Vec<Column> {
    let mut other = 0;
    let names = told.names.iter().enumerate();
    names
        .map(|(source, name)| {
            let shown = told.shown.iter().position(|shown| *shown == Some(source));
            let side = shown.and_then(|at| Side::BOTH.get(at).copied());
            let of = |telling: &Telling<'_>| telling.source == source;
            let column = Column {
                name: match side {
                    Some(side) => format!("{} {name}", side.label()),
                    None => name.clone(),
                },
                side,
                other,
                first: told.tellings.iter().position(of).unwrap_or_default(),
            };
            other += usize::from(side.is_none());
            column
        })
        .collect()
}

/// The articles of a story that a source tells.
fn of_source(story: &Story, told: &StoriesOf<'_>, source: usize) -> Vec<usize> {
    let is_of = |at: &usize| {
        told.tellings
            .get(*at)
            .is_some_and(|one| one.source == source)
    };
    story.members.iter().copied().filter(is_of).collect()
}

fn with_rows(told: &StoriesOf<'_>, columns: &[Column], most: usize) -> Chart {
    let all = &told.stories.stories;
    let rows = all.get(..most).unwrap_or(all);
    let shown = columns.get(..MOST_COLUMNS).unwrap_or(columns);
    let (count, wide) = (rows.len() as f64, shown.len().max(1) as f64);
    let mut marks = Vec::new();
    for (row, story) in rows.iter().enumerate() {
        let y = count - row as f64 - 0.5;
        marks.push(name(story, told, wide, y));
        for (at, column) in shown.iter().enumerate() {
            let articles = of_source(story, told, at);
            marks.extend(cell(story, told, column, &articles, (at as f64, y)));
        }
    }
    let ticks = shown.iter().enumerate().map(|(at, column)| {
        let name = if shown.len() > NAMED {
            (at + 1).to_string()
        } else {
            shorten(&column.name, NAME)
        };
        (at as f64 + 0.5, name)
    });
    let x = Axis {
        label: "Sources".to_owned(),
        room: (TEXTS * wide, 0.02 * wide),
        ticks: Ticks::Names(ticks.collect()),
        ..Axis::bare((0.0, wide))
    };
    let fewer = left_out(rows.len(), all.len(), "story");
    let chart = Chart::of_rows(
        Kind::Stories,
        x,
        (rows.len(), Vec::new()),
        marks,
        legend(shown),
    );
    Chart {
        title: "Who tells which stories".to_owned(),
        summary: summary(told),
        left_out: fewer,
        rules: Vec::new(),
        ..chart
    }
}

/// What names a story.
fn name(story: &Story, told: &StoriesOf<'_>, wide: f64, y: f64) -> Mark {
    let shape = Shape::Label {
        at: [-GAP * wide / 4.0, y],
        text: shorten(story.label(told.tellings), HEADLINE),
        align: Align::Right,
        size: 12.0,
        strong: false,
        fit: Fit::Cut(TEXTS * wide * 0.97),
    };
    Mark::new(shape, Ink::Text)
}

fn cell(
    story: &Story,
    told: &StoriesOf<'_>,
    column: &Column,
    articles: &[usize],
    (x, y): (f64, f64),
) -> Vec<Mark> {
    let Some(first) = articles.first().and_then(|at| told.tellings.get(*at)) else {
        return Vec::new();
    };
    let shape = Shape::Bar {
        x: (x + GAP, x + 1.0 - GAP),
        y: (y - HALF, y + HALF),
    };
    let mut lines = vec![shorten(headline(first.article), 90)];
    lines.extend(first.article.published.as_deref().map(date));
    lines.push(format!(
        "{} of this story, which {} tell",
        counted(articles.len(), "article"),
        counted(story.sources, "source")
    ));
    let hover = Hover {
        title: column.name.clone(),
        lines,
    };
    let look = match column.side {
        Some(Side::B) => Look::Hollow,
        Some(Side::A) | None => Look::Solid,
    };
    let bar = Mark::new(shape, column.ink())
        .look(look)
        .targets(articles.iter().map(|at| column.target(*at)).collect())
        .hover(hover);
    let number = (articles.len() > 1).then(|| {
        let shape = Shape::Label {
            at: [x + 0.5, y],
            text: articles.len().to_string(),
            align: Align::Centre,
            size: 11.0,
            strong: true,
            fit: Fit::Drop(1.0 - 2.0 * GAP),
        };
        let ink = match column.side {
            Some(Side::B) => Ink::Text,
            Some(Side::A) | None => Ink::Paper,
        };
        Mark::new(shape, ink)
    });
    std::iter::once(bar).chain(number).collect()
}

/// How many stories there are and how many all, several and one source tell.
fn summary(told: &StoriesOf<'_>) -> String {
    let Stories { stories, alone } = told.stories;
    if told.tellings.is_empty() {
        return NOTHING_OPEN.to_owned();
    }
    let all = told.names.len();
    let by =
        |wanted: &dyn Fn(usize) -> bool| stories.iter().filter(|one| wanted(one.sources)).count();
    format!(
        "{}: {} told by all {}, {} by several, {} by one; {} alone.",
        counted(stories.len(), "story"),
        by(&|sources| sources == all && all > 1),
        counted(all, "source"),
        by(&|sources| sources > 1 && sources < all),
        by(&|sources| sources == 1),
        counted(alone.len(), "article")
    )
}

fn legend(columns: &[Column]) -> Vec<Key> {
    let keys = [
        (Some(Side::A), Look::Solid, "told by A"),
        (Some(Side::B), Look::Hollow, "told by B"),
        (None, Look::Solid, "told by another source"),
    ];
    let there = keys
        .into_iter()
        .filter(|(side, ..)| columns.iter().any(|one| one.side == *side));
    let key = |(side, look, label): (Option<Side>, Look, &str)| {
        let ink = side.map_or(Ink::Muted, Ink::Source);
        Key::new(Swatch::Bar(look), ink, label)
    };
    there.map(key).collect()
}

fn table(told: &StoriesOf<'_>, columns: &[Column]) -> Table {
    let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let heads = ["story", "date", "sources"].into_iter();
    let heads: Vec<&str> = heads.chain(names.iter().map(String::as_str)).collect();
    let mut table = Table::new(&heads);
    for story in &told.stories.stories {
        let mut row = vec![
            Cell::Text(story.label(told.tellings).to_owned()),
            Cell::Text(story.date.clone().unwrap_or_default()),
            Cell::Count(story.sources),
        ];
        let mut target = None;
        for (at, column) in columns.iter().enumerate() {
            let articles = of_source(story, told, at);
            target = target.or_else(|| articles.first().map(|at| column.target(*at)));
            row.push(Cell::Count(articles.len()));
        }
        table.add(row, target);
    }
    table
}
