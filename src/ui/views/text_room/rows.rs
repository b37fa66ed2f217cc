//! The paragraphs as they are drawn. The drawing of a paragraph is worked out once for its words,
//! and kept while others change, so that a key on one of five hundred is answered within a frame.

use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Id, Ui};
use rustc_hash::{FxHashMap, FxHasher};

use super::{body, filter};
use crate::analysis::{
    Owners, TermIndex, TermKey, Turned, asks, in_version, paragraphs, turned, words_of,
};
use crate::draft::Words;
use crate::model::words::fold;
use crate::model::{Paragraph, ParagraphId, ParagraphKind, ParagraphStatus, Version};
use crate::ui::cx::Cx;
use crate::ui::theme::Theme;

/// A paragraph as it is drawn.
#[derive(Clone, Debug)]
pub(super) struct Row {
    made: Arc<Made>,
    /// Whether one of the user's own wordings is looked for in it.
    pub(super) asked: bool,
    /// Those who ask for its brackets or are against them, by code if the dossier knows them.
    pub(super) owners: Vec<String>,
}

/// Everything that follows from its own words and those it is compared with.
#[derive(Clone, Debug)]
pub(super) struct Made {
    /// A number for its inputs: as long as that is the same, so is this.
    pub(super) look: u64,
    pub(super) id: ParagraphId,
    pub(super) number: String,
    pub(super) status: ParagraphStatus,
    /// How it changed; `None` if nothing is compared.
    pub(super) turned: Option<Turned>,
    /// Whether it is gone: it belongs to the version that this one is compared with.
    pub(super) gone: bool,
    pub(super) brackets: usize,
    /// Its words as drawn, at any width.
    pub(super) drawn: LayoutJob,
    pub(super) bare: String,
    pub(super) folded: String,
    /// Its contested terms, each as written here.
    pub(super) terms: Vec<(TermKey, String)>,
    // Those who ask for something in it, as written.
    named: Vec<String>,
}

impl Deref for Row {
    type Target = Made;

    fn deref(&self) -> &Made {
        &self.made
    }
}

/// Those of the previous state of the dossier.
type Kept = Arc<FxHashMap<ParagraphId, Arc<Made>>>;

/// The paragraphs of a version, compared with another.
pub(super) fn rows(ui: &Ui, cx: &Cx<'_>, version: &Version, against: Option<&Version>) -> Vec<Row> {
    let memory = Id::unique("text-made");
    let kept = ui.data(|data| data.get_temp::<Kept>(memory)).unwrap_or_default();
    let (known, index) = (Owners::new(cx.snapshot), cx.figures.terms());
    let asks = asks(cx.snapshot, version.proposal, version);
    let asked: Vec<_> = asks.iter().filter_map(|it| Some(it.paragraph?.id)).collect();
    // The dossier's own terms are looked for too, and the drawing has colours.
    let own: Vec<_> = cx.snapshot.terms.iter().map(|it| (it.id, &it.forms)).collect();
    let around = hashed(&(own, cx.theme.colours.ink.to_array()));
    let mut codes: FxHashMap<String, String> = FxHashMap::default();
    let row = |it: &Paragraph| {
        let found = against.map(|other| in_version(cx.snapshot, it, other.id));
        let before = found.flatten();
        let of = |it: &Paragraph| (it.words.clone(), it.number.clone(), it.kind, it.status);
        let look = hashed(&(around, of(it), found.map(|it| it.map(|it| it.words.clone()))));
        let made = kept.get(&it.id).filter(|made| made.look == look).cloned();
        let made = made.unwrap_or_else(|| {
            let turned = found.map(|before| turned(before, it));
            Arc::new(make(&cx.theme, index, it, (before, turned), look))
        });
        let mut code = |name: &String| {
            let code = codes.entry(name.clone());
            code.or_insert_with(|| known.code(name).unwrap_or(name).to_owned()).clone()
        };
        let mut owners: Vec<_> = made.named.iter().map(&mut code).collect();
        owners.sort_unstable();
        owners.dedup();
        Row { asked: asked.contains(&it.id), owners, made }
    };
    let now = paragraphs(cx.snapshot, version.id);
    let mut rows: Vec<_> = now.iter().copied().map(row).collect();
    if let Some(against) = against {
        let gone = |it: &Paragraph| {
            let look = hashed(&(around, &it.words, &it.number, it.kind, "gone"));
            let made = kept.get(&it.id).filter(|made| made.look == look).cloned();
            let made = made.unwrap_or_else(|| Arc::new(make_gone(&cx.theme, it, look)));
            Row { asked: false, owners: Vec::new(), made }
        };
        put_gone(cx, &now, against, &mut rows, gone);
    }
    let kept: Kept = Arc::new(rows.iter().map(|it| (it.id, it.made.clone())).collect());
    ui.data_mut(|data| data.insert_temp(memory, kept));
    rows
}

/// Puts each paragraph that is gone after the one that it followed, as far as that still exists.
fn put_gone(
    cx: &Cx<'_>,
    now: &[&Paragraph],
    against: &Version,
    rows: &mut Vec<Row>,
    gone: impl Fn(&Paragraph) -> Row,
) {
    // Each paragraph of the other version that continues, with the one that continues it.
    let mut kept: FxHashMap<ParagraphId, ParagraphId> = FxHashMap::default();
    for it in now {
        let before = in_version(cx.snapshot, it, against.id).map(|old| old.id);
        for old in before.into_iter().chain(it.merged) {
            kept.entry(old).or_insert(it.id);
        }
    }
    let mut behind = None;
    for old in paragraphs(cx.snapshot, against.id) {
        if let Some(now) = kept.get(&old.id) {
            behind = Some(*now);
            continue;
        }
        let at = rows.iter().position(|row| Some(row.id) == behind).map_or(0, |at| at + 1);
        rows.insert(at, gone(old));
        behind = Some(old.id);
    }
}

fn make_gone(theme: &Theme, it: &Paragraph, look: u64) -> Made {
    let words = words_of(it);
    let heading = it.kind == ParagraphKind::Heading;
    Made {
        look,
        id: it.id,
        number: it.number.clone(),
        status: it.status,
        turned: None,
        gone: true,
        brackets: 0,
        drawn: body::words(theme, (Some(&words), &Words::default()), heading),
        folded: fold(&format!("{} {}", it.number, it.words)),
        terms: Vec::new(),
        bare: words.bare(),
        named: Vec::new(),
    }
}

fn make(
    theme: &Theme,
    index: &TermIndex,
    it: &Paragraph,
    (before, turned): (Option<&Paragraph>, Option<Turned>),
    look: u64,
) -> Made {
    let words = words_of(it);
    let before = before.map(words_of);
    let heading = it.kind == ParagraphKind::Heading;
    let brackets = words.brackets();
    let named = brackets.iter().flat_map(|it| &it.owners).map(|it| it.name.clone()).collect();
    Made {
        look,
        id: it.id,
        number: it.number.clone(),
        status: it.status,
        turned,
        gone: false,
        brackets: brackets.len(),
        drawn: body::words(theme, (before.as_ref(), &words), heading),
        folded: fold(&format!("{} {}", it.number, it.words)),
        terms: filter::terms(index, &words),
        bare: words.bare(),
        named,
    }
}

fn hashed(of: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    of.hash(&mut hasher);
    hasher.finish()
}
