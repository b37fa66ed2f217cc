//! A dossier drawn as a small table, for tests: who says what about which proposal.

use chrono::NaiveDate;

use super::{
    Bilingual, Dossier, Group, GroupId, GroupKind, Membership, Party, PartyId, PartyKind, Position,
    Proposal, ProposalId, Slot, Snapshot, Speaker, Stance, stance,
};

/// The day of an entry without a date.
const SOME_DAY: &str = "2020-01-01";

/// Reads a dossier from a table of signs:
///
/// ```text
///                    CBM-1                    CBM-2
/// EU(NLD FRA/2025)   +@2024-01-01             ?
/// NLD                -                        .
/// FRA                0@2024-02-01>--@2024-02-01,+@2025-01-01
/// ```
///
/// The first line names the proposals; every other line is a speaker with one cell for each
/// proposal. A speaker with members in brackets is a group, and a year after `/` says since when
/// a party is a member. A party exists once a line or a group names it. A cell holds signs with
/// their days; after `,` comes a later entry, and after `>` a correction of the entry before.
/// `.` is an empty cell.
///
/// # Panics
/// If the table cannot be read: it is part of the test.
pub(crate) fn sketch(table: &str) -> Snapshot {
    let mut snapshot = Snapshot::new(Dossier::new("A dossier"));
    let mut lines = table.lines().filter(|line| !line.trim().is_empty());
    let head = lines.next().unwrap_or_default();
    let mut proposals = Vec::new();
    for code in head.split_whitespace() {
        let proposal = Proposal::new(code, Bilingual::default());
        proposals.push(proposal.id);
        snapshot.put(proposal.into());
    }
    for line in lines {
        let line = line.trim();
        let end = if line.contains('(') { line.find(')').map(|at| at + 1) } else { None };
        let end = end.or_else(|| line.find(char::is_whitespace)).unwrap_or(line.len());
        let (name, cells) = line.split_at(end);
        let by = match name.strip_suffix(')').and_then(|name| name.split_once('(')) {
            Some((group, members)) => Speaker::Group(group_of(&mut snapshot, group, members)),
            None => Speaker::Party(party_of(&mut snapshot, name)),
        };
        let cells: Vec<_> = cells.split_whitespace().collect();
        assert!(cells.len() <= proposals.len(), "a cell too many: {line}");
        for (proposal, cell) in proposals.iter().zip(cells).filter(|(_, cell)| *cell != ".") {
            say(&mut snapshot, *proposal, by, cell);
        }
    }
    snapshot
}

fn party_of(snapshot: &mut Snapshot, code: &str) -> PartyId {
    if let Some(party) = snapshot.party_by_code(code) {
        return party.id;
    }
    let party = Party::new(code, Bilingual::default(), PartyKind::State);
    let id = party.id;
    snapshot.put(party.into());
    id
}

fn group_of(snapshot: &mut Snapshot, code: &str, members: &str) -> GroupId {
    let group = Group::new(code, Bilingual::default(), GroupKind::Organisation);
    let id = group.id;
    snapshot.put(group.into());
    for member in members.split_whitespace() {
        let (code, since) = member.split_once('/').map_or((member, None), |(a, b)| (a, Some(b)));
        let mut member = Membership::new(id, party_of(snapshot, code));
        member.since = since.map(|since| since.parse().unwrap());
        snapshot.put(member.into());
    }
    id
}

fn say(snapshot: &mut Snapshot, proposal: ProposalId, by: Speaker, cell: &str) {
    let mut before = None;
    for said in cell.split_inclusive([',', '>']) {
        let corrected = said.ends_with('>');
        let said = said.trim_end_matches([',', '>']);
        let (sign, day) = said.split_once('@').unwrap_or((said, SOME_DAY));
        let known = Stance::from_sign(sign);
        assert!(known.is_some() || sign == stance::UNKNOWN_SIGN, "no sign: {sign}");
        let day: NaiveDate = day.parse().unwrap();
        let mut entry = Position::new(proposal, by, known, day);
        entry.replaces = before;
        before = corrected.then_some(entry.id);
        snapshot.put_position(&entry);
    }
}

/// The slots of the parties with these codes.
///
/// # Panics
/// If one of them does not exist.
pub(crate) fn slots<const N: usize>(snapshot: &Snapshot, codes: [&str; N]) -> [Slot; N] {
    codes.map(|code| snapshot.parties.slot(snapshot.party_by_code(code).unwrap().id).unwrap())
}
