//! The body of a text under negotiation, and the comments on it.

use std::fmt::Write;

use similar::{ChangeTag, DiffableStr, TextDiff};

use super::{DraftComment, DraftForm, DraftLine};
use crate::draft::{OwnedSpan, Piece, Tracked, Words, print_shared, spans};
use crate::exchange::{DRAFT_KINDS, DRAFT_NUMBER, DRAFT_STATUSES, plain, xml};
use crate::model::ParagraphStatus;
use crate::text::capital;

/// A body under construction.
#[derive(Default)]
pub(super) struct Body<'a> {
    /// The paragraphs.
    pub(super) words: String,
    /// The comments, each with its number.
    pub(super) comments: String,
    /// The name of a status; nothing for an open text.
    status: Option<&'a dyn Fn(ParagraphStatus) -> String>,
    changes: usize,
    commented: usize,
}

/// The author of the version that is compared with the one before.
#[derive(Clone, Copy)]
pub(super) struct By<'a> {
    pub(super) author: &'a str,
    /// As a word processor writes it, such as `2026-05-04T10:12:00Z`; may be empty.
    pub(super) date: &'a str,
}

/// Some of the words of a comparison.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) tag: ChangeTag,
    pub(super) text: String,
}

impl<'a> Body<'a> {
    pub(super) fn new(status: &'a dyn Fn(ParagraphStatus) -> String) -> Self {
        Self { status: Some(status), ..Self::default() }
    }

    /// Whether there are any comments.
    pub(super) fn has_comments(&self) -> bool {
        self.commented > 0
    }

    /// A paragraph with its brackets in this form.
    pub(super) fn line(&mut self, line: &DraftLine<'_>, form: DraftForm) {
        let written = match form {
            DraftForm::Tracked => spans(line.words),
            DraftForm::Brackets | DraftForm::Compared | DraftForm::Columns => {
                vec![OwnedSpan { text: print_shared(line.words), changes: Vec::new() }]
            }
            DraftForm::Clean => {
                let text = line.words.standing();
                // If nothing but punctuation is left outside the brackets, the whole paragraph is
                // still to come.
                let stands = text.contains(char::is_alphanumeric);
                if !stands && !line.words.brackets().is_empty() {
                    return;
                }
                vec![OwnedSpan { text, changes: Vec::new() }]
            }
        };
        // A paragraph inserted or deleted as a whole takes its number and its end mark with it.
        let first = written.first().and_then(|span| span.changes.first());
        let whole = first.filter(|first| {
            written.iter().all(|span| span.changes.first().is_some_and(|it| it == *first))
        });
        self.begin(line, whole);
        self.number(line.number, whole);
        for span in &written {
            self.run("", &span.text, &span.changes);
        }
        self.end(line);
    }

    /// How a paragraph differs from another version, as changes by the author of this one.
    pub(super) fn compared(
        &mut self,
        before: Option<&DraftLine<'_>>,
        after: Option<&DraftLine<'_>>,
        by: By<'_>,
    ) {
        let change = |struck| Tracked {
            struck,
            hand: Some(crate::draft::Hand {
                author: by.author.to_owned(),
                date: by.date.to_owned(),
            }),
            owners: Vec::new(),
            marking: None,
        };
        let (gone, new) = (change(true), change(false));
        let (before, after) = match (before, after) {
            (Some(before), Some(after)) => (before, after),
            (Some(only), None) | (None, Some(only)) => {
                let change = if after.is_some() { &new } else { &gone };
                self.begin(only, Some(change));
                self.number(only.number, Some(change));
                self.run("", &print_shared(only.words), std::slice::from_ref(change));
                self.end(only);
                return;
            }
            (None, None) => return,
        };
        self.begin(after, None);
        if before.number == after.number {
            self.number(after.number, None);
        } else {
            self.number(before.number, Some(&gone));
            self.number(after.number, Some(&new));
        }
        for part in parts(before.words, after.words) {
            let changes = match part.tag {
                ChangeTag::Equal => &[][..],
                ChangeTag::Delete => std::slice::from_ref(&gone),
                ChangeTag::Insert => std::slice::from_ref(&new),
            };
            self.run("", &part.text, changes);
        }
        self.end(after);
    }

