//! What was found, as sentences to be read aloud: a card each with its figure, how sure it is, and its
//! evidence one click away. Statistics fold beneath.

use egui::{Align, Layout, RichText, Role, Sense, Ui, UiBuilder, text::LayoutJob};

use super::{compare, parts, same_stories};
use crate::app::report::reporting::{pin_button, pin_of};
use crate::app::second::asking;
use crate::app::theme::{Tokens, semibold};
use crate::app::widgets::labels::{named, note, wrapped};
use crate::app::widgets::picture;
use crate::app::{Actions, App, controls};
use crate::article::{Place, Side};
use crate::compare::findings::{Evidence, Finding, Phrase, Picture, Piece};
use crate::compare::{Comparison, STANDING_LINE};
use crate::text::{per_cent, tr, tr_counted, tr_said};
use crate::workspace::Amount;

/// Room for a card's figure, and from which width of the page on it stands beside the sentence.
const FIGURE: f32 = 186.0;
const BESIDE_FROM: f32 = 600.0;

/// The widest a line of text is read comfortably at.
const WIDEST: f32 = 860.0;

/// Room the scroll bar has beside the cards where the page is narrow.
const BESIDE_BAR: f32 = 16.0;

pub(super) fn show(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    ui.set_max_width((ui.available_width() - BESIDE_BAR).min(WIDEST));
    if app.workspace.findings().is_some() && app.session().same_stories {
        head(app, ui, actions);
        if same_stories::switch(app, ui, actions) {
            same_stories::show(app, ui, actions);
            return;
        }
    }
    let app: &App = app;
    let Some(findings) = app.workspace.findings() else {
        if !controls::progress(app, ui, actions) {
            ui.label(tr!("Open an article to see what is found in it."));
        }
        return;
    };
    head(app, ui, actions);
    same_stories::switch(app, ui, actions);
    if findings.is_empty() {
        wrapped(
            tr!(
                "Nothing can be said: there is no text that could be scored. The import report under Help says what \
             became of every file."
            ),
            ui,
        );
    }
    for (at, finding) in findings.iter().enumerate() {
        card(app, at, finding, ui, actions);
    }
    if findings.is_empty() || app.workspace.comparison().is_none() {
        return;
    }
    ui.add_space(8.0);
    egui::CollapsingHeader::new(RichText::new(tr!("Statistics")).family(semibold()))
        .default_open(false)
        .show(ui, |ui| {
            if let Some(comparison) = parts::comparison(app, ui, actions) {
                compare::statistics(&comparison, ui, actions);
            }
        });
}

/// What is compared, how much of it, and how much both tell.
fn head(app: &App, ui: &mut Ui, actions: &mut Actions) {
    let sources: Vec<(Side, String)> = Side::BOTH
        .into_iter()
        .filter_map(|side| Some((side, amount(app, side)?)))
        .collect();
    let title = match sources.len() {
        2 => tr!("What differs between the two accounts"),
        _ => tr!("What is found in this account"),
    };
    ui.label(RichText::new(title).heading());
    let tokens = Tokens::of(ui);
    let mut job = LayoutJob::default();
    for (at, (side, amount)) in sources.iter().enumerate() {
        let before = if at == 0 { "" } else { "   ·   " };
        append(&mut job, before, tokens.weak, 13.0, false);
        append(&mut job, side.label(), tokens.side(*side), 13.0, true);
        append(&mut job, &format!(" {amount}"), tokens.weak, 13.0, false);
    }
    append(
        &mut job,
        &format!("   ·   {}", tr(STANDING_LINE)),
        tokens.weak,
        13.0,
        false,
    );
    wrapped(job, ui);
    if sources.len() < 2 {
        ui.add_space(4.0);
        note(
            tr!("Open the other account of the same story to compare the two."),
            ui,
        );
    } else if let Some(comparison) = app.workspace.comparison() {
        coverage(comparison, ui, actions);
    }
    asking::line(app, ui, actions);
    ui.add_space(4.0);
}

