//! The problems of a table, and the questions about it.

use chrono::NaiveDate;

use crate::exchange::{
    CellAt, DayQuestion, Import, ImportProblem, NO_HEADER, Problems, RowProblem, WrittenAt,
};
use crate::model::DayOrder;
use crate::text::{Arg, Text, lower, msg};

/// That a table is about parties the dossier does not contain; `None` if it is not.
pub(crate) fn explain_strangers(text: Text, import: &Import) -> Option<String> {
    Some(explain_strangers_at(text, import.strangers?, &import.problems))
}

/// Explains that a table is about others, as found at this line.
pub(crate) fn explain_strangers_at(text: Text, line: u64, problems: &Problems) -> String {
    let first = problems.listed().first();
    let arguments = [
        ("line", text.count(line as usize).into()),
        ("column", first.map_or_else(String::new, headings).into()),
        ("written", first.map_or("", |row| row.written.as_str()).into()),
    ];
    text.with(msg!("import-strangers"), &arguments)
}

/// Explains a fault of one or more rows of a table.
pub(crate) fn explain_row(text: Text, row: &RowProblem) -> String {
    let (mut earlier, mut same) = (0, "");
    let id = match row.problem {
        ImportProblem::NoColumn => msg!("import-no-column"),
        ImportProblem::ColumnTwice => msg!("import-column-twice"),
        ImportProblem::UnknownColumn => msg!("import-unknown-column"),
        ImportProblem::Empty => msg!("import-cell-empty"),
        ImportProblem::UnknownParty => msg!("import-unknown-party"),
        ImportProblem::UnknownProposal => msg!("import-unknown-proposal"),
        ImportProblem::UnknownStance => msg!("import-unknown-stance"),
        ImportProblem::Number => msg!("import-number"),
        ImportProblem::Dash => msg!("import-dash"),
        ImportProblem::NotADate => msg!("import-not-a-date"),
        ImportProblem::NoYear => msg!("import-no-year"),
        ImportProblem::ShortYear => msg!("import-short-year"),
        ImportProblem::InTheFuture => msg!("import-in-the-future"),
        ImportProblem::UnknownCertainty => msg!("import-unknown-certainty"),
        ImportProblem::UnknownMarking => msg!("import-unknown-marking"),
        ImportProblem::NotAWeight => msg!("import-not-a-weight"),
        ImportProblem::Contradicts(line, subject) => {
            (earlier, same) = (line, text.label(subject));
            msg!("import-contradicts")
        }
        ImportProblem::Ambiguous => msg!("import-ambiguous"),
        ImportProblem::ManyParties => msg!("import-many-parties"),
        ImportProblem::TooLong => msg!("import-too-long"),
        ImportProblem::TooManyCells => msg!("import-too-many-cells"),
        ImportProblem::NotAVote => msg!("import-not-a-vote"),
        ImportProblem::NoDay => msg!("import-no-day"),
        ImportProblem::OtherDay => msg!("import-other-day"),
        ImportProblem::GroupVotes => msg!("import-group-votes"),
        ImportProblem::UnknownWord => msg!("import-unknown-word"),
        ImportProblem::Nameless => msg!("import-nameless"),
        ImportProblem::UnknownKind => msg!("import-unknown-kind"),
        ImportProblem::UnknownGroup => msg!("import-unknown-group"),
        ImportProblem::EndsEarly => msg!("import-ends-early"),
        ImportProblem::Overlaps => msg!("import-overlaps"),
    };
    let mut lines = lines(text, row);
    let unnamed = matches!(
        row.problem,
        ImportProblem::TooManyCells
            | ImportProblem::NoDay
            | ImportProblem::GroupVotes
            | ImportProblem::Nameless
            | ImportProblem::UnknownKind
    );
    // The other faults name the column.
    if unnamed && let [(at, _)] = row.columns[..] {
        lines = named(&lines, &cell(row, at));
    }
    let arguments = [
        ("where", Arg::from(lines)),
        ("column", Arg::from(headings(row))),
        ("written", Arg::from(row.written.as_str())),
        ("earlier", Arg::from(earlier.to_string())),
        ("same", Arg::from(same)),
        ("meanings", Arg::from(row.suggestions.join("; "))),
    ];
    let problem = text.with(id, &arguments);
    if row.suggestions.is_empty() || row.problem == ImportProblem::ManyParties {
        return problem;
    }
    let quoted = |name: &String| text.with(msg!("quoted"), &[("words", name.as_str().into())]);
    let names = row.suggestions.iter().map(quoted).collect::<Vec<_>>().join(", ");
    let id = match row.problem {
        ImportProblem::Ambiguous => msg!("import-candidates"),
        ImportProblem::UnknownWord => msg!("import-possible-words"),
        _ => msg!("import-suggestion"),
    };
    format!("{problem} {}", text.with(id, &[("names", names.into())]))
}

