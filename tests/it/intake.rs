//! Tables of any layout, as they lie on the desk: what they are taken for, and what they do.

use std::collections::BTreeSet;

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::exchange::intake::{
    Answers, Fate, Field, Layout, Mapping, NameAnswer, Options, Plan, Question, guess, plan,
};
use cbm_workbench::exchange::{Sheet, read_sheet};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Ballot, Dossier, Keyed, Language, PartyKind, Record, Snapshot, Stance, Table,
};
use cbm_workbench::text::Text;

use crate::common::{folder, run, worked, write};

/// An export of the United Nations Digital Library.
const DIGITAL_LIBRARY: &str = "\
undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,undl_link
3000001,NLD,NETHERLANDS,N,2019-12-27,74,A/RES/74/247,Countering the use of ICT,https://x.example/1
3000001,RUS,RUSSIAN FEDERATION,Y,2019-12-27,74,A/RES/74/247,Countering the use of ICT,https://x.example/1
3000001,BOL,BOLIVIA (PLURINATIONAL STATE OF),X,2019-12-27,74,A/RES/74/247,Countering,https://x.example/1
3000002,NLD,NETHERLANDS,Y,2020-12-31,75,A/RES/75/999,Something else,https://x.example/2
3000002,RUS,RUSSIAN FEDERATION,A,2020-12-31,75,A/RES/75/999,Something else,https://x.example/2
3000002,CIV,CÔTE D'IVOIRE,?,2020-12-31,75,A/RES/75/999,Something else,https://x.example/2
";

pub(crate) fn sheet(table: &str) -> Sheet {
    read_sheet(table.as_bytes()).unwrap()
}

pub(crate) fn empty() -> Snapshot {
    Snapshot::new(Dossier::new("Empty"))
}

pub(crate) fn template(template: Template) -> Snapshot {
    let mut records = template.records("T", Language::English).into_iter();
    let Some(Record::Dossier(dossier)) = records.next() else { panic!("no dossier") };
    let mut snapshot = Snapshot::new(dossier);
    records.for_each(|record| snapshot.put_new(record));
    snapshot
}

pub(crate) fn options() -> Options {
    Options {
        text: Text::new(Language::English),
        today: "2026-11-26".parse().unwrap(),
        undated_on: "2026-11-26".parse().unwrap(),
        author: "A. Desk".to_owned(),
        create: true,
        kind: None,
        groups: false,
        titles: None,
    }
}

pub(crate) fn planned(
    snapshot: &Snapshot,
    table: &str,
    mapping: &Mapping,
    options: &Options,
) -> Plan {
    let (sheet, answers) = (sheet(table), Answers::default());
    plan(snapshot, &sheet, mapping, &answers, options, &mut |_| true).unwrap()
}

pub(crate) fn guessed(snapshot: &Snapshot, table: &str) -> Plan {
    let guess = guess(&sheet(table), snapshot);
    planned(snapshot, table, &guess.mapping, &options())
}

pub(crate) fn put(snapshot: &mut Snapshot, plan: Plan) {
    let Edit { operations, votes, entries, .. } = plan.edit("");
    for operation in operations {
        if let cbm_workbench::document::Operation::Put(record) = operation {
            snapshot.put(record);
        }
    }
    votes.into_iter().for_each(|it| snapshot.put(it.into()));
    entries.iter().for_each(|it| snapshot.put_position(it));
}

/// Everything that a dossier says about votes and stances, by codes.
pub(crate) fn said(snapshot: &Snapshot) -> BTreeSet<String> {
    let party = |id| snapshot.parties.get(id).unwrap().code.clone();
    let votes = snapshot.votes.iter().map(|it| {
        let roll = snapshot.roll_calls.get(it.roll_call).unwrap();
        format!("{} {} {} {}", roll.code, roll.date, party(it.party), it.ballot.key())
    });
    let positions = snapshot.positions.iter().filter_map(|it| snapshot.position(it)).map(|it| {
        let proposal = snapshot.proposals.get(it.proposal).unwrap();
        let by = party(it.by.party().unwrap());
        format!("{} {} {} {:?} {:?}", proposal.code, it.date, by, it.stance, it.forum)
    });
    let proposals = snapshot.proposals.iter().map(|it| format!("{} {}", it.code, it.title.en));
    let parties = snapshot.parties.iter().map(|it| format!("{} {}", it.code, it.name.en));
    votes.chain(positions).chain(proposals).chain(parties).collect()
}

