//! Files dropped on the window: on the column they fall on, or where there is room, or after asking; word lists
//! among the lists, wherever they fall.

use std::path::{Path, PathBuf};

use egui::{Color32, FontId, Id, LayerId, Order, Ui};

use crate::article::Side;

use crate::app::theme::Tokens;
use crate::app::view::Overlay;
use crate::app::{Actions, App};
use crate::text::{shorten, tr};
use crate::workspace::{Placing, is_document, is_word_list};

/// Takes dropped files in, and shows where they would go while they hover.
pub(in crate::app) fn read(app: &mut App, ui: &mut Ui, actions: &mut Actions) {
    let held: Vec<PathBuf> = ui.input(|input| {
        let held = input.raw.hovered_files.iter();
        held.map(|file| file.path.clone().unwrap_or_default())
            .collect()
    });
    if !held.is_empty() {
        let known: Vec<PathBuf> = held
            .into_iter()
            .filter(|path| !path.as_os_str().is_empty())
            .collect();
        target(app, &known, ui);
    }
    let (files, pointer) = ui.input(|input| {
        let files: Vec<PathBuf> = input
            .raw
            .dropped_files
            .iter()
            .map(|file| file.path().to_owned())
            .collect();
        (files, input.pointer.latest_pos())
    });
    let (lists, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| is_word_list(path));
    if !lists.is_empty() {
        actions.push(move |app, _| app.read_lists(lists));
    }
    if files.is_empty() {
        return;
    }
    // Some systems tell no position while files are dragged; then the pointer is where it was before.
    let side = pointer.map(|pos| {
        if pos.x < ui.max_rect().center().x {
            Side::A
        } else {
            Side::B
        }
    });
    let empty = Side::BOTH.map(|side| app.session().source(side).is_none());
    match (side, empty, files.as_slice()) {
        (None, [true, true], [a, b]) => {
            actions.open(Side::A, Placing::Together, vec![a.clone()]);
            actions.open(Side::B, Placing::Together, vec![b.clone()]);
        }
        (Some(side), _, _) => actions.open(side, Placing::Apart, files),
        (None, [true, _], _) => actions.open(Side::A, Placing::Apart, files),
        (None, [false, true], _) => actions.open(Side::B, Placing::Apart, files),
        (None, [false, false], _) => app.view.overlay = Overlay::Dropped(files),
    }
}

/// Files named one by one while they are held over the window.
const NAMED: usize = 6;

/// Names the two places files can be dropped on, and what each file becomes there.
fn target(app: &App, paths: &[PathBuf], ui: &Ui) {
    let tokens = Tokens::of(ui);
    let painter = ui
        .ctx()
        .layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    let rect = ui.max_rect();
    painter.rect_filled(rect, 0.0, Color32::from_black_alpha(200));
    let empty = Side::BOTH.map(|side| app.session().source(side).is_none());
    let paths = known(paths, ui);
    for side in Side::BOTH {
        let quarter = rect.width() / 4.0;
        let x = rect.min.x + quarter * (1.0 + 2.0 * side.index() as f32);
        let half = egui::Rect::from_center_size(
            egui::pos2(x, rect.center().y),
            egui::vec2(quarter * 2.0 - 24.0, rect.height() - 24.0),
        );
        let stroke = egui::Stroke::new(3.0, tokens.side(side));
        painter.rect_stroke(half, 10.0, stroke, egui::StrokeKind::Inside);
        let mut lines = vec![tr!("Drop to open as source {}", side.label())];
        lines.extend(fates(&paths, side, empty));
        let galley = painter.layout(
            lines.join("\n"),
            FontId::proportional(16.0),
            Color32::WHITE,
            half.width() - 40.0,
        );
        let at = half.center() - galley.size() / 2.0;
        painter.galley(at, galley, Color32::WHITE);
    }
}

/// A file held over the window, and whether it is a word list.
type Held = (PathBuf, bool);

/// The files that are held, each looked into once.
fn known(paths: &[PathBuf], ui: &Ui) -> Vec<Held> {
    let id = Id::unique("held files");
    let before: Vec<Held> = ui.ctx().data(|data| data.get_temp(id)).unwrap_or_default();
    if before.iter().map(|(path, _)| path).eq(paths) {
        return before;
    }
    let held = paths.iter().map(|path| (path.clone(), is_word_list(path)));
    let held: Vec<Held> = held.collect();
    ui.ctx().data_mut(|data| data.insert_temp(id, held.clone()));
    held
}

/// What each file becomes when dropped on `side`, a line each; `empty` tells which sides are.
fn fates(held: &[Held], side: Side, empty: [bool; 2]) -> Vec<String> {
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        shorten(&name.to_string_lossy(), 48)
    };
    if let [(path, _)] = held
        && is_document(path)
    {
        let name = name(path);
        return vec![tr!("{name}: a document, in place of all that is open"; name)];
    }
    let [a, b] = empty;
    let other_is_free = match side {
        Side::A => b,
        Side::B => a,
    };
    let mut texts = 0..;
    let mut lines: Vec<String> = (held.iter().take(NAMED))
        .map(|(path, is_list)| {
            if *is_list {
                return tr!("{}: a word list of yours", name(path));
            }
            let at = texts.next().unwrap_or(usize::MAX);
            let source = match at {
                0 => tr!("source {}", side.label()),
                1 if other_is_free => tr!("source {}", side.other().label()),
                _ => tr!("a further source").to_owned(),
            };
            let name = name(path);
            if path.is_dir() {
                tr!("{name}: every article in it, from {source} on"; name, source)
            } else {
                format!("{name}: {source}")
            }
        })
        .collect();
    if let Some(more) = held.len().checked_sub(NAMED).filter(|more| *more > 0) {
        lines.push(tr!("and {more} more"; more));
    }
    if held.iter().filter(|(_, is_list)| !is_list).count() > 1 {
        lines.push(tr!("Files of one outlet become one source.").to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::fates;
    use crate::article::Side;

    #[test]
    fn each_file_is_told_what_it_becomes() {
        let paths = |names: &[&str]| {
            let held = names
                .iter()
                .map(|name| (PathBuf::from(name), *name == "words.csv"));
            held.collect::<Vec<_>>()
        };
        let story = paths(&["story.parallax"]);
        assert_eq!(
            fates(&story, Side::A, [true, true]),
            ["story.parallax: a document, in place of all that is open"]
        );
        let three = paths(&["one.txt", "two.txt", "three.txt"]);
        assert_eq!(
            fates(&three, Side::B, [true, false]),
            [
                "one.txt: source B",
                "two.txt: source A",
                "three.txt: a further source",
                "Files of one outlet become one source."
            ]
        );
        assert_eq!(
            fates(&three, Side::A, [true, false])
                .get(1)
                .map(String::as_str),
            Some("two.txt: a further source")
        );
        // A list is one wherever it falls, and takes no place of a source.
        assert_eq!(
            fates(&paths(&["words.csv", "one.txt"]), Side::A, [true, true]),
            ["words.csv: a word list of yours", "one.txt: source A"]
        );
    }
}
