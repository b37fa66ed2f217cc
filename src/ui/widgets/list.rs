//! Lists: one record per row, sorted by a column, drawing only visible rows.

use egui::{Align, Layout, Response, RichText, Sense, Ui, WidgetInfo};
use egui_extras::{Column as Width, TableBuilder};

use crate::text::Message;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::ListState;
use crate::ui::theme::strong;

/// A column of a list.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The message id of its heading.
    pub name: Message,
    /// Its width in points; the first column with 0 takes the remaining width.
    pub width: f32,
}

/// A list of records that are already filtered and sorted.
pub struct List<'a> {
    /// Distinguishes lists from each other.
    pub id: &'static str,
    /// The columns.
    pub columns: &'a [Column],
    /// The number of rows.
    pub rows: usize,
    /// The selected row.
    pub selected: Option<usize>,
}

impl List<'_> {
    /// Draws the list; returns the row chosen in this frame.
    ///
    /// `name` is the accessible name of a row; `cell` draws one cell.
    pub fn show(
        self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        state: &mut ListState,
        name: impl Fn(usize) -> String,
        mut cell: impl FnMut(&mut Ui, usize, usize),
    ) -> Option<usize> {
        let sizes = cx.theme.sizes;
        let mut chosen = None;
        // A selection made elsewhere scrolls its row into view, once.
        let memory = egui::Id::unique(("list", self.id));
        let before = ui.data_mut(|data| data.get_temp::<Option<usize>>(memory)).flatten();
        let newly_selected = self.selected.filter(|_| before != self.selected);
        ui.data_mut(|data| data.insert_temp(memory, self.selected));
        let mut builder = TableBuilder::new(ui)
            .id_salt(self.id)
            .striped(false)
            .resizable(false)
            .sense(Sense::click())
            .auto_shrink(false)
            .cell_layout(Layout::left_to_right(Align::Center));
        for column in self.columns {
            let width = match column.width {
                0.0 => Width::remainder().at_least(sizes.space.xxl * 4.0).clip(true),
                width => Width::exact(width).clip(true),
            };
            builder = builder.column(width);
        }
        if let Some(row) = newly_selected {
            builder = builder.scroll_to_row(row, None);
        }
        builder
            .header(sizes.row.list, |mut header| {
                for (place, column) in self.columns.iter().enumerate() {
                    header.col(|ui| sort_button(ui, cx, state, place, column));
                }
            })
            .body(|body| {
                body.rows(sizes.row.list, self.rows, |mut row| {
                    let index = row.index();
                    row.set_selected(self.selected == Some(index));
                    for column in 0..self.columns.len() {
                        row.col(|ui| {
                            ui.add_space(sizes.space.xs);
                            ui.style_mut().interaction.selectable_labels = false;
                            ui.visuals_mut().override_text_color = Some(cx.theme.colours.ink);
                            cell(ui, index, column);
                        });
                    }
                    let response: Response = row.response();
                    let selected = self.selected == Some(index);
                    response.widget_info(|| {
                        WidgetInfo::selected(egui::Role::Row, true, selected, name(index))
                    });
                    if response.clicked() {
                        chosen = Some(index);
                    }
                });
            });
        chosen
    }
}

fn sort_button(ui: &mut Ui, cx: &Cx<'_>, state: &mut ListState, place: usize, column: &Column) {
    let (theme, words) = (&cx.theme, cx.text.get(column.name));
    let sorted = state.sort == place;
    let text = RichText::new(words).size(theme.sizes.text.caption).color(theme.colours.muted);
    let text = if sorted { text.family(strong()) } else { text };
    let button = if sorted {
        let icon = if state.descending { Icon::Down } else { Icon::Up };
        egui::Button::new((text, icon.text(theme).size(theme.sizes.text.caption)))
    } else {
        egui::Button::new(text)
    };
    // Align the heading with the text of the cells.
    ui.spacing_mut().button_padding.x = theme.sizes.space.xs;
    let response = ui.add(button.frame_when_inactive(false)).accessible_name(words);
    if response.clicked() {
        state.descending = sorted && !state.descending;
        state.sort = place;
    }
}
