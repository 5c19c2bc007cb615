//! Progress, stopping and doing work in parallel.

#![expect(clippy::indexing_slicing, reason = "tests")]

mod parallel {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use parallax::work::{Progress, Stopped, Threads, gathered, map, ordered};

    const WAITING: usize = 8; // results that may wait, a thread

    const COUNTS: [Threads; 3] = [Threads::ONE, Threads::new(2), Threads::new(5)];

    #[test]
    fn results_come_in_order_whatever_the_threads() {
        for threads in COUNTS {
            let progress = Progress::default();
            let done = map(0..100_u64, threads, &progress, |n| {
                std::thread::sleep(Duration::from_micros(n * 37 % 11 * 20));
                n * n
            });
            assert_eq!(done, Ok((0..100).map(|n| n * n).collect()));
            assert_eq!(progress.done(), 100);
        }
    }

    #[test]
    fn a_stream_is_drawn_only_as_it_is_taken() {
        let drawn = AtomicUsize::new(0);
        let threads = Threads::new(3);
        let items = (0..).inspect(|_| {
            drawn.fetch_add(1, Ordering::Relaxed);
        });
        let mut taken = 0;
        let ended = ordered(
            items,
            threads,
            &Progress::default(),
            |n: usize| n,
            |n| {
                assert_eq!(n, taken);
                taken += 1;
                std::thread::sleep(Duration::from_millis(1));
                // What waits, what is worked on, and what is drawn and finds no room.
                let most = taken + WAITING * threads.count() + threads.count() + 1;
                assert!(drawn.load(Ordering::Relaxed) <= most);
                if taken == 50 { Err(Stopped) } else { Ok(()) }
            },
        );
        assert_eq!((ended, taken), (Err(Stopped), 50));
    }

    #[test]
    fn stopping_ends_it() {
        for threads in COUNTS {
            let progress = Progress::default();
            let mut taken = 0;
            let ended = ordered(
                0..,
                threads,
                &progress,
                |n: usize| n,
                |_| {
                    taken += 1;
                    if taken == 10 {
                        progress.stop();
                    }
                    Ok(())
                },
            );
            assert_eq!((ended, taken), (Err(Stopped), 10));
        }
    }

    /// Notes, when it goes, whether it is the thread that gathers which lets it go.
    struct Over<'a>(std::thread::ThreadId, &'a [AtomicUsize; 2]);

    impl Drop for Over<'_> {
        fn drop(&mut self) {
            let here = self.0 == std::thread::current().id();
            self.1[usize::from(here)].fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn what_is_not_kept_is_let_go_elsewhere_and_all_of_it_by_the_end() {
        for (threads, stops) in COUNTS.into_iter().flat_map(|n| [(n, 0), (n, 30)]) {
            let gone = [0, 0].map(AtomicUsize::new);
            let keeper = std::thread::current().id();
            let mut kept = Vec::new();
            let work = |n: usize| (n, Over(keeper, &gone));
            let take = |(n, over)| {
                kept.push(n);
                if n + 1 == stops {
                    return Err(Stopped);
                }
                Ok(over)
            };
            let ended = gathered(0..100, threads, &Progress::default(), work, take);
            let all = if stops == 0 { 100 } else { stops };
            assert_eq!(ended, if stops == 0 { Ok(()) } else { Err(Stopped) });
            assert_eq!(kept, (0..all).collect::<Vec<usize>>());
            let [elsewhere, here] = gone.map(AtomicUsize::into_inner);
            assert!(elsewhere >= all - 1 && (stops > 0 || here == 0));
        }
    }

    #[test]
    fn what_came_before_is_taken_while_the_next_is_awaited() {
        let (send, receive) = std::sync::mpsc::channel();
        let items = (0..3).inspect(move |n| {
            if *n == 2 {
                // The first two have been taken before the third is there.
                assert_eq!([receive.recv(), receive.recv()], [Ok(0), Ok(1)]);
            }
        });
        let take = |n| {
            let _ = send.send(n);
            Ok(())
        };
        let ended: Result<(), Stopped> =
            ordered(items, Threads::new(2), &Progress::default(), |n| n, take);
        assert_eq!(ended, Ok(()));
    }
}

mod progress {
    use parallax::work::{Progress, Stopped};

    fn is(progress: &Progress, fraction: f32) -> bool {
        (progress.fraction() - fraction).abs() < 1e-6
    }

    #[test]
    fn stages_follow_each_other_and_stopping_is_heard() {
        let progress = Progress::default();
        progress.stage(0.5, 0.9);
        assert!(is(&progress, 0.5));
        assert_eq!(progress.step(1, 2), Ok(()));
        assert!(is(&progress, 0.7));
        progress.stage(0.9, 1.0);
        assert!(is(&progress, 0.9));
        progress.part(0.4, 1.0);
        progress.stage(0.5, 1.0);
        assert!(is(&progress, 0.7));
        progress.stop();
        assert_eq!(progress.step(2, 2), Err(Stopped));
        assert!(is(&progress, 1.0));
    }

    #[test]
    fn steps_can_be_counted_by_many() {
        let progress = Progress::default();
        assert!(is(&progress, 0.0));
        progress.expect(3);
        progress.expect(1);
        progress.advance(1);
        progress.find(7);
        progress.begin("a.txt");
        assert!(is(&progress, 0.25));
        let seen = (progress.done(), progress.total(), progress.found());
        assert_eq!(seen, (1, 4, 7));
        assert_eq!(progress.what(), "a.txt");
    }

    #[test]
    fn whoever_listens_can_stop_the_work() {
        let progress = Progress::telling(|progress| {
            if progress.done() == 3 {
                progress.stop();
            }
        });
        let reached = (1..9).take_while(|n| progress.step(*n, 9).is_ok()).count();
        assert_eq!((reached, progress.done()), (2, 3));
    }
}
