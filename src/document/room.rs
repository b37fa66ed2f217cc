//! Edits for what is recorded and prepared in a room.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Edit, StepName};
use crate::model::{
    Certainty, Forum, Marking, Parked, ParkedId, PartyId, Poll, PollId, PollKind, Position,
    PositionId, ProposalId, Slide, SlideId, Snapshot, Stance, stance,
};

/// The edit that records the stance of a speaker by name, and the entry it makes.
///
/// The room heard it but the public did not, so it gets the dossier's marking. It corrects no other
/// entry of the same day, because both were said, but only the one that was recorded for the same
/// words.
pub(crate) fn heard_edit(
    snapshot: &Snapshot,
    (proposal, party): (ProposalId, PartyId),
    name: &str,
    (said, corrected): (Stance, Option<PositionId>),
    day: NaiveDate,
    author: &str,
) -> (Edit, Position) {
    let entry = Position {
        forum: Some(Forum::Session),
        certainty: Some(Certainty::Room),
        author: author.to_owned(),
        replaces: corrected,
        ..Position::new(proposal, party, Some(said), day)
    };
    let (sign, code) = (stance::sign(Some(said)), code(snapshot, proposal));
    let detail = format!("{name} {sign} · {code}");
    (Edit::new(StepName::TakeDown, detail).put(entry.clone()), entry)
}

/// The edit that parks a point, and the identity of the point; `None` if there are no words.
pub(crate) fn parked_edit(
    words: &str,
    proposal: Option<ProposalId>,
    marking: Marking,
    made: DateTime<Utc>,
    author: &str,
) -> Option<(Edit, ParkedId)> {
    let words = words.trim();
    let author = author.to_owned();
    let point = Parked { proposal, author, marking: Some(marking), ..Parked::new(words, made) };
    let id = point.id;
    (!words.is_empty()).then(|| (Edit::add(point, words), id))
}

/// The edit that says of a parked point that it has been dealt with.
pub(crate) fn dealt_with_edit(point: &Parked, detail: impl Into<String>) -> Edit {
    Edit::change(Parked { resolved: true, ..point.clone() }, detail)
}

/// The day's temperature poll on a proposal, among those that `adds` accepts.
pub(crate) fn temperature_of(
    snapshot: &Snapshot,
    proposal: ProposalId,
    day: NaiveDate,
    adds: impl Fn(PollId) -> bool,
) -> Option<&Poll> {
    snapshot.polls.iter().find(|poll| {
        (poll.proposal, poll.kind, poll.date) == (proposal, PollKind::Temperature, day)
            && adds(poll.id)
    })
}

/// The edit that records a temperature poll, or corrects the one that was found, and the
/// identity of the poll.
///
/// As with stances, a new poll gets the dossier's marking: the ceiling says what the room may
/// see, not how far this may travel.
pub(crate) fn temperature_edit(
    snapshot: &Snapshot,
    found: Option<Poll>,
    proposal: ProposalId,
    counts: [u32; 6],
    day: NaiveDate,
    author: &str,
) -> (Edit, PollId) {
    let author = author.to_owned();
    let new = Poll { author, ..Poll::new(proposal, PollKind::Temperature, day) };
    let poll = Poll { counts, ..found.unwrap_or(new) };
    let id = poll.id;
    (Edit::new(StepName::Poll, code(snapshot, proposal)).put(poll), id)
}

/// The edit that records how many took each stance without names; `more` of them since it was last
/// recorded. `None` if the proposal no longer exists. Whoever started the tally stays its author.
pub(crate) fn tally_edit(
    snapshot: &Snapshot,
    mut poll: Poll,
    more: u32,
    author: &str,
) -> Option<Edit> {
    let code = &snapshot.proposals.get(poll.proposal)?.code;
    let found = snapshot.polls.get(poll.id).map(|poll| poll.author.clone());
    poll.author = found.unwrap_or_else(|| author.to_owned());
    Some(Edit::new(StepName::TakeDownTally, format!("{more} · {code}")).put(poll))
}

/// The edit that adopts a proposed running order, with another slide behind the one named, or else
/// at its end.
pub(crate) fn order_edit(proposed: &[Slide], more: Option<Slide>, behind: Option<SlideId>) -> Edit {
    let adopted = |slide: &Slide| Slide { id: SlideId::new(), ..slide.clone() };
    let mut slides: Vec<_> = proposed.iter().map(adopted).collect();
    if let Some(more) = more {
        slides.insert(place_behind(proposed, behind), more);
    }
    let slides = slides.into_iter().zip(0..).map(|(slide, rank)| Slide { rank, ..slide });
    slides.fold(Edit::new(StepName::Prepare, ""), Edit::put)
}

