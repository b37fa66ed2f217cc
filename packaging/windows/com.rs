//! The program that the Windows command line starts as `cbm-workbench`: it calls the real program
//! and waits.
//!
//! The real program is a desktop program, so that no console opens with its window; but a command
//! line does not wait for such a program, and would read the passphrase meant for it. Of two files
//! with the same name, Windows prefers `.com` to `.exe`.

use std::io::Write;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let Ok(own) = std::env::current_exe() else { return ExitCode::from(2) };
    let program = own.with_extension("exe");
    // Before it has that name, it would call itself endlessly.
    if program == own {
        return ExitCode::from(2);
    }
    let ended = Command::new(&program).args(std::env::args_os().skip(1)).status();
    match ended {
        Ok(status) => {
            // Only codes that Windows itself gives for a crash do not fit into a byte.
            ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
        }
        Err(error) => {
            // Nobody may be listening.
            let _ = writeln!(std::io::stderr(), "{}: {error}", program.display());
            ExitCode::from(2)
        }
    }
}
