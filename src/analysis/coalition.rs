//! The coalition matrix: who stands where on what, by camp.

use chrono::NaiveDate;

use super::{Adoption, Camps, Tally, adoption, camps, voices};
use crate::model::{Camp, Keyed, Slot, Snapshot, Stance};

/// What a stance in the matrix rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// An entry of the party itself.
    Own,
    /// What its groups say, which it has not contradicted.
    Inherited,
    /// Its groups contradict each other, so nothing is known.
    Conflict,
    /// Nothing.
    Nothing,
}

/// The matrix on one day: stances, camps, tallies and verdicts.
///
/// It is computed once for a state of the dossier; drawing only looks up.
#[derive(Clone, Debug)]
pub struct Coalition {
    /// The day it shows.
    pub as_of: NaiveDate,
    /// The camps of the parties.
    pub camps: Camps,
    // By slot of the proposal.
    columns: Vec<Option<Column>>,
    // By slot of the proposal.
    rows: Vec<Row>,
}

/// What is known on one proposal. Where that is of few parties only those are kept: thousands
/// of proposals by thousands of parties would be more than fits into memory.
#[derive(Clone, Debug)]
enum Row {
    // By slot of the party.
    Dense(Vec<Cell>),
    // In the order of the slots.
    Sparse(Vec<(Slot, Cell)>),
}

impl Row {
    /// The row of so many parties in which these cells are known, in the order of the slots.
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

// Packed, for a large dossier has more than a million: nought is unknown, then the scale;
// the same again for what is inherited, and one more for a conflict.
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

/// What the matrix says of one proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The stances of all parties.
    pub tally: Tally,
    /// The stances of each camp, in the order of [`Camp::ALL`].
    pub camps: [Tally; 4],
    /// The stances of those who decide.
    pub deciding: Tally,
    /// What each rule makes of them.
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
    fn count(&mut self, camp: Camp, decides: bool, count: impl Fn(&mut Tally)) {
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
    /// The stance of the party on the proposal; `None` is unknown.
    pub fn stance(&self, proposal: Slot, party: Slot) -> Option<Stance> {
        self.cell(proposal, party).stance()
    }

    /// What the stance of the party on the proposal rests on.
    pub fn basis(&self, proposal: Slot, party: Slot) -> Basis {
        self.cell(proposal, party).basis()
    }

    fn cell(&self, proposal: Slot, party: Slot) -> Cell {
        self.rows.get(proposal.index()).map_or(Cell::default(), |row| row.cell(party))
    }

    /// The parties of which something is known on the proposal, or whose groups disagree, in
    /// the order of their slots.
    pub fn known(&self, proposal: Slot) -> Vec<Slot> {
        self.rows.get(proposal.index()).map(Row::known).unwrap_or_default()
    }

    /// What the matrix says of the proposal in this slot.
    pub fn column(&self, proposal: Slot) -> Option<&Column> {
        self.columns.get(proposal.index())?.as_ref()
    }

    /// The part of all cells that is unknown: how many, and of how many.
    pub fn unknown(&self) -> (u32, u32) {
        let tallies = self.columns.iter().flatten().map(|column| &column.tally);
        tallies.fold((0, 0), |(unknown, total), tally| {
            (unknown + tally.unknown(), total + tally.total())
        })
    }
}

/// Computes the matrix as it stood at the end of a day.
///
/// A party without an entry of its own has the stance of its groups, as far as they agree;
/// where they do not, it is unknown. An entry of its own always wins, also where it says
/// that its stance is unknown again.
pub fn coalition(snapshot: &Snapshot, as_of: NaiveDate) -> Coalition {
    let camps = camps(snapshot);
    let parties = snapshot.parties.slot_count();
    let mut live = vec![None; parties];
    // What is counted where nothing is known of anybody; what is known is counted on from
    // there, so that only that takes time.
    let mut nothing = Column::default();
    for (slot, party) in snapshot.parties.slots() {
        let camp = camps.camp(slot);
        live[slot.index()] = Some((camp, party.decides));
        nothing.count(camp, party.decides, |tally| tally.add(None));
    }
    let members = voices::Members::new(snapshot, as_of);
    let voices = voices::voices(snapshot, as_of);
    let mut columns = vec![None; snapshot.proposals.slot_count()];
    let mut rows = vec![Row::Sparse(Vec::new()); snapshot.proposals.slot_count()];
    for (proposal, record) in snapshot.proposals.slots() {
        let own = snapshot.positions.parties_on(proposal).filter_map(|party| {
            let entry = snapshot.positions.current(proposal, party, as_of)?;
            Some((party, entry.stance().map_or(Cell::OWN_UNKNOWN, Cell::own)))
        });
        let mut known: Vec<_> = own.collect();
        if let Some(said) = voices.get(&record.id) {
            let spoken = known.len();
            for (party, said) in voices::inherited(&members, said) {
                if known[..spoken].binary_search_by_key(&party, |(slot, _)| *slot).is_err() {
                    known.push((party, Cell::inherited(said)));
                }
            }
            known.sort_by_key(|(slot, _)| *slot);
        }
        known.retain(|(party, _)| live.get(party.index()).is_some_and(Option::is_some));
        let mut column = nothing.clone();
        for (party, cell) in &known {
            if let Some((camp, decides)) = live[party.index()] {
                column.count(camp, decides, |tally| tally.learn(cell.stance()));
            }
        }
        column.adoption = adoption(&column.deciding);
        columns[proposal.index()] = Some(column);
        rows[proposal.index()] = Row::new(parties, known);
    }
    Coalition { as_of, camps, columns, rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Bilingual, Dossier, Group, GroupKind, Membership, Party, PartyKind, Position, Proposal,
    };

    #[test]
    fn every_cell_tells_its_stance_and_what_it_rests_on() {
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
        let mut snapshot = Snapshot::new(Dossier::new(""));
        let proposal = Proposal::new("P", Bilingual::default());
        let column = snapshot.proposals.put(proposal.id, proposal.clone());
        let [one, both, own, late] = ["ONE", "TWO", "OWN", "LATE"].map(|code| {
            let party = Party::new(code, Bilingual::default(), PartyKind::State);
            (snapshot.parties.put(party.id, party.clone()), party.id)
        });
        let [a, b] = ["A", "B"].map(|code| {
            let group = Group::new(code, Bilingual::default(), GroupKind::Organisation);
            snapshot.groups.put(group.id, group.clone());
            group.id
        });
        for (group, party) in [(a, one.1), (a, both.1), (b, both.1), (a, own.1), (a, late.1)] {
            let mut member = Membership::new(group, party);
            member.since = (party == late.1).then(|| "2025".parse().unwrap());
            snapshot.memberships.put(member.id, member);
        }
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        let mut say = |by: crate::model::Speaker, stance, on: &str| {
            snapshot.put_position(&Position::new(proposal.id, by, Some(stance), day(on)));
        };
        say(a.into(), Stance::Support, "2024-01-01");
        say(b.into(), Stance::Object, "2024-06-01");
        say(own.1.into(), Stance::Reserve, "2020-01-01");
        let seen = |on: &str| {
            let matrix = coalition(&snapshot, day(on));
            [one.0, both.0, own.0, late.0]
                .map(|party| (matrix.stance(column, party), matrix.basis(column, party)))
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
        let said = super::super::voices_for(&snapshot, proposal.id, both.1, day("2025-01-01"));
        assert_eq!(
            said.iter().map(|voice| voice.stance).collect::<Vec<_>>(),
            [Stance::Support, Stance::Object]
        );
    }
}
