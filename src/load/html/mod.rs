//! Web pages. The article is found by readability scoring after menus, dialogs and rails are taken out
//! of its way; what the page shows beside it stays in the draft, set aside with its reason. Scripts
//! never run and nothing is fetched.

mod article;
mod attributes;
mod block;
mod counted;
mod data;
mod limits;
mod losses;
mod restore;
mod tree;
mod walk;
mod weight;
mod zones;

use dom_query::{Document, NodeRef};

use self::block::PageBlock;
use self::data::Script;
use self::zones::Zones;
use super::clean::{self, ends_sentence, words};
use super::decode::Hint;
use super::draft::{Draft, DraftBlock, Reason};
use super::error::Problem;
use super::format::{Format, FormatReader, Limit, Sniff, TextOpening};
use super::furniture;
use super::input::Input;
use super::meta::Meta;
use super::plain;
use crate::article::{BlockKind, HeadlineOrigin};

pub(super) static HTML: Format = Format {
    name: "html",
    label: "a web page",
    endings: &["html", "htm", "xhtml"],
    media_types: &["text/html", "application/xhtml+xml"],
    limit: Limit::PAGE,
    sniff: Sniff::Text(is_html),
    reader: FormatReader::Articles(read),
};

/// A second reading must find half as much again and this many words more to be taken.
const CLEARLY_MORE: usize = 40;
/// The longest label of a menu, in words.
const LABEL: usize = 12;
/// The shortest link that points to another article, in words.
const POINTER: usize = 4;
/// The page shows the text it carries if it shows so many per cent of it.
const SHOWN: usize = 60;
/// A page of so many elements and texts is not read a second time: five times as many as the largest of 341
/// development pages has.
const LARGE: usize = 60_000;
/// Nor is one that shows so many bytes of text, blanks and all: seven times as many as any of them.
const LONG: usize = 1_000_000;

fn is_html(opening: &TextOpening) -> bool {
    const ROOTS: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];
    const TAGS: [&str; 8] = [
        "<div", "<p>", "<p ", "<article", "<h1", "<meta", "<title", "<!--",
    ];
    let text = opening.lower;
    if text.starts_with("<?xml") {
        return text.contains("xhtml");
    }
    if ROOTS.iter().any(|tag| text.starts_with(tag)) {
        return true;
    }
    !text.starts_with(['{', '['])
        && (text.contains("<html")
            || (text.starts_with('<') && TAGS.iter().any(|tag| text.contains(tag))))
}

/// Reads a saved page.
fn read(input: &Input) -> Result<Vec<Draft>, Problem> {
    let decoded = input.text(Hint::Markup);
    if plain::may_be_export(&decoded.text) {
        let mut drafts = plain::exported(&blocks(&decoded.text)?);
        if !drafts.is_empty() {
            for draft in &mut drafts {
                decoded.encoding.clone_into(&mut draft.encoding);
                draft.warnings.extend_from_slice(&decoded.warnings);
            }
            return Ok(drafts);
        }
    }
    let mut draft = page(&decoded.text, None)?;
    decoded.encoding.clone_into(&mut draft.encoding);
    draft.warnings.extend(decoded.warnings);
    if draft.headline.is_none() {
        draft.set_headline(input.stem(), HeadlineOrigin::FileName);
    }
    Ok(vec![draft])
}

/// Reads a page. `url` is where it was saved from, if something outside the page says so.
pub(super) fn page(html: &str, url: Option<&str>) -> Result<Draft, Problem> {
    let page = tree::parse(html)?;
    let again = page.tree.len() < LARGE && (html.len() < LONG || shown(&page) < LONG);
    let scripts = if again {
        data::scripts(&page)
    } else {
        Vec::new()
    };
    let mut draft = attempt(page, url, Cleaning::Before);
    for gentler in [Cleaning::Unhide, Cleaning::None] {
        // Scripts were to show the text, the cut went too deep, or the page is short.
        if draft.live_words() < losses::FEW_WORDS && again {
            let other = attempt(tree::parse(html)?, url, gentler);
            if other.live_words() > draft.live_words() * 3 / 2 + CLEARLY_MORE {
                draft = other;
            }
        }
    }
    let short = draft.live_words() < losses::SHORT;
    let whole = short && take_from_scripts(&mut draft, &scripts);
    if draft.live_words() == 0 && !losses::take_shown(&mut draft) {
        return Err(Problem::NoText);
    }
    losses::warn(&mut draft);
    if short && !whole && draft.warnings.is_empty() {
        losses::in_scripts(&mut draft, &scripts);
    }
    Ok(draft)
}

