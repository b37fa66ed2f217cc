//! The places on screen where the user has been, so that one can go back to them.

use super::{Selection, ViewState};
use crate::command::Screen;
use crate::model::ProposalId;

/// The most places that are remembered.
const MOST: usize = 100;

/// A place: a screen, the page on it and where that was opened from, and what was selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spot {
    screen: Screen,
    page: Option<(ProposalId, Screen)>,
    selection: Selection,
}

/// The places behind and ahead of the one on screen, the nearest last.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    behind: Vec<Spot>,
    ahead: Vec<Spot>,
    // The place on screen, as of the last frame.
    here: Option<Spot>,
}

impl Trail {
    /// Whether there is a place to go back to.
    pub(crate) fn can_go_back(&self) -> bool {
        !self.behind.is_empty()
    }

    /// Whether somebody went back, and can go forward again.
    pub(crate) fn can_go_forward(&self) -> bool {
        !self.ahead.is_empty()
    }
}

impl ViewState {
    /// Notes the place on screen. On another screen or page, the one before is a place to go back to.
    pub(crate) fn note_spot(&mut self) {
        let now = self.spot();
        let before = self.trail.here.replace(now);
        let is_left =
            |it: &Spot| (it.screen, it.page.is_some()) != (now.screen, now.page.is_some());
        let Some(before) = before.filter(is_left) else { return };
        self.trail.ahead.clear();
        self.trail.behind.push(before);
        if self.trail.behind.len() > MOST {
            self.trail.behind.remove(0);
        }
    }

    /// Goes to the place before, with what was selected there, or forward again.
    pub(crate) fn go_back(&mut self, forward: bool) {
        let (here, trail) = (self.spot(), &mut self.trail);
        let (from, to) = if forward {
            (&mut trail.ahead, &mut trail.behind)
        } else {
            (&mut trail.behind, &mut trail.ahead)
        };
        let Some(spot) = from.pop() else { return };
        to.push(here);
        trail.here = Some(spot);
        (self.screen, self.page, self.selection) = (spot.screen, spot.page, spot.selection);
        self.matrix.arrive();
    }

    fn spot(&self) -> Spot {
        Spot { screen: self.screen, page: self.page, selection: self.selection }
    }
}
