//! The screens of the window, each with its shortcuts. What a screen shows is declared in its own
//! file under `ui/views`.

use egui::{Key, KeyboardShortcut};

use super::Menu;
use super::keys::{ctrl, ctrl_shift};
use crate::model::keyed;

keyed! {
    /// A screen of the window.
    #[derive(Default)]
    pub enum Screen as "screen" {
        /// The coalition matrix.
        #[default]
        Matrix = "matrix",
        /// Whom to call next about a proposal.
        Calls = "calls",
        /// The proposals.
        Proposals = "proposals",
        /// The text of a proposal, version by version.
        Text = "text",
        /// The parties.
        Parties = "parties",
        /// The groups.
        Groups = "groups",
        /// The heat map of obstacles.
        Obstacles = "obstacles",
        /// The remedies by due date.
        Remedies = "remedies",
        /// The swing states and their engagement.
        Engagement = "engagement",
        /// Meetings and deadlines.
        Calendar = "calendar",
        /// The roll calls.
        RollCalls = "roll-calls",
        /// Competing texts.
        Pairs = "pairs",
        /// Scenarios: what if some parties moved?
        WhatIf = "what-if",
        /// The sources.
        Sources = "sources",
        /// The library.
        Library = "library",
        /// The comments.
        Comments = "comments",
        /// The markings of all records.
        Markings = "markings",
        /// The room, from the laptop.
        Room = "room",
        /// The history.
        History = "history",
    }
}

impl Screen {
    /// Where the menus show it: the room's screen heads the menu of the room.
    pub(super) fn in_menu(self) -> (Menu, u8) {
        if self == Self::Room { (Menu::Room, 1) } else { (Menu::View, 0) }
    }

    /// The shortcuts that show it; the first is the one shown.
    pub(super) fn shortcuts(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::Matrix => const { &[ctrl(Key::Num1)] },
            Self::Calls => const { &[ctrl_shift(Key::J)] },
            Self::Proposals => const { &[ctrl(Key::Num2)] },
            Self::Text => const { &[ctrl_shift(Key::T)] },
            Self::Parties => const { &[ctrl(Key::Num3)] },
            Self::Groups => const { &[ctrl(Key::Num4)] },
            Self::Obstacles => const { &[ctrl(Key::Num5)] },
            Self::Remedies => const { &[ctrl_shift(Key::M)] },
            Self::Engagement => const { &[ctrl_shift(Key::E)] },
            Self::Calendar => const { &[ctrl_shift(Key::D)] },
            Self::RollCalls => const { &[ctrl(Key::Num6)] },
            Self::Pairs => const { &[ctrl_shift(Key::P)] },
            Self::WhatIf => const { &[ctrl_shift(Key::I)] },
            Self::Sources => const { &[ctrl(Key::Num7)] },
            Self::Library => const { &[ctrl(Key::Num8)] },
            Self::Comments => const { &[ctrl_shift(Key::O)] },
            Self::Markings => const { &[ctrl_shift(Key::K)] },
            Self::Room => const { &[ctrl_shift(Key::R)] },
            Self::History => const { &[ctrl(Key::Num9)] },
        }
    }
}
