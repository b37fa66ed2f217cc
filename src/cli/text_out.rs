//! `text … write`: a version of a text as a Word document.

use clap::ArgMatches;

use super::arguments::{chosen, path_of};
use super::pages::Asked;
use super::text_room::{complain_of, page_on};
use super::{complain, out, refuse};
use crate::explain::explain_unwritten;
use crate::report::{DraftForm, Format, NoDraft, Subject, draft_document};
use crate::store;
use crate::text::{Text, msg};

/// Writes it, under a ceiling if one is given; with `--against`, as the differences from that
/// version.
pub(super) fn write(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    if !matches.contains_id("text") {
        complain(text.get(msg!("text-write-where")));
        return Err(2);
    }
    let to = path_of(matches, "text");
    let of = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    let likely = if of("against").is_some() { DraftForm::Compared } else { DraftForm::Tracked };
    let form = chosen(matches, "form").unwrap_or(likely);
    let asked = Asked::plain(text, matches, Subject::Text, Format::Text)?;
    let document = asked.open(text)?;
    let mut made = Err(NoDraft::NoText);
    // The page reports anything that may not be seen.
    asked.write_with(text, &document, |context| {
        let page = page_on(context, matches)?;
        made = draft_document(context, (of("version"), of("against")), form);
        Ok(page)
    })?;
    let (bytes, marking) = made.map_err(|none| {
        let code = of("proposal").unwrap_or_default();
        match none {
            NoDraft::NoVersion(none) => return complain_of(text, none),
            NoDraft::NoText => {
                complain(&text.with(msg!("text-no-versions"), &[("proposal", code.into())]));
            }
            NoDraft::NothingBefore => complain(text.get(msg!("text-nothing-before"))),
        }
        1
    })?;
    store::write_whole(&to, &bytes, false)
        .map_err(|error| refuse(&explain_unwritten(text, &error, &to)))?;
    let values = [("path", to.display().to_string().into()), ("marking", marking.label().into())];
    out(text, &(text.with(msg!("export-done"), &values) + "\n"))
}
