//! The instructions of a page, of which only those that place text are followed: its glyphs come out.

use hayro_font::Font;
use hayro_font::kurbo::{Affine, Point};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Number, Object};
use hayro_syntax::page::{Page, Resources};

use super::budget::Budget;
use super::fonts::Fonts;
use super::glyphs::Glyphs;
use super::inline::without_pictures;
use super::layer::Refusal;

/// How deep drawings may stand in drawings; those further down are left out, as viewers do.
const DEEPEST_FORM: u32 = 12;
/// How many states may be set aside at once.
const MOST_STATES: usize = 256;

/// The glyphs of a page.
pub(super) fn glyphs<'a>(
    page: &Page<'a>,
    fonts: &mut Fonts<'a>,
    budget: &mut Budget,
) -> Result<Glyphs, Refusal> {
    let mut drawing = Drawing {
        fonts,
        budget,
        glyphs: Glyphs::default(),
    };
    if let Some(content) = page.page_stream() {
        drawing.budget.bytes(content.len())?;
        let state = State {
            page: Affine::new(page.initial_transform(false).as_coeffs()),
            ..State::default()
        };
        drawing.follow(content, page.resources(), state, 0)?;
    }
    Ok(drawing.glyphs)
}

/// What instructions change and others use.
#[derive(Clone)]
struct State<'a> {
    /// From the place drawn at to the page.
    page: Affine,
    font: Option<Font<'a>>,
    size: f64,
    letter_spacing: f64,
    word_spacing: f64,
    /// How wide letters are drawn, 1 as the font has them.
    stretch: f64,
    leading: f64,
    rise: f64,
    /// From the place of the next letter to the place drawn at.
    letter: Affine,
    /// The same at the start of the line.
    line: Affine,
}

impl Default for State<'_> {
    fn default() -> Self {
        Self {
            page: Affine::IDENTITY,
            font: None,
            size: 1.0,
            letter_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            letter: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }
}

impl State<'_> {
    fn next_line(&mut self, right: f64, up: f64) {
        self.line *= Affine::translate((right, up));
        self.letter = self.line;
    }

    fn next_leading(&mut self) {
        self.next_line(0.0, -self.leading);
    }
}

struct Drawing<'d, 'a> {
    fonts: &'d mut Fonts<'a>,
    budget: &'d mut Budget,
    glyphs: Glyphs,
}

