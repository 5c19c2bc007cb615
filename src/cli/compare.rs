//! `parallax compare`: two sources; the comparison printed, as a report, or as charts.

#[cfg(feature = "gui")]
mod chart;
mod many;
mod same;
mod table;
mod text;

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use many::Many;

use super::only::{self, Only};
use super::outcome::Outcome;
use super::own_lists::OwnLists;
use super::scoring::{Opinion, Scoring};
use crate::article::Side;
#[cfg(feature = "gui")]
use crate::chart::Followed;
use crate::compare::series::Period;
use crate::compare::stories::SameStories;
use crate::compare::{Options, SourceNotes};
use crate::export::Existing;
use crate::export::format::Format as _;
use crate::export::report::{self, Part, UnknownPart};
use crate::load::{FileOutcome, FileReport, note_read};
use crate::score::measure::Measure;
use crate::score::registry::MEASURES;
use crate::work::{Progress, Threads, map};
use crate::workspace::{
    self, Asking, Material, Output, Placing, RecipeFormat, Workspace, openings,
};

/// Arguments of the command.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Source A: a file, a folder or a corpus file; `-` is standard input. Without B, the first two
    /// sources in it are compared, grouped by outlet or folder
    a: PathBuf,
    /// Source B
    b: Option<PathBuf>,
    /// Further sources: three or more are laid beside each other, every measure of every one, and every two of
    /// them compared; with --chart they stand in one chart
    #[arg(value_name = "MORE", conflicts_with_all = TWO_ALONE)]
    more: Vec<PathBuf>,
    /// Lay every source that the paths hold beside each other, not the first two alone
    #[arg(long, conflicts_with_all = TWO_ALONE)]
    all_sources: bool,
    /// Over time as well: every measure of every source by day, week or month, for sources whose articles have
    /// dates; one source is enough. With --chart over-time, how long its stretches are
    #[arg(long, value_name = "PERIOD", value_parser = periods(), conflicts_with = "report")]
    by: Option<Period>,
    /// Only these measures, parted by commas, where sources stand beside each other: tone, loaded, … (see
    /// `parallax methods`). With --chart over-time, the one it follows
    #[arg(long, conflicts_with = "report", value_name = "ID,…", value_delimiter = ',', value_parser = measure)]
    measures: Vec<&'static Measure>,
    /// Compare on the same stories as well: every difference within pairs of accounts of one event, so that what
    /// was chosen to be told is apart from how it is worded
    #[arg(long)]
    same_stories: bool,
    /// How to print the comparison
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Seed of the permutation tests; the same seed gives the same bytes
    #[arg(long, default_value_t = Options::default().seed)]
    seed: u64,
    #[command(flatten)]
    only: Only,
    #[command(flatten)]
    scoring: Scoring,
    #[command(flatten)]
    own: OwnLists,
    #[command(flatten)]
    opinion: Opinion,
    #[command(flatten)]
    report: ReportArgs,
    /// Replace files that Parallax did not make, and read-only ones; never one that was read
    #[arg(long)]
    force: bool,
    /// Charts instead
    #[cfg(feature = "gui")]
    #[command(flatten)]
    chart: chart::ChartArgs,
}

/// What there is of two sources only.
const TWO_ALONE: [&str; 1] = ["report"];

fn periods() -> impl TypedValueParser<Value = Period> {
    PossibleValuesParser::new(Period::ALL.map(Period::id))
        .try_map(|id| Period::from_id(&id).ok_or_else(|| format!("no period is called {id}")))
}

fn measure(id: &str) -> Result<&'static Measure, String> {
    let known = MEASURES.iter().find(|measure| measure.id == id);
    known.copied().ok_or_else(|| {
        let ids: Vec<&str> = MEASURES.iter().map(|measure| measure.id).collect();
        format!("no measure of articles: there are {}", ids.join(", "))
    })
}

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Tables to read
    Text,
    /// One JSON object
    Json,
}

