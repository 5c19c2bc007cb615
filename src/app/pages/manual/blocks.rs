//! The parts of a chapter as they are drawn.

use egui::{ColorImage, FontId, Grid, RichText, Role, Ui, vec2};

use crate::app::manual::place::Reading;
use crate::app::theme::{Tokens, reading as letters, semibold};
use crate::app::widgets::labels::{focus_ring, named};
use crate::app::{Actions, App, Command};
use crate::manual::{Block, Chapter, Link, Run, picture};

/// Sizes of the headings, in points.
const HEADINGS: [f32; 3] = [24.0, 18.0, 15.5];
/// The share of a table's width that its columns take, by their number.
const COLUMNS: [&[f32]; 4] = [&[], &[1.0], &[0.25, 0.72], &[0.28, 0.2, 0.47]];

pub(super) fn show(app: &mut App, chapter: &'static Chapter, ui: &mut Ui, actions: &mut Actions) {
    let jump = app.view.pages.manual.jump.take();
    for (at, block) in chapter.blocks.iter().enumerate() {
        let before = ui.cursor().min;
        part(app, (chapter.id, at), block, ui, actions);
        if jump == Some(at) {
            let rect = egui::Rect::from_min_size(before, vec2(1.0, 1.0));
            ui.scroll_to_rect(rect.translate(vec2(0.0, -8.0)), Some(egui::Align::Min));
        }
    }
}

fn part(app: &mut App, id: (&str, usize), block: &Block, ui: &mut Ui, actions: &mut Actions) {
    match block {
        Block::Heading { level, text, .. } => {
            let size = HEADINGS.get(usize::from(*level).saturating_sub(1));
            if *level > 1 {
                ui.add_space(10.0);
            }
            let words: String = text.iter().map(|run| run.text.as_str()).collect();
            let text =
                RichText::new(&words).font(FontId::new(size.copied().unwrap_or(15.5), semibold()));
            let heading = ui.add(egui::Label::new(text).wrap());
            named(&heading, Role::Heading, &words);
        }
        Block::Paragraph(text) => runs(app, text, ui, actions),
        Block::Item { number, text } => {
            ui.horizontal_top(|ui| {
                let mark = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
                ui.add_space(8.0);
                let mark = RichText::new(mark).font(letters().resolve(ui.style()));
                ui.add_sized(vec2(18.0, 20.0), egui::Label::new(mark));
                ui.vertical(|ui| runs(app, text, ui, actions));
            });
        }
        Block::Table(rows) => table(app, id, rows, ui, actions),
        Block::Code(text) => {
            let tokens = Tokens::of(ui);
            egui::Frame::new()
                .fill(tokens.selected)
                .corner_radius(6)
                .inner_margin(10)
                .show(ui, |ui| {
                    egui::ScrollArea::horizontal().id_salt(id).show(ui, |ui| {
                        ui.add(egui::Label::new(RichText::new(text).monospace()).extend());
                    });
                });
        }
        Block::Picture { file, shows } => drawn(app, file, shows, ui),
    }
}

/// Words in a row, links and commands among them.
fn runs(app: &App, text: &[Run], ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 4.0);
        for run in text {
            one(app, run, ui, actions);
        }
    });
}

