//! The full-text index: built on another thread when first needed, and kept up to date by edits
//! from then on.

use std::thread::JoinHandle;

use egui::Context;

use super::{App, Session};
use crate::document::{Document, RawTexts, SearchIndex};
use crate::ui::dialogs::{Dialog, FinderDraft};

/// The full-text index of a dossier.
#[derive(Debug, Default)]
pub(super) struct Search {
    state: State,
    // The revision it was built for.
    revision: u64,
}

#[derive(Debug, Default)]
enum State {
    /// Not needed so far.
    #[default]
    Idle,
    /// Being built.
    Folding(JoinHandle<SearchIndex>),
    /// Ready.
    Ready(SearchIndex),
}

impl Search {
    /// The index, if it is ready.
    pub(super) fn index(&self) -> Option<&SearchIndex> {
        match &self.state {
            State::Ready(index) => Some(index),
            State::Idle | State::Folding(_) => None,
        }
    }

    /// Starts building the index, unless it is ready or being built.
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

    /// Takes over a finished index, and updates it with the last step. After more than one step it
    /// is dropped, to be rebuilt when next needed.
    pub(super) fn follow(&mut self, document: &Document) {
        if let State::Folding(folding) = &self.state
            && folding.is_finished()
        {
            let State::Folding(folding) = std::mem::take(&mut self.state) else { return };
            // If the thread panicked there is no index, and the next request tries again.
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
    /// Opens full-text search.
    pub(super) fn ask_search(&mut self, context: &Context) {
        let Session::Open(open) = &mut self.session else { return };
        open.search.begin(context, &open.document);
        self.dialog = Some(Dialog::Search(Box::default()));
    }

    /// Opens the command palette.
    pub(super) fn ask_command(&mut self) {
        let facts = self.facts();
        self.dialog =
            Some(Dialog::Palette(Box::new(FinderDraft { facts, ..FinderDraft::default() })));
    }

    /// Rebuilds the index if search is open and the index was dropped after several steps at once.
    pub(super) fn keep_searching(&mut self, context: &Context) {
        if matches!(self.dialog, Some(Dialog::Search(_)))
            && let Session::Open(open) = &mut self.session
        {
            open.search.begin(context, &open.document);
        }
    }
}
