//! Imports tables: reads and plans them on a thread, and carries out the plan.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Context, Event, ViewportCommand};

use super::jobs::{Report, TableError};
use super::{App, Session};
use crate::exchange::intake::{
    Answers, Guess, Heads, Layout, Mapping, Options, Plan, Progress, guess, guess_with, plan,
    rolls_with_titles, titles_beside, titles_in,
};
use crate::exchange::{SheetError, Workbook};
use crate::explain::{
    explain_no_dossier, explain_sheet, explain_store, explain_table, plan_becomes,
};
use crate::model::{Keyed, Snapshot};
use crate::settings::KeptMapping;
use crate::store;
use crate::text::msg;
use crate::ui::cx::{Offer, Purpose, Trouble};
use crate::ui::state::IntakeAct;
use crate::ui::views::{Intake, Lines, Origin, Reading, TableFrom, Work};

/// How often the window shows the progress.
const SHOWN: Duration = Duration::from_millis(100);

/// How long to wait for the clipboard, in seconds.
const PASTED: f64 = 3.0;

/// How a table is to be read.
pub(super) enum How {
    /// As a similar table was read before, or else as is most likely.
    Fresh,
    /// On this sheet, in this layout, with the header on this line and this meaning of two lines of
    /// headings, as far as these are given.
    Anew(usize, Option<Layout>, Option<u64>, Option<Heads>),
    /// As it is already read.
    As(Box<Reading>),
    /// As it was read before the lock: the sheet, and how.
    Kept(usize, Box<Mapping>, Origin),
}

/// A table to read and to plan, on a thread of its own.
pub(super) struct Planning {
    workbook: Arc<Workbook>,
    how: How,
    snapshot: Snapshot,
    revision: u64,
    answers: Answers,
    options: Options,
    // Whether to search for the titles of roll calls, because none were chosen.
    finds_titles: bool,
    kept: Vec<KeptMapping>,
    work: Arc<Work>,
    context: Context,
}

/// The result; nothing if it was stopped.
pub(super) struct Planned {
    work: Arc<Work>,
    revision: u64,
    outcome: Option<(Reading, Plan)>,
}

/// Reports the progress of the work, and wakes the window now and then to show it.
pub(super) fn pulse(work: &Work, context: &Context) -> impl FnMut(Progress) -> bool {
    let mut shown = Instant::now();
    move |progress| {
        if shown.elapsed() >= SHOWN {
            shown = Instant::now();
            context.request_repaint();
        }
        work.tell(progress)
    }
}

impl Planning {
    /// Reads the table, and works out what it would do.
    pub(super) fn run(self) -> Report {
        let outcome = self.outcome();
        let Self { work, revision, .. } = self;
        Report::Planned(Box::new(Planned { work, revision, outcome }))
    }

    fn outcome(&self) -> Option<(Reading, Plan)> {
        let mut reading = self.reading()?;
        let Self { workbook, snapshot, answers, .. } = self;
        reading.titles = None;
        if self.finds_titles {
            reading.titles = titles_beside(workbook, reading.sheet, &reading.mapping, snapshot);
        }
        let mut options = self.options.clone();
        let found = reading.titles.and_then(|at| workbook.sheets.get(at));
        options.titles = options.titles.or_else(|| Some(found?.sheet.clone()));
        let sheet = &reading.headed.sheet;
        let mut pulse = pulse(&self.work, &self.context);
        let mut plan = plan(snapshot, sheet, &reading.mapping, answers, &options, &mut pulse)?;
        if plan.becomes.is_empty() {
            plan.becomes = plan_becomes(options.text, snapshot, &plan);
        }
        Some((reading, plan))
    }

    fn reading(&self) -> Option<Reading> {
        match &self.how {
            How::As(reading) => Some((**reading).clone()),
            How::Fresh => self.fresh(),
            How::Kept(sheet, mapping, origin) => {
                self.read(*sheet, as_it_was((**mapping).clone()), *origin)
            }
            How::Anew(at, None, None, None) => Some(self.likely(*at)?.0),
            How::Anew(at, layout, header, heads) => {
                let among = layout.as_ref().map_or(Layout::ALL, std::slice::from_ref);
                let sheet = &self.workbook.sheets.get(*at)?.sheet;
                let found = guess_with(sheet, &self.snapshot, among, *header, *heads);
                self.read(*at, found, Origin::Chosen)
            }
        }
    }

