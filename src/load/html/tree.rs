//! Builds the tree of a page within limits: [`Counted`] counts nodes, depth and the work of the parser as they
//! come, and the parser is fed no further once there is too much of one.

use std::cell::Cell;

use dom_query::{Document, NodeId};
use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::attributes::{MOST_ATTRIBUTES, TagAttributes};
use super::counted::{Counted, SHADOW};
use super::limits::Excess;
use crate::load::error::Problem;

/// The tree of a page, or the limit it meets.
pub(super) fn parse(html: &str) -> Result<Document, Problem> {
    let options = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let feed = Feed {
        buffer: BufferQueue::default(),
        tokenizer: Tokenizer::new(
            Watched {
                builder: TreeBuilder::new(Counted::default(), options),
                tokens: Cell::new(0),
            },
            TokenizerOpts::default(),
        ),
    };
    feed.all(html).map_err(Excess::problem)?;
    feed.tokenizer.end();
    let sink = feed.tokenizer.sink.builder.sink;
    sink.check().map_err(Excess::problem)?;
    if memchr::memmem::find(html.as_bytes(), SHADOW.as_bytes()).is_some() {
        for template in sink.page.select("template[shadowrootmode]").nodes() {
            template.rename("div");
        }
    }
    Ok(sink.page)
}

/// Hands a text to the tokenizer piece by piece.
struct Feed {
    buffer: BufferQueue,
    tokenizer: Tokenizer<Watched>,
}

impl Feed {
    /// Each piece begins with a "<" that may open something (but the first) and holds no other; those that hold
    /// all of a tag go together. After a piece
    /// that gives no token the tokenizer is inside the tag or the comment that began with it: what looks like
    /// tags there is none.
    fn all(&self, html: &str) -> Result<(), Excess> {
        let text = StrTendril::from_slice(html);
        let mut tag = None;
        let mut inside = false;
        let mut from = next_opening(html, 0);
        self.take(&text, 0, from + 1);
        while from < html.len() {
            if !inside {
                let after = after_whole_tags(html, from);
                if after > from {
                    self.take(&text, from + 1, after + 1);
                    self.tokenizer.sink.builder.sink.check()?;
                    from = after;
                    continue;
                }
            }
            let next = next_opening(html, from + 1);
            let piece = html.get(from..next).unwrap_or_default();
            // The "<" of the next piece goes with this one: what comes before it is done with by then.
            let (mut fed, end) = (from + 1, next + 1);
            let before = self.tokenizer.sink.tokens.get();
            let silent = || self.tokenizer.sink.tokens.get() == before;
            let short = !inside && piece.len() <= MOST_ATTRIBUTES;
            if !short {
                let skipped = usize::from(!inside);
                if !inside {
                    tag = TagAttributes::opening(piece);
                }
                if let Some(over) = count(&mut tag, piece, skipped) {
                    self.take(&text, fed, from + over);
                    if silent() {
                        return Err(Excess::Attributes);
                    }
                    // It is the text of a script.
                    fed = fed.max(from + over);
                    tag = None;
                }
            }
            self.take(&text, fed, end);
            self.tokenizer.sink.builder.sink.check()?;
            inside = silent() && (inside || !gives_nothing(piece));
            if short && inside {
                tag = TagAttributes::opening(piece);
                count(&mut tag, piece, 1);
            }
            from = next;
        }
        Ok(())
    }

    /// Takes the text between two places, as far as it reaches.
    fn take(&self, text: &StrTendril, from: usize, to: usize) {
        let to = to.min(text.len());
        let length = to.saturating_sub(from);
        let (Ok(from), Ok(length)) = (u32::try_from(from), u32::try_from(length)) else {
            return;
        };
        if length > 0 {
            self.buffer.push_back(text.subtendril(from, length));
            while !matches!(self.tokenizer.feed(&self.buffer), TokenizerResult::Done) {}
        }
    }
}

/// How many bytes of pieces go together, about.
const TOGETHER: usize = 4_000;

/// Where the pieces from here on end that begin with a tag and hold all of it, with attributes within the limit:
/// after them the tokenizer is in no tag, if it was in none before.
fn after_whole_tags(html: &str, from: usize) -> usize {
    let mut end = from;
    while end < html.len() && end - from < TOGETHER {
        let next = next_opening(html, end + 1);
        let piece = html.get(end..next).unwrap_or_default();
        let is_whole = piece.len() <= MOST_ATTRIBUTES
            && TagAttributes::opening(piece).is_some_and(|mut tag| {
                tag.read(piece.get(1..).unwrap_or_default()).is_none() && tag.has_ended()
            });
        if !is_whole {
            break;
        }
        end = next;
    }
    end
}

/// Where the next "<" stands that may open a tag or a comment, or the end of the text. Any other
/// opens nothing, wherever it stands.
fn next_opening(html: &str, from: usize) -> usize {
    let bytes = html.as_bytes();
    memchr::memchr_iter(b'<', bytes.get(from..).unwrap_or_default())
        .map(|at| from + at)
        .find(|at| {
            bytes
                .get(at + 1)
                .is_some_and(|next| next.is_ascii_alphabetic() || b"/!?".contains(next))
        })
        .unwrap_or(html.len())
}

