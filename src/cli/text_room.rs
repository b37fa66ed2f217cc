//! `text`: the text of a proposal, version by version.

use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::arguments::{
    self, all_keys, asked_day, chosen, dossier, file, flag, is_standard, option, path, path_of,
};
use super::import::{carry_out, read};
use super::pages::Asked;
use super::text_out;
use super::{Subcommand, complain, open, out, refuse};
use crate::analysis::Owners;
use crate::document::{
    Document, Laid, NewVersion, is_version_name, lay, usual_marking, version_edit,
};
use crate::draft::{Fit, RemarkKind};
use crate::exchange::{DocxRemark, DocxRemarkKind, TextFile, read_text_file};
use crate::explain::{
    explain_docx_remark, explain_stamp, explain_text_file, place_read, version_lines,
};
use crate::model::{Clock, Marking};
use crate::report::{
    DraftForm, Format, Named, NoVersion, Page, PageContext, Subject, asks_page, revision_page,
    text_page,
};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "text", about: msg!("help-text"), arguments, run };

/// How many doubtful paragraphs and remarks are printed: no more than a screenful.
const SHOWN: usize = 20;

fn arguments(command: Command, text: Text) -> Command {
    command
        .arg(dossier(text))
        .arg(
            Arg::new("action")
                .required(true)
                .value_name("ACTION")
                .value_parser(["add", "show", "changed", "asks", "write"])
                .help(text.get(msg!("help-text-action"))),
        )
        .arg(
            Arg::new("proposal")
                .required(true)
                .value_name("CODE")
                .help(text.get(msg!("help-text-on"))),
        )
        .arg(file("text", "TEXT", text.get(msg!("help-text-file"))))
        .arg(option("name", "NAME", text.get(msg!("help-text-name"))))
        .arg(
            option("marking", "MARKING", text.get(msg!("help-text-marking")))
                .value_parser(all_keys::<Marking>()),
        )
        .arg(option("date", "DATE", text.get(msg!("help-text-date"))))
        .arg(flag("dry-run", text.get(msg!("help-text-dry-run"))))
        .arg(flag("suggested", text.get(msg!("help-text-suggested"))))
        .arg(option("version", "VERSION", text.get(msg!("help-text-version"))))
        .arg(option("against", "VERSION", text.get(msg!("help-text-against"))))
        .arg(
            option("form", "FORM", text.get(msg!("help-text-form")))
                .value_parser(all_keys::<DraftForm>()),
        )
        .arg(arguments::format(text))
        .arg(arguments::ceiling(text))
}

/// Adds a version, or prints one.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    match matches.get_one::<String>("action").map(String::as_str) {
        Some("add") => add(text, matches),
        Some("changed") => changed(text, matches),
        Some("asks") => asks(text, matches),
        Some("write") => text_out::write(text, matches),
        _ => show(text, matches),
    }
}

fn show(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let asked = Asked::plain(text, matches, Subject::Text, format)?;
    let document = asked.open(text)?;
    let written = asked.write_with(text, &document, |context| page_on(context, matches))?;
    out(text, written.bytes)
}

/// The page on the requested version; complains if there is none of that name.
pub(super) fn page_on<'a>(context: &PageContext<'a>, matches: &ArgMatches) -> Result<Page<'a>, u8> {
    let of = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    let page = text_page(context, of("version"), of("against"));
    page.map_err(|none| complain_of(context.text, none))
}

/// Prints the changes of the text in a version.
fn changed(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let asked = Asked::plain(text, matches, Subject::Revision, format)?;
    let document = asked.open(text)?;
    let of = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    let written = asked.write_with(text, &document, |context| {
        let page = revision_page(context, of("version"), of("against"));
        page.map_err(|none| complain_of(text, none))
    })?;
    out(text, written.bytes)
}

/// Complains that there is no such version, and returns the exit code.
pub(super) fn complain_of(text: Text, none: NoVersion) -> u8 {
    complain(&text.with(msg!("text-no-version"), &[("version", none.0.into())]));
    1
}

fn asks(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let format = chosen(matches, "format").unwrap_or(Format::Text);
    let asked = Asked::plain(text, matches, Subject::Text, format)?;
    let document = asked.open(text)?;
    let written = asked.write_with(text, &document, |context| Ok(asks_page(context)))?;
    out(text, written.bytes)
}

