//! The text of a proposal, paragraph by paragraph: changes, result, the numbered amendments, and
//! the words the chair is typing.

use std::ops::Range;
use std::sync::Arc;

use egui::{Id, Rect, pos2, vec2};
use rustc_hash::FxHashSet;

use super::bits::{Bit, Line, Part, asked, bits, draft_bits, owners, spoken};
use super::canvas::{Canvas, LINE, Look};
use super::proposal;
use super::{ChairDraft, Drawn, Wall};
use crate::analysis::{
    self, Owners, in_version, owner_keys, paragraphs, text_of, versions, words_of,
};
use crate::draft::{
    BracketKind, Change, Hand, May, Words, may_have_brackets, parse, parts, withhold,
};
use crate::explain::words_read;
use crate::model::{Language, Marking, Paragraph, Proposal, ProposalId, Slide, Snapshot, Version};
use crate::text::msg;
use crate::ui::state::TextShows;

/// The sizes of the words that are tried in turn, as shares of the largest.
const SIZES: [f32; 5] = [1.0, 0.875, 0.75, 0.667, 0.584];

/// The size of a text that needs several pages anyway.
const PAGED: f32 = 0.75;

/// The size of the list of amendments, as a share of the words.
const ITEM: f32 = 0.75;

/// The width of the chip with a number, as a share of the size of its line.
const CHIP: f32 = 1.5;

/// Paragraphs with no more bytes and brackets than this fit on a page in any script, so they are
/// not laid out to find out.
const SHORT: (usize, usize) = (450, 3);

/// The content shown of a text.
struct Text<'a> {
    proposal: &'a Proposal,
    present: &'a Version,
    before: Option<&'a Version>,
    paragraphs: Vec<&'a Paragraph>,
}

/// Words under one label.
struct Block {
    label: Option<String>,
    bits: Vec<Bit>,
    // The number of an amendment.
    number: Option<usize>,
    chair: bool,
}

/// A line of a block, laid out at a size.
struct Row {
    block: usize,
    height: f32,
    size: f32,
    line: Option<Line>,
    // Whether it is the first line of its block.
    first: bool,
}

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> Drawn {
    let (text, seen) = (wall.text, &wall.seen.snapshot);
    let one = Drawn { pages: 1, ..Drawn::default() };
    let Some(shown) = found(seen, wall.slide) else {
        if let Some(pages) = proposal::without_versions(canvas, wall, body) {
            return Drawn { pages, ..one };
        }
        canvas.head(text.label(wall.slide.kind), "");
        // A proposal without a text and one whose text is withheld look alike.
        canvas.nothing(body, text.get(msg!("room-nothing")));
        return one;
    };
    let title = text.of(&shown.proposal.title);
    let (code, version) = (&shown.proposal.code, &shown.present.name);
    let counts = pages_of_each(canvas, wall, &shown, body);
    let pages: usize = counts.iter().sum();
    let page = wall.page.min(pages.saturating_sub(1));
    let mut first = 0;
    let here = shown.paragraphs.iter().zip(counts.iter()).find(|(_, count)| {
        first += **count;
        page < first
    });
    let Some((paragraph, count)) = here else {
        canvas.head(title, &wall.below(&[code, version], false));
        let gone = text.with(msg!("room-text-gone"), &[("version", version.as_str().into())]);
        canvas.nothing(body, &gone);
        return one;
    };
    let head = match paragraph.number.as_str() {
        "" => title.to_owned(),
        number => format!("{number} · {title}"),
    };
    let status = text.label(paragraph.status);
    canvas.head(&head, &wall.below(&[code, version, status], false));
    let draft = wall.texts.drafts.get(&paragraph.id);
    let set = set(canvas, blocks(wall, &shown, paragraph, draft), body);
    let at = page + count - first;
    set.draw(canvas, at, body);
    Drawn { pages, paragraph: Some(paragraph.id), ..one }
}

/// The text of a proposal in words, for a slide that shows it among other things: without the
/// owners of brackets if they are not to be named.
pub(super) fn whole(wall: &Wall<'_>, proposal: &Proposal) -> String {
    let whole = text_of(&wall.seen.snapshot, proposal);
    if !may_have_brackets(&whole) {
        return whole.into_owned();
    }
    let owners = Owners::new(&wall.seen.snapshot);
    let part = |part: &str| {
        let words = parse(part, &|name| owners.find(name).is_some()).words;
        if words.brackets().is_empty() {
            return part.to_owned();
        }
        let shown = if wall.texts.names { words } else { without_names(wall, &words, &owners) };
        words_read(wall.text, &shown)
    };
    parts(&whole).into_iter().map(part).collect::<Vec<_>>().join("\n")
}

