//! Values of cells in words.

use std::borrow::Cow;

use super::page::{Cell, Value};
use crate::model::{Keyed, Severity, Stance, stance};
use crate::text::{Arg, Text, lower, msg};

impl Value<'_> {
    /// The value in words; empty for an empty cell.
    pub(super) fn words(&self, text: Text) -> Cow<'_, str> {
        match self {
            Self::Nothing => Cow::Borrowed(""),
            Self::Text(words) => Cow::Borrowed(words),
            Self::Label { words, .. } => Cow::Borrowed(words),
            Self::Source(source) => Cow::Borrowed(source.short()),
            Self::Flag(flag) => {
                Cow::Borrowed(text.get(if *flag { msg!("yes") } else { msg!("no") }))
            }
            Self::Count(count) => count.to_string().into(),
            Self::Of(parties) => parties.len().to_string().into(),
            Self::Salience(weight) => text.salience(*weight).into(),
            Self::Index(index) => text.decimal(&format!("{index:.4}")).into(),
            Self::Share(share) => text.chance(*share).into(),
            Self::Score(score) => text.decimal(&format!("{score:.3}")).into(),
            Self::Balance(number) => number.to_string().replace('-', "−").into(),
            Self::Cost(cost) => text.decimal(&cost.to_string()).into(),
            Self::Day(day) => text.day(*day).into(),
            Self::Date(date) => text.date(*date).into(),
            Self::Severity(severity) => {
                severity.map_or("?".into(), |severity| severity.get().to_string().into())
            }
            Self::Stance(it) => Cow::Borrowed(stance::sign(*it)),
            Self::Marking(marking) => Cow::Borrowed(marking.label()),
            Self::Identity(id) => id.to_string().into(),
            Self::Tally(tally) => {
                // Without a separator they would run together: 0 2 −− 51.
                let count =
                    |stance: Stance| format!("{}:{}", stance.sign(), tally.get(Some(stance)));
                // Zeros would only hide the few numbers that matter.
                let taken = Stance::ALL.iter().filter(|it| tally.get(Some(**it)) > 0);
                let counts = taken.map(|stance| count(*stance));
                let unknown = Some(tally.unknown()).filter(|it| *it > 0);
                let unknown = unknown.map(|it| format!("?:{it}"));
                counts.chain(unknown).collect::<Vec<_>>().join("  ").into()
            }
            Self::List(cells) => {
                // A value that has ended must not read as if it still held; JSON says until when it
                // did.
                let holding = cells.iter().filter(|cell| !matches!(cell.value(), Self::Former(_)));
                let words: Vec<_> = holding.map(|cell| cell.value().words(text)).collect();
                words.join(" ").into()
            }
            Self::Lines(cells) => {
                let words: Vec<_> = cells.iter().map(|cell| cell.words(text)).collect();
                words.join("\n").into()
            }
            Self::Fields(fields) | Self::Former(fields) => {
                fields.first().map_or(Cow::Borrowed(""), |(_, first)| first.value().words(text))
            }
        }
    }

    /// The same in a note, where a source is named so that the reader can find it.
    pub(super) fn cited(&self, text: Text) -> Cow<'_, str> {
        let Self::Source(source) = self else { return self.words(text) };
        let named = [&source.symbol, &source.title].map(|it| it.trim()).into_iter();
        let named: Vec<_> = named.filter(|it| !it.is_empty()).collect();
        // Some call a document by its symbol only, in both fields.
        let title = if named.first() == named.last() {
            named.first().copied().unwrap_or_default().to_owned()
        } else {
            named.join(": ")
        };
        let date = source.date.map(|it| text.date(it)).unwrap_or_default();
        let parts = [title.as_str(), source.issuer.trim(), &date].into_iter();
        parts.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ").into()
    }

    /// The value as an argument of a message.
    pub(super) fn argument(&self, text: Text) -> Arg<'static> {
        match self {
            Self::Count(count) => Arg::from(*count),
            Self::Of(parties) => Arg::from(parties.len()),
            other => Arg::from(other.words(text).into_owned()),
        }
    }
}

/// The sign of a stance with its meaning.
pub(super) fn sign(text: Text, it: Option<Stance>) -> String {
    format!("{} {}", stance::sign(it), text.stance(it))
}

/// All signs in one line, each kept together with its words.
pub(super) fn legend(text: Text) -> String {
    stance::ORDER.map(|it| sign(text, it).replace(' ', "\u{a0}")).join("   ")
}

/// The meaning of the figures for obstacles, in one line.
pub(super) fn severities(text: Text) -> String {
    let graded = Severity::all().map(|it| (it.get().to_string(), Some(it)));
    let said = graded.chain([("?".to_owned(), None)]).map(|(sign, it)| {
        format!("{sign} {}", lower(text.severity_word(it))).replace(' ', "\u{a0}")
    });
    said.collect::<Vec<_>>().join("   ")
}

impl Cell<'_> {
    pub(super) fn words(&self, text: Text) -> Cow<'_, str> {
        self.value().words(text)
    }
}
