//! Lists: one record per row, sorted by a column, drawing only visible rows.

use chrono::{Datelike, NaiveDate};
use egui::{
    Align, FontFamily, FontId, Label, Layout, Response, RichText, ScrollArea, Sense, Ui,
    WidgetInfo, WidgetText,
};
use egui_extras::{Column as Width, TableBuilder};

use crate::model::words::fold;
use crate::text::Message;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::ListState;
use crate::ui::theme::{Theme, strong};
use crate::ui::widgets::elided_layout;

/// A column of a list whose rows are `R`: all that is to be known of it.
pub struct Column<R> {
    name: Message,
    width: f32,
    cell: fn(&mut Ui, &Cx<'_>, &R),
    order: Option<fn(&Cx<'_>, &R) -> Key>,
    asks_all: bool,
}

/// What a row is sorted by; where there is nothing, the row comes first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// There is nothing to sort by.
    Nothing,
    /// A number, a day, or the place of a value in its list.
    Number(i64),
    /// Words, in the form used for searching.
    Words(String),
}

impl<R> Column<R> {
    /// A column with this heading, `width` points wide; the first one with 0 takes the remaining
    /// width. `cell` draws one cell. Sorted by this column, rows keep the order in which they were
    /// gathered.
    pub const fn new(name: Message, width: f32, cell: fn(&mut Ui, &Cx<'_>, &R)) -> Self {
        Self { name, width, cell, order: None, asks_all: false }
    }

    /// Sorts rows by this key.
    pub const fn by(mut self, order: fn(&Cx<'_>, &R) -> Key) -> Self {
        self.order = Some(order);
        self
    }

    /// Says that the key takes every cell of the matrix.
    pub const fn of_all_cells(mut self) -> Self {
        self.asks_all = true;
        self
    }
}

impl Key {
    /// Words, if there are any.
    pub fn words<'a>(words: impl Into<Option<&'a str>>) -> Self {
        words.into().map_or(Self::Nothing, |words| Self::Words(fold(words)))
    }

    /// A number, if there is one.
    pub fn number(number: impl Into<Option<i64>>) -> Self {
        number.into().map_or(Self::Nothing, Self::Number)
    }

    /// A fraction, to six places, if there is one.
    pub fn fraction(fraction: Option<f64>) -> Self {
        Self::number(fraction.map(|fraction| (fraction * 1e6) as i64))
    }

    /// A day, if there is one.
    pub fn day(day: impl Into<Option<NaiveDate>>) -> Self {
        Self::number(day.into().map(|day| i64::from(day.num_days_from_ce())))
    }
}

/// Sorts rows, gathered as `T`, by the chosen column.
pub fn sort<T, R>(
    rows: &mut [T],
    cx: &Cx<'_>,
    columns: &[Column<R>],
    list: &ListState,
    row: impl Fn(&T) -> &R,
) {
    if let Some(order) = columns.get(list.sort).and_then(|column| column.order) {
        rows.sort_by_cached_key(|it| order(cx, row(it)));
    }
    if list.descending {
        rows.reverse();
    }
}

/// Whether the chosen order takes every cell of the matrix.
pub fn asks_all<R>(columns: &[Column<R>], list: &ListState) -> bool {
    columns.get(list.sort).is_some_and(|column| column.asks_all)
}

/// A list in a menu or dialog, at most so high; what does not fit is scrolled to.
///
/// Without a least height a list that was once short would stay so: all that it may have is what the
/// popup around it had before.
pub(crate) fn scrolled(ui: &Ui, height: f32) -> ScrollArea {
    let least = height.min(ui.content_rect().height() * 0.5);
    ScrollArea::vertical().max_height(height).min_scrolled_height(least)
}

/// One line of text in a cell, cut at its end.
pub fn line(ui: &mut Ui, words: impl Into<WidgetText>) -> Response {
    ui.add(Label::new(words).truncate())
}

/// Words in a cell: on one line or, where they do not fit, on two smaller ones, cut at their end.
pub(crate) fn lines(ui: &Ui, theme: &Theme, words: &str, family: &FontFamily) -> Label {
    let (sizes, width, ink) = (&theme.sizes.text, ui.available_width(), theme.colours.ink);
    let lay = |size, lines| {
        let font = FontId::new(size, family.clone());
        ui.painter().layout_job(elided_layout(words, font, ink, width, lines))
    };
    let one = lay(sizes.body, 1);
    let galley = if one.elided { lay(sizes.caption, 2) } else { one };
    Label::new(galley)
}

/// A list of records that are already filtered and sorted.
pub struct List<'a, R> {
    /// Distinguishes lists from each other.
    pub id: &'static str,
    /// The columns.
    pub columns: &'a [Column<R>],
    /// The number of rows.
    pub rows: usize,
    /// The selected row.
    pub selected: Option<usize>,
}

impl<R> List<'_, R> {
    /// Draws the list; returns the row chosen in this frame.
    ///
    /// `at` finds a row; `name` is its accessible name.
    pub fn show<'r>(
        self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        state: &mut ListState,
        at: impl Fn(usize) -> Option<&'r R>,
        name: impl Fn(&R) -> String,
    ) -> Option<&'r R>
    where
        R: 'r,
    {
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
                    header.col(|ui| sort_button(ui, cx, state, place, column.name));
                }
            })
            .body(|body| {
                body.rows(sizes.row.list, self.rows, |mut row| {
                    let index = row.index();
                    row.set_selected(self.selected == Some(index));
                    let shown = at(index);
                    for column in self.columns {
                        row.col(|ui| {
                            ui.add_space(sizes.space.xs);
                            ui.style_mut().interaction.selectable_labels = false;
                            ui.visuals_mut().override_text_color = Some(cx.theme.colours.ink);
                            if let Some(shown) = shown {
                                (column.cell)(ui, cx, shown);
                            }
                        });
                    }
                    let response: Response = row.response();
                    let selected = self.selected == Some(index);
                    response.widget_info(|| {
                        let name = shown.map(&name).unwrap_or_default();
                        WidgetInfo::selected(egui::Role::Row, true, selected, name)
                    });
                    if response.clicked() {
                        chosen = shown;
                    }
                });
            });
        chosen
    }
}

fn sort_button(ui: &mut Ui, cx: &Cx<'_>, state: &mut ListState, place: usize, name: Message) {
    let (theme, words) = (&cx.theme, cx.text.get(name));
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
