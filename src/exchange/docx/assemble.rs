//! Turns the paragraphs of a document into those of a text.

use std::rc::Rc;

use super::numbering::Numbering;
use super::raw::{Group, Raw};
use super::remark::{DocxRemarkKind as Kind, Remarks};
use super::styles::Styles;
use super::{
    DRAFT_AROUND, DRAFT_KINDS, DRAFT_NUMBER, DRAFT_STATUSES, DocxComment, DocxNames, DocxParagraph,
    DocxText, authors,
};
use crate::draft::{
    DraftParagraph, MOST_PARAGRAPHS, RemarkKind, Span, Tracked, Words, paragraph, parse_spans,
};
use crate::model::ParagraphKind;

/// The words of a paragraph sign by sign, each with its changes.
#[derive(Default)]
struct Line {
    signs: Vec<(char, usize)>,
    changes: Vec<Rc<[Tracked]>>,
}

pub(super) struct Assembly<'a> {
    names: &'a DocxNames<'a>,
    styles: Styles,
    numbering: Numbering,
    remarks: Remarks,
    comments: Vec<Group>,
    // Footnotes and endnotes.
    notes: [Vec<Group>; 2],
    text: DocxText,
    part: ParagraphKind,
}

/// Words, each with the changes that apply to them.
type Parts = Vec<(String, Rc<[Tracked]>)>;

impl<'a> Assembly<'a> {
    pub(super) fn new(
        names: &'a DocxNames<'a>,
        styles: Styles,
        numbering: Numbering,
        remarks: Remarks,
        comments: Vec<Group>,
        notes: [Vec<Group>; 2],
    ) -> Self {
        let (text, part) = (DocxText::default(), ParagraphKind::Preamble);
        Self { names, styles, numbering, remarks, comments, notes, text, part }
    }

    /// The text made of these paragraphs.
    pub(super) fn text(mut self, raws: &[Raw]) -> DocxText {
        // A changed end of paragraph that goes with a whole changed paragraph belongs to that
        // paragraph.
        let filled: Vec<&Raw> = raws.iter().filter(|raw| raw.has_words()).collect();
        let alone: Vec<Option<bool>> = filled
            .iter()
            .enumerate()
            .map(|(place, raw)| {
                let whole = |struck| {
                    [Some(raw), filled.get(place + 1)]
                        .iter()
                        .flatten()
                        .any(|it| it.is_wholly(struck))
                };
                raw.end.filter(|struck| !whole(*struck) && place + 1 < filled.len())
            })
            .collect();
        let mut alone = alone.into_iter();
        for raw in raws {
            let end = if raw.has_words() { alone.next().flatten() } else { None };
            self.paragraph(raw, end);
        }
        let loose: Vec<Group> = std::mem::take(&mut self.comments);
        if let Some(last) = self.text.paragraphs.last_mut() {
            for comment in loose.iter().filter(|it| !it.id.is_empty()) {
                self.remarks.add(Kind::LooseComments, 0);
                last.comments.push(said(comment, ""));
            }
        }
        self.text.authors = authors::suggest(&mut self.text.paragraphs, self.names.party_of);
        self.text.remarks = self.remarks.all();
        self.text
    }

    fn paragraph(&mut self, raw: &Raw, end: Option<bool>) {
        // The title that this program puts above a text is not one of its paragraphs.
        if DRAFT_AROUND.contains(&self.styles.name(&raw.style)) {
            return;
        }
        let before = self.text.paragraphs.len();
        if before >= MOST_PARAGRAPHS {
            self.text.left_out += usize::from(raw.has_words());
            return;
        }
        let draft = self.draft(raw);
        let comments = self.comments(raw);
        let notes = self.notes(raw);
        let blank = draft.number.is_empty() && draft.words.is_empty() && notes.is_empty();
        let last = self.text.paragraphs.last_mut();
        match last {
            // A line with only a status, or a comment on no words.
            Some(last) if blank => {
                last.draft.status = last.draft.status.max(draft.status);
                last.comments.extend(comments);
            }
            _ if blank && comments.is_empty() => {}
            _ => self.text.paragraphs.push(DocxParagraph { draft, comments, notes }),
        }
        // A blank paragraph's remarks go to the one that follows.
        let place = before + 1;
        for kind in &raw.remarks {
            self.remarks.add(*kind, place);
        }
        match end {
            Some(true) => self.remarks.add(Kind::BreakDeleted, place),
            Some(false) => self.remarks.add(Kind::BreakInserted, place),
            None => {}
        }
    }