/// Takes the text that the page's scripts were to show, where they carry it; whether they do.
fn take_from_scripts(draft: &mut Draft, scripts: &[Script]) -> bool {
    let live = draft
        .blocks
        .iter()
        .filter(|block| block.set_aside.is_none());
    let shown: Vec<&str> = live.map(|block| block.text.as_str()).collect();
    let Some(text) = data::in_scripts(scripts, &shown, draft.headline_text()) else {
        return false;
    };
    let Ok(blocks) = blocks(&text.html) else {
        return false;
    };
    let around = std::mem::replace(&mut draft.blocks, blocks);
    if let (None, Some(headline)) = (&draft.headline, &text.headline) {
        draft.set_headline(headline, HeadlineOrigin::Metadata);
    }
    furniture::mark(draft);
    draft
        .blocks
        .extend(around.into_iter().filter(|block| block.set_aside.is_some()));
    draft.warnings = vec![
        "The page as it was saved shows only part of this text, or none; it comes from the data of the page’s \
         scripts."
            .to_owned(),
    ];
    true
}

/// How many bytes of text a page has that are no script and no style.
fn shown(page: &Document) -> usize {
    page.root()
        .descendants_it()
        .filter(NodeRef::is_text)
        .filter(|text| {
            let parent = text.parent().and_then(|parent| parent.node_name());
            !matches!(parent.as_deref(), Some("script" | "style" | "noscript"))
        })
        .map(|text| text.text().len())
        .sum()
}

/// Whether the furniture is taken out before the article is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cleaning {
    /// Yes.
    Before,
    /// Notices only: the rest may be taken for furniture wrongly.
    None,
    /// Yes, and what the page hides until its scripts run is shown.
    Unhide,
}

fn attempt(page: Document, url: Option<&str>, cleaning: Cleaning) -> Draft {
    let meta = Meta::read(&page, url);
    if cleaning == Cleaning::Unhide {
        walk::unhide(&page);
    }
    let zones = match cleaning {
        Cleaning::Before | Cleaning::Unhide => Zones::of(&page),
        Cleaning::None => Zones::notices(&page),
    };
    let all = walk::blocks(&page.root(), &zones);
    zones.remove_from(&page);
    let found = article::find(page, all, &meta.headline);
    assemble(&meta, found)
}

/// The draft of a page: its article, marked, in its place among everything else.
fn assemble(meta: &Meta, page: Vec<PageBlock>) -> Draft {
    let mut draft = describe(meta);
    draft
        .warnings
        .extend(losses::under_headline(&page, &meta.headline));
    draft.warnings.extend(losses::other_articles(&page));
    let mut places = Vec::with_capacity(page.len());
    for block in page {
        if block.chosen {
            let link = block.is_link();
            let mut block = block.into_draft();
            if link && is_pointer(&block) {
                block.set_aside = Some(Reason::Promotion);
            } else if meta.signs(&block.text) {
                block.set_aside = Some(Reason::Byline);
            }
            draft.blocks.push(block);
            places.push(None);
        } else {
            places.push(Some(outside(block, meta)));
        }
    }
    furniture::mark(&mut draft);
    if let Some(blocks) = from_data(meta, &draft) {
        draft.blocks = blocks;
        furniture::mark(&mut draft);
        draft.warnings.push(
            "The page itself shows only part of this text; the rest comes from the data it carries for \
             search engines."
                .to_owned(),
        );
        places.retain(Option::is_some);
        places.splice(0..0, draft.blocks.iter().map(|_| None));
    }
    weave(&mut draft, places);
    draft
}

fn describe(meta: &Meta) -> Draft {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut draft = Draft {
        byline: some(&meta.authors.join(", ")),
        published: meta.published.clone(),
        outlet: some(&meta.outlet),
        url: some(&meta.url),
        language: some(&meta.language),
        fields: meta.fields.clone(),
        ..Draft::default()
    };
    let origin = if meta.on_page {
        HeadlineOrigin::Text
    } else {
        HeadlineOrigin::Metadata
    };
    draft.set_headline(&meta.headline, origin);
    draft
}

/// A paragraph that is a link and no sentence points to another page. (Items that are links may be
/// the article's own list.)
fn is_pointer(block: &DraftBlock) -> bool {
    block.kind == BlockKind::Paragraph
        && words(&block.text) >= POINTER
        && !ends_sentence(&block.text)
}

/// A block of the page around the article, with the reason that fits best.
fn outside(block: PageBlock, meta: &Meta) -> DraftBlock {
    let hidden = block.hidden.then_some(Reason::Hidden);
    let reason = block.zone.or(hidden);
    let mut block = block.into_draft();
    let key = clean::key(&block.text);
    let own = || {
        if meta.signs(&block.text) || furniture::byline(&block.text).is_some() {
            Some(Reason::Byline)
        } else if furniture::is_date_line(&key) {
            Some(Reason::Date)
        } else {
            furniture::furniture(&block.text, &key)
        }
    };
    let reason = reason.or_else(own).unwrap_or(Reason::Navigation);
    block.set_aside = Some(reason);
    block
}

