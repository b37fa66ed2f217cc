//! Saved mappings: what the columns of tables like this one mean, by their headings.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::super::{NO_HEADER, Sheet};
use super::layout::{Field, Layout};
use super::look::letters;
use super::mapping::{Mapping, Meant, OwnScale};
use super::upper::{Heads, two_headed};
use crate::library::{Meaning, meanings};
use crate::model::words::{fold_line, hex};
use crate::model::{DayOrder, Keyed};

/// Means every column that is not named.
const OTHERS: &str = "*";

/// The word for the header of a table without one, and for a column that is left out.
const NONE: &str = "none";

/// How many lines are searched for the header.
const DEEPEST: usize = 50;

/// A mapping that can be saved and used for other tables with the same headings.
///
/// It names no party and no proposal, so it can be kept outside the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// The layout.
    pub layout: Layout,
    /// Whether there is no header, so that columns are named by their letters in a spreadsheet.
    pub bare: bool,
    /// The meaning of two lines of headings, if there are two.
    pub heads: Option<Heads>,
    /// The content of the columns, by heading; `*` covers all others.
    pub columns: BTreeMap<String, Field>,
    /// The headings of columns that are left out although all others hold something. A table need
    /// not have them.
    pub left_out: BTreeSet<String>,
    /// The order of the days.
    pub dates: Option<DayOrder>,
    /// The meaning of the numbers.
    pub scale: OwnScale,
    /// The name of the sheet; empty for any.
    pub sheet: String,
}

/// A fault in a saved mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecipeFault {
    /// It is not a document in TOML; the first fault is on this line.
    NotToml(usize),
    /// It has an unknown key.
    UnknownKey(String),
    /// A key has an unknown value.
    UnknownValue {
        /// The key.
        key: String,
        /// The value.
        value: String,
        /// The possible values.
        possible: Vec<&'static str>,
    },
    /// The layout is missing.
    NoLayout,
    /// The layout has no such column.
    NotOfLayout(Field),
    /// The table has no column with this heading.
    NoHeading(String),
}

impl Mapping {
    /// The part of it that is worth saving.
    pub fn recipe(&self) -> Recipe {
        let bare = self.header == NO_HEADER;
        let named = self.columns.iter().enumerate().filter_map(|(at, column)| {
            let field = column.field.filter(|field| *field != Field::Cells)?;
            let heading = if bare { letters(at) } else { column.heading.clone() };
            (!heading.is_empty()).then_some((heading, field))
        });
        let mut columns: BTreeMap<_, _> = named.collect();
        let mut left_out = BTreeSet::new();
        if self.place(Field::Cells).is_some() {
            columns.insert(OTHERS.to_owned(), Field::Cells);
            let read: Vec<_> = self.cells().map(|(_, heading)| fold_line(heading)).collect();
            let others = self.left_out().filter(|heading| !read.contains(&fold_line(heading)));
            // Without a header, a column of stances has a name and the others have none.
            left_out.extend(others.filter(|_| !bare).map(str::to_owned));
        }
        let (dates, scale, sheet) = (self.dates, self.scale.clone(), self.sheet.clone());
        let heads = self.upper.as_ref().map(|upper| upper.heads);
        Recipe { layout: self.layout, bare, heads, columns, left_out, dates, scale, sheet }
    }
}

