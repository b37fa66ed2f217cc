//! Everything a screen declares about itself, in its own file.

use egui::Ui;

use crate::document::blank::Make;
use crate::model::{Snapshot, Table};
use crate::report::Subject;
use crate::text::{Message, msg};
use crate::ui::cx::{Base, Cx};
use crate::ui::icon::Icon;
use crate::ui::room::Room;
use crate::ui::state::{Selection, ViewState};

/// A screen's description. Its name and shortcuts are declared in `command::Screen`.
pub struct View {
    /// Its icon in the navigation.
    pub icon: Icon,
    /// The message id of the hint in the status bar.
    pub hint: fn(&ViewState) -> Message,
    /// The message id of its help page.
    pub help: Message,
    /// Further content below the text of the help page.
    pub more_help: Option<fn(&mut Ui, &Base<'_>)>,
    /// The number of items it lists, for the navigation.
    pub count: Option<fn(&Snapshot) -> usize>,
    /// The kind of record that can be added in its present state, if any.
    pub add: fn(&ViewState) -> Option<Make>,
    /// Whether it has a filter field.
    pub can_filter: bool,
    /// Whether the inspector appears beside it for this selection.
    pub inspects: fn(Selection) -> bool,
    /// The tables whose records it shows best; each table is on exactly one screen.
    pub tables: &'static [Table],
    /// Whether its present content takes every cell of the matrix; for a large dossier these may
    /// not have been counted yet.
    pub asks_all: fn(&ViewState) -> bool,
    /// The page to export from it.
    pub page: fn(&Showing<'_>) -> PageOf,
    /// The table whose records its list and its page show alike, in the same order.
    pub lists: Option<Table>,
    /// How it is drawn.
    pub draw: Draw,
}

impl View {
    /// The message id of its hint for this dossier: while its list is empty there is nothing to click.
    pub(crate) fn hint_in(&self, snapshot: &Snapshot, state: &ViewState) -> Message {
        match self.count {
            Some(count) if count(snapshot) == 0 => msg!("hint-nothing"),
            _ => (self.hint)(state),
        }
    }
}

/// The state of a screen, as far as it decides which page can be exported from it.
pub struct Showing<'a> {
    /// Its state.
    pub view: &'a ViewState,
    /// Whether it is on one proposal.
    pub on_proposal: bool,
    /// Whether parties or proposals are selected together on it.
    pub of_part: bool,
}

/// The page to export from a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageOf {
    /// The screen as a page.
    Screen(Subject),
    /// The screen is not a page itself; this page has most of its content.
    Nearest(Subject),
}

/// How a screen is drawn.
pub enum Draw {
    /// From the dossier.
    Dossier(fn(&mut Ui, &Cx<'_>, &mut ViewState)),
    /// From the dossier and the room, if one is open.
    Room(fn(&mut Ui, &Cx<'_>, &mut ViewState, Option<&mut Room>)),
}
