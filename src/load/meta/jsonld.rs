//! The JSON-LD of a page: what publishers tell search engines about the article. Read leniently, as
//! half of the pages that have it break one of its rules.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::LazyLock;

use serde_json::Value;

use crate::load::clean::{self, plain_text};
use crate::load::lists;

/// The longest script that is read, in bytes.
const LONGEST_SCRIPT: usize = 4 << 20;
/// How many updates of a live blog are read.
const MOST_UPDATES: usize = 2_000;
/// How many JSON values are looked at on one page.
const MOST_VALUES: usize = 20_000;
/// Properties whose values describe something else than the article of this page.
static ABOUT_OTHERS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::words(lists::PAGES, "about others").collect());

/// What the JSON-LD says about the article of its page. Empty strings where it says nothing.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Linked {
    /// `headline`, or `name` of an article that has no headline.
    pub(super) headline: String,
    /// The authors' names as given.
    pub(super) authors: Vec<String>,
    /// Authors that are organisations.
    pub(super) organisations: Vec<String>,
    /// `datePublished`, `dateCreated` or `uploadDate` as given.
    pub(super) published: String,
    /// The name of the publisher.
    pub(super) publisher: String,
    /// `inLanguage`.
    pub(super) language: String,
    /// `articleSection`, parted by commas.
    pub(super) section: String,
    /// `keywords`, parted by commas.
    pub(super) keywords: String,
    /// Whether the article is a live blog.
    pub(super) live: bool,
    /// `articleBody`, as text or as HTML.
    pub(super) body: String,
    /// The names of the site and of the news organisations on the page.
    pub(super) sites: Vec<String>,
}

impl Linked {
    /// Reads the scripts of a page; `titles` are the titles its other data gives, by which the right
    /// article is chosen among several.
    pub(super) fn read(scripts: &[String], titles: &[&str]) -> Self {
        let roots: Vec<Value> = scripts
            .iter()
            .filter_map(|script| lenient(script))
            .collect();
        let graph = Graph::of(&roots);
        let mut linked = Self {
            sites: graph.sites.clone(),
            ..Self::default()
        };
        if let Some((rank, article)) = graph.best(titles) {
            linked.describe(rank, article, &graph);
        }
        if linked.published.is_empty() {
            let mut dates = graph
                .articles
                .iter()
                .map(|(_, page)| text(page.get("datePublished")));
            linked.published = dates.find(|date| !date.is_empty()).unwrap_or_default();
        }
        linked
    }

    fn describe(&mut self, rank: u8, article: &Value, graph: &Graph) {
        let field = |name: &str| text(article.get(name));
        self.headline = field("headline");
        if rank >= RANK_WORK {
            if self.headline.is_empty() {
                self.headline = field("name");
            }
            for key in ["author", "creator"] {
                if self.authors.is_empty() {
                    let mut authors = Vec::new();
                    graph.names(article.get(key), &mut authors, 0);
                    for (name, is_organisation) in authors {
                        if is_organisation {
                            self.organisations.push(name);
                        } else {
                            self.authors.push(name);
                        }
                    }
                }
            }
        }
        self.published = ["datePublished", "dateCreated", "uploadDate"]
            .iter()
            .map(|name| field(name))
            .find(|date| !date.is_empty())
            .unwrap_or_default();
        let mut publishers = Vec::new();
        graph.names(article.get("publisher"), &mut publishers, 0);
        self.publisher = publishers.into_iter().next().unwrap_or_default().0;
        self.language = field("inLanguage");
        self.live = types(article).any(|name| name == LIVE);
        self.section = listed(article.get("articleSection"));
        self.keywords = listed(article.get("keywords"));
        if let Some(Value::String(body)) = article.get("articleBody") {
            self.body = clean::unescape(body);
        }
        let updates = updates(article);
        if clean::words(&updates) > clean::words(&self.body) {
            self.body = updates;
        }
    }
}

/// The text of a live blog: its updates as the page orders them, each under its headline.
fn updates(article: &Value) -> String {
    let updates = match article.get("liveBlogUpdate") {
        Some(Value::Array(updates)) => updates.as_slice(),
        Some(update) => std::slice::from_ref(update),
        None => &[],
    };
    let parts = updates.iter().take(MOST_UPDATES).flat_map(|update| {
        let body = update.get("articleBody").and_then(Value::as_str);
        let body = body.map(clean::unescape).unwrap_or_default();
        [text(update.get("headline")), body]
    });
    let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    parts.join("\n\n")
}

/// The articles, things with an identity and site names found in the JSON-LD of a page.
#[derive(Default)]
struct Graph<'a> {
    articles: Vec<(u8, &'a Value)>,
    by_id: BTreeMap<&'a str, &'a Value>,
    sites: Vec<String>,
}

