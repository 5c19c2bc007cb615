//! A comparison as JSON. Offsets are Unicode code points into the block's text.
//!
//! `matches` are passages that belong together: `similarity`, how likely both state the same fact; `rests_on`, what
//! both say, by `basis` (`quotation`, `wording`, `figure`, `date`, `word`, `role`, `name`); `only_a`, `only_b`, the
//! words of one alone; `told_differently`, figures and dates of the same thing that are not the same. Their offsets
//! count into the `text` beside them.
//!
//! `findings` come in the order they are told, at most seven, each an object of: `kind`, what it is about;
//! `sentence` and `detail`, texts; `figure`, as it is printed; `a`, `b`, the values behind it, and `interval`, of
//! A − B, where it has them; `certainty`: `established`, `one_reader`, `clear`, `not_clear`, `one_value`,
//! `too_few` or `counted`; `evidence`: a list of `{"place":{…}}`, `{"measure":id}`, `{"name":…}`, `"differences"`, `"coverage"`, `"names"`, `"speakers"`.
//!
//! Where the second reader was asked, `second_reader` says by what it is made of; a difference that it reads too
//! has `second`, its own values, interval and verdict, and `standing`: `established`, `only_first`, `only_second`,
//! `neither` or `disputed`; a mention of a name has `second` with its tone and agreement; and an article has
//! `second`: its tone by both readers, and how many of its sentences they agree on.

use std::collections::BTreeMap;

use serde::Serialize;

use super::findings::Finding;
use super::stories::SameStories;
use super::{
    Basis, Comparison, Contrast, Coverage, Difference, ListRow, Match, MatchKind, NamedBy,
    Robustness, STANDING_LINE, SourceView, Term, Use,
};
use crate::article::{Place, Side};
use crate::score::Analysis;
use crate::score::provenance::{ListUsed, Provenance};
use crate::score::second::{Agreement, fingerprint};
use crate::text::CodePoints;

/// The layout of the document; grows when a field changes its meaning or goes.
const SCHEMA: &str = "parallax.compare/1";

/// The code points of every block met, each counted once however many words it holds.
type Points = BTreeMap<Place, CodePoints>;

/// The comparison as a JSON document; ready to be serialised.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    schema: &'static str,
    about: &'static str,
    /// The inputs are told with their sources.
    #[serde(flatten)]
    provenance: Provenance,
    a: SourceJson<'a>,
    b: SourceJson<'a>,
    notice: Option<&'static str>,
    findings: &'a [Finding],
    differences: &'a [Difference],
    /// The categories of the user's own lists.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    lists: &'a [ListRow],
    coverage: Coverage,
    matches: Vec<MatchRow<'a>>,
    like_for_like: &'a [Difference],
    word_shift: ShiftTable<'a>,
    terms: &'a [Term],
    people: &'a NamedBy,
    robustness: &'a Robustness,
    /// The differences within the stories both tell, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    same_stories: Option<&'a SameStories>,
}

impl<'a> Document<'a> {
    /// The same with the differences within the stories both tell.
    #[must_use]
    pub fn with_same_stories(self, same: Option<&'a SameStories>) -> Self {
        let provenance = Provenance {
            same_stories: same.is_some(),
            ..self.provenance
        };
        Self {
            provenance,
            same_stories: same,
            ..self
        }
    }
}

#[derive(Debug, Serialize)]
struct SourceJson<'a> {
    name: &'a str,
    articles: Vec<ArticleRow<'a>>,
}

#[derive(Debug, Serialize)]
struct ArticleRow<'a> {
    name: &'a str,
    headline: Option<&'a str>,
    sha256: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    second: Option<SecondRow>,
}

/// What both readers say of an article.
#[derive(Debug, Serialize)]
struct SecondRow {
    tone: f64,
    tone_second: f64,
    tone_agreement: Agreement,
    sentences: usize,
    sentences_agreeing: usize,
    bait_second: Option<f64>,
    bait_agreement: Option<Agreement>,
}

impl SecondRow {
    fn of(analysis: &Analysis) -> Option<Self> {
        let tone = analysis.second_tone()?;
        let bait = analysis.second_bait();
        Some(Self {
            tone: tone.compound,
            tone_second: tone.second,
            tone_agreement: tone.agreement,
            sentences: tone.sentences,
            sentences_agreeing: tone.agreeing,
            bait_second: bait.map(|(bait, _)| bait),
            bait_agreement: bait.map(|(_, agreement)| agreement),
        })
    }
}

#[derive(Debug, Serialize)]
struct MatchRow<'a> {
    a: PassageRow<'a>,
    b: PassageRow<'a>,
    /// How likely both state the same fact.
    similarity: Option<f64>,
    kind: MatchKind,
    rests_on: Vec<SharedRow>,
    only_a: Vec<[usize; 2]>,
    only_b: Vec<[usize; 2]>,
    told_differently: Vec<DifferentlyRow>,
}

/// What both passages say; where, in each passage's `text`.
#[derive(Debug, Serialize)]
struct SharedRow {
    basis: Basis,
    a: [usize; 2],
    b: [usize; 2],
}

/// A figure or a date that is not the same in both.
#[derive(Debug, Serialize)]
struct DifferentlyRow {
    a: [usize; 2],
    b: [usize; 2],
}

#[derive(Debug, Serialize)]
struct PassageRow<'a> {
    article: usize,
    block: usize,
    sentence: Option<usize>,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct ShiftTable<'a> {
    difference: Option<f64>,
    words: Vec<ShiftRow<'a>>,
}

