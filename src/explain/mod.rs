//! Errors in words: what happened, whether the data is safe, what to do; and steps, values and
//! reasons in words.
//!
//! This is the only place that does so, for the window and the command line alike. The words never
//! mention a type, table or statement.

mod awaited;
mod becomes;
mod calls;
mod costs;
mod docx;
mod filters;
mod import;
mod intake;
mod merging;
mod place;
mod safekeeping;
mod scenarios;
mod seen_counts;
mod sheets;
mod texts;
mod titles;
mod unwritten;
mod values;
mod whole;
mod withheld;

use std::path::Path;

pub(crate) use awaited::{awaited_at, called, own_clock, time_left};
pub(crate) use becomes::plan_becomes;
pub(crate) use calls::{
    and_more, both_line, decision_line, departure_line, group_reason, hold_line, how_known,
    more_words, name_key, ranked, reason_line, reason_to_call, whole_line,
};
pub(crate) use costs::explain_cost;
pub use docx::{explain_docx, explain_docx_remark, explain_stamp, explain_text_file};
pub(crate) use filters::{filter_words, sort_words};
pub(crate) use import::{
    day_answer, days_next, explain_days, explain_import, explain_row, explain_strangers,
    explain_strangers_at, explain_undated,
};
pub(crate) use intake::{
    explain_bare, explain_guess, explain_heads, explain_left_out, explain_mapping,
    explain_question, explain_recipe, explain_unsure, kinds_next, plan_counts, plan_made,
    plan_warnings, question_next,
};
pub use merging::{TakenWords, Told, brought_labels};
pub(crate) use merging::{
    change_words, conflict_reason, explain_merge, explain_merging, explain_package,
};
pub(crate) use place::{explain_beside, explain_held, explain_place};
pub(crate) use safekeeping::{reprotected_words, salvaged_words, size_words, strength_words};
pub(crate) use scenarios::cheapest_moves;
pub(crate) use seen_counts::seen_count_lines;
pub(crate) use sheets::{explain_remarks, explain_sheet, explain_sheets, explain_titles};
pub(crate) use texts::{
    asked_read, counts_line, fate_lines, fate_words, owners_line, place_read, revision_line,
    stranger, term_name, version_lines, weaker_read, words_read, words_said,
};
pub(crate) use titles::{assessed, record_title, renamed_labels, title_of, titles_of};
pub(crate) use unwritten::explain_unwritten;
pub(crate) use values::{as_read, changed_on_the_wall, logged_words, on_the_wall, value_words};
pub use whole::explain_whole;
pub(crate) use withheld::withheld_by_name;

use crate::document::{self, Refusal};
use crate::library::templates::Template;
use crate::model::{Record, Snapshot};
use crate::store;
use crate::text::{Arg, Text, capital, lower, msg};

/// An error in three sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The error itself.
    pub what: String,
    /// Whether the data is safe.
    pub safe: String,
    /// The next step for the user.
    pub next: String,
}

impl std::fmt::Display for Explanation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.what, self.safe, self.next)
    }
}

