//! Letting go of what is large without making anybody wait.

use std::thread;

/// Lets go of something large on a thread of its own: what was known of a hundred thousand articles takes longer to let
/// go than a frame.
pub fn let_go<T: Send + 'static>(over: T) {
    let thread = thread::Builder::new().name("letting go".to_owned());
    // Where the system has no thread, it is let go here.
    let _ = thread.spawn(move || drop(over));
}
