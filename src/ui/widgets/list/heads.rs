//! The heads of a list: sorting by them, and moving, widening and hiding columns.

use egui::{
    Atom, Button, CursorIcon, EventFilter, Key, Modifiers, Popup, PopupCloseBehavior, Rangef, Rect,
    Response, RichText, Sense, SetOpenCommand, Stroke, Ui,
};

use super::Column;
use super::column::Needs;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{Arrangement, ListState};
use crate::ui::theme::strong;
use crate::ui::widgets::tick;

/// How close to the line between two heads the pointer must be to drag it, in points.
const GRIP: f32 = 8.0;

/// The least width to which a column can be dragged, in points.
const NARROWEST: f32 = 36.0;

/// The width at which the column with the remaining width has plenty, as a multiple of its need.
const PLENTY: f32 = 4.0;

/// How much a key widens a column, in points.
const STEP: f32 = 12.0;

/// The columns of a list as drawn in this frame.
pub(super) struct Heads {
    names: Vec<&'static str>,
    /// The indices of the columns shown, in their order.
    pub(super) shown: Vec<usize>,
    /// Their widths, in points; that of the column that takes the remaining width is 0.
    pub(super) widths: Vec<f32>,
    // Which of those shown takes the remaining width, and how much of it it can give away.
    rest: usize,
    /// What that one needs.
    pub(super) least: f32,
    slack: f32,
    rects: Vec<Rect>,
    ids: Vec<egui::Id>,
    // The new place of a column moved by a key, which the focus follows.
    follows: Option<usize>,
    // The head being moved, its position, and whether it was released.
    moving: Option<(usize, f32, bool)>,
}

impl Heads {
    /// The columns in a list `width` points wide, as they are arranged; `gap` is between two of them,
    /// and `least` what the column with the remaining width needs; `needs` is what
    /// each column needs for the rows shown.
    pub(super) fn new<R>(
        columns: &[Column<R>],
        arranged: &Arrangement,
        needs: &[Needs],
        (width, gap, least): (f32, f32, f32),
    ) -> Self {
        let names: Vec<_> = columns.iter().map(|column| column.name.id()).collect();
        let shown = arranged.shown(&names);
        let rest = shown.iter().position(|place| columns[*place].width == 0.0);
        let rest = rest.unwrap_or(shown.len().saturating_sub(1));
        let empty = |place: usize| needs.get(place).filter(|it| it.is_empty).map(|it| it.head);
        // Where that one has nothing to say, the others get its room.
        let of_rest = shown.get(rest).and_then(|place| empty(*place));
        let least = of_rest.map_or(least, |head| head.min(least));
        let plenty = if of_rest.is_some() { 1.0 } else { PLENTY };
        let own = |at: usize| columns[shown[at]].width.max(NARROWEST);
        let drawn = |at: usize| match columns[shown[at]].width {
            _ if at == rest => 0.0,
            // It takes the remaining width unless it is not the only one that does.
            0.0 => arranged.width(names[shown[at]], least),
            width => {
                let head = empty(shown[at]);
                arranged.width(names[shown[at]], head.map_or(width, |head| head.min(width)))
            }
        };
        let mut widths: Vec<_> = (0..shown.len()).map(drawn).collect();
        let room = width - least - gap * shown.len().saturating_sub(1) as f32;
        // In a narrower window, columns dragged wider give way first.
        narrow(&mut widths, room, own);
        // Whatever the others do not need goes to the column with the remaining width if it is cut.
        let needed =
            shown.get(rest).and_then(|place| needs.get(*place)).map_or(0.0, |it| it.content);
        let mut cut = needed - least - (room - widths.iter().sum::<f32>());
        for (at, width) in widths.iter_mut().enumerate() {
            let content = needs.get(shown[at]).map_or(*width, |it| it.content.max(NARROWEST));
            if at != rest && !arranged.widths.contains_key(names[shown[at]]) {
                let less = (*width - content).clamp(0.0, cut.max(0.0));
                (*width, cut) = (*width - less, cut - less);
            }
        }
        // Rather than reach beyond the list, beside a wide inspector, all get narrower alike.
        narrow(&mut widths, room, |_| NARROWEST);
        let mut slack = (room - widths.iter().sum::<f32>()).max(0.0);
        let mut spare = (slack - least * (plenty - 1.0)).max(0.0);
        for (at, width) in widths.iter_mut().enumerate() {
            let column = &columns[shown[at]];
            let is_empty = empty(shown[at]).is_some();
            if at != rest && !is_empty && !arranged.widths.contains_key(column.name.id()) {
                let content = needs.get(shown[at]).map_or(0.0, |it| it.content);
                let more = (column.most.max(content) - *width).clamp(0.0, spare);
                (*width, spare, slack) = (*width + more, spare - more, slack - more);
            }
        }
        Self {
            names,
            shown,
            widths,
            rest,
            least,
            slack,
            rects: Vec::new(),
            ids: Vec::new(),
            moving: None,
            follows: None,
        }
    }

