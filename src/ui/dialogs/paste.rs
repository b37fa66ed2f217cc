//! Creating a dossier from a pasted table.

mod beside;

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Event, Id, ScrollArea, TextEdit, Ui};
use serde::{Deserialize, Serialize};

use super::super::cx::{Action, Base};
use super::super::widgets::{
    button, caption, muted, paragraph, primary_button, text_menu, warning,
};
use super::asked;
use crate::exchange::intake::{Layout, no_matrix};
use crate::exchange::{
    CellAt, Grid, GridFault, Header, KeptAnswers, LeftOut, Why, read_grid_as, read_sheet,
};
use crate::model::{Dossier, Record};
use crate::text::{Text, msg};
use crate::ui::views::Lines;

/// A pasted table and what was read from it.
#[derive(Clone, Debug)]
pub struct PasteDraft {
    /// The text as pasted.
    pub pasted: String,
    /// The table with the answers given so far, or why it cannot be read.
    pub grid: Result<Grid, GridFault>,
    /// The date given to the stances.
    pub today: NaiveDate,
    /// The author of the entries.
    pub author: String,
    /// Whether the next open question takes the focus.
    pub focus: bool,
    /// Whether its first line names the proposals, if the user has said so.
    named: Option<bool>,
    // The layout it may have instead of a matrix, until the user has said that it is one.
    other: Option<Layout>,
    is_matrix: bool,
    // Whether an empty dossier is made, into which the table is then imported.
    imports: bool,
    // The rows as they are, to show beside what they become.
    lines: Option<Arc<Lines>>,
}

/// Longest text shown in full, in bytes; beyond this only its size is shown.
const SHOWN: usize = 200_000;

/// Ignored cells listed by name.
const NAMED: usize = 100;

impl PasteDraft {
    /// An empty draft.
    pub fn new(today: NaiveDate, author: String) -> Self {
        Self {
            pasted: String::new(),
            grid: Ok(Grid::default()),
            today,
            author,
            focus: false,
            named: None,
            other: None,
            is_matrix: false,
            imports: false,
            lines: None,
        }
    }

    /// A table pasted earlier, with its answers.
    pub fn of(pasted: String, kept: &KeptPaste, text: Text, empty: Self) -> Self {
        let mut draft = Self { pasted, named: kept.named, is_matrix: kept.is_matrix, ..empty };
        draft.read(text);
        if let Ok(grid) = &mut draft.grid {
            grid.take_up(&kept.answers);
        }
        draft.focus = draft.open() > 0;
        draft
    }

    /// The answers given so far.
    pub fn kept(&self) -> KeptPaste {
        let answers = self.grid.as_ref().map(Grid::kept_answers).unwrap_or_default();
        KeptPaste { answers, named: self.named, is_matrix: self.is_matrix }
    }

    /// Whether a dossier can be created: every question has an answer, or the import will ask.
    pub(crate) fn is_ready(&self) -> bool {
        self.imports || self.other.is_none() && self.grid.as_ref().is_ok_and(Grid::is_ready)
    }

    /// The table, if it is to be imported into the dossier once that is made.
    pub fn imported(&self) -> Option<&str> {
        self.imports.then_some(self.pasted.as_str())
    }

    /// The records of the new dossier.
    pub fn records(&self, title: &str) -> Vec<Record> {
        if self.imports {
            return vec![Dossier::new(title).into()];
        }
        let grid = self.grid.as_ref().map(|grid| grid.records(title, self.today, &self.author));
        grid.unwrap_or_default()
    }

    /// Reads the pasted text; answers are kept for names that still occur.
    fn read(&mut self, text: Text) {
        let mut grid = read_grid_as(&self.pasted, self.named);
        if let Ok(grid) = &mut grid {
            let columns: Vec<_> = grid.columns().map(|(at, it)| (at, it.to_owned())).collect();
            for (column, letters) in columns {
                let name = text.with(msg!("wizard-column-name"), &[("letters", letters.into())]);
                grid.name_column(column, &name);
            }
        }
        if let (Ok(grid), Ok(before)) = (&mut grid, &self.grid) {
            grid.remember(before);
        }
        self.grid = grid;
        let is_asked = !self.is_matrix && self.grid.as_ref().is_ok_and(|grid| !grid.is_empty());
        let sheet = is_asked.then(|| read_sheet(self.pasted.as_bytes()).ok()).flatten();
        self.other = sheet.and_then(|sheet| no_matrix(&sheet));
        self.imports = false;
        let is_table = self.grid.as_ref().is_ok_and(|grid| !grid.is_empty());
        self.lines = if is_table { beside::lines(&self.pasted) } else { None };
    }

