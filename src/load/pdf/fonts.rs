//! The fonts of a document: which glyph a code draws, how wide it is, and what it says. Where the document
//! does not say what a glyph means, its font's own tables are asked backwards.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use hayro_cmap::BfString;
use hayro_font::{
    CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, OutlineFontData,
    StandardFont,
};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Object};
use hayro_syntax::page::Resources;

/// How many characters of a font are looked at to turn its table round; the largest fonts have fewer.
const MOST_CHARACTERS: usize = 200_000;
/// The most glyphs that ranges may claim a width for: fonts have 65,536 at most.
const MOST_WIDTHS: f64 = 1_000_000.0;
/// Where fonts of symbols keep the characters they draw instead of ASCII ones.
const SYMBOLS: u32 = 0xf000;

/// The fonts of a document, each loaded once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    resolver: FontResolverFn,
    maps: CMapResolverFn,
    /// The one in place of those that are missing.
    other: OnceCell<Option<Font<'a>>>,
    /// What each glyph of a font says, by the font's content.
    backwards: HashMap<u128, HashMap<u32, char>>,
}

/// A glyph as a font gives it.
pub(super) struct Drawn {
    /// What it says, if anybody knows.
    pub(super) text: Option<String>,
    /// How far it moves the next one, in thousandths of the font's size: to the right, and upwards.
    pub(super) advance: (f64, f64),
    /// How many bytes of the string it took.
    pub(super) length: usize,
    /// Whether it is the blank that word spacing applies to.
    pub(super) is_blank: bool,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            resolver: Arc::new(|query: &FontQuery| {
                Some(match query {
                    FontQuery::Standard(font) => font.get_font_data(),
                    FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
                })
            }),
            maps: Arc::new(hayro_cmap::load_embedded),
            other: OnceCell::new(),
            backwards: HashMap::new(),
        }
    }

    /// The font of this name; another in its place if it is missing or cannot be read.
    pub(super) fn font(&self, name: &Name<'_>, resources: &Resources<'a>) -> Option<Font<'a>> {
        resources
            .get_font(name)
            .filter(is_bounded)
            .and_then(|font| self.cache.font(&font, &self.resolver, &self.maps))
            .or_else(|| {
                let helvetica = || {
                    self.cache
                        .standard_font(StandardFont::Helvetica, &self.resolver)
                };
                self.other.get_or_init(helvetica).clone()
            })
    }

    /// The glyph drawn by the code at `at`, which is inside `bytes`.
    pub(super) fn draw(&mut self, font: &Font<'a>, bytes: &[u8], at: usize) -> Drawn {
        let (code, length) = font.read_code(bytes, at);
        let advance = font.code_advance(code);
        let text = match font.glyph(font.map_code(code), code) {
            FontGlyph::Type3(glyph) => glyph.as_unicode().map(written),
            FontGlyph::Outline(glyph) => glyph.as_unicode().map(written).or_else(|| {
                let id = glyph.glyph_id().to_u32();
                // A font without tables to ask has no data either.
                self.say(&glyph.font_data()?, id)
            }),
        };
        Drawn {
            text: text.filter(|text| text != "\u{fffd}"),
            advance: (advance.x, advance.y),
            length: length.max(1),
            is_blank: code == 32 && length == 1,
        }
    }

    /// What a glyph says by the tables of its font.
    fn say(&mut self, font: &OutlineFontData, glyph: u32) -> Option<String> {
        // The missing glyph says nothing, whatever the table.
        if glyph == 0 {
            return None;
        }
        let says = self
            .backwards
            .entry(font.cache_key)
            .or_insert_with(|| backwards(font));
        says.get(&glyph).map(char::to_string)
    }
}

/// Whether the widths of a font can be read in bounded time and memory: a few bytes may claim a width for
/// billions of glyphs.
fn is_bounded(font: &Dict<'_>) -> bool {
    let Some(fonts) = font.get::<Array<'_>>(keys::DESCENDANT_FONTS) else {
        return true;
    };
    fonts.iter::<Dict<'_>>().all(|font| {
        let claimed = |key, row| {
            font.get::<Array<'_>>(key)
                .map_or(0.0, |widths| claimed(&widths, row))
        };
        claimed(keys::W, 3) + claimed(keys::W2, 5) <= MOST_WIDTHS
    })
}

/// For how many glyphs ranges claim a width; `row` numbers make a range.
fn claimed(widths: &Array<'_>, row: usize) -> f64 {
    let mut claimed = 0.0;
    let mut numbers: Vec<f64> = Vec::with_capacity(row);
    for object in widths.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => numbers.push(number.as_f64()),
            _ => numbers.clear(),
        }
        if numbers.len() == row {
            if let [first, last, ..] = numbers.as_slice() {
                claimed += (last - first).max(0.0);
            }
            numbers.clear();
        }
    }
    claimed
}

fn written(text: BfString) -> String {
    match text {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(letters) => letters,
    }
}

/// What each glyph of a font says: its table of characters, turned round. Where several characters share a
/// glyph, the first one counts.
fn backwards(data: &OutlineFontData) -> HashMap<u32, char> {
    let mut says = HashMap::new();
    let Some(font) = skrifa::Font::new(data.data.clone(), 0) else {
        return says;
    };
    for (code, glyph) in font.charmap().unicodes().take(MOST_CHARACTERS) {
        let code = if (SYMBOLS..SYMBOLS + 0x100).contains(&code) {
            code - SYMBOLS
        } else {
            code
        };
        if let Some(letter) = char::from_u32(code).filter(|letter| !letter.is_control()) {
            says.entry(glyph.to_u32()).or_insert(letter);
        }
    }
    says
}
