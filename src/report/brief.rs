//! The brief on one proposal for whoever has to speak on it: its standing, who blocks it, what is
//! in the way and what can be done.

use std::collections::HashSet;

use super::changes::{About, WhatChanged, changes};
use super::counted::{CampGrounds, Counted, figures, group_grounds};
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::{On, PageContext, texts};
use crate::analysis::{Basis, Coalition, Rule, Tally, coalition, heat};
use crate::library::obstacle_text;
use crate::model::words::fold;
use crate::model::{
    Assessment, Camp, Engagement, Keyed, NextStep, Obstacle, Party, Proposal, ProposalId, Remedy,
    RemedyStatus, Slot, Stance, stance,
};
use crate::text::{Message, Text, lower, msg};

/// How many parties and changes a short brief names.
const FEW: usize = 10;

/// The least severity of an obstacle that a short brief includes.
const SEVERE: u8 = 3;

/// The briefs on the proposals of a page, one after the other.
pub(super) fn briefs<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let On::Proposals(ids) = context.on else { return Vec::new() };
    let begins = if ids.len() == 1 { Block::Heading } else { Block::Part };
    let coalition = coalition(context.snapshot, context.as_of);
    let counted = Counted::new(context.snapshot, records, context.as_of);
    briefs_on(context, records, (&coalition, &counted), ids, begins)
}

/// A brief on each of these proposals; `begins` makes the block with its title.
pub(super) fn briefs_on<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    (coalition, counted): (&Coalition, &Counted<'a, '_>),
    ids: &[ProposalId],
    begins: fn(Cell<'a>) -> Block<'a>,
) -> Vec<Block<'a>> {
    let camps = CampGrounds::new(context.snapshot, records);
    let PageContext { snapshot, text, fields, since, as_of, .. } = *context;
    let changed = changes(snapshot, text, fields, since, as_of);
    let found = ids.iter().filter_map(|id| context.proposal(*id));
    let briefs = found.map(|(slot, proposal)| {
        let figures = counted.on(slot, proposal);
        brief(&Brief {
            context,
            records,
            slot,
            proposal,
            coalition,
            figures,
            camps: &camps,
            changed: &changed,
            begins,
        })
    });
    briefs.flatten().collect()
}

/// The blocks of a brief.
fn brief<'a>(brief: &Brief<'a, '_>) -> Vec<Block<'a>> {
    let context = brief.context;
    let mut blocks = brief.standing();
    blocks.extend(brief.blockers());
    blocks.extend(brief.obstacles());
    if !context.short {
        blocks.extend(brief.swing());
    }
    blocks.extend(brief.changed());
    blocks.extend(brief.own());
    if !context.short {
        blocks.extend(brief.text());
    }
    blocks
}

struct Brief<'a, 'b> {
    context: &'b PageContext<'a>,
    records: &'b Records<'a>,
    slot: Slot,
    proposal: &'a Proposal,
    coalition: &'b Coalition,
    figures: Grounds,
    camps: &'b CampGrounds,
    changed: &'b WhatChanged<'a>,
    begins: fn(Cell<'a>) -> Block<'a>,
}

impl<'a> Brief<'a, '_> {
    fn words(&self) -> Text {
        self.context.text
    }

