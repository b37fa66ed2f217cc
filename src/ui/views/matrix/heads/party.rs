//! The head of a party's row.

use egui::{Rect, Sense, Ui, WidgetInfo, pos2};

use super::{acted_on, is_chosen};
use crate::model::{CampBasis, Party, Slot};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::theme::Theme;
use crate::ui::widgets::{elided_layout, said_above};

/// Draws a party's name and camp index; a click selects the party.
pub(in super::super) fn party(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    rect: Rect,
    size: f32,
    (slot, party): (Slot, &Party),
) {
    let (theme, text) = (&cx.theme, cx.text);
    let (colours, sizes) = (theme.colours, theme.sizes);
    let reading = cx.figures.coalition().camps.get(slot);
    let id = egui::Id::unique(("row", party.id.0));
    let response = ui.interact(rect, id, Sense::CLICK);
    let index = reading.and_then(|reading| reading.index);
    let shown = index.map_or_else(|| "–".to_owned(), |index| text.index(index));
    let selection = Selection::Party(party.id);
    let selected = is_chosen(state, selection);
    response.widget_info(|| {
        let camp = reading.map_or("", |reading| text.label(reading.camp));
        let name = format!("{}, {camp}, {shown}", text.of(&party.name));
        WidgetInfo::selected(egui::Role::RowHeader, true, selected, name)
    });
    if selected || response.hovered() {
        let fill = if selected { colours.accent_soft } else { colours.hover };
        ui.painter().rect_filled(rect, 0, fill);
    }
    let font = theme.font(sizes.text.caption - 1.0);
    let number = ui.painter().layout_no_wrap(shown, font, colours.muted);
    let right = rect.right() - sizes.space.s;
    let middle = rect.center().y;
    let mut end = right - number.size().x;
    ui.painter().galley(pos2(end, middle - number.size().y / 2.0), number, colours.muted);
    if reading.is_some_and(|reading| reading.basis == CampBasis::User) {
        end -= sizes.shape.icon;
        Icon::Edit.paint(ui.painter(), pos2(end, middle), sizes.text.caption, colours.accent);
    }
    let left = rect.left() + sizes.space.xl;
    let font = theme.font(size);
    let name =
        elided_layout(text.of(&party.name), font, colours.ink, end - left - sizes.space.xs, 1);
    let name = ui.painter().layout_job(name);
    ui.painter().galley(pos2(left, middle - name.size().y / 2.0), name, colours.ink);
    acted_on(ui, cx, state, &response, selection, party.record_id());
    if response.hovered() {
        said_above(&response, party_card(cx, slot, party));
    }
}

/// The width of the column of names that shows this one in full, beside a camp index of any length.
pub(in super::super) fn party_width(
    painter: &egui::Painter,
    theme: &Theme,
    size: f32,
    name: &str,
) -> f32 {
    let sizes = theme.sizes;
    let ink = theme.colours.ink;
    let width = |words: &str, font| painter.layout_no_wrap(words.to_owned(), font, ink).size().x;
    let index = width("−0.00", theme.font(sizes.text.caption - 1.0)) + sizes.shape.icon;
    let name = width(name, theme.font(size));
    (sizes.space.xl + name + sizes.space.xs + index + sizes.space.s).ceil() + sizes.space.hair
}

fn party_card(cx: &Cx<'_>, slot: Slot, party: &Party) -> String {
    let text = cx.text;
    let Some(reading) = cx.figures.coalition().camps.get(slot) else { return String::new() };
    let basis = match (reading.basis, reading.index) {
        (CampBasis::Votes, Some(index)) => text.with(
            msg!("camp-from-votes"),
            &[("index", text.index(index).into()), ("votes", reading.votes.into())],
        ),
        (CampBasis::User, _) => {
            text.with(msg!("camp-from-user"), &[("computed", text.label(reading.computed).into())])
        }
        _ => text.with(msg!("camp-from-nothing"), &[("votes", reading.votes.into())]),
    };
    format!("{}\n{}\n{basis}", text.of(&party.name), text.label(reading.camp))
}