#[test]
fn tables_as_they_are_found_are_recognised() {
    let snapshot = template(Template::UnGlobalCbms);
    for (table, layout, line) in [
        (DIGITAL_LIBRARY, Layout::LongRolls, 1),
        (
            "rcid,ccode,Country,Countryname,year,session,date,vote,unres\n\
             9001,2,USA,United States of America,2018,73,2018-12-05,3,R/73/27\n\
             9001,200,UKG,United Kingdom,2018,73,2018-12-05,8,R/73/27\n",
            Layout::LongRolls,
            1,
        ),
        (
            "rcid,country,country_code,vote\n3,United States,US,yes\n3,Cuba,CU,abstain\n",
            Layout::LongRolls,
            1,
        ),
        (
            "rcid,date,unres,importantvote,NLD,FRA,RUS,AUS\n\
             9001,2018-12-05,R/73/27,0,3,3,1,9\n9002,2018-12-22,R/73/266,0,1,1,3,8\n",
            Layout::WideRolls,
            1,
        ),
        (
            "Standpunten;;;\nvan een collega;;;\n;;;\nLand;Meldpunt;Normen;Opmerkingen\n\
             Nederland;++;+;trekt\nVS;+;0;\nRusland;--;-;\n",
            Layout::Matrix,
            4,
        ),
        ("Maatregel;Nederland;Frankrijk\nMeldpunt;++;+\nNormen;0;-\n", Layout::Turned, 1),
        (
            "Lidstaat;Maatregel;Standpunt;Datum\nNederland;UN CBM 1;steunt;31-12-2025\n",
            Layout::Positions,
            1,
        ),
        ("party,proposal,stance\nNLD,UN CBM 1,+\n", Layout::Positions, 1),
        ("Code;Naam;Soort;Regio\nACME;Acme;bedrijf;Europe\n", Layout::Parties, 1),
        ("Code,Title,Summary,Status\nP1,Hotline,A line,tabled\n", Layout::Proposals, 1),
        ("Country,Organisation,Joined\nNetherlands,NATO,1949\n", Layout::Memberships, 1),
        ("Symbol,Title,Author,URL\nA/1,A report,UN,https://x.example\n", Layout::Sources, 1),
        (
            "Country,Name,Function,E-mail,Phone\nFrance,J. Doe,Counsellor,j@x.example,+33 1\n",
            Layout::Contacts,
            1,
        ),
    ] {
        let guess = guess(&sheet(table), &snapshot);
        assert_eq!(guess.mapping.layout, layout, "{table}\n{guess:?}");
        assert!(guess.certain, "{table}\n{guess:?}");
        assert_eq!(guess.mapping.header, line, "{table}");
        assert!(guess.mapping.lacks().is_empty());
    }
    let may = guess(&sheet("resolution,NLD,FRA\nA/RES/73/27,Y,N\n"), &snapshot);
    assert!(!may.certain, "votes or positions: {may:?}");
}

#[test]
fn an_export_of_votes_becomes_roll_calls_votes_and_stances() {
    let mut snapshot = template(Template::UnVotes);
    let before = said(&snapshot);
    let mapping = guess(&sheet(DIGITAL_LIBRARY), &snapshot).mapping;
    let without = Options { create: false, ..options() };
    let refused = planned(&snapshot, DIGITAL_LIBRARY, &mapping, &without);
    assert_eq!(refused.tally.of(Fate::Wrong), 3, "{refused:?}");
    assert_eq!(refused.tally.of(Fate::Same), 2, "known already, one of them was absent");
    let plan = planned(&snapshot, DIGITAL_LIBRARY, &mapping, &options());
    assert!(plan.is_whole(), "{:?}", plan.problems);
    assert_eq!(plan.tally.of(Fate::New), 3);
    assert_eq!((plan.count(Table::RollCalls), plan.count(Table::Votes)), (1, 3));
    assert_eq!(plan.count(Table::Positions), 2, "what is not known is no stance");
    put(&mut snapshot, plan);
    let new: Vec<_> = said(&snapshot).difference(&before).cloned().collect();
    assert!(new.iter().any(|it| it.contains("CIV unknown")), "{new:?}");
    assert!(new.iter().any(|it| it.contains("RUS Some(Accept)")), "{new:?}");
    assert!(guessed(&snapshot, DIGITAL_LIBRARY).is_empty(), "importing twice adds nothing");
}

