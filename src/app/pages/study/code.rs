//! Coding: one unit at a time, source and scores hidden, by keyboard alone.

use egui::{Button, Event, Key, Modifiers, ProgressBar, RichText, ScrollArea, TextEdit, Ui};

use crate::app::theme::{self, Tokens, semibold};
use crate::app::widgets::labels::{note, wrapped};
use crate::app::{Actions, App, Command};
use crate::study::{Coder, Study, Unit, Variable};
use crate::text::{number, tr};

/// The widest a text is set, in points: longer lines are hard to follow.
const WIDEST: f32 = 720.0;
/// The steps of a coder, as undo knows them.
const STEPS: [&str; 4] = ["code", "comment", "turn", "mark"];
/// The share of the height that a text may take before it scrolls.
const TEXT: f32 = 0.5;

pub(super) fn show(app: &mut App, study: &Study, coder: usize, ui: &mut Ui, actions: &mut Actions) {
    let Some(who) = study.coders.get(coder) else {
        return;
    };
    read_keys(app, study, coder, ui, actions);
    head(app, study, coder, who, ui, actions);
    let Some((unit, first)) = study.current(coder) else {
        ui.add_space(24.0);
        ui.label(RichText::new(tr!("All is coded. Thank you.")).heading());
        note(
            if study.is_class() {
                tr!(
                    "Go back with ← to look again, or leave with Esc to see it beside the class and Parallax."
                )
            } else {
                tr!(
                    "Go back with ← to look again, or leave with Esc: agreement is told once two coders are done."
                )
            },
            ui,
        );
        if ui.button(tr!("Done (Esc)")).clicked() {
            actions.push(|app, _| app.pause_coding());
        }
        return;
    };
    let width = ui.available_width().min(WIDEST);
    let height = ui.available_height() * TEXT;
    ui.scope(|ui| {
        ui.set_max_width(width);
        text(who, unit, height, ui);
        let open = open_question(app, study, unit, first);
        // Many questions of many values scroll in a small window; the text stays.
        ScrollArea::vertical().id_salt("questions").show(ui, |ui| {
            for (at, variable) in study.asked(unit) {
                question(study, coder, unit, (at, variable), at == open, ui, actions);
            }
            remarks(app, who, unit, coder, ui, actions);
        });
    });
}

/// The question that a key answers, by its position in the codebook: the one chosen, else the first without an answer.
fn open_question(app: &App, study: &Study, unit: &Unit, first: &Variable) -> usize {
    let chosen = app.view.pages.study.question;
    let mut asked = study.asked(unit);
    let chosen = chosen.filter(|chosen| asked.clone().any(|(at, _)| at == *chosen));
    let mut open = || asked.find(|(_, one)| one.name == first.name);
    chosen.or_else(|| Some(open()?.0)).unwrap_or_default()
}

fn head(app: &App, study: &Study, coder: usize, who: &Coder, ui: &mut Ui, actions: &mut Actions) {
    let (done, all) = (study.done(coder), study.units.len());
    ui.horizontal_wrapped(|ui| {
        let at = (who.at + 1).min(all);
        ui.label(RichText::new(tr!("{} · {at} of {all}", who.name; at, all)).family(semibold()));
        let share = done as f32 / all.max(1) as f32;
        ui.add(
            ProgressBar::new(share)
                .desired_width(200.0)
                .desired_height(8.0)
                .fill(Tokens::of(ui).accent),
        );
        ui.label(tr!("{done} coded"; done));
        if let Some((began, before)) = app.view.pages.study.began
            && done > before + 2
            && done < all
        {
            let seconds = ui.input(|input| input.time) - began;
            let each = seconds / (done - before) as f64;
            let left = each * (all - done) as f64 / 60.0;
            ui.label(
                RichText::new(tr!(
                    "{} s each, about {} left",
                    number(each, 0),
                    minutes(left)
                ))
                .weak(),
            );
        }
        if ui.button(tr!("Pause (Esc)")).clicked() {
            actions.push(|app, _| app.pause_coding());
        }
    });
    ui.add_space(10.0);
}

