//! Whose stance was taken on words that have changed since.
//!
//! A stance counts as before until somebody says otherwise: this list is work to do, not a change
//! of the count.

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::Owners;
use super::super::texts::{in_version, paragraphs, versions, words_of};
use crate::model::{
    Paragraph, ParagraphId, ParagraphKind, ProposalId, RecordId, Snapshot, Speaker, Stance,
    Version, VersionId,
};

/// A stance taken on words that have changed since.
#[derive(Clone, Debug, PartialEq)]
pub struct Again<'a> {
    /// Who took it.
    pub by: Speaker,
    /// The stance.
    pub stance: Stance,
    /// The entry: on the proposal, or on words.
    pub entry: RecordId,
    /// The version on which it was taken.
    pub taken_on: &'a Version,
    /// Those of its paragraphs that have been reworded since, or are gone.
    pub moved: Vec<&'a Paragraph>,
    /// How many paragraphs have been added since, if it rests on the whole text.
    pub new: usize,
}

/// The version on the table on a day: the last one there by then. An undated version was there
/// before all that follow it; `None` before the first one.
pub fn version_on<'a>(all: &[&'a Version], day: NaiveDate) -> Option<&'a Version> {
    let later = all.iter().position(|it| it.date.is_some_and(|date| date > day));
    let there = &all[..later.unwrap_or(all.len())];
    // An undated version at the end may be younger than the day.
    there.iter().rev().find(|it| it.date.is_some()).or(there.first()).copied()
}

/// The stances on a proposal that were taken on an older version of its text, if one of the
/// paragraphs they rest on has been reworded since. A stance rests on the paragraphs on which its
/// speaker said something, in a bracket or in a stance on the words; if there are none, on all of
/// them.
pub fn asked_again<'a>(
    snapshot: &'a Snapshot,
    proposal: ProposalId,
    as_of: NaiveDate,
) -> Vec<Again<'a>> {
    let all = versions(snapshot, proposal);
    let Some((present, older)) = all.split_last() else { return Vec::new() };
    if older.is_empty() {
        return Vec::new();
    }
    let now = paragraphs(snapshot, present.id);
    let owners = Owners::new(snapshot);
    let since = |it: &&'a Version| (it.id, Since::new(snapshot, &owners, it, &now));
    let moved: FxHashMap<VersionId, Since<'_>> = older.iter().map(since).collect();
    let mut found = on_words(snapshot, &moved, as_of);
    let parties = snapshot.parties.iter().map(|it| Speaker::Party(it.id));
    let groups = snapshot.groups.iter().map(|it| Speaker::Group(it.id));
    for by in parties.chain(groups) {
        let Some(entry) = snapshot.current_position(proposal, by, as_of) else { continue };
        let Some(stance) = entry.stance else { continue };
        let taken_on = version_on(&all, entry.date);
        let Some(since) = taken_on.and_then(|it| moved.get(&it.id)) else { continue };
        let rests = since.rests_on(snapshot, by);
        let (moved, new) = match rests.is_empty() {
            true => (since.moved.clone(), since.new),
            false => {
                let of = since.moved.iter().filter(|it| rests.contains(&it.id));
                (of.copied().collect(), 0)
            }
        };
        if !moved.is_empty() || new > 0 {
            let entry = entry.record_id();
            found.push(Again { by, stance, entry, taken_on: since.version, moved, new });
        }
    }
    found
}

/// The changes since an older version.
struct Since<'a> {
    version: &'a Version,
    // In which of its paragraphs each is named in a bracket.
    named: FxHashMap<RecordId, FxHashSet<ParagraphId>>,
    // What each of them became; a paragraph that was split became several.
    became: FxHashMap<ParagraphId, Vec<ParagraphId>>,
    moved: Vec<&'a Paragraph>,
    new: usize,
}

impl<'a> Since<'a> {
    fn new(
        snapshot: &'a Snapshot,
        owners: &Owners,
        version: &'a Version,
        now: &[&'a Paragraph],
    ) -> Self {
        let mut became: FxHashMap<ParagraphId, Vec<ParagraphId>> = FxHashMap::default();
        let mut new = 0;
        for it in now {
            match in_version(snapshot, it, version.id) {
                Some(old) => became.entry(old.id).or_default().push(it.id),
                None if it.kind == ParagraphKind::Heading => {}
                None => new += 1,
            }
        }
        let all = paragraphs(snapshot, version.id);
        let same = |old: &Paragraph| {
            let now = became.get(&old.id).map_or(&[][..], Vec::as_slice);
            let words = |id: &ParagraphId| snapshot.paragraphs.get(*id).map(|it| &it.words);
            matches!(now, [one] if words(one) == Some(&old.words))
        };
        let text = all.iter().filter(|it| it.kind != ParagraphKind::Heading);
        let moved = text.filter(|it| !same(it)).copied().collect();
        let mut named: FxHashMap<RecordId, FxHashSet<ParagraphId>> = FxHashMap::default();
        for it in all {
            for bracket in words_of(it).brackets() {
                let who = bracket.owners.iter().filter_map(|it| owners.find(&it.name));
                for who in who {
                    named.entry(who).or_default().insert(it.id);
                }
            }
        }
        Self { version, named, became, moved, new }
    }

    /// The paragraphs on which a speaker said something.
    fn rests_on(&self, snapshot: &Snapshot, by: Speaker) -> FxHashSet<ParagraphId> {
        let who: RecordId = match by {
            Speaker::Party(id) => id.into(),
            Speaker::Group(id) => id.into(),
        };
        let mut rests = self.named.get(&who).cloned().unwrap_or_default();
        let said = snapshot.word_stances.iter().filter(|it| it.by == by).map(|it| it.paragraph);
        let of = |id: &ParagraphId| {
            snapshot.paragraphs.get(*id).is_some_and(|it| it.version == self.version.id)
        };
        rests.extend(said.filter(of));
        rests
    }
}

/// The stances on words that have been changed since, the last one of each speaker on a paragraph.
fn on_words<'a>(
    snapshot: &'a Snapshot,
    moved: &FxHashMap<VersionId, Since<'a>>,
    as_of: NaiveDate,
) -> Vec<Again<'a>> {
    let mut said: Vec<_> = snapshot.word_stances.iter().filter(|it| it.date <= as_of).collect();
    said.sort_by_key(|it| std::cmp::Reverse((it.date, it.id)));
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    for it in said {
        if !seen.insert((it.paragraph, it.alternative, it.by)) {
            continue;
        }
        let Some(paragraph) = snapshot.paragraphs.get(it.paragraph) else { continue };
        let Some(since) = moved.get(&paragraph.version) else { continue };
        // A speaker that has spoken on what it became needs no asking.
        let became = since.became.get(&paragraph.id);
        let spoke = |on: &ParagraphId| {
            snapshot.word_stances.iter().any(|later| later.by == it.by && later.paragraph == *on)
        };
        if became.is_some_and(|became| became.iter().any(spoke)) {
            continue;
        }
        let (Some(stance), true) = (it.stance, since.moved.iter().any(|p| p.id == paragraph.id))
        else {
            continue;
        };
        let entry = it.record_id();
        let moved = vec![paragraph];
        found.push(Again { by: it.by, stance, entry, taken_on: since.version, moved, new: 0 });
    }
    found
}
