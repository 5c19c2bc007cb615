//! The menus, made from the commands: behind one button of the bar, which F10 opens and, at one menu, Alt
//! with its letter.

use egui::containers::menu::{MenuState, SubMenu, SubMenuButton};
use egui::{AtomExt as _, Popup, Response, RichText, Role, SetOpenCommand, Ui};

use crate::app::command::About;
use crate::app::command::menu::Menu;
use crate::app::controls::TICK;
use crate::app::widgets::labels::named;
use crate::app::{Actions, App, Command};
use crate::text::tr;

/// Room above and below what a menu holds, in points: its frame and the edges of the window.
const MARGIN: f32 = 40.0;
/// The lines of a menu where the window is high.
const ROW: f32 = 24.0;
/// The lowest a line of a menu may be.
const LEAST_ROW: f32 = 19.0;

/// Shows the menus under their `button`, if they are open.
pub(super) fn show(app: &mut App, button: &Response, actions: &mut Actions) {
    let asked = app.view.menu;
    let popup = Popup::menu(button).open_memory(asked.map(|_| SetOpenCommand::Bool(true)));
    let shown = popup.show(|ui| {
        ui.set_min_width(150.0);
        let mut opened = false;
        for menu in Menu::ALL {
            opened |= one(app, menu, asked == Some(menu), ui, actions);
        }
        opened
    });
    if asked.is_none() || shown.is_some_and(|shown| shown.inner) {
        app.view.menu = None;
    }
}

/// One menu; `asked` opens it without the pointer. Whether it is open.
fn one(app: &App, menu: Menu, asked: bool, ui: &mut Ui, actions: &mut Actions) -> bool {
    let keys = if cfg!(target_os = "macos") {
        String::new()
    } else {
        tr!("Alt+{}", menu.key().name())
    };
    let button = egui::Button::new(menu.label()).right_text(RichText::new(keys).weak());
    let (button, shown) =
        SubMenuButton::from_button(button).ui(ui, |ui| contents(app, menu, ui, actions));
    named(&button, Role::Button, menu.label());
    if asked {
        button.request_focus();
        let id = SubMenu::id_from_widget_id(button.id);
        MenuState::from_ui(ui, |state, _| state.open_item = Some(id));
        MenuState::mark_shown(ui.ctx(), id);
        ui.ctx().request_repaint();
    }
    shown.is_some()
}

/// What one menu holds: as high as it needs where there is room, closer where there is little, and
/// scrolled where there is too little.
fn contents(app: &App, menu: Menu, ui: &mut Ui, actions: &mut Actions) {
    ui.set_min_width(270.0);
    let commands: Vec<(Command, About)> = (Command::all().into_iter())
        .map(|command| (command, command.about()))
        .filter(|(_, about)| about.menu == menu)
        .collect();
    let apart = |at: usize| {
        let above = at.checked_sub(1).and_then(|above| commands.get(above));
        let same_kind = |command: Command| {
            above.is_none_or(|(above, _)| {
                std::mem::discriminant(above) == std::mem::discriminant(&command)
            })
        };
        (commands.get(at)).is_some_and(|(command, about)| about.apart && !same_kind(*command))
    };
    let lines = (0..commands.len()).filter(|at| apart(*at)).count();
    let room = ui.ctx().content_rect().height() - MARGIN;
    let rows = commands.len() + usize::from(menu == Menu::File);
    let row = ((room - lines as f32 * 5.0) / rows as f32).clamp(LEAST_ROW, ROW);
    ui.spacing_mut().interact_size.y = row;
    ui.spacing_mut().button_padding.y = 0.0;
    ui.spacing_mut().item_spacing.y = 0.0;
    egui::ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(room)
        .show(ui, |ui| {
            for (at, (command, about)) in commands.iter().enumerate() {
                if apart(at) {
                    ui.add(egui::Separator::default().spacing(5.0));
                }
                if *command == Command::OpenDocument {
                    recent(app, ui, actions);
                }
                item(app, *command, about, ui, actions);
            }
        });
}

/// The files opened last.
fn recent(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let paths = app.preferences.recent.paths();
    ui.add_enabled_ui(!paths.is_empty(), |ui| {
        ui.menu_button(("".atom_size(TICK), tr!("Open recent")), |ui| {
            for path in paths {
                let name = path.file_name().unwrap_or(path.as_os_str());
                let name = crate::text::shorten(&name.to_string_lossy(), 60);
                let there = app.is_there(path);
                let label = if there {
                    name
                } else {
                    tr!("{name} (missing)"; name)
                };
                let button = ui.add_enabled(there, egui::Button::new(label));
                let whole = path.display().to_string();
                let button = button.on_hover_text(&whole).on_disabled_hover_text(whole);
                if button.clicked() {
                    let path = path.clone();
                    actions.push(move |app, _| app.open_recent(path));
                }
            }
            ui.separator();
            if ui.button(tr!("Forget these")).clicked() {
                actions.push(|app, _| app.preferences.recent.clear());
            }
        });
    });
}

/// One command: a tick where it is on, its name, its keys.
fn item(app: &App, command: Command, about: &About, ui: &mut Ui, actions: &mut Actions) {
    let why_not = about.why_not(app);
    let on = about.on(app);
    let title = about.title(app);
    let tick = if on == Some(true) { "✓" } else { "" };
    let mut button = egui::Button::new((tick.atom_size(TICK), title));
    if let Some(keys) = about.keys.first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(keys));
    }
    let response = ui.add_enabled(why_not.is_none(), button);
    let enabled = response.enabled();
    response.widget_info(|| match on {
        Some(on) => egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, on, about.title(app)),
        None => egui::WidgetInfo::labeled(egui::Role::Button, enabled, about.title(app)),
    });
    if response.clicked() {
        actions.run(command);
    }
    response
        .on_hover_text(about.help)
        .on_disabled_hover_text(why_not.unwrap_or_default());
}
