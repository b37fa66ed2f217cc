//! Records that stand on the wall as they stood, because a change of them is kept hidden.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::super::arrivals::is_of_a_party;
use super::{Room, Steps};
use crate::analysis::Owners;
use crate::document::{Bearing, Document};
use crate::model::describe::Part;
use crate::model::{
    Dossier, Paragraph, ParagraphId, Position, Proposal, Record, RecordId, Snapshot, Table,
};

/// A record as it stands on the wall while a change of it is kept hidden.
#[derive(Debug)]
pub(super) struct Standing {
    /// As it stands on the wall.
    pub(super) stood: Record,
    // As the room would see it without that; not known before it is first looked up.
    is: Option<Record>,
    // The words that a paragraph was given in front of the room since it was last looked up.
    taken: Option<String>,
    // How it stood for each state that it had meanwhile: undo goes back to these.
    then: Vec<(Record, Record)>,
    // Whether these were forgotten, so that undo may well go back to something else.
    forgot: bool,
}

impl Standing {
    /// A record that stood like this when a change of it was first kept hidden.
    pub(super) fn new(stood: Record, is: Option<Record>) -> Self {
        Self { stood, is, taken: None, then: Vec::new(), forgot: false }
    }

    /// Goes on standing like this, also while what was asked about since is kept hidden.
    pub(super) fn keep(mut self, stood: Record, is: Option<Record>) -> Self {
        self.then.extend(is.clone().map(|is| (is, stood.clone())));
        Self { stood, is, ..self }
    }

    /// Goes on standing as it did before another change of it was kept hidden too.
    pub(super) fn stay(mut self, stood: Record) -> Self {
        self.then.retain(|(then, _)| self.is.as_ref() != Some(then));
        self.then.extend(self.is.clone().map(|is| (is, stood.clone())));
        Self { stood, ..self }
    }

    /// Keeps only what stands on the wall.
    pub(super) fn forget_hidden(&mut self) {
        (self.is, self.taken, self.forgot) = (None, None, true);
        self.then.clear();
    }

    /// Follows what became of the record in the dossier. Returns whether a change by hand touched
    /// what is kept hidden, or the dossier was locked and undo may have, so that it has to be asked
    /// about again. A state in which the room has seen it stands as it was seen.
    fn follow(&mut self, is: &Record, was_seen: bool, by_hand: impl FnOnce() -> bool) -> bool {
        let taken = self.taken.take();
        let Some(was) = self.is.replace(is.clone()) else { return false };
        if was == *is && taken.is_none() {
            return false;
        }
        let before = self.stood.clone();
        if let Some(words) = taken {
            // But for the words it follows like any other record.
            let [stood, was, is] = [&before, &was, is].map(|it| with_words(it, &words));
            self.stood = followed(&stood, &was, &is).unwrap_or(stood);
        } else if let Some((_, stood)) = self.then.iter().rev().find(|(then, _)| then == is) {
            self.stood = stood.clone();
            return false;
        } else if was_seen {
            self.stood = is.clone();
        } else if by_hand() {
            match followed(&before, &was, is) {
                Some(stood) => self.stood = stood,
                None => {
                    self.then.push((was, before));
                    return true;
                }
            }
        } else {
            if self.forgot {
                self.then.push((was, before));
            }
            return self.forgot;
        }
        self.then.extend([(was, before), (is.clone(), self.stood.clone())]);
        false
    }
}

/// A dossier with the thresholds of another, for camps and for polls.
fn with_thresholds_of(record: Record, other: &Record) -> Record {
    match (record, other) {
        (Record::Dossier(it), Record::Dossier(other)) => Dossier {
            camp_upper: other.camp_upper,
            camp_lower: other.camp_lower,
            camp_min_votes: other.camp_min_votes,
            poll_min_answers: other.poll_min_answers,
            ..it
        }
        .into(),
        (record, _) => record,
    }
}

fn with_words(record: &Record, words: &str) -> Record {
    match record.clone() {
        Record::Paragraph(it) => Paragraph { words: words.to_owned(), ..it }.into(),
        other => other,
    }
}

/// The record as it stood, with what changed from `was` to `is`; `None` if that is among what is kept hidden.
/// Its marking is always the present one: it stands nowhere on the wall.
fn followed(stood: &Record, was: &Record, is: &Record) -> Option<Record> {
    let mut followed = stood.clone();
    let fields = was.values().zip(is.values()).zip(stood.values());
    for (((column, was), (_, is)), (_, stood)) in fields {
        if was == is {
            continue;
        }
        if stood != was && column.part != Part::Marking {
            return None;
        }
        followed = followed.with(column.name, is)?;
    }
    Some(followed)
}

impl Room {
    /// A paragraph as it stands on the wall while a change of it is kept hidden.
    pub(crate) fn standing(&self, id: ParagraphId) -> Option<&Paragraph> {
        match &self.stands.get(&id.into())?.stood {
            Record::Paragraph(stood) => Some(stood),
            _ => None,
        }
    }

    /// A paragraph was just given other words in front of the room, in the dossier; `stood` are those on
    /// the wall if a change of it is kept hidden, which stays so.
    pub(crate) fn take_over(&mut self, id: ParagraphId, stood: Option<String>) {
        self.taken_over.insert(id.into());
        if let Some((standing, words)) = self.stands.get_mut(&id.into()).zip(stood) {
            standing.taken = Some(words);
            self.forget();
        }
    }

