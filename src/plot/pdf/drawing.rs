//! The drawing as the instructions of a PDF page: filled and stroked paths, and text.

use std::collections::BTreeSet;

use pdf_writer::types::{LineCapStyle, LineJoinStyle};
use pdf_writer::{Content, Name, Str};
use resvg::usvg::{
    FillRule, Group, LineCap, LineJoin, Node, Paint, Path, Text, Transform, fontdb, tiny_skia_path,
};
use tiny_skia_path::PathSegment;

use super::fonts::Fonts;

/// The instructions of a page, and what they need.
pub(super) struct Drawing<'a> {
    pub(super) content: Content,
    /// The fonts its text is set in.
    pub(super) fonts: Fonts<'a>,
    /// How opaque things are, in steps of 1/255.
    pub(super) opacities: BTreeSet<u8>,
}

/// The name of an opacity among the resources of a page.
pub(super) fn opacity_name(opacity: u8) -> String {
    format!("o{opacity}")
}

impl<'a> Drawing<'a> {
    pub(super) fn new(fonts: &'a fontdb::Database) -> Self {
        Self {
            content: Content::new(),
            fonts: Fonts::new(fonts),
            opacities: BTreeSet::new(),
        }
    }

    /// Everything in a group.
    pub(super) fn group(&mut self, group: &Group) {
        self.content.save_state();
        self.content.transform(matrix(group.transform()));
        if let Some(clip) = group.clip_path() {
            for node in clip.root().children() {
                if let Node::Path(path) = node {
                    self.outline(path.data());
                }
            }
            self.content.clip_nonzero().end_path();
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group),
                Node::Path(path) if path.is_visible() => self.path(path),
                Node::Text(text) => self.text(text),
                // Figures hold no pictures.
                Node::Path(_) | Node::Image(_) => {}
            }
        }
        self.content.restore_state();
    }

    fn path(&mut self, path: &Path) {
        if let Some(fill) = path.fill()
            && self.colour(fill.paint(), fill.opacity().get(), false)
        {
            self.outline(path.data());
            match fill.rule() {
                FillRule::NonZero => self.content.fill_nonzero(),
                FillRule::EvenOdd => self.content.fill_even_odd(),
            };
        }
        if let Some(stroke) = path.stroke()
            && self.colour(stroke.paint(), stroke.opacity().get(), true)
        {
            self.content
                .set_line_width(stroke.width().get())
                .set_line_cap(match stroke.linecap() {
                    LineCap::Butt => LineCapStyle::ButtCap,
                    LineCap::Round => LineCapStyle::RoundCap,
                    LineCap::Square => LineCapStyle::ProjectingSquareCap,
                })
                .set_line_join(match stroke.linejoin() {
                    LineJoin::Round => LineJoinStyle::RoundJoin,
                    LineJoin::Bevel => LineJoinStyle::BevelJoin,
                    LineJoin::Miter | LineJoin::MiterClip => LineJoinStyle::MiterJoin,
                })
                .set_miter_limit(stroke.miterlimit().get());
            let dashes = stroke.dasharray().unwrap_or_default();
            self.content
                .set_dash_pattern(dashes.iter().copied(), stroke.dashoffset());
            self.outline(path.data());
            self.content.stroke();
        }
    }

    /// Sets the colour and the opacity of what is drawn next. Figures are painted in plain colours; other
    /// paint is left out.
    fn colour(&mut self, paint: &Paint, opacity: f32, is_stroke: bool) -> bool {
        let Paint::Color(colour) = paint else {
            return false;
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "an opacity is between 0 and 1"
        )]
        let opacity = (opacity * 255.0).round() as u8;
        self.opacities.insert(opacity);
        self.content
            .set_parameters(Name(opacity_name(opacity).as_bytes()));
        let [red, green, blue] =
            [colour.red, colour.green, colour.blue].map(|part| f32::from(part) / 255.0);
        if is_stroke {
            self.content.set_stroke_rgb(red, green, blue);
        } else {
            self.content.set_fill_rgb(red, green, blue);
        }
        true
    }

    fn outline(&mut self, path: &tiny_skia_path::Path) {
        let mut from = (0.0, 0.0);
        for segment in path.segments() {
            match segment {
                PathSegment::MoveTo(to) => {
                    self.content.move_to(to.x, to.y);
                    from = (to.x, to.y);
                }
                PathSegment::LineTo(to) => {
                    self.content.line_to(to.x, to.y);
                    from = (to.x, to.y);
                }
                PathSegment::QuadTo(by, to) => {
                    // The cubic curve of the same shape.
                    let part = |from: f32, by: f32| from + (by - from) * 2.0 / 3.0;
                    self.content.cubic_to(
                        part(from.0, by.x),
                        part(from.1, by.y),
                        part(to.x, by.x),
                        part(to.y, by.y),
                        to.x,
                        to.y,
                    );
                    from = (to.x, to.y);
                }
                PathSegment::CubicTo(by, and, to) => {
                    self.content.cubic_to(by.x, by.y, and.x, and.y, to.x, to.y);
                    from = (to.x, to.y);
                }
                PathSegment::Close => {
                    self.content.close_path();
                }
            }
        }
    }

    fn text(&mut self, text: &Text) {
        for span in text.layouted().iter().filter(|span| span.visible) {
            let Some(fill) = &span.fill else { continue };
            if !self.colour(&fill.paint().clone(), fill.opacity().get(), false) {
                continue;
            }
            self.content.begin_text();
            for glyph in &span.positioned_glyphs {
                let Some(set) = self.fonts.set(glyph.font, glyph.id.0, &glyph.text) else {
                    continue;
                };
                // Letters stand upright on a page that counts upwards.
                let scale = set.units_per_em / glyph.font_size();
                let place = glyph.transform().pre_scale(scale, -scale);
                self.content
                    .set_font(Name(set.font.as_bytes()), glyph.font_size())
                    .set_text_matrix(matrix(place))
                    .show(Str(&set.code));
            }
            self.content.end_text();
        }
    }
}

fn matrix(transform: Transform) -> [f32; 6] {
    [
        transform.sx,
        transform.ky,
        transform.kx,
        transform.sy,
        transform.tx,
        transform.ty,
    ]
}
