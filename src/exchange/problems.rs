//! Collects what is wrong in a table: rows with the same fault are one finding.

use std::collections::HashMap;

use crate::model::{Speaker, keyed};

/// How many different faults are kept; beyond these, only the rows are counted. Nobody reads more,
/// and every row of a table of millions may be wrong.
const MOST: usize = 100;

/// How many lines are listed for one fault.
const LINES: usize = 5;

/// How many characters of the text are kept.
const WRITTEN: usize = 60;

/// A fault in a table, and where it occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The content of the column, or its name in a table of positions.
    pub column: &'static str,
    /// The columns of the table where it occurs, the first ones: each with its index, from 0, and
    /// its heading as written. Empty if no column holds it.
    pub columns: Vec<(usize, String)>,
    /// Whether it is in the header, which is then the only line.
    pub in_header: bool,
    /// The text, or its beginning.
    pub written: String,
    /// Its problem.
    pub problem: ImportProblem,
    /// Suggestions; for an ambiguous name, everything it could refer to.
    pub suggestions: Vec<String>,
    /// The parties and groups of the dossier among them, to choose from.
    pub who: Vec<Speaker>,
    /// The first lines of the file where it occurs.
    pub lines: Vec<u64>,
    /// In how many rows it occurs.
    pub rows: usize,
}

/// Suggestions for the meaning of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Suggested {
    /// In words.
    pub names: Vec<String>,
    /// The parties and groups of the dossier among them.
    pub who: Vec<Speaker>,
}

impl Suggested {
    /// Words that are not the names of parties.
    pub(super) fn names(names: impl IntoIterator<Item = String>) -> Self {
        Self { names: names.into_iter().collect(), who: Vec::new() }
    }
}

/// The column of a table that a fault is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct FaultAt<'a> {
    /// The content of the column.
    pub column: &'static str,
    /// Its index, from 0, and its heading, if there is such a column.
    pub at: Option<(usize, &'a str)>,
    /// Whether the heading itself is at fault.
    pub in_header: bool,
}

impl From<&'static str> for FaultAt<'_> {
    fn from(column: &'static str) -> Self {
        Self { column, at: None, in_header: false }
    }
}

/// A problem with a cell, or with the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportProblem {
    /// The table has no column for a required field.
    NoColumn,
    /// The table has this column twice.
    ColumnTwice,
    /// There is no column with this name.
    UnknownColumn,
    /// The cell must not be empty.
    Empty,
    /// No party has this name.
    UnknownParty,
    /// No proposal has this code or title.
    UnknownProposal,
    /// It is not a stance.
    UnknownStance,
    /// It is a number, on an unknown scale.
    Number,
    /// It is not a date.
    NotADate,
    /// It is a dash, which could mean nothing or a minus.
    Dash,
    /// It is a date without a year.
    NoYear,
    /// It is a date with a two-digit year.
    ShortYear,
    /// A public statement cannot be dated in the future.
    InTheFuture,
    /// It is not a degree of certainty.
    UnknownCertainty,
    /// It is not a marking.
    UnknownMarking,
    /// It is not a weight from 1 to 5.
    NotAWeight,
    /// An earlier row, on this line, has something else in this column for the same subject.
    Contradicts(u64, Same),
    /// The name has several meanings.
    Ambiguous,
    /// Several parties or groups have this name.
    ManyParties,
    /// It is longer than a text may be.
    TooLong,
    /// The row has more cells than the table has columns.
    TooManyCells,
    /// It is a stance, but not one that can be voted.
    NotAVote,
    /// The roll call has no day, and its day is not known.
    NoDay,
    /// The dossier has another day for this roll call.
    OtherDay,
    /// Only parties vote, and this is a group.
    GroupVotes,
    /// It is not one of the words that this column can hold.
    UnknownWord,
    /// The record would have neither a name nor a code.
    Nameless,
    /// Nobody knows what kind of party it is.
    UnknownKind,
    /// No group has this name.
    UnknownGroup,
    /// It ends before it begins.
    EndsEarly,
    /// It overlaps with another membership of the same party in the same group.
    Overlaps,
}

