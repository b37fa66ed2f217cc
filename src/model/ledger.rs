//! All positions of a dossier, packed, and indexed by proposal and party.
//!
//! A large dossier holds close to a million entries. Each takes 56 bytes here and refers to its
//! party by slot. The entries on one proposal are stored together, so a column of the matrix is
//! computed by walking along one array. A clone shares all rows with the original, except those
//! changed since.

mod proposal_entries;
mod taking_over;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::NaiveDate;

use super::texts::Texts;
use super::{
    Certainty, Forum, Keyed, Marking, PartyId, Position, PositionId, ProposalId, Revision, Slot,
    SourceId, Stance,
};
use proposal_entries::ProposalEntries;

const NONE: u32 = u32::MAX;

static GENERATIONS: AtomicU64 = AtomicU64::new(1);

/// The fields of one entry as read from the file or from a [`Position`].
#[derive(Clone, Copy, Debug)]
pub struct NewEntry<'a> {
    /// See [`Position::id`].
    pub id: PositionId,
    /// The slot of the proposal.
    pub proposal: Slot,
    /// The slot of the party.
    pub party: Slot,
    /// See [`Position::stance`].
    pub stance: Option<Stance>,
    /// See [`Position::date`].
    pub date: NaiveDate,
    /// See [`Position::forum`].
    pub forum: Option<Forum>,
    /// See [`Position::words`].
    pub words: &'a str,
    /// The slot of the source.
    pub source: Option<Slot>,
    /// See [`Position::certainty`].
    pub certainty: Option<Certainty>,
    /// See [`Position::salience`].
    pub salience: Option<u8>,
    /// See [`Position::condition`].
    pub condition: &'a str,
    /// See [`Position::reason`].
    pub reason: &'a str,
    /// See [`Position::hold`].
    pub hold: bool,
    /// See [`Position::replaces`].
    pub replaces: Option<PositionId>,
    /// See [`Position::author`].
    pub author: &'a str,
    /// See [`Position::marking`].
    pub marking: Option<Marking>,
}

#[derive(Clone, Copy, Debug)]
struct Packed {
    id: PositionId,
    party: Slot,
    source: u32,
    date: NaiveDate,
    words: u32,
    condition: u32,
    reason: u32,
    author: u32,
    // The next entry of the same party, in no particular order.
    next: u32,
    stance: u8,
    forum: u8,
    certainty: u8,
    salience: u8,
    marking: u8,
    hold: bool,
}

/// All positions; see the module.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    // By slot of the proposal.
    rows: Arc<Vec<Arc<ProposalEntries>>>,
    texts: Arc<Texts>,
    live: usize,
    // Tells this ledger from one that was read afresh, in which texts have other numbers.
    generation: u64,
    revision: Revision,
}

impl Ledger {
    /// An empty ledger with a generation of its own: its text numbers mean nothing in any other.
    pub fn new() -> Self {
        Self { generation: GENERATIONS.fetch_add(1, Ordering::Relaxed), ..Self::default() }
    }

    /// Adds an entry.
    pub fn insert(&mut self, new: &NewEntry<'_>) {
        let rows = Arc::make_mut(&mut self.rows);
        if rows.len() <= new.proposal.index() {
            rows.resize_with(new.proposal.index() + 1, Arc::default);
        }
        let packed = Packed {
            id: new.id,
            party: new.party,
            source: new.source.map_or(NONE, |slot| slot.0),
            date: new.date,
            words: number(&mut self.texts, new.words),
            condition: number(&mut self.texts, new.condition),
            reason: number(&mut self.texts, new.reason),
            author: number(&mut self.texts, new.author),
            next: NONE,
            stance: pack(new.stance),
            forum: pack(new.forum),
            certainty: pack(new.certainty),
            salience: new.salience.unwrap_or_default(),
            marking: pack(new.marking),
            hold: new.hold,
        };
        Arc::make_mut(&mut rows[new.proposal.index()]).insert(packed, new.replaces);
        self.live += 1;
        self.revision = Revision::next();
    }

