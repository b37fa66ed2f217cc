//! A request for a page, to be written to a file under a ceiling.

use chrono::NaiveDate;

use super::{
    Chosen, DraftForm, Format, Named, On, Page, PageContext, Paper, Picture, Proof, Subject, Unfit,
    Unfound, draft_document, page,
};
use crate::analysis;
use crate::exchange::whole;
use crate::model::{Language, Marking, ScenarioId, Snapshot, Table};
use crate::text::Text;

/// A request for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its subject.
    pub subject: Subject,
    /// The format of the file.
    pub format: Format,
    /// The paper, if the format has any.
    pub paper: Paper,
    /// The strictest marking it may show.
    pub ceiling: Marking,
    /// Its language.
    pub language: Language,
    /// The day shown.
    pub as_of: NaiveDate,
    /// The day after which changes are reported.
    pub since: NaiveDate,
    /// Whether a brief is kept to what a minister reads.
    pub short: bool,
    /// Whether it says who drew it up.
    pub signed: bool,
    /// How a text under negotiation is written for Word.
    pub form: DraftForm,
    /// The records it is on, if its subject takes any.
    pub on: Chosen,
    /// The scenario laid over the dossier, if its subject counts stances.
    pub under: Option<ScenarioId>,
}

/// Why a page cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// The records it is on may not be seen.
    Unfound(Unfound),
    /// The format cannot hold it.
    Unfit(Unfit),
}

impl Unwritable {
    /// The explanation for the user. The records were chosen from the dossier, so one that is not
    /// found is withheld.
    pub(crate) fn words(&self, text: Text) -> String {
        match self {
            Self::Unfound(unfound) => unfound.words(text, true),
            Self::Unfit(unfit) => unfit.words(text),
        }
    }
}

impl Subject {
    /// Whether anything of a table can be on its page, or be counted for it: what cannot be is not left out of
    /// it.
    pub fn may_show(self, table: Table, format: Format) -> bool {
        let is_data = format == Format::Json;
        let of = |subjects: &[Subject]| self == Self::All || subjects.contains(&self);
        match table {
            Table::SavedViews => false,
            Table::Dossier | Table::Sources => true,
            _ if self == Self::Sources => false,
            Table::Versions | Table::Paragraphs => {
                let texts = [Subject::Brief, Subject::Meeting, Subject::Text, Subject::Revision];
                of(&texts) || of(&[Subject::Changes]) || is_data && of(&[Subject::Proposals])
            }
            Table::Asks | Table::Rulings | Table::WordStances => {
                of(&[Subject::Brief, Subject::Text, Subject::Revision])
            }
            Table::Comments => of(&[Subject::Text]),
            Table::Terms | Table::AimTags => of(&[Subject::Proposals]),
            Table::Polls | Table::Parked | Table::Slides => of(&[Subject::Room]),
            Table::Contacts => of(&[Subject::Party]),
            Table::Parties
            | Table::Groups
            | Table::Memberships
            | Table::Aliases
            | Table::Proposals
            | Table::Sponsors
            | Table::Rivals
            | Table::Positions
            | Table::Briefs
            | Table::Assessments
            | Table::Concerns
            | Table::Remedies
            | Table::Relations
            | Table::Engagements
            | Table::NextSteps
            | Table::Meetings
            | Table::RollCalls
            | Table::Votes
            | Table::Scenarios
            | Table::ScenarioMoves
            | Table::Agenda => true,
        }
    }
}

impl Request {
    /// Whether such a page can name its author; formats that only programs read do not.
    pub(crate) fn can_be_signed(&self) -> bool {
        self.format != Format::Csv && !self.subject.is_whole_as(self.format) && !self.is_draft()
    }

    /// Whether anything of a table can be on it or be counted for it; otherwise the table is not
    /// reported as left out.
    pub(crate) fn may_show(&self, table: Table) -> bool {
        self.subject.may_show(table, self.format)
    }

    /// Whether it is a text to be negotiated further in Word.
    pub(crate) fn is_draft(&self) -> bool {
        (self.subject, self.format) == (Subject::Text, Format::Docx)
    }

    /// Writes the page from what may be seen under its ceiling, and returns its marking. The
    /// records it is on are found by name, since they have other identities there. The author is
    /// named only on request.
    ///
    /// # Errors
    /// [`Unwritable::Unfound`] if the records it is on may not be seen, or [`Unwritable::Unfit`] if
    /// the format cannot hold it.
    pub fn write(
        &self,
        seen: &Snapshot,
        named: &Named,
        author: &str,
    ) -> Result<(Vec<u8>, Marking), Unwritable> {
        if self.subject.is_whole_as(self.format) {
            return Ok(whole::write_unsigned(seen));
        }
        if self.is_draft() {
            let on = named.find(seen).map_err(Unwritable::Unfound)?;
            // If there is nothing to write, or to compare it with, the page says so.
            if let Ok(made) = draft_document(&self.context(seen, &on), (None, None), self.form) {
                return Ok(made);
            }
        }
        self.with_page((seen, named, author), |page| page.write_on(self.format, self.paper))
    }

    fn context<'a>(&self, seen: &'a Snapshot, on: &'a On) -> PageContext<'a> {
        let Self { ceiling, language, as_of, since, short, .. } = *self;
        PageContext {
            since,
            short,
            on,
            ..PageContext::new(seen, Some(ceiling), as_of, Text::new(language))
        }
    }

    /// Draws the page as a picture for a slide, and returns its marking.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn draw(
        &self,
        seen: &Snapshot,
        named: &Named,
        author: &str,
    ) -> Result<(Picture, Marking), Unwritable> {
        self.with_page((seen, named, author), |page| page.draw())
    }

    /// Lays out the page on sheets as a preview, and returns its marking.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn proof(
        &self,
        seen: &Snapshot,
        named: &Named,
        author: &str,
    ) -> Result<(Proof, Marking), Unwritable> {
        self.with_page((seen, named, author), |page| Proof::of(page, self.format, self.paper))
    }

    /// Makes the page, and something from it.
    fn with_page<T>(
        &self,
        (seen, named, author): (&Snapshot, &Named, &str),
        make: impl FnOnce(&Page<'_>) -> Result<T, Unfit>,
    ) -> Result<(T, Marking), Unwritable> {
        let on = named.find(seen).map_err(Unwritable::Unfound)?;
        let under = named.scenario(seen).map_err(Unwritable::Unfound)?;
        let assumed = under.map(|id| analysis::under(seen, id, self.as_of));
        let seen = assumed.as_ref().unwrap_or(seen);
        let context = PageContext { under, ..self.context(seen, &on) };
        let mut page = page(&context, self.subject);
        if self.signed {
            page.sign(author);
        }
        let made = make(&page).map_err(Unwritable::Unfit)?;
        Ok((made, page.marking()))
    }
}
