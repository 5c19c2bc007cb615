//! Weights into points. `z = base + bait + heat`; the marks of plain reporting weigh less the hotter
//! the headline is, so that sober words do not hide shouting.

use super::cue::{CueKind, Part};
use super::display::shown;
use super::evidence::{Evidence, Found};
use super::lists::{List, TABLES};
use super::tokens::Tokens;
use super::{Counted, Cue, HeadlineScore, Match, SetAside};

/// Log-odds of a headline without any cue.
const BASE: f64 = -1.0;

/// How fast heat approaches 100: log-odds at which it reaches 63.
const HEAT_SCALE: f64 = 1.5;

/// Sums of log-odds by what happens to them.
#[derive(Debug, Default, Clone, Copy)]
struct Sums {
    heat: f64,
    bait_up: f64,
    bait_down: f64,
}

impl Sums {
    fn add(&mut self, part: Part, z: f64) {
        match part {
            Part::Heat => self.heat += z,
            Part::Bait if z > 0.0 => self.bait_up += z,
            Part::Bait => self.bait_down += z,
        }
    }

    /// What is left of lowering log-odds in a hot headline.
    fn discount(self) -> f64 {
        1.0 / (1.0 + self.heat.max(0.0))
    }

    fn total(self) -> f64 {
        self.heat + self.bait_up + self.bait_down * self.discount()
    }
}

/// The score of a headline from what was found in it.
pub(super) fn weigh(_tokens: &Tokens, evidence: &Evidence) -> HeadlineScore {
    let lists = &TABLES.lists;
    let list = |found: &Found| lists.get(usize::from(found.list));
    let mut sums = Sums::default();
    for found in &evidence.found {
        if let Some(list) = list(found) {
            sums.add(list.kind.part(), list.weight * found.share);
        }
    }
    let base = shown(BASE);
    let score = shown(BASE + sums.total());
    let scale = points_per_log_odds(sums.total(), score - base);
    let mut cues: Vec<Cue> = Vec::with_capacity(6);
    for found in &evidence.found {
        if let Some(list) = list(found) {
            let discount = if list.weight < 0.0 {
                sums.discount()
            } else {
                1.0
            };
            let points = scale * discount * list.weight * found.share;
            add_match(&mut cues, list, found, points);
        }
    }
    HeadlineScore {
        score,
        base,
        bait: shown(BASE + sums.bait_up + sums.bait_down),
        heat: 100.0 * (1.0 - (-sums.heat / HEAT_SCALE).exp()),
        cues,
        set_aside: set_aside(evidence),
    }
}

/// Points are shared out in proportion to log-odds, so that they add up to the score less its base.
fn points_per_log_odds(total: f64, points: f64) -> f64 {
    const TINY: f64 = 1e-9;
    if total.abs() > TINY {
        points / total
    } else {
        (shown(BASE + TINY) - shown(BASE)) / TINY
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