    /// Removes an entry; returns whether it was there.
    pub fn remove(&mut self, proposal: Slot, party: Slot, id: PositionId) -> bool {
        if !self.row(proposal).is_some_and(|row| row.chain(party).any(|entry| entry.id == id)) {
            return false;
        }
        let row = &mut Arc::make_mut(&mut self.rows)[proposal.index()];
        let removed = Arc::make_mut(row).remove(party, id);
        self.live -= usize::from(removed);
        self.revision = Revision::next();
        removed
    }

    /// Releases spare capacity.
    pub(crate) fn shrink(&mut self) {
        for row in Arc::make_mut(&mut self.rows) {
            if let Some(row) = Arc::get_mut(row) {
                row.shrink();
            }
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// The entries on one proposal and one party, newest first.
    pub fn line(&self, proposal: Slot, party: Slot) -> Vec<Entry<'_>> {
        let mut line: Vec<_> = self.chain(proposal, party).collect();
        line.sort_by_key(|entry| std::cmp::Reverse((entry.packed.date, entry.packed.id)));
        line
    }

    /// The entry that is valid on this day: the newest one that is not later and not corrected.
    pub fn current(&self, proposal: Slot, party: Slot, as_of: NaiveDate) -> Option<Entry<'_>> {
        self.chain(proposal, party)
            .filter(|entry| entry.packed.date <= as_of && !entry.is_replaced())
            .max_by_key(|entry| (entry.packed.date, entry.packed.id))
    }

    /// All entries, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.rows.len()).map(slot_at).flat_map(move |proposal| {
            self.parties_on(proposal).flat_map(move |party| self.chain(proposal, party))
        })
    }

    /// The slots of the parties with entries on a proposal, in order.
    pub(crate) fn parties_on(&self, proposal: Slot) -> impl Iterator<Item = Slot> {
        self.row(proposal).into_iter().flat_map(|row| row.heads.keys().copied())
    }

    /// How many entries there are on one proposal.
    pub(crate) fn count_on(&self, proposal: Slot) -> usize {
        self.row(proposal).map_or(0, ProposalEntries::len)
    }

    /// Whether this entry is among those on one proposal and one party.
    pub(crate) fn holds(&self, proposal: Slot, party: Slot, id: PositionId) -> bool {
        self.chain(proposal, party).any(|entry| entry.packed.id == id)
    }

    /// How many entries there are on one proposal and one party.
    pub(crate) fn line_len(&self, proposal: Slot, party: Slot) -> usize {
        self.chain(proposal, party).count()
    }

    /// Differs from that of a ledger that was read afresh.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// Identifies this state of the ledger.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The proposals whose entries differ from those in an earlier state of the same ledger.
    pub fn changes<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = Slot> + 'a {
        let same = self.revision == before.revision;
        let count = if same { 0 } else { self.rows.len().max(before.rows.len()) };
        (0..count).map(slot_at).filter(|proposal| {
            match (self.rows.get(proposal.index()), before.rows.get(proposal.index())) {
                (Some(is), Some(was)) => !Arc::ptr_eq(is, was),
                (Some(row), None) | (None, Some(row)) => !row.heads.is_empty(),
                (None, None) => false,
            }
        })
    }

    /// Every distinct text of the entries: statements, conditions and reasons. The index of a text in
    /// this list is its number, which never changes.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts_from(0)
    }

    /// The same, starting from a number.
    pub(crate) fn texts_from(&self, number: usize) -> impl Iterator<Item = &str> {
        self.texts.from(number)
    }

    /// The entries with a text whose number is chosen.
    pub(crate) fn with_texts<'a>(&'a self, chosen: &'a [bool]) -> impl Iterator<Item = Entry<'a>> {
        let is = |text: u32| text > 0 && chosen.get(text as usize).copied().unwrap_or_default();
        // Walks the arrays end to end, which is faster than following the chains. Text 0 is the
        // empty one.
        let entries = (0..self.rows.len()).map(slot_at).flat_map(move |proposal| {
            let row = self.row(proposal).into_iter();
            row.flat_map(move |row| {
                row.entries.iter().map(move |packed| Entry { ledger: self, row, proposal, packed })
            })
        });
        entries.filter(move |entry| {
            let packed = entry.packed;
            is(packed.words) || is(packed.condition) || is(packed.reason)
        })
    }

    fn chain(&self, proposal: Slot, party: Slot) -> impl Iterator<Item = Entry<'_>> {
        self.row(proposal).into_iter().flat_map(move |row| {
            row.chain(party).map(move |packed| Entry { ledger: self, row, proposal, packed })
        })
    }

    fn row(&self, proposal: Slot) -> Option<&ProposalEntries> {
        self.rows.get(proposal.index()).map(AsRef::as_ref)
    }
}

