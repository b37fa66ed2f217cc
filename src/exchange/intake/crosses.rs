//! Memberships as crosses: a party on each line, a group in each column, and a cross, a tick, a 1
//! or the day of accession where the party is a member.

use super::super::table::BETWEEN;
use super::super::{DayQuestion, ImportProblem, RowProblem, Sheet};
use super::answers::Question;
use super::cells::yes;
use super::guess::Found;
use super::layout::{Field, Layout};
use super::look::Look;
use super::mapping::{Column, Mapping};
use super::plan::{Given, Plan, Pulse};
use super::records::plan_records;
use crate::model::words::fold_line;

/// The columns of the memberships that the crosses represent.
const COLUMNS: [Field; 3] = [Field::Party, Field::Group, Field::Since];

/// Plans a table of crosses.
///
/// `None` if the pulse said to stop.
pub(super) fn plan_crosses(given: Given<'_>, pulse: Pulse<'_>) -> Option<Plan> {
    let (sheet, mapping) = one_a_row(given)?;
    let mut plan = plan_records(Given { sheet: &sheet, mapping: &mapping, ..given }, pulse)?;
    plan.layout = Layout::Crosses;
    let places = Places(given);
    plan.questions.iter_mut().for_each(|question| places.of_question(question));
    plan.problems.each(|problem| places.of_problem(problem));
    Some(plan)
}

/// The same table with one membership per row, on the line where its cross is.
fn one_a_row(given: Given<'_>) -> Option<(Sheet, Mapping)> {
    let Given { sheet, mapping, .. } = given;
    let (mut text, mut rows) = (String::new(), Vec::new());
    let mut add = |line: u64, cells: [&str; 3]| {
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                text.push(BETWEEN);
            }
            text.extend(cell.chars().map(|c| if c == BETWEEN { ' ' } else { c }));
        }
        rows.push((u32::try_from(line).unwrap_or(u32::MAX), text.len()));
    };
    add(mapping.header, COLUMNS.map(crate::model::Keyed::key));
    let at = mapping.place(Field::Party)?;
    for row in sheet.rows() {
        let party = row.cells.get(at).map_or("", |cell| &**cell);
        for (column, group) in mapping.cells() {
            let cell = row.cells.get(column).map_or("", |cell| cell.trim());
            if !says_no(cell) {
                let since = if is_cross(cell) { "" } else { cell };
                add(row.line, [party, group, since]);
            }
        }
    }
    let derived = Sheet::of_rows(0, text, rows, Vec::new(), Vec::new()).ok()?;
    let heading = mapping.columns.get(at).map(|column| column.heading.clone());
    let columns = COLUMNS.map(|field| {
        let own = if field == Field::Party { heading.clone() } else { None };
        Column { heading: own.unwrap_or_default(), field: Some(field) }
    });
    let memberships = Mapping {
        layout: Layout::Memberships,
        upper: None,
        columns: columns.into(),
        ..mapping.clone()
    };
    Some((derived, memberships))
}

fn is_cross(cell: &str) -> bool {
    yes(cell) == Some(true)
        || matches!(
            fold_line(cell).as_str(),
            "✓" | "✔" | "☑" | "√" | "●" | "•" | "■" | "+" | "*" | "v" | "member" | "lid" | "oui"
        )
}

fn says_no(cell: &str) -> bool {
    let none = ["", "-", "–", "—", "−", "non", "☐", "○", "n/a", "n.v.t."];
    none.contains(&fold_line(cell).as_str()) || yes(cell) == Some(false)
}

/// Maps findings in the memberships back to their places in the user's table.
struct Places<'a>(Given<'a>);

impl Places<'_> {
    fn party(&self) -> Option<(usize, String)> {
        let mapping = self.0.mapping;
        let at = mapping.place(Field::Party)?;
        Some((at, mapping.columns.get(at)?.heading.clone()))
    }

    /// The column of a group, which is its own heading.
    fn group(&self, written: &str) -> Option<(usize, String)> {
        // The text may have been shortened.
        let begins = written.trim_end_matches('…');
        let mut cells = self.0.mapping.cells();
        cells.find(|(_, heading)| heading.starts_with(begins)).map(|(at, _)| (at, String::new()))
    }

    /// The column of a day on a line.
    fn day(&self, line: u64, written: &str) -> Option<(usize, String)> {
        let begins = written.trim_end_matches('…');
        let row = self.0.sheet.all_rows().find(|row| row.line == line)?;
        let says = |at: usize| row.cells.get(at).is_some_and(|cell| cell.starts_with(begins));
        let mut cells = self.0.mapping.cells();
        cells.find(|(at, _)| says(*at)).map(|(at, heading)| (at, heading.to_owned()))
    }

    fn of_question(&self, question: &mut Question) {
        let at = |it: &mut super::super::WrittenAt| {
            if let Some((column, heading)) = self.day(it.line, &it.written) {
                (it.column, it.heading) = (column, heading);
            }
        };
        match question {
            Question::Name(it) => match it.column.as_ref().map(|(at, _)| *at) {
                Some(1) => {
                    it.column = self.group(&it.written);
                    it.line = self.0.mapping.header;
                }
                _ => it.column = self.party(),
            },
            Question::Days(DayQuestion::Order { example, proof, .. }) => {
                at(example);
                proof.iter_mut().for_each(at);
            }
            Question::Days(DayQuestion::Serial { example, .. }) => at(example),
            Question::Days(DayQuestion::Mixed { day_first, month_first }) => {
                at(day_first);
                at(month_first);
            }
            Question::Scale(_) | Question::Clash(_) => {}
        }
    }

    fn of_problem(&self, problem: &mut RowProblem) {
        let line = problem.lines.first().copied().unwrap_or_default();
        let column = problem.columns.first().map(|(at, _)| *at);
        let place = match column {
            Some(0) => self.party(),
            Some(1) => {
                (problem.in_header, problem.lines) = (true, vec![self.0.mapping.header]);
                self.group(&problem.written)
            }
            Some(_) => {
                if problem.problem == ImportProblem::NotADate {
                    problem.problem = ImportProblem::UnknownWord;
                }
                self.day(line, &problem.written)
            }
            None => None,
        };
        problem.columns = Vec::from_iter(place);
    }
}

impl Found {
    /// Takes the columns with crosses that are headed by groups.
    pub(super) fn crosses(&mut self, look: &Look, headings: &[String], votes: bool) {
        let (mut known, mut others) = (Vec::new(), Vec::new());
        for (at, heading) in headings.iter().enumerate() {
            if heading.is_empty() || self.is_taken(at) {
                continue;
            }
            let own = look.kind(self.row, at);
            let (filled, crosses) = look.below(self.row, at, |kind| kind.flag || kind.day);
            let all = crosses * 5 >= filled * 3;
            // Under the name of a group, anything but a cross is a fault to report.
            if own.group && crosses > 0 {
                known.push(at);
            }
            let free = !(own.party || own.proposal || own.stance || own.number || own.day);
            if free && crosses > 0 && all && !super::coded::is_other(heading) {
                others.push(at);
            }
        }
        // Crosses can mean many things, so they are asked about whatever the heading.
        self.doubtful = true;
        if known.is_empty() && others.len() < 2 {
            return;
        }
        self.points += match (known.is_empty(), votes) {
            (false, _) => 7,
            (true, true) => 5,
            (true, false) => 1,
        };
        self.columns.extend(known.into_iter().chain(others).map(|at| (at, Field::Cells)));
    }
}
