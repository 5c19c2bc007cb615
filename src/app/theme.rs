//! How the window looks: fonts, sizes, spacing and the colours that are not the charts'. The only
//! place in `app` with colour values; source and tone hues come from [`crate::chart::palette`].

use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, TextStyle, Visuals, vec2};

use crate::article::Side;
use crate::chart::{self, Ink, palette};

/// The text style of article text.
pub(super) fn reading() -> TextStyle {
    TextStyle::Name("reading".into())
}

/// The family of headings and numbers that should stand out.
pub(super) fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// The colours of one theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tokens {
    /// Light or dark, for the charts.
    pub(super) chart: chart::Theme,
    /// What text is read on.
    pub(super) paper: Color32,
    /// Bars and panels around it.
    pub(super) panel: Color32,
    /// Lines between things.
    pub(super) line: Color32,
    /// Edges of controls, so that they can be told from what is around them.
    pub(super) edge: Color32,
    /// Text.
    pub(super) text: Color32,
    /// Text that explains.
    pub(super) weak: Color32,
    /// Behind what is selected.
    pub(super) selected: Color32,
    /// Behind what the pointer is on.
    pub(super) hovered: Color32,
    /// Focus rings and selected controls.
    pub(super) accent: Color32,
    /// Errors.
    pub(super) error: Color32,
    /// Behind loaded words.
    pub(super) loaded: Color32,
    /// Behind words of the user's own lists.
    pub(super) own: Color32,
    /// Under hedges and intensifiers.
    pub(super) hedge: Color32,
    /// Behind quotations.
    pub(super) quoted: Color32,
    /// Around scare quotes.
    pub(super) quote_line: Color32,
    /// Around names.
    pub(super) name: Color32,
    /// Between passages that belong together.
    pub(super) link: Color32,
    /// Behind what was found.
    pub(super) found: Color32,
}

const LIGHT: Tokens = Tokens {
    chart: chart::Theme::Light,
    paper: Color32::WHITE,
    panel: Color32::from_rgb(0xF4, 0xF5, 0xF7),
    line: Color32::from_rgb(0xD9, 0xDC, 0xE1),
    edge: Color32::from_rgb(0x8D, 0x94, 0xA1),
    text: Color32::from_rgb(0x1B, 0x1E, 0x23),
    weak: Color32::from_rgb(0x59, 0x5F, 0x69),
    selected: Color32::from_rgb(0xE9, 0xEE, 0xF6),
    hovered: Color32::from_rgb(0xF3, 0xF5, 0xF8),
    accent: Color32::from_rgb(0x3B, 0x4A, 0x63),
    error: Color32::from_rgb(0x9A, 0x3A, 0x00),
    loaded: Color32::from_rgb(0xF7, 0xE6, 0xA1),
    own: Color32::from_rgb(0xF3, 0xDC, 0xEC),
    hedge: Color32::from_rgb(0x5B, 0x6B, 0x85),
    quoted: Color32::from_rgb(0xE2, 0xEC, 0xF7),
    quote_line: Color32::from_rgb(0x6F, 0x92, 0xBD),
    name: Color32::from_rgb(0x9A, 0xA1, 0xAD),
    link: Color32::from_rgb(0xA9, 0xB5, 0xC8),
    found: Color32::from_rgb(0xFF, 0xD2, 0x9E),
};

const DARK: Tokens = Tokens {
    chart: chart::Theme::Dark,
    paper: Color32::from_rgb(0x1B, 0x1B, 0x1B),
    panel: Color32::from_rgb(0x24, 0x25, 0x28),
    line: Color32::from_rgb(0x3C, 0x3F, 0x45),
    edge: Color32::from_rgb(0x7A, 0x80, 0x8C),
    text: Color32::from_rgb(0xE8, 0xE9, 0xEB),
    weak: Color32::from_rgb(0xA9, 0xAE, 0xB7),
    selected: Color32::from_rgb(0x2C, 0x33, 0x40),
    hovered: Color32::from_rgb(0x25, 0x27, 0x2B),
    accent: Color32::from_rgb(0xB7, 0xC4, 0xDB),
    error: Color32::from_rgb(0xF0, 0xA0, 0x70),
    loaded: Color32::from_rgb(0x57, 0x4B, 0x18),
    own: Color32::from_rgb(0x55, 0x2C, 0x48),
    hedge: Color32::from_rgb(0xA6, 0xB6, 0xD2),
    quoted: Color32::from_rgb(0x1F, 0x31, 0x45),
    quote_line: Color32::from_rgb(0x5C, 0x82, 0xB0),
    name: Color32::from_rgb(0x74, 0x7B, 0x87),
    link: Color32::from_rgb(0x55, 0x62, 0x78),
    found: Color32::from_rgb(0x6B, 0x48, 0x1C),
};

impl Tokens {
    /// The tokens of the theme `ui` is drawn in.
    pub(super) fn of(ui: &egui::Ui) -> Self {
        if ui.visuals().dark_mode { DARK } else { LIGHT }
    }

    /// A chart ink in this theme.
    pub(super) fn ink(self, ink: Ink) -> Color32 {
        let palette::Rgb(r, g, b) = palette::colour(ink, self.chart);
        Color32::from_rgb(r, g, b)
    }

    /// A source's hue.
    pub(super) fn side(self, side: Side) -> Color32 {
        self.ink(Ink::Source(side))
    }

    /// The hue of a tone: negative, neutral or positive.
    pub(super) fn tone(self, value: f64) -> Color32 {
        if value <= -crate::score::tone::NEUTRAL_BAND {
            self.ink(Ink::Negative)
        } else if value >= crate::score::tone::NEUTRAL_BAND {
            self.ink(Ink::Positive)
        } else {
            self.ink(Ink::Neutral)
        }
    }
}

