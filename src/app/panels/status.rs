//! The line at the bottom: the way to the chart and the evidence, what is marked in the text, and what
//! Parallax claims and what it does not.

use std::time::{Duration, Instant};

use egui::{Align, Button, Layout, RichText, Role, Ui};

use crate::app::layers::Layer;
use crate::app::reader;
use crate::app::second::asking::told;
use crate::app::widgets::labels::named_choice;
use crate::app::{Actions, App, Command, Page, controls};
use crate::article::Side;
use crate::compare::STANDING_LINE;
use crate::text::{capitalised, tr, tr_counted, tr_said};
use crate::work::Progress;

/// From this width of the line on, in points, every mark has its switch in it.
const MARKS_FROM: f32 = 1180.0;

/// Shows the line.
pub(in crate::app) fn show(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let frame = egui::Frame::side_top_panel(ui.style()).inner_margin(egui::Margin::symmetric(8, 2));
    egui::Panel::bottom("status").frame(frame).show(ui, |ui| {
        let width = ui.available_width();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.spacing_mut().button_padding.y = 1.0;
            ui.spacing_mut().interact_size.y = 20.0;
            if !app.session().is_empty() {
                drawers(app, ui, actions);
                if app.view.page == Page::Read {
                    marks(app, width, ui, actions);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                saving(app, ui, actions);
                work(app, ui, actions);
                let standing = RichText::new(tr(STANDING_LINE)).small();
                let standing = ui.add(egui::Label::new(standing).truncate());
                standing.on_hover_text(format!(
                    "{}\n{}",
                    tr(STANDING_LINE),
                    tr!("Parallax works offline: nothing leaves this computer.")
                ));
            });
        });
    });
}

/// The way to the chart and to the evidence of the page on show.
fn drawers(app: &App, ui: &mut Ui, actions: &mut Actions) {
    if app.view.page.chart().is_some() {
        let open = app.is_chart_open();
        let sign = if open { "▾" } else { "▴" };
        let label = tr!("Chart: {}", tr(app.chart_kind().label()));
        drawer(Command::ToggleChart, sign, &label, open, ui, actions);
    }
    if app.view.page.has_evidence() {
        let open = app.is_evidence_open();
        let sign = if open { "▸" } else { "◂" };
        let label = match app.evidence_of() {
            Some(of) => tr!("Evidence of {of}"; of),
            None => tr!("Evidence").to_owned(),
        };
        drawer(Command::ToggleEvidence, sign, &label, open, ui, actions);
    }
}

fn drawer(
    command: Command,
    sign: &str,
    label: &str,
    open: bool,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let text = RichText::new(format!("{sign} {label}")).size(12.5);
    let response = ui.add(Button::new(text).corner_radius(11));
    named_choice(&response, Role::Button, open, label);
    if response.clicked() {
        actions.run(command);
    }
    response.on_hover_text(controls::help(&command.about(), ui));
}

/// What is marked in the text: a switch a mark that shows what it looks like, or all in one menu.
fn marks(app: &App, width: f32, ui: &mut Ui, actions: &mut Actions) {
    if width >= MARKS_FROM {
        ui.add_space(6.0);
        ui.label(RichText::new(tr!("Marks")).small().weak());
        reader::legend(app, ui, actions);
        return;
    }
    let button = Button::new(RichText::new(tr!("Marks ▾")).size(12.5)).corner_radius(11);
    egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for layer in Layer::ALL {
            controls::entry(app, ui, Command::ToggleLayer(layer), actions);
        }
    });
}

