//! The report in the window: what is wished for, making it, and the way to paper.

pub(in crate::app) mod printing;
pub(in crate::app) mod reporting;
pub(in crate::app) mod wish;
