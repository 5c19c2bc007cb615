//! A measure of the two sources over time, made once for what is shown, by a thread of its own where it takes time.

use std::sync::Arc;

use crate::chart::Options;
use crate::compare::series::OverTime;
use crate::work::Later;
use crate::workspace::Sides;

use super::App;

/// From so many articles on a course is made by a thread of its own: its intervals take longer than a frame.
const AT_ONCE: usize = 500;

/// What a course is made of.
#[derive(Debug, Clone)]
pub(super) struct CourseOf(Arc<Sides>, Options);

impl PartialEq for CourseOf {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

/// The course on show.
pub(super) type Course = Later<CourseOf, OverTime>;

impl CourseOf {
    fn make(&self) -> OverTime {
        self.0.with_input(None, self.1, |input| {
            let sources: Vec<_> = input.sources().map(|(_, source)| source).collect();
            OverTime::new(&sources, &[self.1.measure.0], self.1.period)
        })
    }
}

impl App {
    /// The measure chosen over time, of both sources; `None` until they are scored and it is made.
    pub(super) fn course(&mut self) -> Option<Arc<OverTime>> {
        let of = CourseOf(
            Arc::clone(self.workspace.sides()?),
            self.preferences.chart_options,
        );
        let course = &mut self.view.pages.course;
        let making = of.clone();
        let articles: usize = (crate::article::Side::BOTH.into_iter())
            .filter_map(|side| of.0.side(side))
            .map(|part| part.articles.len())
            .sum();
        if articles <= AT_ONCE {
            return Some(course.now(of, move || making.make()));
        }
        let context = self.jobs.context().clone();
        course.soon(of, move || context.request_repaint(), move || making.make())
    }
}
