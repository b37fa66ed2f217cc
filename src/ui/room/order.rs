//! The running order: as prepared, or proposed from the content.

use uuid::Uuid;

use super::Seen;
use crate::model::{Keyed, Marking, Slide, SlideId, SlideKind, Slot, Snapshot};

/// Proposals with a slide of their own in a proposed order.
const PROPOSALS: usize = 12;

/// The slides in order: those prepared that may be seen, otherwise one of each kind and one for
/// each proposal.
pub(crate) fn running_order(seen: &Seen) -> Vec<Slide> {
    let mut slides = prepared_order(&seen.snapshot);
    slides.retain(|slide| has_region(&seen.snapshot, slide));
    if slides.is_empty() {
        return proposed_order(&seen.snapshot, seen.figures.proposals());
    }
    slides
}

/// Whether a party has the region that a slide is about: a region without any would reveal somebody
/// who is withheld.
pub(crate) fn has_region(snapshot: &Snapshot, slide: &Slide) -> bool {
    slide.region.is_empty() || snapshot.parties.iter().any(|it| it.region == slide.region)
}

/// The slides prepared, in order.
pub(crate) fn prepared_order(snapshot: &Snapshot) -> Vec<Slide> {
    let mut slides: Vec<_> = snapshot.slides.iter().cloned().collect();
    slides.sort_by_key(|slide| (slide.rank, slide.id));
    slides
}

/// The same for an order that is stored: rooms under any ceiling may show it, and each should have
/// slides for the first of the proposals it may see. The order must not reveal how many are
/// withheld.
pub(crate) fn order_for_every_room(snapshot: &Snapshot, proposals: &[Slot]) -> Vec<Slide> {
    let mut before = vec![0; Marking::ALL.len()];
    let first = |slot: &&Slot| {
        let Some(proposal) = snapshot.proposals.at(**slot) else { return false };
        // A proposal without a marking of its own is on no wall.
        let marking = proposal.marking.map_or(Marking::ALL.len() - 1, |it| it as usize);
        let is_first = before[marking] < PROPOSALS;
        before[marking..].iter_mut().for_each(|count| *count += 1);
        is_first
    };
    let first: Vec<_> = proposals.iter().filter(first).copied().collect();
    slides(snapshot, &first)
}

/// One slide of each kind, and one for each of the first proposals.
pub(crate) fn proposed_order(snapshot: &Snapshot, proposals: &[Slot]) -> Vec<Slide> {
    slides(snapshot, &proposals[..proposals.len().min(PROPOSALS)])
}

fn slides(snapshot: &Snapshot, proposals: &[Slot]) -> Vec<Slide> {
    let kinds = [SlideKind::Title, SlideKind::Summary, SlideKind::Matrix];
    let mut slides: Vec<_> = kinds.into_iter().map(|kind| Slide::new(kind, 0)).collect();
    slides.extend(proposals.iter().filter_map(|slot| {
        let proposal = Some(snapshot.proposals.at(*slot)?.id);
        Some(Slide { proposal, ..Slide::new(SlideKind::Proposal, 0) })
    }));
    let rest = [SlideKind::Heat, SlideKind::Timeline, SlideKind::Changed, SlideKind::Parked];
    slides.extend(rest.into_iter().map(|kind| Slide::new(kind, 0)));
    for (slide, rank) in slides.iter_mut().zip(0..) {
        slide.rank = rank;
        // Ids must be stable, as this runs every frame: the proposal's id, or one derived from the
        // kind.
        let of_kind = Uuid::from_u128(slide.kind as u128 + 1);
        slide.id = SlideId(slide.proposal.map_or(of_kind, |proposal| proposal.0));
    }
    slides
}
