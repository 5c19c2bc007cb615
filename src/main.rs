//! Arguments → window, command line, or reader of one file (see `load::door`); nothing else.

use std::process::ExitCode;

use clap::Parser as _;
use parallax::cli::{self, Cli};

fn main() -> ExitCode {
    #[cfg(feature = "gui")]
    let started = std::time::Instant::now();
    if let Some(status) = parallax::load::door() {
        return status;
    }
    let args = Cli::parse();
    let done = match &args.command {
        Some(command) => cli::run(
            command,
            &mut std::io::stdout().lock(),
            &mut std::io::stderr(),
        )
        .map(ExitCode::from),
        #[cfg(feature = "gui")]
        None => window(&args, started),
        #[cfg(not(feature = "gui"))]
        None => Err(anyhow::anyhow!(
            "this build has no window; see `parallax --help` for the command line"
        )),
    };
    done.unwrap_or_else(|error| {
        #[expect(clippy::print_stderr, reason = "the last place an error can go")]
        {
            eprintln!("parallax: {error:#}");
        }
        ExitCode::FAILURE
    })
}

#[cfg(feature = "gui")]
fn window(args: &Cli, started: std::time::Instant) -> anyhow::Result<ExitCode> {
    let startup = parallax::app::Startup {
        a: args.a.clone(),
        b: args.b.clone(),
        more: args.more.clone(),
        file_dialogs: !args.no_file_dialogs,
        language: args.language.clone(),
        started,
        ..parallax::app::Startup::default()
    };
    parallax::app::run(&startup)?;
    Ok(ExitCode::SUCCESS)
}
