//! Pages: each is as confidential as the strictest record it prints or counts.

use std::collections::BTreeSet;

use cbm_workbench::document::{Document, Edit, FieldChange, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Assessment, Ballot, Bilingual, Certainty, Dossier, Group, GroupKind, Keyed, Marking,
    Membership, Obstacle, Paragraph, Party, PartyKind, Position, Procedure, Proposal, Record,
    RecordId, Remedy, Rival, RollCall, Severity, Side, Snapshot, Source, SourceKind, Speaker,
    Sponsor, Stance, Table, Version, Vote,
};
use cbm_workbench::report::{
    Format, Named, Page, PageContext, Question, Subject, Told, Topic, changes, decision, page,
};
use cbm_workbench::text::Text;
use chrono::NaiveDate;

use crate::canary::chain;
use crate::common::{self, folder, place, run, votes};

fn day(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// Records of every table, including cases that affect a page without being printed on it.
fn records() -> Vec<Record> {
    let mut records = chain(0, Some(Marking::Clear));
    let name = || Bilingual::new("x", "x");
    let proposal = Proposal::new("X", name());
    let [a, b, c] = ["A", "B", "C"].map(|code| Group::new(code, name(), GroupKind::Forum));
    let parties = ["TORN", "HEIR", "SAYS", "QUIET", "KEPT", "MOVED"]
        .map(|code| Party::new(code, name(), PartyKind::State));
    let [torn, heir, says, quiet, kept, moved] = parties.clone();
    let source = Source::new("S/1", "x", SourceKind::Report);
    let mut said = |by: Speaker, stance: Option<Stance>, on: &str| {
        let mut entry = Position::new(proposal.id, by, stance, day(on));
        entry.source = Some(source.id);
        records.push(entry.clone().into());
        entry
    };
    said(a.id.into(), Some(Stance::Support), "2024-01-01");
    said(b.id.into(), Some(Stance::Object), "2024-01-02");
    // A group that withdraws its stance, and a party that says its stance is unknown again.
    said(c.id.into(), Some(Stance::Support), "2024-01-01");
    said(c.id.into(), None, "2024-02-01");
    said(kept.id.into(), None, "2024-02-01");
    said(moved.id.into(), Some(Stance::Reserve), "2024-01-01");
    said(moved.id.into(), Some(Stance::Accept), "2024-03-01");
    let wrong = said(says.id.into(), Some(Stance::Support), "2024-04-01");
    let right = said(says.id.into(), Some(Stance::Object), "2024-04-01");
    for record in &mut records {
        if let Record::Position(entry) = record
            && entry.id == right.id
        {
            entry.replaces = Some(wrong.id);
        }
    }
    let members = [(&a, &torn), (&b, &torn), (&a, &heir), (&c, &quiet), (&a, &kept)];
    records.extend(members.map(|(group, party)| Record::from(Membership::new(group.id, party.id))));
    records.push(Sponsor::new(proposal.id, torn.id, false).into());
    for (number, ballot) in [(1, Ballot::No), (2, Ballot::Abstain)] {
        let mut roll_call = RollCall::new(format!("RC{number}"), name(), day("2020-01-01"));
        roll_call.yes_side = Some(Side::Multistakeholder);
        records.push(Vote::new(roll_call.id, heir.id, ballot).into());
        records.push(roll_call.into());
    }
    for (severity, on) in [(Severity::new(3), "2024-01-01"), (Severity::new(1), "2024-05-01")] {
        let mut new = Assessment::new(proposal.id, Obstacle::Opacity, severity, day(on));
        new.source = Some(source.id);
        records.push(new.into());
    }
    let version = Version::new(proposal.id, "rev.1", 0);
    records.push(Paragraph::new(version.id, 0, "States [shall] (A) share").into());
    records.push(Paragraph::new(version.id, 1, "Decides to meet").into());
    records.push(version.into());
    records.push(Remedy::new(proposal.id, Obstacle::Opacity, "a hotline").into());
    let mut told = Position::new(proposal.id, quiet.id, Some(Stance::Accept), day("2024-05-01"));
    told.certainty = Some(Certainty::Room);
    records.push(told.into());
    records.extend([a, b, c].map(Record::from));
    records.extend(parties.map(Record::from));
    let other = Proposal::new("Y", name());
    records.push(Rival::new(proposal.id, other.id).into());
    let yes = Some(Stance::Support);
    records.push(Position::new(other.id, moved.id, yes, day("2024-01-01")).into());
    records.extend([Record::from(proposal), Record::from(other), Record::from(source)]);
    for record in &mut records {
        if let Some(marking) = record.marking_mut() {
            *marking = Some(Marking::Clear);
        }
    }
    records.sort_by_key(Record::record_id);
    records
}

fn snapshot<'a>(dossier: &Dossier, records: impl IntoIterator<Item = &'a Record>) -> Snapshot {
    let mut snapshot = Snapshot::new(dossier.clone());
    records.into_iter().for_each(|record| snapshot.put_new(record.clone()));
    snapshot
}

