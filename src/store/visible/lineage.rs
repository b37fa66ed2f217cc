//! The paragraph that a paragraph continues, skipping versions that may not be seen.

use rusqlite::Connection;
use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use crate::model::{Paragraph, ParagraphId, Record, RecordId};
use crate::store::Error;

/// The paragraph that each withheld one continues. It is read only to find what may be seen behind
/// it.
#[derive(Default)]
pub(super) struct Lineage(FxHashMap<ParagraphId, Option<ParagraphId>>);

impl Lineage {
    pub(super) fn read(
        connection: &Connection,
        visible: &FxHashSet<RecordId>,
    ) -> Result<Self, Error> {
        let mut statement =
            connection.prepare_cached("SELECT id, follows_id FROM paragraphs WHERE deleted = 0")?;
        let mut rows = statement.query([])?;
        let mut before = FxHashMap::default();
        let id = |text: &str| Uuid::parse_str(text).ok().map(ParagraphId);
        while let Some(row) = rows.next()? {
            let (own, follows): (String, Option<String>) = (row.get(0)?, row.get(1)?);
            let Some(own) = id(&own).filter(|it| !visible.contains(&(*it).into())) else {
                continue;
            };
            before.insert(own, follows.and_then(|it| id(&it)));
        }
        Ok(Self(before))
    }

    /// A record as if nothing withheld had ever been between it and what it continues: as when a
    /// version is deleted.
    pub(super) fn bridged(&self, record: Record) -> Record {
        let Record::Paragraph(paragraph) = record else { return record };
        let (follows, merged) = (self.past(paragraph.follows), self.past(paragraph.merged));
        Paragraph { follows, merged, ..paragraph }.into()
    }

    fn past(&self, mut at: Option<ParagraphId>) -> Option<ParagraphId> {
        // A hostile file may make the chain a ring.
        for _ in 0..=self.0.len() {
            match at.and_then(|id| self.0.get(&id)) {
                Some(before) => at = *before,
                None => return at,
            }
        }
        None
    }
}
