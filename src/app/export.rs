//! Pages as files: asking which, and writing it off the window's thread.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::jobs::{Exported, Unwritten};
use super::{App, Session};
use crate::command::Screen;
use crate::document::needs_cover;
use crate::explain::{Explanation, explain_store};
use crate::model::Marking;
use crate::report::{Chosen, Format, Paper, Request, Subject};
use crate::store::{Audience, Clearance, Error};
use crate::text::msg;
use crate::ui::cx::{Cover, Offer, Purpose, Trouble};
use crate::ui::dialogs::{Dialog, ExportDraft};
use crate::ui::state::Selection;

impl App {
    /// Asks which page to export: the one on screen, unless another is chosen.
    pub(super) fn ask_export(&mut self) {
        let Session::Open(open) = &self.session else { return };
        let days = open.view.days(self.clock.today());
        let request = Request {
            subject: subject_of(open.view.screen, open.view.selection),
            format: Format::Docx,
            paper: Paper::default(),
            ceiling: Marking::Green,
            language: self.text.language(),
            as_of: days.as_of,
            since: days.since,
            short: false,
            on: Chosen::Nothing,
        };
        let format = match request.subject {
            Subject::Brief
            | Subject::Party
            | Subject::Meeting
            | Subject::Summary
            | Subject::Carry
            | Subject::Obstacles
            | Subject::Pairs
            | Subject::Timeline
            | Subject::Room
            | Subject::Changes => Format::Docx,
            Subject::Matrix
            | Subject::Proposals
            | Subject::Parties
            | Subject::Positions
            | Subject::Remedies
            | Subject::All => Format::Xlsx,
        };
        self.ask_export_of(Request { format, ..request });
    }

    fn ask_export_of(&mut self, request: Request) {
        let Session::Open(open) = &self.session else { return };
        let draft = ExportDraft {
            request,
            seen_counts: BTreeMap::new(),
            choices: choices(open.view.selection),
            own: open.document.snapshot().dossier.marking,
            protected: open.document.is_protected(),
            in_the_open: false,
        };
        self.dialog = Some(Dialog::Export(Box::new(draft)));
        self.weigh(request.ceiling);
    }

    /// Chooses where to write the page.
    pub(super) fn choose_export(&mut self, request: Request, cover: Cover) {
        self.dialog = None;
        self.choose(Purpose::Export(request, cover));
    }

    /// Reads what may be seen, and has the page written.
    pub(super) fn export(&mut self, request: Request, cover: Cover, path: PathBuf, over: bool) {
        let Session::Open(open) = &self.session else { return };
        let bare = open.document.is_protected() && needs_cover(request.ceiling);
        if bare && cover != Cover::InTheOpen {
            // The dossier that was asked about is no longer open.
            return self.ask_export_of(request);
        }
        let named = request.on.named(open.document.snapshot());
        self.notice = None;
        match open.document.visible(&Clearance::new(Audience::Copy, request.ceiling)) {
            Ok(seen) => {
                self.say(&self.context.clone(), self.text.get(msg!("said-exporting")).to_owned());
                self.jobs.export((seen.snapshot, named), request, cover, path, over);
            }
            Err(error) => {
                let explanation = explain_store(self.text, &error, open.document.path());
                self.notice = Some(explanation.into());
            }
        }
    }

    /// The page was written, or not.
    pub(super) fn exported(&mut self, exported: Exported) {
        let Exported { request, cover, path, outcome } = exported;
        self.status = None;
        match outcome {
            Ok(marking) => {
                let words = [
                    ("path", path.display().to_string().into()),
                    ("marking", marking.label().into()),
                ];
                let words = self.text.with(msg!("export-says"), &words);
                self.say(&self.context.clone(), words);
            }
            Err(Unwritten::Store(error)) => {
                let mut trouble = Trouble::from(explain_store(self.text, &error, &path));
                if matches!(error, Error::Exists) && crate::store::may_be_replaced(&path) {
                    trouble.offers.push(Offer::Replace(request, cover, path));
                }
                self.notice = Some(trouble);
            }
            Err(Unwritten::Page(unwritable)) => {
                let explanation = Explanation {
                    what: unwritable.words(self.text),
                    safe: self.text.get(msg!("safe-nothing-written")).to_owned(),
                    next: String::new(),
                };
                self.notice = Some(explanation.into());
            }
        }
    }
}

/// What a page can be on, from what is selected.
fn choices(selection: Selection) -> Vec<Chosen> {
    let proposal = selection.proposal().map(Chosen::Proposal);
    let party = selection.party().map(Chosen::Party);
    let meeting = match selection {
        Selection::Meeting(id) => Some(Chosen::Meeting(id)),
        _ => None,
    };
    let chosen = proposal.into_iter().chain([Chosen::EveryProposal]);
    chosen.chain(party).chain(meeting).collect()
}

/// The page of a screen; the matrix where a screen has none.
fn subject_of(screen: Screen, selection: Selection) -> Subject {
    match screen {
        Screen::Proposals if selection.proposal().is_some() => Subject::Brief,
        Screen::Proposals => Subject::Proposals,
        Screen::Parties | Screen::Engagement if selection.party().is_some() => Subject::Party,
        Screen::Parties | Screen::Groups | Screen::Engagement | Screen::RollCalls => {
            Subject::Parties
        }
        Screen::Calendar if matches!(selection, Selection::Meeting(_)) => Subject::Meeting,
        Screen::Calendar => Subject::Timeline,
        Screen::Room => Subject::Room,
        Screen::Obstacles => Subject::Obstacles,
        Screen::Remedies => Subject::Remedies,
        Screen::Sources => Subject::Positions,
        Screen::Markings => Subject::All,
        Screen::Pairs => Subject::Pairs,
        Screen::History => Subject::Changes,
        Screen::Matrix | Screen::Library | Screen::Comments => Subject::Matrix,
    }
}
