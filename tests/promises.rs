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

#[cfg(feature = "gui")]
#[path = "promises/strings.rs"]
mod strings;

mod measures {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    use parallax::score::{measure::Measure, registry};

    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else {
                found.push(path);
            }
        }
    }

    /// The names of every `static NAME: Measure` in the room of scores.
    fn defined() -> BTreeSet<String> {
        let mut files = Vec::new();
        sources(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/score"),
            &mut files,
        );
        let mut names = BTreeSet::new();
        for file in files {
            for line in std::fs::read_to_string(file).unwrap().lines() {
                let item = line
                    .split_once("static ")
                    .or_else(|| line.split_once("const "));
                let name = item.and_then(|(_, rest)| rest.split_once(": Measure ="));
                names.extend(name.map(|(name, _)| name.to_owned()));
            }
        }
        names
    }

    #[test]
    fn every_measure_that_is_defined_is_registered() {
        let names = defined();
        assert!(names.len() > 10, "{names:?}");
        let registry = include_str!("../src/score/registry.rs");
        let listed: BTreeSet<&str> = registry
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .collect();
        for name in &names {
            assert!(
                listed.contains(name.as_str()),
                "{name} is not in the registry"
            );
        }
        assert_eq!(names.len(), registry::all().count());
    }

    #[test]
    fn scores_and_comparisons_count_the_same_words() {
        let samples = ["ellery-ledger.md", "quayside-star.md"]
            .map(|name| format!("{}/assets/samples/{name}", env!("CARGO_MANIFEST_DIR")));
        let [a, b] = samples.each_ref().map(String::as_str);
        let text = super::printed(&["compare", a, b]);
        let document = super::printed(&["compare", a, b, "--format", "json"]);
        let document: serde_json::Value = serde_json::from_str(&document).unwrap();
        for (sample, side, line) in [(a, "a", "A  "), (b, "b", "B  ")] {
            let scored = |detail| {
                let table =
                    super::printed(&["score", sample, "--format", "jsonl", "--detail", detail]);
                let rows = table.lines().map(serde_json::from_str::<serde_json::Value>);
                let words = rows.filter_map(|row| row.unwrap().get("words")?.as_u64());
                words.sum::<u64>()
            };
            let words = scored("article");
            assert!(words > 100, "{words}");
            assert_eq!(scored("paragraph"), words);
            assert_eq!(scored("sentence"), words);
            let pointer = format!("/coverage/{side}/words");
            let compared = document.pointer(&pointer).unwrap();
            assert_eq!(compared.as_u64(), Some(words));
            let line = text.lines().find(|it| it.starts_with(line)).unwrap();
            assert!(line.contains(&format!(" {words} words)")), "{line}");
        }
    }

    #[test]
    fn every_measure_stands_in_methods_scores_and_comparisons() {
        let methods = super::printed(&["methods"]);
        let article = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/assets/samples/ellery-ledger.md"
        );
        let other = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/assets/samples/quayside-star.md"
        );
        let table = super::printed(&["score", article, "--format", "csv"]);
        let header = table.lines().next().unwrap();
        let columns: BTreeSet<&str> = header.split(',').collect();
        let compared = super::printed(&["compare", article, other, "--format", "json"]);
        let compared: serde_json::Value = serde_json::from_str(&compared).unwrap();
        let compared = compared.get("differences").unwrap().to_string();
        let mut ids = BTreeSet::new();
        for measure in registry::all() {
            let Measure { id, label, .. } = measure;
            assert!(ids.insert(id), "two measures are called {id}");
            assert!(methods.contains(label), "{id} is not in methods");
            if registry::MEASURES.iter().any(|own| own.id == *id) {
                assert!(
                    columns.contains(id),
                    "{id} is no column of scores: {header}"
                );
                assert!(
                    compared.contains(&format!("\"{id}\"")),
                    "{id} is not compared"
                );
            }
        }
    }
}

#[cfg(feature = "gui")]
mod charts {
    use std::path::Path;

    use parallax::app::Command;
    use parallax::chart::{Input, Kind, build};

    #[test]
    fn every_chart_is_built_named_and_offered() {
        let help = super::printed(&["compare", "--help"]);
        for kind in Kind::all() {
            assert_eq!(build(*kind, &Input::default()).kind, *kind);
            assert_eq!(Kind::from_id(kind.id()), Some(*kind));
            assert!(
                help.contains(kind.id()),
                "compare --chart does not offer {}",
                kind.id()
            );
            assert!(
                Command::all().contains(&Command::ShowChart(*kind)),
                "{kind:?}"
            );
            assert!(
                kind.question().ends_with('?') && !kind.label().is_empty(),
                "{kind:?}"
            );
        }
    }

    /// A file that builds a chart is one of the kinds: the file is there for nothing otherwise.
    #[test]
    fn every_file_that_builds_a_chart_has_its_kind() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/chart");
        let builders = (std::fs::read_dir(folder).unwrap())
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                if path.is_dir() {
                    path.join("mod.rs")
                } else {
                    path
                }
            })
            .map(|path| std::fs::read_to_string(path).unwrap())
            .filter(|text| text.contains("pub(super) fn build("))
            .count();
        assert_eq!(builders, Kind::all().len() + Kind::of_studies().len());
    }
}

