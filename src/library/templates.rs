//! The records a new dossier starts with.
//!
//! Everything from the library is public: its records are marked CLEAR.

use std::collections::BTreeMap;

use super::{
    CastVote, InstrumentSet, Resolution, State, groups, instrument_sets, instruments, meetings,
    memberships, pillars, practice, reference, resolutions, states, votes,
};
use crate::model::{
    Ballot, Bilingual, Certainty, Dossier, Forum, Group, Keyed, Language, Marking, Meeting,
    Membership, Party, PartyId, PartyKind, Position, Proposal, Record, Rival, RollCall, Source,
    SourceId, SourceKind, Sponsor, Stance, Status, Vote, keyed,
};

keyed! {
    /// A template for a new dossier.
    pub enum Template as "template" {
        /// 193 members, the twelve contested resolutions, the recorded votes as positions.
        UnVotes = "un-votes",
        /// 193 members and the eight global measures, no positions.
        UnGlobalCbms = "un-global-cbms",
        /// 57 participating states and the sixteen measures of the OSCE, no positions.
        OsceCbms = "osce-cbms",
        /// 193 members, the eight global measures, and the pillars and meetings of the UN Global
        /// Mechanism, no positions.
        GlobalMechanism = "global-mechanism",
        /// Nothing.
        Empty = "empty",
    }
}

impl Template {
    /// The records of a new dossier with this title. Texts that have only one language, such as the
    /// titles of meetings, are in this one.
    pub fn records(self, title: &str, language: Language) -> Vec<Record> {
        let mut dossier = Dossier::new(title);
        dossier.template = self.key().to_owned();
        if self == Self::GlobalMechanism {
            dossier.description = pillars_in(language);
        }
        let mut made = Made { records: vec![dossier.into()], ..Made::default() };
        match self {
            Self::UnVotes => {
                made.parties(|state| state.un_member);
                made.voted_resolutions();
            }
            Self::UnGlobalCbms => {
                made.parties(|state| state.un_member);
                made.measures("UN-OEWG-GCBM");
            }
            Self::OsceCbms => {
                let members: Vec<_> =
                    memberships().iter().filter(|row| row.group == "OSCE").collect();
                made.parties(|state| members.iter().any(|row| row.iso3 == state.iso3));
                made.measures("OSCE-CBM");
            }
            Self::GlobalMechanism => {
                made.parties(|state| state.un_member);
                made.measures("UN-OEWG-GCBM");
                made.meetings(language);
                made.practice_text(language);
            }
            Self::Empty => return made.records,
        }
        made.roll_calls(|_| true);
        made.groups();
        made.records
    }
}

/// How the states among these records voted on the contested resolutions, from which their camps
/// follow; votes that are among the records already are left as they are.
pub(crate) fn known_votes<'a>(records: impl IntoIterator<Item = &'a Record>) -> Vec<Record> {
    let (mut made, mut there) = (Made::default(), Vec::new());
    for record in records {
        match record {
            Record::Party(party) if party.kind == PartyKind::State => {
                let state = states().iter().find(|state| state.iso3 == party.code);
                made.parties.extend(state.map(|state| (state.iso3.as_str(), party.id)));
            }
            Record::Source(source) => {
                let known = contested().find(|it| it.symbol == source.symbol);
                made.sources.extend(known.map(|it| (it.symbol.as_str(), source.id)));
            }
            Record::RollCall(roll_call) => there.push(roll_call.code.clone()),
            _ => {}
        }
    }
    if !made.parties.is_empty() {
        made.roll_calls(|resolution| !there.contains(&resolution.symbol));
    }
    made.records
}

/// The records collected so far.
#[derive(Default)]
struct Made {
    records: Vec<Record>,
    parties: BTreeMap<&'static str, PartyId>,
    sources: BTreeMap<&'static str, SourceId>,
}

