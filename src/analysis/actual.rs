//! Compares how parties were expected to vote with how they voted, so that a ministry learns how
//! good its reporting is.
//!
//! The expectation is the stance as it was known on the day before the vote: a party's own entry
//! or, failing that, that of its groups. A supporter was expected to vote yes, an objector no,
//! everybody else to abstain. Parties whose stance was unknown, and parties that did not vote, are
//! in no share.

use std::collections::BTreeMap;

use super::{Basis, CountsAs, coalition};
use crate::model::words::{alike, natural_cmp};
use crate::model::{Ballot, Certainty, ProposalId, RollCall, Slot, Snapshot};

/// One party that was expected to vote in some way, and voted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The party.
    pub party: Slot,
    /// How it was expected to vote.
    pub expected: CountsAs,
    /// How it voted.
    pub voted: CountsAs,
    /// How its stance was known; `None` if a group spoke for it, or if the entry did not say.
    pub certainty: Option<Certainty>,
    /// Who made the entry; empty if a group spoke for it, or if the entry did not say.
    pub author: String,
}

impl Heard {
    /// Whether it voted as expected.
    pub fn is_right(&self) -> bool {
        self.expected == self.voted
    }
}

/// The parties whose vote was expected, and those of them that voted as expected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reported {
    /// Those that voted as expected.
    pub right: Vec<Slot>,
    /// All of them.
    pub all: Vec<Slot>,
}

impl Reported {
    fn add(&mut self, heard: &Heard) {
        if heard.is_right() {
            self.right.push(heard.party);
        }
        self.all.push(heard.party);
    }
}

/// How parties were expected to vote, and how they voted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actual {
    /// The parties with an expectation that voted, by code.
    pub heard: Vec<Heard>,
    /// How many voted although nothing was known of their stance the day before.
    pub unknown: usize,
    /// All of them together.
    pub all: Reported,
    /// By how the stance was known, in the order of [`Certainty`]; last, those for which that was
    /// not said or a group spoke.
    pub by_certainty: Vec<(Option<Certainty>, Reported)>,
    /// By who made the entry, most entries first; last, without a name, those for which that was
    /// not said or a group spoke.
    pub by_author: Vec<(String, Reported)>,
}

/// The recorded vote on a proposal: the one that its decision names or, failing that, the one with
/// its code.
pub fn vote_on(snapshot: &Snapshot, proposal: ProposalId) -> Option<&RollCall> {
    let agenda = snapshot.agenda.iter().filter(|it| it.proposal == proposal);
    let named = agenda.filter_map(|it| snapshot.roll_calls.get(it.roll_call?));
    let code = &snapshot.proposals.get(proposal)?.code;
    let mut all = snapshot.roll_calls.iter();
    named.max_by_key(|it| it.date).or_else(|| all.find(|it| alike(&it.code, code)))
}

