//! Heads of columns, camps and rows; and the legend.

mod camp;
mod columns;
mod party;
mod proposal;
mod several;

use egui::{Align2, FontId, Painter, Rect, Response, Ui, vec2};

pub(super) use camp::{camp, camp_cell, camp_cell_name};
pub(super) use columns::{Dragged, hidden, step};
pub(super) use party::{party, party_width};
pub(crate) use proposal::proposal_row;
pub(super) use proposal::{LOW, column, column_height, title_width, verdicts};
pub(super) use several::{extend, held, hold, is_chosen, refresh, select};

use super::FOCUS;
use crate::command::Screen;
use crate::model::RecordId;
use crate::text::{Text, msg};
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{acts, elided};

/// Says beside the heads at which sides there are more of them than in view, `x` across.
pub(super) fn more(ui: &Ui, cx: &Cx<'_>, x: egui::Rangef, (before, after): (bool, bool)) {
    let sizes = cx.theme.sizes;
    let y = ui.clip_rect().top() + sizes.space.xs + line(sizes.text.body) / 2.0;
    let beside = sizes.space.s / 2.0;
    let signs =
        [(before, Icon::Left, x.min - beside), (after, Icon::Right, x.max + beside)].into_iter();
    for (_, icon, x) in signs.filter(|(is_there, ..)| *is_there) {
        icon.paint(ui.painter(), egui::pos2(x, y), sizes.shape.icon, cx.theme.colours.accent);
    }
}

/// The legend of the signs, in the corner of the matrix.
pub(super) fn legend(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let (theme, text) = (&cx.theme, cx.text);
    let font = theme.font(theme.sizes.text.caption);
    let lines = [
        text.get(msg!("legend-support")),
        text.get(msg!("legend-accept")),
        text.get(msg!("legend-object")),
        text.get(msg!("legend-instructions")),
        text.get(msg!("legend-unknown")),
        text.get(msg!("legend-share")),
    ];
    let mut at =
        rect.left_bottom() - vec2(0.0, lines.len() as f32 * line(theme.sizes.text.caption));
    at += vec2(theme.sizes.space.s, -theme.sizes.space.xs);
    for words in lines {
        ui.painter().text(at, Align2::LEFT_TOP, words, font.clone(), theme.colours.muted);
        at.y += line(theme.sizes.text.caption);
    }
}

/// Draws text on at most this many lines, broken between words, and within one that is too long for a
/// line; the last one is cut if it does not fit.
fn on_lines(
    painter: &Painter,
    (mut at, width): (egui::Pos2, f32),
    lines: usize,
    (text, words): (Text, &str),
    font: &FontId,
    colour: egui::Color32,
) {
    let mut rest = words;
    for _ in 1..lines {
        let is_short = |line: &str| {
            painter.layout_no_wrap(line.to_owned(), font.clone(), colour).size().x <= width
        };
        let fits = |end: usize| is_short(&rest[..end]);
        let mut ends = rest.match_indices(' ').map(|(end, _)| end).chain([rest.len()]);
        // A first word that cannot be broken gets a line to itself.
        let first = ends.next().unwrap_or_default();
        if !fits(first)
            && let Some((head, after)) = text.broken(&rest[..first], is_short)
        {
            elided(painter, at, width, 1, &head, font.clone(), colour);
            rest = &rest[first - after.len()..];
            at.y += line(font.size);
            continue;
        }
        let end = ends.take_while(|end| fits(*end)).last().unwrap_or(first);
        elided(painter, at, width, 1, &rest[..end], font.clone(), colour);
        rest = rest[end..].trim_start();
        at.y += line(font.size);
    }
    elided(painter, at, width, 1, rest, font.clone(), colour);
}

/// The actions on a head: a click selects its record, a second one opens it, and the right button, or
/// its key, opens the menu of the record, or of all that are chosen with it.
pub(super) fn acted_on(
    ui: &Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    head: &Response,
    selection: Selection,
    record: RecordId,
) {
    if head.clicked() || head.secondary_clicked() {
        several::clicked(ui, state, head, selection);
    }
    if head.double_clicked() && ui.input(|input| input.modifiers.is_none()) {
        state.inspector_hidden = false;
        state.focus_inspector = true;
    }
    let asked = state.selection == selection && FOCUS.is_here(ui) && acts::is_menu_asked(ui);
    if asked {
        FOCUS.leave(ui);
    }
    let column = match selection {
        Selection::Proposal(id) if state.screen == Screen::Matrix => Some(id),
        _ => None,
    };
    if several::are_chosen(state, selection) {
        return acts::menu_on(head, asked, |ui| {
            if column.is_some() {
                columns::hiding(ui, cx, &mut state.matrix, &columns::chosen(&state.chosen));
                ui.separator();
            }
            acts::menu(ui, cx, &mut state.chosen);
        });
    }
    acts::menu_after(cx, (head, asked), record, |ui| {
        if let Some(id) = column {
            columns::lines(ui, cx, &mut state.matrix, id);
        }
    });
}

/// The width that text in two lines needs, if neither is to be cut.
fn two_lines_width(painter: &Painter, words: &str, font: &FontId) -> f32 {
    let width = |part: &str| {
        let ink = egui::Color32::PLACEHOLDER;
        painter.layout_no_wrap(part.to_owned(), font.clone(), ink).size().x
    };
    let breaks = words.match_indices(' ').map(|(at, _)| words.split_at(at));
    let broken = breaks.map(|(first, second)| width(first).max(width(second.trim_start())));
    broken.fold(width(words), f32::min)
}

/// The height of a line of text of this size in a head.
pub(crate) fn line(size: f32) -> f32 {
    (size * 1.3).ceil()
}
