//! Opens the window, with the renderer that suits the system.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::kept::choices::window_before;
use super::no_window::NoWindow;
use super::state::App;
use super::window::{DATA, Startup};

/// The name of the desktop file, the icon and the window class. Names below “alt” are no addresses and never will
/// be (RFC 9476): it claims no domain that anybody could own.
const APP_ID: &str = "alt.parallax.parallax";

/// What it was called before, and is still the folder of what eframe keeps where that was used.
const EARLIER_ID: &str = "io.parallax.Parallax";

/// The size of the window where none is remembered, in points.
const SIZE: [f32; 2] = [1320.0, 880.0];

/// What draws the window, in the order it is tried. On Linux only OpenGL: wgpu starts in three times the time
/// where there is no GPU, and costs every build a tenth of its time. Elsewhere wgpu first: remote desktops on
/// Windows have no OpenGL to speak of.
#[cfg(target_os = "linux")]
const RENDERERS: [(&str, eframe::Renderer); 1] = [("OpenGL", eframe::Renderer::Glow)];
#[cfg(not(target_os = "linux"))]
const RENDERERS: [(&str, eframe::Renderer); 2] = [
    ("wgpu", eframe::Renderer::Wgpu),
    ("OpenGL", eframe::Renderer::Glow),
];

/// Opens the window and returns when it is closed.
pub fn run(startup: &Startup) -> Result<(), NoWindow> {
    env_logger::Builder::from_env(
        env_logger::Env::default().default_filter_or("error,parallax=warn"),
    )
    .init();
    let mut failures = Vec::new();
    for (name, renderer) in RENDERERS {
        let opened = Arc::new(AtomicBool::new(false));
        match open(renderer, startup.clone(), Arc::clone(&opened)) {
            Ok(()) => return Ok(()),
            Err(error) => failures.push((name, error)),
        }
        if opened.load(Ordering::Relaxed) {
            break; // It did open: a failure on closing must not open it again.
        }
    }
    Err(NoWindow::new(&failures))
}

fn open(renderer: eframe::Renderer, startup: Startup, opened: Arc<AtomicBool>) -> eframe::Result {
    let before = startup.data.as_deref().and_then(window_before);
    let (size, fills) = before.unwrap_or((SIZE, false));
    let viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Parallax")
        .with_inner_size(size)
        .with_maximized(fills)
        .with_min_inner_size([900.0, 600.0])
        .with_icon(Arc::new(icon()));
    let options = eframe::NativeOptions {
        renderer,
        viewport,
        persist_window: false,
        persistence_path: state_file(),
        ..Default::default()
    };
    eframe::run_native(
        "Parallax",
        options,
        Box::new(move |cc| {
            opened.store(true, Ordering::Relaxed);
            Ok(Box::new(App::new(cc, startup)))
        }),
    )
}

/// Where eframe keeps the state of panels: where it did so before, or with everything else that is kept.
fn state_file() -> Option<PathBuf> {
    let folder = |name| eframe::storage_dir(name).map(|folder| folder.join("app.ron"));
    folder(EARLIER_ID)
        .filter(|earlier| earlier.exists())
        .or_else(|| folder(DATA))
}

/// The window's icon; an empty one if the bundled picture cannot be read.
fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")).unwrap_or_default()
}
