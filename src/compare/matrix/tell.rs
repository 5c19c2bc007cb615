//! What may be said of a matrix, in sentences.

use super::{MOST_PAIRED, Matrix, Pair, Row};
use crate::compare::verdict::Verdict;
use crate::stats::MIN_CLUSTERS;
use crate::text::{counted, list};

/// Names told in one sentence; the others are counted.
const NAMES: usize = 3;

impl Matrix {
    /// The name at the head of a column; empty where there is none.
    pub fn name(&self, column: usize) -> &str {
        self.sources.get(column).map_or("", |column| &column.name)
    }

    /// What differs clearly by one measure, a sentence a source that is higher than another: "Loaded language:
    /// Star is clearly higher than Ledger by 0.6 (95 % interval 0.2 to 1.0)." Empty where nothing does.
    pub fn clear_sentences(&self, row: &Row) -> Vec<String> {
        let columns = 0..self.sources.len();
        let label = row.label();
        columns
            .filter_map(|column| {
                let [above, _] = row.standing(column);
                match above.as_slice() {
                    [] => None,
                    [only] => {
                        let pair = row.pair(column, *only)?;
                        Some(format!("{label}: {}.", self.in_full(&pair)))
                    }
                    many => {
                        let name = self.name(column);
                        let others = self.names(many);
                        Some(format!("{label}: {name} is clearly higher than {others}."))
                    }
                }
            })
            .collect()
    }

    /// What may be said of two sources, as a sentence without its end.
    pub fn in_full(&self, pair: &Pair) -> String {
        let (a, b) = (self.name(pair.a), self.name(pair.b));
        let item = &pair.difference;
        let said = match item.verdict {
            Verdict::Clear => item
                .order(a, b)
                .replacen(" is higher", " is clearly higher", 1),
            Verdict::Possible => format!(
                "{}, but of {} tested some will differ this much by chance",
                item.order(a, b),
                counted(self.tested, "pair")
            ),
            other => format!("{a} and {b}: {}", other.label()),
        };
        match item.standing() {
            Some(standing) => format!("{said} ({})", standing.label()),
            None => said,
        }
    }

    /// "Ledger, Times and Herald", or "Ledger, Times, Herald and 4 more".
    pub fn names(&self, columns: &[usize]) -> String {
        let names = columns.iter().map(|column| self.name(*column).to_owned());
        let mut told: Vec<String> = names.take(NAMES).collect();
        if columns.len() > NAMES {
            told.push(format!("{} more", columns.len() - NAMES));
        }
        list(&told)
    }

    /// What the reader should know of the whole: how much was tested, how much of it is clear, and what could
    /// not be.
    pub fn notes(&self) -> Vec<String> {
        let mut out = Vec::new();
        if self.paired {
            out.extend((self.sources.len() > 1).then(|| self.outcome()));
        } else {
            out.push(format!(
                "These are {}: more than {MOST_PAIRED} are not compared with each other, their values stand alone. \
                 Choose {MOST_PAIRED} or fewer to see which differ.",
                counted(self.sources.len(), "source"),
            ));
        }
        if !self.apart.is_empty() {
            let pairs: Vec<String> = (self.apart.iter().take(NAMES))
                .map(|(a, b)| format!("{} and {}", self.name(*a), self.name(*b)))
                .collect();
            let more = match self.apart.len().saturating_sub(NAMES) {
                0 => String::new(),
                more => format!("; and {more} more"),
            };
            out.push(format!(
                "Not compared, because they hardly tell the same story: {}{more}.",
                pairs.join("; ")
            ));
        }
        let short = self.too_short();
        if !short.is_empty() {
            out.push(format!(
                "Too short for intervals (fewer than {MIN_CLUSTERS} paragraphs): {}.",
                self.names(&short)
            ));
        }
        out
    }

    /// How much was tested and how much of it is clear.
    fn outcome(&self) -> String {
        let pairs = self.rows.iter().flat_map(|row| &row.pairs);
        let possible = pairs.filter(|pair| pair.difference.verdict == Verdict::Possible);
        let clear = self.clear();
        let tested = counted(self.tested, "difference");
        let said = match (self.tested, clear) {
            (0, _) => "There is too little text to test any difference.".to_owned(),
            (_, 0) => format!("None of {tested} tested is clear at this length."),
            (_, clear) => {
                format!("{clear} of {tested} tested hold after adjusting for all of them.")
            }
        };
        match (possible.count(), clear) {
            (0, _) => said,
            (some, 0) => format!("{said} {some} exclude zero by themselves and may be chance."),
            (more, _) => format!("{said} Another {more} may be chance."),
        }
    }

    /// The columns without a single interval.
    fn too_short(&self) -> Vec<usize> {
        let columns = 0..self.sources.len();
        columns
            .filter(|column| {
                let mut cells = self.rows.iter().filter_map(|row| row.cells.get(*column));
                cells.all(|cell| cell.interval.is_none())
            })
            .collect()
    }
}
