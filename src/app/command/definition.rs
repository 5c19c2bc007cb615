//! What each command is called, what it does, where it stands and which keys it has: one arm each.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::article::Side::{A, B};

use crate::export::scores::Detail;
use crate::session::document::Articles;

use super::Menu::{Chart, Edit, File, Go, Help, Tone, View};
use super::{Command, Menu};
use crate::app::output::Output;

/// All there is to say of a command.
#[derive(Clone, Copy)]
struct Definition {
    menu: Menu,
    label: &'static str,
    help: &'static str,
    keys: Option<KeyboardShortcut>,
}

const PLAIN: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// A command without a shortcut.
const fn plain(menu: Menu, label: &'static str, help: &'static str) -> Definition {
    Definition {
        menu,
        label,
        help,
        keys: None,
    }
}

impl Definition {
    /// The same with keys.
    const fn on(mut self, modifiers: Modifiers, key: Key) -> Self {
        self.keys = Some(KeyboardShortcut::new(modifiers, key));
        self
    }
}

#[rustfmt::skip]
const fn define(command: Command) -> Definition {
    use Command as C;
    match command {
        C::Open(A) => plain(File, "Open A…", "Choose one or more article files for this source.").on(CTRL, Key::O),
        C::Open(B) => plain(File, "Open B…", "Choose one or more article files for this source.").on(BOTH, Key::O),
        C::Add(A) => plain(File, "Add articles to A…", "Choose files to read as further articles of this source."),
        C::Add(B) => plain(File, "Add articles to B…", "Choose files to read as further articles of this source."),
        C::Paste(A) => plain(File, "Paste as A…", "Type or paste the text of an article.").on(BOTH, Key::V),
        C::Paste(B) => plain(File, "Paste as B…", "Type or paste the text of an article.").on(BOTH, Key::B),
        C::OpenSample => plain(File, "Try the sample story", "Open two invented accounts of one invented council vote."),
        C::Details(A) => plain(File, "Details of A…", "Correct the headline, the outlet or the date, or give the source another name."),
        C::Details(B) => plain(File, "Details of B…", "Correct the headline, the outlet or the date, or give the source another name."),
        C::Swap => plain(File, "Swap A and B", "Show the left source on the right and the right one on the left.").on(BOTH, Key::X),
        C::Close(A) => plain(File, "Close A", "Close this source. The files stay as they are."),
        C::Close(B) => plain(File, "Close B", "Close this source. The files stay as they are."),
        C::OpenDocument => plain(File, "Open document…", "Open a comparison that was saved as a document.").on(CTRL, Key::D),
        C::SaveDocument => plain(File, "Save document", "Save everything that is open, with your choices and corrections, as one document.").on(CTRL, Key::S),
        C::Save(Output::Document(Articles::Embedded)) => plain(File, "Save document as…", "Save under another name, with the articles in it.").on(BOTH, Key::S),
        C::Save(Output::Document(Articles::Referenced)) => plain(File, "Save document without texts…", "Save under another name; the articles stay in their files and are found again by name and hash."),
        C::Save(Output::Report { with_text: true }) => plain(File, "Save report…", "Save the whole comparison as one web page or as Markdown, with charts and the marked texts.").on(CTRL, Key::R),
        C::Save(Output::Report { with_text: false }) => plain(File, "Save report without text…", "The same without the articles' own words beyond single terms."),
        C::Save(Output::Scores(Detail::Article)) => plain(File, "Save scores of articles…", "Save every measure of every article of both sources, as CSV, JSON or JSON Lines."),
        C::Save(Output::Scores(Detail::Paragraph)) => plain(File, "Save scores of paragraphs…", "Save the scores of every paragraph, as CSV, JSON or JSON Lines."),
        C::Save(Output::Scores(Detail::Sentence)) => plain(File, "Save scores of sentences…", "Save the scores of every sentence, as CSV, JSON or JSON Lines."),
        C::Save(Output::Chart) => plain(File, "Save chart…", "Save the chart as it is shown: SVG, PNG, PDF, or its figures as a table.").on(CTRL, Key::E),
        C::Save(Output::AllCharts) => plain(File, "Save all charts…", "Save every chart that has something to show into a folder, as SVG."),
        C::Quit => plain(File, "Quit", "Close the window.").on(CTRL, Key::Q),

        C::Undo => plain(Edit, "Undo", "Take the last change back.").on(CTRL, Key::Z),
        C::Redo => plain(Edit, "Redo", "Do the last undone change again.").on(BOTH, Key::Z),
        C::CopyChart => plain(Edit, "Copy the chart", "Put the chart on the clipboard as a picture.").on(BOTH, Key::E),
        C::CopyTable => plain(Edit, "Copy the chart's table", "Put the figures behind the chart on the clipboard, to paste into a spreadsheet.").on(BOTH, Key::T),
        C::CopyCitation => plain(Edit, "Copy with citation", "Put the selected passage on the clipboard, with author, headline, outlet and date.").on(BOTH, Key::C),
        C::Find => plain(Edit, "Find in both texts", "Find words in both sources, with counts.").on(CTRL, Key::F),
        C::FindNext => plain(Edit, "Find next", "Go to the next place found.").on(PLAIN, Key::F3),
        C::FindPrevious => plain(Edit, "Find previous", "Go to the previous place found.").on(SHIFT, Key::F3),
        C::RejectMatch => plain(Edit, "Reject match", "Say that the selected passage and its counterpart do not tell the same.").on(PLAIN, Key::Delete),
        C::ResetMatches => plain(Edit, "Reset matches", "Forget every match of these two sources that you rejected or added."),
        C::ClearSelection => plain(Edit, "Select nothing", "Select nothing, so that the evidence shows the whole comparison.").on(PLAIN, Key::Escape),

        C::NextParagraph => plain(Go, "Next paragraph", "Select the next scored paragraph and show its evidence.").on(PLAIN, Key::J),
        C::PreviousParagraph => plain(Go, "Previous paragraph", "Select the previous scored paragraph and show its evidence.").on(PLAIN, Key::K),
        C::OtherSide => plain(Go, "Other source", "Move the selection to the other source.").on(PLAIN, Key::H),
        C::NextMatch => plain(Go, "Next match", "Select the next paragraph that has a counterpart in the other source.").on(PLAIN, Key::M),
        C::PreviousMatch => plain(Go, "Previous match", "Select the previous paragraph that has a counterpart in the other source.").on(SHIFT, Key::M),
        C::Counterpart => plain(Go, "Counterpart", "Go to the passage of the other source that tells the same.").on(PLAIN, Key::G),
        C::Stronger => plain(Go, "Stronger paragraph", "Select the paragraph with the next stronger tone; from none, the strongest.").on(PLAIN, Key::S),
        C::Weaker => plain(Go, "Weaker paragraph", "Select the paragraph with the next weaker tone; from none, the strongest.").on(PLAIN, Key::W),

        C::ShowPage(page) => plain(View, page.label(), page.help()).on(CTRL, page.key()),
        C::ToggleLayer(layer) => plain(View, layer.command(), layer.help()),
        C::ToggleChart => plain(View, "Show chart", "Show or hide the chart below the page.").on(BOTH, Key::G),
        C::ToggleChartTable => plain(View, "Chart as table", "Show the figures behind the chart instead of the drawing.").on(CTRL, Key::T),
        C::ToggleEvidence => plain(View, "Show evidence", "Show or hide the evidence beside the page.").on(CTRL, Key::I),
        C::ZoomIn => plain(View, "Larger", "Make everything larger.").on(CTRL, Key::Plus),
        C::ZoomOut => plain(View, "Smaller", "Make everything smaller.").on(CTRL, Key::Minus),
        C::ZoomReset => plain(View, "Usual size", "Make everything as large as it was at first.").on(CTRL, Key::Num0),
        C::ThemeSystem => plain(View, "System theme", "Follow the system's light or dark theme."),
        C::ThemeLight => plain(View, "Light theme", "Dark text on a light background."),
        C::ThemeDark => plain(View, "Dark theme", "Light text on a dark background."),
        C::ToggleReducedMotion => plain(View, "Reduced motion", "Switch animations off: panels and menus open at once."),
        C::ResetLayout => plain(View, "Reset layout", "Put panels, zoom and theme back as they were at first."),

        C::ShowChart(kind) => plain(Chart, kind.label(), kind.question()),

        C::ToggleArcPercent => plain(Chart, "Arc in per cent", "Count the arc in per cent of each text instead of words, so that texts of different length run side by side."),
        C::ToggleEditableText => plain(Chart, "Editable text in SVG", "Keep letters as text in saved SVG files, to be edited; otherwise they are outlines that look the same everywhere."),

        C::ToggleCorrection(correction) => plain(Tone, correction.label(), correction.help()),
        C::ToggleExact => plain(Tone, "Exact VADER", "Score tone exactly as the reference implementation, with no correction."),
        C::ToggleAnyLanguage => plain(Tone, "Score other languages", "Score texts that do not look English. The scores are not made for them."),
        C::ResetSettings => plain(Tone, "Reset scoring", "Put the corrections, the excluded words and the seed back as they were at first."),

        C::Palette => plain(Help, "Find a command…", "Find any command by a few letters of its name.").on(CTRL, Key::K),
        C::Shortcuts => plain(Help, "Keyboard shortcuts", "Show every keyboard shortcut.").on(PLAIN, Key::F1),
        C::ImportReport => plain(Help, "Import report", "Show what became of every file that was opened: read as what, left out or failed, and why."),
        C::Messages => plain(Help, "Messages", "Show every message since the start."),
        C::About => plain(Help, "About Parallax", "Version, licences, and what Parallax does not claim."),
    }
}

impl Command {
    /// The menu it stands in.
    pub const fn menu(self) -> Menu {
        define(self).menu
    }

    /// What it is called. Ends in "…" if it asks for more.
    pub const fn label(self) -> &'static str {
        define(self).label
    }

    /// What it does, in one sentence.
    pub const fn help(self) -> &'static str {
        define(self).help
    }

    /// Its keys. Keys without Ctrl work only while no text field has the focus.
    pub const fn shortcut(self) -> Option<KeyboardShortcut> {
        define(self).keys
    }
}