    /// Whether something is kept hidden of what this entry is about: it may well tell that.
    pub(super) fn is_beside_kept(&self, entry: &Position) -> bool {
        let kept = self.kept_lines.get(&(entry.proposal, entry.by));
        let hides =
            |it: &RecordId| self.clearance.held.contains(it) || self.stands.contains_key(it);
        let still = |it: &RecordId| hides(it) && !self.unhidden.contains(it);
        // What was said in the room was not kept from it.
        !self.heard.contains(&entry.record_id()) && kept.is_some_and(|kept| kept.iter().any(still))
    }

    /// Notes of which records that are kept hidden nothing is: entries that are not in the dossier, such as those
    /// of an import that was undone, and what stands there as on the wall. An entry that takes the place of one in
    /// the same step is still beside it.
    pub(super) fn note_unhidden(&mut self, all: &Snapshot) {
        let entries: BTreeSet<RecordId> = self.kept_lines.values().flatten().copied().collect();
        let found = all.find_all(&entries);
        let stands = self.stands.iter().filter(|(_, it)| it.is.as_ref() == Some(&it.stood));
        let stands = stands.map(|(id, _)| *id);
        let gone = entries.into_iter().filter(|it| !found.contains_key(it));
        self.unhidden = gone.chain(stands).collect();
    }

    /// Puts back what stood on the wall where a change of it is kept hidden, as long as the room may see the
    /// record at all: of a text what it may see of it now. `only` are the records that were read anew, if not
    /// all were.
    pub(super) fn keep_standing(
        &mut self,
        document: &Document,
        snapshot: &mut Snapshot,
        only: Option<&[RecordId]>,
    ) {
        if !self.stands.is_empty() || !self.asked.is_empty() {
            self.follow_standing(document, snapshot, only);
            self.put_back(document.snapshot(), snapshot);
        }
        self.keep_thresholds(snapshot);
    }

    /// What is changed by hand meanwhile stands on the wall as well, unless it is what is kept hidden: then
    /// it is asked about again.
    fn follow_standing(
        &mut self,
        document: &Document,
        snapshot: &Snapshot,
        only: Option<&[RecordId]>,
    ) {
        // What was asked about and is as it was before stands as it stood.
        let back = self.asked.iter().filter(|(id, standing)| {
            snapshot.find(**id).is_some_and(|is| standing.then.iter().any(|(then, _)| *then == is))
        });
        for id in back.map(|(id, _)| *id).collect::<Vec<_>>() {
            self.stands.extend(self.asked.remove_entry(&id));
        }
        let mut bearing: Option<Bearing> = None;
        let (after, opened) = (self.weighed, self.opened);
        let mut by_hand = |id: &RecordId| {
            let bearing = bearing.get_or_insert_with(|| since(document, after, opened));
            bearing.by_hand && bearing.touched.contains(id)
        };
        let mut asked: FxHashSet<RecordId> = FxHashSet::default();
        let mut settled: Vec<RecordId> = Vec::new();
        for (id, standing) in &mut self.stands {
            if only.is_some_and(|only| !only.contains(id)) {
                continue;
            }
            // It does not follow what is only withheld of it.
            let withheld = id.table == Table::Dossier
                && document.snapshot().dossier.marking > self.clearance.ceiling;
            let Some(mut is) = snapshot.find(*id).filter(|_| !withheld) else { continue };
            if self.thresholds.is_some() || self.clearance.fewest > 0 {
                // Thresholds are kept in another way.
                is = with_thresholds_of(is, &standing.stood);
            }
            let seen = self.departed.get(id).is_some_and(|states| states.contains(&is));
            let seen = seen && !(self.without_names && is_of_a_party(&is));
            if standing.follow(&is, seen, || by_hand(id)) {
                asked.insert(*id);
            } else if standing.stood == is && by_hand(id) {
                settled.push(*id);
            }
        }
        // Changed by hand, it is what stands on the wall: nothing of it is kept hidden any more.
        for id in settled {
            self.stands.remove(&id);
        }
        for id in &asked {
            self.asked.extend(self.stands.remove_entry(id));
        }
        self.ask_again.extend(asked);
    }

    fn put_back(&self, all: &Snapshot, snapshot: &mut Snapshot) {
        let owners = Owners::new(all);
        let may = self.in_room_of(&owners, Some(snapshot));
        let mut back: Vec<Record> = Vec::new();
        for (id, Standing { stood: record, .. }) in &self.stands {
            match record {
                Record::Dossier(stood) => {
                    let marking = snapshot.dossier.marking;
                    let stood = Dossier { marking, ..stood.clone() }.into();
                    back.push(may.record_seen_of(&stood));
                }
                _ if !snapshot.has(*id) => {}
                Record::Paragraph(_) if may.hides_words_of(record, all) => {}
                Record::Proposal(stood) if may.hides_words_of(record, all) => {
                    back.push(Proposal { text: String::new(), ..stood.clone() }.into());
                }
                record => back.push(may.record_seen_of(record)),
            }
        }
        back.into_iter().for_each(|record| snapshot.put(record));
    }
}

/// What the steps made since do; if that is not known, none of them counts as made by hand.
pub(super) fn since(document: &Document, (after, last): Steps, opened: usize) -> Bearing {
    let steps = document.history().steps();
    let follows = after.checked_sub(1).is_none_or(|at| steps.get(at).map(|it| it.id) == last);
    let bearing = follows.then(|| document.bearing(after, opened).ok()).flatten();
    bearing.unwrap_or_default()
}
