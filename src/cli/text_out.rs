//! `text … write`: a version of a text as a document of Word.

use clap::ArgMatches;

use super::arguments::{chosen, path_of};
use super::pages::Asked;
use super::text_room::page_on;
use super::{complain, out, refuse};
use crate::analysis::{in_version, paragraphs, version_called, versions, words_of};
use crate::draft::Words;
use crate::explain::explain_unwritten;
use crate::model::{Marking, Paragraph, Snapshot, Version};
use crate::report::{
    DraftForm, DraftLine, DraftPage, Format, PageContext, Subject, write_comparison, write_draft,
};
use crate::store;
use crate::text::{Text, msg};

/// Writes it, under a ceiling if one is asked; with `--against`, what changed since that version.
pub(super) fn write(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    if !matches.contains_id("text") {
        complain(text.get(msg!("text-write-where")));
        return Err(2);
    }
    let to = path_of(matches, "text");
    let of = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    let form = chosen(matches, "form").unwrap_or(DraftForm::Tracked);
    let asked = Asked::plain(text, matches, Subject::Text, Format::Text)?;
    let document = asked.open(text)?;
    let mut made = None;
    // The page says how it is marked, and whether the versions are there.
    let page = asked.write_with(text, &document, |context| {
        let page = page_on(context, matches)?;
        made = document_of(context, page.marking(), (of("version"), of("against")), form);
        Ok(page)
    })?;
    let Some(bytes) = made else {
        let code = of("proposal").unwrap_or_default();
        complain(&text.with(msg!("text-no-versions"), &[("proposal", code.into())]));
        return Err(1);
    };
    store::write_whole(&to, &bytes, false)
        .map_err(|error| refuse(&explain_unwritten(text, &error, &to)))?;
    let values =
        [("path", to.display().to_string().into()), ("marking", page.marking.label().into())];
    out(text, &(text.with(msg!("export-done"), &values) + "\n"))
}

/// The document; `None` if the proposal has no text with versions that may be seen.
fn document_of(
    context: &PageContext<'_>,
    marking: Marking,
    (version, against): (Option<&str>, Option<&str>),
    form: DraftForm,
) -> Option<Vec<u8>> {
    let PageContext { snapshot, text, .. } = *context;
    let (_, proposal) = context.on_one()?;
    let named = |name: &str| version_called(snapshot, proposal.id, name);
    let version = match version {
        Some(name) => named(name)?,
        None => versions(snapshot, proposal.id).last().copied()?,
    };
    let title = format!("{} · {}", proposal.code, text.of(&proposal.title));
    let date = version.date.map_or_else(String::new, |day| format!(", {}", text.day(day)));
    let page = DraftPage {
        text,
        day: context.as_of,
        title: &title,
        about: &format!("{}{date}", version.name),
        marking: marking.label(),
    };
    let lines = Lines::of(snapshot, version);
    Some(match against.and_then(named) {
        None => write_draft(&page, &lines.all(), form),
        Some(against) => {
            let before = Lines::of(snapshot, against);
            let pairs = pairs(snapshot, (&before, against), &lines);
            write_comparison(&page, &pairs, &version.name, "")
        }
    })
}

/// The paragraphs of a version with their words.
struct Lines<'a>(Vec<(&'a Paragraph, Words)>);

impl<'a> Lines<'a> {
    fn of(snapshot: &'a Snapshot, version: &Version) -> Self {
        let all = paragraphs(snapshot, version.id).into_iter();
        Self(all.map(|it| (it, words_of(it))).collect())
    }

    fn all(&self) -> Vec<DraftLine<'_>> {
        self.0.iter().map(line).collect()
    }
}

fn line<'a>((it, words): &'a (&Paragraph, Words)) -> DraftLine<'a> {
    let Paragraph { number, kind, status, .. } = it;
    DraftLine { number, kind: *kind, status: *status, words, comments: &[] }
}

/// Each paragraph before and after; one that is gone stands behind the one before it that is not.
fn pairs<'a>(
    snapshot: &'a Snapshot,
    (before, against): (&'a Lines<'_>, &Version),
    now: &'a Lines<'_>,
) -> Vec<(Option<DraftLine<'a>>, Option<DraftLine<'a>>)> {
    let old = |it: &Paragraph| in_version(snapshot, it, against.id).map(|old| old.id);
    let continued: Vec<_> = now.0.iter().map(|(it, _)| old(it)).collect();
    let gone_from = |at: usize| {
        let rest = before.0.iter().skip(at);
        rest.take_while(|(it, _)| !continued.contains(&Some(it.id)))
            .map(|it| (Some(line(it)), None))
    };
    let mut pairs: Vec<_> = gone_from(0).collect();
    for (at, (pair, old)) in now.0.iter().zip(&continued).enumerate() {
        let place = before.0.iter().position(|(it, _)| Some(it.id) == *old);
        let was = place.and_then(|place| before.0.get(place));
        pairs.push((was.map(line), Some(line(pair))));
        // Of a paragraph that was split only the first part.
        let first = !continued.iter().take(at).any(|it| it == old);
        pairs.extend(place.filter(|_| first).into_iter().flat_map(|place| gone_from(place + 1)));
    }
    pairs
}
