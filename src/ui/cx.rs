//! The context handed to every view: what it can read, and the queue it pushes actions to.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::state::{IntakeAct, RoomAct, Selection, SheetWanted};
use super::theme::Theme;
use crate::analysis::{Assumptions, Figures, Pair, Version, pairs};
use crate::command::{Command, Screen};
use crate::document::{Edit, FieldChange, History, Refusal, SearchIndex, assess_edit};
use crate::explain::Explanation;
use crate::library::obstacle_text;
use crate::library::templates::Template;
use crate::model::{
    Marking, Obstacle, PartyId, PositionId, ProposalId, RecordId, SavedView, Scenario, ScenarioId,
    Severity, Snapshot,
};
use crate::report::Request;
use crate::settings::Settings;
use crate::store::{Change, Passphrase, RecordChange, Step};
use crate::text::{Message, Text, msg};

/// How many cells an edit of stances covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellCount {
    /// Cells that get a stance, including those that already have it.
    pub given: usize,
    /// Cells given as having no stance; they are left as they are.
    pub silent: usize,
    /// Stances that fall outside the matrix; they are dropped.
    pub outside: usize,
}

/// Something to do once the frame is drawn.
///
/// Views only queue; `app::dispatch` carries out. egui may run a view twice in one frame, so a view
/// that acted at once could act twice.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Carry out a command.
    Command(Command),
    /// Make an edit.
    Apply(Edit),
    /// Set several stances: asks first when the number is large, and reports it afterwards.
    Stances(Box<Edit>, CellCount),
    /// Set the stances the user was asked about.
    SetStances(Box<Edit>),
    /// Review pasted text as a table before it is imported.
    TakePasted(String),
    /// Select something, which shows it in the inspector.
    Select(Selection),
    /// Make an edit, and report it in these words.
    ApplyAndSay(Box<Edit>, String),
    /// Ask for what an edit of many records still needs.
    Ask(Asked),
    /// Ask before deleting records, listing what is deleted along with them.
    AskDelete(Vec<RecordId>),
    /// Delete records, in one step.
    Delete(Vec<RecordId>),
    /// Close the dialog or the notice.
    Dismiss,
    /// Close the notice.
    DismissNotice,
    /// Continue with the table being imported.
    Intake(IntakeAct),
    /// Ask before marking these records, and say how many become less confidential.
    AskMark(Vec<RecordId>, Option<Marking>),
    /// Mark these records; `None` means the dossier's own marking.
    Mark(Vec<RecordId>, Option<Marking>),
    /// Count what a copy for others under this ceiling would contain.
    Weigh(Marking),
    /// Choose where to save a copy for others under this ceiling.
    Redact(Marking, Cover),
    /// Make this page, for this use.
    Export(Request, Cover, Use),
    /// Draw a sheet of the page that the dialog asks for.
    Preview(SheetWanted),
    /// Cancel the page being made.
    StopPage,
    /// Save these settings.
    Settings(Settings),
    /// Open this dossier.
    OpenPath(PathBuf),
    /// Continue with the chosen path.
    Chosen(Purpose, PathBuf),
    /// Choose where to create a dossier from this template.
    NewFrom(Template),
    /// Choose where to create a dossier from the pasted table.
    MakeOf,
    /// Clear the list of recent files.
    ForgetRecent,
    /// Show another day; `None` is today.
    AsOf(Option<NaiveDate>),
    /// Show a message briefly in the status bar.
    Say(String),
    /// Put text on the clipboard.
    CopyText(String),
    /// Accept an offer.
    Offer(Offer),
    /// Continue with this passphrase.
    Unlock(Unlock, Passphrase),
    /// Set the dossier's passphrase, or remove it.
    Protect(Option<Passphrase>),
    /// Pack the dossier under this passphrase, or covered as chosen.
    Send(Option<Passphrase>, Cover),
    /// Ask for the file of a text to be added as a version.
    ChooseText,
    /// Restore this backup into a new file.
    Restore(PathBuf),
    /// Store the text half typed in a field; `None` discards it.
    Draft(RecordId, &'static str, Option<String>),
    /// Carry out the merge as decided.
    Merge,
    /// Merge even though content the other copy protects will have no passphrase here.
    MergeInTheOpen,
    /// Set a passphrase first, then merge what the other copy protects.
    ProtectFirst,
    /// Show the dossier as it was after the step with this sequence number; `None` is now.
    LookAt(Option<i64>),
    /// Show the matrix under this scenario; `None` is the dossier as it is.
    LookUnder(Option<ScenarioId>),
    /// Restore the dossier to its state after the step with this sequence number.
    BringBack(i64),
    /// Set the name and role under which entries are made, once.
    Sign(String, String),
    /// Restore the value a field had before this change.
    RestoreField(Box<Change>),
    /// Show the help page of a screen.
    Help(Screen),
    /// Go to a step of the guided tour; `None` leaves it.
    Tour(Option<usize>),
    /// Act on the room.
    Room(RoomAct),
    /// Close the room, then do what was waiting for that.
    LeaveRoom,
}

