//! Making a dossier of a table that is pasted.

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

/// What was pasted, and what it holds.
#[derive(Clone, Debug)]
pub struct PasteDraft {
    /// What was pasted.
    pub pasted: String,
    /// What it holds and what was answered about it, or why it cannot be read.
    pub grid: Result<Grid, GridFault>,
    /// The day that stances are dated.
    pub today: NaiveDate,
    /// Who enters them.
    pub author: String,
    /// Whether what is to be answered next takes the focus.
    pub focus: bool,
}

/// The longest text that is shown as it was pasted; a longer one is only counted.
const SHOWN: usize = 200_000;

/// How many cells that are left out are named.
const NAMED: usize = 100;

impl PasteDraft {
    /// Nothing pasted yet.
    pub fn new(today: NaiveDate, author: String) -> Self {
        Self { pasted: String::new(), grid: Ok(Grid::default()), today, author, focus: false }
    }

    /// What was pasted before, with what was answered about it.
    pub fn of(pasted: String, kept: &KeptAnswers, today: NaiveDate, author: String) -> Self {
        let mut grid = read_grid(&pasted);
        if let Ok(grid) = &mut grid {
            grid.take_up(kept);
        }
        let focus = grid.as_ref().is_ok_and(|grid| open(grid) > 0);
        Self { pasted, grid, today, author, focus }
    }

    /// Whether a dossier can be made of it: all that was asked was answered.
    pub fn is_ready(&self) -> bool {
        self.grid.as_ref().is_ok_and(Grid::is_ready)
    }

    /// The records of the dossier.
    pub fn records(&self, title: &str) -> Vec<Record> {
        let grid = self.grid.as_ref().map(|grid| grid.records(title, self.today, &self.author));
        grid.unwrap_or_default()
    }

    /// Reads what was pasted; the same names keep what was answered about them.
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
    // All of it is reached by scrolling, whatever the window and the zoom.
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
                    // On to the next one.
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

/// How much is still to be answered.
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
    // A large table is not laid out letter by letter.
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
        // What is asked about it needs the room.
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

/// What is done with the table that nobody has to decide on.
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
