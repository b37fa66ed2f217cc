//! Message ids, checked by the compiler: an unknown id does not compile.

use crate::model::describe::Part;
use crate::model::{Keyed, Table};

include!(concat!(env!("OUT_DIR"), "/ids.rs"));

/// The id of a message that exists in every language; made with `msg!`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Message(&'static str);

impl Message {
    /// The message with this id.
    ///
    /// # Panics
    /// If there is no such message. `msg!` calls this in a constant, so there it is a compile
    /// error.
    pub const fn new(id: &'static str) -> Self {
        assert!(is_known(id), "no message in assets/i18n has this id");
        Self(id)
    }

    /// The id as text.
    pub const fn id(self) -> &'static str {
        self.0
    }
}

/// A message by its id, checked at compile time.
macro_rules! msg {
    ($id:expr) => {
        const { $crate::text::Message::new($id) }
    };
}
pub(crate) use msg;

const fn is_known(id: &str) -> bool {
    let (mut from, mut to) = (0, IDS.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        match order(IDS[middle].as_bytes(), id.as_bytes()) {
            0 => return true,
            order if order < 0 => from = middle + 1,
            _ => to = middle,
        }
    }
    false
}

/// Whether every value of a list has a label, the message `list-key`.
pub(super) const fn has_labels(list: &str, keys: &[&str]) -> bool {
    let mut key = 0;
    while key < keys.len() {
        let mut id = 0;
        while id < IDS.len() && !is_label(IDS[id].as_bytes(), list.as_bytes(), keys[key].as_bytes())
        {
            id += 1;
        }
        if id == IDS.len() {
            return false;
        }
        key += 1;
    }
    true
}

const fn is_label(id: &[u8], list: &[u8], key: &[u8]) -> bool {
    if id.len() != list.len() + 1 + key.len() || id[list.len()] != b'-' {
        return false;
    }
    let mut at = 0;
    while at < id.len() {
        let same = if at < list.len() {
            id[at] == list[at]
        } else {
            at == list.len() || id[at] == key[at - list.len() - 1]
        };
        if !same {
            return false;
        }
        at += 1;
    }
    true
}

/// Negative if `a` sorts first, positive if `b` does, 0 if they are equal.
const fn order(a: &[u8], b: &[u8]) -> i32 {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] as i32 - b[at] as i32;
        }
        at += 1;
    }
    if a.len() == b.len() {
        0
    } else if a.len() < b.len() {
        -1
    } else {
        1
    }
}

/// Whether a message id names the field with this column; see
/// [`Text::field`](super::Text::field).
const fn names_field(id: &[u8], column: &[u8]) -> bool {
    let named = if let [name @ .., b'_', b'i', b'd'] = column { name } else { column };
    let [b'f', b'i', b'e', b'l', b'd', b'-', name @ ..] = id else { return false };
    let mut at = 0;
    while at < name.len() && at < named.len() {
        let letter = if named[at] == b'_' { b'-' } else { named[at] };
        if name[at] != letter {
            return false;
        }
        at += 1;
    }
    name.len() == named.len()
}

// Fails to compile unless every field has a name in every language.
const _: () = {
    let mut table = 0;
    while table < Table::ALL.len() {
        let fields = Table::ALL[table].description().fields;
        let mut field = 0;
        while field < fields.len() {
            let columns = fields[field].columns;
            let mut column = 0;
            while column < columns.len() && !matches!(fields[field].part, Part::Itself) {
                let mut id = 0;
                while id < IDS.len() && !names_field(IDS[id].as_bytes(), columns[column].as_bytes())
                {
                    id += 1;
                }
                assert!(id < IDS.len(), "{}", columns[column]);
                column += 1;
            }
            field += 1;
        }
        table += 1;
    }
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_known_and_no_other() {
        assert!(IDS.is_sorted() && IDS.iter().all(|id| is_known(id)));
        for id in IDS {
            assert!(!is_known(&format!("{id}-")) || IDS.contains(&format!("{id}-").as_str()));
        }
        assert!(!is_known("") && !is_known("~"));
    }

    #[test]
    fn a_list_of_which_a_value_has_no_label_is_found() {
        assert!(has_labels(Table::NAME, Table::KEYS));
        assert!(!has_labels(Table::NAME, &["parties", "partie"]));
        assert!(!has_labels("tabl", Table::KEYS));
        assert!(!has_labels("", &[""]));
    }
}
