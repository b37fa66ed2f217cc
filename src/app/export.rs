//! Exports pages as files: asks which one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::making::{Making, To};
use super::session::Open;
use super::{App, Session};
use crate::analysis::versions;
use crate::command::Screen;
use crate::document::needs_cover;
use crate::explain::explain_store;
use crate::model::words::natural_cmp;
use crate::model::{Marking, PartyId, ProposalId, RecordId, ScenarioId, Snapshot, Table};
use crate::report::{Chosen, DraftForm, Format, Named, OnScreen, Paper, Request, Subject};
use crate::ui::cx::{Cover, Purpose, Use};
use crate::ui::dialogs::{Dialog, ExportDraft, PagePreview, Shown};
use crate::ui::state::{PageWork, Selection};
use crate::ui::views::matrix::chosen_part;
use crate::ui::views::{PageOf, Showing};

impl App {
    /// Asks which page to export: the one on screen, unless another is chosen.
    pub(super) fn ask_export(&mut self) {
        let chosen = match &self.session {
            Session::Open(open) => open.formats.clone(),
            _ => BTreeMap::new(),
        };
        let format =
            |subject| chosen.get(&subject).copied().unwrap_or_else(|| subject.usual_format());
        if let Some(request) = self.page_on_screen(format) {
            self.ask_export_of(request, Use::File);
        }
    }

    /// Opens the page on screen as PDF, or copies it as a picture. Asks first unless such a page
    /// was agreed to before, and always before content protected by a passphrase goes where there
    /// is none.
    pub(super) fn use_page(&mut self, made_for: Use) {
        let format = if made_for == Use::Clipboard { Format::Png } else { Format::Pdf };
        let Some(request) = self.page_on_screen(|_| format) else { return };
        let Session::Open(open) = &self.session else { return };
        let bare = open.document.is_protected() && needs_cover(request.ceiling);
        if open.agreed.is_some() && !bare {
            self.agree(request, Cover::Plain, made_for);
        } else {
            self.ask_export_of(request, made_for);
        }
    }

    /// The page on screen, with the choices made for the last one, or safe ones.
    fn page_on_screen(&self, format: impl FnOnce(Subject) -> Format) -> Option<Request> {
        let Session::Open(open) = &self.session else { return None };
        let days = open.view.days(self.clock.today());
        let choices = choices(open);
        // A page that could not be written is still wanted.
        if let Some((screen, request)) = open.unwritten
            && screen == open.view.screen
            && (request.on == Chosen::Nothing || choices.contains(&request.on))
        {
            let under = request.under.filter(|it| scenario_on(open) == Some(*it));
            return Some(Request { as_of: days.as_of, since: days.since, under, ..request });
        }
        let (PageOf::Screen(subject) | PageOf::Nearest(subject)) = page_of(open);
        let agreed = open.agreed.as_ref().map(|(request, _)| *request);
        let as_before = agreed.filter(|it| it.subject == subject).map(|it| it.on);
        let as_before = as_before.filter(|on| choices.contains(on));
        let likely = choices.iter().copied().find(|it| it.suits(subject));
        Some(Request {
            subject,
            format: format(subject),
            paper: agreed.map_or_else(Paper::default, |it| it.paper),
            ceiling: ceiling_of_room(open, subject, agreed)
                .or(agreed.map(|it| it.ceiling))
                .unwrap_or_else(|| likely_ceiling(open, subject)),
            language: agreed.map_or_else(|| self.text.language(), |it| it.language),
            as_of: days.as_of,
            since: days.since,
            short: agreed.is_some_and(|it| it.short),
            signed: agreed.is_some_and(|it| it.signed),
            form: agreed.map_or(DraftForm::Tracked, |it| it.form),
            on: as_before.or(likely).unwrap_or_default(),
            under: scenario_on(open),
        })
    }

    fn ask_export_of(&mut self, request: Request, made_for: Use) {
        let Session::Open(open) = &mut self.session else { return };
        open.unwritten = None;
        let nearest = match page_of(open) {
            PageOf::Screen(_) => None,
            PageOf::Nearest(subject) => Some((open.view.screen, subject)),
        };
        let draft = ExportDraft {
            request,
            nearest,
            made_for,
            seen_counts: BTreeMap::new(),
            named: BTreeMap::new(),
            preview: PagePreview::None,
            asked: None,
            sheet: 0,
            choices: choices(open),
            shown: open.view.matrix.shown().map(|(parties, proposals)| Shown {
                parties: (parties, open.document.snapshot().parties.len()),
                proposals: (proposals, open.document.snapshot().proposals.len()),
            }),
            listed: (open.view.chosen.listed().len(), all_listed(open)),
            selected: selected(open).len(),
            scenario: scenario_on(open).and_then(|id| {
                Some((id, open.document.snapshot().scenarios.get(id)?.name.clone()))
            }),
            filtered: has_filter(open),
            hidden: kept_hidden(open),
            author: self.settings.signature(),
            own: open.document.snapshot().dossier.marking,
            versions: versions_on(open),
            protected: open.document.is_protected(),
            in_the_open: false,
        };
        self.dialog = Some(Dialog::Export(Box::new(draft)));
    }

