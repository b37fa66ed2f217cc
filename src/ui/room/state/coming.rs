//! The next content of the wall, for the person at the laptop.

use super::super::Wall;
use super::{Room, Shown};
use crate::model::Slide;

/// A slide that is not on the wall yet.
pub struct Coming {
    shown: Shown,
    /// Whether it waits for the wall to be unfrozen, rather than coming after the present slide.
    pub waits: bool,
    // How many pages the slide on the wall has.
    pages: usize,
}

impl Room {
    /// The next slide, or the one that a frozen or blank wall holds back; `None` after the last
    /// one, or while a question is open. Nothing of it counts as told.
    pub fn coming(&self) -> Option<Coming> {
        let seen = self.live.clone().filter(|_| self.question.is_none())?;
        let order = self.order();
        let on_wall = self.shown.as_ref().filter(|_| !self.blank).map(|it| it.slide.id);
        let here = order.get(self.at)?;
        let waits = on_wall != Some(here.id);
        // A slide of several pages continues with its next page.
        let page = self.shown.as_ref().map_or(0, |it| it.page) + 1;
        let (at, page) = match waits {
            true => (self.at, 0),
            false if page < self.drawn.pages => (self.at, page),
            false => (self.at + 1, 0),
        };
        let slide = order.get(at)?.clone();
        let label = self.label_of(&seen.snapshot);
        let (place, texts) = ((at, order.len()), self.texts.clone());
        let (polls, camps) = (Vec::new(), self.camps);
        let shown = Shown { seen, slide, page, place, label, polls, texts, camps };
        Some(Coming { shown, waits, pages: self.drawn.pages })
    }
}

impl Coming {
    /// The slide.
    pub fn slide(&self) -> &Slide {
        &self.shown.slide
    }

    /// Its page and how many there are, if it continues the present slide.
    pub fn page(&self) -> Option<(usize, usize)> {
        (self.shown.page > 0).then_some((self.shown.page, self.pages))
    }

    /// Its content, as the room would see it.
    pub fn wall<'a>(&'a self, room: &Room) -> Wall<'a> {
        self.shown.wall(room)
    }
}
