//! A measure of the two sources over time, made once for what is shown.

use std::sync::Arc;

use crate::compare::series::OverTime;

use super::App;

impl App {
    /// The measure chosen over time, of both sources; `None` until they are scored.
    pub(super) fn course(&mut self) -> Option<Arc<OverTime>> {
        let sides = Arc::clone(self.workspace.sides()?);
        let options = self.preferences.chart_options;
        if let Some((of, with, made)) = &self.view.pages.course
            && Arc::ptr_eq(of, &sides)
            && *with == options
        {
            return Some(Arc::clone(made));
        }
        let made = sides.with_input(None, options, |input| {
            let sources: Vec<_> = input.sources().map(|(_, source)| source).collect();
            OverTime::new(&sources, &[options.measure.0], options.period)
        });
        let made = Arc::new(made);
        self.view.pages.course = Some((sides, options, Arc::clone(&made)));
        Some(made)
    }
}
