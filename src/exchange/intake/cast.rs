//! Finds in the dossier, makes or asks about the parties and proposals that a table names.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rustc_hash::FxHashMap;

use super::super::codes_of::{codes_of, is_number};
use super::super::confided::{Named as Confided, also};
use super::super::grid::{group_records, own_group, own_party, state_party};
use super::super::names::Found;
use super::super::positions::proposal_names;
use super::super::problems::Suggested;
use super::super::speakers::{NotMeant, Speakers};
use super::super::{CellStance, read_stance};
use super::answers::{Answers, NameAnswer, NameOption, NameQuestion, key};
use super::plan::Options;
use super::symbols::{is_resolution, proposal_for};
use super::totals::is_total;
use crate::library::{self, Codes, Meaning, is_code, likely, meanings_in};
use crate::model::words::{fold, name_key};
use crate::model::{
    Alias, AliasId, Bilingual, Group, Marking, Party, PartyId, PartyKind, Proposal, Record,
    RecordId, Snapshot, Speaker, Table,
};
use crate::text::Text;

/// How many names are asked about one by one.
const ASKED: usize = 200;

/// How many unknown names are compared with known ones; each comparison takes long.
const LIKENED: usize = 1_000;

/// The names of a column or a header, each once, in the order of the table.
#[derive(Debug, Default)]
pub(super) struct NamesOf {
    places: HashMap<String, usize>,
    pub all: Vec<Named>,
}

/// A name in a table.
#[derive(Debug)]
pub(super) struct Named {
    pub written: String,
    pub line: u64,
    pub rows: usize,
    /// How confidential its rows are, as far as they say.
    pub marking: Confided,
    /// Its column with that column's heading, at its first line.
    pub column: Option<(usize, String)>,
}

impl NamesOf {
    /// Adds a name in a column with a heading.
    pub(super) fn add(&mut self, written: &str, line: u64, column: Option<(usize, &str)>) {
        if let Some(place) = self.places.get(written) {
            if let Some(named) = self.all.get_mut(*place) {
                named.rows += 1;
            }
            return;
        }
        self.places.insert(written.to_owned(), self.all.len());
        let column = column.map(|(at, heading)| (at, heading.to_owned()));
        self.all.push(Named { written: written.to_owned(), line, rows: 1, marking: None, column });
    }

    /// Records the marking, as written, of a row that names it.
    pub(super) fn marked(&mut self, written: &str, marking: &str) {
        let named = self.places.get(written).and_then(|place| self.all.get_mut(*place));
        if let Some(named) = named {
            named.marking = also(named.marking, Marking::parse(marking));
        }
    }

    /// The systems that the codes among the names can be in.
    pub(super) fn codes(&self) -> Codes {
        Codes::of(self.all.iter().map(|it| it.written.as_str()))
    }
}

/// Who can be meant by the names of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A party, or a group that speaks for its members.
    Speaker,
    /// A party only.
    Party,
    /// A group only.
    Group,
}

impl Role {
    fn can_be(self, by: Speaker) -> bool {
        match self {
            Self::Speaker => true,
            Self::Party => by.party().is_some(),
            Self::Group => by.group().is_some(),
        }
    }
}

/// The dossier together with what the table makes, and the meaning of its names in it.
pub(super) struct Cast {
    /// The dossier with the parties, groups and proposals that are made.
    pub snapshot: Snapshot,
    /// The records made, each after those it refers to.
    pub made: Vec<Record>,
    /// Who is meant by each name, as written, if the dossier alone does not tell.
    pub settled: HashMap<String, Speaker>,
    /// The names that the user leaves out, as written.
    pub left_out: BTreeSet<String>,
    /// The uncertain names.
    pub questions: Vec<NameQuestion>,
    /// How many more there are.
    pub unlisted: usize,
    /// How confidential the other names are that are made, if only marked rows have them.
    pub written: FxHashMap<AliasId, Marking>,
    codes: BTreeSet<String>,
}

