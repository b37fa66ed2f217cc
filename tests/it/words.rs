//! The messages: the same ids in both languages, every one used, none missing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cbm_workbench::analysis::{
    Answer, BracketTurn, CountsAs, Drift, Method, Outcome, Rule, Sort, Target, Turned,
};
use cbm_workbench::command::{Command, Menu, Screen};
use cbm_workbench::document::merge::{ConflictKind, Decision};
use cbm_workbench::document::{Problem, StepName};
use cbm_workbench::exchange::intake::{Fate, Field, Heads, Layout};
use cbm_workbench::exchange::{DocxRemarkKind, FileKind, Same};
use cbm_workbench::library::templates::Template;
use cbm_workbench::library::{Adoption, Confidence, InstrumentKind, states};
use cbm_workbench::model::{
    AimList, Ballot, Bindingness, Camp, CampBasis, Certainty, City, DayOrder, Decided,
    Fate as Became, Forum, GroupKind, Instruction, Keyed, Language, MeasureKind, MeetingKind,
    Obstacle, ParagraphKind, ParagraphStatus, PartyKind, PollKind, Procedure, RemedyKind,
    RemedyStatus, Scope, Side, SilenceOutcome, SilenceState, SlideKind, SourceKind, Stance, Status,
    Table, Trust,
};
use cbm_workbench::report::{DraftForm, Format, PaperSize, Subject, Turn};
use cbm_workbench::settings::ThemeChoice;
use cbm_workbench::store::{Place, StepKind};
use cbm_workbench::text::ids;
use cbm_workbench::ui::state::{CampNames, ChangesBy, TextShows};

/// A closed list: its name, and the keys of its values.
struct List {
    name: &'static str,
    keys: Vec<&'static str>,
}

fn list<T: Keyed>() -> List {
    List { name: T::NAME, keys: T::ALL.iter().map(|value| value.key()).collect() }
}

fn regions() -> Vec<String> {
    let id = |region: &String| format!("region-{}", region.to_lowercase().replace(' ', "-"));
    let states = states().iter();
    let named = states.flat_map(|row| [&row.region, &row.subregion, &row.intermediate]);
    named.filter(|region| !region.is_empty()).map(id).collect()
}

fn commands() -> List {
    let keys = Command::label_ids().filter_map(|id| id.strip_prefix("command-"));
    List { name: "command", keys: keys.collect() }
}

/// The lists whose values have labels.
fn lists() -> Vec<List> {
    vec![
        list::<AimList>(),
        list::<Answer>(),
        list::<Method>(),
        list::<Fate>(),
        list::<Became>(),
        list::<BracketTurn>(),
        list::<ParagraphKind>(),
        list::<ParagraphStatus>(),
        list::<Format>(),
        list::<PaperSize>(),
        list::<Turn>(),
        list::<Turned>(),
        list::<Subject>(),
        list::<Field>(),
        list::<Layout>(),
        list::<Heads>(),
        list::<Same>(),
        list::<Instruction>(),
        list::<RemedyKind>(),
        list::<RemedyStatus>(),
        list::<MeetingKind>(),
        list::<SilenceOutcome>(),
        list::<SilenceState>(),
        list::<Trust>(),
        list::<Adoption>(),
        list::<Ballot>(),
        list::<Bindingness>(),
        list::<Camp>(),
        list::<CampNames>(),
        list::<ChangesBy>(),
        list::<City>(),
        list::<Drift>(),
        list::<CountsAs>(),
        list::<CampBasis>(),
        list::<Certainty>(),
        list::<DayOrder>(),
        list::<DraftForm>(),
        list::<DocxRemarkKind>(),
        list::<FileKind>(),
        commands(),
        list::<Confidence>(),
        list::<Forum>(),
        list::<GroupKind>(),
        list::<InstrumentKind>(),
        list::<Language>(),
        list::<MeasureKind>(),
        list::<Menu>(),
        list::<Obstacle>(),
        list::<Outcome>(),
        list::<PartyKind>(),
        list::<Problem>(),
        list::<PollKind>(),
        list::<SlideKind>(),
        list::<Rule>(),
        list::<Scope>(),
        list::<Screen>(),
        list::<Side>(),
        list::<Sort>(),
        list::<SourceKind>(),
        list::<Stance>(),
        list::<Status>(),
        list::<StepKind>(),
        list::<Table>(),
        list::<Target>(),
        list::<TextShows>(),
        list::<CountsAs>(),
        list::<Procedure>(),
        list::<Decided>(),
        list::<ConflictKind>(),
        list::<Decision>(),
        list::<Place>(),
        list::<Template>(),
        list::<ThemeChoice>(),
    ]
}