#[test]
fn the_wide_and_the_long_layout_give_the_same_dossier() {
    let rolls = [
        ("9001", "2018-12-05", "R/73/27", [3, 3, 1, 9, 2]),
        ("9002", "2018-12-22", "R/73/266", [1, 1, 3, 8, 2]),
        ("9003", "2019-01-01", "R/99/1", [1, 2, 3, 1, 1]),
        ("9004", "2019-01-01", "R/99/1", [2, 2, 3, 1, 1]),
    ];
    let states = ["NLD", "FRA", "RUS", "TUV", "NAM"];
    let mut wide = format!("rcid,date,unres,{}\n", states.join(","));
    let mut long = "rcid,date,unres,country,vote\n".to_owned();
    for (number, day, symbol, votes) in rolls {
        let cells: Vec<_> = votes.iter().map(ToString::to_string).collect();
        wide += &format!("{number},{day},{symbol},{}\n", cells.join(","));
        for (state, vote) in states.iter().zip(votes) {
            long += &format!("{number},{day},{symbol},{state},{vote}\n");
        }
    }
    for before in [empty(), template(Template::UnVotes), template(Template::UnGlobalCbms)] {
        let [one, two] = [&wide, &long].map(|table| {
            let mut snapshot = before.clone();
            let plan = guessed(&snapshot, table);
            assert!(plan.is_whole(), "{:?} {:?}", plan.problems, plan.questions);
            put(&mut snapshot, plan);
            let again = guessed(&snapshot, table);
            assert!(again.is_empty() && again.is_whole(), "{again:?}");
            said(&snapshot)
        });
        assert_eq!(one, two);
        assert!(one.contains("A/RES/99/1 (9003) 2019-01-01 FRA abstain"), "{one:?}");
        assert!(one.contains("A/RES/99/1 (9004) 2019-01-01 NLD abstain"), "{one:?}");
    }
}

#[test]
fn numbers_names_and_days_that_are_not_certain_are_asked() {
    let snapshot = template(Template::UnGlobalCbms);
    let table =
        "party,proposal,stance,date\nCongo,UN CBM 1,5,3/4/2025\nUkrane,UN CBM 1,1,3/4/2025\n";
    let read = sheet(table);
    let mut mapping = guess(&read, &snapshot).mapping;
    let mut answers = Answers::default();
    let make = |mapping: &Mapping, answers: &Answers| {
        plan(&snapshot, &read, mapping, answers, &options(), &mut |_| true).unwrap()
    };
    let first = make(&mapping, &answers);
    assert!(first.is_blocked() && first.is_empty());
    assert_eq!(first.questions.len(), 2, "{:?}", first.questions);
    mapping.dates = Some(cbm_workbench::model::DayOrder::DayFirst);
    for (number, stance) in [("1", Stance::Object), ("5", Stance::Champion)] {
        let meant = cbm_workbench::exchange::intake::Meant::Stance(stance);
        mapping.scale.insert(number.to_owned(), meant);
    }
    let second = make(&mapping, &answers);
    let named: Vec<_> = second
        .questions
        .iter()
        .filter_map(|it| if let Question::Name(it) = it { Some(it) } else { None })
        .collect();
    let options: Vec<Vec<_>> =
        named.iter().map(|it| it.options.iter().map(|it| it.name.as_str()).collect()).collect();
    assert_eq!(options[0].len(), 2, "both Congos: {options:?}");
    assert_eq!(options[1], ["Ukraine"]);
    assert_eq!(second.tally.of(Fate::Wrong), 2);
    answers.name("Congo", named[0].options[0].answer);
    answers.name("UKRANE", NameAnswer::LeaveOut);
    let third = make(&mapping, &answers);
    assert!(third.is_whole(), "{third:?}");
    assert_eq!((third.tally.of(Fate::New), third.tally.of(Fate::LeftOut)), (1, 1));
    assert_eq!(third.count(Table::Aliases), 1, "the answer is remembered");
    let mut after = snapshot.clone();
    put(&mut after, third);
    let again =
        plan(&after, &read, &mapping, &Answers::default(), &options_without(), &mut |_| true);
    let again = again.unwrap();
    assert_eq!(again.questions.len(), 1, "Congo is not asked again: {:?}", again.questions);
}

