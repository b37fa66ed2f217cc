//! How wide the columns of the heat map are, and how high its rows.

use egui::Ui;

use crate::library::obstacle_text;
use crate::model::{Keyed, Obstacle};
use crate::ui::cx::Cx;
use crate::ui::views::matrix::line_height;

/// The number of obstacles.
pub(super) const COUNT: usize = Obstacle::ALL.len();

/// The least width of each column: that of its name.
pub(super) fn least_widths(ui: &Ui, cx: &Cx<'_>) -> [f32; COUNT] {
    let (theme, sizes) = (&cx.theme, cx.theme.sizes);
    std::array::from_fn(|column| {
        let short = cx.text.of(&obstacle_text(Obstacle::ALL[column]).short()).to_owned();
        let font = theme.strong(sizes.text.caption);
        let name = ui.painter().layout_no_wrap(short, font, theme.colours.ink).size().x;
        (name + sizes.space.s).max(sizes.space.xxl * 2.0).ceil()
    })
}

/// Where the columns begin and the last one ends: of equal width if there is room, none narrower
/// than its name, and none wider than `most`.
pub(super) fn edges(least: &[f32; COUNT], room: f32, most: f32) -> [f32; COUNT + 1] {
    let total = |width: f32| least.iter().map(|least| least.max(width)).sum::<f32>();
    let mut width = most;
    while total(width) > room && width > 0.0 {
        width -= 1.0;
    }
    let mut edges = [0.0; COUNT + 1];
    for (column, least) in least.iter().enumerate() {
        edges[column + 1] = edges[column] + least.max(width).floor();
    }
    edges
}

/// How much of the size of a font a letter is wide, in most texts.
const LETTER: f32 = 0.5;

/// The height of the rows: higher, for two lines, if the title of a proposal needs them at this width.
pub(super) fn row_height(cx: &Cx<'_>, width: f32) -> f32 {
    let sizes = cx.theme.sizes;
    let letters = (width / (sizes.text.caption * LETTER)) as usize;
    let mut titles = cx.snapshot.proposals.iter().map(|it| cx.text.of(&it.title));
    let needs = titles.any(|title| title.chars().nth(letters).is_some());
    sizes.row.list + sizes.space.s + if needs { line_height(sizes.text.caption) } else { 0.0 }
}
