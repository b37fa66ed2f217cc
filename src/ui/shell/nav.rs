//! The navigation: one entry per screen, with its label if there is room.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Align2, Panel, Rect, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::command::{Command, Screen};
use crate::model::{Keyed, Snapshot};
use crate::ui::cx::{Action, Base};
use crate::ui::widgets::elided_layout;

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
    panel.show(ui, |ui| {
        // On a small screen with a strip above, the entries are closer together; on a smaller one
        // still, the last ones can be scrolled to.
        let (count, gap) = (Screen::ALL.len() as f32, ui.spacing().item_spacing.y);
        let room = (ui.available_height() + gap) / count - gap;
        let height = room.floor().clamp(sizes.shape.target, sizes.row.list);
        let all = egui::ScrollArea::vertical().auto_shrink(false);
        all.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden).show(ui, |ui| {
            for screen in Screen::ALL {
                let count = counted(*screen);
                entry(ui, base, (*screen, *screen == current), (wide, height), count);
            }
        });
    });
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
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let words = text.label(screen);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, current, words));
    let ink = if current { colours.accent } else { colours.muted };
    if current || response.hovered() {
        let fill = if current { colours.accent_soft } else { colours.hover };
        ui.painter().rect_filled(rect, theme.corner(), fill);
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
    response.on_hover_text(command.tooltip(text, ui));
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
