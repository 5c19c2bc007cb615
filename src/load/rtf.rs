//! Rich Text Format: the text without its formatting. Code pages, Unicode escapes, hidden text and
//! the many groups that hold no text are handled.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::draft::Draft;
use super::error::{Problem, damaged};
use super::format::{Format, FormatReader, Limit, Sniff};
use super::input::Input;
use super::{clean, plain};

pub(super) static RTF: Format = Format {
    name: "rtf",
    label: "an RTF document",
    endings: &["rtf"],
    media_types: &["application/rtf"],
    limit: Limit::DOCUMENT,
    sniff: Sniff::Bytes(|bytes| bytes.starts_with(b"{\\rtf")),
    reader: FormatReader::Articles(read),
};

/// The deepest nesting of groups.
const DEEPEST: usize = 2_000;

fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let mut reader = RtfReader::new(&input.bytes);
    reader.run()?;
    let text = reader.text;
    let mut drafts = plain::drafts(&text, input.stem())?;
    if let [draft] = drafts.as_mut_slice() {
        draft.complete_headline(&reader.title);
        let author = clean::squash(&reader.author);
        if draft.byline.is_none() && !author.is_empty() {
            draft.byline = Some(author);
        }
    }
    if let Some(last) = drafts.last_mut().filter(|_| !reader.closed) {
        last.warnings
            .push("The document is cut off; the text after the cut is missing.".to_owned());
    }
    for draft in &mut drafts {
        reader.encoding.name().clone_into(&mut draft.encoding);
    }
    Ok(drafts)
}

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Destination {
    /// Into the document.
    Text,
    /// Nowhere; but its groups may be fields of the document.
    Info,
    /// Into the title property.
    Title,
    /// Into the author property.
    Author,
    /// Nowhere.
    Skipped,
}

/// The text that a control word stands for.
fn symbol(word: &str) -> Option<&'static str> {
    Some(match word {
        "par" | "sect" | "page" | "row" | "nestrow" => "\n\n",
        "line" | "softline" => "\n",
        "tab" | "cell" | "nestcell" | "emspace" | "enspace" => " ",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "• ",
        _ => return None,
    })
}

/// Where a control word sends the text of its group, if it does.
fn destination(word: &str, current: Destination) -> Option<Destination> {
    match word {
        "info" => Some(Destination::Info),
        "title" if current == Destination::Info => Some(Destination::Title),
        "author" if current == Destination::Info => Some(Destination::Author),
        "fonttbl" | "colortbl" | "stylesheet" | "pict" | "object" | "header" | "footer"
        | "headerl" | "headerr" | "headerf" | "footerl" | "footerr" | "footerf" | "footnote"
        | "annotation" | "atnid" | "atnauthor" | "fldinst" | "listtable" | "listoverridetable"
        | "rsidtbl" | "generator" | "themedata" | "colorschememapping" | "datastore"
        | "latentstyles" | "xmlnstbl" | "revtbl" | "listtext" | "pntext" | "pn" | "bkmkstart"
        | "bkmkend" | "nonshppict" | "shpinst" | "do" | "private" | "filetbl" | "mmathPr" => {
            Some(Destination::Skipped)
        }
        _ => None,
    }
}

/// What holds within one group.
#[derive(Clone, Copy)]
struct RtfGroup {
    destination: Destination,
    hidden: bool,
    /// How many characters stand in for one Unicode escape.
    stand_ins: usize,
}

struct RtfReader<'a> {
    rest: &'a [u8],
    text: String,
    title: String,
    author: String,
    encoding: &'static Encoding,
    group: RtfGroup,
    outer: Vec<RtfGroup>,
    /// Bytes of the code page that wait to be decoded together.
    pending: Vec<u8>,
    /// Characters to leave out after a Unicode escape.
    leave_out: usize,
    /// The first half of a surrogate pair.
    high: Option<u32>,
    /// Whether a "\*" was seen: an unknown destination may be left out.
    optional: bool,
    /// Whether the outermost group was closed.
    closed: bool,
}

