//! The coalition matrix: the stance of every party on every proposal, by camp.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::voices::Members;
use super::{Adoption, Camps, Outcome, Rule, Tally, adoption, camps, voices};
use crate::model::{Camp, GroupId, Keyed, Ledger, Slot, Snapshot, Stance};

/// The basis of a stance in the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// An entry of the party itself.
    Own,
    /// The stance of its groups, which it has not contradicted.
    Inherited,
    /// Its groups contradict each other, so its stance is unknown.
    Conflict,
    /// Nothing.
    Nothing,
}

/// The matrix on one day: stances, camps, tallies and verdicts.
///
/// A column is counted on first use, or together with all others by `count_all`, and only once for
/// each state of the dossier.
#[derive(Clone, Debug)]
pub struct Coalition {
    /// The day it shows.
    pub as_of: NaiveDate,
    /// The camps of the parties.
    pub camps: Arc<Camps>,
    // By slot of the proposal; `None` if the slot has no proposal.
    columns: Vec<Option<OnceLock<Arc<Counted>>>>,
    electorate: Arc<Electorate>,
    // The stances of groups, by slot of the proposal.
    voices: FxHashMap<Slot, Vec<(GroupId, Stance)>>,
    positions: Ledger,
    totals: OnceLock<Totals>,
}

/// A column and its cells.
#[derive(Debug)]
struct Counted {
    column: Column,
    row: ProposalCells,
}

/// Who decides, and for whom groups speak.
#[derive(Debug, PartialEq)]
struct Electorate {
    // By slot of the party: its camp, and whether it decides.
    parties: Vec<Option<(Camp, bool)>>,
    members: Members,
    // The counts of a column in which every stance is unknown. Each column starts from these, so
    // that counting takes time only for known stances.
    nothing: Column,
}

/// The sums over all columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many cells are unknown, and how many cells there are.
    pub unknown: (u64, u64),
    outcomes: [[usize; 3]; 3],
}

impl Totals {
    /// How many proposals have this outcome under this rule.
    pub fn count(&self, rule: Rule, outcome: Outcome) -> usize {
        self.outcomes[rule as usize][outcome as usize]
    }
}

/// The known cells of one proposal. If they are few, only these are kept: thousands of proposals by
/// thousands of parties would not fit into memory.
#[derive(Clone, Debug)]
enum ProposalCells {
    // By slot of the party.
    Dense(Vec<Cell>),
    // In order of slot.
    Sparse(Vec<(Slot, Cell)>),
}

impl ProposalCells {
    /// The row for `parties` parties in which these cells are known; they are in order of slot.
    fn new(parties: usize, known: Vec<(Slot, Cell)>) -> Self {
        if known.len() * 8 < parties {
            return Self::Sparse(known);
        }
        let mut cells = vec![Cell::default(); parties];
        for (party, cell) in known {
            cells[party.index()] = cell;
        }
        Self::Dense(cells)
    }

    fn cell(&self, party: Slot) -> Cell {
        match self {
            Self::Dense(cells) => cells.get(party.index()).copied().unwrap_or_default(),
            Self::Sparse(known) => {
                let place = known.binary_search_by_key(&party, |(slot, _)| *slot);
                place.map_or(Cell::default(), |place| known[place].1)
            }
        }
    }

    fn known(&self) -> Vec<Slot> {
        match self {
            Self::Dense(cells) => {
                let cells = (0..).map(Slot).zip(cells);
                let known = cells.filter(|(_, cell)| cell.basis() != Basis::Nothing);
                known.map(|(slot, _)| slot).collect()
            }
            Self::Sparse(known) => known.iter().map(|(slot, _)| *slot).collect(),
        }
    }
}

// Packed, because a large dossier has more than a million: zero is unknown, then the scale for own
// stances, the scale again for inherited ones, and two special values.
#[derive(Clone, Copy, Debug, Default)]
struct Cell(u8);

impl Cell {
    const CONFLICT: Self = Self(u8::MAX);
    const OWN_UNKNOWN: Self = Self(u8::MAX - 1);

    fn own(stance: Stance) -> Self {
        Self(stance as u8 + 1)
    }

    fn inherited(stance: Option<Stance>) -> Self {
        let scale = Stance::ALL.len() as u8;
        stance.map_or(Self::CONFLICT, |stance| Self(stance as u8 + 1 + scale))
    }

