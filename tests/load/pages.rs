//! Saved pages that used to lose their article, its headline, its names or its date; every input is made up.

use super::*;

pub(super) const HEAD: &str = "Parish votes to keep the old mill";
pub(super) const PARAGRAPHS: [&str; 8] = [
    "The parish council met on Thursday night to decide what should become of the old mill by the weir. After \
     three hours of talk it voted six to two to keep the building and mend its roof.",
    "Anglers had asked for the weir to be lowered, and wrote to every councillor in June to say so. The clerk \
     read four of the letters aloud before the vote was taken.",
    "Repairs will cost a hundred and ten thousand pounds, most of it for slate and for new beams of oak. A grant \
     from the county covers one half, and the rest is to come from the sale of a field.",
    "The miller’s cottage next door has stood empty since the flood of 2007, and bats have moved into the attic. \
     An ecologist counted forty of them on a warm night in July.",
    "Work on the roof may not begin before the bats have left in October, the planning officer told the meeting. \
     Scaffolding is to go up in the first week of November.",
    "Children of the village school made a model of the wheel, which turned for the first time in May. It now \
     stands in the library, beside the returned books and the tide tables.",
    "Two councillors voted against the plan because they doubt that the field can be sold so soon. One of them, \
     Ada Wren, said that she would ask for the accounts in spring.",
    "The next meeting is on the last Thursday of September, in the hall behind the church. Minutes will be put up \
     on the board outside the shop within a week.",
];

/// Texts as paragraphs of HTML, one an entry.
pub(super) fn paragraphs_of(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| format!("<p>{text}</p>")).collect()
}

/// Texts as HTML.
pub(super) fn html_of(texts: &[&str]) -> String {
    paragraphs_of(texts).concat()
}

/// The paragraphs as HTML.
pub(super) fn story() -> String {
    html_of(&PARAGRAPHS)
}

pub(super) fn page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><title>{HEAD} | The Weir</title></head><body>{body}</body></html>"
    )
}

pub(super) fn article_of(html: &str) -> Article {
    let input = Input::from_bytes(
        "page.html",
        html.as_bytes().to_vec(),
        &ReadOptions::default(),
    );
    open_input(input).unwrap().articles.remove(0)
}

pub(super) fn scored(article: &Article) -> Vec<&str> {
    article
        .scored_blocks()
        .map(|(_, block)| block.text.as_str())
        .collect()
}

#[track_caller]
pub(super) fn assert_whole(html: &str) -> Article {
    let article = article_of(html);
    assert_eq!(scored(&article), PARAGRAPHS, "{html}");
    article
}

/// A notice as long as a short article.
fn notice() -> String {
    "Offers on this site come from firms that pay us, which may change where they stand on a page, but never \
     what is written of them, and not every firm on the market is listed here. "
        .repeat(5)
}

#[test]
fn a_wrapper_is_not_dropped_for_its_name() {
    for name in [
        "above-footer",
        "page-community",
        "extra-wide",
        "sidebar-left",
        "banner-free",
        "social-page",
        "with-sidebar has-comments",
        "promo-layout",
        "site-header-fixed",
    ] {
        for (before, after) in [(notice(), String::new()), (String::new(), notice())] {
            let html = page(&format!(
                "<div class=note><p>{before}</p></div><div class='{name}' id='{name}'><div><h1>{HEAD}</h1>\
                 <div class=txt>{}</div></div></div><div class=desc><p>{after}</p></div>",
                story()
            ));
            let article = article_of(&html);
            let texts = scored(&article);
            assert!(
                PARAGRAPHS.iter().all(|text| texts.contains(text)),
                "{name}: {texts:?}"
            );
            assert!(
                !texts.iter().any(|text| text.contains("firms that pay us")),
                "{name}"
            );
        }
    }
}

