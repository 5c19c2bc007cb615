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
//! | `cli` | the command line: `read`, `score`, `compare`, `lines`, `methods` |
//! | [`workspace`] | what both do: open, group, score on all cores, compare, chart, save |
//! | [`session`] | what the user has open: sources, settings, choices; the saved document; finding |
//! | `plot` | draws a chart with `egui_plot`, once: in the window, or off screen to SVG, PNG and PDF |
//! | [`export`] | results as files: scores, the report, atomic saving |
//! | [`chart`] | a chart as plain data: marks with identity, axes, caption, table, palette |
//! | [`compare`] | two sources: differences with their uncertainty, matched passages, words, names |
//! | [`score`] | one article: tone, headline, wording, voice, names; the registry of measures |
//! | [`stats`] | intervals and effect sizes; numbers only |
//! | [`load`] | bytes → articles: detection, encodings, formats, furniture set aside |
//! | [`article`] | what an article is: blocks, sentences, spans, places |
//! | `assets` | the one strict reader of the word lists and tables in `assets/` |
//! | [`work`] | long work: how far it is, the way to stop it, doing it on all cores |
//! | [`text`] | numbers and words as people read them; code points |
//!
//! Imports run down this table, never up. Only `plot` and `app` name egui and `egui_plot`, only `app`
//! names eframe and rfd; both are left out without the feature `gui`, and the rest still builds
//! (`cargo check --no-default-features`).
//!
//! Adding a measure is one file in [`score`] and one entry in its registry; adding a chart is one file
//! in [`chart`]; adding a format is one file in [`load`].

pub mod article;
mod assets;
pub mod chart;
pub mod cli;
pub mod compare;
pub mod export;
pub mod load;
pub mod score;
pub mod session;
pub mod stats;
pub mod text;
pub mod work;
pub mod workspace;

#[cfg(feature = "gui")]
pub mod app;
#[cfg(feature = "gui")]
pub mod plot;

/// The version every export and caption carries.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