impl Made {
    fn parties(&mut self, belongs: impl Fn(&State) -> bool) {
        for state in states().iter().filter(|state| belongs(state)) {
            let party = Party {
                iso2: state.iso2.clone(),
                region: state.region.clone(),
                subregion: state.subregion.clone(),
                marking: Some(Marking::Clear),
                ..Party::new(&state.iso3, state.name(), PartyKind::State)
            };
            self.parties.insert(&state.iso3, party.id);
            self.records.push(party.into());
        }
    }

    fn groups(&mut self) {
        for row in groups() {
            let group = Group {
                description: Bilingual::new(&row.description_en, &row.description_nl),
                note: row.note.clone(),
                marking: Some(Marking::Clear),
                ..Group::new(&row.code, Bilingual::new(&row.name_en, &row.name_nl), row.kind)
            };
            let rows: Vec<_> =
                memberships().iter().filter(|member| member.group == row.code).collect();
            // A note that every member shares is already on the group.
            let shared = rows.len() > 1 && rows.iter().all(|member| member.note == rows[0].note);
            let members: Vec<Record> = rows
                .into_iter()
                .filter_map(|member| {
                    let party = *self.parties.get(member.iso3.as_str())?;
                    Some(Record::from(Membership {
                        since: member.since,
                        until: member.until,
                        note: if shared { "" } else { &member.note }.to_owned(),
                        ..Membership::new(group.id, party)
                    }))
                })
                .collect();
            if !members.is_empty() {
                self.records.push(group.into());
                self.records.extend(members);
            }
        }
    }

    /// The contested resolutions as proposals, with their votes as positions.
    fn voted_resolutions(&mut self) {
        let mut proposals = BTreeMap::new();
        for resolution in contested() {
            let source = self.resolution_source(resolution);
            let proposal = Proposal { source: Some(source), ..resolution_proposal(resolution) };
            let main = self.parties.get(resolution.sponsor.as_str()).copied();
            let sponsor = main.map(|party| Sponsor::new(proposal.id, party, true));
            let cast: Vec<Record> = self
                .cast(resolution)
                .filter_map(|(party, ballot)| {
                    let stance = stance_of(ballot, Some(party) == main)?;
                    Some(Record::from(Position {
                        forum: Some(Forum::Session),
                        source: Some(source),
                        certainty: Some(Certainty::Public),
                        marking: Some(Marking::Clear),
                        ..Position::new(proposal.id, party, Some(stance), resolution.date)
                    }))
                })
                .collect();
            proposals.insert(&resolution.symbol, proposal.id);
            self.records.push(proposal.into());
            self.records.extend(sponsor.map(Record::from));
            self.records.extend(cast);
        }
        let pairs = contested().filter_map(|it| {
            let id = |symbol: &String| proposals.get(symbol).copied();
            Some(Rival::new(id(&it.symbol)?, id(&it.rival)?).into())
        });
        self.records.extend(pairs);
    }

    /// The contested resolutions that are `wanted` as roll calls, from which camps are computed.
    fn roll_calls(&mut self, wanted: impl Fn(&Resolution) -> bool) {
        for resolution in contested().filter(|resolution| wanted(resolution)) {
            let source = self.resolution_source(resolution);
            let roll_call = RollCall {
                yes_side: resolution.yes_reads,
                source: Some(source),
                note: resolution.note.clone(),
                marking: Some(Marking::Clear),
                ..RollCall::new(&resolution.symbol, resolution.short(), resolution.date)
            };
            let cast: Vec<Record> = self
                .cast(resolution)
                .map(|(party, ballot)| Vote::new(roll_call.id, party, ballot).into())
                .collect();
            self.records.push(roll_call.into());
            self.records.extend(cast);
        }
    }

    fn cast(&self, resolution: &Resolution) -> impl Iterator<Item = (PartyId, Ballot)> {
        votes()
            .iter()
            .filter(|vote: &&CastVote| vote.resolution == resolution.symbol)
            .filter_map(|vote| Some((*self.parties.get(vote.iso3.as_str())?, vote.ballot()?)))
    }

