//! The answers about a pasted table, and what they leave open.

use std::collections::BTreeMap;

use super::{Grid, Header, Spot, Subject};
use crate::library::{LibraryGroup, Meaning, State};
use crate::model::{PartyKind, Stance};

/// The answer to the question which one a name in the table means.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    /// A state.
    State(&'static State),
    /// A group, which speaks for those of its members that are in the table.
    Group(&'static LibraryGroup),
    /// A new party that is neither.
    Own {
        /// Its kind.
        kind: PartyKind,
        /// Whether it decides.
        decides: bool,
    },
    /// Not a party: its row is left out.
    LeaveOut,
}

impl From<Meaning> for Answer {
    fn from(meaning: Meaning) -> Self {
        match meaning {
            Meaning::State(state) => Self::State(state),
            Meaning::Group(group) => Self::Group(group),
            Meaning::Other(_) => Self::own(PartyKind::Organisation),
        }
    }
}

impl Answer {
    /// A new party, which decides if its kind usually does.
    pub fn own(kind: PartyKind) -> Self {
        Self::Own { kind, decides: kind.usually_decides() }
    }
}

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::State(one), Self::State(two)) => one.iso3 == two.iso3,
            (Self::Group(one), Self::Group(two)) => one.code == two.code,
            (Self::Own { kind, decides }, Self::Own { kind: other_kind, decides: others }) => {
                kind == other_kind && decides == others
            }
            (Self::LeaveOut, Self::LeaveOut) => true,
            _ => false,
        }
    }
}

/// The speaker of a row according to the answers; two rows may have the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The state with this code.
    State(&'static str),
    /// The group with this code.
    Group(&'static str),
    /// A new party, by the index of its name.
    Own(usize),
}

/// Which row counts if rows of one party contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// This row.
    Row(Spot),
    /// None of them: the stance stays unknown.
    Neither,
}

/// A proposal on which rows of one party contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disputed {
    /// The proposal, as in its heading.
    pub proposal: String,
    /// The stance on it in each row.
    pub said: Vec<(Spot, Option<Stance>)>,
}

/// Rows of one party that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The party.
    pub who: Who,
    /// Its rows, by the places of its name.
    pub rows: Vec<Spot>,
    /// The proposals on which they contradict each other.
    pub disputed: Vec<Disputed>,
}

impl Grid {
    /// The names that need an answer, with their indices.
    pub(crate) fn questions(&self) -> impl Iterator<Item = (usize, &Subject)> {
        self.subjects.iter().enumerate().filter(|(_, subject)| !subject.certain)
    }

    /// The answer about a name, if there is one.
    pub(crate) fn answer_to(&self, subject: usize) -> Option<Answer> {
        self.answers.get(subject).copied().flatten()
    }

    /// Answers what a name means.
    pub(crate) fn answer(&mut self, subject: usize, answer: Answer) {
        if let Some(place) = self.answers.get_mut(subject) {
            *place = Some(answer);
        }
        self.settle();
    }

    /// Gives the same answer for all names that are still open.
    pub fn answer_rest(&mut self, answer: Answer) {
        self.answers.iter_mut().filter(|it| it.is_none()).for_each(|it| *it = Some(answer));
        self.settle();
    }

    /// How many names still need an answer.
    pub fn unanswered(&self) -> usize {
        self.answers.iter().filter(|answer| answer.is_none()).count()
    }

    /// The parties whose rows contradict each other.
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// The decision about the rows of a party.
    pub(crate) fn holding(&self, who: Who) -> Option<Hold> {
        self.holds.get(&who).copied()
    }

    /// Decides which row of a party counts.
    pub fn hold(&mut self, who: Who, hold: Hold) {
        self.holds.insert(who, hold);
        self.settle();
    }

    /// How many contradictions are still undecided.
    pub fn undecided(&self) -> usize {
        self.clashes.iter().filter(|clash| !self.holds.contains_key(&clash.who)).count()
    }

    /// Whether everything is answered, so that a dossier can be made.
    pub fn is_ready(&self) -> bool {
        !self.is_empty()
            && self.counts[0] > 0
            && self.header != Header::LikelyMissing
            && self.nameless() == 0
            && self.unanswered() == 0
            && self.undecided() == 0
            && (self.accepted || self.left_out.is_empty())
    }

    /// How many speakers, proposals and stances the dossier would have with the present answers.
    pub fn counts(&self) -> [usize; 3] {
        self.counts
    }

