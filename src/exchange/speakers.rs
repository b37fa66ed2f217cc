//! Finds who is meant by a name in a table: a party of the dossier, or a group.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::library::{self, Codes, Meaning, State};
use crate::model::words::{fold_line, name_key};
use crate::model::{Alias, Group, Party, PartyId, PartyKind, Snapshot, Speaker};
use crate::text::Text;

/// Why a name does not identify anyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NotMeant {
    /// Nobody has this name.
    Unknown,
    /// Several have this name.
    Many {
        /// Their names.
        names: Vec<String>,
        /// Those among them that the dossier has.
        here: Vec<Speaker>,
    },
}

/// Parties and groups by all the names they go by.
pub(super) struct Speakers<'a> {
    snapshot: &'a Snapshot,
    text: Text,
    codes: Codes,
    // By exact name, by folded name, and by [`name_key`].
    exact: Names,
    folded: Names,
    keyed: Names,
    // By [`name_key`]: the names settled in this dossier.
    aliases: Names,
    states: BTreeMap<&'static str, BTreeSet<Speaker>>,
    groups: BTreeMap<&'static str, Speaker>,
}

type Names = BTreeMap<String, BTreeSet<Speaker>>;

impl<'a> Speakers<'a> {
    /// Everybody in a dossier; messages about them are in the language of `text`. The names are
    /// those of a column whose codes are in one of these systems.
    pub(super) fn new(snapshot: &'a Snapshot, text: Text, codes: Codes) -> Self {
        let mut all = Self {
            snapshot,
            text,
            codes,
            exact: Names::new(),
            folded: Names::new(),
            keyed: Names::new(),
            aliases: Names::new(),
            states: BTreeMap::new(),
            groups: BTreeMap::new(),
        };
        for party in snapshot.parties.iter() {
            let Party { id, code, iso2, name, .. } = party;
            [code, iso2, &name.en, &name.nl].into_iter().for_each(|it| all.add(it, (*id).into()));
            if let Some(state) = state_of(party) {
                all.states.entry(state).or_default().insert((*id).into());
            }
        }
        for Group { id, code, name, .. } in snapshot.groups.iter() {
            [code, &name.en, &name.nl].into_iter().for_each(|it| all.add(it, (*id).into()));
            if let Some(known) = library::groups().iter().find(|known| known.code == *code) {
                all.groups.insert(&known.code, (*id).into());
            }
        }
        for Alias { of, name, .. } in snapshot.aliases.iter() {
            all.add(name, *of);
            all.aliases.entry(name_key(name)).or_default().insert(*of);
        }
        all
    }

    fn add(&mut self, name: &str, speaker: Speaker) {
        let ways = [as_written(name), fold_line(name), name_key(name)];
        for (way, names) in
            ways.into_iter().zip([&mut self.exact, &mut self.folded, &mut self.keyed])
        {
            if !way.is_empty() {
                names.entry(way).or_default().insert(speaker);
            }
        }
    }

