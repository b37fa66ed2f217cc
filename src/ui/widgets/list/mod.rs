//! Lists: one record per row, sorted by a column, drawing only visible rows; several rows can be
//! chosen at once.

mod choosing;
mod column;
mod heads;

use std::sync::Arc;

use egui::{Align, Layout, Rect, Sense, Ui, WidgetInfo};
use egui_extras::{Column as Width, TableBuilder};

use choosing::Choosing;
use column::Needs;
pub use column::{Column, Key, asks_all, line, sort};
pub(crate) use column::{lines, scrolled};
use heads::Heads;

use crate::command::Screen;
use crate::exchange::rows_to_text;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{Own, RowKey, Selection, ViewState};
use crate::ui::widgets::{GridFocus, acts};

/// A list of records that are already filtered and sorted.
pub struct List<'a, R> {
    id: &'static str,
    screen: Screen,
    columns: &'a [Column<R>],
    rows: usize,
    selected: Option<usize>,
    key: Option<fn(&Cx<'_>, &R) -> Option<RowKey>>,
    own: Option<Own>,
    moves: bool,
    on: Option<egui::Id>,
}

/// Rows looked at to tell what a column needs.
const LOOKED_AT: usize = 200;

/// How a row was come upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// It was clicked.
    Click,
    /// The cursor moved to it.
    Keys,
    /// It was opened.
    Opening,
}

impl By {
    /// Selects what the row shows. Moving along a list leaves the inspector hidden if it is.
    pub fn select(self, cx: &Cx<'_>, state: &mut ViewState, selection: Selection) {
        match self {
            Self::Keys => {
                state.selection = selection;
                state.matrix.arrive();
            }
            Self::Click | Self::Opening => cx.push(Action::Select(selection)),
        }
    }

    /// Whether a row that leads elsewhere should be followed: not while rows are being chosen.
    pub fn leads(self, ui: &Ui) -> bool {
        self != Self::Keys && !ui.input(|input| input.modifiers.command || input.modifiers.shift)
    }
}

impl<'a, R> List<'a, R> {
    /// A list on a screen, with this many rows; `id` distinguishes it from the others.
    pub const fn new(
        id: &'static str,
        screen: Screen,
        columns: &'a [Column<R>],
        rows: usize,
    ) -> Self {
        let (selected, key) = (None, None);
        Self { id, screen, columns, rows, selected, key, own: None, moves: true, on: None }
    }

    /// The row that is selected in the window.
    #[must_use]
    pub const fn selected(mut self, selected: Option<usize>) -> Self {
        self.selected = selected;
        self
    }

