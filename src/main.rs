//! The program: reads its arguments and hands over to the window or the command line.

use std::process::ExitCode;

use cbm_workbench::cli::{self, Request};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    match cli::run(&arguments) {
        Request::Done(code) => cli::exit_code(code),
        Request::Window { .. } => ExitCode::SUCCESS,
    }
}