/// The columns of a fault as in the table, with the cell if there is only one: *When (B7)*.
fn headings(row: &RowProblem) -> String {
    if row.columns.is_empty() {
        return row.column.to_owned();
    }
    let headings = row.columns.iter().map(|(at, heading)| named(heading, &cell(row, *at)));
    headings.collect::<Vec<_>>().join(", ")
}

/// A heading with its letters or its cell; without a heading, only these.
fn named(heading: &str, cell: &str) -> String {
    // Without a header the letters are the heading.
    let is_same = cell.trim_end_matches(|c: char| c.is_ascii_digit()) == heading;
    if heading.is_empty() || is_same { cell.to_owned() } else { format!("{heading} ({cell})") }
}

/// The letters of a column as a spreadsheet shows them.
pub(super) fn letters(at: usize) -> String {
    let column = u32::try_from(at + 1).unwrap_or(u32::MAX);
    CellAt { column, ..CellAt::default() }.letters()
}

/// The cell of a fault that is in one row, otherwise the letters of its column.
fn cell(row: &RowProblem, at: usize) -> String {
    let line = row.lines.first().filter(|_| row.rows == 1 || row.in_header);
    let line = line.filter(|line| **line != NO_HEADER);
    letters(at) + &line.map_or_else(String::new, u64::to_string)
}

/// The place of something: its line and, if known, its column.
pub(super) fn stands_at(text: Text, line: u64, column: Option<&(usize, String)>) -> String {
    if line == NO_HEADER {
        return lower(text.get(msg!("import-given-heading")));
    }
    let lines = line.to_string();
    match column {
        Some((at, heading)) => {
            let cell = named(heading, &(letters(*at) + &lines));
            text.with(msg!("intake-at-column"), &[("line", lines.into()), ("column", cell.into())])
        }
        None => text.with(msg!("intake-at-line"), &[("line", lines.into())]),
    }
}

/// Columns with their letters: *Score (C)*.
pub(super) fn columns(columns: &[(usize, String)]) -> String {
    let all = columns.iter().map(|(at, heading)| named(heading, &letters(*at)));
    all.collect::<Vec<_>>().join(", ")
}

/// The cell in which something is written.
fn cell_of(at: &WrittenAt) -> String {
    named(&at.heading, &letters(at.column))
}

fn lines(text: Text, row: &RowProblem) -> String {
    if row.in_header && row.lines.first() == Some(&NO_HEADER) {
        return text.get(msg!("import-given-heading")).to_owned();
    }
    let lines = row.lines.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
    let more = row.rows - row.lines.len().min(row.rows);
    let arguments = [("lines", Arg::from(lines)), ("more", Arg::from(text.count(more)))];
    match (row.rows, more) {
        (rows, _) if rows < 2 || row.in_header => text.with(msg!("import-line"), &arguments),
        (_, 0) => text.with(msg!("import-lines"), &arguments),
        _ => text.with(msg!("import-lines-more"), &arguments),
    }
}

