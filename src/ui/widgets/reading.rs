//! A page in the window: its sentences and tables, as a report gives them.

use egui::{Align2, Grid, Rect, ScrollArea, Sense, Shape, Ui, Vec2};

use super::{Names, Pieces, hatch, leading, link, linked, muted, plain, section, stance_badge};
use crate::model::PartyId;
use crate::report::{ReadCell, Reading};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::state::Selection;

/// How many rows of a table are drawn; a page written to a file has all of them.
const MOST_ROWS: usize = 400;

/// A page with the names in it that lead somewhere.
pub(crate) enum Read {
    /// The subject of the pieces that follow.
    Heading(String),
    /// A sentence; what leads to no selection leads to the page in full.
    Sentence(Pieces<Option<Selection>>),
    /// A table: its heads, and the cells of each row.
    Table(Vec<String>, Vec<Vec<CellRead>>),
}

/// A cell of a table.
pub(crate) enum CellRead {
    Words(Pieces),
    Other(ReadCell),
}

/// A name or number on a page that was clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Led {
    /// A name.
    To(Selection),
    /// A number of parties.
    These(Vec<PartyId>),
    /// The words for those that a sentence does not name.
    Rest,
}

impl Read {
    /// A page in which these names lead somewhere.
    pub(crate) fn page(page: Vec<Reading>, names: &Names) -> Vec<Self> {
        let cell = |cell| match cell {
            ReadCell::Words(words) => CellRead::Words(names.within(&words)),
            other => CellRead::Other(other),
        };
        let sentence = |words: &str| -> Pieces<Option<Selection>> {
            let pieces = names.within(words).into_iter();
            pieces.map(|(words, to)| (words, to.map(Some))).collect()
        };
        let piece = |piece| match piece {
            Reading::Heading(words) => Self::Heading(words),
            Reading::Sentence(words) => Self::Sentence(sentence(&words)),
            Reading::Shortened(words, others) => {
                Self::Sentence(leading(sentence(&words), &others, None))
            }
            Reading::Table(heads, rows) => {
                let rows = rows.into_iter().take(MOST_ROWS);
                Self::Table(heads, rows.map(|row| row.into_iter().map(cell).collect()).collect())
            }
        };
        page.into_iter().map(piece).collect()
    }
}

/// Draws a page; returns what was clicked on it.
pub(crate) fn reading(ui: &mut Ui, cx: &Cx<'_>, page: &[Read]) -> Option<Led> {
    let mut clicked = None;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for (nth, piece) in page.iter().enumerate() {
            match piece {
                Read::Heading(words) => section(ui, &cx.theme, words),
                Read::Sentence(words) => {
                    let led = linked(ui, &cx.theme, words, plain);
                    clicked = led.map(|to| to.map_or(Led::Rest, Led::To)).or(clicked.take());
                    ui.add_space(cx.theme.sizes.space.xs);
                }
                Read::Table(heads, rows) => {
                    ui.add_space(cx.theme.sizes.space.s);
                    clicked = table(ui, cx, nth, (heads, rows)).or(clicked.take());
                    ui.add_space(cx.theme.sizes.space.m);
                }
            }
        }
    });
    clicked
}

fn table(
    ui: &mut Ui,
    cx: &Cx<'_>,
    nth: usize,
    (heads, rows): (&[String], &[Vec<CellRead>]),
) -> Option<Led> {
    let theme = &cx.theme;
    let mut clicked = None;
    let spacing = Vec2::new(theme.sizes.space.l, theme.sizes.space.xs);
    Grid::new(("reading", nth)).spacing(spacing).show(ui, |ui| {
        for head in heads {
            ui.label(muted(theme, head));
        }
        ui.end_row();
        for row in rows {
            for cell in row {
                match cell {
                    CellRead::Words(words) => {
                        clicked = cell_words(ui, cx, words).map(Led::To).or(clicked.take());
                    }
                    CellRead::Other(ReadCell::Of(parties, words)) => {
                        let hint = cx.text.get(msg!("calls-these"));
                        if link(ui, theme, words).on_hover_text(hint).clicked() {
                            clicked = Some(Led::These(parties.clone()));
                        }
                    }
                    CellRead::Other(ReadCell::Words(words) | ReadCell::Figure(words)) => {
                        ui.label(words.as_str());
                    }
                    CellRead::Other(ReadCell::Share(share, words)) => chance(ui, cx, *share, words),
                    CellRead::Other(ReadCell::Stance(stance, _)) => {
                        stance_badge(ui, theme, cx.text, *stance);
                    }
                }
            }
            ui.end_row();
        }
    });
    clicked
}

/// Words in a cell of a table: on one line, as wide as it needs to be.
fn cell_words(ui: &mut Ui, cx: &Cx<'_>, words: &Pieces) -> Option<Selection> {
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (words, to) in words {
            match to {
                None => drop(ui.label(words.as_str())),
                Some(to) if link(ui, &cx.theme, words).clicked() => clicked = Some(*to),
                Some(_) => {}
            }
        }
    });
    clicked
}

/// A share as a bar with its figure. Hatched within a dotted frame, because it is not a count of
/// parties.
fn chance(ui: &mut Ui, cx: &Cx<'_>, share: f64, words: &str) {
    let theme = &cx.theme;
    let size = Vec2::new(theme.sizes.space.xxl * 4.0, theme.sizes.shape.target);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    let bar = rect.shrink2(Vec2::new(0.0, theme.sizes.space.xs));
    let filled = Rect::from_min_size(
        bar.min,
        Vec2::new(bar.width() * share.clamp(0.0, 1.0) as f32, bar.height()),
    );
    hatch(ui.painter(), filled, theme.sizes.space.s, theme.hairline());
    let frame = [bar.left_top(), bar.right_top(), bar.right_bottom(), bar.left_bottom()];
    let frame: Vec<_> = frame.into_iter().chain([bar.left_top()]).collect();
    let (apart, dot) = (theme.sizes.space.xs, theme.sizes.space.xs / 4.0);
    ui.painter().extend(Shape::dotted_line(&frame, theme.colours.faint, apart, dot));
    let font = egui::FontId::proportional(theme.sizes.text.caption);
    let (at, ink) = (bar.right_center() - Vec2::new(theme.sizes.space.xs, 0.0), theme.colours.ink);
    ui.painter().text(at, Align2::RIGHT_CENTER, words, font, ink);
}
