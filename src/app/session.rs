//! The dossier, package or merge that the window has open.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::Context;
use uuid::Uuid;

use super::search::Search;
use super::supposing::Supposed;
use super::tally::{AllSpoken, moment};
use super::workspace::Workspace;
use crate::analysis::{Days, Figures, Version};
use crate::command::{Facts, Screen};
use crate::document::{Document, FieldChange};
use crate::explain::{brought_labels, renamed_labels};
use crate::model::{Clock, Language, Marking, PositionId, RecordId, Snapshot};
use crate::report::{Format, Named, Request, Subject};
use crate::store::RecordChange;
use crate::text::Text;
use crate::ui::cx::Trouble;
use crate::ui::dialogs::passphrase::PassphraseDraft;
use crate::ui::room::Room;
use crate::ui::state::ViewState;
use crate::ui::views::{Intake, Merging};

/// The dossier, package or merge that the window has open.
pub(super) enum Session {
    /// Nothing yet: the start screen.
    Start,
    /// A dossier is being opened.
    Loading(PathBuf),
    /// Another program has a dossier open; waiting until it is free.
    Waiting {
        /// The dossier.
        path: PathBuf,
        /// When to check again, by the window's clock.
        next: f64,
    },
    /// It could not be opened.
    Failed(Trouble),
    /// A dossier is locked: nothing of it is in memory except what an open room may show, which is
    /// kept aside.
    Locked {
        /// The dossier.
        path: PathBuf,
        /// The passphrase as it is being typed.
        draft: PassphraseDraft,
    },
    /// A table is being imported: the dossier is away with the thread that does it, and its
    /// substitute can only be read.
    Taking(Box<Open>),
    /// A dossier.
    Open(Box<Open>),
}

impl Session {
    /// The dossier on screen, or its substitute.
    pub(super) fn shown(&self) -> Option<&Open> {
        match self {
            Self::Open(open) | Self::Taking(open) => Some(open),
            Self::Start
            | Self::Loading(_)
            | Self::Waiting { .. }
            | Self::Failed(_)
            | Self::Locked { .. } => None,
        }
    }
}

/// An open dossier with its figures and view state.
pub(super) struct Open {
    /// The dossier.
    pub document: Document,
    /// The figures.
    pub figures: Arc<Figures>,
    /// The view state.
    pub view: ViewState,
    /// The entries set last: until others are, dating them is part of setting them.
    pub just_set: Vec<PositionId>,
    /// The change log since the first day of the trend, and the state it was read for.
    pub changed: Option<(Kept, Vec<FieldChange>)>,
    /// The changes of one record, and the state they were read for.
    pub record_changes: Option<(Kept, RecordId, Vec<RecordChange>)>,
    /// Labels of the steps that merges brought in and of those on records called otherwise now, and
    /// the state and language they were made for.
    pub brought: Option<(Kept, Language, HashMap<Uuid, String>)>,
    /// The user's place, and half-typed text.
    pub workspace: Workspace,
    /// A review that is being merged.
    pub merging: Option<Box<Merging>>,
    /// A table being imported.
    pub intake: Option<Box<Intake>>,
    /// The dossier as it was, while that is shown.
    pub past: Option<Box<Past>>,
    /// The dossier under the scenario in view.
    pub supposed: Option<Box<Supposed>>,
    /// Its full-text index.
    pub search: Search,
    /// The room, while one is open.
    pub room: Option<Box<Room>>,
    /// The ceiling of the last room, with which its handout starts.
    pub room_ceiling: Option<Marking>,
    /// The answers given without names in a room that was never closed.
    pub left: AllSpoken,
    /// The page last agreed to, and the records it is on.
    pub agreed: Option<(Request, Named)>,
    /// The format last chosen for a file of each page.
    pub formats: BTreeMap<Subject, Format>,
    /// The page that could not be written, and the screen it was asked for from.
    pub unwritten: Option<(Screen, Request)>,
}

/// The state of the figures and of the history something was read for.
type Kept = (Version, u64);

/// The dossier as it was after an earlier step.
pub(super) struct Past {
    /// The sequence number of the step.
    pub seq: i64,
    /// Its records at that time.
    pub snapshot: Snapshot,
    /// The figures of that state.
    pub figures: Arc<Figures>,
    /// The screen from which it was opened.
    pub from: Screen,
}

/// Brings figures up to date with another state, day or language; for a large dossier on a thread
/// of their own, which wakes the window when it is done.
pub(super) fn bring_up_to_date(
    figures: &mut Arc<Figures>,
    (snapshot, days, text): (&Snapshot, Days, Text),
    context: &Context,
) {
    if !figures.are_of(snapshot, days, text) {
        *figures = Arc::new(figures.follow(snapshot, days, text));
    }
    let ready = figures.are_ready() && figures.counted().is_some();
    if !ready && figures.begin() {
        let (figures, context) = (figures.clone(), context.clone());
        std::thread::spawn(move || {
            figures.build();
            context.request_repaint();
        });
    }
}

