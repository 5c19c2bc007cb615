//! The one bar at the top: the two sources on show, the pages, finding, the report, the menus.

use egui::containers::menu::MenuButton;
use egui::{Align, AtomExt as _, Button, Layout, RichText, Role, Ui};

use super::menu;
use crate::app::theme::{Tokens, semibold};
use crate::app::view::Overlay;
use crate::app::widgets::labels::{focus_ring, named, named_choice};
use crate::app::{Actions, App, Command, Page, controls};
use crate::article::{Article, Side};
use crate::session::Source;
use crate::text::{shorten, tr, tr_counted};

/// Between tabs, in points.
const GAP: f32 = 14.0;
/// Room for what holds the pages that have no tab here.
const MORE: f32 = 66.0;
/// Below this width of the window, in points, what the menu and the chips have as well is only there.
const WIDE: f32 = 760.0;

/// Shows the bar.
pub(in crate::app) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let frame = egui::Frame::side_top_panel(ui.style()).inner_margin(egui::Margin::symmetric(8, 4));
    egui::Panel::top("bar").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let width = ui.available_width();
            // At the left, where menus open to the right of each other.
            let button = ui.add(Button::new("≡"));
            named(&button, Role::Button, tr!("Menu"));
            menu::show(app, &button, actions);
            button.on_hover_text(tr!("All commands (F10)"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                at_right(app, width, ui, actions);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let chip = (width * 0.17).clamp(58.0, 220.0);
                    source(app, Side::A, chip, ui, actions);
                    if width > WIDE {
                        controls::icon_button(app, ui, Command::Swap, "⇄", actions);
                    }
                    source(app, Side::B, chip, ui, actions);
                    ui.add_space(GAP / 2.0);
                    tabs(app, ui, actions);
                });
            });
        });
    });
}

/// Finding and the report; finding any command where nothing is open.
fn at_right(app: &App, width: f32, ui: &mut Ui, actions: &mut Actions) {
    if app.session().is_empty() {
        controls::button(app, ui, Command::Palette, actions);
        return;
    }
    if width > WIDE {
        controls::icon_button(app, ui, Command::Report, &app.report_label(), actions);
    }
    controls::icon_button(app, ui, Command::Find, tr!("Find"), actions);
}

/// A source as a chip that opens what can be done with it.
fn source(app: &App, side: Side, width: f32, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let open = app.session().source(side);
    let sign = RichText::new(super::sign(side)).color(tokens.side(side));
    let name = open.map_or_else(
        || tr!("{}: none", side.label()),
        |source| source.name.clone(),
    );
    // Cut where it is long: a name may be hundreds of characters long.
    let text = RichText::new(shorten(&name, 80)).family(semibold());
    ui.scope(|ui| {
        ui.set_max_width(width);
        let button = Button::new((sign, text.atom_shrink(true), "▾"))
            .truncate()
            .corner_radius(13);
        let (chip, _) = MenuButton::from_button(button).ui(ui, |ui| {
            ui.set_min_width(240.0);
            ui.set_max_width(380.0);
            of_source(app, side, open, ui, actions);
        });
        named(
            &chip,
            Role::Button,
            &tr!("Source {}: {name}", side.label(); name),
        );
        let help = open.map_or_else(String::new, |source| {
            let articles = tr_counted(source.articles.len(), "article");
            format!("{}\n{articles}", shorten(&source.name, 300))
        });
        chip.on_hover_text(help);
    });
}

/// What can be done with a source: another in its place, another of its articles, its name, its files.
fn of_source(app: &App, side: Side, open: Option<&Source>, ui: &mut Ui, actions: &mut Actions) {
    let Some(source) = open else {
        for command in [Command::Open(side), Command::Paste(side)] {
            controls::entry(app, ui, command, actions);
        }
        return;
    };
    let all = app.session().sources();
    if all.len() > 1 {
        let title = tr!("Show as {}", side.label());
        choice(&title, ui, all.len(), |ui, index| {
            let Some(other) = all.get(index) else { return };
            let shown = other.id == source.id;
            if ui.radio(shown, shorten(&other.name, 50)).clicked() {
                actions.show_source(side, other.id);
                ui.close();
            }
        });
        ui.separator();
    }
    if source.articles.len() > 1 {
        choice(tr!("Article"), ui, source.articles.len(), |ui, index| {
            let article = source.articles.get(index);
            let Some(article) = article else { return };
            let label = format!("{}. {}", index + 1, title(article));
            if ui
                .radio(index == source.current, shorten(&label, 50))
                .clicked()
            {
                actions.push(move |app, _| app.read_article(side, index));
                ui.close();
            }
        });
        ui.separator();
    }
    let id = source.id;
    if ui.button(tr!("Rename…")).clicked() {
        let name = source.name.clone();
        actions.push(move |app, _| app.view.overlay = Overlay::Rename(id, name));
    }
    for command in [
        Command::Details(side),
        Command::Open(side),
        Command::Add(side),
        Command::Paste(side),
        Command::Swap,
        Command::Close(side),
    ] {
        controls::entry(app, ui, command, actions);
    }
}

