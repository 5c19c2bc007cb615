//! Weights into points: `z = base + bait + heat`, where one hot word alone counts less than several.

use super::cue::{CueKind, Part};
use super::display::{bait_shown, shown};
use super::evidence::{Evidence, Found};
use super::lists::{List, TABLES};
use super::phrasing::Pair;
use super::tokens::Tokens;
use crate::article::Span;

use super::scored::{Counted, Cue, HeadlineScore, Match, SetAside};

/// How fast heat approaches 100: log-odds at which it reaches 63.
const HEAT_SCALE: f64 = 1.5;

/// One hot word alone may be chance: heat `h` counts `GAIN × h² / (h + ALONE)`.
const ALONE: f64 = 3.0;
const GAIN: f64 = 2.0;

/// The most that plain reporting and phrasing together take off, in log-odds, of a headline without heat,
/// and of one that is hot: ordinary words around it do not cool a hot one.
const MOST_COOLED: f64 = 1.5;
const MOST_COOLED_HOT: f64 = 0.3;
/// How fast the one limit becomes the other with heat, in log-odds: half of the way.
const COOLED_BY_HALF: f64 = 0.7;

/// Sums of log-odds by what happens to them.
#[derive(Debug, Default, Clone, Copy)]
struct Sums {
    heat: f64,
    bait: f64,
    /// What plain reporting and phrasing take off, 0 or less.
    cooling: f64,
}

impl Sums {
    fn add(&mut self, kind: CueKind, z: f64) {
        match kind.part() {
            Part::Heat => self.heat += z,
            Part::Bait if cools(kind, z) => self.cooling += z,
            Part::Bait => self.bait += z,
        }
    }

    /// What a unit of log-odds `z` of a match counts for, by the cue it belongs to.
    fn factor(self, kind: CueKind, z: f64) -> f64 {
        match kind.part() {
            Part::Heat => GAIN * self.heat / (self.heat + ALONE),
            Part::Bait if cools(kind, z) => self.kept_cooling(),
            Part::Bait => 1.0,
        }
    }

    /// The share of the cooling that counts beside the heat found.
    fn kept_cooling(self) -> f64 {
        let hot = 1.0 - (-std::f64::consts::LN_2 * self.heat / COOLED_BY_HALF).exp();
        let most = MOST_COOLED + (MOST_COOLED_HOT - MOST_COOLED) * hot;
        if self.cooling < -most {
            most / -self.cooling
        } else {
            1.0
        }
    }

    fn total(self) -> f64 {
        let heated = GAIN * self.heat * self.heat / (self.heat + ALONE);
        heated + self.bait + self.cooling * self.kept_cooling()
    }
}

/// Whether log-odds `z` of a cue are what ordinary wording takes off.
fn cools(kind: CueKind, z: f64) -> bool {
    z < 0.0 && matches!(kind, CueKind::PlainReporting | CueKind::Phrasing)
}

/// How much what was found heats, 0 to 100.
pub(super) fn heat(evidence: &Evidence) -> f64 {
    heat_shown(sums(evidence).heat)
}

fn heat_shown(heat: f64) -> f64 {
    100.0 * (1.0 - (-heat / HEAT_SCALE).exp())
}

fn sums(evidence: &Evidence) -> Sums {
    let mut sums = Sums::default();
    for found in &evidence.found {
        if let Some(list) = TABLES.lists.get(usize::from(found.list)) {
            sums.add(list.kind, list.weight * found.share);
        }
    }
    sums
}

/// The score of log-odds by part.
pub(super) fn score_of(base: f64, bait: f64, heat: f64) -> f64 {
    let cooling = 0.0;
    shown(
        base + Sums {
            heat,
            bait,
            cooling,
        }
        .total(),
    )
}

/// The score of a headline from what was found in it.
pub(super) fn weigh(tokens: &Tokens, evidence: &Evidence) -> HeadlineScore {
    let tables = &*TABLES;
    let list = |found: &Found| tables.lists.get(usize::from(found.list));
    let mut sums = sums(evidence);
    let pairs = tables.phrasing.find(tokens);
    let phrasing: f64 = pairs.iter().map(|pair| pair.weight).sum();
    sums.add(CueKind::Phrasing, phrasing);
    let start = tables.base;
    let base = shown(start);
    let score = shown(start + sums.total());
    let scale = points_per_log_odds(start, sums.total(), score - base);
    let mut cues: Vec<Cue> = Vec::with_capacity(8);
    for found in &evidence.found {
        if let Some(list) = list(found) {
            let z = list.weight * found.share;
            let factor = sums.factor(list.kind, z);
            add_match(&mut cues, list, found, scale * factor * z);
        }
    }
    cues.extend(phrasing_cue(
        &pairs,
        phrasing,
        scale * sums.factor(CueKind::Phrasing, phrasing),
    ));
    HeadlineScore {
        score,
        base,
        bait: bait_shown(start + sums.bait + sums.cooling),
        heat: heat_shown(sums.heat),
        cues,
        set_aside: set_aside(evidence),
    }
}

