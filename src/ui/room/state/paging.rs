//! Where the presenter is: paging, and finding the slide again when the order changes.

use super::Room;
use crate::model::{Slide, SlideKind};

impl Room {
    /// Finds the current slide again after the order has changed.
    pub(super) fn find_slide(&mut self) {
        let order = self.order();
        if let Some(here) = &self.slide {
            let about = |it: &Slide| {
                let what = (it.kind, it.proposal, it.paragraph, it.obstacle);
                (what, it.camp, it.region.clone(), it.group)
            };
            // The other content of a text slide has nothing to do with it.
            let other =
                |it: &Slide| it.kind == SlideKind::Title && self.prepared && self.is_prepared(it);
            let same = |it: &Slide| about(it) == about(here) && !other(it);
            let by_id = order.iter().position(|slide| slide.id == here.id);
            // A proposed slide gets a new id when the order is prepared.
            let place = by_id.or_else(|| order.iter().position(same));
            if place.is_none() {
                // The slide is gone; show nothing in its place unasked.
                (self.page, self.highlight, self.blank, self.strayed) = (0, None, true, true);
            }
            self.at = place.unwrap_or(self.at);
        }
        self.at = self.at.min(order.len().saturating_sub(1));
        self.be_at(order.get(self.at).cloned());
    }

    fn be_at(&mut self, slide: Option<Slide>) {
        self.prepared = slide.as_ref().is_some_and(|slide| self.is_prepared(slide));
        self.slide = slide;
    }

    /// Whether a slide is a prepared rather than a proposed one.
    fn is_prepared(&self, slide: &Slide) -> bool {
        self.live.as_ref().is_some_and(|seen| seen.snapshot.slides.get(slide.id).is_some())
    }

    /// Moves to the next page or slide; not while a question is open, which may be about that
    /// slide.
    pub fn next(&mut self) {
        if self.question.is_some() {
            return;
        }
        // The number of pages is only known for the slide on the wall.
        let here = self.slide.as_ref().map(|slide| slide.id);
        let on_wall = self.shown.as_ref().is_some_and(|shown| Some(shown.slide.id) == here);
        if on_wall && self.page + 1 < self.drawn.pages {
            self.page += 1;
            self.highlight = None;
        } else if self.at + 1 < self.order().len() {
            self.go(self.at + 1);
        }
    }

    /// Moves to the previous page or slide.
    pub fn back(&mut self) {
        if self.question.is_some() {
            return;
        }
        if self.page > 0 {
            self.page -= 1;
            self.highlight = None;
        } else {
            self.go(self.at.saturating_sub(1));
        }
    }

    /// Moves to a slide of the order; while the dossier is locked there may be none.
    pub fn go(&mut self, place: usize) {
        let Some(slide) = self.order().get(place).cloned() else { return };
        (self.at, self.page, self.highlight, self.strayed) = (place, 0, None, false);
        self.be_at(Some(slide));
    }

    /// Points out another item on the page.
    pub(crate) fn point(&mut self, by: isize) {
        let last = self.drawn.items.saturating_sub(1);
        self.highlight = match self.highlight {
            _ if self.drawn.items == 0 => None,
            None => Some(if by > 0 { 0 } else { last }),
            Some(place) => Some(place.saturating_add_signed(by).min(last)),
        };
    }
}
