//! Every command, one line each: its shortcuts, its effect on a field being typed in, and when it
//! is enabled.

use egui::{Key, KeyboardShortcut};

use super::keys::{bare, ctrl, ctrl_shift, shift};
use super::{Facts, Screen, Typing};
use crate::model::Keyed;
use crate::text::{Text, msg};

fn always(_: &Facts) -> bool {
    true
}

fn open(now: &Facts) -> bool {
    now.open
}

fn writable(now: &Facts) -> bool {
    now.writable
}

fn in_room(now: &Facts) -> bool {
    now.room
}

fn on_matrix(now: &Facts) -> bool {
    now.on_matrix
}

/// The declaration of a command.
pub(super) struct Declared {
    /// Its shortcuts; the first is the one shown.
    pub keys: &'static [KeyboardShortcut],
    /// Its effect on a field being typed in.
    pub typing: Typing,
    /// Whether it can be carried out now.
    pub when: fn(&Facts) -> bool,
}

/// Declares the commands: each with its key, which also ends the message id of its label, its
/// shortcuts, its effect on a field being typed in, and when it is enabled. The screens come
/// between the two groups, each with a command that shows it.
macro_rules! commands {
    (
        first { $( $(#[$meta:meta])* $name:ident = $key:literal,
            [$($keys:expr),*], $typing:ident, $when:expr; )+ }
        then { $( $(#[$later_meta:meta])* $later:ident = $later_key:literal,
            [$($later_keys:expr),*], $later_typing:ident, $later_when:expr; )+ }
    ) => {
        /// A command.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command {
            /// Shows a screen.
            Show(Screen),
            $( $(#[$meta])* $name, )+
            $( $(#[$later_meta])* $later, )+
        }

        impl Command {
            /// All commands, in the order they are listed.
            pub fn all() -> impl Iterator<Item = Self> {
                let screens = Screen::ALL.iter().map(|screen| Self::Show(*screen));
                let first = [$( Self::$name, )+].into_iter();
                first.chain(screens).chain([$( Self::$later, )+])
            }

            /// The label of the command.
            pub fn label(self, text: Text) -> &'static str {
                match self {
                    Self::Show(screen) => text.label(screen),
                    $( Self::$name => text.get(msg!(concat!("command-", $key))), )+
                    $( Self::$later => text.get(msg!(concat!("command-", $later_key))), )+
                }
            }

            /// The message ids of labels that are not screen names.
            pub fn label_ids() -> impl Iterator<Item = &'static str> {
                let first = [$( concat!("command-", $key), )+].into_iter();
                first.chain([$( concat!("command-", $later_key), )+])
            }

            pub(super) fn declared(self) -> Declared {
                let (keys, typing, when): (&'static [KeyboardShortcut], _, fn(&Facts) -> bool) =
                    match self {
                        Self::Show(screen) => (screen.shortcuts(), Typing::LeavesField, open),
                        $( Self::$name =>
                            (const { &[$($keys),*] }, Typing::$typing, $when), )+
                        $( Self::$later =>
                            (const { &[$($later_keys),*] }, Typing::$later_typing, $later_when), )+
                    };
                Declared { keys, typing, when }
            }
        }
    };
}

commands! {
    first {
        /// Creates a dossier.
        New = "new", [ctrl(Key::N)], LeavesField, always;
        /// Opens a dossier.
        Open = "open", [ctrl(Key::O)], LeavesField, always;
        /// Creates a dossier from a pasted table.
        PasteTable = "paste-table", [], LeavesField, always;
        /// Opens the example.
        OpenExample = "open-example", [], LeavesField, always;
        /// Says when the dossier was last saved, since every edit is saved as it is made.
        Save = "save", [ctrl(Key::S)], LeavesField, open;
        /// Saves a copy.
        SaveCopy = "save-copy", [ctrl_shift(Key::S)], LeavesField, open;
        /// Imports a table of positions.
        Import = "import", [ctrl(Key::I)], Stays, writable;
        /// Imports a table that was copied elsewhere.
        ImportPasted = "import-pasted", [], Stays, writable;
        /// Copies the dossier and works on the copy.
        WorkOnCopy = "work-on-copy", [], LeavesField, open;
        /// Lists the backups, to restore one into a new file.
        RestoreBackup = "restore-backup", [], LeavesField, open;
        /// Packs the dossier for a reviewer.
        SendReview = "send-review", [], LeavesField, open;
        /// Makes a copy for others under a ceiling.
        Redact = "redact", [], LeavesField, open;
        /// Writes the page on screen to a file to hand over.
        Export = "export", [ctrl(Key::E)], LeavesField, |now| now.open && now.current;
        /// Opens the page on screen as PDF, to be printed.
        Print = "print", [ctrl(Key::P)], LeavesField, |now| now.open && now.current;
        /// Copies the page on screen as a picture.
        CopyPicture = "copy-picture", [], LeavesField, |now| now.open && now.current;
        /// Merges what came back from a reviewer.
        MergeReview = "merge-review", [], LeavesField, writable;
        /// Sets, changes or removes the passphrase.
        Passphrase = "passphrase", [], LeavesField, writable;
        /// Takes the dossier off the screen and its key out of memory.
        Lock = "lock", [ctrl(Key::L)], LeavesField, |now| now.protected;
        /// Shows the settings of the dossier itself.
        Dossier = "dossier", [], LeavesField, open;
        /// Closes the dossier.
        Close = "close", [ctrl(Key::W)], LeavesField, open;
        /// Quits the program.
        Quit = "quit", [ctrl(Key::Q)], LeavesField, always;
        /// Undoes the last step.
        Undo = "undo", [ctrl(Key::Z)], KeepsKeys, |now| now.writable && now.can_undo;
        /// Redoes the step last undone.
        Redo = "redo",
            [ctrl(Key::Y), ctrl_shift(Key::Z)],
            KeepsKeys, |now| now.writable && now.can_redo;
        /// Adds a record to the list on screen.
        Add = "add", [ctrl_shift(Key::N)], LeavesField, |now| now.writable && now.can_add;
        /// Deletes the selected record.
        Delete = "delete",
            [ctrl(Key::Delete), ctrl(Key::Backspace)],
            KeepsKeys, |now| now.writable && now.can_delete;
        /// Goes to the screen's filter field.
        Filter = "filter", [ctrl(Key::F)], Stays, |now| now.open && now.can_filter;
        /// Opens the command palette.
        Palette = "palette", [ctrl(Key::K)], Stays, always;
        /// Opens full-text search.
        Search = "search", [ctrl_shift(Key::F)], Stays, |now| now.open && now.current;
    }
    then {
        /// Opens the room, or uncovers it.
        RoomOpen = "room-open", [bare(Key::F5)], Stays, open;
        /// Closes the room.
        RoomClose = "room-close", [shift(Key::F5)], Stays, in_room;
        /// Shows the next page or slide.
        RoomNext = "room-next", [ctrl(Key::PageDown)], Stays, in_room;
        /// Shows the previous page or slide.
        RoomBack = "room-back", [ctrl(Key::PageUp)], Stays, in_room;
        /// Blanks the wall, or uncovers it.
        RoomBlank = "room-blank", [ctrl(Key::B)], Stays, in_room;
        /// Freezes the wall while the presenter moves on, or lets it follow.
        RoomFreeze = "room-freeze", [ctrl_shift(Key::B)], Stays, in_room;
        /// Shows the current slide on the frozen wall.
        RoomShow = "room-show", [ctrl(Key::Enter)], YieldsKeys, |now| now.room && now.frozen;
        /// Shows the matrix under a scenario, or leaves it.
        Suppose = "suppose", [ctrl_shift(Key::A)], LeavesField, |now| now.open && now.current;
        /// Swaps rows and columns of the matrix.
        Transpose = "transpose", [ctrl(Key::T)], Stays, on_matrix;
        /// Folds all camps of the matrix.
        // With Shift held, some keyboards send a brace.
        FoldAll = "fold-all",
            [ctrl_shift(Key::OpenBracket), ctrl_shift(Key::OpenCurlyBracket)],
            Stays, on_matrix;
        /// Unfolds all camps of the matrix.
        UnfoldAll = "unfold-all",
            [ctrl_shift(Key::CloseBracket), ctrl_shift(Key::CloseCurlyBracket)],
            Stays, on_matrix;
        /// Makes the rows of the matrix higher.
        Larger = "larger", [ctrl(Key::CloseBracket)], Stays, on_matrix;
        /// Makes the rows of the matrix lower.
        Smaller = "smaller", [ctrl(Key::OpenBracket)], Stays, on_matrix;
        /// Shows the selected proposal at full width, or goes back.
        ProposalPage = "proposal-page", [bare(Key::F4)], LeavesField, |now| now.on_proposal;
        /// Shows or hides the inspector.
        Inspector = "inspector", [bare(Key::F9)], LeavesField, open;
        /// Enlarges the window's content.
        ZoomIn = "zoom-in", [ctrl(Key::Plus), ctrl(Key::Equals)], Stays, always;
        /// Reduces the window's content.
        ZoomOut = "zoom-out", [ctrl(Key::Minus)], Stays, always;
        /// Resets the zoom to 100 %.
        ZoomReset = "zoom-reset", [ctrl(Key::Num0)], Stays, always;
        /// Uses the system's theme.
        ThemeSystem = "theme-system", [], Stays, always;
        /// Uses the light theme.
        ThemeLight = "theme-light", [], Stays, always;
        /// Uses the dark theme.
        ThemeDark = "theme-dark", [], Stays, always;
        /// Switches to English.
        English = "english", [], LeavesField, always;
        /// Switches to Dutch.
        Dutch = "dutch", [], LeavesField, always;
        /// Shows the settings.
        Settings = "settings", [ctrl(Key::Comma)], LeavesField, always;
        /// Shows the screen's help page.
        Help = "help", [bare(Key::F1)], Stays, always;
        /// Starts the guided tour, or leaves it.
        Tour = "tour", [], LeavesField, open;
        /// Lists the keyboard shortcuts.
        Keys = "keys", [ctrl(Key::Slash)], Stays, always;
        /// Shows what the program is.
        About = "about", [], Stays, always;
    }
}
