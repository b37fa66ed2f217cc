//! The window: what is open, and the three phases of a frame.
//!
//! [`logic`](eframe::App::logic) takes in what happened outside: keys, finished
//! jobs, files dropped on the window. [`ui`](eframe::App::ui) draws and lets the
//! views queue. Then `dispatch` carries the queue out.

mod adding;
mod dispatch;
mod jobs;
mod logic;
mod session;
mod start;

use std::cell::RefCell;
use std::path::Path;

use eframe::CreationContext;
use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui};

use jobs::Jobs;
use session::{Open, Session};
pub use start::{restart_variable, run};

use crate::command::Facts;
use crate::document::Document;
use crate::explain::Explanation;
use crate::model::Clock;
use crate::settings::Settings;
use crate::text::Text;
use crate::ui::cx::{Action, Base, Cx};
use crate::ui::dialogs::{self, Dialog};
use crate::ui::shell::{self, Status, TopBar};
use crate::ui::theme::{self, Theme, points};
use crate::ui::{inspector, views};

/// What the window starts with.
#[derive(Default)]
pub struct Setup {
    /// The settings.
    pub settings: Settings,
    /// The dossier to show, if it is open already.
    pub document: Option<Document>,
    /// What went wrong before the window was there.
    pub failure: Option<Explanation>,
    /// The clock.
    pub clock: Clock,
    /// Whether settings are kept.
    pub keeps_settings: bool,
    /// The language asked for on the command line; it is not kept.
    pub language: Option<crate::model::Language>,
}

/// The window.
pub struct App {
    session: Session,
    settings: Settings,
    keeps_settings: bool,
    clock: Clock,
    text: Text,
    jobs: Jobs,
    dialog: Option<Dialog>,
    notice: Option<Explanation>,
    said: Option<(String, f64)>,
    queue: RefCell<Vec<Action>>,
    // What waits until the field that has the focus has been left.
    deferred: Vec<Action>,
    title: String,
    // Whether a field had the focus before this frame.
    typing: bool,
    closing: bool,
}

impl App {
    /// Sets up a window.
    pub fn new(creation: &CreationContext<'_>, setup: Setup) -> Self {
        let context = &creation.egui_ctx;
        theme::install(context, setup.settings.theme);
        context.options_mut(|options| options.zoom_with_keyboard = false);
        context.set_zoom_factor(setup.settings.zoom);
        let system = crate::cli::system_language();
        let text = Text::new(setup.language.or(setup.settings.language).unwrap_or(system));
        let mut app = Self {
            session: setup.failure.map_or(Session::Start, Session::Failed),
            settings: setup.settings,
            keeps_settings: setup.keeps_settings,
            clock: setup.clock,
            text,
            jobs: Jobs::new(context),
            dialog: None,
            notice: None,
            said: None,
            queue: RefCell::default(),
            deferred: Vec::new(),
            title: String::new(),
            typing: false,
            closing: false,
        };
        if let Some(document) = setup.document {
            app.show(document);
        }
        app
    }

    /// The dossier that is open.
    pub fn document(&self) -> Option<&Document> {
        match &self.session {
            Session::Open(open) => Some(&open.document),
            _ => None,
        }
    }

    /// Shows a dossier, in place of what was open.
    fn show(&mut self, mut document: Document) {
        document.set_clock(self.clock);
        document.set_author(self.settings.author.as_str());
        self.remember(document.path());
        self.session = Session::Open(Box::new(Open::new(document, self.clock, self.text)));
    }

    fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.keep_settings();
    }

    fn keep_settings(&mut self) {
        if self.keeps_settings
            && let Err(error) = self.settings.save()
        {
            // Nothing of a dossier is lost by it, and the next change tries again.
            tracing::warn!(%error, "the settings could not be kept");
        }
    }

    fn facts(&self) -> Facts {
        match &self.session {
            Session::Open(open) => open.facts(),
            _ => Facts::default(),
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        let base = Base { theme: Theme::of(ui), text: self.text, queue: &self.queue };
        let facts = self.facts();
        if let Session::Open(open) = &mut self.session {
            open.refresh(self.clock, self.text);
        }
        let document = match &self.session {
            Session::Open(open) => Some(&open.document),
            _ => None,
        };
        let bar = TopBar {
            dossier: document.map(|document| &document.snapshot().dossier),
            history: document.map(Document::history),
            facts,
            recent: &self.settings.recent,
        };
        shell::top_bar(ui, &base, &bar);
        if let Some(notice) = &self.notice {
            shell::notice(ui, &base, notice);
        }
        let hint = self.said.as_ref().map(|(words, _)| words.as_str());
        match &mut self.session {
            Session::Open(open) => {
                let cx = cx(base, open_parts(open), self.clock, &self.settings.author);
                draw_open(ui, &cx.0, cx.1, hint, self.dialog.as_mut());
            }
            other => {
                central(&base).show(ui, |ui| {
                    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| match other {
                        Session::Loading(path) => views::loading(ui, &base, &views::Loading(path)),
                        Session::Failed(explanation) => {
                            views::failed(ui, &base, explanation, &self.settings.recent);
                        }
                        _ => views::start(ui, &base, &self.settings.recent),
                    });
                });
                if let Some(dialog) = &mut self.dialog {
                    dialogs::show(ui, &base, None, dialog);
                }
            }
        }
    }
}

type Parts<'a> = (
    &'a Document,
    &'a [crate::document::FieldChange],
    &'a crate::ui::derived::Derived,
    &'a mut crate::ui::state::ViewState,
);

fn open_parts(open: &mut Open) -> Parts<'_> {
    let changed = open.changed.as_ref().map_or(&[][..], |(_, changed)| changed);
    (&open.document, changed, &open.derived, &mut open.view)
}

fn cx<'a>(
    base: Base<'a>,
    (document, changed, derived, view): Parts<'a>,
    clock: Clock,
    author: &'a str,
) -> (Drawn<'a>, &'a mut crate::ui::state::ViewState) {
    let today = clock.today();
    let cx = Cx {
        snapshot: document.snapshot(),
        history: document.history(),
        changed,
        derived,
        as_of: view.as_of.unwrap_or(today),
        today,
        now: clock.now(),
        author,
        read_only: document.is_read_only(),
        base,
    };
    (Drawn { cx, saved: document.saved() }, view)
}

/// What an open dossier is drawn from.
struct Drawn<'a> {
    cx: Cx<'a>,
    saved: Option<chrono::DateTime<chrono::Utc>>,
}

fn draw_open(
    ui: &mut Ui,
    drawn: &Drawn<'_>,
    view: &mut crate::ui::state::ViewState,
    said: Option<&str>,
    dialog: Option<&mut Dialog>,
) {
    let cx = &drawn.cx;
    if cx.read_only {
        shell::read_only(ui, cx);
    }
    let hint = said.unwrap_or_else(|| cx.text.get(view.screen.hint()));
    let status = Status {
        saved: drawn.saved,
        read_only: cx.read_only,
        parties: cx.snapshot.parties.len(),
        proposals: cx.snapshot.proposals.len(),
        unknown: cx.derived.unknown,
        as_of: view.as_of,
        hint,
    };
    shell::status(ui, cx, &status);
    shell::nav(ui, cx, view.screen, cx.snapshot);
    let sizes = cx.theme.sizes;
    let hidden = view.inspector_hidden;
    let mut open = !hidden;
    let width = sizes.shell.inspector;
    let frame = Frame::new()
        .fill(cx.theme.colours.surface)
        .inner_margin(Margin::same(points(sizes.space.l)));
    if view.screen.has_inspector(view.selection) {
        Panel::right("inspector")
            .default_size(width)
            .size_range(width * 0.8..=width * 2.0)
            .frame(frame)
            .show_collapsible(ui, &mut open, |ui| inspector::show(ui, cx, view));
        view.inspector_hidden = !open;
    }
    central(cx).show(ui, |ui| views::show(ui, cx, view));
    if let Some(dialog) = dialog {
        dialogs::show(ui, cx, Some(cx), dialog);
    }
}

fn central(base: &Base<'_>) -> CentralPanel {
    let space = &base.theme.sizes.space;
    let margin =
        Margin { left: points(space.l), right: points(space.s), top: points(space.m), bottom: 0 };
    let frame = Frame::new().fill(base.theme.colours.paper).inner_margin(margin);
    CentralPanel::default().frame(frame)
}

impl eframe::App for App {
    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        self.take_in(context);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
        self.carry_out(ui);
        self.inspect_selection(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
