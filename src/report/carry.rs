//! The page on the moves that would carry a proposal: the answer in a sentence, the cheapest moves,
//! and others.

use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Page, Table, Value};
use super::weighed::Weighed;
use super::{PageContext, Subject};
use crate::analysis::{
    Basis, Carry, Coalition, CountsAs, Decider, Moves, Outcome, Rule, Seat, TooManyDeciders, carry,
    coalition, seats, turning,
};
use crate::exchange::CostTable;
use crate::explain::name_key;
use crate::model::words::fold;
use crate::model::{Group, Keyed, Party, Procedure, Proposal, Slot, Snapshot, stance};
use crate::text::{Message, Text, lower, msg};

/// The question of what would carry a proposal.
pub struct Question<'a> {
    snapshot: &'a Snapshot,
    coalition: Coalition,
    slot: Slot,
    proposal: &'a Proposal,
    procedure: Procedure,
    rule: Rule,
    seats: Vec<Seat>,
    // The most parties that a sentence names.
    named: usize,
}

impl<'a> Question<'a> {
    /// The question about the proposal in this slot, with computed costs; `None` if the slot is
    /// empty, or if the procedure decides nothing.
    pub fn new(context: &PageContext<'a>, slot: Slot, procedure: Procedure) -> Option<Self> {
        let PageContext { snapshot, as_of, .. } = *context;
        let coalition = coalition(snapshot, as_of);
        let proposal = snapshot.proposals.at(slot)?;
        let rule = procedure.rule()?;
        let seats = seats(snapshot, &coalition, slot, procedure);
        Some(Self { snapshot, coalition, slot, proposal, procedure, rule, seats, named: NAMED })
    }

    /// The same question, answered with everybody by name.
    #[must_use]
    pub fn in_full(self) -> Self {
        Self { named: usize::MAX, ..self }
    }

    /// How the stance of a party counts, even if the party does not decide.
    pub fn counts_as(&self, party: Slot) -> CountsAs {
        let seat = self.seats.iter().find(|seat| seat.party == party);
        let stance = || CountsAs::of(self.coalition.stance(self.slot, party));
        seat.map_or_else(stance, |seat| seat.decider.counts_as)
    }

    /// Replaces the computed costs by these; a party that is not listed cannot be moved.
    pub fn price(&mut self, costs: &CostTable) {
        for seat in &mut self.seats {
            let party = self.snapshot.parties.at(seat.party);
            let listed = party.and_then(|party| costs.get(&party.id));
            seat.decider.offers = listed.copied().unwrap_or_default();
        }
    }

    /// The answer under a rule, as a page.
    ///
    /// # Errors
    /// [`TooManyDeciders`] if an exact answer would take too long.
    pub fn page(&self, context: &PageContext<'a>) -> Result<Page<'a>, TooManyDeciders> {
        let answer = self.answer()?;
        let records = Records::new(self.snapshot);
        let mut blocks = super::head(context, &records, Subject::Carry);
        blocks.extend(Told::new(self, context, &records).blocks(&answer));
        let about = (context.text, Subject::Carry, context.as_of);
        Ok(Page::new(self.snapshot, &records, about, blocks))
    }

    /// The blocks of that page; a sentence if an exact answer would take too long.
    pub(super) fn blocks(
        &self,
        context: &PageContext<'a>,
        records: &Records<'a>,
    ) -> Vec<Block<'a>> {
        let told = Told::new(self, context, records);
        match self.answer() {
            Ok(answer) => told.blocks(&answer),
            Err(too_many) => vec![Block::Sentence(told.too_many(too_many))],
        }
    }

    fn answer(&self) -> Result<Carry, TooManyDeciders> {
        carry(&self.deciders(), self.rule)
    }

    fn deciders(&self) -> Vec<Decider> {
        self.seats.iter().map(|seat| seat.decider).collect()
    }
}

/// An answer being put on a page.
struct Told<'a, 'q> {
    question: &'q Question<'a>,
    on: Weighed<'a, 'q>,
    text: Text,
}

impl<'a, 'q> Told<'a, 'q> {
    fn new(
        question: &'q Question<'a>,
        context: &PageContext<'a>,
        records: &'q Records<'a>,
    ) -> Self {
        let on = Weighed::new(context, records, (question.slot, question.proposal));
        Self { question, on, text: context.text }
    }