impl Recipe {
    /// Finds its columns in a table.
    ///
    /// # Errors
    /// [`RecipeFault::NoHeading`] if the table has no line with all of its headings.
    pub fn fit(&self, sheet: &Sheet) -> Result<Mapping, RecipeFault> {
        if self.bare {
            return self.fit_bare(sheet);
        }
        let wanted: BTreeMap<String, Field> = self
            .columns
            .iter()
            .filter(|(heading, _)| *heading != OTHERS)
            .map(|(heading, field)| (fold_line(heading), *field))
            .collect();
        let has = |heading: &String, cells: &[std::borrow::Cow<'_, str>]| {
            cells.iter().any(|cell| fold_line(cell) == *heading)
        };
        let two = self.heads.and_then(|heads| two_headed(sheet, self.layout, heads, None));
        let two = two.filter(|two| {
            let cells: Vec<_> = two.columns.iter().map(|it| it.heading.as_str().into()).collect();
            wanted.keys().all(|heading| has(heading, &cells))
        });
        let found = || {
            let mut rows = sheet.all_rows().take(DEEPEST);
            let found = rows.find(|row| wanted.keys().all(|heading| has(heading, &row.cells)));
            Some(Mapping::new(self.layout, &sheet.headed_at(found?.line)?))
        };
        let found = if self.heads.is_some() { two } else { found() };
        let Some(mut mapping) = found else {
            let cells: Vec<_> = sheet.columns().iter().map(|it| it.as_str().into()).collect();
            let lost = wanted.keys().find(|heading| !has(heading, &cells));
            return Err(RecipeFault::NoHeading(
                lost.or(wanted.keys().next()).cloned().unwrap_or_default(),
            ));
        };
        let others = self.columns.get(OTHERS);
        let left_out: BTreeSet<_> = self.left_out.iter().map(|it| fold_line(it)).collect();
        let mut taken = Vec::new();
        let upper = mapping.upper.clone();
        let skips = |at| upper.as_ref().is_some_and(|upper| upper.skips(at));
        for (at, column) in mapping.columns.iter_mut().enumerate() {
            let heading = fold_line(&column.heading);
            column.field = match wanted.get(&heading) {
                // The first of two with the same heading, unless each belongs to another stance.
                Some(field) if !taken.contains(field) || column.field == Some(*field) => {
                    taken.push(*field);
                    Some(*field)
                }
                Some(_) => None,
                None => others
                    .copied()
                    .filter(|_| !heading.is_empty() && !left_out.contains(&heading) && !skips(at)),
            };
        }
        mapping.dates = self.dates;
        mapping.scale.clone_from(&self.scale);
        mapping.sheet.clone_from(&self.sheet);
        Ok(mapping)
    }

    /// Finds its columns by their letters. Columns of stances need a name as well, which only the
    /// user can give.
    fn fit_bare(&self, sheet: &Sheet) -> Result<Mapping, RecipeFault> {
        let lost = || RecipeFault::NoHeading("A".to_owned());
        let mut mapping = Mapping::new(self.layout, &sheet.headed_at(NO_HEADER).ok_or_else(lost)?);
        let mut wanted = self.columns.clone();
        let others = wanted.remove(OTHERS);
        for (at, column) in mapping.columns.iter_mut().enumerate() {
            let letters = letters(at);
            let named = column.heading != letters;
            column.field = wanted.remove(&letters).or(others.filter(|_| named));
        }
        if let Some(heading) = wanted.into_keys().next() {
            return Err(RecipeFault::NoHeading(heading));
        }
        mapping.dates = self.dates;
        mapping.scale.clone_from(&self.scale);
        mapping.sheet.clone_from(&self.sheet);
        Ok(mapping)
    }

    /// Writes it as TOML.
    pub fn to_toml(&self) -> String {
        let mut written = format!("layout = {}\n", quoted(self.layout.key()));
        if !self.sheet.is_empty() {
            let _ = writeln!(written, "sheet = {}", quoted(&self.sheet));
        }
        if self.bare {
            let _ = writeln!(written, "header = {}", quoted(NONE));
        }
        if let Some(heads) = self.heads {
            let _ = writeln!(written, "heads = {}", quoted(heads.key()));
        }
        if let Some(dates) = self.dates {
            let _ = writeln!(written, "dates = {}", quoted(dates.key()));
        }
        written.push_str("\n[columns]\n");
        for (heading, field) in &self.columns {
            let _ = writeln!(written, "{} = {}", quoted(heading), quoted(field.key()));
        }
        for heading in &self.left_out {
            let _ = writeln!(written, "{} = {}", quoted(heading), quoted(NONE));
        }
        if !self.scale.is_empty() {
            written.push_str("\n[scale]\n");
            for (number, meant) in &self.scale {
                let _ = writeln!(written, "{} = {}", quoted(number), quoted(meant.key()));
            }
        }
        written
    }