/// The edit that adds a slide behind the one named, or else at the end; `None` if no order was
/// prepared yet.
pub(crate) fn slide_edit(
    snapshot: &Snapshot,
    slide: Slide,
    behind: Option<SlideId>,
) -> Option<Edit> {
    let order = in_order(snapshot);
    let (before, after) = order.split_at(place_behind(&order, behind));
    let mut rank = before.last()?.rank.saturating_add(1);
    let mut edit = Edit::new(StepName::Prepare, "").put(Slide { rank, ..slide });
    for slide in after {
        if slide.rank > rank {
            break;
        }
        // It makes room.
        rank = rank.saturating_add(1);
        edit = edit.put(Slide { rank, ..slide.clone() });
    }
    Some(edit)
}

/// The place behind a slide of the order, or at its end.
fn place_behind(order: &[Slide], slide: Option<SlideId>) -> usize {
    let place = slide.and_then(|id| order.iter().position(|it| it.id == id));
    place.map_or(order.len(), |place| place + 1)
}

/// The slides in their order.
fn in_order(snapshot: &Snapshot) -> Vec<Slide> {
    let mut order: Vec<_> = snapshot.slides.iter().cloned().collect();
    order.sort_by_key(|slide| (slide.rank, slide.id));
    order
}

/// Where a slide goes in the running order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveTo {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// To the place of this one, which makes room on the side it came from.
    Place(SlideId),
}

/// The edit that moves a slide; `None` if it is there already, or at that end.
pub(crate) fn moved_edit(snapshot: &Snapshot, slide: SlideId, to: MoveTo) -> Option<Edit> {
    let mut order = in_order(snapshot);
    let at = |id| order.iter().position(|it| it.id == id);
    let place = at(slide)?;
    let other = match to {
        MoveTo::Up => place.checked_sub(1)?,
        MoveTo::Down => place + 1,
        MoveTo::Place(id) => at(id)?,
    };
    if other >= order.len() || other == place {
        return None;
    }
    let moved = order.remove(place);
    order.insert(other, moved);
    let moved = order.into_iter().zip(0..).filter(|(slide, rank)| slide.rank != *rank);
    let moved = moved.map(|(slide, rank)| Slide { rank, ..slide });
    Some(moved.fold(Edit::new(StepName::Prepare, ""), Edit::put))
}

fn code(snapshot: &Snapshot, proposal: ProposalId) -> &str {
    snapshot.proposals.get(proposal).map_or("", |proposal| &proposal.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, Record, RecordId, SlideKind};

    #[test]
    fn a_slide_moves_one_place_and_stays_at_the_ends() {
        let mut snapshot = Snapshot::new(Dossier::new("A dossier"));
        for rank in [0, 3, 9] {
            snapshot.put(Slide::new(SlideKind::Title, rank).into());
        }
        let ids: Vec<_> = snapshot.slides.iter().map(|slide| slide.id).collect();
        assert_eq!(moved_edit(&snapshot, ids[0], MoveTo::Up), None);
        assert_eq!(moved_edit(&snapshot, ids[2], MoveTo::Down), None);
        assert_eq!(moved_edit(&snapshot, ids[1], MoveTo::Place(ids[1])), None);
        for (to, order) in [(ids[0], [2, 0, 1]), (ids[1], [0, 2, 1])] {
            let edit = moved_edit(&snapshot, ids[2], MoveTo::Place(to)).unwrap();
            let rank = |id| edit.records().find(|it| it.record_id() == RecordId::from(id)).cloned();
            let ranks = order.map(|place: usize| match rank(ids[place]) {
                Some(Record::Slide(slide)) => slide.rank,
                _ => snapshot.slides.get(ids[place]).unwrap().rank,
            });
            assert_eq!(ranks, [0, 1, 2]);
        }
        for record in moved_edit(&snapshot, ids[2], MoveTo::Up).unwrap().records() {
            snapshot.put(record.clone());
        }
        let rank = |id| snapshot.slides.get(id).map(|slide| slide.rank);
        assert_eq!([rank(ids[0]), rank(ids[2]), rank(ids[1])], [Some(0), Some(1), Some(2)]);
        let added = slide_edit(&snapshot, Slide::new(SlideKind::Title, 0), None).unwrap();
        snapshot.put(added.records().next().unwrap().clone());
        assert_eq!(snapshot.slides.iter().map(|slide| slide.rank).max(), Some(3));
    }
}
