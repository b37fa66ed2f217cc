//! Sources: the documents that entries rest on.

use super::declare::record;
use super::{Marking, PartialDate, SourceId, keyed};

keyed! {
    /// The kind of a source.
    pub enum SourceKind as "source-kind" {
        /// A resolution, decision or treaty.
        Resolution = "resolution",
        /// A record of votes.
        RollCall = "roll_call",
        /// A report.
        Report = "report",
        /// A statement or speech.
        Statement = "statement",
        /// Notes of a conversation.
        Conversation = "conversation",
        /// A news item, article or book.
        Publication = "publication",
        /// Something else.
        Other = "other",
    }
}

record! {
    /// A document, record or conversation that entries point to.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Source in Sources {
        /// Its identity.
        pub id: SourceId => Copy ["id"] Itself,
        /// Its symbol, such as `A/RES/73/27`; empty if it has none.
        pub symbol: String => Copy ["symbol"],
        /// Its title.
        pub title: String => Copy ["title"] Title,
        /// Who issued it.
        pub issuer: String => Copy ["issuer"],
        /// Its date, as precise as it is known.
        pub date: Option<PartialDate> => Copy ["date"],
        /// Its kind.
        pub kind: SourceKind => Copy ["kind"],
        /// Where to find it.
        pub link: String => Copy ["link"],
        /// How far to trust it, and other notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Copy ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Source {
    /// A source with a symbol and a title.
    pub fn new(symbol: impl Into<String>, title: impl Into<String>, kind: SourceKind) -> Self {
        Self {
            id: SourceId::new(),
            symbol: symbol.into(),
            title: title.into(),
            issuer: String::new(),
            date: None,
            kind,
            link: String::new(),
            note: String::new(),
            marking: None,
        }
    }

    /// Its shortest name: its symbol, or else its title.
    pub fn short(&self) -> &str {
        if self.symbol.is_empty() { &self.title } else { &self.symbol }
    }
}
