//! A dossier with a unique string in every text column, one per marking.

use std::path::Path;

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::describe::Holds;
use cbm_workbench::model::{
    AgendaItem, Aim, AimTag, Alias, Ask, Assessment, Ballot, Bilingual, Brief, Camp, Certainty,
    Comment, Concern, Contact, Engagement, Fate, Group, GroupKind, Keyed, Marking, Meeting,
    Membership, NextStep, Obstacle, Paragraph, Parked, Party, PartyKind, Poll, PollKind, Position,
    Proposal, Record, RecordId, Relation, Remedy, Rival, RollCall, Ruling, SavedView, Scenario,
    ScenarioMove, Severity, Side, Slide, SlideKind, Source, SourceKind, Sponsor, Stance, Table,
    Term, Trust, Version, Vote, WordStance,
};
use chrono::NaiveDate;

/// A string in one column of one table, with the marking of its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Canary {
    /// The table.
    pub table: Table,
    /// The column.
    pub column: String,
    /// The marking of its record; `None` is the dossier's own.
    pub marking: Option<Marking>,
    /// The string.
    pub words: String,
}

/// The marking of the dossier with canaries.
pub(crate) const OWN: Marking = Marking::Amber;

impl Canary {
    /// Whether it may be seen under a ceiling.
    pub(crate) fn may_leave(&self, ceiling: Marking) -> bool {
        let own_words = ["note", "camp_reason", "description", "classification", "put_forward"];
        // Text written about a record is private even if the record itself may be public.
        let least = if own_words.contains(&&*self.column)
            && !matches!(self.table, Table::Comments | Table::Slides)
        {
            OWN
        } else {
            Marking::Clear
        };
        let nowhere = self.table == Table::SavedViews;
        !nowhere && self.marking.unwrap_or(OWN).max(least) <= ceiling
    }
}

/// Strings that were deleted or overwritten, which nobody else may see.
pub(crate) const GONE: [&str; 5] =
    ["canary-deleted", "canary-undone", "canary-history", "canary-draft", "canary-corrected"];

/// Once public, then corrected by an entry that is RED: under a ceiling the old entry still holds.
pub(crate) const STANDS: &str = "canary-stands";

/// Creates the dossier, and returns its canaries.
pub(crate) fn dossier(path: &Path) -> Vec<Canary> {
    Document::create(path, Template::Empty, "canary-title").unwrap();
    let mut document = Document::open(path).unwrap();
    let markings = Marking::ALL.iter().copied().map(Some).chain([None]);
    let mut made: Vec<(RecordId, Option<Marking>)> = Vec::new();
    for (n, marking) in markings.enumerate() {
        let records = chain(n, marking);
        made.extend(records.iter().map(|record| (record.record_id(), marking)));
        let edit = Edit::new(StepName::Add(Table::Proposals), "canary-history");
        let edit = records.into_iter().fold(edit, Edit::put);
        document.apply(&edit).unwrap();
    }
    leave_traces(&mut document);
    let snapshot = document.snapshot();
    let all: Vec<Record> = made
        .iter()
        .map(|(id, _)| match id.table {
            Table::Positions => snapshot.position_with((*id).id_of()).unwrap().into(),
            _ => snapshot.record(*id).unwrap(),
        })
        .collect();
    let dossier = Record::from(snapshot.dossier.clone());
    drop(document);
    let file = rusqlite::Connection::open(path).unwrap();
    let mut canaries = Vec::new();
    let marked = all.iter().zip(made.iter().map(|(_, marking)| *marking));
    for (record, marking) in marked.chain([(&dossier, None)]) {
        let (table, id) = (record.record_id().table, record.record_id().id.to_string());
        let names = ["code", "name", "name_en", "name_nl", "iso2", "region"];
        let there = |column: &&str| table.columns().contains(column);
        let prose: Vec<_> = table
            .description()
            .columns()
            .filter(|column| column.holds == Holds::Prose)
            .map(|column| column.name)
            .collect();
        let names = names.iter().copied().filter(there).filter(|it| !prose.contains(it));
        for column in prose.iter().copied().chain(names) {
            // A slide on a region that nobody has leaves in no copy: see `ceilings`.
            if matches!((table, column), (Table::Dossier, "template") | (Table::Slides, "region")) {
                continue;
            }
            let place = marking.map_or(9, |marking| marking as usize);
            let tail = &id[id.len() - 6..];
            let words = format!("canary-{}-{column}-{place}-{tail}x", table.key());
            let sql = format!("UPDATE {} SET {column} = ?1 WHERE id = ?2", table.key());
            file.execute(&sql, (&words, &id)).unwrap();
            canaries.push(Canary { table, column: column.to_owned(), marking, words });
        }
    }
    canaries
}

trait IdOf {
    fn id_of(self) -> cbm_workbench::model::PositionId;
}

impl IdOf for RecordId {
    fn id_of(self) -> cbm_workbench::model::PositionId {
        cbm_workbench::model::PositionId(self.id)
    }
}

