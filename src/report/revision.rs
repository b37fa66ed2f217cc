//! The page on the changes of a text in a version: to be read the morning after it arrived.

use std::collections::BTreeMap;

use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::texts::{Asked, NoVersion, page_on};
use super::{Page, PageContext, Subject, asks};
use crate::analysis::{
    Again, EnteredTerm, Reached, Revision, TermIndex, TurnedBracket, asked_again, burn_down,
    burning, revision, versions, words_of,
};
use crate::explain::{asked_read, counts_line, owners_line, revision_line, term_name, words_read};
use crate::model::{Paragraph, Proposal, RecordId, Speaker, Version};
use crate::text::{Message, msg};

/// The page on what changed in a text in one version since another; `None` is the present version,
/// and the one before it.
///
/// # Errors
/// [`NoVersion`] if a version that was asked for may not be seen, or is not there.
pub fn revision_page<'a>(
    context: &PageContext<'a>,
    version: Option<&str>,
    against: Option<&str>,
) -> Result<Page<'a>, NoVersion> {
    page_on(context, Subject::Revision, (version, against), part)
}

/// The blocks of the page on the present version.
pub(super) fn blocks<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let on = context.on_one();
    on.map_or_else(Vec::new, |(_, proposal)| part(context, records, proposal, (None, None)))
}

fn part<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    proposal: &'a Proposal,
    (version, against): Asked<'a>,
) -> Vec<Block<'a>> {
    let text = context.text;
    let own = records.of(proposal.id);
    let mut blocks = vec![Block::Field("proposal", own.cell(&proposal.code))];
    let all = versions(context.snapshot, proposal.id);
    let Some(now) = version.or_else(|| all.last().copied()) else {
        let values = [("proposal", own.cell(&proposal.code))];
        blocks.push(Block::Sentence(Cell::sentence(text, msg!("text-no-versions"), &values)));
        return blocks;
    };
    let told = Told { context, records, proposal };
    let of = records.of(now.id);
    blocks.push(Block::Field("version", of.cell(&now.name)));
    let older = || all.iter().rev().find(|it| it.rank < now.rank).copied();
    if let Some(before) = against.or_else(older) {
        let terms = TermIndex::new(context.snapshot);
        let found = revision(context.snapshot, &terms, (before, now));
        blocks.extend(told.turned(&found));
    }
    blocks.extend(told.own_wordings(now));
    blocks.extend(told.again());
    blocks.extend(told.burn_down());
    blocks
}

struct Told<'a, 'r> {
    context: &'r PageContext<'a>,
    records: &'r Records<'a>,
    proposal: &'a Proposal,
}