/// The words without those who ask for it.
fn without_names(wall: &Wall<'_>, words: &Words, owners: &Owners) -> Words {
    withhold(words, &Nameless { owners, former: &wall.texts.former })
}

/// A reader who may see everything but the names of those who ask for it.
struct Nameless<'a> {
    owners: &'a Owners,
    former: &'a FxHashSet<String>,
}

impl May for Nameless<'_> {
    fn see(&self, _: Marking) -> bool {
        true
    }

    fn name(&self, _: &str) -> bool {
        false
    }

    fn withholds(&self, words: &str) -> bool {
        let is_former = || owner_keys(words).iter().any(|key| self.former.contains(key));
        self.owners.find(words).is_some() || !self.former.is_empty() && is_former()
    }

    fn know(&self, _: &Hand) -> bool {
        false
    }
}

/// The room, for words typed in front of it: only those it knows may be named.
struct Present<'a> {
    owners: &'a Owners,
    ceiling: Marking,
}

impl May for Present<'_> {
    fn see(&self, marking: Marking) -> bool {
        marking <= self.ceiling
    }

    fn name(&self, owner: &str) -> bool {
        self.owners.find(owner).is_some()
    }

    fn withholds(&self, _: &str) -> bool {
        // Names that the room may not know were removed as they were typed.
        false
    }

    fn know(&self, _: &Hand) -> bool {
        false
    }
}

/// The text a slide is about, in its present version; `None` if it may not be seen.
fn found<'a>(seen: &'a Snapshot, slide: &Slide) -> Option<Text<'a>> {
    let asked = match slide.paragraph {
        Some(id) => Some(seen.paragraphs.get(id)?),
        None => None,
    };
    let of = |it: &Paragraph| Some(seen.versions.get(it.version)?.proposal);
    let proposal = asked.and_then(of).or(slide.proposal)?;
    let all = versions(seen, proposal);
    let present = *all.last()?;
    let mut paragraphs = paragraphs(seen, present.id);
    if let Some(asked) = asked {
        let is = |it: &&Paragraph| {
            let was = in_version(seen, it, asked.version);
            was.is_some_and(|was| was.id == asked.id)
        };
        paragraphs.retain(is);
    }
    let before = all.iter().rev().find(|it| it.rank < present.rank).copied();
    Some(Text { proposal: seen.proposals.get(proposal)?, present, before, paragraphs })
}

/// How many pages each paragraph takes.
fn pages_of_each(
    canvas: &Canvas<'_>,
    wall: &Wall<'_>,
    shown: &Text<'_>,
    body: Rect,
) -> Arc<Vec<usize>> {
    let drafts = &wall.texts.drafts;
    let typed = |it: &Paragraph| drafts.get(&it.id);
    let pages = |it: &Paragraph, draft: Option<&ChairDraft>| {
        if draft.is_none() && it.words.len() <= SHORT.0 && it.words.matches('[').count() <= SHORT.1
        {
            let seen = &wall.seen.snapshot;
            let was = shown.before.and_then(|other| in_version(seen, it, other.id));
            if was.is_none_or(|was| was.words.len() <= SHORT.0) {
                return 1;
            }
        }
        set(canvas, blocks(wall, shown, it, draft), body).pages.len()
    };
    if let [one] = shown.paragraphs[..] {
        return Arc::new(vec![pages(one, typed(one))]);
    }
    // A long text is not laid out in every frame; only the typed words change within a state.
    type Key = (analysis::Version, ProposalId, TextShows, bool, Language);
    type Kept = (Key, Arc<Vec<usize>>);
    let figures = wall.seen.figures.version();
    let (shows, names) = (wall.texts.shows, wall.texts.names);
    let key = (figures, shown.proposal.id, shows, names, wall.text.language());
    // The next slide may have another text, drawn beside this one.
    let id = Id::unique(("wall-pages", shown.proposal.id.0));
    let kept = canvas.context().data(|data| data.get_temp::<Kept>(id));
    let mut counts = match kept.filter(|(of, _)| *of == key) {
        Some((_, counts)) => counts,
        None => {
            let counts = shown.paragraphs.iter().map(|it| pages(it, None));
            let counts: Arc<Vec<_>> = Arc::new(counts.collect());
            let kept: Kept = (key, counts.clone());
            canvas.context().data_mut(|data| data.insert_temp(id, kept));
            counts
        }
    };
    for (at, it) in shown.paragraphs.iter().enumerate() {
        if let Some(draft) = typed(it) {
            Arc::make_mut(&mut counts)[at] = pages(it, Some(draft));
        }
    }
    counts
}