/// How many words or pairs of the phrasing are shown by themselves.
const PAIRS_SHOWN: usize = 3;

/// The phrasing as one cue: the words and pairs that do most, and the rest as one match over the whole
/// headline.
fn phrasing_cue(pairs: &[Pair], sum: f64, scale: f64) -> Option<Cue> {
    let whole = Span::new(
        pairs.iter().map(|pair| pair.span.start).min()?,
        pairs.iter().map(|pair| pair.span.end).max()?,
    );
    let with_sum = |pair: &&Pair| pair.weight * sum > 0.0;
    let mut most: Vec<&Pair> = pairs.iter().filter(with_sum).collect();
    most.sort_by(|a, b| {
        b.weight
            .abs()
            .total_cmp(&a.weight.abs())
            .then(a.span.cmp(&b.span))
    });
    most.truncate(PAIRS_SHOWN);
    most.sort_by_key(|pair| pair.span);
    let shown: f64 = most.iter().map(|pair| pair.weight).sum();
    let one = |span, weight: f64, list, why| Match {
        span,
        list,
        why,
        points: scale * weight,
        counted: Counted::Full,
    };
    let why = "Graded headlines with this wording lean the same way.";
    let mut matches: Vec<Match> = most
        .iter()
        .map(|pair| one(pair.span, pair.weight, "wording", why))
        .collect();
    let why = "All other wording together, each too little to show.";
    matches.push(one(whole, sum - shown, "other wording", why));
    Some(Cue {
        kind: CueKind::Phrasing,
        points: scale * sum,
        spans: most.iter().map(|pair| pair.span).collect(),
        matches,
    })
}

/// Points are shared out in proportion to log-odds, so that they add up to the score less its base.
fn points_per_log_odds(start: f64, total: f64, points: f64) -> f64 {
    const TINY: f64 = 1e-9;
    if total.abs() > TINY {
        points / total
    } else {
        (shown(start + TINY) - shown(start)) / TINY
    }
}

fn add_match(cues: &mut Vec<Cue>, list: &List, found: &Found, points: f64) {
    let full = if found.quoted { 0.5 } else { 1.0 };
    let counted = match found {
        _ if found.share < full => Counted::BeyondThree,
        _ if found.quoted => Counted::HalfQuoted,
        _ => Counted::Full,
    };
    let one = Match {
        span: found.span,
        list: list.name,
        why: list.why,
        points,
        counted,
    };
    match cues.last_mut() {
        Some(cue) if cue.kind == list.kind => {
            cue.points += points;
            cue.spans.push(found.span);
            cue.matches.push(one);
        }
        _ => cues.push(Cue {
            kind: list.kind,
            points,
            spans: vec![found.span],
            matches: vec![one],
        }),
    }
}

fn set_aside(evidence: &Evidence) -> Vec<SetAside> {
    let lists = &TABLES.lists;
    let kind = |list: u16| {
        lists
            .get(usize::from(list))
            .map_or(CueKind::Hype, |l| l.kind)
    };
    let mut out: Vec<SetAside> = evidence
        .guarded
        .iter()
        .map(|one| SetAside {
            span: one.span,
            kind: kind(one.list),
            by: one.by,
        })
        .collect();
    out.sort_unstable_by_key(|one| one.span);
    out
}

impl HeadlineScore {
    /// The score, its base and the points of each cue in whole numbers that add up as shown: each is
    /// rounded down or up, those nearest to the next number up, until the sum is the rounded score
    /// (largest remainders).
    pub fn whole_points(&self) -> (i64, i64, Vec<i64>) {
        let whole = |value: f64| {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "points lie between −100 and 100"
            )]
            let whole = value as i64;
            whole
        };
        let (score, base) = (whole(self.score.round()), whole(self.base.round()));
        let mut points: Vec<i64> = self
            .cues
            .iter()
            .map(|cue| whole(cue.points.floor()))
            .collect();
        let mut order: Vec<usize> = (0..points.len()).collect();
        let rest = |i: &usize| {
            self.cues
                .get(*i)
                .map_or(0.0, |cue| cue.points - cue.points.floor())
        };
        order.sort_by(|a, b| rest(b).total_cmp(&rest(a)).then(a.cmp(b)));
        let mut missing = score - base - points.iter().sum::<i64>();
        for place in order.into_iter().cycle().take(points.len() * 2) {
            let step = missing.signum();
            if let Some(point) = points.get_mut(place) {
                *point += step;
                missing -= step;
            }
        }
        (score, base, points)
    }
}
