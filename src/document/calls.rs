//! Edits that log calls to parties: an answer, that a party is waiting for its capital, a sponsor.

use chrono::NaiveDate;

use super::entries::correction;
use super::{Edit, NewStance, StepName};
use crate::model::{
    Certainty, Engagement, Forum, PartyId, Position, ProposalId, Snapshot, Speaker, Sponsor, Stance,
};

/// The edit that logs the answer of a party or group when it was called; `None` if that is logged
/// already.
///
/// The entry is of this day, from informal contact and told in confidence. Unlike a stance that is
/// set, the answer is an entry of its own even if it is the same as before: news that confirms is
/// still fresh. A second answer on the same day corrects the first and keeps its words, condition
/// and marking.
pub fn call_edit(
    snapshot: &Snapshot,
    detail: impl Into<String>,
    new: NewStance,
    day: NaiveDate,
    author: &str,
) -> Option<Edit> {
    let current = snapshot.current_position(new.proposal, new.by, day);
    let mut entry = match current {
        Some(entry) if entry.date == day && entry.stance == new.stance => return None,
        Some(entry) if entry.date == day => correction(&entry, new.stance),
        current => heard_again(current, new, day),
    };
    entry.author = author.to_owned();
    Some(Edit::new(StepName::LogCall, detail).put(entry))
}

/// The edit that logs that a party is waiting for its capital, or no longer is.
///
/// An entry of this day is completed; otherwise there is a new one, with the stance as it was. If
/// nothing was recorded, it says that there are no instructions, which is what waiting means.
pub fn hold_edit(
    snapshot: &Snapshot,
    detail: impl Into<String>,
    (proposal, by): (ProposalId, Speaker),
    day: NaiveDate,
    author: &str,
) -> Edit {
    let current = snapshot.current_position(proposal, by, day);
    let hold = !current.as_ref().is_some_and(|entry| entry.hold);
    let entry = match current {
        Some(entry) if entry.date == day => Position { hold, ..entry },
        current => {
            let stance = current.as_ref().map_or(Some(Stance::NoInstructions), |it| it.stance);
            let new = NewStance { proposal, by, stance };
            let heard = heard_again(current, new, day);
            Position { hold, author: author.to_owned(), ..heard }
        }
    };
    Edit::new(StepName::LogCall, detail).put(entry)
}

/// A new entry for a call. If the answer is as before, the condition and the reason still hold, and
/// the entry stays as confidential as it was.
fn heard_again(before: Option<Position>, new: NewStance, day: NaiveDate) -> Position {
    let entry = Position {
        forum: Some(Forum::Informal),
        certainty: Some(Certainty::Confidence),
        ..Position::new(new.proposal, new.by, new.stance, day)
    };
    match before.filter(|it| it.stance == new.stance) {
        Some(Position { condition, reason, hold, salience, marking, .. }) => {
            Position { condition, reason, hold, salience, marking, ..entry }
        }
        None => entry,
    }
}

/// The edit that makes a party a sponsor of a proposal, or no longer one. The first one leads.
pub fn sponsor_edit(
    snapshot: &Snapshot,
    detail: impl Into<String>,
    proposal: ProposalId,
    party: PartyId,
) -> Edit {
    let mut of = snapshot.sponsors.iter().filter(|it| it.proposal == proposal).peekable();
    let leads = of.peek().is_none();
    match of.find(|it| it.party == party) {
        Some(sponsor) => Edit::delete(snapshot, sponsor.record_id(), detail),
        None => Edit::add(Sponsor::new(proposal, party, leads), detail),
    }
}

/// The edit that records which of us calls a party; `None` if that is recorded already.
pub fn caller_edit(
    snapshot: &Snapshot,
    detail: impl Into<String>,
    party: PartyId,
    caller: &str,
) -> Option<Edit> {
    let caller = caller.trim().to_owned();
    let known = snapshot.engagements.iter().find(|it| it.party == party);
    if known.map_or("", |it| &it.caller) == caller {
        return None;
    }
    Some(match known {
        Some(known) => Edit::change(Engagement { caller, ..known.clone() }, detail),
        None => Edit::add(Engagement { caller, ..Engagement::new(party) }, detail),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::entries::tests::{dossier, put};
    use crate::model::Marking;

    #[test]
    fn a_call_is_an_entry_of_its_own_even_if_the_answer_is_the_same() {
        let (mut snapshot, proposal, party) = dossier();
        let mut first =
            Position::new(proposal, party, Some(Stance::Reserve), "2026-01-01".parse().unwrap());
        first.condition = "a review after two years".to_owned();
        first.reason = "its law of 2019".to_owned();
        first.marking = Some(Marking::Red);
        snapshot.put_position(&first);
        let mut call = |stance: Stance, day: &str| {
            let new = NewStance { proposal, by: party.into(), stance: Some(stance) };
            let edit = call_edit(&snapshot, "", new, day.parse().unwrap(), "desk")?;
            Some(put(&mut snapshot, &edit))
        };
        let same = call(Stance::Reserve, "2026-02-01").unwrap();
        assert_eq!((same.condition, same.marking), (first.condition.clone(), first.marking));
        assert_eq!(same.reason, first.reason);
        assert_eq!(
            (same.forum, same.certainty),
            (Some(Forum::Informal), Some(Certainty::Confidence))
        );
        assert_eq!(call(Stance::Reserve, "2026-02-01"), None);
        let corrected = call(Stance::Accept, "2026-02-01").unwrap();
        assert_eq!(corrected.replaces, Some(same.id));
        let later = call(Stance::Support, "2026-03-01").unwrap();
        assert_eq!((later.condition.as_str(), later.marking, later.replaces), ("", None, None));
    }

    #[test]
    fn waiting_for_the_capital_completes_the_entry_of_the_day_or_makes_one() {
        let (mut snapshot, proposal, party) = dossier();
        let mut hold = |day: &str| {
            let edit =
                hold_edit(&snapshot, "", (proposal, party.into()), day.parse().unwrap(), "desk");
            put(&mut snapshot, &edit)
        };
        let first = hold("2026-01-01");
        assert_eq!((first.stance, first.hold), (Some(Stance::NoInstructions), true));
        let again = hold("2026-01-01");
        assert_eq!((again.id, again.hold), (first.id, false));
        let later = hold("2026-01-02");
        assert_eq!((later.stance, later.hold), (Some(Stance::NoInstructions), true));
        assert_ne!(later.id, first.id);
        assert!(!hold("2026-01-03").hold, "a new entry says that it no longer waits");
    }

    #[test]
    fn who_calls_stands_with_the_engagement_which_is_made_if_there_is_none() {
        let (mut snapshot, _, party) = dossier();
        let edit = caller_edit(&snapshot, "", party, " Geneva ").unwrap();
        for record in edit.records() {
            snapshot.put(record.clone());
        }
        assert_eq!(snapshot.engagements.iter().next().unwrap().caller, "Geneva");
        assert_eq!(caller_edit(&snapshot, "", party, "Geneva"), None);
    }
}
