//! How far each record of a dossier may travel, even if it has no marking of its own.

use std::collections::HashSet;
use std::convert::Infallible;

use super::{Marking, Record, RecordId, Snapshot};

impl Snapshot {
    /// The effective marking of a record: its own or else the dossier's, and never less strict
    /// than that of any record it is part of. A membership or a vote, which has no marking
    /// itself, takes that of the records it is part of.
    ///
    /// Copies and pages under a ceiling contain the records whose effective marking is no
    /// stricter. A record that does not exist has the dossier's marking.
    pub fn marking_of(&self, record: RecordId) -> Marking {
        self.marking_if(record, self.dossier.marking)
    }

    /// The same if the dossier's marking were this one.
    pub(crate) fn marking_if(&self, record: RecordId, dossier: Marking) -> Marking {
        let Ok(all) = with_wholes(record, |id| Ok::<_, Infallible>(self.find(id)));
        strictest(&all, dossier)
    }

    /// The marking that a text about a record takes: that of the record if it is stricter than
    /// the dossier's, otherwise `None`.
    pub fn marking_about(&self, about: RecordId) -> Option<Marking> {
        Some(self.marking_of(about)).filter(|marking| *marking > self.dossier.marking)
    }
}

/// A record and every record that it is part of, as far as `find` finds them.
pub(crate) fn with_wholes<E>(
    record: RecordId,
    mut find: impl FnMut(RecordId) -> Result<Option<Record>, E>,
) -> Result<Vec<Record>, E> {
    let (mut all, mut seen, mut next) = (Vec::new(), HashSet::new(), vec![record]);
    while let Some(id) = next.pop() {
        if !seen.insert(id) {
            continue;
        }
        let Some(found) = find(id)? else { continue };
        let wholes = found.references().into_iter().filter(|it| it.part);
        next.extend(wholes.map(|whole| whole.to));
        all.push(found);
    }
    Ok(all)
}

/// The strictest marking of a record and of those it is part of, in a dossier with this marking.
pub(crate) fn strictest(with_wholes: &[Record], dossier: Marking) -> Marking {
    let marked = with_wholes.iter().filter(|record| record.record_id().table.has_marking());
    let markings = marked.map(|record| match record {
        Record::Dossier(_) => dossier,
        record => record.marking().unwrap_or(dossier),
    });
    markings.max().unwrap_or(dossier)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Assessment, Bilingual, Concern, Dossier, Obstacle, Party, PartyKind, Proposal,
    };

    #[test]
    fn a_part_is_never_less_strict_than_the_whole_and_no_marking_means_the_dossiers() {
        let mut snapshot = Snapshot::new(Dossier::new(""));
        let day = "2024-05-01".parse().unwrap();
        let mut party = Party::new("A", Bilingual::default(), PartyKind::State);
        party.marking = Some(Marking::Clear);
        let mut proposal = Proposal::new("P", Bilingual::default());
        let mut assessment = Assessment::new(proposal.id, Obstacle::Proxies, None, day);
        let concern = Concern::new(assessment.id, party.id);
        for (of_proposal, of_assessment, holds) in [
            (Some(Marking::Clear), Some(Marking::Clear), Marking::Clear),
            (Some(Marking::Clear), None, Marking::Amber),
            (None, Some(Marking::Clear), Marking::Amber),
            (Some(Marking::Red), Some(Marking::Clear), Marking::Red),
            (Some(Marking::Clear), Some(Marking::Red), Marking::Red),
        ] {
            (proposal.marking, assessment.marking) = (of_proposal, of_assessment);
            for record in [
                Record::from(party.clone()),
                proposal.clone().into(),
                assessment.clone().into(),
                concern.clone().into(),
            ] {
                snapshot.put(record);
            }
            assert_eq!(snapshot.marking_of(concern.record_id()), holds);
            let stricter = (holds > Marking::Amber).then_some(holds);
            assert_eq!(snapshot.marking_about(concern.record_id()), stricter);
        }
        assert_eq!(snapshot.marking_of(snapshot.dossier.record_id()), Marking::Amber);
    }
}
