//! Whom the names behind the brackets of a text mean.

use rustc_hash::FxHashMap;

use crate::draft::{Words, parse, print};
use crate::library::meanings;
use crate::model::words::fold;
use crate::model::{RecordId, Snapshot, Speaker};

/// The parties and groups of a dossier by their codes, their names and their other names.
#[derive(Clone, Debug, Default)]
pub struct Owners(FxHashMap<String, RecordId>);

impl Owners {
    /// Those of a dossier. Of two with one name the more confidential one is meant.
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
        Self(filled.map(|(name, id)| (fold(name), id)).collect())
    }

    /// Who is meant, by any name that the dossier or the library knows.
    pub fn find(&self, name: &str) -> Option<RecordId> {
        owner_keys(name).iter().find_map(|key| self.0.get(key)).copied()
    }

    /// Words as they were typed, in the notation in which they are stored.
    pub fn stored(&self, typed: &str) -> String {
        print(&self.read(typed))
    }

    /// Words as they were typed.
    pub fn read(&self, typed: &str) -> Words {
        parse(typed, &|name| self.find(name).is_some()).words
    }
}

/// What a name is looked up by: as it is written, then the codes of all that the library knows by it.
pub(crate) fn owner_keys(name: &str) -> Vec<String> {
    let known = meanings(name).into_iter().map(|it| fold(it.code()));
    [fold(name)].into_iter().chain(known).collect()
}
