//! What several of the programs need: tables, a classifier, figures of merit.

pub(crate) mod logistic;
pub(crate) mod metrics;
pub(crate) mod ranking;
pub(crate) mod table;
