//! A first look at a table: which cells of its first rows are names, stances, days.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::super::positions::proposal_names;
use super::super::stances::with_words;
use super::super::{CellAt, CellStance, NO_HEADER, Sheet, read_stance};
use super::totals::is_total;
use crate::library::{Meaning, meanings};
use crate::model::words::{fold_line, name_key};
use crate::model::{Alias, Group, Language, Party, Snapshot};
use crate::text::{Text, WrittenDay};

/// How many rows and cells are examined.
const ROWS: usize = 250;
const CELLS: usize = 60_000;

/// The possible kinds of content of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kind {
    pub filled: bool,
    pub party: bool,
    /// A group, which is a party too.
    pub group: bool,
    pub proposal: bool,
    pub stance: bool,
    /// A stance that cannot be a vote.
    pub graded: bool,
    pub number: bool,
    /// A number that may be on a scale, unlike a year.
    pub small: bool,
    /// A number for a vote in the General Assembly.
    pub vote: bool,
    pub day: bool,
    /// Yes or no, which can mean anything.
    pub flag: bool,
}

impl Kind {
    /// Whether it is a number that is not the sign of a stance.
    pub(super) fn is_figure(self) -> bool {
        self.number && !self.graded
    }
}

/// The first rows of a table, and what each of their cells may be.
pub(super) struct Look {
    /// The line of each row.
    pub lines: Vec<u64>,
    /// Its cells, folded as headings are.
    pub headings: Vec<Vec<String>>,
    kinds: Vec<Vec<Kind>>,
}

impl Look {
    pub(super) fn new(sheet: &Sheet, snapshot: &Snapshot) -> Self {
        let known = Known::new(snapshot);
        let mut look = Self { lines: Vec::new(), headings: Vec::new(), kinds: Vec::new() };
        if sheet.header_line() == NO_HEADER {
            // Names given to the columns come first, like a header; letters say nothing.
            let columns = sheet.columns().iter().enumerate();
            let names = columns.map(|(at, name)| if *name == letters(at) { "" } else { name });
            let names: Vec<&str> = names.collect();
            look.lines.push(NO_HEADER);
            look.headings.push(names.iter().map(|name| heading(name)).collect());
            look.kinds.push(names.iter().map(|name| known.kind(name)).collect());
        }
        let mut cells = 0;
        // A table of votes has the same few cells again and again.
        let mut seen: HashMap<String, Kind> = HashMap::new();
        for row in sheet.all_rows().take(ROWS) {
            cells += row.cells.len();
            if cells > CELLS && look.lines.len() > 20 {
                break;
            }
            look.lines.push(row.line);
            look.headings.push(row.cells.iter().map(|cell| heading(cell)).collect());
            let mut kind = |cell: &Cow<'_, str>| match seen.get(&**cell) {
                Some(kind) => *kind,
                None => {
                    let kind = known.kind(cell);
                    seen.insert(cell.to_string(), kind);
                    kind
                }
            };
            // A row that counts the others is unlike any of them.
            let first = row.cells.iter().find(|cell| !cell.is_empty());
            let counts = look.lines.len() > 1 && first.is_some_and(|cell| is_total(cell));
            let cells = row.cells.iter().filter(|_| !counts);
            look.kinds.push(cells.map(&mut kind).collect());
        }
        look
    }

    /// The possible kinds of these cells.
    pub(super) fn kinds_of(cells: &[String], snapshot: &Snapshot) -> Vec<Kind> {
        let known = Known::new(snapshot);
        cells.iter().map(|cell| known.kind(cell)).collect()
    }

    /// Puts other cells into a row.
    pub(super) fn replace(&mut self, row: usize, headings: Vec<String>, kinds: Vec<Kind>) {
        if let (Some(old), Some(of)) = (self.headings.get_mut(row), self.kinds.get_mut(row)) {
            (*old, *of) = (headings, kinds);
        }
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.kinds.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// The possible kinds of a cell.
    pub(super) fn kind(&self, row: usize, column: usize) -> Kind {
        self.kinds.get(row).and_then(|kinds| kinds.get(column)).copied().unwrap_or_default()
    }

    /// How many of the cells of a column below a row are filled, and how many of those are `of`
    /// this kind.
    pub(super) fn below(&self, row: usize, column: usize, of: fn(Kind) -> bool) -> (usize, usize) {
        let kinds = self.kinds.iter().skip(row + 1).filter_map(|kinds| kinds.get(column));
        kinds
            .filter(|kind| kind.filled)
            .fold((0, 0), |(filled, are), kind| (filled + 1, are + usize::from(of(*kind))))
    }

    /// Whether most cells of a column below a row are words without another meaning.
    pub(super) fn is_wordy(&self, row: usize, column: usize) -> bool {
        let (filled, words) =
            self.below(row, column, |kind| !(kind.party || kind.stance || kind.number || kind.day));
        words > 0 && words * 5 >= filled * 3
    }

    /// Whether a column below a row contains the same cell twice.
    pub(super) fn repeats(&self, row: usize, column: usize) -> bool {
        let mut seen = HashSet::new();
        let cells = self.headings.iter().skip(row + 1).filter_map(|cells| cells.get(column));
        cells.filter(|cell| !cell.is_empty()).any(|cell| !seen.insert(cell))
    }
}

