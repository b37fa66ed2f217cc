//! The navigation: one entry per screen, with its label if there is room. It is one stop for Tab; the
//! arrow keys go from screen to screen.

use egui::scroll_area::{ScrollAreaOutput, ScrollBarVisibility};
use egui::{
    Align2, EventFilter, Id, Key, Modifiers, Panel, Rect, Response, Sense, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::command::{Command, Screen};
use crate::model::{Keyed, Snapshot};
use crate::text::msg;
use crate::ui::cx::{Action, Base};
use crate::ui::icon::Icon;
use crate::ui::widgets::{Part, elided_layout, is_here, said_beside};

/// Draws the navigation.
pub(crate) fn nav(ui: &mut Ui, base: &Base<'_>, current: Screen, snapshot: &Snapshot) {
    let theme = &base.theme;
    let sizes = theme.sizes;
    let wide = ui.content_rect().width() >= sizes.shell.wide;
    let counted = |screen: Screen| screen.view().count.map(|count| count(snapshot));
    let width = if wide { wide_enough(ui, base, counted) } else { sizes.shell.nav_narrow };
    let panel = Panel::left("nav")
        .exact_size(width)
        .resizable(false)
        .frame(egui::Frame::new().fill(theme.colours.paper).inner_margin(sizes.space.s));
    let shown = panel.show(ui, |ui| {
        // On a small screen with a strip above, the entries are closer together; on a smaller one
        // still, the last ones can be scrolled to.
        let (count, gap) = (Screen::ALL.len() as f32, ui.spacing().item_spacing.y);
        let room = (ui.available_height() + gap) / count - gap;
        let height = room.floor().clamp(sizes.shape.target, sizes.row.list);
        let fit = room >= height;
        let below = if fit { 0.0 } else { sizes.shape.target + gap };
        let all = egui::ScrollArea::vertical().auto_shrink(false);
        let mut all = all.max_height(ui.available_height() - below);
        if let Some(offset) = ui.data_mut(|data| data.remove_temp::<f32>(scrolled_to())) {
            all = all.vertical_scroll_offset(offset);
        }
        let all = all.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        let shown = all.show(ui, |ui| {
            for screen in Screen::ALL {
                let count = counted(*screen);
                entry(ui, base, (*screen, *screen == current), (wide, height), count);
            }
        });
        if !fit {
            more(ui, base, &shown);
        }
    });
    is_here(ui, Part::Navigation, shown.response.rect);
}

/// Where the entries are to be scrolled to in the next frame.
fn scrolled_to() -> Id {
    Id::unique("navigation-scrolled-to")
}

/// A line below the entries that says that there are more, and goes to the last one, or from there
/// back to the first. Keys go there by themselves: Tab does not stop here.
fn more(ui: &mut Ui, base: &Base<'_>, shown: &ScrollAreaOutput<()>) {
    let (colours, sizes) = (base.theme.colours, base.theme.sizes);
    let size = vec2(ui.available_width(), sizes.shape.target);
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    let words = base.text.get(msg!("nav-more"));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, words));
    if response.hovered() {
        ui.painter().rect_filled(rect, base.theme.corner(), colours.hover);
    }
    let last = shown.content_size.y - shown.inner_rect.height();
    let is_at_last = shown.state.clamped_offset().y >= last - 1.0;
    let icon = if is_at_last { Icon::Up } else { Icon::Down };
    icon.paint(ui.painter(), rect.center(), sizes.shape.icon, colours.accent);
    if response.clicked() {
        let to = if is_at_last { 0.0 } else { last };
        ui.data_mut(|data| data.insert_temp(scrolled_to(), to));
        ui.request_repaint();
    }
    said_beside(&response, words);
}

