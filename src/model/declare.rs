//! The macro that declares a kind of record; `describe` explains what it generates.

/// Declares a kind of record:
///
/// ```text
/// record! {
///     /// What it is.
///     #[derive(Clone, Debug, PartialEq, Eq)]
///     pub struct Sponsor in Sponsors {
///         /// Its identity.
///         pub id: SponsorId => Wall ["id"] Itself,
///         /// The proposal.
///         pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
///         /// Whether it leads.
///         pub main: bool => Wall ["main"],
///     }
///     unique: Unique::Together(&["proposal_id", "party_id"]),
///     twins: Twins::One,
///     order: Order::ByContent,
///     together: &[],
///     told: Told::ByNobody,
/// }
/// ```
///
/// After each field: who may see it (`Seen`), its columns and, if it is more than a plain value,
/// its role in the record (`Part`).
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $record:ident in $table:ident {
            $(
                $(#[$field_meta:meta])*
                pub $field:ident: $type:ty => $seen:ident [ $( $column:literal ),+ ] $( $part:ident )?,
            )+
        }
        unique: $unique:expr,
        twins: $twins:expr,
        order: $order:expr,
        together: $together:expr,
        told: $told:expr,
    ) => {
        $(#[$meta])*
        pub struct $record {
            $( $(#[$field_meta])* pub $field: $type, )+
        }

        impl $crate::model::describe::Described for $record {
            const TABLE: $crate::model::Table = $crate::model::Table::$table;
            const COLUMNS: &'static [&'static str] = &[ $( $( $column ),+ ),+ ];
            const DESCRIPTION: $crate::model::describe::Description = {
                use $crate::model::describe::*;
                Description {
                    fields: &[ $( Field {
                        columns: &[ $( $column ),+ ],
                        seen: Seen::$seen,
                        holds: <$type as InColumns>::HOLDS,
                        part: $crate::model::declare::part!($( $part )?),
                    } ),+ ],
                    unique: $unique,
                    twins: $twins,
                    order: $order,
                    together: $together,
                    told: $told,
                }
            };

            fn read<'a>(
                columns: &mut impl $crate::model::describe::Columns<'a>,
            ) -> Option<Self> {
                use $crate::model::describe::InColumns;
                Some(Self { $( $field: <$type as InColumns>::read(columns)?, )+ })
            }
        }

        const _: () = {
            use $crate::model::describe::{self, Described, InColumns};
            $(
                assert!(
                    <$type as InColumns>::HOLDS.len() == [ $( $column ),+ ].len(),
                    concat!("wrong number of columns for `", stringify!($field), "`"),
                );
                assert!(
                    describe::is_followed(
                        <$type as InColumns>::HOLDS,
                        $crate::model::declare::part!($( $part )?),
                    ),
                    concat!(
                        "`", stringify!($field), "` names a record: say PartOf, RestsOn or ",
                        "Corrects (and nothing of the kind where it names none)",
                    ),
                );
            )+
            let description = <$record as Described>::DESCRIPTION;
            let table = <$record as Described>::TABLE;
            assert!(
                describe::is_marked(description.fields) ,
                "a record has a marking, is a part of one that has, or goes nowhere",
            );
            assert!(
                describe::comes_after_those_named(table, description.fields),
                "a table comes after those that its records name",
            );
        };

        impl $record {
            /// The identity of the record with its table.
            pub fn record_id(&self) -> $crate::model::RecordId {
                let table = $crate::model::Table::$table;
                $crate::model::RecordId { table, id: self.id.into() }
            }
        }

        impl $crate::model::describe::AnyKind for $record {
            fn id(&self) -> $crate::model::RecordId {
                self.record_id()
            }

            fn code(&self) -> Option<&str> {
                None $( .or($crate::model::declare::code!(self $field $( $part )?)) )+
            }

            fn marking(&self) -> Option<$crate::model::Marking> {
                None $( .or($crate::model::declare::marking!(self $field $( $part )?)) )+
            }

            fn marking_mut(&mut self) -> Option<&mut Option<$crate::model::Marking>> {
                None $( .or($crate::model::declare::marking_mut!(self $field $( $part )?)) )+
            }

            fn rank_mut(&mut self) -> Option<&mut u32> {
                None $( .or($crate::model::declare::rank_mut!(self $field $( $part )?)) )+
            }

            fn author_mut(&mut self) -> Option<&mut String> {
                None $( .or($crate::model::declare::author_mut!(self $field $( $part )?)) )+
            }

            fn negotiated_mut(&mut self) -> Option<&mut String> {
                None $( .or($crate::model::declare::negotiated_mut!(self $field $( $part )?)) )+
            }

            fn refer(&self, found: &mut dyn FnMut($crate::model::Reference)) {
                let _ = &found;
                $( $crate::model::declare::refer!(self $field found [ $( $column ),+ ] $( $part )?); )+
            }

            fn rename(&mut self, new: &mut $crate::model::describe::New<'_>) {
                $( $crate::model::declare::rename!(self $field new $( $part )?); )+
            }

            fn let_go_of(&mut self, of: $crate::model::RecordId) {
                let _ = of;
                $( $crate::model::declare::let_go!(self $field of $( $part )?); )+
            }

            fn values(&self) -> Vec<$crate::model::describe::Value<'_>> {
                use $crate::model::describe::InColumns;
                let columns = <Self as $crate::model::Described>::COLUMNS.len();
                let mut values = Vec::with_capacity(columns);
                $( <$type as InColumns>::write(&self.$field, &mut values); )+
                values
            }
        }

        impl From<$record> for $crate::model::Record {
            fn from(record: $record) -> Self {
                Self::$record(record)
            }
        }
    };
}
pub(super) use record;

