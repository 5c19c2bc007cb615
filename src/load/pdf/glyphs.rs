//! The glyphs of a page: what each says and where it stands.

/// The glyphs of one page in the order in which they are drawn.
#[derive(Debug, Default)]
pub(super) struct Glyphs {
    text: String,
    placed: Vec<Glyph>,
    /// How many of them no font says the meaning of; they stand as U+FFFD.
    pub(super) unknown: u64,
}

/// A glyph, seen so that its line runs from left to right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    /// Where its text begins in that of the page.
    from: usize,
    /// Where it ends.
    to: usize,
    /// Where it begins on its line, in points.
    pub(super) left: f64,
    /// Where the next one begins.
    pub(super) right: f64,
    /// How far down the page its line stands, in points.
    pub(super) down: f64,
    /// The size of its font, in points.
    pub(super) size: f64,
    /// How its line is turned.
    pub(super) turn: Turn,
}

/// How a line is turned against the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// From left to right.
    Level,
    /// From below to above.
    Up,
    /// From above to below.
    Down,
    /// Upside down.
    Over,
    /// Across the page, as watermarks are.
    Slant,
}

/// A place on the page, in points, upwards and to the right.
pub(super) type Point = (f64, f64);

/// The farthest from the origin that anything is taken for a place on the page, in points: the largest
/// page PDF knows has sides of 14,400.
const FARTHEST: f64 = 100_000.0;
/// The smallest and the largest size of a font that is taken at its word, in points.
const SIZES: std::ops::RangeInclusive<f64> = 0.1..=2_000.0;

/// How far a line may lean, as a share of its length.
const LEAN: f64 = 0.2;

impl Glyphs {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.placed.len()
    }

    /// Each glyph with its text.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Glyph, &str)> {
        self.placed
            .iter()
            .map(|glyph| (*glyph, self.text.get(glyph.from..glyph.to).unwrap_or("")))
    }

    /// Adds a glyph that reaches from `start` to `end`, with `above` a font's size above its start. What
    /// is not on any page is left out.
    pub(super) fn push(&mut self, text: Option<&str>, start: Point, end: Point, above: Point) {
        let places = [start.0, start.1, end.0, end.1, above.0, above.1];
        if !places.iter().all(|place| place.abs() <= FARTHEST) {
            return;
        }
        let size = (above.0 - start.0).hypot(above.1 - start.1);
        let turn = Turn::of(start, end, above);
        let (left, down) = turn.level(start);
        let (right, _) = turn.level(end);
        let from = self.text.len();
        if let Some(text) = text {
            push_plain(&mut self.text, text);
        } else {
            self.unknown += 1;
            self.text.push(char::REPLACEMENT_CHARACTER);
        }
        self.placed.push(Glyph {
            from,
            to: self.text.len(),
            left,
            right: right.max(left),
            down,
            size: if SIZES.contains(&size) { size } else { 1.0 },
            turn,
        });
    }
}

/// Ligatures taken apart, what is not text left out.
fn push_plain(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            letter if letter.is_whitespace() => out.push(' '),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
}

impl Turn {
    fn of(start: Point, end: Point, above: Point) -> Self {
        let (mut right, mut up) = (end.0 - start.0, end.1 - start.1);
        if right.hypot(up) <= f64::EPSILON {
            // It has no width: the direction of its line is square to that of its height.
            (right, up) = (above.1 - start.1, start.0 - above.0);
        }
        if up.abs() <= LEAN * right.abs() {
            if right >= 0.0 {
                Self::Level
            } else {
                Self::Over
            }
        } else if right.abs() <= LEAN * up.abs() {
            if up >= 0.0 { Self::Up } else { Self::Down }
        } else {
            Self::Slant
        }
    }

    /// Where a place lies if the page is turned so that the line is level: to the right, and downwards.
    fn level(self, (x, y): Point) -> (f64, f64) {
        match self {
            Self::Level => (x, -y),
            Self::Up => (y, x),
            Self::Down => (-y, -x),
            Self::Over => (-x, y),
            Self::Slant => {
                // Turned back by 45 degrees, which is how most of them stand.
                let half = std::f64::consts::FRAC_1_SQRT_2;
                ((x + y) * half, (x - y) * half)
            }
        }
    }
}
