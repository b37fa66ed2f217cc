//! Chips: markings, filters, camps.

use egui::{CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::model::{Camp, Marking};
use crate::ui::icon::Icon;
use crate::ui::theme::{Colours, Theme};

/// A filter or setting that opens a menu; it shows whether it is active.
pub struct Chip<'a> {
    words: &'a str,
    active: bool,
    icon: Option<Icon>,
}

impl<'a> Chip<'a> {
    /// A chip with this label.
    pub fn new(words: &'a str) -> Self {
        Self { words, active: false, icon: None }
    }

    /// Shows whether it is active.
    #[must_use]
    pub fn active(mut self, active: bool) -> Self {
        self.active = active;
        self
    }

    /// Shows that it opens a menu.
    #[must_use]
    pub fn menu(mut self) -> Self {
        self.icon = Some(Icon::Down);
        self
    }

    /// Shows that a click removes it.
    #[must_use]
    pub fn removable(mut self) -> Self {
        self.icon = Some(Icon::Close);
        self
    }

    /// How wide it is.
    pub(crate) fn width(&self, ui: &Ui, theme: &Theme) -> f32 {
        let sizes = theme.sizes;
        let font = theme.font(sizes.text.caption + sizes.space.hair);
        let words = ui.painter().layout_no_wrap(self.words.to_owned(), font, theme.colours.ink);
        let arrow = if self.icon.is_some() { sizes.shape.icon } else { 0.0 };
        words.size().x + arrow + 2.0 * sizes.space.m
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let (colours, sizes) = (theme.colours, theme.sizes);
        let ink = if self.active { colours.accent } else { colours.ink };
        let font = theme.font(sizes.text.caption + sizes.space.hair);
        let words = ui.painter().layout_no_wrap(self.words.to_owned(), font, ink);
        let width = self.width(ui, theme);
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(width, sizes.shape.target), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), self.active, self.words)
        });
        let fill = match (response.hovered(), self.active) {
            (_, true) => colours.accent_soft,
            (true, false) => colours.hover,
            (false, false) => colours.surface,
        };
        let outline = if self.active { colours.accent } else { colours.control };
        let round = CornerRadius::same((sizes.shape.target / 2.0) as u8);
        let line = Stroke::new(sizes.space.hair, outline);
        ui.painter().rect(rect, round, fill, line, StrokeKind::Inside);
        if response.has_focus() {
            ui.painter().rect_stroke(rect, round, theme.focus_ring(), StrokeKind::Outside);
        }
        let left = rect.left_center() + Vec2::new(sizes.space.m, -words.size().y / 2.0);
        ui.painter().galley(left, words, ink);
        if let Some(icon) = self.icon {
            let centre = rect.right_center() - Vec2::new(sizes.space.m + sizes.space.xs, 0.0);
            icon.paint(ui.painter(), centre, sizes.text.body, ink);
        }
        response
    }
}

/// A marking, in the official colours.
pub fn marking_chip(ui: &mut Ui, theme: &Theme, marking: Marking) -> Response {
    let (ink, ground) = Colours::marking(marking);
    let sizes = theme.sizes;
    let font = theme.strong(sizes.text.caption);
    let words = ui.painter().layout_no_wrap(marking.label().to_owned(), font, ink);
    let padding = Vec2::new(sizes.space.s, sizes.space.xs / 2.0);
    let (rect, response) = ui.allocate_exact_size(words.size() + 2.0 * padding, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, marking.label()));
    ui.painter().rect_filled(rect, theme.corner(), ground);
    ui.painter().galley(rect.min + padding, words, ink);
    response
}

/// The shape that identifies a camp.
pub(crate) fn camp_icon(camp: Camp) -> Icon {
    match camp {
        Camp::Multistakeholder => Icon::Multistakeholder,
        Camp::Swing => Icon::Swing,
        Camp::StateOriented => Icon::StateOriented,
        Camp::Unassigned => Icon::Unassigned,
    }
}
