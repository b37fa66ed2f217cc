//! Pages on the command line: their options, and writing them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{Local, Months, NaiveDate};
use clap::{ArgAction, ArgMatches, Command};

use super::arguments::{self, asked_day, chosen_ceiling, flag, option, path};
use super::changes::no_days;
use super::{complain, open, refuse, seen_under};
use crate::analysis::under;
use crate::document::Document;
use crate::exchange::whole;
use crate::explain::explain_store;
use crate::model::{Clock, Marking, Table};
use crate::report::{
    self, Format, Named, Page, PageContext, Paper, Subject, Topic, Unfit, page, scenario_named,
};
use crate::store::SeenCount;
use crate::text::{Text, msg};

/// The options of a page, whatever its subject.
pub(super) fn arguments(command: Command, text: Text) -> Command {
    command
        .arg(option("as-of", "DATE", text.get(msg!("help-as-of"))))
        .arg(option("since", "DATE", text.get(msg!("help-page-since"))))
        .arg(option("proposal", "CODE", text.get(msg!("help-proposal"))).action(ArgAction::Append))
        .arg(option("party", "CODE", text.get(msg!("help-page-party"))))
        .arg(option("meeting", "TITLE", text.get(msg!("help-page-meeting"))))
        .arg(flag("short", text.get(msg!("help-short"))))
        .arg(arguments::ceiling(text))
}

/// A requested page.
pub(super) struct Asked {
    /// The dossier.
    pub path: PathBuf,
    /// The strictest marking that may be seen; `None` is everything.
    pub ceiling: Option<Marking>,
    /// The paper, if the format has any.
    pub paper: Paper,
    subject: Subject,
    format: Format,
    as_of: NaiveDate,
    since: NaiveDate,
    on: Named,
    short: bool,
    // The scenario laid over the dossier.
    under: Option<String>,
}

/// A page in its format.
pub(super) struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// The marking of the page.
    pub marking: Marking,
    /// How much may be seen under its ceiling, and how much is withheld.
    pub seen_counts: BTreeMap<Table, SeenCount>,
}

impl Asked {
    /// Reads the options; complains about days that cannot be compared.
    pub(super) fn read(
        text: Text,
        matches: &ArgMatches,
        subject: Subject,
        format: Format,
    ) -> Result<Self, u8> {
        let asked = Self::plain(text, matches, subject, format)?;
        let today = Clock::System.today();
        let since = asked_day(text, matches, "since", today)?;
        if let Some(since) = since.filter(|since| *since >= asked.as_of) {
            let chosen = matches.contains_id("as-of");
            complain(&no_days(text, since, asked.as_of, today, chosen));
            return Err(2);
        }
        let (short, since) = (matches.get_flag("short"), since.unwrap_or(asked.since));
        Ok(Self { since, short, ..asked })
    }

    /// The same without the options of particular pages: the changes are those of a year.
    pub(super) fn plain(
        text: Text,
        matches: &ArgMatches,
        subject: Subject,
        format: Format,
    ) -> Result<Self, u8> {
        let today = Clock::System.today();
        let as_of = asked_day(text, matches, "as-of", today)?.unwrap_or(today);
        let on = named(text, matches, subject)?;
        let since = as_of.checked_sub_months(Months::new(12)).unwrap_or(as_of);
        let (path, ceiling, short) = (path(matches), chosen_ceiling(matches), false);
        let (paper, under) = (Paper::default(), None);
        Ok(Self { path, ceiling, paper, subject, format, as_of, since, on, short, under })
    }

    /// The same under a scenario, by its name.
    pub(super) fn under(self, scenario: Option<String>) -> Self {
        Self { under: scenario, ..self }
    }

    /// Opens the dossier for reading.
    pub(super) fn open(&self, text: Text) -> Result<Document, u8> {
        open(text, &self.path, Document::read_as)
    }

    /// Builds the page and writes it in its format.
    pub(super) fn write(&self, text: Text, document: &Document) -> Result<Written, u8> {
        self.write_with(text, document, |context| Ok(page(context, self.subject)))
    }

    /// The same for a file.
    pub(super) fn write_to_file(&self, text: Text, document: &Document) -> Result<Written, u8> {
        if !self.subject.is_whole_as(self.format) {
            return self.write(text, document);
        }
        let seen = seen_under(text, &self.path, document, self.ceiling)?;
        let (bytes, marking) = match &seen {
            Some(seen) => whole::write_unsigned(&seen.snapshot),
            None => whole::write(document.snapshot()),
        };
        let seen_counts = seen.map(|it| it.seen_counts).unwrap_or_default();
        Ok(Written { bytes, marking, seen_counts })
    }

