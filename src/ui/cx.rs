//! What a view may see, and where it leaves what is to be done.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::state::{RoomAct, Selection};
use super::theme::Theme;
use crate::analysis::{Figures, Version};
use crate::command::{Command, Screen};
use crate::document::{Edit, FieldChange, History, Refusal, SearchIndex, assess_edit};
use crate::explain::Explanation;
use crate::library::obstacle_text;
use crate::library::templates::Template;
use crate::model::{DayOrder, Marking, Obstacle, ProposalId, RecordId, Severity, Snapshot};
use crate::settings::Settings;
use crate::store::{Change, Passphrase, RecordChange, Step};
use crate::text::{Message, Text, msg};

/// Of how many cells an edit of stances is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellCount {
    /// How many get a stance, or have it already.
    pub given: usize,
    /// How many say that no stance was taken, and are left as they are.
    pub silent: usize,
    /// How many stances stand where the matrix has no cell, and are left out.
    pub outside: usize,
}

/// Something to be done after the frame is drawn.
///
/// Views only queue; `app::dispatch` carries out. A frame may be drawn twice, so a
/// view that acted at once would act twice.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Carry out a command.
    Command(Command),
    /// Make an edit.
    Apply(Edit),
    /// Make an edit of several stances, of so many cells: their number is asked first where it
    /// is large, and said after.
    Stances(Box<Edit>, CellCount),
    /// Make the edit of many stances that was asked about.
    SetStances(Box<Edit>),
    /// Show something in the inspector.
    Select(Selection),
    /// Ask before deleting a record, and say what goes along.
    AskDelete(RecordId),
    /// Delete a record.
    Delete(RecordId),
    /// Close the dialog or the notice.
    Dismiss,
    /// Close the notice.
    DismissNotice,
    /// Import the table that was looked through.
    Import {
        /// Leave out the rows that are wrong.
        skip_bad: bool,
    },
    /// Read the table that is looked through with its days in this order.
    DayOrder(DayOrder),
    /// Ask before marking these records, and say what becomes less confidential by it.
    AskMark(Vec<RecordId>, Option<Marking>),
    /// Mark these records; none is the dossier's own marking.
    Mark(Vec<RecordId>, Option<Marking>),
    /// Count what a copy for others under this ceiling would hold.
    Weigh(Marking),
    /// Choose where a copy for others goes, under this ceiling.
    Redact(Marking, Cover),
    /// Keep these settings.
    Settings(Settings),
    /// Open this dossier.
    OpenPath(PathBuf),
    /// Go on with the path that was chosen.
    Chosen(Purpose, PathBuf),
    /// Choose where to make a dossier from this template.
    NewFrom(Template),
    /// Choose where to make a dossier of the table that was pasted.
    MakeOf,
    /// Forget which files were opened.
    ForgetRecent,
    /// Show another day; none is today.
    AsOf(Option<NaiveDate>),
    /// Say something for a moment.
    Say(String),
    /// Put text on the clipboard.
    CopyText(String),
    /// Take up an offer.
    Offer(Offer),
    /// Go on with this passphrase.
    Unlock(Unlock, Passphrase),
    /// Give the dossier this passphrase, or none.
    Protect(Option<Passphrase>),
    /// Pack the dossier under this passphrase, or as it was said.
    Send(Option<Passphrase>, Cover),
    /// Restore this backup into a new file.
    Restore(PathBuf),
    /// Keep what is half typed in a field, or nothing any more.
    Draft(RecordId, &'static str, Option<String>),
    /// Merge what was decided.
    Merge,
    /// Merge it although what the other copy protects will have no passphrase here.
    MergeInTheOpen,
    /// Give the dossier a passphrase before what the other copy protects is merged.
    ProtectFirst,
    /// Show the dossier as it was after the step at this place; none is now.
    LookAt(Option<i64>),
    /// Give a field the value again that it had before this change.
    RestoreField(Box<Change>),
    /// Show the help page of a screen.
    Help(Screen),
    /// Go to a step of the guided tour, or leave it.
    Tour(Option<usize>),
    /// Do this with the room.
    Room(RoomAct),
    /// Close the room, and go on with what waited for that.
    LeaveRoom,
}

/// What is offered when something went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Wait until this file is free, and open it then.
    Wait(PathBuf),
    /// Copy this file, which somebody else has open, and work on the copy.
    CopyOf(PathBuf),
    /// Restore this backup into a new file.
    Backup(PathBuf),
    /// Copy what can be read of this file to a new one.
    Salvage(PathBuf),
    /// Save what is open under another name.
    Rescue,
    /// Try again to open this file.
    Again(PathBuf),
}

impl Offer {
    /// The message id of its words.
    pub fn words(&self) -> Message {
        match self {
            Self::Wait(_) => msg!("offer-wait"),
            Self::CopyOf(_) => msg!("offer-copy"),
            Self::Backup(_) => msg!("offer-backup"),
            Self::Salvage(_) => msg!("offer-salvage"),
            Self::Rescue => msg!("offer-rescue"),
            Self::Again(_) => msg!("offer-again"),
        }
    }
}

/// What went wrong, and what can be done about it with one click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What happened, whether the data is safe, what to do.
    pub explanation: Explanation,
    /// What is offered.
    pub offers: Vec<Offer>,
    /// Whether nothing went wrong yet: something could.
    pub only_warns: bool,
}

impl From<Explanation> for Trouble {
    fn from(explanation: Explanation) -> Self {
        Self { explanation, offers: Vec::new(), only_warns: false }
    }
}