/// The ids composed of a list and a key.
fn composed() -> BTreeSet<String> {
    let labels = |list: &List| -> Vec<String> {
        list.keys.iter().map(|key| format!("{}-{key}", list.name)).collect()
    };
    // There is only one dossier.
    let many = Table::ALL.iter().filter(|it| **it != Table::Dossier);
    let many = many.map(|table| format!("many-{}", table.key()));
    lists().iter().flat_map(labels).chain(many).chain(regions()).chain(fields()).collect()
}

/// The names of fields, derived from their columns.
fn fields() -> impl Iterator<Item = String> {
    let columns = Table::ALL.iter().flat_map(|table| table.columns());
    let columns = columns.filter(|column| **column != "id").chain(["deleted"].iter());
    columns.map(|column| {
        format!("field-{}", column.strip_suffix("_id").unwrap_or(column).replace('_', "-"))
    })
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|found| found == "rs") {
            files.push(path);
        }
    }
    files
}

/// Every string literal in the source that could be an id.
fn literals() -> BTreeSet<String> {
    literals_after(|_| true)
}

/// The same, limited to literals preceded on their line by something `wanted` accepts.
fn literals_after(wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    for path in sources(&root) {
        let text = std::fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let pieces: Vec<_> = line.split('"').collect();
            for pair in pieces.chunks_exact(2).filter(|pair| wanted(pair[0])) {
                found.insert(pair[1].to_owned());
            }
        }
    }
    found
}

#[test]
fn every_id_is_used() {
    let (composed, literals) = (composed(), literals());
    let unused: Vec<_> =
        ids().iter().filter(|id| !composed.contains(**id) && !literals.contains(**id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_value_of_every_list_has_a_label() {
    let there: BTreeSet<_> = ids().iter().map(|id| String::from(*id)).collect();
    let missing: Vec<_> = composed().difference(&there).cloned().collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Literals that look like an id but are not: a file of messages, icons, a key of the workspace, a
/// word of JSON Schema.
const NO_IDS: [&str; 9] = [
    "command-line",
    "counts-as",
    "date-time",
    "file-plus-2",
    "file-text",
    "list-checks",
    "roll-call",
    "text-room",
    "what-if",
];

/// Code that precedes the name of a place on screen, or of something cached for it.
const PLACES: [&str; 4] = ["Id::unique(", "Id::unique((", "id_salt(", "cx.rows(ui, "];

#[test]
fn every_id_asked_for_exists() {
    // Wherever an id occurs, in a call or in a table: every id is words joined by hyphens, and
    // starts like another one.
    let there: BTreeSet<_> = ids().iter().copied().collect();
    let beginning = |id: &str| id.split_once('-').map(|(start, _)| start.to_owned());
    let beginnings: BTreeSet<_> = there.iter().filter_map(|id| beginning(id)).collect();
    let lists = lists();
    let keys: BTreeSet<_> =
        lists.iter().flat_map(|list| list.keys.iter().chain([&list.name])).copied().collect();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    // Bytes are names in files, never ids.
    let is_id = |before: &str| {
        !before.ends_with('b') && !PLACES.iter().any(|place| before.ends_with(place))
    };
    let literals = literals_after(is_id);
    let missing: Vec<_> = literals
        .iter()
        .filter(|id| id.chars().all(plain) && !id.ends_with('-'))
        .filter(|id| beginning(id).is_some_and(|start| beginnings.contains(&start)))
        .filter(|id| !there.contains(id.as_str()) && !keys.contains(id.as_str()))
        .filter(|id| !NO_IDS.contains(&id.as_str()) && StepName::from_key(id).is_none())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let gone: Vec<_> = NO_IDS.iter().filter(|name| !literals.contains(**name)).collect();
    assert!(gone.is_empty(), "not in the source any more: {gone:?}");
}

#[test]
fn words_keep_to_the_house_style() {
    for language in ["en", "nl"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(language);
        for entry in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                assert!(!line.contains('!'), "no exclamation marks: {line}");
                for jargon in ["database", "UUID", "SELECT", " row in", "JSON file"] {
                    let words = line.split_once('=').map_or(line, |(_, words)| words);
                    assert!(!words.contains(jargon), "no jargon of the program: {line}");
                }
                assert!(!line.contains("..."), "one character for an ellipsis: {line}");
                let others = if language == "nl" { ['“', '”'] } else { ['‘', '‚'] };
                assert!(!line.contains(others), "the quotation marks of the language: {line}");
            }
        }
    }
}