/// Explains why a dossier file could not be opened, read or written.
pub(crate) fn explain_store(text: Text, error: &store::Error, path: &Path) -> Explanation {
    use store::Error as E;
    let version =
        |found: &u32, known: &u32| vec![("found", Arg::from(*found)), ("known", Arg::from(*known))];
    let none = Vec::new();
    let (ids, more) = match error {
        E::Missing => {
            ([msg!("error-missing"), msg!("safe-nothing-opened"), msg!("next-check-name")], none)
        }
        E::FolderMissing => (
            [msg!("error-no-folder"), msg!("safe-nothing-written"), msg!("next-check-folder")],
            none,
        ),
        E::Folder => {
            ([msg!("error-folder"), msg!("safe-nothing-opened"), msg!("next-choose-file")], none)
        }
        E::NotAFile => (
            [msg!("error-not-a-file"), msg!("safe-nothing-opened"), msg!("next-choose-file")],
            none,
        ),
        E::Exists => {
            ([msg!("error-exists"), msg!("safe-untouched"), msg!("next-other-name")], none)
        }
        E::Permission => {
            ([msg!("error-permission"), msg!("safe-untouched"), msg!("next-permission")], none)
        }
        E::Empty => ([msg!("error-empty"), msg!("safe-untouched"), msg!("next-empty")], none),
        E::NotADossier => (
            [msg!("error-not-a-dossier"), msg!("safe-untouched"), msg!("next-not-a-dossier")],
            none,
        ),
        E::Protected => {
            ([msg!("error-protected"), msg!("safe-untouched"), msg!("next-protected")], none)
        }
        E::WrongPassphrase => (
            [msg!("error-wrong-passphrase"), msg!("safe-untouched"), msg!("next-wrong-passphrase")],
            none,
        ),
        E::InTheOpen => {
            ([msg!("error-in-the-open"), msg!("safe-untouched"), msg!("next-in-the-open")], none)
        }
        E::OtherNames => {
            ([msg!("error-other-names"), msg!("safe-untouched"), msg!("next-other-names")], none)
        }
        E::NoBackup { folder, why } => {
            let why = explain_store(text, why, folder).what;
            let more = vec![("why", why.into()), ("folder", folder.display().to_string().into())];
            ([msg!("error-no-backup"), msg!("safe-untouched"), msg!("next-no-backup")], more)
        }
        E::Stray(leftover) => {
            let beside = leftover.beside(path).display().to_string();
            let ids = match leftover {
                store::Leftover::Log => {
                    [msg!("error-stray-log"), msg!("safe-untouched"), msg!("next-stray-log")]
                }
                store::Leftover::Journal => [
                    msg!("error-stray-journal"),
                    msg!("safe-untouched"),
                    msg!("next-stray-journal"),
                ],
            };
            (ids, vec![("beside", beside.into())])
        }
        E::LeftBehind(leftover) => {
            let beside = leftover.beside(path).display().to_string();
            let more = vec![("beside", beside.into())];
            (
                [msg!("error-left-behind"), msg!("safe-nothing-written"), msg!("next-left-behind")],
                more,
            )
        }
        E::Reserved => {
            ([msg!("error-reserved"), msg!("safe-nothing-written"), msg!("next-other-name")], none)
        }
        E::BadName => {
            ([msg!("error-bad-name"), msg!("safe-nothing-written"), msg!("next-other-name")], none)
        }
        E::OtherMode => {
            ([msg!("error-other-mode"), msg!("safe-untouched"), msg!("next-other-mode")], none)
        }
        E::Foreign => {
            ([msg!("error-foreign"), msg!("safe-untouched"), msg!("next-choose-file")], none)
        }
        E::Newer { found, known } => (
            [msg!("error-newer"), msg!("safe-untouched"), msg!("next-newer")],
            version(found, known),
        ),
        E::Older { found, oldest } => (
            [msg!("error-older"), msg!("safe-untouched"), msg!("next-older")],
            version(found, oldest),
        ),
        E::Damaged(_) => {
            ([msg!("error-damaged"), msg!("safe-untouched"), msg!("next-damaged")], none)
        }
        E::Altered => ([msg!("error-altered"), msg!("safe-untouched"), msg!("next-altered")], none),
        E::Value { .. } => {
            ([msg!("error-value"), msg!("safe-untouched"), msg!("next-value")], none)
        }
        E::TooLong { table, column } => {
            let place = format!("{}, {}", text.label(*table), text.field(column));
            let more = vec![("what", Arg::from(place))];
            (
                [msg!("error-text-too-long"), msg!("safe-untouched"), msg!("next-text-too-long")],
                more,
            )
        }
        E::Locked => ([msg!("error-locked"), msg!("safe-saved"), msg!("next-locked")], none),
        E::Interrupted => {
            ([msg!("error-interrupted"), msg!("safe-saved"), msg!("next-interrupted")], none)
        }
        E::ReadOnly => {
            ([msg!("error-read-only"), msg!("safe-untouched"), msg!("next-read-only")], none)
        }
        E::Replaced => {
            ([msg!("error-replaced"), msg!("safe-replaced"), msg!("next-replaced")], none)
        }
        E::DiskFull => {
            ([msg!("error-disk-full"), msg!("safe-before"), msg!("next-disk-full")], none)
        }
        E::Io => ([msg!("error-io"), msg!("safe-before"), msg!("next-io")], none),
        E::Unreadable => {
            ([msg!("error-unreadable"), msg!("safe-not-known"), msg!("next-unreadable")], none)
        }
        E::Elsewhere => {
            ([msg!("error-elsewhere"), msg!("safe-untouched"), msg!("next-elsewhere")], none)
        }
        E::Done(why) => {
            let why = explain_store(text, why, path).what;
            ([msg!("error-done"), msg!("safe-done"), msg!("next-done")], vec![("why", why.into())])
        }
        E::Unsure(why) => {
            let why = explain_store(text, why, path).what;
            (
                [msg!("error-unsure"), msg!("safe-unsure"), msg!("next-unsure")],
                vec![("why", why.into())],
            )
        }
        E::Stopped => ([msg!("error-stopped"), msg!("safe-before"), msg!("next-stopped")], none),
        E::Constraint => {
            ([msg!("error-constraint"), msg!("safe-before"), msg!("next-constraint")], none)
        }
        E::Log => ([msg!("error-log"), msg!("safe-before"), msg!("next-log")], none),
        E::Database(_) => {
            ([msg!("error-database"), msg!("safe-before"), msg!("next-database")], none)
        }
    };
    let mut arguments = vec![("path", Arg::from(path.display().to_string()))];
    arguments.extend(more);
    let [what, safe, next] = ids.map(|id| text.with(id, &arguments));
    Explanation { what, safe, next }
}

