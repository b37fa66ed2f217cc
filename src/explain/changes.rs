//! What changed between two days, as JSON and as text to read.

use chrono::NaiveDate;
use serde::Serialize;

use super::record_title;
use crate::analysis::{severity_changes, stance_changes};
use crate::document::FieldChange;
use crate::exchange::plain;
use crate::model::{
    Keyed, Marking, MeasureKind, Obstacle, ProposalId, RemedyId, RemedyKind, RemedyStatus,
    Severity, Snapshot, Speaker, Status, Table, stance,
};
use crate::text::{Text, lower};

/// What changed, by what it is about.
#[derive(Debug, Serialize)]
pub struct WhatChanged {
    marking: Marking,
    since: NaiveDate,
    until: NaiveDate,
    // What it is told from, where that is not the whole dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    counted_from: Option<&'static str>,
    // The day from which on the log tells of texts, statuses and remedies; none where it is
    // empty, or where it was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    logged_from: Option<NaiveDate>,
    #[serde(skip)]
    asks_log: bool,
    positions: Vec<PositionChange>,
    obstacles: Vec<ObstacleChange>,
    remedies: Vec<RecordChange>,
    texts: Vec<RecordChange>,
    statuses: Vec<RecordChange>,
}

#[derive(Debug, Serialize)]
struct PositionChange {
    party: String,
    proposal: String,
    from: &'static str,
    to: &'static str,
    date: NaiveDate,
    by: String,
    #[serde(skip)]
    words: String,
    #[serde(skip)]
    about: Option<About>,
}

#[derive(Debug, Serialize)]
struct ObstacleChange {
    proposal: String,
    obstacle: Obstacle,
    from: Option<Severity>,
    to: Option<Severity>,
    date: NaiveDate,
    #[serde(skip)]
    about: Option<About>,
}

#[derive(Debug, Serialize)]
struct RecordChange {
    proposal: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    field: Option<String>,
    from: String,
    to: String,
    date: NaiveDate,
    #[serde(skip)]
    words: String,
    // As a person reads them.
    #[serde(skip)]
    shown: [String; 2],
    #[serde(skip)]
    about: Option<About>,
}

/// What a change is about, and where it can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Where somebody stands on a proposal.
    Stance(ProposalId, Speaker),
    /// An obstacle to a proposal.
    Obstacle(ProposalId, Obstacle),
    /// A remedy.
    Remedy(RemedyId),
    /// A proposal.
    Proposal(ProposalId),
}

/// One change as a line: when, about what, from what to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day.
    pub date: NaiveDate,
    /// Who or what changed.
    pub what: String,
    /// The proposal it is about.
    pub proposal: String,
    /// What it was.
    pub from: String,
    /// What it is.
    pub to: String,
    /// Where it can be seen; `None` where it is deleted.
    pub about: Option<About>,
}

/// Gathers what changed after `since` and not after `until`; `fields` is what the change log
/// says of that time.
pub fn changes(
    snapshot: &Snapshot,
    text: Text,
    fields: &[FieldChange],
    since: NaiveDate,
    until: NaiveDate,
) -> WhatChanged {
    let code = |id| snapshot.proposals.get(id).map_or_else(String::new, |it| it.code.clone());
    let positions = stance_changes(snapshot, since, until).into_iter().filter_map(|change| {
        let (party, by, name) = match change.by {
            Speaker::Party(id) => {
                let party = snapshot.parties.get(id)?;
                (party.code.clone(), "own".to_owned(), text.of(&party.name).to_owned())
            }
            Speaker::Group(id) => {
                let code = snapshot.groups.get(id)?.code.clone();
                (code.clone(), format!("group:{code}"), code)
            }
        };
        Some(PositionChange {
            party,
            proposal: code(change.proposal),
            from: stance::key(change.from),
            to: stance::key(change.to),
            date: change.date,
            by,
            words: name,
            about: Some(About::Stance(change.proposal, change.by)),
        })
    });
    let obstacles =
        severity_changes(snapshot, since, until).into_iter().map(|change| ObstacleChange {
            proposal: code(change.proposal),
            obstacle: change.obstacle,
            from: change.from,
            to: change.to,
            date: change.date,
            about: Some(About::Obstacle(change.proposal, change.obstacle)),
        });
    let told = [Table::Proposals, Table::Positions, Table::Assessments, Table::Remedies];
    let mut changes = WhatChanged {
        marking: snapshot.strictest(|table| told.contains(&table)),
        since,
        until,
        counted_from: None,
        logged_from: None,
        asks_log: false,
        positions: positions.collect(),
        obstacles: obstacles.collect(),
        remedies: Vec::new(),
        texts: Vec::new(),
        statuses: Vec::new(),
    };
    for field in fields {
        let title = record_title(text, snapshot, field.record);
        let label = field.field.as_deref().map(|field| text.field(field));
        let mut row = RecordChange {
            proposal: code(ProposalId(field.record.id)),
            remedy: None,
            field: field.field.clone(),
            from: field.from.clone(),
            to: if field.field.is_none() { title.clone() } else { field.to.clone() },
            date: field.date,
            words: label.unwrap_or_else(|| text.get("change-added")).to_owned(),
            shown: match field.field {
                None => [String::new(), title.clone()],
                Some(_) => [&field.from, &field.to].map(|value| shown(text, field, value)),
            },
            about: None,
        };
        if field.field.as_deref() == Some("deleted") {
            let name = field.from.clone();
            row.words = format!("{name}: {}", text.get("change-deleted"));
            row.shown = [name.clone(), String::new()];
            if field.record.table == Table::Remedies {
                row.remedy = Some(name);
                changes.remedies.push(row);
            } else {
                row.proposal = name;
                changes.texts.push(row);
            }
            continue;
        }
        let remedy = field.record.table == Table::Remedies;
        row.about = Some(if remedy {
            About::Remedy(RemedyId(field.record.id))
        } else {
            About::Proposal(ProposalId(field.record.id))
        });
        if remedy {
            let remedy = snapshot.remedies.get(RemedyId(field.record.id));
            row.proposal = remedy.map_or_else(String::new, |remedy| code(remedy.proposal));
            row.words = format!("{title}: {}", lower(&row.words));
            row.remedy = Some(title);
            changes.remedies.push(row);
        } else if field.field.as_deref() == Some("status") {
            changes.statuses.push(row);
        } else {
            changes.texts.push(row);
        }
    }
    changes
}

