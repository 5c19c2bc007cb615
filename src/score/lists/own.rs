//! The lists a piece of work goes by, and which of their categories are switched on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::finder::{ListFinder, ListHit};
use super::lines::TOLD;
use super::list::{ListError, WordList};
use super::pattern::normal;
use super::tone_values::{TONE, ToneValues};
use crate::article::Span;
use crate::text::{counted, signed};

/// Any number of word lists of the user's own. Cheap to clone: what they hold is shared.
#[derive(Debug, Clone, Default)]
pub struct OwnLists {
    ready: Arc<Ready>,
    /// The categories that are switched off, by the position of their list.
    off: BTreeSet<(usize, String)>,
    /// What those that are switched on say of tone.
    tone: ToneValues,
}

/// The lists, made ready to be looked for.
#[derive(Debug, Default)]
struct Ready {
    finder: ListFinder,
    /// How many entries each category of each list has.
    categories: Vec<BTreeMap<String, usize>>,
}

/// A list as a document holds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SavedList {
    #[serde(flatten)]
    list: WordList,
    /// The categories that are switched off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    off: Vec<String>,
}

impl PartialEq for OwnLists {
    fn eq(&self, other: &Self) -> bool {
        let same = Arc::ptr_eq(&self.ready, &other.ready) || self.lists() == other.lists();
        same && self.off == other.off
    }
}

// The values of entries are finite: what is no number is left out where a list is read.
impl Eq for OwnLists {}

impl OwnLists {
    /// Makes `lists` ready, every category switched on. Takes as long as they are long.
    ///
    /// # Errors
    /// Where [`ListFinder::new`] has none for them.
    pub fn new(lists: Vec<WordList>) -> Result<Self, ListError> {
        let categories = lists.iter().map(|list| {
            let mut counts = BTreeMap::new();
            for entry in &list.entries {
                match counts.get_mut(&entry.category) {
                    Some(count) => *count += 1,
                    None => drop(counts.insert(entry.category.clone(), 1)),
                }
            }
            counts
        });
        let ready = Ready {
            categories: categories.collect(),
            finder: ListFinder::new(lists)?,
        };
        let own = Self {
            ready: Arc::new(ready),
            ..Self::default()
        };
        Ok(own.with_tone())
    }

    /// The same lists and `list`, in the place of one of its name.
    ///
    /// # Errors
    /// As [`OwnLists::new`].
    pub fn with(&self, list: WordList) -> Result<Self, ListError> {
        let mut lists = self.lists().to_vec();
        match lists.iter_mut().find(|known| known.name == list.name) {
            Some(known) => *known = list,
            None => lists.push(list),
        }
        let mut with = Self::new(lists)?;
        let categories = &with.ready.categories;
        let is_there = |(at, category): &&(usize, String)| {
            let of_list = categories.get(*at);
            of_list.is_some_and(|of_list| of_list.contains_key(category))
        };
        with.off = self.off.iter().filter(is_there).cloned().collect();
        Ok(with.with_tone())
    }

