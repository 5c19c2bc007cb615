//! Everything a person can do, one entry each: the sentence that explains it, where it stands, what it
//! is called, its keys, when it is on or possible, and what it does. The order is that of the menus.
//! Menus, toolbar, palette, shortcut sheet, keyboard, tests and the table in the documentation follow.

use egui::{Key, Modifiers, ThemePreference, ViewportCommand};

use crate::article::Side;
use crate::chart::{Kind, Position};
use crate::export::report::Pin;
use crate::export::scores::Detail;
use crate::score::tone::{Correction, ToneOptions};
use crate::session::document::Articles;
use crate::session::{History, Session};
use crate::text::counted;

use super::entry::{Entry, entry};
use super::menu::Menu::{Chart, Edit, File, Go, Help, Tone, View};
use crate::app::files::purpose::Purpose;
use crate::app::kept::preferences::Preferences;
use crate::app::layers::Layer;
use crate::app::page::Page;
use crate::app::state::App;
use crate::app::theme;
use crate::app::view::Overlay;
use crate::workspace::{Asking, Output, Placing};

/// Makes the commands from their entries: `Name => entry;`, or `Name(value: Type) in values => entry;`
/// for a command of each value. The comment above an entry is its help.
macro_rules! commands {
    ($( $(#[doc = $help:literal])+
        $name:ident $( ( $value:ident : $type:ty ) in $values:expr )? => $entry:expr; )+) => {
        /// One thing a person can do.
        ///
        #[doc = include_str!("commands.md")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Command {
            $( $(#[doc = $help])+ $name $( ($type) )?, )+
        }

        impl Command {
            /// Every command, in the order of the menus.
            pub fn all() -> Vec<Self> {
                let mut all = Vec::new();
                $( commands!(@list all $name $( $values )?); )+
                all
            }

            /// All there is to say of it.
            pub(in crate::app) fn entry(self) -> Entry {
                match self {
                    $( Self::$name $( ($value) )? => $entry.explained(concat!($($help),+)), )+
                }
            }
        }
    };
    (@list $all:ident $name:ident) => { $all.push(Self::$name) };
    (@list $all:ident $name:ident $values:expr) => { $all.extend($values.map(Self::$name)) };
}

const PLAIN: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const NO_COPIES: &str = "No copies of unsaved work are kept here.";
const NO_ARTICLE: &str = "No article is open.";
const NO_CHART: &str = "No chart belongs to this page.";
const NO_EVIDENCE: &str = "Nothing on this page has evidence.";
const NO_SOURCE: &str = "No source is open here.";
const NO_CLASS: &str = "This needs an article on each side, and no study that is open.";
const NOT_COMPARED: &str = "Nothing is compared yet: open an article on each side.";
const NOT_LAID: &str = "The sources do not stand beside each other yet: open the page Matrix.";
const NOTHING_TO_SAVE: &str = "There is nothing to save yet: open an article first.";
const NOTHING_FOUND: &str = "Nothing was found yet: type what to find first.";
const NO_COUNTERPART: &str = "No passage with a counterpart is selected.";

commands! {
    /// Choose one or more article files for this source.
    Open(side: Side) in Side::BOTH => entry(File, of(side, "Open A…", "Open B…"))
        .keys(of(side, CTRL, BOTH), Key::O)
        .does(move |app, _| app.ask(Purpose::Open(side, Placing::Apart)));

    /// Choose files to read as further articles of this source.
    Add(side: Side) in Side::BOTH => entry(File, of(side, "Add articles to A…", "Add articles to B…"))
        .only_if(move |app| app.session().source(side).is_some(), NO_SOURCE)
        .does(move |app, _| app.ask(Purpose::Open(side, Placing::Add)));

    /// Type or paste the text of an article.
    Paste(side: Side) in Side::BOTH => entry(File, of(side, "Paste as A…", "Paste as B…"))
        .apart()
        .keys(BOTH, of(side, Key::V, Key::B))
        .does(move |app, _| app.view.overlay = Overlay::Paste { side, text: String::new() });

    /// Open two invented accounts of one invented council vote.
    OpenSample => entry(File, "Try the sample story")
        .does(|app, _| app.open_sample());

    /// Open twelve short invented articles by two invented papers, five months of one story.
    OpenSampleCollection => entry(Help, "Try the sample collection")
        .does(|app, _| app.open_sample_collection());

    /// Put an invented draft on the page Write, with plenty to query.
    OpenSampleDraft => entry(Help, "Try the sample draft")
        .does(|app, _| app.open_sample_draft());

    /// Correct the headline, the outlet or the date, or give the source another name.
    Details(side: Side) in Side::BOTH => entry(File, of(side, "Details of A…", "Details of B…"))
        .apart()
        .only_if(move |app| app.session().source(side).is_some(), NO_SOURCE)
        .does(move |app, _| app.view.overlay = app.details(side));

    /// Take all text of this article that was set aside as page furniture: for a page whose text was not
    /// found. Menus and labels are shown, running text counts.
    TakeAll(side: Side) in Side::BOTH => entry(Edit, of(side, "Take all text of A", "Take all text of B"))
        .apart()
        .only_if(move |app| has_set_aside(app, side), "Nothing of this article is set aside.")
        .does(move |app, _| app.take_all(|session| session.take_all(side)));

    /// Show the left source on the right and the right one on the left.
    Swap => entry(File, "Swap A and B")
        .apart()
        .keys(BOTH, Key::X)
        .only_if(has_article, "No source is open.")
        .does(|app, _| app.swap());

    /// Close this source. The files stay as they are.
    Close(side: Side) in Side::BOTH => entry(File, of(side, "Close A", "Close B"))
        .only_if(move |app| app.session().source(side).is_some(), NO_SOURCE)
        .does(move |app, _| app.close(side));

    /// Open a comparison that was saved as a document.
    OpenDocument => entry(File, "Open document…")
        .apart()
        .keys(CTRL, Key::D)
        .does(|app, _| app.ask(Purpose::OpenDocument));

    /// See what was not saved when Parallax did not close properly, to open or discard it.
    Recover => entry(File, "Recover unsaved work…")
        .only_if(|app| app.documents.data.is_some(), NO_COPIES)
        .does(|app, _| app.look_for_copies(true));

    /// Save everything that is open, with your choices and corrections, as one document.
    SaveDocument => entry(File, "Save document")
        .keys(CTRL, Key::S)
        .only_if(|app| !app.session().holds_nothing(), NOTHING_TO_SAVE)
        .does(App::save_document);

    /// Save under another name, with the articles in it.
    SaveDocumentAs => entry(File, "Save document as…")
        .keys(BOTH, Key::S)
        .only_if(|app| !app.session().holds_nothing(), NOTHING_TO_SAVE)
        .does(|app, _| app.ask(Purpose::Save(Output::Document(Articles::Embedded))));

    /// Save under another name; the articles stay in their files and are found again by name and hash.
    SaveDocumentWithoutTexts => entry(File, "Save document without texts…")
        .only_if(|app| !app.session().holds_nothing(), NOTHING_TO_SAVE)
        .does(|app, _| app.ask(Purpose::Save(Output::Document(Articles::Referenced))));

    /// Put a report together: findings, the charts you choose, tables, texts, your notes and what you added.
    Report => entry(File, "Report…")
        .apart()
        .keys(CTRL, Key::R)
        .only_if(is_compared, NOT_COMPARED)
        .does(|app, _| app.open_report());

    /// Open the report, with the parts chosen last, in your browser, which prints it.
    PrintReport => entry(File, "Print report…")
        .keys(CTRL, Key::P)
        .only_if(is_compared, NOT_COMPARED)
        .does(App::print_report);

    /// Save every measure of every article of both sources, as CSV, JSON or JSON Lines.
    SaveArticleScores => entry(File, "Save scores of articles…")
        .apart()
        .only_if(has_article, NOTHING_TO_SAVE)
        .does(|app, _| app.ask(Purpose::Save(Output::Scores(Detail::Article))));

    /// Save the scores of every paragraph, as CSV, JSON or JSON Lines.
    SaveParagraphScores => entry(File, "Save scores of paragraphs…")
        .only_if(has_article, NOTHING_TO_SAVE)
        .does(|app, _| app.ask(Purpose::Save(Output::Scores(Detail::Paragraph))));

    /// Save the scores of every sentence, as CSV, JSON or JSON Lines.
    SaveSentenceScores => entry(File, "Save scores of sentences…")
        .only_if(has_article, NOTHING_TO_SAVE)
        .does(|app, _| app.ask(Purpose::Save(Output::Scores(Detail::Sentence))));

    /// Save who both sources quote, how often and at what length, with your columns, as CSV or JSON.
    SaveQuoted => entry(File, "Save who is quoted…")
        .only_if(has_article, NOTHING_TO_SAVE)
        .does(|app, _| app.ask(Purpose::Save(Output::Quoted)));

    /// Save the chart as it is shown: SVG, PNG, PDF, or its figures as a table.
    SaveChart => entry(File, "Save chart…")
        .apart()
        .keys(CTRL, Key::E)
        .only_if(has_article, NOTHING_TO_SAVE)
        .does(|app, _| app.ask(Purpose::Save(Output::Chart)));

    /// Save every chart that has something to show into a folder, as SVG.
    SaveAllCharts => entry(File, "Save all charts…")
        .only_if(has_article, NOTHING_TO_SAVE)
        .does(|app, _| app.ask(Purpose::Save(Output::AllCharts)));

    /// Close the window.
    Quit => entry(File, "Quit")
        .apart()
        .keys(CTRL, Key::Q)
        .does(|_, ctx| ctx.send_viewport_cmd(ViewportCommand::Close));

    /// Take the last change back.
    Undo => entry(Edit, "Undo")
        .keys(CTRL, Key::Z)
        .repeats()
        .left_to_typing()
        .detail(|app| app.workspace.history().undo_label())
        .only_if(|app| app.workspace.history().undo_label().is_some(), "There is nothing to undo.")
        .does(|app, _| app.travel(History::undo));

    /// Do the last undone change again.
    Redo => entry(Edit, "Redo")
        .keys(BOTH, Key::Z)
        .keys(CTRL, Key::Y)
        .repeats()
        .left_to_typing()
        .detail(|app| app.workspace.history().redo_label())
        .only_if(|app| app.workspace.history().redo_label().is_some(), "There is nothing to redo.")
        .does(|app, _| app.travel(History::redo));

    /// Add what the evidence shows to the report, or take it out again.
    AddToReport => entry(Edit, "Add to report")
        .apart()
        .keys(BOTH, Key::R)
        .on_if(|app| app.pin_of_evidence().is_some_and(|pin| app.is_pinned(&pin)))
        .only_if(|app| app.pin_of_evidence().is_some(), "Nothing is selected to be added.")
        .does(|app, _| {
            if let Some(pin) = app.pin_of_evidence() {
                app.toggle_pin(&pin);
            }
        });

    /// Add the chart on show to the report, or take it out again.
    AddChartToReport => entry(Edit, "Add the chart to the report")
        .on_if(|app| app.is_pinned(&Pin::Chart(app.chart_kind())))
        .only_if(is_compared, NOT_COMPARED)
        .does(|app, _| {
            let pin = Pin::Chart(app.chart_kind());
            app.toggle_pin(&pin);
        });

    /// Put the chart on the clipboard as a picture.
    CopyChart => entry(Edit, "Copy the chart")
        .apart()
        .keys(BOTH, Key::E)
        .only_if(has_article, NOTHING_TO_SAVE)
        .does(App::copy_chart);

    /// Put the figures behind the chart on the clipboard, to paste into a spreadsheet.
    CopyTable => entry(Edit, "Copy the chart's table")
        .keys(BOTH, Key::T)
        .only_if(has_article, NOTHING_TO_SAVE)
        .does(|app, ctx| {
            if let Some(chart) = app.chart() {
                ctx.copy_text(chart.table.to_tsv());
                let rows = counted(chart.table.rows.len(), "row");
                app.messages.info(format!("Copied {rows} behind “{}”.", chart.title));
            }
        });

    /// Put the selected passage on the clipboard, with author, headline, outlet and date.
    CopyCitation => entry(Edit, "Copy with citation")
        .keys(BOTH, Key::C)
        .only_if(|app| app.view.selection.is_some(), "Nothing is selected.")
        .does(|app, ctx| {
            if let Some(text) = app.citation() {
                ctx.copy_text(text);
                app.messages.info("Copied the passage with its citation.");
            }
        });

    /// Find words in both sources, with counts.
    Find => entry(Edit, "Find in both texts")
        .apart()
        .keys(CTRL, Key::F)
        .only_if(has_article, NO_ARTICLE)
        .does(|app, _| app.open_find());

    /// Go to the next place found.
    FindNext => entry(Edit, "Find next")
        .keys(PLAIN, Key::F3)
        .repeats()
        .only_if(|app| app.view.find.is_some_hit(), NOTHING_FOUND)
        .does(|app, _| app.find_step(true));

    /// Go to the previous place found.
    FindPrevious => entry(Edit, "Find previous")
        .keys(SHIFT, Key::F3)
        .repeats()
        .only_if(|app| app.view.find.is_some_hit(), NOTHING_FOUND)
        .does(|app, _| app.find_step(false));

    /// Choose which articles count: by word or name, outlet, date, length, author or address. What is left out stays open.
    FilterArticles => entry(Edit, "Filter articles…")
        .keys(BOTH, Key::F)
        .on_if(|app| app.view.filtering.is_some())
        .only_if(has_article, NO_ARTICLE)
        .does(|app, _| {
            app.view.filtering = match app.view.filtering {
                Some(_) => None,
                None => Some(Box::default()),
            };
        });

    /// Say that the selected passage and its counterpart do not tell the same.
    RejectMatch => entry(Edit, "Reject match")
        .apart()
        .keys(PLAIN, Key::Delete)
        .only_if(|app| app.selected_match().is_some(), NO_COUNTERPART)
        .does(|app, _| app.reject_match());

    /// Forget every match of these two sources that you rejected or added.
    ResetMatches => entry(Edit, "Reset matches")
        .only_if(|app| !app.session().choices().is_empty(), "No match was rejected or added.")
        .does(|app, _| app.workspace.edit("reset of matches", Session::reset_choices));

    /// Select nothing, so that the evidence shows the whole comparison.
    ClearSelection => entry(Edit, "Select nothing")
        .apart()
        .keys(PLAIN, Key::Escape)
        .only_if(|app| app.view.has_focus(), "Nothing is selected.")
        .does(|app, _| app.let_go());

    /// Select the next scored paragraph and show its evidence.
    NextParagraph => entry(Go, "Next paragraph")
        .keys(PLAIN, Key::J)
        .keys(PLAIN, Key::ArrowDown)
        .repeats()
        .only_if(has_article, NO_ARTICLE)
        .does(|app, _| app.step(true));

    /// Select the previous scored paragraph and show its evidence.
    PreviousParagraph => entry(Go, "Previous paragraph")
        .keys(PLAIN, Key::K)
        .keys(PLAIN, Key::ArrowUp)
        .repeats()
        .only_if(has_article, NO_ARTICLE)
        .does(|app, _| app.step(false));

    /// Move the selection to the other source.
    OtherSide => entry(Go, "Other source")
        .keys(PLAIN, Key::H)
        .only_if(has_article, NO_ARTICLE)
        .does(|app, _| app.change_side());

    /// Select the next paragraph that has a counterpart in the other source.
    NextMatch => entry(Go, "Next match")
        .apart()
        .keys(PLAIN, Key::M)
        .repeats()
        .only_if(is_compared, NOT_COMPARED)
        .does(|app, _| app.step_match(true));

    /// Select the previous paragraph that has a counterpart in the other source.
    PreviousMatch => entry(Go, "Previous match")
        .keys(SHIFT, Key::M)
        .repeats()
        .only_if(is_compared, NOT_COMPARED)
        .does(|app, _| app.step_match(false));

    /// Go to the passage of the other source that tells the same.
    Counterpart => entry(Go, "Counterpart")
        .keys(PLAIN, Key::G)
        .only_if(|app| app.selected_match().is_some(), NO_COUNTERPART)
        .does(|app, _| app.go_to_counterpart());

    /// Select the most negative paragraph of the source in focus; from there, the next most negative.
    MostNegative => entry(Go, "Most negative paragraph")
        .apart()
        .keys(PLAIN, Key::S)
        .repeats()
        .only_if(has_article, NO_ARTICLE)
        .does(|app, _| app.step_strength(true));

    /// Select the most positive paragraph of the source in focus; from there, the next most positive.
    MostPositive => entry(Go, "Most positive paragraph")
        .keys(PLAIN, Key::W)
        .repeats()
        .only_if(has_article, NO_ARTICLE)
        .does(|app, _| app.step_strength(false));

    /// Show a page.
    ShowPage(page: Page) in Page::ALL => entry(View, page.label())
        .help(page.help())
        .keys(CTRL, page.key())
        .on_if(move |app| app.view.page == page)
        .does(move |app, _| app.view.page = page);

    /// With a class: everybody says how both headlines and some paragraphs read, before anybody sees what others chose or what is scored.
    PredictThenReveal => entry(View, "Predict, then reveal")
        .only_if(has_pair_without_study, NO_CLASS)
        .does(|app, _| app.predict());

    /// Switch a highlight layer of the text on or off.
    ToggleLayer(layer: Layer) in Layer::ALL => entry(View, layer.command())
        .help(layer.help())
        .apart()
        .on_if(move |app| app.preferences.layers.is_on(layer))
        .does(move |app, _| app.preferences.layers.toggle(layer));

    /// Show or hide the chart below the page.
    ToggleChart => entry(View, "Show chart")
        .apart()
        .keys(BOTH, Key::G)
        .on_if(App::is_chart_open)
        .only_if(|app| app.view.page.chart().is_some(), NO_CHART)
        .does(|app, _| app.set_chart_open(!app.is_chart_open()));

    /// Keep the chart open on every page, whatever the page is about.
    PinChart => entry(View, "Keep this chart on every page")
        .on_if(App::is_chart_pinned)
        .only_if(|app| app.view.page.chart().is_some(), NO_CHART)
        .does(|app, _| app.pin_chart());

    /// Give the chart the whole window, to show it to others; Escape gives it back.
    Present => entry(View, "Present the chart")
        .keys(PLAIN, Key::F11)
        .on_if(|app| app.view.presenting)
        .only_if(has_article, NO_ARTICLE)
        .does(|app, _| flip(&mut app.view.presenting));

    /// Show the figures behind the chart instead of the drawing.
    ToggleChartTable => entry(View, "Chart as table")
        .keys(CTRL, Key::T)
        .on_if(|app| app.preferences.chart_as_table)
        .only_if(|app| app.view.page.chart().is_some(), NO_CHART)
        .does(|app, _| {
            flip(&mut app.preferences.chart_as_table);
            app.set_chart_open(true);
        });

    /// Show or hide the evidence beside the page.
    ToggleEvidence => entry(View, "Show evidence")
        .keys(CTRL, Key::I)
        .on_if(App::is_evidence_open)
        .only_if(|app| app.view.page.has_evidence(), NO_EVIDENCE)
        .does(|app, _| app.set_evidence_open(!app.is_evidence_open()));

    /// Keep the evidence open on every page.
    PinEvidence => entry(View, "Keep evidence on every page")
        .on_if(App::is_evidence_pinned)
        .only_if(|app| app.view.page.has_evidence(), NO_EVIDENCE)
        .does(|app, _| app.pin_evidence());

    /// Make everything larger.
    ZoomIn => entry(View, "Larger")
        .apart()
        .keys(CTRL, Key::Plus)
        .keys(CTRL, Key::Equals)
        .does(|_, ctx| theme::zoom(ctx, 0.1));

    /// Make everything smaller.
    ZoomOut => entry(View, "Smaller")
        .keys(CTRL, Key::Minus)
        .does(|_, ctx| theme::zoom(ctx, -0.1));

    /// Make everything as large as it was at first.
    ZoomReset => entry(View, "Usual size")
        .keys(CTRL, Key::Num0)
        .does(|_, ctx| ctx.set_zoom_factor(1.0));

    /// Follow the system's light or dark theme.
    ThemeSystem => entry(View, "System theme")
        .apart()
        .on_if(|app| app.preferences.theme == ThemePreference::System)
        .does(|app, ctx| app.set_theme(ThemePreference::System, ctx));

    /// Dark text on a light background.
    ThemeLight => entry(View, "Light theme")
        .on_if(|app| app.preferences.theme == ThemePreference::Light)
        .does(|app, ctx| app.set_theme(ThemePreference::Light, ctx));

    /// Light text on a dark background.
    ThemeDark => entry(View, "Dark theme")
        .on_if(|app| app.preferences.theme == ThemePreference::Dark)
        .does(|app, ctx| app.set_theme(ThemePreference::Dark, ctx));

    /// Switch animations off: panels and menus open at once.
    ToggleReducedMotion => entry(View, "Reduced motion")
        .apart()
        .on_if(|app| app.preferences.reduced_motion)
        .does(|app, ctx| {
            flip(&mut app.preferences.reduced_motion);
            theme::set_motion(ctx, !app.preferences.reduced_motion);
        });

    /// Put panels, zoom and theme back as they were at first.
    ResetLayout => entry(View, "Reset layout")
        .does(|app, ctx| {
            app.preferences = Preferences {
                silenced: std::mem::take(&mut app.preferences.silenced),
                ..Preferences::default()
            };
            let system = ctx.options(|options| options.fallback_theme);
            ctx.memory_mut(|memory| *memory = egui::Memory::default());
            theme::install(ctx);
            theme::set_system(ctx, system);
            ctx.set_theme(app.preferences.theme);
            ctx.set_zoom_factor(1.0);
        });

    /// Show a kind of chart.
    ShowChart(kind: Kind) in Kind::all().iter().copied() => entry(Chart, kind.label())
        .help(kind.question())
        .on_if(move |app| app.is_chart_open() && app.chart_kind() == kind)
        .does(move |app, _| app.show_chart(kind));

    /// Save every measure of every open source, with intervals and what differs clearly, as CSV or JSON; sources that are hidden on that page are left out.
    SaveMatrix => entry(Chart, "Save the matrix…")
        .apart()
        .only_if(|app| app.workspace.laid().is_some(), NOT_LAID)
        .does(|app, _| app.ask(Purpose::Save(Output::Matrix)));

    /// Count the arc in per cent of each text instead of words, so that texts of different length run side by side.
    ToggleArcPercent => entry(Chart, "Arc in per cent")
        .apart()
        .on_if(|app| app.preferences.chart_options.position == Position::Percent)
        .does(|app, _| {
            let position = &mut app.preferences.chart_options.position;
            *position = match *position {
                Position::Words => Position::Percent,
                Position::Percent => Position::Words,
            };
        });

    /// Keep letters as text in saved SVG files, to be edited; otherwise they are outlines that look the same everywhere.
    ToggleEditableText => entry(Chart, "Editable text in SVG")
        .on_if(|app| app.preferences.editable_text)
        .does(|app, _| flip(&mut app.preferences.editable_text));

    /// Save what is open, how it is scored and what can be made of it as a recipe: “parallax rerun” makes every
    /// table, chart and report again, the same to the last byte.
    SaveSteps => entry(Chart, "Save the steps…")
        .apart()
        .only_if(is_compared, NOT_COMPARED)
        .does(|app, _| app.ask(Purpose::Save(Output::Steps)));

    /// Switch one correction of tone on or off.
    ToggleCorrection(correction: Correction) in Correction::ALL => entry(Tone, correction.label())
        .help(correction.help())
        .on_if(move |app| correction.is_on(app.session().settings.tone))
        .does(move |app, _| {
            app.workspace.edit("setting", |session| correction.toggle(&mut session.settings.tone));
        });

    /// Score tone exactly as the reference implementation, with no correction.
    ToggleExact => entry(Tone, "Exact VADER")
        .apart()
        .on_if(|app| app.session().settings.tone == ToneOptions::EXACT)
        .does(|app, _| app.workspace.edit("setting", |session| {
            let tone = &mut session.settings.tone;
            let exact = *tone == ToneOptions::EXACT;
            *tone = if exact { ToneOptions::default() } else { ToneOptions::EXACT };
        }));

    /// Score texts that do not look English. The scores are not made for them.
    ToggleAnyLanguage => entry(Tone, "Score other languages")
        .on_if(|app| app.session().settings.any_language)
        .does(|app, _| {
            app.workspace.edit("setting", |session| flip(&mut session.settings.any_language));
        });

    /// Ask a second reader, a small sentence encoder in this program, whether it agrees: a mark and a sentence wherever a score stands. The number stays that of the word lists.
    ToggleSecondReader => entry(Tone, "Second reader")
        .apart()
        .on_if(|app| app.preferences.second_reader != Asking::Never)
        .does(|app, _| app.toggle_second());

    /// Open word lists of your own, each category of which becomes a measure: lines, tables, JSON or LIWC dictionaries.
    OpenList => entry(Tone, "Open word list…")
        .apart()
        .does(|app, _| app.ask(Purpose::OpenList));

    /// Put the corrections, the excluded words and the seed back as they were at first.
    ResetSettings => entry(Tone, "Reset scoring")
        .does(|app, _| app.workspace.edit("reset of scoring", |session| {
            session.settings = crate::score::Settings::default();
            session.seed = crate::compare::Options::default().seed;
        }));

    /// Open the manual; from it, go back to the page before.
    Manual => entry(Help, "Manual")
        .keys(PLAIN, Key::F1)
        .does(|app, _| app.turn_to_manual());

    /// Find any command by a few letters of its name.
    Palette => entry(Help, "Find a command…")
        .keys(CTRL, Key::K)
        .does(|app, _| app.view.overlay = Overlay::Palette(String::new(), 0));

    /// Open the menus, to go through them with the arrow keys.
    OpenMenus => entry(Help, "Menus")
        .keys(PLAIN, Key::F10)
        .does(|app, _| app.view.menu = Some(File));

    /// Show every keyboard shortcut.
    Shortcuts => entry(Help, "Keyboard shortcuts")
        .keys(CTRL, Key::F1)
        .does(|app, _| app.view.overlay = Overlay::Shortcuts);

    /// Show what became of every file that was opened: read as what, left out or failed, and why.
    ImportReport => entry(Help, "Import report")
        .apart()
        .does(|app, _| app.view.overlay = Overlay::ImportReport(None));

    /// Show every message since the start.
    Messages => entry(Help, "Messages")
        .does(|app, _| app.view.overlay = Overlay::Messages);

    /// Version, licences, and what Parallax does not claim.
    About => entry(Help, "About Parallax")
        .does(|app, _| app.view.overlay = Overlay::About);
}

fn has_article(app: &App) -> bool {
    !app.session().is_empty()
}

fn has_set_aside(app: &App, side: Side) -> bool {
    (app.session().article(side)).is_some_and(|article| {
        article
            .blocks
            .iter()
            .any(|block| block.if_taken().is_some())
    })
}

fn has_pair_without_study(app: &App) -> bool {
    let session = app.session();
    let has_both = Side::BOTH
        .into_iter()
        .all(|side| session.article(side).is_some());
    has_both && session.study.is_none()
}

fn is_compared(app: &App) -> bool {
    app.workspace.comparison().is_some()
}

/// One of two, by side.
fn of<T>(side: Side, a: T, b: T) -> T {
    match side {
        Side::A => a,
        Side::B => b,
    }
}

fn flip(switch: &mut bool) {
    *switch = !*switch;
}