    fn blocks(&self, answer: &Carry) -> Vec<Block<'a>> {
        let cheapest = answer.cheapest.as_ref();
        let others = answer.alternatives.iter().map(|set| self.set(set)).collect();
        let rule = Value::label(self.text, self.question.rule);
        let verdict = Value::label(self.text, answer.verdict);
        let mut blocks = self.on.standing(rule, verdict, answer.counts, answer.margin);
        blocks.extend([
            Block::Field("cheapest", cheapest.map_or_else(Cell::nothing, |set| self.set(set))),
            Block::Field("alternatives", Cell::list(others)),
            Block::Field("more_alternatives", self.cell(answer.has_more.into())),
            Block::Field("always", self.parties(&answer.always)),
            Block::Field("ask_first", self.parties(&answer.ask_first.concat())),
            Block::Sentence(self.verdict(answer)),
            Block::Sentence(self.counts(answer)),
        ]);
        blocks.extend(self.ways(answer));
        blocks
    }

    fn too_many(&self, TooManyDeciders { deciders, most }: TooManyDeciders) -> Cell<'a> {
        let counts = vec![("deciders", Value::Count(deciders)), ("most", Value::Count(most))];
        self.sentence(msg!("analyse-too-many"), counts)
    }

    /// The answer in a sentence.
    fn verdict(&self, answer: &Carry) -> Cell<'a> {
        let id = match (answer.verdict, &answer.cheapest) {
            _ if self.question.seats.is_empty() => msg!("carry-nobody"),
            (Outcome::Adopts, _) => msg!("carry-adopts"),
            (Outcome::Fails | Outcome::Open, None) => msg!("carry-never"),
            (Outcome::Fails, Some(_)) => msg!("carry-fails"),
            (Outcome::Open, Some(_)) => msg!("carry-open"),
        };
        let cheapest = answer.cheapest.as_ref();
        let moves = cheapest.map_or(0, |set| set.moves.len());
        self.sentence(
            id,
            vec![
                ("proposal", (&self.question.proposal.code).into()),
                ("rule", Value::Text(lower(self.text.label(self.question.procedure)).into())),
                ("moves", Value::Count(moves)),
                ("cost", cheapest.map_or(Value::Nothing, |set| set.cost.into())),
            ],
        )
    }

    /// How many are on each side, and what is missing.
    fn counts(&self, answer: &Carry) -> Cell<'a> {
        let count = |counts_as: CountsAs| Value::Count(answer.counts[counts_as as usize]);
        let missing = usize::try_from(-answer.margin).unwrap_or_default();
        let spare = usize::try_from(answer.margin).unwrap_or_default();
        let id = match self.question.rule {
            // Consensus has no margin: nobody is in the way.
            Rule::Consensus if missing == 0 => msg!("carry-counts"),
            _ if self.question.seats.is_empty() => msg!("carry-counts"),
            _ if missing == 0 => msg!("carry-to-spare"),
            Rule::Consensus => msg!("carry-in-the-way"),
            Rule::TwoThirds | Rule::Majority => msg!("carry-missing"),
        };
        self.sentence(
            id,
            vec![
                ("for", count(CountsAs::For)),
                ("against", count(CountsAs::Against)),
                ("abstain", count(CountsAs::Abstains)),
                ("unknown", count(CountsAs::Unknown)),
                ("missing", Value::Count(missing)),
                ("spare", Value::Count(spare)),
            ],
        )
    }

    /// For people: the cheapest moves, the alternatives, and the parties it comes down to.
    fn ways(&self, answer: &Carry) -> Vec<Block<'a>> {
        let text = self.text;
        let mut blocks = Vec::new();
        let always = self.by_name(&answer.always);
        let first: Vec<_> = answer.ask_first.iter().flat_map(|alike| self.by_name(alike)).collect();
        for (id, places) in [(msg!("carry-always"), always), (msg!("carry-ask-first"), first)] {
            if !places.is_empty() {
                let names = places.iter().filter_map(|place| self.name(*place));
                let names = names.map(str::to_owned).collect();
                blocks.push(Block::Sentence(self.naming(id, names)));
            }
        }
        blocks.extend(self.turning().into_iter().map(Block::Sentence));
        if let Some(set) = answer.cheapest.as_ref().filter(|set| !set.moves.is_empty()) {
            blocks.extend(self.followers(set).into_iter().map(Block::Sentence));
            let columns = [
                Column::read(text.get(msg!("column-party"))),
                Column::read(text.get(msg!("column-from"))),
                Column::read(text.get(msg!("column-to"))),
                Column::read(text.get(msg!("column-cost"))),
                Column::read(text.get(msg!("column-always"))),
            ];
            let mut moves: Vec<_> = set.moves.iter().collect();
            moves.sort_by_cached_key(|it| self.key(it.place));
            let rows = moves.into_iter().filter_map(|it| {
                let name = self.name(it.place)?;
                let from = text.stance(self.question.seats.get(it.place)?.stance);
                Some([
                    self.cell(name.into()),
                    self.cell(Value::Text(from.into())),
                    self.cell(Value::label(text, it.to)),
                    self.cell(it.cost.into()),
                    self.cell(answer.always.contains(&it.place).into()),
                ])
            });
            blocks.push(Block::Table(Table::new("moves", columns, rows)));
        }
        blocks.extend(answer.cheapest.iter().flat_map(|set| self.other_ways(answer, set)));
        blocks
    }

    /// The alternatives, each by how it differs from the cheapest way.
    fn other_ways(&self, answer: &Carry, cheapest: &Moves) -> Vec<Block<'a>> {
        if answer.alternatives.is_empty() {
            return Vec::new();
        }
        let moves = |of: &Moves, without: &Moves| {
            let moves = of.moves.iter().filter(|it| !without.moves.contains(it));
            let mut moves: Vec<_> = moves.collect();
            moves.sort_by_cached_key(|it| self.key(it.place));
            let moves = moves.into_iter().filter_map(|it| {
                let to = lower(self.text.label(it.to));
                Some(format!("{} → {to}", self.name(it.place)?))
            });
            Value::Text(moves.collect::<Vec<_>>().join(", ").into())
        };
        let rows = answer.alternatives.iter().map(|set| {
            let values = vec![("new", moves(set, cheapest)), ("old", moves(cheapest, set))];
            [self.sentence(msg!("carry-instead"), values), self.cell(set.cost.into())]
        });
        let columns = [
            Column::read(self.text.get(msg!("column-other-ways"))),
            Column::read(self.text.get(msg!("column-cost"))),
        ];
        let mut blocks = vec![Block::Table(Table::new("other_ways", columns, rows))];
        if answer.has_more {
            let shown = vec![("shown", Value::Count(answer.alternatives.len()))];
            blocks.push(Block::Sentence(self.sentence(msg!("carry-more-ways"), shown)));
        }
        blocks
    }

    /// Who can turn the verdict alone, and which pairs can turn it together.
    fn turning(&self) -> Vec<Cell<'a>> {
        let found = turning(&self.question.deciders(), self.question.rule);
        let mut sentences = Vec::new();
        let mut say = |id, parties: Vec<String>| {
            if !parties.is_empty() {
                sentences.push(self.naming(id, parties));
            }
        };
        let name = |place: &usize| self.name(*place).map(str::to_owned);
        let alone = self.by_name(&found.alone).iter().filter_map(name).collect();
        say(if found.met { msg!("carry-undone-by") } else { msg!("carry-flips-alone") }, alone);
        let mut pairs: Vec<_> = found.pairs.iter().map(|pair| self.by_name(pair)).collect();
        pairs.sort_by_cached_key(|pair| pair.iter().map(|it| self.key(*it)).collect::<Vec<_>>());
        let pair = |pair: Vec<usize>| pair.iter().filter_map(name).collect::<Vec<_>>().join(" + ");
        let pairs = pairs.into_iter().map(pair).collect();
        say(if found.met { msg!("carry-undone-by-two") } else { msg!("carry-flips-with") }, pairs);
        sentences
    }

    /// The groups that would bring several of the cheapest moves at once because their members
    /// follow them, most moves first.
    fn followers(&self, cheapest: &Moves) -> Option<Cell<'a>> {
        let Question { snapshot, coalition, slot, .. } = self.question;
        let moved = cheapest.moves.iter().filter_map(|it| self.question.seats.get(it.place));
        let silent = moved.filter(|seat| coalition.basis(*slot, seat.party) != Basis::Own);
        let silent: Vec<_> =
            silent.filter_map(|seat| Some(snapshot.parties.at(seat.party)?.id)).collect();
        let following = |group: &'a Group| {
            let links = snapshot.memberships.iter();
            let now = links.filter(|it| it.group == group.id && it.holds_on(coalition.as_of));
            let now: Vec<_> = now.filter(|it| silent.contains(&it.party)).collect();
            (now.len() > 1).then_some((group, now))
        };
        let mut groups: Vec<_> = snapshot.groups.iter().filter_map(following).collect();
        groups.sort_by(|(a, with), (b, than)| {
            let name = |it: &Group| fold(self.text.of(&it.name));
            than.len().cmp(&with.len()).then_with(|| name(a).cmp(&name(b)))
        });
        let count = |links: &[_]| self.text.count(links.len());
        let named = groups.iter().take(self.question.named);
        let named =
            named.map(|(group, links)| format!("{} ({})", self.text.of(&group.name), count(links)));
        let named: Vec<_> = named.collect();
        let links = groups.iter().flat_map(|(group, links)| {
            let links = links.iter().map(|it| self.on.records.of(it.id));
            links.chain([self.on.records.of(group.id)])
        });
        let grounds = Grounds::all([self.on.grounds.clone()].into_iter().chain(links));
        let more = self.left_out(groups.len());
        let values = [
            ("groups", grounds.cell(Value::Text(named.join(", ").into()))),
            ("more", grounds.cell(Value::Count(more))),
        ];
        let sentence = || Cell::sentence(self.text, msg!("carry-groups-bring"), &values);
        (!groups.is_empty()).then(|| sentence().leaving_out(more))
    }

    /// A sentence with the first of these names, and how many more there are.
    fn naming(&self, id: Message, mut names: Vec<String>) -> Cell<'a> {
        let more = self.left_out(names.len());
        names.truncate(self.question.named);
        let names = Value::Text(names.join(", ").into());
        let values = vec![("parties", names), ("more", Value::Count(more))];
        self.sentence(id, values).leaving_out(more)
    }

    /// How many of so many a sentence does not name.
    fn left_out(&self, count: usize) -> usize {
        count.saturating_sub(self.question.named)
    }

    /// A set of moves, for programs.
    fn set(&self, set: &Moves) -> Cell<'a> {
        let moves = set.moves.iter().filter_map(|it| {
            let from = stance::key(self.question.seats.get(it.place)?.stance);
            Some(Cell::fields(vec![
                ("party", self.cell((&self.party(it.place)?.code).into())),
                ("from", self.cell(from.into())),
                ("to", self.cell(Value::Text(it.to.key().into()))),
                ("cost", self.cell(it.cost.into())),
            ]))
        });
        let moves = Cell::list(moves.collect());
        Cell::fields(vec![("cost", self.cell(set.cost.into())), ("moves", moves)])
    }

    fn parties(&self, places: &[usize]) -> Cell<'a> {
        let parties = places.iter().filter_map(|place| self.party(*place));
        Cell::list(parties.map(|party| self.cell((&party.code).into())).collect())
    }

    fn name(&self, place: usize) -> Option<&'a str> {
        self.party(place).map(|party| self.text.of(&party.name))
    }

    /// What a place is sorted by where its name is shown.
    fn key(&self, place: usize) -> String {
        let party = self.question.seats.get(place).map(|it| it.party);
        party.map_or_else(String::new, |it| name_key(self.text, self.question.snapshot, it))
    }

    fn by_name(&self, places: &[usize]) -> Vec<usize> {
        let mut places = places.to_vec();
        places.sort_by_cached_key(|place| self.key(*place));
        places
    }

    fn party(&self, place: usize) -> Option<&'a Party> {
        self.question.snapshot.parties.at(self.question.seats.get(place)?.party)
    }

    fn sentence(&self, id: Message, values: Vec<(&'static str, Value<'a>)>) -> Cell<'a> {
        self.on.sentence(id, values)
    }

    fn cell(&self, value: Value<'a>) -> Cell<'a> {
        self.on.cell(value)
    }
}

/// The most parties that a sentence names; the others are counted.
const NAMED: usize = 12;
