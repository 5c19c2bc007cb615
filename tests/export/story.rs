//! Two texts, scored and compared.

use parallax::article::Article;
use parallax::chart::Input;
use parallax::compare::{Comparison, Options, SourceView};
use parallax::export::report::{Choice, Figure, Format, Part, Report};
use parallax::load::{self, open_input};
use parallax::score::{Analysis, Settings, analyse};

/// A text in which everything tries to be something else.
pub(crate) const HOSTILE: &str = "# <script>alert('&')</script> \"><img src=x onerror=alert(1)>\n\n\
    <script>alert('&')</script> It was a <b onclick=x>terrible</b> day. \"><img src=x>\n\n\
    =HYPERLINK(\"http://example.org\") | [link](http://example.org) `code` was bad.\n\n\
    </svg></style><iframe>It was good.\n";

/// Two sources, compared.
pub(crate) struct Story {
    names: [String; 2],
    pub(crate) articles: [Vec<(Article, Analysis)>; 2],
    pub(crate) comparison: Comparison,
    /// Whether reports have charts; they take most of the time.
    illustrated: bool,
    /// The parts of its reports; all of them at first.
    pub(crate) choice: Choice,
}

/// The sample story that comes with the program.
pub(crate) fn sample() -> Story {
    Story::of(
        include_str!("../../assets/samples/ellery-ledger.md"),
        include_str!("../../assets/samples/quayside-star.md"),
    )
}

impl Story {
    /// One article a side, made from these texts; a text of nothing is no article.
    pub(crate) fn of(a: &str, b: &str) -> Self {
        let articles = [("ledger.md", a), ("star.md", b)].map(|(name, text)| {
            let input = load::Input::from_bytes(
                name,
                text.as_bytes().to_vec(),
                &load::ReadOptions::default(),
            );
            let opened = open_input(input).map(|opened| opened.articles);
            let articles = opened.unwrap_or_default().into_iter();
            articles
                .map(|article| {
                    let analysis = analyse(&article, &Settings::default());
                    (article, analysis)
                })
                .collect()
        });
        Self {
            names: ["The Ellery Ledger", "The Quayside Star"].map(str::to_owned),
            articles,
            comparison: Comparison::default(),
            illustrated: false,
            choice: Choice {
                parts: Some(Part::all()),
                ..Choice::default()
            },
        }
        .compared()
    }

    pub(crate) fn illustrated(mut self) -> Self {
        self.illustrated = true;
        self
    }

    pub(crate) fn named(mut self, a: &str, b: &str) -> Self {
        self.names = [a, b].map(str::to_owned);
        self.compared()
    }

    fn compared(mut self) -> Self {
        let [a, b] = [0, 1].map(|side| self.view(side));
        self.comparison = Comparison::new(&a, &b, &Options::default());
        self
    }

    /// Tests may leak: views borrow pairs that nothing else holds.
    fn view(&self, side: usize) -> SourceView<'_> {
        let pairs: Vec<_> = self.articles[side].iter().map(|(a, s)| (a, s)).collect();
        SourceView {
            name: &self.names[side],
            articles: pairs.leak(),
        }
    }

    #[cfg_attr(not(feature = "gui"), expect(dead_code, reason = "for charts"))]
    pub(crate) fn input(&self) -> Input<'_> {
        Input {
            a: Some(self.view(0)),
            b: Some(self.view(1)),
            comparison: Some(&self.comparison),
            ..Input::default()
        }
    }

    /// The same with these parts.
    pub(crate) fn with(mut self, parts: &str) -> Self {
        self.choice.parts = Some(Part::list(parts).unwrap());
        self
    }

    #[cfg(feature = "gui")]
    fn figures(&self, format: Format, with_text: bool) -> Vec<Figure> {
        if self.illustrated {
            let charts = self.report(Format::Markdown, with_text).charts();
            parallax::plot::report_charts(&self.input(), &charts, format, with_text).unwrap()
        } else {
            Vec::new()
        }
    }

    #[cfg(not(feature = "gui"))]
    fn figures(&self, _: Format, _: bool) -> Vec<Figure> {
        let _ = self.illustrated;
        Vec::new()
    }

    pub(crate) fn report(&self, format: Format, with_text: bool) -> Report<'_> {
        let figures = match format {
            Format::Markdown => Vec::new(),
            format => self.figures(format, with_text),
        };
        let choice = Choice {
            with_text,
            ..self.choice.clone()
        };
        Report {
            a: self.view(0),
            b: self.view(1),
            comparison: &self.comparison,
            same: None,
            choice: Box::leak(Box::new(choice)),
            figures: figures.leak(),
            options: parallax::chart::Options::default(),
            date: Some("2026-11-22T15:57:27Z"),
        }
    }

    fn written(&self, format: Format, with_text: bool) -> Vec<u8> {
        format.write(&self.report(format, with_text)).unwrap()
    }

    pub(crate) fn html(&self, with_text: bool) -> String {
        String::from_utf8(self.written(Format::Html, with_text)).unwrap()
    }

    pub(crate) fn markdown(&self, with_text: bool) -> String {
        String::from_utf8(self.written(Format::Markdown, with_text)).unwrap()
    }

    pub(crate) fn docx(&self, with_text: bool) -> Vec<u8> {
        self.written(Format::Docx, with_text)
    }
}
