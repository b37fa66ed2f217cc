//! Who is meant by the names behind the brackets of a text.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::draft::{Bracket, BracketKind, Owner, Piece, Words, parse, print};
use crate::library::meanings;
use crate::model::words::{fold, name_key};
use crate::model::{Marking, RecordId, Snapshot, Speaker};

/// The parties and groups of a dossier by their codes, their names and their other names.
#[derive(Clone, Debug, Default)]
pub struct Owners {
    named: FxHashMap<String, RecordId>,
    /// Names that several share.
    shared: FxHashSet<String>,
    codes: FxHashMap<RecordId, String>,
}

impl Owners {
    /// Those of a dossier. If two share a name, the more confidential one is meant.
    pub fn new(snapshot: &Snapshot) -> Self {
        let parties = snapshot.parties.iter().map(|it| (&it.code, &it.name, it.record_id()));
        let groups = snapshot.groups.iter().map(|it| (&it.code, &it.name, it.record_id()));
        let named = parties.chain(groups);
        let mut all: Vec<(&str, RecordId)> = named
            .flat_map(|(code, name, id)| [code, &name.en, &name.nl].map(|it| (it.as_str(), id)))
            .collect();
        all.extend(snapshot.aliases.iter().map(|it| {
            let of = match it.of {
                Speaker::Party(id) => id.into(),
                Speaker::Group(id) => id.into(),
            };
            (it.name.as_str(), of)
        }));
        all.sort_by_key(|(_, id)| snapshot.marking_of(*id));
        let filled = all.into_iter().filter(|(name, _)| !name.trim().is_empty());
        let mut owners = Self::default();
        for (name, id) in filled {
            // A name made of signs alone leaves nothing to look up.
            for key in [fold(name), name_key(name)].into_iter().filter(|it| !it.is_empty()) {
                if owners.named.insert(key.clone(), id).is_some_and(|other| other != id) {
                    owners.shared.insert(key);
                }
            }
        }
        let parties = snapshot.parties.iter().map(|it| (it.record_id(), &it.code));
        let groups = snapshot.groups.iter().map(|it| (it.record_id(), &it.code));
        let coded = parties.chain(groups).filter(|(_, code)| !code.trim().is_empty());
        owners.codes = coded.map(|(id, code)| (id, code.clone())).collect();
        owners
    }

    /// All names in the form in which they are looked up, each with its owner.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, RecordId)> {
        self.named.iter().map(|(key, id)| (key.as_str(), *id))
    }

    /// Who is meant, by any name that the dossier or the library knows.
    pub fn find(&self, name: &str) -> Option<RecordId> {
        owner_keys(name).iter().find_map(|key| self.named.get(key)).copied()
    }

    /// Words as typed, in the notation in which they are stored.
    pub fn stored(&self, typed: &str) -> String {
        print(&self.read(typed))
    }

    /// Words as typed, with those who ask by their codes.
    pub fn read(&self, typed: &str) -> Words {
        self.settled(parse(typed, &|name| self.find(name).is_some()).words)
    }

    /// The code of the one meant by a name; `None` if nobody is, or more than one.
    pub fn code(&self, name: &str) -> Option<&str> {
        let keys = owner_keys(name);
        let (own, others) = keys.split_first()?;
        let meant = |key: &String| self.named.get(key).filter(|_| !self.shared.contains(key));
        let one = match self.named.contains_key(own) {
            true => meant(own).copied(),
            false => {
                let all: BTreeSet<_> = others.iter().filter_map(meant).copied().collect();
                all.first().copied().filter(|_| all.len() == 1)
            }
        };
        self.codes.get(&one?).map(String::as_str)
    }

    /// The words with the code of each who asks, if the dossier knows them: *Rusland* and *rus* are
    /// both RUS. Others stay as written.
    #[must_use]
    pub fn settled(&self, words: Words) -> Words {
        called(words, &|name| self.code(name))
    }

    /// The strictest marking of a bracket in a text and of those named behind one, who may be more
    /// confidential than the record with the text.
    pub(crate) fn strictest_in(&self, snapshot: &Snapshot, text: &str) -> Marking {
        let words = self.read(text);
        let brackets = words.brackets();
        let named = brackets.iter().flat_map(|it| &it.owners);
        let named = named.filter_map(|it| self.find(&it.name));
        let named = named.map(|it| snapshot.marking_of(it)).max();
        words.strictest().max(named).unwrap_or(Marking::Clear)
    }

    /// The words with the suggested codes in place of the names that somebody has agreed to.
    #[must_use]
    pub fn taken_as_suggested(&self, words: Words, agreed: &dyn Fn(&str) -> bool) -> Words {
        called(words, &|name| self.suggested(name).filter(|_| agreed(name)))
    }

    /// The code of the one party or group that an unknown name clearly points to: *Ivan Petrov
    /// (RUS)*,
    /// *NLD delegation*. It may still be somebody else.
    pub fn suggested(&self, name: &str) -> Option<&str> {
        if self.find(name).is_some() {
            return None;
        }
        let mut found: BTreeSet<&str> = BTreeSet::new();
        let (mut within, mut start) = (false, 0);
        let ends = name.char_indices().filter(|(_, c)| PARTS.contains(c));
        for (end, sign) in ends.chain([(name.len(), ' ')]) {
            let part = name.get(start..end).unwrap_or_default().trim();
            let is_one = |word: &&str| DELEGATIONS.contains(&&*fold(word));
            let around = |word: &&str| AROUND_DELEGATIONS.contains(&&*fold(word));
            let words = || part.split_whitespace();
            let said: Vec<_> = words().filter(|it| !is_one(it) && !around(it)).collect();
            let delegation = words().any(|it| is_one(&it));
            // A person's name could be that of a state: Jordan, Michael.
            let is_code = part.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
            if !said.is_empty() && (within || delegation || is_code) {
                found.extend(self.code(&said.join(" ")));
            }
            within = OPENING.contains(&sign);
            start = end + sign.len_utf8();
        }
        found.first().copied().filter(|_| found.len() == 1)
    }

    /// Those who ask for something in these words and whom the dossier does not know, each once.
    pub fn strangers(&self, words: &Words) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for owner in words.brackets().into_iter().flat_map(|it| &it.owners) {
            if self.find(&owner.name).is_none() && !found.contains(&owner.name) {
                found.push(owner.name.clone());
            }
        }
        found
    }
}