/// The work under way, if there is any: what is done, how far it is, the time left and a way to stop it.
fn work(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let reading = Side::BOTH
        .into_iter()
        .find_map(|side| Some((side, app.reading(side)?)));
    if let Some((side, reading)) = reading {
        let found = reading.progress.found();
        let what = if found > 1 {
            tr!("Reading: {} so far", tr_counted(found, "article"))
        } else {
            tr!("Reading").to_owned()
        };
        let stop = move |app: &mut App| app.stop_reading(side);
        course(&what, &reading.progress, Some(stop), ui, actions);
    } else if let Some(progress) = app.workspace.filtering() {
        let none = None::<fn(&mut App)>;
        course(
            tr!("Finding the articles that count"),
            progress,
            none,
            ui,
            actions,
        );
    } else if let Some(progress) = app.workspace.progress() {
        let what = match (progress.what().as_str(), progress.total()) {
            ("scoring", total) if total > 1 => tr!("Scoring {}", tr_counted(total, "article")),
            ("", _) => tr!("Working").to_owned(),
            ("reading", _) => tr!("Second reader").to_owned(),
            (what, _) => capitalised(&tr_said(what)),
        };
        let stop = |app: &mut App| app.workspace.stop();
        course(&what, progress, Some(stop), ui, actions);
    } else if let Some(progress) = app.workspace.laying() {
        let stop = |app: &mut App| app.workspace.stop_laying();
        course(
            tr!("Laying sources beside each other"),
            progress,
            Some(stop),
            ui,
            actions,
        );
    } else if let Some(progress) = app.workspace.finding_words() {
        let stop = |app: &mut App| app.workspace.stop_finding_words();
        course(tr!("Words and names"), progress, Some(stop), ui, actions);
    } else if let Some(progress) = app.workspace.telling() {
        course(
            tr!("Finding stories"),
            progress,
            None::<fn(&mut App)>,
            ui,
            actions,
        );
    } else if !app.is_idle() {
        ui.label(RichText::new(tr!("Working…")).small().weak());
    }
}

/// From when on it is worth saying how far work is.
const LONG: Duration = Duration::from_millis(1_500);

/// From this share done since it was first seen, the time left can be told.
const TELLING: f32 = 0.03;

fn course(
    what: &str,
    progress: &Progress,
    stop: Option<impl FnOnce(&mut App) + 'static>,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    // When this work was first seen, and how far it was then.
    let key = egui::Id::unique(("work", std::ptr::from_ref(progress) as usize));
    let done = progress.fraction();
    let begun = ui.data_mut(|data| {
        let seen = data.get_temp::<(Instant, f32)>(key);
        // Another work may come to stand in the same place.
        let seen = seen.filter(|(_, before)| *before <= done);
        let seen = seen.unwrap_or_else(|| (Instant::now(), done));
        data.insert_temp(key, seen);
        seen
    });
    let (spent, since) = (begun.0.elapsed(), done - begun.1);
    ui.ctx().request_repaint_after(Duration::from_millis(250));
    if spent < LONG {
        ui.label(RichText::new(tr!("Working…")).small().weak());
        return;
    }
    if let Some(stop) = stop
        && ui.small_button(tr!("Stop")).clicked()
    {
        actions.push(|app, _| stop(app));
    }
    ui.add(
        egui::ProgressBar::new(done)
            .desired_width(110.0)
            .desired_height(8.0),
    );
    let left = (since > TELLING).then(|| spent.mul_f32((1.0 - done) / since));
    let left = left.map_or_else(String::new, |left| tr!(" · {} left", told(left)));
    ui.label(RichText::new(format!("{what}{left}")).small());
}

/// How far saving is, with a way to stop it, once that takes long enough to wonder.
fn saving(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let Some(saving) = &app.saving else { return };
    if !saving.is_long(ui.ctx()) {
        return;
    }
    if ui.small_button(tr!("Stop")).clicked() {
        actions.push(|app, _| app.stop_saving());
    }
    let (done, total) = (saving.progress.done(), saving.progress.total());
    let text = if total > 1 {
        tr!("Saving {done} of {total}…"; done, total)
    } else {
        tr!("Saving…").to_owned()
    };
    ui.label(RichText::new(text).small());
}