/// "10 paragraphs, 388 words".
fn amount(app: &App, side: Side) -> Option<String> {
    let source = app.session().source(side)?;
    let Amount { paragraphs, words } = match app.workspace.sides() {
        Some(sides) => sides.amount(side),
        None => Amount::default(),
    };
    let articles = match source.articles.len() {
        0 | 1 => String::new(),
        n => format!("{}, ", tr_counted(n, "article")),
    };
    Some(format!(
        "{articles}{}, {}",
        tr_counted(paragraphs, "paragraph"),
        tr_counted(words, "word")
    ))
}

/// A thin bar: told by both, related, by one alone. It opens the passages.
fn coverage(comparison: &Comparison, ui: &mut Ui, actions: &mut Actions) {
    let coverage = &comparison.coverage;
    let of_both = |part: fn(crate::compare::SideCoverage) -> usize| {
        Side::BOTH
            .into_iter()
            .map(|side| part(coverage.side(side)))
            .sum::<usize>() as f64
    };
    let all = of_both(|side| side.words);
    if all <= 0.0 {
        return;
    }
    let shares = [
        of_both(|side| side.shared) / all,
        of_both(|side| side.related) / all,
        of_both(|side| side.only_here) / all,
    ];
    let [both, related, alone] = shares.map(per_cent);
    let text = tr!(
        "{both} of the words in passages told by both · {related} in related ones · {alone} by one alone"; both, related, alone);
    let text = if comparison.of_few {
        tr!("Of the two articles on Read: {text}"; text)
    } else {
        text
    };
    let shown = ui.scope_builder(
        UiBuilder::new().id_salt("coverage").sense(Sense::click()),
        |ui| {
            picture::shares(&shares, ui.available_width().min(420.0), ui);
            note(text.as_str(), ui);
        },
    );
    named(
        &shown.response,
        Role::Button,
        &tr!("Coverage: {text}"; text),
    );
    picture::focus_frame(&shown.response, ui);
    if shown.response.clicked() {
        actions.show(crate::app::view::Focus::Coverage);
    }
    shown.response.on_hover_text(
        tr!("Passages of one that say the same as a passage of the other, by the words they share. A difference in \
         coverage, nothing more."),
    );
}

fn card(app: &App, at: usize, finding: &Finding, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let open = app.view.pages.finding == at && app.is_evidence_open();
    let id = ui.scope_id().with(("finding", at));
    let sense = UiBuilder::new().scope_id(id).sense(Sense::click());
    let shown = ui.scope_builder(sense, |ui| {
        let hovered = ui.response().hovered() || ui.response().has_focus();
        let edge = match (open, hovered) {
            (true, _) => egui::Stroke::new(1.5, tokens.accent),
            (false, true) => egui::Stroke::new(1.0, tokens.edge),
            (false, false) => egui::Stroke::new(1.0, tokens.line),
        };
        let fill = if hovered {
            tokens.hovered
        } else {
            tokens.paper
        };
        egui::Frame::new()
            .fill(fill)
            .stroke(edge)
            .corner_radius(8)
            .inner_margin(egui::Margin::symmetric(12, 7))
            .show(ui, |ui| {
                // What is read here is clicked, not selected: Copy with citation has the words.
                ui.style_mut().interaction.selectable_labels = false;
                contents(app, at, finding, ui, actions);
            });
    });
    let sure = tr(finding.certainty.label());
    let figure = tr_said(&finding.figure.text);
    let said = spoken(finding);
    let name = tr!("Finding {}: {said} {figure}; {sure}", at + 1; said, figure, sure);
    named(&shown.response, Role::Button, &name);
    picture::focus_frame(&shown.response, ui);
    if shown.response.clicked() {
        actions.push(move |app, _| app.open_finding(at, 0));
    }
}

