//! What is remembered from one start to the next, and what of it was written: the user's choices, the size of
//! the window and where its parts stood.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use serde_json::Value;

use crate::session::remembered::{Remembered, Values};

use crate::app::kept::preferences::Preferences;

/// The key of the size of the window: width, height, and whether it fills the screen.
pub(in crate::app) const WINDOW: &str = "window";
/// The key of where panels and lists stood, as egui keeps it.
pub(in crate::app) const MEMORY: &str = "memory";

/// What is remembered, and what of it was written.
#[derive(Debug, Default)]
pub(in crate::app) struct Remembering {
    pub(in crate::app) store: Option<Arc<Mutex<Remembered>>>,
    /// The choices as they were written last; `None` where they must be.
    pub(in crate::app) written: Option<Preferences>,
    pub(in crate::app) at: Option<Instant>,
    pub(in crate::app) is_busy: bool,
    /// Why they could not be written last; said once.
    pub(in crate::app) failed: Option<String>,
    /// The size of the window while it does not fill the screen.
    pub(in crate::app) size: Option<[f32; 2]>,
    pub(in crate::app) fills: bool,
}

impl Remembering {
    /// What is remembered in the data folder `data`, the choices in it, and what is to be told of it.
    /// `earlier` are the choices that version 0.1.0 kept elsewhere; they count where there are no others.
    pub(in crate::app) fn start(
        data: Option<&Path>,
        earlier: Option<Preferences>,
        ctx: &egui::Context,
    ) -> (Self, Preferences, Vec<String>) {
        let Some(data) = data else {
            let preferences = earlier.unwrap_or_default();
            return (Self::default(), preferences, Vec::new());
        };
        let (mut store, told) = Remembered::open(data);
        let mut told: Vec<String> = told.into_iter().collect();
        let before = store.values().clone();
        let (preferences, is_written) = match earlier {
            Some(earlier) if before.is_empty() && told.is_empty() => (earlier, false),
            _ => {
                let (preferences, wrong) = preferences(&before);
                if wrong.is_empty() {
                    store.assume(values(&preferences));
                } else {
                    let why = format!("{} is not as expected", wrong.join(", "));
                    told.push(store.set_aside(&why));
                }
                (preferences, wrong.is_empty())
            }
        };
        if let Some(Value::String(memory)) = before.get(MEMORY) {
            recall(memory, ctx);
        }
        let remembering = Self {
            written: is_written.then(|| preferences.clone()),
            store: Some(Arc::new(Mutex::new(store))),
            ..Self::default()
        };
        (remembering, preferences, told)
    }
}

/// How large the window may be drawn, in times its usual size.
const ZOOM: std::ops::RangeInclusive<f32> = 0.2..=5.0;
/// How wide and high a window may be, in points.
const SIZES: std::ops::RangeInclusive<f32> = 100.0..=20_000.0;
/// Farther away nothing stands on any screen, in points.
const FARTHEST: f64 = 1e6;

/// Puts panels and lists back where they stood. Of how egui works nothing is taken but the size of things: a
/// damaged file must not make a window that cannot be used, at this start and every other.
fn recall(text: &str, ctx: &egui::Context) {
    if !is_on_a_screen(text) {
        return;
    }
    let Some(mut memory) = eframe::get_value::<egui::Memory>(&Text(text.to_owned()), MEMORY) else {
        return;
    };
    let zoom = memory.options.zoom_factor;
    ctx.memory_mut(|now| {
        memory.options = now.options.clone();
        if ZOOM.contains(&zoom) {
            memory.options.zoom_factor = zoom;
        }
        *now = memory;
    });
}

/// Whether every length that egui keeps is one of a screen. Its whole numbers are names and no lengths.
fn is_on_a_screen(text: &str) -> bool {
    let is_of_number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    let words = text.split(|c| !is_of_number(c));
    let lengths = words.filter(|word| word.contains('.') || word.contains(['e', 'E']));
    let mut lengths = lengths.filter_map(|word| word.parse::<f64>().ok());
    lengths.all(|length| length.abs() <= FARTHEST)
}