/// A list to choose from, scrolled where it is long: only what is seen of it is laid out.
fn choice(title: &str, ui: &mut Ui, count: usize, mut row: impl FnMut(&mut Ui, usize)) {
    ui.label(RichText::new(title).small().weak());
    let height = ui.spacing().interact_size.y;
    egui::ScrollArea::vertical()
        .id_salt(title)
        .max_height(210.0)
        .auto_shrink([false, true])
        .show_rows(ui, height, count, |ui, rows| {
            for index in rows {
                row(ui, index);
            }
        });
}

/// What an article is called in a list: its headline, or the file it came from.
fn title(article: &Article) -> &str {
    article
        .headline
        .as_ref()
        .map_or(article.origin.name.as_str(), |headline| &headline.text)
}

/// The pages: as many as there is room for side by side, the others behind one more.
fn tabs(app: &App, ui: &mut Ui, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.x = GAP;
    let font = egui::FontId::new(14.0, semibold());
    let width = |label: String| {
        let galley = (ui.painter()).layout_no_wrap(label, font.clone(), egui::Color32::BLACK);
        galley.size().x + GAP
    };
    let widths = Page::ALL.map(|page| width(page.label().to_owned()));
    let room = ui.available_width();
    let mut fit = fitting_tabs(&widths, room, MORE.max(width(tr!("More ▾").to_owned())));
    let is_behind = (Page::ALL.iter().skip(fit)).any(|page| *page == app.view.page);
    if is_behind {
        // The page on show stands in place of “More”.
        let held = width(format!("{} ▾", app.view.page.label()));
        fit = fitting_tabs(&widths, room, MORE.max(held));
    }
    let (shown, others) = Page::ALL.split_at(fit);
    for page in shown {
        tab(app, *page, ui, actions);
    }
    if others.is_empty() {
        return;
    }
    let inside = others.iter().find(|page| app.view.page == **page);
    let tokens = Tokens::of(ui);
    let label = match inside {
        Some(page) => RichText::new(format!("{} ▾", page.label()))
            .family(semibold())
            .color(tokens.text),
        None => RichText::new(tr!("More ▾")).color(tokens.weak),
    };
    let (button, _) = MenuButton::from_button(Button::new(label).frame(false)).ui(ui, |ui| {
        for page in others {
            controls::entry(app, ui, Command::ShowPage(*page), actions);
        }
    });
    named(&button, Role::Button, tr!("More pages"));
    focus_ring(ui, &button);
    if inside.is_some() {
        underline(&button, ui);
    }
}

/// How many tabs fit: all, or as many as leave `more` for the one that holds the others.
fn fitting_tabs(widths: &[f32], room: f32, more: f32) -> usize {
    if widths.iter().sum::<f32>() <= room {
        return widths.len();
    }
    let mut left = room - more;
    let fits = |width: &&f32| {
        left -= **width;
        left >= 0.0
    };
    widths.iter().take_while(fits).count()
}

fn tab(app: &App, page: Page, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let command = Command::ShowPage(page);
    let on = app.view.page == page;
    let text = RichText::new(page.label()).color(if on { tokens.text } else { tokens.weak });
    let text = if on { text.family(semibold()) } else { text };
    ui.spacing_mut().button_padding.x = 0.0;
    let response = ui.add(Button::new(text).frame(false));
    named_choice(&response, Role::Tab, on, page.label());
    if on {
        underline(&response, ui);
    }
    focus_ring(ui, &response);
    if response.clicked() {
        actions.run(command);
    }
    let keys = command
        .shortcut()
        .map(|keys| ui.ctx().format_shortcut(&keys));
    response.on_hover_text(format!("{} ({})", page.help(), keys.unwrap_or_default()));
}

/// The line under the page on show.
fn underline(tab: &egui::Response, ui: &Ui) {
    let stroke = egui::Stroke::new(2.5, Tokens::of(ui).accent);
    let line = tab.rect;
    ui.painter().hline(line.x_range(), line.max.y + 2.0, stroke);
}

#[cfg(test)]
mod tests {
    use super::fitting_tabs;

    #[test]
    fn tabs_that_do_not_fit_leave_room_for_what_holds_them() {
        let widths = [60.0; 8];
        assert_eq!(fitting_tabs(&widths, 480.0, 66.0), 8);
        assert_eq!(fitting_tabs(&widths, 479.0, 66.0), 6);
        assert_eq!(fitting_tabs(&widths, 100.0, 66.0), 0);
    }
}
