//! How much obstacles hinder proposals, and what is done about them.
//!
//! A table has neither the answers to the questions about an obstacle nor the parties that an
//! assessment concerns in particular, so those in the dossier are kept.

use std::collections::HashMap;

use super::{Made, same_already, the_only};
use crate::exchange::intake::cells::{Flaw, RowCells};
use crate::exchange::intake::layout::Field;
use crate::exchange::names::Found;
use crate::exchange::problems::ImportProblem;
use crate::model::words::fold;
use crate::model::{
    Assessment, Obstacle, ProposalId, Record, Remedy, RemedyKind, RemedyStatus, Snapshot,
};

type Assessments = HashMap<(ProposalId, Obstacle), Vec<Assessment>>;
type Remedies = HashMap<(ProposalId, Obstacle, String), Vec<Remedy>>;

/// The dossier's assessments and remedies, by subject.
pub(super) fn known(snapshot: &Snapshot) -> (Assessments, Remedies) {
    let (mut assessments, mut remedies) = (Assessments::new(), Remedies::new());
    for it in snapshot.assessments.iter() {
        assessments.entry((it.proposal, it.obstacle)).or_default().push(it.clone());
    }
    for it in snapshot.remedies.iter() {
        remedies.entry(about(it)).or_default().push(it.clone());
    }
    (assessments, remedies)
}

fn about(remedy: &Remedy) -> (ProposalId, Obstacle, String) {
    (remedy.proposal, remedy.obstacle, fold(&remedy.title))
}

impl Made<'_> {
    /// Remembers what a row says of an obstacle.
    pub(super) fn put_on_obstacle(&mut self, record: &Record) {
        match record {
            Record::Assessment(it) => {
                let all = self.assessments.entry((it.proposal, it.obstacle)).or_default();
                all.retain(|other| other.id != it.id);
                all.push(it.clone());
            }
            Record::Remedy(it) => {
                let all = self.remedies.entry(about(it)).or_default();
                all.retain(|other| other.id != it.id);
                all.push(it.clone());
            }
            _ => {}
        }
    }

    /// The proposal and the obstacle of a row.
    fn hindered(&self, cells: RowCells<'_>) -> Result<(ProposalId, Obstacle), Flaw> {
        let written = cells.get(Field::Proposal);
        if written.is_empty() {
            return Err((Field::Proposal, ImportProblem::Empty));
        }
        let proposal = match self.proposals.look_up(written) {
            Found::One(id) => id,
            Found::Many(_) => return Err((Field::Proposal, ImportProblem::Ambiguous)),
            Found::Nothing => return Err((Field::Proposal, ImportProblem::UnknownProposal)),
        };
        let obstacle = cells.obstacle()?;
        Ok((proposal, obstacle.ok_or((Field::Obstacle, ImportProblem::Empty))?))
    }

    pub(in super::super) fn assessment(
        &mut self,
        cells: RowCells<'_>,
    ) -> Result<Vec<Record>, Flaw> {
        let (proposal, obstacle) = self.hindered(cells)?;
        let severity = cells.severity(Field::Severity)?;
        let severity = severity.ok_or((Field::Severity, ImportProblem::Empty))?;
        let date = cells.date(Field::Date)?;
        let written = date.map(|it| it.first_day());
        let day = written.unwrap_or(self.options.undated_on);
        let mut records = Vec::new();
        let source = self.rests_on(cells, &mut records);
        let filled = |assessment: &Assessment| {
            let mut assessment = Assessment { severity, ..assessment.clone() };
            assessment.source = source.or(assessment.source);
            cells.set(Field::Rationale, &mut assessment.rationale);
            cells.marking(&mut assessment.marking)?;
            Ok(assessment)
        };
        let line = self.assessments.get(&(proposal, obstacle)).map_or(&[][..], Vec::as_slice);
        // Without a day, the row describes the current state.
        let newest = line.iter().filter(|it| it.date <= day).map(|it| it.date).max();
        let on = if written.is_some() { Some(day) } else { newest };
        let of_day: Vec<_> = line.iter().filter(|it| Some(it.date) == on).collect();
        let found = same_already(&of_day, filled)?.or(the_only(&of_day));
        let holds = |it: &&Assessment| {
            written.is_some() || it.date == day || filled(it).as_ref() == Ok(*it)
        };
        let assessment = match found.filter(holds) {
            Some(found) => filled(found)?,
            None => {
                self.undated += usize::from(written.is_none());
                self.months += usize::from(date.is_some_and(|it| it.last_day() != day));
                self.future += usize::from(day > self.options.today);
                let mut new = Assessment::new(proposal, obstacle, severity, day);
                new.author.clone_from(&self.options.author);
                filled(&new)?
            }
        };
        records.push(assessment.into());
        Ok(records)
    }

    pub(in super::super) fn remedy(&self, cells: RowCells<'_>) -> Result<Vec<Record>, Flaw> {
        let (proposal, obstacle) = self.hindered(cells)?;
        let title = cells.get(Field::Name);
        if title.is_empty() {
            return Err((Field::Name, ImportProblem::Empty));
        }
        let kind = cells.keyed::<RemedyKind>(Field::Kind)?;
        let status = cells.keyed::<RemedyStatus>(Field::Status)?;
        let due = cells.date(Field::Due)?.map(|it| it.last_day());
        let after = cells.severity(Field::After)?;
        let filled = |remedy: &Remedy| {
            let mut remedy = remedy.clone();
            cells.set(Field::Text, &mut remedy.text);
            cells.set(Field::Owner, &mut remedy.owner);
            cells.set(Field::Precedent, &mut remedy.precedent);
            cells.set(Field::Note, &mut remedy.note);
            cells.marking(&mut remedy.marking)?;
            (remedy.kind, remedy.due) = (kind.or(remedy.kind), due.or(remedy.due));
            remedy.status = status.unwrap_or(remedy.status);
            remedy.severity_after = after.unwrap_or(remedy.severity_after);
            Ok(remedy)
        };
        let key = (proposal, obstacle, fold(title));
        let known: Vec<_> = self.remedies.get(&key).into_iter().flatten().collect();
        let found = same_already(&known, filled)?.or(the_only(&known));
        let remedy = match found {
            Some(found) => filled(found)?,
            None => filled(&Remedy::new(proposal, obstacle, title))?,
        };
        Ok(vec![remedy.into()])
    }
}
