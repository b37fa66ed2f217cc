//! Makes the records of a dossier from a pasted table.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::super::codes_of::codes_of;
use super::{Answer, Grid, Who};
use crate::library::{self, LibraryGroup, State};
use crate::model::words::{LONGEST_CODE, fold, name_key};
use crate::model::{
    Alias, Bilingual, Dossier, Group, GroupKind, Membership, Party, PartyId, PartyKind, Position,
    Proposal, Record, Speaker,
};

impl Grid {
    /// The records of a dossier made from the table, each after those it refers to: stances on
    /// this day by this author.
    ///
    /// Unanswered rows are left out; see [`Grid::is_ready`].
    pub fn records(&self, title: &str, today: NaiveDate, author: &str) -> Vec<Record> {
        let mut records = vec![Record::from(Dossier::new(title))];
        let mut codes = BTreeSet::new();
        let mut speakers: BTreeMap<Who, Speaker> = BTreeMap::new();
        let (mut states, mut groups) = (BTreeMap::new(), Vec::new());
        let rows = || (0..self.voices.len()).filter_map(|voice| Some((voice, self.who(voice)?)));
        let answers = || {
            rows().filter_map(|(voice, who)| {
                let (subject, _) = *self.voices.get(voice)?;
                Some((who, self.answer_to(subject)?, &self.subjects.get(subject)?.name))
            })
        };
        // States keep their own codes, even if a new party comes earlier in the table.
        answers().for_each(|(_, answer, _)| {
            if let Answer::State(state) = answer {
                codes.insert(fold(&state.iso3));
            }
        });
        for (who, answer, name) in answers() {
            if speakers.contains_key(&who) {
                continue;
            }
            let speaker: Speaker = match answer {
                Answer::State(state) => {
                    let party = state_party(state);
                    states.insert(state.iso3.as_str(), party.id);
                    let id = party.id.into();
                    records.push(party.into());
                    id
                }
                Answer::Own { kind, decides } => {
                    let party = own_party(name, kind, decides, &mut codes);
                    let id = party.id.into();
                    records.push(party.into());
                    id
                }
                Answer::Group(known) => {
                    let name = Bilingual::new(&known.name_en, &known.name_nl);
                    let group = Group::new(&known.code, name, known.kind);
                    let id = group.id.into();
                    groups.push((known, group));
                    id
                }
                Answer::LeaveOut => continue,
            };
            speakers.insert(who, speaker);
        }
        groups
            .into_iter()
            .for_each(|(known, group)| add_group(&mut records, known, group, &states));
        records.extend(self.aliases(&speakers).map(Record::from));
        let proposals = self.proposals();
        records.extend(proposals.iter().cloned().map(Record::from));
        for ((who, head), stance) in self.stances() {
            if let Some((speaker, proposal)) = speakers.get(&who).zip(proposals.get(head)) {
                let mut entry = Position::new(proposal.id, *speaker, Some(stance), today);
                author.clone_into(&mut entry.author);
                records.push(entry.into());
            }
        }
        records
    }

    /// The names that were said to mean a state or a group, so that they are not asked about again.
    fn aliases(&self, speakers: &BTreeMap<Who, Speaker>) -> impl Iterator<Item = Alias> {
        self.questions().filter_map(|(at, subject)| {
            let (who, own) = match self.answer_to(at)? {
                Answer::State(state) => (Who::State(&state.iso3), state.name()),
                Answer::Group(group) => {
                    (Who::Group(&group.code), Bilingual::new(&group.name_en, &group.name_nl))
                }
                Answer::Own { .. } | Answer::LeaveOut => return None,
            };
            let (key, code) = (
                name_key(&subject.name),
                match who {
                    Who::State(code) | Who::Group(code) => code,
                    Who::Own(_) => "",
                },
            );
            let is_own = [own.en.as_str(), &own.nl, code].iter().any(|name| name_key(name) == key);
            if is_own || library::is_code(&subject.name) {
                return None;
            }
            Some(Alias::new(*speakers.get(&who)?, subject.name.as_str()))
        })
    }

    fn proposals(&self) -> Vec<Proposal> {
        let heads: Vec<_> = self.heads.iter().map(|(words, _)| words.as_str()).collect();
        let codes = codes_of(&heads, &mut BTreeSet::new());
        let both = heads.iter().zip(codes);
        both.map(|(words, code)| Proposal::new(code, Bilingual::new(*words, *words))).collect()
    }
}

/// A state as a party.
pub(in crate::exchange) fn state_party(state: &State) -> Party {
    let mut party = Party::new(&state.iso3, state.name(), PartyKind::State);
    party.iso2.clone_from(&state.iso2);
    party.region.clone_from(&state.region);
    party.subregion.clone_from(&state.subregion);
    party
}

/// A party that the library does not know, with a code that is not taken.
pub(in crate::exchange) fn own_party(
    name: &str,
    kind: PartyKind,
    decides: bool,
    codes: &mut BTreeSet<String>,
) -> Party {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).take(12).collect();
    let code = free(&letters.to_uppercase(), codes);
    Party { decides, ..Party::new(code, Bilingual::new(name, name), kind) }
}

/// An unknown group.
pub(in crate::exchange) fn own_group(name: &str, codes: &mut BTreeSet<String>) -> Group {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).take(12).collect();
    let code = free(&letters.to_uppercase(), codes);
    Group::new(code, Bilingual::new(name, name), GroupKind::Organisation)
}

/// Adds a group with those of its members that are in the table.
pub(in crate::exchange) fn add_group(
    records: &mut Vec<Record>,
    known: &LibraryGroup,
    group: Group,
    states: &BTreeMap<&str, PartyId>,
) {
    let id = group.id;
    records.push(group.into());
    let members = library::memberships().iter().filter(|member| member.group == known.code);
    records.extend(members.filter_map(|member| {
        let party = *states.get(member.iso3.as_str())?;
        let (since, until) = (member.since, member.until);
        Some(Record::from(Membership { since, until, ..Membership::new(id, party) }))
    }));
}

/// A code that is not taken yet.
pub(in crate::exchange) fn free(code: &str, codes: &mut BTreeSet<String>) -> String {
    // Leaves room for a number.
    let stem: String = code.chars().take(LONGEST_CODE - 8).collect();
    let stem = if stem.is_empty() { "X".to_owned() } else { stem };
    let numbered = (2..).map(|n| format!("{stem}-{n}"));
    let mut all = std::iter::once(stem.to_owned()).chain(numbered);
    let found = all.find(|code| codes.insert(fold(code)));
    found.unwrap_or_default()
}