impl<'a> Graph<'a> {
    fn of(roots: &'a [Value]) -> Self {
        let mut graph = Self::default();
        let mut queue: VecDeque<(&Value, bool)> = roots.iter().map(|root| (root, false)).collect();
        let mut seen = 0;
        while let Some((value, aside)) = queue.pop_front() {
            seen += 1;
            if seen > MOST_VALUES {
                break;
            }
            match value {
                Value::Array(items) => queue.extend(items.iter().map(|item| (item, aside))),
                Value::Object(fields) => {
                    graph.note(value, aside);
                    queue.extend(fields.iter().filter(|(_, field)| has_parts(field)).map(
                        |(name, field)| (field, aside || ABOUT_OTHERS.contains(name.as_str())),
                    ));
                }
                _ => {}
            }
        }
        graph
    }

    fn note(&mut self, value: &'a Value, aside: bool) {
        if value.as_object().is_some_and(|fields| fields.len() > 1)
            && let Some(id) = value.get("@id").and_then(Value::as_str)
        {
            self.by_id.entry(id).or_insert(value);
        }
        let rank = types(value).map(rank).max().unwrap_or_default();
        if rank > 0 && !aside {
            self.articles.push((rank, value));
        }
        if types(value).any(|name| matches!(name, "NewsMediaOrganization" | "WebSite")) {
            let name = text(value.get("name"));
            if !name.is_empty() {
                self.sites.push(name);
            }
        }
    }

    /// The article that the page is about: the most specific kind whose headline agrees best with the
    /// other titles of the page; the first of equals.
    fn best(&self, titles: &[&str]) -> Option<(u8, &'a Value)> {
        let score = |(rank, article): (u8, &Value)| {
            let headline = text(article.get("headline").or_else(|| article.get("name")));
            let agreement = titles
                .iter()
                .map(|title| clean::similarity(&headline, title))
                .fold(0.0, f64::max);
            let nameless = if headline.is_empty() { 3.0 } else { 0.0 };
            f64::from(rank) + 3.0 * agreement - nameless
        };
        let mut best: Option<(f64, (u8, &Value))> = None;
        for article in self.articles.iter().take(200).copied() {
            let score = score(article);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, article));
            }
        }
        best.map(|(_, article)| article)
    }

    /// Collects the names of persons or organisations (`true`): a string, an object, a reference by
    /// `@id`, or an array of these.
    fn names(&self, value: Option<&Value>, names: &mut Vec<(String, bool)>, depth: u8) {
        match value {
            _ if depth > 4 => {}
            Some(Value::String(name)) => push_name(plain_text(name), false, names),
            Some(Value::Array(items)) => {
                for item in items.iter().take(20) {
                    self.names(Some(item), names, depth + 1);
                }
            }
            Some(Value::Object(fields)) => {
                let name = text(fields.get("name"));
                let id = fields.get("@id").and_then(Value::as_str);
                if !name.is_empty() {
                    push_name(name, value.is_some_and(is_organisation), names);
                } else if let Some(named) = id.and_then(|id| self.by_id.get(id)) {
                    push_name(text(named.get("name")), is_organisation(named), names);
                } else {
                    let given = text(fields.get("givenName"));
                    let family = text(fields.get("familyName"));
                    if !family.is_empty() {
                        push_name(clean::squash(&format!("{given} {family}")), false, names);
                    }
                }
            }
            _ => {}
        }
    }
}

fn push_name(name: String, is_organisation: bool, names: &mut Vec<(String, bool)>) {
    if !name.is_empty() && !name.starts_with("http") {
        names.push((name, is_organisation));
    }
}

fn is_organisation(value: &Value) -> bool {
    types(value).any(|name| name.ends_with("Organization"))
}

fn has_parts(value: &Value) -> bool {
    matches!(value, Value::Object(_) | Value::Array(_))
}

/// From this rank on, `name` and `author` belong to a work, not to a page.
const RANK_WORK: u8 = 2;

/// The schema.org type of a live blog.
pub(super) const LIVE: &str = "LiveBlogPosting";

/// How likely a thing of this schema.org type is the article of its page.
fn rank(name: &str) -> u8 {
    match name {
        "Article"
        | LIVE
        | "BlogPosting"
        | "Report"
        | "TechArticle"
        | "ScholarlyArticle"
        | "Review"
        | "OpinionArticle"
        | "MedicalScholarlyArticle" => 4,
        "SocialMediaPosting" | "CreativeWork" | "Recipe" => RANK_WORK,
        "WebPage" | "ItemPage" | "AboutPage" => 1,
        name if name.ends_with("NewsArticle") => 5,
        "AdvertiserContentArticle" | "SatiricalArticle" => 5,
        _ => 0,
    }
}

fn types(value: &Value) -> impl Iterator<Item = &str> {
    let (one, several) = match value.get("@type") {
        Some(Value::String(name)) => (Some(name.as_str()), None),
        Some(Value::Array(names)) => (None, Some(names)),
        _ => (None, None),
    };
    one.into_iter()
        .chain(several.into_iter().flatten().filter_map(Value::as_str))
        .map(|name| name.rsplit(['/', ':', '#']).next().unwrap_or(name))
}

