//! The answers about a pasted table in a form that can be stored and restored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Grid, Hold, Spot, Who};
use crate::library;
use crate::model::{Keyed, PartyKind};

/// The answers, by the name or party they are about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptAnswers {
    // By the name in the table.
    names: BTreeMap<String, KeptAnswer>,
    // Which of several contradicting rows counts: a row by line and column, or none.
    holds: Vec<(KeptWho, Option<(usize, usize)>)>,
    // Whether the user has accepted what is left out.
    accepted: bool,
    // The names of the columns of a table without a header, by number.
    #[serde(default)]
    columns: BTreeMap<usize, String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KeptAnswer {
    State(String),
    Group(String),
    Own(String, bool),
    LeaveOut,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KeptWho {
    State(String),
    Group(String),
    Own(usize),
}

impl Grid {
    /// The answers so far.
    pub(crate) fn kept_answers(&self) -> KeptAnswers {
        let names = self.questions().filter_map(|(at, subject)| {
            Some((subject.name.clone(), KeptAnswer::of(self.answer_to(at)?)))
        });
        let holds = self.holds.iter().map(|(who, hold)| {
            let row = match hold {
                Hold::Row(spot) => Some((spot.line, spot.column)),
                Hold::Neither => None,
            };
            (KeptWho::of(*who), row)
        });
        let columns = self.columns().map(|(column, name)| (column, name.to_owned()));
        KeptAnswers {
            names: names.collect(),
            holds: holds.collect(),
            accepted: self.accepted,
            columns: columns.collect(),
        }
    }

    /// Restores the stored answers, as far as their questions still exist.
    pub(crate) fn take_up(&mut self, kept: &KeptAnswers) {
        for (subject, answer) in self.subjects.iter().zip(&mut self.answers) {
            if !subject.certain {
                let kept = kept.names.get(&subject.name).and_then(KeptAnswer::answer);
                *answer = kept.or(*answer);
            }
        }
        self.settle();
        for (who, row) in &kept.holds {
            let hold = row.map_or(Hold::Neither, |(line, column)| Hold::Row(Spot { line, column }));
            if let Some(who) = who.who() {
                self.holds.insert(who, hold);
            }
        }
        kept.columns.iter().for_each(|(column, name)| self.name_column(*column, name));
        self.accepted = kept.accepted;
        self.settle();
    }
}

impl KeptAnswer {
    fn of(answer: Answer) -> Self {
        match answer {
            Answer::State(state) => Self::State(state.iso3.clone()),
            Answer::Group(group) => Self::Group(group.code.clone()),
            Answer::Own { kind, decides } => Self::Own(kind.key().to_owned(), decides),
            Answer::LeaveOut => Self::LeaveOut,
        }
    }

    fn answer(&self) -> Option<Answer> {
        Some(match self {
            Self::State(code) => {
                Answer::State(library::states().iter().find(|state| state.iso3 == *code)?)
            }
            Self::Group(code) => {
                Answer::Group(library::groups().iter().find(|group| group.code == *code)?)
            }
            Self::Own(kind, decides) => {
                Answer::Own { kind: PartyKind::from_key(kind)?, decides: *decides }
            }
            Self::LeaveOut => Answer::LeaveOut,
        })
    }
}

impl KeptWho {
    fn of(who: Who) -> Self {
        match who {
            Who::State(code) => Self::State(code.to_owned()),
            Who::Group(code) => Self::Group(code.to_owned()),
            Who::Own(place) => Self::Own(place),
        }
    }

    fn who(&self) -> Option<Who> {
        Some(match self {
            Self::State(code) => {
                Who::State(&library::states().iter().find(|state| state.iso3 == *code)?.iso3)
            }
            Self::Group(code) => {
                Who::Group(&library::groups().iter().find(|group| group.code == *code)?.code)
            }
            Self::Own(place) => Who::Own(*place),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::read_grid;
    use super::*;

    #[test]
    fn answers_about_a_table_are_restored_when_it_is_read_again() {
        let table = "party\tP-1\nNetherlands\t+\nNetherlands\t-\nAtlantis\t+\nNowhere\t-\nX\tq\n";
        let mut grid = read_grid(table).unwrap();
        let names: Vec<_> = grid.questions().map(|(at, it)| (at, it.name.clone())).collect();
        assert_eq!(names.len(), 3, "{names:?}");
        grid.answer(names[0].0, Answer::own(PartyKind::Company));
        grid.answer(names[1].0, Answer::LeaveOut);
        let clash = grid.clashes()[0].clone();
        grid.hold(clash.who, Hold::Row(clash.rows[1]));
        grid.accepted = true;
        let kept = serde_json::to_string(&grid.kept_answers()).unwrap();
        let mut again = read_grid(table).unwrap();
        assert_ne!(again.counts(), grid.counts());
        again.take_up(&serde_json::from_str(&kept).unwrap());
        assert_eq!(again.kept_answers(), grid.kept_answers());
        assert_eq!(again.counts(), grid.counts());
        assert_eq!((again.unanswered(), again.undecided()), (1, 0));
    }
}
