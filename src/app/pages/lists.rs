//! The user's own word lists: which there are, which of their categories count, and the way out.

use egui::{Button, Role, Ui};

use super::list_form;
use crate::app::lists::typed::{self, ListDraft};
use crate::app::widgets::labels::{named, note, section, title, wrapped};
use crate::app::{Actions, App, Command, controls};
use crate::score::lists::OwnLists;
use crate::text::{tr, tr_counted};

/// Categories of a list that are shown.
const SHOWN: usize = 120;
/// Characters of a hash that tell two versions of a list apart at a glance.
const HASH: usize = 12;

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    section(tr!("Your own word lists"), ui);
    note(
        tr!(
            "Each category of a list is a measure on Compare, and Write marks its words. A list has one word or phrase a \
         line, or is a table with the columns word, category, value and note, JSON, or a LIWC dictionary (.dic); * \
         stands for any letters. Entries of a category called “tone” that have a value, −4 to +4, give their words \
         that tone instead of the lexicon’s. Lists are saved with the document and named in every file."
        ),
        ui,
    );
    let lists = app.session().lists.clone();
    for at in 0..lists.lists().len() {
        if list(&lists, at, ui, actions) {
            app.view.pages.list_draft = lists.lists().get(at).map(ListDraft::of);
        }
    }
    ui.add_space(4.0);
    list_form::show(app, ui, actions);
    ui.horizontal(|ui| {
        controls::button(app, ui, Command::OpenList, actions);
        if app.view.pages.list_draft.is_none() && ui.button(tr!("Write a list")).clicked() {
            app.view.pages.list_draft = Some(ListDraft::default());
        }
    });
}

/// Shows a list; true if it is to be changed.
fn list(lists: &OwnLists, at: usize, ui: &mut Ui, actions: &mut Actions) -> bool {
    let Some(list) = lists.lists().get(at) else {
        return false;
    };
    let mut change = false;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        title(&list.name, ui);
        if list.entries.len() <= typed::MOST {
            let edit = ui.add(Button::new(tr!("Edit")).small());
            named(
                &edit,
                Role::Button,
                &tr!("Edit the word list {}", list.name),
            );
            change = edit
                .on_hover_text(tr!("Change its entries here; the file stays as it is"))
                .clicked();
        }
        let remove = ui.add(Button::new("×").small());
        named(
            &remove,
            Role::Button,
            &tr!("Remove the word list {}", list.name),
        );
        if remove
            .on_hover_text(tr!("Remove this list; the file stays as it is"))
            .clicked()
        {
            let name = list.name.clone();
            actions.edit("removal of a word list", move |session| {
                session.lists = session.lists.without(&name);
            });
        }
    });
    let categories = lists.categories(at).count();
    let hash: String = list.sha256.chars().take(HASH).collect();
    let about = tr!(
        "{}, {} · SHA-256 {hash}…",
        tr_counted(list.entries.len(), "entry"),
        tr_counted(categories, "category"); hash);
    note(about, ui);
    ui.horizontal_wrapped(|ui| {
        for (category, count) in lists.categories(at).take(SHOWN) {
            let mut on = lists.is_on(at, category);
            let label = format!("{category} ({count})");
            if ui.checkbox(&mut on, label).changed() {
                let category = category.to_owned();
                actions.edit("category of a word list", move |session| {
                    session.lists.set_on(at, &category, on);
                });
            }
        }
    });
    if categories > SHOWN {
        let more = tr_counted(categories - SHOWN, "more category");
        wrapped(tr!("… and {more}, all switched on."; more), ui);
    }
    change
}