/// The text of a property: a string, the first string of an array, `@value` or `name` of an object.
fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => plain_text(text),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(items)) => items
            .iter()
            .filter_map(Value::as_str)
            .map(plain_text)
            .find(|text| !text.is_empty())
            .unwrap_or_default(),
        Some(Value::Object(fields)) => fields
            .get("@value")
            .or_else(|| fields.get("name"))
            .and_then(Value::as_str)
            .map(plain_text)
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// The texts of a property, parted by commas.
fn listed(value: Option<&Value>) -> String {
    match value {
        Some(Value::Array(items)) => {
            let texts = items.iter().map(|item| text(Some(item)));
            let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
            texts.join(", ")
        }
        other => text(other),
    }
}

/// Parses JSON that may be wrapped in a comment or a CDATA section, hold raw control characters and
/// bad escapes in strings, or have trailing commas.
fn lenient(script: &str) -> Option<Value> {
    let json = unwrap(script);
    if json.is_empty() || json.len() > LONGEST_SCRIPT {
        return None;
    }
    serde_json::from_str(json).ok().or_else(|| {
        serde_json::Deserializer::from_str(&repair(json))
            .into_iter()
            .next()?
            .ok()
    })
}

fn unwrap(script: &str) -> &str {
    const OPEN: [&str; 5] = [
        "\u{feff}",
        "<!--",
        "//<![CDATA[",
        "/*<![CDATA[*/",
        "<![CDATA[",
    ];
    const CLOSE: [&str; 5] = ["-->", "//]]>", "/*]]>*/", "]]>", ";"];
    let mut json = script.trim();
    for mark in OPEN {
        json = json.strip_prefix(mark).unwrap_or(json).trim_start();
    }
    for mark in CLOSE {
        json = json.strip_suffix(mark).unwrap_or(json).trim_end();
    }
    json
}

fn repair(json: &str) -> String {
    let mut repaired = String::with_capacity(json.len());
    let mut chars = json.chars().peekable();
    let mut in_string = false;
    // A comma is written only when something other than a closing bracket follows it.
    let mut comma = false;
    while let Some(c) = chars.next() {
        if in_string {
            match c {
                '\\' => match chars.next_if(|next| r#""\/bfnrtu"#.contains(*next)) {
                    Some(escaped) => repaired.extend(['\\', escaped]),
                    None => repaired.push_str("\\\\"),
                },
                c if c.is_control() => repaired.push(' '),
                c => {
                    in_string = c != '"';
                    repaired.push(c);
                }
            }
            continue;
        }
        if c.is_whitespace() {
            continue;
        }
        if comma && !matches!(c, '}' | ']' | ',') {
            repaired.push(',');
        }
        comma = c == ',';
        in_string = c == '"';
        if !comma {
            repaired.push(c);
        }
    }
    repaired
}

#[cfg(test)]
mod tests {
    use super::{Linked, lenient};

    fn read(script: &str) -> Linked {
        Linked::read(&[script.to_owned()], &[])
    }

    #[test]
    fn broken_json_is_still_read() {
        let linked = read(
            "<!-- <![CDATA[ {\"@type\": [\"NewsArticle\",], \"headline\": \"Storm\thits \\coast\",\n\
             \"author\": [{\"name\": \"Ann Lee\"},],}; ]]> -->",
        );
        assert_eq!(linked.headline, "Storm hits \\coast");
        assert_eq!(linked.authors, ["Ann Lee"]);
    }

    #[test]
    fn authors_are_followed_by_reference() {
        let linked = read(
            r##"{"@graph": [
                {"@type": "WebPage", "name": "A page"},
                {"@type": "Article", "headline": "Storm", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}},
                {"@type": "Person", "@id": "#p", "name": "Ann Lee"},
                {"@type": "Organization", "@id": "#o", "name": "The Daily Gale"}]}"##,
        );
        assert_eq!(linked.authors, ["Ann Lee"]);
        assert_eq!(linked.publisher, "The Daily Gale");
    }

    #[test]
    fn articles_that_are_only_mentioned_do_not_count() {
        let linked = read(
            r#"{"@type": "WebPage", "mentions": {"@type": "NewsArticle", "headline": "Other"},
                "mainEntity": {"@type": "Article", "headline": "This &amp;amp; that"}}"#,
        );
        assert_eq!(linked.headline, "This & that");
    }

    #[test]
    fn a_deep_or_cut_script_says_nothing() {
        assert_eq!(read(&"[".repeat(200_000)), Linked::default());
        assert_eq!(
            read("{\"@type\": \"NewsArticle\", \"headline\": \"St"),
            Linked::default()
        );
    }

    #[test]
    fn what_pages_get_wrong_is_repaired() {
        for script in [
            "<!-- {\"a\": [1, 2,],} -->",
            "//<![CDATA[\n{\"a\": [1, 2]}\n//]]>",
            "{\"a\": [1, 2]};",
        ] {
            let value = lenient(script);
            let items = value.as_ref().and_then(|value| value.get("a")?.as_array());
            assert_eq!(items.map(Vec::len), Some(2), "{script}");
        }
        assert_eq!(lenient("{\"a\": "), None);
    }
}
