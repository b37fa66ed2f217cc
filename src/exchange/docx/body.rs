//! The body of a document, read one XML mark at a time.

mod properties;

use std::rc::Rc;

use super::raw::{Group, Raw, RawNote, RawRun};
use super::remark::DocxRemarkKind as Kind;
use crate::draft::Tracked;
use crate::exchange::table::SheetError;
use crate::exchange::workbook::xml::{Element, Mark, Stop};

/// The most that the words of a document may hold, in bytes.
const MOST_TEXT: usize = 8 << 20;

/// The most paragraphs, blank ones included.
const MOST_PARAGRAPHS: usize = 100_000;

/// How deep changes may be nested; Word itself keeps two levels.
const MOST_CHANGES: usize = 4;

/// An element that the reader is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum In {
    Paragraph,
    Run,
    Text,
    Changed,
    ParagraphProperties,
    EndProperties,
    RunProperties,
    ListProperties,
    Row,
    RowProperties,
    Cell,
    Alternatives(bool),
    Group,
    Skipped,
    Other,
}

/// A paragraph that has not ended yet.
#[derive(Default)]
struct Open {
    raw: Raw,
    runs: Vec<Run>,
    /// The comments whose words are being collected, with where they begin.
    commented: Vec<(usize, usize)>,
    length: usize,
    // Paragraphs of text boxes, which follow it.
    after: Vec<Raw>,
}

/// The formatting of a run.
#[derive(Default)]
struct Run {
    style: String,
    crossed_out: bool,
    hidden: bool,
}

/// Reads a part with paragraphs.
#[derive(Default)]
pub(super) struct Body {
    root: Vec<u8>,
    prefix: Vec<u8>,
    stack: Vec<In>,
    skipped: usize,
    open: Vec<Open>,
    changes: Vec<Tracked>,
    shared: Option<Rc<[Tracked]>>,
    // How many changes each open row of a table is under.
    rows: Vec<usize>,
    // Whether each open field has reached its result.
    fields: Vec<bool>,
    text: String,
    preserved: bool,
    pending: Vec<Kind>,
    groups: Vec<Group>,
    paragraphs: Vec<Raw>,
    size: usize,
}

impl Body {
    /// The name of the root element; empty if there is none.
    pub(super) fn root(&self) -> &[u8] {
        &self.root
    }

    /// The paragraphs outside all comments and notes.
    pub(super) fn paragraphs(self) -> Vec<Raw> {
        self.paragraphs
    }

    /// The comments or notes.
    pub(super) fn groups(self) -> Vec<Group> {
        self.groups
    }

    /// Takes a mark.
    ///
    /// # Errors
    /// [`Stop`] if there is more than a text holds.
    pub(super) fn mark(&mut self, mark: &Mark<'_>) -> Result<(), Stop> {
        match mark {
            Mark::Start(element) => {
                let inside = if self.skipped > 0 { In::Skipped } else { self.start(element)? };
                self.skipped += usize::from(inside == In::Skipped);
                self.stack.push(inside);
            }
            Mark::Text(more) => {
                if self.stack.last() == Some(&In::Text) {
                    self.text.push_str(more);
                    if self.text.len() > MOST_TEXT {
                        return Err(SheetError::TooLarge.into());
                    }
                }
            }
            Mark::End(_) => {
                if let Some(inside) = self.stack.pop() {
                    self.end(inside)?;
                }
            }
        }
        Ok(())
    }

