//! The numbers that Word generates for paragraphs.

use std::collections::HashMap;

use super::DocxError;
use crate::exchange::table::SheetError;
use crate::exchange::workbook::archive::Archive;
use crate::exchange::workbook::xml::{Element, Mark, walk};

/// How many levels a list has.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    // With `%1` for the number of the first level.
    text: String,
}

/// A list that paragraphs refer to.
#[derive(Clone, Debug, Default)]
struct List {
    shape: u32,
    // The number it restarts from, by level.
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
    used: bool,
}

/// The lists of a document, and how far each was counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    shapes: HashMap<u32, Vec<Level>>,
    lists: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
}

/// A number before a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// As it is shown; empty for a bullet.
    pub(super) text: String,
    /// Whether its format is known.
    pub(super) known: bool,
}

/// The reader's position in the part.
#[derive(Default)]
struct At {
    shape: Option<u32>,
    list: Option<u32>,
    level: usize,
    overriding: bool,
}

impl Numbering {
    /// Reads the lists from a part.
    ///
    /// # Errors
    /// [`DocxError`] if it cannot be read.
    pub(super) fn read(archive: &Archive<'_>, name: Option<&str>) -> Result<Self, DocxError> {
        let mut all = Self::default();
        let part = match name {
            Some(name) => archive.part(name)?,
            None => None,
        };
        let Some(part) = part else { return Ok(all) };
        let mut at = At::default();
        let walked = walk(part, |mark| {
            match mark {
                Mark::Start(element) => all.start(&element, &mut at),
                Mark::End(b"abstractNum") => at.shape = None,
                Mark::End(b"num") => at.list = None,
                Mark::End(b"lvlOverride") => at.overriding = false,
                Mark::End(_) | Mark::Text(_) => {}
            }
            Ok(())
        });
        walked.map_err(|stop| stop.or(SheetError::TooLarge))?;
        Ok(all)
    }

    fn start(&mut self, element: &Element<'_>, at: &mut At) {
        let number = |name: &str| element.number(name);
        let level = |value: Option<u32>| value.map_or(LEVELS, |it| it as usize);
        match element.name() {
            b"abstractNum" => at.shape = number("abstractNumId"),
            b"num" => {
                at.list = number("numId");
                if let Some(id) = at.list {
                    self.lists.insert(id, List::default());
                }
            }
            b"abstractNumId" => {
                if let Some(list) = at.list.and_then(|id| self.lists.get_mut(&id)) {
                    list.shape = number("val").unwrap_or_default();
                }
            }
            b"lvlOverride" => (at.level, at.overriding) = (level(number("ilvl")), true),
            b"startOverride" => {
                let list = at.list.and_then(|id| self.lists.get_mut(&id));
                if let Some(start) = list.and_then(|list| list.starts.get_mut(at.level)) {
                    *start = number("val");
                }
            }
            b"lvl" => {
                at.level = level(number("ilvl"));
                if let Some(level) = self.level(at) {
                    *level = Level { start: 1, ..Level::default() };
                }
            }
            name @ (b"start" | b"numFmt" | b"lvlText") => {
                let value = element.get("val").unwrap_or_default().into_owned();
                let Some(level) = self.level(at) else { return };
                match name {
                    b"start" => level.start = value.parse().unwrap_or(1),
                    b"numFmt" => level.format = value,
                    _ => level.text = value,
                }
            }
            _ => {}
        }
    }

    /// The level being read.
    fn level(&mut self, at: &At) -> Option<&mut Level> {
        if at.level >= LEVELS {
            return None;
        }
        if let (Some(list), true) = (at.list, at.overriding) {
            let list = self.lists.get_mut(&list)?;
            return Some(list.levels.get_mut(at.level)?.get_or_insert_with(Level::default));
        }
        let levels = self.shapes.entry(at.shape?).or_default();
        if levels.len() <= at.level {
            levels.resize(at.level + 1, Level::default());
        }
        levels.get_mut(at.level)
    }

