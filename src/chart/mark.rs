//! What a chart is made of: marks with a shape, an ink and an identity.

use crate::article::{Place, Side};

/// What a mark stands for: hovering names it, clicking goes there, selecting it lights it up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A block, a headline or one of its cues.
    Place(Place),
    /// The source as a whole.
    Source {
        /// The source.
        side: Side,
    },
    /// An article of a source that is neither A nor B.
    Article {
        /// The position of its source among the others.
        source: usize,
        /// Its position in its source.
        article: usize,
    },
    /// One measure.
    Measure {
        /// Its identifier in the registry.
        id: String,
    },
    /// One category of the user's own lists, by its label.
    List(String),
    /// One word.
    Word(String),
}

/// The size of the points of paragraphs where there are `count` of them: smaller where they would hide
/// each other.
pub(super) fn point_radius(count: usize) -> f32 {
    const USUAL: f32 = 4.0;
    const CROWD: f32 = 200.0;
    #[expect(clippy::cast_precision_loss, reason = "a size in points")]
    let crowded = (CROWD / count.max(1) as f32).sqrt();
    (USUAL * crowded).clamp(1.6, USUAL)
}

/// The name of a bar from zero to `value`, on the other side of zero where it never lies on the bar; `reach` is
/// how far the axis goes.
pub(super) fn beside_zero((value, reach): (f64, f64), y: f64, name: &str, strong: bool) -> Mark {
    /// The gap to zero, as a share of the axis.
    const GAP: f64 = 0.01;
    let (x, align) = if value < 0.0 {
        (reach * GAP, Align::Left)
    } else {
        (-reach * GAP, Align::Right)
    };
    let shape = Shape::Label {
        at: [x, y],
        text: name.to_owned(),
        align,
        size: 12.0,
        strong,
        fit: Fit::Cut(reach * (1.0 - GAP)),
    };
    Mark::new(shape, Ink::Text)
}

/// One thing drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it looks like.
    pub shape: Shape,
    /// Its colour, by meaning.
    pub ink: Ink,
    /// How it is filled.
    pub look: Look,
    /// What it stands for; the first is where a click goes. Empty for marks that only explain.
    pub targets: Vec<Target>,
    /// What hovering it says.
    pub hover: Option<Hover>,
}

impl Mark {
    /// A mark that stands for nothing yet.
    pub const fn new(shape: Shape, ink: Ink) -> Self {
        Self {
            shape,
            ink,
            look: Look::Solid,
            targets: Vec::new(),
            hover: None,
        }
    }

    /// The same mark, filled differently.
    #[must_use]
    pub const fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    /// The same mark, standing for `target`.
    #[must_use]
    pub fn target(mut self, target: Target) -> Self {
        self.targets.push(target);
        self
    }

    /// The same mark, standing for all of `targets`.
    #[must_use]
    pub fn targets(mut self, targets: Vec<Target>) -> Self {
        self.targets = targets;
        self
    }

    /// The same mark, explaining itself under the pointer.
    #[must_use]
    pub fn hover(mut self, hover: Hover) -> Self {
        self.hover = Some(hover);
        self
    }

    /// Whether it stands for `target`, alone or among others.
    pub fn stands_for(&self, target: &Target) -> bool {
        self.targets.contains(target)
    }
}

/// The shape of a mark. Coordinates are data units, sizes points.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Bar {
        /// Left and right edge.
        x: (f64, f64),
        /// Lower and upper edge.
        y: (f64, f64),
    },
    /// A symbol.
    Point {
        /// Its centre.
        at: [f64; 2],
        /// Its size from the centre, in points.
        radius: f32,
        /// Which symbol.
        symbol: Symbol,
    },
    /// A line through points.
    Line {
        /// The points, in order.
        points: Vec<[f64; 2]>,
        /// Its width in points.
        width: f32,
        /// Solid or dashed.
        dash: Dash,
    },
    /// A line from end to end with a short stroke across each end.
    Whisker {
        /// One end.
        from: [f64; 2],
        /// The other end.
        to: [f64; 2],
        /// The line's width in points.
        width: f32,
        /// Half the length of the end strokes, in points.
        cap: f32,
    },
    /// A few words inside the plot.
    Label {
        /// Where it is tied to.
        at: [f64; 2],
        /// The words.
        text: String,
        /// Which side of the words touches that point.
        align: Align,
        /// Size of the letters in points.
        size: f32,
        /// Whether it is set bold.
        strong: bool,
        /// What happens where there is too little room.
        fit: Fit,
    },
}