    fn measures(&mut self, set: &str) {
        let Some(set) = instrument_sets().iter().find(|row| row.code == set) else { return };
        for row in instruments().iter().filter(|row| row.set == set.code) {
            let source = self.document_source(set, &row.document, row.year);
            let proposal = Proposal {
                summary: row.text(),
                verification: Bilingual::new(&row.verification_en, &row.verification_nl),
                source: Some(source),
                measure: Some(row.measure),
                bindingness: Some(set.bindingness),
                scope: Some(set.scope),
                status: Status::Adopted,
                marking: Some(Marking::Clear),
                ..Proposal::new(&row.code, row.title())
            };
            self.records.push(proposal.into());
        }
    }

    /// A text to practise on, for one of the measures.
    fn practice_text(&mut self, language: Language) {
        let on = self.records.iter().find_map(|it| match it {
            Record::Proposal(it) if it.code == practice::PROPOSAL => Some(it.id),
            _ => None,
        });
        let Some(on) = on else { return };
        let parties = &self.parties;
        let said = match language {
            Language::English => "Invented, to practise on: no State has proposed any of it.",
            Language::Dutch => "Verzonnen, om mee te oefenen: geen staat heeft dit voorgesteld.",
        };
        let known = |name: &str| parties.contains_key(name);
        self.records.extend(practice::records(on, said, &known));
    }

    fn meetings(&mut self, language: Language) {
        for row in meetings() {
            let note = row.note();
            let said = provenance(&row.source, row.confidence.key());
            let meeting = Meeting {
                until: row.until,
                note: format!("{} {said}", note.get(language)),
                marking: Some(Marking::Clear),
                ..Meeting::new(row.title().get(language), row.date)
            };
            self.records.push(meeting.into());
        }
    }

    fn resolution_source(&mut self, resolution: &'static Resolution) -> SourceId {
        if let Some(id) = self.sources.get(resolution.symbol.as_str()) {
            return *id;
        }
        let tally = match (resolution.yes, resolution.no, resolution.abstain) {
            (Some(yes), Some(no), Some(abstain)) => format!("{yes}–{no}–{abstain}. "),
            _ => String::new(),
        };
        let source = Source {
            issuer: "United Nations General Assembly".to_owned(),
            date: Some(resolution.date.into()),
            note: tally + &provenance(&resolution.source, resolution.confidence.key()),
            marking: Some(Marking::Clear),
            ..Source::new(&resolution.symbol, &resolution.title_en, SourceKind::RollCall)
        };
        self.add_source(&resolution.symbol, source)
    }

    fn document_source(
        &mut self,
        set: &'static InstrumentSet,
        document: &'static str,
        year: i32,
    ) -> SourceId {
        if let Some(id) = self.sources.get(document) {
            return *id;
        }
        let source = Source {
            issuer: set.issuer_en.clone(),
            date: year.to_string().parse().ok(),
            note: provenance(&set.source, set.confidence.key()),
            marking: Some(Marking::Clear),
            ..Source::new(document, &set.name_en, SourceKind::Resolution)
        };
        self.add_source(document, source)
    }

    fn add_source(&mut self, key: &'static str, source: Source) -> SourceId {
        let id = source.id;
        self.records.push(source.into());
        self.sources.insert(key, id);
        id
    }
}

/// A resolution as a proposal, without its source.
pub(crate) fn resolution_proposal(resolution: &Resolution) -> Proposal {
    Proposal {
        summary: Bilingual::new(&resolution.summary_en, &resolution.summary_nl),
        verification: Bilingual::new(&resolution.verification_en, &resolution.verification_nl),
        measure: Some(crate::model::MeasureKind::Communication),
        bindingness: Some(crate::model::Bindingness::Voluntary),
        scope: Some(crate::model::Scope::Global),
        status: Status::Adopted,
        since: Some(resolution.date.into()),
        marking: Some(Marking::Clear),
        ..Proposal::new(&resolution.symbol, resolution.short())
    }
}