impl<'a> Drawing<'_, 'a> {
    fn follow(
        &mut self,
        content: &[u8],
        resources: &Resources<'a>,
        mut state: State<'a>,
        depth: u32,
    ) -> Result<(), Refusal> {
        let content = without_pictures(content);
        let mut instructions = TypedIter::new(&content);
        let mut states: Vec<State<'a>> = Vec::new();
        while let Some(instruction) = instructions.next() {
            self.budget.instruction()?;
            match instruction {
                Op::SaveState(_) if states.len() < MOST_STATES => states.push(state.clone()),
                Op::RestoreState(_) => state = states.pop().unwrap_or(state),
                Op::Transform(m) => state.page *= affine([m.0, m.1, m.2, m.3, m.4, m.5]),
                Op::XObject(name) => self.form(name.0, resources, &state, depth)?,
                Op::TextFont(font) => {
                    state.size = font.1.as_f64();
                    state.font = self.fonts.font(font.0, resources);
                }
                instruction => self.text(&instruction, &mut state)?,
            }
        }
        Ok(())
    }

    /// Follows a drawing that is kept on its own.
    fn form(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        state: &State<'a>,
        depth: u32,
    ) -> Result<(), Refusal> {
        let Some(form) = resources.get_x_object(name) else {
            return Ok(());
        };
        let about = form.dict();
        let is_form = about
            .get::<Name<'_>>(keys::SUBTYPE)
            .is_some_and(|kind| kind.as_ref() == b"Form");
        if !is_form || depth >= DEEPEST_FORM {
            return Ok(());
        }
        let Ok(content) = form.decoded_data() else {
            return Ok(());
        };
        self.budget.form()?;
        self.budget.bytes(content.len())?;
        let own = about.get::<Dict<'_>>(keys::RESOURCES).map(Resources::new);
        let mut state = state.clone();
        if let Some(matrix) = about.get::<[f64; 6]>(keys::MATRIX) {
            state.page *= Affine::new(matrix);
        }
        self.follow(
            &content,
            own.as_ref().unwrap_or(resources),
            state,
            depth + 1,
        )
    }

    fn text(&mut self, instruction: &Op<'_, '_>, state: &mut State<'a>) -> Result<(), Refusal> {
        match instruction {
            Op::BeginText(_) => {
                state.letter = Affine::IDENTITY;
                state.line = Affine::IDENTITY;
            }
            Op::SetTextMatrix(m) => {
                state.line = affine([m.0, m.1, m.2, m.3, m.4, m.5]);
                state.letter = state.line;
            }
            Op::HorizontalScaling(scale) => state.stretch = scale.0.as_f64() / 100.0,
            Op::TextLeading(leading) => state.leading = leading.0.as_f64(),
            Op::CharacterSpacing(spacing) => state.letter_spacing = spacing.0.as_f64(),
            Op::WordSpacing(spacing) => state.word_spacing = spacing.0.as_f64(),
            Op::TextRise(rise) => state.rise = rise.0.as_f64(),
            Op::NextLine(by) => state.next_line(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                state.leading = -by.1.as_f64();
                state.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => state.next_leading(),
            Op::ShowText(shown) => self.show(state, shown.0.as_bytes())?,
            Op::NextLineAndShowText(shown) => {
                state.next_leading();
                self.show(state, shown.0.as_bytes())?;
            }
            Op::ShowTextWithParameters(shown) => {
                state.word_spacing = shown.0.as_f64();
                state.letter_spacing = shown.1.as_f64();
                state.next_leading();
                self.show(state, shown.2.as_bytes())?;
            }
            Op::ShowTexts(shown) => self.show_all(state, shown.0)?,
            _ => {}
        }
        Ok(())
    }

    /// Shows strings with the moves between them.
    fn show_all(&mut self, state: &mut State<'a>, shown: &Array<'_>) -> Result<(), Refusal> {
        for part in shown.iter::<Object<'_>>() {
            self.budget.instruction()?;
            match part {
                Object::Number(back) => {
                    let by = -back.as_f64() / 1000.0 * state.size * state.stretch;
                    state.letter *= Affine::translate((by, 0.0));
                }
                Object::String(shown) => self.show(state, shown.as_bytes())?,
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, state: &mut State<'a>, bytes: &[u8]) -> Result<(), Refusal> {
        let Some(font) = state.font.clone() else {
            return Ok(());
        };
        let mut at = 0;
        while at < bytes.len() {
            self.budget.letter()?;
            let drawn = self.fonts.draw(&font, bytes, at);
            at += drawn.length;
            let (right, up) = (drawn.advance.0 / 1000.0, drawn.advance.1 / 1000.0);
            let shape = [
                state.size * state.stretch,
                0.0,
                0.0,
                state.size,
                0.0,
                state.rise,
            ];
            let place = state.page * state.letter * Affine::new(shape);
            let on_page = |x: f64, y: f64| {
                let point = place * Point::new(x, y);
                (point.x, point.y)
            };
            self.glyphs.push(
                drawn.text.as_deref(),
                on_page(0.0, 0.0),
                on_page(right, 0.0),
                on_page(0.0, 1.0),
            );
            let spacing = state.letter_spacing
                + if drawn.is_blank {
                    state.word_spacing
                } else {
                    0.0
                };
            let by = if font.is_horizontal() {
                ((right * state.size + spacing) * state.stretch, 0.0)
            } else {
                (0.0, up * state.size + spacing)
            };
            state.letter *= Affine::translate(by);
        }
        Ok(())
    }
}

fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}