    fn stance(self) -> Option<Stance> {
        let place = usize::from(self.0).checked_sub(1)?;
        let scale = Stance::ALL.len();
        let place = if place < scale { place } else { place - scale };
        Stance::ALL.get(place).copied()
    }

    fn basis(self) -> Basis {
        match usize::from(self.0) {
            0 => Basis::Nothing,
            place if place <= Stance::ALL.len() => Basis::Own,
            _ if self.0 == Self::CONFLICT.0 => Basis::Conflict,
            _ if self.0 == Self::OWN_UNKNOWN.0 => Basis::Own,
            _ => Basis::Inherited,
        }
    }
}

/// The figures of one proposal in the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The stances of all parties.
    pub tally: Tally,
    /// The stances of each camp, in the order of [`Camp::ALL`].
    pub camps: [Tally; 4],
    /// The stances of those who decide.
    pub deciding: Tally,
    /// The outcome under each rule for those who decide.
    pub adoption: Adoption,
}

impl Default for Column {
    fn default() -> Self {
        let deciding = Tally::default();
        let (tally, camps) = Default::default();
        Self { tally, camps, deciding, adoption: adoption(&deciding) }
    }
}

impl Column {
    pub(super) fn count(&mut self, camp: Camp, decides: bool, count: impl Fn(&mut Tally)) {
        count(&mut self.tally);
        count(&mut self.camps[camp as usize]);
        if decides {
            count(&mut self.deciding);
        }
    }

    /// The stances of this camp.
    pub fn camp(&self, camp: Camp) -> &Tally {
        &self.camps[camp as usize]
    }
}

impl Coalition {
    /// The matrix for a state of the dossier, with nothing counted yet.
    pub(super) fn new(snapshot: &Snapshot, as_of: NaiveDate, camps: Arc<Camps>) -> Self {
        let electorate = Arc::new(Electorate::new(snapshot, as_of, &camps));
        let mut columns = vec![None; snapshot.proposals.slot_count()];
        for (slot, _) in snapshot.proposals.slots() {
            columns[slot.index()] = Some(OnceLock::new());
        }
        Self {
            as_of,
            camps,
            columns,
            electorate,
            voices: by_slot(snapshot, as_of),
            positions: snapshot.positions.clone(),
            totals: OnceLock::new(),
        }
    }

    /// The matrix for a later state, keeping the counts that did not change; `None` if
    /// everything has to be counted again.
    pub(super) fn later(
        &self,
        before: &Snapshot,
        snapshot: &Snapshot,
        as_of: NaiveDate,
        camps: Arc<Camps>,
    ) -> Option<Self> {
        let mut later = self.clone();
        let proposals = snapshot.proposals.changes(&before.proposals);
        let there = proposals.filter(|(_, was, is)| was.is_some() != is.is_some());
        let there: Vec<_> = there.map(|(slot, _, is)| (slot, is.is_some())).collect();
        let groups = |snapshot: &Snapshot| snapshot.group_positions.revision();
        if !there.is_empty() || groups(snapshot) != groups(before) {
            later.voices = by_slot(snapshot, as_of);
        }
        later.electorate = Arc::new(Electorate::new(snapshot, as_of, &camps));
        if as_of != self.as_of || later.electorate != self.electorate {
            return None;
        }
        (later.camps, later.totals) = (camps, OnceLock::new());
        later.positions = snapshot.positions.clone();
        later.columns.resize(snapshot.proposals.slot_count(), None);
        for (slot, is) in there {
            *later.columns.get_mut(slot.index())? = is.then(OnceLock::new);
        }
        let mut anew: Vec<_> = snapshot.positions.changes(&before.positions).collect();
        let said = self.voices.keys().chain(later.voices.keys());
        anew.extend(said.filter(|slot| self.voices.get(slot) != later.voices.get(slot)));
        for slot in anew {
            if let Some(Some(column)) = later.columns.get_mut(slot.index()) {
                *column = OnceLock::new();
            }
        }
        Some(later)
    }

    /// The stance of the party on the proposal; `None` is unknown.
    pub fn stance(&self, proposal: Slot, party: Slot) -> Option<Stance> {
        self.cell(proposal, party).stance()
    }

    /// The stances of these parties on the proposal.
    pub fn tally_of(&self, proposal: Slot, parties: &[Slot]) -> Tally {
        let mut tally = Tally::default();
        parties.iter().for_each(|party| tally.add(self.stance(proposal, *party)));
        tally
    }

