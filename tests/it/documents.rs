//! Edits: their effects, and which ones are refused.

use cbm_workbench::document::{
    Document, Edit, Error, NewStance, Problem, StepName, correction, deletion, stance_edit,
};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Aim, AimTag, Assessment, Bilingual, Brief, Camp, CampBasis, Certainty, Concern, Group,
    GroupKind, Keyed, Marking, Membership, Obstacle, Party, PartyKind, Position, Proposal,
    RecordId, Remedy, RollCall, Severity, Side, Source, SourceKind, Sponsor, Stance, Table, Vote,
};
use cbm_workbench::store::StepKind;

use crate::common::{dossier, dump, folder, place, votes};

fn refusal(document: &mut Document, edit: &Edit) -> (&'static str, Problem) {
    let before = document.revision();
    match document.apply(edit).unwrap_err() {
        Error::Refused(refusal) => {
            assert_eq!(document.revision(), before, "a refused edit changes nothing");
            (refusal.field, refusal.problem)
        }
        other => panic!("{other:?}"),
    }
}

fn set(document: &mut Document, party: &str, proposal: &str, stance: Option<Stance>, day: &str) {
    let (proposal, party) = place(document.snapshot(), party, proposal);
    let new = NewStance { proposal, by: party.into(), stance };
    let day = day.parse().unwrap();
    let edit =
        stance_edit(document.snapshot(), StepName::SetStance, "", &[new], day, "desk").unwrap();
    document.apply(&edit).unwrap();
}

#[test]
fn an_edit_is_one_step_that_names_itself() {
    let folder = folder();
    let mut document = votes(&folder);
    assert!(document.history().steps().is_empty(), "a template's own records are not logged");
    document.set_author("A. Desk");
    set(&mut document, "NLD", "A/RES/73/27", Some(Stance::Support), "2026-01-01");
    let steps = document.history().steps();
    assert_eq!(steps.len(), 1);
    assert_eq!((steps[0].author.as_str(), steps[0].name.as_str()), ("A. Desk", "set-stance"));
    let changes = document.changes(steps[0].id).unwrap();
    assert_eq!(changes.len(), 1, "a new record is one entry");
    assert_eq!((changes[0].record.table, &changes[0].field), (Table::Positions, &None));
}

#[test]
fn only_the_fields_that_differ_are_logged() {
    let folder = folder();
    let mut document = votes(&folder);
    let mut party = document.snapshot().party_by_code("NLD").unwrap().clone();
    party.note = "a note".into();
    party.decides = false;
    let applied = document.apply(&Edit::change(party.clone(), "")).unwrap().unwrap();
    let changes = document.changes(applied.step.id).unwrap();
    let fields: Vec<_> = changes.iter().filter_map(|change| change.field.as_deref()).collect();
    assert_eq!(fields, ["decides", "note"]);
    assert_eq!(document.apply(&Edit::change(party, "")).unwrap(), None, "nothing is no step");
    assert_eq!(document.history().steps().len(), 1);
}

#[test]
fn deleting_a_party_deletes_what_depends_on_it_and_undo_restores_it() {
    let folder = folder();
    let mut document = votes(&folder);
    let party = document.snapshot().party_by_code("RUS").unwrap().clone();
    let counts = deletion(document.snapshot(), &[party.record_id()]).counts();
    assert_eq!(counts[&Table::Positions], 12);
    assert_eq!(counts[&Table::Votes], 12);
    assert_eq!(counts[&Table::Sponsors], 7);
    let entries = document.snapshot().positions.len();
    let edit = Edit::delete(document.snapshot(), party.record_id(), "");
    let step = document.apply(&edit).unwrap().unwrap().step;
    assert!(document.snapshot().party_by_code("RUS").is_none());
    assert_eq!(document.snapshot().positions.len(), entries - 12);
    let changes = document.changes(step.id).unwrap();
    let along: usize = counts.values().sum();
    assert_eq!(changes.len(), along + 1, "a deleted record is one entry");
    document.undo().unwrap();
    assert_eq!(document.snapshot().party_by_code("RUS"), Some(&party));
    assert_eq!(document.snapshot().positions.len(), entries);
}

#[test]
fn records_that_rest_on_a_deleted_source_stay_without_it() {
    let folder = folder();
    let mut document = votes(&folder);
    let source = document.snapshot().sources.iter().next().unwrap().clone();
    let resting = deletion(document.snapshot(), &[source.record_id()]).detached.len();
    assert!(resting > 150);
    let entries = document.snapshot().positions.len();
    let edit = Edit::delete(document.snapshot(), source.record_id(), "");
    document.apply(&edit).unwrap();
    assert_eq!(document.snapshot().positions.len(), entries);
    let named = document.snapshot().positions.iter().filter(|entry| entry.source().is_some());
    assert_eq!(named.count(), entries - (resting - 2), "a proposal and a roll call rest on it too");
    document.undo().unwrap();
    let named = document.snapshot().positions.iter().filter(|entry| entry.source().is_some());
    assert_eq!(named.count(), entries);
}