/// Gives the window its fonts and both themes.
pub(super) fn install(ctx: &egui::Context) {
    ctx.set_fonts(crate::plot::fonts());
    for (theme, tokens) in [(egui::Theme::Light, LIGHT), (egui::Theme::Dark, DARK)] {
        ctx.set_visuals_of(theme, visuals(theme, tokens));
    }
    ctx.all_styles_mut(|style| {
        let plain = |size| FontId::new(size, FontFamily::Proportional);
        style.text_styles = [
            (TextStyle::Small, plain(12.0)),
            (TextStyle::Body, plain(14.0)),
            (TextStyle::Button, plain(14.0)),
            (TextStyle::Heading, FontId::new(19.0, semibold())),
            (
                TextStyle::Monospace,
                FontId::new(13.0, FontFamily::Monospace),
            ),
            (reading(), plain(15.5)),
        ]
        .into();
        style.spacing.item_spacing = vec2(8.0, 6.0);
        style.spacing.button_padding = vec2(9.0, 4.0);
        style.spacing.menu_margin = Margin::same(8);
        style.spacing.interact_size.y = 24.0;
    });
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
}

/// What the desktop looks like, where the window system does not say it.
pub(super) fn set_system(ctx: &egui::Context, theme: egui::Theme) {
    ctx.options_mut(|options| options.fallback_theme = theme);
}

/// Switches animations on or off.
pub(super) fn set_motion(ctx: &egui::Context, on: bool) {
    let seconds = if on {
        egui::Style::default().animation_time
    } else {
        0.0
    };
    ctx.all_styles_mut(|style| style.animation_time = seconds);
}

/// Larger or smaller in steps, from 60 to 250 %.
pub(super) fn zoom(ctx: &egui::Context, by: f32) {
    let steps = ((ctx.zoom_factor() + by) * 10.0).round();
    ctx.set_zoom_factor((steps / 10.0).clamp(0.6, 2.5));
}

/// The charts' theme for the theme the window has now.
pub(super) fn chart_theme(ctx: &egui::Context) -> chart::Theme {
    match ctx.theme() {
        egui::Theme::Light => chart::Theme::Light,
        egui::Theme::Dark => chart::Theme::Dark,
    }
}

fn visuals(theme: egui::Theme, tokens: Tokens) -> Visuals {
    let mut visuals = theme.default_visuals();
    visuals.panel_fill = tokens.panel;
    visuals.window_fill = tokens.paper;
    visuals.extreme_bg_color = tokens.paper;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.weak);
    visuals.error_fg_color = tokens.error;
    visuals.warn_fg_color = tokens.error;
    visuals.hyperlink_color = tokens.accent;
    visuals.selection.bg_fill = tokens.accent.gamma_multiply(0.28);
    visuals.selection.stroke = Stroke::new(1.5, tokens.accent);
    let radius = CornerRadius::same(5);
    for widget in [
        &mut visuals.widgets.noninteractive,
        &mut visuals.widgets.inactive,
        &mut visuals.widgets.hovered,
        &mut visuals.widgets.active,
        &mut visuals.widgets.open,
    ] {
        widget.corner_radius = radius;
        widget.fg_stroke.color = tokens.text;
        widget.expansion = 0.0;
    }
    visuals.widgets.noninteractive.bg_stroke = Stroke::new(1.0, tokens.line);
    visuals.widgets.inactive.bg_stroke = Stroke::new(1.0, tokens.edge);
    visuals.widgets.inactive.bg_fill = tokens.paper;
    visuals.widgets.inactive.weak_bg_fill = tokens.paper;
    visuals.widgets.hovered.weak_bg_fill = tokens.selected;
    visuals.widgets.hovered.bg_stroke = Stroke::new(1.0, tokens.weak);
    visuals.widgets.active.weak_bg_fill = tokens.selected;
    visuals.widgets.active.bg_stroke = Stroke::new(1.5, tokens.accent);
    visuals
}

#[cfg(test)]
mod tests {
    use egui::Color32;

    use super::{DARK, LIGHT, Tokens};
    use crate::article::Side;
    use crate::chart::palette::Rgb;

    fn contrast(one: Color32, other: Color32) -> f64 {
        let rgb = |color: Color32| Rgb(color.r(), color.g(), color.b());
        rgb(one).contrast(rgb(other))
    }

    /// WCAG AA: 4.5 for text, 3 for edges and marks that carry meaning.
    #[test]
    fn text_and_edges_can_be_told_from_what_is_behind_them() {
        for tokens in [LIGHT, DARK] {
            for behind in [tokens.paper, tokens.panel, tokens.selected, tokens.hovered] {
                for text in [tokens.text, tokens.weak, tokens.error] {
                    assert!(contrast(text, behind) >= 4.5, "{text:?} on {behind:?}");
                }
            }
            for behind in [tokens.loaded, tokens.own, tokens.quoted, tokens.found] {
                assert!(contrast(tokens.text, behind) >= 4.5, "text on {behind:?}");
            }
            let Tokens {
                paper, edge, hedge, ..
            } = tokens;
            for line in [edge, hedge, tokens.quote_line, tokens.accent] {
                assert!(contrast(line, paper) >= 3.0, "{line:?} on {paper:?}");
            }
            for side in Side::BOTH {
                assert!(contrast(tokens.side(side), paper) >= 3.0, "{side:?}");
            }
        }
    }
}