/// The size of the window as it was, and whether it filled the screen.
pub(in crate::app) fn window_before(data: &Path) -> Option<([f32; 2], bool)> {
    let values = Remembered::peek(data);
    let (size, fills): ([f32; 2], bool) =
        serde_json::from_value(values.get(WINDOW)?.clone()).ok()?;
    size.iter()
        .all(|length| SIZES.contains(length))
        .then_some((size, fills))
}

/// The choices among `values`, and the keys whose values are none that this version knows; those are as at
/// the start.
fn preferences(values: &Values) -> (Preferences, Vec<String>) {
    let read = |values: Values| serde_json::from_value::<Preferences>(Value::Object(values));
    if let Ok(preferences) = read(values.clone()) {
        return (preferences, Vec::new());
    }
    let alone =
        |key: &String, value: &Value| read([(key.clone(), value.clone())].into_iter().collect());
    let (right, wrong): (Vec<_>, Vec<_>) =
        (values.iter()).partition(|(key, value)| alone(key, value).is_ok());
    let right = right
        .into_iter()
        .map(|(key, value)| (key.clone(), value.clone()));
    let wrong = wrong.into_iter().map(|(key, _)| format!("“{key}”"));
    (read(right.collect()).unwrap_or_default(), wrong.collect())
}

/// The choices by name.
pub(in crate::app) fn values(preferences: &Preferences) -> Values {
    match serde_json::to_value(preferences) {
        Ok(Value::Object(values)) => values,
        _ => Values::new(),
    }
}

/// One value as the text that eframe makes of it: egui's memory has keys that JSON has not.
#[derive(Debug, Default)]
pub(in crate::app) struct Text(pub(in crate::app) String);

impl eframe::Storage for Text {
    fn get_string(&self, _: &str) -> Option<String> {
        Some(self.0.clone())
    }

    fn set_string(&mut self, _: &str, value: String) {
        self.0 = value;
    }

    fn remove_string(&mut self, _: &str) {
        self.0.clear();
    }

    fn flush(&mut self) {}
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    /// The zoom of a window whose memory was kept as the text that `damage` makes of it.
    fn zoom_after(damage: impl Fn(&str) -> String) -> f32 {
        let ctx = egui::Context::default();
        ctx.memory_mut(|memory| memory.options.zoom_factor = 1.25);
        let mut text = Text::default();
        let memory = ctx.memory(Clone::clone);
        eframe::set_value(&mut text, MEMORY, &memory);
        let next = egui::Context::default();
        recall(&damage(&text.0), &next);
        assert!(next.options(|options| options.max_passes.get()) < 10);
        next.memory(|memory| memory.options.zoom_factor)
    }

    #[test]
    fn damaged_memory_makes_no_window_that_cannot_be_used() {
        assert!((zoom_after(str::to_owned) - 1.25).abs() < 0.01);
        for (from, to) in [
            ("zoom_factor:1.25", "zoom_factor:99999999999999999999.25"),
            ("zoom_factor:1.25", "zoom_factor:0.0"),
            ("zoom_factor:1.25", "zoom_factor:9.25"),
            ("epsilon:", "epsilon:9e19"),
            ("(", ""),
        ] {
            let damaged = |text: &str| {
                assert!(text.contains(from), "{text}");
                text.replace(from, to)
            };
            assert!((zoom_after(damaged) - 1.0).abs() < 0.01, "{to}");
        }
        let passes = |text: &str| text.replace("max_passes:2", "max_passes:9999999");
        assert!((zoom_after(passes) - 1.25).abs() < 0.01);
    }

    #[test]
    fn a_window_has_the_size_of_a_window() {
        let data = tempfile::tempdir().unwrap();
        let before = |value: &str| {
            std::fs::write(
                data.path().join("settings.json"),
                format!("{{\"window\": {value}}}"),
            )
            .unwrap();
            window_before(data.path())
        };
        assert_eq!(
            before("[[900.0, 600.0], true]"),
            Some(([900.0, 600.0], true))
        );
        for value in [
            "[[9e19, 600.0], true]",
            "[[0, 600], true]",
            "[[-5, 600], false]",
            "7",
        ] {
            assert_eq!(before(value), None, "{value}");
        }
    }
}