impl Open {
    /// Opens a dossier at the user's last place, or on its home screen.
    pub(super) fn new(
        context: &Context,
        document: Document,
        figures: Option<Figures>,
        (today, text): (NaiveDate, Text),
    ) -> Self {
        let mut view = ViewState::new();
        // A workspace that cannot be read only costs the way back to the user's last place.
        let workspace =
            Workspace::take_up(context, document.workspace().unwrap_or_default(), &mut view);
        let left = workspace.spoken();
        // Nothing is computed here; for a large dossier that happens on another thread.
        let new = || Figures::new(document.snapshot(), view.days(today), text);
        let figures = Arc::new(figures.unwrap_or_else(new));
        Self {
            document,
            figures,
            view,
            just_set: Vec::new(),
            changed: None,
            record_changes: None,
            brought: None,
            workspace,
            merging: None,
            intake: None,
            past: None,
            supposed: None,
            search: Search::default(),
            room: None,
            left,
            agreed: None,
            formats: BTreeMap::new(),
            room_ceiling: None,
            unwritten: None,
        }
    }

    /// Brings the figures up to date with the dossier and the day shown.
    pub(super) fn refresh(&mut self, context: &Context, clock: Clock, text: Text) {
        let days = self.view.days(clock.today());
        let now = (self.document.snapshot(), days, text);
        bring_up_to_date(&mut self.figures, now, context);
        if let Some(past) = &mut self.past {
            bring_up_to_date(&mut past.figures, (&past.snapshot, days, text), context);
        }
        self.suppose(context, days, text);
        self.search.follow(&self.document);
        if let Some(room) = &mut self.room {
            room.now = Some(clock.now());
            room.refresh(&self.document, clock.today(), text);
        }
        let version = (self.figures.version(), self.document.revision());
        let wanted = self.view.history_of;
        let kept = self.record_changes.as_ref().map(|(kept, record, _)| (*kept, *record));
        if let Some(record) = wanted.filter(|record| kept != Some((version, *record))) {
            let changes = self.document.record_changes(record).unwrap_or_default();
            self.record_changes = Some((version, record, changes));
        }
        let kept = self.brought.as_ref().map(|(kept, language, _)| (*kept, *language));
        let now = (version, text.language());
        if self.view.screen == Screen::History && kept != Some(now) {
            let steps = self.document.brought().unwrap_or_default();
            let subjects = self.document.subjects().unwrap_or_default();
            let (snapshot, history) = (self.document.snapshot(), self.document.history());
            let mut labels = renamed_labels(text, snapshot, history, &subjects);
            labels.extend(brought_labels(text, snapshot, &steps));
            self.brought = Some((version, text.language(), labels));
        }
        let shown = self.view.screen == Screen::History && self.view.changes.shown;
        if shown && self.changed.as_ref().is_none_or(|(kept, _)| *kept != version) {
            let changed = self.document.field_changes(days.since, days.as_of);
            // The check reports an unreadable log; here it shows as empty.
            self.changed = Some((version, changed.unwrap_or_default()));
        }
    }

    /// Whether undo and redo apply to counts in the room that are not in the dossier yet. On other
    /// screens they apply to the dossier only: nobody there sees what the wall would lose.
    pub(super) fn recounts(&self) -> (bool, bool) {
        let now = moment(self.document.history());
        let room = self.room.as_ref().filter(|_| self.view.screen == Screen::Room);
        let back = room.is_some_and(|room| room.can_take_back(now));
        (back, room.is_some_and(|room| room.can_count_again(now)))
    }

    /// Takes over from the file what a merge has brought from rooms elsewhere.
    pub(super) fn take_up_told(&mut self) {
        // If it cannot be read, nothing else can be written either, and that is reported.
        let Ok(told) = self.document.told_splits() else { return };
        if let Some(room) = &mut self.room {
            room.told.take_over(&told);
        }
        self.workspace.take_up_told(&told);
    }

    /// Whether neither a review is being merged nor a table imported.
    fn is_at_rest(&self) -> bool {
        self.merging.is_none() && self.intake.is_none()
    }

    /// The facts that decide which commands are enabled now.
    pub(super) fn facts(&self) -> Facts {
        let view = self.view.screen.view();
        Facts {
            open: true,
            writable: !self.document.is_read_only() && self.past.is_none() && self.is_at_rest(),
            can_undo: self.document.history().next_undo().is_some() || self.recounts().0,
            can_redo: self.document.history().next_redo().is_some() || self.recounts().1,
            can_add: (view.add)(&self.view).is_some(),
            // The library is fixed, but the terms beside it belong to the dossier.
            can_delete: !self.view.deletable().is_empty(),
            can_filter: view.can_filter,
            current: self.past.is_none() && self.is_at_rest(),
            room: self.room.is_some(),
            frozen: self.room.as_ref().is_some_and(|room| room.frozen),
            on_matrix: self.view.screen == Screen::Matrix,
            on_proposal: self.view.selection.proposal().is_some(),
            protected: self.document.is_protected(),
            can_go_back: self.view.trail.can_go_back(),
            can_go_forward: self.view.trail.can_go_forward(),
        }
    }
}
