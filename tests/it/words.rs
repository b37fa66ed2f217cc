//! The words: the same ids in both languages, each used, none missing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cbm_workbench::analysis::{Outcome, Rule};
use cbm_workbench::command::{Command, Screen};
use cbm_workbench::document::Problem;
use cbm_workbench::document::merge::{ConflictKind, Decision};
use cbm_workbench::library::templates::Template;
use cbm_workbench::library::{Adoption, Confidence, InstrumentKind, states};
use cbm_workbench::model::{
    AimList, Ballot, Bindingness, Camp, CampBasis, Certainty, DayOrder, Forum, GroupKind,
    Instruction, Keyed, Language, MeasureKind, MeetingKind, Obstacle, PartyKind, PollKind,
    RemedyKind, RemedyStatus, Scope, Side, SilenceOutcome, SilenceState, SlideKind, SourceKind,
    Stance, Status, Table, Trust,
};
use cbm_workbench::settings::ThemeChoice;
use cbm_workbench::store::{Place, StepKind};
use cbm_workbench::text::ids;
use cbm_workbench::ui::state::{CampNames, Sort};

fn labels<T: Keyed>() -> Vec<String> {
    T::ALL.iter().map(|value| format!("{}-{}", T::NAME, value.key())).collect()
}

fn regions() -> Vec<String> {
    let id = |region: &String| format!("region-{}", region.to_lowercase().replace(' ', "-"));
    let states = states().iter();
    let named = states.flat_map(|row| [&row.region, &row.subregion, &row.intermediate]);
    named.filter(|region| !region.is_empty()).map(id).collect()
}

/// The ids that are put together from a list and a key.
fn composed() -> BTreeSet<String> {
    [
        regions(),
        labels::<AimList>(),
        labels::<Instruction>(),
        labels::<RemedyKind>(),
        labels::<RemedyStatus>(),
        labels::<MeetingKind>(),
        labels::<SilenceOutcome>(),
        labels::<SilenceState>(),
        labels::<Trust>(),
        labels::<Adoption>(),
        labels::<Ballot>(),
        labels::<Bindingness>(),
        labels::<Camp>(),
        labels::<CampNames>(),
        labels::<CampBasis>(),
        labels::<Certainty>(),
        labels::<DayOrder>(),
        Command::label_ids().map(str::to_owned).collect(),
        labels::<Confidence>(),
        labels::<Forum>(),
        labels::<GroupKind>(),
        labels::<InstrumentKind>(),
        labels::<Language>(),
        labels::<MeasureKind>(),
        labels::<Obstacle>(),
        labels::<Outcome>(),
        labels::<PartyKind>(),
        labels::<Problem>(),
        labels::<PollKind>(),
        labels::<SlideKind>(),
        labels::<Rule>(),
        labels::<Scope>(),
        labels::<Screen>(),
        labels::<Side>(),
        labels::<Sort>(),
        labels::<SourceKind>(),
        labels::<Stance>(),
        labels::<Status>(),
        labels::<StepKind>(),
        labels::<Table>(),
        labels::<ConflictKind>(),
        labels::<Decision>(),
        labels::<Place>(),
        labels::<Template>(),
        labels::<ThemeChoice>(),
    ]
    .concat()
    .into_iter()
    .collect()
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

/// Every string in the source that could be an id.
fn literals() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    for path in sources(&root) {
        let text = std::fs::read_to_string(path).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for piece in line.split('"').skip(1).step_by(2) {
                found.insert(piece.to_owned());
            }
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_ids() {
    let english: BTreeSet<_> = ids(Language::English).collect();
    let dutch: BTreeSet<_> = ids(Language::Dutch).collect();
    let only_english: Vec<_> = english.difference(&dutch).collect();
    let only_dutch: Vec<_> = dutch.difference(&english).collect();
    assert!(only_english.is_empty() && only_dutch.is_empty(), "{only_english:?} {only_dutch:?}");
    assert_eq!(ids(Language::English).count(), english.len(), "no id stands twice");
    assert_eq!(ids(Language::Dutch).count(), dutch.len(), "no id stands twice");
}

#[test]
fn every_id_is_used() {
    let (composed, literals) = (composed(), literals());
    let unused: Vec<_> = ids(Language::English)
        .filter(|id| !composed.contains(*id) && !literals.contains(*id))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_label_of_every_list_is_there() {
    let there: BTreeSet<_> = ids(Language::English).map(str::to_owned).collect();
    let missing: Vec<_> = composed().difference(&there).cloned().collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_id_that_is_asked_for_is_there() {
    // An id is asked for through `get`, `with` or `label_or`, or stands in a table of ids: all
    // of them have a hyphen and one of these beginnings.
    let there: BTreeSet<_> = ids(Language::English).collect();
    let beginnings: BTreeSet<_> =
        there.iter().filter_map(|id| id.split_once('-')).map(|(start, _)| start).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut missing = Vec::new();
    for path in sources(&root) {
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for call in ["text.get(\"", "text.with(\"", ".get(\"error-", "cx.text.get(\""] {
            for (at, _) in code.match_indices(call) {
                let start = at + call.find('"').unwrap() + 1;
                let id = code[start..].split('"').next().unwrap_or_default();
                let known = beginnings.contains(id.split('-').next().unwrap_or_default());
                if !there.contains(id) {
                    missing.push(format!("{id} in {} ({known})", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
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
            }
        }
    }
}
