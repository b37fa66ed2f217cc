//! A page as text for a terminal.

use std::borrow::Cow;

use crate::exchange::plain;
use crate::model::stance;
use crate::model::words::LONGEST;
use crate::report::changes::Line;
use crate::report::matrix::Matrix;
use crate::report::page::{Block, Page};
use crate::text::{Text, msg};

pub(in crate::report) fn write(page: &Page<'_>) -> String {
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

/// One line per change. Long values follow below it in full.
fn lines(text: Text, changed: &[Line]) -> String {
    let line = |Line { date, what, proposal, from, to, .. }: &Line| {
        let from = if from.is_empty() { "–" } else { from };
        let [from, to] = [from, to].map(|words| wrapped(&plain(&held(words))));
        let head = plain(&format!("{}  {proposal}  {what}:", text.day(*date)));
        match (from.as_slice(), to.as_slice()) {
            ([from], [] | [_]) => {
                format!("{head} {from} → {}", to.concat()).trim_end().to_owned() + "\n"
            }
            _ => {
                [head + "\n"].into_iter().chain(below(' ', &from)).chain(below('→', &to)).collect()
            }
        }
    };
    changed.iter().map(line).collect()
}

/// Lines of a value placed below its subject, the first of them after a sign.
fn below(sign: char, lines: &[String]) -> impl Iterator<Item = String> {
    let signs = [sign].into_iter().chain(std::iter::repeat(' '));
    signs.zip(lines).map(|(sign, line)| format!("    {sign} {line}\n"))
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

/// The greatest width of a column, in characters.
const WIDEST: usize = 60;

/// Writes rows in aligned columns, numbers like text. Long content continues below itself: nothing
/// that a dossier may hold is cut.
fn aligned(rows: &[Vec<String>]) -> String {
    let broken = |row: &Vec<String>| row.iter().map(|cell| wrapped(&plain(&held(cell)))).collect();
    let rows: Vec<Vec<Vec<String>>> = rows.iter().map(broken).collect();
    let mut widths: Vec<usize> = Vec::new();
    for row in &rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            let widest = cell.iter().map(|line| line.chars().count()).max();
            *width = (*width).max(widest.unwrap_or_default());
        }
    }
    let mut text = String::new();
    for row in rows {
        let lines = row.iter().map(Vec::len).max().unwrap_or_default().max(1);
        for at in 0..lines {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                let part = cell.get(at).map_or("", String::as_str);
                let padding = width.saturating_sub(part.chars().count());
                line += part;
                line.extend(std::iter::repeat_n(' ', padding + 2));
            }
            text += line.trim_end();
            text.push('\n');
        }
    }
    text
}

/// The beginning of a text that is longer than a dossier may hold, as one in a hostile file may be.
fn held(words: &str) -> Cow<'_, str> {
    match words.char_indices().nth(LONGEST) {
        Some((at, _)) => Cow::Owned(format!("{}…", words.get(..at).unwrap_or_default())),
        None => Cow::Borrowed(words),
    }
}

/// A text in lines of at most `WIDEST`, broken between words; a longer word is split.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut count = WIDEST;
    for word in words.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for part in letters.chunks(WIDEST) {
            match lines.last_mut() {
                Some(line) if count + 1 + part.len() <= WIDEST => {
                    line.push(' ');
                    line.extend(part);
                    count += 1 + part.len();
                }
                _ => {
                    lines.push(part.iter().collect());
                    count = part.len();
                }
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn columns_line_up_and_long_cells_go_on_below_themselves() {
        let prose = "word ".repeat(30);
        let cells = [["a", "bc"], ["def", &prose], ["g", &"x".repeat(80)]];
        let rows: Vec<Vec<_>> = cells.map(|row| row.map(str::to_owned).to_vec()).to_vec();
        let text = aligned(&rows);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "a    bc");
        assert_eq!(lines[2], format!("     {}", "word ".repeat(12).trim_end()));
        assert!(lines.iter().all(|it| it.chars().count() <= 5 + WIDEST));
        assert_eq!(text.matches("word").count(), 30, "nothing is cut");
        assert_eq!(text.matches('x').count(), 80);
    }

    #[test]
    fn what_a_long_text_was_and_became_is_read_whole() {
        let change = |from: &str, to: &str| Line {
            date: "2026-11-21".parse().unwrap(),
            what: "Text".to_owned(),
            proposal: "P1".to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            about: None,
            is_text: false,
            drift: None,
        };
        let written = |from, to| lines(Text::new(Language::English), &[change(from, to)]);
        assert_eq!(written("", "short"), "21 Nov 2026  P1  Text: – → short\n");
        assert_eq!(written("short", ""), "21 Nov 2026  P1  Text: short →\n");
        let (old, new) = ("before ".repeat(20), "after ".repeat(20));
        let text = written(&old, &new);
        assert!(text.starts_with("21 Nov 2026  P1  Text:\n      before "), "{text}");
        assert!(text.contains("\n    → after "), "{text}");
        assert_eq!([text.matches("before").count(), text.matches("after").count()], [20; 2]);
        assert!(text.lines().all(|line| line.chars().count() <= 6 + WIDEST));
    }
}
