//! The fonts of a PDF page, embedded with the letters that are used, and with what they say, so that text
//! can be selected, copied and searched.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish as _, Name, Pdf, Rect, Ref, Str};
use resvg::usvg::fontdb;
use subsetter::GlyphRemapper;
use ttf_parser::{Face, RawFace, Tag};

use crate::plot::PictureError;

const SYSTEM: SystemInfo = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// The fonts used on a page.
pub(super) struct Fonts<'a> {
    database: &'a fontdb::Database,
    /// In the order in which they are met.
    used: Vec<Used>,
}

struct Used {
    face: fontdb::ID,
    units_per_em: f32,
    /// The letters used, counted anew from 1.
    letters: GlyphRemapper,
    /// What each of them says.
    says: BTreeMap<u16, String>,
}

/// A letter as a page names it.
pub(super) struct Set {
    /// The font's name among the resources.
    pub(super) font: String,
    pub(super) code: [u8; 2],
    pub(super) units_per_em: f32,
}

impl<'a> Fonts<'a> {
    pub(super) const fn new(database: &'a fontdb::Database) -> Self {
        Self {
            database,
            used: Vec::new(),
        }
    }

    /// Notes that a glyph is used, and what it says; `None` if its font cannot be read.
    pub(super) fn set(&mut self, face: fontdb::ID, glyph: u16, says: &str) -> Option<Set> {
        let known = self.used.iter().position(|used| used.face == face);
        let at = if let Some(at) = known {
            at
        } else {
            let parsed = self.database.with_face_data(face, |data, index| {
                Some(f32::from(Face::parse(data, index).ok()?.units_per_em()))
            });
            self.used.push(Used {
                face,
                units_per_em: parsed??,
                letters: GlyphRemapper::new(),
                says: BTreeMap::new(),
            });
            self.used.len() - 1
        };
        let used = self.used.get_mut(at)?;
        let code = used.letters.remap(glyph);
        if !says.is_empty() {
            used.says.entry(code).or_insert_with(|| says.to_owned());
        }
        Some(Set {
            font: name(at),
            code: code.to_be_bytes(),
            units_per_em: used.units_per_em,
        })
    }

    /// Writes the fonts. Gives their names among the resources of a page, and where they stand.
    pub(super) fn write(
        &self,
        pdf: &mut Pdf,
        next: &mut Ref,
    ) -> Result<Vec<(String, Ref)>, PictureError> {
        let mut names = Vec::new();
        for (at, used) in self.used.iter().enumerate() {
            let font = self
                .database
                .with_face_data(used.face, |data, index| write(pdf, next, used, data, index))
                .flatten()
                .ok_or_else(|| PictureError::Pdf("a font cannot be embedded".to_owned()))?;
            names.push((name(at), font));
        }
        Ok(names)
    }
}

fn name(at: usize) -> String {
    format!("f{at}")
}

/// Writes one font.
fn write(pdf: &mut Pdf, next: &mut Ref, used: &Used, data: &[u8], index: u32) -> Option<Ref> {
    let face = Face::parse(data, index).ok()?;
    let subset = subsetter::subset(data, index, &used.letters).ok()?;
    let outlines = RawFace::parse(&subset, 0)
        .ok()?
        .table(Tag::from_bytes(b"CFF "));
    let [font, cid_font, descriptor, program, says] = [(); 5].map(|()| next.bump());
    let name = base_name(&face, used);
    let name = Name(name.as_bytes());
    pdf.type0_font(font)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid_font)
        .to_unicode(says);

    let scale = 1000.0 / used.units_per_em;
    let mut dictionary = pdf.cid_font(cid_font);
    dictionary
        .subtype(if outlines.is_some() {
            CidFontType::Type0
        } else {
            CidFontType::Type2
        })
        .base_font(name)
        .system_info(SYSTEM)
        .font_descriptor(descriptor)
        .default_width(0.0);
    if outlines.is_none() {
        dictionary.cid_to_gid_map_predefined(Name(b"Identity"));
    }
    let widths = used.letters.remapped_gids().map(|glyph| {
        let advance = face.glyph_hor_advance(ttf_parser::GlyphId(glyph));
        f32::from(advance.unwrap_or(0)) * scale
    });
    dictionary.widths().consecutive(0, widths);
    dictionary.finish();

    let box_ = face.global_bounding_box();
    let [left, low, right, high] =
        [box_.x_min, box_.y_min, box_.x_max, box_.y_max].map(|side| f32::from(side) * scale);
    let mut about = pdf.font_descriptor(descriptor);
    about
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(left, low, right, high))
        .italic_angle(face.italic_angle())
        .ascent(f32::from(face.ascender()) * scale)
        .descent(f32::from(face.descender()) * scale)
        .cap_height(f32::from(face.capital_height().unwrap_or(face.ascender())) * scale)
        // Nothing in a font says it; what others write.
        .stem_v(80.0);
    if outlines.is_some() {
        about.font_file3(program);
    } else {
        about.font_file2(program);
    }
    about.finish();

    let packed = super::packed::packed(outlines.unwrap_or(&subset));
    let mut file = pdf.stream(program, &packed);
    file.filter(Filter::FlateDecode);
    if outlines.is_some() {
        file.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
    }
    file.finish();

    let mut cmap = UnicodeCmap::new(Name(b"Says"), SYSTEM);
    for (code, text) in &used.says {
        cmap.pair_with_multiple(*code, text.chars());
    }
    pdf.cmap(says, &cmap.finish());
    Some(font)
}

/// The font's own name after six letters that tell its subset from others: by its size, so that the same
/// drawing gives the same bytes.
fn base_name(face: &Face<'_>, used: &Used) -> String {
    let name = face
        .names()
        .into_iter()
        .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string())
        .unwrap_or_else(|| "Font".to_owned());
    let mut number = usize::from(used.letters.num_gids());
    let tag: String = (0..6)
        .map(|_| {
            let letter = u8::try_from(number % 26).unwrap_or(0);
            number /= 26;
            char::from(b'A' + letter)
        })
        .collect();
    format!("{tag}+{name}")
}