    /// Has a page made that the user has agreed to; asks for a path first if it becomes a file.
    pub(super) fn agree(&mut self, request: Request, cover: Cover, made_for: Use) {
        self.dialog = None;
        let format = if made_for == Use::Viewer { Format::Pdf } else { request.format };
        let request = Request { format, ..request };
        if let Session::Open(open) = &mut self.session {
            // The screen may show something else by the time the file is chosen.
            open.agreed = Some((request, open.named(&request)));
            if made_for == Use::File {
                open.formats.insert(request.subject, request.format);
            }
        }
        match made_for {
            Use::File => self.choose(Purpose::Export(request, cover)),
            Use::Viewer => self.export(request, cover, To::Viewer(self.viewing.clone())),
            Use::Clipboard => self.export(request, cover, To::Clipboard),
        }
    }

    /// Has the page made.
    pub(super) fn export(&mut self, request: Request, cover: Cover, to: To) {
        let Session::Open(open) = &mut self.session else { return };
        let bare = open.document.is_protected() && needs_cover(request.ceiling);
        if bare && cover != Cover::InTheOpen {
            // The dossier that was asked about is no longer open.
            return self.ask_export_of(request, to.made_for());
        }
        let named = match &open.agreed {
            Some((agreed, named)) if *agreed == request => named.clone(),
            _ => open.named(&request),
        };
        self.notice = None;
        match open.document.reader() {
            Ok(reader) => {
                let work = Arc::new(PageWork::default());
                self.making.push(work.clone());
                let (context, of) = (self.context.clone(), open.document.snapshot().dossier.id);
                let author = self.settings.signature();
                self.jobs.make(Making {
                    reader,
                    of,
                    named,
                    request,
                    author,
                    cover,
                    to,
                    work,
                    context,
                });
            }
            Err(error) => {
                let explanation = explain_store(self.text, &error, open.document.path());
                self.notice = Some(explanation.into());
            }
        }
    }
}

impl Open {
    /// The records that a page is on, by the names people use.
    pub(super) fn named(&self, request: &Request) -> Named {
        let (snapshot, view) = (self.document.snapshot(), &self.view);
        let mut listed = view.chosen.listed().to_vec();
        // The columns for a party's camp and its index, which follow from its votes.
        let by_votes = view.screen == Screen::Parties && view.lists[view.screen].sort > 3;
        if by_votes || (view.screen.view().asks_all)(view) {
            // That order depends on everything there is, not only on what may be seen.
            in_usual_order(snapshot, &mut listed);
        }
        let screen =
            OnScreen { filter: &view.matrix.filter, selected: &selected(self), listed: &listed };
        let on = match request.on {
            Chosen::Part => {
                let (parties, proposals) = part(self).unwrap_or_default();
                Named::part(snapshot, &parties, &proposals)
            }
            on => on.named(snapshot, screen),
        };
        let under = request.under.filter(|_| request.subject.counts_stances());
        match under.and_then(|id| snapshot.scenarios.get(id)) {
            Some(scenario) => Named::Under(Box::new(on), scenario.name.clone()),
            None => on,
        }
    }
}

/// The parties and the proposals that are selected together on the screen; an empty list means all.
fn part(open: &Open) -> Option<(Vec<PartyId>, Vec<ProposalId>)> {
    let view = &open.view;
    let records = view.chosen.records();
    if view.screen == Screen::Matrix && records.is_empty() {
        return chosen_part(open.document.snapshot(), view);
    }
    let of = |table: Table| records.iter().filter(move |it| it.table == table).map(|it| it.id);
    let parties: Vec<_> = of(Table::Parties).map(PartyId).collect();
    let proposals: Vec<_> = of(Table::Proposals).map(ProposalId).collect();
    let all_are = parties.len().max(proposals.len()) == records.len();
    (all_are && !records.is_empty()).then_some((parties, proposals))
}

/// The possible subjects of a page, from what is selected or shown.
fn choices(open: &Open) -> Vec<Chosen> {
    let view = &open.view;
    let selection = view.selection;
    let shown = (view.screen == Screen::Matrix && view.matrix.shown().is_some())
        .then_some([Chosen::Shown, Chosen::Nothing]);
    let proposal = proposal_on(open).map(Chosen::Proposal);
    let party = selection.party().map(Chosen::Party);
    let meeting = match selection {
        Selection::Meeting(id) => Some(Chosen::Meeting(id)),
        _ => None,
    };
    let several = (selected(open).len() > 1).then_some(Chosen::Selected);
    let listed = listed(open).map(|it| [Chosen::Listed(it), Chosen::Nothing]);
    let part = part(open).is_some().then_some(Chosen::Part);
    // Records selected together come before the one under the cursor.
    let chosen = several.into_iter().chain(part).chain(proposal).chain([Chosen::EveryProposal]);
    let chosen = chosen.chain(party).chain(meeting);
    chosen.chain(shown.or(listed).into_iter().flatten()).collect()
}

