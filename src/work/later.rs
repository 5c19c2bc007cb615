//! What takes longer than a frame: made once for what it is made of, by a thread of its own.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::let_go;

/// Something made of `K`: the one made last, and the one being made.
#[derive(Debug)]
pub struct Later<K, V> {
    made: Option<(K, Arc<V>)>,
    coming: Option<(K, Receiver<V>)>,
}

impl<K, V> Default for Later<K, V> {
    fn default() -> Self {
        Self {
            made: None,
            coming: None,
        }
    }
}

impl<K: PartialEq + Send + 'static, V: Send + Sync + 'static> Later<K, V> {
    /// What was made of `of`, if that was made last.
    pub fn known(&self, of: &K) -> Option<Arc<V>> {
        let (made_of, made) = self.made.as_ref()?;
        (made_of == of).then(|| Arc::clone(made))
    }

    /// What was made last, and of what.
    pub fn last(&self) -> Option<(&K, &Arc<V>)> {
        self.made.as_ref().map(|(of, made)| (of, made))
    }

    /// What is made of `of`, made now if it is not known.
    pub fn now(&mut self, of: K, make: impl FnOnce() -> V) -> Arc<V> {
        if let Some(known) = self.known(&of) {
            return known;
        }
        let new = Arc::new(make());
        self.made = Some((of, Arc::clone(&new)));
        new
    }

    /// What is made of `of`; `None` while a thread makes it, which calls `wake` when it is done.
    pub fn soon(
        &mut self,
        of: K,
        wake: impl FnOnce() + Send + 'static,
        make: impl FnOnce() -> V + Send + 'static,
    ) -> Option<Arc<V>> {
        if let Some((coming, receiver)) = self.coming.take() {
            match receiver.try_recv() {
                Ok(new) => let_go(self.made.replace((coming, Arc::new(new)))),
                Err(TryRecvError::Empty) => self.coming = Some((coming, receiver)),
                Err(TryRecvError::Disconnected) => {}
            }
        }
        if let Some(known) = self.known(&of) {
            return Some(known);
        }
        if self
            .coming
            .as_ref()
            .is_some_and(|(coming, _)| *coming == of)
        {
            return None;
        }
        let (sender, receiver) = channel();
        let making = thread::Builder::new()
            .name("making".to_owned())
            .spawn(move || {
                // Nobody may want it any more by now.
                let _ = sender.send(make());
                wake();
            });
        // Without a thread it is tried again with the next look.
        self.coming = making.ok().map(|_| (of, receiver));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_made_once_for_what_it_is_made_of() {
        let mut later = Later::default();
        let (sender, woken) = channel();
        let (release, held) = channel::<()>();
        let wake = move || sender.send(()).unwrap_or_default();
        let make = move || {
            held.recv().unwrap_or_default();
            4
        };
        assert_eq!(later.soon(2, wake, make), None);
        assert_eq!(later.soon(2, || {}, || 5), None);
        release.send(()).unwrap_or_default();
        woken.recv().unwrap_or_default();
        let known = later.soon(2, || {}, || 6);
        assert_eq!(known.as_deref(), Some(&4));
        assert_eq!(*later.now(2, || 5), 4);
        assert_eq!(*later.now(3, || 9), 9);
        assert_eq!(later.known(&2), None);
    }

    /// Says which thread lets it go.
    struct Told(std::sync::mpsc::Sender<thread::ThreadId>);

    impl Drop for Told {
        fn drop(&mut self) {
            let _ = self.0.send(thread::current().id());
        }
    }

    #[test]
    fn what_was_made_before_is_let_go_by_another_thread() {
        let mut later = Later::default();
        let (told, heard) = channel();
        for of in [1, 2] {
            let told = told.clone();
            let mut made = None;
            while made.is_none() {
                let told = told.clone();
                made = later.soon(of, || {}, move || Told(told));
            }
        }
        let by = heard.recv();
        assert!(by.is_ok_and(|by| by != thread::current().id()));
    }
}