/// A question asked before an edit of many records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The value they get in this column.
    Field(Vec<RecordId>, &'static str),
    /// The name of the new group that these parties become members of.
    NewGroup(Vec<PartyId>),
    /// The name of this view, which is new unless the dossier has it.
    View(SavedView),
}

/// The purpose of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To be handed over, as a file.
    File,
    /// To be viewed and printed, in the system's viewer.
    Viewer,
    /// To be pasted elsewhere, as a picture.
    Clipboard,
}

/// A way out offered when something goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Wait until this file is free, then open it.
    Wait(PathBuf),
    /// Copy this file, which another program has open, and work on the copy.
    CopyOf(PathBuf),
    /// Restore this backup into a new file.
    Backup(PathBuf),
    /// Copy whatever can still be read of this file to a new one.
    Salvage(PathBuf),
    /// Merge this copy into the open dossier.
    Merge(PathBuf),
    /// Save the open dossier under another name.
    Rescue,
    /// Try again to open this file.
    Again(PathBuf),
    /// Make a dossier from this table.
    MakeOf(PathBuf),
    /// Write the page over this file.
    Replace(Request, Cover, PathBuf),
}

impl Offer {
    /// The message id of the button's label.
    pub fn words(&self) -> Message {
        match self {
            Self::Wait(_) => msg!("offer-wait"),
            Self::CopyOf(_) => msg!("offer-copy"),
            Self::Backup(_) => msg!("offer-backup"),
            Self::Salvage(_) => msg!("offer-salvage"),
            Self::Merge(_) => msg!("offer-merge"),
            Self::Rescue => msg!("offer-rescue"),
            Self::Again(_) => msg!("offer-again"),
            Self::MakeOf(_) => msg!("offer-make-of"),
            Self::Replace(..) => msg!("offer-replace"),
        }
    }
}

/// Something that went wrong, and what can be done about it in one click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The error, whether the data is safe, and the next step.
    pub explanation: Explanation,
    /// The remedies offered.
    pub offers: Vec<Offer>,
    /// A warning only: nothing has gone wrong yet.
    pub only_warns: bool,
}

impl Trouble {
    /// A warning, with nothing offered.
    pub fn warning(explanation: Explanation) -> Self {
        Self { explanation, offers: Vec::new(), only_warns: true }
    }
}

impl From<Explanation> for Trouble {
    fn from(explanation: Explanation) -> Self {
        Self { explanation, offers: Vec::new(), only_warns: false }
    }
}

/// The purpose of asking for a passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unlock {
    /// To open this dossier.
    Open(PathBuf),
    /// To take the dossier out of this package.
    Package(PathBuf),
    /// To merge this copy or package.
    Review(PathBuf),
}