/// Minutes that are left, in words.
fn minutes(left: f64) -> String {
    match left.ceil() {
        left if left <= 1.0 => tr!("1 minute").to_owned(),
        left => tr!("{} minutes", number(left, 0)),
    }
}

/// The unit, and the paragraphs beside it where they were asked for.
fn text(who: &Coder, unit: &Unit, height: f32, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let reading = theme::reading();
    ScrollArea::vertical()
        .id_salt(("unit", &unit.id))
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            let beside = |text: &str, ui: &mut Ui| {
                if who.looked.contains(&unit.id) && !text.is_empty() {
                    wrapped(RichText::new(text).weak(), ui);
                    ui.add_space(6.0);
                }
            };
            beside(&unit.before, ui);
            if unit.text.is_empty() {
                wrapped(tr!("The text of this unit is not here: open its article, then the coding file again."), ui);
            }
            wrapped(
                RichText::new(&unit.text)
                    .text_style(reading)
                    .color(tokens.text),
                ui,
            );
            ui.add_space(6.0);
            beside(&unit.after, ui);
        });
    ui.add_space(8.0);
}

fn question(
    study: &Study,
    coder: usize,
    unit: &Unit,
    (at, variable): (usize, &Variable),
    is_open: bool,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let said = study
        .coders
        .get(coder)
        .and_then(|coder| coder.answers.get(&unit.id));
    let said = said.and_then(|said| said.get(&variable.name));
    let asked = RichText::new(&variable.question);
    wrapped(
        if is_open {
            asked.family(semibold())
        } else {
            asked.weak()
        },
        ui,
    )
    .on_hover_text(&variable.definition);
    ui.horizontal_wrapped(|ui| {
        for value in variable.answers() {
            let tokens = Tokens::of(ui);
            let label = format!("{}  {}", value.key, value.label);
            let button = if said == Some(&value.value) {
                Button::new(RichText::new(label).color(tokens.paper)).fill(tokens.accent)
            } else {
                Button::new(label)
            };
            if ui.add(button.min_size(egui::vec2(90.0, 28.0))).clicked() {
                actions.push(move |app, _| app.answer(coder, at, value.key));
            }
        }
    });
    ui.add_space(6.0);
}

fn remarks(
    app: &mut App,
    who: &Coder,
    unit: &Unit,
    coder: usize,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    if let Some(comment) = &mut app.view.pages.study.comment {
        let label = ui.label(tr!("Comment"));
        let field = ui
            .add(TextEdit::singleline(comment).desired_width(f32::INFINITY))
            .labelled_by(label.id);
        if field.lost_focus() {
            let (id, text) = (unit.id.clone(), comment.trim().to_owned());
            actions.push(move |app, _| {
                app.view.pages.study.comment = None;
                app.edit_study("comment", move |study| {
                    if let Some(coder) = study.coder_mut(coder) {
                        coder.remark(&id, &text);
                    }
                });
            });
        } else if !field.has_focus() {
            field.request_focus();
        }
    } else if let Some(comment) = who.comments.get(&unit.id) {
        wrapped(tr!("Comment: {comment}"; comment), ui);
    }
    if who.flags.contains(&unit.id) {
        ui.label(RichText::new(tr!("This one is flagged.")).family(semibold()));
    }
    ui.add_space(4.0);
    note(
        tr!(
            "← back · → next · U undo · C comment · F flag · X paragraphs beside (noted) · ↑ ↓ question · Esc pause"
        ),
        ui,
    );
}

impl App {
    /// Takes an answer, as a key gives it.
    pub(in crate::app) fn answer(&mut self, coder: usize, question: usize, key: char) {
        self.view.pages.study.question = None;
        self.edit_study("code", move |study| {
            study.press(coder, question, key);
        });
    }
}

