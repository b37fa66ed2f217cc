//! The room's memory of everything it has seen and been told, and the questions to answer before it
//! sees more.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::super::arrivals::{Difference, Question, of_kept, question, splits_more, thresholds};
use super::super::{Moment, Running, Seen, Spoken, newest};
use super::Room;
use super::standing::Standing;
use crate::analysis::{Owners, SoFar, so_far};
use crate::document::{Bearing, Document};
use crate::model::{
    Dossier, Keyed, Marking, PartyId, Poll, PollId, PollKind, ProposalId, Record, RecordId,
    Snapshot, Table,
};
use crate::store::{Clearance, Visible};
use crate::text::Text;

impl Room {
    /// Compares what may be seen with what was accepted. Anything not put there by hand raises a
    /// question, and the wall is blank until it is answered.
    pub(super) fn weigh(&mut self, document: &Document, text: Text) {
        let unanswered = self.question.take();
        let all = document.history().steps();
        let steps = all.len();
        let last = all.last().map(|step| step.id);
        self.weighed = (steps, last);
        // Anything unreadable is not shown, so there is nothing to ask.
        let Some(live) = self.live.clone() else { return };
        let Some((accepted, before)) = self.accepted.clone() else {
            self.opened = steps;
            self.accepted = Some((live, self.weighed));
            return;
        };
        let (before, known) = before;
        // If the file went back, or was continued elsewhere, while the dossier was away, nothing is
        // known about how it changed.
        let follows = before
            .checked_sub(1)
            .is_none_or(|place| all.get(place).is_some_and(|step| Some(step.id) == known));
        let difference = match self.narrow.take() {
            Some(touched) => Difference::of(&accepted.snapshot, &live.snapshot, &touched),
            None => Difference::new(&accepted.snapshot, &live.snapshot),
        };
        // Both stay until the question is answered: until then the same steps may be weighed again.
        let less = self.less;
        let mut again = std::mem::take(&mut self.ask_again);
        let came = difference.came.iter().map(|(_, is)| is);
        let beside = came.filter(|is| match is {
            Record::Position(entry) => self.is_beside_kept(entry),
            _ => false,
        });
        again.extend(beside.map(Record::record_id));
        // What comes back because its correction is withheld by its marking is not so any more.
        let came = difference.came.iter().map(|(_, is)| is);
        let corrected = came.filter(|is| {
            self.departed.contains_key(&is.record_id())
                && is_corrected(document.snapshot(), is, &self.clearance.held)
        });
        for record in corrected.map(Record::record_id).collect::<Vec<_>>() {
            self.departed.remove(&record);
            again.insert(record);
        }
        let weighed = if !follows {
            Some((Bearing::default(), usize::MAX))
        } else if before < steps || less {
            // If the log cannot be read, nothing counts as made by hand.
            let bearing = document.bearing(before, self.opened).unwrap_or_default();
            // The steps a merge brought in are undone together with the merge.
            let since = all.get(before..).unwrap_or_default().iter();
            let own = since.filter(|step| step.merged.is_none()).count();
            // What is withdrawn makes room for what no step brought.
            let without =
                |bearing| Bearing { by_hand: false, added: FxHashSet::default(), ..bearing };
            Some(if less { (without(bearing), usize::MAX) } else { (bearing, own) })
        } else {
            None
        };
        if let Some((bearing, own)) = weighed {
            let now = (&*live, text, own);
            let records = difference.unasked(&bearing, &self.departed, &again, self.without_names);
            let records = self.not_standing(&difference, (&bearing, &again), records);
            let records = self.not_less(document.snapshot(), &difference, records);
            self.question = question(&records, &difference, &bearing, document, now);
        }
        // When arrivals were kept hidden, it was agreed that records leave the wall.
        if self.parted == Some(self.weighed) {
            self.question.take_if(|question| question.records.is_empty());
        }
        // What was asked about and went before there was an answer is not known either.
        let asked = unanswered.iter().flat_map(|question| &question.records);
        for id in asked.filter(|id| !live.snapshot.has(**id)) {
            self.departed.remove(id);
        }
        if self.question.is_none() {
            // Anything that came and went behind a blank or frozen wall may never have been on it,
            // so it does not come back as known; what is on the frozen wall does.
            let frozen = self.shown.as_ref().filter(|_| self.frozen);
            let stands = |record: &Record| {
                let stood = frozen.map(|it| it.seen.snapshot.find(record.record_id()));
                stood.is_none_or(|stood| stood.as_ref() == Some(record))
            };
            if !self.blank {
                difference.remember(&mut self.departed, stands);
            }
            self.accepted = Some((live, self.weighed));
            self.less = false;
            self.note_unhidden(document.snapshot());
        } else {
            self.ask_again = again;
        }
    }

