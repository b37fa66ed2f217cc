//! The fate of the user's own wordings in a version of a text.

use super::fate::{FateOfAsk, OwnWording, ReadText};
use super::texts::{in_version, paragraphs, units, words_of};
use crate::model::{
    Ask, Fate, Paragraph, ParagraphId, ProposalId, Ruling, Snapshot, Version, VersionId,
};

/// An ask, with what became of it.
#[derive(Clone, Debug)]
pub struct AskedFor<'a> {
    /// The ask.
    pub ask: &'a Ask,
    /// Its fate, as computed.
    pub worked_out: FateOfAsk,
    /// The paragraph that the fate rests on.
    pub paragraph: Option<&'a Paragraph>,
    /// The paragraphs of the version that continue the one the ask was made for.
    pub made_for: Vec<ParagraphId>,
    /// The user's own judgement, if it differs.
    pub ruling: Option<&'a Ruling>,
}

impl AskedFor<'_> {
    /// Its fate: the user's own judgement if there is one, otherwise the computed fate.
    pub fn fate(&self) -> Fate {
        self.ruling.map_or(self.worked_out.fate, |it| it.fate)
    }
}

/// The asks on a proposal with their fate in one of its versions, ordered by the words wanted.
pub fn asks<'a>(
    snapshot: &'a Snapshot,
    proposal: ProposalId,
    version: &Version,
) -> Vec<AskedFor<'a>> {
    let mut found: Vec<_> = snapshot.asks.iter().filter(|it| it.proposal == proposal).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let all = paragraphs(snapshot, version.id);
    let words: Vec<_> = all.iter().map(|it| words_of(it)).collect();
    let read = ReadText::new(&units(all.iter().copied(), &words));
    found.sort_by(|a, b| (&a.wanted, a.id).cmp(&(&b.wanted, b.id)));
    let fate = |ask: &'a Ask| {
        let wording =
            OwnWording { wanted: &ask.wanted, fallback: &ask.fallback, red_line: &ask.red_line };
        let first: Vec<_> = ask.paragraph.map_or_else(Vec::new, |made_for| {
            let on = all.iter().enumerate();
            let on = on.filter(|(_, it)| continues(snapshot, it, made_for, version.id));
            on.map(|(at, _)| at).collect()
        });
        let worked_out = read.fate(wording, &first);
        let at = worked_out.evidence.paragraph;
        let paragraph = at.and_then(|at| all.get(at).copied());
        let mut rulings = snapshot.rulings.iter();
        let ruling = rulings.find(|it| (it.ask, it.version) == (ask.id, version.id));
        let made_for = first.iter().filter_map(|at| Some(all.get(*at)?.id)).collect();
        AskedFor { ask, worked_out, paragraph, made_for, ruling }
    };
    found.into_iter().map(fate).collect()
}

/// Whether a paragraph continues the one an ask was made for, or the other way round: the version
/// may be older.
fn continues(
    snapshot: &Snapshot,
    paragraph: &Paragraph,
    made_for: ParagraphId,
    version: VersionId,
) -> bool {
    let Some(origin) = snapshot.paragraphs.get(made_for) else { return false };
    in_version(snapshot, paragraph, origin.version).is_some_and(|it| it.id == made_for)
        || in_version(snapshot, origin, version).is_some_and(|it| it.id == paragraph.id)
}
