//! Weighs whether a layout fits a table better than the others.

use std::collections::HashMap;

use super::coded::{is_other, names_proposal};
use super::guess::Found;
use super::layout::{Field, Layout};
use super::look::{Kind, Look};

impl Found {
    /// Checks whether another layout may fit as well: nothing is read one way if it could be the
    /// other.
    pub(super) fn weigh(&mut self, look: &Look, headings: &[String]) {
        let can_head = |at: usize| {
            let kind = look.kind(self.row, at);
            kind.filled && !kind.stance && !kind.number && !kind.day
        };
        self.headed = self.columns.iter().filter(|(at, _)| can_head(*at)).count();
        let place = |field: Field| self.columns.iter().find(|(_, it)| *it == field);
        let parties = place(Field::Party).map(|(at, _)| *at);
        let proposals = place(Field::Proposal).map(|(at, _)| *at);
        let most = |at: usize, of: fn(Kind) -> bool| {
            let (filled, are) = look.below(self.row, at, of);
            are > 0 && are * 5 >= filled * 3
        };
        // A row that names a party is data, not a header.
        if parties.is_some_and(|at| look.kind(self.row, at).party) {
            self.doubtful = true;
            if self.layout == Layout::Matrix {
                self.points = 0;
                return;
            }
        }
        // A row above the header that is like those below it would be lost.
        let says = |row: usize, (at, field): &(usize, Field)| {
            let kind = look.kind(row, *at);
            matches!(field, Field::Cells | Field::Stance) && (kind.stance || kind.small)
        };
        let above = |row: usize| {
            let name = parties.or(proposals).map(|at| look.kind(row, at));
            name.is_some_and(|it| it.filled && !it.stance && (it.party || parties.is_none()))
                && self.columns.iter().any(|column| says(row, column))
        };
        self.doubtful |= (0..self.row).any(above);
        let free = || {
            headings
                .iter()
                .enumerate()
                .filter(|(at, heading)| !self.is_taken(*at) && !heading.is_empty())
        };
        match self.layout {
            Layout::Matrix => {
                let cells = self.columns.iter().filter(|(_, field)| *field == Field::Cells);
                if cells.clone().any(|(at, _)| look.kind(self.row, *at).proposal) {
                    return;
                }
                // One of the other columns may hold the subject of the stance.
                let says = |(at, heading): &(usize, &String)| {
                    names_proposal(heading) || most(*at, |kind| kind.proposal)
                };
                let words = |(at, heading): &(usize, &String)| {
                    look.is_wordy(self.row, *at) && !is_other(heading)
                };
                let repeats = |at: usize| look.repeats(self.row, at);
                let few = cells.filter(|(at, _)| !most(*at, Kind::is_figure)).count() < 2;
                let rival = free().any(|it| says(&it) || few && words(&it));
                let again =
                    parties.is_some_and(repeats) || free().filter(words).any(|(at, _)| repeats(at));
                if rival {
                    self.points = self.points.saturating_sub(5);
                }
                self.doubtful |= rival || again;
            }
            // Parties in both directions: who is a member of what, or who trusts whom.
            Layout::Turned | Layout::WideRolls
                if proposals.is_some_and(|at| most(at, |kind| kind.party)) =>
            {
                self.points = 0;
                self.doubtful = true;
            }
            // Parties down the side and crosses under other names: who belongs to what.
            Layout::Turned | Layout::WideRolls if free().any(|(at, _)| most(at, |it| it.party)) => {
                let mut cells = self.columns.iter().filter(|(_, field)| *field == Field::Cells);
                let flagged = |at: usize| {
                    let (filled, flags) = look.below(self.row, at, |kind| kind.flag);
                    filled == flags
                };
                if cells.all(|(at, _)| flagged(*at)) {
                    self.points = self.points.saturating_sub(5);
                }
                self.doubtful = true;
            }
            // Nobody votes with reservations, and a resolution is voted on once.
            Layout::LongRolls if self.says_positions(look, headings) => {
                self.points = self.points.saturating_sub(4);
                self.doubtful = true;
            }
            Layout::Turned
            | Layout::WideRolls
            | Layout::Positions
            | Layout::LongRolls
            | Layout::Crosses => {}
            Layout::Parties
            | Layout::Proposals
            | Layout::Memberships
            | Layout::Sources
            | Layout::Contacts
            | Layout::Obstacles
            | Layout::Remedies => {
                // One column of many says little about the others, and stances do not belong here.
                let more = free().next().is_some();
                let stances = |kind: Kind| kind.stance && !kind.flag && !kind.number;
                let stray = free().find(|(at, _)| most(*at, stances)).map(|(at, _)| at);
                let said = stray.is_some();
                self.stray = stray;
                if said {
                    self.points = self.points.saturating_sub(6);
                }
                self.doubtful |= said || self.columns.len() < 2 && more;
            }
        }
    }

    /// Whether apparent votes are more likely to be positions: stances that cannot be votes,
    /// several days for one text, or columns that only positions have.
    fn says_positions(&self, look: &Look, headings: &[String]) -> bool {
        let place = |field: Field| self.columns.iter().find(|(_, it)| *it == field);
        let graded = |(at, _): &(usize, Field)| look.below(self.row, *at, |it| it.graded).1 > 0;
        if place(Field::Stance).is_some_and(graded) {
            return true;
        }
        let mut free = headings.iter().enumerate().filter(|(at, _)| !self.is_taken(*at));
        if free.any(|(at, heading)| {
            Field::beside(heading).is_some() && look.below(self.row, at, |_| true).0 > 0
        }) {
            return true;
        }
        let Some((date, _)) = place(Field::Date) else { return false };
        let texts = [Field::Proposal, Field::Number].map(|it| place(it).map(|(at, _)| *at));
        let mut days = HashMap::new();
        look.headings.iter().skip(self.row + 1).any(|cells| {
            let cell = |at: usize| cells.get(at).map_or("", String::as_str);
            let day = cell(*date);
            let text = texts.map(|at| at.map(cell));
            !day.is_empty() && *days.entry(text).or_insert(day) != day
        })
    }
}