    /// Reads it from TOML.
    ///
    /// # Errors
    /// [`RecipeFault`]: anything without a meaning is an error.
    pub fn from_toml(text: &str) -> Result<Self, RecipeFault> {
        let document: toml::Table = text.parse().map_err(|error: toml::de::Error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            RecipeFault::NotToml(before.lines().count().max(1))
        })?;
        // The layout decides what the columns can hold, so it is read first, wherever it is in the
        // file.
        let layout = document.get("layout").map(|it| keyed::<Layout>("layout", it)).transpose()?;
        let (mut bare, mut dates, mut sheet) = (false, None, String::new());
        let (mut columns, mut scale, mut heads) = (BTreeMap::new(), OwnScale::new(), None);
        let mut left_out = BTreeSet::new();
        for (key, value) in &document {
            match key.as_str() {
                "layout" => {}
                "header" if word(key, value)? == NONE => bare = true,
                "header" => return Err(unknown(key, word(key, value)?, vec![NONE])),
                "heads" => heads = Some(keyed::<Heads>(key, value)?),
                "dates" => dates = Some(keyed::<DayOrder>(key, value)?),
                "sheet" => word(key, value)?.clone_into(&mut sheet),
                "columns" => {
                    for (heading, field) in table(key, value)? {
                        if field.as_str() == Some(NONE) {
                            left_out.insert(heading.clone());
                            continue;
                        }
                        let known = field.as_str().and_then(Field::from_key);
                        let field = known.ok_or_else(|| strange_field(heading, field, layout))?;
                        columns.insert(heading.clone(), field);
                    }
                }
                "scale" => {
                    for (number, meant) in table(key, value)? {
                        let known = meant.as_str().and_then(Meant::from_key);
                        let written = || plain(meant);
                        let meant =
                            known.ok_or_else(|| unknown(number, &written(), Meant::keys()))?;
                        scale.insert(fold_line(number), meant);
                    }
                }
                _ => return Err(RecipeFault::UnknownKey(key.clone())),
            }
        }
        let layout = layout.ok_or(RecipeFault::NoLayout)?;
        let strange = columns.values().find(|field| !layout.may_hold(**field));
        match strange {
            Some(field) => Err(RecipeFault::NotOfLayout(*field)),
            None => Ok(Self { layout, bare, heads, columns, left_out, dates, scale, sheet }),
        }
    }
}

/// A fingerprint of a table's header, to remember a mapping by: the same for all tables with these
/// headings, whichever states they name. It does not reveal them.
pub fn shape(headings: &[String]) -> String {
    let mut hash = Sha256::new();
    let mut states = false;
    for heading in headings {
        if matches!(meanings(heading)[..], [Meaning::State(_)]) {
            states = true;
            continue;
        }
        hash.update(fold_line(heading).as_bytes());
        hash.update([0x1f]);
    }
    hash.update([u8::from(states)]);
    hex(&hash.finalize()[..12])
}

/// A text on one line: a key cannot span several lines, and headings do.
fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(written, "\\u{:04x}", u32::from(c));
            }
            c => written.push(c),
        }
    }
    written + "\""
}

fn unknown(key: &str, value: &str, possible: Vec<&'static str>) -> RecipeFault {
    RecipeFault::UnknownValue { key: key.to_owned(), value: value.to_owned(), possible }
}

/// Says that no column of the layout can hold this; of any layout, if the layout is not known yet.
fn strange_field(heading: &str, field: &toml::Value, layout: Option<Layout>) -> RecipeFault {
    let may = |it: &&Field| layout.is_none_or(|layout| layout.may_hold(**it));
    let known = Field::ALL.iter().filter(may).map(|it| it.key());
    unknown(heading, &plain(field), known.chain([NONE]).collect())
}