impl WhatChanged {
    /// Says that it is shown under a ceiling, which is then its marking at the most.
    #[must_use]
    pub fn under(mut self, text: Text, ceiling: Marking) -> Self {
        self.marking = self.marking.min(ceiling);
        self.counted_from = Some(text.get("counted-from"));
        self
    }

    /// Says from which day on the log goes, if it has begun: of what is not dated by itself
    /// nothing is known before.
    #[must_use]
    pub fn logged_from(mut self, day: Option<NaiveDate>) -> Self {
        self.logged_from = day;
        self.asks_log = true;
        self
    }

    /// As JSON.
    pub fn json(&self) -> String {
        // What is serialised here has text keys and no failing parts.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// As lines, oldest first.
    pub fn lines(&self, text: Text) -> Vec<Line> {
        let held = |key: &str| crate::model::Stance::from_key(key);
        let positions = self.positions.iter().map(|change| Line {
            date: change.date,
            what: change.words.clone(),
            proposal: change.proposal.clone(),
            from: lower(text.stance(held(change.from))),
            to: lower(text.stance(held(change.to))),
            about: change.about,
        });
        let severity = |it: Option<Severity>| it.map_or("?".to_owned(), |it| it.get().to_string());
        let obstacles = self.obstacles.iter().map(|change| Line {
            date: change.date,
            what: text.label(change.obstacle).to_owned(),
            proposal: change.proposal.clone(),
            from: severity(change.from),
            to: severity(change.to),
            about: change.about,
        });
        let records = [&self.remedies, &self.texts, &self.statuses];
        let records = records.into_iter().flatten().map(|change| Line {
            date: change.date,
            what: change.words.clone(),
            proposal: change.proposal.clone(),
            from: change.shown[0].clone(),
            to: change.shown[1].clone(),
            about: change.about,
        });
        // Somebody who said the same again has not moved.
        let moved = |line: &Line| line.from != line.to || line.to.is_empty();
        let all = positions.chain(obstacles).chain(records);
        let mut lines: Vec<_> = all.filter(moved).collect();
        lines.sort_by_key(|line| line.date);
        lines
    }

    /// As text to read.
    pub fn words(&self, text: Text) -> String {
        let lines = self.lines(text);
        let days = [
            ("since", text.day(self.since).into()),
            ("until", text.day(self.until).into()),
            ("count", lines.len().into()),
        ];
        let mut words = format!("{}\n", self.marking.label());
        words += &text.with("changes-heading", &days);
        words.push('\n');
        if self.counted_from.is_some() {
            words += text.get("changes-counted");
            words.push('\n');
        }
        if self.asks_log && self.logged_from.is_none_or(|day| day > self.since) {
            let id = if self.logged_from.is_some() { "changes-log" } else { "changes-no-log" };
            let day = self.logged_from.map_or_else(String::new, |day| text.day(day));
            words += &text.with(id, &[("day", day.into())]);
            words.push('\n');
        }
        for line in lines {
            let Line { date, what, proposal, from, to, .. } = line;
            let from = if from.is_empty() { "–".to_owned() } else { shorten(&from) };
            let line = format!("{}  {proposal}  {what}: {from} → {}", text.day(date), shorten(&to));
            words += &plain(&line);
            words.push('\n');
        }
        words
    }
}

/// A value as a person reads it: keys of lists by their label, days as days are written.
fn shown(text: Text, change: &FieldChange, value: &str) -> String {
    let label = match (change.record.table, change.field.as_deref()) {
        (Table::Proposals, Some("status")) => Status::from_key(value).map(|it| text.label(it)),
        (Table::Proposals, Some("measure")) => {
            MeasureKind::from_key(value).map(|it| text.label(it))
        }
        (Table::Remedies, Some("status")) => RemedyStatus::from_key(value).map(|it| text.label(it)),
        (Table::Remedies, Some("kind")) => RemedyKind::from_key(value).map(|it| text.label(it)),
        (_, Some("due")) => return value.parse().map_or_else(|_| String::new(), |it| text.day(it)),
        _ => None,
    };
    label.unwrap_or(value).to_owned()
}

/// The first words of a long text.
fn shorten(words: &str) -> String {
    const LONGEST: usize = 60;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST - 1).chain(['…']).collect()
}