    /// Allows choosing several rows, identified by this key.
    #[must_use]
    pub const fn of(mut self, key: fn(&Cx<'_>, &R) -> Option<RowKey>) -> Self {
        self.key = Some(key);
        self
    }

    /// Declares its records to be its own, so that they can be deleted in it.
    #[must_use]
    pub const fn own(mut self) -> Self {
        self.own = Some(|_, record| vec![record]);
        self
    }

    /// Sets what is deleted in this list along with the record of a row.
    #[must_use]
    pub const fn deletes(mut self, own: Own) -> Self {
        self.own = Some(own);
        self
    }

    /// Declares that the screen moves the cursor by keys of its own.
    #[must_use]
    pub const fn moved_elsewhere(mut self) -> Self {
        self.moves = false;
        self
    }

    /// Sets the subject of the list: when that changes, the list starts at its top.
    #[must_use]
    pub(crate) fn on(mut self, on: impl std::hash::Hash + std::fmt::Debug) -> Self {
        self.on = Some(egui::Id::unique(on));
        self
    }

    /// Draws the list; returns the row activated in this frame.
    ///
    /// `at` finds a row; `name` is its accessible name.
    pub fn show<'r>(
        self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        state: &mut ViewState,
        at: impl Fn(usize) -> Option<&'r R>,
        name: impl Fn(&R) -> String,
    ) -> Option<(&'r R, By)>
    where
        R: 'r,
    {
        let sizes = cx.theme.sizes;
        let focus = GridFocus::new(self.id);
        let whole = ui.available_rect_before_wrap();
        let key = |row: usize| at(row).zip(self.key).and_then(|(it, key)| key(cx, it));
        let mut choosing = Choosing::begin(cx, state, &self, &key);
        choosing.keys(ui, cx, state, focus, &key);
        choosing.list(state, &key);
        let copied = choosing.copies(state);
        let asked = choosing.cursor.filter(|_| focus.is_here(ui) && acts::is_menu_asked(ui));
        // A selection made elsewhere scrolls its row into view, once.
        let memory = egui::Id::unique(("list", self.id));
        let before = ui.data_mut(|data| data.get_temp::<Option<usize>>(memory)).flatten();
        let newly_selected = choosing.cursor.filter(|_| before != choosing.cursor);
        ui.data_mut(|data| data.insert_temp(memory, choosing.cursor));
        let about = ui.data_mut(|data| {
            let on = data.get_temp_mut_or(egui::Id::unique(("list-on", self.id)), self.on);
            std::mem::replace(on, self.on) != self.on
        });
        let gap = ui.spacing().item_spacing.x;
        let needs = self.needs(ui, cx, state, &at);
        let mut builder = TableBuilder::new(ui)
            .id_salt(self.id)
            .striped(false)
            .resizable(false)
            .sense(Sense::CLICK)
            .auto_shrink(false)
            .cell_layout(Layout::left_to_right(Align::Center));
        let arranged = state.columns.entry(self.id.to_owned()).or_default();
        let least = sizes.space.xxl * 4.0;
        let mut heads = Heads::new(self.columns, arranged, &needs, (whole.width(), gap, least));
        for width in &heads.widths {
            let width = match *width {
                0.0 => Width::remainder().at_least(heads.least).clip(true),
                width => Width::exact(width).clip(true),
            };
            builder = builder.column(width);
        }
        if let Some(row) = newly_selected {
            builder = builder.scroll_to_row(row, None);
        } else if about {
            builder = builder.scroll_to_row(0, Some(Align::TOP));
        }
        let list = &mut state.lists[self.screen];
        let columns: Vec<&Column<R>> = heads.shown.iter().map(|at| &self.columns[*at]).collect();
        // Where the focused row was drawn, and what was done to which row.
        let (mut stop, mut clicked) = (None::<Rect>, None);
        builder
            .header(sizes.row.list, |mut header| {
                for at in 0..heads.shown.len() {
                    let state = (&mut *list, &mut *arranged);
                    header.col(|ui| heads.show(ui, cx, self.columns, state, at));
                }
            })
            .body(|body| {
                body.rows(sizes.row.list, self.rows, |mut row| {
                    let index = row.index();
                    let is_chosen = choosing.is_chosen(&state.chosen, index, &key);
                    row.set_selected(is_chosen);
                    let shown = at(index);
                    for column in &columns {
                        row.col(|ui| {
                            ui.add_space(sizes.space.xs);
                            ui.style_mut().interaction.selectable_labels = false;
                            ui.visuals_mut().override_text_color = Some(cx.theme.colours.ink);
                            if let Some(shown) = shown {
                                column.draw(ui, cx, shown);
                            }
                        });
                    }
                    let response = row.response();
                    if choosing.cursor == Some(index) {
                        // Its accessible name is on the focus widget.
                        stop = Some(response.rect);
                    } else {
                        response.widget_info(|| {
                            let name = shown.map(&name).unwrap_or_default();
                            WidgetInfo::selected(egui::Role::Row, true, is_chosen, name)
                        });
                    }
                    if response.clicked()
                        || response.secondary_clicked()
                        || response.context_menu_opened()
                        || asked == Some(index)
                    {
                        clicked = Some((index, response));
                    }
                });
            });
        heads.end(ui, cx, arranged);
        let touched = clicked.is_some();
        if let Some((index, response)) = clicked {
            choosing.clicked(ui, state, (index, &response), &key);
            if asked.is_some() {
                focus.leave(ui);
            }
            let chosen = &mut state.chosen;
            acts::menu_on(&response, asked.is_some(), |ui| acts::menu(ui, cx, chosen));
        }
        choosing.end(cx, state, &key);
        if let Some(bare) = copied {
            let rows = choosing.rows(state, &key);
            copy(cx, &columns, rows.into_iter().filter_map(&at), bare);
        }
        let row = stop.map(|rect| rect.intersect(whole)).filter(Rect::is_positive);
        let cursor = choosing.cursor.and_then(&at);
        let name = || {
            let heading = || cx.text.label(self.screen).to_owned();
            cursor.map_or_else(heading, &name)
        };
        let here = choosing.cursor;
        let selected = here.is_some_and(|row| choosing.is_chosen(&state.chosen, row, &key));
        let response = focus.show_row(ui, row.unwrap_or(whole), here.is_some(), selected, name);
        if let Some(row) = row.filter(|_| response.has_focus()) {
            let ring = egui::Stroke::new(sizes.space.hair, cx.theme.colours.focus);
            ui.painter().rect_stroke(row, cx.theme.corner(), ring, egui::StrokeKind::Inside);
        }
        // Only now: egui takes the focus away from its former owner when something else is clicked.
        if touched && !egui::Popup::is_any_open(ui) {
            response.request_focus();
        }
        choosing.came_upon.and_then(|(row, by)| Some((at(row)?, by)))
    }
}

impl<R> List<'_, R> {
    /// What each column needs for the rows shown.
    fn needs<'r>(
        &self,
        ui: &Ui,
        cx: &Cx<'_>,
        state: &ViewState,
        at: &impl Fn(usize) -> Option<&'r R>,
    ) -> Arc<Vec<Needs>>
    where
        R: 'r,
    {
        let id = egui::Id::unique(("list-needs", self.id));
        let shown = (self.rows, self.on, state.lists[self.screen].clone());
        cx.kept_for(ui, id, shown, || {
            let rows: Vec<&R> = (0..self.rows.min(LOOKED_AT)).filter_map(at).collect();
            let sorted = state.lists[self.screen].sort;
            let columns = self.columns.iter().enumerate();
            columns.map(|(place, it)| it.needs(ui, cx, &rows, place == sorted)).collect()
        })
    }
}

/// Copies rows for a spreadsheet, with the heads of their columns unless `bare`: what the list shows,
/// and nothing else.
fn copy<'r, R: 'r>(
    cx: &Cx<'_>,
    columns: &[&Column<R>],
    rows: impl Iterator<Item = &'r R>,
    bare: bool,
) {
    let heads = columns.iter().map(|column| cx.text.get(column.name).to_owned()).collect();
    let rows = rows.map(|row| columns.iter().map(|column| column.says(cx, row)).collect());
    let rows: Vec<Vec<_>> = rows.collect();
    let count = rows.len();
    let words = if count == 0 {
        cx.text.get(msg!("copied-nothing")).to_owned()
    } else {
        let heads = (!bare).then_some(heads);
        let rows: Vec<_> = heads.into_iter().chain(rows).collect();
        cx.push(Action::CopyText(rows_to_text(&rows)));
        cx.text.with(msg!("copied-rows"), &[("count", count.into())])
    };
    cx.push(Action::Say(words));
}
