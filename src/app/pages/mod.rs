//! The pages of the window: what stands in the middle, above the chart and beside the evidence.

mod articles;
mod compare;
mod headlines;
mod methods;
mod people;
mod settings;
mod words;

use egui::{Key, RichText, Ui};

pub(super) use methods::facts;

use super::theme::{Tokens, semibold};
use super::widgets::focus_ring;
use super::{Action, App, Command, panels, reader};
use crate::text;

/// A page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// The two texts side by side.
    #[default]
    Read,
    /// Which measures differ and how sure that is.
    Compare,
    /// The words behind the difference in tone, and what each source talks about.
    Words,
    /// Whom each source names, and how.
    People,
    /// Every headline with its score.
    Headlines,
    /// Every source and article.
    Articles,
    /// How everything is measured.
    Methods,
    /// Everything that can be set.
    Settings,
}

impl Page {
    /// Every page, in the order of the tabs.
    pub(super) const ALL: [Self; 8] = [
        Self::Read,
        Self::Compare,
        Self::Words,
        Self::People,
        Self::Headlines,
        Self::Articles,
        Self::Methods,
        Self::Settings,
    ];

    /// What its tab says.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Read => "Read",
            Self::Compare => "Compare",
            Self::Words => "Words",
            Self::People => "People",
            Self::Headlines => "Headlines",
            Self::Articles => "Articles",
            Self::Methods => "Methods",
            Self::Settings => "Settings",
        }
    }

    /// What it shows.
    pub(super) const fn help(self) -> &'static str {
        match self {
            Self::Read => "The two texts side by side, with what is marked in them.",
            Self::Compare => "Which measures differ and how sure that is, and whether it holds.",
            Self::Words => {
                "The words behind the difference in tone, and what each source talks about."
            }
            Self::People => "The people, places and bodies each source names, and how.",
            Self::Headlines => "Every headline with its sensationalism and the cues behind it.",
            Self::Articles => "Every open source and its articles: choose, rename, order, close.",
            Self::Methods => "What every measure is, how it is computed and what it cannot do.",
            Self::Settings => "Everything that can be set, what it means and what it does.",
        }
    }

    /// The key that shows it together with Ctrl.
    pub(super) const fn key(self) -> Key {
        match self {
            Self::Read => Key::Num1,
            Self::Compare => Key::Num2,
            Self::Words => Key::Num3,
            Self::People => Key::Num4,
            Self::Headlines => Key::Num5,
            Self::Articles => Key::Num6,
            Self::Methods => Key::Num7,
            Self::Settings => Key::Num8,
        }
    }
}

/// What the pages remember while the window is open.
#[derive(Debug, Default)]
pub(super) struct State {
    /// The word typed on the page of words.
    word: String,
    /// What the methods are filtered by.
    methods: String,
    /// How the headlines are sorted.
    headlines: super::widgets::table::Sort,
    /// How the articles of each side are sorted.
    articles: [super::widgets::table::Sort; 2],
    /// A word about to be excluded.
    exclude: String,
}

/// The tabs, above everything else that is shown of the sources.
pub(super) fn tabs(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) {
    let frame = egui::Frame::side_top_panel(ui.style()).inner_margin(egui::Margin::symmetric(8, 3));
    egui::Panel::top("pages").frame(frame).show(ui, |ui| {
        let wide = ui.available_width();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for page in Page::ALL {
                tab(app, page, ui, actions);
            }
            if wide < 820.0 {
                return; // They are in the menu.
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                for command in [Command::ToggleEvidence, Command::ToggleChart] {
                    panels::button(app, ui, command, actions);
                }
            });
        });
    });
}