    /// Remembers what the wall shows; once it is uncovered, also what it showed before and has become
    /// something else meanwhile, so that it comes back unasked.
    pub(super) fn remember_last(&mut self) {
        if self.question.is_some() || self.frozen || self.blank {
            self.covered |= self.frozen || self.blank;
            return;
        }
        if std::mem::take(&mut self.covered)
            && let Some((last, live)) = self.last.as_ref().zip(self.live.as_ref())
            && !Arc::ptr_eq(last, live)
        {
            let difference = Difference::new(&last.snapshot, &live.snapshot);
            difference.remember(&mut self.departed, |_| true);
        }
        self.last.clone_from(&self.live);
    }

    /// Without the texts that only lose words or names the room may no longer see, the parties that
    /// lose the user's own judgement, and the polls that lose their split: nothing appears that was
    /// not there.
    fn not_less<'a>(
        &self,
        all: &Snapshot,
        difference: &Difference,
        records: Vec<&'a Record>,
    ) -> Vec<&'a Record> {
        let can_lose = |it: &&Record| {
            matches!(
                it,
                Record::Paragraph(_) | Record::Proposal(_) | Record::Party(_) | Record::Poll(_)
            )
        };
        if !records.iter().any(can_lose) {
            return records;
        }
        let owners = Owners::new(all);
        let may = self.in_room(&owners);
        let loses = |is: &Record| {
            let came = difference.came.iter().find(|(_, it)| it.record_id() == is.record_id());
            let was = came.and_then(|(was, _)| was.as_ref());
            was.is_some_and(|was| {
                was != is && may.record_seen_of(was) == *is || tells_less(was, is)
            })
        };
        records.into_iter().filter(|is| !can_lose(is) || !loses(is)).collect()
    }

    /// Without the records that go on standing as the room last saw them, unless more of them came up than
    /// may come unasked. What left the wall meanwhile does not stand: it comes back.
    fn not_standing<'a>(
        &self,
        difference: &Difference,
        (bearing, again): (&Bearing, &FxHashSet<RecordId>),
        records: Vec<&'a Record>,
    ) -> Vec<&'a Record> {
        let stays = |(was, is): &&(Option<Record>, Record)| {
            let id = is.record_id();
            let is_free = !again.contains(&id) && !bearing.uncovered.contains(&id);
            let stood = was.as_ref().is_some_and(|was| {
                !splits_more(was, is) && !opens(was, is, self.clearance.ceiling)
            });
            self.stands.contains_key(&id) && is_free && stood
        };
        let staying = difference.came.iter().filter(stays);
        let staying: FxHashSet<_> = staying.map(|(_, is)| is.record_id()).collect();
        records.into_iter().filter(|it| !staying.contains(&it.record_id())).collect()
    }

    /// Whether undo takes back the last stance on this slide.
    pub(crate) fn can_take_back(&self, now: Moment) -> bool {
        self.spoken_here().is_some_and(|spoken| spoken.can_take_back(now))
    }

    /// Whether redo counts again the stance last taken back on this slide.
    pub(crate) fn can_count_again(&self, now: Moment) -> bool {
        self.spoken_here().is_some_and(|spoken| spoken.can_count_again(now))
    }

    /// The stances taken without names on the proposal on the wall that are not in the dossier yet.
    pub(crate) fn spoken_here(&self) -> Option<&Spoken> {
        self.spoken.get(&self.proposal()?)
    }

    /// Whether the room sees a poll.
    pub fn sees_poll(&self, poll: PollId) -> bool {
        self.live().is_some_and(|seen| seen.snapshot.has(poll.into()))
    }

    /// Whether stances in the room are added to this poll of the dossier: the room sees it, and it
    /// is marked no more laxly than what is said here.
    pub fn adds_to(&self, dossier: &Snapshot, poll: PollId) -> bool {
        self.sees_poll(poll) && may_hold(dossier, poll, self.label())
    }

    /// A running poll with its split, as far as it may be told after what was told last.
    pub(crate) fn so_far(&self, dossier: &Dossier, poll: Poll) -> Running {
        let ceiling = self.clearance.ceiling;
        let ever = self.told.ever(&poll, ceiling);
        let told = so_far(dossier, self.told.of(&poll, ceiling), &ever, poll.counts);
        Running { poll, told }
    }

    /// The same for the running or latest poll of each kind on a proposal, which counts as told
    /// from now on.
    pub(super) fn tell(&mut self, seen: &Snapshot, proposal: ProposalId) -> Vec<Running> {
        let spoken = self.spoken.get(&proposal).filter(|spoken| spoken.total() > 0);
        let mut spoken = spoken.map(|spoken| spoken.poll(proposal));
        let mut polls = Vec::new();
        for kind in PollKind::ALL {
            let running = match kind {
                PollKind::Speakers => spoken.take(),
                PollKind::Temperature => None,
            };
            let poll = running.or_else(|| newest(seen, proposal, *kind).cloned());
            let Some(poll) = poll else { continue };
            let running = self.so_far(&seen.dossier, poll);
            if let SoFar::Split(counts, _) = running.told {
                self.told.note(&running.poll, self.clearance.ceiling, counts);
            }
            polls.push(running);
        }
        polls
    }

    /// Counts what the laptop shows as told too: others may be looking on while the wall is frozen.
    pub(super) fn tell_here(&mut self) {
        let here = self.proposal();
        let Some(poll) = here.and_then(|id| Some(self.spoken_here()?.poll(id))) else { return };
        let told = self.dossier().map(|dossier| self.so_far(dossier, poll.clone()).told);
        if let Some(SoFar::Split(counts, _)) = told {
            self.told.note(&poll, self.clearance.ceiling, counts);
        }
    }

    /// The dossier itself as the room was last allowed to see it, including its threshold for
    /// polls.
    pub(crate) fn dossier(&self) -> Option<&Dossier> {
        self.accepted.as_ref().map(|(seen, _)| &seen.snapshot.dossier)
    }

    /// The dossier with the title that the room may read, which it last saw; `None` while it may read none.
    pub fn named(&self, own: &Dossier) -> Option<&Dossier> {
        let may = |it: &&Dossier| it.marking.max(own.marking) <= self.clearance.ceiling;
        self.dossier().filter(may).filter(|it| !it.title.is_empty())
    }

    /// The question to be answered before the wall shows anything again.
    pub fn question(&self) -> Option<&Question> {
        self.question.as_ref()
    }

    /// Shows the records in question.
    pub fn show_all(&mut self) {
        self.asked.clear();
        self.answered();
    }

    /// Keeps the records in question hidden until they are released by name or the room is closed.
    /// If the question was only about records leaving the wall, it stays blank until uncovered.
    pub fn hold_back(&mut self) {
        let Some(Question { records: lot, .. }) = self.question.take() else { return };
        if lot.is_empty() {
            self.blank = true;
            return self.answered();
        }
        if let Some((seen, _)) = self.accepted.as_ref().filter(|_| lot.iter().any(is_dossier)) {
            // The dossier itself is never withheld, only what other thresholds would reveal.
            let now = self.live.as_ref().map(|live| &live.snapshot.dossier);
            let stood = &self.last.as_ref().unwrap_or(seen).snapshot.dossier;
            let fewest = stood.poll_min_answers;
            if now.is_some_and(|now| now.poll_min_answers < fewest) {
                self.clearance.fewest = fewest;
            }
            let counted = thresholds(stood);
            let now = now.map(thresholds);
            self.thresholds = self.thresholds.or((now != Some(counted)).then_some(counted));
        }
        let lot: BTreeSet<RecordId> = lot.into_iter().collect();
        self.keep_back(&lot);
        // Of a record that had left the wall, this answer keeps off all that an earlier one keeps as it stood.
        let apart =
            |id: &RecordId| self.clearance.held.contains(id) && self.stands.contains_key(id);
        for earlier in &mut self.kept {
            earlier.retain(|id| !lot.contains(id) || apart(id));
        }
        self.kept.push(lot);
        self.ask_again.clear();
        // Without these records others may appear, such as an entry that one of them corrects, so
        // the same steps are weighed again.
        self.parted = Some(self.weighed);
        self.forget();
    }

    /// Keeps records off the wall; those already on it stay as they were.
    fn keep_back(&mut self, lot: &BTreeSet<RecordId>) {
        let Some((accepted, _)) = &self.accepted else { return };
        let all = |seen: Option<&Arc<Seen>>| seen.map(|it| it.snapshot.find_all(lot));
        let before = accepted.snapshot.find_all(lot);
        let mut last = all(self.last.as_ref()).unwrap_or_default();
        let mut now = all(self.live.as_ref()).unwrap_or_default();
        for id in lot {
            // As the room last saw it: behind a blank or frozen wall it may have become something else,
            // or have been withheld.
            let stood = last.remove(id).filter(|_| before.contains_key(id));
            // If the dossier itself may be seen from now on, more of every record is shown.
            let opens =
                is_dossier(id) && accepted.snapshot.dossier.marking > self.clearance.ceiling;
            let is = now.remove(id);
            if let Some(Record::Position(entry)) = &is {
                self.kept_lines.entry((entry.proposal, entry.by)).or_default().insert(*id);
            }
            if stood.is_none() || opens {
                self.clearance.held.insert(*id);
            }
            if let Some(stood) = stood {
                let standing = match (self.asked.remove(id), self.stands.remove(id)) {
                    (Some(asked), _) => asked.keep(stood, is),
                    (None, Some(standing)) => standing.stay(stood),
                    (None, None) => Standing::new(stood, is),
                };
                self.stands.insert(*id, standing);
            }
        }
    }

    /// The answers that still keep something of a dossier hidden: the index of each, and the number
    /// of records.
    pub fn kept(&self, of: &Snapshot) -> impl Iterator<Item = (usize, usize)> {
        let counts = self.thresholds.is_some() || self.clearance.fewest > 0;
        let exists = |record: &RecordId| match record.table {
            Table::Positions => !self.unhidden.contains(record),
            _ => of.has(*record),
        };
        let still = move |lot: &BTreeSet<RecordId>| {
            let kept = |record: &&RecordId| {
                is_dossier(record) && counts
                    || self.clearance.held.contains(record) && exists(record)
                    || self.stands.contains_key(*record) && !self.unhidden.contains(record)
            };
            lot.iter().filter(kept).count()
        };
        let lots = self.kept.iter().enumerate().map(move |(place, lot)| (place, still(lot)));
        lots.filter(|(_, count)| *count > 0)
    }

    /// The content that would appear if one answer no longer kept it hidden; `None` if that cannot
    /// be read.
    pub fn ask_kept(&self, place: usize, document: &Document, text: Text) -> Option<Question> {
        let now = self.live.as_ref()?;
        let (held, stands) = self.lifted(place)?;
        let mut clearance = self.clearance.clone();
        let_see(&mut clearance, &held);
        let Visible { mut snapshot, .. } = document.visible(&clearance).ok()?;
        for (id, standing) in self.stands.iter().filter(|(id, _)| !stands.contains(id)) {
            if !is_dossier(id) && snapshot.has(*id) {
                snapshot.put(standing.stood.clone());
            }
        }
        let then = Seen::new(snapshot, now.today, text);
        Some(of_kept(&now.snapshot, &then, document, text))
    }

    /// Shows what one answer kept hidden, and no other does.
    pub fn show_kept(&mut self, place: usize) {
        let Some((held, stands)) = self.lifted(place) else { return };
        self.kept[place].clear();
        let_see(&mut self.clearance, &held);
        self.stands.retain(|id, _| !stands.contains(id));
        self.asked.retain(|id, _| !stands.contains(id));
        if stands.iter().any(is_dossier) {
            self.thresholds = None;
        }
        self.forget();
    }

    /// The records that are not kept off the wall any more without this answer, and those that do not stand
    /// as they stood. An earlier answer keeps a record as it stood, a later one off the wall.
    fn lifted(&self, place: usize) -> Option<(BTreeSet<RecordId>, BTreeSet<RecordId>)> {
        let (earlier, from) = self.kept.split_at_checked(place)?;
        let (lot, later) = from.split_first()?;
        let without = |others: &[BTreeSet<RecordId>]| {
            let only = lot.iter().filter(|id| !others.iter().any(|other| other.contains(id)));
            only.copied().collect()
        };
        Some((without(later), without(earlier)))
    }

    /// Accepts the present state as what the room may see.
    fn answered(&mut self) {
        self.question = None;
        if let Some((_, steps)) = &mut self.accepted {
            // Do not ask again about the same steps.
            *steps = self.weighed;
        }
        self.less = false;
        self.ask_again.clear();
        self.forget();
    }

    /// Somebody who may no longer be seen is not the current speaker either.
    pub(super) fn let_speak(&mut self) {
        let speaks = |id: &PartyId| {
            self.live.as_ref().is_some_and(|seen| seen.snapshot.parties.get(*id).is_some())
        };
        self.speaker = self.speaker.filter(speaks);
    }
}

