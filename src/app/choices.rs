//! What is remembered from one start to the next, and what of it was written: the user's choices, the size of
//! the window and where its parts stood.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use serde_json::Value;

use crate::session::remembered::{Remembered, Values};

use super::view::Preferences;

/// The key of the size of the window: width, height, and whether it fills the screen.
pub(super) const WINDOW: &str = "window";
/// The key of where panels and lists stood, as egui keeps it.
pub(super) const MEMORY: &str = "memory";

/// What is remembered, and what of it was written.
#[derive(Debug, Default)]
pub(super) struct Remembering {
    pub(super) store: Option<Arc<Mutex<Remembered>>>,
    /// The choices as they were written last; `None` where they must be.
    pub(super) written: Option<Preferences>,
    pub(super) at: Option<Instant>,
    pub(super) is_busy: bool,
    /// Why they could not be written last; said once.
    pub(super) failed: Option<String>,
    /// The size of the window while it does not fill the screen.
    pub(super) size: Option<[f32; 2]>,
    pub(super) fills: bool,
}

impl Remembering {
    /// What is remembered in the data folder `data`, the choices in it, and what is to be told of it.
    /// `earlier` are the choices that version 0.1.0 kept elsewhere; they count where there are no others.
    pub(super) fn start(
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
        if let Some(Value::String(memory)) = before.get(MEMORY)
            && let Some(memory) = eframe::get_value(&Text(memory.clone()), MEMORY)
        {
            ctx.memory_mut(|now| *now = memory);
        }
        let remembering = Self {
            written: is_written.then(|| preferences.clone()),
            store: Some(Arc::new(Mutex::new(store))),
            ..Self::default()
        };
        (remembering, preferences, told)
    }
}

/// The size of the window as it was, and whether it filled the screen.
pub(super) fn window_before(data: &Path) -> Option<([f32; 2], bool)> {
    let values = Remembered::peek(data);
    serde_json::from_value(values.get(WINDOW)?.clone()).ok()
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
pub(super) fn values(preferences: &Preferences) -> Values {
    match serde_json::to_value(preferences) {
        Ok(Value::Object(values)) => values,
        _ => Values::new(),
    }
}

/// One value as the text that eframe makes of it: egui's memory has keys that JSON has not.
#[derive(Debug, Default)]
pub(super) struct Text(pub(super) String);

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