/// Arguments that ask for a report.
#[derive(Debug, clap::Args)]
struct ReportArgs {
    #[arg(
        long, value_name = "FILE", value_parser = report::Format::path, conflicts_with = "format",
        help = format!(
            "Save a report of the comparison instead of printing it: one file with the parts chosen. The \
             name's ending says the format: {}", report::Format::endings()
        )
    )]
    report: Option<PathBuf>,
    #[arg(
        long, value_name = "PART,…", value_parser = parts, requires = "report",
        help = "What goes into the report, in this order; by default findings, the two charts that fit \
                them, table and methods",
        long_help = parts_help(),
    )]
    parts: Option<Parts>,
    /// A text file with your own notes, for the report; a blank line begins a new paragraph
    #[arg(long, value_name = "FILE", requires = "report")]
    notes: Option<PathBuf>,
    /// Keep the articles' own words out of the report: no headlines, passages or paragraphs, single terms
    /// only
    #[arg(long, requires = "report")]
    without_text: bool,
    /// Save a recipe of this comparison: what was compared, by path and SHA-256, how, and what can be made of it;
    /// “parallax rerun” makes it
    #[arg(long, value_name = "FILE.toml", value_parser = RecipeFormat::path, conflicts_with = "format")]
    steps: Option<PathBuf>,
}

/// The parts of a report, in order.
type Parts = Vec<Part>;

fn parts(names: &str) -> Result<Parts, UnknownPart> {
    Part::list(names)
}

/// Every part with what it holds.
fn parts_help() -> String {
    let parts = Part::all().into_iter();
    let parts: Vec<String> = parts
        .map(|part| format!("  {part}: {}", part.help()))
        .collect();
    format!(
        "What goes into the report, in this order, parted by commas; by default findings, the two charts \
         that fit them, table and methods. The parts:\n\n{}",
        parts.join("\n")
    )
}

impl ReportArgs {
    /// What goes into the report.
    fn choice(&self) -> anyhow::Result<report::Choice> {
        let notes = self.notes.as_ref().map(|path| {
            note_read(path);
            std::fs::read_to_string(path)
                .with_context(|| format!("the notes in “{}” could not be read", path.display()))
        });
        let mut choice = report::Choice {
            parts: self.parts.clone(),
            with_text: !self.without_text,
            notes: notes.transpose()?.unwrap_or_default(),
            pinned: Vec::new(),
            source_notes: SourceNotes::default(),
            also: Vec::new(),
        };
        if let Some(parts) = &mut choice.parts
            && self.notes.is_some()
            && !parts.contains(&Part::Notes)
        {
            parts.push(Part::Notes);
        }
        Ok(choice)
    }
}

