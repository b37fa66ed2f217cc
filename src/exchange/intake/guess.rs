//! Guesses what a table is: its header, its layout and its columns.
//!
//! Columns are found by their headings and, if those say nothing, by their content. A guess is only
//! a starting point for the user: everything can be changed, and the command line refuses an
//! uncertain one.

use super::super::{NO_HEADER, Sheet};
use super::coded::{coded, heads_words, holds_words, is_other};
use super::headless::{part, starts_with_data};
use super::layout::{Field, Heading, Layout};
use super::look::{Kind, Look};
use super::mapping::Mapping;
use super::upper::{Heads, Two};
use crate::model::{Dossier, Keyed, Snapshot};

/// How many rows are tried as the header.
const DEEPEST: usize = 50;

/// A likely reading of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The likely mapping.
    pub mapping: Mapping,
    /// Whether it follows from the headings alone, and no other layout is as likely.
    pub certain: bool,
    /// The possible layouts, the most likely first; empty if there are none.
    pub layouts: Vec<Layout>,
    /// The columns found by their content and not by their heading.
    pub by_content: Vec<usize>,
    /// Fields found by content that may just as well be in another column.
    pub unsure: Vec<Field>,
    /// A column of stances or votes, from 0, whose subject is unknown.
    pub stray: Option<usize>,
    /// The possible meanings of two lines of headings, the most likely first; empty if there is one
    /// line.
    pub heads: Vec<Heads>,
}

/// The likely layout and columns of a table.
pub fn guess(sheet: &Sheet, snapshot: &Snapshot) -> Guess {
    guess_among(sheet, snapshot, Layout::ALL, None)
}

/// The same among these layouts, with the header on this line if one is given, or without one for
/// [`NO_HEADER`]. To change the layout or the header of a mapping, guess again with the user's
/// choice.
pub fn guess_among(
    sheet: &Sheet,
    snapshot: &Snapshot,
    layouts: &[Layout],
    header: Option<u64>,
) -> Guess {
    guess_with(sheet, snapshot, layouts, header, None)
}

