//! Filters saved under a name.

use super::SavedViewId;
use super::declare::record;

record! {
    /// A filter of the matrix with a name. What a user looks at, and under which name, is nobody
    /// else's business: it stays in the dossier and appears neither on a wall nor in a copy.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SavedView in SavedViews {
        /// Its identity.
        pub id: SavedViewId => Never ["id"] Itself,
        /// Its name.
        pub name: String => Never ["name"] Name,
        /// The filter, in stored form. Two filters cannot be combined, just as two names cannot.
        pub filter: String => Never ["filter"] Name,
    }
    unique: Unique::Together(&["name"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl SavedView {
    /// A filter in stored form, with a name.
    pub fn new(name: impl Into<String>, filter: impl Into<String>) -> Self {
        Self { id: SavedViewId::new(), name: name.into(), filter: filter.into() }
    }
}
