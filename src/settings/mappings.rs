//! How tables with known headings were read: by a hash of the headings, so that nothing of a
//! dossier or of the table is stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::exchange::intake::{Field, Heads, Layout, Mapping, Meant, bare_shape, shape};
use crate::exchange::{NO_HEADER, Sheet};
use crate::model::words::{fold_line, hex};
use crate::model::{DayOrder, Keyed};

/// How many are remembered.
const MOST: usize = 50;

/// How many rows are tried as the header.
const DEEPEST: usize = 50;

/// How a table with these headings was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptMapping {
    /// The shape of its headings, or of its columns if it has none.
    shape: String,
    /// Whether it has no header.
    bare: bool,
    /// The key of the meaning of two lines of headings; empty if there is one line.
    heads: String,
    /// The key of its layout.
    layout: String,
    /// The key of the order of its days; empty if it was not asked.
    dates: String,
    /// The content of each column, by the hash of its heading; empty if it is left out.
    columns: BTreeMap<String, String>,
    /// The meaning of its numbers.
    scale: BTreeMap<String, String>,
}

impl KeptMapping {
    /// How this table was read; `None` if the next similar one could not be recognised.
    pub(crate) fn of(mapping: &Mapping, sheet: &Sheet) -> Option<Self> {
        if mapping.header == NO_HEADER {
            return Self::of_bare(mapping, sheet);
        }
        let headings: Vec<_> = mapping.columns.iter().map(|it| it.heading.clone()).collect();
        let columns = hashes(&headings).into_iter().zip(&mapping.columns).enumerate();
        // A heading that names a party or a proposal belongs to a dossier: anyone who guessed the
        // name could check it against the hash. Such columns are recognised as those left over.
        let columns = columns
            .filter(|(at, (_, column))| column.field != Some(Field::Cells) && !skips(mapping, *at));
        let columns =
            columns.map(|(_, (hash, it))| (hash, it.field.map_or("", Field::key).to_owned()));
        let scale = mapping.scale.iter();
        let heads = mapping.upper.as_ref().map_or("", |upper| upper.heads.key());
        Some(Self {
            shape: shape_of(mapping),
            bare: false,
            heads: heads.to_owned(),
            layout: mapping.layout.key().to_owned(),
            dates: mapping.dates.map_or("", DayOrder::key).to_owned(),
            columns: columns.collect(),
            scale: scale.map(|(number, meant)| (number.clone(), meant.key().to_owned())).collect(),
        })
    }

    /// Columns that look alike may use another scale, or days in another order; without headings
    /// the user is asked again. The proposals that stances are on belong to a dossier.
    fn of_bare(mapping: &Mapping, sheet: &Sheet) -> Option<Self> {
        let columns = mapping.columns.iter().enumerate();
        let kept = columns.filter(|(_, it)| it.field != Some(Field::Cells));
        let kept =
            kept.map(|(at, it)| (at.to_string(), it.field.map_or("", Field::key).to_owned()));
        Some(Self {
            shape: bare_shape(sheet)?,
            bare: true,
            layout: mapping.layout.key().to_owned(),
            columns: kept.collect(),
            ..Self::default()
        })
    }

    /// The reading of a table by the first of these that fits.
    pub(crate) fn find(kept: &[Self], sheet: &Sheet) -> Option<Mapping> {
        if kept.is_empty() {
            return None;
        }
        if kept.iter().any(|it| it.bare)
            && let Some(shape) = bare_shape(sheet)
            && let Some(found) = kept.iter().find(|it| it.bare && it.shape == shape)
        {
            return found.fit_bare(&sheet.headed_at(NO_HEADER)?);
        }
        let two = kept.iter().filter(|it| !it.heads.is_empty()).find_map(|kept| {
            let (layout, heads) = (Layout::from_key(&kept.layout)?, Heads::from_key(&kept.heads)?);
            let mapping = Mapping::with_two_lines(sheet, layout, heads)?;
            if shape_of(&mapping) == kept.shape { kept.fit(mapping) } else { None }
        });
        two.or_else(|| {
            sheet.all_rows().take(DEEPEST).find_map(|row| {
                let headings: Vec<_> =
                    row.cells.iter().map(|cell| cell.clone().into_owned()).collect();
                let shape = shape(&headings);
                let one = |it: &&Self| !it.bare && it.heads.is_empty() && it.shape == shape;
                let kept = kept.iter().find(one)?;
                let layout = Layout::from_key(&kept.layout)?;
                kept.fit(Mapping::new(layout, &sheet.headed_at(row.line)?))
            })
        })
    }

    fn fit_bare(&self, sheet: &Sheet) -> Option<Mapping> {
        let mut mapping = Mapping::new(Layout::from_key(&self.layout)?, sheet);
        for (at, key) in &self.columns {
            let field = Field::from_key(key);
            if let Ok(at) = at.parse()
                && field.is_some_and(|field| mapping.layout.fields().any(|it| it == field))
            {
                mapping.set(at, field);
            }
        }
        mapping.lacks().is_empty().then_some(mapping)
    }

