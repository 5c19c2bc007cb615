//! Why the encoder cannot be used.

use thiserror::Error;

/// Why the encoder cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Fault {
    /// The program was built without its weights.
    #[error("this build has no second reader (feature second-reader)")]
    LeftOut,
    /// The weights are not what they were when they were written.
    #[error("the weights of the second reader are damaged: {0}")]
    Damaged(&'static str),
}
