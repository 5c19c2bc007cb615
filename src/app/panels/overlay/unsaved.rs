//! Windows about unsaved work: what would be lost on leaving, and what a program that ended left behind.

use egui::{RichText, ScrollArea, Ui};

use super::frame::{Next, foot, title};
use crate::app::theme::semibold;
use crate::app::{Actions, App};
use crate::session::Session;
use crate::session::recovery::{Orphan, Recovered};
use crate::text::{date, list, tr, tr_counted};

/// How much of the list of copies is seen at once, in points.
const HEIGHT: f32 = 380.0;
/// Sources of a session that are named.
const NAMED: usize = 4;

pub(super) fn leaving(app: &App, ui: &mut Ui, actions: &mut Actions) -> Next {
    title(tr!("Save before closing?"), ui);
    let session = app.session();
    ui.label(match app.document_name() {
        Some(name) => tr!("What changed since {name} was saved last would be lost:"; name),
        None => tr!("This is in no document and would be lost:").to_owned(),
    });
    ui.add_space(4.0);
    ui.label(format!("• {}", sources(session)));
    for phrase in session.work().phrases() {
        ui.label(format!("• {phrase}"));
    }
    ui.add_space(10.0);
    let mut next = Next::Stay;
    ui.horizontal(|ui| {
        if ui.button(tr!("Save…")).clicked() {
            actions.push(App::save_and_leave);
            next = Next::Close;
        }
        if ui.button(tr!("Close without saving")).clicked() {
            actions.push(App::leave);
            next = Next::Close;
        }
        if ui.button(tr!("Cancel")).clicked() {
            next = Next::Close;
        }
    });
    next
}

pub(super) fn recover(copies: &mut Vec<Orphan>, ui: &mut Ui, actions: &mut Actions) -> Next {
    title(tr!("Open work that was not saved?"), ui);
    ui.label(tr!(
        "Parallax did not close properly. What was not saved is kept until you open or discard it. \
         Opening takes the place of what is open now; undo brings that back."
    ));
    ui.add_space(6.0);
    let mut next = Next::Stay;
    let mut done = None;
    ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
        for (at, copy) in copies.iter().enumerate() {
            ui.separator();
            ui.push_id(at, |ui| match row(copy, ui, actions) {
                Some(Answer::Opened) => next = Next::Close,
                Some(Answer::Settled) => done = Some(at),
                None => {}
            });
        }
    });
    if let Some(at) = done {
        copies.remove(at);
    }
    let left = copies.len() > 1 && foot(ui, None, tr!("Keep all for later")).1;
    Next::close_if(next == Next::Close || left || copies.is_empty())
}

/// What was said about one copy.
enum Answer {
    /// It is on show.
    Opened,
    /// It is kept or gone: nothing more to be said here.
    Settled,
}

fn row(copy: &Orphan, ui: &mut Ui, actions: &mut Actions) -> Option<Answer> {
    match &copy.content {
        Ok(content) => {
            ui.label(RichText::new(name(content)).family(semibold()));
            ui.label(RichText::new(tr!("Kept on {}", moment(&content.saved))).weak());
            let session = &content.opened.session;
            let what = [sources(session)]
                .into_iter()
                .chain(session.work().phrases());
            for phrase in what {
                ui.label(format!("• {phrase}"));
            }
        }
        Err(why) => {
            ui.label(RichText::new(tr!("{} cannot be read", copy.name())).family(semibold()));
            ui.label(tr!("{why}. It stands at {}.", copy.path.display(); why));
        }
    }
    let mut answer = None;
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        if let Ok(content) = &copy.content
            && ui.button(tr!("Open")).clicked()
        {
            let (path, content) = (copy.path.clone(), (**content).clone());
            actions.push(move |app, _| app.recover(&path, content));
            answer = Some(Answer::Opened);
        }
        if ui.button(tr!("Keep for later")).clicked() {
            answer = Some(Answer::Settled);
        }
        if ui.button(tr!("Discard")).clicked() {
            let path = copy.path.clone();
            actions.push(move |app, _| app.discard_copy(path));
            answer = Some(Answer::Settled);
        }
    });
    ui.add_space(4.0);
    answer
}

/// A moment as people write it: "27 November 2026 at 09:54 UTC".
fn moment(iso: &str) -> String {
    let time = iso.split_once('T').and_then(|(_, time)| time.get(..5));
    time.map_or_else(
        || date(iso),
        |time| tr!("{} at {time} UTC", date(iso); time),
    )
}

/// What a copy is of.
fn name(content: &Recovered) -> String {
    let file = content
        .document
        .as_ref()
        .and_then(|(path, _)| path.file_name());
    file.map_or_else(
        || tr!("Work that was in no document").to_owned(),
        |file| file.to_string_lossy().into_owned(),
    )
}

/// The sources of a session with their articles: "2 sources: The Ledger (3 articles) and The Star (1
/// article)".
fn sources(session: &Session) -> String {
    let all = session.sources();
    let mut names: Vec<String> = (all.iter().take(NAMED))
        .map(|source| {
            let articles = tr_counted(source.articles.len(), "article");
            format!("{} ({articles})", source.name)
        })
        .collect();
    if all.len() > NAMED {
        names.push(tr!("{} more", all.len() - NAMED));
    }
    format!("{}: {}", tr_counted(all.len(), "source"), list(&names))
}