/// The characters that separate somebody's name from the party they speak for.
const PARTS: [char; 10] = ['(', ')', '[', ']', '/', '|', '–', '—', '-', ','];
const OPENING: [char; 2] = ['(', '['];

/// The words by which a delegation calls itself one.
const DELEGATIONS: [&str; 10] = [
    "delegation",
    "delegatie",
    "mission",
    "missie",
    "representation",
    "vertegenwoordiging",
    "embassy",
    "ambassade",
    "ministry",
    "ministerie",
];

/// The words around these.
const AROUND_DELEGATIONS: [&str; 14] = [
    "permanent",
    "permanente",
    "foreign",
    "affairs",
    "buitenlandse",
    "zaken",
    "to",
    "de",
    "of",
    "van",
    "from",
    "uit",
    "the",
    "un",
];

/// The words with those who ask renamed, each named once.
fn called<'a>(mut words: Words, name: &dyn Fn(&str) -> Option<&'a str>) -> Words {
    for piece in &mut words.pieces {
        if let Piece::Bracket(bracket) = piece {
            call(bracket, name);
        }
    }
    words
}

fn call<'a>(bracket: &mut Bracket, name: &dyn Fn(&str) -> Option<&'a str>) {
    let mut owners: Vec<Owner> = Vec::new();
    for mut owner in std::mem::take(&mut bracket.owners) {
        if let Some(other) = name(&owner.name) {
            other.clone_into(&mut owner.name);
        }
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    bracket.owners = owners;
    bracket.words = called(std::mem::take(&mut bracket.words), name);
    if let BracketKind::Replace(instead) = &mut bracket.kind {
        *instead = called(std::mem::take(instead), name);
    }
}

/// The keys by which a name is looked up: as written, as people read it, then the codes of
/// everything the library knows by it.
pub(crate) fn owner_keys(name: &str) -> Vec<String> {
    let known = meanings(name).into_iter().map(|it| fold(it.code()));
    [fold(name), name_key(name)].into_iter().chain(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, Dossier, Party, PartyKind};

    #[test]
    fn one_asker_by_any_of_their_names_is_one_asker() {
        let mut snapshot = Snapshot::new(Dossier::new(""));
        for (code, en, nl) in
            [("RUS", "Russian Federation", "Rusland"), ("BRA", "Brazil", "Brazilië")]
        {
            snapshot.put(Party::new(code, Bilingual::new(en, nl), PartyKind::State).into());
        }
        let owners = Owners::new(&snapshot);
        for (typed, stored) in [
            ("[x] (rus, Rusland, RUS)", "[x] (RUS)"),
            ("[a [b] (Brazil)] (Russia; against: Brazilië)", "[a [b] (BRA)] (RUS; against: BRA)"),
            ("[x] (Brazil, Wakanda)", "[x] (BRA, \"Wakanda\")"),
        ] {
            assert_eq!(owners.stored(typed), stored);
        }
        assert_eq!(owners.strangers(&owners.read("[x] (Brazil, Wakanda)")), ["Wakanda"]);
    }

    #[test]
    fn whoever_plainly_names_a_party_is_suggested_as_that_party() {
        let mut snapshot = Snapshot::new(Dossier::new(""));
        for (code, en) in [("RUS", "Russian Federation"), ("NLD", "Netherlands"), ("JOR", "Jordan")]
        {
            snapshot.put(Party::new(code, Bilingual::new(en, ""), PartyKind::State).into());
        }
        let owners = Owners::new(&snapshot);
        for (name, code) in [
            ("Ivan Petrov (RUS)", Some("RUS")),
            ("Ivan Petrov (Russian Federation)", Some("RUS")),
            ("NLD delegation", Some("NLD")),
            ("Delegation of the Netherlands", Some("NLD")),
            ("Jansen, NLD", Some("NLD")),
            ("NLD/Jansen", Some("NLD")),
            ("Jordan, Michael", None),
            ("Michael Jordan", None),
            ("Petrov (RUS), Jansen (NLD)", None),
            ("Ivan Petrov (legal adviser)", None),
            ("RUS", None),
        ] {
            assert_eq!(owners.suggested(name), code, "{name}");
        }
        let words = owners.read("[a [b] (\"Petrov \\(RUS\\)\", RUS)] (\"Jansen \\(NLD\\)\")");
        let taken = owners.taken_as_suggested(words, &|name| name == "Petrov (RUS)");
        assert_eq!(print(&taken), "[a [b] (RUS)] (\"Jansen \\(NLD\\)\")");
    }
}
