//! Texts under negotiation as Word documents: with real changes and comments, with brackets, clean,
//! compared with another version, and with versions side by side.

mod body;
mod lines;
mod styles;

pub use lines::{DraftComment, DraftForm, DraftLine};

use chrono::NaiveDate;

use self::body::{Body, By};
use super::{Frame, paragraph, parts};
use crate::draft::BracketKind;
use crate::exchange::{ArchiveOut, DRAFT_AROUND};
use crate::text::{Text, msg};

/// The most paragraphs that are named: more would push the text off its first page.
const MOST_NAMED: usize = 12;

/// Everything in a document apart from its text.
#[derive(Clone, Copy, Debug)]
pub struct DraftPage<'a> {
    /// The language of titles and labels.
    pub text: Text,
    /// The day it shows in its properties.
    pub day: NaiveDate,
    /// Its title.
    pub title: &'a str,
    /// Its subtitle: the name and the day of the version.
    pub about: &'a str,
    /// The marking, on every page.
    pub marking: &'a str,
}

/// Writes a version of a text.
pub fn write_draft(page: &DraftPage<'_>, lines: &[DraftLine<'_>], form: DraftForm) -> Vec<u8> {
    let status = |status| page.text.label(status).to_owned();
    let mut body = Body::new(&status);
    for line in lines {
        body.line(line, form);
    }
    let note = (form == DraftForm::Clean).then(|| chosen(page.text, lines)).flatten();
    document(page, &body, (false, note.as_deref().unwrap_or_default()))
}

/// The paragraphs in which an alternative was taken only because it comes first.
fn chosen(text: Text, lines: &[DraftLine<'_>]) -> Option<String> {
    let is = |it: &&DraftLine<'_>| {
        let brackets = it.words.brackets();
        brackets.iter().any(|it| matches!(it.kind, BracketKind::Alternative(_)))
    };
    let found: Vec<_> = lines.iter().filter(is).map(|it| it.number).collect();
    let mut named: Vec<_> = found.iter().copied().filter(|it| !it.is_empty()).collect();
    if named.len() > MOST_NAMED {
        named.truncate(MOST_NAMED);
        named.push("…");
    }
    let values = [("count", named.len().into()), ("which", named.join(", ").into())];
    (!found.is_empty()).then(|| text.with(msg!("draft-alternatives"), &values))
}

/// Writes how each paragraph differs from the version before, as changes by `author` at `date`
/// (such as `2026-05-04T10:12:00Z`; may be empty). `pairs` has each paragraph before and after.
pub fn write_comparison(
    page: &DraftPage<'_>,
    pairs: &[(Option<DraftLine<'_>>, Option<DraftLine<'_>>)],
    author: &str,
    date: &str,
) -> Vec<u8> {
    let status = |status| page.text.label(status).to_owned();
    let mut body = Body::new(&status);
    for (before, after) in pairs {
        body.compared(before.as_ref(), after.as_ref(), By { author, date });
    }
    document(page, &body, (false, ""))
}

/// Writes versions side by side, the oldest on the left: the names of the versions, and a row for
/// each paragraph. What is new in comparison with the version on its left is bold.
pub fn write_columns(
    page: &DraftPage<'_>,
    versions: &[&str],
    rows: &[Vec<Option<DraftLine<'_>>>],
) -> Vec<u8> {
    let status = |status| page.text.label(status).to_owned();
    let mut body = Body::new(&status);
    let across = versions.len() > 2;
    let side = if across { parts::LONG_SIDE } else { parts::SHORT_SIDE };
    body.table(versions, rows, side - 2 * parts::MARGIN);
    document(page, &body, (across, ""))
}

/// The document, with notes on the text as a whole.
fn document(page: &DraftPage<'_>, body: &Body<'_>, (across, note): (bool, &str)) -> Vec<u8> {
    let frame = Frame {
        marking: page.marking.to_owned(),
        title: page.title.to_owned(),
        across,
        text: page.text,
        day: page.day,
        name: page.about.to_owned(),
        author: String::new(),
        styles: styles::styles(),
        comments: body.has_comments().then(|| body.comments.clone()),
    };
    let mut archive = ArchiveOut::default();
    // Writing to memory does not fail.
    let _ = parts::frame(&mut archive, &frame, &[]);
    let _ = archive.add("word/document.xml", |part| {
        use std::fmt::Write as _;
        part.write_str(parts::DOCUMENT)?;
        let [title, about] = DRAFT_AROUND;
        for (style, words) in [(title, page.title), (about, page.about), (about, note)] {
            if !words.is_empty() {
                part.write_str(&paragraph(&body::style_id(style), words))?;
            }
        }
        part.write_str(&body.words)?;
        parts::section(part, across)
    });
    archive.finish()
}

#[cfg(test)]
fn page() -> DraftPage<'static> {
    DraftPage {
        text: Text::default(),
        day: NaiveDate::MIN,
        title: "Draft decision",
        about: "rev.2",
        marking: "TLP:AMBER",
    }
}

#[cfg(test)]
mod tests;
