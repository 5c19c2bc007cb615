//! How fast saved pages are read: `cargo bench --bench pages`. Prints pages a second on one core, and
//! the ratio to parsing alone (the HTML5 parser under the reader) in the same run: on pages made here,
//! and on real ones where the development data lies beside the repository.

#![expect(
    clippy::print_stdout,
    reason = "the numbers are what this program is for"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use parallax::load::{self, Input, ReadOptions};

/// Sections, paragraphs, links and furniture of about a news page's size.
fn page(number: usize) -> Result<String, std::fmt::Error> {
    let mut page = format!(
        "<!DOCTYPE html><html lang=en><head><title>Wall {number} | The Daily Gale</title><script>{}</script>\
         </head><body><nav><ul>",
        "var settings = {\"key\": \"value\", \"list\": [1, 2, 3]};".repeat(400)
    );
    for n in 0..60 {
        write!(
            page,
            "<li class='nav-item'><a href='/{n}'>Section {n}</a></li>"
        )?;
    }
    write!(page, "</ul></nav><main><article><h1>Wall {number}</h1>")?;
    for n in 0..40 {
        write!(
            page,
            "<div class='article-body__block' data-n='{n}'><p>Paragraph {n} of page {number} says that the \
             council met on Monday, and <a href='/x'>that it voted</a> on the new harbour wall after a long \
             debate, <em>with nine votes to four</em>.</p></div>"
        )?;
    }
    page += "</article></main><section>";
    for n in 0..80 {
        write!(
            page,
            "<div class='teaser related'><a href='/s{n}'><img src='i.jpg' alt=''><h3>Another story {n}</h3>\
             <span class='meta'>2 hours ago</span></a></div>"
        )?;
    }
    page += "</section><footer>© The Daily Gale</footer></body></html>";
    Ok(page)
}

fn time(pages: &[String], mut run: impl FnMut(&String)) -> Duration {
    let start = Instant::now();
    for page in pages {
        run(page);
    }
    start.elapsed()
}

/// The saved pages of the development data; `None` if they are not there.
fn real() -> std::io::Result<Option<Vec<String>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/loading/html/dev");
    if !folder.is_dir() {
        println!("{} is not there: no real pages measured", folder.display());
        return Ok(None);
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let unpack = |file: &PathBuf| {
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(std::fs::File::open(file)?).read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    files.iter().map(unpack).collect::<Result<_, _>>().map(Some)
}

fn measure(what: &str, pages: &[String], times: usize) {
    let bytes: usize = pages.iter().map(String::len).sum();
    let mut parsing = Duration::MAX;
    let mut reading = Duration::MAX;
    for _ in 0..times {
        parsing = parsing.min(time(pages, |page| {
            black_box(dom_query::Document::from(page.as_str()));
        }));
        reading = reading.min(time(pages, |page| {
            let input = Input::from_bytes(
                "page.html",
                page.clone().into_bytes(),
                &ReadOptions::default(),
            );
            black_box(load::open_input(input).is_ok());
        }));
    }
    let number = pages.len() as f64;
    println!(
        "{} {what} of {} KB",
        pages.len(),
        bytes / pages.len().max(1) / 1024
    );
    println!(
        "  reading: {:.0} pages a second",
        number / reading.as_secs_f64()
    );
    println!(
        "  parsing alone: {:.0} pages a second",
        number / parsing.as_secs_f64()
    );
    println!(
        "  reading / parsing: {:.1}",
        reading.as_secs_f64() / parsing.as_secs_f64()
    );
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let made: Vec<String> = (0..200).map(page).collect::<Result<_, _>>()?;
    measure("pages made here", &made, 3);
    if let Some(real) = real()? {
        measure("real pages", &real, 2);
    }
    Ok(())
}