#[derive(Debug, Serialize)]
struct ShiftRow<'a> {
    word: &'a str,
    shift: f64,
    by_value: f64,
    by_rules: f64,
    a: f64,
    b: f64,
    uses: Vec<UseRow<'a>>,
}

#[derive(Debug, Serialize)]
struct UseRow<'a> {
    #[serde(flatten)]
    place: Place,
    span: [usize; 2],
    compound: f64,
    rules: &'a [String],
}

impl Comparison {
    /// This comparison as a JSON document. `a` and `b` are the sources it was made from.
    pub fn document<'a>(&'a self, a: &SourceView<'a>, b: &SourceView<'a>) -> Document<'a> {
        let sources = [*a, *b];
        let mut points = Points::new();
        Document {
            schema: SCHEMA,
            about: STANDING_LINE,
            provenance: Provenance {
                settings: (a.articles.first()).map(|(_, analysis)| analysis.settings.clone()),
                second: (a.is_read() && b.is_read()).then(fingerprint).flatten(),
                seed: Some(self.options.seed),
                lists: ListUsed::of(&self.options.lists),
                filter: Provenance::filter_of(
                    (a.articles.iter().chain(b.articles)).map(|(_, analysis)| *analysis),
                ),
                ..Provenance::default()
            },
            a: source(a),
            b: source(b),
            notice: self.notice(),
            findings: &self.findings,
            differences: &self.differences,
            lists: &self.lists,
            coverage: self.coverage,
            matches: self.match_rows(&sources),
            like_for_like: &self.like_for_like,
            word_shift: ShiftTable {
                difference: self.words.word_shift.difference,
                words: self.shift_rows(&sources, &mut points),
            },
            terms: &self.words.terms,
            people: &self.words.people,
            robustness: &self.robustness,
            same_stories: None,
        }
    }

    fn match_rows<'a>(&'a self, sources: &[SourceView<'a>; 2]) -> Vec<MatchRow<'a>> {
        let texts = Side::BOTH.map(|side| self.passage_texts(side, sources));
        let [of_a, of_b] = &texts;
        let row = |found: &Match| {
            let (a, b) = (passage(found.a, of_a)?, passage(found.b, of_b)?);
            let contrast = Contrast::of(a.text, b.text, &self.matching.roles);
            let (in_a, in_b) = (CodePoints::of(a.text), CodePoints::of(b.text));
            let [only_a, only_b] = &contrast.only;
            Some(MatchRow {
                rests_on: (contrast.both.iter())
                    .map(|shared| SharedRow {
                        basis: shared.basis,
                        a: shared.a.code_points(&in_a),
                        b: shared.b.code_points(&in_b),
                    })
                    .collect(),
                only_a: only_a.iter().map(|span| span.code_points(&in_a)).collect(),
                only_b: only_b.iter().map(|span| span.code_points(&in_b)).collect(),
                told_differently: (contrast.differently.iter())
                    .map(|[a, b]| DifferentlyRow {
                        a: a.code_points(&in_a),
                        b: b.code_points(&in_b),
                    })
                    .collect(),
                a,
                b,
                similarity: found.similarity,
                kind: found.kind,
            })
        };
        self.matching.matches.iter().filter_map(row).collect()
    }

    /// The text of every passage of one side.
    pub(crate) fn passage_texts<'a>(
        &self,
        side: Side,
        sources: &[SourceView<'a>; 2],
    ) -> BTreeMap<Place, &'a str> {
        let passages = self.matching.passages(side).iter();
        passages
            .filter_map(|passage| {
                let text = block_text(sources, passage.at)?;
                Some((passage.at, passage.span.of(text)))
            })
            .collect()
    }

    fn shift_rows<'a>(
        &'a self,
        sources: &[SourceView<'a>; 2],
        points: &mut Points,
    ) -> Vec<ShiftRow<'a>> {
        let words = self.words.word_shift.words.iter();
        words
            .map(|word| ShiftRow {
                word: &word.word,
                shift: word.shift,
                by_value: word.by_value,
                by_rules: word.by_rules,
                a: word.a,
                b: word.b,
                uses: word
                    .uses
                    .iter()
                    .map(|found| use_row(found, sources, points))
                    .collect(),
            })
            .collect()
    }
}

fn source<'a>(view: &SourceView<'a>) -> SourceJson<'a> {
    let articles = view.articles.iter();
    SourceJson {
        name: view.name,
        articles: articles
            .filter(|(_, analysis)| analysis.counts())
            .map(|(article, analysis)| ArticleRow {
                name: &article.origin.name,
                headline: article.headline.as_ref().map(|h| h.text.as_str()),
                sha256: &article.origin.sha256,
                second: SecondRow::of(analysis),
            })
            .collect(),
    }
}

fn passage<'a>(at: Place, texts: &BTreeMap<Place, &'a str>) -> Option<PassageRow<'a>> {
    Some(PassageRow {
        article: at.article,
        block: at.block_index()?,
        sentence: at.sentence_index(),
        text: texts.get(&at)?,
    })
}

fn use_row<'a>(found: &'a Use, sources: &[SourceView<'_>; 2], points: &mut Points) -> UseRow<'a> {
    let points = points.entry(found.place).or_insert_with(|| {
        let text = block_text(sources, found.place);
        CodePoints::of(text.unwrap_or_default())
    });
    UseRow {
        place: found.place,
        span: found.span.code_points(points),
        compound: found.compound,
        rules: &found.rules,
    }
}

fn block_text<'a>(sources: &[SourceView<'a>; 2], at: Place) -> Option<&'a str> {
    let source = sources.get(at.side.index())?;
    let (article, _) = source.articles.get(at.article)?;
    at.whole_block().text(article)
}