fn options_without() -> Options {
    Options { create: false, ..options() }
}

#[test]
fn what_is_cancelled_is_not_planned() {
    let rows: String = (0..5_000).map(|n| format!("NLD,UN CBM 1,+,{}\n", 1_000 + n)).collect();
    let read = sheet(&format!("party,proposal,stance,note\n{rows}"));
    let snapshot = template(Template::UnGlobalCbms);
    let mapping = guess(&read, &snapshot).mapping;
    let answers = Answers::default();
    let mut seen = 0;
    let plan = plan(&snapshot, &read, &mapping, &answers, &options(), &mut |progress| {
        seen = progress.done;
        false
    });
    assert_eq!((plan, seen), (None, 512));
}

#[test]
fn lists_of_records_add_and_change_what_differs_only() {
    let mut snapshot = template(Template::UnGlobalCbms);
    for (table, new, changed) in [
        ("Code;Naam;Soort;Beslist\nACME;Acme;Bedrijf;nee\nNLD;Nederland;;\n", 1, 0),
        ("Code,Title,Summary,Status\nP1,Hotline,A line,tabled\nUN CBM 1,,,dropped\n", 1, 1),
        ("Country,Organisation,Joined\nNetherlands,NATO,1949\nAcme,OSCE,2020-05\n", 1, 0),
        ("Symbol,Title,Author,URL\nA/1,A report,UN,https://x.example\n", 1, 0),
        (
            "Country,Name,Function,E-mail,Economic interests\n\
             France,J. Doe,Counsellor,j@x.example,trade\nFrance,J. Roe,Attaché,r@x.example,\n",
            2,
            0,
        ),
    ] {
        let plan = guessed(&snapshot, table);
        assert!(plan.is_whole(), "{table}\n{:?}\n{:?}", plan.problems, plan.questions);
        let counts = (plan.tally.of(Fate::New), plan.tally.of(Fate::Changed));
        assert_eq!(counts, (new, changed), "{table}\n{plan:?}");
        put(&mut snapshot, plan);
        let again = guessed(&snapshot, table);
        assert!(again.is_empty() && again.is_whole(), "{table}\n{again:?}");
    }
    let acme = snapshot.party_by_code("ACME").unwrap();
    assert_eq!((acme.kind, acme.decides), (PartyKind::Company, false));
    assert_eq!(snapshot.party_by_code("NLD").unwrap().name.en, "Netherlands");
    assert_eq!((snapshot.contacts.len(), snapshot.next_steps.len()), (2, 0));
    assert_eq!(snapshot.engagements.iter().next().unwrap().economic, "trade");
}

#[test]
fn a_sponsor_named_twice_is_one_and_the_step_is_allowed() {
    let snapshot = template(Template::UnGlobalCbms);
    let table = "Code,Title,Sponsor\nP1,Hotline,\"Netherlands; Nederland\"\nP1,Hotline,NLD\n";
    let mapping = guess(&sheet(table), &snapshot).mapping;
    let plan = planned(&snapshot, table, &mapping, &options());
    assert!(plan.is_whole(), "{plan:?}");
    assert_eq!(plan.count(Table::Sponsors), 1, "{plan:?}");
    let edit = plan.edit("");
    cbm_workbench::document::check(&snapshot, &edit, options().today).unwrap();
}

#[test]
fn a_party_that_nobody_knows_is_refused_unless_it_is_said_what_it_is() {
    let snapshot = empty();
    let table = "party,Hotline\nAcme Ltd,+\nNetherlands,--\n";
    let mapping = guess(&sheet(table), &snapshot).mapping;
    let refused = planned(&snapshot, table, &mapping, &options());
    assert_eq!((refused.tally.of(Fate::Wrong), refused.tally.of(Fate::New)), (1, 1));
    let kind = Some(PartyKind::Company);
    let plan = planned(&snapshot, table, &mapping, &Options { kind, ..options() });
    assert!(plan.is_whole(), "{plan:?}");
    let mut after = snapshot;
    put(&mut after, plan);
    let decides: Vec<_> = after.parties.iter().map(|it| (it.code.as_str(), it.decides)).collect();
    assert_eq!(decides, [("ACMELTD", false), ("NLD", true)]);
}

