//! A page for a browser, and for pasting into a word processor or an e-mail: one file that loads
//! nothing.
//!
//! Real headings and tables, with the language declared and heads that repeat in print; the signs
//! of stances carry their meaning in words.

use std::fmt::Write as _;

use crate::exchange::plain;
use crate::model::{Keyed as _, stance};
use crate::report::changes::{HEADS, Line};
use crate::report::matrix::Matrix;
use crate::report::page::{Block, Cell, Page, Shown, Table};
use crate::text::{Text, msg};

/// Plain enough to survive being copied; the marking is unmissable on screen and in print.
const STYLE: &str = "\
body{font:15px/1.45 'Segoe UI',Arial,sans-serif;color:#1b2430;background:#fff;margin:2em}\
h1{font-size:1.5em;margin:.4em 0}h2,h3{font-size:1.2em;margin:1.6em 0 .4em}h2.part{font-size:1.4em;margin-top:2.4em;break-before:page}.about{font-size:1.15em;margin:.2em 0 1em;color:#4a5563}\
.marking{display:inline-block;background:#000;color:#fff;font-weight:700;padding:.15em .6em}\
table{border-collapse:collapse;margin:1em 0}thead{display:table-header-group}\
tr{break-inside:avoid}th,td{border-bottom:1px solid #c9ced6;padding:.3em .7em;\
text-align:left;vertical-align:top}thead th{border-bottom:2px solid #1b2430}\
tfoot th,tfoot td{border-bottom:0;color:#4a5563}.n{text-align:right}.c{text-align:center}\
abbr{text-decoration:none}\
@media print{body{margin:0}.marking{print-color-adjust:exact}}";

pub(in crate::report) fn write(page: &Page<'_>) -> String {
    let text = page.text;
    let label = page.marking().label();
    let (mut title, mut body) = (String::new(), String::new());
    // Headings within a part are one level below that of the part.
    let mut level = 2;
    for block in &page.blocks {
        match block {
            Block::Marking(beside) => {
                let (marking, name) = page.top(beside);
                title = safe(&name);
                let marking: Vec<_> = marking.iter().map(|it| safe(it)).collect();
                let _ = write!(
                    body,
                    "<p class=\"marking\">{}</p>\n<h1>{title}</h1>\n",
                    marking.join(" · ")
                );
            }
            Block::Field(..) => {}
            Block::Title(words) => {
                let _ = writeln!(body, "<p class=\"about\">{}</p>", safe(&words.words(text)));
            }
            Block::Sentence(sentence) => {
                let _ = writeln!(body, "<p>{}</p>", safe(&sentence.words(text)));
            }
            Block::Part(heading) => {
                let _ = writeln!(body, "<h2 class=\"part\">{}</h2>", safe(&heading.words(text)));
                level = 3;
            }
            Block::Heading(heading) => {
                let heading = safe(&heading.words(text));
                let _ = writeln!(body, "<h{level}>{heading}</h{level}>");
            }
            Block::Table(table) if !table.is_read() => {}
            Block::Table(table) => body += &list(text, table),
            Block::Matrix(matrix) => body += &signs(text, matrix),
            Block::Changed(_, lines) => body += &changed(text, lines),
        }
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{label} {title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\
         <p class=\"marking\">{label}</p>\n</body>\n</html>\n",
        text.language().key(),
    )
}

/// A list of records.
fn list(text: Text, table: &Table<'_>) -> String {
    let read = || table.columns.iter().map(|column| column.heading.is_some());
    let heads = table.columns.iter().filter_map(|column| column.heading);
    let mut html = head(heads.map(|it| cell("th scope=\"col\"", it)));
    for row in table.rows.iter() {
        html += "<tr>";
        for (words, _) in row.iter().zip(read()).filter(|(_, read)| *read) {
            html += &value(text, words);
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table>\n"
}

fn value(text: Text, value: &Cell<'_>) -> String {
    let tag = match value.value().shown() {
        Shown::Sign(it) => {
            let (sign, words) = (stance::sign(it), safe(text.stance(it)));
            return format!("<td class=\"c\"><abbr title=\"{words}\">{sign}</abbr></td>");
        }
        Shown::Count(_) | Shown::Decimal(_) | Shown::Index(_) | Shown::Share(_) => "td class=\"n\"",
        Shown::Severity(_) | Shown::Date(_) | Shown::Words => "td",
    };
    cell(tag, &value.words(text))
}

/// A sign per cell, with tallies and verdicts at the foot.
fn signs(text: Text, matrix: &Matrix<'_>) -> String {
    let get = |id| text.get(id);
    let named = [msg!("table-parties"), msg!("column-camp"), msg!("column-index")].map(get);
    let codes = matrix.columns.iter().map(|column| {
        let words = safe(column.title);
        format!("<th scope=\"col\" title=\"{words}\">{}</th>", safe(column.code))
    });
    let mut html = head(named.into_iter().map(|it| cell("th scope=\"col\"", it)).chain(codes));
    for (row, stances) in matrix.by_camp() {
        let index = row.reading.index.map_or_else(String::new, |index| text.index(index));
        html += "<tr>";
        html += &cell("th scope=\"row\"", row.name);
        html += &cell("td", text.label(row.reading.camp));
        html += &cell("td class=\"n\"", &index);
        for it in stances {
            let (sign, words) = (stance::sign(it), safe(text.stance(it)));
            let _ = write!(html, "<td class=\"c\"><abbr title=\"{words}\">{sign}</abbr></td>");
        }
        html += "</tr>\n";
    }
    html += "</tbody>\n<tfoot>\n";
    for (label, cells) in matrix.foot(text) {
        html += "<tr>";
        html += &cell("th scope=\"row\" colspan=\"3\"", &label);
        cells.iter().for_each(|words| html += &cell("td class=\"c\"", words));
        html += "</tr>\n";
    }
    html + "</tfoot>\n</table>\n"
}

/// A row per change.
fn changed(text: Text, lines: &[Line]) -> String {
    let mut html = head(HEADS.iter().map(|id| cell("th scope=\"col\"", text.get(*id))));
    for Line { date, what, proposal, from, to, .. } in lines {
        html += "<tr>";
        for words in [&text.day(*date), proposal, what, from, to] {
            html += &cell("td", words);
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table>\n"
}

/// The start of a table, up to its first row.
fn head(cells: impl Iterator<Item = String>) -> String {
    format!("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n", cells.collect::<String>())
}

/// A cell with this tag and its attributes; line breaks are kept.
fn cell(tag: &str, words: &str) -> String {
    let name = tag.split(' ').next().unwrap_or(tag);
    let lines: Vec<_> = words.lines().map(safe).collect();
    format!("<{tag}>{}</{name}>", lines.join("<br>"))
}

/// Words on one line, escaped so that they cannot form tags, end an attribute, or change the
/// direction of what follows.
fn safe(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in plain(&words.lines().collect::<Vec<_>>().join(" ")).chars() {
        match c {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_tags_or_attributes() {
        let words = "a <script>alert(\"1\")</script> & 'b'\n\u{202e}c";
        let words_only = safe(words);
        assert!(!words_only.contains(['<', '>', '"', '\n', '\u{202e}']), "{words_only}");
        assert!(cell("td", words).replace("<br>", "").ends_with("c</td>"));
        assert_eq!(cell("th scope=\"row\"", "x"), "<th scope=\"row\">x</th>");
    }
}
