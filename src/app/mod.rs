//! The window. State lives in [`App`]; panels read it and push `Action`s; `dispatch` alone
//! changes it; work that could hold up a frame runs as a `jobs` job.
//!
//! | module | what it is for |
//! |---|---|
//! | `run` | opens the window, with the second renderer if the first fails |
//! | `no_window` | why none could be opened, and what to do |
//! | `command` | everything a person can do, defined once |
//! | `action` | what panels ask for |
//! | `dispatch` | applies commands and actions, and what jobs report |
//! | `opening`, `saving` | from a choice of files to a source on show; from what is on show to a file |
//! | `samples` | the files that ship, to try |
//! | `manual`, `turning` | where in the manual one reads; to it and back |
//! | `documents` | everything open as one file, recent files, unsaved work |
//! | `recovery`, `copy` | the copy of unsaved work that survives a crash |
//! | `drawers`, `shown` | which page has its chart and the evidence open |
//! | `answers` | from a finding to its evidence |
//! | `remembering`, `choices` | what is remembered from one start to the next |
//! | `outside` | opening what was saved with the system's own programs |
//! | `columns`, `beside` | all open sources beside each other: which are hidden, in which order, what is opened |
//! | `told`, `telling` | the stories on show; reading, merging and splitting them |
//! | `course` | a measure of the two sources over time |
//! | `in_order` | long lists, put in order once for what they show |
//! | `studying`, `studied` | a study: drawn, coded by keys, agreement told |
//! | `filtering` | a condition of the filter while it is written |
//! | `going`, `finding` | from passage to passage; from word to word |
//! | `system_theme` | whether the desktop is dark |
//! | `view` | selection, overlays, preferences |
//! | `jobs`, `dialogs` | work in the background and what came of it |
//! | `pages` | what stands in the middle: the texts, the comparison, words, people, settings … |
//! | `reader` | the page of the two texts, with what is marked in them |
//! | `panels` | menu, chart, evidence, messages, overlays |
//! | `widgets`, `theme` | pieces and looks that know nothing of the state |

mod actions;
mod answers;
mod beside;
mod choices;
mod columns;
mod command;
mod controls;
mod copy;
mod course;
mod dialogs;
mod dispatch;
mod documents;
mod drawers;
mod filtering;
mod finding;
mod going;
mod hand_over;
mod in_order;
mod jobs;
mod layers;
mod list_draft;
mod lists;
mod lists_read;
mod manual;
mod messages;
mod no_window;
mod opening;
mod outside;
mod page;
mod pages;
mod panels;
mod preferences;
mod printing;
mod purpose;
mod reader;
mod recovery;
mod remembering;
mod reporting;
mod run;
mod samples;
mod saving;
mod second;
mod shares;
mod shown;
mod state;
mod studied;
mod studying;
mod system_theme;
mod telling;
mod theme;
mod told;
mod turning;
mod typed;
mod view;
mod widgets;
mod window;
mod wish;
mod writing;

pub use command::Command;
pub use command::menu::Menu;
pub use layers::Layer;
pub use page::Page;
pub use run::run;
pub use state::App;
pub use window::Startup;

use state::Actions;
