//! Makes a page on a thread of its own: reads what may be seen from a copy of the dossier in
//! memory, makes the page from it and writes it. It can be cancelled until it is complete; then
//! nothing is left of it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{ColorImage, Context, ViewportCommand};

use super::jobs::Report;
use super::viewer::Viewing;
use super::{App, Session};
use crate::explain::{Explanation, explain_unwritten};
use crate::model::{DossierId, Marking};
use crate::report::{Named, Picture, Request, Unfit, Unwritable};
use crate::store::{self, Audience, Clearance, Error, Reader, Scratch};
use crate::text::msg;
use crate::ui::cx::{Cover, Offer, Trouble, Use};
use crate::ui::state::{PageWork, Stage};

/// How often the window shows the progress.
const SHOWN: Duration = Duration::from_millis(100);

/// A page to make and to write.
pub(super) struct Making {
    /// A copy of the dossier.
    pub reader: Reader,
    /// The dossier it is a copy of.
    pub of: DossierId,
    /// The records the page is on.
    pub named: Named,
    /// The page asked for.
    pub request: Request,
    /// Who makes it, for a page that says so.
    pub author: String,
    /// How the file is protected.
    pub cover: Cover,
    /// Where it goes.
    pub to: To,
    /// The progress.
    pub work: Arc<PageWork>,
    /// The window to wake.
    pub context: Context,
}

/// The destination of a page.
#[derive(Clone)]
pub(super) enum To {
    /// Into a file.
    File {
        /// The file.
        path: PathBuf,
        /// Whether it may replace what is there.
        over: bool,
    },
    /// Into the viewer of the system.
    Viewer(Viewing),
    /// Onto the clipboard, as a picture.
    Clipboard,
}

impl To {
    /// The purpose of the page.
    pub(super) fn made_for(&self) -> Use {
        match self {
            Self::File { .. } => Use::File,
            Self::Viewer(_) => Use::Viewer,
            Self::Clipboard => Use::Clipboard,
        }
    }
}

/// The outcome of a request for a page.
pub(super) struct Exported {
    work: Arc<PageWork>,
    of: DossierId,
    request: Request,
    cover: Cover,
    to: To,
    outcome: Result<Made, Unwritten>,
}

/// The result.
enum Made {
    /// The file was written, with this marking of the page.
    File(Marking),
    /// The page is in a folder of its own; with whether a program shows it.
    Viewed((Scratch, PathBuf), bool),
    /// The page as a picture, and its marking.
    Picture(Box<ColorImage>, Marking),
}

/// Why a page was not written.
enum Unwritten {
    /// There is no such page, or the format cannot hold it.
    Page(Unwritable),
    /// The file could not be written.
    Store(Error),
}

impl From<Error> for Unwritten {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

impl Making {
    /// Makes the page and writes it.
    pub(super) fn run(self) -> Report {
        let (work, of, request) = (self.work.clone(), self.of, self.request);
        let (cover, to) = (self.cover, self.to.clone());
        // A panic is reported like any other failure.
        let failed = |_| Err(Unwritten::Page(Unwritable::Unfit(Unfit::Failed)));
        let outcome = std::thread::spawn(move || self.write()).join().unwrap_or_else(failed);
        Report::Exported(Box::new(Exported { work, of, request, cover, to, outcome }))
    }

    fn write(self) -> Result<Made, Unwritten> {
        let Self { mut reader, named, request, author, to, work, context, .. } = self;
        let clearance = Clearance::new(Audience::Copy, request.ceiling);
        let asked = work.clone();
        let mut shown = Instant::now();
        let seen = reader.visible(
            &clearance,
            move || asked.is_stopped(),
            |done, of| {
                work.tell(done, of);
                if shown.elapsed() >= SHOWN {
                    shown = Instant::now();
                    context.request_repaint();
                }
            },
        )?;
        drop(reader);
        work.make();
        context.request_repaint();
        let write = || request.write(&seen.snapshot, &named, &author).map_err(Unwritten::Page);
        let begin = || {
            work.write();
            context.request_repaint();
        };
        let mut stopped = || work.is_stopped();
        match to {
            To::File { path, over } => {
                let (bytes, marking) = write()?;
                let bytes = request.format.as_file(bytes);
                begin();
                store::write_whole_unless(&path, &bytes, over, &mut stopped)?;
                Ok(Made::File(marking))
            }
            To::Viewer(viewing) => {
                let bytes = request.format.as_file(write()?.0);
                begin();
                let (folder, path) = viewing.write(&request, &bytes, &mut stopped)?;
                let shown = (viewing.open)(&path);
                Ok(Made::Viewed((folder, path), shown))
            }
            To::Clipboard => {
                let drawn = request.draw(&seen.snapshot, &named, &author);
                let drawn = drawn.map_err(Unwritten::Page)?;
                let (Picture { width, height, pixels }, marking) = drawn;
                let image = ColorImage::from_rgb([width.into(), height.into()], &pixels);
                if stopped() {
                    return Err(Error::Stopped.into());
                }
                Ok(Made::Picture(Box::new(image), marking))
            }
        }
    }
}

impl App {
    /// The progress of the page last asked for, in words, and as a fraction if known.
    pub(super) fn page_words(&self) -> Option<(String, Option<f32>)> {
        let work = self.making.last()?;
        let text = self.text;
        Some(match work.stage() {
            _ if self.closes_after_page => (text.get(msg!("export-closes")).to_owned(), None),
            Stage::Reading(_, 0) => (text.get(msg!("export-begins")).to_owned(), None),
            Stage::Reading(done, of) => {
                let counts = [("done", done), ("of", of)];
                let counts = counts.map(|(name, count)| (name, text.count(count).into()));
                let part = done as f32 / of as f32;
                (text.with(msg!("export-reading"), &counts), Some(part))
            }
            Stage::Making => (text.get(msg!("export-making")).to_owned(), None),
            Stage::Writing => (text.get(msg!("said-exporting")).to_owned(), None),
            Stage::Stopping => (text.get(msg!("export-stopping")).to_owned(), None),
        })
    }

