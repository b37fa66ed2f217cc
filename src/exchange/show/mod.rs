//! What `show` writes: the dossier as JSON, as a table, or as text to read.

mod matrix;
mod obstacles;
mod parties;
mod proposals;

use chrono::NaiveDate;
use serde::Serialize;

use super::csv_out::to_csv;
use super::plain;
use crate::analysis::{Coalition, Heat};
use crate::model::words::natural_cmp;
use crate::model::{
    Arena, Camp, Dossier, Keyed, Marking, Party, Proposal, Slot, Snapshot, Table, keyed,
};
use crate::text::Text;

keyed! {
    /// What can be shown.
    pub enum Subject as "subject" {
        /// The coalition matrix.
        Matrix = "matrix",
        /// The proposals with all their fields.
        Proposals = "proposals",
        /// The parties with all their fields.
        Parties = "parties",
        /// The heat map of obstacles.
        Obstacles = "obstacles",
    }
}

keyed! {
    /// How it can be shown.
    pub enum Format as "format" {
        /// For a person.
        Text = "text",
        /// For a program.
        Json = "json",
        /// For a spreadsheet.
        Csv = "csv",
    }
}

/// The version of the JSON, raised when something in it changes its meaning.
const FORMAT: u32 = 1;

/// What is shown, and what was computed for it.
pub struct Scene<'a> {
    /// The dossier.
    pub snapshot: &'a Snapshot,
    /// The ceiling under which it was read, if it was.
    pub ceiling: Option<Marking>,
    /// Its matrix, computed for the day that is shown.
    pub coalition: &'a Coalition,
    /// Its heat map, computed for the same day.
    pub heat: &'a Heat,
    /// The language.
    pub text: Text,
}

/// The most cells a matrix to read or for a spreadsheet may have.
const MOST_CELLS: usize = 4_000_000;

/// That a matrix has more cells than anybody can read, or a spreadsheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyCells {
    /// How many it has.
    pub cells: usize,
    /// How many it may have.
    pub most: usize,
}

/// Shows a part of a dossier.
///
/// # Errors
/// [`TooManyCells`] for a matrix as text or as a table. As JSON there is no limit: it holds
/// only the cells of which something is known.
pub fn show(scene: &Scene<'_>, subject: Subject, format: Format) -> Result<String, TooManyCells> {
    let cells = scene.snapshot.parties.len().saturating_mul(scene.snapshot.proposals.len());
    if subject == Subject::Matrix && format != Format::Json && cells > MOST_CELLS {
        return Err(TooManyCells { cells, most: MOST_CELLS });
    }
    Ok(shown(scene, subject, format))
}

fn shown(scene: &Scene<'_>, subject: Subject, format: Format) -> String {
    match (format, subject) {
        (Format::Json, Subject::Matrix) => json(&matrix::json(scene)),
        (Format::Json, Subject::Proposals) => json(&proposals::json(scene)),
        (Format::Json, Subject::Parties) => json(&parties::json(scene)),
        (Format::Json, Subject::Obstacles) => json(&obstacles::json(scene)),
        (_, subject) => {
            let rows = match subject {
                Subject::Matrix if format == Format::Text => matrix::signs(scene),
                Subject::Matrix => matrix::table(scene),
                Subject::Proposals => proposals::table(scene),
                Subject::Parties => parties::table(scene),
                Subject::Obstacles => obstacles::table(scene),
            };
            match format {
                Format::Csv => to_csv(scene.text.language(), &rows),
                Format::Text | Format::Json => {
                    format!("{}\n{}", page_head(scene, subject), aligned(&rows))
                }
            }
        }
    }
}

/// The marking of a page and the dossier it is of.
fn page_head(scene: &Scene<'_>, subject: Subject) -> String {
    let marking = page_marking(scene, subject);
    let dossier = &scene.snapshot.dossier;
    let words = [marking.label(), &dossier.classification, &dossier.title];
    let words: Vec<_> = words.into_iter().filter(|it| !it.is_empty()).map(plain).collect();
    let mut head = words.join(" · ") + "\n";
    if scene.ceiling.is_some() {
        head += scene.text.get("show-counted");
        head.push('\n');
    }
    head
}

