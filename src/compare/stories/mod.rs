//! Stories: which articles of any number of sources tell the same event.
//!
//! Copies of one text are one text with several outlets. Every text is held against the few that are nearest by
//! their rarest terms; each such pair has a handful of named signals and a probability that follows from them
//! ([`STORY_SIGNALS`], weights set by hand); texts whose pairs are likely on average are one story. The work
//! grows with the number of articles, not with that of their pairs. What the user says goes before.
//!
//! Two texts that somebody put side by side are not judged by this rule but by that of `compare/coverage.rs`,
//! which says why.
//!
//! Of 72 events of US politics in three outlets: with dates every story is found as it is; without, every pair of one
//! story is of one event, 98 of 100 such pairs are found, and 97 of 100 stories are as they should be. With 924 articles
//! of other outlets of the same years among them, without dates, 96 of 100 pairs are right and 93 found; that collection
//! has no labels of its own, and all that is wrong is of the same days as the event (`training compare stories`;
//! `training compare story-pairs` lists every pair). Weights learned on nine tenths of the events come to the same on
//! the tenth left out; those learned on one half alone find 94 and 100 of 100 pairs of the other without dates, 90 and
//! 94 among other articles, right in 100 and 93. A live blog tells many events and is in no story. Differences within stories exclude zero on random
//! halves of the same articles in 4.2 of 100 (`training compare aa-stories`).
//!
//! | file | what it is for |
//! |---|---|
//! | `profile` | an article as it is read |
//! | `corpus` | all texts as weighed terms |
//! | `near` | the few texts worth holding against each |
//! | `signals` | what speaks for two texts telling one event |
//! | `model` | how likely that is |
//! | `grouping` | from pairs to groups |
//! | `find` | all of it |
//! | `story` | what stories are, and what the user says of them |
//! | `shared` | what the articles of a story share |
//! | `same` | two sources on the stories both tell |

mod corpus;
mod find;
mod grouping;
mod model;
mod near;
mod profile;
mod same;
mod shared;
mod signals;
mod story;

pub use find::{WeighedPairs, grouped, grouped_again, stories, story_pairs};
pub use grouping::LEAST_LINK;
pub use model::{AllSignals, SECOND_SIGNALS, StoryModel, StoryPair, StoryPairs, StoryWeights};
pub use near::STORY_DAYS;
pub use same::{Both, Lies, Parted, SaidOfStories, SameStories, both, paired_on, tellings};
pub use shared::{SharedTerm, StoryEvidence, TermSort, evidence};
pub use signals::{STORY_SIGNALS, Signals};
pub use story::{Stories, Story, StoryChoice, Telling, headline};

#[cfg(test)]
pub(crate) use model::read_assets;