/// Whether the dossier has a correction of an entry, other than one of these records: what stands on the
/// wall while its correction is kept hidden stood there before.
fn is_corrected(all: &Snapshot, record: &Record, but: &BTreeSet<RecordId>) -> bool {
    let Record::Position(entry) = record else { return false };
    let line = all.line(entry.proposal, entry.by);
    line.iter().any(|it| it.replaces == Some(entry.id) && !but.contains(&it.record_id()))
}

fn is_dossier(record: &RecordId) -> bool {
    record.table == Table::Dossier
}

/// Whether the dossier itself may be seen from now on: its title had left the wall.
fn opens(was: &Record, is: &Record, ceiling: Marking) -> bool {
    match (was, is) {
        (Record::Dossier(was), Record::Dossier(is)) => {
            was.marking > ceiling && is.marking <= ceiling
        }
        _ => false,
    }
}

/// Stops keeping these records hidden.
fn let_see(clearance: &mut Clearance, lot: &BTreeSet<RecordId>) {
    clearance.held.retain(|record| !lot.contains(record));
    if lot.iter().any(is_dossier) {
        clearance.fewest = 0;
    }
}

/// Whether a poll may hold what is said in a room with this marking. A new poll has the marking of
/// the dossier, and a laxer one would carry what is said to rooms that were not there.
pub(super) fn may_hold(dossier: &Snapshot, poll: PollId, room: Marking) -> bool {
    dossier.marking_of(poll.into()) >= room.min(dossier.dossier.marking)
}

/// Whether a poll is the same, but without its split.
fn tells_less(was: &Record, is: &Record) -> bool {
    match (was, is) {
        (Record::Poll(was), Record::Poll(is)) => {
            was != is && Poll { counts: Default::default(), ..was.clone() } == *is
        }
        _ => false,
    }
}
