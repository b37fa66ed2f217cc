//! How a table is read, the questions about it, and what it would do.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use super::Explanation;
use super::import::{columns, days_next, explain_days, letters, stands_at};
use crate::exchange::intake::{
    Fate, Field, Guess, Heads, Layout, Mapping, NameAnswer, NameQuestion, Options, Plan, Question,
    RecipeFault, ScaleQuestion,
};
use crate::exchange::{NO_HEADER, Sheet};
use crate::model::{Keyed, Snapshot, Table};
use crate::text::{Arg, Text, lower, msg};

/// How many names are listed, and how much of a cell is shown.
const NAMES: usize = 12;
const CELL: usize = 40;

/// How many rows are searched to see whether a column holds anything.
const LOOKED_AT: usize = 250;

/// The columns in which one of the first rows has content. All are examined in one pass: a table
/// may have thousands of columns, nearly all of them empty.
fn filled(sheet: &Sheet) -> BTreeSet<usize> {
    let mut filled = BTreeSet::new();
    for row in sheet.rows().take(LOOKED_AT) {
        let said = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        filled.extend(said.map(|(at, _)| at));
    }
    filled
}

/// How a table is read: its layout, its header, and what its columns hold.
pub(crate) fn explain_mapping(text: Text, mapping: &Mapping, sheet: &Sheet) -> String {
    let columns = mapping.columns.iter().filter(|it| it.field != Some(Field::Cells));
    let told = columns.filter_map(|column| {
        let arguments = [
            ("heading", Arg::from(column.heading.as_str())),
            ("field", text.label(column.field?).into()),
        ];
        Some(text.with(msg!("intake-column"), &arguments))
    });
    let mut told: Vec<_> = told.collect();
    // The columns beside each stance are the same.
    let mut seen = HashSet::new();
    told.retain(|words| seen.insert(words.clone()));
    let mut left_out: Vec<_> = mapping.left_out().map(str::to_owned).collect();
    // A column without any heading is named by its letters.
    let filled = filled(sheet);
    let unnamed = mapping.columns.iter().enumerate();
    let unnamed = unnamed.filter(|(_, it)| it.field.is_none() && it.heading.is_empty());
    left_out.extend(unnamed.filter(|(at, _)| filled.contains(at)).map(|(at, _)| letters(at)));
    let arguments = [
        ("layout", Arg::from(text.label(mapping.layout))),
        ("line", Arg::from(mapping.header.to_string())),
        ("columns", Arg::from(told.join("; "))),
    ];
    let bare = mapping.header == NO_HEADER;
    let id = if bare { msg!("intake-read-bare") } else { msg!("intake-read") };
    let mut said = vec![text.with(id, &arguments)];
    if let Some(upper) = &mapping.upper {
        let groups = listed(text, upper.groups.iter().map(String::as_str), upper.groups.len());
        let arguments = [
            ("upper", Arg::from(upper.line.to_string())),
            ("line", Arg::from(mapping.header.to_string())),
            ("heads", Arg::from(lower(text.label(upper.heads)))),
            ("groups", Arg::from(groups)),
        ];
        said.push(text.with(msg!("intake-heads"), &arguments));
    }
    if !left_out.is_empty() {
        let names = listed(text, left_out.iter().map(String::as_str), left_out.len());
        said.push(text.with(msg!("intake-left-out"), &[("names", names.into())]));
    }
    let above = above(mapping, sheet);
    if !above.is_empty() {
        let names = listed(text, above.iter().map(String::as_str), above.len());
        said.push(text.with(msg!("intake-above"), &[("names", names.into())]));
    }
    said.join(" ")
}

/// The cells of rows above the header that are more than a title and are not read.
fn above(mapping: &Mapping, sheet: &Sheet) -> Vec<String> {
    let upper = mapping.upper.as_ref().map(|upper| upper.line);
    let rows = sheet.all_rows().take_while(|row| row.line < mapping.header);
    let rows = rows.filter(|row| Some(row.line) != upper).take(LOOKED_AT);
    let cells = rows.map(|row| {
        let filled = row.cells.iter().filter(|cell| !cell.is_empty());
        filled.map(|cell| cell.chars().take(CELL).collect::<String>()).collect::<Vec<_>>()
    });
    cells.filter(|cells| cells.len() > 1).flatten().collect()
}