    /// The first sheet that can be read as a table, in the way a similar one was read before, or
    /// else in the most likely way.
    fn fresh(&self) -> Option<Reading> {
        let shown = |hidden: bool| {
            let sheets = self.workbook.sheets.iter().enumerate();
            sheets.filter(move |(_, it)| it.hidden == hidden).map(|(at, _)| at)
        };
        let mut first = None;
        for at in shown(false).chain(shown(true)) {
            if self.work.is_stopped() {
                return None;
            }
            let (reading, fits) = self.likely(at)?;
            if fits {
                // The titles of roll calls may come before the roll calls themselves.
                return match rolls_with_titles(&self.workbook, &self.snapshot) {
                    Some((rolls, titles)) if titles == at => Some(self.likely(rolls)?.0),
                    _ => Some(reading),
                };
            }
            first.get_or_insert(reading);
        }
        first
    }

    /// How a sheet is most likely read, and whether that is more than nothing.
    fn likely(&self, at: usize) -> Option<(Reading, bool)> {
        let sheet = &self.workbook.sheets.get(at)?.sheet;
        if let Some(mapping) = KeptMapping::find(&self.kept, sheet) {
            let reading = self.read(at, as_it_was(mapping), Origin::Remembered)?;
            return Some((reading, true));
        }
        let found = guess(sheet, &self.snapshot);
        let fits = !found.layouts.is_empty();
        let origin = if found.certain { Origin::Certain } else { Origin::Guess };
        Some((self.read(at, found, origin)?, fits))
    }

    fn read(&self, sheet: usize, found: Guess, origin: Origin) -> Option<Reading> {
        let Guess { mapping, layouts, by_content, heads, .. } = found;
        let named = self.workbook.sheets.get(sheet)?;
        let lines = Lines::of(&named.sheet, mapping.header, mapping.columns.len());
        let mut headed = named.clone();
        if let Some(sheet) = named.sheet.headed_at(mapping.header) {
            headed.sheet = sheet;
        }
        let (lines, headed) = (Arc::new(lines), Arc::new(headed));
        let titles = None;
        Some(Reading { sheet, mapping, origin, layouts, heads, by_content, lines, headed, titles })
    }
}

/// A reading that leaves nothing to ask.
fn as_it_was(mapping: Mapping) -> Guess {
    Guess {
        layouts: vec![mapping.layout],
        heads: mapping.upper.iter().map(|upper| upper.heads).collect(),
        mapping,
        certain: true,
        by_content: Vec::new(),
        unsure: Vec::new(),
        stray: None,
    }
}

impl App {
    /// Whether a table is being imported.
    pub(super) fn takes_in(&self) -> bool {
        matches!(&self.session, Session::Open(open) if open.intake.is_some())
    }

    /// Reads the table at a path, if there is a dossier for it.
    pub(super) fn choose_table(&mut self, path: PathBuf) {
        if self.facts().writable || self.takes_in() {
            (self.pending.titles, self.pending.titles_hash) = (false, None);
            self.jobs.read_table(path);
        } else {
            let mut trouble = Trouble::from(explain_no_dossier(self.text, &path));
            if !matches!(self.session, Session::Open(_)) {
                trouble.offers.push(Offer::MakeOf(path));
            }
            self.notice = Some(trouble);
        }
    }

    /// A table was read: shows it, or takes from it the titles for the table on screen.
    pub(super) fn table_read(
        &mut self,
        path: &Path,
        read: Result<(Workbook, TableFrom), TableError>,
    ) {
        if let Some(kept) = self.pending.half_taken.take_if(|kept| kept.is_at(path)) {
            return self.table_read_again(&kept, path, read);
        }
        let titles = std::mem::take(&mut self.pending.titles);
        let held = self.pending.titles_hash.take();
        let creates = std::mem::take(&mut self.pending.creates);
        let (workbook, from) = match read {
            Ok(read) => read,
            Err(error) => {
                let explanation = match error {
                    TableError::File(error) => explain_table(self.text, &error, path),
                    TableError::Sheet(error) => explain_sheet(self.text, error, path),
                };
                self.notice = Some(explanation.into());
                return;
            }
        };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let (writable, language) = (self.facts().writable, self.text.language());
        let Session::Open(open) = &mut self.session else { return };
        if let Some(intake) = open.intake.as_mut().filter(|_| titles) {
            let snapshot = open.document.snapshot();
            let fits = intake.reading.as_ref().and_then(|reading| {
                titles_in(&workbook, &reading.headed.sheet, &reading.mapping, snapshot)
            });
            let shown = workbook.sheets.iter().find(|it| !it.hidden).or(workbook.sheets.first());
            let shown = fits.and_then(|at| workbook.sheets.get(at)).or(shown);
            intake.titles = Some(shown.map(|sheet| (name.clone(), sheet.sheet.clone())));
            let is_other = held.is_some_and(|held| from.hash() != Some(&*held));
            intake.titles_from = Some(from);
            if is_other {
                self.notice = Some(self.titles_changed(&name));
            }
            return self.plan_again();
        }
        if !writable && open.intake.is_none() {
            return;
        }
        let mut intake = Intake::new(name, from, Arc::new(workbook));
        (intake.language, intake.create) = (language, creates);
        open.intake = Some(Box::new(intake));
        (self.dialog, self.notice) = (None, None);
        // The focus may be on the button that cancelled the previous table.
        super::logic::leave_field(&self.context);
        self.work_out(How::Fresh);
    }

