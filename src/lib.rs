//! Parallax opens news articles and shows how two sources tell the same story: the tone of every
//! paragraph, the sensationalism of every headline and the wording in between, side by side. Every
//! number opens its evidence.
//!
//! This page is the map of the house. Data flows one way:
//!
//! ```text
//! bytes → load → Article → score → Analysis → compare → Comparison → chart → plot → screen or file
//! ```
//!
//! | module | what it is for |
//! |---|---|
//! | `app` | the window: state, commands, pages, panels, widgets, background work |
//! | `cli` | the command line: `read`, `score`, `compare`, `stories`, `check`, `lines`, `quoted`, `study`, `rerun`, `methods`, `manual` |
//! | [`workspace`] | what both do: open, group, score on all cores, compare, chart, save |
//! | [`session`] | what the user has open: sources, settings, choices; the saved document; finding |
//! | `plot` | draws a chart with `egui_plot`, once: in the window, or off screen to SVG, PNG and PDF |
//! | [`manual`] | the manual: chapters, pictures, samples; as a web page |
//! | [`export`] | results as files: scores, the report, atomic saving |
//! | [`chart`] | a chart as plain data: marks with identity, axes, caption, table, palette |
//! | [`study`] | people code: codebook, sample, answers, agreement, people against measures |
//! | [`compare`] | two sources: findings, differences with their uncertainty, matched passages, words, names; more beside each other, and the stories of all |
//! | [`score`] | one article: tone, headline, wording, voice, names; the registry of measures |
//! | [`encoder`] | a small sentence encoder: word pieces, weights, forward pass; knows nothing of articles |
//! | [`stats`] | intervals and effect sizes; numbers only |
//! | [`load`] | bytes → articles: detection, encodings, formats, furniture set aside |
//! | [`article`] | what an article is: blocks, sentences, spans, places |
//! | `assets` | the one strict reader of the word lists and tables in `assets/` |
//! | [`work`] | long work: how far it is, the way to stop it, doing it on all cores |
//! | [`text`] | numbers and words as people read them; code points; the language of the window |
//!
//! Imports run down this table, never up, and no two files import each other (`tests/architecture.rs`).
//! Only `plot` and `app` name egui and `egui_plot`, only `app` names eframe and rfd; both are left out
//! without the feature `gui`, and the rest still builds (`cargo check --no-default-features`).
//!
//! # The pipeline in five steps
//!
//! ```
//! use parallax::{chart, compare, load, score};
//!
//! // 1. Bytes become articles: `load::open(path)` for a file, `load::from_text` for a text at hand.
//! let texts = [
//!     "Council agrees on library\n\nThe council agreed on the new library on Monday. It opens in May.",
//!     "Shock as council wastes millions\n\nThe council wasted millions on a disastrous library on Monday.",
//! ];
//! let articles = [load::from_text(texts[0], "Ledger")?, load::from_text(texts[1], "Star")?];
//!
//! // 2. Each article is scored by itself; every score keeps the words and rules behind it.
//! let settings = score::Settings::default();
//! let scores = [score::analyse(&articles[0], &settings), score::analyse(&articles[1], &settings)];
//!
//! // 3. A source is a name and its articles with their scores; two are compared.
//! let (of_a, of_b) = ([(&articles[0], &scores[0])], [(&articles[1], &scores[1])]);
//! let a = compare::SourceView { name: "Ledger", articles: &of_a };
//! let b = compare::SourceView { name: "Star", articles: &of_b };
//! let comparison = compare::Comparison::new(&a, &b, &compare::Options::default());
//!
//! // 4. A chart is data: marks that know what they stand for, and the table behind them.
//! let input = chart::Input { a: Some(a), b: Some(b), comparison: Some(&comparison), ..chart::Input::default() };
//! let chart = chart::build(chart::Kind::Headline, &input);
//!
//! // 5. It is drawn by `plot` (feature `gui`), or goes out as a table with what it was made from.
//! assert!(chart.table.to_csv(&chart.provenance).contains("Star"));
//! # Ok::<(), load::LoadError>(())
//! ```
//!
//! Whoever wants sources of many files, all cores, progress and one way to stop uses [`workspace`]
//! instead of steps 1 to 3, as the window and the command line do.
//!
//! # Adding to it
//!
//! | what | where |
//! |---|---|
//! | a measure | one file in [`score`], one entry in [`score::registry`] |
//! | a chart | one file in [`chart`], one entry in its table of kinds |
//! | a file format | one file in [`load`], one entry in its table of formats |
//! | a part of a report | one entry in [`export::report::Part`], its arm in `export/report/sections.rs` |
//! | a format of what is saved | one entry in [`export::format`] |
//! | a text of the window | `tr!` where it is drawn ([`guide::translating`]) |
//! | a command of the window | one entry in `app/command/table.rs` |
//! | a command of the command line | one file in [`cli`], one variant of its `Command` |
//!
//! Menus, palette, keys, help, dialogs, the desktop entry, methods, tables and reports follow from the
//! entry; `tests/promises.rs` fails where one cannot be reached.
//!
//! The [`guide`] has worked examples, says how figures are measured, how a release is made, how the
//! window is translated and what has changed.

pub mod article;
mod assets;
pub mod chart;
pub mod cli;
pub mod compare;
pub mod encoder;
pub mod export;
pub mod load;
pub mod manual;
pub mod score;
pub mod session;
pub mod stats;
pub mod study;
pub mod text;
pub mod work;
pub mod workspace;

#[cfg(feature = "gui")]
pub mod app;
#[cfg(feature = "gui")]
pub mod plot;

#[doc = include_str!("../assets/engines/README.md")]
#[expect(
    clippy::doc_markdown,
    reason = "a page for people, who write DuckDB as it is called"
)]
pub mod engines {}

/// For those who carry on.
pub mod guide {
    #[doc = include_str!("../assets/guide/adding.md")]
    pub mod adding {}
    #[doc = include_str!("../assets/guide/figures.md")]
    pub mod figures {}
    #[doc = include_str!("../assets/guide/releasing.md")]
    pub mod releasing {}
    #[doc = include_str!("../assets/guide/translating.md")]
    pub mod translating {}
    #[doc = include_str!("../assets/guide/changes.md")]
    pub mod changes {}
}

/// The version every export and caption carries.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