/// The same with the meaning of two lines of headings, if there are two.
pub fn guess_with(
    sheet: &Sheet,
    snapshot: &Snapshot,
    layouts: &[Layout],
    header: Option<u64>,
    heads: Option<Heads>,
) -> Guess {
    let (mut sheet, mut look) = (sheet.clone(), Look::new(sheet, snapshot));
    let is_bare = sheet.header_line() == NO_HEADER;
    let bare = header.map_or_else(|| is_bare || starts_with_data(&look), |it| it == NO_HEADER);
    let header = if bare { Some(NO_HEADER) } else { header };
    if bare != is_bare
        && let Some(other) = sheet.headed_at(header.unwrap_or_default())
    {
        (look, sheet) = (Look::new(&other, snapshot), other);
    }
    let rows = 0..look.lines.len().min(DEEPEST);
    let two = if bare { None } else { Two::find(&look, &sheet, header) };
    let likely = two.as_ref().and_then(|two| two.possible.first().copied());
    let is_said = heads.is_some();
    let heads = heads.or(likely).unwrap_or(Heads::Lower);
    if let Some(two) = &two {
        two.put(&mut look, snapshot, heads);
    }
    let is_upper = |row: usize| two.as_ref().is_some_and(|two| two.lower == row + 1);
    let rows: Vec<_> = rows
        .filter(|row| header.is_none_or(|line| look.lines[*row] == line) && !is_upper(*row))
        .collect();
    let mut found: Vec<Found> = Vec::new();
    // A roll call is on one day, and has no details of a single vote.
    let dated = two.as_ref().is_some_and(|two| heads == Heads::Days || two.has_beside());
    for layout in layouts.iter().filter(|it| !(dated && **it == Layout::WideRolls)) {
        let tried = rows.iter().filter_map(|row| Found::new(&look, *layout, *row));
        // The first of equals, because rows below it may look like it.
        let better = |one: &Found, two: &Found| (one.points, one.headed) > (two.points, two.headed);
        let best = tried.reduce(|best, other| if better(&other, &best) { other } else { best });
        found.extend(best);
    }
    // A stable sort: of equals the first in the list.
    found.sort_by_key(|it| std::cmp::Reverse(it.points));
    let most = found.first().map_or(0, |best| best.points);
    let near = found.iter().filter(|it| it.points * 2 > most || it.points == most);
    // Layouts found by content do not compete with one found by its headings.
    let told = |it: &Found| it.by_content.len() < it.columns.len();
    let is_told = found.first().is_some_and(told);
    let near = near.filter(|it| told(it) || !is_told);
    let mut possible: Vec<_> = near.map(|it| it.layout).collect();
    let Some(best) = found.first() else {
        if bare {
            return part(&look, &sheet, layouts);
        }
        let layout = layouts.first().copied().unwrap_or(Layout::Positions);
        // In a layout chosen by the user, whatever is recognised stays; only the rest is asked for.
        let chosen = if layouts.len() == 1 { &rows[..] } else { &[] };
        let partly = chosen.iter().filter_map(|row| Found::partly(&look, layout, *row));
        let partly =
            partly.reduce(
                |best, other| {
                    if other.columns.len() > best.columns.len() { other } else { best }
                },
            );
        let line = header.or_else(|| look.lines.get(partly.as_ref()?.row).copied());
        let headed = line.and_then(|line| sheet.headed_at(line));
        let mut mapping = Mapping::new(layout, headed.as_ref().unwrap_or(&sheet));
        let (columns, by_content) =
            partly.map_or_else(Default::default, |it| (it.columns, it.by_content));
        columns.iter().for_each(|(at, field)| mapping.set(*at, Some(*field)));
        let unsure = Vec::new();
        return Guess {
            mapping,
            certain: false,
            layouts: possible,
            by_content,
            unsure,
            stray: None,
            heads: Vec::new(),
        };
    };
    // Words beside a stance may be its subject, or a note.
    if bare && best.unsure.contains(&Field::Proposal) && layouts.contains(&Layout::Matrix) {
        possible.extend(Some(Layout::Matrix).filter(|it| !possible.contains(it)));
    }
    // Crosses are always asked about.
    if best.layout == Layout::Crosses && possible.len() == 1 && layouts.contains(&Layout::Parties) {
        possible.push(Layout::Parties);
    }
    // Doubtful votes may be positions, and the other way round.
    let votes = found.iter().any(|it| it.layout == Layout::LongRolls);
    let other = match best.layout {
        Layout::LongRolls if best.doubtful => Some(Layout::Positions),
        Layout::Positions if votes && (bare || best.doubtful) => Some(Layout::LongRolls),
        _ => None,
    };
    possible.extend(other.filter(|it| layouts.contains(it) && !possible.contains(it)));
    let tied = found.get(1).is_some_and(|other| other.points >= best.points);
    let headed = sheet.headed_at(look.lines[best.row]);
    let mut mapping = Mapping::new(best.layout, headed.as_ref().unwrap_or(&sheet));
    let two = two.filter(|two| two.lower == best.row);
    if let Some(two) = &two {
        two.name(&look, &mut mapping, heads);
    }
    let heads = two.map_or_else(Vec::new, |two| two.possible);
    for (at, field) in &best.columns {
        if let Some(column) = mapping.columns.get_mut(*at) {
            column.field = Some(*field);
        }
    }
    let certain =
        !tied && best.by_content.is_empty() && !best.doubtful && (is_said || heads.len() < 2);
    let (by_content, unsure) = (best.by_content.clone(), best.unsure.clone());
    Guess { mapping, certain, layouts: possible, by_content, unsure, stray: best.stray, heads }
}

/// The layout of a table that is clearly not a matrix of parties and proposals, as far as that can
/// be told without a dossier: it is certain, or its rows are single stances or votes.
pub fn no_matrix(sheet: &Sheet) -> Option<Layout> {
    let found = guess(sheet, &Snapshot::new(Dossier::new("")));
    let layout = *found.layouts.first()?;
    let says_more = |field| !matches!(field, Field::Proposal | Field::Cells);
    let is_other = match layout {
        Layout::Matrix | Layout::Turned => false,
        Layout::WideRolls => found.mapping.columns.iter().filter_map(|it| it.field).any(says_more),
        Layout::Positions | Layout::LongRolls => true,
        Layout::Parties
        | Layout::Proposals
        | Layout::Memberships
        | Layout::Crosses
        | Layout::Sources
        | Layout::Contacts
        | Layout::Obstacles
        | Layout::Remedies => found.certain,
    };
    is_other.then_some(layout)
}

