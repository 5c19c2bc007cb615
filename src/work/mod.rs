//! Long work, whatever it is about: how far it is, the way to stop it, and doing it on all cores.

mod later;
mod letting_go;
mod parallel;
mod progress;

pub use later::Later;
pub use letting_go::let_go;
pub use parallel::{Threads, gathered, map, ordered};
pub use progress::{Progress, Stopped};

/// Calls whoever waits, from any thread: there is something new.
pub type Wake = std::sync::Arc<dyn Fn() + Send + Sync>;
