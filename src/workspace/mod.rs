//! What the window and the command line both do: open, group into sources, score on all cores, compare,
//! chart, save. Knows what is open and what is derived from it; draws nothing and asks nobody.
//!
//! | file | what it is for |
//! |---|---|
//! | `state` | [`Workspace`]: what is open, and what is known of it by now |
//! | `derive` | what is derived, of what, and the background work that does it |
//! | `charting` | charts, built once for what they show, long ones off the caller's thread |
//! | `scores` | scores by article and settings, kept for as long as they may come back |
//! | `second` | when the second reader is asked, and about how much at once |
//! | `beside`, `laying` | any number of sources, scored, laid beside each other in the background |
//! | `sides` | the two sources shown, all scored, as comparisons, charts and reports take them |
//! | `opening` | from what is named to sources: the one rule of grouping |
//! | `scoring` | scores of any number of files as one stream |
//! | `output`, `material` | what can be saved, in which formats; what it is made from, and making it |
//! | `document` | documents from their files |
//! | `recipe`, `rerun` | what was opened and made, as a file, and making it again |
//! | `thumbnail` | a small picture of a document, for file managers |
//! | `kept` | which articles count, by the user's filter |
//! | `lengths` | how many words every article has, for filters |
//! | `links` | the matches of every block |
//! | `stories`, `telling` | the stories of all that is open, found in the background |
//! | `within`, `same` | the two sources on the stories both tell, worked out while somebody looks |
//! | `ticked` | the sources that charts and courses show |
//! | `looking` | scores of the few articles somebody looks at outside the two sources |
//! | `draft` | a draft being written, checked |
//! | `lists` | word lists of the user's own, from their files |
//! | `sampling` | the units of a study, drawn from sources |
//! | `study` | codes and codebooks from their files, and what is found of a study |

mod beside;
mod charting;
mod derive;
mod document;
mod draft;
mod everything;
mod kept;
mod laying;
mod lengths;
mod links;
mod lists;
mod looking;
mod material;
mod opening;
mod output;
mod recipe;
mod rerun;
mod same;
mod sampling;
mod scores;
mod scoring;
mod second;
mod sides;
mod state;
mod stories;
mod study;
mod telling;
#[cfg(feature = "gui")]
mod thumbnail;
mod ticked;
mod within;

pub use beside::{AllSources, score_sources, with_views};
pub use derive::NoThread;
pub use document::{UnopenedDocument, is_document, open_document};
pub use draft::{CheckedText, TypedMark, check_draft};
pub use lists::{UnreadList, is_word_list, read_list, typed_list};
pub use material::Material;
#[cfg(feature = "gui")]
pub use material::Pictures;
pub use opening::{Opening, Placed, Placing, Shared, first_look, openings, read, shared};
pub use output::{Output, OutputError, StudyPage};
pub use recipe::{
    Drawing, Format as RecipeFormat, Recipe, RecipeError, UnreadRecipe, Wanted, What, is_recipe,
};
pub use rerun::{Told, rerun};
pub use sampling::{SampleWish, StudySources, sample};
pub use scoring::{Counting, ToScore, score_files};
pub use second::{Asking, MOST_ARTICLES, MOST_SENTENCES, Second};
pub use sides::{Amount, Part, Scored, Sides};
pub use state::{MOST_WITH_EVIDENCE, Workspace};
pub use stories::AllStories;
pub use study::{
    StudyRead, StudyReportError, StudyTold, UnreadStudy, drawn_report, read_codebook, read_codes,
    read_study, tell_study,
};
#[cfg(feature = "gui")]
pub use thumbnail::thumbnail;
pub use ticked::Ticked;