    /// Whether there is a table to show beside what it becomes.
    pub(super) fn is_wide(&self) -> bool {
        self.lines.is_some()
    }

    /// The number of open questions.
    fn open(&self) -> usize {
        let grid = self.grid.as_ref().ok().filter(|grid| !grid.is_empty());
        if self.other.is_some() { 1 } else { grid.map_or(0, open) }
    }
}

/// The answers about a pasted table in a form that can be stored and restored.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptPaste {
    // About names, rows and columns.
    answers: KeptAnswers,
    // Whether the first line names the proposals.
    named: Option<bool>,
    // Whether it is a matrix, whatever it looks like.
    is_matrix: bool,
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut PasteDraft) {
    let (theme, text) = (&base.theme, base.text);
    // No path was chosen for it.
    draft.imports = false;
    paragraph(ui, muted(theme, text.get(msg!("paste-about"))));
    ui.add_space(theme.sizes.space.s);
    // Everything can be reached by scrolling, whatever the window size and zoom.
    let footer = theme.sizes.space.xxl * 4.0;
    let room = |ui: &Ui| {
        let room = ui.content_rect().height() - ui.min_rect().height() - footer;
        room.max(theme.sizes.space.xxl * 2.0)
    };
    let (mut focus, mut again) = (false, false);
    let lines = draft.lines.clone();
    match lines {
        // As in the import of a table: on the left as it is, on the right what it becomes.
        Some(lines) => {
            let room = room(ui);
            ui.horizontal_top(|ui| {
                let width = ui.available_width();
                let left = width * 0.55;
                ui.allocate_ui(egui::vec2(left, room), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(left);
                        ui.set_max_height(room);
                        let top = ui.min_rect().height();
                        field(ui, base, draft);
                        ui.add_space(theme.sizes.space.s);
                        let rest = room - (ui.min_rect().height() - top);
                        let named = draft.grid.as_ref().ok();
                        let named = named.filter(|it| it.header == Header::Named);
                        let head = named.map(|it| it.first_line);
                        let rest = rest.max(theme.sizes.row.matrix * 3.0);
                        beside::table(ui, base, &lines, head, rest);
                    });
                });
                ui.vertical(|ui| {
                    // As high as the window allows, whatever its height in the frame before.
                    ui.set_max_height(room);
                    focus = std::mem::take(&mut draft.focus);
                    again = holds(ui, base, draft, &mut focus, room);
                });
            });
        }
        None => {
            field(ui, base, draft);
            ui.add_space(theme.sizes.space.s);
            if draft.is_wide() {
                // From the next frame on they are side by side, and the focus would be lost.
                ui.request_repaint();
            } else {
                focus = std::mem::take(&mut draft.focus);
            }
            let room = room(ui);
            again = holds(ui, base, draft, &mut focus, room);
        }
    }
    if again {
        draft.read(text);
        draft.focus = draft.open() > 0;
    }
    foot(ui, base, draft, focus);
}

/// Shows the reading of the table and its questions; returns whether it has to be read again.
fn holds(
    ui: &mut Ui,
    base: &Base<'_>,
    draft: &mut PasteDraft,
    focus: &mut bool,
    room: f32,
) -> bool {
    let (theme, text) = (&base.theme, base.text);
    let mut again = false;
    ScrollArea::vertical().id_salt("paste-holds").max_height(room).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        match &mut draft.grid {
            Err(fault) => warning(ui, theme, &fault_words(text, *fault)),
            Ok(grid) if grid.is_empty() => {
                ui.label(caption(theme, text.get(msg!("paste-nothing"))));
            }
            Ok(_) if let Some(layout) = draft.other => {
                let words = [("layout", text.label(layout).into())];
                paragraph(ui, text.with(msg!("paste-other-layout"), &words));
                ui.add_space(theme.sizes.space.s);
                ui.horizontal_wrapped(|ui| {
                    let import = primary_button(ui, theme, text.get(msg!("paste-import")));
                    if std::mem::take(focus) {
                        import.request_focus();
                    }
                    if import.clicked() {
                        draft.imports = true;
                        base.push(Action::MakeOf);
                    }
                    if button(ui, theme, None, text.get(msg!("paste-is-matrix"))).clicked() {
                        (draft.is_matrix, again) = (true, true);
                    }
                });
            }
            Ok(grid) => {
                let [parties, proposals, stances] = grid.counts();
                let arguments = [
                    ("parties", parties.into()),
                    ("proposals", proposals.into()),
                    ("stances", stances.into()),
                ];
                paragraph(ui, text.with(msg!("paste-holds"), &arguments));
                notes(ui, base, grid);
                if !grid.turned
                    && let Some(named) = header(ui, base, grid, focus)
                {
                    (draft.named, again) = (Some(named), true);
                }
                if asked::names(ui, base, grid, focus) | asked::clashes(ui, base, grid, focus) {
                    // Move on to the next question.
                    draft.focus = true;
                }
                left_out(ui, base, grid);
                beside::becomes(ui, base, grid);
            }
        }
    });
    again
}

