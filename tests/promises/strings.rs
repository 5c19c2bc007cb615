//! Every text of the window stands in `assets/locale/parallax.pot`, gathered from the sources as they are: what
//! `tr` is called with, what the tables hold, and what the core writes for the window to show.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The rooms of the core whose sentences the window shows.
const CORE: [&str; 10] = [
    "article",
    "chart",
    "compare",
    "load",
    "score",
    "session",
    "stats",
    "study",
    "work",
    "workspace",
];
/// What of them is no text of the window: what is looked for in files.
const NOT_SHOWN: [&str; 9] = [
    "load/corpus/fields",
    "load/corpus/json/pieces",
    "load/date",
    "load/html",
    "load/language",
    "load/meta",
    "load/pdf",
    "load/plain/exports/labels",
    "load/rtf",
];
/// Of charts only what they are called and ask: a drawing is a result, and what is seen is what is saved.
const OF_CHARTS: &str = "chart/kind";
/// Of reports the parts that can be chosen.
const PARTS: &str = "src/export/report/part.rs";
/// Functions whose literals are texts, and which of what they are called with is one.
const CALLS: [(&str, usize); 6] = [
    ("edit", 0),
    ("edit_study", 0),
    ("say_of_stories", 0),
    ("open_sources", 0),
    ("only_if", 1),
    ("one", 2),
];
/// Functions of the core whose words stand by themselves, and fields that hold such words.
const NAMES: [&str; 24] = [
    "label", "name", "title", "help", "plain", "unit", "noun", "question", "caption", "word",
    "what", "in_words", "reads", "axis", "short", "style", "verdict", "said", "describe", "kind",
    "sign", "meaning", "times", "plural",
];

/// A text with where it stands and, of a count, what several are called.
#[derive(Debug, Default)]
struct Found {
    files: BTreeSet<String>,
    several: Option<String>,
}

#[derive(Default)]
struct Template {
    texts: BTreeMap<String, Found>,
    /// What is wrong with how a text is written.
    wrong: Vec<String>,
    file: String,
    of_core: bool,
}