    /// Who is meant.
    ///
    /// The names in the dossier come first. By other names that the library knows, a state is found
    /// only if the dossier has it. A code that also means somebody else is not accepted.
    pub(super) fn find(&self, written: &str) -> Result<Speaker, NotMeant> {
        let called = library::meanings_in(written, self.codes);
        let mut own = self.own(written);
        if self.codes.is_taken_otherwise(written) {
            // It is the code of a state in the dossier, but the column uses another system.
            let here = self.states.get(written.trim().to_uppercase().as_str());
            own.retain(|by| here.is_none_or(|here| !here.contains(by)));
        }
        if let Some(settled) = self.aliases.get(&name_key(written))
            && *settled == own
            && settled.len() == 1
            && let Some(one) = settled.first()
        {
            return Ok(*one);
        }
        if let Some(doubted) = self.doubted(written)
            && own.iter().all(|by| by.party().is_some())
        {
            let name = |(party, state): &(Option<PartyId>, &State)| match party {
                Some(party) => self.shown((*party).into(), written),
                None => self.text.of(&state.name()).to_owned(),
            };
            let names = doubted.iter().map(name).collect();
            let here = doubted.iter().filter_map(|(party, _)| Some((*party)?.into())).collect();
            return Err(NotMeant::Many { names, here });
        }
        let only_groups = !own.is_empty() && own.iter().all(|by| by.party().is_none());
        let (mut meant, mut elsewhere) = (own.clone(), Vec::new());
        for meaning in &called {
            match meaning {
                Meaning::State(state) => {
                    // A group never speaks under the code of a state, whether the dossier has that
                    // state or not.
                    let counts = own.is_empty() || only_groups && is_code_of(state, written);
                    match self.states.get(state.iso3.as_str()) {
                        Some(here) if counts => meant.extend(here),
                        None if counts => elsewhere.push(*meaning),
                        _ => {}
                    }
                }
                Meaning::Group(group) if own.is_empty() => {
                    meant.extend(self.groups.get(group.code.as_str()));
                }
                Meaning::Group(_) | Meaning::Other(_) => {}
            }
        }
        let mut meant = meant.into_iter();
        match (meant.next(), meant.next()) {
            (Some(one), None) if elsewhere.is_empty() => Ok(one),
            (None, _) => Err(NotMeant::Unknown),
            (Some(one), two) => {
                let here: Vec<_> = [one].into_iter().chain(two).chain(meant).collect();
                let shown = here.iter().map(|speaker| self.shown(*speaker, written));
                let name = |meaning: &Meaning| self.text.of(&meaning.name()).to_owned();
                let names = shown.chain(elsewhere.iter().map(name)).collect();
                Err(NotMeant::Many { names, here })
            }
        }
    }

    fn own(&self, written: &str) -> BTreeSet<Speaker> {
        let exact = self.exact.get(&as_written(written));
        let found = exact
            .or_else(|| self.folded.get(&fold_line(written)))
            .or_else(|| self.keyed.get(&name_key(written)));
        found.cloned().unwrap_or_default()
    }

    /// Who may have been meant by an unknown name; `None` if it may mean another state.
    pub(super) fn suggestion(&self, written: &str) -> Option<Speaker> {
        if !library::meanings_in(written, self.codes).is_empty() {
            return None;
        }
        let key = name_key(written);
        let own = self.keyed.iter().map(|(name, speakers)| (name.as_str(), speakers));
        let near = library::nearest(&key, own);
        let mut meant: BTreeSet<Speaker> = near.flatten().copied().collect();
        match library::likely(written) {
            Some(Meaning::State(state)) => meant.extend(self.states.get(state.iso3.as_str())?),
            Some(Meaning::Group(group)) => meant.extend(self.groups.get(group.code.as_str())),
            Some(Meaning::Other(_)) => return None,
            // It resembles several names that the library knows.
            None if library::is_like_many(written) => return None,
            None => {}
        }
        let mut meant = meant.into_iter();
        let one = meant.next()?;
        meant.next().is_none().then_some(one)
    }

    /// Who may be meant by a name that is unambiguous only in other tables, the state with exactly
    /// this name first; `None` if it is unambiguous, or if it has been settled in this dossier.
    pub(super) fn doubted(&self, written: &str) -> Option<Vec<(Option<PartyId>, &'static State)>> {
        let states = self.codes.doubted(written);
        if states.is_empty() || self.is_settled(written) {
            return None;
        }
        Some(states.into_iter().map(|state| (self.state(&state.iso3), state)).collect())
    }

    /// Whether it has been settled in this dossier who is meant by a name.
    pub(super) fn is_settled(&self, written: &str) -> bool {
        self.aliases.contains_key(&name_key(written))
    }

    /// The party of the dossier that is the state with this code, if there is one.
    pub(super) fn state(&self, iso3: &str) -> Option<PartyId> {
        self.states.get(iso3)?.iter().find_map(|by| by.party())
    }

