//! What an SVG document says about itself.

use std::fmt::Write as _;

use crate::chart::Chart;
use crate::export::escape_xml;
use crate::score::provenance::Fact;

/// Where the figure comes from, in Dublin Core as Inkscape and others write it.
pub(super) fn metadata(chart: &Chart, date: Option<&str>) -> String {
    let mut facts = String::new();
    for (fact, value) in chart.provenance.facts() {
        let element = match fact {
            Fact::Software => "creator",
            Fact::Settings | Fact::Second | Fact::Seed | Fact::Filter | Fact::SameStories => {
                "description"
            }
            Fact::Input | Fact::List => "source",
            Fact::Date => "date",
        };
        let value = match fact {
            Fact::Seed => format!("Seed {value}"),
            Fact::Second => format!("Second reader {value}"),
            Fact::Filter => format!("Filter: {}", escape_xml(&value)),
            Fact::SameStories => format!("Same stories: {value}"),
            Fact::List => format!("Word list {}", escape_xml(&value)),
            _ => escape_xml(&value),
        };
        let _ = write!(facts, "<dc:{element}>{value}</dc:{element}>");
    }
    if let Some(date) = date {
        let _ = write!(facts, "<dc:date>{}</dc:date>", escape_xml(date));
    }
    format!(
        concat!(
            r#"<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" "#,
            r#"xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">"#,
            "<dc:title>{}</dc:title>{}</rdf:Description></rdf:RDF></metadata>\n",
        ),
        escape_xml(&chart.title),
        facts
    )
}