    /// Draws the head of the column that is shown at `at`.
    pub(super) fn show<R>(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        columns: &[Column<R>],
        (list, arranged): (&mut ListState, &mut Arrangement),
        at: usize,
    ) {
        let cell = ui.max_rect();
        self.rects.push(cell);
        let place = self.shown[at];
        let response = button(ui, cx, list, place, &columns[place]);
        self.ids.push(response.id);
        if response.clicked() {
            list.sort_by(place, ui.input(|input| input.modifiers.shift));
        }
        if let Some(pointer) = response.interact_pointer_pos()
            && (response.dragged() || response.drag_stopped())
        {
            ui.set_cursor_icon(CursorIcon::Grabbing);
            // Escape ends it as well, and leaves the order as it is.
            let released = ui.input(|input| input.pointer.any_released());
            self.moving = Some((at, pointer.x, response.drag_stopped() && released));
        }
        self.keys(ui, arranged, at, &response);
        self.menu(ui, cx, columns, arranged, (at, &response));
    }

    /// Draws the lines between the heads, and where a column being moved would go, and moves it once
    /// it is released.
    pub(super) fn end(&self, ui: &Ui, cx: &Cx<'_>, arranged: &mut Arrangement) {
        for (at, heads) in self.rects.windows(2).enumerate() {
            let edge = f32::midpoint(heads[0].right(), heads[1].left());
            self.grip(ui, cx, arranged, at, (edge, heads[0].y_range()));
        }
        if let Some(id) = self.follows.and_then(|to| self.ids.get(to)) {
            ui.memory_mut(|memory| memory.request_focus(*id));
        }
        let Some((from, x, stopped)) = self.moving else { return };
        let to = self.rects.iter().position(|rect| x < rect.right());
        let to = to.unwrap_or(self.rects.len().saturating_sub(1));
        if to == from {
            return;
        }
        if stopped {
            return arranged.move_to(&self.names, from, to);
        }
        let edge = if to > from { self.rects[to].right() } else { self.rects[to].left() };
        let line = Stroke::new(cx.theme.sizes.space.xs / 2.0, cx.theme.colours.accent);
        ui.painter().vline(edge, self.rects[to].y_range(), line);
    }

