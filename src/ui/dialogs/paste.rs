//! Creating a dossier from a pasted table.

use chrono::NaiveDate;
use egui::{Event, ScrollArea, TextEdit, Ui};

use super::super::cx::{Action, Base};
use super::super::widgets::{
    button, caption, muted, paragraph, primary_button, text_menu, warning,
};
use super::asked;
use crate::exchange::{Grid, GridFault, KeptAnswers, LeftOut, Why, read_grid};
use crate::model::Record;
use crate::text::{Text, msg};

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
}

/// Longest text shown in full, in bytes; beyond this only its size is shown.
const SHOWN: usize = 200_000;

/// Ignored cells listed by name.
const NAMED: usize = 100;

impl PasteDraft {
    /// An empty draft.
    pub fn new(today: NaiveDate, author: String) -> Self {
        Self { pasted: String::new(), grid: Ok(Grid::default()), today, author, focus: false }
    }

    /// A table pasted earlier, with its answers.
    pub fn of(pasted: String, kept: &KeptAnswers, today: NaiveDate, author: String) -> Self {
        let mut grid = read_grid(&pasted);
        if let Ok(grid) = &mut grid {
            grid.take_up(kept);
        }
        let focus = grid.as_ref().is_ok_and(|grid| open(grid) > 0);
        Self { pasted, grid, today, author, focus }
    }

    /// Whether a dossier can be created: every question has an answer.
    pub(crate) fn is_ready(&self) -> bool {
        self.grid.as_ref().is_ok_and(Grid::is_ready)
    }

    /// The records of the new dossier.
    pub fn records(&self, title: &str) -> Vec<Record> {
        let grid = self.grid.as_ref().map(|grid| grid.records(title, self.today, &self.author));
        grid.unwrap_or_default()
    }

    /// Reads the pasted text; answers are kept for names that still occur.
    fn read(&mut self) {
        let mut grid = read_grid(&self.pasted);
        if let (Ok(grid), Ok(before)) = (&mut grid, &self.grid) {
            grid.remember(before);
        }
        self.grid = grid;
    }
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut PasteDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get(msg!("paste-about"))));
    ui.add_space(theme.sizes.space.s);
    field(ui, base, draft);
    ui.add_space(theme.sizes.space.s);
    let mut focus = std::mem::take(&mut draft.focus);
    // Everything can be reached by scrolling, whatever the window size and zoom.
    let footer = theme.sizes.space.xxl * 4.0;
    let room = ui.content_rect().height() - ui.min_rect().height() - footer;
    let room = room.max(theme.sizes.space.xxl * 2.0);
    ScrollArea::vertical().id_salt("paste-holds").max_height(room).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        match &mut draft.grid {
            Err(fault) => warning(ui, theme, &fault_words(text, *fault)),
            Ok(grid) if grid.is_empty() => {
                ui.label(caption(theme, text.get(msg!("paste-nothing"))));
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
                if asked::names(ui, base, grid, &mut focus)
                    | asked::clashes(ui, base, grid, &mut focus)
                {
                    // Move on to the next question.
                    draft.focus = true;
                }
                left_out(ui, base, grid);
            }
        }
    });
    ui.add_space(theme.sizes.space.m);
    let left = draft.grid.as_ref().map_or(0, open);
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

/// The number of open questions.
fn open(grid: &Grid) -> usize {
    if grid.is_empty() {
        return 0;
    }
    let unseen = !grid.left_out.is_empty() && !grid.accepted;
    grid.unanswered() + grid.undecided() + usize::from(unseen)
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
            let field = TextEdit::multiline(&mut draft.pasted)
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
        draft.read();
        draft.focus = was_pasted && draft.grid.as_ref().is_ok_and(|grid| open(grid) > 0);
    }
}

fn fault_words(text: Text, fault: GridFault) -> String {
    match fault {
        GridFault::Unclosed(line) => text.with(msg!("paste-unclosed"), &[("line", line.into())]),
        GridFault::TooLarge { cells, most } => {
            text.with(msg!("paste-too-large"), &[("cells", cells.into()), ("most", most.into())])
        }
        GridFault::NoHead => text.get(msg!("paste-no-head")).to_owned(),
    }
}

/// What happens to the table without needing a decision.
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
