//! What is said above the pages while only the first articles of large files are on show.

use egui::Ui;

use crate::app::App;
use crate::app::theme::Tokens;
use crate::article::Side;
use crate::text::{tr, tr_counted};

/// Says that the rest is still being read, and how much of it is there.
pub(in crate::app) fn show(app: &App, ui: &mut Ui) {
    let looked = Side::BOTH.into_iter().zip(&app.looked);
    let Some((side, _)) = looked.into_iter().find(|(_, looked)| looked.is_some()) else {
        return;
    };
    let sources = app.session().sources().iter();
    let shown: usize = sources.map(|source| source.articles.len()).sum();
    let read = app
        .reading(side)
        .map_or(0, |reading| reading.progress.found());
    let read = if read > 0 {
        tr!("{} are read so far", tr_counted(read, "article"))
    } else {
        tr!("the file is being looked through").to_owned()
    };
    egui::Panel::top("first look").show(ui, |ui| {
        let tokens = Tokens::of(ui);
        let said = tr!(
            "▲ Everything here is of the first {} only: {read}. All of them take their place by themselves.",
            tr_counted(shown, "article"); read);
        ui.add(egui::Label::new(egui::RichText::new(said).color(tokens.text)).wrap());
    });
}