    /// Cancels the page last asked for.
    pub(super) fn stop_page(&self) {
        if let Some(work) = self.making.last() {
            work.stop();
        }
    }

    /// Silently cancels every page being made: the dossier is locked.
    pub(super) fn drop_pages(&mut self) {
        self.previewer = None;
        self.making.drain(..).for_each(|work| work.stop());
    }

    /// Whether the window has to wait before it closes because a page is being made. A user who
    /// closes it again does not want to wait.
    pub(super) fn closes_after_page(&mut self) -> bool {
        if self.making.is_empty() {
            return false;
        }
        if std::mem::replace(&mut self.closes_after_page, true) {
            self.making.iter().for_each(|work| work.stop());
        }
        true
    }

    /// The page was written, or not.
    pub(super) fn exported(&mut self, exported: Exported) {
        let Exported { work, of, request, cover, to, outcome } = exported;
        let before = self.making.len();
        self.making.retain(|other| !Arc::ptr_eq(other, &work));
        if self.making.len() == before {
            // The dossier was locked meanwhile.
            return;
        }
        let context = self.context.clone();
        let stopped = matches!(outcome, Err(Unwritten::Store(Error::Stopped)));
        let is_done = stopped || outcome.is_ok();
        if !is_done
            && matches!(to, To::File { .. })
            && let Session::Open(open) = &mut self.session
        {
            open.unwritten = Some((open.view.screen, request));
        }
        let path = match to {
            To::File { path, .. } => path,
            To::Viewer(viewing) => viewing.folder,
            To::Clipboard => PathBuf::new(),
        };
        match outcome {
            Ok(Made::Viewed(page, shown)) => {
                // If the dossier was closed meanwhile, the file goes with it.
                if self.document().is_some_and(|it| it.snapshot().dossier.id == of) {
                    self.viewed(page, shown);
                }
            }
            Ok(Made::Picture(image, marking)) => {
                let said = if Picture::is_long(image.size) {
                    msg!("said-picture-long")
                } else {
                    msg!("said-picture")
                };
                context.copy_image(*image);
                let words = [("marking", marking.label().into())];
                self.say(&context, self.text.with(said, &words));
            }
            Ok(Made::File(marking)) => {
                let words = [
                    ("path", path.display().to_string().into()),
                    ("marking", marking.label().into()),
                ];
                let words = self.text.with(msg!("export-says"), &words);
                self.say(&context, words);
            }
            Err(Unwritten::Store(_)) if stopped => {
                self.say(&context, self.text.get(msg!("export-stopped")).to_owned());
            }
            Err(Unwritten::Store(error)) => {
                let mut trouble = Trouble::from(explain_unwritten(self.text, &error, &path));
                if matches!(error, Error::Exists) && store::may_be_replaced(&path) {
                    trouble.explanation.next = self.text.get(msg!("next-replace")).to_owned();
                    trouble.offers.push(Offer::Replace(request, cover, path));
                }
                self.notice = Some(trouble);
            }
            Err(Unwritten::Page(unwritable)) => {
                let explanation = Explanation {
                    what: unwritable.words(self.text),
                    safe: self.text.get(msg!("safe-nothing-written")).to_owned(),
                    next: String::new(),
                };
                self.notice = Some(explanation.into());
            }
        }
        if self.closes_after_page && (self.making.is_empty() || !is_done) {
            self.closes_after_page = false;
            if is_done {
                context.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }
}