    fn draft(&mut self, raw: &Raw) -> DraftParagraph {
        let place = self.text.paragraphs.len() + 1;
        let own = DRAFT_KINDS.iter().find(|(name, _)| *name == self.styles.name(&raw.style));
        let (mut line, mut numbers) = (Line::default(), [const { None::<String> }; 2]);
        let mut own_status = None;
        for run in &raw.runs {
            let style = self.styles.name(&run.style);
            let struck = run.changes.iter().any(|it| it.struck);
            if style == DRAFT_NUMBER {
                numbers[usize::from(struck)].get_or_insert_default().push_str(&run.text);
            } else if let Some((_, status)) = DRAFT_STATUSES.iter().find(|(name, _)| *name == style)
            {
                own_status = own_status.or((!struck).then_some(*status));
            } else {
                line.push(&run.text, &run.changes);
            }
        }
        // The number in force; for a deleted paragraph, the deleted one.
        let [standing, struck] = numbers;
        let (own_number, mut number) = match standing.or(struck) {
            Some(number) => (true, number),
            None => (false, String::new()),
        };
        number = number.trim().to_owned();
        if !own_number && let Some(found) = self.list_number(raw) {
            if !found.known {
                self.remarks.add(Kind::Numbers, place);
            }
            number = found.text;
        }
        let (number, spans) = match own {
            Some(_) => (number, line.spans(0, line.signs.len())),
            None => {
                let (read, spans) = self.guessed(&line, &number, place);
                return self.finish(raw, read, &spans, place);
            }
        };
        let draft = DraftParagraph {
            number,
            kind: own.map(|it| it.1).unwrap_or_default(),
            status: own_status.unwrap_or_default(),
            ..DraftParagraph::default()
        };
        self.finish(raw, draft, &spans, place)
    }

    /// Reads the words of a paragraph whose number, kind and status are known.
    fn finish(
        &mut self,
        raw: &Raw,
        mut draft: DraftParagraph,
        spans: &[(String, Rc<[Tracked]>)],
        place: usize,
    ) -> DraftParagraph {
        let spans: Vec<_> = spans.iter().map(|(text, changes)| Span { text, changes }).collect();
        let parsed = parse_spans(&spans, self.names.known);
        draft.typed = spans.iter().map(|span| span.text).collect();
        self.remark_brackets(&parsed.remarks, &draft.typed, place);
        (draft.words, draft.remarks) = (parsed.words, parsed.remarks);
        let titled =
            raw.outline.is_some_and(|level| level < 9) || self.styles.is_heading(&raw.style);
        let own = DRAFT_KINDS.iter().any(|(name, _)| *name == self.styles.name(&raw.style));
        if titled && !own {
            draft.kind = ParagraphKind::Heading;
        }
        match draft.kind {
            ParagraphKind::Preamble | ParagraphKind::Operative => self.part = draft.kind,
            // The paragraph that opens a list is in the operative part, unless its number says
            // otherwise.
            ParagraphKind::Chapeau if !draft.number.starts_with("PP") => {
                self.part = ParagraphKind::Operative;
            }
            ParagraphKind::Heading | ParagraphKind::Chapeau | ParagraphKind::Note => {}
        }
        draft
    }