/// What a coder can do beside answering.
fn read_keys(app: &mut App, study: &Study, coder: usize, ui: &mut Ui, actions: &mut Actions) {
    if !app.is_coding() || ui.ctx().egui_wants_keyboard_input() {
        return;
    }
    let pressed: Vec<(Key, Option<Key>)> = ui.input(|input| {
        let presses = input.events.iter().filter_map(|event| match event {
            Event::Key {
                key,
                physical_key,
                pressed: true,
                repeat: false,
                modifiers,
            } if !modifiers.command && !modifiers.alt => Some((*key, *physical_key)),
            _ => None,
        });
        presses.collect()
    });
    for (key, physical) in pressed {
        let chosen = app.view.pages.study.question;
        let written = |key: Key| match key {
            Key::Questionmark | Key::Slash => Some('?'),
            key => match key.name().chars().collect::<Vec<_>>().as_slice() {
                [only] => Some(*only),
                _ => None,
            },
        };
        let known = |letter: &char| {
            let mut variables = study.codebook.variables.iter();
            variables.any(|variable| {
                let answers = variable.answers();
                answers
                    .iter()
                    .any(|value| value.key.eq_ignore_ascii_case(letter))
            })
        };
        // Some keyboards write digits with Shift only: the key in their place counts.
        let letter = written(key).filter(known);
        let letter = letter.or_else(|| physical.and_then(written).filter(known));
        if let Some(letter) = letter {
            // Several keys in one frame answer one question after the other.
            actions.push(move |app, _| {
                let study = app.session().study.clone();
                if let Some((study, current)) =
                    study.as_ref().and_then(|s| Some((s, s.current(coder)?)))
                {
                    let open = study
                        .codebook
                        .variables
                        .iter()
                        .position(|one| one.name == current.1.name);
                    let question = chosen.or(open).unwrap_or_default();
                    app.answer(coder, question, letter);
                }
            });
            continue;
        }
        match key {
            Key::ArrowLeft | Key::Backspace => actions.push(move |app, _| app.turn(coder, true)),
            Key::ArrowRight | Key::Enter => actions.push(move |app, _| app.turn(coder, false)),
            Key::ArrowDown | Key::ArrowUp => {
                let Some((unit, first)) = study.current(coder) else {
                    continue;
                };
                let asked: Vec<usize> = study.asked(unit).map(|(at, _)| at).collect();
                let open = open_question(app, study, unit, first);
                let now = asked.iter().position(|at| *at == open).unwrap_or_default();
                let step = match key {
                    Key::ArrowDown => 1,
                    _ => asked.len().saturating_sub(1),
                };
                let next = asked.get((now + step) % asked.len().max(1));
                app.view.pages.study.question = next.copied();
            }
            // Back to where coding began, not to before it.
            Key::U => actions.push(|app, ctx| {
                if app.undo_label().is_some_and(|label| STEPS.contains(&label)) {
                    Command::Undo.run(app, ctx);
                }
            }),
            Key::Escape => actions.push(|app, _| app.pause_coding()),
            Key::C => {
                let comment = study
                    .current(coder)
                    .and_then(|(unit, _)| study.coders.get(coder)?.comments.get(&unit.id).cloned());
                app.view.pages.study.comment = Some(comment.unwrap_or_default());
                ui.input_mut(|input| {
                    input.consume_key(Modifiers::NONE, Key::C);
                    input
                        .events
                        .retain(|event| !matches!(event, Event::Text(_)));
                });
            }
            Key::F => actions.push(move |app, _| app.mark(coder, false)),
            Key::X => actions.push(move |app, _| app.mark(coder, true)),
            _ => {}
        }
    }
}

impl App {
    /// Goes to the unit before or after.
    fn turn(&mut self, coder: usize, back: bool) {
        self.view.pages.study.question = None;
        self.edit_study("turn", move |study| study.go(coder, back));
    }

    /// Flags the unit or takes the flag back; or notes that the paragraphs beside it were looked at.
    fn mark(&mut self, coder: usize, looked: bool) {
        self.edit_study("mark", move |study| {
            let Some(id) = study.current(coder).map(|(unit, _)| unit.id.clone()) else {
                return;
            };
            let Some(coder) = study.coder_mut(coder) else {
                return;
            };
            if looked {
                coder.look(&id);
            } else {
                coder.flag(&id);
            }
        });
    }
}
