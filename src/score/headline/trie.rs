//! Word sequences compiled into one tree: all lists are looked for in a single pass.

use super::tokens::{START, Tokens, WordId};

/// One element of a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Step {
    Word(WordId),
    Number,
    AnyWord,
}

impl Step {
    /// The word, if it is one.
    pub(super) const fn word(self) -> Option<WordId> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// What the end of a sequence stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Accept {
    /// Position in the table of lists.
    pub(super) list: u16,
    /// Whether it does not count beside a disaster word.
    pub(super) ambiguous: bool,
}

/// A sequence found in a headline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) list: u16,
    pub(super) ambiguous: bool,
    /// First and last word, both included.
    pub(super) first: usize,
    pub(super) last: usize,
}

#[derive(Debug, Default)]
struct Node {
    /// Sorted by word.
    words: Vec<(WordId, u32)>,
    number: Option<u32>,
    any: Option<u32>,
    accepts: Vec<Accept>,
}

/// The tree. Node 0 is the root.
#[derive(Debug)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    /// Root children by word, for speed.
    root: Vec<u32>,
}

impl Default for Trie {
    fn default() -> Self {
        Self {
            nodes: vec![Node::default()],
            root: Vec::new(),
        }
    }
}

impl Trie {
    /// Adds a sequence. One added again for the same list changes nothing.
    pub(super) fn add(&mut self, steps: &[Step], accept: Accept) {
        let mut at = 0;
        for &step in steps {
            at = self.child(at, step);
        }
        if let Some(node) = self.nodes.get_mut(at as usize)
            && at != 0
            && !node.accepts.iter().any(|known| known.list == accept.list)
        {
            node.accepts.push(accept);
        }
    }

    /// To be called when every sequence has been added.
    pub(super) fn finish(&mut self, vocabulary: usize) {
        self.root = vec![0; vocabulary];
        let Some(node) = self.nodes.first() else {
            return;
        };
        for &(word, next) in &node.words {
            if let Some(slot) = self.root.get_mut(word as usize) {
                *slot = next;
            }
        }
    }

    fn child(&mut self, at: u32, step: Step) -> u32 {
        let fresh = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let Some(node) = self.nodes.get_mut(at as usize) else {
            return 0;
        };
        let found = match step {
            Step::Number => *node.number.get_or_insert(fresh),
            Step::AnyWord => *node.any.get_or_insert(fresh),
            Step::Word(word) => match node.words.binary_search_by_key(&word, |(w, _)| *w) {
                Ok(place) => node.words.get(place).map_or(0, |(_, next)| *next),
                Err(place) => {
                    node.words.insert(place, (word, fresh));
                    fresh
                }
            },
        };
        if found == fresh {
            self.nodes.push(Node::default());
        }
        found
    }

    /// Every sequence in `tokens`: at each word the longest of each list, lists without overlap in
    /// themselves. Time is linear in the words: sequences are short.
    pub(super) fn find(&self, tokens: &Tokens) -> Vec<Hit> {
        let (mut hits, mut open): (Vec<Hit>, Vec<(u32, usize)>) = (Vec::new(), Vec::new());
        for (first, token) in tokens.words.iter().enumerate() {
            let from = hits.len();
            if let Some(&next) = self.root.get(token.word as usize)
                && next != 0
            {
                open.push((next, first));
            }
            if let Some(root) = self.nodes.first() {
                if let Some(next) = root.number.filter(|_| token.number.is_some()) {
                    open.push((next, first));
                }
                if token.opens
                    && let Some(&start) = self.root.get(START as usize)
                    && start != 0
                {
                    self.step(start, first, tokens, &mut open);
                }
            }
            while let Some((at, last)) = open.pop() {
                let Some(node) = self.nodes.get(at as usize) else {
                    continue;
                };
                for accept in &node.accepts {
                    keep_longest(&mut hits, from, *accept, first, last);
                }
                self.step(at, last + 1, tokens, &mut open);
            }
        }
        hits
    }

    fn step(&self, at: u32, next: usize, tokens: &Tokens, open: &mut Vec<(u32, usize)>) {
        let (Some(node), Some(token)) = (self.nodes.get(at as usize), tokens.word(next)) else {
            return;
        };
        if let Ok(place) = node.words.binary_search_by_key(&token.word, |(w, _)| *w)
            && let Some(&(_, to)) = node.words.get(place)
        {
            open.push((to, next));
        }
        if let Some(to) = node.any {
            open.push((to, next));
        }
        if let Some(to) = node.number.filter(|_| token.number.is_some()) {
            open.push((to, next));
        }
    }
}

fn keep_longest(hits: &mut Vec<Hit>, from: usize, accept: Accept, first: usize, last: usize) {
    let same_start = hits
        .iter_mut()
        .skip(from)
        .find(|hit| hit.list == accept.list);
    if let Some(hit) = same_start {
        if last > hit.last {
            hit.last = last;
            hit.ambiguous = accept.ambiguous;
        }
        return;
    }
    let overlaps = hits
        .iter()
        .take(from)
        .rev()
        .take(32)
        .any(|hit| hit.list == accept.list && hit.last >= first);
    if !overlaps {
        hits.push(Hit {
            list: accept.list,
            ambiguous: accept.ambiguous,
            first,
            last,
        });
    }
}