/// That it is uncertain what two lines of headings mean, and what to write; or that such a meaning
/// was given for a table with only one. `None` if neither.
pub(crate) fn explain_heads(text: Text, guess: &Guess, said: Option<Heads>) -> Option<Explanation> {
    let safe = text.get(msg!("safe-nothing-imported")).to_owned();
    if said.is_some() && guess.mapping.upper.is_none() {
        let line = [("line", guess.mapping.header.to_string().into())];
        let what = text.with(msg!("intake-one-heading"), &line);
        return Some(Explanation {
            what,
            safe,
            next: text.get(msg!("intake-no-heads")).to_owned(),
        });
    }
    let upper = guess.mapping.upper.as_ref()?;
    if said.is_some() || guess.heads.len() < 2 {
        return None;
    }
    let may = guess.heads.iter().map(|heads| {
        let arguments = [("heads", lower(text.label(*heads)).into()), ("word", heads.key().into())];
        text.with(msg!("intake-heads-may-be"), &arguments)
    });
    let arguments = [
        ("upper", Arg::from(upper.line.to_string())),
        ("line", Arg::from(guess.mapping.header.to_string())),
        ("heads", Arg::from(may.collect::<Vec<_>>().join("; "))),
    ];
    let word = guess.heads.first().map_or("", |heads| heads.key());
    Some(Explanation {
        what: text.with(msg!("intake-heads-uncertain"), &arguments),
        safe,
        next: text.with(msg!("intake-say-heads"), &[("word", word.into())]),
    })
}

/// Says that the first row of a table is data, and what to write if it has no header.
pub(crate) fn explain_bare(
    text: Text,
    sheet: &Sheet,
    mapping: &Mapping,
    snapshot: &Snapshot,
) -> Explanation {
    let first = sheet.all_rows().next();
    let cells = first.iter().flat_map(|row| row.cells.iter().take(NAMES));
    let cells: Vec<_> = cells.map(|cell| cell.chars().take(CELL).collect::<String>()).collect();
    let line = first.as_ref().map_or(0, |row| row.line);
    let arguments = [
        ("line", Arg::from(line.to_string())),
        ("cells", Arg::from(cells.join("; "))),
        ("headings", Arg::from(suggested_headings(mapping, snapshot))),
    ];
    Explanation {
        what: text.with(msg!("intake-bare"), &arguments),
        safe: text.get(msg!("safe-nothing-imported")).to_owned(),
        next: text.with(msg!("intake-bare-next"), &arguments),
    }
}

/// The uncertainty about the columns of a table without a header, and what to write.
pub(crate) fn explain_unsure(
    text: Text,
    mapping: &Mapping,
    unsure: &[Field],
    snapshot: &Snapshot,
) -> Explanation {
    let fields = unsure.iter().map(|field| text.label(*field));
    let arguments = [
        ("layout", Arg::from(text.label(mapping.layout))),
        ("fields", Arg::from(fields.collect::<Vec<_>>().join(", "))),
        ("headings", Arg::from(suggested_headings(mapping, snapshot))),
    ];
    Explanation {
        what: text.with(msg!("intake-unsure"), &arguments),
        safe: text.get(msg!("safe-nothing-imported")).to_owned(),
        next: text.with(msg!("intake-unsure-next"), &arguments),
    }
}

/// Headings that a table without a header could get: the certain ones, then those missing, and over
/// stances the first proposals of the dossier.
fn suggested_headings(mapping: &Mapping, snapshot: &Snapshot) -> String {
    let lacks = mapping.lacks();
    let is_matrix = mapping.layout == Layout::Matrix;
    let mut lacking = lacks.iter().filter(|field| **field != Field::Cells).map(|it| it.key());
    let mut proposals = snapshot.proposals.iter().map(|it| it.code.as_str());
    let headings = mapping.columns.iter().take(NAMES).map(|column| match column.field {
        Some(field) => field.key(),
        None if is_matrix => lacking.next().or_else(|| proposals.next()).unwrap_or("…"),
        None => lacking.next().unwrap_or_default(),
    });
    headings.collect::<Vec<_>>().join(";")
}

