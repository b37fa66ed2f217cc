//! The wall's page: drawn on a virtual page of 1920 by 1080 points, scaled to any wall.

use std::cell::Cell;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Align2, Color32, Context, FontId, Galley, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::analysis::{Basis, Tally};
use crate::model::{Marking, Severity, Stance, stance};
use crate::ui::icon::Icon;
use crate::ui::theme::{Colours, RoomSizes, Theme};
use crate::ui::widgets::{CONFLICT_SIGN, hatch, tally_parts};

/// The height of a line of text, as a multiple of its letters.
pub(super) const LINE: f32 = 1.4;

/// Opacity of the hatching over a stance a group expressed.
const HATCH: f32 = 0.45;

/// The style of text.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// Body text.
    Plain,
    /// Secondary text.
    Quiet,
    /// Headings.
    Strong,
}

pub(super) struct Canvas<'a> {
    ui: &'a Ui,
    theme: Theme,
    wall: Rect,
    scale: f32,
    highlight: Option<usize>,
    items: Cell<usize>,
    // The item pointed out, whose ring is drawn on top of everything else.
    ring: Cell<Option<Rect>>,
    named: Cell<usize>,
    // Whether nothing of it is read out.
    quiet: bool,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(ui: &'a Ui, wall: Rect, theme: Theme, highlight: Option<usize>) -> Self {
        let sizes = &theme.sizes.room;
        let scale = (wall.width() / sizes.width).min(wall.height() / sizes.height);
        let size = vec2(sizes.width, sizes.height) * scale;
        let wall = Rect::from_center_size(wall.center(), size);
        let (items, named) = (Cell::new(0), Cell::new(0));
        let (ring, quiet) = (Cell::new(None), false);
        Self { ui, theme, wall, scale, highlight, items, ring, named, quiet }
    }

    /// The same, without being read out: a preview of what comes next.
    pub(super) fn quiet(self) -> Self {
        Self { quiet: true, ..self }
    }

    pub(super) fn sizes(&self) -> &'static RoomSizes {
        &self.theme.sizes.room
    }

    pub(super) fn colours(&self) -> &'static Colours {
        self.theme.colours
    }

    fn at(&self, at: Pos2) -> Pos2 {
        self.wall.min + at.to_vec2() * self.scale
    }

    pub(super) fn rect(&self, rect: Rect) -> Rect {
        Rect::from_min_max(self.at(rect.min), self.at(rect.max))
    }

    pub(super) fn scale(&self) -> f32 {
        self.scale
    }

    /// The regular font at a size on screen.
    pub(super) fn letters(&self, size: f32) -> FontId {
        self.theme.font(size)
    }

    /// The font of emphasised text at a size on screen.
    pub(super) fn bold(&self, size: f32) -> FontId {
        self.theme.strong(size)
    }

    pub(super) fn layout(&self, job: LayoutJob) -> Arc<Galley> {
        self.ui.painter().layout_job(job)
    }

    pub(super) fn galley(&self, at: Pos2, galley: Arc<Galley>) {
        self.ui.painter().galley(at, galley, self.colours().ink);
    }

    /// The context it is drawn in, for data kept between frames.
    pub(super) fn context(&self) -> &Context {
        self.ui
    }

    fn font(&self, size: f32, look: Look) -> FontId {
        let size = size * self.scale;
        match look {
            Look::Strong => self.theme.strong(size),
            Look::Plain | Look::Quiet => self.theme.font(size),
        }
    }

    fn ink(&self, look: Look) -> Color32 {
        match look {
            Look::Quiet => self.theme.colours.muted,
            Look::Plain | Look::Strong => self.theme.colours.ink,
        }
    }

    /// Names a part of the page for screen readers.
    pub(super) fn name(&self, rect: Rect, words: &str) {
        if self.quiet {
            return;
        }
        let place = self.named.get();
        self.named.set(place + 1);
        let id = self.ui.scope_id().with(("room", place));
        let response = self.ui.interact(self.rect(rect), Id::unique(id), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
    }

    /// A dashed frame, around assumptions.
    pub(super) fn dashed(&self, rect: Rect) {
        let rect = self.rect(rect);
        let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
        let path: Vec<_> = corners.into_iter().chain([rect.left_top()]).collect();
        let dash = self.sizes().gap * 0.5 * self.scale;
        let stroke = Stroke::new(dash * 0.25, self.colours().ink);
        self.ui.painter().extend(egui::Shape::dashed_line(&path, stroke, dash, dash * 0.75));
    }

    /// An item that can be pointed out: a row, a cell, a list entry.
    pub(super) fn item(&self, rect: Rect) {
        let place = self.items.get();
        self.items.set(place + 1);
        if self.highlight == Some(place) {
            self.ring.set(Some(self.rect(rect.expand(self.sizes().gap * 0.125))));
        }
    }

    pub(super) fn items(&self) -> usize {
        self.items.get()
    }

    /// One line of text, vertically centred in the rectangle, with an ellipsis if it does not fit.
    pub(super) fn line(&self, rect: Rect, size: f32, look: Look, words: &str) {
        self.painted(rect, size, look, words);
        self.name(rect, words);
    }

    /// The same without an accessible name, for a part of something that has one.
    pub(super) fn painted(&self, rect: Rect, size: f32, look: Look, words: &str) {
        self.inked(rect, size, (look, self.ink(look)), words);
    }

    /// The same, for something that must not be taken for more than it is.
    pub(super) fn warning(&self, rect: Rect, size: f32, words: &str) {
        self.inked(rect, size, (Look::Strong, self.colours().warn), words);
    }

    fn inked(&self, rect: Rect, size: f32, (look, ink): (Look, Color32), words: &str) {
        let rect = self.rect(rect);
        let mut job = LayoutJob::simple(words.to_owned(), self.font(size, look), ink, rect.width());
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        let galley = self.ui.painter().layout_job(job);
        let top = rect.center().y - galley.size().y * 0.5;
        self.ui.painter().galley(pos2(rect.left(), top), galley, ink);
    }

    /// Text centred on a point, without an accessible name.
    pub(super) fn sign(&self, at: Pos2, size: f32, ink: Color32, words: &str) {
        let font = self.font(size, Look::Strong);
        self.ui.painter().text(self.at(at), Align2::CENTER_CENTER, words, font, ink);
    }

    /// Secondary text centred on a point.
    pub(super) fn centred(&self, at: Pos2, size: f32, words: &str) {
        self.aligned(at, size, words, Align2::CENTER_CENTER);
    }

    /// Large words in a box of their own, aligned to a point; if `loud`, they cannot be missed.
    pub(super) fn boxed(&self, at: Pos2, align: Align2, size: f32, (words, loud): (&str, bool)) {
        let colours = self.colours();
        let (ground, ink) =
            if loud { (colours.danger, colours.paper) } else { (colours.surface, colours.ink) };
        let painter = self.ui.painter();
        let words_drawn =
            painter.layout_no_wrap(words.to_owned(), self.font(size, Look::Strong), ink);
        let padding = vec2(self.sizes().gap, self.sizes().gap * 0.3) * self.scale;
        let size = words_drawn.size() + 2.0 * padding;
        let corner = align.anchor_size(self.at(at), size).min;
        painter.rect_filled(Rect::from_min_size(corner, size), self.theme.corner(), ground);
        painter.galley(corner + padding, words_drawn, ink);
        let page = ((corner - self.wall.min) / self.scale).to_pos2();
        self.name(Rect::from_min_size(page, size / self.scale), words);
    }

    /// Secondary text that ends at a point.
    pub(super) fn right(&self, at: Pos2, size: f32, words: &str) {
        self.aligned(at, size, words, Align2::RIGHT_CENTER);
    }

    fn aligned(&self, at: Pos2, size: f32, words: &str, align: Align2) {
        let font = self.font(size, Look::Quiet);
        let ink = self.colours().muted;
        let drawn = self.ui.painter().text(self.at(at), align, words, font, ink);
        let page = |at: Pos2| ((at - self.wall.min) / self.scale).to_pos2();
        self.name(Rect::from_min_max(page(drawn.min), page(drawn.max)), words);
    }

    /// The width of a bold line of text on the virtual page.
    pub(super) fn width(&self, words: &str, size: f32) -> f32 {
        let drawn = self.ui.painter().layout_no_wrap(
            words.to_owned(),
            self.bold(size),
            Color32::PLACEHOLDER,
        );
        // A small margin: glyph widths do not scale exactly with the font size.
        drawn.size().x * 1.03
    }

    /// Breaks text into lines. Widths are those of the virtual page, so that a page holds the same
    /// text on every wall.
    pub(super) fn lines(&self, words: &str, size: f32, width: f32) -> Vec<String> {
        let font = FontId::proportional(size);
        // A small margin: glyph widths do not scale exactly with the font size.
        let width = width * 0.97;
        let galley = self.ui.painter().layout(words.to_owned(), font, Color32::PLACEHOLDER, width);
        galley.rows.iter().map(|row| row.text().trim_end().to_owned()).collect()
    }

    /// Lines from the top of a rectangle down, as many as fit; the last one says if more follow.
    pub(super) fn paragraph(&self, rect: Rect, size: f32, look: Look, lines: &[String]) {
        let height = size * LINE;
        let room = (rect.height() / height).floor().max(0.0) as usize;
        let lines = cut(lines, room);
        for (place, line) in lines.iter().enumerate() {
            let top = rect.top() + height * place as f32;
            let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), height));
            self.painted(row, size, look, line);
        }
        self.name(rect, &lines.join(" "));
    }

    /// A heading with a line below it.
    pub(super) fn head(&self, title: &str, below: &str) {
        let sizes = self.sizes();
        let width = sizes.width - 2.0 * sizes.margin;
        let at = pos2(sizes.margin, sizes.margin * 0.6);
        let rect = Rect::from_min_size(at, vec2(width, sizes.display));
        self.line(rect, sizes.large * 1.15, Look::Strong, title);
        let rect = Rect::from_min_size(rect.left_bottom(), vec2(width, sizes.line));
        if !below.is_empty() {
            self.line(rect, sizes.text, Look::Quiet, below);
        }
    }

    /// The message on a page with nothing to show.
    pub(super) fn nothing(&self, body: Rect, words: &str) {
        let lines = self.lines(words, self.sizes().text, body.width());
        self.paragraph(body, self.sizes().text, Look::Quiet, &lines);
    }

    /// A marking in its official colours, with its left edge at a point.
    pub(super) fn marking(&self, at: Pos2, marking: Marking) {
        let (ink, ground) = Colours::marking(marking);
        let sizes = self.sizes();
        let font = self.font(sizes.small, Look::Strong);
        let painter = self.ui.painter();
        let words = painter.layout_no_wrap(marking.label().to_owned(), font, ink);
        let padding = vec2(sizes.gap * 0.6, sizes.gap * 0.3) * self.scale;
        let size = words.size() + 2.0 * padding;
        let corner = self.at(at) - vec2(0.0, size.y * 0.5);
        let drawn = Rect::from_min_size(corner, size);
        painter.rect_filled(drawn, self.theme.corner(), ground);
        painter.galley(corner + padding, words, ink);
        let page = Rect::from_min_size(at - vec2(0.0, sizes.gap), size / self.scale);
        self.name(page, marking.label());
    }

    pub(super) fn icon(&self, icon: Icon, at: Pos2, size: f32) {
        icon.paint(self.ui.painter(), self.at(at), size * self.scale, self.colours().ink);
    }

    pub(super) fn rule(&self, from: Pos2, to: Pos2) {
        let line = Stroke::new(self.scale.max(1.0), self.colours().hairline);
        self.ui.painter().line_segment([self.at(from), self.at(to)], line);
    }

    pub(super) fn fill(&self, rect: Rect, colour: Color32) {
        self.ui.painter().rect_filled(self.rect(rect), 0, colour);
    }

    fn outline(&self, rect: Rect) {
        let line = Stroke::new(self.scale.max(1.0), self.colours().control);
        self.ui.painter().rect_stroke(self.rect(rect), 0, line, StrokeKind::Inside);
    }

    /// A cell with the sign of a stance: hatched if a group expressed it for its members, and
    /// marked with a separate sign if groups disagree.
    pub(super) fn stance(&self, rect: Rect, held: Option<Stance>, basis: Basis) {
        let hollow = (self.colours().paper, self.colours().muted);
        let (fill, ink) = self.colours().stance(held).unwrap_or(hollow);
        self.fill(rect, fill);
        if basis == Basis::Inherited {
            self.hatch(rect, ink);
        }
        self.outline(rect);
        let sign = if basis == Basis::Conflict { CONFLICT_SIGN } else { stance::sign(held) };
        self.sign(rect.center(), self.sizes().small, ink, sign);
    }

    /// Hatching over a stance a group expressed for its members.
    pub(super) fn hatch(&self, rect: Rect, ink: Color32) {
        let step = self.sizes().gap * 0.5 * self.scale;
        let line = Stroke::new((self.scale * 2.0).max(1.0), ink.gamma_multiply(HATCH));
        hatch(self.ui.painter(), self.rect(rect), step, line);
    }

    /// A cell with a severity, and the severity expected to remain.
    pub(super) fn severity(&self, rect: Rect, now: Option<Severity>, after: Option<Severity>) {
        let (fill, ink) = now.map_or((self.colours().paper, self.colours().muted), |severity| {
            self.colours().severity(severity)
        });
        self.fill(rect, fill);
        self.outline(rect);
        let number = |it: Severity| it.get().to_string();
        let mut words = now.map_or("?".to_owned(), number);
        if let Some(after) = after {
            words = format!("{words} → {}", number(after));
        }
        self.sign(rect.center(), self.sizes().text, ink, &words);
    }

    /// A stacked bar of a tally, horizontal or vertical, with counts where they fit. Unknown is
    /// hollow; stances groups expressed for their members are hatched.
    pub(super) fn tally(&self, rect: Rect, tally: &Tally, by_groups: &Tally, standing: bool) {
        // Down to the lower end of the words beside a standing bar.
        let mut beside = rect.top();
        for (held, count, slice) in tally_parts(rect, tally, standing) {
            let hollow = (self.colours().paper, self.colours().muted);
            let (fill, ink) = self.colours().stance(held).unwrap_or(hollow);
            self.fill(slice, fill);
            let share = by_groups.get(held).min(count) as f32 / count as f32;
            if held.is_some() && share > 0.0 {
                let least = if standing {
                    slice.with_min_y(slice.bottom() - slice.height() * share)
                } else {
                    slice.with_min_x(slice.right() - slice.width() * share)
                };
                self.hatch(least, ink);
            }
            let words = format!("{} {count}", stance::sign(held));
            // An estimate of the text's width, with a little padding.
            let width = words.chars().count() as f32 * self.sizes().small * 0.72;
            let (part, need) = if standing {
                (slice.height(), self.sizes().small * 1.2)
            } else {
                (slice.width(), width)
            };
            if part >= need {
                self.sign(slice.center(), self.sizes().small, ink, &words);
            } else if standing {
                let small = self.sizes().small;
                let middle = slice.center().y.max(beside + small * 0.6);
                let at = pos2(rect.right() + self.sizes().gap * 0.3, middle);
                let font = self.font(small, Look::Strong);
                let painter = self.ui.painter();
                painter.text(self.at(at), Align2::LEFT_CENTER, words, font, self.colours().ink);
                beside = middle + small * 0.6;
            }
        }
        self.outline(rect);
    }

    /// A ring around the item pointed out, and a dot at the pointer; the position is a fraction of
    /// the page.
    pub(super) fn point(&self, pointer: Option<Pos2>) {
        if let Some(rect) = self.ring.get() {
            let ring = Stroke::new(self.sizes().gap * 0.25 * self.scale, self.colours().focus);
            let corner = self.theme.corner();
            self.ui.painter().rect_stroke(rect, corner, ring, StrokeKind::Outside);
        }
        let Some(share) = pointer else { return };
        let at = self.wall.min + share.to_vec2() * self.wall.size();
        let radius = self.sizes().gap * 0.6 * self.scale;
        self.ui.painter().circle_filled(at, radius, self.colours().danger);
        let ring = Stroke::new((self.scale * 3.0).max(1.0), self.colours().paper);
        self.ui.painter().circle_stroke(at, radius, ring);
    }
}

/// At most `most` of these lines; the last one says if there are more.
pub(super) fn cut(lines: &[String], most: usize) -> Vec<String> {
    let mut shown: Vec<_> = lines.iter().take(most).cloned().collect();
    if let Some(last) = shown.last_mut().filter(|_| lines.len() > most) {
        // A long line has an ellipsis already; so has one that has no room for this.
        last.push_str(" …");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_not_left_out_in_silence() {
        let lines = ["one", "two", "three"].map(str::to_owned);
        assert_eq!(cut(&lines, 3), lines);
        assert_eq!(cut(&lines, 2), ["one", "two …"]);
        assert!(cut(&lines, 0).is_empty() && cut(&[], 2).is_empty());
    }
}