    /// The same lists but the one called `name`.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let saved = self.to_saved().into_iter();
        let rest: Vec<SavedList> = saved.filter(|saved| saved.list.name != name).collect();
        // What was found fit with the list is fit without it.
        Self::from_saved(rest).unwrap_or_default()
    }

    /// The lists, in the order they came.
    pub fn lists(&self) -> &[WordList] {
        self.ready.finder.lists()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lists().is_empty()
    }

    /// The categories of the list at `at` in alphabetical order, with how many entries each has.
    pub fn categories(&self, at: usize) -> impl Iterator<Item = (&str, usize)> {
        let of_list = self.ready.categories.get(at).into_iter().flatten();
        of_list.map(|(category, count)| (category.as_str(), *count))
    }

    /// Whether a category of the list at `at` is switched on.
    pub fn is_on(&self, at: usize, category: &str) -> bool {
        !self.off.contains(&(at, category.to_owned()))
    }

    /// Switches a category of the list at `at` on or off.
    pub fn set_on(&mut self, at: usize, category: &str, on: bool) {
        let key = (at, category.to_owned());
        if on {
            self.off.remove(&key);
        } else {
            self.off.insert(key);
        }
        if category.eq_ignore_ascii_case(TONE) {
            *self = std::mem::take(self).with_tone();
        }
    }

    /// The same, the values of tone those of the categories that are switched on.
    fn with_tone(mut self) -> Self {
        let lists = self.lists().iter().enumerate();
        let entries =
            lists.flat_map(|(at, list)| list.entries.iter().map(move |entry| (at, entry)));
        let counts = entries.filter(|(at, entry)| {
            entry.category.eq_ignore_ascii_case(TONE) && self.is_on(*at, &entry.category)
        });
        self.tone = ToneValues::of(counts.map(|(_, entry)| entry));
        self
    }

    /// What words count for tone because a list says so.
    pub const fn tone_values(&self) -> &ToneValues {
        &self.tone
    }

    /// What is to be said of words to which two lists give different tone, in sentences: of which list it counts.
    pub fn conflicts(&self) -> Vec<String> {
        let mut known: BTreeMap<String, (f64, &str)> = BTreeMap::new();
        let mut said = Vec::new();
        let lists = self.lists().iter().enumerate();
        let entries =
            lists.flat_map(|(at, list)| list.entries.iter().map(move |entry| (at, list, entry)));
        for (at, list, entry) in entries {
            let is_tone = entry.category.eq_ignore_ascii_case(TONE);
            let Some(value) = entry.value.filter(|_| is_tone) else {
                continue;
            };
            if !self.is_on(at, &entry.category) {
                continue;
            }
            let before = known.insert(normal(&entry.pattern), (value, &list.name));
            if let Some((other, of)) = before
                && (other - value).abs() > f64::EPSILON
            {
                said.push(format!(
                    "“{}” has the tone {} in the list “{of}” and {} in “{}”, which counts.",
                    entry.pattern,
                    signed(other, 2),
                    signed(value, 2),
                    list.name
                ));
            }
        }
        if let Some(more) = said.len().checked_sub(TOLD).filter(|more| *more > 0) {
            said.truncate(TOLD);
            said.push(format!(
                "The same holds for {}.",
                counted(more, "more entry")
            ));
        }
        said
    }

    /// The categories of the list at `at` that are switched off, in alphabetical order.
    pub fn off(&self, at: usize) -> impl Iterator<Item = &str> {
        let off = self.off.iter().filter(move |(list, _)| *list == at);
        off.map(|(_, category)| category.as_str())
    }

    /// Every entry found in `text` outside `quotations` whose category is switched on, in order, with the
    /// position of its list.
    pub fn find(&self, text: &str, quotations: &[Span]) -> Vec<(usize, ListHit<'_>)> {
        let place = |hit: ListHit<'_>| {
            let mut lists = self.lists().iter();
            lists.position(|list| std::ptr::eq(list, hit.list))
        };
        let found = self.ready.finder.find(text, quotations).into_iter();
        let found = found.filter_map(|hit| Some((place(hit)?, hit)));
        found
            .filter(|(at, hit)| self.off.is_empty() || self.is_on(*at, &hit.entry.category))
            .collect()
    }

    /// As a document holds them.
    pub fn to_saved(&self) -> Vec<SavedList> {
        let lists = self.lists().iter().enumerate();
        lists
            .map(|(at, list)| SavedList {
                list: list.clone(),
                off: self.off(at).map(str::to_owned).collect(),
            })
            .collect()
    }

    /// From what a document holds.
    ///
    /// # Errors
    /// As [`OwnLists::new`].
    pub fn from_saved(saved: Vec<SavedList>) -> Result<Self, ListError> {
        let mut off = BTreeSet::new();
        let mut lists = Vec::with_capacity(saved.len());
        for (at, saved) in saved.into_iter().enumerate() {
            off.extend(saved.off.into_iter().map(|category| (at, category)));
            lists.push(saved.list);
        }
        let own = Self {
            off,
            ..Self::new(lists)?
        };
        Ok(own.with_tone())
    }
}