fn tab(app: &App, page: Page, ui: &mut Ui, actions: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    let command = Command::ShowPage(page);
    let on = app.view.page == page;
    let text = RichText::new(page.label()).color(if on { tokens.text } else { tokens.weak });
    let text = if on { text.family(semibold()) } else { text };
    let response = ui.add(egui::Button::new(text).frame(false));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, on, page.label()));
    if on {
        let line = response.rect;
        let stroke = egui::Stroke::new(2.5, tokens.accent);
        ui.painter().hline(line.x_range(), line.max.y + 1.0, stroke);
    }
    focus_ring(ui, &response);
    if response.clicked() {
        actions.push(Action::Run(command));
    }
    let keys = command
        .shortcut()
        .map(|keys| ui.ctx().format_shortcut(&keys));
    response.on_hover_text(format!("{} ({})", page.help(), keys.unwrap_or_default()));
}

/// The page chosen, in what room is left.
pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    let frame = egui::Frame::new().fill(tokens.paper);
    let page = app.view.page;
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        if page == Page::Read {
            reader::show(app, ui, actions);
            return;
        }
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(20, 12))
            .show(ui, |ui| match page {
                Page::Read => {}
                Page::Headlines => headlines::show(app, ui, actions),
                Page::Articles => articles::show(app, ui, actions),
                Page::Compare => scrolled(ui, page, |ui| compare::show(app, ui, actions)),
                Page::Words => scrolled(ui, page, |ui| words::show(app, ui, actions)),
                Page::People => scrolled(ui, page, |ui| people::show(app, ui, actions)),
                Page::Methods => scrolled(ui, page, |ui| methods::show(app, ui)),
                Page::Settings => scrolled(ui, page, |ui| settings::show(app, ui, actions)),
            });
    });
}

fn scrolled(ui: &mut Ui, page: Page, contents: impl FnOnce(&mut Ui)) {
    egui::ScrollArea::vertical()
        .id_salt(page.label())
        .auto_shrink(false)
        .show(ui, |ui| {
            contents(ui);
            ui.add_space(16.0);
        });
}

/// The title of a page and what it shows.
fn title(page: Page, ui: &mut Ui) {
    ui.label(RichText::new(page.label()).heading());
    ui.label(RichText::new(page.help()).weak());
    ui.add_space(8.0);
}

/// The title of a part of a page.
fn section(text: &str, ui: &mut Ui) {
    ui.add_space(14.0);
    ui.label(RichText::new(text).family(semibold()).size(16.0));
}

/// An explanation.
fn note(text: impl Into<String>, ui: &mut Ui) {
    ui.add(egui::Label::new(RichText::new(text).small().weak()).wrap());
}

/// The comparison, or in its place what is missing for it.
fn comparison(
    app: &App,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) -> Option<std::sync::Arc<crate::compare::Comparison>> {
    let done = app.comparing.done().cloned();
    if done.is_none() && !progress(app, ui, actions) {
        ui.label("Open an article on each side to compare the two.");
    }
    done
}

/// How far comparing is, with a way to stop it and to begin again; false where there is nothing to
/// compare.
pub(super) fn progress(app: &App, ui: &mut Ui, actions: &mut Vec<Action>) -> bool {
    if app.comparing.is_stopped() {
        ui.label("Comparing was stopped.");
        if ui.button("Compare again").clicked() {
            actions.push(Action::CompareAgain);
        }
        return true;
    }
    let Some(fraction) = app.comparing.fraction() else {
        return false;
    };
    ui.horizontal(|ui| {
        ui.label("Comparing…");
        ui.add(egui::ProgressBar::new(fraction).desired_width(160.0));
        if ui.small_button("Stop").clicked() {
            actions.push(Action::StopComparing);
        }
    });
    true
}

/// A number that may be missing.
pub(super) fn number(value: Option<f64>, digits: usize) -> String {
    text::optional(value, |value| text::number(value, digits))
}

/// The same with its sign.
fn signed(value: Option<f64>, digits: usize) -> String {
    text::optional(value, |value| text::signed(value, digits))
}

/// An interval; a dash where there is none.
fn interval(interval: Option<crate::stats::Interval>, digits: usize) -> String {
    let end = |value| text::signed(value, digits);
    text::optional(interval, |ends| text::range(ends.low, ends.high, end))
}
