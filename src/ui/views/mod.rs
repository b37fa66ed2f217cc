//! One module a screen.

mod calendar;
mod comments;
mod engagement;
mod groups;
mod history;
mod library;
mod markings;
pub mod matrix;
mod merging;
mod obstacles;
mod parties;
mod proposals;
mod remedies;
mod roll_calls;
pub mod room;
mod sources;
mod start;
mod top;

use egui::Ui;

pub use merging::{Merging, merging};
pub use obstacles::{assess, severity_label, severity_words};
pub use start::{Loading, counting, failed, loading, locked, start, templates, waiting};

use super::cx::Cx;
use super::state::{Screen, ViewState};

/// Whether all is there that the screen and what is beside it rest on. Of a large dossier it
/// may still be counted.
pub fn can_show(cx: &Cx<'_>, state: &ViewState) -> bool {
    let asks_all = match state.screen {
        Screen::Matrix => state.matrix.filter.asks_all(),
        Screen::Proposals => proposals::asks_all(&state.proposals),
        Screen::Engagement => true,
        Screen::Parties
        | Screen::Groups
        | Screen::Obstacles
        | Screen::Remedies
        | Screen::Calendar
        | Screen::RollCalls
        | Screen::Sources
        | Screen::Library
        | Screen::Comments
        | Screen::Markings
        | Screen::Room
        | Screen::History => false,
    };
    cx.figures.are_ready() && (!asks_all || cx.figures.counted().is_some())
}

/// Draws the screen that is chosen.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    match state.screen {
        Screen::Matrix => matrix::show(ui, cx, state),
        Screen::Proposals => proposals::show(ui, cx, state),
        Screen::Parties => parties::show(ui, cx, state),
        Screen::Groups => groups::show(ui, cx, state),
        Screen::Obstacles => obstacles::show(ui, cx, state),
        Screen::Remedies => remedies::show(ui, cx, state),
        Screen::Engagement => engagement::show(ui, cx, state),
        Screen::Calendar => calendar::show(ui, cx, state),
        Screen::RollCalls => roll_calls::show(ui, cx, state),
        Screen::Sources => sources::show(ui, cx, state),
        Screen::Library => library::show(ui, cx, state),
        Screen::Comments => comments::show(ui, cx, state),
        Screen::Markings => markings::show(ui, cx, state),
        // Drawn with the room where one is open.
        Screen::Room => room::show(ui, cx, state, None),
        Screen::History => history::show(ui, cx, state),
    }
}