/// The open questions, and the buttons.
fn foot(ui: &mut Ui, base: &Base<'_>, draft: &PasteDraft, focus: bool) {
    let (theme, text) = (&base.theme, base.text);
    ui.add_space(theme.sizes.space.m);
    let left = draft.open();
    if left > 0 {
        ui.label(muted(theme, text.with(msg!("paste-left"), &[("count", left.into())])));
    }
    ui.horizontal(|ui| {
        ui.add_enabled_ui(draft.is_ready(), |ui| {
            let make = primary_button(ui, theme, text.get(msg!("paste-make")));
            if focus && draft.is_ready() {
                make.request_focus();
            }
            if make.clicked() {
                base.push(Action::MakeOf);
            }
        });
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// The number of open questions about a matrix.
fn open(grid: &Grid) -> usize {
    let unseen = !grid.left_out.is_empty() && !grid.accepted;
    let unsure = grid.header == Header::LikelyMissing;
    grid.unanswered()
        + grid.undecided()
        + grid.nameless()
        + usize::from(unseen)
        + usize::from(unsure)
}

fn field(ui: &mut Ui, base: &Base<'_>, draft: &mut PasteDraft) {
    let (theme, text) = (&base.theme, base.text);
    let before = draft.pasted.len();
    // Lay out only a summary of a large table: text layout would take too long.
    let large = ui.input_mut(|input| {
        let at = input
            .events
            .iter()
            .position(|event| matches!(event, Event::Paste(pasted) if pasted.len() > SHOWN))?;
        match input.events.remove(at) {
            Event::Paste(pasted) => Some(pasted),
            _ => None,
        }
    });
    let was_pasted = large.is_some()
        || ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Paste(_))));
    let is_new = large.is_some();
    if let Some(pasted) = large {
        draft.pasted = pasted;
    }
    let mut changed = is_new;
    if draft.pasted.len() > SHOWN {
        let count = [("count", draft.pasted.lines().count().into())];
        paragraph(ui, text.with(msg!("paste-large"), &count));
        if button(ui, theme, None, text.get(msg!("paste-other"))).clicked() {
            draft.pasted.clear();
            changed = true;
        }
    } else {
        let name = text.get(msg!("paste-here"));
        // Leave more room for the questions.
        let (rows, height) = if before == 0 { (6, 6.0) } else { (3, 2.5) };
        let height = theme.sizes.space.xxl * height;
        ScrollArea::vertical().id_salt("pasted").max_height(height).show(ui, |ui| {
            // It stays the same field wherever it is.
            let field = TextEdit::multiline(&mut draft.pasted)
                .id(Id::unique("pasted-table"))
                .hint_text(name)
                .desired_rows(rows)
                .desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name(name);
            text_menu(ui, base, &response);
            if draft.pasted.is_empty() && !response.has_focus() {
                response.request_focus();
            }
            changed |= response.changed();
        });
    }
    if changed {
        if was_pasted {
            // Answers about another table say nothing about this one.
            (draft.named, draft.is_matrix) = (None, false);
        }
        draft.read(base.text);
        draft.focus = was_pasted && draft.open() > 0;
    }
}

fn fault_words(text: Text, fault: GridFault) -> String {
    match fault {
        GridFault::Unclosed(line) => text.with(msg!("paste-unclosed"), &[("line", line.into())]),
        GridFault::TooLarge { cells, most } => {
            text.with(msg!("paste-too-large"), &[("cells", cells.into()), ("most", most.into())])
        }
    }
}