fn contents(app: &App, at: usize, finding: &Finding, ui: &mut Ui, actions: &mut Actions) {
    let open = app.view.pages.finding == at && app.is_evidence_open();
    let tokens = Tokens::of(ui);
    let wide = ui.available_width();
    ui.set_width(wide);
    let beside = wide >= BESIDE_FROM;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        ui.label(RichText::new((at + 1).to_string()).color(tokens.weak));
        let room = ui.available_width() - if beside { FIGURE + 14.0 } else { 0.0 };
        ui.allocate_ui_with_layout(egui::vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 3.0;
            wrapped(phrase(&finding.sentence, tokens, 16.0, tokens.text), ui);
            if !finding.detail.is_empty() {
                wrapped(phrase(&finding.detail, tokens, 13.0, tokens.weak), ui);
            }
            if !beside {
                ui.horizontal_wrapped(|ui| {
                    picture::show(finding.figure.picture, FIGURE / 2.0, ui);
                    facts(finding, ui);
                });
            }
            if open {
                ways(app, at, finding, ui, actions);
            }
        });
        if beside {
            ui.allocate_ui_with_layout(
                egui::vec2(FIGURE, 0.0),
                Layout::top_down(Align::Min),
                |ui| {
                    ui.set_width(FIGURE);
                    figure(finding, ui);
                },
            );
        }
    });
}

/// The figure, its drawing and how sure it is.
fn figure(finding: &Finding, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 3.0;
    if finding.figure.picture != Picture::None {
        picture::show(finding.figure.picture, FIGURE, ui);
    }
    facts(finding, ui);
}

/// What is found, as it is read aloud.
fn spoken(finding: &Finding) -> String {
    let pieces = finding.sentence.pieces().iter();
    pieces.map(|piece| tr_said(piece.text())).collect()
}

/// The figure in words, and how sure it is.
fn facts(finding: &Finding, ui: &mut Ui) {
    if !finding.figure.text.is_empty() {
        wrapped(
            RichText::new(tr_said(&finding.figure.text))
                .family(semibold())
                .size(13.0),
            ui,
        );
    }
    let sure = RichText::new(tr(finding.certainty.label())).small().weak();
    wrapped(sure, ui).on_hover_text(tr(finding.certainty.help()));
}

/// Everything the finding rests on, and the way to the texts.
fn ways(app: &App, at: usize, finding: &Finding, ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
        if ui.small_button(tr!("Show in text")).clicked() {
            actions.push(move |app, _| app.read_finding(at));
        }
        pin_button(app, ui, pin_of(finding), &spoken(finding), actions);
        if finding.evidence.len() < 2 {
            return;
        }
        for (which, evidence) in finding.evidence.iter().enumerate() {
            if ui.small_button(label(evidence)).clicked() {
                actions.push(move |app, _| app.open_finding(at, which));
            }
        }
    });
}

/// What evidence is of, in a few words.
fn label(evidence: &Evidence) -> String {
    match evidence {
        Evidence::Place(place) => of_place(*place),
        Evidence::Measure(_) => tr!("The measure").to_owned(),
        Evidence::Differences => tr!("Every measure").to_owned(),
        Evidence::Coverage => tr!("The passages").to_owned(),
        Evidence::Name(name) => name.clone(),
        Evidence::Names => tr!("The names").to_owned(),
        Evidence::Speakers => tr!("The quotations").to_owned(),
    }
}

fn of_place(place: Place) -> String {
    let what = if place.block_index().is_some() {
        tr!("paragraph")
    } else {
        tr!("headline")
    };
    format!("{}’s {what}", place.side.label())
}

/// A phrase with the sources in their colours.
fn phrase(phrase: &Phrase, tokens: Tokens, size: f32, color: egui::Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for piece in phrase.pieces() {
        match piece {
            Piece::Text(text) => append(&mut job, &tr_said(text), color, size, false),
            Piece::Source(of, name) => append(&mut job, name, tokens.side(*of), size, true),
        }
    }
    job
}

fn append(job: &mut LayoutJob, text: &str, color: egui::Color32, size: f32, strong: bool) {
    let family = if strong {
        semibold()
    } else {
        egui::FontFamily::Proportional
    };
    let font = egui::FontId::new(size, family);
    job.append(text, 0.0, egui::TextFormat::simple(font, color));
}