/// Goes to the screen above or below with the arrow keys, and takes the focus along.
fn walk(ui: &Ui, base: &Base<'_>, current: Screen, response: &Response) {
    let walked = Id::unique("navigation-walked");
    if ui.data_mut(|data| data.remove_temp::<Screen>(walked)) == Some(current) {
        response.request_focus();
    }
    if !response.has_focus() {
        return;
    }
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
    let mut screens = Screen::ALL.iter().copied();
    let place = screens.position(|screen| screen == current).unwrap_or_default();
    let next = match (up, down) {
        (true, false) => place.checked_sub(1),
        (false, true) => Some(place + 1),
        _ => None,
    };
    if let Some(screen) = next.and_then(|next| Screen::ALL.get(next)) {
        ui.data_mut(|data| data.insert_temp(walked, *screen));
        base.push(Action::Command(Command::Show(*screen)));
    }
}

/// The width at which no label runs into its count, whatever the language.
fn wide_enough(ui: &Ui, base: &Base<'_>, counted: impl Fn(Screen) -> Option<usize>) -> f32 {
    let (theme, text) = (&base.theme, base.text);
    let (sizes, ink) = (theme.sizes, theme.colours.ink);
    let measure = |words: String, font| ui.painter().layout_no_wrap(words, font, ink).size().x;
    let space = &sizes.space;
    // The width around them, and the least gap between them.
    let around = space.s + space.xxl + space.s + space.s;
    let entries = Screen::ALL.iter().map(|screen| {
        let label = measure(text.label(*screen).to_owned(), theme.strong(sizes.text.body));
        let count = counted(*screen).map_or(0.0, |count| {
            measure(text.count(count), theme.font(sizes.text.caption)) + space.xs
        });
        label + count
    });
    let widest = entries.fold(0.0, f32::max) + around;
    let least = sizes.shell.nav_wide;
    if widest > least { (widest + space.s).ceil() } else { least }
}

fn entry(
    ui: &mut Ui,
    base: &Base<'_>,
    (screen, current): (Screen, bool),
    (wide, height): (bool, f32),
    count: Option<usize>,
) {
    let (theme, text) = (&base.theme, base.text);
    let (colours, sizes) = (theme.colours, theme.sizes);
    let size = vec2(ui.available_width(), height);
    // Only the current one can have the focus, so that Tab passes the others by.
    let sense = if current { Sense::click() } else { Sense::CLICK };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let words = text.label(screen);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, current, words));
    let ink = if current { colours.accent } else { colours.muted };
    if current || response.hovered() {
        let fill = if current { colours.accent_soft } else { colours.hover };
        ui.painter().rect_filled(rect, theme.corner(), fill);
    }
    if current {
        walk(ui, base, screen, &response);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, theme.corner(), theme.focus_ring(), StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let icon = if wide { rect.left() + sizes.space.l } else { rect.center().x };
    screen.view().icon.paint(ui.painter(), pos2(icon, middle), sizes.shape.icon + 2.0, ink);
    if wide {
        labels(ui, base, rect, words, current, count);
    }
    let command = Command::Show(screen);
    if response.clicked() {
        base.push(Action::Command(command));
    }
    said_beside(&response, command.tooltip(text, ui));
}

fn labels(ui: &Ui, base: &Base<'_>, rect: Rect, words: &str, current: bool, count: Option<usize>) {
    let theme = &base.theme;
    let (colours, sizes) = (theme.colours, theme.sizes);
    let at = pos2(rect.left() + sizes.space.xxl, rect.center().y);
    let (font, ink) = if current {
        (theme.strong(sizes.text.body), colours.accent)
    } else {
        (theme.font(sizes.text.body), colours.ink)
    };
    let mut end = rect.right() - sizes.space.s;
    if let Some(count) = count {
        let font = theme.font(sizes.text.caption);
        let (at, words) = (pos2(end, rect.center().y), base.text.count(count));
        let drawn = ui.painter().text(at, Align2::RIGHT_CENTER, words, font, colours.muted);
        end = drawn.left() - sizes.space.xs;
    }
    let galley = ui.painter().layout_job(elided_layout(words, font, ink, end - at.x, 1));
    let at = pos2(at.x, at.y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}