#[test]
fn a_table_becomes_a_dossier_on_the_command_line_and_nothing_is_made_if_it_is_refused() {
    let home = folder();
    let home = home.path();
    write(home, "grid.csv", "Overzicht;;\n;;\nLand;Meldpunt;Normen\nNederland;++;+\nFoobar;+;0\n");
    let refused = run(home, &["new", "x.cbm", "--from", "grid.csv"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("Foobar") && !home.join("x.cbm").exists(), "{refused:?}");
    let made = run(home, &["new", "x.cbm", "--from", "grid.csv", "--kind", "company"]);
    assert_eq!(made.code, 0, "{made:?}");
    let document = Document::open_read_only(&home.join("x.cbm")).unwrap();
    let snapshot = document.snapshot();
    assert_eq!((snapshot.parties.len(), snapshot.positions.len()), (2, 4));
    assert_eq!(run(home, &["check", "x.cbm"]).code, 0);
    let codes: Vec<_> = snapshot.proposals.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["Meldpunt", "Normen"], "as they are written");
    // One rule for all: if one is longer, all are numbered in their order.
    write(home, "long.csv", "Party,Hotline (6),A fund for capacity building\nNLD,+,-\n");
    assert_eq!(run(home, &["new", "z.cbm", "--from", "long.csv"]).code, 0);
    let document = Document::open_read_only(&home.join("z.cbm")).unwrap();
    let named = document.snapshot().proposals.iter().map(|it| (&*it.code, &*it.title.en));
    let named: Vec<_> = named.collect();
    assert_eq!(named, [("P-1", "Hotline (6)"), ("P-2", "A fund for capacity building")]);
    // If every heading begins with a code, that is the code.
    write(home, "coded.csv", "Party,P04 Capacity-building fund (4),P01 Hotline\nNLD,+,-\n");
    let made = run(home, &["new", "y.cbm", "--from", "coded.csv"]);
    assert_eq!(made.code, 0, "{made:?}");
    let document = Document::open_read_only(&home.join("y.cbm")).unwrap();
    let named = document.snapshot().proposals.iter().map(|it| (&*it.code, &*it.title.en));
    let named: Vec<_> = named.collect();
    assert_eq!(named, [("P04", "P04 Capacity-building fund (4)"), ("P01", "P01 Hotline")]);
}