    fn heading(&self, id: Message) -> Block<'a> {
        Block::Heading(Cell::fixed(self.words().get(id)))
    }

    /// The proposal itself, its standing, and how the camps divide.
    fn standing(&self) -> Vec<Block<'a>> {
        let (text, snapshot) = (self.words(), self.context.snapshot);
        let own = self.records.of(self.proposal.id);
        let counts = self.coalition.column(self.slot).cloned().unwrap_or_default();
        let tally = counts.tally;
        let outcome = |rule: Rule| counts.adoption.under(rule);
        let consensus = Value::Text(outcome(Rule::Consensus).key().into());
        let values = [("outcome", self.figures.cell(consensus))].into_iter();
        let values: Vec<_> = values.chain(figures(&tally, &self.figures)).collect();
        let rule =
            |rule: Rule| self.figures.cell(Value::Text(lower(text.label(outcome(rule))).into()));
        let rules = [("two", rule(Rule::TwoThirds)), ("one", rule(Rule::Majority))];
        let field = Cell::fields(vec![
            ("code", own.cell(&self.proposal.code)),
            ("title", own.cell(text.of(&self.proposal.title))),
        ]);
        let mut blocks = vec![
            (self.begins)(own.cell(text.of(&self.proposal.title))),
            Block::Field("proposal", field),
            Block::Sentence(Cell::sentence(text, msg!("brief-stands"), &values)),
            Block::Sentence(Cell::sentence(text, msg!("brief-rules"), &rules)),
            Block::Sentence(self.status()),
        ];
        let summary = text.of(&self.proposal.summary);
        if !summary.is_empty() {
            blocks.push(Block::Sentence(own.cell(summary)));
        }
        let mut columns = vec![Column::new("camp", text.get(msg!("column-camp")))];
        columns.extend(
            stance::ORDER.into_iter().map(|it| Column::new(stance::key(it), stance::sign(it))),
        );
        let camps = Grounds::all(snapshot.parties.slots().map(|(slot, _)| self.camps.of(slot)));
        let by_camp = Grounds::all([self.figures.clone(), camps]);
        let row = |name: Value<'a>, tally: &Tally, grounds: &Grounds| {
            let counts = stance::ORDER.into_iter();
            let counts = counts.map(|it| grounds.cell(Value::Count(tally.get(it) as usize)));
            [grounds.cell(name)].into_iter().chain(counts).collect::<Vec<_>>()
        };
        let rows = Camp::ALL
            .iter()
            .map(|camp| row(Value::label(text, *camp), counts.camp(*camp), &by_camp));
        let all = Value::Label { key: None, words: text.get(msg!("pair-all")) };
        let rows = rows.chain([row(all, &tally, &self.figures)]).collect();
        blocks.push(Block::Table(Table { key: "camps", columns, rows }));
        blocks
    }

    /// Its status, and who tabled it.
    fn status(&self) -> Cell<'a> {
        let (text, snapshot) = (self.words(), self.context.snapshot);
        let own = self.records.of(self.proposal.id);
        let sponsors = snapshot.sponsors.iter().filter(|it| it.proposal == self.proposal.id);
        let mut named: Vec<_> = sponsors
            .filter_map(|it| {
                Some((!it.main, text.of(&snapshot.parties.get(it.party)?.name), it.id))
            })
            .collect();
        named.sort_by_key(|(other, name, _)| (*other, fold(name)));
        let grounds = Grounds::all(named.iter().map(|(.., id)| self.records.of(*id)));
        let names: Vec<_> = named.iter().take(4).map(|(_, name, _)| *name).collect();
        let names = match named.len().saturating_sub(names.len()) {
            0 => names.join(", "),
            more => {
                let values = [("names", names.join(", ").into()), ("more", more.into())];
                text.with(msg!("brief-and-more"), &values)
            }
        };
        let values = [
            ("status", own.cell(Value::label(text, self.proposal.status))),
            ("count", grounds.cell(Value::Count(named.len()))),
            ("names", grounds.cell(names)),
        ];
        Cell::sentence(text, msg!("brief-status"), &values)
    }

    /// Who objects or has reservations, and what would move each of them.
    fn blockers(&self) -> Vec<Block<'a>> {
        let (text, snapshot) = (self.words(), self.context.snapshot);
        let groups = group_grounds(snapshot, self.records, self.context.as_of);
        let groups = Grounds::all(groups.get(&self.proposal.id).into_iter().flatten().cloned());
        let against = |slot: Slot| {
            let stance = self.coalition.stance(self.slot, slot)?;
            matches!(stance, Stance::Object | Stance::Reserve).then_some(stance)
        };
        let parties = snapshot.parties.slots().filter(|(_, party)| party.decides);
        let mut found: Vec<_> = parties
            .filter_map(|(slot, party)| {
                let own = self.coalition.basis(self.slot, slot) == Basis::Own;
                let entry = snapshot.positions.current(self.slot, slot, self.context.as_of);
                Some((slot, party, against(slot)?, entry.filter(|_| own)))
            })
            .collect();
        found.sort_by_cached_key(|(_, party, stance, entry)| {
            let said = entry.map_or("", |entry| entry.condition());
            let salience = entry.and_then(|entry| entry.salience()).unwrap_or_default();
            let weight = (*stance != Stance::Object, said.is_empty());
            (weight, std::cmp::Reverse(salience), fold(text.of(&party.name)))
        });
        let shown = if self.context.short { FEW } else { usize::MAX };
        let rest = found.len().saturating_sub(shown);
        let columns = [
            Column::new("party", text.get(msg!("field-party"))),
            Column::new("camp", text.get(msg!("column-camp"))),
            Column::new("stance", text.get(msg!("field-stance"))),
            Column::new("condition", text.get(msg!("field-condition"))),
            Column::note("source", text.get(msg!("field-source"))),
        ];
        let none = found.is_empty();
        let rows = found.into_iter().take(shown).map(|(slot, party, stance, entry)| {
            let said = entry.map_or_else(
                || Grounds::all([self.records.of(party.id), groups.clone()]),
                |entry| self.records.entry(entry),
            );
            let source = entry.and_then(|entry| entry.source());
            let source = source.and_then(|source| snapshot.sources.at(source));
            let camp = self.coalition.camps.camp(slot);
            [
                said.cell(text.of(&party.name)),
                self.camps.of(slot).cell(Value::label(text, camp)),
                said.cell(Value::Stance(Some(stance))),
                said.cell(entry.map_or("", |entry| entry.condition())),
                self.records.source(source.map(|source| source.id), &said),
            ]
        });
        let table = Table::new("blockers", columns, rows);
        let mut blocks = vec![self.heading(msg!("brief-blockers"))];
        if none {
            let nobody = Value::Text(text.get(msg!("brief-nobody")).into());
            blocks.push(Block::Sentence(self.figures.cell(nobody)));
        }
        blocks.push(Block::Table(table));
        if rest > 0 {
            let values = [("count", self.figures.cell(Value::Count(rest)))];
            blocks.push(Block::Sentence(Cell::sentence(text, msg!("brief-more"), &values)));
        }
        blocks
    }

    /// The obstacles, gravest first, and what is done about each.
    fn obstacles(&self) -> Vec<Block<'a>> {
        let (text, snapshot) = (self.words(), self.context.snapshot);
        let heat = heat(snapshot, self.context.as_of, self.context.as_of);
        let held = |obstacle: Obstacle| {
            heat.assessment(self.slot, obstacle).and_then(|id| snapshot.assessments.get(id))
        };
        let grade =
            |it: Option<&Assessment>| it.and_then(|it| it.severity).map_or(0, |it| it.get());
        let least = if self.context.short { SEVERE } else { 1 };
        let mut rows = Vec::new();
        let mut others = Vec::new();
        let mut all: Vec<_> = Obstacle::ALL.iter().map(|it| (*it, held(*it))).collect();
        all.sort_by_key(|(obstacle, it)| (std::cmp::Reverse(grade(*it)), obstacle.number()));
        for (obstacle, assessment) in all {
            let name = obstacle_text(obstacle).short_in(text.language());
            let grounds = assessment.map_or_else(Grounds::default, |it| self.records.of(it.id));
            let remedies = self.remedies(obstacle);
            if grade(assessment) < least && (self.context.short || remedies.is_empty()) {
                others.push(grounds.cell(Value::Label { key: Some(obstacle.key()), words: name }));
                continue;
            }
            rows.push([
                grounds.cell(Value::Label { key: Some(obstacle.key()), words: name }),
                grounds.cell(Value::Severity(assessment.and_then(|it| it.severity))),
                grounds.cell(assessment.map_or("", |it| &it.rationale)),
                Cell::lines(remedies),
                self.records.source(assessment.and_then(|it| it.source), &grounds),
            ]);
        }
        let columns = [
            Column::new("obstacle", text.get(msg!("field-obstacle"))),
            Column::new("severity", text.get(msg!("field-severity"))),
            Column::new("rationale", text.get(msg!("field-rationale"))),
            Column::new("remedies", text.get(msg!("subject-remedies"))),
            Column::note("source", text.get(msg!("field-source"))),
        ];
        let mut blocks = vec![self.heading(msg!("brief-obstacles"))];
        blocks.push(Block::Table(Table::new("assessed", columns, rows.into_iter())));
        if !others.is_empty() {
            let grounds = Grounds::all(others.iter().map(|it| it.grounds().clone()));
            let names: Vec<_> = others.iter().map(|it| it.words(text).into_owned()).collect();
            let values = [("names", grounds.cell(names.join(", ")))];
            blocks.push(Block::Sentence(Cell::sentence(text, msg!("brief-others"), &values)));
        }
        blocks
    }

    /// The remedies for an obstacle, and who is responsible for them.
    fn remedies(&self, obstacle: Obstacle) -> Vec<Cell<'a>> {
        let text = self.words();
        let about = |it: &&Remedy| {
            it.proposal == self.proposal.id
                && it.obstacle == obstacle
                && it.status != RemedyStatus::Dropped
        };
        let mut found: Vec<_> = self.context.snapshot.remedies.iter().filter(about).collect();
        found.sort_by_key(|it| (it.due.is_none(), it.due, &it.title));
        let cell = |it: &Remedy| {
            let due =
                it.due.map(|day| text.with(msg!("brief-due"), &[("day", text.day(day).into())]));
            let more = [Some(lower(text.label(it.status))), Some(it.owner.clone()), due];
            let more: Vec<_> = more.into_iter().flatten().filter(|it| !it.is_empty()).collect();
            self.records.of(it.id).cell(format!("{} ({})", it.title, more.join(", ")))
        };
        found.into_iter().map(cell).collect()
    }

    /// The swing states on which something is known: what moves each, and the next step.
    fn swing(&self) -> Vec<Block<'a>> {
        let (text, snapshot) = (self.words(), self.context.snapshot);
        let parties = snapshot.parties.slots();
        let mut found: Vec<_> = parties
            .filter(|(slot, _)| self.coalition.camps.camp(*slot) == Camp::Swing)
            .filter_map(|(slot, party)| {
                let known = snapshot.engagements.iter().find(|it| it.party == party.id);
                let next = snapshot.open_step(party.id);
                (known.is_some() || next.is_some()).then_some((slot, party, known, next))
            })
            .collect();
        if found.is_empty() {
            return Vec::new();
        }
        found.sort_by_cached_key(|(_, party, ..)| fold(text.of(&party.name)));
        let columns = [
            Column::new("party", text.get(msg!("field-party"))),
            Column::new("stance", text.get(msg!("field-stance"))),
            Column::new("interests", text.get(msg!("brief-interests"))),
            Column::new("argument", text.get(msg!("brief-argument"))),
            Column::new("next", text.get(msg!("column-next-step"))),
        ];
        let rows = found
            .into_iter()
            .map(|(slot, party, known, next)| self.swing_row(slot, party, known, next));
        let table = Table::new("swing", columns, rows.collect::<Vec<_>>().into_iter());
        vec![self.heading(msg!("brief-swing")), Block::Table(table)]
    }

    fn swing_row(
        &self,
        slot: Slot,
        party: &'a Party,
        known: Option<&'a Engagement>,
        next: Option<&'a NextStep>,
    ) -> [Cell<'a>; 5] {
        let text = self.words();
        let of_known = known.map_or_else(Grounds::default, |it| self.records.of(it.id));
        let of_next = next.map_or_else(Grounds::default, |it| self.records.of(it.id));
        let camp = self.camps.of(slot);
        let listed = Grounds::all([self.records.of(party.id), camp]);
        let interests = known.map_or_else(Vec::new, |it| {
            let named = [
                (msg!("field-economic"), &it.economic),
                (msg!("field-social"), &it.social),
                (msg!("field-security"), &it.security),
                (msg!("field-development"), &it.development),
            ];
            let filled = named.into_iter().filter(|(_, words)| !words.is_empty());
            filled.map(|(id, words)| format!("{}: {words}", text.get(id))).collect()
        });
        let argument = known.map_or_else(Vec::new, |it| {
            [&it.argument, &it.offer].into_iter().filter(|it| !it.is_empty()).cloned().collect()
        });
        let step = next.map_or_else(String::new, |it| {
            let due =
                it.due.map(|day| text.with(msg!("brief-due"), &[("day", text.day(day).into())]));
            let more = [Some(it.owner.clone()).filter(|it| !it.is_empty()), due];
            let more: Vec<_> = more.into_iter().flatten().collect();
            if more.is_empty() {
                it.title.clone()
            } else {
                format!("{} ({})", it.title, more.join(", "))
            }
        });
        [
            listed.cell(text.of(&party.name)),
            self.figures.cell(Value::Stance(self.coalition.stance(self.slot, slot))),
            of_known.cell(interests.join("\n")),
            of_known.cell(argument.join("\n")),
            of_next.cell(step),
        ]
    }

    /// The changes since a day.
    fn changed(&self) -> Vec<Block<'a>> {
        let PageContext { snapshot, text, short, .. } = *self.context;
        let id = self.proposal.id;
        let mine: HashSet<_> =
            snapshot.remedies.iter().filter(|it| it.proposal == id).map(|it| it.id).collect();
        let about = |about: Option<About>| match about {
            Some(About::Stance(it, _) | About::Obstacle(it, _) | About::Proposal(it)) => it == id,
            Some(About::Remedy(it)) => mine.contains(&it),
            None => false,
        };
        // The latest changes are the ones a minister needs to know.
        let most = if short { FEW } else { usize::MAX };
        self.changed.clone().only(about).passage(text, most)
    }

    /// The wishes of one's own side, if they may be seen.
    fn own(&self) -> Vec<Block<'a>> {
        let (text, snapshot) = (self.words(), self.context.snapshot);
        let Some(it) = snapshot.briefs.iter().find(|it| it.proposal == self.proposal.id) else {
            return Vec::new();
        };
        let grounds = self.records.of(it.id);
        let red_line = match (it.crossed, it.crossed_reason.as_str()) {
            (false, _) => it.red_line.clone(),
            (true, reason) => {
                let crossed = text.get(msg!("field-crossed"));
                let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
                format!("{}\n{crossed}{reason}", it.red_line)
            }
        };
        let instruction = text.label(it.instruction);
        let instruction = match it.instruction_by {
            Some(day) => {
                let due = text.with(msg!("brief-due"), &[("day", text.day(day).into())]);
                format!("{instruction} ({due})")
            }
            None => instruction.to_owned(),
        };
        let said = [
            (msg!("field-objective"), it.objective.clone(), true),
            (msg!("field-acceptable"), it.acceptable.clone(), false),
            (msg!("field-fallback"), it.fallback.clone(), false),
            (msg!("field-red-line"), red_line, true),
            (msg!("field-instruction"), instruction, true),
            (msg!("field-arguments"), it.arguments.clone(), false),
            (msg!("field-speaker"), it.speaker.clone(), false),
        ];
        let columns = [
            Column::new("what", text.get(msg!("column-what"))),
            Column::new("words", text.get(msg!("brief-title"))),
        ];
        let rows = said
            .into_iter()
            .filter(|(_, words, short)| !words.is_empty() && (*short || !self.context.short));
        let rows = rows.map(|(id, words, _)| {
            let label = Value::Label { key: Some(id.id()), words: text.get(id) };
            [grounds.cell(label), grounds.cell(words)]
        });
        let table = Table::new("own_brief", columns, rows.collect::<Vec<_>>().into_iter());
        vec![self.heading(msg!("brief-title")), Block::Table(table)]
    }

    /// The text on the table.
    fn text(&self) -> Vec<Block<'a>> {
        let text = texts::present(self.context.snapshot, self.records, self.proposal);
        if matches!(text.value(), Value::Text(words) if words.is_empty()) {
            return Vec::new();
        }
        vec![self.heading(msg!("field-text")), Block::Sentence(text)]
    }
}