/// One record of every table, all with this marking.
pub(crate) fn chain(n: usize, marking: Option<Marking>) -> Vec<Record> {
    let day: NaiveDate = "2024-05-01".parse().unwrap();
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    let name = || Bilingual::new("x", "x");
    let mut party = Party::new(format!("P{n}"), name(), PartyKind::State);
    party.camp = Some(Camp::Swing);
    party.camp_reason = "x".to_owned();
    let other = Party::new(format!("Q{n}"), name(), PartyKind::State);
    let group = Group::new(format!("G{n}"), name(), GroupKind::Forum);
    let source = Source::new(format!("S{n}"), "x", SourceKind::Resolution);
    let mut proposal = Proposal::new(format!("V{n}"), name());
    proposal.source = Some(source.id);
    let rival = Proposal::new(format!("W{n}"), name());
    let mut position = Position::new(proposal.id, party.id, Some(Stance::Object), day);
    position.certainty = Some(Certainty::Public);
    position.source = Some(source.id);
    let of_group = Position::new(proposal.id, group.id, Some(Stance::Accept), day);
    let severity = Severity::new(3);
    let assessment = Assessment::new(proposal.id, Obstacle::Proxies, severity, day);
    let mut roll_call = RollCall::new(format!("R{n}"), name(), day);
    roll_call.yes_side = Some(Side::StateOriented);
    let meeting = Meeting { place: "x".to_owned(), ..Meeting::new(format!("M{n}"), day) };
    let mut poll = Poll::new(proposal.id, PollKind::Temperature, day);
    poll.counts = [0, 7, 0, 0, 0, 0];
    let mut parked = Parked::new("x", now);
    parked.proposal = Some(proposal.id);
    let mut slide = Slide::new(SlideKind::Title, 0);
    slide.marking = marking;
    // Named, so that its parts have an order: between equal records chance decides.
    let scenario = Scenario::new(format!("S{n}"), OWN);
    let version = Version::new(proposal.id, format!("T{n}"), 0);
    let paragraph = Paragraph::new(version.id, 0, "x");
    let next = Version::new(proposal.id, format!("U{n}"), 1);
    let mut continued = Paragraph::new(next.id, 0, "y");
    continued.follows = Some(paragraph.id);
    let ask = Ask::new(proposal.id, "x");
    let mut engagement = Engagement::new(party.id);
    engagement.offer = "x".to_owned();
    let mut records: Vec<Record> = vec![
        Membership::new(group.id, party.id).into(),
        Alias::new(party.id, "x").into(),
        Sponsor::new(proposal.id, party.id, true).into(),
        Rival::new(proposal.id, rival.id).into(),
        AimTag::new(proposal.id, Aim::ALL[0]).into(),
        Concern::new(assessment.id, party.id).into(),
        AgendaItem::new(meeting.id, proposal.id).into(),
        Vote::new(roll_call.id, party.id, Ballot::Yes).into(),
        Relation::new([party.id, other.id], Trust::Hostile, day).into(),
        Brief::new(proposal.id).into(),
        Remedy::new(proposal.id, Obstacle::Proxies, "x").into(),
        NextStep::new(party.id, "x").into(),
        Contact::new(party.id, "x", OWN).into(),
        ScenarioMove::new(scenario.id, proposal.id, party.id, Some(Stance::Support), OWN).into(),
        ScenarioMove::new(scenario.id, proposal.id, group.id, Some(Stance::Object), OWN).into(),
        scenario.into(),
        Ruling::new(ask.id, version.id, Fate::Gone, "x").into(),
        WordStance::new(paragraph.id, party.id, Some(Stance::Object), day).into(),
        ask.into(),
        paragraph.into(),
        continued.into(),
        version.into(),
        next.into(),
        Term::new("x").into(),
        engagement.into(),
        party.into(),
        other.into(),
        rival.into(),
        group.into(),
        source.into(),
        proposal.into(),
        position.into(),
        of_group.into(),
        assessment.into(),
        roll_call.into(),
        meeting.into(),
        poll.into(),
        parked.into(),
        slide.into(),
    ];
    // A comment on each of them, whatever it is.
    let remarks = records.iter().map(|it| Comment::new(it.record_id(), "x", "x", now).into());
    let remarks: Vec<Record> = remarks.collect();
    records.extend(remarks);
    // Appears in nothing that leaves, so no remark on it does either.
    records.push(SavedView::new(format!("F{n}"), "text\tx").into());
    for record in &mut records {
        if let Some(own) = record.marking_mut() {
            *own = marking;
        }
    }
    records.sort_by_key(Record::record_id);
    records
}

/// Leaves traces no copy may contain.
fn leave_traces(document: &mut Document) {
    let mut proposal = Proposal::new("canary-deleted", Bilingual::new("x", "x"));
    proposal.marking = Some(Marking::Clear);
    document.apply(&Edit::add(proposal.clone(), "canary-deleted")).unwrap();
    let edit = Edit::delete(document.snapshot(), proposal.id.into(), "canary-deleted");
    document.apply(&edit).unwrap();
    let mut undone = Proposal::new("canary-undone", Bilingual::new("canary-undone", ""));
    undone.marking = Some(Marking::Clear);
    document.apply(&Edit::add(undone, "canary-undone")).unwrap();
    document.undo().unwrap();
    let mut dossier = document.snapshot().dossier.clone();
    dossier.description = "canary-history".to_owned();
    document.apply(&Edit::change(dossier.clone(), "canary-history")).unwrap();
    dossier.description = String::new();
    document.apply(&Edit::change(dossier, "canary-history")).unwrap();
    document.keep_in_workspace(&[("draft:x".to_owned(), Some("canary-draft".to_owned()))]).unwrap();
    let first = document.snapshot().proposals.iter().find(|it| it.code == "V0").unwrap().id;
    let party = document.snapshot().party_by_code("Q0").unwrap().id;
    for (words, day, marking) in
        [("canary-corrected", "2024-06-01", Marking::Clear), (STANDS, "2024-07-01", Marking::Red)]
    {
        let day = day.parse().unwrap();
        let mut wrong = Position::new(first, party, Some(Stance::Support), day);
        wrong.words = words.to_owned();
        wrong.marking = Some(Marking::Clear);
        document.apply(&Edit::add(wrong.clone(), "x")).unwrap();
        let mut right = Position::new(first, party, Some(Stance::Object), day);
        right.replaces = Some(wrong.id);
        right.marking = Some(marking);
        document.apply(&Edit::add(right, "x")).unwrap();
    }
}
