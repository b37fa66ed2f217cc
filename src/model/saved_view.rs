//! Filters with a name, to come back to.

use super::SavedViewId;
use super::declare::record;

record! {
    /// A filter of the matrix with a name. What one looks at, and what one calls it, is nobody
    /// else's business: it goes along with the dossier, and neither on a wall nor into a copy.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SavedView in SavedViews {
        /// Its identity.
        pub id: SavedViewId => Never ["id"] Itself,
        /// What it is called.
        pub name: String => Never ["name"] Name,
        /// The filter, in the form in which it is kept. Two of them can be joined as little as two
        /// names can.
        pub filter: String => Never ["filter"] Name,
    }
    unique: Unique::Together(&["name"]),
    twins: Twins::One,
    order: Order::ByContent,
}

impl SavedView {
    /// A filter, in the form in which it is kept, with a name.
    pub fn new(name: impl Into<String>, filter: impl Into<String>) -> Self {
        Self { id: SavedViewId::new(), name: name.into(), filter: filter.into() }
    }
}