/// The string that a token is.
fn string(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else {
        return None;
    };
    let parsed: syn::Lit = syn::parse_str(&literal.to_string()).ok()?;
    match parsed {
        syn::Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

fn is_ident(token: Option<&TokenTree>, name: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == name)
}

fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// Whether `text` is something to read: it has a word, and is neither code nor the name of a file.
fn is_prose(text: &str) -> bool {
    let fixed: String = without_places(text);
    let words = fixed.split(|c: char| !c.is_alphabetic());
    let has_word = words.into_iter().any(|word| word.chars().count() > 1);
    let code = [
        "::", "</", "/>", "{}{}=", "=\"", "\\", "://", "_", "#", "<", "[", "$",
    ];
    has_word && !code.iter().any(|sign| fixed.contains(sign))
}

fn without_places(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

impl Template {
    fn add(&mut self, text: &str) {
        if text.is_empty() || without_places(text).chars().all(|c| !c.is_alphabetic()) {
            return;
        }
        let found = self.texts.entry(text.to_owned()).or_default();
        found.files.insert(self.file.clone());
    }

    fn add_count(&mut self, noun: &str) {
        let several = parallax::text::counted(2, noun).replacen('2', "{n}", 1);
        self.add(&format!("{{n}} {noun}"));
        if let Some(found) = self.texts.get_mut(&format!("{{n}} {noun}")) {
            found.several = Some(several);
        }
    }

    /// Every string in `tokens`, at any depth.
    fn add_all(&mut self, tokens: &TokenStream) {
        for token in tokens.clone() {
            if let TokenTree::Group(group) = &token {
                self.add_all(&group.stream());
            } else if let Some(text) = string(&token).filter(|text| is_prose(text)) {
                self.add(&text);
            }
        }
    }

    /// What `tr!` is called with: the text, and the places it has.
    fn translated(&mut self, inside: &TokenStream) {
        let tokens: Vec<TokenTree> = inside.clone().into_iter().collect();
        let Some(text) = tokens.first().and_then(string) else {
            self.wrong
                .push(format!("{}: tr! without a text: {inside}", self.file));
            return;
        };
        let captured = tokens
            .iter()
            .skip_while(|token| !is_punct(Some(token), ';'))
            .filter_map(|token| match token {
                TokenTree::Ident(ident) => Some(ident.to_string()),
                _ => None,
            });
        let captured: BTreeSet<String> = captured.collect();
        let named = parallax::text::places(&text)
            .into_iter()
            .filter(|name| name.parse::<usize>().is_err());
        let named: BTreeSet<String> = named.collect();
        if captured != named || text.contains(":.") {
            self.wrong.push(format!(
                "{}: “{text}” has the places {named:?}, but {captured:?} are given; nothing may follow a colon in them",
                self.file
            ));
        }
        self.add(&text);
    }

    fn walk(&mut self, tokens: &TokenStream) {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at += self.step(&tokens, at);
        }
    }

    /// Looks at what begins at `at`; returns how many tokens are done.
    fn step(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let next = |by: usize| tokens.get(at + by);
        let group = |by: usize| match next(by) {
            Some(TokenTree::Group(group)) => Some(group.stream()),
            _ => None,
        };
        let Some(token) = tokens.get(at) else {
            return 1;
        };
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                let inner = usize::from(is_punct(next(1), '!'));
                let Some(attribute) = group(1 + inner) else {
                    return 1;
                };
                let said = attribute.to_string();
                if said.starts_with("error") {
                    self.add_all(&attribute);
                }
                // Tests show nothing to anybody.
                if said == "cfg (test)" && is_ident(next(2), "mod") {
                    return 5;
                }
                2 + inner
            }
            TokenTree::Ident(ident) if ident == "tr" && is_punct(next(1), '!') => {
                if let Some(inside) = group(2) {
                    self.translated(&inside);
                    self.walk(&inside);
                }
                3
            }
            TokenTree::Ident(ident) if ident == "tr" || ident == "tr_said" => {
                if let Some(inside) = group(1) {
                    self.add_all(&inside);
                    self.walk(&inside);
                    return 2;
                }
                1
            }
            TokenTree::Ident(ident) if ident == "counted" || ident == "tr_counted" => {
                if let Some(inside) = group(1) {
                    for noun in argument(&inside, 1).iter().filter_map(string) {
                        self.add_count(&noun);
                    }
                    self.walk(&inside);
                    return 2;
                }
                1
            }
            TokenTree::Ident(ident) if ident == "const" || ident == "static" => {
                if !self.of_core {
                    let end = |token: &TokenTree| is_punct(Some(token), ';');
                    let item = tokens.iter().skip(at).take_while(|token| !end(token));
                    let item: TokenStream = item.cloned().collect();
                    if !item.to_string().contains("fn ") && !is_ident(next(1), "fn") {
                        self.add_sentences(&item);
                    }
                }
                1
            }
            TokenTree::Ident(ident) => {
                let called = CALLS.iter().find(|(name, _)| ident == name);
                if let (Some((_, which)), Some(inside)) = (called, group(1)) {
                    let texts = argument(&inside, *which);
                    self.add_all(&texts.into_iter().collect());
                }
                if self.of_core && NAMES.contains(&ident.to_string().as_str()) {
                    self.of_name(tokens, at);
                }
                1
            }
            TokenTree::Group(group) => {
                self.walk(&group.stream());
                1
            }
            literal @ TokenTree::Literal(_) => {
                let text = string(literal).filter(|text| self.of_core && is_sentence(text));
                if let Some(text) = text {
                    self.add(&text);
                }
                1
            }
            TokenTree::Punct(_) => 1,
        }
    }

    /// What a function of the core that gives names holds, or a field of one of its tables.
    fn of_name(&mut self, tokens: &[TokenTree], at: usize) {
        if at > 0 && is_ident(tokens.get(at - 1), "fn") {
            let body = tokens.iter().skip(at).find_map(|token| match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    Some(group.stream())
                }
                _ => None,
            });
            if let Some(body) = body {
                self.add_all(&body);
            }
        } else if is_punct(tokens.get(at + 1), ':')
            && let Some(text) = tokens.get(at + 2).and_then(string)
            && is_prose(&text)
        {
            self.add(&text);
        }
    }

    /// The strings of a table of the window: those that are no single small word.
    fn add_sentences(&mut self, tokens: &TokenStream) {
        for token in tokens.clone() {
            if let TokenTree::Group(group) = &token {
                self.add_sentences(&group.stream());
            } else if let Some(text) = string(&token).filter(|text| is_sentence(text)) {
                self.add(&text);
            }
        }
    }

    fn written(&self) -> String {
        let mut out = "# Every text of the window, in English. A translation is a copy of this file as assets/locale/CODE.po;\n\
                       # the guide says how (assets/guide/translating.md). Made from the sources by\n\
                       # UPDATE_GOLDEN=1 cargo test --test promises\n\
                       msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\
                       \"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
            .to_owned();
        for (text, found) in &self.texts {
            out.push('\n');
            for file in &found.files {
                writeln!(out, "#: {file}").unwrap();
            }
            writeln!(out, "msgid {}", quoted(text)).unwrap();
            match &found.several {
                Some(several) => writeln!(
                    out,
                    "msgid_plural {}\nmsgstr[0] \"\"\nmsgstr[1] \"\"",
                    quoted(several)
                ),
                None => writeln!(out, "msgstr \"\""),
            }
            .unwrap();
        }
        out
    }
}

