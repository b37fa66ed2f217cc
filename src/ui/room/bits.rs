//! Words of a text under negotiation in pieces of the same look, broken into lines.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Rect, Stroke, pos2};

use super::canvas::Canvas;
use crate::draft::{
    Bracket, BracketKind, Change, Mark, Piece, RunKind, Sign, Words, marks, owners_told,
};

/// The size of everything attached to a bracket, as a share of the words.
const ASIDE: f32 = 0.62;

/// A space at which no line is broken.
const FIXED: char = '\u{a0}';

/// The kind of a bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words, with what is asked of them and what became of them.
    Words(RunKind, Change),
    /// A sign of a bracket, with what became of it.
    Sign(Change),
    /// The number of an amendment.
    Number,
    /// Those who ask for it or are against it, including those who joined and left.
    Owners(Change),
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bit {
    pub(super) text: String,
    pub(super) part: Part,
}

/// A line of bits, as wide as they are.
pub(super) type Line = Vec<Bit>;

/// The words as written, or with their changes since another version. The brackets are numbered in
/// the order of the text; `names` says whether to include their owners.
pub(super) fn bits(before: Option<&Words>, now: &Words, names: bool) -> Vec<Bit> {
    written(before, now, Writer { bits: Vec::new(), numbered: now.brackets(), names })
}

/// The changes of the words, without numbers: nobody has asked for them yet.
pub(super) fn draft_bits(before: &Words, now: &Words, names: bool) -> Vec<Bit> {
    written(Some(before), now, Writer { bits: Vec::new(), numbered: Vec::new(), names })
}

fn written<'a>(before: Option<&'a Words>, now: &'a Words, mut writer: Writer<'a>) -> Vec<Bit> {
    match before.filter(|before| *before != now) {
        Some(before) => writer.compared(before, now),
        None => writer.words(now, RunKind::Plain),
    }
    writer.bits
}

/// The words of a bracket without its signs: the words to go, an arrow and the words to come.
pub(super) fn asked(bracket: &Bracket) -> Vec<Bit> {
    let mut writer = Writer { bits: Vec::new(), numbered: Vec::new(), names: false };
    writer.inside(bracket);
    writer.bits
}

