//! Stances expressed without names in the room: counted in memory and in the workspace, and written
//! to the dossier as one step once the slide is left.

use std::collections::BTreeMap;

use egui::Context;

use super::{App, Session};
use crate::document::{Document, History, tally_edit};
use crate::model::{Marking, PollId, ProposalId, Stance};
use crate::text::msg;
use crate::ui::room::{Moment, Room, Spoken};

/// The answers given without names, by proposal.
pub(super) type AllSpoken = BTreeMap<ProposalId, Spoken>;

impl App {
    /// Counts one more stance on the proposal on the wall.
    pub(super) fn count_stance(&mut self, context: &Context, stance: Stance) {
        let today = self.clock.today();
        let Session::Open(open) = &mut self.session else { return };
        let Some(room) = open.room.as_deref_mut() else { return };
        let Some(proposal) = room.proposal() else { return };
        // Answers of another day are a separate tally.
        let stale = |spoken: &Spoken| spoken.date != today;
        if room.spoken.get(&proposal).is_some_and(stale) {
            self.write_spoken(proposal);
        }
        let Session::Open(open) = &mut self.session else { return };
        let Some(room) = open.room.as_deref_mut() else { return };
        let now = moment(open.document.history());
        if !room.spoken.contains_key(&proposal) {
            let mut new = Spoken::new(today);
            let snapshot = open.document.snapshot();
            let ceiling = room.clearance.ceiling;
            new.follow(snapshot, proposal, ceiling, &|poll| room.adds_to(snapshot, poll));
            room.spoken.insert(proposal, new);
        }
        let Some(spoken) = room.spoken.get_mut(&proposal) else { return };
        spoken.add(stance, now);
        self.keep_workspace(context, true);
    }

    /// Takes back the last stance counted on this slide, or counts it again; returns whether this,
    /// rather than a step of the dossier, was to be undone or redone.
    pub(super) fn recount(&mut self, context: &Context, back: bool) -> bool {
        let Session::Open(open) = &mut self.session else { return false };
        let (can_take_back, can_count_again) = open.recounts();
        if !(if back { can_take_back } else { can_count_again }) {
            return false;
        }
        let now = moment(open.document.history());
        let Some(room) = open.room.as_deref_mut() else { return false };
        let Some(spoken) = room.proposal().and_then(|id| room.spoken.get_mut(&id)) else {
            return false;
        };
        let id = if back {
            spoken.take_back(now);
            msg!("said-taken-back")
        } else {
            spoken.count_again(now);
            msg!("said-counted-again")
        };
        self.keep_workspace(context, true);
        self.say(context, self.text.get(id).to_owned());
        true
    }

    /// Writes the tally of the previous slide once another is on the wall. A small tally is kept
    /// until it grows or the room closes: two steps that differ by one answer would reveal that
    /// answer.
    pub(super) fn leave_slide(&mut self) {
        let Session::Open(open) = &mut self.session else { return };
        let fewest = open.document.snapshot().dossier.poll_min_answers;
        let Some(room) = open.room.as_deref_mut() else { return };
        let here = room.proposal();
        if std::mem::replace(&mut room.here, here) == here {
            return;
        }
        room.again = None;
        let left = room.spoken.iter().filter(|(proposal, spoken)| {
            Some(**proposal) != here && (spoken.total() == 0 || spoken.total() >= fewest)
        });
        for proposal in left.map(|(proposal, _)| *proposal).collect::<Vec<_>>() {
            self.write_spoken(proposal);
        }
    }

    /// Writes the tally of the slide on the wall, because names are recorded from here on.
    pub(super) fn write_here(&mut self) {
        let Session::Open(open) = &self.session else { return };
        let fewest = open.document.snapshot().dossier.poll_min_answers;
        let here = open.room.as_ref().and_then(|room| room.proposal());
        let spoken = |id| open.room.as_ref()?.spoken.get(&id);
        if let Some(here) = here.filter(|id| spoken(*id).is_some_and(|it| it.total() >= fewest)) {
            self.write_spoken(here);
        }
    }

    /// Writes every tally: the room is being closed.
    pub(super) fn write_all_spoken(&mut self) {
        let Session::Open(open) = &mut self.session else { return };
        if let Some(room) = open.room.as_deref_mut() {
            open.left.append(&mut room.spoken);
        }
        self.write_left();
    }

    /// Writes the tallies left behind by a room that was not closed before the program ended.
    pub(super) fn write_left(&mut self) {
        let Session::Open(open) = &mut self.session else { return };
        if open.document.is_read_only() {
            return;
        }
        let left = std::mem::take(&mut open.left);
        let author = self.settings.signature();
        for (proposal, spoken) in left {
            let Session::Open(open) = &mut self.session else { return };
            if let Err(failed) = write(&mut open.document, proposal, spoken, &author) {
                let (spoken, error) = *failed;
                // It stays in the workspace, to be written another time.
                open.left.insert(proposal, spoken);
                let path = open.document.path().to_owned();
                self.explain(&error, &path);
            }
        }
    }

    fn write_spoken(&mut self, proposal: ProposalId) {
        let author = self.settings.signature();
        let Session::Open(open) = &mut self.session else { return };
        let Some(room) = open.room.as_deref_mut() else { return };
        let Some(spoken) = room.spoken.remove(&proposal) else { return };
        match write(&mut open.document, proposal, spoken, &author) {
            // The room has heard it, whatever its marking.
            Ok(written) => written.into_iter().for_each(|poll| room.hear_poll(poll)),
            Err(failed) => {
                let (spoken, error) = *failed;
                room.spoken.insert(proposal, spoken);
                let path = open.document.path().to_owned();
                self.explain(&error, &path);
            }
        }
    }
}

/// The present position in the dossier's history.
pub(super) fn moment(history: &History) -> Moment {
    Moment { undoable: history.undoable(), made: history.made() }
}

/// Writes the tally of one proposal as one step of which only the day is recorded; returns the id
/// of its poll, or `None` if there was nothing to write.
fn write(
    document: &mut Document,
    proposal: ProposalId,
    mut spoken: Spoken,
    author: &str,
) -> Result<Option<PollId>, Box<(Spoken, crate::document::Error)>> {
    let snapshot = document.snapshot();
    spoken.follow(snapshot, proposal, Marking::Red, &|_| false);
    let (poll, more) = (spoken.poll(proposal), spoken.total());
    let edit = (more > 0).then(|| tally_edit(snapshot, poll, more, author)).flatten();
    // Nothing was said, or the proposal is gone.
    let Some(edit) = edit else { return Ok(None) };
    match document.apply_untimed(&edit, &Spoken::key(proposal)) {
        Ok(_) => Ok(Some(spoken.id)),
        Err(error) => Err(Box::new((spoken, error))),
    }
}

/// The tallies as stored in the workspace.
pub(super) fn to_workspace<'a>(
    room: Option<&'a Room>,
    left: &'a AllSpoken,
) -> impl Iterator<Item = (String, String)> + 'a {
    let said = room.into_iter().flat_map(|room| &room.spoken).chain(left);
    said.filter(|(_, spoken)| spoken.total() > 0).map(|(id, spoken)| spoken.to_workspace(*id))
}