/// The number of a text, added if it is new.
fn number(texts: &mut Arc<Texts>, text: &str) -> u32 {
    match texts.find(text) {
        Some(number) => number,
        None => Arc::make_mut(texts).add(text),
    }
}

/// One entry of a [`Ledger`].
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    ledger: &'a Ledger,
    row: &'a ProposalEntries,
    proposal: Slot,
    packed: &'a Packed,
}

impl<'a> Entry<'a> {
    /// See [`Position::id`].
    pub fn id(self) -> PositionId {
        self.packed.id
    }

    /// The slot of the proposal.
    pub fn proposal(self) -> Slot {
        self.proposal
    }

    /// The slot of the party.
    pub fn party(self) -> Slot {
        self.packed.party
    }

    /// See [`Position::stance`].
    pub fn stance(self) -> Option<Stance> {
        unpack(self.packed.stance)
    }

    /// See [`Position::date`].
    pub fn date(self) -> NaiveDate {
        self.packed.date
    }

    /// See [`Position::forum`].
    pub(crate) fn forum(self) -> Option<Forum> {
        unpack(self.packed.forum)
    }

    /// See [`Position::words`].
    pub fn words(self) -> &'a str {
        self.ledger.texts.get(self.packed.words)
    }

    /// The slot of the source.
    pub fn source(self) -> Option<Slot> {
        (self.packed.source != NONE).then_some(Slot(self.packed.source))
    }

    /// See [`Position::certainty`].
    pub fn certainty(self) -> Option<Certainty> {
        unpack(self.packed.certainty)
    }

    /// See [`Position::salience`].
    pub(crate) fn salience(self) -> Option<u8> {
        (self.packed.salience != 0).then_some(self.packed.salience)
    }

    /// See [`Position::condition`].
    pub fn condition(self) -> &'a str {
        self.ledger.texts.get(self.packed.condition)
    }

    /// See [`Position::reason`].
    pub fn reason(self) -> &'a str {
        self.ledger.texts.get(self.packed.reason)
    }

    /// See [`Position::hold`].
    pub fn hold(self) -> bool {
        self.packed.hold
    }

    /// See [`Position::replaces`].
    pub fn replaces(self) -> Option<PositionId> {
        self.row.replaces(self.packed.id)
    }

    /// See [`Position::author`].
    pub fn author(self) -> &'a str {
        self.ledger.texts.get(self.packed.author)
    }

    /// See [`Position::marking`].
    pub fn marking(self) -> Option<Marking> {
        unpack(self.packed.marking)
    }

    /// Whether a correction replaces this entry.
    pub fn is_replaced(self) -> bool {
        self.row.is_replaced(self.packed.party, self.packed.id)
    }

    /// The whole entry as a plain value.
    pub(crate) fn to_position(
        self,
        proposal: ProposalId,
        party: PartyId,
        source: Option<SourceId>,
    ) -> Position {
        Position {
            id: self.id(),
            proposal,
            by: party.into(),
            stance: self.stance(),
            date: self.date(),
            forum: self.forum(),
            words: self.words().to_owned(),
            source,
            certainty: self.certainty(),
            salience: self.salience(),
            condition: self.condition().to_owned(),
            reason: self.reason().to_owned(),
            hold: self.hold(),
            replaces: self.replaces(),
            author: self.author().to_owned(),
            marking: self.marking(),
        }
    }
}

fn slot_at(index: usize) -> Slot {
    Slot(u32::try_from(index).unwrap_or(NONE))
}

// Zero is "none"; the values follow in the order of `ALL`.
fn pack<T: Keyed>(value: Option<T>) -> u8 {
    let place = value.and_then(|value| T::ALL.iter().position(|other| *other == value));
    place.map_or(0, |place| u8::try_from(place + 1).unwrap_or(0))
}

fn unpack<T: Keyed>(packed: u8) -> Option<T> {
    T::ALL.get(usize::from(packed).checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests;
