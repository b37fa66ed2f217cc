//! How tables with known headings were read: by a hash of the headings, so that nothing of a
//! dossier or of the table is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::exchange::Sheet;
use crate::exchange::intake::{Field, Layout, Mapping, Meant, shape};
use crate::model::words::{fold_line, hex};
use crate::model::{DayOrder, Keyed};

/// How many are kept.
const MOST: usize = 50;

/// How many rows are tried as the header.
const DEEPEST: usize = 50;

/// How a table with these headings was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptMapping {
    /// The shape of its headings.
    shape: String,
    /// The key of its layout.
    layout: String,
    /// The key of the order of its days; empty if it was not asked.
    dates: String,
    /// What each column holds, by the hash of its heading; empty if it is left out.
    columns: BTreeMap<String, String>,
    /// What its numbers stand for.
    scale: BTreeMap<String, String>,
}

impl KeptMapping {
    /// How this table was read.
    pub(crate) fn of(mapping: &Mapping) -> Self {
        let headings: Vec<_> = mapping.columns.iter().map(|it| it.heading.clone()).collect();
        let columns = hashes(&headings).into_iter().zip(&mapping.columns);
        // A heading that names a party or a proposal belongs to a dossier: whoever guesses the
        // name could try it against the hash. Such columns are found again by being left over.
        let columns = columns.filter(|(_, column)| column.field != Some(Field::Cells));
        let columns = columns.map(|(hash, it)| (hash, it.field.map_or("", Field::key).to_owned()));
        let scale = mapping.scale.iter();
        Self {
            shape: shape(&headings),
            layout: mapping.layout.key().to_owned(),
            dates: mapping.dates.map_or("", DayOrder::key).to_owned(),
            columns: columns.collect(),
            scale: scale.map(|(number, meant)| (number.clone(), meant.key().to_owned())).collect(),
        }
    }

    /// How the first of these that fits reads a table.
    pub(crate) fn find(kept: &[Self], sheet: &Sheet) -> Option<Mapping> {
        if kept.is_empty() {
            return None;
        }
        sheet.all_rows().take(DEEPEST).find_map(|row| {
            let headings: Vec<_> = row.cells.iter().map(|cell| cell.clone().into_owned()).collect();
            let shape = shape(&headings);
            let kept = kept.iter().find(|it| it.shape == shape)?;
            kept.fit(&sheet.headed_at(row.line)?, &headings)
        })
    }

    fn fit(&self, headed: &Sheet, headings: &[String]) -> Option<Mapping> {
        let layout = Layout::from_key(&self.layout)?;
        let mut mapping = Mapping::new(layout, headed);
        for (at, (hash, heading)) in hashes(headings).iter().zip(headings).enumerate() {
            let field = match self.columns.get(hash) {
                Some(key) => Field::from_key(key),
                // The shape does not tell apart which states there are.
                None => (layout.has_cells() && !heading.is_empty()).then_some(Field::Cells),
            };
            let field = field.filter(|field| layout.fields().any(|it| it == *field));
            if field.is_some() {
                mapping.set(at, field);
            }
        }
        mapping.dates = DayOrder::from_key(&self.dates);
        let scale = self.scale.iter();
        mapping.scale = scale
            .filter_map(|(number, meant)| Some((number.clone(), Meant::from_key(meant)?)))
            .collect();
        mapping.lacks().is_empty().then_some(mapping)
    }
}

impl super::Settings {
    /// Keeps how a table was read, for the next one with its headings.
    pub(crate) fn keep_mapping(&mut self, kept: KeptMapping) {
        self.mappings.retain(|other| other.shape != kept.shape);
        self.mappings.insert(0, kept);
        self.mappings.truncate(MOST);
    }
}

/// A hash of each heading; of two that are the same the second has another one.
fn hashes(headings: &[String]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let hash = |heading: &String| {
        let folded = fold_line(heading);
        let times = seen.entry(folded.clone()).or_default();
        *times += 1;
        hex(&Sha256::digest(format!("{folded}\u{1f}{times}"))[..12])
    };
    headings.iter().map(hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read_sheet;

    #[test]
    fn a_reading_is_found_again_by_headings_that_are_not_written_down() {
        let table = b"title\nBlahblah;Resolutie;wat ze zeiden\nNLD;73/27;+\n";
        let sheet = read_sheet(table).unwrap().headed_at(2).unwrap();
        let mut mapping = Mapping::new(Layout::Positions, &sheet);
        mapping.set(0, Some(Field::Party));
        mapping.set(1, Some(Field::Proposal));
        mapping.set(2, Some(Field::Stance));
        mapping.dates = Some(DayOrder::DayFirst);
        let kept = KeptMapping::of(&mapping);
        let written = toml::to_string_pretty(&kept).unwrap();
        assert!(!written.to_lowercase().contains("blahblah"), "{written}");
        let read: KeptMapping = toml::from_str(&written).unwrap();
        let other = read_sheet(b"BLAHBLAH;Resolutie;Wat ze zeiden\nBEL;73/27;-\n").unwrap();
        let found = KeptMapping::find(&[read], &other).unwrap();
        assert_eq!((found.header, found.dates), (1, Some(DayOrder::DayFirst)));
        let fields: Vec<_> = found.columns.iter().map(|column| column.field).collect();
        assert_eq!(fields, [Field::Party, Field::Proposal, Field::Stance].map(Some));
        let grid = read_sheet(b"Land;Geheim plan;Notes\nNLD;+;x\n").unwrap();
        let mut matrix = Mapping::new(Layout::Matrix, &grid);
        matrix.set(0, Some(Field::Party));
        matrix.set(1, Some(Field::Cells));
        matrix.set(2, None);
        let named = KeptMapping::of(&matrix);
        assert_eq!(named.columns.len(), 2, "of a proposal not even a hash is kept");
        let found = KeptMapping::find(&[named], &grid).unwrap();
        assert_eq!(found.columns, matrix.columns);
        let stranger = read_sheet(b"who;Resolutie;Wat ze zeiden\nBEL;73/27;-\n").unwrap();
        assert_eq!(KeptMapping::find(&[kept], &stranger), None);
    }
}
