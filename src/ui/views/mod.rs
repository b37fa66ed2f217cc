//! The screens, one module each.
//!
//! # How do I add a screen
//!
//! 1. `src/command/screen.rs`: its line in [`Screen`], with the key its message ids end in, and its
//!    shortcuts. The command that shows it, the palette, the view menu, the list of keys and the
//!    navigation follow from that.
//! 2. `src/ui/views/x.rs`: its [`View`], which describes it, and the function that draws it.
//! 3. Here: `mod x;` and its line in `Screen::view`.
//! 4. and 5. `assets/i18n/en` and `nl`: its name, `screen-x`, and its help page, `help-page-x`.
//!
//! Its filter and sort order are in `state.lists[Screen::X]`. Tests and pictures that cover all
//! screens include it without further work.

mod calendar;
mod calls;
mod comments;
mod engagement;
mod groups;
mod history;
mod intake;
mod library;
mod markings;
pub mod matrix;
mod merging;
mod obstacles;
mod pairs;
mod parties;
mod proposals;
mod remedies;
mod roll_calls;
pub mod room;
mod sources;
mod text_room;
mod top;
mod view;
mod what_if;

use egui::Ui;

pub use intake::{Intake, KeptIntake, Lines, Origin, Reading, TableFrom, Work, intake};
pub use merging::{Merging, merging};
pub use view::{Draw, PageOf, Showing, View};

use super::cx::Cx;
use super::room::Room;
use super::state::ViewState;
use super::widgets::acts;
use crate::command::Screen;
use crate::model::{Keyed, Table};

impl Screen {
    /// The screen's description of itself.
    pub(crate) const fn view(self) -> &'static View {
        match self {
            Self::Matrix => &matrix::VIEW,
            Self::Calls => &calls::VIEW,
            Self::Proposals => &proposals::VIEW,
            Self::Parties => &parties::VIEW,
            Self::Groups => &groups::VIEW,
            Self::Obstacles => &obstacles::VIEW,
            Self::Text => &text_room::VIEW,
            Self::Remedies => &remedies::VIEW,
            Self::Engagement => &engagement::VIEW,
            Self::Calendar => &calendar::VIEW,
            Self::RollCalls => &roll_calls::VIEW,
            Self::Pairs => &pairs::VIEW,
            Self::WhatIf => &what_if::VIEW,
            Self::Sources => &sources::VIEW,
            Self::Library => &library::VIEW,
            Self::Comments => &comments::VIEW,
            Self::Markings => &markings::VIEW,
            Self::Room => &room::VIEW,
            Self::History => &history::VIEW,
        }
    }
}

/// Whether the figures that the screen and the parts beside it rest on are ready; for a large
/// dossier they may still be being computed.
pub(crate) fn can_show(cx: &Cx<'_>, state: &ViewState) -> bool {
    let asks_all = (state.screen.view().asks_all)(state);
    cx.figures.are_ready() && (!asks_all || cx.figures.counted().is_some())
}

/// Draws the current screen; `room` is present while a room is open.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, room: Option<&mut Room>) {
    // Rows chosen in a list that is no longer on screen are no longer chosen.
    if !std::mem::take(&mut state.chosen.drawn) {
        state.chosen.clear();
    }
    // Nor is a head of the matrix what keys move.
    if state.screen != Screen::Matrix {
        state.matrix.head = None;
    }
    acts::bar(ui, cx, &mut state.chosen);
    match state.screen.view().draw {
        Draw::Dossier(draw) => draw(ui, cx, state),
        Draw::Room(draw) => draw(ui, cx, state, room),
    }
}

/// The screen that shows records of this table best.
pub(crate) fn screen_of(table: Table) -> Screen {
    SCREENS[table as usize]
}

const TABLES: usize = Table::ALL.len();

/// The screen of each table, in the order of the tables.
static SCREENS: [Screen; TABLES] = screens();

/// Inverts the `tables` of all screens; does not compile if a table is on no screen, or on two.
const fn screens() -> [Screen; TABLES] {
    let mut found = [None; TABLES];
    let mut at = 0;
    while at < Screen::ALL.len() {
        let screen = Screen::ALL[at];
        let tables = screen.view().tables;
        let mut table = 0;
        while table < tables.len() {
            let place = tables[table] as usize;
            assert!(found[place].is_none(), "two screens say that they show the same table");
            found[place] = Some(screen);
            table += 1;
        }
        at += 1;
    }
    let mut screens = [Screen::Matrix; TABLES];
    let mut table = 0;
    while table < TABLES {
        assert!(found[table].is_some(), "no screen says that it shows this table");
        if let Some(screen) = found[table] {
            screens[table] = screen;
        }
        table += 1;
    }
    screens
}
