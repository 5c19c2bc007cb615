//! Pages as programs save them, and parts of pages that were lost or taken too much; every input is made up.

use super::pages::{HEAD, PARAGRAPHS, article_of, assert_whole, html_of, page, scored, story};
use super::*;

/// The texts that are shown as part of the article.
fn shown(article: &Article) -> Vec<&str> {
    let blocks = article.blocks.iter();
    blocks
        .filter(|block| !matches!(block.kind, BlockKind::Boilerplate | BlockKind::Caption))
        .map(|block| block.text.as_str())
        .collect()
}

#[test]
fn a_long_notice_about_cookies_is_no_article_whatever_it_is_called() {
    let notice: String = (0..12)
        .map(|n| {
            format!(
                "<h4>Part {n}</h4><p>Some of these cookies are needed for part {n} of our site to work, others \
                 tell us and our partners what you read, and you can accept all or turn off those of part {n}.</p>"
            )
        })
        .collect();
    let three = PARAGRAPHS.get(..3).unwrap();
    let html = page(&format!(
        "<main><section><h1>{HEAD}</h1><div class=txt>{}</div></section><div class=box><div>{notice}</div></div></main>",
        html_of(three)
    ));
    assert_eq!(scored(&article_of(&html)), three);
    // A recipe is no notice.
    let recipe =
        "These cookies are best on the day after, when the ginger has had time to come through.";
    let html = page(&format!(
        "<article><h1>Ginger cookies</h1>{}</article>",
        story() + &html_of(&[recipe; 1])
    ));
    assert!(scored(&article_of(&html)).contains(&recipe));
}

#[test]
fn subheads_and_items_between_paragraphs_stay_whatever_their_class() {
    let mut parts = super::pages::paragraphs_of(&PARAGRAPHS);
    parts.insert(
        2,
        "<h2 class='header-anchor-post'>The weir<div class=widget><a href='#w'></a></div></h2>"
            .to_owned(),
    );
    parts.insert(
        5,
        "<ul class=meta-list><li>Slate, sixty thousand</li><li>Oak, fifty thousand</li></ul>"
            .to_owned(),
    );
    let html = page(&format!(
        "<article><h1>{HEAD}</h1><div>{}</div></article>",
        parts.concat()
    ));
    let article = article_of(&html);
    let texts = shown(&article);
    for text in ["The weir", "Slate, sixty thousand", "Oak, fifty thousand"] {
        assert!(texts.contains(&text), "{text}: {texts:?}");
    }
}

#[test]
fn first_paragraphs_in_an_element_of_their_own_are_the_articles() {
    let (first, rest) = PARAGRAPHS.split_at(2);
    assert_whole(&page(&format!(
        "<main><section><div class=top><h1>{HEAD}</h1><div class=intro>{}</div></div></section><section><ol>\
         <li class=slide><div>{}</div></li></ol></section></main>",
        html_of(first),
        html_of(rest)
    )));
}

/// Firefox: Reader View, then Save Page As.
#[test]
fn a_page_saved_from_a_reader_view_is_read() {
    let html = format!(
        "<!DOCTYPE html><html><head><title>{HEAD}</title></head><body class='light sans-serif loaded'>\
         <div class=toolbar-container><ul class='toolbar reader-toolbar'><li><button class='toolbar-button \
         close-button'>Close Reader View</button></li><li>Text and layout</li></ul></div>\
         <div class=container><div class='header reader-header reader-show-element'><a class='domain reader-domain' \
         href='https://gale.example/mill'>gale.example</a><div class=domain-border></div><h1 \
         class=reader-title>{HEAD}</h1><div class='credits reader-credits'>Ada Wren</div><div class=meta-data><div \
         class=reader-estimated-time>4–5 minutes</div></div></div><hr><div class=content><div \
         class='moz-reader-content reader-show-element'><div id=readability-page-1 class=page><div>{}</div></div>\
         </div></div></div></body></html>",
        story()
    );
    let article = assert_whole(&html);
    assert_eq!(article.headline.unwrap().text, HEAD);
    assert_eq!(article.byline.as_deref(), Some("Ada Wren"));
}

/// `SingleFile` writes the parts that scripts built as templates that the page shows.
#[test]
fn what_scripts_built_is_read_from_a_single_file() {
    let html = page(&format!(
        "<story-body><template shadowrootmode=open><style>p{{}}</style><main><h1>{HEAD}</h1>{}</main></template>\
         </story-body>",
        story()
    ))
    .replace("<html", "<!-- Page saved with SingleFile\n url: https://gale.example/mill\n --><html");
    let article = assert_whole(&html);
    assert_eq!(article.url.as_deref(), Some("https://gale.example/mill"));
}

#[test]
fn a_note_of_zotero_is_read() {
    let html = format!(
        "<div class='zotero-note znv1'><div data-schema-version='9'><h1>{HEAD}</h1>\n{}</div></div>",
        story()
    );
    let article = assert_whole(&html);
    assert_eq!(article.headline.unwrap().text, HEAD);
}

#[test]
fn a_message_attached_to_a_message_is_the_article() {
    let inner = format!(
        "Message-ID: <1@b>\nFrom: The Gale <gale@b>\nTo: a@b\nSubject: {HEAD}\nMIME-Version: 1.0\nDate: Mon, 6 May 2024 \
         10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{}\n",
        PARAGRAPHS.join("\n\n")
    );
    let mail = |note: &str| {
        format!(
            "Message-ID: <2@b>\nFrom: Bo <bo@b>\nTo: a@b\nSubject: Fwd: worth reading\nMIME-Version: 1.0\nContent-Type: \
             multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/plain\n\n{note}\n--cut\nContent-Type: \
             message/rfc822\nContent-Disposition: attachment\n\n{inner}\n--cut--\n"
        )
        .into_bytes()
    };
    let articles = read("a.eml", mail("Have a look at this.")).unwrap();
    let [article] = articles.as_slice() else {
        panic!("{articles:?}");
    };
    assert_eq!(article.headline.as_ref().unwrap().text, HEAD);
    assert_eq!(scored(article), PARAGRAPHS);
    assert_eq!(
        article.published.as_deref().unwrap().get(..10),
        Some("2024-05-06")
    );
    let note = article.blocks.first().unwrap();
    assert_eq!(
        (note.kind, note.text.as_str()),
        (BlockKind::Boilerplate, "Have a look at this.")
    );
    // A long note is an article of its own.
    let articles = read("a.eml", mail(&PARAGRAPHS.get(..3).unwrap().join("\n\n"))).unwrap();
    assert_eq!(articles.len(), 2);
}