    /// The same as [`write`](Self::write) for a page that is built in another way.
    pub(super) fn write_with(
        &self,
        text: Text,
        document: &Document,
        build: impl for<'a> FnOnce(&PageContext<'a>) -> Result<Page<'a>, u8>,
    ) -> Result<Written, u8> {
        let seen = seen_under(text, &self.path, document, self.ceiling)?;
        // The log reveals earlier values whatever their marking was then, so under a ceiling it is
        // left out.
        let fields = if seen.is_none() && self.subject.tells_changes() {
            let fields = document.field_changes(self.since, self.as_of);
            fields.map_err(|error| refuse(&explain_store(text, &error, &self.path)))?
        } else {
            Vec::new()
        };
        let snapshot = seen.as_ref().map_or(document.snapshot(), |seen| &seen.snapshot);
        let on = self.on.find(snapshot).map_err(|unfound| {
            let withheld = self.on.find(document.snapshot()).is_ok();
            complain(&unfound.words(text, withheld));
            1
        })?;
        let scenario = self.under.as_ref().map(|name| {
            scenario_named(snapshot, name).map_err(|unfound| {
                let withheld = scenario_named(document.snapshot(), name).is_ok();
                complain(&unfound.words(text, withheld));
                1
            })
        });
        let scenario = scenario.transpose()?;
        let assumed = scenario.map(|id| under(snapshot, id, self.as_of));
        let snapshot = assumed.as_ref().unwrap_or(snapshot);
        let told_splits = document
            .told_splits()
            .map_err(|error| refuse(&explain_store(text, &error, &self.path)))?;
        let context = PageContext {
            on: &on,
            under: scenario,
            told_splits: Some(&told_splits),
            short: self.short,
            since: self.since,
            fields: &fields,
            told: told(document, self.ceiling),
            ..PageContext::new(snapshot, self.ceiling, self.as_of, text)
        };
        let page = build(&context)?;
        let bytes =
            page.write_on(self.format, self.paper).map_err(|unfit| refuse_page(text, unfit))?;
        let marking = page.marking();
        drop(page);
        Ok(Written {
            bytes,
            marking,
            seen_counts: seen.map(|it| it.seen_counts).unwrap_or_default(),
        })
    }
}

/// The records that a page of this subject is on; complains if a required one is missing.
fn named(text: Text, matches: &ArgMatches, subject: Subject) -> Result<Named, u8> {
    let given = |name: &str| {
        let given = matches.try_get_many::<String>(name).ok().flatten();
        given.map_or_else(Vec::new, |given| given.cloned().collect::<Vec<_>>())
    };
    let one = |name: &str| given(name).pop();
    let found = match subject.topic() {
        None => Ok(match subject {
            Subject::Scenario => Named::Scenarios(given("scenario"), one("proposal")),
            // Only some of the pairs, if requested.
            Subject::Pairs => {
                one("proposal").map_or(Named::Nothing, |it| Named::Proposals(vec![it]))
            }
            _ => Named::Nothing,
        }),
        Some(topic @ (Topic::Proposals | Topic::Proposal)) => {
            let codes = given("proposal");
            match (codes.len(), topic) {
                (0, _) => Err(msg!("brief-of-what")),
                (2.., Topic::Proposal) => Err(msg!("brief-of-one")),
                _ => Ok(Named::Proposals(codes)),
            }
        }
        Some(Topic::Party) => one("party").map(Named::Party).ok_or(msg!("page-of-which-party")),
        Some(Topic::Meeting) => one("meeting")
            .map(|words| match words.parse() {
                Ok(day) => Named::Meeting(None, Some(day)),
                Err(_) => Named::Meeting(Some(words), None),
            })
            .ok_or(msg!("page-of-which-meeting")),
    };
    found.map_err(|id| {
        complain(text.get(id));
        2
    })
}

/// How changes are determined under this ceiling.
pub(super) fn told(document: &Document, ceiling: Option<Marking>) -> report::Told {
    let begins = document.history().steps().first();
    let begins = begins.map(|step| step.time.with_timezone(&Local).date_naive());
    ceiling.map_or(report::Told::Logged(begins), |_| report::Told::Counted)
}

/// Reports why a page cannot be written in a format, and returns the exit code.
pub(super) fn refuse_page(text: Text, unfit: Unfit) -> u8 {
    complain(&unfit.words(text));
    1
}
