//! A measure of the sources over time, made once for what is shown, by a thread of its own where it takes time.

use crate::article::Side;
use crate::chart::Options;
use crate::compare::series::OverTime;
use crate::work::Later;
use crate::workspace::Ticked;

/// From so many articles on a course is made by a thread of its own: its intervals take longer than a frame.
const AT_ONCE: usize = 500;

/// What a course is made of.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct CourseOf(pub(in crate::app) Ticked, pub(in crate::app) Options);

/// Whose a series of a course is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Whose {
    /// One of the two compared.
    Side(Side),
    /// One of the others, by position.
    Other(usize),
}

/// A measure over time, and whose its series are.
#[derive(Debug)]
pub(in crate::app) struct Followed {
    /// One series a source.
    pub(in crate::app) over_time: OverTime,
    /// Whose each is.
    pub(in crate::app) whose: Vec<Whose>,
}

/// The course on show.
pub(in crate::app) type Course = Later<CourseOf, Followed>;

impl CourseOf {
    /// Whether it is made within a frame.
    pub(in crate::app) fn is_small(&self) -> bool {
        self.0.articles() <= AT_ONCE
    }

    pub(in crate::app) fn make(&self) -> Followed {
        self.0.with_input(None, self.1, |input| {
            let sides = input
                .sources()
                .map(|(side, view)| (Whose::Side(side), view));
            let others = input.others.iter().enumerate();
            let others = others.map(|(at, view)| (Whose::Other(at), *view));
            let (whose, views): (Vec<Whose>, Vec<_>) = sides.chain(others).unzip();
            Followed {
                over_time: OverTime::new(&views, &[self.1.measure.0], self.1.period),
                whose,
            }
        })
    }
}
