//! Why a table could not be read, and the remarks on one that was.

use std::path::Path;

use super::Explanation;
use crate::exchange::{CellAt, FileKind, NamedSheet, Remark, RemarkKind, SheetError, Workbook};
use crate::text::{Arg, Text, msg};

/// Explains why a file contains no readable table.
pub(crate) fn explain_sheet(text: Text, error: SheetError, path: &Path) -> Explanation {
    use FileKind as K;
    use SheetError as E;
    let path = Arg::from(path.display().to_string());
    let none = || ("line", Arg::from(""));
    let (what, argument, next) = match error {
        E::Empty => (msg!("error-sheet-empty"), none(), msg!("next-sheet-empty")),
        E::TooLarge => (msg!("error-sheet-too-large"), none(), msg!("next-sheet-too-large")),
        E::NotText(line) => (
            msg!("error-sheet-not-text"),
            ("line", line.to_string().into()),
            msg!("next-sheet-not-text"),
        ),
        E::Unclosed(line) => (
            msg!("error-sheet-unclosed"),
            ("line", line.to_string().into()),
            msg!("next-sheet-unclosed"),
        ),
        E::CellTooLong(at) => (
            msg!("error-sheet-cell-too-long"),
            ("place", place(text, at).into()),
            msg!("next-sheet-cell-too-long"),
        ),
        E::TooFar(at) => (
            msg!("error-sheet-too-far"),
            ("place", place(text, at).into()),
            msg!("next-sheet-too-far"),
        ),
        E::Overflows(at) => (
            msg!("error-sheet-overflows"),
            ("place", place(text, at).into()),
            msg!("next-sheet-too-large"),
        ),
        E::Twice(at) => (
            msg!("error-sheet-twice"),
            ("place", place(text, at).into()),
            msg!("next-sheet-damaged"),
        ),
        E::Bomb => (msg!("error-sheet-bomb"), none(), msg!("next-sheet-harm")),
        E::Misstated => (msg!("error-sheet-misstated"), none(), msg!("next-sheet-harm")),
        E::Declares => (msg!("error-sheet-declares"), none(), msg!("next-sheet-harm")),
        E::Encrypted => (msg!("error-sheet-encrypted"), none(), msg!("next-sheet-encrypted")),
        E::Damaged => (msg!("error-sheet-damaged"), none(), msg!("next-sheet-damaged")),
        E::Other(kind) => {
            let next = match kind {
                K::BinaryWorkbook | K::OldWorkbook | K::Numbers => {
                    msg!("next-sheet-other-workbook")
                }
                K::Database | K::Package => msg!("next-sheet-dossier"),
                K::Document
                | K::Slides
                | K::Drawing
                | K::Pdf
                | K::Picture
                | K::Recording
                | K::Page
                | K::Xml
                | K::Mail
                | K::Archive
                | K::Program
                | K::Compound => msg!("next-sheet-other"),
            };
            (msg!("error-sheet-other"), ("kind", text.label(kind).into()), next)
        }
    };
    let arguments = [("path", path), argument];
    Explanation {
        what: text.with(what, &arguments),
        safe: text.get(msg!("safe-nothing-imported")).to_owned(),
        next: text.with(next, &arguments),
    }
}

/// Explains that a file has several sheets, or none of this name.
pub(crate) fn explain_sheets(
    text: Text,
    name: Option<&str>,
    names: &[&str],
    path: &Path,
) -> Explanation {
    let quoted = |name: &&str| text.with(msg!("quoted"), &[("words", Arg::from(*name))]);
    let names = names.iter().map(quoted).collect::<Vec<_>>().join(", ");
    let what = match name {
        Some(_) => msg!("error-sheet-unknown"),
        None => msg!("error-sheet-several"),
    };
    let arguments = [
        ("path", Arg::from(path.display().to_string())),
        ("name", name.unwrap_or_default().into()),
        ("names", names.into()),
    ];
    Explanation {
        what: text.with(what, &arguments),
        safe: text.get(msg!("safe-nothing-imported")).to_owned(),
        next: text.get(msg!("next-sheet-several")).to_owned(),
    }
}

/// Explains that none of several sheets has the titles of the roll calls, or more than one has.
pub(crate) fn explain_titles(text: Text, names: &[&str], path: &Path) -> Explanation {
    let quoted = |name: &&str| text.with(msg!("quoted"), &[("words", Arg::from(*name))]);
    let arguments = [
        ("path", Arg::from(path.display().to_string())),
        ("names", names.iter().map(quoted).collect::<Vec<_>>().join(", ").into()),
    ];
    Explanation {
        what: text.with(msg!("error-titles-several"), &arguments),
        safe: text.get(msg!("safe-nothing-imported")).to_owned(),
        next: text.get(msg!("next-titles-several")).to_owned(),
    }
}

/// A place in a table, in the middle of a sentence.
fn place(text: Text, at: CellAt) -> String {
    let arguments = [
        ("row", Arg::from(at.row.to_string())),
        ("letters", at.letters().into()),
        ("sheet", at.sheet.to_string().into()),
    ];
    let id = match (at.sheet, at.column) {
        (0, 0) => msg!("place-line"),
        (0, _) => msg!("place-line-cell"),
        (_, 0) => msg!("place-row-of-sheet"),
        (_, _) => msg!("place-cell-of-sheet"),
    };
    text.with(id, &arguments)
}

/// The remarks on a workbook and on one sheet in it, a sentence each.
pub(crate) fn explain_remarks(text: Text, workbook: &Workbook, chosen: &NamedSheet) -> Vec<String> {
    let of_sheet = |remark| {
        let said = explain_remark(text, remark);
        if workbook.sheets.len() < 2 {
            return said;
        }
        let arguments = [("sheet", Arg::from(chosen.name.as_str())), ("remark", said.into())];
        text.with(msg!("remark-on-sheet"), &arguments)
    };
    let of_file = workbook.remarks.iter().map(|remark| explain_remark(text, remark));
    of_file.chain(chosen.sheet.remarks().map(of_sheet)).collect()
}

/// One remark as a sentence.
fn explain_remark(text: Text, remark: &Remark) -> String {
    use RemarkKind as R;
    let id = match remark.kind {
        R::Formulas => msg!("remark-formulas"),
        R::NoValue => msg!("remark-no-value"),
        R::Errors => msg!("remark-errors"),
        R::HiddenRows => msg!("remark-hidden-rows"),
        R::HiddenColumns => msg!("remark-hidden-columns"),
        R::Merged => msg!("remark-merged"),
        R::OtherLength => msg!("remark-other-length"),
        R::Nul => msg!("remark-nul"),
        R::Western => msg!("remark-western"),
        R::HiddenSheets => msg!("remark-hidden-sheets"),
        R::Macros => msg!("remark-macros"),
        R::Links => msg!("remark-links"),
    };
    let at = remark.first;
    let first = match (at.sheet, at.row, at.column) {
        (0, _, _) => place(text, at),
        (_, 0, _) => at.letters(),
        (_, row, 0) => row.to_string(),
        (_, row, _) => format!("{}{row}", at.letters()),
    };
    text.with(id, &[("count", remark.count.into()), ("first", first.into())])
}