    /// The number of the next paragraph of a list at a level; `None` for an unknown list.
    pub(super) fn next(&mut self, list: u32, level: u32) -> Option<Number> {
        let level = (level as usize).min(LEVELS - 1);
        let list = self.lists.get_mut(&list)?;
        let shape = self.shapes.get(&list.shape)?;
        let of = |at: usize| list.levels.get(at)?.as_ref().or_else(|| shape.get(at));
        let this = of(level)?;
        let counts = self.counts.entry(list.shape).or_default();
        if !list.used {
            // The first paragraph of a list that restarts.
            for (count, start) in counts.iter_mut().zip(&list.starts) {
                if start.is_some() {
                    *count = None;
                }
            }
        }
        let start = |at: usize| {
            let anew = list.starts.get(at).copied().flatten();
            anew.or_else(|| of(at).map(|it| it.start)).unwrap_or(1)
        };
        for (at, count) in counts.iter_mut().enumerate().take(level) {
            *count = Some(count.unwrap_or_else(|| start(at)));
        }
        if let Some(count) = counts.get_mut(level) {
            *count = Some(count.map_or_else(|| start(level), |it| it.saturating_add(1)));
        }
        for count in counts.iter_mut().skip(level + 1) {
            *count = None;
        }
        let (mut text, mut known) = (String::new(), true);
        let mut signs = this.text.chars();
        while let Some(sign) = signs.next() {
            if sign != '%' {
                text.push(sign);
                continue;
            }
            let Some(digit) = signs.next().and_then(|it| it.to_digit(10)) else { continue };
            let Some(at) = (digit as usize).checked_sub(1) else { continue };
            let count = counts.get(at).copied().flatten().unwrap_or_else(|| start(at));
            let format = of(at).map_or("decimal", |it| it.format.as_str());
            match shown(count, format) {
                Some(number) => text.push_str(&number),
                None => {
                    known = false;
                    text.push_str(&count.to_string());
                }
            }
        }
        if this.format == "bullet" || this.format == "none" && !this.text.contains('%') {
            text.clear();
        }
        list.used = true;
        Some(Number { text: text.trim().to_owned(), known })
    }
}

/// A number in a format; `None` for an unknown format.
fn shown(number: u32, format: &str) -> Option<String> {
    Some(match format {
        "" | "decimal" | "bullet" => number.to_string(),
        "decimalZero" => format!("{number:02}"),
        "ordinal" => format!("{number}"),
        "lowerLetter" => letters(number, 'a'),
        "upperLetter" => letters(number, 'A'),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "none" => String::new(),
        _ => return None,
    })
}

/// `a` to `z`, then `aa`, `bb`, as Word counts.
fn letters(number: u32, first: char) -> String {
    let Some(number) = number.checked_sub(1) else { return "0".to_owned() };
    let letter = char::from_u32(first as u32 + number % 26).unwrap_or(first);
    std::iter::repeat_n(letter, (number / 26 + 1).min(20) as usize).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let (mut left, mut text) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted_as_word_does() {
        let level = |format: &str, text: &str| Level {
            start: 1,
            format: format.to_owned(),
            text: text.to_owned(),
        };
        let mut all = Numbering::default();
        all.shapes.insert(
            7,
            vec![
                level("decimal", "%1."),
                level("lowerLetter", "(%2)"),
                level("upperRoman", "%1.%3"),
            ],
        );
        all.lists.insert(1, List { shape: 7, ..List::default() });
        let mut anew = List { shape: 7, ..List::default() };
        anew.starts[0] = Some(5);
        all.lists.insert(2, anew);
        let mut next = |list, level| all.next(list, level).map(|it| it.text).unwrap_or_default();
        let shown = [next(1, 0), next(1, 1), next(1, 1), next(1, 2), next(1, 0), next(1, 1)];
        assert_eq!(shown, ["1.", "(a)", "(b)", "1.I", "2.", "(a)"]);
        assert_eq!([next(2, 0), next(2, 0), next(9, 0)], ["5.", "6.", ""]);
        assert_eq!((roman(1994), letters(28, 'a')), ("MCMXCIV".to_owned(), "bb".to_owned()));
    }
}