impl Cast {
    pub(super) fn new(snapshot: &Snapshot) -> Self {
        let parties = snapshot.parties.iter().map(|party| fold(&party.code));
        Self {
            codes: parties.collect(),
            snapshot: snapshot.clone(),
            made: Vec::new(),
            settled: HashMap::new(),
            left_out: BTreeSet::new(),
            questions: Vec::new(),
            unlisted: 0,
            written: FxHashMap::default(),
        }
    }

    /// Finds, makes or asks about everybody named.
    pub(super) fn parties(
        &mut self,
        names: &NamesOf,
        role: Role,
        answers: &Answers,
        options: &Options,
    ) {
        // A cheap copy, so that names are looked up in the dossier as it was while parties are
        // made.
        let before = self.snapshot.clone();
        let codes = names.codes();
        let speakers = Speakers::new(&before, options.text, codes);
        let mut made: BTreeMap<String, Speaker> = BTreeMap::new();
        let mut likened = 0;
        let mut groups = Vec::new();
        for named in &names.all {
            let written = named.written.as_str();
            if let Some(answer) = answers.about(written) {
                self.answered(named, answer, &mut made, &before, &speakers);
                continue;
            }
            let doubt = match role {
                Role::Group => None,
                Role::Speaker | Role::Party => speakers.doubted(written),
            };
            let found = match speakers.find(written) {
                Ok(by) if role.can_be(by) && doubt.is_none() => continue,
                Ok(_) | Err(NotMeant::Unknown) => Vec::new(),
                Err(NotMeant::Many { here, .. }) => here,
            };
            let found = found.into_iter().filter(|by| role.can_be(*by));
            let mut options_here: Vec<NameAnswer> = found.map(NameAnswer::Here).collect();
            for meaning in meanings_in(written, codes) {
                let answer = match meaning {
                    Meaning::State(_) if role == Role::Group => continue,
                    Meaning::State(state) => match speakers.state(&state.iso3) {
                        Some(party) => NameAnswer::Here(party.into()),
                        None => NameAnswer::State(state),
                    },
                    Meaning::Group(group) if role != Role::Party => NameAnswer::Group(group),
                    Meaning::Group(_) | Meaning::Other(_) => continue,
                };
                let has_group = |it: &NameAnswer| match (it, answer) {
                    (NameAnswer::Here(Speaker::Group(id)), NameAnswer::Group(group)) => {
                        before.groups.get(*id).is_some_and(|it| it.code == group.code)
                    }
                    _ => *it == answer,
                };
                if !options_here.iter().any(has_group) {
                    options_here.push(answer);
                }
            }
            let is_exact = doubt.is_some();
            if let Some(doubt) = doubt {
                let answer = |(party, state): (Option<PartyId>, _)| match party {
                    Some(party) => NameAnswer::Here(party.into()),
                    None => NameAnswer::State(state),
                };
                options_here = doubt.into_iter().map(answer).collect();
            }
            // NO is Norway, or a row that counts the votes against.
            let is_word = !matches!(read_stance(written), CellStance::Other | CellStance::Nothing);
            match options_here[..] {
                [NameAnswer::Here(by)] if role != Role::Speaker && !is_word => {
                    self.settled.insert(named.written.clone(), by);
                    continue;
                }
                [NameAnswer::State(state)] if options.create && !is_word => {
                    let by = self.state(state, &mut made);
                    self.settled.insert(named.written.clone(), by);
                    continue;
                }
                [NameAnswer::Group(group)] if options.create && !is_word => {
                    groups.push((named.written.clone(), group));
                    continue;
                }
                _ => {}
            }
            if options_here.is_empty() && is_total(written) {
                options_here.push(NameAnswer::LeaveOut);
            }
            if options_here.is_empty() && likened < LIKENED {
                likened += 1;
                let near = speakers.suggestion(written).filter(|by| role.can_be(*by));
                let near = near.map(NameAnswer::Here).or_else(|| match likely(written)? {
                    Meaning::State(state) if role != Role::Group => {
                        Some(match speakers.state(&state.iso3) {
                            Some(party) => NameAnswer::Here(party.into()),
                            None => NameAnswer::State(state),
                        })
                    }
                    Meaning::Group(group) if role != Role::Party => Some(NameAnswer::Group(group)),
                    Meaning::State(_) | Meaning::Group(_) | Meaning::Other(_) => None,
                });
                options_here.extend(near);
            }
            let nobody = options_here.is_empty() && !is_word && role != Role::Group;
            if let (true, Some(kind)) = (nobody, options.kind) {
                let by = self.new_party(written, kind, &mut made);
                self.settled.insert(named.written.clone(), by);
                continue;
            }
            if options_here.is_empty() && !is_word && role == Role::Group && options.groups {
                let by = self.new_group(written, &mut made);
                self.settled.insert(named.written.clone(), by);
                continue;
            }
            if self.questions.len() >= ASKED {
                self.unlisted += 1;
                continue;
            }
            let option = |answer: &NameAnswer| NameOption {
                answer: *answer,
                name: match answer {
                    NameAnswer::Here(by) => speakers.name(*by).to_owned(),
                    NameAnswer::State(state) => options.text.of(&state.name()).to_owned(),
                    NameAnswer::Group(group) => {
                        let name = Bilingual::new(&group.name_en, &group.name_nl);
                        options.text.of(&name).to_owned()
                    }
                    NameAnswer::New(_) | NameAnswer::NewGroup | NameAnswer::LeaveOut => {
                        String::new()
                    }
                },
            };
            self.questions.push(NameQuestion {
                written: named.written.clone(),
                line: named.line,
                column: named.column.clone(),
                rows: named.rows,
                options: options_here.iter().map(option).collect(),
                is_exact,
            });
        }
        // Once its members exist. A table of memberships lists the members itself.
        for (written, group) in groups {
            let by = self.group(group, role != Role::Group, &mut made);
            self.settled.insert(written, by);
        }
    }

