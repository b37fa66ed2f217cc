//! Modal dialogs.

mod about;
mod asked;
mod author;
mod backups;
mod delete;
mod export;
mod finder;
mod help;
mod kept;
mod keys;
mod many;
mod mark;
mod merge_open;
mod named_view;
mod new;
pub mod passphrase;
mod paste;
mod path;
mod preview;
mod redact;
mod release;
mod room;
mod settings;
mod stances;
mod wall;

use egui::{Id, Modal, Ui};

pub use author::AuthorDraft;
pub use backups::BackupLine;
pub use export::{ExportDraft, Shown};
pub use finder::FinderDraft;
pub use kept::KeptDialog;
pub use many::{FieldDraft, GroupDraft};
pub use mark::MarkDraft;
pub use named_view::ViewDraft;
pub use new::templates;
use passphrase::PassphraseDraft;
pub use paste::PasteDraft;
pub use path::PathDraft;
pub use preview::{PagePreview, Sheet};
pub use redact::RedactDraft;
pub use release::ReleaseDraft;
pub use room::PollDraft;
pub use settings::SettingsDraft;
pub use stances::StancesDraft;

use super::cx::{Action, Asked, Base, Cx};
use super::room::{Question, Room};
use super::state::RoomDraft;
use super::widgets::{confirm, heading};
use crate::command::Screen;
use crate::model::{GroupKind, RecordId};
use crate::text::msg;

/// The dialog that is open.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// Choosing what a new dossier starts with.
    New,
    /// Confirming a deletion, with what is deleted along.
    Delete(Vec<RecordId>),
    /// Giving a field of many records one value.
    Field(Box<FieldDraft>),
    /// Naming a new group of many parties.
    NewGroup(Box<GroupDraft>),
    /// Naming a filter to be saved.
    View(Box<ViewDraft>),
    /// Saying under which name entries are made.
    Author(Box<AuthorDraft>),
    /// Typing a path, on desktops without a file dialog.
    Path(PathDraft),
    /// Typing a passphrase.
    Passphrase(Box<PassphraseDraft>),
    /// The backups of the dossier.
    Backups(Vec<BackupLine>),
    /// Confirming the marking of many records.
    Mark(Box<MarkDraft>),
    /// Confirming that content the other copy protects is stored here without a passphrase.
    MergeInTheOpen,
    /// Confirming stances in many cells.
    Stances(Box<StancesDraft>),
    /// Making a copy for others.
    Redact(Box<RedactDraft>),
    /// Choosing a page to export.
    Export(Box<ExportDraft>),
    /// Opening a room.
    Room(Box<RoomDraft>),
    /// Asking about what would appear on the wall.
    Wall,
    /// Confirming that something kept hidden by one answer is shown.
    Kept(usize, Box<Question>),
    /// Confirming that the room may be closed.
    LeaveRoom {
        /// Whether this is for something else, which then continues.
        goes_on: bool,
        /// For how many paragraphs words were typed that have not been taken over.
        typed: usize,
    },
    /// Confirming that stances may be recorded with names.
    Names,
    /// A temperature poll.
    Poll(Box<PollDraft>),
    /// Releasing what is withheld from the room.
    Release(Box<ReleaseDraft>),
    /// The command palette.
    Palette(Box<FinderDraft>),
    /// Full-text search.
    Search(Box<FinderDraft>),
    /// Pasting a table to create a dossier from.
    Paste(Box<PasteDraft>),
    /// The settings.
    Settings(Box<SettingsDraft>),
    /// A screen's help page.
    Help(Screen),
    /// The keyboard shortcuts.
    Keys,
    /// About the program.
    About,
}

impl Dialog {
    /// The dialog that asks for what an edit of many records still needs.
    pub(crate) fn asking(asked: Asked) -> Self {
        match asked {
            Asked::Field(records, column) => Self::Field(Box::new(FieldDraft {
                records,
                column,
                typed: String::new(),
                named: None,
                begun: false,
            })),
            Asked::NewGroup(parties) => Self::NewGroup(Box::new(GroupDraft {
                parties,
                name: String::new(),
                kind: GroupKind::Forum,
                begun: false,
            })),
            Asked::View(view) => Self::View(Box::new(ViewDraft { view, begun: false })),
        }
    }

    /// Whether it is about an open room, and so meaningless without one.
    pub(crate) fn is_of_room(&self) -> bool {
        matches!(self, Self::Wall | Self::Kept(..) | Self::Names | Self::Poll(_) | Self::Release(_))
    }
}

