//! The two sides of a pasted table: on the left as it is, on the right what it becomes.

use std::sync::Arc;

use egui::{FontId, Id, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2};

use super::super::super::cx::Base;
use crate::exchange::{CellAt, Grid, read_sheet};
use crate::text::msg;
use crate::ui::theme::strong;
use crate::ui::views::Lines;
use crate::ui::widgets::{caption, elided, in_view, muted, paragraph, section};

/// How many parties are listed one by one.
const TOLD: usize = 100;

/// The rows of a pasted text as they are.
pub(super) fn lines(pasted: &str) -> Option<Arc<Lines>> {
    let sheet = read_sheet(pasted.as_bytes()).ok()?;
    Some(Arc::new(Lines::of(&sheet, 0, 0)))
}

/// Draws the table as it is, with the line that names the proposals.
pub(super) fn table(ui: &mut Ui, base: &Base<'_>, lines: &Lines, head: Option<usize>, room: f32) {
    let (theme, text) = (&base.theme, base.text);
    let (sizes, colours) = (theme.sizes, theme.colours);
    let letter = sizes.text.body * 0.55;
    let gutter = sizes.space.xxl;
    let mut edges = vec![gutter];
    let mut at = gutter;
    for width in &lines.widths {
        at += (*width as f32 * letter + sizes.space.l)
            .clamp(sizes.space.xxl * 2.0, sizes.space.xxl * 8.0);
        edges.push(at);
    }
    let row = sizes.row.matrix;
    // The letters above the columns scroll with it.
    let count = lines.rows.len() + 1;
    let area = ScrollArea::both().id_salt("paste-table").auto_shrink([false, true]);
    area.max_height(room).show_viewport(ui, |ui, view| {
        ui.set_width(at);
        ui.set_height(row * count as f32);
        let origin = ui.min_rect().min;
        let painter = ui.painter().clone();
        for place in in_view(view.top(), row, view.height(), count) {
            let top = origin.y + row * place as f32;
            let rect = egui::Rect::from_min_size(
                pos2(origin.x, top),
                Vec2::new(at.max(view.width()), row),
            );
            let line = place.checked_sub(1).and_then(|place| lines.rows.get(place));
            let is_head = line.is_some_and(|line| head.map(|it| it as u64) == Some(line.line));
            if is_head {
                painter.rect_filled(rect, 0, colours.accent_soft);
            }
            painter.hline(rect.x_range(), rect.bottom(), theme.hairline());
            let (font, ink) = match (line, is_head) {
                (None, _) => (theme.font(sizes.text.caption), colours.muted),
                (_, true) => (FontId::new(sizes.text.body, strong()), colours.ink),
                (_, false) => (theme.font(sizes.text.body), colours.ink),
            };
            let middle = top + (row - font.size * 1.3) / 2.0;
            for (column, pair) in edges.windows(2).enumerate() {
                let letters = || {
                    let column = u32::try_from(column + 1).unwrap_or(u32::MAX);
                    CellAt { column, ..CellAt::default() }.letters()
                };
                let words = match line {
                    Some(line) => line.cells.get(column).cloned().unwrap_or_default(),
                    None => letters(),
                };
                let width = pair[1] - pair[0] - sizes.space.s;
                let from = pos2(origin.x + pair[0] + sizes.space.xs, middle);
                elided(&painter, from, width, 1, &words, font.clone(), ink);
            }
            let Some(line) = line else { continue };
            let number = pos2(origin.x + gutter - sizes.space.s, rect.center().y);
            let font = theme.font(sizes.text.caption);
            let words = line.line.to_string();
            painter.text(number, egui::Align2::RIGHT_CENTER, words, font, colours.muted);
            let response = ui.interact(rect, Id::unique(("pasted-row", line.line)), Sense::hover());
            response.widget_info(|| {
                let cells = line.cells.iter().filter(|cell| !cell.is_empty()).take(12);
                let cells = cells.map(String::as_str).collect::<Vec<_>>().join("; ");
                let name = [("line", line.line.to_string().into()), ("cells", cells.into())];
                let id = if is_head { msg!("wizard-row-header") } else { msg!("wizard-row") };
                WidgetInfo::labeled(Role::Row, true, text.with(id, &name))
            });
        }
    });
    if lines.more_below {
        ui.label(caption(theme, text.get(msg!("wizard-part"))));
    }
}

/// The stances of each identified party, in our words.
pub(super) fn becomes(ui: &mut Ui, base: &Base<'_>, grid: &Grid) {
    let (theme, text) = (&base.theme, base.text);
    let told = grid.becomes(text, TOLD + 1);
    if told.is_empty() {
        return;
    }
    ui.add_space(theme.sizes.space.s);
    section(ui, theme, text.get(msg!("paste-becomes")));
    for words in told.iter().take(TOLD) {
        paragraph(ui, words);
    }
    let more = grid.counts()[0].saturating_sub(TOLD);
    if told.len() > TOLD && more > 0 {
        ui.label(muted(theme, text.with(msg!("and-more"), &[("count", more.into())])));
    }
}
