//! What the window has open.

use std::path::PathBuf;

use crate::command::Facts;
use crate::document::{Document, FieldChange};
use crate::explain::Explanation;
use crate::model::Clock;
use crate::text::Text;
use crate::ui::derived::{Derived, Version};
use crate::ui::state::{Screen, Shelf, ViewState};

/// What the window has open.
pub(super) enum Session {
    /// Nothing yet: the first choice.
    Start,
    /// A dossier is being opened.
    Loading(PathBuf),
    /// It could not be opened.
    Failed(Explanation),
    /// A dossier.
    Open(Box<Open>),
}

/// An open dossier, what is computed from it, and what is shown of it.
pub(super) struct Open {
    /// The dossier.
    pub document: Document,
    /// The figures.
    pub derived: Derived,
    /// What is shown.
    pub view: ViewState,
    /// What the change log says, and for which state of the figures.
    pub changed: Option<(Version, Vec<FieldChange>)>,
}

impl Open {
    /// Shows a dossier on its home screen.
    pub(super) fn new(document: Document, clock: Clock, text: Text) -> Self {
        let view = ViewState::new();
        let days = view.days(clock.today());
        let derived = Derived::new(document.snapshot(), document.revision(), days, text);
        Self { document, derived, view, changed: None }
    }

    /// Brings the figures up to date with the dossier and the day that is shown.
    pub(super) fn refresh(&mut self, clock: Clock, text: Text) {
        let days = self.view.days(clock.today());
        self.derived.refresh(self.document.snapshot(), self.document.revision(), days, text);
        let version = self.derived.version();
        let shown = self.view.screen == Screen::History && self.view.changes;
        if shown && self.changed.as_ref().is_none_or(|(kept, _)| *kept != version) {
            let changed = self.document.field_changes(days.since, days.as_of);
            // A log that cannot be read is said by the check; here it shows as empty.
            self.changed = Some((version, changed.unwrap_or_default()));
        }
    }

    /// What can be done with it now.
    pub(super) fn facts(&self) -> Facts {
        let screen = self.view.screen;
        Facts {
            open: true,
            writable: !self.document.is_read_only(),
            can_undo: self.document.history().next_undo().is_some(),
            can_redo: self.document.history().next_redo().is_some(),
            can_add: screen == Screen::Library && self.view.shelf == Shelf::Terms
                || matches!(
                    screen,
                    Screen::Proposals
                        | Screen::Parties
                        | Screen::Groups
                        | Screen::Calendar
                        | Screen::RollCalls
                        | Screen::Sources
                ),
            // The library is fixed; the terms beside it are the dossier's own.
            can_delete: self.view.selection.deletable().is_some(),
            can_filter: screen != Screen::Obstacles,
            on_matrix: screen == Screen::Matrix,
        }
    }
}
