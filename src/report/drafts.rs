//! The text of a proposal as a Word document, in the forms in which texts are negotiated.

use chrono::SecondsFormat;

use super::grounds::{Grounds, Records};
use super::{
    DraftComment, DraftForm, DraftLine, DraftPage, NoVersion, PageContext, write_columns,
    write_comparison, write_draft,
};
use crate::analysis::{in_version, paragraphs, version_called, versions, words_of};
use crate::draft::Words;
use crate::model::{Comment, Marking, Paragraph, Snapshot, Version};

/// The most versions side by side: more columns would be too narrow to read.
const COLUMNS: usize = 4;

/// Why there is no such document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoDraft {
    /// The proposal has no text with versions that may be seen.
    NoText,
    /// There is no such version that may be seen.
    NoVersion(NoVersion),
    /// No version comes before it.
    NothingBefore,
}

/// A version of the text as a Word document, with its marking: the present one unless another is
/// named. It is compared with `against`, or else with the version before it; the columns show these
/// two, or else the versions up to it.
///
/// # Errors
/// [`NoDraft`] if there is nothing to write, or nothing to compare it with.
pub fn draft_document(
    context: &PageContext<'_>,
    (version, against): (Option<&str>, Option<&str>),
    form: DraftForm,
) -> Result<(Vec<u8>, Marking), NoDraft> {
    let PageContext { snapshot, text, .. } = *context;
    let (_, proposal) = context.on_one().ok_or(NoDraft::NoText)?;
    let all = versions(snapshot, proposal.id);
    let named = |name: &str| {
        let found = version_called(snapshot, proposal.id, name);
        found.ok_or_else(|| NoDraft::NoVersion(NoVersion(name.to_owned())))
    };
    let version = match version {
        Some(name) => named(name)?,
        None => all.last().copied().ok_or(NoDraft::NoText)?,
    };
    let against = against.map(named).transpose()?;
    let up_to = || all.iter().copied().take_while(|it| it.id != version.id);
    let shown: Vec<&Version> = match (form, against) {
        (DraftForm::Tracked | DraftForm::Brackets | DraftForm::Clean, _) => vec![version],
        (DraftForm::Compared | DraftForm::Columns, Some(against)) => vec![against, version],
        (DraftForm::Compared, None) => {
            vec![up_to().last().ok_or(NoDraft::NothingBefore)?, version]
        }
        (DraftForm::Columns, None) => {
            let before: Vec<_> = up_to().collect();
            let first = (before.len() + 1).saturating_sub(COLUMNS);
            before.into_iter().skip(first).chain([version]).collect()
        }
    };
    if form == DraftForm::Columns && shown.len() < 2 {
        return Err(NoDraft::NothingBefore);
    }
    let with_comments = form == DraftForm::Tracked;
    let lines: Vec<Lines<'_>> =
        shown.iter().map(|it| Lines::of(snapshot, it, with_comments)).collect();
    let records = Records::new(snapshot);
    let own = [records.of(snapshot.dossier.id), records.of(proposal.id)];
    let grounds = shown.iter().map(|it| records.of(it.id));
    let grounds = grounds.chain(lines.iter().flat_map(|it| it.grounds(&records))).chain(own);
    let marking = Grounds::all(grounds).marking().unwrap_or(snapshot.dossier.marking);
    let title = format!("{} · {}", proposal.code, text.of(&proposal.title));
    let date = version.date.map_or_else(String::new, |day| format!(", {}", text.day(day)));
    let page = DraftPage {
        text,
        day: context.as_of,
        title: &title,
        about: &format!("{}{date}", version.name),
        marking: marking.label(),
    };
    let bytes = match (form, lines.as_slice()) {
        (DraftForm::Compared, [before, now]) => {
            let rows = beside(snapshot, &shown, &lines);
            let pair = |row: &Vec<Option<usize>>| {
                let place = |at: usize| row.get(at).copied().flatten();
                (before.line(place(0)), now.line(place(1)))
            };
            let pairs: Vec<_> = rows.iter().map(pair).collect();
            write_comparison(&page, &pairs, &version.name, "")
        }
        (DraftForm::Columns, _) => {
            let names: Vec<_> = shown.iter().map(|it| it.name.as_str()).collect();
            let rows = beside(snapshot, &shown, &lines);
            let row = |row: &Vec<Option<usize>>| {
                row.iter().zip(&lines).map(|(place, lines)| lines.line(*place)).collect()
            };
            write_columns(&page, &names, &rows.iter().map(row).collect::<Vec<_>>())
        }
        (_, [lines]) => {
            let comments: Vec<_> = lines.0.iter().map(Line::comments).collect();
            let all = lines.0.iter().zip(&comments);
            let all: Vec<_> =
                all.map(|(it, comments)| DraftLine { comments, ..line(it) }).collect();
            write_draft(&page, &all, form)
        }
        _ => return Err(NoDraft::NothingBefore),
    };
    Ok((bytes, marking))
}

