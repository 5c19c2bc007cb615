//! A draft: its scores and marks follow as it is typed; each mark with its reason and the ways to silence it.

use egui::containers::menu::MenuButton;
use egui::text::LayoutJob;
use egui::{Button, RichText, ScrollArea, TextEdit, TextFormat, Ui};

use super::parts::title;
use super::variants;
use crate::app::draft::typed;
use crate::app::theme::{self, Tokens, semibold};
use crate::app::widgets::labels::{link, named, note, section, wrapped};
use crate::app::widgets::marks::byte_at;
use crate::app::{Actions, App, Page};
use crate::article::Span;
use crate::text::{CodePoints, number, optional, shorten, signed, tr, tr_counted, tr_said};
use crate::workspace::TypedMark;

/// From this width on the marks stand beside the text, in points.
const BESIDE_FROM: f32 = 640.0;
/// The share of the width the text has then.
const TEXT: f32 = 0.6;
/// What the field of the text is known by.
const EDITOR: &str = "the draft";
/// Marks listed.
const LISTED: usize = 80;
/// The most characters whose marks are painted: laying out more with each key would be felt.
const PAINTED: usize = 200_000;

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    title(Page::Write, ui);
    let (width, height) = (ui.available_width(), ui.available_height());
    if width >= BESIDE_FROM {
        ui.horizontal_top(|ui| {
            let text = width * TEXT;
            ui.allocate_ui(egui::vec2(text, height), |ui| {
                ui.vertical(|ui| editor(app, height, ui));
            });
            ui.add_space(8.0);
            ui.vertical(|ui| scrolled(app, ui, actions));
        });
    } else {
        editor(app, height * TEXT, ui);
        scrolled(app, ui, actions);
    }
}

fn scrolled(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    ScrollArea::vertical()
        .id_salt("marks of the draft")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            scores(app, ui);
            variants::show(app, ui);
            marks(app, ui, actions);
            silenced(app, ui, actions);
        });
}