/// The purpose of choosing a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open the dossier at it.
    Open,
    /// To create a dossier there.
    New(Template),
    /// To create a dossier from a pasted table there.
    NewOf,
    /// To save a copy there.
    Copy,
    /// To import the table at it.
    Import,
    /// To take the titles of roll calls from the table at it.
    Titles,
    /// To take the text at it as a version.
    Text,
    /// To save there how a table is read.
    Mapping,
    /// To save a copy there and work on it.
    WorkOnCopy,
    /// To copy a file there that another program has open.
    CopyOf,
    /// To restore a backup there.
    Restore,
    /// To save the open dossier there after its file was lost.
    Rescue,
    /// To save there what can be read of a damaged file.
    Salvage,
    /// To put a package there.
    Send(Cover),
    /// To put the dossier of a package there.
    Unpack,
    /// To merge the copy or package at it.
    Review,
    /// To make a copy for others there, under a ceiling.
    Redact(Marking, Cover),
    /// To write this page there.
    Export(Request, Cover),
}

/// How something that leaves a dossier is protected on its way.
///
/// Passed along until the file is written: another dossier may be opened in the meantime, and the
/// choice does not apply to that one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// With a passphrase of its own.
    Wrapped,
    /// With none, as the dossier has none either.
    Plain,
    /// With none although the dossier has one; the user has explicitly agreed.
    InTheOpen,
}

impl Purpose {
    /// The message id of the file dialog's title.
    pub fn title(self) -> Message {
        match self {
            Self::Open => msg!("choose-open"),
            Self::New(_) | Self::NewOf => msg!("choose-new"),
            Self::Copy => msg!("choose-copy"),
            Self::Import => msg!("choose-import"),
            Self::Titles => msg!("choose-titles"),
            Self::Text => msg!("choose-text"),
            Self::Mapping => msg!("choose-mapping"),
            Self::WorkOnCopy | Self::CopyOf => msg!("choose-work-on-copy"),
            Self::Restore => msg!("choose-restore"),
            Self::Rescue => msg!("choose-rescue"),
            Self::Salvage => msg!("choose-salvage"),
            Self::Send(_) => msg!("choose-send"),
            Self::Unpack => msg!("choose-unpack"),
            Self::Review => msg!("choose-review"),
            Self::Redact(..) => msg!("choose-redact"),
            Self::Export(..) => msg!("choose-export"),
        }
    }
}

/// Why nothing can be changed: the dossier is shown as it was, or is only being read here.
pub(crate) fn read_only_words(past: bool) -> Message {
    if past { msg!("past-only-read") } else { msg!("banner-read-only") }
}

/// The parts of an open dossier that a view can see.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// All records.
    pub snapshot: &'a Snapshot,
    /// The steps so far.
    pub history: &'a History,
    /// The change log since the first day of the trend; empty unless a view on screen needs it.
    pub changed: &'a [FieldChange],
    /// Changes to the record whose history the inspector shows.
    pub record_changes: &'a [RecordChange],
    /// Labels for steps that merges brought in, and for those on records that are called otherwise
    /// now; `None` unless a view on screen needs them.
    pub brought: Option<&'a HashMap<Uuid, String>>,
    /// The step the dossier is shown as of; `None` is now.
    pub past: Option<i64>,
    /// The scenario under which the records are shown, if any.
    pub under: Option<Under<'a>>,
    /// Figures computed from the records.
    pub figures: &'a Figures,
    /// The full-text index; `None` until it has been built.
    pub search: Option<&'a SearchIndex>,
    /// The day shown.
    pub as_of: NaiveDate,
    /// Now.
    pub now: DateTime<Utc>,
    /// The name under which entries are made.
    pub author: &'a str,
    /// The entries set last: until others are, dating them is part of setting them.
    pub just_set: &'a [PositionId],
    /// Whether the dossier is read-only.
    pub read_only: bool,
    /// The part of the context that exists with or without a dossier.
    pub base: Base<'a>,
}

/// The scenario under which a screen shows the dossier.
#[derive(Clone, Copy)]
pub struct Under<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The cells that it affects.
    pub cells: &'a Assumptions,
    /// The matrix as it is.
    pub today: &'a Figures,
}

/// Everything any part of the window can see, with or without a dossier.
#[derive(Clone, Copy)]
pub struct Base<'a> {
    /// Colours and sizes.
    pub theme: Theme,
    /// The language, and all words in it.
    pub text: Text,
    /// Today.
    pub today: NaiveDate,
    /// Actions to carry out after the frame.
    pub queue: &'a RefCell<Vec<Action>>,
}

