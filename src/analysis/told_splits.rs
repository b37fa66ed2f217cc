//! The splits of each poll that rooms were told.
//!
//! This outlives a room: anyone who saw four answers in one room and five in the next knows the
//! fifth. All of it counts, not only the last: a split told before another can be compared with
//! what comes after. But what a stricter room was told does not count in a laxer one; otherwise
//! what is held back there would show that there was such a room. And a room repeats only what it
//! was told itself, or what was told of a poll that it sees.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Counts, Told, told_after};
use crate::model::{Dossier, Keyed, Marking, Poll, PollId, PollKind, ProposalId};

/// Prefix of the key under which the splits are stored in the workspace.
const KEY: &str = "told ";

/// The splits told of the polls on a proposal and day, in that order. A poll that is undone and
/// recorded again is another record with the same answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldSplits {
    all: BTreeMap<Asked, Vec<Telling>>,
    // The polls of which this room itself was told.
    here: BTreeSet<PollId>,
}

type Asked = (ProposalId, PollKind, NaiveDate);

/// A split that was told in a room with this ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Telling {
    poll: PollId,
    ceiling: Marking,
    counts: Counts,
}

impl ToldSplits {
    /// The split last told of a poll or, in this room, of the poll it replaces; `ceiling` is the
    /// room's.
    pub(crate) fn of(&self, poll: &Poll, ceiling: Marking) -> Option<Counts> {
        let told: Vec<_> = self.up_to(poll, ceiling).collect();
        let last = |wanted: &dyn Fn(PollId) -> bool| told.iter().rev().find(|it| wanted(it.poll));
        let own = last(&|id| id == poll.id);
        own.or_else(|| last(&|id| self.here.contains(&id))).map(|it| it.counts)
    }

    /// All splits ever told of a poll, or of others on the same proposal and day, in rooms with no
    /// stricter ceiling.
    pub(crate) fn ever(&self, poll: &Poll, ceiling: Marking) -> Vec<Counts> {
        self.up_to(poll, ceiling).map(|it| it.counts).collect()
    }

    /// Whether the answers to a poll may appear in what everybody up to a ceiling may see: there
    /// are enough of them, and they are not too close to anything told before.
    pub(crate) fn may_tell(&self, dossier: &Dossier, poll: &Poll, ceiling: Marking) -> bool {
        let told = told_after(dossier, None, &self.ever(poll, ceiling), poll.counts);
        matches!(told, Told::Split(_))
    }

    fn up_to(&self, poll: &Poll, ceiling: Marking) -> impl Iterator<Item = &Telling> {
        let (id, asked) = (poll.id, asked(poll));
        // If a merge or another program renamed it, its answers are still the same.
        let before =
            self.all.iter().filter(move |(of, _)| **of != asked).flat_map(|(_, told)| told);
        let before = before.filter(move |it| it.poll == id);
        let told = before.chain(self.all.get(&asked).into_iter().flatten());
        told.filter(move |it| it.ceiling <= ceiling)
    }

    /// Records the split told of a poll in a room with this ceiling.
    pub fn note(&mut self, poll: &Poll, ceiling: Marking, counts: Counts) {
        let telling = Telling { poll: poll.id, ceiling, counts };
        let told = self.all.entry(asked(poll)).or_default();
        told.retain(|it| *it != telling);
        told.push(telling);
        self.here.insert(poll.id);
    }

    /// Takes over what rooms elsewhere were told, as if it had been told before what was told here.
    pub(crate) fn take_over(&mut self, elsewhere: &Self) {
        for (asked, told) in &elsewhere.all {
            let here = self.all.entry(*asked).or_default();
            let new: Vec<_> = told.iter().filter(|it| !here.contains(it)).copied().collect();
            here.splice(0..0, new);
        }
    }

    /// Whether a key of the workspace is one that this is stored under.
    pub fn is_key(key: &str) -> bool {
        key.starts_with(KEY)
    }

    /// The keys and values stored in the workspace.
    pub fn to_workspace(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.all.iter().map(|((proposal, kind, day), told)| {
            let split = |Telling { poll, ceiling, counts }: &Telling| {
                let counts = counts.map(|count| count.to_string()).join(" ");
                format!("{poll} {} {counts}", ceiling.key())
            };
            let key = format!("{KEY}{proposal} {} {day}", kind.key());
            (key, told.iter().map(split).collect::<Vec<_>>().join(";"))
        })
    }

    /// Loads what earlier rooms were told; other keys of the workspace are ignored.
    pub fn from_workspace<T: AsRef<str>>(kept: impl IntoIterator<Item = (T, T)>) -> Self {
        let kept = kept.into_iter();
        let all = kept.filter_map(|(key, value)| parse(key.as_ref(), value.as_ref())).collect();
        Self { all, here: BTreeSet::new() }
    }
}