fn public_dossier() -> Dossier {
    let mut dossier = Dossier::new("x");
    dossier.marking = Marking::Clear;
    // Two votes are enough for a camp.
    dossier.camp_min_votes = 2;
    dossier
}

/// Log entries about every proposal and remedy.
fn logged(records: &[Record]) -> Vec<FieldChange> {
    let told =
        |record: &&Record| [Table::Proposals, Table::Remedies].contains(&record.record_id().table);
    let change = |record: &Record| FieldChange {
        record: record.record_id(),
        field: Some("note".to_owned()),
        from: "before".to_owned(),
        to: "after".to_owned(),
        date: day("2024-06-01"),
        marking: Marking::Clear,
    };
    records.iter().filter(told).map(change).collect()
}

/// Calls `each` with every page and its name.
fn each_page(snapshot: &Snapshot, logged: &[FieldChange], mut each: impl FnMut(&str, &Page<'_>)) {
    let text = Text::default();
    let whole = PageContext {
        since: day("2023-12-31"),
        fields: logged,
        ..PageContext::new(snapshot, None, day("2026-01-01"), text)
    };
    for subject in Subject::ALL {
        let named = match subject.topic() {
            None => Named::Nothing,
            Some(Topic::Proposal | Topic::Proposals) => Named::Proposals(vec!["X".to_owned()]),
            Some(Topic::Party) => Named::Party("P0".to_owned()),
            Some(Topic::Meeting) => Named::Meeting(Some("M0".to_owned()), None),
        };
        let on = named.find(snapshot).unwrap_or_default();
        // The day on which something was said in the room.
        let as_of = if *subject == Subject::Room { day("2024-05-01") } else { whole.as_of };
        each(subject.key(), &page(&PageContext { on: &on, as_of, ..whole }, *subject));
    }
    let both = Named::Proposals(vec!["X".to_owned(), "V0".to_owned()]).find(snapshot);
    let on = both.unwrap_or_default();
    each("briefs", &page(&PageContext { on: &on, ..whole }, Subject::Brief));
    // Last, because these pages do not exist without their proposal.
    let Some(proposal) = snapshot.proposal_by_code("X") else { return };
    let on = Named::Proposals(vec!["X".to_owned()]).find(snapshot).unwrap_or_default();
    let context = PageContext { on: &on, ..whole };
    let slot = snapshot.proposals.slot(proposal.id).unwrap();
    for procedure in Procedure::ALL {
        each(procedure.key(), &decision(&context, *procedure));
        if let Some(question) = Question::new(&context, slot, *procedure) {
            each(procedure.key(), &question.page(&context).unwrap());
        }
    }
}

/// The page in every format; printed and drawn pages have the content of a Word document.
fn written(page: &Page<'_>) -> Vec<Vec<u8>> {
    let drawn = [Format::Pdf, Format::Png, Format::Svg];
    let formats = Format::ALL.iter().filter(|format| !drawn.contains(format));
    formats.map(|format| page.write(*format).unwrap()).collect()
}

#[test]
fn a_page_is_as_confidential_as_every_record_that_affects_it() {
    let (dossier, records) = (public_dossier(), records());
    let logged = logged(&records);
    let mut whole = Vec::new();
    each_page(&snapshot(&dossier, &records), &logged, |_, page| {
        assert_eq!(page.marking(), Marking::Clear);
        whole.push(written(page));
    });
    let mut bearing: BTreeSet<(String, Table)> = BTreeSet::new();
    for (place, record) in records.iter().enumerate() {
        let mut red = records.clone();
        // A record without a marking is as confidential as the one it is part of.
        let Some(marking) = red[place].marking_mut() else { continue };
        *marking = Some(Marking::Red);
        let id = record.record_id();
        let others = records.iter().filter(|other| other.record_id() != id);
        let mut differs = Vec::new();
        let logged_of_others: Vec<_> =
            logged.iter().filter(|change| change.record != id).cloned().collect();
        each_page(&snapshot(&dossier, others), &logged_of_others, |_, page| {
            differs.push(written(page) != whole[differs.len()]);
        });
        let mut differs = differs.into_iter();
        each_page(&snapshot(&dossier, &red), &logged, |name, page| {
            // Without its proposal there is no page at all.
            if differs.next().unwrap_or(true) {
                assert_eq!(page.marking(), Marking::Red, "{name} without {record:?}");
                bearing.insert((name.to_owned(), id.table));
            }
        });
    }
    // What a page rests on can also be left out of it.
    for (page, table) in &bearing {
        let subject = Subject::from_key(page);
        let may = subject.is_none_or(|it| it.may_show(*table, Format::Json));
        assert!(may, "{page} by {}", table.key());
    }
    // Otherwise nothing would have been tested.
    for (page, table) in [
        ("matrix", Table::Positions),
        ("matrix", Table::Sources),
        ("matrix", Table::Groups),
        ("matrix", Table::RollCalls),
        ("proposals", Table::Sources),
        ("proposals", Table::Parties),
        ("proposals", Table::Positions),
        ("parties", Table::RollCalls),
        ("parties", Table::Groups),
        ("pairs", Table::Parties),
        ("pairs", Table::Positions),
        ("obstacles", Table::Sources),
        ("obstacles", Table::Assessments),
        ("positions", Table::Positions),
        ("positions", Table::Sources),
        ("remedies", Table::Remedies),
        ("all", Table::Assessments),
        ("all", Table::Sources),
        ("brief", Table::Positions),
        ("brief", Table::Assessments),
        ("brief", Table::Remedies),
        ("brief", Table::Groups),
        ("brief", Table::RollCalls),
        ("briefs", Table::Positions),
        ("briefs", Table::Assessments),
        ("party", Table::Positions),
        ("party", Table::Engagements),
        ("party", Table::NextSteps),
        ("party", Table::Contacts),
        ("party", Table::Groups),
        ("party", Table::RollCalls),
        ("meeting", Table::Meetings),
        ("meeting", Table::Positions),
        ("summary", Table::Positions),
        ("summary", Table::RollCalls),
        ("timeline", Table::Meetings),
        ("timeline", Table::RollCalls),
        ("room", Table::Slides),
        ("room", Table::Polls),
        ("room", Table::Positions),
        ("room", Table::Parked),
        ("changes", Table::Parties),
        ("changes", Table::Groups),
        ("changes", Table::Remedies),
    ] {
        assert!(bearing.contains(&(page.to_owned(), table)), "{page} by {}", table.key());
    }
}

#[test]
fn a_page_knows_the_records_it_rests_on_and_each_can_make_it_red() {
    let (dossier, records) = (public_dossier(), records());
    let logged = logged(&records);
    let mut named: Vec<BTreeSet<RecordId>> = Vec::new();
    each_page(&snapshot(&dossier, &records), &logged, |_, page| {
        let mut records = BTreeSet::new();
        page.each_record(|record| {
            records.insert(record);
        });
        named.push(records);
    });
    for (number, rests_on) in named.iter().enumerate() {
        assert!(rests_on.len() > 2, "{rests_on:?}");
        for place in 0..records.len() {
            if !rests_on.contains(&records[place].record_id()) {
                continue;
            }
            let mut red = records.clone();
            let Some(marking) = red[place].marking_mut() else { continue };
            *marking = Some(Marking::Red);
            let mut markings = Vec::new();
            each_page(&snapshot(&dossier, &red), &logged, |_, page| markings.push(page.marking()));
            assert_eq!(markings[number], Marking::Red, "{:?}", records[place]);
        }
    }
}

/// The markings that `show` of a subject, or `changes`, prints as text and as JSON.
fn labels(home: &std::path::Path, subject: &str) -> Vec<String> {
    let label = |format: &str| {
        let arguments = match subject {
            "changes" => {
                vec!["changes", "dossier.cbm", "--since", "2000-01-01", "--format", format]
            }
            _ => vec!["show", "dossier.cbm", subject, "--format", format],
        };
        let ran = run(home, &arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        match format {
            "json" => format!("TLP:{}", ran.json()["marking"].as_str().unwrap()),
            _ => ran.out.lines().next().unwrap().split(" · ").next().unwrap().to_owned(),
        }
    };
    vec![label("text"), label("json")]
}

#[test]
fn records_named_by_a_public_record_count_for_the_marking_of_a_page() {
    type Mark = fn(&mut Document);
    let cases: [(&str, Mark); 6] = [
        ("matrix", |document| {
            // The source of the votes, which are public.
            let mut source = document.snapshot().sources.iter().next().unwrap().clone();
            source.marking = Some(Marking::Red);
            document.apply(&Edit::change(source, "x")).unwrap();
        }),
        ("proposals", |document| {
            let sponsor = document.snapshot().sponsors.iter().next().unwrap().party;
            red_party(document, sponsor.into());
        }),
        ("parties", red_roll_call),
        ("matrix", red_roll_call),
        ("changes", |document| {
            let party = document.snapshot().party_by_code("NLD").unwrap().id;
            red_party(document, party.into());
        }),
        ("changes", |document| {
            let mut group = document.snapshot().groups.iter().next().unwrap().clone();
            group.marking = Some(Marking::Red);
            let proposal = document.snapshot().proposals.iter().next().unwrap().id;
            let stance = Some(Stance::Accept);
            let mut entry = Position::new(proposal, group.id, stance, day("2024-01-01"));
            entry.marking = Some(Marking::Clear);
            document.apply(&Edit::change(group, "x").put(entry)).unwrap();
        }),
    ];
    for (subject, mark) in cases {
        let folder = folder();
        let mut document = votes(&folder);
        assert_eq!(document.snapshot().dossier.marking, Marking::Amber);
        drop(document);
        assert_eq!(labels(folder.path(), subject), ["TLP:AMBER"; 2], "{subject}");
        document = Document::open(&folder.path().join("dossier.cbm")).unwrap();
        mark(&mut document);
        drop(document);
        assert_eq!(labels(folder.path(), subject), ["TLP:RED"; 2], "{subject}");
    }
}

fn red_party(document: &mut Document, party: RecordId) {
    let mut record = document.snapshot().record(party).unwrap();
    *record.marking_mut().unwrap() = Some(Marking::Red);
    document.apply(&Edit::change(record, "x")).unwrap();
}

fn red_roll_call(document: &mut Document) {
    let counts = |roll_call: &&RollCall| roll_call.yes_side.is_some();
    let mut roll_call = document.snapshot().roll_calls.iter().find(counts).unwrap().clone();
    roll_call.marking = Some(Marking::Red);
    document.apply(&Edit::change(roll_call, "x")).unwrap();
}

#[test]
fn changes_logged_while_red_or_on_deleted_records_keep_the_page_red() {
    let change = |document: &mut Document, code: &str, change: &dyn Fn(&mut Proposal)| {
        let mut proposal = document.snapshot().proposal_by_code(code).unwrap().clone();
        change(&mut proposal);
        document.apply(&Edit::change(proposal, "x")).unwrap();
    };
    let told = |document: &Document| {
        let (since, until) = (day("2000-01-01"), day("2999-01-01"));
        let fields = document.field_changes(since, until).unwrap();
        let snapshot = document.snapshot();
        let changes = changes(snapshot, Text::default(), &fields, since, until);
        let page = changes.page(snapshot, Text::default(), Told::Logged(None));
        (page.marking(), String::from_utf8(page.write(Format::Json).unwrap()).unwrap())
    };
    let folder = folder();
    let path = common::dossier(&folder, Template::UnGlobalCbms);
    let mut document = Document::open(&path).unwrap();
    change(&mut document, "UN CBM 1", &|it| it.text = "first".to_owned());
    assert_eq!(told(&document).0, Marking::Amber);
    // By the time others may read it, its text has changed.
    change(&mut document, "UN CBM 1", &|it| it.marking = Some(Marking::Red));
    change(&mut document, "UN CBM 1", &|it| {
        (it.text, it.marking) = ("second".to_owned(), Some(Marking::Clear));
    });
    assert_eq!(told(&document).0, Marking::Red);
    let other = folder.path().join("other.cbm");
    Document::create(&other, Template::UnGlobalCbms, "x").unwrap();
    let mut document = Document::open(&other).unwrap();
    change(&mut document, "UN CBM 2", &|it| it.marking = Some(Marking::Red));
    drop(document);
    // Deleted long after it was marked.
    let file = rusqlite::Connection::open(&other).unwrap();
    file.execute_batch("UPDATE edits SET time = '2020-01-01T10:00:00.000Z'").unwrap();
    drop(file);
    let mut document = Document::open(&other).unwrap();
    let gone = document.snapshot().proposal_by_code("UN CBM 2").unwrap().id;
    let edit = Edit::delete(document.snapshot(), gone.into(), "x");
    document.apply(&edit).unwrap();
    let since = day("2021-01-01");
    let fields = document.field_changes(since, day("2999-01-01")).unwrap();
    assert_eq!(fields.iter().map(|it| it.marking).collect::<Vec<_>>(), [Marking::Red]);
    let (marking, json) = told(&document);
    assert_eq!(marking, Marking::Red);
    assert!(json.contains("UN CBM 2"), "{json}");
}

#[test]
fn a_record_may_leave_under_a_ceiling_at_its_marking() {
    let folder = folder();
    let path = common::dossier(&folder, Template::Empty);
    let mut document = Document::open(&path).unwrap();
    let markings = Marking::ALL.iter().copied().map(Some).chain([None]);
    for (n, marking) in markings.enumerate() {
        let edit = chain(n, marking)
            .into_iter()
            .fold(Edit::new(StepName::Add(Table::Proposals), "x"), Edit::put);
        document.apply(&edit).unwrap();
    }
    let snapshot = document.snapshot();
    let positions = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    let positions = positions.map(Record::from);
    let of_groups = snapshot.group_positions.iter().cloned().map(Record::from);
    let all: Vec<_> = snapshot.arena_records().chain(positions).chain(of_groups).collect();
    for ceiling in Marking::ALL {
        for (table, seen_count) in document.seen_counts(*ceiling).unwrap() {
            let leaves = |record: &&Record| {
                let id = record.record_id();
                id.table == table && snapshot.marking_of(id) <= *ceiling
            };
            let leaving = all.iter().filter(leaves).count();
            let leaving = leaving + usize::from(table == Table::Dossier);
            // The user's own filter reveals what is being looked for, so it stays.
            let leaving = if table == Table::SavedViews { 0 } else { leaving };
            assert_eq!(seen_count.seen, leaving, "{} under {}", table.key(), ceiling.key());
        }
    }
}

#[test]
fn changes_can_be_written_for_a_spreadsheet() {
    let folder = folder();
    let mut document = votes(&folder);
    let (proposal, party) = place(document.snapshot(), "NLD", "A/RES/77/37");
    let entry = Position::new(proposal, party, Some(Stance::Reserve), day("2024-05-01"));
    document.apply(&Edit::add(entry, "x")).unwrap();
    drop(document);
    let arguments = ["changes", "dossier.cbm", "--since", "2024-01-01", "--format", "csv"];
    let ran = run(folder.path(), &arguments);
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!(lines[0], "Date,Proposal,What,From,To");
    assert!(lines[1].starts_with("2024-05-01,A/RES/77/37,Netherlands,"), "{ran:?}");
    assert!(lines[1].ends_with(",has reservations"), "{ran:?}");
}
