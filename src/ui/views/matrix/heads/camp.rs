//! The head of a camp, and its summary for each proposal.

use egui::{Align2, Painter, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::line;
use crate::analysis::Tally;
use crate::model::{Camp, Keyed, Proposal};
use crate::text::{Text, msg};
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::ViewState;
use crate::ui::theme::Theme;
use crate::ui::widgets::{camp_icon, elided_layout, tally_bar};

/// A camp's summary for one proposal: the share that can live with it and a bar, and below them how
/// many object and how many are unknown.
pub(in super::super) fn camp_cell(
    painter: &Painter,
    theme: &Theme,
    text: Text,
    rect: Rect,
    tally: &Tally,
) {
    let sizes = theme.sizes;
    let height = line(sizes.text.caption - 1.0);
    let inner = Rect::from_center_size(rect.center(), vec2(rect.width(), 2.0 * height))
        .shrink2(vec2(sizes.space.xs * 0.75, 0.0));
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let share = text.percent(tally.can_live_with().into(), tally.total().into());
    // Unknown stances can only raise the share.
    let share = match tally.unknown() {
        0 => share,
        unknown if unknown == tally.total() => "–".to_owned(),
        _ => format!("≥{share}"),
    };
    let font = theme.font(sizes.text.caption - 1.0);
    let ink = theme.colours.ink;
    painter.text(inner.left_top(), Align2::LEFT_TOP, share, font.clone(), ink);
    // Leave room for the widest share, so that the bars of a camp line up.
    let left = inner.left() + sizes.text.caption * 3.0;
    let middle = inner.top() + height / 2.0;
    let bar = Rect::from_x_y_ranges(
        left..=inner.right(),
        middle - sizes.space.xs / 2.0..=middle + sizes.space.xs / 2.0,
    );
    tally_bar(&painter, theme, bar, tally);
    // Zero counts are left out.
    let below = [
        (Align2::LEFT_TOP, inner.left(), "−−", tally.against()),
        (Align2::RIGHT_TOP, inner.right(), "?", tally.unknown()),
    ];
    for (align, x, sign, count) in below {
        if count > 0 {
            let at = pos2(x, inner.top() + height);
            let words = format!("{sign}{count}");
            painter.text(at, align, words, font.clone(), theme.colours.muted);
        }
    }
}

/// The accessible name of a camp's summary for one proposal.
pub(in super::super) fn camp_cell_name(
    cx: &Cx<'_>,
    camp: Camp,
    proposal: &Proposal,
    tally: &Tally,
) -> String {
    let arguments = [
        ("camp", cx.text.label(camp).into()),
        ("proposal", proposal.code.as_str().into()),
        ("share", cx.text.percent(tally.can_live_with().into(), tally.total().into()).into()),
        ("objects", tally.against().into()),
        ("unknown", tally.unknown().into()),
    ];
    let id = match tally.unknown() {
        0 => msg!("camp-summary"),
        unknown if unknown == tally.total() => msg!("camp-summary-unknown"),
        _ => msg!("camp-summary-at-least"),
    };
    cx.text.with(id, &arguments)
}

/// Draws the head of a camp at the left; a click folds or unfolds it.
pub(in super::super) fn camp(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    rect: Rect,
    camp: Camp,
    shown: usize,
) {
    let (theme, text) = (&cx.theme, cx.text);
    let (colours, sizes) = (theme.colours, theme.sizes);
    let folded = state.matrix.folded[camp as usize];
    let id = egui::Id::unique(("camp", camp.key()));
    let response = ui.interact(rect, id, Sense::click());
    let all = cx.figures.coalition().camps.count(camp);
    let count = if shown == all {
        text.with(msg!("status-parties"), &[("count", all.into())])
    } else {
        text.with(msg!("count-of"), &[("shown", shown.into()), ("all", all.into())])
    };
    response.widget_info(|| {
        let fold = text.get(if folded { msg!("unfold") } else { msg!("fold") });
        let name = format!("{}, {count}, {fold}", text.label(camp));
        WidgetInfo::selected(egui::Role::Button, true, !folded, name)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, 0, colours.hover);
    }
    if response.has_focus() {
        let ring = rect.shrink(sizes.shape.focus);
        ui.painter().rect_stroke(ring, theme.corner(), theme.focus_ring(), StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let chevron = if folded { Icon::Right } else { Icon::Down };
    let icon = sizes.shape.icon;
    chevron.paint(ui.painter(), pos2(rect.left() + icon / 2.0, middle), icon, colours.muted);
    let shape = pos2(rect.left() + icon * 1.5 + sizes.space.xs, middle);
    camp_icon(camp).paint(ui.painter(), shape, icon - 2.0, colours.ink);
    let left = shape.x + icon / 2.0 + sizes.space.xs + 2.0;
    let width = rect.right() - left;
    let font = theme.strong(sizes.text.body);
    let name = elided_layout(text.label(camp), font, colours.ink, width, 1);
    let name = ui.painter().layout_job(name);
    let font = theme.font(sizes.text.caption - 1.0);
    let count = ui.painter().layout_job(elided_layout(&count, font, colours.muted, width, 1));
    let top = middle - (name.size().y + count.size().y) / 2.0;
    let below = top + name.size().y;
    ui.painter().galley(pos2(left, top), name, colours.ink);
    ui.painter().galley(pos2(left, below), count, colours.muted);
    if response.clicked() {
        state.matrix.folded[camp as usize] = !folded;
    }
}