/// Compares what was expected on the day before a vote with how each party voted.
pub fn actual(snapshot: &Snapshot, proposal: Slot, vote: &RollCall) -> Actual {
    let mut found = Actual::default();
    let Some(day) = vote.date.pred_opt() else { return found };
    let coalition = coalition(snapshot, day);
    let mut certain: BTreeMap<_, Reported> = BTreeMap::new();
    let mut authors: BTreeMap<String, Reported> = BTreeMap::new();
    for cast in snapshot.votes.iter().filter(|it| it.roll_call == vote.id) {
        let voted = match cast.ballot {
            Ballot::Yes => CountsAs::For,
            Ballot::Abstain => CountsAs::Abstains,
            Ballot::No => CountsAs::Against,
            Ballot::Unknown => continue,
        };
        let Some(party) = snapshot.parties.slot(cast.party) else { continue };
        let expected = CountsAs::of(coalition.stance(proposal, party));
        if expected == CountsAs::Unknown {
            found.unknown += 1;
            continue;
        }
        let own = coalition.basis(proposal, party) == Basis::Own;
        let entry = snapshot.positions.current(proposal, party, day).filter(|_| own);
        let certainty = entry.and_then(|it| it.certainty());
        let author = entry.map_or("", |it| it.author()).to_owned();
        let heard = Heard { party, expected, voted, certainty, author };
        found.all.add(&heard);
        let rank = certainty.map_or(u8::MAX, |it| it as u8);
        certain.entry((rank, certainty)).or_default().add(&heard);
        authors.entry(heard.author.clone()).or_default().add(&heard);
        found.heard.push(heard);
    }
    let code = |it: &Heard| snapshot.parties.at(it.party).map_or("", |it| &it.code);
    found.heard.sort_by(|a, b| natural_cmp(code(a), code(b)));
    found.by_certainty = certain.into_iter().map(|((_, it), reported)| (it, reported)).collect();
    found.by_author = authors.into_iter().collect();
    // Entries without an author come last.
    found
        .by_author
        .sort_by_key(|(author, it)| (author.is_empty(), std::cmp::Reverse(it.all.len())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sketch::sketch;
    use crate::model::{Bilingual, Vote};

    #[test]
    fn what_was_known_the_day_before_is_held_against_the_vote() {
        let grid = "  P\nANA +@2026-01-01,--@2026-03-01\nBEN --@2026-01-01\nCAT .\nDAN 0@2026-01-01\nEVA +@2026-01-01";
        let mut snapshot = sketch(grid);
        let proposal = snapshot.proposals.iter().next().unwrap().id;
        for code in ["ANA", "BEN"] {
            let by = snapshot.party_by_code(code).unwrap().id;
            for entry in snapshot.line(proposal, by) {
                snapshot.remove_position(&entry);
                let author = if code == "ANA" { "Geneva" } else { "New York" };
                snapshot.put_position(&crate::model::Position {
                    certainty: Some(Certainty::Public),
                    author: author.into(),
                    ..entry
                });
            }
        }
        let vote = RollCall::new("P", Bilingual::default(), "2026-03-01".parse().unwrap());
        for (code, ballot) in [
            ("ANA", Ballot::No),
            ("BEN", Ballot::No),
            ("CAT", Ballot::Yes),
            ("DAN", Ballot::Abstain),
            ("EVA", Ballot::Unknown),
        ] {
            let party = snapshot.party_by_code(code).unwrap().id;
            snapshot.put(Vote::new(vote.id, party, ballot).into());
        }
        snapshot.put(vote.clone().into());
        let (slot, _) = snapshot.proposals.slots().next().unwrap();
        assert_eq!(vote_on(&snapshot, proposal).map(|it| it.id), Some(vote.id), "by its code");
        let found = actual(&snapshot, slot, &vote);
        // ANA changed its stance on the day of the vote itself, too late to be expected.
        let code = |slot: &Slot| &*snapshot.parties.at(*slot).unwrap().code;
        let told = |it: &Reported| {
            [&it.right, &it.all].map(|slots| slots.iter().map(code).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(told(&found.all), ["BEN DAN", "ANA BEN DAN"]);
        assert_eq!(found.unknown, 1);
        let by_certainty: Vec<_> =
            found.by_certainty.iter().map(|(it, which)| (*it, told(which))).collect();
        let public = ["BEN", "ANA BEN"].map(str::to_owned);
        let unsaid = ["DAN", "DAN"].map(str::to_owned);
        assert_eq!(by_certainty, [(Some(Certainty::Public), public), (None, unsaid)]);
        let counted: usize = found.by_author.iter().map(|(_, it)| it.all.len()).sum();
        assert_eq!(counted, found.all.all.len());
        let (author, which) = &found.by_author[1];
        assert_eq!((&**author, told(which)), ("New York", ["BEN", "BEN"].map(str::to_owned)));
        assert!(found.by_author[2].0.is_empty(), "a group spoke");
    }
}
