//! Words of a text.

use super::Span;

/// The words of a text in order: runs of letters and digits, with the apostrophes, hyphens, stops and
/// commas inside them ("it's", "U.S.-led" without its last stop, "1,200.5").
pub fn words(text: &str) -> Vec<Span> {
    let mut words = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        let Some(first) = start else { continue };
        let next = chars.peek().map(|(_, next)| *next);
        if !joins(c, next) {
            words.push(Span::new(first, at));
            start = None;
        }
    }
    words.extend(start.map(|first| Span::new(first, text.len())));
    words
}

/// Whether a mark between a word's characters belongs to the word.
fn joins(mark: char, next: Option<char>) -> bool {
    let letter = next.is_some_and(char::is_alphabetic);
    let digit = next.is_some_and(char::is_numeric);
    match mark {
        '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '.' | '&' => letter || digit,
        ',' => digit,
        _ => false,
    }
}

/// Number of words in a text.
pub fn word_count(text: &str) -> usize {
    words(text).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inside_a_word_belong_to_it() {
        let text = "The U.S.-led effort didn’t cost 1,200.5 dollars, he said—AT&T.";
        let words: Vec<&str> = words(text).into_iter().map(|word| word.of(text)).collect();
        assert_eq!(
            words,
            [
                "The", "U.S", "led", "effort", "didn’t", "cost", "1,200.5", "dollars", "he",
                "said", "AT&T"
            ]
        );
        assert_eq!(word_count(" … "), 0);
    }
}