#[test]
fn edits_that_break_a_rule_are_refused_at_their_field() {
    let folder = folder();
    let mut document = votes(&folder);
    let snapshot = document.snapshot().clone();
    let nld = snapshot.party_by_code("NLD").unwrap().clone();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().clone();
    let eu = snapshot.groups.iter().find(|group| group.code == "EU").unwrap().clone();
    let roll_call = snapshot.roll_calls.iter().next().unwrap().clone();
    let sponsor = snapshot.sponsors.iter().next().unwrap().clone();
    let name = || Bilingual::new("A name", "");
    let member = snapshot.memberships.iter().find(|m| m.group == eu.id).unwrap().clone();
    let stranger = Party::new("XYZ", name(), PartyKind::State);
    let tomorrow = document.clock().today().succ_opt().unwrap();
    let public = Position {
        certainty: Some(Certainty::Public),
        ..Position::new(proposal.id, nld.id, Some(Stance::Support), tomorrow)
    };
    let cases: Vec<(Edit, &str, Problem)> = vec![
        (Edit::add(Party::new(" ", name(), PartyKind::State), ""), "code", Problem::Empty),
        (Edit::add(Party::new("nld", name(), PartyKind::State), ""), "code", Problem::Taken),
        (
            Edit::add(Party::new("X", Bilingual::default(), PartyKind::State), ""),
            "name_en",
            Problem::Empty,
        ),
        (
            Edit::change(Party { camp: Some(Camp::Swing), ..nld.clone() }, ""),
            "camp_reason",
            Problem::NeedsReason,
        ),
        (
            Edit::change(Party { note: "x".repeat(600_000), ..nld.clone() }, ""),
            "note",
            Problem::TooLong,
        ),
        (Edit::add(Proposal::new("a/res/73/27", name()), ""), "code", Problem::Taken),
        (Edit::add(Proposal::new("P", Bilingual::default()), ""), "title_en", Problem::Empty),
        (Edit::add(Group::new("EU", name(), GroupKind::Forum), ""), "code", Problem::Taken),
        (Edit::add(Membership::new(eu.id, member.party), ""), "party_id", Problem::Twice),
        (
            Edit::change(
                Membership { since: "2020".parse().ok(), until: "2019-12".parse().ok(), ..member },
                "",
            ),
            "until",
            Problem::EndsBeforeItBegins,
        ),
        (Edit::add(Membership::new(eu.id, stranger.id), ""), "party_id", Problem::Missing),
        (
            Edit::add(Sponsor::new(sponsor.proposal, sponsor.party, false), ""),
            "party_id",
            Problem::Twice,
        ),
        (Edit::add(public, ""), "date", Problem::InTheFuture),
        (Edit::add(Source::new("", "  ", SourceKind::Other), ""), "title", Problem::Empty),
        (
            Edit::add(Vote::new(roll_call.id, nld.id, cbm_workbench::model::Ballot::Yes), ""),
            "party_id",
            Problem::Twice,
        ),
        (
            Edit::change(
                cbm_workbench::model::Dossier { title: " ".into(), ..snapshot.dossier.clone() },
                "",
            ),
            "title",
            Problem::Empty,
        ),
        (
            Edit::change(
                cbm_workbench::model::Dossier { camp_lower: 0.9, ..snapshot.dossier.clone() },
                "",
            ),
            "camp_lower",
            Problem::OutOfRange,
        ),
        (
            Edit::change(
                cbm_workbench::model::Dossier { camp_upper: f64::NAN, ..snapshot.dossier },
                "",
            ),
            "camp_upper",
            Problem::OutOfRange,
        ),
    ];
    for (edit, field, problem) in cases {
        assert_eq!(refusal(&mut document, &edit), (field, problem), "{edit:?}");
    }
    assert!(document.history().steps().is_empty());
}

#[test]
fn a_code_is_free_again_after_its_record_is_deleted() {
    let folder = folder();
    let mut document = votes(&folder);
    let nld = document.snapshot().party_by_code("NLD").unwrap().record_id();
    let edit = Edit::delete(document.snapshot(), nld, "");
    document.apply(&edit).unwrap();
    let party = Party::new("NLD", Bilingual::new("New", ""), PartyKind::State);
    document.apply(&Edit::add(party, "")).unwrap();
    document.undo().unwrap();
    document.undo().unwrap();
    assert_eq!(document.snapshot().party_by_code("NLD").unwrap().name.en, "Netherlands");
}