/// Why a guess is not enough, and what to write on the command line.
pub(crate) fn explain_guess(text: Text, guess: &Guess) -> Explanation {
    let lacks = guess.mapping.lacks();
    let mut words: Vec<&str> = guess.layouts.iter().map(|it| it.word()).collect();
    words.dedup();
    let what = if guess.layouts.is_empty() {
        let fields = lacks.iter().map(|field| text.label(*field));
        let arguments = [
            ("layout", Arg::from(text.label(guess.mapping.layout))),
            ("fields", Arg::from(fields.collect::<Vec<_>>().join(", "))),
        ];
        text.with(msg!("intake-no-layout"), &arguments)
    } else {
        let may = guess.layouts.iter().take(3).map(|it: &Layout| {
            let arguments = [("layout", text.label(*it).into()), ("word", it.word().into())];
            text.with(msg!("intake-may-be"), &arguments)
        });
        let arguments = [("layouts", Arg::from(may.collect::<Vec<_>>().join("; ")))];
        text.with(msg!("intake-uncertain"), &arguments)
    };
    let stray = guess.stray.filter(|_| guess.layouts == [Layout::Parties]);
    let stray = stray.and_then(|at| Some((at, guess.mapping.columns.get(at)?.heading.clone())));
    let next = match words.first() {
        _ if let Some(stray) = &stray => {
            let column = columns(std::slice::from_ref(stray));
            let arguments = [("column", column.into()), ("heading", stray.1.as_str().into())];
            text.with(msg!("intake-say-what"), &arguments)
        }
        Some(word) => text.with(msg!("intake-say-as"), &[("word", (*word).into())]),
        None => text.get(msg!("intake-say-mapping")).to_owned(),
    };
    Explanation { what, safe: text.get(msg!("safe-nothing-imported")).to_owned(), next }
}

/// The fault in a saved mapping.
pub(crate) fn explain_recipe(text: Text, fault: &RecipeFault, path: &Path) -> Explanation {
    let path = path.display().to_string();
    let of = |more: &[(&'static str, Arg<'static>)]| {
        let mut all = vec![("path", Arg::from(path.clone()))];
        all.extend(more.iter().cloned());
        all
    };
    let what = match fault {
        RecipeFault::NotToml(line) => {
            text.with(msg!("recipe-not-toml"), &of(&[("line", line.to_string().into())]))
        }
        RecipeFault::UnknownKey(key) => {
            text.with(msg!("recipe-unknown-key"), &of(&[("key", key.clone().into())]))
        }
        RecipeFault::UnknownValue { key, value, possible } => {
            let possible = possible.join(", ");
            let is_open = possible.is_empty();
            let more = [
                ("key", key.clone().into()),
                ("value", value.clone().into()),
                ("possible", possible.into()),
            ];
            let id = if is_open { msg!("recipe-unknown") } else { msg!("recipe-unknown-value") };
            text.with(id, &of(&more))
        }
        RecipeFault::NoLayout => text.with(msg!("recipe-no-layout"), &of(&[])),
        RecipeFault::NotOfLayout(field) => {
            text.with(msg!("recipe-not-of-layout"), &of(&[("field", field.key().into())]))
        }
        RecipeFault::NoHeading(heading) => {
            text.with(msg!("recipe-no-heading"), &of(&[("heading", heading.clone().into())]))
        }
    };
    Explanation {
        what,
        safe: text.get(msg!("safe-nothing-imported")).to_owned(),
        next: text.get(msg!("next-recipe")).to_owned(),
    }
}

/// Explains a question about a table.
pub(crate) fn explain_question(text: Text, question: &Question) -> String {
    match question {
        Question::Days(question) => explain_days(text, question),
        Question::Scale(question) => explain_scale(text, question),
        Question::Name(question) => explain_name(text, question),
        Question::Clash(question) => {
            let arguments = [
                ("at", stands_at(text, question.second.0, question.column.as_ref()).into()),
                ("written", Arg::from(question.written.as_str())),
            ];
            text.with(msg!("intake-clash"), &arguments)
        }
    }
}

/// The next step for a question on the command line, empty if the question says so itself; `None`
/// for a question that is reported as a problem.
pub(crate) fn question_next(text: Text, question: &Question) -> Option<String> {
    match question {
        Question::Days(question) => Some(days_next(text, question).to_owned()),
        Question::Scale(question) => {
            let number = question.numbers.first().map_or("1", String::as_str);
            Some(text.with(msg!("intake-scale-next"), &[("number", number.into())]))
        }
        Question::Name(_) | Question::Clash(_) => None,
    }
}

