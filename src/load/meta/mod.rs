//! What a web page says about its article: headline, authors, date, outlet, address, language, from
//! JSON-LD, `OpenGraph`, other meta tags and the page itself.

mod byline;
mod headline;
mod jsonld;
mod published;
mod tags;

use std::sync::LazyLock;

use dom_query::Document;

use self::headline::{PageTitles, Sites};
use self::jsonld::Linked;
use self::tags::Tags;
use super::{clean, lists};
use crate::article::FurtherFields;

/// What a page says about its article. Empty strings where it says nothing.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Meta {
    /// The headline.
    pub(super) headline: String,
    /// Whether the headline stands on the page, not only in its data.
    pub(super) on_page: bool,
    /// The authors' names.
    pub(super) authors: Vec<String>,
    /// The date of publication, ISO 8601 where it could be understood.
    pub(super) published: Option<String>,
    /// The outlet's name.
    pub(super) outlet: String,
    /// The address of the page.
    pub(super) url: String,
    /// The declared language.
    pub(super) language: String,
    /// Section and keywords, as far as it names them.
    pub(super) fields: FurtherFields,
    /// The text of the article as the JSON-LD repeats it, as text or as HTML.
    pub(super) body: String,
}

impl Meta {
    /// Reads a page that was saved from `url`, if that is known.
    pub(super) fn read(page: &Document, url: Option<&str>) -> Self {
        let tags = Tags::of(page);
        let (open_graph, twitter) = (tags.first(&["og:title"]), tags.first(&["twitter:title"]));
        let linked = Linked::read(&tags.json_ld, &[open_graph, &tags.title]);
        let url = address(&tags, url);
        let sites = site_names(&tags, &linked, &url);
        let titles = PageTitles {
            json_ld: &linked.headline,
            open_graph,
            twitter,
            title: &tags.title,
            h1: &tags.h1,
        };
        let (headline, on_page) = titles.headline(&sites).unwrap_or_default();
        let published = published::published(page, &tags, &linked.published, &url, &headline);
        Self {
            headline,
            on_page,
            authors: byline::authors(page, &tags, &linked, &sites),
            published,
            outlet: outlet(&tags, &linked, &url),
            language: language(page, &tags, &linked),
            fields: fields(&tags, &linked),
            url,
            body: linked.body,
        }
    }
}

impl Meta {
    /// Whether a line names the authors and nobody else: "Ann Lee | The Daily Gale".
    pub(super) fn signs(&self, line: &str) -> bool {
        let line = line.trim();
        if line.eq_ignore_ascii_case("by") {
            return true;
        }
        if clean::words(line) > 12 || clean::ends_sentence(line) {
            return false;
        }
        let begins = |author: &String| {
            let first = clean::tokens(author).next();
            first.is_some_and(|first| clean::tokens(line).any(|word| word == first))
        };
        if !self.authors.iter().any(begins) {
            return false;
        }
        let named = byline::names(&[line.to_owned()]);
        let known = |name: &String| {
            let author = |author: &String| clean::tokens(author).eq(clean::tokens(name));
            self.authors.iter().any(author)
        };
        !named.is_empty() && named.iter().all(known)
    }
}

fn address(tags: &Tags, url: Option<&str>) -> String {
    [
        url.unwrap_or_default(),
        tags.first(&["og:url"]),
        &tags.canonical,
        &tags.saved_from,
    ]
    .into_iter()
    .find(|url| url.starts_with("http"))
    .unwrap_or_default()
    .to_owned()
}

/// Meta tags by which a site or its app names itself, best first.
static NAME_TAGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| lists::words(lists::PAGES, "site tags").collect());

fn site_names(tags: &Tags, linked: &Linked, url: &str) -> Sites {
    let host = clean::host(url);
    let domain = host.rsplit('.').nth(1).unwrap_or_default();
    let handle = tags.first(&["twitter:site"]).trim_start_matches('@');
    Sites::new(
        [
            linked.publisher.as_str(),
            tags.first(&NAME_TAGS),
            &host,
            domain,
            handle,
        ]
        .into_iter()
        .chain(linked.sites.iter().map(String::as_str)),
    )
}

fn outlet(tags: &Tags, linked: &Linked, url: &str) -> String {
    let site_name = tags.first(&["og:site_name"]);
    let host = clean::host(url);
    [
        if site_name.starts_with("http") {
            ""
        } else {
            site_name
        },
        &linked.publisher,
        tags.first(&NAME_TAGS),
        linked.sites.first().map_or("", String::as_str),
        &host,
    ]
    .into_iter()
    .find(|name| !name.is_empty())
    .unwrap_or_default()
    .to_owned()
}

fn language(page: &Document, tags: &Tags, linked: &Linked) -> String {
    let declared = tags::attribute(page, "html[lang]", "lang");
    [
        linked.language.as_str(),
        &declared,
        tags.first(&["og:locale", "content-language", "language", "dc.language"]),
    ]
    .into_iter()
    .find(|language| !language.is_empty())
    .unwrap_or_default()
    .replace('_', "-")
}

/// The section and the keywords of the article, from the data for search engines or else from its tags.
fn fields(tags: &Tags, linked: &Linked) -> FurtherFields {
    let first = |linked: &str, names: &[&str]| match linked {
        "" => tags.first(names).to_owned(),
        named => named.to_owned(),
    };
    let section = first(
        &linked.section,
        &["article:section", "section", "parsely-section"],
    );
    let keywords = first(&linked.keywords, &["news_keywords", "keywords"]);
    let fields = [
        ("section", section.as_str()),
        ("keywords", keywords.as_str()),
        ("type", if linked.live { jsonld::LIVE } else { "" }),
    ];
    FurtherFields::of(fields, |_, _| ())
}

#[cfg(test)]
mod tests {
    use super::Meta;
    use dom_query::Document;

    #[test]
    fn a_page_is_described_by_all_its_parts() {
        let page = Document::from(
            "<!-- saved from url=(0031)https://dailygale.example/storm --><html lang=en><head>\
             <title>Storm hits coast | The Daily Gale</title>\
             <meta property='og:site_name' content='The Daily Gale'>\
             <script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Storm hits coast\",\
             \"author\":{\"name\":\"By Ann Lee\"},\"datePublished\":\"2024-05-06\",\"inLanguage\":\"en_GB\"}</script>\
             </head><body><h1>Storm hits the coast</h1></body></html>",
        );
        let meta = Meta::read(&page, None);
        assert_eq!(meta.headline, "Storm hits the coast");
        assert!(meta.on_page);
        assert_eq!(meta.authors, ["Ann Lee"]);
        assert_eq!(meta.published.as_deref(), Some("2024-05-06"));
        assert_eq!(meta.outlet, "The Daily Gale");
        assert_eq!(meta.language, "en-GB");
        assert_eq!(meta.url, "https://dailygale.example/storm");
    }

    #[test]
    fn an_empty_page_says_nothing() {
        assert_eq!(Meta::read(&Document::from(""), None), Meta::default());
    }
}