mod saved_formats {
    use std::path::Path;

    use parallax::export::format::Format;
    use parallax::export::{report, scores};

    fn reachable<F: Format>(help: &str) {
        for format in F::all() {
            let entry = format.entry();
            assert!(!entry.label.is_empty() && !entry.endings.is_empty());
            for ending in entry.endings {
                let found = F::of(Path::new(&format!("name.{}", ending.to_uppercase())));
                assert!(found.is_ok_and(|found| found == *format), "{ending}");
            }
            let ending = format.extension();
            assert!(help.contains(ending), "the help does not name {ending}");
            assert!(F::endings().contains(&format!(".{ending}")), "{ending}");
        }
        assert!(F::of(Path::new("name.nothing")).is_err());
    }

    #[test]
    fn every_format_is_asked_for_by_its_endings_and_named_in_the_help() {
        let compare = super::printed(&["compare", "--help"]);
        reachable::<report::Format>(&compare);
        reachable::<scores::Format>(&super::printed(&["score", "--help"]));
        #[cfg(feature = "gui")]
        reachable::<parallax::plot::ChartFormat>(&compare);
    }
}

mod reports {
    use parallax::export::report::Part;

    /// The window offers every part by its title (`tests/window/report.rs`).
    #[test]
    fn every_part_of_a_report_is_explained_on_the_command_line_and_named_in_the_readme() {
        let help = super::printed(&["compare", "--help"]);
        let readme = include_str!("../README.md");
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in Part::all() {
            let said = format!("{part}: {}", part.help());
            assert!(plain(&help).contains(&said), "{part}\n{help}");
            let name = match part {
                Part::Chart(_) => "`chart:KIND`".to_owned(),
                _ => format!("`{part}`"),
            };
            assert!(readme.contains(&name), "README: {name}");
        }
    }
}

mod releases {
    use std::path::Path;

    /// "## 0.1.0, 2026-11-27" and what follows it up to an empty line: what software centres show.
    fn released() -> Vec<(&'static str, &'static str, String)> {
        let changes = include_str!("../assets/guide/changes.md");
        let parts = changes.split("\n## ").skip(1).filter_map(|part| {
            let (heading, rest) = part.split_once("\n\n")?;
            let (version, date) = heading.split_once(", ")?;
            let first = rest.split("\n\n").next()?;
            Some((version, date, first.trim().replace('\n', " ")))
        });
        parts.collect()
    }

    #[test]
    fn the_metainfo_tells_the_releases_of_the_changelog() {
        let released = released();
        let (version, ..) = released.first().unwrap();
        assert_eq!(
            *version,
            env!("CARGO_PKG_VERSION"),
            "assets/guide/changes.md"
        );
        let mut wanted = "<releases>\n".to_owned();
        for (version, date, what) in &released {
            assert!(!what.contains(['<', '&']), "{what}");
            let release = format!(
                "    <release version=\"{version}\" date=\"{date}\">\n      <description>\n        \
                 <p>{what}</p>\n      </description>\n    </release>\n"
            );
            wanted.push_str(&release);
        }
        wanted.push_str("  </releases>");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/linux");
        let file = (std::fs::read_dir(folder).unwrap())
            .map(|entry| entry.unwrap().path())
            .find(|path| path.to_string_lossy().ends_with(".metainfo.xml"))
            .unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        let (before, rest) = text.split_once("<releases>").unwrap();
        let (_, after) = rest.split_once("</releases>").unwrap();
        let whole = format!("{before}{wanted}{after}");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &whole).unwrap();
        } else {
            assert_eq!(text, whole, "run this test with UPDATE_GOLDEN=1");
        }
    }
}

mod command_line {
    use clap::CommandFactory as _;
    use parallax::cli::Cli;

    #[test]
    fn every_command_is_explained_and_stands_in_the_readme_and_on_the_map() {
        let cli = Cli::command();
        let readme = include_str!("../README.md");
        let map = include_str!("../src/lib.rs");
        let mut count = 0;
        for command in cli
            .get_subcommands()
            .filter(|command| !command.is_hide_set())
        {
            let name = command.get_name();
            count += 1;
            assert!(
                command.get_about().is_some(),
                "{name} says nothing of itself"
            );
            assert!(
                readme.contains(&format!("parallax {name}")),
                "README: {name}"
            );
            assert!(map.contains(&format!("`{name}`")), "src/lib.rs: {name}");
            for argument in command.get_arguments() {
                assert!(
                    argument.get_help().is_some(),
                    "{name}: {} has no help",
                    argument.get_id()
                );
            }
        }
        assert!(count >= 5, "{count}");
    }
}

/// What the program prints for `arguments`.
fn printed(arguments: &[&str]) -> String {
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_parallax"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    String::from_utf8(done.stdout).unwrap()
}
