//! The source audit: whom each source quotes in all its articles, and what the user says of them. Nothing about
//! anybody is guessed: the columns are empty until somebody fills them.

use egui::{Button, Grid, Response, Role, Ui};

use crate::app::widgets::labels::{entered, line, link, named, note, section, title, wrapped};
use crate::app::widgets::table::{self, Column};
use crate::app::{Actions, App, Command, controls};
use crate::article::Side;
use crate::compare::{MOST_COLUMNS, Quoted, SourceNotes};
use crate::text::{tr, tr_counted};

const COLUMNS: [Column; 6] = [
    Column::text("Speaker", 230.0),
    Column::text("Kind", 96.0).extra(),
    Column::numbers("Quotations", 92.0),
    Column::numbers("Words", 70.0).help("Words between the quotation marks."),
    Column::numbers("Articles", 70.0).help("How many articles quote them."),
    Column::text("Your notes", 240.0).help("What you say of them, below."),
];

/// Places listed of a speaker.
const LISTED: usize = 12;
/// The width of a field, in points.
const WIDTH: f32 = 220.0;

/// Shows whom both sources quote, and a form for the speaker chosen.
pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let Some(sides) = app.workspace.sides().cloned() else {
        return;
    };
    let comparison = app.workspace.comparison().cloned();
    if comparison.is_none() && sides.are_condensed() {
        note(
            tr!("So many articles are open that only those of the article being read are told."),
            ui,
        );
    }
    for side in Side::BOTH {
        let Some(part) = sides.side(side) else {
            continue;
        };
        let of_all = comparison.as_ref().and_then(|done| done.quoted(side));
        let rows = of_all.unwrap_or_else(|| sides.quoted(side));
        section(tr!("Who is quoted in {}: {}", side.label(), part.name), ui);
        if rows.is_empty() {
            ui.label(tr!("Nobody whose name could be found."));
            continue;
        }
        let speakers = tr_counted(rows.len(), "speaker");
        let text = if sides.are_condensed() && of_all.is_none() {
            tr!("{speakers} in the article being read. A row opens what you say of that speaker."; speakers)
        } else {
            let articles = tr_counted(part.articles.len(), "article");
            tr!("{speakers} over {articles}. A row opens what you say of that speaker."; speakers, articles)
        };
        note(text, ui);
        let notes = app.session().source_notes();
        let id = tr!("quoted {}", side.label());
        let opened = table::show(ui, &id, &COLUMNS, rows, None, |row| cells(row, notes));
        if let Some(quoted) = opened {
            let texts = notes.columns().iter();
            let texts = texts.map(|column| notes.of(&quoted.name, column).to_owned());
            app.view.pages.audit.texts = texts.collect();
            app.view.pages.audit.speaker = Some((side, quoted.name.clone()));
        }
        let chosen = app.view.pages.audit.speaker.as_ref();
        let chosen = chosen.filter(|(of, _)| *of == side);
        let quoted = chosen.and_then(|(_, name)| rows.iter().find(|row| row.name == *name));
        if let Some(quoted) = quoted {
            let shown = form(app, quoted, ui, actions);
            if opened.is_some() {
                shown.scroll_to_me(None);
            }
        }
    }
    ui.add_space(6.0);
    controls::button(app, ui, Command::SaveQuoted, actions);
}

fn cells(quoted: &Quoted, notes: &SourceNotes) -> Vec<String> {
    let own = notes
        .columns()
        .iter()
        .map(|column| notes.of(&quoted.name, column));
    let own: Vec<&str> = own.filter(|note| !note.is_empty()).collect();
    vec![
        quoted.name.clone(),
        tr(quoted.kind_label()).to_owned(),
        quoted.quotations.to_string(),
        quoted.words.to_string(),
        quoted.articles.to_string(),
        own.join(" · "),
    ]
}

/// What the user says of one speaker, and where they are quoted.
fn form(app: &mut App, quoted: &Quoted, ui: &mut Ui, actions: &mut Actions) -> Response {
    let columns = app.session().source_notes().columns().to_vec();
    let kept: Vec<String> = (columns.iter())
        .map(|column| {
            app.session()
                .source_notes()
                .of(&quoted.name, column)
                .to_owned()
        })
        .collect();
    let mut draft = std::mem::take(&mut app.view.pages.audit);
    // Columns may have come or gone, by undo for instance.
    draft.texts.resize(columns.len(), String::new());
    let shown = ui.group(|ui| {
        title(&quoted.name, ui);
        Grid::new("notes on a speaker")
            // The last of a known number of columns has the room that is left.
            .num_columns(2)
            .show(ui, |ui| {
                for ((column, text), kept) in columns.iter().zip(&mut draft.texts).zip(kept) {
                    let name = ui.label(column);
                    ui.horizontal(|ui| {
                        let response = line(&name, text, WIDTH, ui);
                        if !response.has_focus() && !response.lost_focus() {
                            *text = kept;
                        } else if response.lost_focus() && *text != kept {
                            let (name, column, text) =
                                (quoted.name.clone(), column.clone(), text.clone());
                            actions.edit("note on a speaker", move |session| {
                                session.note_sources(|notes| notes.set(&name, &column, &text));
                            });
                        }
                        remove(column, ui, actions);
                    });
                    ui.end_row();
                }
                if columns.len() < MOST_COLUMNS {
                    let name = ui.label(tr!("New column"));
                    ui.horizontal(|ui| {
                        let response = line(&name, &mut draft.column, WIDTH, ui);
                        let enter = entered(&response, ui);
                        if ui.button(tr!("Add column")).clicked() || enter {
                            let column = std::mem::take(&mut draft.column);
                            actions.edit("add a column", move |session| {
                                session.note_sources(|notes| notes.add_column(&column));
                            });
                        }
                    });
                    ui.end_row();
                }
            });
        wrapped(tr!("Quoted in"), ui);
        for place in quoted.places.iter().take(LISTED) {
            let block = place.block_index().unwrap_or_default();
            let article = app.session().source(place.side);
            let article = article.and_then(|source| source.articles.get(place.article));
            let text = article.and_then(|article| article.blocks.get(block));
            let text = text.map_or("", |block| &block.text);
            if link(crate::text::shorten(text, 110), ui).clicked() {
                actions.go_to(*place);
            }
        }
        let more = quoted.places.len().saturating_sub(LISTED);
        if more > 0 {
            note(tr!("… and {}", tr_counted(more, "more paragraph")), ui);
        }
    });
    app.view.pages.audit = draft;
    shown.response
}

/// The button that takes a column from every speaker.
fn remove(column: &str, ui: &mut Ui, actions: &mut Actions) {
    let button = ui.add(Button::new("×").small());
    let name = tr!("Remove the column {column}"; column);
    named(&button, Role::Button, &name);
    let button = button.on_hover_text(tr!("Remove this column from every speaker"));
    if button.clicked() {
        let column = column.to_owned();
        actions.edit("remove a column", move |session| {
            session.note_sources(|notes| notes.remove_column(&column));
        });
    }
}