/// A paragraph of a version, with its words and the remarks on it.
struct Line<'a> {
    paragraph: &'a Paragraph,
    words: Words,
    comments: Vec<(&'a Comment, String)>,
}

impl Line<'_> {
    fn comments(&self) -> Vec<DraftComment<'_>> {
        let all = self.comments.iter();
        all.map(|(it, made)| DraftComment { author: &it.author, date: made, text: &it.text })
            .collect()
    }
}

/// The paragraphs of a version.
struct Lines<'a>(Vec<Line<'a>>);

impl<'a> Lines<'a> {
    fn of(snapshot: &'a Snapshot, version: &Version, with_comments: bool) -> Self {
        let line = |it: &'a Paragraph| {
            let comments = if with_comments { said_of(snapshot, it) } else { Vec::new() };
            Line { paragraph: it, words: words_of(it), comments }
        };
        Self(paragraphs(snapshot, version.id).into_iter().map(line).collect())
    }

    fn grounds(&self, records: &Records<'_>) -> Vec<Grounds> {
        let of = |it: &Line<'_>| {
            let comments = it.comments.iter().map(|(it, _)| records.of(it.id));
            Grounds::all(comments.chain([records.of(it.paragraph.id)]))
        };
        self.0.iter().map(of).collect()
    }

    fn line(&self, place: Option<usize>) -> Option<DraftLine<'_>> {
        self.0.get(place?).map(line)
    }

    fn place(&self, paragraph: &Paragraph) -> Option<usize> {
        self.0.iter().position(|it| it.paragraph.id == paragraph.id)
    }
}

fn line<'l>(it: &'l Line<'_>) -> DraftLine<'l> {
    let Paragraph { number, kind, status, .. } = it.paragraph;
    DraftLine { number, kind: *kind, status: *status, words: &it.words, comments: &[] }
}

/// The unresolved remarks on a paragraph, each with its answers and the time it was made.
fn said_of<'a>(snapshot: &'a Snapshot, paragraph: &Paragraph) -> Vec<(&'a Comment, String)> {
    let about = paragraph.record_id();
    let on: Vec<&Comment> = snapshot.comments.iter().filter(|it| it.about == about).collect();
    let open = on.iter().filter(|it| it.is_open());
    let thread = |first: &&'a Comment| {
        let first = *first;
        let answers = on.iter().copied().filter(move |it| it.answers == Some(first.id));
        std::iter::once(first).chain(answers).collect::<Vec<_>>()
    };
    let threads = open.flat_map(thread);
    threads.map(|it| (it, it.made.to_rfc3339_opts(SecondsFormat::Secs, true))).collect()
}

/// The paragraphs of several versions side by side, each by its place in its version: in the order
/// of the last version; a paragraph that is gone comes after the one it followed.
fn beside(
    snapshot: &Snapshot,
    versions: &[&Version],
    lines: &[Lines<'_>],
) -> Vec<Vec<Option<usize>>> {
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    for at in (0..versions.len()).rev() {
        // A paragraph that no later version continues gets a row after that of the paragraph before
        // it.
        let mut behind = 0;
        for (place, line) in lines[at].0.iter().enumerate() {
            let there = |row: &Vec<Option<usize>>| row.get(at).copied().flatten() == Some(place);
            if let Some(found) = rows.iter().position(there) {
                behind = found + 1;
                continue;
            }
            let older = |version: usize| {
                let found = in_version(snapshot, line.paragraph, versions[version].id)?;
                let place = lines[version].place(found)?;
                // Only the first part of a split paragraph continues it in its row.
                let taken =
                    rows.iter().any(|row| row.get(version).copied().flatten() == Some(place));
                (!taken).then_some(place)
            };
            let mut row: Vec<Option<usize>> = (0..at).map(older).collect();
            row.push(Some(place));
            row.resize(versions.len(), None);
            rows.insert(behind, row);
            behind += 1;
        }
    }
    rows
}