fn add(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    if !matches.contains_id("text") {
        complain(text.get(msg!("text-which-file")));
        return Err(2);
    }
    let (path, from) = (path(matches), path_of(matches, "text"));
    let dry_run = matches.get_flag("dry-run");
    // As in the window: a version without a day would count as older than anything said about it.
    let today = Clock::System.today();
    let date = asked_day(text, matches, "date", today)?.or(Some(today));
    // A faulty file is reported before a passphrase is asked for.
    let bytes = read(text, &from)?;
    let opener = if dry_run { Document::read_as } else { Document::open_as };
    let mut document = open(text, &path, opener)?;
    let code = matches.get_one::<String>("proposal").cloned().unwrap_or_default();
    let on = Named::Proposals(vec![code]).find(document.snapshot()).map_err(|unfound| {
        complain(&unfound.words(text, false));
        1
    })?;
    let Some(proposal) = on.one_proposal() else { return Err(1) };
    let owners = Owners::new(document.snapshot());
    let mut file = taken(text, &from, &bytes, &|name| owners.find(name).is_some())?;
    if matches.get_flag("suggested") {
        for it in &mut file.draft.paragraphs {
            it.words = owners.taken_as_suggested(std::mem::take(&mut it.words), &|_| true);
        }
    }
    let remarks = file.remarked(Clock::System.now());
    let (draft, stamp) = (&file.draft, &file.stamp);
    if draft.paragraphs.is_empty() {
        complain(text.get(msg!("text-no-words")));
        return Err(1);
    }
    let name = matches.get_one::<String>("name").cloned().unwrap_or_else(|| named_after(&from));
    if is_version_name(document.snapshot(), proposal, &name) {
        complain(&text.with(msg!("text-name-taken"), &[("name", name.as_str().into())]));
        return Err(1);
    }
    let marking = chosen::<Marking>(matches, "marking")
        .or_else(|| usual_marking(document.snapshot(), proposal, stamp.as_ref()));
    let new = NewVersion {
        proposal,
        name: &name,
        date,
        marking,
        paragraphs: &draft.paragraphs,
        remarks: &remarks,
        first: text.get(msg!("text-so-far")),
        from_file: true,
    };
    let laid = lay(document.snapshot(), &new);
    let mut words = told(text, &new, &laid, &file, dry_run);
    if let Some(stamp) = stamp {
        words += &(explain_stamp(text, stamp) + "\n");
    }
    let label = marking.unwrap_or(document.snapshot().dossier.marking).label();
    words += &(text.with(msg!("text-marked"), &[("marking", label.into())]) + "\n");
    let edit = version_edit(&new, laid);
    carry_out(text, &mut document, edit, &path, dry_run)?;
    out(text, &words)
}

/// Reads a text or a Word document; anything that cannot be kept is printed.
fn taken(
    text: Text,
    from: &Path,
    bytes: &[u8],
    known: &dyn Fn(&str) -> bool,
) -> Result<TextFile, u8> {
    let read = read_text_file(from, bytes, known)
        .map_err(|error| refuse(&explain_text_file(text, error, from)))?;
    // An unmatched bracket is reported below, with the words around it.
    let said =
        |it: &&DocxRemark| !matches!(it.kind, DocxRemarkKind::Unbalanced | DocxRemarkKind::TooDeep);
    for remark in read.remarks.iter().filter(said).take(SHOWN) {
        complain(&explain_docx_remark(text, remark, &|at| read.name(at)));
    }
    Ok(read)
}

/// The name of a version if none is given: that of its file.
fn named_after(file: &Path) -> String {
    let stem = if is_standard(file) { None } else { file.file_stem() };
    stem.map_or_else(|| Clock::System.today().to_string(), |it| it.to_string_lossy().into_owned())
}

/// How the text was taken in, or would be, and the points that should be looked at.
fn told(text: Text, new: &NewVersion<'_>, laid: &Laid, file: &TextFile, dry_run: bool) -> String {
    let draft = &file.draft;
    let origins = &laid.alignment.origins;
    let mut lines = Vec::new();
    if dry_run {
        lines.push(text.get(msg!("text-would-add")).to_owned());
    }
    lines.extend(version_lines(text, new.name, new.paragraphs, laid));
    for (at, origin) in
        origins.iter().enumerate().filter(|(_, it)| it.fit != Fit::Certain).take(SHOWN)
    {
        let old = origin.follows.and_then(|old| Some((old, laid.before.get(old)?)));
        let old = old.map(|(at, it)| place_read(text, &it.number, at + 1));
        let number = new.paragraphs.get(at).map_or("", |it| it.number.as_str());
        let values = [
            ("number", place_read(text, number, file.place(at)).into()),
            ("before", old.unwrap_or_default().into()),
            ("likeness", text.chance(origin.likeness.into()).into()),
        ];
        lines.push(text.with(msg!("text-doubtful"), &values));
    }
    let each = draft.paragraphs.iter().enumerate();
    for (at, it, remark) in
        each.flat_map(|(at, it)| it.remarks.iter().map(move |remark| (at, it, remark))).take(SHOWN)
    {
        let id = match remark.kind {
            RemarkKind::NeverClosed => msg!("text-never-closed"),
            RemarkKind::NeverOpened => msg!("text-never-opened"),
            RemarkKind::TooDeep => msg!("text-too-deep"),
            // For a document these are reported with their places.
            RemarkKind::Lifted | RemarkKind::StruckAlone | RemarkKind::OwnersStruck => continue,
        };
        let near: String = it.typed.chars().skip(remark.at.saturating_sub(20)).take(40).collect();
        let number = place_read(text, &it.number, file.place(at));
        lines.push(text.with(id, &[("number", number.into()), ("near", near.into())]));
    }
    if draft.left_out > 0 {
        lines.push(text.with(msg!("text-left-out"), &[("count", draft.left_out.into())]));
    }
    lines.join("\n") + "\n"
}
