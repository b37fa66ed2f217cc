//! The frame around the screens: top bar, navigation, notices, status bar.

mod menus;
mod nav;
mod notice;
mod start;
mod status;
mod top_bar;
mod tour;

pub use nav::nav;
pub use notice::{notice, offers, past, read_only};
pub use start::{Loading, counting, failed, loading, locked, start, waiting};
pub use status::{Status, status};
pub use top_bar::{TopBar, top_bar};
pub use tour::{STEPS, tour};

use egui::{Frame, Margin, Panel};

use super::theme::{Theme, points};

/// A panel of the shell with a fixed height and horizontal margins.
fn bar(panel: Panel, theme: &Theme, size: f32) -> Panel {
    let side = points(theme.sizes.space.m);
    let frame = Frame::new().fill(theme.colours.paper).inner_margin(Margin::symmetric(side, 0));
    panel.exact_size(size).resizable(false).frame(frame)
}
