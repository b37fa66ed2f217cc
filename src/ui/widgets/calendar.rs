//! Choosing a day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use egui::{Button, Direction, Grid, Layout, PopupCloseBehavior, Response, Ui, Vec2};

use super::{caption, drop_down, icon_button, muted, paragraph, popup_margin, strong, warning};
use crate::text::{Message, Text, msg};
use crate::ui::cx::Base;
use crate::ui::icon::Icon;

const WEEKDAYS: [Message; 7] = [
    msg!("weekday-1"),
    msg!("weekday-2"),
    msg!("weekday-3"),
    msg!("weekday-4"),
    msg!("weekday-5"),
    msg!("weekday-6"),
    msg!("weekday-7"),
];

/// The kind of date, which decides the year of one typed without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Evidence, which is rarely dated in the future.
    Said,
    /// Something in the past, or already under way.
    Past,
    /// Something planned.
    Planned,
}

impl When {
    /// The date typed; `None` if it cannot be read.
    pub fn parse(self, text: Text, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
        text.parse_shown_day(typed, today, self == Self::Planned)
    }
}

/// A menu under `button` with the days of a month; returns the day chosen.
pub(crate) fn day_menu(
    base: &Base<'_>,
    button: &Response,
    day: NaiveDate,
    name: &str,
    when: When,
) -> Option<NaiveDate> {
    let popup = drop_down(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name)
        .width(base.theme.sizes.space.xxl * 8.0);
    let id = popup.get_id().with("month");
    let popup_id = popup.get_id();
    let mut chosen = None;
    let shown = popup.show(|ui| {
        let first = day.with_day(1).unwrap_or(day);
        let mut shown = ui.data(|data| data.get_temp(id)).unwrap_or(first);
        let typed = typed(ui, base, popup_id, when);
        head(ui, base, &mut shown);
        chosen = days(ui, base, shown, day).or(typed);
        ui.data_mut(|data| data.insert_temp(id, shown));
        if chosen.is_some() {
            ui.close();
        }
    });
    if shown.is_none() || chosen.is_some() {
        // However it was closed, it opens afresh.
        button.ctx.data_mut(|data| {
            data.remove::<NaiveDate>(id);
            data.remove::<String>(typed_id(popup_id));
        });
    }
    chosen
}

fn typed_id(popup: egui::Id) -> egui::Id {
    popup.with("typed")
}

/// A field for typing a date, for those far away; it has the focus when the menu opens.
fn typed(ui: &mut Ui, base: &Base<'_>, popup: egui::Id, when: When) -> Option<NaiveDate> {
    let (id, name) = (typed_id(popup), base.text.get(msg!("calendar-type")));
    let before = ui.data(|data| data.get_temp::<String>(id));
    let opens = before.is_none();
    let mut typed = before.unwrap_or_default();
    let field = egui::TextEdit::singleline(&mut typed).hint_text(name);
    let field = field.margin(popup_margin(&base.theme)).desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name(name);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let day = when.parse(base.text, &typed, base.today);
    let unread_id = id.with("unread");
    let unread = ui.data(|data| data.get_temp::<bool>(unread_id)).unwrap_or_default();
    let unread = !opens && day.is_none() && (entered || unread && !response.changed());
    if opens || entered && unread {
        response.request_focus();
    }
    if unread {
        warning(ui, &base.theme, base.text.get(msg!("many-unread-day")));
    }
    if let Some(first) = base.text.first_of_month(&typed, base.today) {
        first_of_month(ui, base, first);
    }
    let day = day.filter(|_| entered);
    if day.is_some() {
        typed.clear();
    }
    ui.data_mut(|data| {
        data.insert_temp(id, typed);
        data.insert_temp(unread_id, unread);
    });
    day
}

/// Says which day a month typed without one is taken for.
pub(crate) fn first_of_month(ui: &mut Ui, base: &Base<'_>, day: NaiveDate) {
    paragraph(ui, caption(&base.theme, first_of_month_words(base.text, day)));
}

/// The same in words.
pub(crate) fn first_of_month_words(text: Text, day: NaiveDate) -> String {
    text.with(msg!("field-first-of-month"), &[("day", text.day(day).into())])
}

fn head(ui: &mut Ui, base: &Base<'_>, shown: &mut NaiveDate) {
    let (theme, text) = (&base.theme, base.text);
    let mut step = |ui: &mut Ui, icon: Icon, id: Message, months: i32| {
        if icon_button(ui, theme, icon, text.get(id)).clicked() {
            let by = Months::new(months.unsigned_abs());
            let back = shown.checked_sub_months(by);
            let moved = if months < 0 { back } else { shown.checked_add_months(by) };
            *shown = moved.unwrap_or(*shown);
        }
    };
    ui.horizontal(|ui| {
        step(ui, Icon::FarLeft, msg!("calendar-year-before"), -12);
        step(ui, Icon::Left, msg!("calendar-month-before"), -1);
        step(ui, Icon::Right, msg!("calendar-month-after"), 1);
        step(ui, Icon::FarRight, msg!("calendar-year-after"), 12);
    });
    let month = format!("{} {}", text.month(shown.month0()), shown.year());
    ui.vertical_centered(|ui| ui.label(strong(theme, month)));
}

fn days(ui: &mut Ui, base: &Base<'_>, month: NaiveDate, day: NaiveDate) -> Option<NaiveDate> {
    let (theme, text) = (&base.theme, base.text);
    let mut chosen = None;
    let cell = Vec2::splat(theme.sizes.shape.target);
    Grid::new("days").spacing(Vec2::splat(theme.sizes.space.xs / 2.0)).show(ui, |ui| {
        for id in WEEKDAYS {
            // Centred over its column, like the days below it.
            let layout = Layout::centered_and_justified(Direction::LeftToRight);
            ui.allocate_ui_with_layout(cell, layout, |ui| {
                ui.label(muted(theme, text.get(id)).size(theme.sizes.text.caption));
            });
        }
        ui.end_row();
        let mut shown = month.week(Weekday::Mon).first_day();
        for _ in 0..6 {
            for _ in 0..7 {
                if shown.month() == month.month() {
                    let button = Button::new(shown.day().to_string())
                        .min_size(cell)
                        .selected(shown == day)
                        .frame_when_inactive(shown == day);
                    if ui.add(button).accessible_name(text.day(shown)).clicked() {
                        chosen = Some(shown);
                    }
                } else {
                    ui.label("");
                }
                shown = shown.checked_add_days(Days::new(1)).unwrap_or(shown);
            }
            ui.end_row();
        }
    });
    chosen
}
