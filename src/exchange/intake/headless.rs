//! Tables without a header: recognises by their content that the first row is already data, and
//! which column holds what.

use sha2::{Digest, Sha256};

use super::super::{NO_HEADER, Sheet};
use super::guess::Guess;
use super::layout::{Field, Layout};
use super::look::{Kind, Look};
use super::mapping::Mapping;
use crate::model::words::hex;
use crate::model::{Dossier, Keyed, Snapshot};

/// The kind of most cells in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Proposal,
    Party,
    Stance,
    Day,
    Number,
    Words,
    Nothing,
}

impl Content {
    const TYPED: [Self; 5] = [Self::Proposal, Self::Party, Self::Stance, Self::Day, Self::Number];

    fn fits(self) -> fn(Kind) -> bool {
        match self {
            Self::Proposal => |kind| kind.proposal,
            Self::Party => |kind| kind.party,
            Self::Stance => |kind| kind.stance || kind.small,
            Self::Day => |kind| kind.day,
            Self::Number => |kind| kind.number,
            Self::Words => |kind| kind.filled,
            Self::Nothing => |_| false,
        }
    }

    /// The kind of most cells in a column below a row.
    fn of(look: &Look, row: usize, column: usize) -> Self {
        let is_most = |content: &Self| {
            let (filled, are) = look.below(row, column, content.fits());
            are > 0 && are * 5 >= filled * 3
        };
        let typed = Self::TYPED.into_iter().find(is_most);
        let filled = look.below(row, column, |_| true).0 > 0;
        typed.unwrap_or(if filled { Self::Words } else { Self::Nothing })
    }
}

/// Whether the first row is of the same kind as those below it, so that there is no header: it
/// differs in no column, and most columns can tell.
pub(super) fn starts_with_data(look: &Look) -> bool {
    let (mut told, mut agree, mut below) = (0, 0, false);
    for at in 0..look.width() {
        let own = look.kind(0, at);
        let says = own.party || own.proposal || own.stance || own.number || own.day;
        let named = look.headings.first().and_then(|row| row.get(at));
        if own.filled && !says && named.is_some_and(|name| is_heading(name)) {
            return false;
        }
        let content = Content::of(look, 0, at);
        below |= content != Content::Nothing;
        if matches!(content, Content::Words | Content::Nothing) {
            continue;
        }
        told += 1;
        let is_name = matches!(content, Content::Party | Content::Proposal);
        match (own.filled, (content.fits())(own)) {
            (true, true) => agree += 1,
            (true, false) => return false,
            // A matrix has an empty corner.
            (false, _) if is_name => return false,
            (false, _) => {}
        }
    }
    if below {
        return agree * 2 > told;
    }
    // With a single row: somebody, and what was said.
    let any = |of: fn(Kind) -> bool| (0..look.width()).any(|at| of(look.kind(0, at)));
    any(|kind| kind.party) && any(|kind| kind.stance)
}

/// Whether the first row of a table is already data, as far as that can be told without a dossier.
pub(in super::super) fn first_is_data(sheet: &Sheet) -> bool {
    starts_with_data(&Look::new(sheet, &Snapshot::new(Dossier::new(""))))
}

/// Whether this is a heading in some layout.
fn is_heading(name: &str) -> bool {
    let mut headings = Layout::ALL.iter().flat_map(|layout| layout.headings());
    headings.any(|it| it.names.contains(&name) || it.field.key().replace('-', " ") == name)
}

/// The certain columns of a table without a header in which no layout is complete. Only its owner
/// knows the rest, such as the proposal that a list of stances is about.
pub(super) fn part(look: &Look, sheet: &Sheet, layouts: &[Layout]) -> Guess {
    let of = |content: Content| {
        let columns = (0..look.width()).filter(|at| Content::of(look, 0, *at) == content);
        columns.collect::<Vec<_>>()
    };
    let [parties, proposals, stances, days] =
        [Content::Party, Content::Proposal, Content::Stance, Content::Day].map(of);
    let may = |layout: Layout| layouts.contains(&layout);
    let alone = look.width() == 1 && parties.len() == 1;
    let layout = if alone && may(Layout::Parties) {
        Layout::Parties
    } else if !parties.is_empty()
        && !stances.is_empty()
        && proposals.is_empty()
        && may(Layout::Matrix)
    {
        Layout::Matrix
    } else if !proposals.is_empty()
        && stances.len() > 1
        && parties.is_empty()
        && may(Layout::Turned)
    {
        Layout::Turned
    } else {
        layouts.first().copied().unwrap_or(Layout::Positions)
    };
    let mut mapping = Mapping::new(layout, sheet);
    let mut by_content = Vec::new();
    let mut set = |field: Field, columns: &[usize]| {
        // If two columns may be it, neither is taken.
        if let [at] = columns
            && layout.fields().any(|it| it == field)
        {
            mapping.set(*at, Some(field));
            by_content.push(*at);
        }
    };
    set(Field::Party, &parties);
    set(Field::Proposal, &proposals);
    set(Field::Date, &days);
    set(Field::Stance, &stances);
    if layout == Layout::Parties {
        set(Field::Name, &parties);
    }
    let known = matches!(layout, Layout::Matrix | Layout::Turned) || mapping.lacks().is_empty();
    let layouts = Vec::from_iter(known.then_some(layout));
    let (unsure, heads) = (Vec::new(), Vec::new());
    Guess { mapping, certain: false, layouts, by_content, unsure, stray: None, heads }
}

/// The shape of a table without a header, to remember how it was read: what its columns look like,
/// not what they say. `None` if it has a header.
pub fn bare_shape(sheet: &Sheet) -> Option<String> {
    // Whatever only this dossier knows must make no difference.
    let nothing = Snapshot::new(Dossier::new(""));
    let first = sheet.headed_at(sheet.all_rows().next()?.line)?;
    if !starts_with_data(&Look::new(&first, &nothing)) {
        return None;
    }
    let look = Look::new(&first.headed_at(NO_HEADER)?, &nothing);
    let mut hash = Sha256::new();
    hash.update("without a header");
    for at in 0..look.width() {
        hash.update([Content::of(&look, 0, at) as u8]);
    }
    Some(hex(&hash.finalize()[..12]))
}