/// Whether a line names the proposals: asked if none seems to, and changed by a click; if none
/// does, the columns get their names here. Returns the user's answer.
fn header(ui: &mut Ui, base: &Base<'_>, grid: &mut Grid, focus: &mut bool) -> Option<bool> {
    let (theme, text) = (&base.theme, base.text);
    let mut said = None;
    ui.add_space(theme.sizes.space.s);
    let first = [("line", grid.first_line.into())];
    let is_header = text.with(msg!("paste-is-header"), &first);
    let no_header = text.get(msg!("wizard-no-header"));
    if grid.header == Header::LikelyMissing {
        warning(ui, theme, &text.with(msg!("paste-bare-found"), &first));
    }
    ui.horizontal_wrapped(|ui| {
        ui.set_row_height(theme.sizes.row.list);
        match grid.header {
            Header::Named => {
                ui.label(muted(theme, text.with(msg!("paste-header"), &first)));
                if button(ui, theme, None, no_header).clicked() {
                    said = Some(false);
                }
            }
            Header::LikelyMissing => {
                let likely = primary_button(ui, theme, no_header);
                if std::mem::take(focus) {
                    likely.request_focus();
                    likely.scroll_to_me(None);
                }
                if likely.clicked() {
                    said = Some(false);
                }
                if button(ui, theme, None, &is_header).clicked() {
                    said = Some(true);
                }
            }
            Header::Missing => {
                ui.label(muted(theme, text.get(msg!("paste-bare"))));
                if button(ui, theme, None, &is_header).clicked() {
                    said = Some(true);
                }
            }
        }
    });
    columns(ui, base, grid);
    said
}

/// The names of the proposals, if no line gives them.
fn columns(ui: &mut Ui, base: &Base<'_>, grid: &mut Grid) {
    let (theme, text) = (&base.theme, base.text);
    let named: Vec<_> = grid.columns().map(|(at, name)| (at, name.to_owned())).collect();
    for (column, mut name) in named {
        let letters = CellAt { column: column as u32, ..CellAt::default() }.letters();
        let label = text.with(msg!("paste-column-name"), &[("letters", letters.into())]);
        ui.horizontal(|ui| {
            ui.label(muted(theme, &label));
            let field = TextEdit::singleline(&mut name).desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name(&label);
            text_menu(ui, base, &response);
            if response.changed() {
                grid.name_column(column, &name);
            }
        });
    }
}

/// Notes on the table that need no decision.
fn notes(ui: &mut Ui, base: &Base<'_>, grid: &Grid) {
    let (theme, text) = (&base.theme, base.text);
    let mut note = |words: String| {
        ui.label(muted(theme, words));
    };
    if let (Some(first), Some(last)) = (grid.above.first(), grid.above.last()) {
        let lines = [("first", (*first).into()), ("last", (*last).into())];
        note(text.with(msg!("paste-above"), &lines));
    }
    if grid.silent > 0 {
        note(text.with(msg!("paste-silent"), &[("count", grid.silent.into())]));
    }
    for name in grid.doubled().into_iter().take(5) {
        note(text.with(msg!("paste-doubled"), &[("name", name.into())]));
    }
}

fn left_out(ui: &mut Ui, base: &Base<'_>, grid: &mut Grid) {
    if grid.left_out.is_empty() {
        return;
    }
    let (theme, text) = (&base.theme, base.text);
    ui.add_space(theme.sizes.space.s);
    let count = grid.left_out.len();
    warning(ui, theme, &text.with(msg!("paste-not-understood"), &[("count", count.into())]));
    for cell in grid.left_out.iter().take(NAMED) {
        paragraph(ui, cell_words(text, cell));
    }
    if count > NAMED {
        ui.label(muted(theme, text.with(msg!("and-more"), &[("count", (count - NAMED).into())])));
    }
    ui.checkbox(&mut grid.accepted, text.get(msg!("paste-accept")));
}

fn cell_words(text: Text, cell: &LeftOut) -> String {
    let why = match cell.why {
        Why::NotAStance => msg!("paste-not-a-stance"),
        Why::Dash => msg!("paste-dash"),
        Why::NoProposal => msg!("paste-no-proposal"),
        Why::NoParty => msg!("paste-no-party"),
    };
    let words: String = cell.words.chars().take(60).collect();
    let arguments = [
        ("line", cell.spot.line.into()),
        ("column", cell.spot.column.into()),
        ("words", words.into()),
        ("why", text.get(why).into()),
    ];
    text.with(msg!("paste-cell"), &arguments)
}
