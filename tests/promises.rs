//! Every public promise that one entry is enough: whoever adds an entry finds it everywhere, and an
//! entry that is not reachable fails here.

#![expect(clippy::unwrap_used, reason = "tests")]

#[cfg(feature = "gui")]
mod commands {
    use std::collections::BTreeMap;
    use std::path::Path;

    use egui::{KeyboardShortcut, ModifierNames};
    use parallax::app::{Command, Menu};

    #[test]
    fn every_command_stands_in_a_menu_under_a_name_of_its_own() {
        let mut names = BTreeMap::new();
        for command in Command::all() {
            assert!(Menu::ALL.contains(&command.menu()), "{command:?}");
            let other = names.insert((command.menu().label(), command.label()), command);
            assert_eq!(other, None, "{command:?}");
        }
        assert!(names.len() > 80, "{}", names.len());
    }

    #[test]
    fn every_command_explains_itself_in_a_sentence() {
        for command in Command::all() {
            let help = command.help();
            let first = help.chars().next().is_some_and(char::is_uppercase);
            assert!(first && help.ends_with(['.', '?']), "{command:?}: {help}");
            assert!(!help.contains("  "), "{command:?}: {help}");
            let label = command.label();
            assert!(!label.is_empty() && label == label.trim(), "{command:?}");
        }
    }

    #[test]
    fn no_two_commands_share_keys() {
        let mut all: Vec<(KeyboardShortcut, Command)> = Vec::new();
        for command in Command::all() {
            for keys in command.keys() {
                let other = all.iter().find(|(taken, _)| *taken == keys);
                assert_eq!(other, None, "{command:?}");
                all.push((keys, command));
            }
        }
    }

    #[test]
    fn the_documentation_lists_every_command() {
        let mut table = "| Menu | Command | Keys | What it does |\n|---|---|---|---|\n".to_owned();
        for command in Command::all() {
            let keys: Vec<String> = (command.keys().iter())
                .map(|keys| keys.format(&ModifierNames::NAMES, false))
                .collect();
            let cells = [
                command.menu().label(),
                command.label(),
                &keys.join(", "),
                command.help(),
            ];
            table.extend(["| ", &cells.join(" | "), " |\n"]);
        }
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app/command/commands.md");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &table).unwrap();
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(written, table, "run this test with UPDATE_GOLDEN=1");
    }
}