    /// The name of a party or a group, in the language of the user.
    pub(super) fn name(&self, speaker: Speaker) -> &str {
        match speaker {
            Speaker::Party(id) => {
                self.snapshot.parties.get(id).map_or("", |party| self.text.of(&party.name))
            }
            Speaker::Group(id) => {
                self.snapshot.groups.get(id).map_or("", |group| self.text.of(&group.name))
            }
        }
    }

    /// The name, with the code unless that is what was written.
    fn shown(&self, speaker: Speaker, written: &str) -> String {
        let name = self.name(speaker);
        let code = match speaker {
            Speaker::Party(id) => self.snapshot.parties.get(id).map(|party| &party.code),
            Speaker::Group(id) => self.snapshot.groups.get(id).map(|group| &group.code),
        };
        match code.filter(|code| name_key(code) != name_key(written)) {
            Some(code) => format!("{name} ({code})"),
            None => name.to_owned(),
        }
    }
}

fn is_code_of(state: &State, written: &str) -> bool {
    let key = name_key(written);
    [&state.iso3, &state.iso2].into_iter().any(|code| name_key(code) == key)
}

/// The name, trimmed and normalised, however its accents were typed.
fn as_written(name: &str) -> String {
    name.trim().nfc().collect()
}

/// The state of the library that a party is, by its codes or else by its name.
fn state_of(party: &Party) -> Option<&'static str> {
    if party.kind != PartyKind::State {
        return None;
    }
    let coded = library::states().iter().find(|state| {
        state.iso3.eq_ignore_ascii_case(&party.code)
            || state.iso2.eq_ignore_ascii_case(&party.iso2)
            || state.iso2.eq_ignore_ascii_case(&party.code)
    });
    let named = || {
        [&party.name.en, &party.name.nl].into_iter().find_map(|name| {
            match library::meanings(name)[..] {
                [Meaning::State(state)] => Some(state),
                _ => None,
            }
        })
    };
    coded.or_else(named).map(|state| state.iso3.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, Dossier, GroupKind, Language};

    fn dossier(states: &[&str], groups: &[&str]) -> Snapshot {
        let mut snapshot = Snapshot::new(Dossier::new(""));
        for state in library::states().iter().filter(|it| states.contains(&it.iso3.as_str())) {
            let mut party = Party::new(&state.iso3, state.name(), PartyKind::State);
            party.iso2.clone_from(&state.iso2);
            snapshot.put(party.into());
        }
        for group in library::groups().iter().filter(|it| groups.contains(&it.code.as_str())) {
            let name = Bilingual::new(&group.name_en, &group.name_nl);
            snapshot.put(Group::new(&group.code, name, GroupKind::Forum).into());
        }
        snapshot
    }

    fn found(snapshot: &Snapshot, written: &str) -> String {
        let text = Text::new(Language::English);
        let speakers = Speakers::new(snapshot, text, Codes::default());
        match speakers.find(written) {
            Ok(Speaker::Party(id)) => snapshot.parties.get(id).unwrap().code.clone(),
            Ok(Speaker::Group(id)) => format!("group {}", snapshot.groups.get(id).unwrap().code),
            Err(NotMeant::Unknown) => {
                let suggestion = speakers.suggestion(written);
                suggestion.map_or("nobody".to_owned(), |suggestion| {
                    format!("{}?", speakers.name(suggestion))
                })
            }
            Err(NotMeant::Many { names, .. }) => names.join(" | "),
        }
    }

    #[test]
    fn a_code_with_two_meanings_identifies_nobody() {
        let snapshot = dossier(&["AUS", "NAM", "NLD", "VNM", "SAU", "ZAF"], &["AU", "NAM", "EU"]);
        for (written, meant) in [
            ("AU", "Australia (AUS) | African Union"),
            ("au", "Australia (AUS) | African Union"),
            ("A.U.", "Australia (AUS) | African Union"),
            ("NAM", "Namibia | Non-Aligned Movement"),
            ("VN", "VNM"),
            ("SA", "SAU"),
            ("AUS", "AUS"),
            ("NA", "NAM"),
            ("African Union", "group AU"),
            ("EU", "group EU"),
            ("NL", "NLD"),
        ] {
            assert_eq!(found(&snapshot, written), meant, "{written}");
        }
    }

    #[test]
    fn a_group_never_speaks_under_the_code_of_a_state_missing_from_the_dossier() {
        let snapshot = dossier(&["NLD"], &["AU", "NAM", "EU"]);
        assert_eq!(found(&snapshot, "AU"), "African Union | Australia");
        assert_eq!(found(&snapshot, "NAM"), "Non-Aligned Movement | Namibia");
        let snapshot = dossier(&["AUS", "NAM"], &[]);
        assert_eq!(found(&snapshot, "AU"), "AUS");
        assert_eq!(found(&snapshot, "NAM"), "NAM");
    }

    #[test]
    fn names_in_the_dossier_come_before_names_elsewhere() {
        let mut snapshot = dossier(&["NLD", "COD", "GBR"], &[]);
        assert_eq!(found(&snapshot, "Holland"), "NLD");
        assert_eq!(found(&snapshot, "UK"), "GBR");
        for (code, name) in [("HOLL", "Holland"), ("UK", "Uncle Knut Ltd")] {
            let name = Bilingual::new(name, name);
            snapshot.put(Party::new(code, name, PartyKind::Company).into());
        }
        assert_eq!(found(&snapshot, "Holland"), "HOLL");
        assert_eq!(found(&snapshot, "UK"), "UK");
        assert_eq!(found(&snapshot, "Nederland"), "NLD");
        let congo = found(&snapshot, "Congo");
        assert!(congo.contains("Democratic Republic") && congo.contains("Republic of the Congo"));
    }

    #[test]
    fn a_suggestion_never_names_another_state() {
        let snapshot = dossier(&["UKR", "NGA", "NLD", "AUT", "DMA"], &["OSCE"]);
        for (written, meant) in [
            ("UK", "nobody"),
            ("Niger", "nobody"),
            ("Nigera", "nobody"),
            ("Australia", "nobody"),
            ("Austalia", "nobody"),
            ("Dominican", "nobody"),
            ("Ukrain", "Ukraine?"),
            ("Nederlnd", "Netherlands?"),
            ("Xyz", "nobody"),
        ] {
            assert_eq!(found(&snapshot, written), meant, "{written}");
        }
    }

    #[test]
    fn codes_that_differ_only_in_case_or_accent_each_identify_their_own() {
        let mut snapshot = dossier(&[], &[]);
        for code in ["CBM É", "CBM E"] {
            let name = Bilingual::new(format!("of {code}"), "");
            snapshot.put(Party::new(code, name, PartyKind::Company).into());
        }
        assert_eq!(found(&snapshot, "CBM É"), "CBM É");
        assert_eq!(found(&snapshot, "CBM E"), "CBM E");
        assert!(found(&snapshot, "cbm e").contains(" | "));
    }

    #[test]
    fn another_name_that_the_dossier_has_settles_what_the_library_leaves_open() {
        let mut snapshot = dossier(&["COD", "COG", "AUS", "NLD"], &["AU"]);
        let party = |snapshot: &Snapshot, code| snapshot.party_by_code(code).unwrap().id;
        let group = snapshot.groups.iter().next().unwrap().id;
        let [congo, dutch] = [party(&snapshot, "COD"), party(&snapshot, "NLD")];
        for alias in [
            Alias::new(congo, "Congo"),
            Alias::new(group, "Addis"),
            Alias::new(dutch, "Our own delegation"),
            Alias::new(dutch, "Australia"),
        ] {
            snapshot.put(alias.into());
        }
        for (written, meant) in [
            ("CONGO", "COD"),
            ("addis", "group AU"),
            ("AU", "Australia (AUS) | African Union"),
            ("our own  delegation", "NLD"),
            ("Our own delegatoin", "Netherlands?"),
            ("Australia", "Australia (AUS) | Netherlands (NLD)"),
        ] {
            assert_eq!(found(&snapshot, written), meant, "{written}");
        }
    }
}