    /// Asks the system for the content of the clipboard, to import it as a table.
    pub(super) fn ask_paste(&mut self, context: &Context) {
        context.send_viewport_cmd(ViewportCommand::RequestPaste);
        self.awaits_paste = Some(context.input(|input| input.time) + PASTED);
    }

    /// Takes the content of the clipboard after asking for it.
    pub(super) fn take_paste(&mut self, context: &Context) {
        let Some(until) = self.awaits_paste else { return };
        let pasted = context.input_mut(|input| {
            let is_paste = |event: &Event| matches!(event, Event::Paste(_));
            let place = input.events.iter().position(is_paste)?;
            match input.events.remove(place) {
                Event::Paste(pasted) => Some(pasted),
                _ => None,
            }
        });
        if let Some(pasted) = pasted {
            self.awaits_paste = None;
            self.read_pasted(pasted);
        } else if context.input(|input| input.time) > until {
            self.awaits_paste = None;
            let words = self.text.get(msg!("wizard-clipboard-empty")).to_owned();
            self.say(context, words);
        } else {
            context.request_repaint_after_secs(PASTED as f32 / 10.0);
        }
    }

    /// Reads pasted text as a table.
    pub(super) fn read_pasted(&self, words: String) {
        let name = self.text.get(msg!("wizard-clipboard")).to_owned();
        self.jobs.read_pasted(PathBuf::from(name), words);
    }

    pub(super) fn intake_act(&mut self, context: &Context, act: IntakeAct) {
        let Session::Open(open) = &mut self.session else { return };
        let Some(intake) = &mut open.intake else { return };
        let Some(mut reading) = intake.reading.clone() else { return };
        intake.stopped = false;
        let sheet = reading.sheet;
        let how = match act {
            IntakeAct::Plan => How::As(Box::new(reading)),
            IntakeAct::Sheet(at) => {
                intake.forget_rows();
                intake.titles = None;
                (intake.layout, intake.header, intake.heads) = (None, None, None);
                How::Anew(at, None, None, None)
            }
            IntakeAct::Layout(layout) => {
                intake.forget_rows();
                intake.layout = Some(layout);
                How::Anew(sheet, intake.layout, intake.header, intake.heads)
            }
            IntakeAct::Header(line) => {
                intake.forget_rows();
                (intake.header, intake.heads) = (Some(line), None);
                How::Anew(sheet, intake.layout, intake.header, None)
            }
            IntakeAct::Heads(heads) => {
                intake.forget_rows();
                intake.heads = Some(heads);
                How::Anew(sheet, intake.layout, intake.header, intake.heads)
            }
            IntakeAct::Column(column, field) => {
                intake.forget_rows();
                reading.mapping.set(column, field);
                reading.mapping.unname(column);
                (reading.mapping.dates, reading.origin) = (None, Origin::Chosen);
                reading.mapping.scale.clear();
                How::As(Box::new(reading))
            }
            IntakeAct::Stands(column, name) => {
                intake.forget_rows();
                reading.mapping.stand(column, name);
                reading.origin = Origin::Chosen;
                How::As(Box::new(reading))
            }
            IntakeAct::Read(mapping) => {
                reading.mapping = *mapping;
                How::As(Box::new(reading))
            }
            IntakeAct::Titles(at) => {
                let named = at.and_then(|at| intake.workbook.sheets.get(at));
                intake.titles = Some(named.map(|it| (it.name.clone(), it.sheet.clone())));
                intake.titles_from = None;
                How::As(Box::new(reading))
            }
            IntakeAct::TitlesFile => return self.choose(Purpose::Titles),
            IntakeAct::Create(create) => {
                intake.forget_questions();
                intake.create = create;
                How::As(Box::new(reading))
            }
            IntakeAct::Undated(day) => {
                intake.undated_on = Some(day);
                How::As(Box::new(reading))
            }
            IntakeAct::Save => return self.choose(Purpose::Mapping),
            IntakeAct::TakeIn { skip_bad } => {
                let whole = intake.plan.as_ref().is_some_and(|(_, plan)| plan.is_whole());
                if intake.plan.is_some() && (whole || skip_bad) {
                    self.take_table(context);
                }
                return;
            }
        };
        self.work_out(how);
    }

