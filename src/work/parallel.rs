//! One thing after another, worked on by all cores at once, taken in order.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};

use super::{Progress, Stopped};

/// Results that may wait to be taken, for each thread: what bounds memory, and how far the others get
/// while one thing takes long.
const WAITING: usize = 8;

/// How much of a core work in the background leaves to a window: the scheduler's steps of politeness, of 19.
#[cfg(target_os = "linux")]
const POLITE: i32 = 5;

/// How many threads work. What comes of the work never depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threads {
    count: usize,
    gives_way: bool,
}

impl Threads {
    /// The thread that asks does all the work.
    pub const ONE: Self = Self::new(1);

    /// So many; at least one.
    pub const fn new(count: usize) -> Self {
        Self {
            count: if count == 0 { 1 } else { count },
            gives_way: false,
        }
    }

    /// The same threads, which let a window go first.
    #[must_use]
    pub const fn giving_way(self) -> Self {
        Self {
            gives_way: true,
            ..self
        }
    }

    /// Lets a window go first from now on, where these threads do: called by a thread that is theirs, and so of all it
    /// begins. On Linux a thread can say so by itself.
    pub fn give_way(self) {
        #[cfg(target_os = "linux")]
        if self.gives_way {
            // Where it is not allowed, it competes.
            let _ = rustix::process::nice(POLITE);
        }
    }

    /// How many these are.
    pub const fn count(self) -> usize {
        self.count
    }
}

impl Default for Threads {
    /// One for each core that this program may use.
    fn default() -> Self {
        Self::new(std::thread::available_parallelism().map_or(1, NonZero::get))
    }
}

/// Does `work` on every item and hands the results to `take`, in the order of the items, on the thread
/// that calls. Items are drawn only as they are worked on and results wait only up to a bound, so that
/// a stream of any length takes little memory; an item that is slow to come holds back none before it.
///
/// Each item done advances `progress`. The work ends early where `progress` says so or `take` fails.
pub fn ordered<T: Send, R: Send, E: From<Stopped>>(
    items: impl Iterator<Item = T> + Send,
    threads: Threads,
    progress: &Progress,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let mut take = |result| take(result).map(|()| progress.advance(1));
    if threads.count() == 1 {
        for item in items {
            progress.go_on()?;
            take(work(item))?;
        }
        return Ok(progress.go_on()?);
    }
    let (to_taker, slots) = sync_channel(WAITING * threads.count());
    let queue = Mutex::new((items, Some(to_taker)));
    let (queue, work) = (&queue, &work);
    std::thread::scope(move |scope| {
        for _ in 0..threads.count() {
            scope.spawn(move || {
                while let Some((item, slot)) = next(queue, progress) {
                    // Nobody may want it any more.
                    let _ = slot.send(work(item));
                }
            });
        }
        for slot in &slots {
            progress.go_on()?;
            // No result comes from a thread that fell over; the scope says so at its end.
            let Ok(result) = slot.recv() else { break };
            take(result)?;
        }
        // Threads that wait for room see that it is over.
        drop(slots);
        Ok(progress.go_on()?)
    })
}

/// The same for results of which only something is kept: what `take` gives back is let go by a thread of its own.
///
/// Allocators hand what a thread lets go to that thread again. Were results let go by the thread that keeps something
/// of each, what is kept for hours would come to lie scattered between results to come, whose room could then never be
/// given back.
pub fn gathered<T: Send, R: Send, G: Send, E: From<Stopped>>(
    items: impl Iterator<Item = T> + Send,
    threads: Threads,
    progress: &Progress,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<G, E>,
) -> Result<(), E> {
    std::thread::scope(|scope| {
        let (over, going) = sync_channel(WAITING * threads.count());
        scope.spawn(move || going.into_iter().for_each(drop::<G>));
        let take = move |result| {
            // The thread lives for as long as there is something to let go.
            let _ = over.send(take(result)?);
            Ok(())
        };
        ordered(items, threads, progress, work, take)
    })
}

/// Results in the order of the items: each comes through a channel of its own.
type Slots<R> = SyncSender<Receiver<R>>;

/// The next item and where its result goes; `None` if there is none or nobody waits for it.
fn next<T, R>(
    queue: &Mutex<(impl Iterator<Item = T>, Option<Slots<R>>)>,
    progress: &Progress,
) -> Option<(T, SyncSender<R>)> {
    let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
    let (items, slots) = &mut *queue;
    let drawn = (progress.go_on().ok())
        .and_then(|()| items.next())
        .and_then(|item| {
            let (slot, result) = sync_channel(1);
            slots.as_ref()?.send(result).ok()?;
            Some((item, slot))
        });
    if drawn.is_none() {
        *slots = None; // The one who takes results sees that no more will come.
    }
    drawn
}

/// Does `work` on every item; the results in the order of the items. See [`ordered`].
///
/// # Errors
/// [`Stopped`] where the work was stopped.
pub fn map<T: Send, R: Send>(
    items: impl IntoIterator<Item = T, IntoIter: Send>,
    threads: Threads,
    progress: &Progress,
    work: impl Fn(T) -> R + Sync,
) -> Result<Vec<R>, Stopped> {
    let mut results = Vec::new();
    ordered(items.into_iter(), threads, progress, work, |result| {
        results.push(result);
        Ok(())
    })
    .map(|()| results)
}
