//! The keys of the commands.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Command;

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn bare(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

/// The keys of a command; the first is the one that is shown.
pub(super) fn of(command: Command) -> &'static [KeyboardShortcut] {
    use Command as C;
    match command {
        C::New => const { &[ctrl(Key::N)] },
        C::Open => const { &[ctrl(Key::O)] },
        C::SaveCopy => const { &[ctrl_shift(Key::S)] },
        C::Import => const { &[ctrl(Key::I)] },
        C::Close => const { &[ctrl(Key::W)] },
        C::Quit => const { &[ctrl(Key::Q)] },
        C::Undo => const { &[ctrl(Key::Z)] },
        C::Redo => const { &[ctrl(Key::Y), ctrl_shift(Key::Z)] },
        C::Add => const { &[ctrl_shift(Key::N)] },
        C::Delete => const { &[ctrl(Key::Delete), ctrl(Key::Backspace)] },
        C::Filter => const { &[ctrl(Key::F)] },
        C::Matrix => const { &[ctrl(Key::Num1)] },
        C::Proposals => const { &[ctrl(Key::Num2)] },
        C::Parties => const { &[ctrl(Key::Num3)] },
        C::Groups => const { &[ctrl(Key::Num4)] },
        C::Obstacles => const { &[ctrl(Key::Num5)] },
        C::Remedies => const { &[ctrl_shift(Key::M)] },
        C::Engagement => const { &[ctrl_shift(Key::E)] },
        C::Calendar => const { &[ctrl_shift(Key::D)] },
        C::RollCalls => const { &[ctrl(Key::Num6)] },
        C::Sources => const { &[ctrl(Key::Num7)] },
        C::Library => const { &[ctrl(Key::Num8)] },
        C::Comments => const { &[ctrl_shift(Key::C)] },
        C::Markings => const { &[ctrl_shift(Key::K)] },
        C::Room => const { &[ctrl_shift(Key::R)] },
        C::RoomOpen => const { &[bare(Key::F5)] },
        C::RoomClose => const { &[KeyboardShortcut::new(Modifiers::SHIFT, Key::F5)] },
        C::RoomNext => const { &[ctrl(Key::PageDown)] },
        C::RoomBack => const { &[ctrl(Key::PageUp)] },
        C::RoomBlank => const { &[ctrl(Key::B)] },
        C::RoomFreeze => const { &[ctrl_shift(Key::B)] },
        C::RoomShow => const { &[ctrl(Key::Enter)] },
        C::Palette => const { &[ctrl(Key::K)] },
        C::Search => const { &[ctrl_shift(Key::F)] },
        C::Help => const { &[bare(Key::F1)] },
        C::Lock => const { &[ctrl(Key::L)] },
        C::History => const { &[ctrl(Key::Num9)] },
        C::Transpose => const { &[ctrl(Key::T)] },
        // With Shift down some keyboards send a brace.
        C::FoldAll => const { &[ctrl_shift(Key::OpenBracket), ctrl_shift(Key::OpenCurlyBracket)] },
        C::UnfoldAll => {
            const { &[ctrl_shift(Key::CloseBracket), ctrl_shift(Key::CloseCurlyBracket)] }
        }
        C::Larger => const { &[ctrl(Key::CloseBracket)] },
        C::Smaller => const { &[ctrl(Key::OpenBracket)] },
        C::Inspector => const { &[bare(Key::F9)] },
        C::ZoomIn => const { &[ctrl(Key::Plus), ctrl(Key::Equals)] },
        C::ZoomOut => const { &[ctrl(Key::Minus)] },
        C::ZoomReset => const { &[ctrl(Key::Num0)] },
        C::Settings => const { &[ctrl(Key::Comma)] },
        C::Keys => const { &[ctrl(Key::Slash)] },
        C::OpenExample
        | C::PasteTable
        | C::Dossier
        | C::WorkOnCopy
        | C::RestoreBackup
        | C::SendReview
        | C::Redact
        | C::Tour
        | C::MergeReview
        | C::Passphrase
        | C::ThemeSystem
        | C::ThemeLight
        | C::ThemeDark
        | C::English
        | C::Dutch
        | C::About => &[],
    }
}
