//! The chapter of commands and keys, from the table that the window's commands write (`app/command/commands.md`,
//! held to them by `tests/promises.rs`), and a command of it by name, for links.

use std::fmt::Write as _;
use std::sync::LazyLock;

/// A command as the table lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// The menu it stands in.
    pub menu: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Its keys, the first shown in the menu; empty for none.
    pub keys: &'static str,
    /// What it does.
    pub help: &'static str,
}

const TABLE: &str = include_str!("../app/command/commands.md");

static LISTED: LazyLock<Vec<Listed>> = LazyLock::new(|| {
    let rows = TABLE.lines().skip(2).filter_map(|line| {
        let mut cells = line.trim_matches('|').split(" | ").map(str::trim);
        Some(Listed {
            menu: cells.next()?,
            label: cells.next()?,
            keys: cells.next()?,
            help: cells.next()?,
        })
    });
    rows.collect()
});

/// The command called `label`, the first of the menus.
pub fn command(label: &str) -> Option<Listed> {
    LISTED.iter().copied().find(|listed| listed.label == label)
}

/// The chapter.
pub(super) fn markdown() -> String {
    let mut out = "# All commands and keys\n\nKeys without Ctrl work while no text is typed. On a Mac, Ctrl is ⌘. \
                   `F10` opens the menus, `Ctrl+K` finds a command by a few letters.\n"
        .to_owned();
    let mut menus: Vec<&str> = Vec::new();
    for listed in LISTED.iter() {
        if !menus.contains(&listed.menu) {
            menus.push(listed.menu);
        }
    }
    for menu in menus {
        let _ = write!(
            out,
            "\n## {menu}\n\n| Command | Keys | What it does |\n|---|---|---|\n"
        );
        for listed in LISTED.iter().filter(|listed| listed.menu == menu) {
            let keys = match listed.keys {
                "" => String::new(),
                keys => format!("`{}`", keys.replace(", ", "`, `")),
            };
            let Listed { label, help, .. } = listed;
            let _ = writeln!(out, "| {label} | {keys} | {help} |");
        }
    }
    out
}
