//! The columns of a list: the words of their cells, how they are drawn, and what rows are sorted
//! by.

use chrono::{Datelike, NaiveDate};
use egui::{
    FontFamily, FontId, Label, Response, ScrollArea, TextStyle, TextWrapMode, Ui, WidgetText,
};

use crate::model::words::fold;
use crate::text::Message;
use crate::ui::cx::Cx;
use crate::ui::state::ListState;
use crate::ui::theme::Theme;
use crate::ui::widgets::{elided_layout, muted, said_above, strong};

/// Everything about a column of a list whose rows are `R`.
pub struct Column<R> {
    pub(super) name: Message,
    pub(super) width: f32,
    pub(super) most: f32,
    words: fn(&Cx<'_>, &R) -> String,
    drawn: Option<fn(&mut Ui, &Cx<'_>, &R)>,
    weight: Weight,
    order: Option<fn(&Cx<'_>, &R) -> Key>,
    asks_all: bool,
}

/// What a column needs for the rows shown, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needs {
    /// For its head.
    pub(super) head: f32,
    /// For its head and its longest cell.
    pub(super) content: f32,
    /// Whether no cell says anything.
    pub(super) is_empty: bool,
}

/// How prominent the words of a column are.
#[derive(Clone, Copy)]
enum Weight {
    Plain,
    Strong,
    Muted,
}

/// A key to sort rows by; a row without a value comes first.
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
    /// width. `words` gives the text of a cell: shown on one line, cut at its end, and copied.
    /// Sorted by this column, rows keep the order in which they were gathered.
    pub const fn new(name: Message, width: f32, words: fn(&Cx<'_>, &R) -> String) -> Self {
        let (drawn, order) = (None, None);
        let (weight, most) = (Weight::Plain, width);
        Self { name, width, most, words, drawn, weight, order, asks_all: false }
    }

    /// Widens it in a wide window, up to this many points, with width that the column with the
    /// remaining width does not need.
    pub const fn up_to(mut self, most: f32) -> Self {
        self.most = most;
        self
    }

    /// Shows it in bold, for the column that identifies a row.
    pub const fn strong(mut self) -> Self {
        self.weight = Weight::Strong;
        self
    }

    /// Shows it in a weaker colour.
    pub const fn muted(mut self) -> Self {
        self.weight = Weight::Muted;
        self
    }

    /// Draws cells in a way of their own rather than by their words.
    pub const fn drawn(mut self, drawn: fn(&mut Ui, &Cx<'_>, &R)) -> Self {
        self.drawn = Some(drawn);
        self
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

    /// Draws one cell.
    pub(super) fn draw(&self, ui: &mut Ui, cx: &Cx<'_>, row: &R) {
        if let Some(drawn) = self.drawn {
            return drawn(ui, cx, row);
        }
        let words = (self.words)(cx, row);
        match self.weight {
            Weight::Plain => line(ui, words),
            Weight::Strong => line(ui, strong(&cx.theme, words)),
            Weight::Muted => line(ui, muted(&cx.theme, words)),
        };
    }

    /// What it needs for these rows, if rows are `sorted` by it with an arrow in its head.
    pub(super) fn needs(&self, ui: &Ui, cx: &Cx<'_>, rows: &[&R], sorted: bool) -> Needs {
        let (theme, words) = (&cx.theme, rows.iter().map(|row| self.says(cx, row)));
        let (caption, body) = (theme.sizes.text.caption, theme.sizes.text.body);
        let width = |words: String, font: FontId| {
            ui.painter().layout_no_wrap(words, font, theme.colours.ink).size().x
        };
        let head = width(cx.text.get(self.name).to_owned(), theme.strong(caption));
        let arrow = if sorted { theme.sizes.space.l } else { 0.0 };
        let head = head + theme.sizes.space.xl + arrow;
        let longest = words.max_by_key(|words| words.chars().count()).unwrap_or_default();
        let is_empty = !rows.is_empty() && matches!(longest.trim(), "" | "–" | "—");
        let content = match self.drawn {
            // How wide another way of drawing is, is not known.
            Some(_) => self.width,
            None => width(longest, theme.strong(body)) + theme.sizes.space.m,
        };
        Needs { head, content: content.max(head), is_empty }
    }

    /// What a cell says.
    pub(super) fn says(&self, cx: &Cx<'_>, row: &R) -> String {
        (self.words)(cx, row)
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
    let order = |place: usize| columns.get(place).and_then(|column| column.order);
    let mut sort_by = |by: fn(&Cx<'_>, &R) -> Key, descending: bool| {
        if descending {
            rows.sort_by_cached_key(|it| std::cmp::Reverse(by(cx, row(it))));
        } else {
            rows.sort_by_cached_key(|it| by(cx, row(it)));
        }
    };
    // Sorting keeps the order of equals, so the secondary order is applied first.
    if let (Some(by), Some((then, descending))) = (order(list.sort), list.then) {
        if let Some(then) = order(then) {
            sort_by(then, descending);
        }
        return sort_by(by, list.descending);
    }
    if let Some(by) = order(list.sort) {
        sort_by(by, false);
    }
    if list.descending {
        rows.reverse();
    }
}

/// Whether the chosen order takes every cell of the matrix.
pub fn asks_all<R>(columns: &[Column<R>], list: &ListState) -> bool {
    let asks = |place: usize| columns.get(place).is_some_and(|column| column.asks_all);
    asks(list.sort) || list.then.is_some_and(|(then, _)| asks(then))
}

/// One line of text in a cell, cut at its end.
pub fn line(ui: &mut Ui, words: impl Into<WidgetText>) -> Response {
    let (width, mode) = (ui.available_width(), Some(TextWrapMode::Truncate));
    let galley = words.into().into_galley(ui, mode, width, TextStyle::Body);
    let whole = galley.elided.then(|| galley.text().to_owned());
    let response = ui.add(Label::new(galley).show_tooltip_when_elided(false));
    if let Some(whole) = whole {
        said_above(&response, whole);
    }
    response
}

/// Words in a cell: on one line or, if they do not fit, on two smaller ones, cut at their end.
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

/// A list in a menu or dialog, at most this high; whatever does not fit can be scrolled to.
///
/// Without a least height a list that was once short would stay short: its room would be only what
/// the popup around it had before.
pub(crate) fn scrolled(ui: &Ui, height: f32) -> ScrollArea {
    let least = height.min(ui.content_rect().height() * 0.5);
    ScrollArea::vertical().max_height(height).min_scrolled_height(least)
}
