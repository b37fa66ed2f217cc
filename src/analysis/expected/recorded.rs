//! The contested roll calls: those of the dossier, and those of the library that it does not have.

use rustc_hash::FxHashMap;

use super::LEAST_COMMON;
use crate::library;
use crate::model::words::natural_cmp;
use crate::model::{Ballot, PartyKind, RollCallId, Side, Slot, Snapshot};

/// A vote that was cast, in order of distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vote {
    Yes,
    Abstain,
    No,
}

impl Vote {
    pub(super) fn of(ballot: Ballot) -> Option<Self> {
        match ballot {
            Ballot::Yes => Some(Self::Yes),
            Ballot::Abstain => Some(Self::Abstain),
            Ballot::No => Some(Self::No),
            Ballot::Unknown => None,
        }
    }

    /// How alike two votes are: 0 for and against, a half if one abstained, 1 the same.
    fn alike(self, other: Self) -> f64 {
        1.0 - f64::from((self as u8).abs_diff(other as u8)) / 2.0
    }
}

/// A contested roll call.
#[derive(Clone, Debug)]
pub(super) struct Contested {
    /// Its code.
    pub(super) code: String,
    /// The side that a Yes supports.
    pub(super) side: Side,
    /// Its place in the dossier; `None` for one of the library.
    pub(super) id: Option<RollCallId>,
    // By slot of the party.
    votes: Vec<Option<Vote>>,
}

impl Contested {
    /// How a party voted.
    pub(super) fn vote(&self, party: Slot) -> Option<Vote> {
        self.votes.get(party.index()).copied().flatten()
    }
}

/// How the parties of a dossier voted in the contested roll calls.
///
/// A roll call is contested if the dossier counts it towards the camps, or if it is in the library
/// and not in the dossier; a party of the dossier is the state whose code it bears.
#[derive(Clone, Debug, Default)]
pub struct RecordedVotes {
    roll_calls: Vec<Contested>,
}

impl RecordedVotes {
    /// Those of a dossier, or of the visible part of one.
    pub fn new(snapshot: &Snapshot) -> Self {
        let slots = snapshot.parties.slot_count();
        let mut roll_calls: Vec<_> = snapshot
            .roll_calls
            .iter()
            .filter_map(|it| {
                let (side, votes) = (it.yes_side?, vec![None; slots]);
                Some(Contested { code: it.code.clone(), side, id: Some(it.id), votes })
            })
            .collect();
        let places: FxHashMap<_, _> =
            roll_calls.iter().enumerate().map(|(place, it)| (it.id, place)).collect();
        for vote in snapshot.votes.iter() {
            let place = places.get(&Some(vote.roll_call));
            if let (Some(place), Some(slot)) = (place, snapshot.parties.slot(vote.party)) {
                roll_calls[*place].votes[slot.index()] = Vote::of(vote.ballot);
            }
        }
        // If the dossier has it without a side, somebody does not want it to count.
        let has =
            |symbol: &str| snapshot.roll_calls.iter().any(|it| short(&it.code) == short(symbol));
        let lacking = library::resolutions().iter().filter(|it| it.contested && !has(&it.symbol));
        let of_library = lacking.filter_map(|it| {
            let votes = vec![None; slots];
            Some(Contested { code: it.symbol.clone(), side: it.yes_reads?, id: None, votes })
        });
        let mut of_library: Vec<_> = of_library.collect();
        let states = snapshot.parties.slots().filter(|(_, it)| it.kind == PartyKind::State);
        let states: FxHashMap<_, _> = states.map(|(slot, it)| (it.code.as_str(), slot)).collect();
        for cast in library::votes() {
            let roll_call = of_library.iter_mut().find(|it| it.code == cast.resolution);
            if let (Some(roll_call), Some(slot)) = (roll_call, states.get(cast.iso3.as_str())) {
                roll_call.votes[slot.index()] = cast.ballot().and_then(Vote::of);
            }
        }
        roll_calls.extend(of_library);
        roll_calls.retain(|it| it.votes.iter().any(Option::is_some));
        roll_calls.sort_by(|a, b| natural_cmp(&a.code, &b.code));
        Self { roll_calls }
    }

    pub(super) fn roll_calls(&self) -> &[Contested] {
        &self.roll_calls
    }

    /// How many roll calls there are.
    pub fn len(&self) -> usize {
        self.roll_calls.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.roll_calls.is_empty()
    }

    /// Compares two parties over all roll calls.
    pub(super) fn compared(&self, one: Slot, other: Slot) -> Compared {
        let mut compared = Compared::default();
        for roll_call in &self.roll_calls {
            if let Some((one, other)) = roll_call.vote(one).zip(roll_call.vote(other)) {
                compared.alike += one.alike(other);
                compared.common += 1;
            }
        }
        compared
    }
}

/// How alike two parties voted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Compared {
    alike: f64,
    common: u32,
}

impl Compared {
    /// Their likeness from 0 to 1; `None` if they can hardly be compared.
    pub(super) fn likeness(self) -> Option<f64> {
        (self.common >= LEAST_COMMON).then(|| self.alike / f64::from(self.common))
    }

    /// The same without a roll call in which they voted like this.
    pub(super) fn without(self, one: Vote, other: Vote) -> Self {
        let alike = self.alike - one.alike(other);
        Self { alike, common: self.common.saturating_sub(1) }
    }
}

/// A symbol without the prefix shared by all resolutions of the General Assembly.
pub(super) fn short(symbol: &str) -> &str {
    symbol.strip_prefix("A/RES/").unwrap_or(symbol)
}
