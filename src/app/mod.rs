//! The window. State lives in [`App`]; panels read it and push `Action`s; `dispatch` alone
//! changes it; work that could hold up a frame runs as a `jobs` job.
//!
//! | module | what it is for |
//! |---|---|
//! | `run`, `no_window` | opens the window, with the second renderer if the first fails; why none could be opened |
//! | `window`, `state`, `view` | what each frame shows; all there is; what is on show right now |
//! | `command` | everything a person can do, defined once |
//! | `actions`, `dispatch` | what panels ask for; what is done of it and of what jobs report |
//! | `jobs`, `in_order` | work in the background; long lists put in order by it |
//! | `frames` | what frames take, for the log |
//! | `files` | asking for files, opening, saving, documents, samples, the system's own programs |
//! | `language` | which language the window speaks |
//! | `kept` | what outlives the window: choices, and the copy of unsaved work |
//! | `behind` | the words and places behind a figure |
//! | `answers`, `going`, `finding`, `filtering` | from a finding to its evidence, from passage to passage, from word to word; which articles count |
//! | `drawers`, `shown`, `layers` | which page has its chart and the evidence open; what is marked in the texts |
//! | `draft`, `lists`, `manual`, `report`, `second`, `sources`, `stories`, `study` | what the page of that name remembers, and what is done there |
//! | `pages` | what stands in the middle: the texts, the comparison, words, people, settings … |
//! | `reader` | the page of the two texts, with what is marked in them |
//! | `panels` | menu, chart, evidence, messages, overlays |
//! | `controls` | pieces that pages share and that know the state |
//! | `widgets`, `theme` | pieces and looks that know nothing of the state |

mod actions;
mod answers;
mod behind;
mod command;
mod controls;
mod dispatch;
mod draft;
mod drawers;
mod files;
mod filtering;
mod finding;
mod frames;
mod going;
mod in_order;
mod jobs;
mod kept;
mod language;
mod layers;
mod lists;
mod manual;
mod messages;
mod no_window;
mod page;
mod pages;
mod panels;
mod reader;
mod report;
mod run;
mod second;
mod shown;
mod sources;
mod state;
mod stories;
mod study;
mod system_theme;
mod theme;
mod view;
mod widgets;
mod window;

pub use command::Command;
pub use command::menu::Menu;
pub use layers::Layer;
pub use page::Page;
pub use run::run;
pub use state::App;
pub use window::Startup;

use state::Actions;