#[test]
fn the_command_line_takes_any_layout_says_how_it_read_it_and_undoes_it_in_one_step() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-votes"]).code, 0);
    write(home, "votes.csv", DIGITAL_LIBRARY);
    let refused = run(home, &["import", "x.cbm", "votes.csv"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("--create"), "{refused:?}");
    let tried =
        run(home, &["import", "x.cbm", "votes.csv", "--create", "--dry-run", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&tried.out).unwrap();
    assert_eq!(value["layout"], "rollcalls");
    assert_eq!((&value["counts"]["new"], &value["applied"]), (&3.into(), &false.into()));
    assert_eq!(value["records"]["votes"], 3);
    let done = run(home, &["import", "x.cbm", "votes.csv", "--create"]);
    assert!(done.out.contains("New: 3"), "{done:?}");
    assert!(done.err.contains("ms_vote"), "how it was read is said: {done:?}");
    let again = run(home, &["import", "x.cbm", "votes.csv", "--create"]);
    assert!(again.out.contains("New: 0. Changed: 0. The same: 5"), "{again:?}");
    let mut document = Document::open(&home.join("x.cbm")).unwrap();
    assert_eq!(document.snapshot().roll_calls.len(), 13);
    document.undo().unwrap();
    assert_eq!(document.snapshot().roll_calls.len(), 12);
    let unknown = document.snapshot().votes.iter().filter(|it| it.ballot == Ballot::Unknown);
    assert_eq!(unknown.count(), 2);
    drop(document);
    write(home, "may.csv", "resolution,NLD,FRA\nA/RES/73/27,Y,N\n");
    let asked = run(home, &["import", "x.cbm", "may.csv"]);
    assert!(asked.code == 1 && asked.err.contains("--as"), "{asked:?}");
}

#[test]
fn a_saved_mapping_reads_a_table_that_explains_nothing() {
    let home = folder();
    let home = home.path();
    assert_eq!(run(home, &["new", "x.cbm", "--template", "un-global-cbms"]).code, 0);
    write(home, "t.csv", "Wie;Over;Score;Extra\nNederland;UN CBM 1;5;x\nBelgië;UN CBM 1;1;y\n");
    write(
        home,
        "m.toml",
        "layout = \"positions\"\n[columns]\nWie = \"party\"\nOver = \"proposal\"\n\
         Score = \"stance\"\n[scale]\n5 = \"champion\"\n1 = \"object\"\n",
    );
    let done = run(home, &["import", "x.cbm", "t.csv", "--mapping", "m.toml"]);
    assert!(done.out.contains("New: 2"), "{done:?}");
    assert!(done.err.contains("Extra"), "what is not read is said: {done:?}");
    write(home, "m.toml", "layout = \"positions\"\ncolums = 3\n");
    let refused = run(home, &["import", "x.cbm", "t.csv", "--mapping", "m.toml"]);
    assert!(refused.code == 1 && refused.err.contains("colums"), "{refused:?}");
}

#[test]
fn a_mapping_can_be_changed_column_by_column() {
    let snapshot = template(Template::UnGlobalCbms);
    let table = "Staat,Twee,Drie,Onderwerp\nNLD,+,-,UN CBM 1\n";
    let mut mapping = Mapping::new(Layout::Positions, &sheet(table));
    for (column, field) in [(0, Field::Party), (3, Field::Proposal), (1, Field::Stance)] {
        mapping.set(column, Some(field));
    }
    assert!(mapping.lacks().is_empty());
    mapping.set(2, Some(Field::Stance));
    assert_eq!(mapping.place(Field::Stance), Some(2), "one column at a time");
    let plan = planned(&snapshot, table, &mapping, &options());
    assert_eq!(plan.tally.of(Fate::New), 1);
}

/// A wide file as large as all roll calls of the General Assembly.
fn all_roll_calls() -> String {
    use std::fmt::Write as _;
    let states = cbm_workbench::library::states();
    let states: Vec<_> = states.iter().map(|it| it.iso3.as_str()).collect();
    let mut table = format!("rcid,date,unres,{}\n", states.join(","));
    for roll in 0..6_551_u32 {
        let _ = write!(
            table,
            "{roll},{}-{:02}-01,R/{}/{}",
            1946 + roll / 90,
            1 + roll % 12,
            1 + roll / 90,
            roll
        );
        for (state, _) in (0_u32..).zip(&states) {
            let vote = [1, 1, 1, 2, 3, 8, 1, 9][((roll * 31 + state * 17) % 8) as usize];
            let _ = write!(table, ",{vote}");
        }
        table.push('\n');
    }
    table
}

#[test]
#[ignore = "measures: `tests/run --long` runs it by name, in a release build"]
fn all_roll_calls_of_the_general_assembly_are_planned_and_applied_in_time() {
    let home = folder();
    let path = home.path().join("x.cbm");
    Document::create(&path, Template::UnVotes, "Large").unwrap();
    let mut document = Document::open(&path).unwrap();
    let table = all_roll_calls();
    let read = sheet(&table);
    // By the time of this thread, so that a busy machine makes nothing fail.
    let begun = worked();
    let mapping = guess(&read, document.snapshot()).mapping;
    let answers = Answers::default();
    let plan =
        plan(document.snapshot(), &read, &mapping, &answers, &options(), &mut |_| true).unwrap();
    let worked_out = worked() - begun;
    println!("{} bytes planned in {worked_out:?}", table.len());
    assert!(plan.is_whole(), "{:?} {:?}", plan.problems, plan.questions);
    println!("{} votes, {} entries", plan.count(Table::Votes), plan.count(Table::Positions));
    let (begun, clock) = (worked(), std::time::Instant::now());
    document.apply_large(plan.edit("all"), &mut |_, _| true).unwrap();
    let applied = worked() - begun;
    println!("applied in {applied:?}, {:?} by the clock", clock.elapsed());
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|it| it.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    println!("{peak:?} kB at most");
    if cfg!(debug_assertions) {
        return;
    }
    assert!(worked_out.as_secs_f64() < 3.0, "planned in {worked_out:?}");
    assert!(applied.as_secs_f64() < 30.0, "applied in {applied:?}");
    assert!(peak.is_none_or(|peak| peak < 600_000), "{peak:?} kB");
}
