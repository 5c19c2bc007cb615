//! How large things are in a column of text, by its width: the narrower, the closer, so that a small window
//! holds text and not margins.

/// The sizes of a column, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sizes {
    /// Room for the tone at the left of a block.
    pub(super) gutter: f32,
    /// Height of a line of article text.
    pub(super) line: f32,
    /// Room above and below a block.
    pub(super) padding: f32,
    /// The headline's letters.
    pub(super) headline: f32,
    /// Height of a line of the headline.
    pub(super) headline_line: f32,
    /// Whether there is room for one line of chips only.
    pub(super) is_small: bool,
}

/// From this width on, in points, a column has all the room it likes.
const WIDE: f32 = 470.0;
/// Below this width a column is that of a small, enlarged window.
const SMALL: f32 = 340.0;

impl Sizes {
    /// The sizes of a column of this width.
    pub(super) const fn of(width: f32) -> Self {
        if width >= WIDE {
            Self {
                gutter: 60.0,
                line: 22.0,
                padding: 6.0,
                headline: 20.0,
                headline_line: 26.0,
                is_small: false,
            }
        } else if width >= SMALL {
            Self {
                gutter: 56.0,
                line: 22.0,
                padding: 5.0,
                headline: 18.0,
                headline_line: 23.0,
                is_small: false,
            }
        } else {
            Self {
                gutter: 48.0,
                line: 20.0,
                padding: 4.0,
                headline: 15.5,
                headline_line: 19.0,
                is_small: true,
            }
        }
    }
}