/// The strictest marking of what a page is made of; under a ceiling never more than that.
pub(super) fn page_marking(scene: &Scene<'_>, subject: Subject) -> Marking {
    let snapshot = scene.snapshot;
    let tables: &[Table] = match subject {
        Subject::Matrix => {
            &[Table::Parties, Table::Groups, Table::Proposals, Table::Positions, Table::RollCalls]
        }
        Subject::Proposals => &[Table::Proposals, Table::Sources, Table::Positions],
        Subject::Parties => &[Table::Parties, Table::Groups, Table::Engagements, Table::Relations],
        Subject::Obstacles => &[Table::Proposals, Table::Assessments, Table::Remedies],
    };
    let strictest = snapshot.strictest(|table| tables.contains(&table));
    scene.ceiling.map_or(strictest, |ceiling| strictest.min(ceiling))
}

fn json(value: &impl Serialize) -> String {
    // What is serialised here has text keys and no failing parts.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// Writes rows in columns that line up; a column of numbers is not told apart.
fn aligned(rows: &[Vec<String>]) -> String {
    const WIDEST: usize = 60;
    let shorten = |cell: &str| {
        // No more of a long text than can be seen of it.
        let (mut line, mut count, mut blank) = (String::new(), 0, false);
        for c in cell.chars() {
            if c.is_whitespace() {
                blank = count > 0;
                continue;
            }
            if std::mem::take(&mut blank) {
                line.push(' ');
                count += 1;
            }
            line.push(c);
            count += 1;
            if count > WIDEST {
                break;
            }
        }
        let line = plain(&line);
        if line.chars().count() > WIDEST {
            line.chars().take(WIDEST - 1).chain(['…']).collect()
        } else {
            line
        }
    };
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| shorten(cell)).collect()).collect();
    let mut widths: Vec<usize> = Vec::new();
    for row in &rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let padding = width.saturating_sub(cell.chars().count());
            line += cell;
            line.extend(std::iter::repeat_n(' ', padding + 2));
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// The head of every JSON document.
#[derive(Serialize)]
struct Head {
    format: u32,
    /// Of the page: the strictest of what it is made of.
    marking: Marking,
    dossier: DossierJson,
    as_of: NaiveDate,
    /// What totals, verdicts and camps are counted from, where that is not the whole dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    counted_from: Option<&'static str>,
}

#[derive(Serialize)]
struct DossierJson {
    id: crate::model::DossierId,
    title: String,
    description: String,
    template: String,
    marking: Marking,
    classification: String,
    camp_upper: f64,
    camp_lower: f64,
    camp_min_votes: u32,
    poll_min_answers: u32,
}

impl Head {
    fn new(scene: &Scene<'_>, subject: Subject) -> Self {
        let Dossier {
            id,
            title,
            description,
            template,
            marking,
            classification,
            camp_upper,
            camp_lower,
            camp_min_votes,
            poll_min_answers,
        } = scene.snapshot.dossier.clone();
        let dossier = DossierJson {
            id,
            title,
            description,
            template,
            marking,
            classification,
            camp_upper,
            camp_lower,
            camp_min_votes,
            poll_min_answers,
        };
        Self {
            format: FORMAT,
            marking: page_marking(scene, subject),
            dossier,
            as_of: scene.coalition.as_of,
            counted_from: scene.ceiling.map(|_| scene.text.get("counted-from")),
        }
    }
}

/// The proposals in the order of their codes.
fn proposals_in_order(snapshot: &Snapshot) -> Vec<(Slot, &Proposal)> {
    in_order(&snapshot.proposals, |proposal| &proposal.code)
}

/// The parties in the order of their codes.
fn parties_in_order(snapshot: &Snapshot) -> Vec<(Slot, &Party)> {
    in_order(&snapshot.parties, |party| &party.code)
}

fn in_order<K, T>(arena: &Arena<K, T>, code: impl Fn(&T) -> &str) -> Vec<(Slot, &T)>
where
    K: Copy + Eq + std::hash::Hash,
{
    let mut records: Vec<_> = arena.slots().collect();
    records.sort_by(|(_, a), (_, b)| natural_cmp(code(a), code(b)));
    records
}

/// The name of a camp's tally in JSON.
fn camp_key(camp: Camp) -> &'static str {
    camp.key()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_long_cells_are_cut() {
        let rows = [vec!["a".to_owned(), "bc".to_owned()], vec!["def".to_owned(), "x".repeat(80)]];
        let text = aligned(&rows);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "a    bc");
        assert_eq!(lines[1].chars().count(), 5 + 60);
        assert!(lines[1].ends_with('…'));
    }
}