#[test]
fn parts_of_an_article_side_by_side_are_one() {
    let parts: String = PARAGRAPHS
        .chunks(2)
        .zip(["a", "b", "c", "d"])
        .map(|(texts, name)| format!("<div class={name}><div>{}</div></div>", html_of(texts)))
        .collect::<Vec<_>>()
        .concat();
    assert_whole(&page(&format!("<h1>{HEAD}</h1>{parts}")));
}

#[test]
fn a_class_about_captions_on_a_wrapper_is_no_caption() {
    for (body, main) in [
        ("caption-dark", ""),
        ("", "no-figcaption-border"),
        ("has-image-caption", ""),
    ] {
        let html = page(&format!(
            "<main class='{main}'><article><h1>{HEAD}</h1>{}</article></main>",
            story()
        ))
        .replace("<body>", &format!("<body class='{body}'>"));
        assert_whole(&html);
    }
    let html = page(&format!(
        "<article><h1>{HEAD}</h1><div class=photo><span class='photo-credit'>Photo: Eve Day/Agency</span></div>{}\
         <div class='wp-caption-text'>The mill in May</div></article>",
        story()
    ));
    assert_whole(&html);
}

#[test]
fn a_word_in_a_name_does_not_take_a_section_out() {
    for name in [
        "share-prices",
        "social-care",
        "popular-vote",
        "related-context",
        "ad-ban",
        "cookie-law",
        "promo-code-fraud",
        "newsletter-scandal",
        "comment-piece-body",
        "subscription-fees",
    ] {
        for at in [2, 4, 7] {
            let mut parts = paragraphs_of(&PARAGRAPHS);
            let part = parts.get_mut(at).unwrap();
            *part = format!("<div class='{name}'>{part}</div>");
            let html = page(&format!(
                "<main><article><h1>{HEAD}</h1>{}</article></main>",
                parts.concat()
            ));
            let article = article_of(&html);
            assert_eq!(scored(&article), PARAGRAPHS, "{name} at {at}");
        }
    }
    for name in ["related", "share", "promo", "subscribe"] {
        let mut parts = paragraphs_of(&PARAGRAPHS);
        let part = parts.get_mut(4).unwrap();
        *part = format!("<div class='{name}'>{part}</div>");
        assert_whole(&page(&format!(
            "<main><article><h1>{HEAD}</h1>{}</article></main>",
            parts.concat()
        )));
    }
    let (before, rest) = PARAGRAPHS.split_at(3);
    let (inside, after) = rest.split_at(2);
    assert_whole(&page(&format!(
        "<article><h1>{HEAD}</h1>{}<section id=cookies>{}</section>{}</article>",
        html_of(before),
        html_of(inside),
        html_of(after)
    )));
}

#[test]
fn boxes_that_are_furniture_stay_out() {
    let boxes = "<div class='newsletter-signup'><p>Get the best of The Weir in your inbox every Friday. By signing \
                 up you agree to our terms, and you may leave the list at any time.</p></div>\
                 <div class='related-links'><a href=x>Weir to be lowered after all</a></div>\
                 <div id='cookie-banner'><p>We use cookies to make this site work. You can accept all cookies or \
                 choose which of them you allow, now or at any later time, in the settings.</p></div>";
    let (before, after) = PARAGRAPHS.split_at(4);
    assert_whole(&page(&format!(
        "<article><h1>{HEAD}</h1>{}{boxes}{}</article>{boxes}",
        html_of(before),
        html_of(after)
    )));
}

/// A sentence in the middle of an article, as text.
fn with_sentence(sentence: &str) -> Article {
    let (before, after) = PARAGRAPHS.split_at(4);
    let text = [&[HEAD][..], before, &[sentence], after]
        .concat()
        .join("\n\n");
    load::from_text(&text, "mill").unwrap()
}