    fn remark_brackets(&mut self, remarks: &[crate::draft::Remark], typed: &str, place: usize) {
        for remark in remarks {
            let kind = match remark.kind {
                RemarkKind::NeverClosed | RemarkKind::NeverOpened => Kind::Unbalanced,
                RemarkKind::TooDeep => Kind::TooDeep,
                RemarkKind::Lifted => Kind::Lifted,
                RemarkKind::StruckAlone => Kind::StruckAlone,
                RemarkKind::OwnersStruck => Kind::OwnersStruck,
            };
            self.remarks.add(kind, place);
        }
        if typed.contains(['⟦', '⟧', '［', '］']) {
            self.remarks.add(Kind::DoubleBrackets, place);
        }
    }

    fn list_number(&mut self, raw: &Raw) -> Option<super::numbering::Number> {
        let styled = self.styles.list(&raw.style);
        let (list, level) = match (raw.list, styled) {
            // The paragraph itself sets only the level.
            (Some((u32::MAX, level)), Some((list, _))) => (list, level),
            (Some(own), _) => own,
            (None, styled) => styled?,
        };
        // 0 takes a paragraph out of the list of its style.
        if list == 0 || !raw.has_words() {
            return None;
        }
        self.numbering.next(list, level)
    }

    /// The number, kind and status of a paragraph, by its words, and the words without them.
    fn guessed(&mut self, line: &Line, number: &str, place: usize) -> (DraftParagraph, Parts) {
        let (view, map) = line.view();
        let typed = if number.is_empty() { view.clone() } else { format!("{number} {view}") };
        let mut read = paragraph(&typed, self.part, self.names.known);
        let bare = |it: &str| it.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        if !number.is_empty() && bare(&read.number) != bare(number) {
            // A number of unknown form.
            read = paragraph(&view, self.part, self.names.known);
            number.trim_end_matches(['.', ':']).clone_into(&mut read.number);
        }
        let (view, rest): (Vec<char>, Vec<char>) =
            (view.chars().collect(), read.typed.chars().collect());
        let find = |rest: &[char]| {
            (0..=view.len().saturating_sub(rest.len()))
                .find(|at| view.get(*at..*at + rest.len()) == Some(rest))
        };
        // A number inside the bracket around everything was taken out of it.
        let (bracket, from, length) = match (find(&rest), rest.split_first()) {
            (Some(from), _) => (None, from, rest.len()),
            (None, Some((_, inside))) => match find(inside) {
                Some(from) => (map.first().copied(), from, inside.len()),
                None => (None, 0, view.len()),
            },
            (None, None) => (None, 0, view.len()),
        };
        let all = line.signs.len();
        let place_of = |at: usize| map.get(at).copied().unwrap_or(all);
        let start = if from == 0 { 0 } else { place_of(from) };
        let stop = if from + length >= view.len() { all } else { place_of(from + length) };
        let stop = if length == 0 { start } else { stop };
        let mut spans = Vec::new();
        if let Some(bracket) = bracket {
            spans.extend(line.spans(bracket, bracket + 1));
        }
        // Struck words at the start: an old number, or words of the paragraph.
        let old = line.struck(0, start);
        let old_text: String = old.iter().map(|(text, _)| text.as_str()).collect();
        if !old_text.trim().is_empty() {
            let as_number =
                paragraph(&format!("{} x", old_text.trim()), self.part, self.names.known);
            if as_number.typed == "x" && !as_number.number.is_empty() {
                self.remarks.add(Kind::NumberChanged, place);
            } else {
                spans.extend(old);
            }
        }
        spans.extend(line.spans(start, stop));
        spans.extend(line.struck(stop, all));
        (read, spans)
    }

    fn comments(&mut self, raw: &Raw) -> Vec<DocxComment> {
        let mut found = Vec::new();
        for (id, on) in &raw.comments {
            let place = self.comments.iter().position(|it| it.id == *id);
            if let Some(place) = place {
                // A comment on all its words is one on the paragraph as a whole.
                let on = if on.trim() == raw.text().trim() { "" } else { on };
                found.push(said(&self.comments.swap_remove(place), on));
            }
        }
        found
    }