#[test]
fn camps_rest_on_roll_calls_and_never_on_stances_entered_by_hand() {
    let folder = folder();
    let mut document = votes(&folder);
    let camp = |document: &Document, code: &str| {
        let snapshot = document.snapshot();
        let slot = snapshot.parties.slot(snapshot.party_by_code(code).unwrap().id).unwrap();
        *cbm_workbench::analysis::camps(snapshot).get(slot).unwrap()
    };
    let before = camp(&document, "NLD");
    for proposal in ["A/RES/73/27", "A/RES/73/187", "A/RES/74/29", "A/RES/74/247"] {
        set(&mut document, "NLD", proposal, Some(Stance::Champion), "2026-01-01");
    }
    assert_eq!(camp(&document, "NLD"), before);
    // A roll call the user adds as one does count.
    let mut roll_call =
        RollCall::new("VOTE", Bilingual::new("A vote", ""), "2025-01-01".parse().unwrap());
    roll_call.yes_side = Some(Side::StateOriented);
    let nld = document.snapshot().party_by_code("NLD").unwrap().id;
    let vote = Vote::new(roll_call.id, nld, cbm_workbench::model::Ballot::Yes);
    document.apply(&Edit::add(roll_call, "").put(vote)).unwrap();
    let after = camp(&document, "NLD");
    assert_eq!(after.votes, 13);
    assert_eq!(after.index, Some(10.0 / 13.0));
    // And the user may overrule it, seeing both.
    let party = Party {
        camp: Some(Camp::Unassigned),
        camp_reason: "changed course".into(),
        ..document.snapshot().party_by_code("NLD").unwrap().clone()
    };
    document.apply(&Edit::change(party, "")).unwrap();
    let overruled = camp(&document, "NLD");
    assert_eq!((overruled.camp, overruled.basis), (Camp::Unassigned, CampBasis::User));
    assert_eq!(overruled.computed, Camp::Multistakeholder);
}

#[test]
fn undo_and_redo_still_work_after_reopening() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    for (day, stance) in [
        ("2026-01-01", Stance::Support),
        ("2026-01-02", Stance::Object),
        ("2026-01-03", Stance::Accept),
    ] {
        set(&mut document, "NLD", "A/RES/73/27", Some(stance), day);
    }
    document.undo().unwrap();
    document.undo().unwrap();
    drop(document);
    let mut document = Document::open(&path).unwrap();
    let line = |document: &Document| {
        let (proposal, party) = place(document.snapshot(), "NLD", "A/RES/73/27");
        document.snapshot().line(proposal, party).len()
    };
    assert_eq!(line(&document), 2);
    document.redo().unwrap();
    assert_eq!(line(&document), 3);
    document.undo().unwrap();
    document.redo().unwrap();
    document.redo().unwrap();
    assert_eq!(line(&document), 4);
    assert!(matches!(document.redo(), Err(Error::Nothing)));
    for _ in 0..3 {
        document.undo().unwrap();
    }
    assert!(matches!(document.undo(), Err(Error::Nothing)));
    assert_eq!(line(&document), 1);
    let kinds: Vec<_> =
        document.history().steps().iter().map(|step| step.kind.key().to_owned()).collect();
    assert_eq!(kinds.len(), 12, "undoing is a step of its own: {kinds:?}");
    assert!(document.history().steps()[3..].iter().all(|step| step.kind != StepKind::Do));
}

#[test]
fn a_new_edit_after_undo_leaves_nothing_to_redo() {
    let folder = folder();
    let mut document = votes(&folder);
    set(&mut document, "NLD", "A/RES/73/27", Some(Stance::Support), "2026-01-01");
    document.undo().unwrap();
    set(&mut document, "BEL", "A/RES/73/27", Some(Stance::Support), "2026-01-01");
    assert!(matches!(document.redo(), Err(Error::Nothing)));
    let undone = document.history().steps()[0].id;
    assert!(!document.history().holds(undone));
}

#[test]
fn the_snapshot_in_memory_is_the_file() {
    let folder = folder();
    let path = dossier(&folder, Template::UnVotes);
    let mut document = Document::open(&path).unwrap();
    set(&mut document, "NLD", "A/RES/73/27", Some(Stance::Support), "2026-01-01");
    let rus = document.snapshot().party_by_code("RUS").unwrap().record_id();
    let edit = Edit::delete(document.snapshot(), rus, "");
    document.apply(&edit).unwrap();
    document.undo().unwrap();
    let in_memory = sorted(document.snapshot());
    drop(document);
    assert_eq!(in_memory, sorted(Document::open(&path).unwrap().snapshot()));
}

