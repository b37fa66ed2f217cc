//! The clock of a meeting: that of a city, or one at an offset from UTC.

use chrono::NaiveTime;
use egui::Ui;

use super::{Form, chooser};
use crate::model::words::fold;
use crate::model::{City, Keyed, Meeting};
use crate::text::{Text, msg};
use crate::ui::widgets::{Choice, picker_from};

/// A clock.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clock {
    Unknown,
    Of(City),
    Ahead(i16),
}

impl Form<'_> {
    /// The time zone of a meeting: by city, with its rules, or by its offset from UTC.
    pub(crate) fn zone(&mut self, ui: &mut Ui, meeting: &mut Meeting) {
        let (cx, column) = (self.cx, "utc_offset");
        let (text, label) = (cx.text, cx.text.field(column));
        let at = meeting.date.and_time(meeting.time.unwrap_or_else(noon));
        let held = match (meeting.city, meeting.offset) {
            (Some(city), _) => Clock::Of(city),
            (None, Some(offset)) => Clock::Ahead(offset),
            (None, None) => Clock::Unknown,
        };
        let name = |clock: Clock| match clock {
            Clock::Unknown => text.get(msg!("not-filled-in")).to_owned(),
            Clock::Of(city) => format!("{} · {}", text.label(city), text.zone(city.offset(at))),
            Clock::Ahead(offset) => text.zone(offset),
        };
        let shown = (held != Clock::Unknown).then(|| name(held));
        let chosen = self.row(ui, column, |_, ui| {
            let button = chooser(ui, cx, shown.as_deref(), label);
            let choices = || {
                let clocks = [Clock::Unknown].into_iter().chain(cities(text).map(Clock::Of));
                // Half-hour steps and the three quarter-hour offsets in use cover every time zone.
                let ahead = (-720..=840).step_by(30).chain([345, 525, 765]).map(Clock::Ahead);
                clocks.chain(ahead).map(|it| Choice { value: it, name: name(it) }).collect()
            };
            picker_from(cx, &button, label, &held, choices)
        });
        if let Some(chosen) = chosen {
            (meeting.city, meeting.offset) = match chosen {
                Clock::Unknown => (None, None),
                Clock::Of(city) => (Some(city), None),
                Clock::Ahead(offset) => (None, Some(offset)),
            };
        }
    }
}

/// The cities, by their names in the language.
fn cities(text: Text) -> impl Iterator<Item = City> {
    let mut cities = City::ALL.to_vec();
    cities.sort_by_key(|city| fold(text.label(*city)));
    cities.into_iter()
}

fn noon() -> NaiveTime {
    NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()
}
