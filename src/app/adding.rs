//! Adding a record to the list on the screen.

use egui::Context;

use super::{App, Session};
use crate::document::{Edit, LONGEST};
use crate::model::words::alike;
use crate::model::{
    Bilingual, Group, GroupKind, Meeting, Party, PartyKind, Proposal, Record, RollCall, Source,
    SourceKind, Term,
};
use crate::ui::state::{Screen, Selection};

impl App {
    /// Adds a record to the list on the screen, and opens it to be filled in.
    pub(super) fn add(&mut self, context: &Context) {
        let Session::Open(open) = &self.session else { return };
        let (snapshot, text) = (open.document.snapshot(), self.text);
        // In the language of the user only: the other one falls back on it.
        let named = |id: &'static str| {
            let mut name = Bilingual::default();
            *name.get_mut(text.language()) = text.get(id).to_owned();
            name
        };
        let today = self.clock.today();
        let (record, selection): (Record, Selection) = match open.view.screen {
            Screen::Proposals => {
                let taken = |code: &str| snapshot.proposal_by_code(code).is_some();
                let proposal = Proposal::new(free_code("P", taken), named("new-proposal"));
                let selection = Selection::Proposal(proposal.id);
                (proposal.into(), selection)
            }
            Screen::Parties => {
                let taken = |code: &str| snapshot.party_by_code(code).is_some();
                let code = free_code("PARTY", taken);
                let party = Party::new(code, named("new-party"), PartyKind::State);
                let selection = Selection::Party(party.id);
                (party.into(), selection)
            }
            Screen::Groups => {
                let taken =
                    |code: &str| snapshot.groups.iter().any(|group| alike(&group.code, code));
                let code = free_code("GROUP", taken);
                let group = Group::new(code, named("new-group"), GroupKind::Forum);
                let selection = Selection::Group(group.id);
                (group.into(), selection)
            }
            Screen::RollCalls => {
                let taken = |code: &str| snapshot.roll_calls.iter().any(|it| alike(&it.code, code));
                let code = free_code("VOTE", taken);
                let roll_call = RollCall::new(code, named("new-roll-call"), today);
                let selection = Selection::RollCall(roll_call.id);
                (roll_call.into(), selection)
            }
            Screen::Sources => {
                let source = Source::new("", text.get("new-source"), SourceKind::Other);
                let selection = Selection::Source(source.id);
                (source.into(), selection)
            }
            Screen::Calendar => {
                let meeting = Meeting::new(text.get("new-meeting"), today);
                let selection = Selection::Meeting(meeting.id);
                (meeting.into(), selection)
            }
            Screen::Library => {
                let term = Term::new(text.get("new-term"));
                let selection = Selection::Term(term.id);
                (term.into(), selection)
            }
            Screen::Matrix
            | Screen::Obstacles
            | Screen::Remedies
            | Screen::Engagement
            | Screen::Comments
            | Screen::Markings
            | Screen::Room
            | Screen::History => return,
        };
        if self.apply(context, &Edit::add(record, "")) {
            self.select(selection);
            self.with_view(|view| view.focus_inspector = true);
        }
    }
}

/// The first code of the form `P 1` that is not taken.
fn free_code(stem: &str, taken: impl Fn(&str) -> bool) -> String {
    (1..LONGEST).map(|n| format!("{stem}-{n}")).find(|code| !taken(code)).unwrap_or_default()
}
