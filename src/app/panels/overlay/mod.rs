//! Windows over the page, one at a time.

mod edit;
mod files;
mod frame;
mod import;
mod info;
mod palette;
mod report;
mod unsaved;

use egui::{Id, Modal, Ui};

use self::frame::Next;
use crate::app::view::Overlay;
use crate::app::{Actions, App};

/// Shows the window over the page, if one is open.
pub(in crate::app) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let mut overlay = std::mem::take(&mut app.view.overlay);
    if overlay == Overlay::None {
        return;
    }
    let room = ui.max_rect().size();
    let modal = Modal::new(Id::unique("overlay")).show(ui.ctx(), |ui| {
        ui.set_width(overlay.width().min(room.x - 60.0));
        ui.set_max_height(room.y - 80.0);
        match &mut overlay {
            Overlay::None => Next::Close,
            Overlay::Paste { side, text } => edit::paste(*side, text, ui, actions),
            Overlay::Path { purpose, text } => files::path(*purpose, text, ui, actions),
            Overlay::Details(side, details) => edit::details(*side, details, ui, actions),
            Overlay::ImportReport(chosen) => import::report(app, chosen, ui, actions),
            Overlay::Fields(path, fields, mapping) => {
                import::fields(path, fields, mapping, ui, actions)
            }
            Overlay::Replace(output, path, if_there) => {
                files::replace(*output, path, *if_there, ui, actions)
            }
            Overlay::Unsaved => unsaved::leaving(app, ui, actions),
            Overlay::Recover(copies) => unsaved::recover(copies, ui, actions),
            Overlay::Dropped(files) => files::dropped(files, ui, actions),
            Overlay::Report(draft) => report::show(app, draft, ui, actions),
            Overlay::Messages => info::messages(app, ui, actions),
            Overlay::Rename(id, name) => edit::rename(*id, name, ui, actions),
            Overlay::Palette(text, at) => palette::show(app, text, at, ui, actions),
            Overlay::Shortcuts => info::shortcuts(ui),
            Overlay::About => info::about(ui),
        }
    });
    if modal.inner == Next::Stay && !modal.should_close() {
        app.view.overlay = overlay;
    } else if modal.inner == Next::Stay
        && let Overlay::Report(draft) = overlay
    {
        // Left with Escape: what was written is kept.
        actions.push(move |app, _| app.keep_draft(&draft));
    }
}

impl Overlay {
    fn width(&self) -> f32 {
        match self {
            Self::Shortcuts => 1040.0,
            Self::Paste { .. }
            | Self::ImportReport(_)
            | Self::Fields(..)
            | Self::Report(_)
            | Self::Recover(_) => 720.0,
            _ => 520.0,
        }
    }
}