pub(super) fn run(
    args: &Args,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let Some(lists) = args.own.read(err)? else {
        return Ok(Outcome::SomeFailed);
    };
    if args.are_many() {
        return args.many(lists, err)?.run(out, err);
    }
    let mut workspace = Workspace::new(Threads::default(), || ());
    workspace.edit("settings", |session| {
        session.settings = args.scoring.settings();
        session.seed = args.seed;
        session.lists = lists;
        session.same_stories = args.same_stories;
        session.set_filter(|filter| *filter = args.only.filter());
    });
    #[cfg(feature = "gui")]
    if let Some(why) = args.two_alone() {
        writeln!(err, "parallax: {why}")?;
        return Ok(Outcome::Refused);
    }
    if args.opinion.second(err)? {
        workspace.ask_second(Asking::Always)?;
    }
    let Some(outcome) = args.open(&mut workspace, err)? else {
        return Ok(Outcome::SomeFailed);
    };
    workspace.finish_for(&args.charts())?;
    if let Some((counting, all)) = workspace.counting() {
        let session = workspace.session();
        only::say(session.filter(), counting, all, err)?;
        let sources = session.sources().iter();
        let articles = sources.flat_map(|source| source.articles.iter());
        only::say_unknown(session.filter(), articles.map(|article| &**article), err)?;
    }
    if args.save(&mut workspace, err)? {
        return Ok(outcome);
    }
    let found = workspace
        .same_stories()
        .filter(|_| args.same_stories)
        .cloned();
    let (sides, comparison) = workspace
        .sides()
        .zip(workspace.comparison())
        .context("the sources could not be compared")?;
    sides.with_input(
        Some(comparison),
        crate::chart::Options::default(),
        |input| {
            let (Some(a), Some(b)) = (input.a, input.b) else {
                return Ok(());
            };
            let same = match found {
                None if args.same_stories => {
                    let (threads, progress) = (Threads::default(), Progress::default());
                    let everything = &comparison.differences;
                    let found =
                        SameStories::find(&a, &b, everything, args.seed, threads, &progress);
                    Some(Arc::new(found?))
                }
                found => found,
            };
            match args.format {
                Format::Text => {
                    text::write(out, comparison, &a, &b)?;
                    if let Some(same) = &same {
                        same::write(out, same)?;
                    }
                }
                Format::Json => {
                    let document = comparison.document(&a, &b);
                    let document = document.with_same_stories(same.as_deref());
                    serde_json::to_writer_pretty(&mut *out, &document)?;
                    writeln!(out)?;
                }
            }
            anyhow::Ok(())
        },
    )?;
    Ok(outcome)
}

impl Args {
    /// Whether more than two sources are laid beside each other.
    fn are_many(&self) -> bool {
        #[cfg(feature = "gui")]
        let drawn = self.chart.is_asked();
        #[cfg(not(feature = "gui"))]
        let drawn = false;
        let chosen = self.by.is_some() || !self.measures.is_empty() || self.has_more();
        chosen && !drawn && self.report.steps.is_none()
    }

    /// Whether more than two sources are named.
    const fn has_more(&self) -> bool {
        self.all_sources || !self.more.is_empty()
    }