    fn answered(
        &mut self,
        named: &Named,
        answer: NameAnswer,
        made: &mut BTreeMap<String, Speaker>,
        before: &Snapshot,
        speakers: &Speakers<'_>,
    ) {
        let written = named.written.as_str();
        let by = match answer {
            NameAnswer::Here(by) => by,
            NameAnswer::State(state) => match speakers.state(&state.iso3) {
                Some(party) => party.into(),
                None => self.state(state, made),
            },
            NameAnswer::Group(group) => {
                let known = before.groups.iter().find(|it| it.code == group.code);
                match known.map(|it| it.id) {
                    Some(id) => id.into(),
                    None => self.group(group, true, made),
                }
            }
            NameAnswer::New(kind) => self.new_party(written, kind, made),
            NameAnswer::NewGroup => self.new_group(written, made),
            NameAnswer::LeaveOut => {
                self.left_out.insert(written.to_owned());
                return;
            }
        };
        self.settled.insert(written.to_owned(), by);
        let is_new = matches!(answer, NameAnswer::New(_) | NameAnswer::NewGroup);
        // Not asked again; a code means another state in another system.
        let is_open = speakers.find(written) != Ok(by)
            || library::has_family(written) && !speakers.is_settled(written);
        if !is_new && !is_code(written) && is_open {
            let alias = Alias::new(by, written);
            let marking = named.marking.flatten().map(|marking| (alias.id, marking));
            self.written.extend(marking);
            self.make(alias.into());
        }
    }

    fn state(
        &mut self,
        state: &'static library::State,
        made: &mut BTreeMap<String, Speaker>,
    ) -> Speaker {
        if let Some(by) = made.get(&state.iso3) {
            return *by;
        }
        let party = state_party(state);
        self.codes.insert(fold(&party.code));
        let by = party.id.into();
        made.insert(state.iso3.clone(), by);
        self.make(party.into());
        by
    }

    /// A group and, if requested, its members in the dossier.
    fn group(
        &mut self,
        group: &'static library::LibraryGroup,
        with_members: bool,
        made: &mut BTreeMap<String, Speaker>,
    ) -> Speaker {
        let name = format!("group {}", group.code);
        if let Some(by) = made.get(&name) {
            return *by;
        }
        let record =
            Group::new(&group.code, Bilingual::new(&group.name_en, &group.name_nl), group.kind);
        let by = record.id.into();
        made.insert(name, by);
        if !with_members {
            self.make(record.into());
            return by;
        }
        let mut records = Vec::new();
        {
            let states = self.snapshot.parties.iter().map(|it: &Party| (it.code.as_str(), it.id));
            group_records(&mut records, group, record, &states.collect());
        }
        records.into_iter().for_each(|record| self.make(record));
        by
    }

