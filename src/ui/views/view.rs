//! What a screen says of itself, in its own file.

use egui::Ui;

use crate::document::blank::Make;
use crate::model::{Snapshot, Table};
use crate::text::Message;
use crate::ui::cx::{Base, Cx};
use crate::ui::icon::Icon;
use crate::ui::room::Room;
use crate::ui::state::{Selection, ViewState};

/// What a screen is; its name and its keys stand where it is declared, in `command::Screen`.
pub struct View {
    /// Its icon in the navigation.
    pub icon: Icon,
    /// The message id of the hint on how to go on.
    pub hint: fn(&ViewState) -> Message,
    /// The message id of its help page.
    pub help: Message,
    /// What the help page shows below its words.
    pub more_help: Option<fn(&mut Ui, &Base<'_>)>,
    /// How many there are of what it lists, as the navigation shows it.
    pub count: Option<fn(&Snapshot) -> usize>,
    /// What can be added to it as it is shown now.
    pub add: fn(&ViewState) -> Option<Make>,
    /// Whether it has a field that filters it.
    pub can_filter: bool,
    /// Whether the inspector shows what is selected beside it.
    pub inspects: fn(Selection) -> bool,
    /// The tables whose records are seen best on it; each table is on one screen.
    pub tables: &'static [Table],
    /// Whether it takes every cell of the matrix to tell what it shows now; of a large dossier
    /// they may still be counted.
    pub asks_all: fn(&ViewState) -> bool,
    /// How it is drawn.
    pub draw: Draw,
}

/// How a screen is drawn.
pub enum Draw {
    /// From the dossier.
    Dossier(fn(&mut Ui, &Cx<'_>, &mut ViewState)),
    /// From the dossier and the room, where one is open.
    Room(fn(&mut Ui, &Cx<'_>, &mut ViewState, Option<&mut Room>)),
}
