//! Whether the desktop is dark. Elsewhere the window system says so; on Linux it does not, but the desktop portal
//! does, and tells when that changes.

#[cfg(not(target_os = "linux"))]
pub(super) const fn watch(_: &super::jobs::Jobs) {}

#[cfg(target_os = "linux")]
pub(super) use portal::watch;

#[cfg(target_os = "linux")]
mod portal {
    use egui::Theme;
    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::{OwnedValue, Value};

    use crate::app::jobs::{Event, Jobs};

    /// Where the portal keeps what the desktop looks like.
    const APPEARANCE: &str = "org.freedesktop.appearance";
    /// 1 for a dark desktop, 2 for a light one, 0 where the user has not said.
    const SCHEME: &str = "color-scheme";

    /// Asks, and goes on listening; what is told arrives as events.
    pub(in crate::app) fn watch(jobs: &Jobs) {
        jobs.start("system theme", |events| {
            let tell = |theme| events.emit(Event::SystemTheme(theme));
            // Where there is no desktop to ask, the window stays light.
            if let Err(why) = Connection::session().and_then(|bus| follow(&bus, tell)) {
                log::info!("no desktop says whether it is dark: {why}");
            }
        });
    }

    /// Tells the theme of the desktop, now and whenever it changes, until the bus is gone.
    fn follow(bus: &Connection, mut tell: impl FnMut(Theme)) -> zbus::Result<()> {
        let settings = Proxy::new(
            bus,
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Settings",
        )?;
        // Listening begins before asking: a change in between is not missed.
        let about = [(0, APPEARANCE), (1, SCHEME)];
        let changes = settings.receive_signal_with_args("SettingChanged", &about)?;
        let now: OwnedValue = settings.call("Read", &(APPEARANCE, SCHEME))?;
        tell(theme(&now));
        for change in changes {
            let body = change.body();
            let (_, _, value): (&str, &str, Value<'_>) = body.deserialize()?;
            tell(theme(&value));
        }
        Ok(())
    }

    fn theme(value: &Value<'_>) -> Theme {
        match value {
            Value::U32(1) => Theme::Dark,
            // “Read” wraps what it found once more.
            Value::Value(inner) => theme(inner),
            _ => Theme::Light,
        }
    }

    #[cfg(test)]
    #[expect(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]
    mod tests {
        use std::io::{BufRead as _, BufReader};
        use std::process::{Command, Stdio};
        use std::sync::mpsc;
        use std::time::Duration;

        use super::*;

        const PORTAL: &str = "/org/freedesktop/portal/desktop";

        struct Desktop;

        #[zbus::interface(name = "org.freedesktop.portal.Settings")]
        impl Desktop {
            #[expect(clippy::unused_self, reason = "as the interface asks")]
            fn read(&self, namespace: &str, key: &str) -> OwnedValue {
                assert_eq!((namespace, key), (APPEARANCE, SCHEME));
                Value::Value(Box::new(Value::U32(1))).try_into().unwrap()
            }
        }

        /// A bus and a desktop of the test's own: dark at first, then light, then dark again.
        #[test]
        fn the_theme_of_the_desktop_is_asked_and_followed() {
            let daemon = Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--print-address"])
                .stdout(Stdio::piped())
                .spawn();
            let Ok(mut daemon) = daemon else {
                eprintln!("skipped: there is no dbus-daemon here");
                return;
            };
            let mut address = String::new();
            let said = daemon.stdout.take().unwrap();
            BufReader::new(said).read_line(&mut address).unwrap();
            let builder = || zbus::blocking::connection::Builder::address(address.trim()).unwrap();
            let desktop = builder()
                .serve_at(PORTAL, Desktop)
                .unwrap()
                .name("org.freedesktop.portal.Desktop")
                .unwrap()
                .build()
                .unwrap();
            let bus = builder().build().unwrap();
            let (sender, told) = mpsc::channel();
            std::thread::spawn(move || follow(&bus, |theme| sender.send(theme).unwrap()));
            let next = || told.recv_timeout(Duration::from_mins(1)).unwrap();
            assert_eq!(next(), Theme::Dark);
            for (scheme, theme) in [(2_u32, Theme::Light), (1, Theme::Dark)] {
                let change = (APPEARANCE, SCHEME, Value::U32(scheme));
                let interface = "org.freedesktop.portal.Settings";
                desktop
                    .emit_signal(None::<&str>, PORTAL, interface, "SettingChanged", &change)
                    .unwrap();
                assert_eq!(next(), theme);
            }
            daemon.kill().unwrap();
            daemon.wait().unwrap();
        }
    }
}
