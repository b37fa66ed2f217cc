//! Every command, one line each: its place in the menus, its shortcuts, its effect on a field being
//! typed in, and when it is enabled.

use egui::{Key, KeyboardShortcut};

use super::keys::{alt, bare, ctrl, ctrl_shift, shift};
use super::{Facts, Screen, Typing};
use crate::model::{Keyed, keyed};
use crate::text::{Text, msg};

keyed! {
    /// A menu.
    pub enum Menu as "menu" {
        /// Dossiers and files.
        File = "file",
        /// What is done with records.
        Edit = "edit",
        /// How it looks.
        View = "view",
        /// The room.
        Room = "room",
        /// Help.
        Help = "help",
    }
}

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
    /// Its menu, and the group in it; within a group, commands stand in the order of this list.
    pub place: (Menu, u8),
    /// Its shortcuts; the first is the one shown.
    pub keys: &'static [KeyboardShortcut],
    /// Its effect on a field being typed in.
    pub typing: Typing,
    /// Whether it can be carried out now.
    pub when: fn(&Facts) -> bool,
}

/// Declares the commands: each with its key, which also ends the message id of its label, its place in the
/// menus, its shortcuts, its effect on a field being typed in, and when it is enabled. The screens come
/// between the two groups, each with a command that shows it.
macro_rules! commands {
    (
        first { $( $(#[$meta:meta])* $name:ident = $key:literal, $menu:ident $group:literal,
            [$($keys:expr),*], $typing:ident, $when:expr; )+ }
        then { $( $(#[$later_meta:meta])* $later:ident = $later_key:literal,
            $later_menu:ident $later_group:literal,
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
                match self {
                    Self::Show(screen) => Declared {
                        place: screen.in_menu(),
                        keys: screen.shortcuts(),
                        typing: Typing::LeavesField,
                        when: open,
                    },
                    $( Self::$name => Declared {
                        place: (Menu::$menu, $group),
                        keys: const { &[$($keys),*] },
                        typing: Typing::$typing,
                        when: $when,
                    }, )+
                    $( Self::$later => Declared {
                        place: (Menu::$later_menu, $later_group),
                        keys: const { &[$($later_keys),*] },
                        typing: Typing::$later_typing,
                        when: $later_when,
                    }, )+
                }
            }
        }
    };
}

commands! {
    first {
        /// Creates a dossier.
        New = "new", File 1, [ctrl(Key::N)], LeavesField, always;
        /// Creates a dossier from a pasted table.
        PasteTable = "paste-table", File 1, [], LeavesField, always;
        /// Opens a dossier.
        Open = "open", File 1, [ctrl(Key::O)], LeavesField, always;
        /// Opens the example.
        OpenExample = "open-example", File 1, [], LeavesField, always;
        /// Says when the dossier was last saved, since every edit is saved as it is made.
        Save = "save", File 2, [ctrl(Key::S)], LeavesField, open;
        /// Saves a copy.
        SaveCopy = "save-copy", File 2, [ctrl_shift(Key::S)], LeavesField, open;
        /// Copies the dossier and works on the copy.
        WorkOnCopy = "work-on-copy", File 2, [], LeavesField, open;
        /// Lists the backups, to restore one into a new file.
        RestoreBackup = "restore-backup", File 2, [], LeavesField, open;
        /// Imports a table of positions.
        Import = "import", File 3, [ctrl(Key::I)], Stays, writable;
        /// Imports a table that was copied elsewhere.
        ImportPasted = "import-pasted", File 3, [], Stays, writable;
        /// Writes the page on screen to a file to hand over.
        Export = "export", File 4, [ctrl(Key::E)], LeavesField, |now| now.open && now.current;
        /// Opens the page on screen as PDF, to be printed.
        Print = "print", File 4, [ctrl(Key::P)], LeavesField, |now| now.open && now.current;
        /// Copies the page on screen as a picture.
        CopyPicture = "copy-picture", File 4, [], LeavesField, |now| now.open && now.current;
        /// Makes a copy for others under a ceiling.
        Redact = "redact", File 4, [], LeavesField, open;
        /// Packs the dossier for a reviewer.
        SendReview = "send-review", File 4, [], LeavesField, open;
        /// Merges what came back from a reviewer.
        MergeReview = "merge-review", File 4, [], LeavesField, writable;
        /// Shows the settings of the dossier itself.
        Dossier = "dossier", File 5, [], LeavesField, open;
        /// Sets, changes or removes the passphrase.
        Passphrase = "passphrase", File 5, [], LeavesField, writable;
        /// Takes the dossier off the screen and its key out of memory.
        Lock = "lock", File 5, [ctrl(Key::L)], LeavesField, |now| now.protected;
        /// Closes the dossier.
        Close = "close", File 5, [ctrl(Key::W)], LeavesField, open;
        /// Shows the settings.
        Settings = "settings", File 6, [ctrl(Key::Comma)], LeavesField, always;
        /// Quits the program.
        Quit = "quit", File 6, [ctrl(Key::Q)], LeavesField, always;
        /// Undoes the last step.
        Undo = "undo", Edit 1, [ctrl(Key::Z)], KeepsKeys, |now| now.writable && now.can_undo;
        /// Redoes the step last undone.
        Redo = "redo", Edit 1,
            [ctrl(Key::Y), ctrl_shift(Key::Z)],
            KeepsKeys, |now| now.writable && now.can_redo;
        /// Adds a record to the list on screen.
        Add = "add", Edit 2, [ctrl_shift(Key::N)], LeavesField, |now| now.writable && now.can_add;
        /// Deletes the selected record.
        Delete = "delete", Edit 2,
            [ctrl(Key::Delete), ctrl(Key::Backspace)],
            KeepsKeys, |now| now.writable && now.can_delete;
        /// Goes to the screen's filter field.
        Filter = "filter", Edit 3, [ctrl(Key::F)], Stays, |now| now.open && now.can_filter;
        /// Opens full-text search.
        Search = "search", Edit 3, [ctrl_shift(Key::F)], Stays, |now| now.open && now.current;
        /// Opens the command palette.
        Palette = "palette", Edit 3, [ctrl(Key::K)], Stays, always;
    }
    then {
        /// Opens the room, or uncovers it.
        RoomOpen = "room-open", Room 1, [bare(Key::F5)], Stays, open;
        /// Closes the room.
        RoomClose = "room-close", Room 1, [shift(Key::F5)], Stays, in_room;
        /// Shows the next page or slide.
        RoomNext = "room-next", Room 2, [ctrl(Key::PageDown)], Stays, in_room;
        /// Shows the previous page or slide.
        RoomBack = "room-back", Room 2, [ctrl(Key::PageUp)], Stays, in_room;
        /// Blanks the wall, or uncovers it.
        RoomBlank = "room-blank", Room 3, [ctrl(Key::B)], Stays, in_room;
        /// Freezes the wall while the presenter moves on, or lets it follow.
        RoomFreeze = "room-freeze", Room 3, [ctrl_shift(Key::B)], Stays, in_room;
        /// Shows the current slide on the frozen wall.
        RoomShow = "room-show", Room 3, [ctrl(Key::Enter)], YieldsKeys, |now| now.room && now.frozen;
        /// Writes what was shown and said in the room to a file to hand out.
        RoomHandout = "room-handout", Room 4, [], LeavesField, |now| now.open && now.current;
        /// Shows the matrix under a scenario, or leaves it.
        Suppose = "suppose", View 1, [ctrl_shift(Key::A)], LeavesField, |now| now.open && now.current;
        /// Swaps rows and columns of the matrix.
        Transpose = "transpose", View 1, [ctrl(Key::T)], Stays, on_matrix;
        /// Sorts the matrix by the stances on the selected proposal, or no longer.
        SortByStance = "sort-by-stance", View 1, [], Stays, |now| now.on_matrix && now.on_proposal;
        /// Folds all camps of the matrix.
        // With Shift held, some keyboards send a brace.
        FoldAll = "fold-all", View 1,
            [ctrl_shift(Key::OpenBracket), ctrl_shift(Key::OpenCurlyBracket)],
            Stays, on_matrix;
        /// Unfolds all camps of the matrix.
        UnfoldAll = "unfold-all", View 1,
            [ctrl_shift(Key::CloseBracket), ctrl_shift(Key::CloseCurlyBracket)],
            Stays, on_matrix;
        /// Makes the rows of the matrix higher.
        Larger = "larger", View 1, [ctrl(Key::CloseBracket)], Stays, on_matrix;
        /// Makes the rows of the matrix lower.
        Smaller = "smaller", View 1, [ctrl(Key::OpenBracket)], Stays, on_matrix;
        /// Goes to the screen before, with what was selected there.
        Back = "back", View 2, [alt(Key::ArrowLeft)], YieldsKeys, |now| now.can_go_back;
        /// Goes forward again.
        Forward = "forward", View 2, [alt(Key::ArrowRight)], YieldsKeys, |now| now.can_go_forward;
        /// Shows the selected proposal at full width, or goes back.
        ProposalPage = "proposal-page", View 2, [bare(Key::F4)], LeavesField, |now| now.on_proposal;
        /// Shows or hides the inspector.
        Inspector = "inspector", View 2, [bare(Key::F9)], LeavesField, open;
        /// Gives the keys to the next part of the window.
        NextPart = "next-part", View 2, [bare(Key::F6)], Stays, open;
        /// Gives the keys to the part of the window before.
        PartBefore = "part-before", View 2, [shift(Key::F6)], Stays, open;
        /// Fills the screen with the window, or no longer.
        FullScreen = "full-screen", View 2, [bare(Key::F11)], Stays, always;
        /// Enlarges the window's content.
        ZoomIn = "zoom-in", View 3, [ctrl(Key::Plus), ctrl(Key::Equals)], Stays, always;
        /// Reduces the window's content.
        ZoomOut = "zoom-out", View 3, [ctrl(Key::Minus)], Stays, always;
        /// Resets the zoom to 100 %.
        ZoomReset = "zoom-reset", View 3, [ctrl(Key::Num0)], Stays, always;
        /// Uses the system's theme.
        ThemeSystem = "theme-system", View 4, [], Stays, always;
        /// Uses the light theme.
        ThemeLight = "theme-light", View 4, [], Stays, always;
        /// Uses the dark theme.
        ThemeDark = "theme-dark", View 4, [], Stays, always;
        /// Switches to English.
        English = "english", View 5, [], LeavesField, always;
        /// Switches to Dutch.
        Dutch = "dutch", View 5, [], LeavesField, always;
        /// Shows the screen's help page.
        Help = "help", Help 1, [bare(Key::F1)], Stays, always;
        /// Starts the guided tour, or leaves it.
        Tour = "tour", Help 1, [], LeavesField, open;
        /// Lists the keyboard shortcuts.
        Keys = "keys", Help 1, [ctrl(Key::Slash)], Stays, always;
        /// Shows what the program is.
        About = "about", Help 2, [], Stays, always;
    }
}
