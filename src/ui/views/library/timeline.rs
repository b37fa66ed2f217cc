//! The initiatives along a line of years.

use chrono::Datelike;
use egui::{Align2, Rect, Sense, Ui, pos2, vec2};

use super::has;
use crate::library::{Initiative, initiatives, instrument_sets, states};
use crate::model::{Keyed, Obstacle, PartialDate};
use crate::text::{lower, msg};
use crate::ui::cx::Cx;
use crate::ui::widgets::{caption, elided, muted, paragraph, shown_above, strong};

/// Share of the width taken by the names.
const NAMES: f32 = 0.42;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, wanted: &str) {
    let rows: Vec<_> = initiatives()
        .iter()
        .filter(|row| {
            let (name, summary) = (row.name(), row.summary());
            has(wanted, &[cx.text.of(&name), cx.text.of(&summary)])
        })
        .collect();
    let begins = rows.iter().filter_map(|row| row.began()).map(PartialDate::year).min();
    let Some(first) = begins else { return };
    let scale = Scale { first, last: cx.today.year() };
    let theme = &cx.theme;
    years(ui, cx, &scale);
    for row in rows {
        let size = vec2(ui.available_width(), theme.sizes.row.matrix);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let name = row.name();
        let words = format!("{}, {}", cx.text.of(&name), span(cx, row));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words.as_str()));
        draw(ui, cx, &scale, rect, row);
        shown_above(&response, |ui| card(ui, cx, row));
    }
    ui.add_space(theme.sizes.space.l);
}

/// The years the line covers.
struct Scale {
    first: i32,
    last: i32,
}

impl Scale {
    fn at(&self, rect: Rect, year: f32) -> f32 {
        let left = rect.left() + rect.width() * NAMES;
        let share = (year - self.first as f32) / (self.last - self.first + 1).max(1) as f32;
        left + (rect.right() - left) * share
    }
}

fn years(ui: &mut Ui, cx: &Cx<'_>, scale: &Scale) {
    let theme = &cx.theme;
    let size = vec2(ui.available_width(), theme.sizes.row.matrix);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let font = theme.font(theme.sizes.text.caption);
    for year in (scale.first..=scale.last).filter(|year| year % 5 == 0) {
        let at = pos2(scale.at(rect, year as f32), rect.center().y);
        let ink = theme.colours.muted;
        ui.painter().text(at, Align2::LEFT_CENTER, year.to_string(), font.clone(), ink);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), theme.hairline());
}

fn draw(ui: &Ui, cx: &Cx<'_>, scale: &Scale, rect: Rect, row: &Initiative) {
    let (theme, painter) = (&cx.theme, ui.painter());
    let sizes = theme.sizes;
    let font = theme.font(sizes.text.caption);
    let width = rect.width() * NAMES - sizes.space.m;
    let at = pos2(rect.left(), rect.center().y - sizes.text.caption * 0.6);
    elided(painter, at, width, 1, cx.text.of(&row.name()), font, theme.colours.ink);
    let Some(began) = row.began() else { return };
    let from = scale.at(rect, fraction(began));
    let until = row.ended().map_or(scale.last as f32 + 1.0, |ended| fraction(ended) + 0.3);
    // Even the shortest must be visible.
    let to = scale.at(rect, until).max(from + sizes.space.s);
    let middle = rect.center().y;
    let half = sizes.space.xs;
    let bar = Rect::from_x_y_ranges(from..=to, middle - half..=middle + half);
    // A stalled initiative is hollow.
    if row.stalled().is_empty() {
        painter.rect_filled(bar, theme.corner(), theme.colours.accent);
    } else {
        let line = egui::Stroke::new(sizes.space.hair, theme.colours.accent);
        painter.rect(
            bar,
            theme.corner(),
            theme.colours.accent_soft,
            line,
            egui::StrokeKind::Inside,
        );
    }
}

fn fraction(date: PartialDate) -> f32 {
    date.year() as f32 + date.month().map_or(0.0, |month| (month - 1) as f32 / 12.0)
}

/// Its start and end; either may be unknown.
fn span(cx: &Cx<'_>, row: &Initiative) -> String {
    let words = |date: Option<PartialDate>| date.map_or_else(String::new, |it| cx.text.date(it));
    format!("{} – {}", words(row.began()), words(row.ended())).trim_end().to_owned()
}

/// The parties by name; states by their name in the library.
pub(super) fn parties(cx: &Cx<'_>, row: &Initiative) -> String {
    let name = |code: &String| {
        let state = states().iter().find(|state| state.iso3 == *code);
        state.map_or_else(|| code.clone(), |state| cx.text.of(&state.name()).to_owned())
    };
    row.parties.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn card(ui: &mut Ui, cx: &Cx<'_>, row: &Initiative) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.set_max_width(theme.sizes.space.xxl * 12.0);
    ui.label(strong(theme, text.of(&row.name())));
    ui.label(caption(theme, format!("{} · {}", span(cx, row), parties(cx, row))));
    paragraph(ui, text.of(&row.outcome()));
    let stalled = row.stalled();
    if !stalled.is_empty() {
        paragraph(ui, muted(theme, text.of(&stalled)));
    }
    let obstacles = row.obstacles.iter().filter_map(|key| Obstacle::from_key(key));
    let names: Vec<_> = obstacles.map(|obstacle| lower(text.label(obstacle))).collect();
    if !names.is_empty() {
        ui.label(caption(theme, names.join(" · ")));
    }
    let sets = instrument_sets().iter().filter(|set| row.instruments.contains(&set.code));
    let sets: Vec<_> = sets.map(|set| text.of(&set.name()).to_owned()).collect();
    if !sets.is_empty() {
        let sets = [("sets", sets.join(", ").into())];
        ui.label(caption(theme, text.with(msg!("initiative-sets"), &sets)));
    }
}
