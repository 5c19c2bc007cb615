//! Codebooks to start from: they ship with the program, as the files that anybody would write.

use super::codebook::Codebook;

/// By the name that stands for each on the command line: its file.
const READY: [(&str, &str); 7] = [
    ("tone", include_str!("../../assets/study/tone.toml")),
    (
        "sensationalism",
        include_str!("../../assets/study/sensationalism.toml"),
    ),
    ("loaded", include_str!("../../assets/study/loaded.toml")),
    ("opinion", include_str!("../../assets/study/opinion.toml")),
    ("quoted", include_str!("../../assets/study/quoted.toml")),
    ("event", include_str!("../../assets/study/event.toml")),
    ("predict", include_str!("../../assets/study/predict.toml")),
];

/// The codebooks that ship, each by its short name.
pub fn ready() -> impl Iterator<Item = (&'static str, Codebook)> {
    let books = READY.into_iter();
    books.filter_map(|(name, text)| Some((name, Codebook::from_toml(text).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::{READY, ready};
    use crate::score::registry;
    use crate::study::Codebook;

    #[test]
    fn every_ready_codebook_is_one_and_comes_back_as_it_was() {
        assert_eq!(ready().count(), READY.len());
        for (name, book) in ready() {
            let again = book.to_toml().and_then(|text| Codebook::from_toml(&text));
            assert_eq!(again, Ok(book.clone()), "{name}");
            for variable in &book.variables {
                if let Some(id) = &variable.measure {
                    assert!(registry::all().any(|measure| measure.id == id), "{id}");
                }
                assert!(book.handout().contains(&variable.question));
            }
        }
    }
}
