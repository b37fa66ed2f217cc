//! Hides records that rows create implicitly, such as the source they name, from readers who may
//! see none of those rows.

use rustc_hash::FxHashMap;

use crate::model::{
    AliasId, Contact, Marking, Position, Record, RecordId, Snapshot, Speaker, Table, Vote,
};

/// How confidentially something is named: not yet, or as the laxest row that names it, where `None`
/// is the dossier's own marking.
pub(super) type Named = Option<Option<Marking>>;

/// The combination with another row that names it. A row without a marking is as open as the
/// dossier, so then the dossier's marking counts.
pub(super) fn also(named: Named, marking: Option<Marking>) -> Named {
    Some(match named {
        None => marking,
        Some(before) => before.zip(marking).map(|(before, marking)| before.min(marking)),
    })
}

/// Marks implicitly created records like the rows that name them.
pub(super) fn mark_made(
    snapshot: &Snapshot,
    records: &mut [Record],
    entries: &[Position],
    votes: &[Vote],
) {
    let is_made = |record: &&Record| {
        let id = record.record_id();
        id.table.has_marking() && record.marking().is_none() && !snapshot.has(id)
    };
    let made = records.iter().filter(is_made).map(|record| (record.record_id(), None));
    let mut naming = Naming(made.collect());
    if naming.0.is_empty() {
        return;
    }
    let own = snapshot.dossier.marking;
    let mut links = Links { snapshot, markings: FxHashMap::default() };
    links.markings.extend(records.iter().map(|record| (record.record_id(), record.marking())));
    for record in records.iter() {
        let marking = match record {
            // These do not name what they belong to: a list of members comes from the library.
            Record::Membership(_) | Record::Alias(_) => continue,
            // Marked as personal data, which says nothing about the party.
            Record::Contact(it) if it.marking == Contact::new(it.party, "", own).marking => None,
            record if record.record_id().table.has_marking() => record.marking(),
            link => {
                links.name(link, &mut naming);
                continue;
            }
        };
        record.references().into_iter().for_each(|it| naming.name(it.to, marking));
    }
    votes.iter().for_each(|it| links.name(&it.clone().into(), &mut naming));
    for entry in entries {
        naming.name(of(entry.by), entry.marking);
        naming.name(entry.proposal.into(), entry.marking);
        if let Some(source) = entry.source {
            naming.name(source.into(), entry.marking);
        }
    }
    for record in records {
        let id = record.record_id();
        // Only a source may become less confidential than the dossier, like the rows it is in:
        // anything with a marking of its own may appear on a wall, and sources never do.
        let named = naming.0.get(&id).copied().flatten().flatten();
        let named = named.filter(|named| id.table == Table::Sources || *named > own);
        if let (Some(named), Some(marking)) = (named, record.marking_mut()) {
            *marking = Some(named);
        }
    }
}

/// Drops other names that occur only in rows more confidential than the party or group they name: a
/// name has no marking of its own.
pub(super) fn drop_confided(
    snapshot: &Snapshot,
    records: &mut Vec<Record>,
    written: &FxHashMap<AliasId, Marking>,
) {
    if written.is_empty() {
        return;
    }
    let own = snapshot.dossier.marking;
    let new = records.iter().filter_map(|it| Some((it.record_id(), it.marking()?)));
    let new: FxHashMap<RecordId, Marking> = new.collect();
    records.retain(|record| {
        let Record::Alias(alias) = record else { return true };
        let Some(written) = written.get(&alias.id) else { return true };
        let id = of(alias.of);
        let known = || snapshot.record(id).and_then(|record| record.marking());
        let marking = new.get(&id).copied().or_else(known).unwrap_or(own);
        *written <= marking
    });
}

/// The implicitly created records, and how confidentially each is named.
struct Naming(FxHashMap<RecordId, Named>);

impl Naming {
    fn name(&mut self, id: RecordId, marking: Option<Marking>) {
        if let Some(named) = self.0.get_mut(&id) {
            *named = also(*named, marking);
        }
    }
}

/// What has no marking of its own is as confidential as the first record that it is part of, and names the
/// others: a vote is in a roll call, and names a party.
struct Links<'a> {
    snapshot: &'a Snapshot,
    markings: FxHashMap<RecordId, Option<Marking>>,
}

impl Links<'_> {
    fn name(&mut self, link: &Record, naming: &mut Naming) {
        let references = link.references();
        let Some((whole, named)) = references.split_first() else { return };
        let stored = || self.snapshot.record(whole.to).and_then(|record| record.marking());
        let marking = *self.markings.entry(whole.to).or_insert_with(stored);
        named.iter().for_each(|it| naming.name(it.to, marking));
    }
}

fn of(speaker: Speaker) -> RecordId {
    match speaker {
        Speaker::Party(id) => id.into(),
        Speaker::Group(id) => id.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Assessment, Bilingual, Concern, Dossier, Obstacle, Party, PartyKind, Proposal, Sponsor,
    };

    /// The marking of a new party after these records name it.
    fn marked(naming: impl FnOnce(&Party) -> Vec<Record>) -> Option<Marking> {
        let snapshot = Snapshot::new(Dossier::new(""));
        let party = Party::new("A", Bilingual::new("A", ""), PartyKind::State);
        let mut records = naming(&party);
        records.insert(0, party.into());
        mark_made(&snapshot, &mut records, &[], &[]);
        records[0].marking()
    }

    #[test]
    fn who_is_named_by_a_part_is_as_confidential_as_the_whole() {
        let day = "2026-11-28".parse().unwrap();
        let concerned = |party: &Party, marking| {
            let proposal = Proposal::new("P", Bilingual::new("P", ""));
            let mut assessment = Assessment::new(proposal.id, Obstacle::Proxies, None, day);
            assessment.marking = marking;
            let concern = Concern::new(assessment.id, party.id);
            vec![proposal.into(), assessment.into(), concern.into()]
        };
        let red = Some(Marking::Red);
        assert_eq!(marked(|party| concerned(party, red)), red);
        assert_eq!(marked(|party| concerned(party, None)), None);
        let sponsor = |party: &Party, marking| {
            let mut proposal = Proposal::new("P", Bilingual::new("P", ""));
            proposal.marking = marking;
            let sponsor = Sponsor::new(proposal.id, party.id, false);
            vec![proposal.into(), sponsor.into()]
        };
        assert_eq!(marked(|party| sponsor(party, red)), red);
        // The laxest that names it counts.
        let both = |party: &Party| [concerned(party, red), sponsor(party, None)].concat();
        assert_eq!(marked(both), None);
    }
}
