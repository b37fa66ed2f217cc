//! The view state of a text, and what is being done to it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::analysis::TermKey;
use crate::exchange::TextFile;
use crate::model::{Marking, ParagraphId, ProposalId, VersionId};

/// Which text is shown, and what it is compared with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextState {
    /// The proposal; `None` until one is chosen or selected.
    pub proposal: Option<ProposalId>,
    /// The version; `None` is the present one.
    pub version: Option<VersionId>,
    /// The version it is compared with.
    pub against: Against,
    /// Opens the menu of versions to compare with.
    pub ask_against: bool,
    /// Whether the page on what changed in it is shown in place of the words.
    pub changed: bool,
    /// Which paragraphs are shown.
    pub filter: TextFilter,
    /// The words chosen in the selected paragraph.
    pub chosen: Option<ChosenWords>,
    /// The bracket being added.
    pub bracketing: Option<Bracketing>,
    /// The version being added.
    pub taking: Option<TakingText>,
}

/// Which paragraphs of a text are shown: those to which all of this applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextFilter {
    /// Not agreed yet.
    pub open: bool,
    /// With the user's own wordings.
    pub ours: bool,
    /// Changed, or new, since the version it is compared with.
    pub changed: bool,
    /// With a bracket of this owner, for or against.
    pub owner: Option<String>,
    /// With this contested term.
    pub term: Option<TermKey>,
}

impl TextFilter {
    /// Whether all are shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The version that a text is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Against {
    /// The version before it.
    #[default]
    Before,
    /// Nothing.
    Nothing,
    /// Another version.
    Version(VersionId),
}

/// Words of a paragraph, by their number in reading order, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChosenWords {
    /// The paragraph.
    pub paragraph: ParagraphId,
    /// The word where the choice began.
    pub from: usize,
    /// The word that keys act on.
    pub at: usize,
}

/// The request about words that are being put in a bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedOf {
    /// That they come in.
    Stay,
    /// That they go.
    Go,
    /// That others replace them, or are alternatives to them.
    Other,
}

/// A bracket being added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bracketing {
    /// The words in it.
    pub chosen: ChosenWords,
    /// The request about them.
    pub asked: AskedOf,
    /// The other words, if it asks for others.
    pub words: String,
    /// Who asks, as typed: codes or names.
    pub owners: String,
    /// Whether its field has had the focus.
    pub begun: bool,
}

/// A version being added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakingText {
    /// Its name.
    pub name: String,
    /// Its marking, if given: `Some(None)` is the dossier's.
    pub marking: Option<Option<Marking>>,
    /// Whether the user is being asked if it may be dropped.
    pub leaving: bool,
    /// The text as typed or pasted.
    pub typed: String,
    /// The file it comes from, in place of typed text.
    pub file: Option<Arc<TextFile>>,
    /// Whether the field has had the focus.
    pub begun: bool,
    /// The decisions on doubtful paragraphs: which one of the last version each continues.
    pub chosen: Vec<(usize, Option<usize>)>,
    /// Names unknown here that are taken for the party they point to.
    pub agreed: Vec<String>,
}

/// A version being added, as stored inside the dossier. The content of a file is not stored: the
/// file is still there.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct KeptText {
    proposal: Option<Uuid>,
    name: String,
    typed: String,
    chosen: Vec<(usize, Option<usize>)>,
}

impl TextState {
    /// The stored form of a version being added.
    pub(crate) fn kept(&self) -> Option<KeptText> {
        let taking = self.taking.as_ref().filter(|it| it.file.is_none() && !it.typed.is_empty())?;
        Some(KeptText {
            proposal: self.proposal.map(|it| it.0),
            name: taking.name.clone(),
            typed: taking.typed.clone(),
            chosen: taking.chosen.clone(),
        })
    }

    /// Continues with it.
    pub(crate) fn take_up(&mut self, kept: KeptText) {
        let KeptText { proposal, name, typed, chosen } = kept;
        self.proposal = proposal.map(ProposalId);
        self.taking = Some(TakingText { name, typed, chosen, ..TakingText::default() });
    }
}
