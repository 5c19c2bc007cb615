//! The differences on the stories both tell, apart from what each chooses to tell.

use super::differences::differences;
use super::item::{Item, Sentence, Table};
use super::subject::Report;
use crate::compare::stories::SameStories;
use crate::stats::MIN_CLUSTERS;
use crate::text::{counted, signed};

pub(super) fn items<'a>(report: &Report<'a>) -> Vec<Item<'a>> {
    let Some(same) = report.same else {
        return vec![Item::Text(
            "The stories that both tell were not worked out for this report.".to_owned(),
        )];
    };
    let told = format!(
        "Both tell {}, in {} of A and {} of B. Values are means over stories; a story is one piece.",
        counted(same.stories, "story"),
        counted(same.articles_a, "article"),
        same.articles_b
    );
    let mut items = vec![Item::Text(told)];
    if same.stories == 0 {
        return items;
    }
    if same.stories < MIN_CLUSTERS {
        let few = format!("Too few for intervals, which take {MIN_CLUSTERS}.");
        items.push(Item::Text(few));
    } else if same.said.is_empty() {
        let none = "No measure is clearly worded differently, and none that differs over everything is the same here.";
        items.push(Item::Text(none.to_owned()));
    } else {
        let said = same.said.iter().map(|said| Sentence {
            words: vec![(None, format!("{}. {}", said.lies.label(), said.sentence))],
            ..Sentence::default()
        });
        items.push(Item::List(said.collect()));
    }
    items.push(Item::Table(differences(
        "Every measure, compared within stories",
        &same.differences,
    )));
    items.push(Item::Table(parted(same)));
    items.push(Item::Text(
        "Worded: the mean difference within stories. Chosen: the rest of the difference over everything, from which \
         stories each tells and how much it writes of them."
            .to_owned(),
    ));
    items
}

fn parted(same: &SameStories) -> Table {
    let columns = ["", "#Over everything", "#Worded", "#Chosen"];
    let mut table = Table::new("Worded differently, chosen differently (A − B)", &columns);
    let rows = same.rows().map(|(measure, parted)| {
        let values = [parted.everything, parted.worded, parted.chosen];
        let values = values.map(|value| signed(value, measure.digits()));
        let label = std::iter::once(measure.label.to_owned());
        label.chain(values).collect()
    });
    table.rows = rows.collect();
    table
}