/// Draws the dialog. `cx` is present while a dossier is open, `room` while a room is.
pub fn show(
    ui: &mut Ui,
    base: &Base<'_>,
    cx: Option<&Cx<'_>>,
    room: Option<&Room>,
    dialog: &mut Dialog,
) {
    let title = match dialog {
        Dialog::New => base.text.get(msg!("dialog-new")),
        Dialog::Delete(_) => base.text.get(msg!("dialog-delete")),
        Dialog::Field(_) => base.text.get(msg!("dialog-many")),
        // The command that opens it ends in three dots, the dialog itself does not.
        Dialog::NewGroup(_) => base.text.get(msg!("chosen-new-group")).trim_end_matches('…'),
        Dialog::View(draft) => named_view::title(base, cx, draft).trim_end_matches('…'),
        Dialog::Author(_) => base.text.get(msg!("dialog-author")),
        Dialog::Path(draft) => base.text.get(draft.purpose.title()),
        Dialog::Passphrase(draft) => base.text.get(draft.title()),
        Dialog::Backups(_) => base.text.get(msg!("dialog-backups")),
        Dialog::Mark(_) => base.text.get(msg!("dialog-mark")),
        Dialog::MergeInTheOpen => base.text.get(msg!("dialog-merge-open")),
        Dialog::Stances(_) => base.text.get(msg!("dialog-stances")),
        Dialog::Redact(_) => base.text.get(msg!("dialog-redact")),
        Dialog::Export(_) => base.text.get(msg!("dialog-export")),
        Dialog::Room(_) => base.text.get(msg!("dialog-room")),
        Dialog::Wall | Dialog::Kept(..) => base.text.get(msg!("dialog-wall")),
        Dialog::LeaveRoom { .. } => base.text.get(msg!("dialog-leave-room")),
        Dialog::Names => base.text.get(msg!("dialog-names")),
        Dialog::Poll(_) => base.text.get(msg!("dialog-poll")),
        Dialog::Release(_) => base.text.get(msg!("dialog-release")),
        Dialog::Palette(_) => base.text.get(msg!("dialog-palette")),
        Dialog::Search(_) => base.text.get(msg!("dialog-search")),
        Dialog::Paste(_) => base.text.get(msg!("dialog-paste")),
        Dialog::Settings(_) => base.text.get(msg!("dialog-settings")),
        Dialog::Help(_) => base.text.get(msg!("dialog-help")),
        Dialog::Keys => base.text.get(msg!("dialog-keys")),
        Dialog::About => base.text.get(msg!("dialog-about")),
    };
    let sizes = base.theme.sizes;
    let frame = egui::Frame::popup(ui.style()).inner_margin(sizes.space.xl);
    let modal = Modal::new(Id::unique("dialog")).frame(frame);
    confirm::look(ui);
    let response = modal.backdrop_color(base.theme.colours.scrim).show(ui, |ui| {
        let (wanted, most) = match dialog {
            // With the page beside the choices.
            Dialog::Export(_) => (sizes.space.xxl * 32.0, 0.9),
            // With the table beside what it becomes.
            Dialog::Paste(draft) if draft.is_wide() => (sizes.space.xxl * 40.0, 0.9),
            _ => (sizes.space.xxl * 15.0, 0.8),
        };
        ui.set_width(wanted.min(ui.content_rect().width() * most));
        heading(ui, title);
        ui.add_space(sizes.space.m);
        match dialog {
            Dialog::New => new::show(ui, base),
            Dialog::Delete(records) => {
                if let Some(cx) = cx {
                    delete::show(ui, cx, records);
                }
            }
            Dialog::Field(draft) => {
                if let Some(cx) = cx {
                    many::field(ui, cx, draft);
                }
            }
            Dialog::NewGroup(draft) => {
                if let Some(cx) = cx {
                    many::group(ui, cx, draft);
                }
            }
            Dialog::View(draft) => {
                if let Some(cx) = cx {
                    named_view::show(ui, cx, draft);
                }
            }
            Dialog::Author(draft) => author::show(ui, base, draft),
            Dialog::Path(draft) => path::show(ui, base, draft),
            Dialog::Passphrase(draft) => passphrase::fields(ui, base, draft),
            Dialog::Backups(lines) => backups::show(ui, base, lines),
            Dialog::Mark(draft) => {
                if let Some(cx) = cx {
                    mark::show(ui, cx, draft);
                }
            }
            Dialog::MergeInTheOpen => merge_open::show(ui, base),
            Dialog::Stances(draft) => stances::show(ui, base, draft),
            Dialog::Redact(draft) => redact::show(ui, base, draft),
            Dialog::Export(draft) => export::show(ui, base, draft),
            Dialog::Room(draft) => room::show(ui, base, draft),
            Dialog::Wall => {
                if let Some(question) = room.and_then(Room::question) {
                    wall::show(ui, base, question);
                }
            }
            Dialog::Kept(place, question) => wall::kept(ui, base, *place, question),
            Dialog::LeaveRoom { goes_on, typed } => wall::leave(ui, base, *goes_on, *typed),
            Dialog::Names => wall::names(ui, base),
            Dialog::Poll(draft) => room::poll(ui, base, draft),
            Dialog::Release(draft) => {
                if let Some(cx) = cx {
                    release::show(ui, cx, room, draft);
                }
            }
            Dialog::Palette(draft) => finder::palette(ui, base, draft),
            Dialog::Search(draft) => {
                if let Some(cx) = cx {
                    finder::search(ui, cx, draft);
                }
            }
            Dialog::Paste(draft) => paste::show(ui, base, draft),
            Dialog::Settings(draft) => settings::show(ui, base, draft),
            Dialog::Help(screen) => help::show(ui, base, cx.is_some(), *screen),
            Dialog::Keys => keys::show(ui, base),
            Dialog::About => about::show(ui, base),
        }
    });
    raise_lists(ui);
    confirm::forget(ui);
    if response.should_close() {
        base.push(Action::Dismiss);
    }
}

/// Raises the open list. If it was open before, it would stay below the dialog when the click that
/// opens it also raises the dialog.
fn raise_lists(ui: &Ui) {
    for layer in ui.memory(|memory| memory.areas().visible_layer_ids()) {
        if egui::Popup::is_id_open(ui, layer.id) {
            ui.move_to_top(layer);
        }
    }
}
