//! One module a screen.
//!
//! # How do I add a screen
//!
//! 1. `src/command/screen.rs`: its line in [`Screen`], with the key that its message ids end
//!    with, and its shortcuts. The command that shows it, the palette, the view menu, the list
//!    of keys and the navigation follow from that.
//! 2. `src/ui/views/x.rs`: its [`View`], which says what it is, and the function that draws it.
//! 3. Here: `mod x;` and its line in [`Screen::view`].
//! 4. and 5. In `assets/i18n/en` and `nl`: its name, `screen-x`, and its help page,
//!    `help-page-x`.
//!
//! How it is filtered and sorted stands in `state.lists[Screen::X]`. The tests that go through
//! all screens, their pictures among them, take it along.

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
mod top;
mod view;

use egui::Ui;

pub use merging::{Merging, merging};
pub use view::{Draw, View};

use super::cx::Cx;
use super::room::Room;
use super::state::ViewState;
use crate::command::Screen;
use crate::model::{Keyed, Table};

impl Screen {
    /// What the screen is, as it says itself.
    pub const fn view(self) -> &'static View {
        match self {
            Self::Matrix => &matrix::VIEW,
            Self::Proposals => &proposals::VIEW,
            Self::Parties => &parties::VIEW,
            Self::Groups => &groups::VIEW,
            Self::Obstacles => &obstacles::VIEW,
            Self::Remedies => &remedies::VIEW,
            Self::Engagement => &engagement::VIEW,
            Self::Calendar => &calendar::VIEW,
            Self::RollCalls => &roll_calls::VIEW,
            Self::Sources => &sources::VIEW,
            Self::Library => &library::VIEW,
            Self::Comments => &comments::VIEW,
            Self::Markings => &markings::VIEW,
            Self::Room => &room::VIEW,
            Self::History => &history::VIEW,
        }
    }
}

/// Whether all is there that the screen and what is beside it rest on. Of a large dossier it
/// may still be counted.
pub fn can_show(cx: &Cx<'_>, state: &ViewState) -> bool {
    let asks_all = (state.screen.view().asks_all)(state);
    cx.figures.are_ready() && (!asks_all || cx.figures.counted().is_some())
}

/// Draws the screen that is chosen; `room` is there while a room is open.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, room: Option<&mut Room>) {
    match state.screen.view().draw {
        Draw::Dossier(draw) => draw(ui, cx, state),
        Draw::Room(draw) => draw(ui, cx, state, room),
    }
}

/// The screen on which a record of this table is seen best.
pub fn screen_of(table: Table) -> Screen {
    SCREENS[table as usize]
}

const TABLES: usize = Table::ALL.len();

/// The screen of each table, in the order of the tables.
static SCREENS: [Screen; TABLES] = screens();

/// Turns around what the screens say of themselves; does not compile where a table is on none
/// of them, or on two.
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
