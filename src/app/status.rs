//! Messages shown briefly in the status bar, and setting stances in many cells at once.

use egui::Context;
use rustc_hash::FxHashSet;
use uuid::Uuid;

use super::{App, Session};
use crate::command::Screen;
use crate::document::{Edit, StepName};
use crate::model::Record;
use crate::text::msg;
use crate::ui::cx::CellCount;
use crate::ui::dialogs::{Dialog, StancesDraft};

/// Seconds a message stays.
const SAID_FOR: f64 = 6.0;

/// Seconds a message stays if it offers to undo something.
const OFFERED_FOR: f64 = 30.0;

/// With more entries than this the user is asked first.
const ASKED: usize = 50;

/// A message shown briefly.
pub(super) struct StatusLine {
    /// The words.
    pub words: String,
    /// The step it is about, with an offer to undo it.
    pub step: Option<Uuid>,
    // Since when, by the window's clock.
    since: f64,
    // The only screen it is about, if it says nothing elsewhere.
    only_on: Option<Screen>,
}

impl App {
    /// Shows a message briefly.
    pub(super) fn say(&mut self, context: &Context, words: String) {
        let since = context.input(|input| input.time);
        self.status = Some(StatusLine { words, step: None, since, only_on: None });
    }

    /// Shows a message briefly that is about what is on this screen, and goes with it.
    pub(super) fn say_here(&mut self, context: &Context, words: String) {
        self.say(context, words);
        let here = self.screen();
        if let Some(status) = &mut self.status {
            status.only_on = here;
        }
    }

    fn screen(&self) -> Option<Screen> {
        match &self.session {
            Session::Open(open) => Some(open.view.screen),
            _ => None,
        }
    }

    /// Reports what the last step did, with a way to undo it.
    pub(super) fn say_done(&mut self, context: &Context, words: String) {
        self.say(context, words);
        let step = self.last_step();
        if let Some(status) = &mut self.status {
            status.step = step;
        }
    }

    /// Reports when the dossier was last saved. There is never anything left to save: every edit is
    /// committed as it is made.
    pub(super) fn say_saved(&mut self, context: &Context) {
        let Some(document) = self.document() else { return };
        let last = document.history().steps().last();
        let words = match last {
            _ if document.is_read_only() => self.text.get(msg!("said-not-saved")).to_owned(),
            Some(step) => {
                let when = [("when", self.text.moment(step.time).into())];
                self.text.with(msg!("said-saved"), &when)
            }
            None => self.text.get(msg!("said-saved-new")).to_owned(),
        };
        self.say(context, words);
    }

    fn last_step(&self) -> Option<Uuid> {
        self.document().and_then(|document| document.history().next_undo()).map(|step| step.id)
    }

    /// Drops the message when its time is up, another step has been made, or its screen was left.
    pub(super) fn clear_status(&mut self, context: &Context) {
        let Some(status) = &self.status else { return };
        let now = context.input(|input| input.time);
        let stays = if status.step.is_some() { OFFERED_FOR } else { SAID_FOR };
        let is_left = status.only_on.is_some() && status.only_on != self.screen();
        let is_stale = is_left || status.step.is_some() && status.step != self.last_step();
        if is_stale || now - status.since > stays {
            self.status = None;
        } else {
            context.request_repaint_after_secs((stays - (now - status.since)) as f32 + 0.1);
        }
    }

    /// Sets stances in several cells; asks first if more than a screenful would change.
    pub(super) fn set_stances(&mut self, context: &Context, edit: Edit, cells: CellCount) {
        let Session::Open(open) = &self.session else { return };
        if edit.operations.len() <= ASKED {
            return self.set_stances_now(context, &edit, Some(cells));
        }
        let snapshot = open.document.snapshot();
        let (mut parties, mut proposals) = (FxHashSet::default(), FxHashSet::default());
        let (mut held, mut stances) = (0, Vec::new());
        for record in edit.records() {
            let Record::Position(entry) = record else { continue };
            parties.insert(entry.by);
            proposals.insert(entry.proposal);
            let current = snapshot.current_position(entry.proposal, entry.by, entry.date);
            held += usize::from(current.is_some_and(|current| current.stance.is_some()));
            if !stances.contains(&entry.stance) {
                stances.push(entry.stance);
            }
        }
        self.dialog = Some(Dialog::Stances(Box::new(StancesDraft {
            parties: parties.len(),
            proposals: proposals.len(),
            held,
            cells,
            stance: (stances.len() == 1).then(|| stances[0]),
            edit,
            fresh: true,
        })));
    }

    /// Sets stances in several cells, and reports how many changed.
    pub(super) fn set_stances_now(
        &mut self,
        context: &Context,
        edit: &Edit,
        of: Option<CellCount>,
    ) {
        self.dialog = None;
        let count = edit.operations.len();
        if !self.apply(edit) {
            return;
        }
        let arguments = [("count", count.into())];
        let words = match edit.name {
            StepName::ClearStance => self.text.with(msg!("said-stances-cleared"), &arguments),
            StepName::PasteStances => self.text.with(msg!("said-stances-pasted"), &arguments),
            _ => self.text.with(msg!("said-stances-set"), &arguments),
        };
        let of = of.unwrap_or(CellCount { given: count, ..CellCount::default() });
        let more = [
            (msg!("said-stances-rest"), of.given.saturating_sub(count)),
            (msg!("paste-silent"), of.silent),
            (msg!("paste-outside"), of.outside),
        ];
        let more = more.iter().filter(|(_, count)| *count > 0);
        let more = more.map(|(id, count)| self.text.with(*id, &[("count", (*count).into())]));
        let words = std::iter::once(words).chain(more).collect::<Vec<_>>().join(" ");
        self.say_done(context, words);
    }
}
