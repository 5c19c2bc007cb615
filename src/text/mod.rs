//! Numbers and words as people read them: the one home of signs, minus, decimals, per cent, intervals,
//! plurals, lists, shortening and dates, of code points, and of the language of the window. Knows nothing of articles.

mod code_points;
mod date;
mod language;
mod number;
mod words;

pub use code_points::CodePoints;
pub use date::{MONTHS, date, day_number};
pub use language::{
    Catalogue, Damaged, PSEUDO, TEMPLATE, asked_for, catalogue_of, fill, given, is_english, places,
    shipped, speak, tr, tr_counted, tr_said, translation,
};
pub use number::{
    NONE, exact, number, optional, p_value, per_cent, range, signed, signed_whole, told_apart,
    trimmed,
};
pub use words::{capitalised, counted, first_words, list, one_line, shorten, shown};