/// Puts the article's blocks back among the blocks around it. Runs of short lines around the article
/// become one block: a menu is one thing, not forty.
fn weave(draft: &mut Draft, places: Vec<Option<DraftBlock>>) {
    const LONGEST_RUN: usize = 600;
    let mut article = std::mem::take(&mut draft.blocks).into_iter();
    let mut open_run = false;
    for place in places {
        let Some(block) = place else {
            draft.blocks.extend(article.next());
            open_run = false;
            continue;
        };
        let short = words(&block.text) <= LABEL && !ends_sentence(&block.text);
        match draft.blocks.last_mut() {
            Some(run)
                if short
                    && open_run
                    && run.set_aside == block.set_aside
                    && run.text.len() + block.text.len() <= LONGEST_RUN =>
            {
                run.text.push_str(" · ");
                run.text.push_str(&block.text);
            }
            _ => {
                open_run = short;
                draft.blocks.push(block);
            }
        }
    }
    draft.blocks.extend(article);
}

/// The text that the page carries for search engines, where the page itself gave much less of it.
fn from_data(meta: &Meta, draft: &Draft) -> Option<Vec<DraftBlock>> {
    let carried = words(&meta.body);
    if carried < data::ENOUGH || draft.live_words() * 100 >= carried * SHOWN {
        return None;
    }
    if meta.body.contains("</p>") || meta.body.contains("<br") {
        return blocks(&meta.body).ok();
    }
    let lines: Vec<&str> = meta
        .body
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let paragraph = |text: &str| DraftBlock::new(BlockKind::Paragraph, text);
    match lines.as_slice() {
        [only] => Some(in_fours(only).iter().map(|text| paragraph(text)).collect()),
        lines => Some(lines.iter().map(|line| paragraph(line)).collect()),
    }
}

/// A text without any paragraph marks: about four sentences a paragraph.
fn in_fours(text: &str) -> Vec<String> {
    let text = clean::squash(text);
    crate::article::sentences(&text)
        .chunks(4)
        .map(|chunk| {
            let sentences: Vec<&str> = chunk.iter().map(|span| span.of(&text)).collect();
            sentences.join(" ")
        })
        .collect()
}

// HTML that is an article and nothing else, without a page around it: a chapter, a mail, a field of a
// corpus.

/// How much of a text is looked at to tell whether it holds tags, in bytes.
const TAG_SAMPLE: usize = 4_000;
/// Tags that begin, end or part blocks of text.
const BLOCK_TAGS: [&str; 11] = [
    "<p>", "<p ", "</p", "<div", "<br", "<li", "<h1", "<h2", "<h3", "<script", "<style",
];

/// Whether a text holds HTML tags.
pub(super) fn has_tags(text: &str) -> bool {
    let head = head(text);
    head.contains('<') && (head.contains("</") || holds_blocks(&head))
}

/// Whether its tags part it into blocks. A text with tags for links and emphasis only is plain text
/// otherwise: its line ends mean something.
pub(super) fn has_blocks(text: &str) -> bool {
    holds_blocks(&head(text))
}

fn holds_blocks(head: &str) -> bool {
    head.contains('<') && BLOCK_TAGS.iter().any(|tag| head.contains(tag))
}

fn head(text: &str) -> String {
    let head = text
        .get(..text.floor_char_boundary(TAG_SAMPLE))
        .unwrap_or(text);
    head.to_ascii_lowercase()
}

/// The blocks of such a text.
pub(super) fn blocks(html: &str) -> Result<Vec<DraftBlock>, Problem> {
    let page = tree::parse(html)?;
    let draft = |block: PageBlock| {
        // What a letter hides stands in lists of letters only.
        let hidden = block.hidden.then_some(Reason::Hidden);
        let mut block = block.into_draft();
        block.set_aside = block.set_aside.or(hidden);
        block
    };
    Ok(walk::blocks(&page.root(), &Zones::default())
        .into_iter()
        .map(draft)
        .collect())
}

/// Such a text without its tags, line ends as they are.
pub(super) fn text(html: &str) -> Result<String, Problem> {
    Ok(tree::parse(html)?.text().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_come_without_tags_and_scripts() {
        let html = "<p>One &amp; two\nmore</p><script>a<b</script><p>3 < 4 <b>x</b></p>";
        assert!(has_blocks(html));
        let blocks = blocks(html).unwrap_or_default();
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["One & two more", "3 < 4 x"]);
    }

    #[test]
    fn tags_inside_lines_leave_the_lines() {
        let html = "One <b>bold</b> line.\n\nAnother <a href='x'>one</a>.";
        assert!(has_tags(html) && !has_blocks(html));
        let text = text(html).unwrap_or_default();
        assert_eq!(text, "One bold line.\n\nAnother one.");
        assert!(!has_tags("a < b and c > d"));
    }
}
