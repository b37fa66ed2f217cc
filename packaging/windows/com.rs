//! What the command line of Windows starts as `cbm-workbench`: it calls the program and waits.
//!
//! The program belongs to the desktop, so that no console opens with its window; for such a program
//! a command line does not wait, and would read the passphrase that is meant for it. Of two files
//! with the same name, Windows takes `.com` before `.exe`.

use std::io::Write;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let Ok(own) = std::env::current_exe() else { return ExitCode::from(2) };
    let program = own.with_extension("exe");
    // Before it has its name, it would call itself without end.
    if program == own {
        return ExitCode::from(2);
    }
    let ended = Command::new(&program).args(std::env::args_os().skip(1)).status();
    match ended {
        Ok(status) => {
            // Only what Windows itself says about a crash does not fit into a byte.
            ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
        }
        Err(error) => {
            // Nobody may be listening.
            let _ = writeln!(std::io::stderr(), "{}: {error}", program.display());
            ExitCode::from(2)
        }
    }
}
