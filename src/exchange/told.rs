//! The dossier's present stances in the cells of a table, and whether a `?` in the table adds
//! anything to them.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use crate::model::{
    Entry, GroupId, Membership, PartyId, Position, ProposalId, Snapshot, Speaker, Stance,
};

/// One cell: a party or group, and a proposal.
pub(super) type Cell = (Speaker, ProposalId);

/// The entries of the cells that were asked about, each gathered once.
pub(super) struct Told<'a> {
    snapshot: &'a Snapshot,
    of_groups: HashMap<Cell, Vec<&'a Position>>,
    // The entries that were not corrected, oldest first.
    cells: HashMap<Cell, Vec<Recorded<'a>>>,
}

#[derive(Clone, Copy)]
enum Recorded<'a> {
    Party(Entry<'a>),
    Group(&'a Position),
}

impl Recorded<'_> {
    fn date(self) -> NaiveDate {
        match self {
            Self::Party(entry) => entry.date(),
            Self::Group(entry) => entry.date,
        }
    }

    fn stance(self) -> Option<Stance> {
        match self {
            Self::Party(entry) => entry.stance(),
            Self::Group(entry) => entry.stance,
        }
    }
}

impl<'a> Told<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let mut of_groups: HashMap<Cell, Vec<_>> = HashMap::new();
        for entry in snapshot.group_positions.iter() {
            of_groups.entry((entry.by, entry.proposal)).or_default().push(entry);
        }
        Self { snapshot, of_groups, cells: HashMap::new() }
    }

    /// The current entry of a day, if that day has one.
    pub(super) fn on(&mut self, cell: Cell, day: NaiveDate) -> Option<Position> {
        let recorded = self.last(cell, day).filter(|recorded| recorded.date() == day)?;
        match recorded {
            Recorded::Party(entry) => self.snapshot.position(entry),
            Recorded::Group(entry) => Some(entry.clone()),
        }
    }

    /// The last entry that is not later than a day.
    fn last(&mut self, cell: Cell, day: NaiveDate) -> Option<Recorded<'a>> {
        let recorded = self.cell(cell);
        let until = recorded.partition_point(|recorded| recorded.date() <= day);
        recorded.get(until.checked_sub(1)?).copied()
    }

    fn cell(&mut self, cell: Cell) -> &[Recorded<'a>] {
        let (snapshot, of_groups) = (self.snapshot, &self.of_groups);
        self.cells.entry(cell).or_insert_with(|| match cell.0 {
            Speaker::Party(party) => {
                let slots = snapshot.proposals.slot(cell.1).zip(snapshot.parties.slot(party));
                let line = slots.map(|(proposal, party)| snapshot.positions.line(proposal, party));
                let line = line.unwrap_or_default();
                let replaced: HashSet<_> = line.iter().filter_map(|it| it.replaces()).collect();
                let held = line.into_iter().rev().filter(|it| !replaced.contains(&it.id()));
                held.map(Recorded::Party).collect()
            }
            Speaker::Group(_) => {
                let mut line = of_groups.get(&cell).cloned().unwrap_or_default();
                line.sort_by_key(|entry| (entry.date, entry.id));
                let replaced: HashSet<_> = line.iter().filter_map(|it| it.replaces).collect();
                line.retain(|it| !replaced.contains(&it.id));
                line.into_iter().map(Recorded::Group).collect()
            }
        })
    }
}

/// The indices of entries that add nothing: they say that a stance is unknown, and nothing was
/// known on that day anyway, according to the dossier and the whole table.
///
/// The order of the rows does not matter, and importing a table twice adds nothing: entries are
/// compared by their day, not their line.
pub(super) fn idle(told: &mut Told<'_>, planned: &[Position]) -> HashSet<usize> {
    let is_unknown = |it: &Position| {
        // An entry with words or a source is evidence, whatever is known.
        let says_more = !it.words.is_empty()
            || it.source.is_some()
            || it.salience.is_some()
            || it.hold
            || !it.condition.is_empty()
            || !it.reason.is_empty();
        it.stance.is_none() && it.replaces.is_none() && !says_more
    };
    let mut unknown: Vec<_> = planned.iter().enumerate().filter(|(_, it)| is_unknown(it)).collect();
    if unknown.is_empty() {
        return HashSet::new();
    }
    // Groups first, because the parties may inherit from them.
    unknown.sort_by_key(|(_, it)| (it.by.party().is_some(), it.date));
    let asked: HashSet<Cell> = unknown.iter().map(|(_, it)| (it.by, it.proposal)).collect();
    let mut voices = Voices::new(told.snapshot);
    for entry in told.snapshot.group_positions.iter() {
        voices.speaks(entry);
    }
    let mut added: HashMap<Cell, BTreeMap<NaiveDate, Option<Stance>>> = HashMap::new();
    for entry in planned.iter().filter(|it| !is_unknown(it)) {
        let cell = (entry.by, entry.proposal);
        if entry.by.group().is_some() || asked.contains(&cell) {
            added.entry(cell).or_default().insert(entry.date, entry.stance);
        }
        voices.speaks(entry);
    }
    let mut idle = HashSet::new();
    for (place, entry) in unknown {
        let (cell, day) = ((entry.by, entry.proposal), entry.date);
        let own = last(told, &added, cell, day);
        let was_known = match (own, entry.by) {
            (Some(stance), _) => stance.is_some(),
            (None, Speaker::Group(_)) => false,
            (None, Speaker::Party(party)) => voices
                .of(party, entry.proposal, day)
                .any(|group| last(told, &added, (group, entry.proposal), day).flatten().is_some()),
        };
        if was_known {
            added.entry(cell).or_default().insert(day, None);
        } else {
            idle.insert(place);
        }
    }
    idle
}

/// The last entry up to a day, in the dossier or the table. If both have one on the same day, the
/// one in the table, which corrects the other.
fn last(
    told: &mut Told<'_>,
    added: &HashMap<Cell, BTreeMap<NaiveDate, Option<Stance>>>,
    cell: Cell,
    day: NaiveDate,
) -> Option<Option<Stance>> {
    let recorded = told.last(cell, day).map(|recorded| (recorded.date(), recorded.stance()));
    let new = added.get(&cell).and_then(|days| days.range(..=day).next_back());
    match (recorded, new) {
        (Some((before, stance)), Some((on, _))) if before > *on => Some(stance),
        (_, Some((_, stance))) => Some(*stance),
        (Some((_, stance)), None) => Some(stance),
        (None, None) => None,
    }
}

/// Which groups can speak for a party.
struct Voices<'a> {
    memberships: HashMap<PartyId, Vec<&'a Membership>>,
    speaking: HashSet<(GroupId, ProposalId)>,
}

impl<'a> Voices<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        let mut memberships: HashMap<_, Vec<_>> = HashMap::new();
        for membership in snapshot.memberships.iter() {
            memberships.entry(membership.party).or_default().push(membership);
        }
        Self { memberships, speaking: HashSet::new() }
    }

    fn speaks(&mut self, entry: &Position) {
        if let Some(group) = entry.by.group() {
            self.speaking.insert((group, entry.proposal));
        }
    }

    /// The groups of a party on a day that ever say anything about a proposal.
    fn of(&self, party: PartyId, on: ProposalId, day: NaiveDate) -> impl Iterator<Item = Speaker> {
        let memberships = self.memberships.get(&party).into_iter().flatten();
        memberships
            .filter(move |it| it.holds_on(day) && self.speaking.contains(&(it.group, on)))
            .map(|it| Speaker::Group(it.group))
    }
}