    /// The line between a head and the next one, by which columns are dragged wider or narrower: only
    /// one of them and the one with the remaining width change. It is taken hold of at both sides, so
    /// it comes after the heads.
    fn grip(
        &self,
        ui: &Ui,
        cx: &Cx<'_>,
        arranged: &mut Arrangement,
        at: usize,
        (edge, y): (f32, Rangef),
    ) {
        let rect = Rect::from_x_y_ranges(edge - GRIP..=edge + GRIP, y);
        let id = self.ids[at].with("grip");
        // Keys work differently: Tab does not stop here.
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        let mut line = cx.theme.hairline();
        if response.hovered() || response.dragged() {
            ui.set_cursor_icon(CursorIcon::ResizeColumn);
            line.color = cx.theme.colours.control;
        }
        ui.painter().vline(edge, y.shrink(cx.theme.sizes.space.xs), line);
        // The line does not jump to where it was taken hold of beside it.
        let pressed = ui.input(|input| input.pointer.press_origin());
        if let Some(from) = pressed.filter(|_| response.drag_started()) {
            ui.data_mut(|data| data.insert_temp(id, from.x - edge));
        }
        let drawn = if at < self.rest { at } else { at + 1 };
        if response.double_clicked() {
            arranged.widths.remove(self.names[self.shown[drawn]]);
        } else if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged())
        {
            let beside = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or_default();
            let more = pointer.x - beside - edge;
            self.widen(arranged, drawn, if at < self.rest { more } else { -more });
        }
    }

    /// Makes a column wider by this much, as far as there is room.
    fn widen(&self, arranged: &mut Arrangement, at: usize, by: f32) {
        let Some(width) = self.widths.get(at) else { return };
        if at == self.rest {
            return;
        }
        let width = (width + by.min(self.slack)).max(NARROWEST);
        arranged.widths.insert(self.names[self.shown[at]].to_owned(), width);
    }

    /// The keys on a focused head: Alt with arrows moves the column and, with Shift, makes it wider
    /// or narrower.
    fn keys(&mut self, ui: &Ui, arranged: &mut Arrangement, at: usize, response: &Response) {
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, to, by) in
            [(Key::ArrowLeft, at.checked_sub(1), -STEP), (Key::ArrowRight, Some(at + 1), STEP)]
        {
            if pressed(Modifiers::ALT | Modifiers::SHIFT, key) {
                self.widen(arranged, at, by);
            } else if pressed(Modifiers::ALT, key)
                && let Some(to) = to.filter(|to| *to < self.shown.len())
            {
                arranged.move_to(&self.names, at, to);
                // Heads are identified by place, so the focus has to follow the column.
                self.follows = Some(to);
            }
        }
    }

    /// The menu of a head: where the column goes, and which columns there are. Alt and Down opens
    /// it too.
    fn menu<R>(
        &self,
        ui: &Ui,
        cx: &Cx<'_>,
        columns: &[Column<R>],
        arranged: &mut Arrangement,
        (at, response): (usize, &Response),
    ) {
        let by_key = response.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowDown));
        let opens = (by_key || response.secondary_clicked()).then_some(SetOpenCommand::Toggle);
        let text = cx.text;
        Popup::menu(response)
            .open_memory(opens)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(text.get(msg!("columns")))
            .show(|ui| {
                let moves = [
                    (msg!("columns-left"), at.checked_sub(1)),
                    (msg!("columns-right"), Some(at + 1).filter(|to| *to < self.shown.len())),
                ];
                for (words, to) in moves {
                    let button = ui.add_enabled(to.is_some(), Button::new(text.get(words)));
                    if let Some(to) = to.filter(|_| button.clicked()) {
                        arranged.move_to(&self.names, at, to);
                        ui.close();
                    }
                }
                ui.separator();
                for column in columns {
                    let name = column.name.id();
                    let mut shown = !arranged.hidden.contains(name);
                    let last = shown && self.shown.len() == 1;
                    let changed = ui.add_enabled_ui(!last, |ui| {
                        tick(ui, &cx.theme, &mut shown, text.get(column.name)).changed()
                    });
                    if changed.inner {
                        arranged.toggle(&self.names, name);
                    }
                }
                ui.separator();
                let whole = Button::new(text.get(msg!("columns-reset")));
                if ui.add_enabled(!arranged.is_empty(), whole).clicked() {
                    *arranged = Arrangement::default();
                    ui.close();
                }
            });
    }
}

/// Makes columns narrower until they fit in `room` points, each in the measure in which it is wider than
/// it has to be; none gets narrower than that.
fn narrow(widths: &mut [f32], room: f32, least: impl Fn(usize) -> f32) {
    let more = |at: usize, width: f32| (width - least(at)).max(0.0);
    let wider: f32 = widths.iter().enumerate().map(|(at, width)| more(at, *width)).sum();
    let over = (widths.iter().sum::<f32>() - room).clamp(0.0, wider);
    if over > 0.0 {
        for (at, width) in widths.iter_mut().enumerate() {
            *width -= more(at, *width) * over / wider;
        }
    }
}

/// The whole head as a button, its words aligned with those of the cells.
fn button<R>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &ListState,
    place: usize,
    column: &Column<R>,
) -> Response {
    let (theme, words) = (&cx.theme, cx.text.get(column.name));
    let sorted = state.sort == place;
    let caption = theme.sizes.text.caption;
    let text = RichText::new(words).size(caption).color(theme.colours.muted);
    let text = if sorted { text.family(strong()) } else { text };
    let icon = |descending: bool| {
        let icon = if descending { Icon::Down } else { Icon::Up };
        icon.text(theme).size(caption)
    };
    // The remaining width comes after the words.
    let rest = Atom::grow();
    let button = match state.then {
        _ if sorted => Button::new((text, icon(state.descending), rest)),
        Some((then, descending)) if then == place => {
            Button::new((text, icon(descending).color(theme.colours.faint), rest))
        }
        // Long words have the whole width.
        _ => Button::new((text, rest)).gap(0.0),
    };
    ui.spacing_mut().button_padding.x = theme.sizes.space.xs;
    let button = button.min_size(ui.available_size());
    let button = button.frame_when_inactive(false).sense(Sense::click_and_drag());
    ui.add(button).accessible_name(words)
}
