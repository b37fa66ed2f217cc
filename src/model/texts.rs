//! Texts of the ledger.

use rustc_hash::FxHashMap;

/// Texts that occur over and over (the same author, the same summary), each kept once.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    list: Vec<Box<str>>,
    index: FxHashMap<Box<str>, u32>,
}

impl Default for Texts {
    fn default() -> Self {
        Self { list: vec!["".into()], index: FxHashMap::default() }
    }
}

impl Texts {
    /// The number of a text, which it gets where it is new.
    pub(super) fn index(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        if let Some(index) = self.index.get(text) {
            return *index;
        }
        let index = u32::try_from(self.list.len()).unwrap_or_default();
        self.list.push(text.into());
        self.index.insert(text.into(), index);
        index
    }

    /// The text with this number.
    pub(super) fn get(&self, index: u32) -> &str {
        self.list.get(index as usize).map_or("", AsRef::as_ref)
    }

    /// Every text, in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(AsRef::as_ref)
    }
}
