//! The pictures of the manual, each in the light and the dark theme. All are drawn by
//! `UPDATE_GOLDEN=1 cargo test --test window manual` and checked by the same test without it.

/// A picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// What chapters call it.
    pub file: &'static str,
    /// As PNG, on a light background.
    pub light: &'static [u8],
    /// As PNG, on a dark background.
    pub dark: &'static [u8],
}

impl Picture {
    /// Width and height in pixels, as its PNG says.
    pub fn size(&self) -> Option<[u32; 2]> {
        let side = |at: usize| {
            let bytes = self.light.get(at..at + 4)?;
            Some(u32::from_be_bytes(bytes.try_into().ok()?))
        };
        Some([side(16)?, side(20)?])
    }
}

macro_rules! pictures {
    ($($name:literal),+ $(,)?) => {
        /// Every picture.
        pub const PICTURES: &[Picture] = &[$(Picture {
            file: concat!($name, ".png"),
            light: include_bytes!(concat!("../../assets/manual/pictures/", $name, "-light.png")),
            dark: include_bytes!(concat!("../../assets/manual/pictures/", $name, "-dark.png")),
        }),+];
    };
}

pictures![
    "findings",
    "read",
    "evidence",
    "report",
    "write",
    "paragraphs-chart",
    "spread-chart",
    "headline-chart",
    "ranking-chart",
    "differences-chart",
    "word-shift-chart",
    "coverage-chart",
    "terms-chart",
    "people-chart",
    "strip-chart",
    "arc-chart",
    "stories-chart",
    "distribution-chart",
    "over-time-chart",
    "shares-chart",
    "paragraphs-by-source-chart",
    "spread-by-source-chart",
    "headlines-by-source-chart",
];

/// The picture that chapters call `file`.
pub fn picture(file: &str) -> Option<&'static Picture> {
    PICTURES.iter().find(|picture| picture.file == file)
}