#[test]
fn a_sentence_of_news_is_not_set_aside_for_a_phrase() {
    for sentence in [
        "Also on Monday, two men were fined for fishing without a licence below the weir.",
        "Follow the river for a mile and you come to the ruin of the second mill.",
        "Sign up or pay twice, the club told its oldest members in a letter.",
        "Getty Images bought the archive of the village photographer in 1998.",
        "Copyright in the drawings belongs to the heirs of the millwright.",
        "(Reuters) - The price of oak rose by a tenth in a single week.",
        "A Reuters/Ipsos poll found that most people had never been inside a mill.",
        "Share prices of the slate firm fell after the vote.",
        "Our newsletter is read by nine people, the clerk admitted.",
        "Watch: that was the only word the lock keeper could shout before the wave.",
        "By clicking the bell the keeper calls the boats to the lock.",
        "The judge struck down the cookie policy of the county’s tourist board.",
        "Read: it is the one thing the schoolmaster asked of them all.",
        "Editing by candlelight ruined her eyes, she wrote to a friend.",
        "Photo by photo, the volunteers rebuilt the history of the valley.",
        "Advertisement hoardings along the lane must come down by May.",
    ] {
        let article = with_sentence(sentence);
        assert!(scored(&article).contains(&sentence), "{sentence}");
    }
    for line in [
        "Read more: Weir to be lowered",
        "Share on Facebook",
        "Photo: Eve Day/Agency",
        "ADVERTISEMENT",
    ] {
        let article = with_sentence(line);
        assert!(!scored(&article).contains(&line), "{line}");
    }
}

