//! Text on screen: headings, paragraphs, and the text of an empty screen.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Label, Painter, Pos2, Response, RichText, Ui};

use super::button;
use crate::command::Command;
use crate::ui::cx::{Action, Base};
use crate::ui::icon::Icon;
use crate::ui::theme::{Theme, strong as strong_family};

/// The heading of a screen.
pub fn heading(ui: &mut Ui, words: &str) -> Response {
    let response = ui.add(Label::new(RichText::new(words).heading()).truncate());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, words));
    response
}

/// The heading of a section of a screen.
pub fn section(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.add_space(theme.sizes.space.m);
    let rect = ui.available_rect_before_wrap();
    ui.painter().hline(rect.x_range(), rect.top(), theme.hairline());
    ui.add_space(theme.sizes.space.m);
    let response = ui.label(strong(theme, words));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, words));
    ui.add_space(theme.sizes.space.xs);
}

/// Emphasised text.
pub(crate) fn strong(theme: &Theme, words: impl Into<String>) -> RichText {
    RichText::new(words).family(strong_family()).color(theme.colours.ink)
}

/// Secondary text.
pub fn muted(theme: &Theme, words: impl Into<String>) -> RichText {
    RichText::new(words).color(theme.colours.muted)
}

/// Small secondary text.
pub(crate) fn caption(theme: &Theme, words: impl Into<String>) -> RichText {
    muted(theme, words).size(theme.sizes.text.caption)
}

/// A paragraph that wraps, and that can be selected and copied.
pub fn paragraph(ui: &mut Ui, words: impl Into<egui::WidgetText>) -> Response {
    ui.add(Label::new(words).wrap())
}

/// Draws text in at most `lines` lines, with an ellipsis if it does not fit.
pub(crate) fn elided(
    painter: &Painter,
    at: Pos2,
    width: f32,
    lines: usize,
    words: &str,
    font: FontId,
    colour: Color32,
) {
    let galley = painter.layout_job(elided_layout(words, font, colour, width, lines));
    painter.galley(at, galley, colour);
}

/// Lays text out in at most `lines` lines, with an ellipsis if it does not fit.
pub(crate) fn elided_layout(
    words: &str,
    font: FontId,
    colour: Color32,
    width: f32,
    lines: usize,
) -> LayoutJob {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: lines,
        break_anywhere: lines == 1,
        overflow_character: Some('…'),
    };
    job
}

/// The label of a field, in the column of labels.
pub(crate) fn field_label(ui: &mut Ui, theme: &Theme, words: &str) -> Response {
    ui.add(Label::new(muted(theme, words)).wrap().selectable(false))
}

/// A warning with its icon.
pub fn warning(ui: &mut Ui, theme: &Theme, words: &str) {
    // Not a wrapped row: text that starts after an icon would widen its container.
    ui.horizontal_top(|ui| {
        ui.label(Icon::Warning.text(theme).color(theme.colours.warn));
        paragraph(ui, RichText::new(words).color(theme.colours.warn));
    });
}

/// The text of an empty screen, with the command to start with.
pub fn empty(ui: &mut Ui, base: &Base<'_>, words: &str, begin: Option<(Command, &str)>) {
    let theme = &base.theme;
    ui.vertical_centered(|ui| {
        ui.add_space(theme.sizes.space.xxl * 2.0);
        ui.label(muted(theme, words));
        if let Some((command, label)) = begin {
            ui.add_space(theme.sizes.space.m);
            if button(ui, theme, None, label).clicked() {
                base.push(Action::Command(command));
            }
        }
    });
}
