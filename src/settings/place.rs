//! The position of the window when it was last closed.

use serde::{Deserialize, Serialize};

/// The window's place on the screen, in points at a zoom of 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Width and height of its content when not maximised.
    pub size: [f32; 2],
    /// Its upper left corner; `None` if the system does not say, as under Wayland.
    pub at: Option<[f32; 2]>,
    /// Whether it fills the screen.
    pub maximised: bool,
}

impl WindowPlace {
    /// The place, unless a value in it makes no sense.
    pub(crate) fn sane(self) -> Option<Self> {
        let is_size = |it: f32| it.is_finite() && (100.0..=20_000.0).contains(&it);
        let is_place = |it: f32| it.is_finite() && it.abs() <= 40_000.0;
        let at = self.at.filter(|at| at.iter().copied().all(is_place));
        self.size.iter().copied().all(is_size).then_some(Self { at, ..self })
    }
}
