//! Arguments → window or command line; nothing else.

use std::process::ExitCode;

use clap::Parser as _;
use parallax::cli::{self, Cli};

fn main() -> ExitCode {
    let args = Cli::parse();
    match &args.command {
        Some(command) => match cli::run(
            command,
            &mut std::io::stdout().lock(),
            &mut std::io::stderr(),
        ) {
            Ok(outcome) => outcome.into(),
            Err(error) => {
                #[expect(clippy::print_stderr, reason = "the last place an error can go")]
                {
                    eprintln!("parallax: {error:#}");
                }
                ExitCode::from(1)
            }
        },
        None => ExitCode::from(2),
    }
}
