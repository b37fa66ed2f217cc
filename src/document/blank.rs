//! New records as they are added to a list, to be filled in: each with a placeholder name and a
//! free code.

use chrono::NaiveDate;

use super::LONGEST;
use crate::library::{Meaning, meanings};
use crate::model::words::alike;
use crate::model::{
    Bilingual, Group, GroupKind, Meeting, Party, PartyKind, Proposal, Record, RollCall, Scenario,
    Snapshot, Source, SourceKind, Term,
};
use crate::text::{Message, Text, msg};

/// The input for a new record.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The existing records.
    pub snapshot: &'a Snapshot,
    /// The language of the user.
    pub text: Text,
    /// The day today.
    pub today: NaiveDate,
}

/// What the code of a new party begins with.
const PARTY: &str = "PARTY";

/// Makes a new record of one kind.
pub type Make = fn(&Given<'_>) -> Record;

impl Given<'_> {
    /// A name in the user's language only; the other language falls back on it.
    fn named(&self, id: Message) -> Bilingual {
        let mut name = Bilingual::default();
        *name.get_mut(self.text.language()) = self.text.get(id).to_owned();
        name
    }
}

/// A proposal.
pub fn proposal(given: &Given<'_>) -> Record {
    let taken = |code: &str| given.snapshot.proposal_by_code(code).is_some();
    Proposal::new(free_code("P", taken), given.named(msg!("new-proposal"))).into()
}

/// A party: a state, as most are.
pub fn party(given: &Given<'_>) -> Record {
    let taken = |code: &str| given.snapshot.party_by_code(code).is_some();
    let code = free_code(PARTY, taken);
    Party::new(code, given.named(msg!("new-party")), PartyKind::State).into()
}

/// A party that was just added, filled in from the library if its name is that of one state and of
/// nothing else, and the dossier does not have that state yet.
pub(crate) fn known_state(snapshot: &Snapshot, party: &Party, name: &str) -> Option<Party> {
    let [Meaning::State(state)] = meanings(name)[..] else { return None };
    let taken = snapshot.party_by_code(&state.iso3).is_some();
    // Whatever else was filled in by hand stays as it is.
    let untouched = party.kind == PartyKind::State
        && [&party.iso2, &party.region, &party.subregion].iter().all(|it| it.is_empty())
        && is_free_code(&party.code, PARTY);
    (untouched && !taken).then(|| Party {
        code: state.iso3.clone(),
        name: state.name(),
        iso2: state.iso2.clone(),
        region: state.region.clone(),
        subregion: state.subregion.clone(),
        ..party.clone()
    })
}

/// A group.
pub fn group(given: &Given<'_>) -> Record {
    let taken = |code: &str| given.snapshot.groups.iter().any(|it| alike(&it.code, code));
    let code = free_code("GROUP", taken);
    Group::new(code, given.named(msg!("new-group")), GroupKind::Forum).into()
}

/// A roll call dated today.
pub fn roll_call(given: &Given<'_>) -> Record {
    let taken = |code: &str| given.snapshot.roll_calls.iter().any(|it| alike(&it.code, code));
    let code = free_code("VOTE", taken);
    RollCall::new(code, given.named(msg!("new-roll-call")), given.today).into()
}

/// A source.
pub fn source(given: &Given<'_>) -> Record {
    Source::new("", given.text.get(msg!("new-source")), SourceKind::Other).into()
}

/// A meeting dated today.
pub fn meeting(given: &Given<'_>) -> Record {
    Meeting::new(given.text.get(msg!("new-meeting")), given.today).into()
}

/// A contested term.
pub fn term(given: &Given<'_>) -> Record {
    Term::new(given.text.get(msg!("new-term"))).into()
}

/// A scenario without moves.
pub fn scenario(given: &Given<'_>) -> Record {
    let stem = given.text.get(msg!("new-scenario"));
    let taken = |name: &str| given.snapshot.scenarios.iter().any(|it| alike(&it.name, name));
    let numbered = (2..LONGEST).map(|n| format!("{stem} {n}"));
    let name = [stem.to_owned()].into_iter().chain(numbered).find(|name| !taken(name));
    Scenario::new(name.unwrap_or_default(), given.snapshot.dossier.marking).into()
}

/// The first free code of the form `P-1`.
fn free_code(stem: &str, taken: impl Fn(&str) -> bool) -> String {
    (1..LONGEST).map(|n| format!("{stem}-{n}")).find(|code| !taken(code)).unwrap_or_default()
}

/// Whether a code is of that form, and so nobody's choice.
fn is_free_code(code: &str, stem: &str) -> bool {
    let number = code.strip_prefix(stem).and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| number.parse::<usize>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Edit, check};
    use crate::model::{Dossier, Language};

    #[test]
    fn a_new_party_named_as_one_state_becomes_that_state() {
        let new = Party::new("PARTY-1", Bilingual::default(), PartyKind::State);
        let snapshot = Snapshot::new(Dossier::new("A dossier"));
        let known = |party: &Party, name| known_state(&snapshot, party, name).map(|it| it.code);
        for name in ["Germany", "Duitsland", "federal republic of germany"] {
            assert_eq!(known(&new, name).as_deref(), Some("DEU"), "{name}");
        }
        for name in ["Congo", "Korea", "European Union", "Acme", ""] {
            assert_eq!(known(&new, name), None, "{name}");
        }
        let own_code = Party { code: "GER".to_owned(), ..new.clone() };
        let own_region = Party { region: "Europe".to_owned(), ..new.clone() };
        for touched in [own_code, own_region] {
            assert_eq!(known(&touched, "Germany"), None);
        }
        let mut snapshot = snapshot.clone();
        snapshot.put(Party::new("DEU", Bilingual::default(), PartyKind::State).into());
        assert_eq!(known_state(&snapshot, &new, "Germany"), None, "it is there already");
    }

    #[test]
    fn every_new_record_is_valid_beside_the_one_before() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let mut snapshot = Snapshot::new(Dossier::new("A dossier"));
        for make in [proposal, party, group, roll_call, source, meeting, term, scenario] {
            for _ in 0..2 {
                let text = Text::new(Language::Dutch);
                let record = make(&Given { snapshot: &snapshot, text, today });
                assert_eq!(check(&snapshot, &Edit::add(record.clone(), ""), today), Ok(()));
                snapshot.put(record);
            }
        }
    }
}
