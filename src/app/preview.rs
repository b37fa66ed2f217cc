//! The preview in the dialog that asks for a page, made on a thread of its own while the dialog is
//! open: what may be seen is read once per ceiling, the page laid out once per choice, and then
//! sheets are drawn.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{ColorImage, TextureOptions};

use super::{App, Session};
use crate::explain::{explain_store, withheld_by_name};
use crate::model::{Marking, Table};
use crate::report::{Named, Picture, Proof, Request, Unfit, Unwritable};
use crate::store::{Audience, Clearance, Error, Reader, SeenCount, Visible};
use crate::text::msg;
use crate::ui::dialogs::{Dialog, PagePreview, Sheet};
use crate::ui::state::SheetWanted;

/// Makes previews, as long as somebody holds it.
pub(super) struct Previewer {
    asks: Sender<Ask>,
    // The number of the last sheet asked for, and the state of the dossier at that time.
    last: Arc<AtomicU64>,
    revision: u64,
}

/// A request for a sheet.
struct Ask {
    number: u64,
    wanted: SheetWanted,
    named: Named,
    author: String,
    // The dossier, unless what was read of it before still holds.
    reader: Option<Reader>,
}

/// The result of a request for a sheet.
pub(super) struct Previewed {
    number: u64,
    wanted: SheetWanted,
    news: News,
}

enum News {
    /// How much of each table may be seen.
    Counted(BTreeMap<Table, SeenCount>),
    /// The sheet was drawn, or could not be.
    Drawn(Result<Drawn, Unseen>),
}

/// A sheet as drawn.
struct Drawn {
    image: ColorImage,
    of: usize,
    marking: Marking,
}

/// Why there is no preview.
enum Unseen {
    Page(Unwritable),
    Store,
}

/// The thread's results so far, for the next sheet.
#[derive(Default)]
struct Made {
    reader: Option<Reader>,
    seen: Option<(Marking, Visible)>,
    proof: Option<(Request, Proof, Marking)>,
}

impl Previewer {
    /// Starts it; results go to `report`.
    fn new(report: impl Fn(Previewed) + Send + 'static) -> Self {
        let (asks, asked) = channel();
        let last = Arc::new(AtomicU64::new(0));
        let wanted = last.clone();
        std::thread::spawn(move || work(&asked, &wanted, report));
        Self { asks, last, revision: 0 }
    }
}

impl Drop for Previewer {
    fn drop(&mut self) {
        // Nobody is waiting for what is being read.
        self.last.store(u64::MAX, Ordering::Relaxed);
    }
}

/// Draws the requested sheets, only the last of several at once, until nobody asks any more.
fn work(asked: &Receiver<Ask>, last: &Arc<AtomicU64>, report: impl Fn(Previewed)) {
    let mut made = Made::default();
    while let Ok(mut ask) = asked.recv() {
        loop {
            if let Some(reader) = ask.reader.take() {
                made = Made { reader: Some(reader), ..Made::default() };
            }
            match asked.try_recv() {
                Ok(later) => ask = later,
                Err(_) => break,
            }
        }
        let Ask { number, wanted, named, author, .. } = ask;
        let is_old = {
            let last = last.clone();
            move || last.load(Ordering::Relaxed) != number
        };
        let tell = |news| report(Previewed { number, wanted, news });
        let counted = |seen: &Visible| tell(News::Counted(seen.seen_counts.clone()));
        let drawn = made.draw(&wanted, (&named, &author), is_old.clone(), counted);
        if !is_old() {
            tell(News::Drawn(drawn));
        }
    }
}

impl Made {
    fn draw(
        &mut self,
        wanted: &SheetWanted,
        (named, author): (&Named, &str),
        is_old: impl Fn() -> bool + Send + Clone + 'static,
        counted: impl Fn(&Visible),
    ) -> Result<Drawn, Unseen> {
        let SheetWanted { request, sheet, wide, highest } = wanted;
        if self.proof.as_ref().is_none_or(|(of, ..)| of != request) {
            self.proof = None;
            let seen = self.see(request.ceiling, is_old).map_err(|_| Unseen::Store)?;
            counted(seen);
            let proofed = request.proof(&seen.snapshot, named, author);
            let (proof, marking) = proofed.map_err(Unseen::Page)?;
            self.proof = Some((*request, proof, marking));
        }
        let drawn = self.proof.as_ref().and_then(|(_, proof, marking)| {
            let sheet = (*sheet).min(proof.count().saturating_sub(1));
            let Picture { width, height, pixels } = proof.draw(sheet, *wide, *highest)?;
            let image = ColorImage::from_rgb([width.into(), height.into()], &pixels);
            Some(Drawn { image, of: proof.count(), marking: *marking })
        });
        drawn.ok_or(Unseen::Page(Unwritable::Unfit(Unfit::Failed)))
    }