/// The blocks shown for a paragraph.
fn blocks(
    wall: &Wall<'_>,
    shown: &Text<'_>,
    paragraph: &Paragraph,
    draft: Option<&ChairDraft>,
) -> Vec<Block> {
    let (text, names, seen) = (wall.text, wall.texts.names, &wall.seen.snapshot);
    // Those who ask are also named in parentheses that are not read as the owners of a bracket.
    let known = (!names).then(|| Owners::new(seen));
    let nameless = |words: Words| match &known {
        Some(owners) if !words.brackets().is_empty() => without_names(wall, &words, owners),
        _ => words,
    };
    let now = nameless(words_of(paragraph));
    let block = |label, bits| Block { label, bits, number: None, chair: false };
    let stands = |label| block(label, bits(None, &now, names));
    let as_it_stands = || Some(text.get(msg!("room-text-stands")).to_owned());
    // Nothing of a draft may be shown if words it started from are withheld meanwhile.
    if let Some(draft) = draft.filter(|it| !it.words.is_empty() || it.settled.trim().is_empty()) {
        let owners = Owners::new(seen);
        let may = Present { owners: &owners, ceiling: wall.ceiling };
        let typed = nameless(withhold(&draft.words, &may));
        let label = Some(text.get(msg!("room-text-chair")).to_owned());
        // Compared with the words it started from, since the words may have moved on.
        let base = nameless(withhold(&draft.before, &may));
        let chair = Block { chair: true, ..block(label, draft_bits(&base, &typed, names)) };
        return vec![stands(as_it_stands()), chair];
    }
    let mut all = Vec::new();
    match shown.before.filter(|_| wall.texts.shows != TextShows::Result) {
        None => all.push(stands(None)),
        Some(before) => {
            let was = in_version(seen, paragraph, before.id).map(|it| nameless(words_of(it)));
            let id = match &was {
                None => msg!("room-text-new"),
                Some(was) if *was == now => msg!("room-text-same"),
                Some(_) => msg!("room-text-since"),
            };
            let changed = was.as_ref().is_none_or(|was| *was != now);
            let label = Some(text.with(id, &[("version", before.name.as_str().into())]));
            let was = was.unwrap_or_default();
            // A bracket around others has no words of its own that could show a change, so the
            // numbers are in the words below it.
            let nested = changed && now.depth() > 1;
            let compare =
                if nested { draft_bits(&was, &now, names) } else { bits(Some(&was), &now, names) };
            all.push(block(label, compare));
            if nested || changed && wall.texts.shows == TextShows::Both {
                all.push(stands(as_it_stands()));
            }
        }
    }
    all.extend(amendments(wall, &now));
    all
}

/// The amendments, by the numbers they have in the text.
fn amendments(wall: &Wall<'_>, now: &Words) -> Vec<Block> {
    let text = wall.text;
    let item = |(at, bracket): (usize, &crate::draft::Bracket)| {
        let kind = match bracket.kind {
            BracketKind::Add => msg!("room-text-adds"),
            BracketKind::Delete => msg!("room-text-deletes"),
            BracketKind::Replace(_) => msg!("room-text-replaces"),
            BracketKind::Alternative(_) => msg!("room-text-alternative"),
        };
        let mut bits =
            vec![Bit { text: format!("{}  ", text.get(kind)), part: Part::Owners(Change::Same) }];
        bits.extend(asked(bracket));
        let owners = if wall.texts.names { owners(bracket) } else { String::new() };
        if !owners.is_empty() {
            bits.push(Bit { text: format!("  {owners}"), part: Part::Owners(Change::Same) });
        }
        let label = (at == 0).then(|| text.get(msg!("room-text-amendments")).to_owned());
        Block { label, bits, number: Some(at + 1), chair: false }
    };
    now.brackets().into_iter().enumerate().map(item).collect()
}

/// Blocks broken into lines, and lines into pages.
struct Set {
    blocks: Vec<Block>,
    rows: Vec<Row>,
    pages: Vec<Range<usize>>,
}

/// Lays out the blocks as large as possible on one page. If they fit at no size, a draft is shown
/// alone, since it includes the present words; if that does not help, they take several pages.
fn set(canvas: &Canvas<'_>, mut blocks: Vec<Block>, body: Rect) -> Set {
    let largest = canvas.sizes().large;
    let whole = |rows: &[Row]| rows.iter().map(|it| it.height).sum::<f32>() <= body.height();
    loop {
        for share in SIZES {
            let rows = rows(canvas, &blocks, largest * share, body.width());
            if whole(&rows) {
                let pages = std::iter::once(0..rows.len()).collect();
                return Set { blocks, rows, pages };
            }
        }
        match blocks.first() {
            Some(first) if !first.chair && blocks.iter().any(|it| it.chair) => {
                blocks.remove(0);
            }
            _ => break,
        }
    }
    let rows = rows(canvas, &blocks, largest * PAGED, body.width());
    let pages = pages(&rows, body.height());
    Set { blocks, rows, pages }
}

