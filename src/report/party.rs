//! The brief on one party for whoever visits it: its stances, what moves it, whom to turn to and
//! what is to be done.

use super::changes::{About, changes};
use super::counted::{CampGrounds, figures, group_grounds};
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::parties::groups_of;
use super::words::legend;
use super::{On, PageContext, proposals_in_order};
use crate::analysis::{Answer, Basis, Coalition, Tally, coalition, pairs, who};
use crate::explain::how_known;
use crate::model::stance::opposition;
use crate::model::words::fold;
use crate::model::{Party, Slot};
use crate::text::{Message, msg};

/// The blocks of the page.
pub(super) fn party<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let On::Party(id) = *context.on else { return Vec::new() };
    let snapshot = context.snapshot;
    let found = snapshot.parties.slot(id);
    let Some((slot, party)) = found.and_then(|it| Some((it, snapshot.parties.at(it)?))) else {
        return Vec::new();
    };
    let coalition = coalition(snapshot, context.as_of);
    let page = PartyPage { context, records, slot, party, coalition: &coalition };
    let mut blocks = page.who();
    blocks.extend(page.stances());
    blocks.extend(page.competing());
    blocks.extend(page.interests());
    blocks.extend(page.steps());
    blocks.extend(page.contacts());
    blocks.extend(page.changed());
    blocks
}

struct PartyPage<'a, 'b> {
    context: &'b PageContext<'a>,
    records: &'b Records<'a>,
    slot: Slot,
    party: &'a Party,
    coalition: &'b Coalition,
}

