//! Every visible sentence, by message id and language.
//!
//! The messages are in `assets/i18n`, one folder per language, in the Fluent format
//! (<https://projectfluent.org>). A test checks that both languages have the same ids and that
//! every id is used.

mod catalog;
mod dates;
mod day_words;
pub(crate) mod fonts;
mod hyphens;
mod message;
mod numbers;
mod spoken;

pub use dates::WrittenDay;
pub use fluent_bundle::FluentValue as Arg;
pub use message::Message;
pub(crate) use message::msg;
pub(crate) use spoken::time as parse_time;

use crate::model::words::fold;
use crate::model::{Bilingual, City, Keyed, Language, Severity, Stance, Table};

/// Words in one language; cheap to copy and to pass along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text(Language);

impl Text {
    /// Words in this language.
    pub fn new(language: Language) -> Self {
        Self(language)
    }

    /// The language.
    pub fn language(self) -> Language {
        self.0
    }

    /// A message without arguments.
    pub fn get(self, message: Message) -> &'static str {
        catalog::of(self.0).plain(message.id()).unwrap_or(message.id())
    }

    /// A message with arguments.
    pub fn with(self, message: Message, arguments: &[(&'static str, Arg<'_>)]) -> String {
        let id = message.id();
        catalog::of(self.0).format(id, arguments).unwrap_or_else(|| id.to_owned())
    }

    /// The label of a value from a closed list.
    ///
    /// A list of which a value has no label does not compile where it is asked for one.
    pub fn label<T: Keyed>(self, value: T) -> &'static str {
        const { assert!(message::has_labels(T::NAME, T::KEYS), "a value of a list has no label") };
        catalog::of(self.0).label(T::NAME, value.key()).unwrap_or_default()
    }

    /// The label of a value, or `otherwise` if it is not known.
    pub(crate) fn label_or<T: Keyed>(self, value: Option<T>, otherwise: Message) -> &'static str {
        value.map_or_else(|| self.get(otherwise), |value| self.label(value))
    }

    /// The name of this many records of a table.
    pub(crate) fn kind_of(self, table: Table, count: usize) -> &'static str {
        let many = if count == 1 { None } else { self.label_of("many", table.key()) };
        many.unwrap_or_else(|| self.label(table))
    }

    /// The label of a key from the closed list of this name.
    pub(crate) fn label_of(self, list: &str, key: &str) -> Option<&'static str> {
        catalog::of(self.0).label(list, key)
    }

    /// A severity with its number and word, or "not assessed".
    pub fn severity(self, severity: Option<Severity>) -> String {
        let Some(number) = severity.map(Severity::get) else {
            return lower(self.get(msg!("severity-none")));
        };
        format!("{number}, {}", lower(self.severity_word(severity)))
    }

    /// The word for a severity, or "not assessed".
    pub(crate) fn severity_word(self, severity: Option<Severity>) -> &'static str {
        self.get(match severity.map(Severity::get) {
            None => msg!("severity-none"),
            Some(0) => msg!("severity-0"),
            Some(1) => msg!("severity-1"),
            Some(2) => msg!("severity-2"),
            Some(3) => msg!("severity-3"),
            Some(_) => msg!("severity-4"),
        })
    }

    /// How much something matters to a party, 1 to 5, with its number and word.
    pub(crate) fn salience(self, weight: u8) -> String {
        let word = self.get(match weight {
            ..=1 => msg!("salience-1"),
            2 => msg!("salience-2"),
            3 => msg!("salience-3"),
            4 => msg!("salience-4"),
            5.. => msg!("salience-5"),
        });
        format!("{weight}, {}", lower(word))
    }

    /// The city with this name in either language, in any spelling; more may follow, such as a
    /// building.
    pub(crate) fn city(self, place: &str) -> Option<City> {
        let place = fold(place.split([',', '(']).next().unwrap_or_default().trim());
        let is = |city: City, language: Language| fold(Text::new(language).label(city)) == place;
        let named = |city: &&City| Language::ALL.iter().any(|language| is(**city, *language));
        City::ALL.iter().find(named).copied()
    }

    /// The name of a field by its column, as forms and the history show it.
    pub fn field(self, column: &str) -> &'static str {
        // A reference is shown to the reader as the name of the record, not as its id.
        let key = column.strip_suffix("_id").unwrap_or(column).replace('_', "-");
        self.label_of("field", &key).unwrap_or_default()
    }

    /// The label of a stance that may be unknown.
    pub fn stance(self, stance: Option<Stance>) -> &'static str {
        self.label_or(stance, msg!("stance-unknown"))
    }

    /// A region's name in this language; names outside the library are returned unchanged.
    pub fn region(self, name: &str) -> &str {
        let key = name.to_lowercase().replace(' ', "-");
        catalog::of(self.0).label("region", &key).unwrap_or(name)
    }

    /// Content of the dossier in this language, or in the other one if this one is missing.
    pub fn of(self, content: &Bilingual) -> &str {
        content.get(self.0)
    }
}

/// All message ids; used by tests of the words.
pub fn ids() -> &'static [&'static str] {
    message::IDS
}

/// A label for use within a sentence: its first letter in lower case, unless it is an
/// abbreviation.
pub(crate) fn lower(label: &str) -> String {
    let mut chars = label.chars();
    let (first, second) = (chars.next(), chars.next());
    match first {
        Some(c) if !second.is_some_and(char::is_uppercase) => {
            c.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

/// Words at the beginning of a line: their first letter in upper case.
pub(crate) fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_loses_its_capital_but_an_abbreviation_does_not() {
        assert_eq!(lower("Can live with it"), "can live with it");
        assert_eq!(lower("UN members"), "UN members");
        assert_eq!(lower(""), "");
    }
}