/// The columns of a table with the titles and days of roll calls; `None` if it is not one.
pub(super) fn titles_mapping(sheet: &Sheet, snapshot: &Snapshot) -> Option<(Sheet, Mapping)> {
    let look = Look::new(sheet, snapshot);
    let rows = 0..look.lines.len().min(DEEPEST);
    let found = rows.filter_map(|row| {
        let mut found = Found::empty(Layout::WideRolls, row);
        let headings = look.headings.get(row)?;
        for wanted in found.layout.headings() {
            found.named(&look, headings, wanted);
        }
        let says = found.has(Field::Number) || found.has(Field::Proposal);
        (says && (found.has(Field::Name) || found.has(Field::Date))).then_some(found)
    });
    let found =
        found.reduce(|best, other| if other.points > best.points { other } else { best })?;
    let headed = sheet.headed_at(*look.lines.get(found.row)?)?;
    let mut mapping = Mapping::new(found.layout, &headed);
    found.columns.iter().for_each(|(at, field)| mapping.set(*at, Some(*field)));
    Some((headed, mapping))
}

/// A layout that fits, with the header in one of the rows.
pub(super) struct Found {
    pub layout: Layout,
    pub row: usize,
    pub columns: Vec<(usize, Field)>,
    pub by_content: Vec<usize>,
    // Fields that may just as well be in another column.
    pub unsure: Vec<Field>,
    pub points: usize,
    /// How many of the columns have a heading that can be one.
    pub headed: usize,
    /// Whether another layout may fit as well, whatever the points say.
    pub doubtful: bool,
    /// A column of stances that is left out.
    pub stray: Option<usize>,
}

impl Found {
    fn empty(layout: Layout, row: usize) -> Self {
        Self {
            layout,
            row,
            columns: Vec::new(),
            by_content: Vec::new(),
            unsure: Vec::new(),
            points: 0,
            headed: 0,
            doubtful: false,
            stray: None,
        }
    }

    /// The columns that are recognised in a layout that may not fit; `None` if there are none.
    fn partly(look: &Look, layout: Layout, row: usize) -> Option<Self> {
        let mut found = Self::empty(layout, row);
        let headings = look.headings.get(row)?;
        for wanted in layout.headings() {
            found.named(look, headings, wanted);
        }
        let lacking = layout.lacks(|field| field == Field::Cells || found.has(field));
        for field in lacking {
            found.by_content(look, headings, field);
        }
        (!found.columns.is_empty()).then_some(found)
    }

    /// `None` if the layout does not fit.
    fn new(look: &Look, layout: Layout, row: usize) -> Option<Self> {
        let mut found = Self::empty(layout, row);
        let headings = look.headings.get(row)?;
        for wanted in layout.headings() {
            found.named(look, headings, wanted);
        }
        let lacking = layout.lacks(|field| field == Field::Cells || found.has(field));
        for field in lacking {
            found.by_content(look, headings, field);
        }
        if look.lines.get(row) == Some(&NO_HEADER) && !found.has(Field::Date) {
            // If there is a header, a column of days that it does not name is left out and
            // reported.
            found.by_content(look, headings, Field::Date);
        }
        if layout == Layout::Crosses {
            let may_be = Self::new(look, Layout::Matrix, row);
            found.crosses(look, headings, may_be.is_some_and(|it| it.points >= 6));
        } else if layout.has_cells() {
            found.cells(look, headings);
        }
        if !layout.lacks(|field| found.has(field)).is_empty() {
            return None;
        }
        // Obstacles to proposals, and remedies, have layouts of their own.
        let others = ["obstacle", "obstacles", "hindernis", "hindernissen"];
        let is_other = matches!(layout, Layout::Proposals | Layout::Sources);
        if is_other && headings.iter().any(|it| others.contains(&&**it)) {
            return None;
        }
        // Columns of words contain no stances or ticks.
        let ticked = found.columns.iter().any(|(at, field)| {
            let (filled, ticks) = look.below(row, *at, |kind| kind.stance || kind.flag);
            holds_words(*field) && ticks > 0 && ticks * 5 >= filled * 3
        });
        if ticked {
            return None;
        }
        found.weigh(look, headings);
        Some(found)
    }

    fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|(_, it)| *it == field)
    }

    pub(super) fn is_taken(&self, column: usize) -> bool {
        self.columns.iter().any(|(at, _)| *at == column)
    }

    /// Takes the column with one of the names of a heading; if there are several, the one whose
    /// content fits best.
    fn named(&mut self, look: &Look, headings: &[String], wanted: &Heading) {
        let rank = |heading: &str| {
            let key = wanted.field.key().replace('-', " ");
            let names = wanted.names.iter().position(|name| *name == heading);
            // The heading decides between a vote and a stance.
            let voted = self.layout == Layout::LongRolls && wanted.field == Field::Stance;
            if heading == key && !voted { Some(0) } else { names.map(|place| place + 1) }
        };
        let candidates = headings.iter().enumerate().filter(|(at, _)| !self.is_taken(*at));
        let fits = |at: usize| {
            let of: fn(Kind) -> bool = match wanted.field {
                Field::Party => |kind| kind.party,
                Field::Stance => |kind| kind.stance || kind.number,
                Field::Proposal => |kind| kind.proposal,
                Field::Date => |kind| kind.day,
                _ => |kind| kind.filled,
            };
            let (filled, fit) = look.below(self.row, at, of);
            (fit * 20).checked_div(filled).unwrap_or(0)
        };
        let best = candidates
            .filter_map(|(at, heading)| Some((at, rank(heading)?)))
            .min_by_key(|(at, rank)| (std::cmp::Reverse(fits(*at)), *rank, *at));
        if let Some((at, rank)) = best {
            // A heading that spans numbers and names belongs to the names.
            let is_name = matches!(wanted.field, Field::Party | Field::Proposal | Field::Name);
            let numbers = look.below(self.row, at, |kind| kind.number);
            let next = at + 1;
            let unnamed = headings.get(next).is_some_and(String::is_empty);
            let at = if is_name
                && unnamed
                && numbers.1 > 0
                && numbers.1 == numbers.0
                && look.below(self.row, next, |kind| !kind.number && !kind.stance).1 > 0
            {
                self.by_content.push(next);
                next
            } else {
                at
            };
            self.columns.push((at, wanted.field));
            self.points += if wanted.telling { 4 } else { 2 } + usize::from(rank == 0);
        }
    }

    /// Takes the first column in which most cells are what a field holds.
    fn by_content(&mut self, look: &Look, headings: &[String], field: Field) {
        let of: fn(Kind) -> bool = match field {
            Field::Party => |kind| kind.party,
            Field::Proposal => |kind| kind.proposal,
            Field::Stance => |kind| kind.stance,
            Field::Date if self.layout.fields().any(|it| it == field) => |kind| kind.day,
            _ => return,
        };
        let mut free = (0..headings.len()).filter(|at| !self.is_taken(*at));
        let most = |at: &usize| {
            let (filled, are) = look.below(self.row, *at, of);
            are > 0 && are * 5 >= filled * 3
        };
        let is_blank = |at: &usize| look.below(self.row, *at, |_| true).0 == 0;
        // Found once: a table may have thousands of columns, all but a few of them blank.
        let blank = (0..look.width()).take_while(is_blank).count();
        let first = |at: &usize| {
            // In a matrix the names come first, whoever they are.
            let (filled, stances) = look.below(self.row, *at, |kind| kind.stance || kind.number);
            self.layout.has_cells() && *at <= blank && filled > 0 && stances == 0
        };
        // In a table of positions the words say who or what, and the numbers how.
        let else_ = |at: &usize| {
            let unnamed = |at: usize| headings.get(at).is_some_and(|it| !is_other(it));
            self.layout == Layout::Positions
                && match field {
                    Field::Stance => {
                        let (filled, are) = look.below(self.row, *at, |kind| kind.small);
                        unnamed(*at) && are > 0 && are * 5 >= filled * 3
                    }
                    _ => look.is_wordy(self.row, *at) && unnamed(*at),
                }
        };
        let found = free.clone().find(most).or_else(|| free.clone().find(first));
        let may = |at: &usize| {
            let small = look.below(self.row, *at, |kind| kind.stance || kind.small);
            most(at) || field == Field::Stance && small.1 > 0 && small.1 * 5 >= small.0 * 3
        };
        let several = free.clone().filter(may).count() != 1;
        if field == Field::Date && several {
            return;
        }
        let found = found.or_else(|| free.find(else_));
        if several {
            self.unsure.push(field);
        }
        if let Some(at) = found {
            self.columns.push((at, field));
            if !(self.layout.has_cells() && at <= blank) {
                self.by_content.push(at);
            }
            self.points += 1;
        }
    }

    /// Takes the columns whose heading names a party or a proposal.
    fn cells(&mut self, look: &Look, headings: &[String]) {
        let across = self.layout.parties_across();
        let (mut count, mut graded, mut votes) = (0, 0, 0);
        let (mut flags, mut others) = (Vec::new(), Vec::new());
        for (at, heading) in headings.iter().enumerate() {
            if heading.is_empty() || self.is_taken(at) {
                continue;
            }
            let own = look.kind(self.row, at);
            let (filled, stances) = look.below(self.row, at, |kind| kind.stance || kind.small);
            let is_one = if across {
                own.party && (filled == 0 || stances * 2 >= filled)
            } else {
                let said = stances * 2 >= filled && (own.proposal || filled > 0);
                let clear = look.below(self.row, at, |kind| {
                    kind.graded || kind.stance && !kind.flag && !kind.number
                });
                let may = || heads_words(heading) && clear.1 > 0 && clear.1 * 5 >= filled * 3;
                said && !own.party && !own.stance && (!is_other(heading) || may())
            };
            if !is_one {
                let may = !own.stance && !own.number && !own.day && own.party == across;
                others.extend(may.then_some(at));
                continue;
            }
            let yes_no = look.below(self.row, at, |kind| kind.flag).1;
            // A 0 alone is a stance.
            let says = look.below(self.row, at, |kind| kind.flag && !kind.graded).1;
            if !across && !own.proposal && says > 0 && yes_no == filled {
                flags.push(at);
                continue;
            }
            self.columns.push((at, Field::Cells));
            // A day says when, not what about.
            self.doubtful |= own.day && !own.proposal;
            count += 1;
            graded += look.below(self.row, at, |kind| kind.graded).1;
            votes += look.below(self.row, at, |kind| kind.vote).1;
            if !across && !own.proposal && stances > 0 {
                let numbers = look.below(self.row, at, Kind::is_figure).1;
                // Any table of figures looks like this.
                self.doubtful |= numbers * 2 >= filled;
            }
        }
        // Next to stances, yes and no describe the party; alone they may be either.
        self.doubtful |= !flags.is_empty();
        if count == 0 {
            count = flags.len();
            self.columns.extend(flags.into_iter().map(|at| (at, Field::Cells)));
        }
        let few = if across { 2 } else { 1 };
        // An unknown vocabulary says little, and is asked about.
        let mut coded = if count == 0 { coded(look, self.row, &others) } else { Vec::new() };
        let heads = |at: usize| headings.get(at).is_some_and(|it| !is_other(it) || heads_words(it));
        coded.retain(|at| across || heads(*at));
        if coded.len() > 1 {
            self.columns.extend(coded.into_iter().map(|at| (at, Field::Cells)));
            (self.points, self.doubtful) = (self.points + 1, true);
            return;
        }
        if count < few {
            self.columns.retain(|(_, field)| *field != Field::Cells);
            return;
        }
        self.points += 6;
        match self.layout {
            Layout::WideRolls if graded > 0 && votes == 0 => self.points = 0,
            Layout::WideRolls if votes > 0 => self.points += 1,
            Layout::Turned if votes == 0 && graded > 0 => self.points += 1,
            _ => {}
        }
    }
}