/// Those who ask for a bracket, and those who are against it.
pub(super) fn owners(bracket: &Bracket) -> String {
    let list = |against| bracket.names(against).collect::<Vec<_>>().join(", ");
    let against = match list(true) {
        none if none.is_empty() => none,
        names => format!("≠ {names}"),
    };
    let parts = [list(false), against].into_iter().filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// The words of bits, as they are read out.
pub(super) fn spoken(bits: &[Bit]) -> String {
    let all: String = bits.iter().map(|it| it.text.replace(FIXED, " ")).collect();
    all.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

struct Writer<'a> {
    bits: Vec<Bit>,
    numbered: Vec<&'a Bracket>,
    names: bool,
}

impl<'a> Writer<'a> {
    fn push(&mut self, text: impl Into<String>, part: Part) {
        let text = text.into();
        if !text.is_empty() {
            self.bits.push(Bit { text, part });
        }
    }

    fn open(&mut self, bracket: &Bracket, change: Change) {
        let number = self.numbered.iter().position(|it| std::ptr::eq(*it, bracket));
        if let Some(number) = number {
            self.push(format!("{FIXED}{}{FIXED}", number + 1), Part::Number);
        }
        self.push("[", Part::Sign(change));
    }

    /// In a bracket with others in it, the owners come after its last part.
    fn close(&mut self, sign: &Sign<'_>) {
        self.push("]", Part::Sign(sign.change));
        if !(sign.whole && self.names) {
            return;
        }
        for (at, (name, change)) in owners_told(&sign.owners()).into_iter().enumerate() {
            let name = if at == 0 { format!("{FIXED}{}", name.trim_start()) } else { name };
            self.push(name, Part::Owners(change));
        }
    }

    fn words(&mut self, words: &'a Words, kind: RunKind) {
        for piece in &words.pieces {
            match piece {
                Piece::Plain(text) => self.push(text, Part::Words(kind, Change::Same)),
                Piece::Bracket(bracket) => {
                    self.open(bracket, Change::Same);
                    self.inside(bracket);
                    self.close(&Sign::standing(bracket));
                }
            }
        }
    }

    fn inside(&mut self, bracket: &'a Bracket) {
        self.words(&bracket.words, bracket.run_kind());
        if let BracketKind::Replace(instead) = &bracket.kind {
            self.push(" → ", Part::Sign(Change::Same));
            self.words(instead, RunKind::Add);
        }
    }

    /// Both texts in one: insertions and deletions.
    fn compared(&mut self, before: &'a Words, now: &'a Words) {
        for mark in marks(before, now) {
            match mark {
                Mark::Open(sign) if sign.whole => self.open(sign.bracket, sign.change),
                Mark::Open(sign) => self.push("[", Part::Sign(sign.change)),
                Mark::Arrow => self.push(" →", Part::Sign(Change::Same)),
                Mark::Close(sign) => self.close(&sign),
                Mark::Words(text, kind, change) => self.push(text, Part::Words(kind, change)),
            }
        }
    }
}

impl Canvas<'_> {
    fn bits(&self, bits: &[Bit], size: f32, scale: f32, slanted: bool) -> LayoutJob {
        let colours = self.colours();
        let stroke = |colour| Stroke::new((size * scale * 0.05).max(1.0), colour);
        let mut job = LayoutJob::default();
        for bit in bits {
            let plain = |share: f32| self.letters(size * share * scale);
            let mut format = TextFormat::simple(plain(1.0), colours.ink);
            format.italics = slanted;
            match bit.part {
                Part::Words(kind, _) => match kind {
                    RunKind::Plain => {}
                    RunKind::Add | RunKind::Alternative => {
                        format.underline = stroke(colours.accent);
                    }
                    RunKind::Delete => format.strikethrough = stroke(colours.danger),
                },
                Part::Sign(_) => {
                    format = TextFormat::simple(self.bold(size * scale), colours.accent);
                }
                Part::Number => {
                    format = TextFormat::simple(self.bold(size * ASIDE * scale), colours.on_accent);
                    format.background = colours.accent;
                    format.valign = Align::Center;
                }
                Part::Owners(_) => format = TextFormat::simple(plain(ASIDE), colours.muted),
            }
            match bit.part {
                Part::Words(_, Change::Inserted)
                | Part::Sign(Change::Inserted)
                | Part::Owners(Change::Inserted) => format.background = colours.accent_soft,
                Part::Words(_, Change::Deleted)
                | Part::Sign(Change::Deleted)
                | Part::Owners(Change::Deleted) => {
                    format.color = colours.muted;
                    format.strikethrough = stroke(colours.danger);
                    format.background = colours.hover;
                }
                Part::Words(_, Change::Same)
                | Part::Sign(Change::Same)
                | Part::Owners(Change::Same)
                | Part::Number => {}
            }
            job.append(&bit.text, 0.0, format);
        }
        job
    }

    /// Breaks bits into lines as `lines` does, on the virtual page.
    pub(super) fn broken(&self, bits: &[Bit], size: f32, width: f32) -> Vec<Line> {
        let mut job = self.bits(bits, size, 1.0, false);
        job.wrap.max_width = width * 0.97;
        let galley = self.layout(job);
        let (mut left, mut within) = (bits.iter(), None);
        let mut lines = Vec::new();
        for row in &galley.rows {
            let mut line = Line::new();
            let mut count = row.glyphs.len();
            while count > 0 {
                let Some((text, part)) =
                    within.take().or_else(|| left.next().map(|it| (it.text.as_str(), it.part)))
                else {
                    break;
                };
                let cut = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
                let (here, rest) = text.split_at(cut);
                count -= here.chars().count();
                if !rest.is_empty() {
                    within = Some((rest, part));
                }
                line.push(Bit { text: here.to_owned(), part });
            }
            lines.push(line);
        }
        lines
    }

    /// One line of bits, vertically centred in the rectangle.
    pub(super) fn bit_line(&self, rect: Rect, size: f32, line: &[Bit], slanted: bool) {
        let galley = self.layout(self.bits(line, size, self.scale(), slanted));
        let rect = self.rect(rect);
        let top = rect.center().y - galley.size().y * 0.5;
        self.galley(pos2(rect.left(), top), galley);
    }

    /// The chip with the number of an amendment, at the left of a rectangle.
    pub(super) fn number(&self, rect: Rect, size: f32, number: usize) {
        let bit = Bit { text: format!("{FIXED}{number}{FIXED}"), part: Part::Number };
        self.bit_line(rect, size, &[bit], false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::parse;

    fn read(text: &str) -> Words {
        parse(text, &|_| false).words
    }

    #[test]
    fn brackets_are_numbered_in_the_order_of_the_text_with_owners_or_without() {
        let words = read("States [alt 1 may] (RUS)[alt 2 [shall → should] (IND)] (NLD) [act]");
        let said = |names| spoken(&bits(None, &words, names));
        assert_eq!(said(true), "States 1 [may] RUS 2 [ 3 [shall → should] IND] NLD 4 [act]");
        assert_eq!(said(false), "States 1 [may] 2 [ 3 [shall → should]] 4 [act]");
    }

    #[test]
    fn a_change_within_an_alternative_keeps_those_who_ask_for_it() {
        let before = read("States [alt 1 should] (IND, NLD) act");
        let now = read("States [alt 1 [delete: should] (IRN)] (IND, NLD) act");
        let said = spoken(&bits(Some(&before), &now, true));
        assert_eq!(said, "States 1 [ 2 [should] IRN] IND, NLD act");
    }

    #[test]
    fn a_change_shows_what_came_and_what_went_and_numbers_what_is_there_now() {
        let (before, now) = (read("States [shall] (RUS) act"), read("States should [act] (NLD)"));
        let all = bits(Some(&before), &now, true);
        let of = |change| -> String {
            let has = |it: &&Bit| matches!(it.part, Part::Words(_, is) if is == change);
            all.iter().filter(has).map(|it| it.text.trim()).collect()
        };
        assert_eq!((of(Change::Deleted), of(Change::Inserted)), ("shall".into(), "should".into()));
        let numbers = all.iter().filter(|it| it.part == Part::Number).count();
        assert_eq!(numbers, 1, "{all:?}");
    }

    #[test]
    fn a_bracket_that_was_lifted_and_one_who_joined_are_seen_where_no_word_changed() {
        let before = read("States [shall] (RUS) meet [soon] (IND)");
        let now = read("States shall meet [soon] (IND, BRA)");
        let all = bits(Some(&before), &now, true);
        let of = |change| -> String {
            let is =
                |it: &&Bit| matches!(it.part, Part::Sign(is) | Part::Owners(is) if is == change);
            all.iter().filter(is).map(|it| it.text.replace(FIXED, " ")).collect()
        };
        assert_eq!((of(Change::Deleted), of(Change::Inserted)), ("[] RUS".into(), ", BRA".into()));
        assert_eq!(spoken(&bits(Some(&before), &now, false)), "States [shall] meet 1 [soon]");
    }
}
