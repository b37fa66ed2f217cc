//! Changes between two days: stances, obstacles, and what the log says about the rest.

use std::borrow::Cow;
use std::cell::RefCell;

use chrono::NaiveDate;

use super::Subject;
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Page};
use crate::analysis::{
    Drift, OwnSide, SeverityChange, StanceChange, drift_of, drift_of_obstacle, severity_changes,
    stance_changes,
};
use crate::document::FieldChange;
use crate::explain::{logged_words, record_title};
use crate::model::describe::Holds;
use crate::model::{
    Obstacle, ProposalId, RecordId, RemedyId, Severity, Snapshot, Speaker, Stance, Table,
};
use crate::text::{Message, Text, lower, msg};

/// The changes after one day and up to another.
#[derive(Clone, Debug)]
pub struct WhatChanged<'a> {
    since: NaiveDate,
    until: NaiveDate,
    pub(super) stances: Vec<Moved<'a>>,
    pub(super) severities: Vec<Graded<'a>>,
    pub(super) remedies: Vec<Logged<'a>>,
    pub(super) texts: Vec<Logged<'a>>,
    pub(super) statuses: Vec<Logged<'a>>,
}

/// A party or group that took a stance.
#[derive(Clone, Debug)]
pub(super) struct Moved<'a> {
    pub(super) change: StanceChange,
    pub(super) proposal: &'a str,
    /// Its code.
    pub(super) code: &'a str,
    /// Its name.
    name: &'a str,
    entry: Grounds,
    before: Grounds,
}

/// An obstacle that was assessed.
#[derive(Clone, Debug)]
pub(super) struct Graded<'a> {
    pub(super) change: SeverityChange,
    pub(super) proposal: &'a str,
    assessment: Grounds,
    before: Grounds,
}

/// A changed field of a proposal or a remedy, or a record that is new or gone.
#[derive(Clone, Debug)]
pub(super) struct Logged<'a> {
    pub(super) proposal: Cow<'a, str>,
    pub(super) remedy: Option<String>,
    pub(super) field: Option<&'a str>,
    pub(super) from: &'a str,
    pub(super) to: Cow<'a, str>,
    pub(super) date: NaiveDate,
    // The field that changed, and both values, in words.
    words: String,
    shown: [String; 2],
    about: Option<About>,
    is_text: bool,
    grounds: Grounds,
}

/// The subject of a change, to which the user can navigate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The stance of a speaker on a proposal.
    Stance(ProposalId, Speaker),
    /// An obstacle to a proposal.
    Obstacle(ProposalId, Obstacle),
    /// A remedy.
    Remedy(RemedyId),
    /// A proposal.
    Proposal(ProposalId),
}

/// The columns of the lines, for people.
pub(super) const HEADS: [Message; 5] = [
    msg!("field-date"),
    msg!("field-proposal"),
    msg!("column-what"),
    msg!("column-from"),
    msg!("column-to"),
];

/// One change as a line: the day, the subject, both values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day.
    pub date: NaiveDate,
    /// Who or what changed.
    pub what: String,
    /// The proposal concerned.
    pub proposal: String,
    /// The earlier value.
    pub from: String,
    /// The present value.
    pub to: String,
    /// The place where it can be seen; `None` if it has been deleted.
    pub about: Option<About>,
    /// Whether both values are free text, whose differences are worth seeing word by word.
    pub is_text: bool,
    /// The direction of the change, if it was asked for.
    pub drift: Option<Drift>,
}

/// Collects what changed after `since` up to and including `until`; `fields` is the change log of
/// that period.
pub fn changes<'a>(
    snapshot: &'a Snapshot,
    text: Text,
    fields: &'a [FieldChange],
    since: NaiveDate,
    until: NaiveDate,
) -> WhatChanged<'a> {
    let records = Records::new(snapshot);
    let code = |id| snapshot.proposals.get(id).map_or("", |it| &*it.code);
    let stances = stance_changes(snapshot, since, until).into_iter().filter_map(|change| {
        let (code_of, name) = match change.by {
            Speaker::Party(id) => {
                let party = snapshot.parties.get(id)?;
                (&*party.code, text.of(&party.name))
            }
            Speaker::Group(id) => {
                let code = &*snapshot.groups.get(id)?.code;
                (code, code)
            }
        };
        let said = |entry| records.said(entry, change.proposal, change.by);
        Some(Moved {
            proposal: code(change.proposal),
            code: code_of,
            name,
            entry: said(change.entry),
            before: change.before.map(said).unwrap_or_default(),
            change,
        })
    });
    let severities = severity_changes(snapshot, since, until).into_iter().map(|change| Graded {
        proposal: code(change.proposal),
        assessment: records.of(change.assessment),
        before: change.before.map(|id| records.of(id)).unwrap_or_default(),
        change,
    });
    let mut changes = WhatChanged {
        since,
        until,
        stances: stances.collect(),
        severities: severities.collect(),
        remedies: Vec::new(),
        texts: Vec::new(),
        statuses: Vec::new(),
    };
    for field in fields {
        let row = logged(snapshot, &records, text, field);
        let list = match (field.record.table, field.field.as_deref()) {
            (Table::Remedies, _) => &mut changes.remedies,
            (_, Some("status")) => &mut changes.statuses,
            _ => &mut changes.texts,
        };
        list.push(row);
    }
    changes
}