fn parse(key: &str, value: &str) -> Option<(Asked, Vec<Telling>)> {
    let mut parts = key.strip_prefix(KEY)?.split(' ');
    let proposal = ProposalId(parts.next()?.parse().ok()?);
    let kind = PollKind::from_key(parts.next()?)?;
    let day = parts.next()?.parse().ok()?;
    let split = |written: &str| {
        let mut parts = written.split(' ');
        let poll = PollId(parts.next()?.parse().ok()?);
        let ceiling = Marking::from_key(parts.next()?)?;
        let mut counts = Counts::default();
        for count in &mut counts {
            *count = parts.next()?.parse().ok()?;
        }
        Some(Telling { poll, ceiling, counts })
    };
    Some(((proposal, kind, day), value.split(';').filter_map(split).collect()))
}

fn asked(poll: &Poll) -> Asked {
    (poll.proposal, poll.kind, poll.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLEAR: Marking = Marking::Clear;

    #[test]
    fn what_was_told_is_kept_from_one_room_to_the_next() {
        let day = "2026-11-26".parse().unwrap();
        let mut told = ToldSplits::default();
        for kind in PollKind::ALL {
            let poll = Poll::new(ProposalId::new(), *kind, day);
            for counts in [[1, 0, 4, 0, 0, 2], [5, 0, 4, 0, 3, 2], [1, 0, 4, 0, 0, 2]] {
                told.note(&poll, CLEAR, counts);
            }
            let (last, all) = (told.of(&poll, CLEAR), told.ever(&poll, CLEAR));
            assert_eq!((last, all.len()), (Some([1, 0, 4, 0, 0, 2]), 2));
        }
        let kept: Vec<_> = told.to_workspace().collect();
        let other = [("screen", "room"), ("told x", "1"), ("told ", "")];
        let other = other.map(|(key, value)| (key.to_owned(), value.to_owned()));
        let pairs = kept.into_iter().chain(other);
        assert_eq!(ToldSplits::from_workspace(pairs).all, told.all);
    }

    #[test]
    fn a_room_repeats_what_it_was_told_and_of_other_rooms_what_it_sees() {
        let day = "2026-11-26".parse().unwrap();
        let poll = Poll::new(ProposalId::new(), PollKind::Temperature, day);
        let again = Poll { id: PollId::new(), ..poll.clone() };
        let counts = [0, 3, 0, 0, 2, 0];
        let mut told = ToldSplits::default();
        told.note(&poll, CLEAR, counts);
        let of = |told: &ToldSplits, poll: &Poll| told.of(poll, CLEAR);
        assert_eq!((of(&told, &poll), of(&told, &again)), (Some(counts), Some(counts)));
        let kept: Vec<_> = told.to_workspace().collect();
        let next = ToldSplits::from_workspace(kept);
        assert_eq!((of(&next, &poll), of(&next, &again)), (Some(counts), None));
        assert_eq!(next.ever(&again, CLEAR), [counts], "it can still be compared with it");
    }

    #[test]
    fn what_was_told_of_a_poll_counts_also_when_it_is_called_something_else() {
        let poll =
            Poll::new(ProposalId::new(), PollKind::Temperature, "2026-11-26".parse().unwrap());
        let counts = [0, 3, 0, 0, 2, 0];
        let mut told = ToldSplits::default();
        told.note(&poll, CLEAR, counts);
        let other = Poll { kind: PollKind::Speakers, ..poll.clone() };
        let moved = Poll { date: "2026-11-25".parse().unwrap(), ..poll.clone() };
        for called in [&other, &moved] {
            assert_eq!(told.ever(called, CLEAR), [counts]);
            assert_eq!(told.of(called, CLEAR), Some(counts));
        }
        // Polling those who spoke is not polling those who were asked.
        let speakers = Poll { id: PollId::new(), ..other };
        assert_eq!(told.ever(&speakers, CLEAR).len(), 0);
    }

    #[test]
    fn what_a_stricter_room_was_told_counts_in_no_laxer_one() {
        let day = "2026-11-26".parse().unwrap();
        let poll = Poll::new(ProposalId::new(), PollKind::Speakers, day);
        let mut told = ToldSplits::default();
        told.note(&poll, Marking::Amber, [0, 3, 0, 0, 2, 0]);
        for (ceiling, known) in
            [(CLEAR, 0), (Marking::Green, 0), (Marking::Amber, 1), (Marking::Red, 1)]
        {
            assert_eq!(told.ever(&poll, ceiling).len(), known, "{ceiling:?}");
            assert_eq!(told.of(&poll, ceiling).is_some(), known == 1, "{ceiling:?}");
        }
    }
}
