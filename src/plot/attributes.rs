//! Coordinates, colours and strokes as attributes of SVG.

use egui::{Color32, Pos2, Rect, Stroke};

/// A coordinate with two decimals at most.
pub(super) fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    match text.trim_end_matches('0').trim_end_matches('.') {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}

/// A colour as an attribute, with its opacity.
pub(super) fn paint(attribute: &str, colour: Color32) -> String {
    let [r, g, b, alpha] = colour.to_srgba_unmultiplied();
    match alpha {
        0 => format!(r#" {attribute}="none""#),
        255 => format!(r##" {attribute}="#{r:02x}{g:02x}{b:02x}""##),
        _ => format!(
            r##" {attribute}="#{r:02x}{g:02x}{b:02x}" {attribute}-opacity="{}""##,
            number(f32::from(alpha) / 255.0)
        ),
    }
}

pub(super) fn outline(stroke: Stroke) -> String {
    if stroke.width <= 0.0 || stroke.color == Color32::TRANSPARENT {
        return String::new();
    }
    format!(
        r#"{} stroke-width="{}""#,
        paint("stroke", stroke.color),
        number(stroke.width)
    )
}

pub(super) fn corners(rect: Rect) -> String {
    format!(
        r#"x="{}" y="{}" width="{}" height="{}""#,
        number(rect.min.x),
        number(rect.min.y),
        number(rect.width()),
        number(rect.height())
    )
}

pub(super) fn points(points: impl Iterator<Item = Pos2>) -> String {
    points
        .map(|Pos2 { x, y }| format!("{},{}", number(x), number(y)))
        .collect::<Vec<_>>()
        .join(" ")
}
