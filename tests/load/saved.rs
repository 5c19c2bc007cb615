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
    let notice: Vec<String> = (0..12)
        .map(|n| {
            format!(
                "<h4>Part {n}</h4><p>Some of these cookies are needed for part {n} of our site to work, others \
                 tell us and our partners what you read, and you can accept all or turn off those of part {n}.</p>"
            )
        })
        .collect();
    let notice = notice.concat();
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

#[test]
fn posts_that_an_article_quotes_stand_in_it() {
    let post = "Proud of our councillors tonight, the old mill stays! https://t.co/x1";
    let mut parts = super::pages::paragraphs_of(&PARAGRAPHS);
    parts.insert(
        3,
        format!(
            "<div class='social-media-embed'><blockquote class=twitter-tweet><p>{post}</p>&mdash; Bo Lind \
             <a href='https://t.co/y'>July 4, 2024</a></blockquote></div>"
        ),
    );
    let html = page(&format!(
        "<article><h1>{HEAD}</h1><div>{}</div></article>",
        parts.concat()
    ));
    let article = article_of(&html);
    assert!(shown(&article).contains(&post), "{:?}", article.blocks);
}

#[test]
fn links_below_a_pointer_and_counts_of_pictures_are_set_aside() {
    let mut parts = super::pages::paragraphs_of(&PARAGRAPHS);
    let link = "The ten weirs that every angler should see at least once in a life, and here is how to get there.";
    parts.insert(
        4,
        format!("<p>Don’t miss:</p><ul><li><a href=/a>{link}</a></li><li><a href=/b>{link} Two.</a></li></ul>"),
    );
    parts.insert(1, "<p>Image 1 of / 13</p>".to_owned());
    assert_whole(&page(&format!(
        "<article><h1>{HEAD}</h1><div>{}</div></article>",
        parts.concat()
    )));
}

#[test]
fn a_text_in_the_data_of_scripts_is_taken_and_said_so() {
    let pieces: Vec<String> = PARAGRAPHS
        .iter()
        .map(|text| {
            format!(r#"{{"type":"paragraph","content":[{{"type":"text","value":"{text}"}}]}}"#)
        })
        .collect();
    let data = format!(
        r#"{{"props":{{"story":{{"headline":"{HEAD}","body":{{"content":[{}]}}}}}}}}"#,
        pieces.join(",")
    );
    let script = format!("<script id=__NEXT_DATA__ type='application/json'>{data}</script>");
    let first = html_of(PARAGRAPHS.get(..2).unwrap());
    for body in [
        format!("<article><h1>{HEAD}</h1>{first}</article>{script}"),
        format!("<div id=root></div>{script}"),
        format!("<div id=root></div><script>window.__STATE__={data};</script>"),
    ] {
        let article = assert_whole(&page(&body));
        assert!(
            article
                .warnings
                .iter()
                .any(|warning| warning.contains("scripts")),
            "{:?}",
            article.warnings
        );
        assert_eq!(article.headline.unwrap().text, HEAD);
    }
    // The data of another story are not taken.
    let other = page(&format!(
        "<article><h1>Cat in a tree</h1><p>A cat sat in a tree for two days and came down on the third by itself.</p>\
         </article>{script}"
    ))
    .replace(&format!("{HEAD} | The Weir"), "Cat in a tree");
    assert!(!scored(&article_of(&other)).contains(PARAGRAPHS.first().unwrap()));
}

#[test]
fn an_author_line_needs_no_class() {
    for line in [
        "<div><span>by</span> <a href='/reviewer/ada-wren/'>Ada Wren</a></div>",
        "<div><span>By Ada Wren</span><span>3 May 2024</span></div>",
        "<h5><a href='https://gale.example/authors/ada-wren'>Ada Wren</a></h5>",
    ] {
        let html = page(&format!(
            "<article><h1>{HEAD}</h1>{line}{}</article>",
            story()
        ));
        assert_eq!(
            article_of(&html).byline.as_deref(),
            Some("Ada Wren"),
            "{line}"
        );
    }
    let html = page(&format!(
        "<article><h1>{HEAD}</h1><p>By noon it was over.</p>{}</article>",
        story()
    ));
    assert_eq!(article_of(&html).byline, None);
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
