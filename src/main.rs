//! The program: reads its arguments, and hands over to the window or the command line.

// On Windows the program is a desktop program: otherwise a console would open with its window, and
// closing that would end it.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

use cbm_workbench::app;
use cbm_workbench::cli::{self, Request};
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    take_console();
    // Nothing of a dossier is ever logged, at any level.
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("off"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let arguments: Vec<_> = std::env::args_os().collect();
    ExitCode::from(match cli::run(&arguments) {
        Request::Done(code) => code,
        Request::Window { file, language } => {
            leave_console();
            app::run(file, language)
        }
    })
}

/// Uses the console of the calling program, if there is one, to answer and to ask for a passphrase.
fn take_console() {
    #[cfg(windows)]
    // There is none if it was started from the desktop.
    let _ = winsafe::AttachConsole(winsafe::PidParent::Parent);
}

/// Lets go of the console, which the window outlives.
fn leave_console() {
    #[cfg(windows)]
    let _ = winsafe::FreeConsole();
}
