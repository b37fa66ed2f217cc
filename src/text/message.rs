//! Ids of messages: one that no message has does not compile.

include!(concat!(env!("OUT_DIR"), "/ids.rs"));

/// The id of a message that is there in every language. [`msg!`](crate::text::msg) makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Message(&'static str);

impl Message {
    /// The message with this id.
    ///
    /// # Panics
    /// Where there is none; in a constant, as [`msg!`](crate::text::msg) makes it, that is an
    /// error of the compiler.
    pub const fn new(id: &'static str) -> Self {
        assert!(is_known(id), "no message in assets/i18n has this id");
        Self(id)
    }

    /// Its id.
    pub const fn id(self) -> &'static str {
        self.0
    }
}

/// A message by its id, which is looked up by the compiler.
macro_rules! msg {
    ($id:literal) => {
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

/// Below 0 where the first comes first, above where the second does.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_that_there_is_is_known_and_no_other() {
        assert!(IDS.is_sorted() && IDS.iter().all(|id| is_known(id)));
        for id in IDS {
            assert!(!is_known(&format!("{id}-")) || IDS.contains(&format!("{id}-").as_str()));
        }
        assert!(!is_known("") && !is_known("~"));
    }
}