/// How to say on the command line what kind the unknown names are.
pub(crate) fn kinds_next(
    text: Text,
    mapping: &Mapping,
    plan: &Plan,
    options: &Options,
) -> Option<String> {
    let names = plan.questions.iter().filter_map(|question| match question {
        Question::Name(name) if name.options.is_empty() => Some(mapping.names_group(name)),
        _ => None,
    });
    let (groups, parties): (Vec<bool>, Vec<bool>) = names.partition(|is_group| *is_group);
    let party = !parties.is_empty() && options.kind.is_none();
    let group = !groups.is_empty() && !options.groups;
    let said = [(party, msg!("intake-say-kind")), (group, msg!("intake-say-group"))];
    let said: Vec<_> = said.into_iter().filter(|it| it.0).map(|it| text.get(it.1)).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn explain_scale(text: Text, question: &ScaleQuestion) -> String {
    let numbers = question.numbers.join(", ");
    let arguments = [("numbers", numbers.into()), ("columns", columns(&question.columns).into())];
    text.with(msg!("intake-scale"), &arguments)
}

fn explain_name(text: Text, question: &NameQuestion) -> String {
    let names = question.options.iter().map(|it| it.name.as_str());
    let arguments = [
        ("written", Arg::from(question.written.as_str())),
        ("at", stands_at(text, question.line, question.column.as_ref()).into()),
        ("rows", question.rows.into()),
        ("names", Arg::from(names.collect::<Vec<_>>().join("; "))),
    ];
    match question.options.as_slice() {
        [] => text.with(msg!("intake-name-nobody"), &arguments),
        [one] if one.answer == NameAnswer::LeaveOut => {
            text.with(msg!("intake-name-total"), &arguments)
        }
        [_] => text.with(msg!("intake-name-one"), &arguments),
        _ => text.with(msg!("intake-name-many"), &arguments),
    }
}

/// Says that a row or column is left out because it counts the others.
pub(crate) fn explain_left_out(text: Text, question: &NameQuestion) -> String {
    let arguments = [
        ("written", Arg::from(question.written.as_str())),
        ("at", stands_at(text, question.line, question.column.as_ref()).into()),
    ];
    text.with(msg!("intake-total-left-out"), &arguments)
}

/// The effects of a plan in numbers: the fates that occur.
pub(crate) fn plan_counts(text: Text, plan: &Plan) -> String {
    let counts = Fate::ALL.iter().map(|fate| (*fate, plan.tally.of(*fate)));
    let always = |fate: Fate| matches!(fate, Fate::New | Fate::Changed | Fate::Same);
    let told = counts.filter(|(fate, count)| always(*fate) || *count > 0);
    let told = told.map(|(fate, count)| format!("{}: {}", text.label(fate), text.count(count)));
    told.collect::<Vec<_>>().join(". ") + "."
}

/// Warnings about the entries of a plan before they are added.
pub(crate) fn plan_warnings(text: Text, plan: &Plan) -> Vec<String> {
    let said = [
        (msg!("import-months"), plan.months),
        (msg!("import-future"), plan.future),
        (msg!("import-worded"), plan.worded),
    ];
    let said = said.into_iter().filter(|(_, count)| *count > 0);
    said.map(|(id, count)| text.with(id, &[("count", count.into())])).collect()
}

/// The parties, groups and proposals that would be made, by name; one line each.
pub(crate) fn plan_made(text: Text, plan: &Plan) -> Vec<String> {
    let of = |table: Table| {
        let names = || plan.made.iter().filter(move |(it, _)| *it == table);
        let count = names().count();
        (count > 0).then(|| {
            let names = listed(text, names().map(|(_, name)| name.as_str()), count);
            let arguments = [("count", count.into()), ("names", names.into())];
            match table {
                Table::Parties => text.with(msg!("intake-new-parties"), &arguments),
                Table::Groups => text.with(msg!("intake-new-groups"), &arguments),
                _ => text.with(msg!("intake-new-proposals"), &arguments),
            }
        })
    };
    [Table::Parties, Table::Groups, Table::Proposals].into_iter().filter_map(of).collect()
}

fn listed<'a>(text: Text, names: impl Iterator<Item = &'a str>, count: usize) -> String {
    let told = names.take(NAMES).collect::<Vec<_>>().join(", ");
    if count <= NAMES {
        return told;
    }
    let more = [("names", Arg::from(told)), ("more", (count - NAMES).into())];
    text.with(msg!("intake-and-more"), &more)
}