    /// Versions side by side, in a table of this width in twentieths of a point.
    pub(super) fn table(
        &mut self,
        versions: &[&str],
        rows: &[Vec<Option<DraftLine<'_>>>],
        width: u32,
    ) {
        let count = u32::try_from(versions.len().max(1)).unwrap_or(1);
        let each = width / count;
        let _ = write!(
            self.words,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Lined\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0620\" w:firstRow=\"1\" \
             w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" \
             w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>\
             <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
            format!("<w:gridCol w:w=\"{each}\"/>").repeat(versions.len())
        );
        let open = format!("<w:tc><w:tcPr><w:tcW w:w=\"{each}\" w:type=\"dxa\"/></w:tcPr>");
        for version in versions {
            let _ = write!(self.words, "{open}<w:p><w:pPr><w:pStyle w:val=\"TableHead\"/></w:pPr>");
            self.run("", version, &[]);
            self.words += "</w:p></w:tc>";
        }
        self.words += "</w:tr>";
        for row in rows {
            self.words += "<w:tr><w:trPr/>";
            let mut before = None;
            for at in 0..versions.len() {
                self.words += &open;
                match row.get(at).and_then(Option::as_ref) {
                    Some(line) => {
                        self.cell(line, before);
                        before = Some(line);
                    }
                    None => {
                        self.words += "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p>";
                    }
                }
                self.words += "</w:tc>";
            }
            self.words += "</w:tr>";
        }
        self.words += "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"After\"/></w:pPr></w:p>";
    }

    /// The words of a cell next to that of an earlier version: what is new is bold.
    fn cell(&mut self, line: &DraftLine<'_>, before: Option<&DraftLine<'_>>) {
        let _ = write!(self.words, "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr>");
        self.number(line.number, None);
        match before {
            Some(before) => {
                let all = parts(before.words, line.words);
                for part in all.iter().filter(|part| part.tag != ChangeTag::Delete) {
                    let bold = if part.tag == ChangeTag::Insert { "<w:b/>" } else { "" };
                    self.run(bold, &part.text, &[]);
                }
            }
            None => self.run("", &print_shared(line.words), &[]),
        }
        self.end(line);
    }

    fn begin(&mut self, line: &DraftLine<'_>, whole: Option<&Tracked>) {
        let style = DRAFT_KINDS.iter().find(|(_, kind)| *kind == line.kind);
        let style = style.map_or_else(String::new, |(name, _)| style_id(name));
        let end = whole.map(|change| {
            let (open, _) = self.change(change);
            format!("<w:rPr>{}/></w:rPr>", open.trim_end_matches('>'))
        });
        let _ = write!(
            self.words,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{}</w:pPr>",
            end.unwrap_or_default()
        );
        for at in 0..line.comments.len() {
            let id = self.commented + at;
            let _ = write!(self.words, "<w:commentRangeStart w:id=\"{id}\"/>");
        }
    }

    fn number(&mut self, number: &str, change: Option<&Tracked>) {
        if !number.is_empty() {
            let style = format!("<w:rStyle w:val=\"{}\"/>", style_id(DRAFT_NUMBER));
            let changes = change.map(std::slice::from_ref).unwrap_or_default();
            self.run(&style, &format!("{number}\t"), changes);
        }
    }

    /// The status, the comments, and the end of a paragraph.
    fn end(&mut self, line: &DraftLine<'_>) {
        let status = DRAFT_STATUSES.iter().find(|(_, status)| *status == line.status);
        if let (Some((name, status)), Some(words)) = (status, self.status) {
            let style = format!("<w:rStyle w:val=\"{}\"/>", style_id(name));
            self.run(&style, &format!(" [{}]", words(*status)), &[]);
        }
        for comment in line.comments {
            let id = self.commented;
            self.commented += 1;
            let _ = write!(
                self.words,
                "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
            );
            said(&mut self.comments, id, comment);
        }
        self.words += "</w:p>";
    }

    /// Words under these changes, the outermost first.
    fn run(&mut self, properties: &str, text: &str, changes: &[Tracked]) {
        if text.is_empty() {
            return;
        }
        let mut closing = Vec::new();
        for change in changes {
            let (open, close) = self.change(change);
            self.words += &open;
            closing.push(close);
        }
        let name = if changes.iter().any(|it| it.struck) { "w:delText" } else { "w:t" };
        let properties = match properties {
            "" => String::new(),
            properties => format!("<w:rPr>{properties}</w:rPr>"),
        };
        let (text, tab) = match text.strip_suffix('\t') {
            Some(text) => (text, "<w:tab/>"),
            None => (text, ""),
        };
        let _ = write!(
            self.words,
            "<w:r>{properties}<{name} xml:space=\"preserve\">{}</{name}>{tab}</w:r>",
            xml(&plain(text))
        );
        for close in closing.iter().rev() {
            self.words += close;
        }
    }

    /// The markup around what was changed.
    fn change(&mut self, change: &Tracked) -> (String, &'static str) {
        self.changes += 1;
        let (name, close) = if change.struck { ("del", "</w:del>") } else { ("ins", "</w:ins>") };
        let open = format!(
            "<w:{name} w:id=\"{}\" w:author=\"{}\"{}>",
            // Separate from the numbers of comments, because some programs count them together.
            self.changes + 100_000,
            xml(&plain(&change.author())),
            dated(change.date())
        );
        (open, close)
    }
}

fn dated(date: &str) -> String {
    if date.is_empty() { String::new() } else { format!(" w:date=\"{}\"", xml(&plain(date))) }
}

/// A comment with its number.
fn said(comments: &mut String, id: usize, comment: &DraftComment<'_>) {
    let first = |word: &str| word.chars().next();
    let initials: String = comment.author.split_whitespace().filter_map(first).take(3).collect();
    let _ = write!(
        comments,
        "<w:comment w:id=\"{id}\" w:author=\"{}\"{} w:initials=\"{}\">",
        xml(&plain(comment.author)),
        dated(comment.date),
        xml(&plain(&initials))
    );
    for line in comment.text.split('\n') {
        let _ = write!(
            comments,
            "<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            xml(&plain(line))
        );
    }
    comments.push_str("</w:comment>");
}

/// The id of a style by its name, made as Word makes it: the name without spaces.
pub(super) fn style_id(name: &str) -> String {
    name.split(' ').map(capital).collect()
}

/// The words of two versions, with those common to both once. A space or punctuation mark between
/// two changes is changed along with them. A bracket that changed is whole in both: deleting half a
/// bracket would leave one nobody can read.
pub(super) fn parts(before: &Words, after: &Words) -> Vec<Part> {
    let (before, after) = (pieces(before), pieces(after));
    let (before, after) = (tokens(&before), tokens(&after));
    let diff = TextDiff::from_slices(&before, &after);
    let mut parts: Vec<Part> = Vec::new();
    let (mut gone, mut new) = (String::new(), String::new());
    let all: Vec<_> = diff.iter_all_changes().map(|it| (it.tag(), it.value())).collect();
    for (at, (tag, value)) in all.iter().enumerate() {
        let goes_on = all.get(at + 1).is_some_and(|next| next.0 != ChangeTag::Equal);
        let between = *tag == ChangeTag::Equal
            && goes_on
            && !(gone.is_empty() && new.is_empty())
            && value.chars().all(|c| !c.is_alphanumeric())
            && value.chars().count() <= 2;
        match tag {
            ChangeTag::Delete => gone.push_str(value),
            ChangeTag::Insert => new.push_str(value),
            ChangeTag::Equal if between => {
                gone.push_str(value);
                new.push_str(value);
            }
            ChangeTag::Equal => {
                flush(&mut parts, &mut gone, &mut new);
                match parts.last_mut() {
                    Some(Part { tag: ChangeTag::Equal, text }) => text.push_str(value),
                    _ => parts.push(Part { tag: *tag, text: (*value).to_owned() }),
                }
            }
        }
    }
    flush(&mut parts, &mut gone, &mut new);
    parts
}

/// The words piece by piece, as written.
fn pieces(words: &Words) -> Vec<(bool, String)> {
    let written = |it: &Piece| {
        let only = Words { pieces: vec![it.clone()] };
        (matches!(it, Piece::Bracket(_)), print_shared(&only))
    };
    words.pieces.iter().map(written).collect()
}

/// The units of comparison: words, and whole brackets with those who ask for them.
fn tokens(pieces: &[(bool, String)]) -> Vec<&str> {
    let each = pieces.iter().flat_map(|(whole, text)| match whole {
        true => vec![text.as_str()],
        false => text.tokenize_unicode_words(),
    });
    each.collect()
}

fn flush(parts: &mut Vec<Part>, gone: &mut String, new: &mut String) {
    for (tag, text) in [(ChangeTag::Delete, gone), (ChangeTag::Insert, new)] {
        let text = std::mem::take(text);
        if !text.is_empty() {
            parts.push(Part { tag, text });
        }
    }
}
