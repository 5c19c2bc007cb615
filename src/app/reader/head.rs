//! The top of a column: which source it is, which of its articles is read, and the tone strip.

use egui::{Align, Layout, RichText, Role, Ui};

use crate::article::{Article, Side};
use crate::text::{counted, shorten};

use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::named;
use crate::app::{Actions, App, Command, controls};

/// Warnings shown at once; pointing at one shows all.
const WARNINGS: usize = 2;

/// Shows the top of the column of `side`.
pub(super) fn show(app: &App, side: Side, ui: &mut Ui, actions: &mut Actions) {
    let Some(source) = app.session().source(side) else {
        return;
    };
    let Some(article) = source.article() else {
        return;
    };
    let tokens = Tokens::of(ui);
    let frame = egui::Frame::new()
        .fill(tokens.panel)
        .inner_margin(egui::Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
        ui.horizontal(|ui| {
            badge(side, tokens, ui);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                controls::icon_button(app, ui, Command::Close(side), "×", actions);
                articles(side, source, ui, actions);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    name(app, side, source, ui, actions);
                });
            });
        });
        facts(app, side, article, ui);
        super::strip::show(app, side, article, ui, actions);
    });
}

/// The source's name; a choice where more sources are open than the two on show.
fn name(
    app: &App,
    side: Side,
    source: &crate::session::Source,
    ui: &mut Ui,
    actions: &mut Actions,
) {
    let name = RichText::new(&source.name).family(semibold()).size(15.0);
    if app.session().sources().len() < 3 {
        ui.add(egui::Label::new(name).truncate());
        return;
    }
    let response = egui::ComboBox::from_id_salt(("sources", side))
        .selected_text(name)
        .width(ui.available_width())
        .truncate()
        .show_ui(ui, |ui| {
            for other in app.session().sources() {
                let label = shorten(&other.name, 60);
                let shown = other.id == source.id;
                if ui.selectable_label(shown, label).clicked() {
                    actions.show_source(side, other.id);
                }
            }
        });
    let label = format!("Source {}: {}", side.label(), source.name);
    named(&response.response, Role::ComboBox, &label);
}

/// The letter of the side in its colour and shape: a disc for A, a triangle for B.
fn badge(side: Side, tokens: Tokens, ui: &mut Ui) {
    let glyph = match side {
        Side::A => "● A",
        Side::B => "△ B",
    };
    ui.label(
        RichText::new(glyph)
            .family(semibold())
            .color(tokens.side(side)),
    );
}

/// Which article is read, where a source has several.
fn articles(side: Side, source: &crate::session::Source, ui: &mut Ui, actions: &mut Actions) {
    let count = source.articles.len();
    if count < 2 {
        return;
    }
    let shown = format!("Article {} of {count}", source.current + 1);
    let response = egui::ComboBox::from_id_salt(("articles", side))
        .selected_text(&shown)
        .width(120.0)
        .show_ui(ui, |ui| {
            for (index, article) in source.articles.iter().enumerate() {
                let label = format!("{}. {}", index + 1, title(article));
                let label = shorten(&label, 70);
                if ui
                    .selectable_label(index == source.current, label)
                    .clicked()
                {
                    actions.push(move |app, _| app.read_article(side, index));
                }
            }
        });
    let name = format!("Articles of source {}", side.label());
    let name = format!("{name}: {shown}");
    named(&response.response, Role::ComboBox, &name);
}

/// What an article is called in a list: its headline, or the file it came from.
fn title(article: &Article) -> &str {
    article
        .headline
        .as_ref()
        .map_or(article.origin.name.as_str(), |headline| &headline.text)
}

/// File, size and warnings in one quiet line.
fn facts(app: &App, side: Side, article: &Article, ui: &mut Ui) {
    let analysis = app.analysis(side);
    let (scored, words) = analysis.map_or((0, 0), |scores| (scores.units.len(), scores.words()));
    ui.horizontal(|ui| {
        let facts = format!(
            "{} · {} · {}",
            article.origin.name,
            counted(scored, "paragraph"),
            counted(words, "word")
        );
        ui.add(egui::Label::new(RichText::new(facts).small().weak()).truncate());
    });
    for warning in article.warnings.iter().take(WARNINGS) {
        let text = RichText::new(format!("▲ {warning}")).small();
        ui.add(egui::Label::new(text).truncate())
            .on_hover_text(article.warnings.join("\n"));
    }
    if analysis.is_some_and(|scores| scores.quote_marks_lost) {
        let text = "▲ Quotation marks seem to have been lost: what is quoted counts as the outlet's own voice.";
        ui.add(egui::Label::new(RichText::new(text).small()).truncate());
    }
}
