//! The user's own word lists: read from whatever they are kept in, and found in a text.
//!
//! A list is entries with a category each; an entry is a word, a phrase, or either with `*` for any letters.
//! [`read`] takes plain lines, tables (CSV, TSV), JSON and LIWC dictionaries (`.dic`), by their content;
//! [`seems_list`] tells one from a text. [`ListFinder`] finds any number of lists in one pass, at a cost that does not grow with them;
//! [`OwnLists`] are the lists a piece of work goes by, with the categories switched on. Entries of a category
//! called “tone” that have a value are what their words count for tone ([`ToneValues`]).

mod anchors;
mod dic;
mod finder;
mod guess;
mod json;
mod lines;
mod list;
mod measure;
mod own;
mod pattern;
mod read;
mod table;
mod tone_values;

pub use finder::{ListFinder, ListHit};
pub use guess::seems_list;
pub use list::{ListEntry, ListError, ReadList, WordList};
pub use measure::OWN_LIST;
pub use own::{OwnLists, SavedList};
pub use read::read;
pub use tone_values::{TONE, ToneValues};