/// The text, its marks painted in it.
fn editor(app: &mut App, height: f32, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let font = theme::reading().resolve(ui.style());
    let painted: Vec<(Span, String, String)> = if app.view.pages.writing.text.len() > PAINTED {
        Vec::new()
    } else {
        let marks = app.view.pages.writing.marks().into_iter();
        marks
            .map(|(span, mark)| (span, mark.words.clone(), said(mark)))
            .collect()
    };
    let mut layout = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
        let text = text.as_str();
        let plain = TextFormat::simple(font.clone(), tokens.text);
        let marked = TextFormat {
            background: tokens.loaded,
            underline: egui::Stroke::new(1.5, tokens.accent),
            ..plain.clone()
        };
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        let mut from = 0;
        for (span, words, _) in &painted {
            // What was typed in this frame may have moved it.
            if span.start < from || text.get(span.start..span.end) != Some(words) {
                continue;
            }
            job.append(
                text.get(from..span.start).unwrap_or_default(),
                0.0,
                plain.clone(),
            );
            job.append(words, 0.0, marked.clone());
            from = span.end;
        }
        job.append(text.get(from..).unwrap_or_default(), 0.0, plain);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let writing = &mut app.view.pages.writing;
    ScrollArea::vertical()
        .id_salt("draft")
        .max_height(height - 8.0)
        .auto_shrink(false)
        .show(ui, |ui| {
            let rows = ((height - 24.0) / ui.text_style_height(&theme::reading())).max(3.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows")]
            let output = TextEdit::multiline(&mut writing.text)
                .id(egui::Id::unique(EDITOR))
                .desired_width(f32::INFINITY)
                .desired_rows(rows as usize)
                .hint_text(tr!("Paste or type a draft. The first line, with an empty line after it, is its headline."))
                .layouter(&mut layout)
                .show(ui);
            let response = &output.response.response;
            named(response, egui::Role::MultilineTextInput, tr!("Draft"));
            if response.changed() {
                writing.typed = Some(ui.input(|input| input.time));
            }
            let hovered = response.hover_pos().and_then(|pos| {
                byte_at(&output.galley, &writing.text, pos - output.galley_pos)
            });
            let under = hovered.and_then(|byte| {
                painted.iter().find(|(span, ..)| span.contains(byte))
            });
            if let Some((_, words, why)) = under {
                let told = format!("“{words}”: {why}");
                response.clone().on_hover_text_at_pointer(told);
            }
        });
}

/// The reason with the rule, as `parallax check` prints them.
fn said(mark: &TypedMark) -> String {
    format!("{} [{}]", tr_said(&mark.reason), mark.rule)
}

/// Tone and sensationalism of the draft as it was checked last.
fn scores(app: &App, ui: &mut Ui) {
    let checked = app.view.pages.writing.checked();
    let tone = optional(checked.tone, |tone| signed(tone, 2));
    let words = tr_counted(checked.words, "scored word");
    wrapped(
        RichText::new(tr!("Tone {tone} · {words}"; tone, words)).family(semibold()),
        ui,
    );
    let headline = match (&checked.headline, &checked.sensationalism) {
        (Some(headline), Some(Ok(score))) => {
            let headline = shorten(headline, 60);
            let score = number(*score, 0);
            tr!("Headline {score} of 100 for sensationalism: “{headline}”"; score, headline)
        }
        (_, Some(Err(why))) => tr!("Headline not scored: {}.", tr_said(why)),
        _ => tr!("No headline: a first line with an empty line after it is one.").to_owned(),
    };
    wrapped(headline, ui);
    note(
        tr!(
            "Tone runs from −1 to +1. Quotations are left alone. A mark is a question to the writer, no verdict."
        ),
        ui,
    );
}

fn marks(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let found = app.view.pages.writing.marks();
    let text = &app.view.pages.writing.text;
    section(tr_counted(found.len(), "mark"), ui);
    if found.is_empty() && !text.trim().is_empty() {
        ui.label(tr!("Nothing is marked."));
    }
    let mut here = None;
    let mut go = None;
    for (span, mark) in found.iter().take(LISTED) {
        ui.add_space(4.0);
        let words = RichText::new(format!("“{}”", shorten(&mark.words, 40))).family(semibold());
        if link(words, ui)
            .on_hover_text(tr!("Show it in the text"))
            .clicked()
        {
            go = Some(*span);
        }
        note(said(mark), ui);
        ui.horizontal_wrapped(|ui| {
            if ways(&typed::words(mark), &mark.words, ui, actions) {
                here = Some((typed::words(mark), mark.line.clone()));
            }
            let menu = Button::new(tr!("Rule ▾")).small();
            let (response, _) = MenuButton::from_button(menu).ui(ui, |ui| {
                note(&mark.rule, ui);
                if ways(&typed::rule(mark), &mark.rule, ui, actions) {
                    here = Some((typed::rule(mark), mark.line.clone()));
                }
            });
            let label = tr!("The rule {}", mark.rule);
            named(&response, egui::Role::Button, &label);
            response.on_hover_text(tr!("Silence everything this rule marks"));
        });
    }
    let more = found.len().saturating_sub(LISTED);
    if more > 0 {
        note(tr!("… and {}", tr_counted(more, "more mark")), ui);
    }
    if let Some(key) = here {
        app.view.pages.writing.here.insert(key);
    }
    if let Some(span) = go {
        select(app, span, ui);
    }
}

/// The ways to silence words or a rule, `what`, which is shown as `label`; true for "not here".
fn ways(what: &str, label: &str, ui: &mut Ui, actions: &mut Actions) -> bool {
    let mut button = |way: &str, help: &str| {
        let response = ui.add(Button::new(way).small());
        named(&response, egui::Role::Button, &format!("{way}: {label}"));
        response.on_hover_text(help).clicked()
    };
    let here = button(
        tr!("Not here"),
        tr!("Not marked at this place while this line stays as it is"),
    );
    let what = what.to_owned();
    if button(
        tr!("Not in this draft"),
        tr!("Not marked in this draft; saved with the document"),
    ) {
        let what = what.clone();
        actions.edit("silence in this draft", move |session| {
            session.silence(&what, true);
        });
    }
    if button(
        tr!("Never"),
        tr!("Not marked in any draft on this computer"),
    ) {
        actions.push(move |app, _| {
            let _ = app.preferences.silenced.insert(what);
        });
    }
    here
}

/// Selects a mark in the text.
fn select(app: &App, span: Span, ui: &Ui) {
    let text = CodePoints::of(&app.view.pages.writing.text);
    let [from, to] = span.code_points(&text);
    let id = egui::Id::unique(EDITOR);
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let cursor = egui::text::CCursor::new;
    let range = egui::text::CCursorRange::two(cursor(from), cursor(to));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// What is not marked, with the way back.
fn silenced(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let draft = &app.session().draft.silenced;
    let always = &app.preferences.silenced;
    let here = &app.view.pages.writing.here;
    if draft.is_empty() && always.is_empty() && here.is_empty() {
        return;
    }
    section(tr!("Not marked"), ui);
    let back = |label: String, ui: &mut Ui| {
        ui.add(Button::new(label).small())
            .on_hover_text(tr!("Mark it again"))
            .clicked()
    };
    ui.horizontal_wrapped(|ui| {
        for (words, line) in here {
            if back(tr!("{words} (here) ×"; words), ui) {
                let key = (words.clone(), line.clone());
                actions.push(move |app, _| {
                    let _ = app.view.pages.writing.here.remove(&key);
                });
            }
        }
        for words in draft {
            if back(tr!("{words} (this draft) ×"; words), ui) {
                let words = words.clone();
                actions.edit("mark again", move |session| session.silence(&words, false));
            }
        }
        for words in always {
            if back(tr!("{words} (always) ×"; words), ui) {
                let words = words.clone();
                actions.push(move |app, _| {
                    let _ = app.preferences.silenced.remove(&words);
                });
            }
        }
    });
}