/// The proposals that are selected together.
fn selected(open: &Open) -> Vec<ProposalId> {
    let records = open.view.chosen.records().into_iter();
    let proposals = records.filter(|it| it.table == Table::Proposals);
    proposals.map(|it| ProposalId(it.id)).collect()
}

/// The table of which the list on screen shows a part, or all in an order of its own, if it has a
/// page.
fn listed(open: &Open) -> Option<Table> {
    let table = open.view.screen.view().lists?;
    let list = &open.view.lists[open.view.screen];
    let shown = open.view.chosen.listed();
    let is_all = shown.len() == open.document.snapshot().count(table);
    let is_usual = is_all && list.sort == 0 && !list.descending;
    // An empty list is not drawn.
    (!is_usual && !shown.is_empty()).then_some(table)
}

/// How many records of the kind on screen there are in all.
fn all_listed(open: &Open) -> usize {
    listed(open).map_or(0, |table| open.document.snapshot().count(table))
}

/// Whether the list on screen leaves out anything that its page does not.
fn has_filter(open: &Open) -> bool {
    let view = &open.view;
    let follows = view.screen == Screen::Matrix || view.screen.view().lists.is_some();
    !follows && !view.lists[view.screen].filter.trim().is_empty()
}

/// How many records are kept hidden from the open room, whatever their marking.
pub(super) fn kept_hidden(open: &Open) -> usize {
    let snapshot = open.document.snapshot();
    open.room.as_ref().map_or(0, |room| room.kept(snapshot).map(|(_, count)| count).sum())
}

/// The scenario that the screen shows the dossier under.
fn scenario_on(open: &Open) -> Option<ScenarioId> {
    let on_view = open.view.what_if.on_view.filter(|_| open.past.is_none());
    on_view.filter(|_| open.view.screen == Screen::Matrix)
}

/// The order of a page without an order of its own: by code.
fn in_usual_order(snapshot: &Snapshot, records: &mut [RecordId]) {
    let code = |it: &RecordId| match it.table {
        Table::Parties => snapshot.parties.get(PartyId(it.id)).map(|it| &*it.code),
        _ => snapshot.proposals.get(ProposalId(it.id)).map(|it| &*it.code),
    };
    records.sort_by(|a, b| natural_cmp(code(a).unwrap_or_default(), code(b).unwrap_or_default()));
}

/// The proposal that the screen is on, whether or not it is selected.
fn proposal_on(open: &Open) -> Option<ProposalId> {
    open.view.proposal_on(open.document.snapshot(), &open.figures)
}

/// The versions of the text that the screen is on, each with its name and marking.
fn versions_on(open: &Open) -> Vec<(String, Marking)> {
    let snapshot = open.document.snapshot();
    let all = proposal_on(open).map_or_else(Vec::new, |id| versions(snapshot, id));
    all.into_iter().map(|it| (it.name.clone(), snapshot.marking_of(it.id.into()))).collect()
}

/// The ceiling of the room that a handout is about, unless the last handout had another.
fn ceiling_of_room(open: &Open, subject: Subject, agreed: Option<Request>) -> Option<Marking> {
    let is_first = agreed.is_none_or(|it| it.subject != Subject::Room);
    open.room_ceiling.filter(|_| subject == Subject::Room && is_first)
}

/// The initial ceiling: what may go to the community, unless that would leave out every party and
/// proposal, or every version of the text; then the dossier's own marking, under which there is
/// something to write.
fn likely_ceiling(open: &Open, subject: Subject) -> Marking {
    let snapshot = open.document.snapshot();
    let (own, likely) = (snapshot.dossier.marking, Marking::Green);
    let may = |marking: Option<Marking>| marking.unwrap_or(own) <= likely;
    let any = match (subject, proposal_on(open)) {
        (Subject::Text | Subject::Revision, Some(id)) => {
            let all = versions(snapshot, id);
            all.is_empty() || all.iter().any(|it| may(it.marking))
        }
        _ => {
            snapshot.parties.iter().any(|it| may(it.marking))
                || snapshot.proposals.iter().any(|it| may(it.marking))
        }
    };
    if any { likely } else { own.max(likely) }
}

/// The page to export from the screen.
fn page_of(open: &Open) -> PageOf {
    let (on_proposal, of_part) = (proposal_on(open).is_some(), part(open).is_some());
    (open.view.screen.view().page)(&Showing { view: &open.view, on_proposal, of_part })
}
