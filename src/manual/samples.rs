//! The files to try, invented for this program: the window opens them by a click, `parallax manual` writes them.

/// A file to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// What the file is called.
    pub file: &'static str,
    /// What is in it.
    pub text: &'static str,
}

macro_rules! sample {
    ($file:literal) => {
        Sample {
            file: $file,
            text: include_str!(concat!("../../assets/samples/", $file)),
        }
    };
}

impl Sample {
    /// The sober account of the sample story.
    pub const LEDGER: Self = sample!("ellery-ledger.md");
    /// The other account of it.
    pub const STAR: Self = sample!("quayside-star.md");
    /// Twelve articles by both papers, an object a line.
    pub const COLLECTION: Self = sample!("port-ellery.jsonl");
    /// A draft with plenty to query.
    pub const DRAFT: Self = sample!("draft.md");
}

/// Every sample.
pub const SAMPLES: [Sample; 4] = [
    Sample::LEDGER,
    Sample::STAR,
    Sample::COLLECTION,
    Sample::DRAFT,
];
