//! Days chosen by a drag across the chart of time: only the articles of these days count.

use crate::app::App;
use crate::compare::series::iso_day;
use crate::session::Condition;
use crate::text::{date, tr};

impl App {
    /// Lets only the articles of these days count, both included, in place of other days that were chosen before.
    pub(in crate::app) fn keep_days(&mut self, from: String, to: String) {
        let said = tr!(
            "Only articles of {} count now: the chip at the top takes that away, and so does Undo.",
            days(&from, &to)
        );
        self.workspace.edit("choice of days", move |session| {
            session.set_filter(|filter| {
                let dates = |one: &Condition| matches!(one, Condition::Dates { .. });
                while let Some(at) = filter.conditions().iter().position(dates) {
                    filter.remove(at);
                }
                let (from, to) = (Some(from), Some(to));
                filter.add(Condition::Dates { from, to });
            });
        });
        self.view.zoom = None;
        let step = self.workspace.history().steps();
        self.messages.about(step, said);
    }
}

/// The days that lie between two places on the axis of days, those that are cut included; `None` where there are none.
pub(in crate::app) fn days_between(places: [f64; 2]) -> Option<[String; 2]> {
    let [one, other] = places;
    let (low, high) = (one.min(other).floor(), one.max(other).ceil() - 1.0);
    #[expect(clippy::cast_possible_truncation, reason = "days of the calendar")]
    let days = [low, high].map(|day| iso_day(day as i64));
    (low <= high).then_some(days)
}

/// "5 July 2010 to 9 July 2010", or the one day.
pub(in crate::app) fn days(from: &str, to: &str) -> String {
    if from == to {
        date(from)
    } else {
        tr!("{} to {}", date(from), date(to))
    }
}
