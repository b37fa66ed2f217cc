//! The paragraphs: numbers and marks on the left, the words beside them.

use std::ops::RangeInclusive;

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Label, Rect, ScrollArea, Sense, Stroke, Ui, vec2};
use rustc_hash::FxHashMap;

use super::rows::Row;
use super::{named, turned_words};
use crate::analysis::words_of;
use crate::draft::{
    BracketKind, Change, Mark, Piece, RunKind, Sign, Words, marks, owners_told, word_spans,
};
use crate::model::{Language, ParagraphId, ParagraphKind, ParagraphStatus};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ChosenWords, Selection};
use crate::ui::theme::Theme;
use crate::ui::widgets::{acts, caption, strong};

/// The width of the column of numbers and marks, in multiples of the largest space.
const MARGIN: f32 = 4.8;

/// The height of each paragraph, for its present look.
type Heights = FxHashMap<ParagraphId, (u64, f32)>;

/// The same, for a width and a language.
type Kept = ((u32, Language), Heights);

/// Draws the paragraphs; `moved` brings the selected one into view.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    rows: &[&Row],
    (selected, chosen): (Option<ParagraphId>, Option<ChosenWords>),
    moved: bool,
) {
    ScrollArea::vertical().id_salt("text-body").auto_shrink(false).show(ui, |ui| {
        // Only paragraphs in view are laid out; the others keep their last height.
        let memory = Id::unique("text-heights");
        let key = (ui.available_width().to_bits(), cx.text.language());
        let kept = ui.data(|data| data.get_temp::<Kept>(memory));
        let mut heights = kept.filter(|(of, _)| *of == key).unwrap_or((key, Heights::default())).1;
        for row in rows {
            let is = selected == Some(row.id);
            let height = heights.get(&row.id).filter(|(look, _)| *look == row.look);
            let place = height.map(|(_, height)| {
                Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), *height))
            });
            let response = match place.filter(|place| !ui.is_rect_visible(*place)) {
                Some(place) => ui.allocate_rect(place, Sense::hover()),
                None => {
                    let top = ui.cursor().top();
                    let chosen = chosen.filter(|_| is);
                    let shown = ui.push_id(row.id.0, |ui| paragraph(ui, cx, row, (is, chosen)));
                    let shown = shown.inner;
                    let between = ui.spacing().item_spacing.y;
                    heights.insert(row.id, (row.look, ui.cursor().top() - top - between));
                    shown
                }
            };
            if moved && is {
                response.scroll_to_me(None);
            }
            acts::menu_of(cx, &response, row.id.into());
            if response.clicked() || response.secondary_clicked() {
                cx.push(Action::Select(Selection::Paragraph(row.id)));
            }
        }
        ui.data_mut(|data| data.insert_temp(memory, (key, heights)));
    });
}

fn paragraph(
    ui: &mut Ui,
    cx: &Cx<'_>,
    row: &Row,
    (selected, chosen): (bool, Option<ChosenWords>),
) -> egui::Response {
    let theme = &cx.theme;
    let space = &theme.sizes.space;
    let back = ui.painter().add(egui::Shape::Noop);
    let drawn = ui.horizontal_top(|ui| {
        let wide = space.xxl * MARGIN;
        ui.allocate_ui_with_layout(
            vec2(wide, 0.0),
            egui::Layout::top_down(egui::Align::Min),
            |ui| {
                ui.set_width(wide);
                margin(ui, cx, row);
                // Otherwise its remarks would be closer to the next one.
                ui.add_space(space.s);
            },
        );
        ui.vertical(|ui| {
            ui.set_max_width(ui.available_width().min(space.xxl * 24.0));
            // While words are being chosen, the paragraph is shown as it is, without a comparison.
            let on = chosen.and_then(|it| Some((it, cx.snapshot.paragraphs.get(it.paragraph)?)));
            let marked = on.map(|(it, on)| {
                let heading = on.kind == ParagraphKind::Heading;
                with_chosen(theme, &words_of(on), heading, it)
            });
            let mut job = marked.unwrap_or_else(|| row.drawn.clone());
            job.wrap.max_width = ui.available_width();
            ui.add(Label::new(job).selectable(false).sense(Sense::hover()));
            ui.add_space(space.s);
        });
    });
    let mut rect = drawn.response.rect;
    rect.max.x = ui.max_rect().right();
    let response = ui.interact(rect, ui.scope_id().with("paragraph"), Sense::click());
    let name = named(cx, row);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::ListItem, true, selected, name.as_str())
    });
    let fill = if selected {
        Some(theme.colours.accent_soft)
    } else {
        response.hovered().then_some(theme.colours.hover)
    };
    if let Some(fill) = fill {
        ui.painter().set(back, egui::Shape::rect_filled(rect, space.xs, fill));
    }
    response
}

/// The number, how far it has come, how many brackets it has, and whether it changed.
fn margin(ui: &mut Ui, cx: &Cx<'_>, row: &Row) {
    let (theme, text) = (&cx.theme, cx.text);
    if !row.number.is_empty() {
        ui.label(strong(theme, &*row.number));
    }
    let status = match row.status {
        _ if row.gone => None,
        ParagraphStatus::Open => None,
        ParagraphStatus::AdReferendum => Some(Icon::Hourglass),
        ParagraphStatus::Agreed => Some(Icon::Check),
    };
    if let Some(icon) = status {
        ui.horizontal(|ui| {
            ui.label(icon.text(theme).color(theme.colours.ok));
            ui.add(Label::new(caption(theme, text.label(row.status))).wrap());
        });
    }
    if row.brackets > 0 {
        let words = text.with(msg!("text-brackets"), &[("count", row.brackets.into())]);
        ui.label(caption(theme, words));
    }
    if let Some(words) = turned_words(cx, row) {
        ui.label(caption(theme, words).color(theme.colours.accent));
    }
}

