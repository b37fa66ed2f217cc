//! `text … write`: a version of a text as a document of Word.

use clap::ArgMatches;

use super::arguments::{chosen, path_of};
use super::pages::Asked;
use super::{complain, out, refuse, seen_under};
use crate::analysis::{in_version, paragraphs, version_called, versions, words_of};
use crate::draft::Words;
use crate::explain::explain_store;
use crate::model::{Clock, Paragraph, Snapshot, Version};
use crate::report::{
    DraftForm, DraftLine, DraftPage, Format, Subject, text_page, write_comparison, write_draft,
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
    let asked = Asked::plain(text, matches, Subject::Text, Format::Text)?;
    let document = asked.open(text)?;
    // The page says how it is marked, and whether the versions are there.
    let page = asked.write_with(text, &document, |context| {
        text_page(context, of("version"), of("against")).map_err(|none| {
            complain(&text.with(msg!("text-no-version"), &[("version", none.0.into())]));
            1
        })
    })?;
    let seen = seen_under(text, &asked.path, &document, asked.ceiling)?;
    let snapshot = seen.as_ref().map_or(document.snapshot(), |seen| &seen.snapshot);
    let code = of("proposal").unwrap_or_default();
    let Some(proposal) = super::text_room::found(snapshot, code) else { return Err(1) };
    let named = |id: &str| of(id).and_then(|name| version_called(snapshot, proposal.id, name));
    let present = || versions(snapshot, proposal.id).last().copied();
    let Some(version) = named("version").or_else(present) else {
        let values = [("proposal", code.into())];
        complain(&text.with(msg!("text-no-versions"), &values));
        return Err(1);
    };
    let title = format!("{} · {}", proposal.code, text.of(&proposal.title));
    let day = Clock::System.today();
    let date = version.date.map_or_else(String::new, |day| format!(", {}", text.day(day)));
    let page_of = DraftPage {
        text,
        day,
        title: &title,
        about: &format!("{}{date}", version.name),
        marking: page.marking.label(),
    };
    let lines = Lines::of(snapshot, version);
    let bytes = match named("against") {
        None => {
            let form = chosen(matches, "form").unwrap_or(DraftForm::Tracked);
            write_draft(&page_of, &lines.all(), form)
        }
        Some(against) => {
            let before = Lines::of(snapshot, against);
            let pairs = pairs(snapshot, (&before, against), &lines);
            write_comparison(&page_of, &pairs, &version.name, "")
        }
    };
    store::write_whole(&to, &bytes, false)
        .map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let values =
        [("path", to.display().to_string().into()), ("marking", page.marking.label().into())];
    out(text, &(text.with(msg!("export-done"), &values) + "\n"))
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
