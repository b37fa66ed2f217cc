//! A page in the window: its sentences and tables, as a report has them.

use egui::{Align2, Grid, Rect, ScrollArea, Sense, StrokeKind, Ui, Vec2};

use super::{hatch, link, muted, paragraph, section, stance_badge};
use crate::report::{ReadCell, Reading};
use crate::ui::cx::Cx;

/// How many rows of a table are drawn; a page written to a file has all of them.
const MOST_ROWS: usize = 400;

/// Draws a page. `leads` says whether the first cell of a row leads somewhere; the one that was clicked is
/// returned.
pub(crate) fn reading(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: &[Reading],
    leads: impl Fn(&str) -> bool,
) -> Option<String> {
    let mut clicked = None;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for (nth, piece) in page.iter().enumerate() {
            match piece {
                Reading::Heading(words) => section(ui, &cx.theme, words),
                Reading::Sentence(words) => {
                    paragraph(ui, words.as_str());
                    ui.add_space(cx.theme.sizes.space.xs);
                }
                Reading::Table(heads, rows) => {
                    ui.add_space(cx.theme.sizes.space.s);
                    clicked = table(ui, cx, nth, (heads, rows), &leads).or(clicked.take());
                    ui.add_space(cx.theme.sizes.space.m);
                }
            }
        }
    });
    clicked
}

fn table(
    ui: &mut Ui,
    cx: &Cx<'_>,
    nth: usize,
    (heads, rows): (&[String], &[Vec<ReadCell>]),
    leads: &impl Fn(&str) -> bool,
) -> Option<String> {
    let theme = &cx.theme;
    let mut clicked = None;
    let spacing = Vec2::new(theme.sizes.space.l, theme.sizes.space.xs);
    Grid::new(("reading", nth)).spacing(spacing).show(ui, |ui| {
        for head in heads {
            ui.label(muted(theme, head));
        }
        ui.end_row();
        for row in rows.iter().take(MOST_ROWS) {
            for (place, cell) in row.iter().enumerate() {
                match cell {
                    ReadCell::Words(words) if place == 0 && leads(words) => {
                        if link(ui, theme, words).clicked() {
                            clicked = Some(words.clone());
                        }
                    }
                    ReadCell::Words(words) | ReadCell::Figure(words) => {
                        ui.label(words.as_str());
                    }
                    ReadCell::Share(share, words) => chance(ui, cx, *share, words),
                    ReadCell::Stance(stance, _) => {
                        stance_badge(ui, theme, cx.text, *stance);
                    }
                }
            }
            ui.end_row();
        }
    });
    clicked
}

/// A share as a bar with its figure. Hatched, since it is no count of anybody.
fn chance(ui: &mut Ui, cx: &Cx<'_>, share: f64, words: &str) {
    let theme = &cx.theme;
    let size = Vec2::new(theme.sizes.space.xxl * 4.0, theme.sizes.shape.target);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    let bar = rect.shrink2(Vec2::new(0.0, theme.sizes.space.xs));
    let filled = Rect::from_min_size(
        bar.min,
        Vec2::new(bar.width() * share.clamp(0.0, 1.0) as f32, bar.height()),
    );
    hatch(ui.painter(), filled, theme.sizes.space.s, theme.hairline());
    ui.painter().rect_stroke(bar, 0, theme.hairline(), StrokeKind::Inside);
    let font = egui::FontId::proportional(theme.sizes.text.caption);
    let (at, ink) = (bar.right_center() - Vec2::new(theme.sizes.space.xs, 0.0), theme.colours.ink);
    ui.painter().text(at, Align2::RIGHT_CENTER, words, font, ink);
}