    fn notes(&mut self, raw: &Raw) -> Vec<Words> {
        let place = self.text.paragraphs.len() + 1;
        let mut notes = Vec::new();
        for note in &raw.notes {
            let of = &self.notes[usize::from(note.at_the_end)];
            let Some(group) = of.iter().find(|it| it.id == note.id) else { continue };
            let mut line = Line::default();
            for paragraph in &group.paragraphs {
                line.push(" ", &note.changes);
                for run in &paragraph.runs {
                    let changes: Vec<_> =
                        note.changes.iter().chain(&*run.changes).cloned().collect();
                    line.push(&run.text, &changes.into());
                }
                for kind in &paragraph.remarks {
                    self.remarks.add(*kind, place);
                }
            }
            let owned = line.spans(0, line.signs.len());
            let spans: Vec<_> =
                owned.iter().map(|(text, changes)| Span { text, changes }).collect();
            let parsed = parse_spans(&spans, self.names.known);
            if !parsed.words.is_empty() {
                notes.push(parsed.words);
            }
        }
        notes
    }
}

fn said(comment: &Group, on: &str) -> DocxComment {
    let lines = comment.paragraphs.iter().map(Raw::text).collect::<Vec<_>>();
    DocxComment {
        author: comment.author.clone(),
        date: comment.date.clone(),
        text: lines.join("\n").trim().to_owned(),
        on: on.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

impl Line {
    fn push(&mut self, text: &str, changes: &Rc<[Tracked]>) {
        let of = match self.changes.iter().position(|it| it == changes) {
            Some(of) => of,
            None => {
                self.changes.push(Rc::clone(changes));
                self.changes.len() - 1
            }
        };
        for c in text.chars().filter(|c| *c != '\u{ad}') {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c != ' ' || self.signs.last() != Some(&(' ', of)) {
                self.signs.push((c, of));
            }
        }
    }

    fn is_struck(&self, of: usize) -> bool {
        self.changes.get(of).is_some_and(|it| it.iter().any(|it| it.struck))
    }

    /// The words without those struck out, with single spaces, and the place of each sign; all of
    /// them if nothing is left.
    fn view(&self) -> (String, Vec<usize>) {
        let whole = self.signs.iter().all(|(c, of)| *c == ' ' || self.is_struck(*of));
        let (mut text, mut map) = (String::new(), Vec::new());
        for (at, (c, of)) in self.signs.iter().enumerate() {
            let open = text.is_empty() || text.ends_with(' ');
            if (whole || !self.is_struck(*of)) && !(*c == ' ' && open) {
                text.push(*c);
                map.push(at);
            }
        }
        if text.ends_with(' ') {
            text.pop();
            map.pop();
        }
        (text, map)
    }

    /// The words from one place to another, by their changes.
    fn spans(&self, from: usize, to: usize) -> Vec<(String, Rc<[Tracked]>)> {
        let mut spans: Vec<(String, usize)> = Vec::new();
        for (c, of) in self.signs.get(from..to).unwrap_or_default() {
            match spans.last_mut() {
                Some((text, last)) if last == of => text.push(*c),
                _ => spans.push((c.to_string(), *of)),
            }
        }
        let changes = |of: usize| self.changes.get(of).cloned().unwrap_or_default();
        spans.into_iter().map(|(text, of)| (text, changes(of))).collect()
    }

    /// The struck words from one place to another.
    fn struck(&self, from: usize, to: usize) -> Vec<(String, Rc<[Tracked]>)> {
        let mut spans = self.spans(from, to);
        // If nothing but struck words is left, they count as the text itself.
        let whole = self.signs.iter().all(|(c, of)| *c == ' ' || self.is_struck(*of));
        spans.retain(|(_, changes)| !whole && changes.iter().any(|it| it.struck));
        spans
    }
}
