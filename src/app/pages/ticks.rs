//! Which of the open sources are shown where all stand beside each other: a menu with a tick for each.

use egui::containers::menu::MenuButton;
use egui::{Role, Ui};

use crate::app::widgets::labels::named;
use crate::app::{Actions, App};
use crate::article::Side;
use crate::session::SourceId;
use crate::text::{shorten, tr};

/// What undoing a tick is called.
const STEP: &str = "choice of sources shown";

/// Characters of a name.
const NAME: usize = 40;

/// The menu's button, with how many sources are shown where some are not.
pub(super) fn menu(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let sources = app.session().sources();
    let shown = sources
        .iter()
        .filter(|source| !app.session().is_hidden(source.id))
        .count();
    let label = if shown == sources.len() {
        tr!("Sources").to_owned()
    } else {
        tr!("Sources: {} of {}", shown, sources.len())
    };
    let name = tr!("{label} shown: choose which"; label);
    let (button, _) = MenuButton::new(format!("{label} ▾")).ui(ui, |ui| ticks(app, ui, actions));
    named(&button, Role::Button, &name);
}

/// Leaves a source out, or shows it again.
pub(super) fn hide(id: SourceId, hidden: bool, actions: &mut Actions) {
    actions.edit(STEP, move |session| session.hide(id, hidden));
}

/// Every source with a tick where it is shown.
fn ticks(app: &App, ui: &mut Ui, actions: &mut Actions) {
    ui.set_min_width(220.0);
    let sources = app.session().sources();
    let ids = || {
        sources
            .iter()
            .map(|source| source.id)
            .collect::<Vec<SourceId>>()
    };
    ui.horizontal(|ui| {
        let shown = Side::BOTH.map(|side| app.session().source(side).map(|source| source.id));
        if ui.button(tr!("Show all")).clicked() {
            let all = ids();
            actions.edit(STEP, move |session| {
                for id in all {
                    session.hide(id, false);
                }
            });
        }
        if ui.button(tr!("Hide all but A and B")).clicked() {
            let all = ids();
            actions.edit(STEP, move |session| {
                for id in all {
                    session.hide(id, !shown.contains(&Some(id)));
                }
            });
        }
    });
    let height = ui.spacing().interact_size.y;
    egui::ScrollArea::vertical().max_height(320.0).show_rows(
        ui,
        height,
        sources.len(),
        |ui, rows| {
            for source in rows.filter_map(|at| sources.get(at)) {
                let mut on = !app.session().is_hidden(source.id);
                if ui.checkbox(&mut on, shorten(&source.name, NAME)).changed() {
                    hide(source.id, !on, actions);
                }
            }
        },
    );
}
