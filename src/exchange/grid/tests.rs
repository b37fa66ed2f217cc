use super::*;
use crate::analysis::{Outcome, coalition};
use crate::model::{Party, PartyKind, Record, Snapshot};

fn read(pasted: &str) -> Grid {
    read_grid(pasted).unwrap()
}

fn made(grid: &Grid) -> Vec<Record> {
    grid.records("A title", "2026-11-21".parse().unwrap(), "A. Desk")
}

fn parties(grid: &Grid) -> Vec<Party> {
    let party = |record| if let Record::Party(party) = record { Some(party) } else { None };
    made(grid).into_iter().filter_map(party).collect()
}

fn asked(grid: &Grid) -> Vec<&str> {
    grid.questions().map(|(_, subject)| subject.name.as_str()).collect()
}

fn snapshot(grid: &Grid) -> Snapshot {
    let mut records = made(grid).into_iter();
    let Some(Record::Dossier(dossier)) = records.next() else { panic!("no dossier") };
    let mut snapshot = Snapshot::new(dossier);
    records.for_each(|record| match record {
        Record::Position(entry) => snapshot.put_position(&entry),
        record => snapshot.put(record),
    });
    snapshot
}

#[test]
fn a_pasted_matrix_becomes_parties_proposals_and_stances() {
    let mut grid = read("\tCBM 1\tCBM 2\nNederland\t+\t--\nBrazil\tY\t?\nGFCE\tX\tperhaps\n");
    assert_eq!(asked(&grid), ["GFCE"]);
    assert!(!grid.is_ready());
    grid.answer_rest(Answer::own(PartyKind::Organisation));
    assert!(!grid.is_ready(), "what is left out was not seen yet");
    grid.accepted = true;
    assert!(grid.is_ready());
    let parties = parties(&grid);
    let codes: Vec<_> = parties.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["NLD", "BRA", "GFCE"]);
    assert_eq!(parties[0].name.en, "Netherlands");
    assert!(parties[0].decides && !parties[2].decides);
    assert_eq!(grid.counts(), [3, 2, 3]);
    assert_eq!(grid.silent, 1);
    let left_out: Vec<_> = grid.left_out.iter().map(|it| (it.spot, it.why)).collect();
    assert_eq!(left_out, [(Spot { line: 4, column: 3 }, Why::NotAStance)]);
}

#[test]
fn the_united_nations_own_names_are_states_that_decide() {
    let pasted =
        "party\tHotline\nRussian Federation\t--\nFrance\t+\nIran (Islamic Republic of)\t--\nVS\t+";
    let grid = read(pasted);
    assert!(grid.is_ready(), "{:?}", asked(&grid));
    assert!(parties(&grid).iter().all(|party| party.decides && party.kind == PartyKind::State));
    let snapshot = snapshot(&grid);
    let matrix = coalition(&snapshot, "2026-11-21".parse().unwrap());
    let (slot, _) = snapshot.proposals.slots().next().unwrap();
    assert_eq!(matrix.column(slot).unwrap().adoption.consensus, Outcome::Fails);
}

#[test]
fn nobody_becomes_a_party_without_being_asked_about() {
    let names =
        "AU\nNAM\nCongo\nEU\nTaiwan, Province of China\nUkrane\nNigera\nTotal\nVN\nNo\nNLD\n";
    let rows: String = names.lines().map(|name| format!("{name}\t+\n")).collect();
    let grid = read(&format!("party\tHotline\n{rows}"));
    let all: Vec<_> = names.lines().filter(|name| *name != "NLD").collect();
    assert_eq!(asked(&grid), all);
    let options: Vec<Vec<_>> = grid
        .questions()
        .map(|(_, subject)| subject.options.iter().map(|it| it.code()).collect())
        .collect();
    assert_eq!(options[0], ["AUS", "AU"]);
    assert_eq!(options[1], ["NAM", "NAM"]);
    assert_eq!(options[2], ["COG", "COD"]);
    assert_eq!(options[3], ["EU"]);
    assert!(options[4].is_empty());
    assert_eq!(options[5], ["UKR"]);
    assert!(options[6].is_empty() && options[7].is_empty());
    assert_eq!((&options[8][..], &options[9][..]), (&["VNM"][..], &["NOR"][..]));
    assert_eq!(parties(&grid).len(), 1, "only who is certain");
}

#[test]
fn three_rows_of_one_state_are_one_party_once_it_is_decided_which_counts() {
    let mut grid = read("party\tHotline\tNorms\nNetherlands\t+\t0\nNederland\t--\t\nNLD\t--\t0\n");
    assert!(asked(&grid).is_empty() && !grid.is_ready());
    let clash = grid.clashes()[0].clone();
    let lines: Vec<_> = clash.rows.iter().map(|spot| spot.line).collect();
    assert_eq!((lines, clash.disputed.len()), (vec![2, 3, 4], 1), "on one of the two");
    assert_eq!(clash.disputed[0].proposal, "Hotline");
    grid.hold(clash.who, Hold::Row(clash.rows[0]));
    assert!(grid.is_ready());
    assert_eq!((parties(&grid).len(), grid.counts()), (1, [1, 2, 2]));
    grid.hold(clash.who, Hold::Neither);
    assert_eq!(grid.counts(), [1, 2, 1], "what they agree on stays");
    let agreed = read("party\tHotline\nNetherlands\t+\nHolland\t+\nNL\tX\n");
    assert!(agreed.is_ready() && agreed.counts() == [1, 1, 1]);
}