    fn fit(&self, mut mapping: Mapping) -> Option<Mapping> {
        let layout = mapping.layout;
        let headings: Vec<_> = mapping.columns.iter().map(|it| it.heading.clone()).collect();
        for (at, (hash, heading)) in hashes(&headings).iter().zip(&headings).enumerate() {
            let left_over = layout.has_cells() && !heading.is_empty() && !skips(&mapping, at);
            let field = match self.columns.get(hash) {
                Some(key) => Field::from_key(key),
                // The shape does not say which states there are.
                None => left_over.then_some(Field::Cells),
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
    /// Remembers how a table was read, for the next one with its headings.
    pub(crate) fn keep_mapping(&mut self, kept: KeptMapping) {
        self.mappings.retain(|other| other.shape != kept.shape);
        self.mappings.insert(0, kept);
        self.mappings.truncate(MOST);
    }
}

/// The shape of the headings of a mapping, of one line or of two.
fn shape_of(mapping: &Mapping) -> String {
    let headings = mapping.columns.iter().map(|it| it.heading.clone());
    let upper = mapping.upper.iter().flat_map(|upper| upper.groups.iter().cloned());
    shape(&headings.chain(upper).collect::<Vec<_>>())
}

/// Whether a column is left out in favour of a later one under the same heading.
fn skips(mapping: &Mapping, at: usize) -> bool {
    mapping.upper.as_ref().is_some_and(|upper| upper.skips(at))
}

/// A hash of each heading; a repeated heading gets a different one.
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
        let kept = KeptMapping::of(&mapping, &sheet).unwrap();
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
        let named = KeptMapping::of(&matrix, &grid).unwrap();
        assert_eq!(named.columns.len(), 2, "of a proposal not even a hash is kept");
        let found = KeptMapping::find(&[named], &grid).unwrap();
        assert_eq!(found.columns, matrix.columns);
        let stranger = read_sheet(b"who;Resolutie;Wat ze zeiden\nBEL;73/27;-\n").unwrap();
        assert_eq!(KeptMapping::find(&[kept], &stranger), None);
    }

    #[test]
    fn what_two_lines_of_headings_say_is_found_again_by_both_of_them() {
        let table = "party;Plan A;;Plan B;\n;Round 1;Round 2;Round 1;Round 2\nNLD;--;-;0;+\n";
        let sheet = read_sheet(table.as_bytes()).unwrap();
        let mut mapping = Mapping::with_two_lines(&sheet, Layout::Matrix, Heads::Last).unwrap();
        mapping.set(0, Some(Field::Party));
        [2, 4].into_iter().for_each(|at| mapping.set(at, Some(Field::Cells)));
        let kept = KeptMapping::of(&mapping, &sheet.headed_at(2).unwrap()).unwrap();
        assert_eq!(kept.columns.len(), 1, "of the proposals not even a hash is kept");
        let written = toml::to_string_pretty(&kept).unwrap();
        let kept: [KeptMapping; 1] = [toml::from_str(&written).unwrap()];
        let find = |table: &str| KeptMapping::find(&kept, &read_sheet(table.as_bytes()).unwrap());
        let other = find(&table.replace("NLD;--;-;0;+", "BEL;+;0;-;+")).unwrap();
        assert_eq!(other.columns, mapping.columns);
        assert_eq!(other.upper, mapping.upper);
        assert_eq!(find(&table.replace("Plan A", "Plan C")), None, "another upper line");
        assert_eq!(find("party;Round 1;Round 2;Round 1;Round 2\nNLD;--;-;0;+\n"), None, "one line");
    }

    #[test]
    fn a_reading_without_a_header_is_found_again_by_what_the_columns_look_like() {
        let bare = |table: &str| read_sheet(table.as_bytes()).unwrap().headed_at(0).unwrap();
        let sheet = bare("NLD;Hotline;+;2025-03-04\nFRA;Norms;-;2025-03-05\n");
        let mut mapping = Mapping::new(Layout::Positions, &sheet);
        let fields = [Field::Party, Field::Proposal, Field::Stance, Field::Date];
        fields.into_iter().enumerate().for_each(|(at, field)| mapping.set(at, Some(field)));
        mapping.dates = Some(DayOrder::MonthFirst);
        let kept = KeptMapping::of(&mapping, &sheet).unwrap();
        let written = toml::to_string_pretty(&kept).unwrap();
        assert!(!written.contains("NLD") && !written.contains("Hotline"), "{written}");
        let kept: [KeptMapping; 1] = [toml::from_str(&written).unwrap()];
        let find = |table: &str| KeptMapping::find(&kept, &read_sheet(table.as_bytes()).unwrap());
        let found = find("Belgium;Points of contact;++;2026-01-02\n").unwrap();
        assert_eq!((found.header, found.dates), (NO_HEADER, None), "its days are asked again");
        assert_eq!(found.columns[1].field, Some(Field::Proposal));
        assert_eq!(find("who;what;how;when\nBelgium;Norms;++;2026-01-02\n"), None, "headed");
        assert_eq!(find("Belgium;++;Norms;2026-01-02\n"), None, "another order");
    }
}