/// The words with their brackets and owners; changes are marked.
pub(super) fn words(
    theme: &Theme,
    (before, now): (Option<&Words>, &Words),
    heading: bool,
) -> LayoutJob {
    let mut writer = Writer::new(theme, heading);
    match before.filter(|before| *before != now) {
        Some(before) => writer.compared(before, now),
        None => writer.words(now, RunKind::Plain),
    }
    writer.job
}

/// The words with their brackets, the chosen ones on a ground of their own.
fn with_chosen(theme: &Theme, words: &Words, heading: bool, chosen: ChosenWords) -> LayoutJob {
    let mut writer = Writer::new(theme, heading);
    let (from, to) = (chosen.from.min(chosen.at), chosen.from.max(chosen.at));
    writer.chosen = Some(from..=to);
    writer.words(words, RunKind::Plain);
    writer.job
}

struct Writer<'a> {
    theme: &'a Theme,
    job: LayoutJob,
    heading: bool,
    // The words to mark, and how many have been written.
    chosen: Option<RangeInclusive<usize>>,
    written: usize,
}

impl<'a> Writer<'a> {
    fn new(theme: &'a Theme, heading: bool) -> Self {
        Self { theme, job: LayoutJob::default(), heading, chosen: None, written: 0 }
    }

    fn plain(&mut self, text: &str, format: &TextFormat) {
        let Some(chosen) = self.chosen.clone() else {
            return self.job.append(text, 0.0, format.clone());
        };
        let mut from = 0;
        for (_, end) in word_spans(text) {
            let is = chosen.contains(&self.written);
            let mut marked = format.clone();
            if is {
                marked.background = self.theme.colours.accent;
                marked.color = self.theme.colours.on_accent;
            }
            self.job.append(&text[from..end], 0.0, marked);
            self.written += 1;
            from = end;
        }
        self.job.append(&text[from..], 0.0, format.clone());
    }

    fn format(&self, kind: RunKind) -> TextFormat {
        let Theme { colours, sizes, .. } = self.theme;
        let size = if self.heading { sizes.text.strong } else { sizes.text.body };
        let mut format = TextFormat::simple(self.theme.font(size), colours.ink);
        let line = |colour| Stroke::new(sizes.space.hair, colour);
        match kind {
            RunKind::Plain => {}
            RunKind::Add => format.underline = line(colours.accent),
            RunKind::Alternative => {
                format.underline = line(colours.accent);
                format.italics = true;
            }
            RunKind::Delete => format.strikethrough = line(colours.danger),
        }
        format
    }

    fn sign(&mut self, words: &str, change: Change) {
        let colours = &self.theme.colours;
        let font = self.theme.font(self.theme.sizes.text.body);
        let mut format = TextFormat::simple(font, colours.accent);
        self.turned(&mut format, change);
        self.job.append(words, 0.0, format);
    }

    /// The look of words, signs and owners that were added or removed.
    fn turned(&self, format: &mut TextFormat, change: Change) {
        let Theme { colours, sizes, .. } = self.theme;
        match change {
            Change::Same => {}
            Change::Inserted => {
                // On the selected paragraph the tint alone would not be visible.
                format.font_id = self.theme.strong(format.font_id.size);
                format.background = colours.accent_soft;
            }
            Change::Deleted => {
                format.color = colours.muted;
                format.strikethrough = Stroke::new(sizes.space.hair, colours.danger);
                format.background = colours.hover;
            }
        }
    }

    fn words(&mut self, words: &Words, kind: RunKind) {
        for piece in &words.pieces {
            match piece {
                Piece::Plain(text) => {
                    let format = self.format(kind);
                    self.plain(text, &format);
                }
                Piece::Bracket(inner) => {
                    self.open(&Sign::standing(inner));
                    self.words(&inner.words, inner.run_kind());
                    if let BracketKind::Replace(instead) = &inner.kind {
                        self.sign(" → ", Change::Same);
                        self.words(instead, RunKind::Add);
                    }
                    self.close(&Sign::standing(inner));
                }
            }
        }
    }

    /// Both versions in one: additions have a tint, deletions are struck out, including brackets
    /// and those who ask for them.
    fn compared(&mut self, before: &Words, now: &Words) {
        for mark in marks(before, now) {
            match mark {
                Mark::Open(sign) => self.open(&sign),
                Mark::Arrow => self.sign(" →", Change::Same),
                Mark::Close(sign) => self.close(&sign),
                Mark::Words(text, kind, change) => {
                    let mut format = self.format(kind);
                    self.turned(&mut format, change);
                    self.job.append(&text, 0.0, format);
                }
            }
        }
    }

    fn open(&mut self, sign: &Sign<'_>) {
        self.sign("[", sign.change);
        if let (BracketKind::Alternative(number), true) = (&sign.bracket.kind, sign.whole) {
            self.sign(&format!("{number}: "), sign.change);
        }
    }

    /// In a bracket with others in it, the owners come after its last part.
    fn close(&mut self, sign: &Sign<'_>) {
        self.sign("]", sign.change);
        if !sign.whole {
            return;
        }
        for (name, change) in owners_told(&sign.owners()) {
            let font = self.theme.font(self.theme.sizes.text.caption);
            let mut format = TextFormat::simple(font, self.theme.colours.muted);
            self.turned(&mut format, change);
            self.job.append(&name, 0.0, format);
        }
        if let Some(marking) = sign.bracket.marking {
            let font = self.theme.strong(self.theme.sizes.text.caption);
            let format = TextFormat::simple(font, self.theme.colours.danger);
            self.job.append(&format!(" {}", marking.label()), 0.0, format);
        }
    }
}