/// A value for people: a text without its quotes.
fn plain(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn word<'a>(key: &str, value: &'a toml::Value) -> Result<&'a str, RecipeFault> {
    value.as_str().ok_or_else(|| unknown(key, &value.to_string(), Vec::new()))
}

fn keyed<T: Keyed>(key: &str, value: &toml::Value) -> Result<T, RecipeFault> {
    let known = value.as_str().and_then(T::from_key);
    let possible = || T::ALL.iter().map(|it| it.key()).collect();
    known.ok_or_else(|| unknown(key, &plain(value), possible()))
}

fn table<'a>(key: &str, value: &'a toml::Value) -> Result<&'a toml::Table, RecipeFault> {
    value.as_table().ok_or_else(|| unknown(key, &value.to_string(), Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stance;

    #[test]
    fn a_column_that_was_left_out_is_left_out_of_the_next_table_too() {
        let sheet = |table: &str| super::super::super::read_sheet(table.as_bytes()).unwrap();
        let first = sheet("party;Hotline;Remarks\nNLD;+;by phone\n");
        let mut mapping = Mapping::new(Layout::Matrix, &first);
        mapping.set(0, Some(Field::Party));
        mapping.set(1, Some(Field::Cells));
        let recipe = Recipe::from_toml(&mapping.recipe().to_toml()).unwrap();
        let fields = |table: &str| {
            let fitted = recipe.fit(&sheet(table)).unwrap();
            fitted.columns.iter().map(|it| it.field).collect::<Vec<_>>()
        };
        let (party, cells) = (Some(Field::Party), Some(Field::Cells));
        assert_eq!(fields("party;Hotline;Norms;REMARKS\nBEL;+;-;x\n"), [party, cells, cells, None]);
        assert_eq!(fields("party;Norms\nBEL;-\n"), [party, cells], "it need not be there");
    }

    #[test]
    fn a_mapping_comes_back_as_it_was_saved_and_nothing_unknown_is_passed_over() {
        let recipe = Recipe {
            layout: Layout::WideRolls,
            bare: false,
            heads: Some(Heads::Last),
            columns: [
                ("rc\"id", Field::Number),
                ("Two\r\n\\lines", Field::Date),
                ("*", Field::Cells),
            ]
            .map(|(heading, field)| (heading.to_owned(), field))
            .into(),
            left_out: ["Remarks".to_owned()].into(),
            dates: Some(DayOrder::MonthFirst),
            scale: [
                ("1".to_owned(), Meant::Stance(Stance::Support)),
                ("9".to_owned(), Meant::NoneTaken),
            ]
            .into(),
            sheet: "Votes".to_owned(),
        };
        assert_eq!(Recipe::from_toml(&recipe.to_toml()), Ok(recipe.clone()));
        let bare = Recipe { bare: true, ..recipe };
        assert_eq!(Recipe::from_toml(&bare.to_toml()), Ok(bare));
        let layouts = Layout::ALL.iter().map(|it| it.key()).collect();
        let of_sources =
            ["date", "marking", "note", "code", "name", "kind", "issuer", "link", "none"].into();
        for (text, fault) in [
            ("layout = ", RecipeFault::NotToml(1)),
            ("dates = \"dmy\"", RecipeFault::NoLayout),
            ("layout = \"positions\"\nheadr = 3", RecipeFault::UnknownKey("headr".to_owned())),
            ("layout = \"parties\"\nheader = \"5\"", unknown("header", "5", vec![NONE])),
            ("layout = \"grid\"", unknown("layout", "grid", layouts)),
            ("layout = \"sources\"\n[columns]\nx = \"y\"", unknown("x", "y", of_sources)),
            ("layout = \"matrix\"\n[scale]\n1 = 2", unknown("1", "2", Meant::keys())),
            (
                "layout = \"sources\"\n[columns]\nx = \"group\"",
                RecipeFault::NotOfLayout(Field::Group),
            ),
        ] {
            assert_eq!(Recipe::from_toml(text), Err(fault), "{text}");
        }
    }
}