impl<'a> RtfReader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            text: String::new(),
            title: String::new(),
            author: String::new(),
            encoding: WINDOWS_1252,
            group: RtfGroup {
                destination: Destination::Text,
                hidden: false,
                stand_ins: 1,
            },
            outer: Vec::new(),
            pending: Vec::new(),
            leave_out: 0,
            high: None,
            optional: false,
            closed: false,
        }
    }

    fn run(&mut self) -> Result<(), Problem> {
        while let Some((&byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            match byte {
                b'{' => {
                    self.decode_pending();
                    if self.outer.len() >= DEEPEST {
                        return Err(damaged(
                            RTF.label,
                            "its groups are nested deeper than any document's",
                        ));
                    }
                    self.outer.push(self.group);
                    self.optional = false;
                }
                b'}' => {
                    self.decode_pending();
                    self.group = self.outer.pop().unwrap_or(self.group);
                    self.optional = false;
                    if self.outer.is_empty() {
                        self.closed = true;
                        break;
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                _ if self.leave_out > 0 => self.leave_out -= 1,
                0x80.. => self.pending.push(byte),
                _ => {
                    self.decode_pending();
                    self.put(char::from(byte).encode_utf8(&mut [0; 4]));
                }
            }
        }
        self.decode_pending();
        Ok(())
    }

    fn put(&mut self, text: &str) {
        match self.group.destination {
            _ if self.group.hidden => {}
            Destination::Text => self.text.push_str(text),
            Destination::Title => self.title.push_str(text),
            Destination::Author => self.author.push_str(text),
            Destination::Info | Destination::Skipped => {}
        }
    }

    fn decode_pending(&mut self) {
        if !self.pending.is_empty() {
            let bytes = std::mem::take(&mut self.pending);
            let (text, _) = self.encoding.decode_without_bom_handling(&bytes);
            self.put(&text);
        }
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, most: usize, test: fn(u8) -> bool) -> &'a str {
        let count = self
            .rest
            .iter()
            .take(most)
            .take_while(|byte| test(**byte))
            .count();
        std::str::from_utf8(self.take(count)).unwrap_or_default()
    }

    /// What follows a backslash.
    fn control(&mut self) {
        let word = self.take_while(32, |byte| byte.is_ascii_alphabetic());
        if word.is_empty() {
            let mark = self.take(1).first().copied().unwrap_or_default();
            self.mark(mark);
            return;
        }
        let minus = self.take_while(1, |byte| byte == b'-');
        let digits = self.take_while(10, |byte| byte.is_ascii_digit());
        let number: Option<i64> = format!("{minus}{digits}").parse().ok();
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        self.decode_pending();
        self.word(word, number);
        self.optional = false;
    }

    fn mark(&mut self, mark: u8) {
        match mark {
            b'\'' => {
                let hex = std::str::from_utf8(self.take(2)).unwrap_or_default();
                if self.leave_out > 0 {
                    self.leave_out -= 1;
                } else if let Ok(byte) = u8::from_str_radix(hex, 16) {
                    self.pending.push(byte);
                }
                return;
            }
            b'*' => {
                self.optional = true;
                return;
            }
            _ => self.decode_pending(),
        }
        match mark {
            b'~' => self.put(" "),
            b'_' => self.put("-"),
            b'\n' | b'\r' => self.put("\n\n"),
            b'\\' | b'{' | b'}' => self.put(char::from(mark).encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i64>) {
        if let Some(text) = symbol(word) {
            self.put(text);
        } else if let Some(destination) = destination(word, self.group.destination) {
            if matches!(word, "listtext" | "pntext") {
                self.put("• ");
            }
            self.group.destination = destination;
        } else {
            match word {
                "u" => self.unicode(number.unwrap_or(63)),
                "uc" => {
                    let count = usize::try_from(number.unwrap_or(1)).unwrap_or(1);
                    self.group.stand_ins = count.min(8);
                }
                "v" | "deleted" => self.group.hidden = number != Some(0),
                "plain" => self.group.hidden = false,
                "ansicpg" => self.encoding = number.and_then(code_page).unwrap_or(self.encoding),
                "mac" => self.encoding = encoding_rs::MACINTOSH,
                "bin" => {
                    self.take(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
                }
                _ if self.optional => self.group.destination = Destination::Skipped,
                _ => {}
            }
        }
    }

    fn unicode(&mut self, number: i64) {
        // Written as a signed 16-bit number.
        let unit = u32::try_from(number.rem_euclid(0x1_0000)).unwrap_or_default();
        let c = match (unit, self.high.take()) {
            (0xD800..0xDC00, _) => {
                self.high = Some(unit);
                self.leave_out = self.group.stand_ins;
                return;
            }
            (0xDC00..0xE000, Some(high)) => {
                char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (unit - 0xDC00))
            }
            _ => char::from_u32(unit),
        };
        self.put(c.unwrap_or('\u{fffd}').encode_utf8(&mut [0; 4]));
        self.leave_out = self.group.stand_ins;
    }
}

fn code_page(number: i64) -> Option<&'static Encoding> {
    let label = match number {
        65001 => "utf-8".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        866 => "ibm866".to_owned(),
        874 | 1250..=1258 => format!("windows-{number}"),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rtf: &str) -> String {
        let mut reader = RtfReader::new(rtf.as_bytes());
        assert!(reader.run().is_ok());
        reader.text
    }

    #[test]
    fn escapes_become_characters() {
        assert_eq!(
            text(r"{\rtf1\ansi caf\'e9 \u8212-\uc0\u55357\u56832 x\~y\{z\}}"),
            "café —😀x y{z}"
        );
        assert_eq!(text(r"{\rtf1\ansicpg1251 \'ef\'f0}"), "пр");
    }

    #[test]
    fn groups_that_hold_no_text_are_left_out() {
        let rtf = r"{\rtf1{\fonttbl{\f0 Times;}}{\info{\title T}}{\*\unknown x}One.\par Two {\v hidden}{\pict 00ff}\bin3 \{}.}";
        assert_eq!(text(rtf), "One.\n\nTwo .");
    }

    #[test]
    fn deep_nesting_is_refused() {
        let rtf = format!("{{\\rtf1{}", "{".repeat(100_000));
        assert!(RtfReader::new(rtf.as_bytes()).run().is_err());
    }
}
