//! Enums that are stored, exchanged and labelled by a stable key.

/// A closed list of values, each with a key that never changes.
///
/// The key is used in the file, in tables and in JSON; the words a person reads come from
/// `text`, under `NAME-key`.
pub trait Keyed: Copy + PartialEq + 'static {
    /// The name of the list, the first half of every label's message id.
    const NAME: &'static str;
    /// All values, in the order in which they are shown.
    const ALL: &'static [Self];
    /// Their keys, in the same order.
    const KEYS: &'static [&'static str];

    /// The stable key of this value.
    fn key(self) -> &'static str;

    /// The value with this key, if there is one.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.key() == key)
    }
}

/// Declares an enum with its [`Keyed`] implementation in one place.
macro_rules! keyed {
    (
        $(#[$meta:meta])*
        pub enum $name:ident as $list:literal {
            $( $(#[$variant_meta:meta])* $variant:ident = $key:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( $(#[$variant_meta])* $variant, )+ }

        impl $crate::model::Keyed for $name {
            const NAME: &'static str = $list;
            const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];
            const KEYS: &'static [&'static str] = &[ $( $key, )+ ];

            fn key(self) -> &'static str {
                match self { $( Self::$variant => $key, )+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::model::Keyed::key(*self))
            }
        }
    };
}
pub(crate) use keyed;
