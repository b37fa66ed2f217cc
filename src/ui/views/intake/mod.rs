//! Imports a table: on the left the table as it is, on the right what it becomes.

mod asked;
mod kept;
mod outcome;
mod sheet;
mod work;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Key, Panel, Ui, UiBuilder, Vec2};
use serde::{Deserialize, Serialize};

pub use kept::{KeptIntake, TableFrom};
pub use sheet::Lines;
use sheet::TableLine;
pub use work::Work;

use crate::exchange::intake::{
    Answers, Column, Fate, Field, Heads, Layout, Mapping, NameAnswer, OwnScale, Plan, Question,
};
use crate::exchange::{NO_HEADER, NamedSheet, Sheet, Workbook};
use crate::model::Language;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::IntakeAct;
use crate::ui::widgets::{
    Chip, button, drawn_width, drop_down, heading, muted, note_width, option_label,
};

/// How the reading of a table was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// It follows from the headings.
    Certain,
    /// It is likely, and needs checking.
    Guess,
    /// A table with these headings was imported before.
    Remembered,
    /// The user chose it.
    Chosen,
}

/// How a table is read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The sheet of the workbook, by index.
    pub sheet: usize,
    /// The layout, the header and what the columns hold.
    pub mapping: Mapping,
    /// How that was found.
    pub origin: Origin,
    /// The possible layouts, the most likely first.
    pub layouts: Vec<Layout>,
    /// The possible meanings of two lines of headings, the most likely first; empty if there is one
    /// line.
    pub heads: Vec<Heads>,
    /// The columns found by their content.
    pub by_content: Vec<usize>,
    /// The rows to show.
    pub lines: Arc<Lines>,
    /// The sheet with the header that is used.
    pub headed: Arc<NamedSheet>,
    /// The sheet of the workbook with the titles of its roll calls, found rather than chosen.
    pub titles: Option<usize>,
}

/// A table being imported.
pub struct Intake {
    /// The name of its file.
    pub name: String,
    /// Where it comes from.
    pub from: TableFrom,
    /// The content of the file.
    pub workbook: Arc<Workbook>,
    /// How it is read; `None` until it has been examined.
    pub reading: Option<Reading>,
    /// The layout that the user chose.
    pub layout: Option<Layout>,
    /// The line that the user chose for the header.
    pub header: Option<u64>,
    /// The meaning of two lines of headings, if the user gave one.
    pub heads: Option<Heads>,
    /// The answers so far.
    pub answers: Answers,
    /// The answers about names, as given.
    pub given: Vec<(String, NameAnswer, String)>,
    /// Whether records missing from the dossier are created.
    pub create: bool,
    /// The day of entries without one in the table, if the user chose it; otherwise today.
    pub undated_on: Option<NaiveDate>,
    /// The sheet or file with the titles of roll calls that the user chose, by name; without a
    /// choice it is searched for.
    pub titles: Option<Option<(String, Sheet)>>,
    /// The origin of those titles, if it is another file.
    pub titles_from: Option<TableFrom>,
    /// The file with them that has to be read again, and the hash of its content.
    pub wants_titles: Option<(PathBuf, String)>,
    /// The meaning of the numbers, as far as given.
    pub begun: Option<OwnScale>,
    /// Its plan, and the revision of the dossier this was worked out for.
    pub plan: Option<(u64, Box<Plan>)>,
    /// The plan being worked out, if any.
    pub work: Option<Arc<Work>>,
    /// The language the plan was worked out in.
    pub language: Language,
    /// The progress of carrying it out, while that goes on.
    pub taking: Option<Arc<Work>>,
    /// Whether the window closes once it has been carried out.
    pub closes: bool,
    /// Whether carrying it out was stopped, so that nothing of it is in the dossier.
    pub stopped: bool,
    // The questions of the last plan, which can still be answered while the next one is worked out.
    questions: Vec<Question>,
    // The fate whose rows are listed, if the user chose one.
    listed: Option<Fate>,
    // The row with the cursor.
    cursor: usize,
    // Whether to scroll to the cursor.
    reveal: bool,
    // How far the table is scrolled.
    offset: Vec2,
    // Whether the Leave button takes the focus.
    leaving: bool,
}

impl Intake {
    /// A table that was read and is about to be examined.
    pub fn new(name: String, from: TableFrom, workbook: Arc<Workbook>) -> Self {
        Self {
            name,
            from,
            workbook,
            reading: None,
            layout: None,
            header: None,
            heads: None,
            answers: Answers::default(),
            given: Vec::new(),
            create: false,
            undated_on: None,
            titles: None,
            titles_from: None,
            wants_titles: None,
            begun: None,
            plan: None,
            work: None,
            language: Language::English,
            taking: None,
            closes: false,
            stopped: false,
            questions: Vec::new(),
            listed: None,
            cursor: 0,
            reveal: false,
            offset: Vec2::ZERO,
            leaving: false,
        }
    }