impl<'a> Told<'a, '_> {
    fn heading(&self, id: Message) -> Block<'a> {
        Block::Heading(Cell::fixed(self.context.text.get(id)))
    }

    /// A table under its heading; for people, nothing if it has no rows.
    fn part(&self, heading: Message, rows: usize, table: Table<'a>) -> Vec<Block<'a>> {
        if rows == 0 {
            return vec![Block::Field(table.key, Cell::list(Vec::new()))];
        }
        vec![self.heading(heading), Block::Table(table)]
    }

    fn on(&self, paragraphs: &[&Paragraph]) -> Grounds {
        let version = |it: &&Paragraph| self.records.of(it.version);
        let paragraphs = paragraphs.iter();
        Grounds::all(paragraphs.flat_map(|it| [self.records.of(it.id), version(it)]))
    }

    /// The changes of the paragraphs, the brackets and the terms.
    fn turned(&self, found: &Revision<'a>) -> Vec<Block<'a>> {
        let text = self.context.text;
        let steps = found.steps.iter();
        let both: Vec<_> = steps.flat_map(|it| [it.before, it.now]).flatten().collect();
        let versions = [self.records.of(found.before.id), self.records.of(found.now.id)];
        let all = Grounds::all(versions.into_iter().chain([self.on(&both)]));
        let line = all.cell(Value::Text(revision_line(text, found).into()));
        let mut blocks = vec![
            Block::Field("against", self.records.of(found.before.id).cell(&found.before.name)),
            Block::Sentence(line),
        ];
        let brackets = self.brackets(&found.brackets);
        blocks.extend(self.part(msg!("revision-brackets"), found.brackets.len(), brackets));
        let agreed = self.paragraphs("agreed", &found.agreed);
        blocks.extend(self.part(msg!("revision-agreed"), found.agreed.len(), agreed));
        let reopened = self.paragraphs("reopened", &found.reopened);
        blocks.extend(self.part(msg!("revision-reopened"), found.reopened.len(), reopened));
        let terms = self.terms(&found.terms);
        blocks.extend(self.part(msg!("revision-terms"), found.terms.len(), terms));
        let touched = found.obstacles.iter().map(|it| text.label(*it)).collect::<Vec<_>>();
        if !touched.is_empty() {
            let rests: Vec<_> = found.terms.iter().map(|it| it.paragraph).collect();
            let own = found.terms.iter().filter_map(|it| it.term.own(self.context.snapshot));
            let own = own.map(|it| self.records.of(it.id));
            let rests = Grounds::all(own.chain([self.on(&rests)]));
            let which = rests.cell(Value::Text(touched.join(", ").into()));
            let sentence = Cell::sentence(text, msg!("revision-obstacles"), &[("which", which)]);
            blocks.push(Block::Sentence(sentence));
        }
        blocks
    }

    fn brackets(&self, brackets: &[TurnedBracket<'a>]) -> Table<'a> {
        let text = self.context.text;
        let columns = [
            Column::new("number", text.field("number")),
            Column::new("change", text.get(msg!("column-turned"))),
            Column::new("words", text.field("words")),
            Column::new("owners", text.get(msg!("column-owners"))),
            Column::new("against", text.get(msg!("column-owners-against"))),
            Column::new("joined", text.get(msg!("column-joined"))),
            Column::new("left", text.get(msg!("column-left"))),
        ];
        let rows = brackets.iter().map(|it| {
            let own = self.on(&[it.paragraph]);
            let said = |names: &[String]| own.cell(Value::Text(names.join(", ").into()));
            [
                own.cell(&it.paragraph.number),
                own.cell(Value::label(text, it.turn)),
                own.cell(Value::Text(asked_read(text, &it.bracket).into())),
                said(&it.owners),
                said(&it.against),
                said(&it.joined),
                said(&it.left),
            ]
        });
        Table::new("brackets", columns, rows.collect::<Vec<_>>().into_iter())
    }

    fn paragraphs(&self, name: &'static str, all: &[&'a Paragraph]) -> Table<'a> {
        let text = self.context.text;
        let columns = [
            Column::new("number", text.field("number")),
            Column::new("status", text.field("status")),
            Column::new("text", text.field("words")),
        ];
        let rows = all.iter().map(|it| {
            let own = self.on(&[it]);
            let words = words_read(text, &words_of(it));
            let status = own.cell(Value::label(text, it.status));
            [own.cell(&it.number), status, own.cell(Value::Text(words.into()))]
        });
        Table::new(name, columns, rows.collect::<Vec<_>>().into_iter())
    }

    fn terms(&self, terms: &[EnteredTerm<'a>]) -> Table<'a> {
        let text = self.context.text;
        let columns = [
            Column::new("number", text.field("number")),
            Column::new("written", text.get(msg!("column-written"))),
            Column::new("term", text.get(msg!("column-term"))),
        ];
        let rows = terms.iter().map(|it| {
            let own = it.term.own(self.context.snapshot).map(|it| self.records.of(it.id));
            let rests = Grounds::all(own.into_iter().chain([self.on(&[it.paragraph])]));
            let name = term_name(text, self.context.snapshot, it.term);
            [
                rests.cell(&it.paragraph.number),
                rests.cell(Value::Text(it.written.clone().into())),
                rests.cell(Value::Text(name.into())),
            ]
        });
        Table::new("terms", columns, rows.collect::<Vec<_>>().into_iter())
    }

    fn own_wordings(&self, now: &'a Version) -> Vec<Block<'a>> {
        let blocks = asks::on_version(self.context, self.records, self.proposal, now);
        let heading = self.heading(msg!("section-asks"));
        [heading].into_iter().chain(blocks).collect()
    }

    /// Whose stance was taken on words that have changed since.
    fn again(&self) -> Vec<Block<'a>> {
        let text = self.context.text;
        let found = asked_again(self.context.snapshot, self.proposal.id, self.context.as_of);
        let columns = [
            Column::new("who", text.get(msg!("column-who"))),
            Column::new("stance", text.field("stance")),
            Column::new("taken_on", text.get(msg!("column-taken-on"))),
            Column::new("moved", text.get(msg!("column-moved"))),
            Column::new("new", text.get(msg!("turned-new"))),
        ];
        let rows: Vec<_> = found.iter().filter_map(|it| self.again_row(it)).collect();
        let count = rows.len();
        self.part(msg!("revision-again"), count, Table::new("again", columns, rows.into_iter()))
    }

    fn again_row(&self, it: &Again<'a>) -> Option<[Cell<'a>; 5]> {
        let text = self.context.text;
        let (who, code): (RecordId, _) = match it.by {
            Speaker::Party(id) => (id.into(), &self.context.snapshot.parties.get(id)?.code),
            Speaker::Group(id) => (id.into(), &self.context.snapshot.groups.get(id)?.code),
        };
        let rests =
            [self.records.of(it.entry), self.records.of(it.taken_on.id), self.records.of(who)];
        let rests = Grounds::all(rests.into_iter().chain([self.on(&it.moved)]));
        let moved: Vec<_> = it.moved.iter().map(|it| it.number.as_str()).collect();
        Some([
            rests.cell(code),
            rests.cell(Value::label(text, it.stance)),
            rests.cell(&it.taken_on.name),
            rests.cell(Value::Text(moved.join(", ").into())),
            rests.cell(Value::Count(it.new)),
        ])
    }

    /// How many brackets each version has, and whose they are.
    fn burn_down(&self) -> Vec<Block<'a>> {
        let text = self.context.text;
        let found = burn_down(self.context.snapshot, self.proposal.id);
        let columns = [
            Column::new("version", text.field("version")),
            Column::new("date", text.field("date")),
            Column::new("brackets", text.get(msg!("column-brackets"))),
            Column::new("owners", text.get(msg!("column-owners"))),
            Column::new("agreed", text.get(msg!("column-agreed"))),
            Column::new("paragraphs", text.get(msg!("column-paragraphs"))),
        ];
        let grounds = self.by_version();
        let rows = found.iter().map(|it: &Reached<'a>| {
            let own = grounds.get(&it.version.id.into()).cloned().unwrap_or_default();
            [
                own.cell(&it.version.name),
                own.cell(it.version.date),
                own.cell(Value::Count(it.brackets)),
                own.cell(Value::Text(owners_line(&it.owners).into())),
                own.cell(Value::Count(it.agreed)),
                own.cell(Value::Count(it.paragraphs)),
            ]
        });
        let table = Table::new("versions", columns, rows.collect::<Vec<_>>().into_iter());
        let mut blocks = vec![self.heading(msg!("revision-burn-down")), Block::Table(table)];
        if found.len() > 1 {
            blocks.extend(self.burning(&Grounds::all(grounds.into_values())));
        }
        blocks
    }

    /// The same for each who asks, and for each paragraph.
    fn burning(&self, of_all: &Grounds) -> Vec<Block<'a>> {
        let text = self.context.text;
        let (brackets, words) = (text.get(msg!("column-brackets")), text.field("words"));
        let told = |own: &Grounds, counts: &[Option<usize>]| {
            let each = counts.iter().map(|it| match it {
                Some(count) => own.cell(Value::Count(*count)),
                None => own.cell(Value::Nothing),
            });
            [Cell::list(each.collect()), own.cell(Value::Text(counts_line(counts).into()))]
        };
        let found = burning(self.context.snapshot, self.proposal.id);
        let owners = found.owners.into_iter().map(|(name, counts)| {
            let counts: Vec<_> = counts.into_iter().map(Some).collect();
            let [list, read] = told(of_all, &counts);
            [of_all.cell(Value::Text(name.into())), list, read]
        });
        let columns = [
            Column::new("owner", text.get(msg!("column-owners"))),
            Column::data("brackets"),
            Column::read(brackets),
        ];
        let owners: Vec<_> = owners.collect();
        let count = owners.len();
        let table = Table::new("by_owner", columns, owners.into_iter());
        let mut blocks = self.part(msg!("revision-by-owner"), count, table);
        let paragraphs = found.paragraphs.into_iter().map(|(it, counts)| {
            let own = Grounds::all([of_all.clone(), self.on(&[it])]);
            let [list, read] = told(&own, &counts);
            let read_words = Value::Text(words_read(text, &words_of(it)).into());
            [own.cell(&it.number), list, read, own.cell(read_words)]
        });
        let columns = [
            Column::new("number", text.field("number")),
            Column::data("brackets"),
            Column::read(brackets),
            Column::new("words", words),
        ];
        let paragraphs: Vec<_> = paragraphs.collect();
        let count = paragraphs.len();
        let table = Table::new("by_paragraph", columns, paragraphs.into_iter());
        blocks.extend(self.part(msg!("revision-by-paragraph"), count, table));
        blocks
    }

    /// The grounds of the figures of each version.
    fn by_version(&self) -> BTreeMap<RecordId, Grounds> {
        let snapshot = self.context.snapshot;
        let all = versions(snapshot, self.proposal.id).into_iter();
        let of = |it: &Version| {
            let paragraphs = crate::analysis::paragraphs(snapshot, it.id);
            Grounds::all([self.records.of(it.id), self.on(&paragraphs)])
        };
        all.map(|it| (it.id.into(), of(it))).collect()
    }
}
