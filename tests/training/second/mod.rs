//! Learns the heads of the second reader and measures them: `cargo run --release -p training -- second …`.

mod data;
mod heads;
mod learn;
mod names;

use std::path::Path;

const USAGE: &str = "second names DATA OUT | second learn DATA [OUT]";

pub(crate) fn run(arguments: &[&str]) -> anyhow::Result<()> {
    match arguments {
        ["names", data, out] => names::run(Path::new(data), Path::new(out)),
        ["learn", data] => learn::run(Path::new(data), None),
        ["learn", data, out] => learn::run(Path::new(data), Some(Path::new(out))),
        _ => anyhow::bail!("usage: {USAGE}"),
    }
}