fn one(app: &App, run: &Run, ui: &mut Ui, actions: &mut Actions) {
    let tokens = Tokens::of(ui);
    let size = letters().resolve(ui.style()).size;
    let look = |text: &str| {
        let text = RichText::new(text).size(size);
        let text = if run.strong {
            text.family(semibold())
        } else {
            text
        };
        let text = if run.stressed { text.italics() } else { text };
        if run.code {
            text.monospace()
                .size(size - 2.0)
                .background_color(tokens.selected)
        } else {
            text
        }
    };
    let Some(link) = &run.link else {
        let wanted = app.view.pages.manual.wanted.trim();
        for (piece, found) in pieces(&run.text, wanted) {
            let text = look(piece);
            let text = if found {
                text.background_color(tokens.found)
            } else {
                text
            };
            ui.label(text);
        }
        return;
    };
    match link {
        Link::Chapter(id) => {
            let response = ui.link(look(&run.text).color(tokens.accent).underline());
            focus_ring(ui, &response);
            if response.clicked() {
                let id = id.clone();
                actions.push(move |app, _| app.view.pages.manual.turn_to_named(&id));
            }
        }
        Link::Command(label) => {
            let Some(command) = command(label) else {
                ui.label(look(&run.text));
                return;
            };
            let why_not = command.about().why_not(app);
            let text = look(&run.text).family(semibold()).underline();
            let response = ui.add_enabled(why_not.is_none(), egui::Link::new(text));
            focus_ring(ui, &response);
            if response.clicked() {
                actions.push(move |app, _| leave(app, command));
                actions.run(command);
            }
            let help = crate::app::controls::help(&command.about(), ui);
            response
                .on_hover_text(help)
                .on_disabled_hover_text(why_not.unwrap_or_default());
        }
    }
}

/// The command that a link calls by its name.
fn command(label: &str) -> Option<Command> {
    Command::all()
        .into_iter()
        .find(|command| command.label() == label)
}

/// What a link does is done where it can be seen: the manual moves aside, unless only its look changes.
fn leave(app: &mut App, command: Command) {
    let stays = matches!(
        command,
        Command::ThemeDark
            | Command::ThemeLight
            | Command::ThemeSystem
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ToggleReducedMotion
    );
    if !stays {
        app.keep_manual_beside();
    }
}

/// The text in pieces, and which of them are what is looked for.
fn pieces<'a>(text: &'a str, wanted: &str) -> Vec<(&'a str, bool)> {
    let lower = text.to_lowercase();
    let wanted: Vec<String> = wanted.split_whitespace().map(str::to_lowercase).collect();
    // Letters whose lower case is longer move what follows: nothing is marked then.
    if wanted.is_empty() || lower.len() != text.len() {
        return vec![(text, false)];
    }
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(rest) = lower.get(from..) {
        let next = wanted
            .iter()
            .filter_map(|word| Some((rest.find(word)?, word.len())));
        let Some((at, length)) = next.min() else {
            break;
        };
        let (start, end) = (from + at, from + at + length);
        let (Some(before), Some(found)) = (text.get(from..start), text.get(start..end)) else {
            break;
        };
        out.push((before, false));
        out.push((found, true));
        from = end;
    }
    out.push((text.get(from..).unwrap_or_default(), false));
    out.retain(|(piece, _)| !piece.is_empty());
    out
}

fn table(app: &App, id: (&str, usize), rows: &[Vec<Vec<Run>>], ui: &mut Ui, actions: &mut Actions) {
    let columns = rows.first().map_or(0, Vec::len);
    let Some(shares) = COLUMNS.get(columns) else {
        return;
    };
    let width = ui.available_width();
    Grid::new(id)
        .num_columns(columns)
        .spacing([8.0, 7.0])
        .striped(true)
        .show(ui, |ui| {
            for (at, row) in rows.iter().enumerate() {
                for (cell, share) in row.iter().zip(*shares) {
                    ui.vertical(|ui| {
                        ui.set_width(width * share - 8.0);
                        if at == 0 {
                            let head: String = cell.iter().map(|run| run.text.as_str()).collect();
                            ui.label(RichText::new(head).small().weak());
                        } else {
                            runs(app, cell, ui, actions);
                        }
                    });
                }
                ui.end_row();
            }
        });
}

/// A picture, in the theme of the window, no wider than there is room.
fn drawn(app: &mut App, file: &str, shows: &str, ui: &mut Ui) {
    let dark = ui.visuals().dark_mode;
    let Some(texture) = texture(&mut app.view.pages.manual, file, dark, ui.ctx()) else {
        ui.label(RichText::new(format!("[{shows}]")).weak());
        return;
    };
    let size = texture.size_vec2();
    let width = size.x.min(ui.available_width());
    let image = egui::Image::new((texture.id(), size))
        .fit_to_exact_size(vec2(width, size.y * width / size.x))
        .corner_radius(6)
        .alt_text(shows);
    let response = ui.add(image);
    let line = egui::Stroke::new(1.0, Tokens::of(ui).line);
    ui.painter()
        .rect_stroke(response.rect, 6.0, line, egui::StrokeKind::Outside);
    named(&response, Role::Image, shows);
}