/// The letters over a column in a spreadsheet.
pub(super) fn letters(column: usize) -> String {
    CellAt::new(0, 0, column + 1).letters()
}

/// A heading in the form in which it is compared: without case, accents and the signs that programs
/// put between words.
pub(super) fn heading(cell: &str) -> String {
    let spaced: String = cell
        .chars()
        .map(|c| if matches!(c, '_' | '-' | '.' | ':' | '*' | '/') { ' ' } else { c })
        .collect();
    fold_line(&spaced)
}

struct Known {
    parties: HashSet<String>,
    groups: HashSet<String>,
    proposals: super::super::names::Names<crate::model::ProposalId>,
    text: Text,
}

impl Known {
    fn new(snapshot: &Snapshot) -> Self {
        let mut parties = HashSet::new();
        let mut add = |name: &str| {
            parties.insert(name_key(name));
        };
        for Party { code, name, .. } in snapshot.parties.iter() {
            [code, &name.en, &name.nl].into_iter().for_each(|it| add(it));
        }
        let mut groups = HashSet::new();
        for Group { code, name, .. } in snapshot.groups.iter() {
            [code, &name.en, &name.nl].into_iter().for_each(|it| add(it));
            groups.extend([code, &name.en, &name.nl].map(|it| name_key(it)));
        }
        groups.remove("");
        snapshot.aliases.iter().for_each(|Alias { name, .. }| add(name));
        parties.remove("");
        Self {
            parties,
            groups,
            proposals: proposal_names(snapshot),
            text: Text::new(Language::English),
        }
    }

    fn kind(&self, cell: &str) -> Kind {
        let read = read_stance(cell);
        if read == CellStance::Nothing {
            return Kind::default();
        }
        let number = super::super::stances::is_number(cell);
        let graded = match read {
            CellStance::Stance(stance) => {
                use crate::model::Stance as S;
                matches!(stance.0, Some(S::Champion | S::Reserve | S::NoInstructions))
                    || matches!(cell.trim(), "+" | "0" | "--" | "−−")
            }
            _ => false,
        };
        let stance = matches!(read, CellStance::Stance(_) | CellStance::NoneTaken)
            || with_words(cell).is_some();
        // NO is Norway's code, but in a cell it means no.
        let named = !stance && !number && cell.len() <= 120;
        let meant = if named { meanings(cell) } else { Vec::new() };
        let party = named && (!meant.is_empty() || self.parties.contains(&name_key(cell)));
        let is_group = |it: &Meaning| matches!(it, Meaning::Group(_));
        let group = party && (meant.iter().any(is_group) || self.groups.contains(&name_key(cell)));
        let day = !stance
            && !matches!(
                self.text.written_day(cell),
                WrittenDay::NotADay | WrittenDay::NoYear { .. }
            );
        let proposal = !stance && self.proposals.find(cell).is_some();
        let whole = cell.strip_suffix(".0").unwrap_or(cell);
        let small = number && is_small(whole);
        let vote = matches!(whole, "1" | "2" | "3" | "8" | "9");
        let flag = is_flag(cell);
        Kind {
            filled: true,
            party,
            group,
            proposal,
            stance,
            graded,
            number,
            small,
            vote,
            day,
            flag,
        }
    }
}

/// Whether a number may be on a scale: at most two digits before its decimal sign and two after it.
fn is_small(number: &str) -> bool {
    let digits = number.trim_start_matches(['+', '-', '−']);
    let (before, after) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    before.len() <= 2 && after.len() <= 2
}

/// Whether a cell says yes or no, and is not specifically a stance.
fn is_flag(cell: &str) -> bool {
    matches!(
        fold_line(cell).as_str(),
        "y" | "yes"
            | "n"
            | "no"
            | "j"
            | "ja"
            | "nee"
            | "oui"
            | "non"
            | "x"
            | "0"
            | "1"
            | "✓"
            | "✔"
            | "☑"
            | "√"
            | "●"
            | "•"
    )
}
