//! A page as an Excel workbook: one sheet per table, heads that stay in view and can be filtered,
//! the marking on screen and on every printed page.
//!
//! Words are text whatever they begin with, days are days, and stances and severities are coloured
//! by rules, so that colours follow when somebody edits a cell.

mod parts;
mod sheet;

use std::fmt;

use rustc_hash::FxHashMap;

use crate::analysis::Rule;
use crate::exchange::ArchiveOut;
use crate::model::{Keyed, stance};
use crate::report::changes::{HEADS, Line};
use crate::report::matrix::Matrix;
use crate::report::page::{Block, Page, Table};
use crate::report::words::sign;
use crate::text::{Text, msg};
use sheet::Out;

/// Rows of one sheet. It could hold slightly more; the rest go on another.
const MOST_ROWS: usize = 1_000_000;

pub(in crate::report) fn write(page: &Page<'_>) -> Vec<u8> {
    let mut archive = ArchiveOut::default();
    // Writing to memory does not fail.
    let _ = pack(page, &mut archive);
    archive.finish()
}

/// The content of a sheet.
#[derive(Clone, Copy)]
enum Body<'a> {
    Table(&'a Table<'a>),
    Matrix(&'a Matrix<'a>),
    Tallies(&'a Matrix<'a>),
    Changed(&'a [Line]),
    /// Sentences only.
    Nothing,
}

/// A sheet to be written.
struct Sheet<'a> {
    name: String,
    body: Body<'a>,
    /// Its first row among all rows, and how many it has.
    from: usize,
    count: usize,
}

/// The lines above every table.
struct Top {
    marking: String,
    title: String,
    lines: Vec<String>,
}

/// The texts that cells share.
#[derive(Default)]
struct Strings {
    places: FxHashMap<String, usize>,
    all: Vec<String>,
}

impl Strings {
    fn place(&mut self, words: &str) -> usize {
        if let Some(place) = self.places.get(words) {
            return *place;
        }
        let place = self.all.len();
        self.places.insert(words.to_owned(), place);
        self.all.push(words.to_owned());
        place
    }
}