/// Explains why an edit was not made.
pub(crate) fn explain_edit(text: Text, error: &document::Error, path: &Path) -> Explanation {
    match error {
        document::Error::Store(error) => explain_store(text, error, path),
        document::Error::Refused(refusal) => Explanation {
            what: explain_refusal(text, refusal),
            safe: text.get(msg!("safe-before")).to_owned(),
            next: text.get(msg!("next-refused")).to_owned(),
        },
        document::Error::Nothing => Explanation {
            what: text.get(msg!("error-nothing")).to_owned(),
            safe: text.get(msg!("safe-before")).to_owned(),
            next: String::new(),
        },
        // Code that knows the merge names the decision too.
        document::Error::Undecidable { record, .. } => Explanation {
            what: text
                .with(msg!("error-undecidable"), &[("what", text.label(record.table).into())]),
            safe: text.get(msg!("safe-nothing-merged")).to_owned(),
            next: text.get(msg!("next-undecidable")).to_owned(),
        },
    }
}

/// Explains what is wrong with a field of a record in a refused edit.
pub(crate) fn explain_refusal(text: Text, refusal: &Refusal) -> String {
    refused(text, refusal, text.label(refusal.record.table))
}

/// The problem with a field, in the words shown beside it.
pub(crate) fn explain_problem(text: Text, snapshot: &Snapshot, refusal: &Refusal) -> String {
    let other = refusal.other.and_then(|other| snapshot.record(other));
    match other.as_ref().and_then(Record::code) {
        Some(code) => text.with(msg!("problem-alike-to"), &[("code", code.into())]),
        None => text.label(refusal.problem).to_owned(),
    }
}

/// Explains what is wrong with a field of a record in the dossier, naming the record.
pub(crate) fn explain_finding(text: Text, snapshot: &Snapshot, refusal: &Refusal) -> String {
    let table = text.label(refusal.record.table);
    let title = record_title(text, snapshot, refusal.record);
    let named = if title == table { title } else { format!("{table} {title}") };
    refused(text, refusal, &named)
}

fn refused(text: Text, refusal: &Refusal, record: &str) -> String {
    let field = text.field(refusal.field);
    text.with(
        msg!("refused"),
        &[
            ("record", record.into()),
            ("field", field.into()),
            ("problem", text.label(refusal.problem).into()),
        ],
    )
}

/// Explains why a table's file could not be read.
pub(crate) fn explain_table(text: Text, error: &store::Error, path: &Path) -> Explanation {
    let explanation = explain_store(text, error, path);
    match error {
        store::Error::Folder => Explanation {
            what: text
                .with(msg!("error-table-folder"), &[("path", path.display().to_string().into())]),
            safe: text.get(msg!("safe-nothing-imported")).to_owned(),
            next: text.get(msg!("next-sheet-empty")).to_owned(),
        },
        _ => explanation,
    }
}

/// Explains that there is no dossier to import a table into.
pub(crate) fn explain_no_dossier(text: Text, path: &Path) -> Explanation {
    let path = [("path", Arg::from(path.display().to_string()))];
    Explanation {
        what: text.with(msg!("error-no-dossier"), &path),
        safe: text.get(msg!("safe-nothing-imported")).to_owned(),
        next: text.get(msg!("next-no-dossier")).to_owned(),
    }
}

