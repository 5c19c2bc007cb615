//! A figure as a picture: the SVG, rasterised.

use resvg::{tiny_skia, usvg};

use super::glyphs::Letters;
use super::tree::tree;
use crate::chart::{Chart, Theme};

/// The largest side of a picture, in pixels.
const MOST_PIXELS: u32 = 16_384;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The drawing could not be read back. This is an error in Parallax.
    #[error("the drawing could not be turned into a picture: {0}")]
    Drawing(#[from] usvg::Error),
    /// Nothing or far too much was asked for.
    #[error("a picture of {width} × {height} pixels cannot be made")]
    Size {
        /// Width asked for.
        width: u32,
        /// Height asked for.
        height: u32,
    },
    /// The picture could not be encoded.
    #[error("the picture could not be encoded: {0}")]
    Encoding(#[from] png::EncodingError),
    /// The PDF could not be made. This is an error in Parallax.
    #[error("the PDF could not be made: {0}")]
    Pdf(String),
}

/// A figure as pixels, for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels from left to right.
    pub width: usize,
    /// Pixels from top to bottom.
    pub height: usize,
    /// Red, green, blue and alpha of every pixel, row by row; all are opaque.
    pub rgba: Vec<u8>,
}

/// The figure as pixels: `size` points (higher where it needs more room), `scale` pixels a point.
pub fn picture(
    chart: &Chart,
    size: [f32; 2],
    scale: f32,
    theme: Theme,
) -> Result<Picture, PictureError> {
    let pixels = rasterised(chart, size, theme, |_| scale)?;
    Ok(Picture {
        width: pixels.width() as usize,
        height: pixels.height() as usize,
        // Without transparency, premultiplied and plain colours are the same.
        rgba: pixels.take(),
    })
}

/// The figure as a PNG of `size` points (higher where it needs more room), `scale` pixels a point. The
/// same chart gives the same bytes.
pub fn png(
    chart: &Chart,
    size: [f32; 2],
    scale: f32,
    theme: Theme,
) -> Result<Vec<u8>, PictureError> {
    dated(chart, size, scale, theme, None)
}

/// The figure as a PNG whose longer side has `pixels` pixels, drawn at `size` points (higher where it needs more room).
pub fn thumbnail(
    chart: &Chart,
    size: [f32; 2],
    pixels: u16,
    theme: Theme,
) -> Result<Vec<u8>, PictureError> {
    let pixels = f32::from(pixels);
    let picture = rasterised(chart, size, theme, |[width, height]| {
        pixels / width.max(height)
    })?;
    Ok(encode(&picture, Vec::new())?)
}

/// The same, with the date among its texts.
pub(super) fn dated(
    chart: &Chart,
    size: [f32; 2],
    scale: f32,
    theme: Theme,
    date: Option<&str>,
) -> Result<Vec<u8>, PictureError> {
    let picture = rasterised(chart, size, theme, |_| scale)?;
    let facts = chart.provenance.facts().into_iter();
    let mut texts: Vec<_> = facts.map(|(fact, text)| (fact.keyword(), text)).collect();
    texts.push(("Title", chart.title.clone()));
    texts.extend(date.map(|date| ("Creation Time", date.to_owned())));
    Ok(encode(&picture, texts)?)
}

/// `scale` says how many pixels a point has, given the points that the drawing takes.
fn rasterised(
    chart: &Chart,
    size: [f32; 2],
    theme: Theme,
    scale: impl FnOnce([f32; 2]) -> f32,
) -> Result<tiny_skia::Pixmap, PictureError> {
    let tree = tree(chart, size, theme, Letters::Outlined)?;
    let points = [tree.size().width(), tree.size().height()];
    let scale = scale(points);
    let [width, height] = points.map(|side| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "casts from float saturate"
        )]
        let pixels = (side * scale).round() as u32;
        pixels
    });
    let refused = PictureError::Size { width, height };
    if width.max(height) > MOST_PIXELS {
        return Err(refused);
    }
    let mut picture = tiny_skia::Pixmap::new(width, height).ok_or(refused)?;
    // A page of broken height would leave its last row half transparent.
    let paper = super::fonts::paper(theme);
    picture.fill(tiny_skia::Color::from_rgba8(
        paper.r(),
        paper.g(),
        paper.b(),
        255,
    ));
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut picture.as_mut());
    Ok(picture)
}

/// Without transparency, which a figure has none of; with what it says about itself.
fn encode(
    picture: &tiny_skia::Pixmap,
    texts: Vec<(&'static str, String)>,
) -> Result<Vec<u8>, png::EncodingError> {
    let pixels: Vec<u8> = picture
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgb);
    for (keyword, text) in texts {
        encoder.add_itxt_chunk(keyword.to_owned(), text)?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(out)
}
