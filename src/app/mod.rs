//! The window: what is open, and the three phases of a frame.
//!
//! [`logic`](eframe::App::logic) handles what happened outside: keys, finished jobs, files dropped
//! on the window. [`ui`](eframe::App::ui) draws, and the views queue actions. Then `dispatch`
//! carries out the queue.

mod adding;
mod aside;
mod choosing;
mod deleting;
mod dispatch;
mod drafting;
mod drawing;
mod dropped;
mod export;
mod files;
mod half_taken;
mod intake;
mod jobs;
mod logic;
mod making;
mod markings;
mod past;
mod place;
mod preferences;
mod preview;
mod resume;
mod review;
mod room;
mod safekeeping;
mod search;
mod session;
mod signing;
mod start;
mod status;
mod supposing;
mod taking;
mod tally;
mod text_file;
mod tour;
mod viewer;
mod waiting;
mod workspace;

use std::cell::RefCell;
use std::mem::Discriminant;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::CreationContext;
use egui::{Context, Ui};

use aside::{Aside, Leave};
use drawing::{central, cx, draw_intake, draw_merging, draw_open};
use jobs::Jobs;
use preview::Previewer;
use session::{Open, Session};
pub use start::{Awaited, run};
pub use viewer::Viewing;

use crate::analysis::Figures;
use crate::command::{Facts, Screen};
use crate::document::Document;
use crate::model::{Clock, DossierId};
use crate::settings::Settings;
use crate::store::{self, Passphrase};
use crate::text::{Text, msg};
use crate::ui::cx::{Action, Base, Trouble};
use crate::ui::dialogs::{self, Dialog, PasteDraft};
use crate::ui::shell::{self, Said, TopBar};
use crate::ui::state::{PageWork, ViewState};
use crate::ui::theme::{self, Theme};
use crate::ui::views;
use crate::ui::widgets::{note_busy, set_dividers};

/// Everything the window starts with.
#[derive(Default)]
pub struct Setup {
    /// The settings.
    pub settings: Settings,
    /// The dossier to show, if it is open already.
    pub document: Option<Document>,
    /// Its figures, if already computed.
    pub figures: Option<Figures>,
    /// A dossier being opened.
    pub opening: Option<Awaited>,
    /// A package to unpack a dossier from.
    pub package: Option<PathBuf>,
    /// Why a dossier could not be opened before the window existed.
    pub failure: Option<(PathBuf, store::Error)>,
    /// Why no backup of it could be made.
    pub backup: Option<store::Error>,
    /// The clock.
    pub clock: Clock,
    /// Whether this is the first start, which begins with the guided tour of the example.
    pub first: bool,
    /// Whether settings are saved.
    pub keeps_settings: bool,
    /// The language from the command line; it is not saved.
    pub language: Option<crate::model::Language>,
    /// Where previews for the viewer are stored, and what shows them.
    pub viewing: Viewing,
}

/// The window.
pub struct App {
    session: Session,
    // The room whose dossier is away.
    aside: Option<Aside>,
    settings: Settings,
    keeps_settings: bool,
    clock: Clock,
    text: Text,
    context: Context,
    jobs: Jobs,
    pending: Pending,
    // When a key or the mouse was last used.
    active: Touched,
    dialog: Option<Dialog>,
    notice: Option<Trouble>,
    // Things to report about a dossier once it is open.
    report: Option<Trouble>,
    status: Option<status::StatusLine>,
    queue: RefCell<Vec<Action>>,
    // Actions waiting until the field with the focus has saved its text.
    deferred: Vec<Action>,
    // Edits waiting for the user to give the name they are made under.
    unsigned: Vec<Action>,
    title: String,
    // Whether to ask how to open the room once the monitors are known.
    wants_room: bool,
    // The monitors, by name and size.
    monitors: Vec<String>,
    // Whether a field had the focus before this frame.
    typing: bool,
    closing: bool,
    // The receiver of the keys, as of the end of the last frame.
    shown: Option<Shown>,
    // Since when a job has been running, by the window's clock.
    working_since: Option<f64>,
    // Whether a key asked for a field that will not come.
    asked_field: bool,
    // Until when to wait for the content of the clipboard, by the window's clock.
    awaits_paste: Option<f64>,
    // Whether to start the guided tour once a dossier is open.
    first: bool,
    // When the first frame was drawn, by the window's clock, and whether the window's position has
    // been corrected since.
    begun: Option<f64>,
    put_right: bool,
    // Whether it still has to fill the screen, as it did when it was closed.
    fills: bool,
    // The dossier that was shown last.
    last_shown: Option<DossierId>,
    // The pages being made, in the order in which they were asked for.
    making: Vec<Arc<PageWork>>,
    // Whether the window closes once they are.
    closes_after_page: bool,
    // Draws the preview in the dialog that asks for a page.
    previewer: Option<Previewer>,
    viewing: Viewing,
    // The folders of the pages opened in the system's viewer; removed when dropped.
    viewed: Vec<store::Scratch>,
}