    /// Shows how a table is read and what it would do, as worked out for this revision.
    pub fn show(&mut self, reading: Reading, revision: u64, plan: Plan) {
        self.work = None;
        self.questions.clone_from(&plan.questions);
        let at_header = |line: &TableLine| line.line == reading.mapping.header;
        if self.reading.is_none() || self.cursor >= reading.lines.rows.len() {
            self.cursor = reading.lines.rows.iter().position(at_header).unwrap_or_default();
            self.reveal = self.cursor > 0;
        }
        self.reading = Some(reading);
        self.plan = Some((revision, Box::new(plan)));
    }

    /// Discards the results, because something has changed.
    pub fn outdate(&mut self) {
        if let Some(work) = self.work.take() {
            work.stop();
        }
        self.plan = None;
    }

    /// Starts over with another sheet or reading: the answers were about other rows.
    pub fn forget_rows(&mut self) {
        self.forget_questions();
        self.listed = None;
        self.answers = Answers::default();
        for (written, answer, _) in &self.given {
            self.answers.name(written, *answer);
        }
    }

    /// Discards the questions, because they may no longer apply.
    pub fn forget_questions(&mut self) {
        self.outdate();
        self.questions.clear();
    }

    /// Whether the user has put work into it.
    fn is_touched(&self) -> bool {
        !self.given.is_empty()
            || self.answers != Answers::default()
            || self.undated_on.is_some()
            || self.reading.as_ref().is_some_and(|it| it.origin == Origin::Chosen)
    }

    /// Whether the user has to say what the table is.
    fn asks_layout(&self) -> bool {
        let guess = |it: &Reading| it.origin == Origin::Guess && it.layouts.len() > 1;
        self.reading.as_ref().is_some_and(guess)
    }

    /// Whether the user has to say what two lines of headings mean.
    fn asks_heads(&self) -> bool {
        let may = |it: &Reading| {
            it.heads.len() > 1 && matches!(it.origin, Origin::Guess | Origin::Chosen)
        };
        self.heads.is_none() && self.reading.as_ref().is_some_and(may)
    }

    /// The questions that are still open.
    fn open(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| match question {
            Question::Name(name) => self.answers.about(&name.written).is_none(),
            // Nothing is known about the others until the plan is made again.
            Question::Days(_) | Question::Scale(_) | Question::Clash(_) => self.plan.is_some(),
        })
    }

    /// Goes to a line of the table.
    fn go_to(&mut self, line: u64) {
        let Some(reading) = &mut self.reading else { return };
        if !reading.lines.has(line)
            && let Some(sheet) = self.workbook.sheets.get(reading.sheet)
        {
            let width = reading.mapping.columns.len();
            reading.lines = Arc::new(Lines::around(&sheet.sheet, line, width));
        }
        if let Some(place) = reading.lines.rows.iter().position(|row| row.line == line) {
            (self.cursor, self.reveal) = (place, true);
        }
    }
}

impl Drop for Intake {
    fn drop(&mut self) {
        self.work.iter().chain(&self.taking).for_each(|work| work.stop());
    }
}

/// The content of a column and, if no header gives it, the subject of its stances.
fn column_words(cx: &Cx<'_>, mapping: &Mapping, column: Option<&Column>) -> String {
    let field = column.and_then(|column| column.field);
    match column {
        Some(column) if mapping.header == NO_HEADER && field == Some(Field::Cells) => {
            let name = [("name", column.heading.as_str().into())];
            let of = match mapping.layout {
                Layout::Matrix => msg!("wizard-stands-on"),
                Layout::Crosses => msg!("wizard-members-of"),
                _ => msg!("wizard-stances-of"),
            };
            cx.text.with(of, &name)
        }
        _ => field_words(cx, mapping.layout, field).to_owned(),
    }
}