impl Base<'_> {
    /// Queues an action.
    pub fn push(&self, action: Action) {
        self.queue.borrow_mut().push(action);
    }
}

impl<'a> std::ops::Deref for Cx<'a> {
    type Target = Base<'a>;

    fn deref(&self) -> &Base<'a> {
        &self.base
    }
}

impl Cx<'_> {
    /// The author of a step, as displayed. For a step from another copy the name is only that
    /// copy's claim, and it may claim to be this user.
    pub(crate) fn author_of(&self, step: &Step) -> String {
        if step.merged.is_some() && step.is_by(self.author) {
            let author = [("author", step.author.as_str().into())];
            return self.text.with(msg!("merge-own-name"), &author);
        }
        step.author.clone()
    }

    /// A value too expensive to compute every frame: computed once per state of the figures and
    /// cached under `id`.
    pub fn kept<T: Send + Sync + 'static>(
        &self,
        ui: &egui::Ui,
        id: egui::Id,
        gather: impl FnOnce() -> T,
    ) -> Arc<T> {
        self.kept_for(ui, id, (), gather)
    }

    /// The competing proposals, and how the parties divide over them.
    pub fn pairs(&self, ui: &egui::Ui) -> Arc<Vec<Pair>> {
        self.kept(ui, egui::Id::unique("pairs"), || {
            pairs(self.snapshot, self.figures.coalition(), self.figures.camps())
        })
    }

    /// The rows of a list, filtered and sorted once per state of the dossier, day and `shown`: the
    /// filter, the sort order, and anything else that decides which rows there are.
    pub fn rows<T: Send + Sync + 'static, K>(
        &self,
        ui: &egui::Ui,
        list: &'static str,
        shown: K,
        gather: impl FnOnce() -> Vec<T>,
    ) -> Arc<Vec<T>>
    where
        K: Clone + PartialEq + Send + Sync + 'static,
    {
        self.kept_for(ui, egui::Id::unique(("rows", list)), (shown, self.today), gather)
    }

    /// As [`Self::kept`], but recomputed also when `key` changes.
    pub fn kept_for<T: Send + Sync + 'static, K>(
        &self,
        ui: &egui::Ui,
        id: egui::Id,
        key: K,
        gather: impl FnOnce() -> T,
    ) -> Arc<T>
    where
        K: Clone + PartialEq + Send + Sync + 'static,
    {
        let key = (self.figures.version(), key);
        let kept = ui.data(|data| data.get_temp::<((Version, K), Arc<T>)>(id));
        if let Some((_, value)) = kept.filter(|(kept, _)| *kept == key) {
            return value;
        }
        let value = Arc::new(gather());
        ui.data_mut(|data| data.insert_temp(id, (key, value.clone())));
        value
    }

    /// Checks an edit against the rules, as the document will.
    ///
    /// # Errors
    /// The field that breaks a rule, and which rule.
    pub fn check(&self, edit: &Edit) -> Result<(), Refusal> {
        crate::document::check(self.snapshot, edit, self.today)
    }

    /// The date of an entry made now: the day shown, but no later than today.
    pub fn entry_day(&self) -> NaiveDate {
        self.as_of.min(self.today)
    }

    /// Why nothing can be changed, if `read_only` says so.
    pub fn why_read_only(&self) -> &'static str {
        self.text.get(read_only_words(self.past.is_some()))
    }

    /// Queues an assessment of an obstacle, dated the day shown.
    pub fn assess(&self, proposal: ProposalId, obstacle: Obstacle, severity: Option<Severity>) {
        if self.read_only {
            return;
        }
        let code = self.snapshot.proposals.get(proposal).map_or("", |proposal| &proposal.code);
        let detail = format!("{code} · {}", self.text.of(&obstacle_text(obstacle).short()));
        let (snapshot, day) = (self.snapshot, self.entry_day());
        let edit = assess_edit(snapshot, detail, proposal, obstacle, severity, day, self.author);
        edit.into_iter().for_each(|edit| self.apply(edit));
    }

    /// Queues an edit.
    pub fn apply(&self, edit: Edit) {
        self.push(Action::Apply(edit));
    }
}