    /// The charts asked for.
    #[cfg_attr(
        not(feature = "gui"),
        expect(clippy::unused_self, reason = "this build draws no charts")
    )]
    fn charts(&self) -> Vec<crate::chart::Kind> {
        #[cfg(feature = "gui")]
        return self.chart.kinds();
        #[cfg(not(feature = "gui"))]
        Vec::new()
    }

    /// Why a chart cannot be drawn of more than two sources, if one is asked for.
    #[cfg(feature = "gui")]
    fn two_alone(&self) -> Option<String> {
        let of_two = |kind: &crate::chart::Kind| self.has_more() && !kind.takes_many();
        let kind = self.chart.one().filter(of_two)?;
        let all = crate::chart::Kind::all().iter();
        let many: Vec<&str> = (all.filter(|kind| kind.takes_many()))
            .map(|kind| kind.id())
            .collect();
        Some(format!(
            "the chart {} shows two sources; charts of more are {}",
            kind.id(),
            many.join(", ")
        ))
    }

    /// Every path, in the order given.
    fn paths(&self) -> Vec<PathBuf> {
        let named = [Some(&self.a), self.b.as_ref()].into_iter().flatten();
        named.chain(&self.more).cloned().collect()
    }

    /// What a chart over time follows, and by which stretches.
    #[cfg(feature = "gui")]
    fn followed(&self) -> (Followed, Period) {
        let measure = self.measures.first().copied();
        (
            measure.map_or_else(Followed::default, Followed),
            self.by.unwrap_or_default(),
        )
    }

    /// What is laid beside each other.
    fn many(
        &self,
        lists: crate::score::lists::OwnLists,
        err: &mut dyn Write,
    ) -> anyhow::Result<Many> {
        let paths = self.paths();
        let placing = if self.all_sources || paths.len() == 1 {
            Placing::Apart
        } else {
            Placing::Together
        };
        let measures = if self.measures.is_empty() {
            MEASURES.to_vec()
        } else {
            self.measures.clone()
        };
        Ok(Many {
            paths,
            placing,
            reading: self.scoring.reading(),
            settings: self.scoring.settings(),
            second: self.opinion.second(err)?,
            measures,
            seed: self.seed,
            by: self.by,
            lists,
            filter: self.only.filter(),
            json: self.format == Format::Json,
            same_stories: self.same_stories,
        })
    }

    /// What is opened, and where: of further sources nowhere.
    fn openings(&self) -> Vec<(Option<Side>, Placing, Vec<PathBuf>)> {
        let paths = self.paths();
        if self.more.is_empty() && !self.all_sources {
            let sides = openings(paths).into_iter();
            return sides
                .map(|(side, placing, paths)| (Some(side), placing, paths))
                .collect();
        }
        if self.all_sources {
            return vec![(Some(Side::A), Placing::Apart, paths)];
        }
        let sides = Side::BOTH.map(Some).into_iter();
        let sides = sides.chain(std::iter::repeat(None));
        (paths.into_iter().zip(sides))
            .map(|(path, side)| (side, Placing::Together, vec![path]))
            .collect()
    }

    /// Opens what is to be compared. What is not read is named on `err`; `None` if a side is empty.
    fn open(
        &self,
        workspace: &mut Workspace,
        err: &mut dyn Write,
    ) -> anyhow::Result<Option<Outcome>> {
        let openings = self.openings();
        let options = self.scoring.reading();
        let read = map(
            openings,
            Threads::default(),
            &Progress::default(),
            |opening| {
                let (_, placing, paths) = &opening;
                let import = workspace::read(paths, *placing, &options, &Progress::default());
                (opening, import)
            },
        )?;
        let mut outcome = Outcome::Done;
        for ((side, placing, paths), import) in read {
            let left_out = |file: &&FileReport| matches!(file.outcome, FileOutcome::LeftOut(_));
            for file in import.report.iter().filter(|file| !left_out(file)) {
                outcome = outcome.and(Outcome::of(file, err)?);
            }
            if import.articles() == 0 {
                for path in &paths {
                    writeln!(err, "parallax: {}: no article to compare", path.display())?;
                }
                return Ok(None);
            }
            match side {
                Some(side) => {
                    workspace.place(side, placing, import.sources);
                }
                None => workspace.place_further(import.sources),
            }
        }
        if workspace.session().sources().len() < 2 {
            writeln!(
                err,
                "parallax: {}: it holds one source; name a second to compare it with",
                self.a.display()
            )?;
            return Ok(None);
        }
        Ok(Some(outcome))
    }

    /// Saves the files asked for; whether any was.
    fn save(&self, workspace: &mut Workspace, err: &mut dyn Write) -> anyhow::Result<bool> {
        #[cfg(feature = "gui")]
        let (material, mut wanted) = self.chart.wanted(workspace, self.followed())?;
        #[cfg(not(feature = "gui"))]
        let (material, mut wanted) = {
            let options = crate::chart::Options::default();
            (workspace.material(options), Vec::new())
        };
        let mut choice = self.report.choice()?;
        if self.same_stories {
            choice.add(Part::SameStories);
        }
        let material = Material {
            report: choice,
            existing: if self.force {
                Existing::Force
            } else {
                Existing::Ours
            },
            ..material
        };
        wanted.extend((self.report.report.clone()).map(|path| (Output::Report, path)));
        wanted.extend((self.report.steps.clone()).map(|path| (Output::Steps, path)));
        let progress = Progress::default();
        for (output, path) in &wanted {
            for saved in material.save(*output, path, &progress)? {
                if let Some(note) = saved.note {
                    writeln!(err, "parallax: {}: {note}", saved.path.display())?;
                }
            }
        }
        Ok(!wanted.is_empty())
    }
}
