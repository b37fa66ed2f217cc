//! Removal from a frozen wall: it loses whatever may no longer be seen, and nothing else.

use rustc_hash::FxHashSet;
use uuid::Uuid;

use super::{Room, Shown};
use crate::analysis::{Owners, SoFar};
use crate::document::Document;
use crate::draft::may_have_brackets;
use crate::model::{Dossier, Record, RecordId, Slide, SlideKind, Snapshot, Table};
use crate::ui::room::arrivals::{Difference, differ};
use crate::ui::room::{Running, has_region};

impl Room {
    /// Freezes the wall, or unfreezes it; an empty wall cannot be frozen.
    pub(crate) fn switch_freeze(&mut self) {
        self.frozen = !self.frozen && self.shown.is_some();
    }

    /// Removes from a frozen wall anything withheld now because its marking was raised. Records
    /// that were merely deleted or undone stay until the next show. `before` is the revision read
    /// before this one, if known.
    pub(super) fn let_go(&mut self, document: &Document, before: Option<u64>) {
        let shown = self.shown.as_ref().filter(|_| self.frozen);
        let Some((shown, live)) = shown.zip(self.live.as_ref()) else { return };
        let (was, is) = (&shown.seen.snapshot, &live.snapshot);
        if is.is_state_of(was) {
            return;
        }
        let touched = document.touched_last();
        // More than one step may have been made since; the last one alone does not tell. Looking up
        // many records one by one takes longer than comparing everything.
        let one_step = before.is_some_and(|before| before + 1 >= document.revision());
        let gone: Vec<_> = if one_step && touched.len() <= FEW {
            touched.iter().copied().filter(|it| was.has(*it) && !is.has(*it)).collect()
        } else {
            Difference::new(was, is).gone.iter().map(Record::record_id).collect()
        };
        let all = document.snapshot();
        let owners = Owners::new(all);
        let may = self.in_room(&owners);
        let stood = |is: &Record| was.find(is.record_id());
        let hides =
            || texts(all).filter_map(|is| stood(&is)).any(|it| may.hides_words_of(&it, all));
        // The room may no longer see somebody whom a text names.
        let loses = || texts(was).any(|it| may.record_seen_of(&it) != it);
        // The dossier itself is never withheld, only its content.
        let has_text = matches!(shown.slide.kind, SlideKind::Text | SlideKind::Proposal);
        if has_text && hides() {
            self.cover_frozen();
        } else if any_is_there(all, &gone)
            || withholds(&was.dossier, &is.dossier)
            || is.dossier.marking > self.clearance.ceiling.max(was.dossier.marking)
            || loses()
        {
            self.drop_withheld(all);
        }
    }

    /// The rest stays as it was; without the subject of its slide the wall is blank.
    fn drop_withheld(&mut self, all: &Snapshot) {
        let Some((shown, live)) = self.shown.clone().zip(self.live.clone()) else { return };
        let mut kept = shown.seen.snapshot.clone();
        for record in Difference::new(&kept, &live.snapshot).gone {
            match record {
                Record::Position(position) => kept.remove_position(&position),
                record => kept.remove(record.record_id()),
            }
        }
        kept.put(live.snapshot.dossier.clone().into());
        // The names a text may use follow from who may be seen now; its words stay those of the
        // freeze.
        let owners = Owners::new(all);
        let may = self.in_room(&owners);
        let parties = shown.seen.snapshot.parties.iter().filter(|it| it.camp.is_some());
        let parties = parties.cloned().map(Record::from);
        for stood in texts(&shown.seen.snapshot).chain(parties) {
            let seen = may.record_seen_of(&stood);
            if seen != stood && kept.has(stood.record_id()) {
                kept.put(seen);
            }
        }
        let prepared = shown.seen.snapshot.has(shown.slide.id.into());
        if !stands(&kept, &shown.slide, prepared) {
            self.cover_frozen();
            return;
        }
        let text = shown.seen.figures.text();
        let label = self.label_of(&kept);
        let mut texts = shown.texts.clone();
        for (id, draft) in &mut texts.drafts {
            draft.judge(all.paragraphs.get(*id).map_or("", |it| &it.words), &may, label);
        }
        // A tally of this room may not be in the dossier yet.
        let had = &shown.seen.snapshot;
        let stays = |it: &&Running| kept.has(it.poll.id.into()) || !had.has(it.poll.id.into());
        let polls = shown.polls.iter().filter(stays);
        let polls = polls.map(|it| self.told_again(&kept.dossier, it)).collect();
        let seen = shown.seen.later(kept, text).into();
        self.shown = Some(Shown { seen, label, polls, texts, ..shown });
    }

    /// A poll on a frozen wall as it may still be told: as it was, unless that is too few answers
    /// now.
    fn told_again(&self, dossier: &Dossier, running: &Running) -> Running {
        match self.so_far(dossier, running.poll.clone()) {
            Running { told: SoFar::Split(..), .. } => running.clone(),
            less => less,
        }
    }

    /// Shows or hides those who ask for a bracket; if hidden, a frozen wall hides them too.
    pub fn name_owners(&mut self, named: bool) {
        self.texts.names = named;
        if let Some(shown) = self.shown.as_mut().filter(|_| !named) {
            shown.texts.names = false;
        }
    }

    /// Ends the freeze with a blank wall: what waits behind it is shown when somebody says so.
    pub(super) fn cover_frozen(&mut self) {
        if self.frozen {
            (self.frozen, self.blank) = (false, true);
        }
    }
}

/// The records with a text in which there may be brackets.
fn texts(snapshot: &Snapshot) -> impl Iterator<Item = Record> {
    let paragraphs = snapshot.paragraphs.iter().filter(|it| may_have_brackets(&it.words));
    let proposals = snapshot.proposals.iter().filter(|it| may_have_brackets(&it.text));
    paragraphs.cloned().map(Record::from).chain(proposals.cloned().map(Record::from))
}

/// Whether everything a slide is about exists, and the slide itself if it was `prepared`.
fn stands(seen: &Snapshot, slide: &Slide, prepared: bool) -> bool {
    let about = [
        slide.proposal.map(RecordId::from),
        slide.paragraph.map(RecordId::from),
        slide.group.map(RecordId::from),
        prepared.then(|| slide.id.into()),
    ];
    about.into_iter().flatten().all(|it| seen.has(it)) && has_region(seen, slide)
}

/// Whether a dossier no longer says what it said before; saying more is no reason to change the
/// wall.
fn withholds(was: &Dossier, is: &Dossier) -> bool {
    let or = |was: &String, is: &String| if was.is_empty() { is } else { was }.clone();
    let title = or(&was.title, &is.title);
    let classification = or(&was.classification, &is.classification);
    differ(&Dossier { title, classification, ..was.clone() }, is)
}

/// Above this number of changed records a frozen wall is released without checking each one.
const FEW: usize = 50;

/// Whether any of these records is in the dossier.
fn any_is_there(snapshot: &Snapshot, records: &[RecordId]) -> bool {
    let (entries, others): (Vec<RecordId>, Vec<RecordId>) =
        records.iter().copied().partition(|record| record.table == Table::Positions);
    if others.into_iter().any(|record| snapshot.has(record)) {
        return true;
    }
    if entries.len() <= FEW {
        return entries.into_iter().any(|record| snapshot.has(record));
    }
    let entries: FxHashSet<Uuid> = entries.into_iter().map(|record| record.id).collect();
    let of_parties = snapshot.positions.iter().map(|entry| entry.id());
    let of_groups = snapshot.group_positions.iter().map(|entry| entry.id);
    of_parties.chain(of_groups).any(|id| entries.contains(&id.0))
}
