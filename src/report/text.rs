//! A page as text for a terminal.

use super::changes::Line;
use super::matrix::Matrix;
use super::page::{Block, Page};
use crate::exchange::plain;
use crate::model::stance;
use crate::text::{Text, msg};

pub(super) fn write(page: &Page<'_>) -> String {
    let (text, mut words) = (page.text, String::new());
    for block in &page.blocks {
        match block {
            Block::Marking(beside) => {
                let beside = beside.iter().map(|cell| plain(&cell.words(text)));
                let all = [page.marking().label().to_owned()].into_iter().chain(beside);
                let all: Vec<_> = all.filter(|words| !words.is_empty()).collect();
                words += &all.join(" · ");
                words.push('\n');
            }
            Block::Field(..) => {}
            Block::Title(sentence) | Block::Sentence(sentence) => {
                words += &plain(&sentence.words(text));
                words.push('\n');
            }
            Block::Part(heading) => {
                let heading = plain(&heading.words(text));
                let line = "#".repeat(heading.chars().count());
                words += &format!("\n\n{line}\n{heading}\n{line}\n");
            }
            Block::Heading(heading) => {
                let heading = plain(&heading.words(text));
                let line = "=".repeat(heading.chars().count());
                words += &format!("\n{heading}\n{line}\n");
            }
            Block::Table(table) if !table.is_read() => {}
            Block::Table(table) => {
                words.push('\n');
                words += &aligned(&table.lines(text));
            }
            Block::Matrix(matrix) => {
                words.push('\n');
                words += &aligned(&signs(text, matrix));
            }
            Block::Changed(_, changed) => words += &lines(text, changed),
        }
    }
    words
}

/// One line per change.
fn lines(text: Text, changed: &[Line]) -> String {
    let line = |Line { date, what, proposal, from, to, .. }: &Line| {
        let from = if from.is_empty() { "–".to_owned() } else { shorten(from) };
        let line = format!("{}  {proposal}  {what}: {from} → {}", text.day(*date), shorten(to));
        plain(&line) + "\n"
    };
    changed.iter().map(line).collect()
}

/// A sign per cell, with tallies and verdicts below.
fn signs(text: Text, matrix: &Matrix<'_>) -> Vec<Vec<String>> {
    let head = [msg!("table-parties"), msg!("column-camp"), msg!("column-index")]
        .map(|id| text.get(id).to_owned());
    let codes = matrix.columns.iter().map(|column| column.code.to_owned());
    let mut rows: Vec<Vec<_>> = vec![head.into_iter().chain(codes).collect()];
    for (row, stances) in matrix.by_camp() {
        let index = row.reading.index.map_or_else(String::new, |index| text.index(index));
        let head = [row.name.to_owned(), text.label(row.reading.camp).to_owned(), index];
        let signs = stances.iter().map(|it| stance::sign(*it).to_owned());
        rows.push(head.into_iter().chain(signs).collect());
    }
    rows.push(Vec::new());
    for (label, cells) in matrix.foot(text) {
        rows.push([label, String::new(), String::new()].into_iter().chain(cells).collect());
    }
    rows
}

/// Maximum length of a text, in characters.
const WIDEST: usize = 60;

/// The beginning of a long text, on one line.
fn shorten(words: &str) -> String {
    // Stops as soon as the line is full.
    let (mut line, mut count, mut blank) = (String::new(), 0, false);
    for c in words.chars() {
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
            return line.chars().take(WIDEST - 1).chain(['…']).collect();
        }
    }
    line
}

/// Writes rows in aligned columns, numbers like text.
fn aligned(rows: &[Vec<String>]) -> String {
    let shortened = |row: &Vec<String>| row.iter().map(|cell| plain(&shorten(cell))).collect();
    let rows: Vec<Vec<String>> = rows.iter().map(shortened).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_long_cells_are_shortened() {
        let rows = [vec!["a".to_owned(), "bc".to_owned()], vec!["def".to_owned(), "x".repeat(80)]];
        let text = aligned(&rows);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "a    bc");
        assert_eq!(lines[1].chars().count(), 5 + 60);
        assert!(lines[1].ends_with('…'));
    }
}