/// The receiver of the keys: the session, the screen, the dialog, and whether a menu is open.
type Shown = (Discriminant<Session>, Option<Screen>, Option<Discriminant<Dialog>>, bool);

/// A moment by two clocks: the window's clock stops while the machine sleeps, and the machine's
/// clock can be set.
#[derive(Clone, Copy, Debug)]
struct Touched {
    time: f64,
    moment: chrono::DateTime<chrono::Utc>,
}

impl App {
    /// Sets up a window.
    pub fn new(creation: &CreationContext<'_>, setup: Setup) -> Self {
        let context = &creation.egui_ctx;
        theme::install(context, setup.settings.theme);
        theme::keep_still(context, setup.settings.still);
        context.options_mut(|options| {
            options.zoom_with_keyboard = false;
            // If pressed on the wall, egui's own Ctrl+Q would close it without asking, and show
            // what is behind.
            options.quit_shortcuts.clear();
        });
        context.set_zoom_factor(setup.settings.zoom);
        set_dividers(context, &setup.settings.dividers);
        context.add_plugin(waiting::Waiting::default());
        let system = crate::cli::system_language();
        let text = Text::new(setup.language.or(setup.settings.language).unwrap_or(system));
        let fills = setup.settings.window.is_some_and(|place| place.maximised);
        let mut app = Self {
            session: Session::Start,
            aside: None,
            settings: setup.settings,
            keeps_settings: setup.keeps_settings,
            clock: setup.clock,
            text,
            context: context.clone(),
            jobs: Jobs::new(context, choosing::blank_dialog(creation)),
            pending: Pending::default(),
            active: Touched { time: 0.0, moment: setup.clock.now() },
            dialog: None,
            notice: None,
            report: None,
            status: None,
            queue: RefCell::default(),
            deferred: Vec::new(),
            unsigned: Vec::new(),
            title: String::new(),
            wants_room: false,
            monitors: Vec::new(),
            typing: false,
            closing: false,
            shown: None,
            working_since: None,
            asked_field: false,
            awaits_paste: None,
            first: setup.first,
            begun: None,
            put_right: false,
            fills,
            last_shown: None,
            making: Vec::new(),
            closes_after_page: false,
            previewer: None,
            viewing: setup.viewing,
            viewed: Vec::new(),
        };
        app.viewing.sweep();
        if let Some(document) = setup.document {
            let path = document.path().to_owned();
            app.show(document, setup.figures);
            app.warn_once(&path, setup.backup.as_ref());
            if std::mem::take(&mut app.first) {
                app.tour_to(Some(0));
            }
        }
        if let Some(Awaited { path, opening }) = setup.opening {
            app.session = Session::Loading(path.clone());
            app.jobs.wait_for(path, opening);
        }
        if let Some((path, error)) = setup.failure {
            app.not_opened(&path, &error);
        }
        if let Some(path) = setup.package {
            app.open(path, None);
        }
        app
    }

    /// The open dossier.
    pub fn document(&self) -> Option<&Document> {
        match &self.session {
            Session::Open(open) => Some(&open.document),
            _ => None,
        }
    }

    /// The settings as they are now.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Shows a dossier, replacing the one that was open.
    fn show(&mut self, mut document: Document, figures: Option<Figures>) {
        self.write_all_spoken();
        self.unsigned.clear();
        let id = document.snapshot().dossier.id;
        if self.last_shown.replace(id) != Some(id) {
            begin_at_the_top(&self.context);
        }
        document.set_clock(self.clock);
        document.set_author(self.settings.signature());
        self.remember(document.path());
        let mut open = Open::new(&self.context, document, figures, (self.clock.today(), self.text));
        self.come_back(&mut open);
        if open.workspace.drafts() > 0 {
            let drafts = [("count", open.workspace.drafts().into())];
            self.say(&self.context.clone(), self.text.with(msg!("said-drafts"), &drafts));
        }
        let open = Session::Open(Box::new(open));
        let before = std::mem::replace(&mut self.session, open);
        if let (Session::Open(before), Session::Open(open)) = (before, &mut self.session) {
            if before.document.snapshot().dossier.id == open.document.snapshot().dossier.id {
                // They could not be written to the old file, which was replaced on disk; this is
                // the copy saved instead.
                open.left.extend(before.left);
            } else {
                self.viewed.clear();
            }
        }
        let context = self.context.clone();
        if matches!(&self.session, Session::Open(open) if !open.left.is_empty()) {
            self.say(&context, self.text.get(msg!("said-tally-kept")).to_owned());
            self.write_left();
        }
    }

    fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.keep_settings();
    }

    fn keep_settings(&mut self) {
        if self.keeps_settings
            && let Err(error) = self.settings.save()
        {
            // Nothing of a dossier is lost, and the next change tries again.
            tracing::warn!(%error, "the settings could not be kept");
        }
    }

    fn facts(&self) -> Facts {
        match &self.session {
            Session::Open(open) => open.facts(),
            other => {
                let room = self.room();
                let frozen = room.is_some_and(|room| room.frozen);
                let protected = other.shown().is_some_and(|open| open.document.is_protected());
                Facts { room: room.is_some(), frozen, protected, ..Facts::default() }
            }
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        let (theme, today) = (Theme::of(ui), self.clock.today());
        let base = Base { theme, text: self.text, today, queue: &self.queue };
        let facts = self.facts();
        if let Session::Open(open) = &mut self.session {
            open.refresh(ui, self.clock, self.text);
        }
        let room = match &self.session {
            Session::Open(open) => open.room.as_deref(),
            _ => self.aside.as_ref().map(Aside::room),
        };
        let document = self.session.shown().map(|open| &open.document);
        let recounts = match &self.session {
            Session::Open(open) => {
                let (back, again) = open.recounts();
                back || again
            }
            _ => false,
        };
        let bar = TopBar {
            dossier: document.map(|document| &document.snapshot().dossier),
            history: document.map(Document::history).filter(|_| !recounts),
            facts,
            recent: &self.settings.recent,
            room,
        };
        shell::top_bar(ui, &base, &bar);
        if let Some(notice) = &self.notice {
            shell::notice(ui, &base, notice);
        }
        if let Some(words) = self.hovering(ui) {
            shell::hovering(ui, &base, &words);
        }
        let page = self.page_words();
        let said = Said {
            words: self.status.as_ref().map(|status| status.words.as_str()),
            undo: self.status.as_ref().is_some_and(|status| status.step.is_some()),
            page: page.as_ref().map(|(words, part)| (words.as_str(), *part)),
        };
        match &mut self.session {
            Session::Open(open) => {
                let author = self.settings.signature();
                let parts = cx(base, open, self.clock, &author);
                let dialog = self.dialog.as_mut();
                match (parts.merging, parts.intake) {
                    (Some(merging), _) => draw_merging(ui, &parts.drawn, merging, dialog),
                    (None, Some(intake)) => {
                        let room = parts.room.as_deref();
                        draw_intake(ui, &parts.drawn, intake, room, said, dialog);
                    }
                    (None, None) => {
                        let room = parts.room.as_deref_mut();
                        draw_open(ui, &parts.drawn, parts.view, room, said, dialog);
                    }
                }
            }
            Session::Taking(open) => {
                let author = self.settings.signature();
                let parts = cx(base, open, self.clock, &author);
                if let Some(intake) = parts.intake {
                    draw_intake(ui, &parts.drawn, intake, None, said, self.dialog.as_mut());
                }
            }
            other => {
                central(&base).show(ui, |ui| {
                    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| match other {
                        Session::Loading(path) => shell::loading(ui, &base, &shell::Loading(path)),
                        Session::Waiting { path, .. } => shell::waiting(ui, &base, path),
                        Session::Failed(trouble) => {
                            shell::failed(ui, &base, trouble, &self.settings.recent);
                        }
                        Session::Locked { draft, .. } => {
                            let room = self.aside.as_ref().map(Aside::room);
                            shell::locked(ui, &base, draft, room);
                        }
                        _ => shell::start(ui, &base, &self.settings.recent),
                    });
                });
                if let Some(dialog) = &mut self.dialog {
                    dialogs::show(ui, &base, None, None, dialog);
                }
            }
        }
    }
}

/// Forgets all scroll positions: those were in another dossier.
fn begin_at_the_top(context: &Context) {
    context.data_mut(|data| data.remove_by_type::<egui::scroll_area::State>());
}

/// A table to import once the dossier for it is made.
enum WaitingTable {
    /// The one in this file.
    File(PathBuf),
    /// Pasted text.
    Pasted(String),
}

/// Choices made earlier, to be used once a path has been chosen.
#[derive(Default)]
struct Pending {
    source: Option<PathBuf>,
    passphrase: Option<Passphrase>,
    // The table a dossier is made from.
    paste: Option<Box<PasteDraft>>,
    // The act on hold until the user agrees to close the room.
    leave: Option<Leave>,
    // Whether the user typed the passphrase being tried.
    typed: bool,
    // Whether the table being read has the titles of another table's roll calls.
    titles: bool,
    // The hash of that table's content before the lock, if it is read again.
    titles_hash: Option<String>,
    // The table to import once the dossier for it is made.
    table: Option<WaitingTable>,
    // Whether records named by the table being read are created, because the dossier is new.
    creates: bool,
    // The table being read again, as it was when the lock came.
    half_taken: Option<Box<views::KeptIntake>>,
}

impl eframe::App for App {
    fn logic(&mut self, context: &Context, frame: &mut eframe::Frame) {
        if std::mem::take(&mut self.wants_room) {
            self.monitors = start::monitors(frame);
            self.ask_room();
        }
        self.stay_on_screen(context, frame);
        self.note_place(context);
        self.zoom_by_wheel(context);
        self.take_in(context);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
        self.show_room(ui);
        note_busy(ui);
        self.carry_out(ui);
        self.leave_slide();
        self.with_view(ViewState::note_spot);
        self.inspect_selection(ui);
        self.keep_searching(ui);
        self.keep_workspace(ui, false);
        self.rest(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
