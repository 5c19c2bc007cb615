//! How things are scored, as every command that scores takes it.

use std::io::{self, Write};

use crate::load::{Mapping, ReadOptions, Role};
use crate::score::Settings;
use crate::score::lists::OwnLists;
use crate::score::second::SecondReader;
use crate::score::tone::{Correction, ToneOptions};

/// Which corrections are made before tone is scored.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Corrections {
    /// Tone exactly as the reference gives it: quotes as they are typed, names scored, joined words whole
    #[arg(long)]
    exact: bool,
    /// Leave out one correction: curly-quotes, names, news-senses, joined-words, but, denied-harm; may be given
    /// several times
    #[arg(long, value_name = "CORRECTION", conflicts_with = "exact", value_parser = correction)]
    without: Vec<Correction>,
    /// Word senses of news are used unless left out: kept for scripts that ask for them
    #[arg(long, conflicts_with = "exact", hide = true)]
    news_senses: bool,
}

fn correction(id: &str) -> Result<Correction, String> {
    let known = Correction::ALL.into_iter().find(|known| known.id() == id);
    known.ok_or_else(|| {
        let ids: Vec<&str> = Correction::ALL.into_iter().map(Correction::id).collect();
        format!("no correction of tone: there are {}", ids.join(", "))
    })
}

impl Corrections {
    pub(super) fn options(&self) -> ToneOptions {
        if self.exact {
            return ToneOptions::EXACT;
        }
        let mut options = ToneOptions::default();
        for correction in &self.without {
            if correction.is_on(options) {
                correction.toggle(&mut options);
            }
        }
        options
    }
}

/// Which fields of collections hold what.
#[derive(Debug, clap::Args)]
pub(super) struct Fields {
    /// Which field of a collection holds what, as ROLE=NAME; roles: title, text, source, date, url,
    /// author, summary, language
    #[arg(long = "field", value_name = "ROLE=NAME", value_parser = field)]
    fields: Vec<(Role, String)>,
}

impl Fields {
    pub(super) fn mapping(&self) -> Mapping {
        self.fields.iter().cloned().collect()
    }
}

fn field(argument: &str) -> Result<(Role, String), String> {
    let (role, name) = argument
        .split_once('=')
        .ok_or("write it as ROLE=NAME, for example text=content")?;
    let role = Role::named(role).ok_or_else(|| format!("there is no role “{role}”"))?;
    Ok((role, name.to_owned()))
}

/// How articles are scored.
#[derive(Debug, clap::Args)]
pub(super) struct Scoring {
    #[command(flatten)]
    corrections: Corrections,
    /// Score texts that do not look English, for which the scores are not made
    #[arg(long)]
    any_language: bool,
    /// A word that is not tone here, whatever the lexicon says; may be given several times
    #[arg(long, value_name = "WORD")]
    exclude_word: Vec<String>,
    /// Take all text the files show, what would be set aside as page furniture as well
    #[arg(long)]
    take_all: bool,
    #[command(flatten)]
    fields: Fields,
}

impl Scoring {
    /// How the files are read.
    pub(super) fn reading(&self) -> ReadOptions {
        ReadOptions {
            take_all: self.take_all,
            mapping: self.fields.mapping(),
            ..ReadOptions::default()
        }
    }

    /// The same, with what `lists` say of tone.
    pub(super) fn settings_with(&self, lists: &OwnLists) -> Settings {
        Settings {
            tone_values: lists.tone_values().clone(),
            ..self.settings()
        }
    }

    pub(super) fn settings(&self) -> Settings {
        Settings {
            tone: self.corrections.options(),
            any_language: self.any_language,
            excluded: self.exclude_word.iter().collect(),
            ..Settings::default()
        }
    }
}

/// Whether there is a second opinion.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Opinion {
    /// Ask the second reader too, a small sentence encoder: whether it agrees, wherever a score stands
    #[arg(long)]
    second: bool,
}

impl Opinion {
    /// Whether the second reader is asked. Where it cannot be, that is said once on `err`.
    pub(super) fn second(self, err: &mut dyn Write) -> io::Result<bool> {
        if !self.second {
            return Ok(false);
        }
        if let Err(fault) = SecondReader::shipped() {
            writeln!(err, "parallax: not asked for a second opinion: {fault}")?;
            return Ok(false);
        }
        Ok(true)
    }
}