    /// The basis of the party's stance on the proposal.
    pub fn basis(&self, proposal: Slot, party: Slot) -> Basis {
        self.cell(proposal, party).basis()
    }

    fn cell(&self, proposal: Slot, party: Slot) -> Cell {
        self.counted(proposal).map_or(Cell::default(), |counted| counted.row.cell(party))
    }

    /// The parties whose cell on the proposal is not empty, including those whose groups
    /// disagree, in order of slot.
    pub fn known(&self, proposal: Slot) -> Vec<Slot> {
        self.counted(proposal).map(|counted| counted.row.known()).unwrap_or_default()
    }

    /// The figures of the proposal in this slot.
    pub fn column(&self, proposal: Slot) -> Option<&Column> {
        self.counted(proposal).map(|counted| &counted.column)
    }

    fn counted(&self, proposal: Slot) -> Option<&Counted> {
        let column = self.columns.get(proposal.index())?.as_ref()?;
        Some(column.get_or_init(|| Arc::new(self.count(proposal))))
    }

    /// The sums over all columns; counts those that are still to be counted.
    pub fn totals(&self) -> &Totals {
        self.totals.get_or_init(|| {
            self.count_all();
            let mut totals = Totals::default();
            for column in
                (0..).map(Slot).zip(&self.columns).filter_map(|(slot, _)| self.column(slot))
            {
                totals.unknown.0 += u64::from(column.tally.unknown());
                totals.unknown.1 += u64::from(column.tally.total());
                for rule in Rule::ALL {
                    totals.outcomes[*rule as usize][column.adoption.under(*rule) as usize] += 1;
                }
            }
            totals
        })
    }

    /// The sums over all columns, if they have been computed already.
    pub(crate) fn counted_totals(&self) -> Option<&Totals> {
        self.totals.get()
    }

    /// How many columns are not counted yet.
    pub fn left(&self) -> usize {
        self.columns.iter().flatten().filter(|column| column.get().is_none()).count()
    }

    /// How many cells are unknown, and how many cells there are.
    pub fn unknown(&self) -> (u64, u64) {
        self.totals().unknown
    }

    /// Counts every column that is not counted yet, using all processors.
    pub(crate) fn count_all(&self) {
        let left = (0..)
            .map(Slot)
            .zip(&self.columns)
            .filter(|(_, column)| column.as_ref().is_some_and(|column| column.get().is_none()));
        let left: Vec<_> = left.map(|(slot, _)| slot).collect();
        if left.len() < MANY {
            return left.iter().for_each(|slot| self.count_one(*slot));
        }
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for part in left.chunks(left.len().div_ceil(threads)) {
                scope.spawn(|| part.iter().for_each(|slot| self.count_one(*slot)));
            }
        });
    }

    fn count_one(&self, proposal: Slot) {
        self.counted(proposal);
    }

    /// How many columns are shared with an earlier state.
    #[cfg(test)]
    pub(super) fn counted_with(&self, before: &Self) -> usize {
        let pairs = self.columns.iter().flatten().zip(before.columns.iter().flatten());
        let same = pairs.filter(|(is, was)| match (is.get(), was.get()) {
            (Some(is), Some(was)) => Arc::ptr_eq(is, was),
            _ => false,
        });
        same.count()
    }

    fn count(&self, proposal: Slot) -> Counted {
        let Electorate { parties, members, nothing } = &*self.electorate;
        let own = self.positions.parties_on(proposal).filter_map(|party| {
            let entry = self.positions.current(proposal, party, self.as_of)?;
            Some((party, entry.stance().map_or(Cell::OWN_UNKNOWN, Cell::own)))
        });
        let mut known: Vec<_> = own.collect();
        if let Some(said) = self.voices.get(&proposal) {
            let spoken = known.len();
            for (party, said) in voices::inherited(members, said) {
                if known[..spoken].binary_search_by_key(&party, |(slot, _)| *slot).is_err() {
                    known.push((party, Cell::inherited(said)));
                }
            }
            known.sort_by_key(|(slot, _)| *slot);
        }
        known.retain(|(party, _)| parties.get(party.index()).is_some_and(Option::is_some));
        let mut column = nothing.clone();
        for (party, cell) in &known {
            if let Some((camp, decides)) = parties[party.index()] {
                column.count(camp, decides, |tally| tally.learn(cell.stance()));
            }
        }
        column.adoption = adoption(&column.deciding);
        Counted { column, row: ProposalCells::new(parties.len(), known) }
    }
}