    /// Works out again what a table would do, as it is already read.
    pub(super) fn plan_again(&mut self) {
        let Session::Open(open) = &self.session else { return };
        let reading = open.intake.as_ref().and_then(|intake| intake.reading.clone());
        self.work_out(reading.map_or(How::Fresh, |reading| How::As(Box::new(reading))));
    }

    pub(super) fn work_out(&mut self, how: How) {
        let (today, author) = (self.clock.today(), self.settings.signature());
        let Session::Open(open) = &mut self.session else { return };
        let Some(intake) = &mut open.intake else { return };
        intake.outdate();
        let work = Arc::new(Work::default());
        intake.work = Some(work.clone());
        if let (How::As(reading), Some(shown)) = (&how, &mut intake.reading) {
            // A column just chosen is shown at once.
            (shown.mapping, shown.origin) = (reading.mapping.clone(), reading.origin);
        }
        let options = Options {
            text: self.text,
            today,
            undated_on: intake.undated_on.unwrap_or(today),
            author,
            create: intake.create,
            kind: None,
            groups: false,
            titles: intake.titles.iter().flatten().next().map(|(_, sheet)| sheet.clone()),
        };
        let finds_titles = intake.titles.is_none();
        self.jobs.plan(Planning {
            workbook: intake.workbook.clone(),
            how,
            snapshot: open.document.snapshot().clone(),
            revision: open.document.revision(),
            answers: intake.answers.clone(),
            options,
            finds_titles,
            kept: self.settings.mappings.clone(),
            work,
            context: self.context.clone(),
        });
    }

    /// Shows a finished plan, if somebody is still waiting for it.
    pub(super) fn planned(&mut self, planned: Planned) {
        let Session::Open(open) = &mut self.session else { return };
        let Some(intake) = &mut open.intake else { return };
        let waits = intake.work.as_ref().is_some_and(|work| Arc::ptr_eq(work, &planned.work));
        let Some((reading, plan)) = planned.outcome.filter(|_| waits) else { return };
        if planned.revision == open.document.revision() {
            intake.show(reading, planned.revision, plan);
        } else {
            // The dossier has changed meanwhile, so the plan no longer holds.
            self.work_out(How::As(Box::new(reading)));
        }
    }

    /// Plans again if the dossier or the language has changed.
    pub(super) fn follow_intake(&mut self) {
        let language = self.text.language();
        let Session::Open(open) = &mut self.session else { return };
        let revision = open.document.revision();
        let Some(intake) = &mut open.intake else { return };
        if let Some((titles, hash)) = intake.wants_titles.take_if(|_| intake.reading.is_some()) {
            self.choose_titles(titles);
            self.pending.titles_hash = Some(hash);
            return;
        }
        let is_stale = intake.plan.as_ref().is_some_and(|(of, _)| *of != revision);
        if is_stale || intake.language != language && intake.reading.is_some() {
            intake.language = language;
            self.plan_again();
        }
    }

    /// Saves how the table is read, for the command line.
    pub(super) fn save_mapping(&mut self, context: &Context, path: &Path) {
        let Session::Open(open) = &self.session else { return };
        let Some(reading) = open.intake.as_ref().and_then(|it| it.reading.as_ref()) else { return };
        let written = reading.mapping.recipe().to_toml();
        let saved = store::write_whole(path, written.as_bytes(), false);
        match saved {
            Ok(()) => {
                let words = [("path", path.display().to_string().into())];
                let words = self.text.with(msg!("said-mapping"), &words);
                self.notice = None;
                self.say(context, words);
            }
            Err(error) => self.notice = Some(explain_store(self.text, &error, path).into()),
        }
    }

    /// Chooses the table with the titles of roll calls.
    pub(super) fn choose_titles(&mut self, path: PathBuf) {
        if self.takes_in() {
            (self.pending.titles, self.pending.titles_hash) = (true, None);
            self.jobs.read_table(path);
        }
    }

    /// Leaves the table; returns whether there was one.
    pub(super) fn leave_intake(&mut self) -> bool {
        match &mut self.session {
            Session::Open(open) => open.intake.take().is_some(),
            _ => false,
        }
    }
}

/// The tables in pasted text.
pub(super) fn pasted(words: &str) -> Result<Workbook, TableError> {
    if words.trim().is_empty() {
        return Err(TableError::Sheet(SheetError::Empty));
    }
    crate::exchange::read_workbook(words.as_bytes()).map_err(TableError::Sheet)
}