/// The symbol of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// A filled circle: source A.
    Circle,
    /// A hollow triangle: source B.
    Triangle,
    /// A filled diamond: a mean.
    Diamond,
    /// A filled square: one of the further sources, as all that follow.
    Square,
    /// A hollow triangle on its tip.
    Down,
    /// An upright cross.
    Plus,
    /// A hollow square.
    Box,
    /// A cross on its side.
    Cross,
    /// A hollow circle.
    Ring,
}

impl Symbol {
    /// The symbol of a source.
    pub const fn of(side: Side) -> Self {
        match side {
            Side::A => Self::Circle,
            Side::B => Self::Triangle,
        }
    }
}

/// Whether a line is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken: source A.
    Solid,
    /// Broken: source B.
    Dashed,
    /// Dots: one of the further sources.
    Dotted,
}

impl Dash {
    /// The line style of a source.
    pub const fn of(side: Side) -> Self {
        match side {
            Side::A => Self::Solid,
            Side::B => Self::Dashed,
        }
    }
}

/// How a mark is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Filled.
    Solid,
    /// Filled, letting what lies below show through.
    Pale,
    /// Only its outline.
    Hollow,
    /// Only a thin outline, what lies below seen through it.
    Outline,
    /// Filled up to a thin gap to its neighbours.
    Cell,
    /// A tint between a line along its upper and one along its lower edge: a stretch of a band.
    Band,
}

/// A colour by meaning; [`super::palette::colour`] says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// One of the two sources.
    Source(Side),
    /// One of the further sources, by position, where every one needs a colour of its own.
    Other(usize),
    /// Negative tone.
    Negative,
    /// Positive tone.
    Positive,
    /// Neither.
    Neutral,
    /// A tone in hundredths, −100 to +100: the stronger, the deeper.
    Tone(i8),
    /// What is written on such a tone.
    OnTone(i8),
    /// What is written on any other ink.
    Paper,
    /// Text that matters.
    Text,
    /// Text that explains.
    Muted,
    /// The zero line and axes.
    Rule,
    /// Faint lines at round values.
    Grid,
}

/// Which side of a label touches the point it is tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// It begins there, and is centred on it vertically.
    Left,
    /// It is centred on it.
    Centre,
    /// It ends there, and is centred on it vertically.
    Right,
    /// It begins there and hangs below it: the heading of what lies below, at any height.
    Under,
    /// It begins there and stands on it.
    Over,
}

/// What happens to a label where there is too little room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fit {
    /// It is drawn in full.
    Full,
    /// It is cut with an ellipsis to this width, in data units.
    Cut(f64),
    /// It is left out unless it fits this width, in data units.
    Drop(f64),
}

/// What hovering a mark says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hover {
    /// What it is.
    pub title: String,
    /// More about it, a line each.
    pub lines: Vec<String>,
}

/// A line across the whole plot.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// From bottom to top, at this x.
    Vertical(f64),
    /// From left to right, at this y.
    Horizontal(f64),
}

/// One entry of the legend.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// What it looks like.
    pub swatch: Swatch,
    /// Its colour.
    pub ink: Ink,
    /// What it means.
    pub label: String,
}

impl Key {
    /// An entry.
    pub(super) fn new(swatch: Swatch, ink: Ink, label: &str) -> Self {
        Self {
            swatch,
            ink,
            label: label.to_owned(),
        }
    }
}

/// The picture in a legend entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swatch {
    /// A symbol.
    Symbol(Symbol),
    /// A rectangle.
    Bar(Look),
    /// A line.
    Line(Dash),
    /// A line through a symbol.
    Track(Symbol, Dash),
    /// A line with end strokes.
    Whisker,
    /// A small and a large symbol.
    Sizes(Symbol),
    /// A sample of small print.
    Text(&'static str),
    /// A filled cell with a sign in it.
    Cell(&'static str),
}