    fn new_group(&mut self, written: &str, made: &mut BTreeMap<String, Speaker>) -> Speaker {
        let name = format!("own group {}", key(written));
        if let Some(by) = made.get(&name) {
            return *by;
        }
        let mut codes: BTreeSet<_> = self.snapshot.groups.iter().map(|it| fold(&it.code)).collect();
        let group = own_group(written, &mut codes);
        let by = group.id.into();
        made.insert(name, by);
        self.make(group.into());
        by
    }

    fn new_party(
        &mut self,
        written: &str,
        kind: PartyKind,
        made: &mut BTreeMap<String, Speaker>,
    ) -> Speaker {
        let name = format!("own {}", key(written));
        if let Some(by) = made.get(&name) {
            return *by;
        }
        let party = own_party(written, kind, kind.usually_decides(), &mut self.codes);
        let by = party.id.into();
        made.insert(name, by);
        self.make(party.into());
        by
    }

    /// Makes the proposals that the dossier does not have. A row that seems to count the others is
    /// asked about.
    pub(super) fn proposals(&mut self, names: &NamesOf, answers: &Answers) {
        let known = proposal_names(&self.snapshot);
        let mut codes: BTreeSet<_> =
            self.snapshot.proposals.iter().map(|it| fold(&it.code)).collect();
        let mut made = BTreeSet::new();
        let mut new = Vec::new();
        for named in &names.all {
            let written = &named.written;
            if known.look_up(written) != Found::Nothing || !made.insert(name_key(written)) {
                continue;
            }
            if is_total(written) {
                if answers.about(written) == Some(NameAnswer::LeaveOut) {
                    self.left_out.insert(written.clone());
                } else {
                    let option = NameOption { answer: NameAnswer::LeaveOut, name: String::new() };
                    self.questions.push(NameQuestion {
                        written: written.clone(),
                        line: named.line,
                        column: named.column.clone(),
                        rows: named.rows,
                        options: vec![option],
                        is_exact: false,
                    });
                }
                continue;
            }
            if is_resolution(written) {
                self.make(proposal_for(written, 0, &mut codes).into());
            } else {
                new.push(written.as_str());
            }
        }
        for (written, code) in new.iter().zip(codes_of(&new, &mut codes)) {
            self.make(Proposal::new(code, Bilingual::new(*written, "")).into());
        }
    }

    /// Who may be meant by a name that was asked about.
    pub(super) fn suggested(&self, written: &str) -> Suggested {
        let asked = self.questions.iter().find(|it| it.written == written);
        let names = asked.into_iter().flat_map(|it| it.options.iter().map(|it| it.name.clone()));
        Suggested::names(names.filter(|name| !name.is_empty()))
    }

    /// Drops what was made as part of something that is no longer made.
    pub(super) fn drop_orphans(&mut self, before: &Snapshot) {
        let kept: HashSet<RecordId> = self.made.iter().map(Record::record_id).collect();
        self.made.retain(|record| {
            let mut references = record.references().into_iter().filter(|it| it.part);
            references.all(|it| kept.contains(&it.to) || before.has(it.to))
        });
    }

    /// Makes a record, so that it is found from now on.
    pub(super) fn make(&mut self, record: Record) {
        self.snapshot.put(record.clone());
        self.made.push(record);
    }
}

/// The parties, groups, proposals and roll calls among records, by name.
pub(super) fn made_names<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    text: Text,
) -> Vec<(Table, String)> {
    let name = |record: &Record| match record {
        Record::Party(it) => Some((Table::Parties, text.of(&it.name).to_owned())),
        Record::Group(it) => Some((Table::Groups, text.of(&it.name).to_owned())),
        // A number alone is no name.
        Record::Proposal(it) if is_number(&it.code) => {
            Some((Table::Proposals, text.of(&it.title).to_owned()))
        }
        Record::Proposal(it) => Some((Table::Proposals, it.code.clone())),
        _ => None,
    };
    records.into_iter().filter_map(name).collect()
}
