//! The program: reads its arguments, and hands over to the window or the command line.

use std::process::ExitCode;

use cbm_workbench::app;
use cbm_workbench::cli::{self, Request};
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    // Nothing of a dossier is ever logged, at any level.
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("off"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let arguments: Vec<_> = std::env::args_os().collect();
    ExitCode::from(match cli::run(&arguments) {
        Request::Done(code) => code,
        Request::Window { file, language } => app::run(file, language),
    })
}