    fn start(&mut self, element: &Element<'_>) -> Result<In, Stop> {
        let name = element.name();
        if self.root.is_empty() {
            (self.root, self.prefix) = (name.to_vec(), element.prefix().to_vec());
            return Ok(In::Other);
        }
        if element.prefix() != self.prefix {
            return Ok(self.foreign(element));
        }
        let parent = self.stack.last().copied().unwrap_or(In::Other);
        let value = || element.get("val").unwrap_or_default().into_owned();
        Ok(match (name, parent) {
            (b"p", _) => {
                self.open.push(Open::default());
                let pending = std::mem::take(&mut self.pending);
                if let Some(open) = self.open.last_mut() {
                    open.raw.remarks = pending;
                }
                In::Paragraph
            }
            (b"pPr", In::Paragraph) => In::ParagraphProperties,
            (b"rPr", In::ParagraphProperties) => In::EndProperties,
            (b"rPr", In::Run) => In::RunProperties,
            (b"numPr", In::ParagraphProperties) => In::ListProperties,
            (b"pStyle" | b"outlineLvl" | b"bidi", In::ParagraphProperties)
            | (b"numId" | b"ilvl", In::ListProperties) => {
                self.paragraph_property(name, element);
                In::Other
            }
            (_, In::RunProperties) if !name.ends_with(b"Change") => {
                self.run_property(name, &value());
                In::Other
            }
            (b"ins" | b"del" | b"moveFrom" | b"moveTo", parent) => {
                self.change(name, parent, element)
            }
            (b"r", _) => {
                if let Some(open) = self.open.last_mut() {
                    open.runs.push(Run::default());
                }
                In::Run
            }
            (b"t" | b"delText", In::Run) => {
                self.text.clear();
                self.preserved = element.named("xml:space").as_deref() == Some("preserve");
                In::Text
            }
            (b"tab" | b"br" | b"cr" | b"ptab", In::Run) => {
                self.words(" ")?;
                In::Other
            }
            (b"noBreakHyphen", In::Run) => {
                self.words("\u{2011}")?;
                In::Other
            }
            (b"sym", In::Run) => {
                self.remark(Kind::Symbols);
                self.words("\u{fffd}")?;
                In::Other
            }
            (b"fldChar", In::Run) => {
                match element.get("fldCharType").as_deref() {
                    Some("begin") => {
                        self.remark(Kind::Fields);
                        self.fields.push(false);
                    }
                    Some("separate") => {
                        if let Some(field) = self.fields.last_mut() {
                            *field = true;
                        }
                    }
                    _ => drop(self.fields.pop()),
                }
                In::Other
            }
            (b"fldSimple", _) => {
                self.remark(Kind::Fields);
                In::Other
            }
            (b"hyperlink", _) => {
                if element.get("id").is_some() {
                    self.remark(Kind::Links);
                }
                In::Other
            }
            (b"commentRangeStart" | b"commentRangeEnd" | b"commentReference", _) => {
                self.commented(name, &element.get("id").unwrap_or_default());
                In::Other
            }
            (b"footnoteReference" | b"endnoteReference", In::Run) => {
                let id = element.get("id").unwrap_or_default().into_owned();
                let changes = self.changes();
                if let Some(open) = self.open.last_mut() {
                    let at_the_end = name == b"endnoteReference";
                    open.raw.notes.push(RawNote { id, at_the_end, changes });
                }
                In::Other
            }
            (b"comment" | b"footnote" | b"endnote", _) => {
                // Word stores the lines between a text and its notes as notes, too.
                if element.get("type").is_some_and(|kind| kind != "normal") {
                    return Ok(In::Skipped);
                }
                let text = |name| element.get(name).unwrap_or_default().into_owned();
                self.groups.push(Group {
                    id: text("id"),
                    author: text("author"),
                    date: text("date"),
                    paragraphs: Vec::new(),
                });
                In::Group
            }
            (b"tbl", _) => {
                self.remark_ahead(Kind::Tables);
                In::Other
            }
            (b"tr", _) => {
                self.rows.push(0);
                In::Row
            }
            (b"trPr", In::Row) => In::RowProperties,
            (b"tcPr", _) => In::Cell,
            (b"cellIns" | b"cellDel" | b"cellMerge", In::Cell) => {
                self.remark_ahead(Kind::TableChanges);
                In::Other
            }
            (b"txbxContent", _) => {
                self.remark(Kind::TextBoxes);
                In::Other
            }
            (b"object", _) => {
                self.remark(Kind::Objects);
                In::Skipped
            }
            (b"altChunk" | b"subDoc", _) => {
                self.remark_ahead(Kind::Inserted);
                In::Other
            }
            (b"rPrChange" | b"pPrChange" | b"numberingChange", _) => {
                self.remark(Kind::FormatChanges);
                In::Skipped
            }
            (b"tblPrChange" | b"trPrChange" | b"tcPrChange" | b"sectPrChange", _)
            | (b"sdtPr" | b"sectPr" | b"rt" | b"instrText" | b"delInstrText" | b"tblPr", _) => {
                In::Skipped
            }
            _ => In::Other,
        })
    }