/// Everything in a snapshot, in an order independent of its history.
fn sorted(snapshot: &cbm_workbench::model::Snapshot) -> Vec<String> {
    let mut all = vec![format!("{:?}", snapshot.dossier)];
    all.extend(snapshot.parties.iter().map(|record| format!("{record:?}")));
    all.extend(snapshot.groups.iter().map(|record| format!("{record:?}")));
    all.extend(snapshot.memberships.iter().map(|record| format!("{record:?}")));
    all.extend(snapshot.sources.iter().map(|record| format!("{record:?}")));
    all.extend(snapshot.proposals.iter().map(|record| format!("{record:?}")));
    all.extend(snapshot.sponsors.iter().map(|record| format!("{record:?}")));
    all.extend(snapshot.assessments.iter().map(|record| format!("{record:?}")));
    all.extend(snapshot.roll_calls.iter().map(|record| format!("{record:?}")));
    all.extend(snapshot.votes.iter().map(|record| format!("{record:?}")));
    let positions = snapshot.positions.iter().map(|entry| snapshot.position(entry));
    all.extend(positions.map(|record| format!("{record:?}")));
    all.sort();
    all
}

#[test]
fn deleting_a_proposal_deletes_its_parts_and_their_parts() {
    let folder = folder();
    let path = dossier(&folder, Template::OsceCbms);
    let before = dump(&path);
    let mut document = Document::open(&path).unwrap();
    let snapshot = document.snapshot();
    let proposal = snapshot.proposals.iter().next().unwrap().id;
    let party = snapshot.parties.iter().next().unwrap().id;
    let group = snapshot.groups.iter().next().unwrap().id;
    let day = "2026-01-01".parse().unwrap();
    let assessment = Assessment::new(proposal, Obstacle::Proxies, Severity::new(3), day);
    let concern = Concern::new(assessment.id, party);
    let edit = Edit::new(StepName::Assess, "")
        .put(assessment)
        .put(concern)
        .put(Remedy::new(proposal, Obstacle::Proxies, "Remedy"))
        .put(Brief::new(proposal))
        .put(AimTag::new(proposal, Aim::Peace))
        .put(Position::new(proposal, group, Some(Stance::Support), day));
    document.apply(&edit).unwrap();
    drop(document);
    let filled = dump(&path);
    let mut document = Document::open(&path).unwrap();
    let record = RecordId::from(proposal);
    let delete = Edit::delete(document.snapshot(), record, "");
    assert_eq!(delete.deleted().count(), 7);
    document.apply(&delete).unwrap();
    assert!(document.findings().unwrap().is_empty());
    let left = document.snapshot();
    assert!(left.concerns.is_empty() && left.briefs.is_empty() && left.group_positions.is_empty());
    document.undo().unwrap();
    drop(document);
    assert_eq!(dump(&path), filled);
    let mut document = Document::open(&path).unwrap();
    document.undo().unwrap();
    drop(document);
    assert_eq!(dump(&path), before);
}

#[test]
fn an_entry_is_corrected_by_name_and_never_overwritten() {
    let folder = folder();
    let mut document = Document::open(&dossier(&folder, Template::OsceCbms)).unwrap();
    let proposal = document.snapshot().proposals.iter().next().unwrap().id;
    let parties: Vec<_> = document.snapshot().parties.iter().map(|party| party.id).collect();
    let day = |day: &str| day.parse().unwrap();
    let mut entry = Position::new(proposal, parties[0], Some(Stance::Support), day("2024-01-01"));
    entry.words = "said at dinner".to_owned();
    entry.marking = Some(Marking::Red);
    document.apply(&Edit::add(entry.clone(), "")).unwrap();
    let later = Position::new(proposal, parties[0], Some(Stance::Object), day("2025-01-01"));
    document.apply(&Edit::add(later, "")).unwrap();
    let corrected = correction(&entry, Some(Stance::Reserve));
    assert_eq!(
        (corrected.words.as_str(), corrected.marking),
        ("said at dinner", Some(Marking::Red))
    );
    document.apply(&Edit::add(corrected, "")).unwrap();
    let on = |date: &str| {
        let entry = document.snapshot().current_position(proposal, parties[0], day(date));
        entry.and_then(|entry| entry.stance)
    };
    assert_eq!(on("2024-06-01"), Some(Stance::Reserve));
    assert_eq!(on("2025-06-01"), Some(Stance::Object), "the later one still holds");
    assert_eq!(document.snapshot().line(proposal, parties[0]).len(), 3, "all three can be read");
    // An entry can only be corrected by one of the same party and proposal.
    let mut other = Position::new(proposal, parties[1], Some(Stance::Support), day("2024-01-01"));
    other.replaces = Some(entry.id);
    assert!(document.apply(&Edit::add(other, "")).is_err());
}
