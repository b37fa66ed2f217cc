//! A page that is asked for, to be written to a file under a ceiling.

use chrono::NaiveDate;

use super::{
    Chosen, DraftForm, Format, Named, On, Page, PageContext, Paper, Picture, Proof, Subject, Unfit,
    Unfound, draft_document, page,
};
use crate::analysis;
use crate::exchange::whole;
use crate::model::{Language, Marking, ScenarioId, Snapshot, Table};
use crate::text::Text;

/// A page that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it is about.
    pub subject: Subject,
    /// The format of the file.
    pub format: Format,
    /// The paper, if the format has any.
    pub paper: Paper,
    /// The strictest marking that it may show.
    pub ceiling: Marking,
    /// The language it is in.
    pub language: Language,
    /// The day shown.
    pub as_of: NaiveDate,
    /// The day after which changes are told.
    pub since: NaiveDate,
    /// Whether a brief has only what a minister reads.
    pub short: bool,
    /// Whether it says who drew it up.
    pub signed: bool,
    /// How a text under negotiation is written for Word.
    pub form: DraftForm,
    /// What it is on, if its subject takes anything.
    pub on: Chosen,
    /// The scenario that is laid over the dossier, where its subject counts stances.
    pub under: Option<ScenarioId>,
}

/// Why a page cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// What it is on may not be seen.
    Unfound(Unfound),
    /// The format cannot hold it.
    Unfit(Unfit),
}

impl Unwritable {
    /// What there is to say of it, where what it is on was chosen from the dossier.
    pub(crate) fn words(&self, text: Text) -> String {
        match self {
            Self::Unfound(unfound) => unfound.words(text, true),
            Self::Unfit(unfit) => unfit.words(text),
        }
    }
}

impl Request {
    /// Whether a page so made can say who drew it up: what only programs read does not.
    pub(crate) fn can_be_signed(&self) -> bool {
        self.format != Format::Csv && !self.subject.is_whole_as(self.format) && !self.is_draft()
    }

    /// Whether anything of a table can be on it, or be counted for it: what cannot be is not left out of it.
    pub(crate) fn may_show(&self, table: Table) -> bool {
        let is_data = self.format == Format::Json;
        let of =
            |subjects: &[Subject]| self.subject == Subject::All || subjects.contains(&self.subject);
        match table {
            Table::SavedViews => false,
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
            _ => true,
        }
    }

    /// Whether it is a text that goes on being negotiated in Word.
    pub(crate) fn is_draft(&self) -> bool {
        (self.subject, self.format) == (Subject::Text, Format::Docx)
    }

    /// Writes the page about what may be seen under its ceiling, and says how it is marked. What
    /// it is on is found by its name, since it has another identity there. The author is named only
    /// if that is asked for.
    ///
    /// # Errors
    /// What it is on if that may not be seen, or [`Unfit`] if the format cannot hold it.
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
            // Where there is nothing to write, or to compare it with, the page says so.
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

    /// Draws the page as a picture for a slide, and says how it is marked.
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

    /// Sets the page on sheets, to be looked at, and says how it is marked.
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

    /// Makes the page, and something of it.
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