/// Warnings about the rows that would be added: dates without a day, or in the future.
pub(crate) fn explain_import(text: Text, import: &Import) -> Vec<String> {
    let said = [(msg!("import-months"), import.months), (msg!("import-future"), import.future)];
    let said = said.into_iter().filter(|(_, count)| *count > 0);
    said.map(|(id, count)| text.with(id, &[("count", count.into())])).collect()
}

/// The day given to entries without a date, if there are any.
pub(crate) fn explain_undated(text: Text, count: usize, day: NaiveDate) -> Option<String> {
    let arguments = [("count", count.into()), ("day", text.day(day).into())];
    (count > 0).then(|| text.with(msg!("import-undated"), &arguments))
}

/// How to answer the question about the dates on the command line; empty if no answer is possible.
pub(crate) fn days_next(text: Text, question: &DayQuestion) -> &'static str {
    match question {
        DayQuestion::Order { .. } => text.get(msg!("import-days-next")),
        DayQuestion::Serial { .. } => text.get(msg!("import-days-next-serial")),
        DayQuestion::Mixed { .. } => "",
    }
}

/// Explains the question about the dates of a table.
pub(crate) fn explain_days(text: Text, question: &DayQuestion) -> String {
    match question {
        DayQuestion::Order { example, day_first, month_first, proof } => {
            let day = |day: &Option<_>| day.map_or_else(String::new, |day| text.day(day));
            let arguments = [
                ("column", Arg::from(cell_of(example))),
                ("line", Arg::from(example.line.to_string())),
                ("written", Arg::from(example.written.as_str())),
                ("dmy", Arg::from(day(day_first))),
                ("mdy", Arg::from(day(month_first))),
            ];
            if day_first.is_none() {
                return text.with(msg!("import-days-month"), &arguments);
            }
            let either = text.with(msg!("import-days-either"), &arguments);
            let proof = proof.as_ref().map(|proof| {
                let arguments = [
                    ("line", Arg::from(proof.line.to_string())),
                    ("written", Arg::from(proof.written.as_str())),
                ];
                text.with(msg!("import-days-proof"), &arguments)
            });
            proof.map_or(either.clone(), |proof| format!("{either} {proof}"))
        }
        DayQuestion::Serial { example, since_1900, since_1904 } => text.with(
            msg!("import-days-serial"),
            &[
                ("column", Arg::from(cell_of(example))),
                ("line", Arg::from(example.line.to_string())),
                ("written", Arg::from(example.written.as_str())),
                ("since_1900", Arg::from(text.day(*since_1900))),
                ("since_1904", Arg::from(text.day(*since_1904))),
            ],
        ),
        DayQuestion::Mixed { day_first, month_first } => text.with(
            msg!("import-days-mixed"),
            &[
                ("column", Arg::from(cell_of(day_first))),
                ("line", Arg::from(day_first.line.to_string())),
                ("written", Arg::from(day_first.written.as_str())),
                ("other_line", Arg::from(month_first.line.to_string())),
                ("other", Arg::from(month_first.written.as_str())),
            ],
        ),
    }
}

/// The label of an answer: the order, and the date that the example is in this order; `None` if it
/// would not be a date.
pub(crate) fn day_answer(text: Text, question: &DayQuestion, order: DayOrder) -> Option<String> {
    let day = match (question, order) {
        (DayQuestion::Order { day_first, .. }, DayOrder::DayFirst) => *day_first,
        (DayQuestion::Order { month_first, .. }, DayOrder::MonthFirst) => *month_first,
        (DayQuestion::Serial { since_1900, .. }, DayOrder::Since1900) => Some(*since_1900),
        (DayQuestion::Serial { since_1904, .. }, DayOrder::Since1904) => Some(*since_1904),
        _ => None,
    };
    Some(format!("{}: {}", text.label(order), text.day(day?)))
}