/// With this many columns or more, counting uses several threads.
const MANY: usize = 500;

impl Electorate {
    fn new(snapshot: &Snapshot, as_of: NaiveDate, camps: &Camps) -> Self {
        let mut parties = vec![None; snapshot.parties.slot_count()];
        let mut nothing = Column::default();
        for (slot, party) in snapshot.parties.slots() {
            let camp = camps.camp(slot);
            parties[slot.index()] = Some((camp, party.decides));
            nothing.count(camp, party.decides, |tally| tally.add(None));
        }
        Self { parties, members: Members::new(snapshot, as_of), nothing }
    }
}

/// The stances of groups on a day, by slot of the proposal.
fn by_slot(snapshot: &Snapshot, as_of: NaiveDate) -> FxHashMap<Slot, Vec<(GroupId, Stance)>> {
    let said = voices::voices(snapshot, as_of).into_iter().filter_map(|(proposal, said)| {
        let said = said.into_iter().map(|voice| (voice.group, voice.stance));
        Some((snapshot.proposals.slot(proposal)?, said.collect()))
    });
    said.collect()
}

/// Computes the matrix as at the end of a day.
///
/// A party without an entry of its own takes the stance of its groups if they agree, and is
/// unknown if they do not. An entry of its own always wins, even one saying that its stance is
/// unknown again.
pub fn coalition(snapshot: &Snapshot, as_of: NaiveDate) -> Coalition {
    Coalition::new(snapshot, as_of, Arc::new(camps(snapshot)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sketch::{sketch, slots};

    #[test]
    fn every_cell_keeps_its_stance_and_its_basis() {
        for stance in Stance::ALL {
            let (own, inherited) = (Cell::own(*stance), Cell::inherited(Some(*stance)));
            assert_eq!((own.stance(), own.basis()), (Some(*stance), Basis::Own));
            assert_eq!((inherited.stance(), inherited.basis()), (Some(*stance), Basis::Inherited));
        }
        assert_eq!((Cell::CONFLICT.stance(), Cell::CONFLICT.basis()), (None, Basis::Conflict));
        assert_eq!((Cell::OWN_UNKNOWN.stance(), Cell::OWN_UNKNOWN.basis()), (None, Basis::Own));
        assert_eq!((Cell::default().stance(), Cell::default().basis()), (None, Basis::Nothing));
    }

    #[test]
    fn members_inherit_what_their_groups_agree_on_and_their_own_word_wins() {
        let snapshot = sketch(
            "                              P
            A(ONE TWO OWN LATE/2025)       +@2024-01-01
            B(TWO)                         --@2024-06-01
            OWN                            -@2020-01-01",
        );
        let proposal = snapshot.proposal_by_code("P").unwrap().id;
        let column = snapshot.proposals.slot(proposal).unwrap();
        let parties = slots(&snapshot, ["ONE", "TWO", "OWN", "LATE"]);
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        let seen = |on: &str| {
            let matrix = coalition(&snapshot, day(on));
            parties.map(|party| (matrix.stance(column, party), matrix.basis(column, party)))
        };
        let support = (Some(Stance::Support), Basis::Inherited);
        let reserve = (Some(Stance::Reserve), Basis::Own);
        let nothing = (None, Basis::Nothing);
        assert_eq!(seen("2023-12-31"), [nothing, nothing, reserve, nothing]);
        assert_eq!(seen("2024-05-31"), [support, support, reserve, nothing]);
        assert_eq!(seen("2025-01-01"), [support, (None, Basis::Conflict), reserve, support]);
        let tally = coalition(&snapshot, day("2025-01-01")).column(column).unwrap().tally;
        assert_eq!(
            (tally.unknown(), tally.total()),
            (1, 4),
            "a conflict is not counted as a stance"
        );
        let both = snapshot.party_by_code("TWO").unwrap().id;
        let said = super::super::voices_for(&snapshot, proposal, both, day("2025-01-01"));
        assert_eq!(
            said.iter().map(|voice| voice.stance).collect::<Vec<_>>(),
            [Stance::Support, Stance::Object]
        );
    }
}