/// What a passphrase is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unlock {
    /// To open this dossier.
    Open(PathBuf),
    /// To take the dossier out of this package.
    Package(PathBuf),
    /// To merge this copy or package.
    Review(PathBuf),
}

/// What a path is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open the dossier there.
    Open,
    /// To make a dossier there.
    New(Template),
    /// To make a dossier of a pasted table there.
    NewOf,
    /// To save a copy there.
    Copy,
    /// To import the table there.
    Import,
    /// To save a copy there and work on it.
    WorkOnCopy,
    /// To copy a file there that somebody else has open.
    CopyOf,
    /// To restore a backup there.
    Restore,
    /// To save there what was open.
    Rescue,
    /// To save there what can be read of a damaged file.
    Salvage,
    /// To put a package there.
    Send(Cover),
    /// To put the dossier of a package there.
    Unpack,
    /// To merge the copy or package there.
    Review,
    /// To make a copy for others there, under a ceiling.
    Redact(Marking, Cover),
}

/// How what leaves a dossier is covered on its way.
///
/// It goes along until the file is made: meanwhile another dossier may have been opened, to
/// which what was said does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// By a passphrase of its own.
    Wrapped,
    /// By none, as the dossier has none either.
    Plain,
    /// By none although the dossier has one: that was said in so many words.
    InTheOpen,
}

impl Purpose {
    /// The message id of what the dialog is called.
    pub fn title(self) -> Message {
        match self {
            Self::Open => msg!("choose-open"),
            Self::New(_) | Self::NewOf => msg!("choose-new"),
            Self::Copy => msg!("choose-copy"),
            Self::Import => msg!("choose-import"),
            Self::WorkOnCopy | Self::CopyOf => msg!("choose-work-on-copy"),
            Self::Restore => msg!("choose-restore"),
            Self::Rescue => msg!("choose-rescue"),
            Self::Salvage => msg!("choose-salvage"),
            Self::Send(_) => msg!("choose-send"),
            Self::Unpack => msg!("choose-unpack"),
            Self::Review => msg!("choose-review"),
            Self::Redact(..) => msg!("choose-redact"),
        }
    }
}

/// What a view may see of an open dossier.
pub struct Cx<'a> {
    /// All records.
    pub snapshot: &'a Snapshot,
    /// The steps so far.
    pub history: &'a History,
    /// What the change log says of the time since the day that trends begin at; only where
    /// that is shown.
    pub changed: &'a [FieldChange],
    /// The changes of the record whose history the inspector shows.
    pub record_changes: &'a [RecordChange],
    /// What the steps did that merges brought in, in words; only where that is shown.
    pub brought: Option<&'a HashMap<Uuid, String>>,
    /// The step after which the dossier is shown as it was; none is now.
    pub past: Option<i64>,
    /// What was computed from the records.
    pub figures: &'a Figures,
    /// All text, to be looked through; none until it was read.
    pub search: Option<&'a SearchIndex>,
    /// The day that is shown.
    pub as_of: NaiveDate,
    /// The day today.
    pub today: NaiveDate,
    /// This moment.
    pub now: DateTime<Utc>,
    /// Who makes entries.
    pub author: &'a str,
    /// Whether the dossier can only be read.
    pub read_only: bool,
    /// What every part of the window may see.
    pub base: Base<'a>,
}

/// What every part of the window may see, with or without a dossier.
#[derive(Clone, Copy)]
pub struct Base<'a> {
    /// How it looks.
    pub theme: Theme,
    /// In which language it speaks.
    pub text: Text,
    /// What is to be done.
    pub queue: &'a RefCell<Vec<Action>>,
}

impl Base<'_> {
    /// Leaves something to be done.
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
    /// Who made a step. Who made one of another copy is what that copy says, and it may say
    /// one's own name.
    pub fn author_of(&self, step: &Step) -> String {
        if step.merged.is_some() && step.is_by(self.author) {
            let author = [("author", step.author.as_str().into())];
            return self.text.with(msg!("merge-own-name"), &author);
        }
        step.author.clone()
    }

    /// Something that is too much work for every frame: gathered once for each state of the
    /// figures, and kept under this identity.
    pub fn kept<T: Send + Sync + 'static>(
        &self,
        ui: &egui::Ui,
        id: egui::Id,
        gather: impl FnOnce() -> T,
    ) -> Arc<T> {
        self.kept_for(ui, id, (), gather)
    }

    /// The rows of a list, filtered and sorted once for each state of the dossier, each day and
    /// each way in which it is shown: what it is filtered and sorted by, and what else decides
    /// on its rows.
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

    fn kept_for<T: Send + Sync + 'static, K>(
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

    /// Checks an edit as the document will.
    ///
    /// # Errors
    /// The field that breaks a rule.
    pub fn check(&self, edit: &Edit) -> Result<(), Refusal> {
        crate::document::check(self.snapshot, edit, self.today)
    }

    /// Leaves the assessment of an obstacle to be entered, on the day that is shown.
    pub fn assess(&self, proposal: ProposalId, obstacle: Obstacle, severity: Option<Severity>) {
        if self.read_only {
            return;
        }
        let code = self.snapshot.proposals.get(proposal).map_or("", |proposal| &proposal.code);
        let detail = format!("{code} · {}", self.text.of(&obstacle_text(obstacle).short()));
        let (snapshot, day) = (self.snapshot, self.as_of.min(self.today));
        let edit = assess_edit(snapshot, detail, proposal, obstacle, severity, day, self.author);
        edit.into_iter().for_each(|edit| self.apply(edit));
    }

    /// Leaves an edit to be made.
    pub fn apply(&self, edit: Edit) {
        self.push(Action::Apply(edit));
    }
}
