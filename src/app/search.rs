//! Keeping all text ready to be looked through: folded off the thread of the window when it is
//! first asked for, and kept in step by edits from then on.

use std::thread::JoinHandle;

use egui::Context;

use super::{App, Session};
use crate::document::{Document, RawTexts, SearchIndex};
use crate::ui::dialogs::{Dialog, FinderDraft};

/// All text of a dossier.
#[derive(Debug, Default)]
pub(super) struct Search {
    state: State,
    // The state of the dossier it is of.
    revision: u64,
}

#[derive(Debug, Default)]
enum State {
    /// Nobody asked for it.
    #[default]
    Idle,
    /// It is being folded.
    Folding(JoinHandle<SearchIndex>),
    /// It is there.
    Ready(SearchIndex),
}

impl Search {
    /// The texts, where they are there.
    pub(super) fn index(&self) -> Option<&SearchIndex> {
        match &self.state {
            State::Ready(index) => Some(index),
            State::Idle | State::Folding(_) => None,
        }
    }

    /// Begins to fold the texts, unless they are there or under way.
    fn begin(&mut self, context: &Context, document: &Document) {
        if !matches!(self.state, State::Idle) {
            return;
        }
        let raw = RawTexts::of(document.snapshot());
        let context = context.clone();
        self.revision = document.revision();
        self.state = State::Folding(std::thread::spawn(move || {
            let index = raw.fold();
            context.request_repaint();
            index
        }));
    }

    /// Takes the texts over when they are folded, and brings them up to date with the last
    /// step. After more than one they are read again when they are next asked for.
    pub(super) fn follow(&mut self, document: &Document) {
        if let State::Folding(folding) = &self.state
            && folding.is_finished()
        {
            let State::Folding(folding) = std::mem::take(&mut self.state) else { return };
            // A thread that failed has made nothing; the next one tries again.
            self.state = folding.join().map_or(State::Idle, State::Ready);
        }
        let behind = document.revision() - self.revision;
        let State::Ready(index) = &mut self.state else { return };
        let in_step = match behind {
            0 => true,
            1 => index.update(document.snapshot(), document.touched_last()),
            _ => false,
        };
        if !in_step {
            self.state = State::Idle;
        }
        self.revision = document.revision();
    }
}

impl App {
    /// Opens the search over everything.
    pub(super) fn ask_search(&mut self, context: &Context) {
        let Session::Open(open) = &mut self.session else { return };
        open.search.begin(context, &open.document);
        self.dialog = Some(Dialog::Search(Box::default()));
    }

    /// Opens the list of everything that can be done.
    pub(super) fn ask_command(&mut self) {
        let facts = self.facts();
        self.dialog =
            Some(Dialog::Palette(Box::new(FinderDraft { facts, ..FinderDraft::default() })));
    }

    /// Reads all text again where the search is open and it is not there: after several steps
    /// at once.
    pub(super) fn keep_searching(&mut self, context: &Context) {
        if matches!(self.dialog, Some(Dialog::Search(_)))
            && let Session::Open(open) = &mut self.session
        {
            open.search.begin(context, &open.document);
        }
    }
}