/// The sentences of the corpora beside the repository, as articles of twenty paragraphs.
#[test]
fn no_sentence_of_the_corpora_is_set_aside_as_a_promotion_or_notice() {
    let mut sentences: Vec<String> = Vec::new();
    for file in ["basil_sentences", "babe_sg1", "babe_sg2"] {
        let Some(path) = shared(&format!("wording/{file}.dev.tsv")) else {
            return;
        };
        let table = std::fs::read_to_string(path).unwrap();
        let texts = table
            .lines()
            .skip(1)
            .filter_map(|line| line.rsplit('\t').next());
        sentences.extend(texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    let is_sentence = |text: &&String| {
        let glued = [
            "SIGN UP", "SEE ALSO", "LISTEN:", "WATCH:", "MORE:", "Follow ",
        ];
        text.ends_with('.')
            && !text.starts_with('(')
            && !glued.iter().any(|words| text.starts_with(words))
    };
    let sentences: Vec<&String> = sentences.iter().filter(is_sentence).collect();
    let mut lost = Vec::new();
    for (nth, texts) in sentences.chunks(20).enumerate() {
        let mut text = format!("What was said in part {nth} of the corpus\n");
        for sentence in texts {
            text += "\n";
            text += sentence;
            text += "\n";
        }
        let article = load::from_text(&text, "corpus").unwrap();
        let aside = article.blocks.iter().filter(|block| {
            let reason = block.set_aside.as_deref();
            reason.is_some_and(|reason| {
                reason != "a repetition" && !reason.contains("about the author")
            })
        });
        lost.extend(aside.map(|block| block.text.clone()));
    }
    assert!(
        lost.is_empty(),
        "{} of {}: {lost:#?}",
        lost.len(),
        sentences.len()
    );
}

#[test]
fn parts_of_a_headline_are_parted() {
    for (heading, title, want) in [
        (
            "<span class=kicker>Mill</span><span>Parish votes to keep it</span>",
            "",
            "Parish votes to keep it",
        ),
        ("Parish votes<br>to keep<br/>the old mill", "", HEAD),
        (
            "<div>Parish votes</div><div>to keep the old mill</div>",
            "",
            HEAD,
        ),
        (
            "<span>Weir</span><span>Parish votes to keep the old mill</span>",
            HEAD,
            HEAD,
        ),
        (
            "<span>P</span>arish votes to <em>keep</em> the old mill",
            HEAD,
            HEAD,
        ),
    ] {
        let html = page(&format!("<article><h1>{heading}</h1>{}</article>", story())).replace(
            &format!("<title>{HEAD} | The Weir"),
            &format!("<title>{title}"),
        );
        let headline = article_of(&html).headline.unwrap().text;
        assert_eq!(headline, want, "{heading}");
    }
}

#[test]
fn single_breaks_and_empty_lines_part_paragraphs() {
    for (open, between, close) in [
        ("<div>", "<br>\n", "</div>"),
        ("<p>", "<br>&nbsp;&nbsp;&nbsp;", "</p>"),
        ("<div>", "<br><br>", "</div>"),
        ("<pre>", "\n\n", "</pre>"),
    ] {
        let html = page(&format!(
            "<div id=story><h1>{HEAD}</h1>{open}{}{close}</div>",
            PARAGRAPHS.join(between)
        ));
        assert_whole(&html);
    }
    let html = page(&format!(
        "<article><h1>{HEAD}</h1>{}<p>Mill Lane 4,<br>Weirby.</p></article>",
        story()
    ));
    let article = article_of(&html);
    assert!(
        article
            .blocks
            .iter()
            .any(|block| block.text == "Mill Lane 4, Weirby.")
    );
}

#[test]
fn the_printed_names_sign() {
    for (head, line, want) in [
        (
            "<meta name=author content=webadmin>",
            "<p class=byline>By <a href=/a>Ada Wren</a></p>",
            "Ada Wren",
        ),
        (
            "",
            "<p class=byline>By Ada Wren, Bo Lind, and Cy Day in Weirby; editing by Max Ott</p>",
            "Ada Wren, Bo Lind, Cy Day",
        ),
        (
            "",
            "<p class=byline>By ADA WREN and BO LIND The Associated Press</p>",
            "ADA WREN, BO LIND",
        ),
        ("", "<p class=byline>Ada Wren — May 5, 2023</p>", "Ada Wren"),
        (
            "",
            "<a rel=author href=/a><span>View all posts by </span>Ada Wren</a>",
            "Ada Wren",
        ),
        (
            "",
            "<div class=byline>By <a href=/a>Ada Wren</a> and county reporter Bo Lind</div>",
            "Ada Wren, Bo Lind",
        ),
        (
            "",
            "<div class=byline><span>Ada Wren</span><span>Rural Editor</span></div>",
            "Ada Wren",
        ),
    ] {
        let html = page(&format!(
            "<article><h1>{HEAD}</h1>{line}{}</article>",
            story()
        ))
        .replace("</head>", &format!("{head}</head>"));
        assert_eq!(article_of(&html).byline.as_deref(), Some(want), "{line}");
    }
}

#[test]
fn a_lead_is_part_of_the_article() {
    let lead = "Six of eight councillors want the roof mended before the winter storms come.";
    for markup in [
        format!(
            "<h1>{HEAD}</h1><h2 class=excerpt>{lead}</h2><div>{}</div>",
            story()
        ),
        format!(
            "<header><h1>{HEAD}</h1><p class=standfirst>{lead}</p></header><div>{}</div>",
            story()
        ),
    ] {
        let article = article_of(&page(&format!("<main>{markup}</main>")));
        let shown = article
            .blocks
            .iter()
            .filter(|block| block.kind != BlockKind::Boilerplate);
        assert!(
            shown
                .map(|block| block.text.as_str())
                .any(|text| text == lead),
            "{markup}"
        );
    }
    let glued = PARAGRAPHS.first().unwrap();
    let html = page(&format!(
        "<article><h1>{HEAD}</h1>{}</article>",
        story().replace(glued, &format!("(Photo by Eve Day/Getty Images) {glued}"))
    ));
    assert_whole(&html);
}

#[test]
fn an_article_in_noscript_or_in_the_data_of_a_live_blog_is_read() {
    assert_whole(&page(&format!(
        "<main><article><h1>{HEAD}</h1><noscript>{}</noscript><div id=root></div></article></main>",
        story()
    )));
    let updates: Vec<String> = PARAGRAPHS
        .iter()
        .map(|text| {
            format!(r#"{{"@type":"BlogPosting","headline":"Update","articleBody":"{text}"}}"#)
        })
        .collect();
    let html = page(&format!("<main><h1>{HEAD}</h1><p>Loading</p></main>")).replace(
        "</head>",
        &format!(
            r#"<script type="application/ld+json">{{"@type":"LiveBlogPosting","headline":"{HEAD}","liveBlogUpdate":[{}]}}</script></head>"#,
            updates.join(",")
        ),
    );
    let article = article_of(&html);
    let texts = scored(&article);
    assert!(
        PARAGRAPHS.iter().all(|text| texts.contains(text)),
        "{texts:?}"
    );
}

#[test]
fn a_list_of_names_does_not_beat_the_prose() {
    let names: String = (0..300)
        .map(|n| format!("<li>Ada Wren, Bo Lind, Cy Day, Weirby {n}</li>"))
        .collect::<Vec<_>>()
        .concat();
    let html = page(&format!(
        "<h1>{HEAD}</h1><div class=text>{}</div><div class=names><ul>{names}</ul></div>",
        story()
    ));
    let article = article_of(&html);
    let texts = scored(&article);
    assert!(PARAGRAPHS.iter().all(|text| texts.contains(text)));
}

#[test]
fn a_pull_quote_counts_once_wherever_it_stands() {
    let quote = "Anglers had asked for the weir to be lowered, and wrote to every councillor in June to say so.";
    for (open, close) in [
        ("<figure><p>", "</p></figure>"),
        ("<blockquote>“", "”</blockquote>"),
    ] {
        let html = page(&format!(
            "<article><h1>{HEAD}</h1>{}{open}{quote}{close}</article>",
            story()
        ));
        assert_whole(&html);
    }
}

#[test]
fn a_menu_above_a_copied_page_is_no_headline() {
    for menu in [
        "Home · News · Sport · Business",
        "Home | News | Sport | Weather",
        "News / Local / Weirby",
        "Home News Sport Weather Video",
        "Home\n\nNews\n\nSport\n\nMore\n\nSearch",
        "Home > News > Weirby",
        "Skip to main content",
    ] {
        let text = format!(
            "{menu}\n\n{HEAD}\n\nBy Ada Wren\n\n5 May 2023\n\n{}",
            PARAGRAPHS.join("\n\n")
        );
        let article = load::from_text(&text, "mill").unwrap();
        assert_eq!(article.headline.as_ref().unwrap().text, HEAD, "{menu}");
        assert_eq!(article.byline.as_deref(), Some("Ada Wren"), "{menu}");
    }
    let text = format!(
        "Getty Images buys the mill archive\n\nBy Ada Wren\n\n{}",
        PARAGRAPHS.join("\n\n")
    );
    let article = load::from_text(&text, "mill").unwrap();
    assert_eq!(
        article.headline.unwrap().text,
        "Getty Images buys the mill archive"
    );
}

#[test]
fn what_may_be_missing_is_said_and_can_be_taken() {
    let rest = story();
    let html = page(&format!(
        "<article><h1>{HEAD}</h1><p>{}</p></article><article><h2>More of it</h2>{rest}</article>",
        "A short piece of the story stands alone here, and it is all that was marked up as one. "
            .repeat(12)
    ));
    let article = article_of(&html);
    assert!(
        article
            .warnings
            .iter()
            .any(|warning| warning.contains("--take-all")),
        "{:?}",
        article.warnings
    );
    let mut options = ReadOptions::default();
    options.take_all = true;
    let input = Input::from_bytes("page.html", html.as_bytes().to_vec(), &options);
    let taken = open_input(input).unwrap().articles.remove(0);
    let texts = scored(&taken);
    assert!(PARAGRAPHS.iter().all(|text| texts.contains(text)));
    // All that the page shows stands in parts that are furniture elsewhere.
    let html = page(&format!("<aside class=related>{rest}</aside>"));
    let article = article_of(&html);
    assert!(!scored(&article).is_empty());
}