impl<'a> PartyPage<'a, '_> {
    fn heading(&self, id: Message) -> Block<'a> {
        Block::Heading(Cell::fixed(self.context.text.get(id)))
    }

    /// The party itself, its camp and its groups.
    fn who(&self) -> Vec<Block<'a>> {
        let PageContext { snapshot, text, as_of, .. } = *self.context;
        let own = self.records.of(self.party.id);
        let camp = CampGrounds::new(snapshot, self.records).of(self.slot);
        let groups = Cell::list(groups_of(snapshot, self.records, as_of, self.party.id));
        let label = camp.cell(Value::label(text, self.coalition.camps.camp(self.slot)));
        let index = self.coalition.camps.get(self.slot).and_then(|reading| reading.index);
        let id = if index.is_some() { msg!("party-is-index") } else { msg!("party-is") };
        let index = index.map_or_else(String::new, |index| text.index(index));
        let values = [
            ("kind", own.cell(Value::label(text, self.party.kind))),
            ("camp", label),
            ("index", camp.cell(index)),
        ];
        let field = Cell::fields(vec![
            ("code", own.cell(&self.party.code)),
            ("name", own.cell(text.of(&self.party.name))),
        ]);
        let mut blocks = vec![
            Block::Heading(own.cell(text.of(&self.party.name))),
            Block::Field("party", field),
            Block::Sentence(Cell::sentence(text, id, &values)),
        ];
        let named = groups.words(text).replace(' ', ", ");
        if !named.is_empty() {
            let values = [("groups", groups.grounds().cell(named))];
            blocks.push(Block::Sentence(Cell::sentence(text, msg!("party-in"), &values)));
        }
        if !self.party.note.is_empty() {
            blocks.push(Block::Sentence(own.cell(&self.party.note)));
        }
        blocks
    }

    /// Its stance on every proposal, objections first.
    fn stances(&self) -> Vec<Block<'a>> {
        let PageContext { snapshot, text, as_of, .. } = *self.context;
        let of_groups = group_grounds(snapshot, self.records, as_of);
        let mut tally = Tally::default();
        let mut rows: Vec<(u8, [Cell<'a>; 7])> = Vec::new();
        for (column, proposal) in proposals_in_order(snapshot) {
            let stance = self.coalition.stance(column, self.slot);
            let basis = self.coalition.basis(column, self.slot);
            tally.add(stance);
            let entry = snapshot.positions.current(column, self.slot, as_of);
            let whole = [self.records.of(self.party.id), self.records.of(proposal.id)];
            let said = match (basis, entry) {
                (Basis::Own, Some(entry)) => self.records.entry(entry),
                _ => {
                    let groups = of_groups.get(&proposal.id).into_iter().flatten().cloned();
                    let entry = entry.map(|entry| self.records.entry(entry));
                    Grounds::all(whole.iter().cloned().chain(groups).chain(entry))
                }
            };
            let entry = entry.filter(|_| basis == Basis::Own);
            let certainty = entry.and_then(|entry| entry.certainty());
            let basis = how_known(text, basis, certainty);
            let source = entry.and_then(|entry| entry.source());
            let source = source.and_then(|source| snapshot.sources.at(source));
            let own = self.records.of(proposal.id);
            rows.push((
                opposition(stance),
                [
                    own.cell(&proposal.code),
                    own.cell(text.of(&proposal.title)),
                    said.cell(Value::Stance(stance)),
                    said.cell(Value::Label { key: None, words: basis }),
                    said.cell(entry.map(|entry| entry.date())),
                    said.cell(entry.map_or("", |entry| entry.condition())),
                    self.records.source(source.map(|source| source.id), &said),
                ],
            ));
        }
        rows.sort_by_key(|(weight, _)| *weight);
        let all = Grounds::all(
            rows.iter().flat_map(|(_, row)| row.iter().map(|it| it.grounds().clone())),
        );
        let values = figures(&tally, &all);
        let columns = [
            Column::new("code", text.get(msg!("column-code"))),
            Column::new("title", text.get(msg!("field-title"))),
            Column::new("stance", text.get(msg!("field-stance"))),
            Column::read(text.get(msg!("field-certainty"))),
            Column::new("date", text.get(msg!("field-date"))),
            Column::new("condition", text.get(msg!("field-condition"))),
            Column::note("source", text.get(msg!("field-source"))),
        ];
        let rows = rows.into_iter().map(|(_, row)| row);
        vec![
            self.heading(msg!("party-page-stances")),
            Block::Sentence(Cell::sentence(text, msg!("party-stands"), &values)),
            Block::Table(Table::new("stances", columns, rows)),
            Block::Sentence(Grounds::default().cell(legend(text))),
        ]
    }

    /// The competing texts of which it says yes to both: it wants the subject settled.
    fn competing(&self) -> Vec<Block<'a>> {
        let PageContext { snapshot, text, .. } = *self.context;
        let found = pairs(snapshot, self.coalition, &self.coalition.camps);
        let both = found.iter().filter(|pair| {
            who(snapshot, self.coalition, pair.proposals, None, Answer::Both).contains(&self.slot)
        });
        let sentence = |proposals: [Slot; 2]| {
            let [one, other] = proposals.map(|slot| {
                let proposal = snapshot.proposals.at(slot)?;
                let entry = snapshot.positions.current(slot, self.slot, self.context.as_of);
                let entry = entry.map(|entry| self.records.entry(entry));
                let own = [self.records.of(proposal.id), self.records.of(self.party.id)];
                Some(Grounds::all(own.into_iter().chain(entry)).cell(&proposal.code))
            });
            let values = [("first", one?), ("second", other?)];
            Some(Block::Sentence(Cell::sentence(text, msg!("party-both"), &values)))
        };
        both.filter_map(|pair| sentence(pair.proposals)).collect()
    }

    /// Its interests, and possible offers to it.
    fn interests(&self) -> Vec<Block<'a>> {
        let PageContext { snapshot, text, .. } = *self.context;
        let Some(known) = snapshot.engagements.iter().find(|it| it.party == self.party.id) else {
            return Vec::new();
        };
        let own = self.records.of(known.id);
        let said = [
            (msg!("field-economic"), &known.economic),
            (msg!("field-social"), &known.social),
            (msg!("field-security"), &known.security),
            (msg!("field-development"), &known.development),
            (msg!("field-argument"), &known.argument),
            (msg!("field-offer"), &known.offer),
        ];
        let rows = said.into_iter().filter(|(_, words)| !words.is_empty()).map(|(id, words)| {
            let label = Value::Label { key: Some(id.id()), words: text.get(id) };
            [own.cell(label), own.cell(words)]
        });
        let columns = [
            Column::new("what", text.get(msg!("column-what"))),
            Column::new("words", text.get(msg!("brief-interests"))),
        ];
        vec![
            self.heading(msg!("party-interests")),
            Block::Table(Table::new("interests", columns, rows)),
        ]
    }

    /// The steps: open ones by due date, then those taken.
    fn steps(&self) -> Vec<Block<'a>> {
        let PageContext { snapshot, text, .. } = *self.context;
        let mut steps: Vec<_> =
            snapshot.next_steps.iter().filter(|it| it.party == self.party.id).collect();
        if steps.is_empty() {
            return Vec::new();
        }
        steps.sort_by_key(|it| (it.done.is_some(), it.done, it.due.is_none(), it.due, &it.title));
        let columns = [
            Column::new("title", text.get(msg!("column-what"))),
            Column::new("owner", text.get(msg!("field-owner"))),
            Column::new("due", text.get(msg!("field-due"))),
            Column::new("done", text.get(msg!("field-done"))),
            Column::new("outcome", text.get(msg!("field-outcome"))),
        ];
        let rows = steps.into_iter().map(|step| {
            let own = self.records.of(step.id);
            [
                own.cell(&step.title),
                own.cell(&step.owner),
                own.cell(step.due),
                own.cell(step.done),
                own.cell(&step.outcome),
            ]
        });
        vec![self.heading(msg!("party-steps")), Block::Table(Table::new("steps", columns, rows))]
    }

    /// The people to turn to.
    fn contacts(&self) -> Vec<Block<'a>> {
        let PageContext { snapshot, text, .. } = *self.context;
        let mut contacts: Vec<_> =
            snapshot.contacts.iter().filter(|it| it.party == self.party.id).collect();
        if contacts.is_empty() {
            return Vec::new();
        }
        contacts.sort_by_cached_key(|it| (fold(&it.name), fold(&it.function)));
        let columns = [
            Column::new("name", text.get(msg!("field-name"))),
            Column::new("function", text.get(msg!("field-function"))),
            Column::new("organisation", text.get(msg!("field-organisation"))),
            Column::new("email", text.get(msg!("field-email"))),
            Column::new("telephone", text.get(msg!("field-telephone"))),
            Column::new("language", text.get(msg!("field-language"))),
        ];
        let rows = contacts.into_iter().map(|contact| {
            let own = self.records.of(contact.id);
            [
                own.cell(&contact.name),
                own.cell(&contact.function),
                own.cell(&contact.organisation),
                own.cell(&contact.email),
                own.cell(&contact.telephone),
                own.cell(&contact.language),
            ]
        });
        let table = Table::new("contacts", columns, rows);
        vec![self.heading(msg!("party-contacts")), Block::Table(table)]
    }

    /// How its stances have changed since a day.
    fn changed(&self) -> Vec<Block<'a>> {
        let PageContext { snapshot, text, fields, since, as_of, .. } = *self.context;
        let id = self.party.id;
        let about = |about: Option<About>| match about {
            Some(About::Stance(_, by)) => by == id.into(),
            Some(About::Obstacle(..) | About::Proposal(_) | About::Remedy(_)) | None => false,
        };
        changes(snapshot, text, fields, since, as_of).only(about).passage(text, usize::MAX)
    }
}
