//! What each room promises through its public face, small piece by small piece.

#[path = "rooms/agreement.rs"]
mod agreement;
#[path = "rooms/article.rs"]
mod article;
#[path = "rooms/chart.rs"]
mod chart;
#[path = "rooms/class.rs"]
mod class;
#[path = "rooms/coders.rs"]
mod coders;
#[path = "rooms/compare.rs"]
mod compare;
#[path = "rooms/document.rs"]
mod document;
#[path = "rooms/export.rs"]
mod export;
#[path = "rooms/figures.rs"]
mod figures;
#[path = "rooms/filter.rs"]
mod filter;
#[path = "rooms/findings.rs"]
mod findings;
#[path = "rooms/fixture.rs"]
mod fixture;
#[path = "rooms/lines.rs"]
mod lines;
#[path = "rooms/load.rs"]
mod load;
#[path = "rooms/matrix.rs"]
mod matrix;
#[path = "rooms/passages.rs"]
mod passages;
#[path = "rooms/score.rs"]
mod score;
#[path = "rooms/second.rs"]
mod second;
#[path = "rooms/series.rs"]
mod series;
#[path = "rooms/session.rs"]
mod session;
#[path = "rooms/stats.rs"]
mod stats;
#[path = "rooms/stories.rs"]
mod stories;
#[path = "rooms/study.rs"]
mod study;
#[path = "rooms/text.rs"]
mod text;
#[path = "rooms/tone.rs"]
mod tone;
#[path = "rooms/work.rs"]
mod work;