/// A logged change of a field, or of a record that is new or gone.
fn logged<'a>(
    snapshot: &'a Snapshot,
    records: &Records<'a>,
    text: Text,
    change: &'a FieldChange,
) -> Logged<'a> {
    let code = |id| snapshot.proposals.get(id).map_or("", |it| &*it.code);
    let FieldChange { record, ref from, ref to, date, .. } = *change;
    let field = change.field.as_deref();
    let of_remedy = record.table == Table::Remedies;
    let row = Logged {
        proposal: Cow::Borrowed(""),
        remedy: None,
        field,
        from,
        to: Cow::Borrowed(to),
        date,
        words: String::new(),
        shown: Default::default(),
        about: None,
        is_text: field.and_then(|it| record.table.description().column(it)).is_some_and(|column| {
            column.holds == Holds::Prose && !from.is_empty() && !to.is_empty()
        }),
        grounds: records.logged(change),
    };
    if field == Some("deleted") {
        // Only the name of a deleted record is known.
        return Logged {
            proposal: Cow::Borrowed(if of_remedy { "" } else { from }),
            remedy: of_remedy.then(|| from.clone()),
            words: format!("{from}: {}", text.get(msg!("change-deleted"))),
            shown: [from.clone(), String::new()],
            ..row
        };
    }
    let title = record_title(text, snapshot, record);
    let label = field.map_or_else(|| text.get(msg!("change-added")), |field| text.field(field));
    // The name of a source, old or new, is printed as well.
    let named = RefCell::new(vec![row.grounds.clone()]);
    let name = |record: RecordId| {
        named.borrow_mut().push(records.of(record));
        record_title(text, snapshot, record)
    };
    let shown = match field {
        None => [String::new(), title.clone()],
        Some(field) => {
            [from, to].map(|value| logged_words(text, record.table, field, value, &name))
        }
    };
    let row = Logged { grounds: Grounds::all(named.into_inner()), ..row };
    let to = if field.is_none() { Cow::Owned(title.clone()) } else { Cow::Borrowed(&**to) };
    if of_remedy {
        let id = RemedyId(record.id);
        let proposal = snapshot.remedies.get(id).map_or("", |remedy| code(remedy.proposal));
        Logged {
            proposal: Cow::Borrowed(proposal),
            to,
            words: format!("{title}: {}", lower(label)),
            remedy: Some(title),
            shown,
            about: Some(About::Remedy(id)),
            ..row
        }
    } else {
        let id = ProposalId(record.id);
        let (proposal, about) = (Cow::Borrowed(code(id)), Some(About::Proposal(id)));
        Logged { proposal, to, words: label.to_owned(), shown, about, ..row }
    }
}

/// How the changes were determined, as the page notes it.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    /// From dated entries only, because there is a ceiling.
    Counted,
    /// From the log as well, which begins on this day (`None` if it is empty). Nothing earlier is
    /// known of values without a date.
    Logged(Option<NaiveDate>),
}

impl<'a> WhatChanged<'a> {
    /// The grounds of everything in it.
    pub(super) fn grounds(&self) -> impl Iterator<Item = &Grounds> {
        let Self { stances, severities, remedies, texts, statuses, .. } = self;
        let moved = stances.iter().flat_map(|it| [&it.entry, &it.before]);
        let graded = severities.iter().flat_map(|it| [&it.assessment, &it.before]);
        let logged = remedies.iter().chain(texts).chain(statuses).map(|it| &it.grounds);
        moved.chain(graded).chain(logged)
    }

    /// Only the changes with a subject like this.
    pub(super) fn only(mut self, about: impl Fn(Option<About>) -> bool) -> Self {
        self.stances.retain(|it| about(Some(About::Stance(it.change.proposal, it.change.by))));
        self.severities
            .retain(|it| about(Some(About::Obstacle(it.change.proposal, it.change.obstacle))));
        for list in [&mut self.remedies, &mut self.texts, &mut self.statuses] {
            list.retain(|it| about(it.about));
        }
        self
    }

