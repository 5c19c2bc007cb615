//! Numbers and words as people read them: the one home of signs, minus, decimals, per cent, intervals,
//! plurals, lists, shortening and dates, and of code points. Knows nothing of articles.

mod code_points;
mod date;
mod number;
mod words;

pub use code_points::CodePoints;
pub use date::{MONTHS, date, day_number};
pub use number::{
    NONE, exact, number, optional, p_value, per_cent, range, signed, signed_whole, trimmed,
};
pub use words::{capitalised, counted, first_words, list, one_line, shorten, shown};