/// The twelve resolutions on which the camps divide.
fn contested() -> impl Iterator<Item = &'static Resolution> {
    resolutions().iter().filter(|resolution| resolution.contested)
}

/// A vote read as a stance. An abstention counts as *can live with it*; an unknown vote says
/// nothing.
pub fn stance_of(ballot: Ballot, main_sponsor: bool) -> Option<Stance> {
    match ballot {
        Ballot::Yes if main_sponsor => Some(Stance::Champion),
        Ballot::Yes => Some(Stance::Support),
        Ballot::Abstain => Some(Stance::Accept),
        Ballot::No => Some(Stance::Object),
        Ballot::Unknown => None,
    }
}

/// The pillars of the Global Mechanism, one per line.
fn pillars_in(language: Language) -> String {
    let lines = pillars().iter().map(|row| {
        let (name, text) = (row.name(), row.text());
        format!("{}. {}: {}", row.number, name.get(language), text.get(language))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn provenance(key: &str, confidence: &str) -> String {
    let Some(reference) = reference(key) else { return String::new() };
    let issuer =
        if reference.issuer.is_empty() { String::new() } else { format!("{}, ", reference.issuer) };
    format!("{issuer}{} (confidence: {confidence}).", reference.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(template: Template) -> [usize; 5] {
        let mut counts = [0; 5];
        for record in template.records("A title", Language::English) {
            let place = match record {
                Record::Party(_) => 0,
                Record::Proposal(_) => 1,
                Record::Position(_) => 2,
                Record::RollCall(_) => 3,
                Record::Group(_) => 4,
                _ => continue,
            };
            counts[place] += 1;
        }
        counts
    }

    #[test]
    fn templates_hold_what_they_promise() {
        assert_eq!(count(Template::UnVotes), [193, 12, 2094, 12, 38]);
        assert_eq!(count(Template::UnGlobalCbms), [193, 8, 0, 12, 38]);
        assert_eq!(count(Template::OsceCbms)[..4], [57, 16, 0, 12]);
        assert_eq!(count(Template::GlobalMechanism), [193, 8, 0, 12, 38]);
        assert_eq!(count(Template::Empty), [0; 5]);
    }

    #[test]
    fn the_global_mechanism_begins_with_its_pillars_and_its_calendar() {
        let records = Template::GlobalMechanism.records("A title", Language::Dutch);
        let Some(Record::Dossier(dossier)) = records.first() else { panic!("no dossier") };
        assert_eq!(dossier.description.lines().count(), 5);
        assert!(dossier.description.contains("4. Vertrouwenwekkende maatregelen: "));
        let meetings = records.iter().filter_map(|record| match record {
            Record::Meeting(meeting) => Some((meeting.date.to_string(), meeting.until)),
            _ => None,
        });
        let meetings: Vec<_> = meetings.collect();
        assert_eq!(meetings.len(), 3);
        let december = ("2026-12-07".to_owned(), "2026-12-11".parse().ok());
        assert!(meetings.contains(&december), "{meetings:?}");
    }

    #[test]
    fn a_vote_lost_in_the_origin_is_unknown_and_not_absent() {
        let records = Template::UnVotes.records("A title", Language::English);
        let turkiye = records.iter().find_map(|record| match record {
            Record::Party(party) if party.code == "TUR" => Some(party.id),
            _ => None,
        });
        let unknown =
            |record: &&Record| matches!(record, Record::Vote(it) if it.ballot == Ballot::Unknown);
        let lost: Vec<_> = records.iter().filter(unknown).collect();
        assert_eq!(lost.len(), 2);
        let hers =
            |record: &&&Record| matches!(record, Record::Vote(it) if Some(it.party) == turkiye);
        assert_eq!(lost.iter().filter(hers).count(), 2);
        let stances = records
            .iter()
            .filter(|record| matches!(record, Record::Position(it) if it.by.party() == turkiye));
        assert_eq!(stances.count(), 10, "what is not known is no stance");
    }
}
