//! The window as it looks, in both themes, against pictures that were looked at. The light one is the
//! README's. Drawn again by `UPDATE_GOLDEN=1 cargo test --test window pictures`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use egui::{Key, Modifiers, vec2};
use image::codecs::png::{self, CompressionType, PngEncoder};
use image::imageops::FilterType;
use image::{ImageEncoder as _, RgbaImage};
use parallax::app::Command;

use super::{settle, wait_for, with_samples};

/// The share of pixels that may differ: renderers smooth edges differently.
const TOLERATED: f64 = 0.02;

#[test]
fn the_window_looks_as_it_was_looked_at() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (theme, size, file) in [
        (
            Command::ThemeLight,
            vec2(1320.0, 880.0),
            "assets/readme/window.png",
        ),
        (
            Command::ThemeDark,
            vec2(900.0, 600.0),
            "tests/golden/window/dark.png",
        ),
    ] {
        let mut harness = with_samples();
        harness.set_size(size);
        harness.state_mut().request(theme);
        wait_for(&mut harness, |harness| {
            harness.state().comparison().is_some()
        });
        harness.key_press(Key::S);
        settle(&mut harness);
        // Without any renderer it panics rather than say so.
        let drawn = catch_unwind(AssertUnwindSafe(|| harness.render()));
        let Ok(Ok(drawn)) = drawn else {
            eprintln!("skipped: nothing draws pictures here");
            return;
        };
        compare(&drawn, &root.join(file));
    }
}

/// Every page as it opens, at half size: enough to see what moved, was cut or lost its colour.
#[test]
fn the_pages_look_as_they_were_looked_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/window");
    for (theme, name, size) in [
        (Command::ThemeLight, "light", vec2(1320.0, 880.0)),
        (Command::ThemeDark, "dark", vec2(900.0, 600.0)),
    ] {
        let mut harness = with_samples();
        harness.set_size(size);
        harness.state_mut().request(theme);
        wait_for(&mut harness, |harness| {
            harness.state().comparison().is_some()
        });
        for (key, page) in [
            (Key::Num1, "findings"),
            (Key::Num3, "compare"),
            (Key::Num4, "words"),
            (Key::Num5, "people"),
            (Key::Num6, "headlines"),
            (Key::Num8, "manual"),
            (Key::Num9, "settings"),
            (Key::R, "report"),
        ] {
            harness.key_press_modifiers(Modifiers::COMMAND, key);
            settle(&mut harness);
            let Ok(Ok(drawn)) = catch_unwind(AssertUnwindSafe(|| harness.render())) else {
                eprintln!("skipped: nothing draws pictures here");
                return;
            };
            let (width, height) = (drawn.width() / 2, drawn.height() / 2);
            let half = image::imageops::resize(&drawn, width, height, FilterType::Triangle);
            compare(&half, &folder.join(format!("{page}-{name}.png")));
        }
    }
}

pub(super) fn compare(drawn: &RgbaImage, file: &Path) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        let out = std::fs::File::create(file).unwrap();
        let (width, height) = drawn.dimensions();
        let opaque = image::DynamicImage::ImageRgba8(drawn.clone()).into_rgb8();
        PngEncoder::new_with_quality(out, CompressionType::Best, png::FilterType::Adaptive)
            .write_image(&opaque, width, height, image::ExtendedColorType::Rgb8)
            .unwrap();
        return;
    }
    let expected = image::open(file).unwrap().into_rgba8();
    assert_eq!(
        drawn.dimensions(),
        expected.dimensions(),
        "{}",
        file.display()
    );
    let differ = drawn
        .pixels()
        .zip(expected.pixels())
        .filter(|(one, other)| {
            let channels = one.0.iter().zip(other.0);
            channels.into_iter().any(|(a, b)| a.abs_diff(b) > 40)
        });
    let share = differ.count() as f64 / f64::from(drawn.width() * drawn.height());
    assert!(
        share <= TOLERATED,
        "{}: {:.1} % of the pixels differ; look at it, then UPDATE_GOLDEN=1",
        file.display(),
        share * 100.0
    );
}
