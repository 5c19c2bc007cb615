//! Counts the attributes of a tag while it is read. The tokenizer compares each attribute with all before
//! it and hands a tag over only when it is complete, so a tag of a million attributes must be noticed
//! before it ends.

/// The most attributes of one tag; those of 341 development pages have at most 64.
pub(super) const MOST_ATTRIBUTES: usize = 1_000;

/// Where in a tag a byte stands: the states of the HTML standard, 13.2.5.6 to 13.2.5.40, as far as they
/// tell attributes apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TagState {
    TagName,
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    Quoted(u8),
    Unquoted,
    Ended,
}

/// The attributes of a tag that is being read.
#[derive(Debug)]
pub(super) struct TagAttributes {
    state: TagState,
    count: usize,
}

impl TagAttributes {
    /// Begins at a text that opens with "<" and what it reads first; `None` if no tag begins there.
    pub(super) fn opening(text: &str) -> Option<Self> {
        let name = text.strip_prefix('<')?;
        let name = name.strip_prefix('/').unwrap_or(name);
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            .then_some(Self {
                state: TagState::TagName,
                count: 0,
            })
    }

    /// Whether the tag was read to its end.
    pub(super) fn has_ended(&self) -> bool {
        self.state == TagState::Ended
    }

    /// Reads on; where in `text` the first attribute too many begins, if one does.
    pub(super) fn read(&mut self, text: &str) -> Option<usize> {
        for (at, byte) in text.bytes().enumerate() {
            if self.state == TagState::Ended {
                break;
            }
            if self.step(byte) {
                self.count += 1;
                if self.count > MOST_ATTRIBUTES {
                    return Some(at);
                }
            }
        }
        None
    }

    /// Takes one byte; whether an attribute begins with it.
    const fn step(&mut self, byte: u8) -> bool {
        let blank = matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c);
        let name = matches!(self.state, TagState::Name | TagState::AfterName);
        let (next, begins) = match (self.state, byte) {
            (TagState::Quoted(mark), byte) if byte == mark => (TagState::BeforeName, false),
            (TagState::Quoted(_), _) => (self.state, false),
            (_, b'>') => (TagState::Ended, false),
            (TagState::Name, _) if blank => (TagState::AfterName, false),
            (TagState::TagName | TagState::Unquoted, _) if blank => (TagState::BeforeName, false),
            (_, _) if blank => (self.state, false),
            (_, b'=') if name => (TagState::BeforeValue, false),
            (TagState::Unquoted, _) => (self.state, false),
            (TagState::BeforeValue, b'"' | b'\'') => (TagState::Quoted(byte), false),
            (TagState::BeforeValue, _) => (TagState::Unquoted, false),
            (_, b'/') => (TagState::BeforeName, false),
            (TagState::BeforeName | TagState::AfterName, _) => (TagState::Name, true),
            (state, _) => (state, false),
        };
        self.state = next;
        begins
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(tag: &str) -> usize {
        let mut attributes = TagAttributes::opening(tag).unwrap_or(TagAttributes {
            state: TagState::Ended,
            count: usize::MAX,
        });
        let name = tag.trim_start_matches(['<', '/']);
        assert_eq!(attributes.read(name), None);
        attributes.count
    }

    #[test]
    fn attributes_are_counted_as_the_standard_parts_them() {
        for (tag, want) in [
            ("<p>a b", 0),
            ("<p a>b c", 1),
            ("<p a=1 b = 2 c='3'd=\"4\"/e>", 5),
            ("<p a==\">\" b=\"x y>z w\" c>", 3),
            ("<p =a=b =c>", 2),
            ("<br/><", 0),
            ("</p a b>", 2),
            ("<p a= >b c d", 1),
            ("<p a=/b/c d>", 2),
        ] {
            // The second: `a==">"` ends at its ">".
            let want = if tag.starts_with("<p a==") { 1 } else { want };
            assert_eq!(count(tag), want, "{tag}");
        }
        assert!(TagAttributes::opening("<!-- a").is_none());
        assert!(TagAttributes::opening("< p").is_none());
    }

    #[test]
    fn the_first_attribute_too_many_is_named() {
        let tag = "<p ".to_owned() + &"a ".repeat(MOST_ATTRIBUTES + 5);
        let mut attributes = TagAttributes::opening(&tag);
        let name = tag.trim_start_matches('<');
        let over = attributes.as_mut().and_then(|tag| tag.read(name));
        assert_eq!(over, Some(2 + 2 * MOST_ATTRIBUTES));
    }
}