keyed! {
    /// The common subject of two rows that contradict each other.
    pub enum Same as "same" {
        /// A stance on a day.
        Entry = "entry",
        /// A stance, in a table without days.
        Stance = "stance",
        /// A vote.
        Vote = "vote",
        /// A roll call itself.
        RollCall = "roll-call",
        /// A party.
        Party = "party",
        /// A proposal.
        Proposal = "proposal",
        /// A membership.
        Membership = "membership",
        /// A source.
        Source = "source",
        /// A person at a party.
        Contact = "contact",
        /// How much an obstacle hinders a proposal on a day.
        Assessment = "assessment",
        /// A remedy.
        Remedy = "remedy",
    }
}

/// Everything that is wrong in a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    listed: Vec<RowProblem>,
    // The index of each in the list, and the line where it was last found.
    places: HashMap<(&'static str, ImportProblem, String), (usize, u64)>,
    rows: usize,
    unlisted: usize,
}

impl Problems {
    /// The different faults, in the order of the table; at most a hundred.
    pub fn listed(&self) -> &[RowProblem] {
        &self.listed
    }

    /// The number of faulty rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The number of faulty rows whose fault is not listed.
    pub(crate) fn unlisted(&self) -> usize {
        self.unlisted
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Changes each of the listed ones.
    pub(super) fn each(&mut self, change: impl FnMut(&mut RowProblem)) {
        self.listed.iter_mut().for_each(change);
    }

    /// Records a fault; `suggest` is called only for a new one.
    pub(super) fn add<'a>(
        &mut self,
        line: u64,
        spot: impl Into<FaultAt<'a>>,
        written: &str,
        problem: ImportProblem,
        suggest: impl FnOnce() -> Suggested,
    ) {
        self.rows += 1;
        let FaultAt { column, at, in_header } = spot.into();
        let written = match written.char_indices().nth(WRITTEN) {
            Some((end, _)) => format!("{}…", written.get(..end).unwrap_or_default().trim_end()),
            None => written.to_owned(),
        };
        let key = (column, problem, written);
        let known = self.places.get_mut(&key);
        if let Some((place, last)) = known
            && let Some(known) = self.listed.get_mut(*place)
        {
            // A fault in a heading is reported once, and so is one that a row has twice.
            known.rows += usize::from(*last != line);
            *last = line;
            if known.lines.len() < LINES && !known.lines.contains(&line) {
                known.lines.push(line);
            }
            let is_other = |(at, _): &(usize, &str)| known.columns.iter().all(|(it, _)| it != at);
            if let Some((at, heading)) = at.filter(is_other)
                && known.columns.len() < LINES
            {
                known.columns.push((at, heading.to_owned()));
            }
        } else if self.listed.len() < MOST {
            let Suggested { names: suggestions, who } = suggest();
            let (lines, written) = (vec![line], key.2.clone());
            let columns = Vec::from_iter(at.map(|(at, heading)| (at, heading.to_owned())));
            let problem = RowProblem {
                column,
                columns,
                in_header,
                written,
                problem,
                suggestions,
                who,
                lines,
                rows: 1,
            };
            self.places.insert(key, (self.listed.len(), line));
            self.listed.push(problem);
        } else {
            self.unlisted += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_fault_in_many_rows_is_one_finding_and_too_many_faults_are_only_counted() {
        let mut problems = Problems::default();
        let mut asked = 0;
        for line in 2..=1001 {
            problems.add(line, "party", "XXX", ImportProblem::UnknownParty, || {
                asked += 1;
                Suggested::default()
            });
        }
        assert_eq!((asked, problems.listed().len(), problems.rows()), (1, 1, 1000));
        assert_eq!(problems.listed()[0].lines, [2, 3, 4, 5, 6]);
        assert_eq!(problems.listed()[0].rows, 1000);
        for line in 0..1000 {
            let name = format!("Y{line}");
            problems.add(line, "party", &name, ImportProblem::UnknownParty, Suggested::default);
        }
        assert_eq!(
            (problems.listed().len(), problems.unlisted(), problems.rows()),
            (100, 901, 2000)
        );
    }
}