fn texture(
    reading: &mut Reading,
    file: &str,
    dark: bool,
    ctx: &egui::Context,
) -> Option<egui::TextureHandle> {
    let found = picture(file)?;
    let key = (found.file, dark);
    if let Some(texture) = reading.pictures.get(&key) {
        return Some(texture.clone());
    }
    let image = decoded(if dark { found.dark } else { found.light })?;
    let texture = ctx.load_texture(
        found.file,
        image,
        // Pictures of the window are shown smaller than they are.
        egui::TextureOptions::LINEAR.with_mipmap_mode(Some(egui::TextureFilter::Linear)),
    );
    reading.pictures.insert(key, texture.clone());
    Some(texture)
}

/// The pixels of a PNG.
fn decoded(bytes: &[u8]) -> Option<ColorImage> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    let size = [
        usize::try_from(frame.width).ok()?,
        usize::try_from(frame.height).ok()?,
    ];
    match frame.color_type {
        png::ColorType::Rgb => Some(ColorImage::from_rgb(size, &pixels)),
        png::ColorType::Rgba => Some(ColorImage::from_rgba_unmultiplied(size, &pixels)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{decoded, pieces};
    use crate::app::Command;
    use crate::manual::{Block, Link, PICTURES, Run, chapter, chapters};

    #[test]
    fn what_is_looked_for_is_marked_wherever_it_stands() {
        assert_eq!(pieces("Tone, tone", ""), [("Tone, tone", false)]);
        assert_eq!(
            pieces("Tone, tone.", "tone"),
            [("Tone", true), (", ", false), ("tone", true), (".", false)]
        );
        assert_eq!(pieces("İ tone", "tone"), [("İ tone", false)]);
    }

    #[test]
    fn every_picture_can_be_shown() {
        for picture in PICTURES {
            let [width, height] = picture.size().unwrap_or_default();
            for bytes in [picture.light, picture.dark] {
                let shown = decoded(bytes).map(|image| image.size);
                let size = [width, height].map(|side| side as usize);
                assert_eq!(shown, Some(size), "{}", picture.file);
            }
        }
    }

    /// A link that leads nowhere, a picture that is not there, a picture that nobody sees.
    #[test]
    fn every_link_and_picture_of_the_manual_leads_somewhere() {
        let mut seen = std::collections::BTreeSet::new();
        let check = |runs: &[Run], of: &str| {
            for run in runs {
                match &run.link {
                    None => {}
                    Some(Link::Chapter(id)) => assert!(chapter(id).is_some(), "{of}: {id}"),
                    Some(Link::Command(label)) => {
                        let known = Command::all().iter().any(|it| it.label() == label);
                        assert!(known, "{of}: no command is called “{label}”");
                        assert!(crate::manual::command(label).is_some(), "{of}: {label}");
                    }
                }
            }
        };
        for chapter in chapters() {
            let of = chapter.id;
            for block in &chapter.blocks {
                match block {
                    Block::Heading { text, .. }
                    | Block::Paragraph(text)
                    | Block::Item { text, .. } => check(text, of),
                    Block::Table(rows) => {
                        for cell in rows.iter().flatten() {
                            check(cell, of);
                        }
                        assert!(rows.first().is_some_and(|row| row.len() < 4), "{of}");
                    }
                    Block::Code(_) => {}
                    Block::Picture { file, shows } => {
                        assert!(crate::manual::picture(file).is_some(), "{of}: {file}");
                        assert!(!shows.is_empty(), "{of}: {file} says nothing");
                        seen.insert(file.clone());
                    }
                }
            }
        }
        for picture in PICTURES {
            assert!(seen.contains(picture.file), "nobody sees {}", picture.file);
        }
    }
}