    /// The visible part of a dossier under a ceiling.
    fn see(
        &mut self,
        ceiling: Marking,
        is_old: impl Fn() -> bool + Send + Clone + 'static,
    ) -> Result<&Visible, Error> {
        let seen = match self.seen.take().filter(|(of, _)| *of == ceiling) {
            Some(seen) => seen,
            None => {
                let reader = self.reader.as_mut().ok_or(Error::Unreadable)?;
                let clearance = Clearance::new(Audience::Copy, ceiling);
                (ceiling, reader.visible(&clearance, is_old, |_, _| {})?)
            }
        };
        Ok(&self.seen.insert(seen).1)
    }
}

impl App {
    /// Has the sheet drawn that the dialog asks for.
    pub(super) fn preview(&mut self, wanted: SheetWanted) {
        let Session::Open(open) = &mut self.session else { return };
        let revision = open.document.revision();
        let is_new = self.previewer.as_ref().is_none_or(|it| it.revision != revision);
        let reader = match is_new.then(|| open.document.reader()).transpose() {
            Ok(reader) => reader,
            Err(error) => {
                let explanation = explain_store(self.text, &error, open.document.path());
                if let Some(Dialog::Export(draft)) = &mut self.dialog {
                    draft.preview = PagePreview::Failed(explanation.what);
                }
                return;
            }
        };
        let (named, author) = (open.named(&wanted.request), self.settings.signature());
        let previewer = self.previewer.get_or_insert_with(|| Previewer::new(self.jobs.tell()));
        previewer.revision = revision;
        let number = previewer.last.load(Ordering::Relaxed) + 1;
        previewer.last.store(number, Ordering::Relaxed);
        // The thread ends only with the previewer.
        let _ = previewer.asks.send(Ask { number, wanted, named, author, reader });
    }

    /// Discards the drawing once the dialog is gone.
    pub(super) fn follow_preview(&mut self) {
        if !matches!(self.dialog, Some(Dialog::Export(_))) {
            self.previewer = None;
        }
    }

    /// A sheet was drawn, or could not be.
    pub(super) fn previewed(&mut self, previewed: Previewed) {
        let Previewed { number, wanted, news } = previewed;
        let waits = |it: &Previewer| it.last.load(Ordering::Relaxed) == number;
        if !self.previewer.as_ref().is_some_and(waits) {
            return;
        }
        let Some(Dialog::Export(draft)) = &mut self.dialog else { return };
        let outcome = match news {
            News::Drawn(outcome) => outcome,
            News::Counted(seen_counts) => {
                let ceiling = wanted.request.ceiling;
                // In a room, people looking at this screen learn only how much is kept from it.
                if let Session::Open(open) = &self.session
                    && open.room.is_none()
                {
                    let snapshot = open.document.snapshot();
                    let named = withheld_by_name(self.text, snapshot, ceiling, &seen_counts);
                    draft.named.insert(ceiling, named);
                }
                draft.seen_counts.insert(ceiling, seen_counts);
                return;
            }
        };
        draft.preview = match outcome {
            Ok(Drawn { image, of, marking }) => {
                draft.sheet = draft.sheet.min(of.saturating_sub(1));
                let options = TextureOptions::LINEAR;
                let texture = self.context.load_texture("page", image, options);
                PagePreview::Shown(Sheet { texture, wanted, of, marking })
            }
            Err(Unseen::Page(unwritable @ Unwritable::Unfound(_))) => {
                PagePreview::Withheld(unwritable.words(self.text))
            }
            Err(Unseen::Page(unwritable)) => PagePreview::Failed(unwritable.words(self.text)),
            Err(Unseen::Store) => {
                PagePreview::Failed(self.text.get(msg!("export-no-preview")).to_owned())
            }
        };
    }
}
