//! All open sources beside each other, and over time: what their pages remember, and what is done there.

pub(in crate::app) mod beside;
pub(in crate::app) mod brush;
pub(in crate::app) mod columns;
pub(in crate::app) mod course;
