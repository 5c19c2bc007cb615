//! What is saved in these tests: sessions that say how far they are, and files of every kind.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use parallax::article::Side;
use parallax::export::scores::Detail;
use parallax::session::Session;
use parallax::session::document::Articles;
use parallax::session::recovery::Orphan;
use parallax::work::{Progress, Threads};
use parallax::workspace::{Output, Workspace};

/// A session with work in it that has gone through so many changes.
pub(crate) fn session(changes: u64) -> Session {
    let text = "Council agrees on library\n\nThe council agreed on Monday. It opens in May.";
    let article = parallax::load::from_text(text, "Pasted").unwrap();
    let mut session = Session::default();
    session.open(
        Side::A,
        &format!("Changed {changes}"),
        vec![Arc::new(article)],
    );
    session
}

/// How many changes a copy that was left behind holds.
pub(crate) fn changes(orphan: &Orphan) -> Option<u64> {
    let content = orphan.content.as_ref().ok()?;
    let name = &content.opened.session.source(Side::A)?.name;
    name.strip_prefix("Changed ")?.parse().ok()
}

/// Two states of a file of every kind that is saved: its name, the one and the other.
pub(crate) fn files(folder: &Path) -> Vec<(String, [Vec<u8>; 2])> {
    let texts = [
        "Council agrees on library\n\nThe council agreed on Monday. It opens in May.",
        "Shock as council wastes millions\n\nThe council wasted millions on Monday.",
    ];
    let mut workspace = Workspace::new(Threads::default(), || ());
    for (side, text) in Side::BOTH.into_iter().zip(texts) {
        let article = parallax::load::from_text(text, "Pasted").unwrap();
        let articles = vec![Arc::new(article)];
        workspace.edit("open", |session| session.open(side, "Source", articles));
    }
    workspace.finish().unwrap();
    let options = parallax::chart::Options::default();
    #[cfg(feature = "gui")]
    let chart = workspace.chart(parallax::chart::Kind::Headline, options);
    let material = parallax::workspace::Material {
        #[cfg(feature = "gui")]
        pictures: chart.map(|chart| parallax::workspace::Pictures {
            chart: (*chart).clone(),
            save: parallax::plot::SaveOptions::default(),
            all_as: parallax::plot::ChartFormat::Svg,
        }),
        ..workspace.material(options)
    };
    let mut kinds = vec![
        (Output::Report, "report.html"),
        (Output::Scores(Detail::Sentence), "scores.csv"),
        (Output::Document(Articles::Embedded), "work.parallax"),
    ];
    #[cfg(feature = "gui")]
    kinds.extend(["chart.svg", "chart.png", "chart.pdf"].map(|name| (Output::Chart, name)));
    let save = |(output, name): (Output, &str)| {
        let path = folder.join(name);
        material.save(output, &path, &Progress::default()).unwrap();
        let one = std::fs::read(path).unwrap();
        // Another length, another content: a mixture of both is neither.
        let other: Vec<u8> = one.iter().rev().chain(&one).copied().collect();
        (name.to_owned(), [one, other])
    };
    kinds.into_iter().map(save).collect()
}

/// The names in a folder, in order.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let all = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<String> = all
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    all.sort();
    all
}

/// This program, to be started again.
pub(crate) fn program() -> PathBuf {
    std::env::current_exe().unwrap()
}
