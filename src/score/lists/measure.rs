//! Each category of an own list is a measure.

use crate::score::measure::{Basis, Measure, Scale, Value};

/// Words of one category of an own list per 100 words of own voice.
pub static OWN_LIST: Measure = Measure {
    id: "own_list",
    label: "Your own lists",
    plain: "How many words of one category of a list of yours, out of every 100 words of the outlet’s own.",
    comparative: "uses more words of the list than",
    scale: Scale::PerHundredWords,
    basis: Basis::OwnList,
    unit: "words and phrases per 100 words of own voice",
    range: (0.0, 100.0),
    direction: "higher uses more of the list’s words",
    formula: "entries of the category found outside quotation marks, the longest at each place, divided by all \
              words outside quotation marks, times 100",
    moves: "what the list holds; every entry found is told with its place",
    limits: "whatever the list’s are: a word counts in every sense it is used in, and is told by its letters",
    reference: "the list, by name and hash; the way of counting is that of Tausczik & Pennebaker (2010), The \
                Psychological Meaning of Words: LIWC and Computerized Text Analysis Methods",
    value: Value::OfList,
};
