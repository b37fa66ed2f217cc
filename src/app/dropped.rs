//! Files dragged onto the window: what each will become is said before it is dropped.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{App, Session};
use crate::exchange::{TABLES, is_word};
use crate::explain::Explanation;
use crate::text::msg;
use crate::ui::cx::{Action, Purpose, Trouble};

impl App {
    /// Handles a dropped file. Several at once are refused, because it is unclear which was meant.
    pub(super) fn take_dropped(&mut self, context: &Context) {
        let dropped: Vec<PathBuf> = context.input(|input| {
            input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect()
        });
        match &dropped[..] {
            [] => {}
            [path] => {
                let purpose = purpose(path);
                if purpose == Purpose::Text && self.is_drafting() {
                    let words = [("name", name(path).into())];
                    let words = self.text.with(msg!("dropped-text-waits"), &words);
                    self.refuse_drop(words, self.text.get(msg!("next-dropped-text")));
                } else {
                    self.queue.borrow_mut().push(Action::Chosen(purpose, path.clone()));
                }
            }
            several => {
                let count = [("count", several.len().into())];
                let words = self.text.with(msg!("dropped-several"), &count);
                self.refuse_drop(words, self.text.get(msg!("next-dropped-several")));
            }
        }
    }

    /// Whether the words of a version are being typed or looked at.
    fn is_drafting(&self) -> bool {
        let Session::Open(open) = &self.session else { return false };
        let taking = open.view.text.taking.as_ref();
        taking.is_some_and(|it| it.file.is_some() || !it.typed.trim().is_empty())
    }

    fn refuse_drop(&mut self, what: String, next: &str) {
        let safe = self.text.get(msg!("safe-nothing-imported")).to_owned();
        self.notice = Some(Trouble::warning(Explanation { what, safe, next: next.to_owned() }));
    }

    /// The sentence that says how the file held over the window would be used.
    pub(super) fn hovering(&self, context: &Context) -> Option<String> {
        let hovering: Vec<Option<PathBuf>> = context
            .input(|input| input.raw.hovered_files.iter().map(|file| file.path.clone()).collect());
        let words = match &hovering[..] {
            [] => return None,
            [Some(path)] => {
                let words = match purpose(path) {
                    Purpose::Import => msg!("hovering-table"),
                    Purpose::Text => msg!("hovering-text"),
                    _ => msg!("hovering-other"),
                };
                self.text.with(words, &[("name", name(path).into())])
            }
            [None] => self.text.get(msg!("hovering-unknown")).to_owned(),
            _ => self.text.get(msg!("next-dropped-several")).to_owned(),
        };
        Some(words)
    }
}

/// The purpose of a file, judging by its name.
fn purpose(path: &Path) -> Purpose {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending {
        Some(ending) if TABLES.contains(&&*ending) => Purpose::Import,
        _ if is_word(path) => Purpose::Text,
        _ => Purpose::Open,
    }
}

/// The name of a file, or its whole path if it has none.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
