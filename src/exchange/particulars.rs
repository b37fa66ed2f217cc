//! The particulars of a row of a table of positions: everything besides who, on what, how and when.

use super::names::{Found, Names};
use super::positions::Cells;
use super::problems::ImportProblem;
use super::rows::{Flaw, find, flaw};
use crate::document::LONGEST;
use crate::model::{Certainty, Forum, Keyed, Language, Marking, Position};
use crate::text::Text;

/// The words that they can contain.
pub(super) struct Lists {
    pub(super) certainties: Names<Certainty>,
    forums: Names<Forum>,
}

impl Default for Lists {
    fn default() -> Self {
        let mut certainties = names();
        for (word, certainty) in [
            ("publicly", Certainty::Public),
            ("on the record", Certainty::Public),
            ("openbaar", Certainty::Public),
            ("in het openbaar gezegd", Certainty::Public),
            ("publiek", Certainty::Public),
            ("confidential", Certainty::Confidence),
            ("confidentially", Certainty::Confidence),
            ("vertrouwelijk", Certainty::Confidence),
            ("in vertrouwen", Certainty::Confidence),
            ("in the room", Certainty::Room),
            ("in de zaal", Certainty::Room),
            ("inference", Certainty::Inferred),
            ("assumed", Certainty::Inferred),
            ("vermoed", Certainty::Inferred),
        ] {
            certainties.add(word, certainty);
        }
        Self { certainties, forums: names() }
    }
}

/// The values of a closed list by their keys and labels.
fn names<T: Keyed + PartialEq>() -> Names<T> {
    let mut names = Names::default();
    for value in T::ALL {
        let key = value.key();
        for spelled in [key.to_owned(), key.replace('_', " "), key.replace('_', "-")] {
            names.add(&spelled, *value);
        }
        for language in Language::ALL {
            names.add(Text::new(*language).label(*value), *value);
        }
    }
    names
}

/// The further content of a row; whatever it leaves empty is `None`.
pub(super) struct Particulars<'a> {
    pub(super) certainty: Option<Certainty>,
    forum: Option<Forum>,
    marking: Option<Marking>,
    salience: Option<u8>,
    hold: Option<bool>,
    words: &'a str,
    condition: &'a str,
    reason: &'a str,
}

impl<'a> Particulars<'a> {
    /// Reads them.
    ///
    /// # Errors
    /// The first one that has no meaning or is too long.
    pub(super) fn read(lists: &Lists, cells: &Cells<'a>) -> Result<Self, Flaw> {
        let certainty = match cells.get("confidence") {
            "" => None,
            _ => Some(find(
                &lists.certainties,
                cells,
                "confidence",
                ImportProblem::UnknownCertainty,
            )?),
        };
        let forum = match cells.get("forum") {
            "" => None,
            written => match lists.forums.look_up(written) {
                Found::One(forum) => Some(forum),
                _ => return Err(flaw("forum", ImportProblem::UnknownWord)),
            },
        };
        let parsed = |column, parse: fn(&str) -> Option<u8>, problem| match cells.get(column) {
            "" => Ok(None),
            written => parse(written.trim()).map(Some).ok_or_else(|| flaw(column, problem)),
        };
        let salience = parsed("salience", salience, ImportProblem::NotAWeight)?;
        let hold = |written: &str| super::intake::yes(written).map(u8::from);
        let hold = parsed("hold", hold, ImportProblem::UnknownWord)?.map(|it| it == 1);
        let marking = match cells.get("marking") {
            "" => None,
            written => {
                let unknown = || flaw("marking", ImportProblem::UnknownMarking);
                Some(Marking::parse(written).ok_or_else(unknown)?)
            }
        };
        for column in ["note", "source", "condition", "reason"] {
            let written = cells.get(column);
            // The cheap check first: a text never has more characters than bytes.
            if written.len() > LONGEST && written.chars().count() > LONGEST {
                return Err(flaw(column, ImportProblem::TooLong));
            }
        }
        let [words, condition, reason] =
            ["note", "condition", "reason"].map(|column| cells.get(column));
        Ok(Self { certainty, forum, marking, salience, hold, words, condition, reason })
    }

    /// Puts them into an entry; whatever they leave empty stays as it was.
    pub(super) fn put(&self, position: &mut Position) {
        position.certainty = self.certainty.or(position.certainty);
        position.forum = self.forum.or(position.forum);
        position.marking = self.marking.or(position.marking);
        position.salience = self.salience.or(position.salience);
        position.hold = self.hold.unwrap_or(position.hold);
        for (said, field) in [
            (self.words, &mut position.words),
            (self.condition, &mut position.condition),
            (self.reason, &mut position.reason),
        ] {
            if !said.is_empty() {
                said.clone_into(field);
            }
        }
    }
}

/// A weight from 1 to 5; a spreadsheet may have added `.0`, and our own pages add its word.
fn salience(written: &str) -> Option<u8> {
    let written = written.split_once(", ").map_or(written, |(number, _)| number);
    let whole = written.strip_suffix(".0").unwrap_or(written);
    whole.parse().ok().filter(|it| Position::SALIENCE.contains(it))
}

/// The first column in which two entries differ, ignoring who made them and when.
pub(super) fn difference(a: &Position, b: &Position) -> Option<&'static str> {
    let columns = [
        ("stance", a.stance == b.stance),
        ("source", a.source == b.source),
        ("confidence", a.certainty == b.certainty),
        ("forum", a.forum == b.forum),
        ("marking", a.marking == b.marking),
        ("note", a.words == b.words),
        ("salience", a.salience == b.salience),
        ("condition", a.condition == b.condition),
        ("reason", a.reason == b.reason),
        ("hold", a.hold == b.hold),
    ];
    columns.iter().find(|(_, is_same)| !is_same).map(|(column, _)| *column)
}
