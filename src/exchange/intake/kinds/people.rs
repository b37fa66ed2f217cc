//! People at a party, its interests, and steps to take.

use super::{Made, same_already, the_only};
use crate::exchange::intake::cells::{Flaw, RowCells};
use crate::exchange::intake::layout::Field;
use crate::exchange::intake::records::Meant;
use crate::model::words::fold;
use crate::model::{Contact, Engagement, NextStep, PartyId, Record};

impl Made<'_> {
    pub(in super::super) fn contact(
        &mut self,
        cells: RowCells<'_>,
        meant: &Meant<'_>,
    ) -> Result<Vec<Record>, Flaw> {
        let party = meant.party(Field::Party, cells.get(Field::Party))?;
        let known = self.engagements.get(&party).cloned();
        let mut engagement = known.clone().unwrap_or_else(|| Engagement::new(party));
        let (untouched, mut said) = (engagement.clone(), false);
        for (field, value) in [
            (Field::Economic, &mut engagement.economic),
            (Field::Social, &mut engagement.social),
            (Field::Security, &mut engagement.security),
            (Field::Development, &mut engagement.development),
            (Field::Tags, &mut engagement.tags),
            (Field::Offer, &mut engagement.offer),
            (Field::Argument, &mut engagement.argument),
        ] {
            said |= !cells.get(field).is_empty();
            cells.set(field, value);
        }
        let person = self.person(cells, party)?;
        let title = cells.get(Field::Step);
        let mut records = Vec::new();
        // The marking of a person or a step is not that of the party's interests.
        let only = known.is_some() && person.is_none() && title.is_empty();
        if engagement != untouched || said || only {
            cells.marking(&mut engagement.marking)?;
            records.push(engagement.into());
        }
        records.extend(person.map(Record::from));
        if !title.is_empty() {
            let known = self.steps.get(&(party, fold(title))).cloned();
            let mut step = known.unwrap_or_else(|| NextStep::new(party, title));
            cells.set(Field::Owner, &mut step.owner);
            step.due = cells.date(Field::Due)?.map(|it| it.last_day()).or(step.due);
            cells.marking(&mut step.marking)?;
            records.push(step.into());
        }
        Ok(records)
    }

    /// The person of a row, or the desk if nobody is named; `None` if it has neither.
    fn person(&self, cells: RowCells<'_>, party: PartyId) -> Result<Option<Contact>, Flaw> {
        let called = [Field::Person, Field::Function, Field::Email, Field::Phone];
        let name = called.into_iter().map(|it| cells.get(it)).find(|it| !it.is_empty());
        // A first name alone identifies nobody; together with a last name it is one person.
        let parts = [Field::FirstName, Field::Infix, Field::Person].map(|it| cells.get(it));
        let whole: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        let name = if parts[0].is_empty() && parts[1].is_empty() {
            name.map(str::to_owned)
        } else {
            Some(whole.join(" "))
        };
        let Some(name) = name else { return Ok(None) };
        let name = name.as_str();
        let known: Vec<_> = self.contacts.get(&(party, fold(name))).into_iter().flatten().collect();
        let filled = |contact: &Contact| {
            let mut contact = contact.clone();
            cells.set(Field::Function, &mut contact.function);
            cells.set(Field::Organisation, &mut contact.organisation);
            cells.set(Field::Email, &mut contact.email);
            cells.set(Field::Phone, &mut contact.telephone);
            cells.set(Field::Language, &mut contact.language);
            cells.set(Field::Note, &mut contact.note);
            cells.marking(&mut contact.marking)?;
            Ok::<_, Flaw>(contact)
        };
        if let Some(contact) = same_already(&known, filled)? {
            return Ok(Some(contact.clone()));
        }
        let ways = [cells.get(Field::Email), cells.get(Field::Phone)];
        let reached = known.iter().copied().find(|it| {
            let own = [it.email.as_str(), it.telephone.as_str()];
            own.iter().zip(ways).any(|(own, way)| !way.is_empty() && *own == way)
        });
        let dossier = self.snapshot.dossier.marking;
        match reached.or(the_only(&known)) {
            Some(contact) => filled(contact).map(Some),
            None => filled(&Contact::new(party, name, dossier)).map(Some),
        }
    }
}
