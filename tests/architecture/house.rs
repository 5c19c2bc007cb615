//! The source as files and modules: what each defines, hands on and names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::arrows::{Names, read_names};

/// Every file below `src/`, read.
pub(crate) struct House {
    /// By path below `src/`: the text, and what it defines and names.
    files: BTreeMap<String, (String, Names)>,
    /// Which file a module's path leads to.
    modules: BTreeMap<Vec<String>, String>,
}

impl House {
    pub(crate) fn read(src: &str) -> Self {
        let mut texts = BTreeMap::new();
        collect(Path::new(src), Path::new(src), &mut texts);
        assert!(texts.len() > 10, "no sources found below {src}");
        let borrowed = texts
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        Self::from_texts(&borrowed)
    }

    pub(crate) fn from_texts(texts: &BTreeMap<&str, &str>) -> Self {
        let mut files = BTreeMap::new();
        let mut modules = BTreeMap::new();
        for (path, text) in texts {
            let module = module_of(path);
            let names = read_names(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            modules.insert(module, (*path).to_owned());
            files.insert((*path).to_owned(), ((*text).to_owned(), names));
        }
        let mut house = Self { files, modules };
        house.leave_out_tests();
        house
    }

    /// Files that are compiled for tests only are no part of the house.
    fn leave_out_tests(&mut self) {
        let mut tests: Vec<Vec<String>> = Vec::new();
        for (module, file) in &self.modules {
            let names = self.files.get(file).map(|(_, names)| &names.tests);
            for name in names.into_iter().flatten() {
                let mut test = module.clone();
                test.push(name.clone());
                tests.push(test);
            }
        }
        for test in tests {
            if let Some(file) = self.modules.remove(&test) {
                self.files.remove(&file);
            }
        }
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, (text, _))| (path.as_str(), text.as_str()))
    }

    pub(crate) fn rooms(&self) -> BTreeSet<&str> {
        self.files.keys().map(|path| room(path)).collect()
    }

    /// The first parts of every path that leads out of the crate, by file.
    pub(crate) fn crates_named(&self) -> impl Iterator<Item = (&str, BTreeSet<&str>)> {
        self.files.iter().map(|(path, (_, names))| {
            let first = names.used.iter().filter_map(|used| used.first());
            (path.as_str(), first.map(String::as_str).collect())
        })
    }

    /// From which file to which, and what is taken: each pair once.
    pub(crate) fn arrows(&self) -> Vec<(&str, &str, String)> {
        let mut all: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
        for (path, (_, names)) in &self.files {
            let module = module_of(path);
            for used in &names.used {
                if let Some((file, name)) = self.lead(&module, used, 0)
                    && file != path
                {
                    all.entry((path, file)).or_default().insert(name);
                }
            }
        }
        let told = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>().join(", ");
        all.into_iter()
            .map(|((from, to), names)| (from, to, told(names)))
            .collect()
    }

    /// The file that defines what `path` names, seen from `module`, and the name. `None` for other crates.
    fn lead(&self, module: &[String], path: &[String], depth: usize) -> Option<(&str, String)> {
        if depth > 12 {
            return None;
        }
        let mut at = module.to_vec();
        let mut rest = path;
        let mut inside = false;
        while let Some((first, after)) = rest.split_first() {
            match first.as_str() {
                "crate" | "parallax" if !inside => at.clear(),
                "self" => {}
                "super" => {
                    at.pop()?;
                }
                _ => break,
            }
            inside = true;
            rest = after;
        }
        let mut first_step = true;
        loop {
            let file = self.modules.get(&at)?;
            let names = &self.files.get(file)?.1;
            // A module by itself: what is taken from it is seen where it is named.
            let (name, after) = rest.split_first()?;
            let mut child = at.clone();
            child.push(name.clone());
            if self.modules.contains_key(&child) && (inside || names.children.contains(name)) {
                at = child;
                rest = after;
                (inside, first_step) = (true, false);
                continue;
            }
            if names.defined.contains(name) {
                return Some((file, name.clone()));
            }
            // Handed on: by name, or by a star.
            if let Some(target) = names.handed_on.get(name) {
                let mut path = target.clone();
                path.extend(after.iter().cloned());
                return self.lead(&at, &path, depth + 1);
            }
            for star in &names.stars {
                let mut path = star.clone();
                path.extend(rest.iter().cloned());
                if let Some(found) = self.lead(&at, &path, depth + 1) {
                    return Some(found);
                }
            }
            // A name of the module's own that is not seen here (made by a macro), or another crate.
            return (inside && !first_step).then(|| (file.as_str(), name.clone()));
        }
    }
}

/// The room a file stands in: the first part of its path.
pub(crate) fn room(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.trim_end_matches(".rs")
}

/// The module a file is: `score/tone/mod.rs` and `score/tone.rs` are `score::tone`.
fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" {
        return Vec::new();
    }
    path.split('/').map(str::to_owned).collect()
}

fn collect(root: &Path, folder: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            collect(root, &path, texts);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file can be read");
            let below = path.strip_prefix(root).expect("it lies below src");
            texts.insert(below.to_string_lossy().replace('\\', "/"), text);
        }
    }
}
