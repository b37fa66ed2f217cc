//! Who may be named in a text under negotiation.

use std::borrow::Cow;
use std::ops::Range;

use rusqlite::{Connection, Row};
use rustc_hash::FxHashSet;

use super::query::Query;
use crate::analysis::owner_keys;
use crate::draft::{Hand, May, Words, parse, parts, print, withhold};
use crate::model::words::{fold, name_key};
use crate::model::{Keyed, Marking, Table};
use crate::store::Error;

/// The names that may appear in a text, and those that may not.
pub(super) struct Named {
    seen: FxHashSet<String>,
    withheld: FxHashSet<String>,
    ceiling: Marking,
    // Whether names unknown here may appear: they are the writer's own words.
    own: bool,
}

impl Named {
    /// Reads the codes, names and other names of parties and groups; those that may not be seen are
    /// read only to be recognised.
    pub(super) fn read(connection: &Connection, query: &Query<'_>) -> Result<Self, Error> {
        let (mut seen, mut withheld) = (FxHashSet::default(), FxHashSet::default());
        for (table, of) in [(Table::Parties, "party_id"), (Table::Groups, "group_id")] {
            let key = table.key();
            let sql = format!(
                "SELECT id IN (SELECT id FROM {key} WHERE {}), code, name_en, name_nl, NULL
                   FROM {key} WHERE deleted = 0
                 UNION ALL
                 SELECT {of} IN (SELECT id FROM {key} WHERE {}), NULL, NULL, NULL, name
                   FROM aliases WHERE deleted = 0 AND {of} IS NOT NULL",
                query.seen(table),
                query.seen(table)
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query((None::<String>, query.held_back()))?;
            while let Some(row) = rows.next()? {
                let names = if row.get(0)? { &mut seen } else { &mut withheld };
                names.extend(keys(row, 1..5)?);
            }
        }
        let mut found = Self { seen, withheld, ceiling: query.clearance.ceiling, own: query.own };
        found.read_former(connection, query)?;
        Ok(found)
    }

    /// Reads the former names of those who may not be seen, and of those who no longer exist: a
    /// text still names them after they were renamed or deleted. A name that somebody else has now
    /// is theirs.
    fn read_former(&mut self, connection: &Connection, query: &Query<'_>) -> Result<(), Error> {
        let [parties, groups] =
            [Table::Parties, Table::Groups].map(|table| query.would_be_seen(table));
        // The log is read only if there is somebody to look for.
        let sql = format!(
            "WITH hidden AS MATERIALIZED (SELECT id FROM parties WHERE NOT ({parties})
                 UNION ALL SELECT id FROM groups WHERE NOT ({groups})),
               aliases_of AS MATERIALIZED
                 (SELECT id FROM aliases WHERE coalesce(party_id, group_id) IN hidden)
             SELECT code, name_en, name_nl FROM parties WHERE deleted = 1 AND id IN hidden
             UNION ALL
             SELECT code, name_en, name_nl FROM groups WHERE deleted = 1 AND id IN hidden
             UNION ALL
             SELECT name, NULL, NULL FROM aliases WHERE deleted = 1 AND id IN aliases_of
             UNION ALL
             SELECT old, NULL, NULL FROM changes WHERE EXISTS (SELECT 1 FROM hidden)
               AND (field IN ('code', 'name_en', 'name_nl') AND record_id IN hidden
                 OR field = 'name' AND record_id IN aliases_of)"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query((None::<String>, query.held_back()))?;
        while let Some(row) = rows.next()? {
            let mut former = keys(row, 0..3)?;
            former.retain(|it| !self.seen.contains(it));
            self.withheld.extend(former);
        }
        Ok(())
    }

    /// Every former name of anybody, and every name of those who no longer exist, in the form in which it is
    /// looked up.
    pub(super) fn former(connection: &Connection) -> Result<FxHashSet<String>, Error> {
        let sql = "SELECT code, name_en, name_nl FROM parties WHERE deleted = 1
             UNION ALL SELECT code, name_en, name_nl FROM groups WHERE deleted = 1
             UNION ALL SELECT name, NULL, NULL FROM aliases WHERE deleted = 1
             UNION ALL SELECT old, NULL, NULL FROM changes
               WHERE field IN ('code', 'name_en', 'name_nl') AND table_name IN ('parties', 'groups')
                 OR field = 'name' AND table_name = 'aliases'";
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query(())?;
        let mut found = FxHashSet::default();
        while let Some(row) = rows.next()? {
            found.extend(keys(row, 0..3)?);
        }
        Ok(found)
    }

    /// Every name, present or former, of those who may not be seen, in the form in which it is looked up.
    pub(super) fn into_withheld(self) -> FxHashSet<String> {
        self.withheld
    }

    /// The words of a paragraph that may be seen.
    pub(super) fn within(&self, words: &str) -> String {
        self.withheld_from(words).unwrap_or_else(|| words.to_owned())
    }

    /// The same for a text of several lines.
    pub(super) fn within_lines(&self, text: &str) -> String {
        let part = |part| self.withheld_from(part).map_or(Cow::Borrowed(part), Cow::Owned);
        parts(text).into_iter().map(part).collect::<Vec<_>>().join("\n")
    }

    /// The words that may be seen, if there is a bracket in them.
    fn withheld_from(&self, words: &str) -> Option<String> {
        let words = self.words_in(words);
        (!words.brackets().is_empty()).then(|| print(&withhold(&words, self)))
    }

    /// Whether a bracket of a paragraph is withheld, which changes the numbers of its alternatives.
    pub(super) fn is_cut(&self, words: &str) -> bool {
        let words = self.words_in(words);
        words.brackets().len() != withhold(&words, self).brackets().len()
    }

    /// Whether somebody who may not be named is part of an unknown name: *RUS/BLR*, *P5+1*. Too
    /// much is withheld rather than too little.
    fn is_part_of(&self, name: &str) -> bool {
        let splits: [fn(char) -> bool; 3] =
            [|c| "/+&;|".contains(c), |c| !c.is_alphanumeric(), |c| !c.is_alphabetic()];
        let mut pieces = splits.into_iter().flat_map(|split| name.split(split));
        if pieces.any(|piece| !piece.is_empty() && self.withholds(piece)) {
            return true;
        }
        // Codes of two letters are part of many words.
        let (name, is_long) = (fold(name), |key: &String| key.chars().nth(2).is_some());
        self.withheld.iter().any(|key| is_long(key) && name.contains(&**key))
    }

    fn words_in(&self, words: &str) -> Words {
        let known = |key: &String| self.seen.contains(key) || self.withheld.contains(key);
        parse(words, &|name| owner_keys(name).iter().any(known)).words
    }
}

/// The keys by which the names in these columns are looked up.
fn keys(row: &Row<'_>, columns: Range<usize>) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for column in columns {
        let name: Option<String> = row.get(column)?;
        found.extend(name.iter().flat_map(|it| [fold(it), name_key(it)]));
    }
    found.retain(|it| !it.is_empty());
    Ok(found)
}

impl May for Named {
    fn see(&self, marking: Marking) -> bool {
        marking <= self.ceiling
    }

    fn name(&self, owner: &str) -> bool {
        let keys = owner_keys(owner);
        // Two parties may share a name: then neither is named.
        !keys.iter().any(|it| self.withheld.contains(it))
            && (keys.iter().any(|it| self.seen.contains(it)) || self.own && !self.is_part_of(owner))
    }

    fn withholds(&self, words: &str) -> bool {
        owner_keys(words).iter().any(|it| self.withheld.contains(it))
    }

    fn know(&self, _: &Hand) -> bool {
        self.own
    }
}
