//! Exports of news databases, whatever container they come in: each article with its own head, covers and
//! lists of contents never among them.
#![expect(clippy::indexing_slicing, reason = "tests")]

use std::fmt::Write as _;

use parallax::article::Article;

use super::samples::{book_of, package, word_document};

const PIER: [&str; 3] = [
    "The harbour trust agreed on Monday to rebuild the east pier in stone, after a debate that went on until midnight.",
    "Two ferries will land at a pontoon meanwhile, the harbour master wrote in a letter to the traders of the quay.",
    "The county gives one million pounds, about half of what the engineers had asked for in their report of March.",
];
const SCHOOL: [&str; 2] = [
    "The school board spent its evening on the roof of the gymnasium, through which rain has come since January.",
    "Parents said that the delay was the county's fault, which owns the building and has promised to mend it twice.",
];

/// Headline, text and number of each article.
fn stories() -> [(&'static str, &'static [&'static str], usize); 2] {
    [
        ("Trust agrees to rebuild the east pier", &PIER, 1),
        ("Gymnasium roof still leaks", &SCHOOL, 2),
    ]
}

fn both(one: impl Fn(&str, &[&str], usize) -> String) -> String {
    stories()
        .map(|(headline, text, at)| one(headline, text, at))
        .concat()
}

/// Every article has its head, and its text is the paragraphs and nothing else.
fn assert_both(name: &str, bytes: Vec<u8>, byline: Option<&str>, outlet: &str, dates: [&str; 2]) {
    let articles = super::read(name, bytes).unwrap();
    assert_eq!(articles.len(), 2, "{name}: {:?}", headlines(&articles));
    for ((article, (headline, text, _)), date) in articles.iter().zip(stories()).zip(dates) {
        assert_eq!(article.headline.as_ref().unwrap().text, headline, "{name}");
        assert_eq!(article.byline.as_deref(), byline, "{name}");
        assert_eq!(article.outlet.as_deref(), Some(outlet), "{name}");
        assert_eq!(article.published.as_deref(), Some(date), "{name}");
        let scored: Vec<&str> = article
            .scored_blocks()
            .map(|(_, block)| block.text.as_str())
            .collect();
        assert_eq!(scored, text, "{name}");
    }
}

fn headlines(articles: &[Article]) -> Vec<Option<&str>> {
    articles
        .iter()
        .map(|article| {
            article
                .headline
                .as_ref()
                .map(|headline| headline.text.as_str())
        })
        .collect()
}

const DAY: [&str; 2] = ["2022-03-08", "2022-03-08"];

fn nexis(headline: &str, text: &[&str], _: usize) -> String {
    format!(
        "{headline}\n\nThe Shore Gazette\n\nMarch 8, 2022 Tuesday\n\nFirst Edition\n\nCopyright 2022 Shore Press All \
         Rights Reserved\n\nSection: NEWS; Pg. 7\n\nLength: 180 words\n\nByline: Nell Archer\n\nHighlight: A long \
         dispute ends.\n\nBody\n\n{}\n\nGraphic\n\nThe pier, by Ian Poole\n\nClassification\n\nLanguage: ENGLISH\n\n\
         Load-Date: March 9, 2022\n\n\nEnd of Document\n\n",
        text.join("\n\n")
    )
}

const COVER: &str = "User Name: Nell Archer\nDate and Time: Wednesday, March 9, 2022 9:14:00 AM GMT\nJob Number: \
    166000001\n\nDocuments (2)\n\n1. Trust agrees to rebuild the east pier\nClient/Matter: -None-\nSearch Terms: pier\n\
    Narrowed by:\nContent Type\nNews\n-None-\n\n2. Gymnasium roof still leaks\nClient/Matter: -None-\n\n| About \
    LexisNexis | Privacy Policy | Terms & Conditions |\n\n";

/// Lines as paragraphs of RTF.
fn rtf(text: &str) -> Vec<u8> {
    format!("{{\\rtf1\\ansi {}}}", text.replace('\n', "\\par ")).into_bytes()
}

/// Lines as paragraphs of a Word document.
fn docx(text: &str) -> Vec<u8> {
    let body = text.lines().fold(String::new(), |mut body, line| {
        let line = line.replace('&', "&amp;");
        write!(body, "<w:p><w:r><w:t>{line}</w:t></w:r></w:p>").unwrap();
        body
    });
    package(&word_document(&body))
}

#[test]
fn nexis_of_today_in_every_container() {
    let text = both(nexis);
    let with_cover = format!("{COVER}{text}");
    for (name, bytes) in [
        ("nexis.txt", text.clone().into_bytes()),
        ("cover.txt", with_cover.clone().into_bytes()),
        ("nexis.rtf", rtf(&with_cover)),
        ("nexis.docx", docx(&with_cover)),
    ] {
        assert_both(name, bytes, Some("Nell Archer"), "The Shore Gazette", DAY);
    }
}

#[test]
fn older_nexis_with_numbered_documents() {
    let labelled = both(|headline, text, at| {
        format!(
            "{:>50}\n\n\n{:>60}\n{:>50}\n\n{:>60}\n\nSECTION: Section B; Page 2\n\nLENGTH: 300 words\n\nHEADLINE: {headline}\n\n\
             BYLINE:  By Nell Archer\n\nDATELINE: SHORE, March 8\n\nBODY:\n   {}\n\nGRAPHIC: Photo\n\nLOAD-DATE: March 9, 2002\n\n",
            format!("{at} of 2 DOCUMENTS"),
            "Copyright 2002 Shore Press Company",
            "The Shore Gazette",
            format!("March {at}, 2002, Friday, Late Edition - Final"),
            text.join("\n\n   ")
        )
    });
    let dates = ["2002-03-01", "2002-03-02"];
    assert_both(
        "old.txt",
        labelled.into_bytes(),
        Some("Nell Archer"),
        "The Shore Gazette",
        dates,
    );
    let unlabelled = both(|headline, text, at| {
        format!(
            "Document {at} of 2\n\n\n      The Shore Gazette\n\n      March {at}, 2012 Friday\n      Final Edition\n\n{headline}\n\n\
             BYLINE: Nell Archer\n\nSECTION: HOME PAGES; Pg. 4\n\nLENGTH: 410 words\n\n\n{}\n\nLOAD-DATE: March 3, 2012\n\n\
             LANGUAGE: ENGLISH\n\n\n     Copyright 2012 Shore Press Limited\n          All Rights Reserved\n",
            text.join("\n\n")
        )
    });
    let dates = ["2012-03-01", "2012-03-02"];
    assert_both(
        "older.txt",
        unlabelled.into_bytes(),
        Some("Nell Archer"),
        "The Shore Gazette",
        dates,
    );
}

fn factiva(headline: &str, text: &[&str], at: usize) -> String {
    format!(
        "News\n{headline}\nBy Nell Archer\n180 words\n8 March 2022\n07:30\nThe Shore Gazette\nSHOGAZ\n7\nEnglish\n(c) 2022 Shore \
         Press Ltd.\n\n{}\n\nDocument SHOGAZ0020220308ei380000{at}\n\n",
        text.join("\n\n")
    )
}

#[test]
fn factiva_with_and_without_labels_in_every_container() {
    let plain = both(factiva)
        + "Search Summary\nText\tpier and trust\nDate\tAll Dates\nResults Found\t2\n\n(c) 2022 Factiva, Inc.\n";
    let labelled = both(|headline, text, at| {
        let (lead, rest) = text.split_first().unwrap();
        format!(
            "SE News\nHD {headline}\nBY By Nell Archer\nWC 180 words\nPD 8 March 2022\nET 07:30\nSN The Shore Gazette\nSC \
             SHOGAZ\nLA English\nCY (c) 2022 Shore Press\n\nLP \n{lead}\n\nTD \n{}\n\nCO shopre : Shore Press\nRE uk : United \
             Kingdom\nAN Document SHOGAZ0020220308ei380000{at}\n\n",
            rest.join("\n\n")
        )
    });
    let page = both(|headline, text, at| {
        let paragraphs = text.iter().fold(String::new(), |mut all, text| {
            write!(
                all,
                "<p class=\"articleParagraph enarticleParagraph\">{text}</p>"
            )
            .unwrap();
            all
        });
        format!(
            "<div class=\"article enArticle\"><div id=\"hd\"><span class=\"enHeadline\">{headline}</span></div><div \
             class=\"author\">By Nell Archer</div><div>180 words</div><div>8 March 2022</div><div>The Shore Gazette</div>\
             <div>SHOGAZ</div><div>English</div><div>Copyright 2022 Shore Press</div>{paragraphs}<p>Document \
             SHOGAZ0020220308ei380000{at}</p></div>"
        )
    });
    for (name, bytes) in [
        ("factiva.txt", plain.clone().into_bytes()),
        ("factiva.rtf", rtf(&plain)),
        ("factiva.docx", docx(&plain)),
        ("labels.txt", labelled.clone().into_bytes()),
        ("labels.rtf", rtf(&labelled)),
        (
            "factiva.html",
            format!("<html><body>{page}</body></html>").into_bytes(),
        ),
    ] {
        assert_both(name, bytes, Some("Nell Archer"), "The Shore Gazette", DAY);
    }
}

#[test]
fn proquest_newsbank_ebsco_and_plain_labels() {
    let rule = "_".repeat(60);
    let proquest = format!(
        "Report Information from ProQuest\n{rule}\n\nTable of contents\n\n1. Trust agrees to rebuild the east pier\n\n2. \
         Gymnasium roof still leaks\n\n{rule}\n"
    ) + &both(|headline, text, at| {
        format!(
            "Document {at} of 2\n\n{headline}\n\nAuthor: Archer, Nell\n\nPublication info: Shore Gazette, The ; Shore [Shore]. 08 \
             Mar 2022: B.2.\n\nProQuest document link\n\nABSTRACT\n\n{}\n\nFULL TEXT\n\n{}\n\nCREDIT: By Nell Archer\n\nDETAILS\n\n\
             Subject: Piers\n\nTitle: {headline}\n\nPublication title: Shore Gazette, The; Shore\n\nPublication date: Mar 8, 2022\n\n\
             ProQuest document ID: 26000{at}\n\nDatabase: ProQuest Central\n\n{rule}\n\n",
            text[0],
            text.join("\n\n")
        )
    });
    assert_both(
        "proquest.txt",
        proquest.clone().into_bytes(),
        Some("Nell Archer"),
        "The Shore Gazette",
        DAY,
    );
    assert_both(
        "proquest.docx",
        docx(&proquest),
        Some("Nell Archer"),
        "The Shore Gazette",
        DAY,
    );
    let newsbank = both(|headline, text, at| {
        format!(
            "{headline}\n\nThe Shore Gazette - Tuesday, March 8, 2022\nAuthor: Nell Archer, Staff Writer\n\n{}\n\nSection: \
             News\nPage: 7\nRecord Number: 18AB00{at}\nCopyright 2022 The Shore Gazette\n\n",
            text.join("\n\n")
        )
    });
    assert_both(
        "newsbank.txt",
        newsbank.into_bytes(),
        Some("Nell Archer"),
        "The Shore Gazette",
        DAY,
    );
    let ebsco = both(|headline, text, at| {
        format!(
            "Record: {at}\nTitle:\n{headline}\nAuthors:\nArcher, Nell\nSource:\nShore Gazette, The. 03/08/2022, p7. 0p.\nDocument \
             Type:\nArticle\nAccession Number:\n2W60000{at}\nDatabase:\nNewspaper Source\n\n{}\n\nCopyright of Shore Gazette, The \
             is the property of Shore Press and its content may not be copied without permission.\n\n",
            text.join("\n\n")
        )
    });
    assert_both(
        "ebsco.txt",
        ebsco.into_bytes(),
        Some("Nell Archer"),
        "The Shore Gazette",
        DAY,
    );
    let labels = both(|headline, text, _| {
        format!(
            "Title: {headline}\nAuthor: Nell Archer\nSource: The Shore Gazette\nDate: 8 March 2022\n\n{}\n\n",
            text.join("\n\n")
        )
    });
    assert_both(
        "labels.txt",
        labels.into_bytes(),
        Some("Nell Archer"),
        "The Shore Gazette",
        DAY,
    );
}

#[test]
fn what_belongs_to_no_article_is_said() {
    let lost =
        "A note that somebody wrote into the file and that no head of an article stands above. "
            .repeat(8);
    let text = format!("{}{lost}\n\nEnd of Document\n", both(nexis));
    let articles = super::read("nexis.txt", text.into_bytes()).unwrap();
    assert_eq!(articles.len(), 2);
    let warning = articles[0]
        .warnings
        .iter()
        .find(|warning| warning.contains("belong to no article"));
    assert!(warning.is_some_and(|warning| warning.contains("A note that somebody wrote")));
}

#[test]
fn a_file_that_may_hold_several_articles_says_so() {
    let text =
        both(|headline, text, _| format!("{headline}\n\n180 words\n\n{}\n\n", text.join("\n\n")));
    let articles = super::read("two.txt", text.into_bytes()).unwrap();
    assert_eq!(articles.len(), 1);
    assert!(
        articles[0]
            .warnings
            .iter()
            .any(|warning| warning.contains("may hold several articles"))
    );
}

#[test]
fn one_article_stays_one_whatever_its_lines_say() {
    for text in [
        format!(
            "Trust agrees to rebuild\n\nBy Nell Archer\n\n{}\n\nSection: News\n\nCopyright 2022 Shore Press\n",
            PIER.join("\n\n")
        ),
        format!(
            "Trust agrees to rebuild\n\n{}\n\nDocument 1 of 3 says so.\n\n{}\n",
            PIER.join("\n\n"),
            SCHOOL.join("\n\n")
        ),
        format!(
            "Trust agrees to rebuild\n\nRecord Number: none was kept.\n\n{}\n",
            PIER.join("\n\n")
        ),
    ] {
        let articles = super::read("one.txt", text.into_bytes()).unwrap();
        assert_eq!(articles.len(), 1);
        assert_eq!(
            articles[0].headline.as_ref().unwrap().text,
            "Trust agrees to rebuild"
        );
        assert!(
            !articles[0]
                .warnings
                .iter()
                .any(|warning| warning.contains("several"))
        );
    }
}

#[test]
fn a_mailbox_gives_every_message() {
    let text = both(|headline, text, at| {
        format!(
            "From desk@shore.example Tue Mar  8 07:0{at}:00 2022\nFrom: Shore Gazette <desk@shore.example>\nTo: me@x.example\n\
             Subject: {headline}\nDate: Tue, 8 Mar 2022 07:0{at}:00 +0000\nMessage-ID: <{at}@shore.example>\n\n{}\n\n",
            text.join("\n\n")
        )
    });
    assert_both("news.mbox", text.into_bytes(), None, "Shore Gazette", DAY);
}

#[test]
fn a_book_of_news_gives_an_article_a_chapter_and_a_novel_one() {
    let chapter = |headline: &str, text: &[&str]| {
        let paragraphs = text.iter().fold(String::new(), |mut all, text| {
            write!(all, "<p>{text}</p>").unwrap();
            all
        });
        format!("<html><body><h2>{headline}</h2>{paragraphs}</body></html>")
    };
    let contents = "<html><body><h1>Contents</h1><ul><li>Trust agrees</li><li>Gymnasium roof</li></ul></body></html>";
    let mut chapters = vec![contents.to_owned()];
    chapters.extend(stories().map(|(headline, text, _)| chapter(headline, text)));
    let news = package(&book_of(
        "The Shore Gazette [Tue, 08 Mar 2022]",
        "2022-03-08",
        &chapters,
    ));
    assert_both("day.epub", news, None, "The Shore Gazette", DAY);
    let chapters = [chapter("Chapter 1", &PIER), chapter("Chapter 2", &SCHOOL)];
    let novel = super::read(
        "novel.epub",
        package(&book_of("The Pier", "1912-01-01", &chapters)),
    )
    .unwrap();
    assert_eq!(novel.len(), 1);
    assert!(
        novel[0]
            .warnings
            .iter()
            .any(|warning| warning.contains("2 chapters"))
    );
}