/// The content of a column.
fn field_words(cx: &Cx<'_>, layout: Layout, field: Option<Field>) -> &'static str {
    if layout == Layout::Crosses && field == Some(Field::Cells) {
        return cx.text.get(msg!("wizard-members"));
    }
    field.map_or_else(|| cx.text.get(msg!("wizard-not-read")), |field| cx.text.label(field))
}

/// Draws the screen.
pub fn intake(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake) {
    escape(ui, cx, intake);
    let theme = &cx.theme;
    let space = &theme.sizes.space;
    head(ui, cx, intake);
    let width = theme.sizes.shell.inspector + space.xxl * 2.0;
    let frame = egui::Frame::new().inner_margin(egui::Margin {
        left: crate::ui::theme::points(space.m - space.xs),
        ..egui::Margin::ZERO
    });
    let shown = Panel::right("intake")
        .default_size(drawn_width(ui, "intake", width))
        .size_range(theme.sizes.shell.inspector..=width * 2.0)
        .frame(frame)
        .show(ui, |ui| {
            // A long row would widen it frame by frame, at the expense of the table.
            let rect = ui.available_rect_before_wrap();
            let builder = UiBuilder::new().id_salt("intake-side").max_rect(rect);
            outcome::show(&mut ui.new_child(builder), cx, intake);
            ui.expand_to_include_rect(rect);
        });
    note_width(ui, "intake", shown.response.rect.width(), width);
    egui::CentralPanel::default().frame(egui::Frame::new()).show(ui, |ui| {
        sheet::show(ui, cx, intake);
    });
}

/// Escape leaves; if there are answers to lose, it only moves to the Leave button.
fn escape(ui: &Ui, cx: &Cx<'_>, intake: &mut Intake) {
    let busy = ui.memory(|memory| memory.top_modal_layer().is_some());
    if busy || egui::Popup::is_any_open(ui) || !ui.input(|input| input.key_pressed(Key::Escape)) {
        return;
    }
    if intake.is_touched() && intake.taking.is_none() {
        intake.leaving = true;
    } else {
        cx.push(Action::Dismiss);
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>, intake: &mut Intake) {
    let (theme, text) = (&cx.theme, cx.text);
    heading(ui, &text.with(msg!("wizard-heading"), &[("name", intake.name.as_str().into())]));
    ui.add_space(theme.sizes.space.xs);
    ui.horizontal_wrapped(|ui| {
        ui.set_row_height(theme.sizes.row.list);
        sheets(ui, cx, intake);
        let Some(reading) = &intake.reading else { return };
        if reading.mapping.header == NO_HEADER {
            let found = intake.header.is_none() && reading.origin == Origin::Guess;
            let said = if found { msg!("wizard-bare-found") } else { msg!("wizard-bare") };
            ui.label(muted(theme, text.get(said)));
            return;
        }
        let line = [("line", reading.mapping.header.to_string().into())];
        ui.label(muted(theme, text.with(msg!("wizard-header"), &line)));
        two_heads(ui, cx, reading);
        if button(ui, theme, None, text.get(msg!("wizard-no-header"))).clicked() {
            cx.push(Action::Intake(IntakeAct::Header(NO_HEADER)));
        }
    });
    ui.add_space(theme.sizes.space.s);
}

/// The choice of the meaning of two lines of headings, if there are two.
fn two_heads(ui: &mut Ui, cx: &Cx<'_>, reading: &Reading) {
    let Some(upper) = &reading.mapping.upper else { return };
    let text = cx.text;
    let lines = [("upper", upper.line.to_string().into())];
    ui.label(muted(&cx.theme, text.with(msg!("wizard-heads"), &lines)));
    let chip = Chip::new(text.label(upper.heads)).active(true).menu().show(ui, &cx.theme);
    drop_down(&chip).accessible_name(text.get(msg!("wizard-heads-say"))).show(|ui| {
        let others = [Heads::Lower, Heads::Both, Heads::Last].into_iter();
        let others = others.filter(|it| !reading.heads.contains(it));
        for heads in reading.heads.iter().copied().chain(others) {
            if option_label(ui, heads == upper.heads, text.label(heads)).clicked() {
                cx.push(Action::Intake(IntakeAct::Heads(heads)));
                ui.close();
            }
        }
    });
}

/// The sheets of a workbook, if there are several.
fn sheets(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake) {
    let (Some(reading), [_, _, ..]) = (&intake.reading, intake.workbook.sheets.as_slice()) else {
        return;
    };
    let text = cx.text;
    let name = |at: usize| {
        let sheet = intake.workbook.sheets.get(at)?;
        let name = [("name", sheet.name.as_str().into())];
        let id = if sheet.hidden { msg!("wizard-hidden-sheet") } else { msg!("wizard-sheet") };
        Some(text.with(id, &name))
    };
    let words = name(reading.sheet).unwrap_or_default();
    let chip = Chip::new(&words).menu().show(ui, &cx.theme);
    drop_down(&chip).accessible_name(&*words).show(|ui| {
        for at in 0..intake.workbook.sheets.len() {
            let Some(words) = name(at) else { continue };
            if option_label(ui, at == reading.sheet, words).clicked() {
                cx.push(Action::Intake(IntakeAct::Sheet(at)));
                ui.close();
            }
        }
    });
}
