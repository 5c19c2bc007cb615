//! The second reader in the window: when it is asked, the line that says how far it agrees, and the words of
//! one sentence as it reads them.

use std::time::Duration;

use egui::{Align, Button, Label, Layout, RichText, Ui};

use crate::score::second::{SecondReader, Shares};
use crate::text::{tr, tr_counted, tr_said};
use crate::workspace::{Asking, Second};

use crate::app::jobs::Event;
use crate::app::second::shares::{Asked, Words};
use crate::app::{Actions, App};

/// How many sentences a second it reads, at the least: what is said before anything is known.
const A_SECOND: usize = 150;

impl App {
    /// When the second reader is asked, as the user chose.
    pub(in crate::app) fn ask_second(&mut self) {
        let started = self.workspace.ask_second(self.preferences.second_reader);
        self.say_if_not(started);
    }

    /// Asks it from now on, or not any more.
    pub(in crate::app) fn toggle_second(&mut self) {
        self.preferences.second_reader = match self.preferences.second_reader {
            Asking::Never => Asking::Little,
            Asking::Little | Asking::Always => Asking::Never,
        };
        self.ask_second();
    }

    /// Says once where it cannot be asked.
    pub(in crate::app) fn watch_second(&mut self) {
        if let Second::Missing(fault) = self.workspace.second()
            && !std::mem::replace(&mut self.view.told_missing, true)
        {
            let text = tr!("There is no second opinion on the scores: {fault}."; fault);
            self.messages.info(text);
        }
    }

    /// Asks for the shares of the words of a text.
    pub(in crate::app) fn ask_words(&mut self, text: String, asked: Asked) {
        self.view.words = Words::soon(text.clone());
        self.jobs.start("second reader", move |events| {
            let shares = SecondReader::shipped().ok().and_then(|reader| match asked {
                Asked::Sentence => reader.sentence(&text).map(|read| read.shares),
                Asked::Headline => reader.headline(&text).map(|read| read.shares),
            });
            events.emit(Event::Words(text, shares));
        });
    }

    /// Takes them in.
    pub(in crate::app) fn on_words(&mut self, text: &str, shares: Option<Shares>) {
        self.view.words.take(text, shares);
    }
}

/// The height of the line, in points: that of its button.
const LINE: f32 = 22.0;

/// One line: how far the second reader agrees, that it reads, or the way to ask it. It has its room before anything
/// is known, so that nothing moves. How far it is stands at the bottom of the window, as of all work.
pub(in crate::app) fn line(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let state = *app.workspace.second();
    if matches!(state, Second::Off | Second::Missing(_)) {
        return;
    }
    let room = egui::vec2(ui.available_width(), LINE);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_height(LINE);
        match state {
            Second::Off | Second::Missing(_) => {}
            Second::Soon => say(tr!("Second reader: not asked yet."), ui),
            Second::Reading => say(tr!("The second reader is reading…"), ui),
            Second::Waiting {
                articles,
                sentences,
            } => {
                let time = told(Duration::from_secs((sentences / A_SECOND) as u64));
                let ask = RichText::new(tr!("Ask it ({time})"; time)).small();
                if ui.add(Button::new(ask)).clicked() {
                    actions.push(|app, _| {
                        let started = app.workspace.read_all();
                        app.say_if_not(started);
                    });
                }
                say(
                    tr!(
                        "The second reader has not read {} in {}.",
                        tr_counted(sentences, "sentence"),
                        tr_counted(articles, "article")
                    ),
                    ui,
                );
            }
            Second::Done => say(agreeing(app), ui),
        }
    });
}

/// A quiet text on one line; pointing at it shows all of it.
fn say(text: impl Into<String>, ui: &mut Ui) {
    let text = text.into();
    let label = Label::new(RichText::new(&text).small().weak()).truncate();
    ui.add(label).on_hover_text(text);
}

/// "about 20 s", "about 3 min".
pub(in crate::app) fn told(time: Duration) -> String {
    match time.as_secs() {
        0..=4 => tr!("a few seconds").to_owned(),
        seconds @ 5..=99 => tr!("about {} s", seconds.next_multiple_of(5)),
        seconds => tr!("about {} min", seconds.div_ceil(60)),
    }
}

/// On how many sentences it agrees.
fn agreeing(app: &App) -> String {
    let agreeing = app.workspace.sides().and_then(|sides| sides.agreeing());
    agreeing.map_or_else(String::new, |agreeing| tr_said(&agreeing.sentence()))
}