macro_rules! part {
    () => {
        $crate::model::describe::Part::Plain
    };
    ($part:ident) => {
        $crate::model::describe::Part::$part
    };
}
pub(super) use part;

macro_rules! refer {
    ($this:ident $field:ident $found:ident [ $( $column:literal ),+ ] PartOf) => {
        $crate::model::declare::refer!(@ $this $field $found [ $( $column ),+ ] true);
    };
    ($this:ident $field:ident $found:ident [ $( $column:literal ),+ ] RestsOn) => {
        $crate::model::declare::refer!(@ $this $field $found [ $( $column ),+ ] false);
    };
    (@ $this:ident $field:ident $found:ident [ $( $column:literal ),+ ] $part:literal) => {
        $crate::model::describe::Names::each(&$this.$field, &mut |nth, to| {
            let field = [ $( $column ),+ ][nth];
            $found($crate::model::Reference { field, to, part: $part });
        });
    };
    ($( $other:tt )*) => {};
}
pub(super) use refer;

macro_rules! rename {
    ($this:ident $field:ident $new:ident Itself) => {
        $crate::model::describe::Names::rename(&mut $this.$field, $new);
    };
    ($this:ident $field:ident $new:ident PartOf) => {
        $crate::model::describe::Names::rename(&mut $this.$field, $new);
    };
    ($this:ident $field:ident $new:ident RestsOn) => {
        $crate::model::describe::Names::rename(&mut $this.$field, $new);
    };
    ($this:ident $field:ident $new:ident Corrects) => {
        $crate::model::describe::Names::rename(&mut $this.$field, $new);
    };
    ($( $other:tt )*) => {};
}
pub(super) use rename;

macro_rules! let_go {
    ($this:ident $field:ident $of:ident RestsOn) => {
        $crate::model::describe::LetsGo::let_go(&mut $this.$field, $of);
    };
    ($( $other:tt )*) => {};
}
pub(super) use let_go;

macro_rules! code {
    ($this:ident $field:ident Code) => {
        Some($this.$field.as_str())
    };
    ($( $other:tt )*) => {
        None
    };
}
pub(super) use code;

macro_rules! marking {
    ($this:ident $field:ident Marking) => {
        $crate::model::describe::Marks::own(&$this.$field)
    };
    ($( $other:tt )*) => {
        None
    };
}
pub(super) use marking;

macro_rules! marking_mut {
    ($this:ident $field:ident Marking) => {
        $crate::model::describe::Marks::own_mut(&mut $this.$field)
    };
    ($( $other:tt )*) => {
        None
    };
}
pub(super) use marking_mut;

macro_rules! rank_mut {
    ($this:ident $field:ident Rank) => {
        Some(&mut $this.$field)
    };
    ($( $other:tt )*) => {
        None
    };
}
pub(super) use rank_mut;

macro_rules! author_mut {
    ($this:ident $field:ident Author) => {
        Some(&mut $this.$field)
    };
    ($( $other:tt )*) => {
        None
    };
}
pub(super) use author_mut;

macro_rules! negotiated_mut {
    ($this:ident $field:ident Negotiated) => {
        Some(&mut $this.$field)
    };
    ($this:ident $field:ident NegotiatedLines) => {
        Some(&mut $this.$field)
    };
    ($( $other:tt )*) => {
        None
    };
}
pub(super) use negotiated_mut;