fn pack(page: &Page<'_>, archive: &mut ArchiveOut) -> fmt::Result {
    let text = page.text;
    let mut top = Top { marking: String::new(), title: String::new(), lines: Vec::new() };
    let mut bodies: Vec<(String, Body<'_>)> = Vec::new();
    let mut name = page.name.to_owned();
    for block in &page.blocks {
        match block {
            Block::Marking(beside) => {
                let (marking, title) = page.top(beside);
                (top.marking, top.title) = (marking.join(" · "), title);
            }
            Block::Field(..) => {}
            Block::Title(words) | Block::Sentence(words) => {
                top.lines.push(words.words(text).into_owned());
            }
            Block::Part(words) | Block::Heading(words) => name = words.words(text).into_owned(),
            Block::Table(table) if !table.is_read() => {}
            Block::Table(table) => bodies.push((name.clone(), Body::Table(table))),
            Block::Matrix(matrix) => {
                bodies.push((name.clone(), Body::Matrix(matrix)));
                bodies.push((text.get(msg!("sheet-tallies")).to_owned(), Body::Tallies(matrix)));
            }
            Block::Changed(_, lines) => bodies.push((name.clone(), Body::Changed(lines))),
        }
    }
    if bodies.is_empty() {
        bodies.push((name, Body::Nothing));
    }
    let overlong: usize = bodies.iter().map(|(_, body)| body.overlong(text)).sum();
    if overlong > 0 {
        top.lines.push(text.with(msg!("sheet-overlong"), &[("count", overlong.into())]));
    }
    let sheets = sheets(bodies);
    parts::frame(archive, page, &top, &sheets)?;
    let mut strings = Strings::default();
    for (place, sheet) in sheets.iter().enumerate() {
        let name = format!("xl/worksheets/sheet{}.xml", place + 1);
        archive
            .add(&name, |part| sheet::write(part, text, &top, sheet, place == 0, &mut strings))?;
    }
    archive.add("xl/sharedStrings.xml", |part| parts::strings(part, &strings.all))
}

/// The sheets, each with a name of its own and no more rows than fit.
fn sheets(bodies: Vec<(String, Body<'_>)>) -> Vec<Sheet<'_>> {
    let mut sheets: Vec<Sheet<'_>> = Vec::new();
    for (name, body) in bodies {
        let rows = body.len();
        for from in (0..rows.max(1)).step_by(MOST_ROWS) {
            let count = (rows - from.min(rows)).min(MOST_ROWS);
            let plain: String = name
                .chars()
                .filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c))
                .take(25)
                .collect();
            let mut own = plain.clone();
            let mut number = 2;
            while own.is_empty() || sheets.iter().any(|it| it.name.eq_ignore_ascii_case(&own)) {
                own = format!("{plain} {number}");
                number += 1;
            }
            sheets.push(Sheet { name: own, body, from, count });
        }
    }
    sheets
}

impl<'a> Body<'a> {
    fn len(&self) -> usize {
        match self {
            Self::Table(table) => table.rows.len(),
            Self::Matrix(matrix) => matrix.rows.len(),
            Self::Tallies(matrix) => matrix.columns.len(),
            Self::Changed(lines) => lines.len(),
            Self::Nothing => 0,
        }
    }

    /// The names of its columns.
    fn head(&self, text: Text) -> Vec<String> {
        let get = |id| text.get(id).to_owned();
        match self {
            Self::Table(table) => {
                table.columns.iter().filter_map(|it| it.heading.map(str::to_owned)).collect()
            }
            Self::Matrix(matrix) => {
                let named = [
                    msg!("column-code"),
                    msg!("table-parties"),
                    msg!("column-camp"),
                    msg!("column-index"),
                ];
                let codes = matrix.columns.iter().map(|column| column.code.to_owned());
                named.map(get).into_iter().chain(codes).collect()
            }
            Self::Tallies(_) => {
                let named = [msg!("column-code"), msg!("field-title")].map(get);
                let signs = stance::ORDER.map(|it| sign(text, it));
                let rules = Rule::ALL.iter().map(|rule| text.label(*rule).to_owned());
                named.into_iter().chain(signs).chain(rules).collect()
            }
            Self::Changed(_) => HEADS.map(get).into(),
            Self::Nothing => Vec::new(),
        }
    }

    /// How many columns stay in view.
    fn fixed(&self) -> usize {
        match self {
            Self::Matrix(_) => 2,
            Self::Table(_) | Self::Tallies(_) => 1,
            Self::Changed(_) | Self::Nothing => 0,
        }
    }

    /// Calls `each` with some of its rows.
    fn rows(
        &self,
        text: Text,
        (from, count): (usize, usize),
        each: &mut dyn FnMut(Vec<Out<'_>>) -> fmt::Result,
    ) -> fmt::Result {
        match self {
            Self::Table(table) => {
                for row in table.rows.some(from, count) {
                    let cells = table.columns.iter().zip(&*row);
                    let read = cells.filter(|(column, _)| column.heading.is_some());
                    each(read.map(|(_, cell)| Out::of(text, cell)).collect())?;
                }
            }
            Self::Matrix(matrix) => {
                for (row, stances) in matrix.by_camp().into_iter().skip(from).take(count) {
                    let mut cells = vec![
                        Out::text(row.code),
                        Out::text(row.name),
                        Out::text(text.label(row.reading.camp)),
                        row.reading.index.map_or(Out::Nothing, Out::Index),
                    ];
                    cells.extend(stances.into_iter().map(|it| Out::Sign(stance::sign(it))));
                    each(cells)?;
                }
            }
            Self::Tallies(matrix) => {
                for column in matrix.columns.iter().skip(from).take(count) {
                    let mut cells = vec![Out::text(column.code), Out::text(column.title)];
                    let tally = &column.counts.tally;
                    cells.extend(
                        stance::ORDER.into_iter().map(|it| Out::Count(tally.get(it) as usize)),
                    );
                    let outcome = |rule: &Rule| text.label(column.counts.adoption.under(*rule));
                    cells.extend(Rule::ALL.iter().map(|rule| Out::text(outcome(rule))));
                    each(cells)?;
                }
            }
            Self::Changed(lines) => {
                for line in lines.iter().skip(from).take(count) {
                    let words = [&line.proposal, &line.what, &line.from, &line.to];
                    let words = words.into_iter().map(|it| Out::text(it));
                    each([Out::Day(line.date)].into_iter().chain(words).collect())?;
                }
            }
            Self::Nothing => {}
        }
        Ok(())
    }

    /// How many of its texts are longer than a cell can hold.
    fn overlong(&self, text: Text) -> usize {
        if let Self::Table(table) = self
            && table.rows.longest().is_some_and(|it| it <= sheet::LONGEST)
        {
            return 0;
        }
        let mut count = 0;
        let _ = self.rows(text, (0, self.len()), &mut |cells| {
            count += cells.iter().filter(|cell| cell.is_overlong()).count();
            Ok(())
        });
        count
    }
}