/// Whether a literal of the core is shown as it is: it has several words, or begins like a sentence.
fn is_sentence(text: &str) -> bool {
    let fixed = without_places(text);
    let begins = fixed.trim_start().chars().next();
    let begins = begins.is_some_and(|c| c.is_uppercase() || c == '“' || c == '▲');
    let words = fixed
        .split(' ')
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    let words = words.count();
    let has_small = text.chars().any(char::is_lowercase);
    is_prose(text) && has_small && (words > 1 || begins || text.contains(' '))
}

/// The tokens of argument `which` of a call.
fn argument(inside: &TokenStream, which: usize) -> Vec<TokenTree> {
    let mut at = 0;
    let mut out = Vec::new();
    for token in inside.clone() {
        if is_punct(Some(&token), ',') {
            at += 1;
        } else if at == which {
            out.push(token);
        }
    }
    out
}

fn quoted(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
        .replace('\t', "\\t");
    format!("\"{escaped}\"")
}

fn sources(folder: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|it| it == "rs") {
            out.push(path);
        }
    }
}

fn gathered() -> Template {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src/app"), &mut files);
    for part in CORE {
        sources(&root.join("src").join(part), &mut files);
    }
    files.sort();
    let mut template = Template::default();
    for path in files {
        let name = path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let within = name.trim_start_matches("src/");
        let is_drawn = within.starts_with("chart/") && !within.starts_with(OF_CHARTS);
        if is_drawn || NOT_SHOWN.iter().any(|not| within.starts_with(not)) {
            continue;
        }
        template.of_core = !within.starts_with("app/");
        template.file.clone_from(&name);
        let source = std::fs::read_to_string(&path).unwrap();
        template.walk(&source.parse().unwrap());
    }
    template.of_core = true;
    PARTS.clone_into(&mut template.file);
    let source = std::fs::read_to_string(root.join(PARTS)).unwrap();
    template.walk(&source.parse().unwrap());
    for entry in std::fs::read_dir(root.join("assets/headline")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "txt") {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy();
        template.file = format!("assets/headline/{name}");
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let list = line.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
            if let Some(text) = line.strip_prefix("why: ").or(list) {
                template.add(text);
            }
        }
    }
    "src/app/command/table.rs".clone_into(&mut template.file);
    for command in parallax::app::Command::all() {
        template.add(command.label());
        template.add(command.help());
    }
    template
}

#[test]
fn every_text_stands_in_the_template_of_translations() {
    let template = gathered();
    assert!(template.wrong.is_empty(), "{}", template.wrong.join("\n"));
    assert!(template.texts.len() > 900, "{}", template.texts.len());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locale/parallax.pot");
    let made = template.written();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &made).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    let ours: BTreeSet<&str> = made.lines().collect();
    let theirs: BTreeSet<&str> = written.lines().collect();
    let new: Vec<&&str> = ours.difference(&theirs).collect();
    assert!(
        written == made,
        "run this test with UPDATE_GOLDEN=1; new: {new:?}"
    );
}

#[test]
fn every_translation_that_ships_is_read_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locale");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "po") {
            continue;
        }
        files += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let catalogue = parallax::text::Catalogue::read(&text).unwrap();
        assert_eq!(catalogue.left_out(), 0, "{}", path.display());
    }
    assert_eq!(
        files,
        parallax::text::shipped().count(),
        "one entry for each in src/text/language"
    );
}