/// Counts on in the tag that a piece begins or goes on with; where in the piece the first attribute too many
/// begins, if one does.
fn count(tag: &mut Option<TagAttributes>, piece: &str, skipped: usize) -> Option<usize> {
    let over = tag.as_mut()?.read(piece.get(skipped..).unwrap_or_default());
    over.map(|at| at + skipped)
}

/// Whether what opens here is complete without giving a token.
fn gives_nothing(piece: &str) -> bool {
    piece.starts_with("</>") || piece.starts_with("<![CDATA[]]>")
}

/// The tree builder, with the number of tokens it was given. Of a page that has too much of something it
/// gets no more.
struct Watched {
    builder: TreeBuilder<NodeId, Counted>,
    tokens: Cell<usize>,
}

impl TokenSink for Watched {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        if matches!(token, Token::ParseError(_)) {
            return TokenSinkResult::Continue;
        }
        self.tokens.set(self.tokens.get() + 1);
        if self.builder.sink.check().is_err() {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(page: &str) -> String {
        parse(page)
            .err()
            .map(|problem| problem.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn an_ordinary_page_passes() {
        let page = "<!DOCTYPE html><html><head><script>if (a<b) { '<div>' }</script></head><body>"
            .to_owned()
            + &"<div><p>Text <b>bold</b> <img src=x alt='a > b'></p></div>".repeat(2_000);
        let tree = parse(&page).map(|page| page.select("img").length());
        assert_eq!(tree.ok(), Some(2_000));
        assert_eq!(refusal(&"<div><span>One <font>two</div>".repeat(600)), "");
        assert_eq!(
            refusal(&"<!-- <div> --> <script><div></script> a < b ".repeat(5_000)),
            ""
        );
    }

    #[test]
    fn a_template_that_the_page_shows_is_part_of_it() {
        let page = "<x-a><template shadowrootmode=open><p>Shown</p><table><tr><td>cell</table></template><p>Own</p>\
                    </x-a><template><p>Kept</p></template>";
        let shown = parse(page).map(|page| page.select("body p, body td").text().to_string());
        assert_eq!(shown.ok().as_deref(), Some("ShowncellOwn"));
    }

    #[test]
    fn pieces_make_the_tree_that_the_whole_makes() {
        let page = "<!doctype html><title>A & B</title><p a='x<y' b=\"<!--\">1 < 2 &am<p>x&lt<b>&ampy</b>&am</><i>\
                    <!-- <p> --><script>if (a<b) '</p>'</script><table>z<tr><td>q<</table></p";
        let pieces = parse(page).map(|page| page.html().to_string());
        assert_eq!(pieces.ok(), Some(Document::from(page).html().to_string()));
    }

    #[test]
    fn hostile_pages_are_refused() {
        let formatted = |count: usize, tag: &str| -> String {
            (0..count)
                .map(|n| format!("<{tag} id={n}>"))
                .collect::<Vec<_>>()
                .concat()
        };
        for (page, limit) in [
            ("<div>".repeat(100_000), "nested"),
            ("<b><i><u>".repeat(2_000), "nested"),
            ("<!--x--!><div>".repeat(5_000), "nested"),
            ("<svg><title><p>".repeat(5_000), "nested"),
            ("<math><td>".repeat(5_000), "nested"),
            ("<x-y>".repeat(5_000), "nested"),
            ("<template><div>".repeat(5_000), "nested"),
            ("<p>x".repeat(500_000), "elements"),
            (formatted(40_000, "table><b"), "left open"),
            (formatted(20_000, "p><b"), "left open"),
        ] {
            let said = refusal(&page);
            assert!(
                said.contains(limit) && said.contains("limit:"),
                "{limit}: {said}"
            );
        }
    }

    #[test]
    fn a_tag_of_many_attributes_is_refused_before_it_ends() {
        let many = |attribute: &str| -> String {
            (0..20_000)
                .map(|n| format!(" a{n}{attribute}"))
                .collect::<Vec<_>>()
                .concat()
        };
        for page in [
            format!("<p{}>", many("")),
            format!("x&am<p{}>", many("=\"<\"")),
            format!("<p{}>", many("='>'")),
            format!("<<p{}>", many("")),
            format!("</><p{}>", many("")),
            format!("<svg><![CDATA[]]><p{}>", many("")),
            format!("<p a=<b{}>", many("")),
            format!("<script>x</script {}>", many("")),
        ] {
            assert!(
                refusal(&page).contains("attributes"),
                "{}",
                page.get(..40).unwrap_or_default()
            );
        }
        for page in [
            format!("<!-- <p{}> -->", many("")),
            format!("<script><p{}></script>", many("")),
            format!("<p title='{}'>", many("")),
        ] {
            assert_eq!(refusal(&page), "");
        }
    }
}