fn rows(canvas: &Canvas<'_>, blocks: &[Block], size: f32, width: f32) -> Vec<Row> {
    let sizes = canvas.sizes();
    let mut rows = Vec::new();
    for (block, it) in blocks.iter().enumerate() {
        let first = |rows: &Vec<Row>| rows.last().is_none_or(|row: &Row| row.block != block);
        if it.label.is_some() {
            let height = sizes.small * LINE + if block > 0 { sizes.gap } else { 0.0 };
            rows.push(Row { block, height, size: sizes.small, line: None, first: true });
        }
        let (size, width) = match it.number {
            None => (size, width),
            Some(_) => {
                let size = (size * ITEM).max(sizes.small);
                (size, width - size * CHIP)
            }
        };
        for line in canvas.broken(&it.bits, size, width) {
            let first = first(&rows) || rows.last().is_some_and(|row| row.line.is_none());
            rows.push(Row { block, height: size * LINE, size, line: Some(line), first });
        }
    }
    rows
}

/// As many rows per page as fit; a label stays with the row below it.
fn pages(rows: &[Row], height: f32) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut first, mut used) = (0, 0.0);
    for (at, row) in rows.iter().enumerate() {
        if used + row.height > height && at > first {
            let labelled = at > first + 1 && rows[at - 1].line.is_none();
            let next = if labelled { at - 1 } else { at };
            pages.push(first..next);
            used = rows[next..at].iter().map(|it| it.height).sum();
            first = next;
        }
        used += row.height;
    }
    pages.push(first..rows.len());
    pages
}

impl Set {
    /// Draws one of its pages.
    fn draw(&self, canvas: &Canvas<'_>, page: usize, body: Rect) {
        let Some(range) = self.pages.get(page.min(self.pages.len().saturating_sub(1))) else {
            return;
        };
        let mut top = body.top();
        for rows in self.rows[range.clone()].chunk_by(|a, b| a.block == b.block) {
            let Some(block) = rows.first().and_then(|row| self.blocks.get(row.block)) else {
                continue;
            };
            let height: f32 = rows.iter().map(|it| it.height).sum();
            let whole = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), height));
            block.draw(canvas, rows, whole);
            top = whole.bottom();
        }
    }
}

impl Block {
    fn draw(&self, canvas: &Canvas<'_>, rows: &[Row], whole: Rect) {
        let sizes = canvas.sizes();
        let mut said = Vec::new();
        let mut top = whole.top();
        for row in rows {
            let rect =
                Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), row.height));
            top = rect.bottom();
            match (&row.line, &self.label) {
                (None, Some(label)) => {
                    let line = rect.with_min_y(rect.bottom() - sizes.small * LINE);
                    if self.chair {
                        canvas.warning(line, sizes.small, label);
                    } else {
                        canvas.painted(line, sizes.small, Look::Quiet, label);
                    }
                    said.push(label.clone());
                }
                (Some(line), _) => {
                    let mut rect = rect;
                    if let Some(number) = self.number {
                        if row.first {
                            canvas.number(rect, row.size, number);
                            said.push(number.to_string());
                        }
                        rect.min.x += row.size * CHIP;
                    }
                    canvas.bit_line(rect, row.size, line, self.chair);
                    said.push(spoken(line));
                }
                (None, None) => {}
            }
        }
        if self.chair {
            let left = whole.left() - sizes.gap;
            let bar = Rect::from_min_max(pos2(left, whole.top() + sizes.gap), whole.left_bottom());
            canvas.fill(bar.with_max_x(left + sizes.gap * 0.3), canvas.colours().warn);
        }
        canvas.name(whole, &said.join(" "));
        if self.number.is_some() {
            canvas.item(whole);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(block: usize, is_label: bool) -> Row {
        let line = (!is_label).then(Line::new);
        Row { block, height: 10.0, size: 8.0, line, first: false }
    }

    #[test]
    fn every_line_is_on_a_page_and_no_label_stands_at_the_end_of_one() {
        let rows = [row(0, true), row(0, false), row(0, false), row(1, true), row(1, false)];
        let one = |page: Range<usize>| std::iter::once(page).collect::<Vec<_>>();
        assert_eq!(pages(&rows, 100.0), one(0..5));
        assert_eq!(pages(&rows, 40.0), [0..3, 3..5]);
        assert_eq!(pages(&rows, 10.0), [0..1, 1..2, 2..3, 3..4, 4..5], "even on a tiny one");
        assert_eq!(pages(&[], 10.0), one(0..0));
    }
}