/// The name of a step, as in the history and the undo menu.
pub(crate) fn step_label(text: Text, key: &str, detail: &str) -> String {
    use document::StepName as S;
    let of = |id, table| text.with(id, &[("what", lower(text.label(table)).into())]);
    let name = match S::from_key(key) {
        Some(S::Add(table)) => capital(&of(msg!("step-add"), table)),
        Some(S::Change(table)) => capital(&of(msg!("step-change"), table)),
        Some(S::Delete(table)) => capital(&of(msg!("step-delete"), table)),
        Some(S::SetStance) => text.get(msg!("step-set-stance")).to_owned(),
        Some(S::ClearStance) => text.get(msg!("step-clear-stance")).to_owned(),
        Some(S::LogCall) => text.get(msg!("step-log-call")).to_owned(),
        Some(S::PasteStances) => text.get(msg!("step-paste-stances")).to_owned(),
        Some(S::ImportPositions) => text.get(msg!("step-import-positions")).to_owned(),
        Some(S::ImportRollCalls) => text.get(msg!("step-import-roll-calls")).to_owned(),
        Some(S::ImportRecords) => text.get(msg!("step-import-records")).to_owned(),
        Some(S::ImportText) => text.get(msg!("step-import-text")).to_owned(),
        Some(S::Assess) => text.get(msg!("step-assess")).to_owned(),
        Some(S::Merge) => text.get(msg!("step-merge")).to_owned(),
        Some(S::Restore) => text.get(msg!("step-restore")).to_owned(),
        Some(S::BringBack) => text.get(msg!("step-bring-back")).to_owned(),
        Some(S::Mark) => text.get(msg!("step-mark")).to_owned(),
        Some(S::TakeDown) => text.get(msg!("step-take-down")).to_owned(),
        Some(S::TakeDownTally) => text.get(msg!("step-take-down-tally")).to_owned(),
        Some(S::Poll) => text.get(msg!("step-poll")).to_owned(),
        Some(S::Prepare) => text.get(msg!("step-prepare")).to_owned(),
        // Made by a newer version whose files this version can still open.
        None => text.get(msg!("step-other")).to_owned(),
    };
    if detail.is_empty() { name } else { format!("{name} ({detail})") }
}

/// The title of a new dossier made from a template.
pub(crate) fn template_title(text: Text, template: Template) -> &'static str {
    text.get(match template {
        Template::UnVotes => msg!("title-un-votes"),
        Template::UnGlobalCbms => msg!("title-un-global-cbms"),
        Template::GlobalMechanism => msg!("title-global-mechanism"),
        Template::OsceCbms => msg!("title-osce-cbms"),
        Template::Empty => msg!("title-empty"),
    })
}

/// The content of a template, in a sentence.
pub(crate) fn template_about(text: Text, template: Template) -> &'static str {
    text.get(match template {
        Template::UnVotes => msg!("about-un-votes"),
        Template::UnGlobalCbms => msg!("about-un-global-cbms"),
        Template::GlobalMechanism => msg!("about-global-mechanism"),
        Template::OsceCbms => msg!("about-osce-cbms"),
        Template::Empty => msg!("about-empty"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Keyed, Language, Table};

    #[test]
    fn no_explanation_leaks_a_type_or_a_statement() {
        let database = rusqlite::Error::InvalidQuery;
        let errors = [
            store::Error::Missing,
            store::Error::FolderMissing,
            store::Error::Folder,
            store::Error::NotAFile,
            store::Error::Exists,
            store::Error::Permission,
            store::Error::Empty,
            store::Error::NotADossier,
            store::Error::Protected,
            store::Error::WrongPassphrase,
            store::Error::InTheOpen,
            store::Error::OtherNames,
            store::Error::NoBackup {
                folder: "/a/backups".into(),
                why: Box::new(store::Error::DiskFull),
            },
            store::Error::Stray(store::Leftover::Log),
            store::Error::Stray(store::Leftover::Journal),
            store::Error::LeftBehind(store::Leftover::Journal),
            store::Error::Reserved,
            store::Error::BadName,
            store::Error::OtherMode,
            store::Error::Foreign,
            store::Error::Newer { found: 9, known: 1 },
            store::Error::Older { found: 0, oldest: 1 },
            store::Error::Damaged("Tree 3 page 4: btreeInitPage()".into()),
            store::Error::Altered,
            store::Error::Value { table: Table::Parties, column: "kind" },
            store::Error::TooLong { table: Table::Parties, column: "note" },
            store::Error::Locked,
            store::Error::Interrupted,
            store::Error::ReadOnly,
            store::Error::Replaced,
            store::Error::DiskFull,
            store::Error::Io,
            store::Error::Unreadable,
            store::Error::Done(Box::new(store::Error::Io)),
            store::Error::Unsure(Box::new(store::Error::Io)),
            store::Error::Stopped,
            store::Error::Constraint,
            store::Error::Log,
            store::Error::Database(database),
        ];
        for language in Language::ALL {
            for error in &errors {
                let words =
                    explain_store(Text::new(*language), error, Path::new("/a/b.cbm")).to_string();
                for leak in
                    ["SQL", "sqlite", "Error", "error-", "safe-", "next-", "::", "btree", "{"]
                {
                    assert!(!words.contains(leak), "{words}");
                }
                assert!(words.matches('.').count() >= 3, "three sentences: {words}");
            }
        }
    }
}
