//! The real program without a display, driven frame by frame at its usual size; a frame is ui and tessellation.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::App as _;
use egui::{Event, Rect, vec2};
use parallax::app::{App, Startup};

/// The program, without a display.
pub(crate) struct Driven {
    pub(crate) app: App,
    context: egui::Context,
    frame: eframe::Frame,
    clock: u32,
}

/// What a frame took.
#[derive(Clone, Copy)]
pub(crate) struct Took {
    pub(crate) ui: Duration,
    pub(crate) tessellation: Duration,
}

impl Took {
    pub(crate) fn whole(self) -> Duration {
        self.ui + self.tessellation
    }
}

impl Driven {
    /// The program as it starts with up to two files, its data in a folder.
    pub(crate) fn open(files: [Option<PathBuf>; 2], data: &Path) -> Self {
        let [a, b] = files;
        let startup = Startup {
            second_reader: false,
            a,
            b,
            more: Vec::new(),
            file_dialogs: false,
            language: None,
            data: Some(data.to_owned()),
            started: Instant::now(),
        };
        let context = egui::Context::default();
        let creation = eframe::CreationContext::_new_kittest(context.clone());
        Self {
            app: App::new(&creation, startup),
            context,
            frame: eframe::Frame::_new_kittest(),
            clock: 0,
        }
    }

    /// Runs a frame with some events; `seen` gets every shape it shows.
    pub(crate) fn step(&mut self, events: Vec<Event>, mut seen: impl FnMut(&egui::Shape)) -> Took {
        self.clock += 1;
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, vec2(1320.0, 880.0))),
            time: Some(f64::from(self.clock) / 60.0),
            predicted_dt: 1.0 / 60.0,
            focused: true,
            events,
            ..egui::RawInput::default()
        };
        let started = Instant::now();
        let output = self.context.run_ui(input, |ui| {
            self.app.logic(ui.ctx(), &mut self.frame);
            self.app.ui(ui, &mut self.frame);
        });
        let ui = started.elapsed();
        let drawn = self
            .context
            .tessellate(output.shapes.clone(), output.pixels_per_point);
        let tessellation = started.elapsed().saturating_sub(ui);
        black_box(drawn);
        output
            .shapes
            .iter()
            .for_each(|clipped| seen(&clipped.shape));
        output.drop_without_applying_deltas();
        Took { ui, tessellation }
    }
}

/// What the system says this process uses now and used at most, in MB; only Linux tells.
pub(crate) fn memory() -> Option<[u64; 2]> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let of = |key: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(key))?;
        let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
        Some(kilobytes / 1024)
    };
    Some([of("VmRSS:")?, of("VmHWM:")?])
}

pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[expect(clippy::print_stdout, reason = "what a bench is for")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}