    /// Takes over earlier answers about the same names.
    pub(crate) fn remember(&mut self, before: &Self) {
        let answered: BTreeMap<_, _> = before
            .questions()
            .filter_map(|(at, subject)| Some((subject.name.as_str(), before.answer_to(at)?)))
            .collect();
        for (subject, answer) in self.subjects.iter().zip(&mut self.answers) {
            if answer.is_none() {
                *answer = answered.get(subject.name.as_str()).copied();
            }
        }
        let named: Vec<_> =
            before.columns().map(|(column, name)| (column, name.to_owned())).collect();
        named.into_iter().for_each(|(column, name)| self.name_column(column, &name));
        self.settle();
    }

    /// The speaker of a row; `None` if it is left out or not answered.
    pub(super) fn who(&self, voice: usize) -> Option<Who> {
        let (subject, _) = *self.voices.get(voice)?;
        Some(match self.answer_to(subject)? {
            Answer::State(state) => Who::State(&state.iso3),
            Answer::Group(group) => Who::Group(&group.code),
            Answer::Own { .. } => Who::Own(subject),
            Answer::LeaveOut => return None,
        })
    }

    /// Every stance by speaker and proposal, if the rows agree or it was decided which one
    /// counts.
    pub(super) fn stances(&self) -> Vec<((Who, usize), Stance)> {
        let mut by_cell: BTreeMap<(Who, usize), Cell> = BTreeMap::new();
        for said in &self.said {
            let spot = self.voices.get(said.voice).map(|(_, spot)| *spot);
            if let Some((who, spot)) = self.who(said.voice).zip(spot) {
                by_cell.entry((who, said.head)).or_default().push((spot, said.stance));
            }
        }
        let held = |(cell, said): (&(Who, usize), &Cell)| Some((*cell, self.held(cell.0, said)?));
        by_cell.iter().filter_map(held).collect()
    }

    /// Recomputes what follows from the answers.
    pub(super) fn settle(&mut self) {
        let whos: Vec<_> = (0..self.voices.len()).map(|voice| self.who(voice)).collect();
        let mut rows: BTreeMap<Who, usize> = BTreeMap::new();
        whos.iter().flatten().for_each(|who| *rows.entry(*who).or_default() += 1);
        // Only a party with more than one row can contradict itself.
        let (mut stances, mut by_cell) = (0, BTreeMap::new());
        for said in &self.said {
            let Some(who) = whos.get(said.voice).copied().flatten() else { continue };
            if rows.get(&who) == Some(&1) {
                stances += usize::from(said.stance.is_some());
            } else if let Some((_, spot)) = self.voices.get(said.voice) {
                let cell: &mut Vec<_> = by_cell.entry((who, said.head)).or_default();
                cell.push((*spot, said.stance));
            }
        }
        self.clashes = self.disputes(&by_cell);
        self.holds.retain(|who, hold| {
            let mut clashes = self.clashes.iter().filter(|clash| clash.who == *who);
            clashes.any(|clash| match hold {
                Hold::Row(spot) => clash.rows.contains(spot),
                Hold::Neither => true,
            })
        });
        stances +=
            by_cell.iter().filter(|((who, _), said)| self.held(*who, said).is_some()).count();
        self.counts = [rows.len(), self.heads.len(), stances];
    }

    fn disputes(&self, by_cell: &BTreeMap<(Who, usize), Cell>) -> Vec<Clash> {
        let mut clashes: BTreeMap<Who, Clash> = BTreeMap::new();
        for ((who, head), said) in by_cell.iter().filter(|(_, said)| !agree(said)) {
            let new = || Clash { who: *who, rows: Vec::new(), disputed: Vec::new() };
            let clash = clashes.entry(*who).or_insert_with(new);
            clash.rows.extend(said.iter().map(|(spot, _)| *spot));
            let proposal = self.heads.get(*head).map_or_else(String::new, |(name, _)| name.clone());
            clash.disputed.push(Disputed { proposal, said: said.clone() });
        }
        for clash in clashes.values_mut() {
            clash.rows.sort_unstable();
            clash.rows.dedup();
        }
        clashes.into_values().collect()
    }

    /// The stance that counts, given what the rows of a party say about one proposal.
    fn held(&self, who: Who, said: &Cell) -> Option<Stance> {
        if agree(said) {
            return said.first().and_then(|(_, stance)| *stance);
        }
        let hold = self.holding(who)?;
        said.iter().find(|(spot, _)| hold == Hold::Row(*spot)).and_then(|(_, stance)| *stance)
    }
}

/// The stances of one party on one proposal, by the rows that give them.
type Cell = Vec<(Spot, Option<Stance>)>;

fn agree(said: &Cell) -> bool {
    said.windows(2).all(|two| two[0].1 == two[1].1)
}
