//! How far people who code the same units agree: per cent agreement and the coefficients that correct it
//! for chance, each with a bootstrap interval by unit.

mod bootstrap;
mod coefficient;
mod level;
mod table;

pub use bootstrap::{Agreement, Estimate, RESAMPLES, agreement, coefficients};
pub use coefficient::{COEFFICIENTS, Coefficient};
pub use level::Level;
pub use table::{Codes, CodesError, Unit};