    /// An element that is not part of the word-processing vocabulary.
    fn foreign(&mut self, element: &Element<'_>) -> In {
        let parent = self.stack.last().copied();
        match element.name() {
            b"AlternateContent" => In::Alternatives(false),
            // The first one is what current programs show.
            b"Choice" => match self.stack.last_mut() {
                Some(In::Alternatives(seen)) if !*seen => {
                    *seen = true;
                    In::Other
                }
                _ => In::Skipped,
            },
            b"Fallback" if parent == Some(In::Alternatives(true)) => In::Skipped,
            b"blip" | b"imagedata" => {
                self.remark(Kind::Pictures);
                In::Other
            }
            b"chart" | b"relIds" => {
                self.remark(Kind::Objects);
                In::Other
            }
            b"oMath" => {
                self.remark(Kind::Formulas);
                In::Other
            }
            b"r" if element.is_in("m") => {
                if let Some(open) = self.open.last_mut() {
                    open.runs.push(Run::default());
                }
                In::Run
            }
            b"t" if element.is_in("m") => {
                self.text.clear();
                self.preserved = true;
                In::Text
            }
            _ => In::Other,
        }
    }

    fn end(&mut self, inside: In) -> Result<(), Stop> {
        match inside {
            In::Skipped => self.skipped = self.skipped.saturating_sub(1),
            In::Text => {
                let text = std::mem::take(&mut self.text);
                let words = if self.preserved { &*text } else { text.trim() };
                self.words(words)?;
                self.text = text;
            }
            In::Run => {
                if let Some(open) = self.open.last_mut() {
                    open.runs.pop();
                }
            }
            In::Changed => self.close_change(),
            In::Row => {
                for _ in 0..self.rows.pop().unwrap_or_default() {
                    self.close_change();
                }
            }
            In::Paragraph => self.end_of_paragraph()?,
            In::Group
            | In::ParagraphProperties
            | In::EndProperties
            | In::RunProperties
            | In::ListProperties
            | In::RowProperties
            | In::Cell
            | In::Alternatives(_)
            | In::Other => {}
        }
        Ok(())
    }

    fn end_of_paragraph(&mut self) -> Result<(), Stop> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        // The result of a field may have several paragraphs, its instruction may not.
        self.fields.iter_mut().for_each(|field| *field = true);
        let mut raw = open.raw;
        let text: Vec<char> = raw.text().chars().collect();
        for (comment, from) in open.commented {
            if let Some((_, on)) = raw.comments.get_mut(comment) {
                *on = text.get(from..).unwrap_or_default().iter().collect();
            }
        }
        let all = std::iter::once(raw).chain(open.after);
        let into = match (self.open.last_mut(), self.groups.last_mut()) {
            (Some(around), _) => &mut around.after,
            (None, Some(group)) if self.stack.contains(&In::Group) => &mut group.paragraphs,
            (None, _) => &mut self.paragraphs,
        };
        into.extend(all);
        if into.len() > MOST_PARAGRAPHS { Err(SheetError::TooLarge.into()) } else { Ok(()) }
    }

    /// Adds words to the open paragraph.
    fn words(&mut self, text: &str) -> Result<(), Stop> {
        if text.is_empty() || self.fields.contains(&false) {
            return Ok(());
        }
        self.size += text.len();
        if self.size > MOST_TEXT {
            return Err(SheetError::TooLarge.into());
        }
        let mut changes = self.changes();
        let struck = self.changes.iter().any(|it| it.struck);
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        let (style, crossed_out, hidden) = match open.runs.last() {
            Some(run) => (run.style.clone(), run.crossed_out, run.hidden),
            None => Default::default(),
        };
        if hidden {
            open.raw.remarks.push(Kind::Hidden);
            return Ok(());
        }
        if crossed_out && !struck {
            open.raw.remarks.push(Kind::CrossedOut);
            changes = changes.iter().cloned().chain([Tracked::by(true, "", "")]).collect();
        }
        open.length += text.chars().count();
        match open.raw.runs.last_mut() {
            Some(last) if last.style == style && last.changes == changes => {
                last.text.push_str(text);
            }
            _ => open.raw.runs.push(RawRun { text: text.to_owned(), style, changes }),
        }
        Ok(())
    }

    fn close_change(&mut self) {
        self.changes.pop();
        self.shared = None;
    }

    fn changes(&mut self) -> Rc<[Tracked]> {
        let changes = &self.changes;
        Rc::clone(self.shared.get_or_insert_with(|| changes.as_slice().into()))
    }

    fn remark(&mut self, kind: Kind) {
        match self.open.last_mut() {
            Some(open) => open.raw.remarks.push(kind),
            None => self.pending.push(kind),
        }
    }

    /// Records a remark about the next content.
    fn remark_ahead(&mut self, kind: Kind) {
        self.pending.push(kind);
    }
}