#[test]
fn an_answer_can_turn_two_rows_into_contradicting_ones_of_one_state() {
    let mut grid = read("party\tHotline\nUkrane\t+\nUkraine\t--\n");
    let (place, subject) = grid.questions().next().unwrap();
    let option = subject.options[0];
    assert!(grid.clashes().is_empty());
    grid.answer(place, option.into());
    assert_eq!((grid.clashes().len(), grid.undecided()), (1, 1));
    grid.answer(place, Answer::LeaveOut);
    assert!(grid.is_ready());
}

#[test]
fn a_group_speaks_for_its_members_in_the_table() {
    let mut grid = read("party\tHotline\nEU\t+\nFrance\t\nChina\t--\n");
    let (place, subject) = grid.questions().next().unwrap();
    let option = subject.options[0];
    grid.answer(place, option.into());
    let snapshot = snapshot(&grid);
    assert_eq!((snapshot.parties.iter().count(), snapshot.groups.iter().count()), (2, 1));
    let matrix = coalition(&snapshot, "2026-11-21".parse().unwrap());
    let (slot, _) = snapshot.proposals.slots().next().unwrap();
    assert_eq!(matrix.column(slot).unwrap().deciding.in_favour(), 1);
}

#[test]
fn states_in_the_first_line_turn_the_table_around() {
    let grid = read("measure;France;Germany;China\nHotline;+;+;-\nNorms;+;0;--");
    assert_eq!(grid.counts(), [3, 2, 6]);
    let grid = read("measure;France;China\n\nHotline;+;perhaps");
    assert_eq!(grid.left_out[0].spot, Spot { line: 3, column: 3 });
}

#[test]
fn cells_without_a_heading_or_a_party_are_reported_and_so_is_a_title() {
    let grid = read("Overview of positions\t\n\t\nparty\tHotline\nFrance\t+\t-\n\t+\nChina\t—");
    let why: Vec<_> = grid.left_out.iter().map(|it| (it.spot.line, it.why)).collect();
    assert_eq!(why, [(4, Why::NoProposal), (5, Why::NoParty), (6, Why::Dash)]);
    assert_eq!(grid.above, [1]);
    assert_eq!(grid.counts(), [2, 1, 1]);
}

#[test]
fn nothing_is_made_of_what_cannot_be_read_in_full() {
    assert_eq!(read_grid("party\tA\n\"Holland\t+\nFrance\t-"), Err(GridFault::Unclosed(2)));
    let row = format!("France{}\n", "\t+".repeat(5300));
    let wide = format!("party{}\n{}", "\tP".repeat(5300), row.repeat(193));
    let cells = 194 * 5301;
    assert_eq!(read_grid(&wide), Err(GridFault::TooLarge { cells, most: 1_000_000 }));
    assert!(read("").is_empty() && read("just words").is_empty());
}

#[test]
fn the_same_name_twice_and_too_long_a_heading_still_make_a_dossier() {
    let long = "x".repeat(80);
    let mut grid =
        read(&format!("\tA\tA\t{long}\nAcme Ltd\t+\t+\t+\nAcme-Ltd.\t+\t+\t+\nacmeltdX\t"));
    assert_eq!(asked(&grid), ["Acme Ltd", "acmeltdX"]);
    assert_eq!(grid.doubled().into_iter().collect::<Vec<_>>(), ["A"]);
    grid.answer_rest(Answer::own(PartyKind::Company));
    let codes: Vec<_> = parties(&grid).into_iter().map(|it| it.code).collect();
    assert_eq!(codes, ["ACMELTD", "ACMELTDX"]);
    let codes: BTreeSet<_> = snapshot(&grid).proposals.iter().map(|it| it.code.clone()).collect();
    assert_eq!(codes.len(), 3);
}

#[test]
fn answers_are_kept_when_the_table_is_pasted_again() {
    let mut before = read("party\tHotline\nAcme\t+\nBetamax\t-");
    before.answer_rest(Answer::own(PartyKind::Company));
    let mut after = read("party\tHotline\nAcme\t--\nGFCE\t+");
    after.remember(&before);
    assert_eq!(after.unanswered(), 1);
}

#[test]
fn in_a_pasted_grid_guinea_alone_is_asked_about() {
    let mut grid = read_grid("party\tP\nGuinea\t+\nFrance\t-").unwrap();
    let (at, guinea) = grid.questions().next().unwrap();
    let options: Vec<_> = guinea.options.iter().map(|it| it.name().en).collect();
    assert_eq!(options, ["Guinea", "Equatorial Guinea", "Guinea-Bissau", "Papua New Guinea"]);
    assert_eq!(grid.counts()[2], 1, "only the stance of France counts");
    let papua = crate::library::states().iter().find(|it| it.iso3 == "PNG").unwrap();
    grid.answer(at, Answer::State(papua));
    assert_eq!(grid.counts()[2], 2);
    for plain in ["Guinea\t+\nPapua New Guinea\t-", "Ireland\t+\nFrance\t-"] {
        let grid = read_grid(&format!("party\tP\n{plain}")).unwrap();
        assert_eq!(grid.unanswered(), 0, "{plain}");
    }
}
