//! How a user has arranged the columns of a list.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// The order, widths and visibility of columns, each by its identifying name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// All columns in their order; empty if it is that of the list.
    pub order: Vec<String>,
    /// The columns that are not shown.
    pub hidden: BTreeSet<String>,
    /// The widths to which columns were dragged, in points.
    pub widths: BTreeMap<String, f32>,
}

impl Arrangement {
    /// Whether the columns are unchanged.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The places of all of these columns, in their order.
    fn ordered(&self, names: &[&str]) -> Vec<usize> {
        let mut places: Vec<usize> = (0..names.len()).collect();
        // Columns added by a later version keep the place that the list gives them, after the
        // others.
        let rank = |place: &usize| self.order.iter().position(|it| it == names[*place]);
        places.sort_by_key(|place| rank(place).unwrap_or(usize::MAX));
        places
    }

    /// The places of the columns shown, in their order: at least one.
    pub fn shown(&self, names: &[&str]) -> Vec<usize> {
        let all = self.ordered(names);
        let shown: Vec<_> =
            all.iter().copied().filter(|place| !self.hidden.contains(names[*place])).collect();
        if shown.is_empty() { all } else { shown }
    }

    /// Moves the column shown at `from` to where another is shown.
    pub fn move_to(&mut self, names: &[&str], from: usize, to: usize) {
        let shown = self.shown(names);
        let (Some(moved), Some(target)) = (shown.get(from), shown.get(to)) else { return };
        let mut all = self.ordered(names);
        all.retain(|place| place != moved);
        let at = all.iter().position(|place| place == target).unwrap_or(all.len());
        all.insert(if from < to { at + 1 } else { at }, *moved);
        let natural = all.is_sorted();
        self.order = all.into_iter().map(|place| names[place].to_owned()).collect();
        if natural {
            self.order.clear();
        }
    }

    /// Hides a column or shows it again; the last one stays.
    pub fn toggle(&mut self, names: &[&str], name: &str) {
        if !self.hidden.remove(name) && self.shown(names).len() > 1 {
            self.hidden.insert(name.to_owned());
        }
    }

    /// The width of a column, in points.
    pub fn width(&self, name: &str, otherwise: f32) -> f32 {
        let drawn = self.widths.get(name).copied();
        drawn.filter(|width| width.is_finite() && *width > 0.0).unwrap_or(otherwise)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["code", "title", "kind", "day"];

    #[test]
    fn columns_are_moved_hidden_and_brought_back() {
        let mut columns = Arrangement::default();
        columns.move_to(&NAMES, 0, 2);
        assert_eq!(columns.shown(&NAMES), [1, 2, 0, 3]);
        columns.toggle(&NAMES, "kind");
        assert_eq!(columns.shown(&NAMES), [1, 0, 3]);
        columns.move_to(&NAMES, 2, 0);
        assert_eq!(columns.shown(&NAMES), [3, 1, 0]);
        columns.toggle(&NAMES, "kind");
        assert_eq!(columns.shown(&NAMES), [3, 1, 2, 0], "it stands where it stood");
        columns = Arrangement::default();
        columns.move_to(&NAMES, 0, 1);
        columns.move_to(&NAMES, 0, 1);
        assert!(columns.is_empty(), "back where it was, it is as if nothing had been moved");
    }

    #[test]
    fn the_last_column_stays_and_unknown_ones_do_no_harm() {
        let mut columns = Arrangement::default();
        for name in NAMES {
            columns.toggle(&NAMES, name);
        }
        assert_eq!(columns.shown(&NAMES), [3]);
        columns.order = vec!["gone".into(), "kind".into()];
        columns.hidden = ["gone".to_owned()].into();
        assert_eq!(columns.shown(&NAMES), [2, 0, 1, 3]);
        columns.hidden = NAMES.map(str::to_owned).into();
        assert_eq!(columns.shown(&NAMES), [2, 0, 1, 3], "a list without columns says nothing");
        columns.widths.insert("code".into(), f32::NAN);
        assert_eq!(columns.width("code", 80.0), 80.0);
    }
}