    /// As a passage of a page about more than changes: how many there are, and the last of them.
    pub(super) fn passage(self, text: Text, most: usize) -> Vec<Block<'a>> {
        let mut lines = self.lines(text);
        let values = [
            ("since", Cell::day(self.since)),
            ("until", Cell::day(self.until)),
            ("count", Cell::number(lines.len())),
        ];
        lines.drain(..lines.len().saturating_sub(most));
        let heading = Cell::fixed(text.get(msg!("subject-changes")));
        let sentence = Cell::sentence(text, msg!("changes-heading"), &values);
        let mut blocks = vec![Block::Heading(heading), Block::Sentence(sentence)];
        if !lines.is_empty() {
            blocks.push(Block::Changed(self, lines));
        }
        blocks
    }

    /// As lines, oldest first, each with its direction; for the user alone, as the direction
    /// reveals the own party's stance.
    pub fn lines_for(&self, snapshot: &Snapshot, text: Text, own: OwnSide<'_>) -> Vec<Line> {
        self.lines_with(
            text,
            |change| drift_of(snapshot, own, change),
            |change| drift_of_obstacle(change.from, change.to),
        )
    }

    /// As lines, oldest first.
    pub fn lines(&self, text: Text) -> Vec<Line> {
        self.lines_with(text, |_| None, |_| None)
    }

    fn lines_with(
        &self,
        text: Text,
        moved: impl Fn(&StanceChange) -> Option<Drift>,
        graded: impl Fn(&SeverityChange) -> Option<Drift>,
    ) -> Vec<Line> {
        let stance = |it: Option<Stance>| lower(text.stance(it));
        let stances = self.stances.iter().map(|Moved { change, proposal, name, .. }| Line {
            date: change.date,
            what: (*name).to_owned(),
            proposal: (*proposal).to_owned(),
            from: stance(change.from),
            to: stance(change.to),
            about: Some(About::Stance(change.proposal, change.by)),
            is_text: false,
            drift: moved(change),
        });
        let severity = |it: Option<Severity>| it.map_or("?".to_owned(), |it| it.get().to_string());
        let severities = self.severities.iter().map(|Graded { change, proposal, .. }| Line {
            date: change.date,
            what: text.label(change.obstacle).to_owned(),
            proposal: (*proposal).to_owned(),
            from: severity(change.from),
            to: severity(change.to),
            about: Some(About::Obstacle(change.proposal, change.obstacle)),
            is_text: false,
            drift: graded(change),
        });
        let logged = self.remedies.iter().chain(&self.texts).chain(&self.statuses);
        let logged = logged.map(
            |Logged { date, words, proposal, shown: [from, to], about, is_text, .. }| Line {
                date: *date,
                what: words.clone(),
                proposal: proposal.clone().into_owned(),
                from: from.clone(),
                to: to.clone(),
                about: *about,
                is_text: *is_text,
                drift: None,
            },
        );
        // Repeating a stance is not a move.
        let differs = |line: &Line| line.from != line.to || line.to.is_empty();
        let mut lines: Vec<_> = stances.chain(severities).chain(logged).filter(differs).collect();
        lines.sort_by_key(|line| line.date);
        lines
    }

    /// The page. `snapshot` is the one the changes were collected from.
    pub fn page(self, snapshot: &'a Snapshot, text: Text, told: Told) -> Page<'a> {
        let Self { since, until, .. } = self;
        let lines = self.lines(text);
        let days = [
            ("since", Cell::day(since)),
            ("until", Cell::day(until)),
            ("count", Cell::number(lines.len())),
        ];
        let records = Records::new(snapshot);
        let own = records.of(snapshot.dossier.id);
        let named = [&snapshot.dossier.classification, &snapshot.dossier.title];
        let mut blocks = vec![
            Block::Marking(named.map(|words| own.cell(words)).into()),
            Block::Field("since", Cell::day(since)),
            Block::Field("until", Cell::day(until)),
            Block::Title(Cell::sentence(text, msg!("changes-heading"), &days)),
        ];
        match told {
            Told::Counted => blocks.extend([
                Block::Field("counted_from", Cell::fixed(text.get(msg!("counted-from")))),
                Block::Sentence(Cell::fixed(text.get(msg!("changes-counted")))),
            ]),
            Told::Logged(Some(begins)) => {
                blocks.push(Block::Field("logged_from", Cell::day(begins)));
                if begins > since {
                    let day = [("day", Cell::day(begins))];
                    blocks.push(Block::Sentence(Cell::sentence(text, msg!("changes-log"), &day)));
                }
            }
            Told::Logged(None) => {
                blocks.push(Block::Sentence(Cell::fixed(text.get(msg!("changes-no-log")))));
            }
        }
        blocks.push(Block::Changed(self, lines));
        Page::new(snapshot, &records, (text, Subject::Changes, until), blocks)
    }
}
