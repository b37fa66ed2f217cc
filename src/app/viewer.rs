//! A page for viewing only: a file in a folder that nobody else can read, opened in the system's
//! program for it. It is removed once its dossier is closed or locked.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::App;
use crate::explain::Explanation;
use crate::report::Request;
use crate::settings;
use crate::store::{self, Error, Scratch};
use crate::text::{Text, msg};
use crate::ui::cx::Trouble;

/// The system's opener says within this time if it has no program for a file.
const PATIENCE: Duration = Duration::from_secs(3);

/// Where pages to be viewed are stored, and what shows them.
#[derive(Clone, Debug)]
pub struct Viewing {
    /// The folder.
    pub folder: PathBuf,
    /// Opens a file, and returns whether there is a program for it.
    pub open: fn(&Path) -> bool,
}

impl Default for Viewing {
    /// In the system's folder for temporary files, and shown by nothing.
    fn default() -> Self {
        Self { folder: std::env::temp_dir(), open: |_| false }
    }
}

impl Viewing {
    /// In the user's own folder, and shown by the system's programs.
    pub(super) fn of_the_system() -> Self {
        Self { folder: settings::pages_path().unwrap_or_else(std::env::temp_dir), open }
    }

    /// Removes files left there by programs that were killed.
    pub(super) fn sweep(&self) {
        store::sweep(&self.folder.join("page"));
    }

    /// Writes a page into a folder of its own, unless it is stopped. Its name says what it is but
    /// not which dossier it is from, because viewers remember names.
    pub(super) fn write(
        &self,
        request: &Request,
        bytes: &[u8],
        stopped: &mut dyn FnMut() -> bool,
    ) -> Result<(Scratch, PathBuf), Error> {
        // If this fails, making a folder in it will say why.
        let _ = std::fs::create_dir_all(&self.folder);
        let folder = Scratch::beside(&self.folder.join("page"))?;
        let name = Text::new(request.language).label(request.subject);
        let path = folder.path().join(format!("{name}.{}", request.format.ending()));
        store::write_whole_unless(&path, bytes, false, stopped)?;
        Ok((folder, path))
    }
}

/// Opens a file in the system's program for it; returns whether there is one.
fn open(path: &Path) -> bool {
    let program = if cfg!(windows) {
        "explorer.exe"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    // No shell: a name is never interpreted.
    let mut command = Command::new(program);
    command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match child.try_wait() {
            // Explorer reports failure in every case.
            Ok(Some(status)) => return status.success() || cfg!(windows),
            Ok(None) => std::thread::sleep(Duration::from_millis(20)),
            Err(_) => return true,
        }
    }
    // It has become the viewer itself, or waits for it.
    std::thread::spawn(move || drop(child.wait()));
    true
}

impl App {
    /// Removes the pages opened in the system's viewer.
    pub(super) fn forget_pages(&mut self) {
        self.viewed.clear();
    }

    /// Says that a page is shown in the system's viewer, or where it is if there is none.
    pub(super) fn viewed(&mut self, (folder, path): (Scratch, PathBuf), shown: bool) {
        self.viewed.push(folder);
        let text = self.text;
        if shown {
            self.say(&self.context.clone(), text.get(msg!("said-viewed")).to_owned());
            return;
        }
        let words = [("path", path.display().to_string().into())];
        self.notice = Some(Trouble::warning(Explanation {
            what: text.get(msg!("error-no-viewer")).to_owned(),
            safe: text.with(msg!("safe-no-viewer"), &words),
            next: text.get(msg!("next-no-viewer")).to_owned(),
        }));
    }
}
