//! The frame around the screens: top bar, navigation, notices, status bar.

mod hovering;
mod menus;
mod nav;
mod notice;
mod start;
mod status;
mod top_bar;
mod tour;

pub(crate) use hovering::hovering;
pub(crate) use nav::nav;
pub use notice::read_only;
pub(crate) use notice::{notice, offers, past, supposed};
pub use start::{Loading, counting, locked, start};
pub(crate) use start::{failed, loading, waiting};
pub use status::{Said, Status, status};
pub use top_bar::TopBar;
pub(crate) use top_bar::top_bar;
pub(crate) use tour::{STEPS, Subject, point, tour};

use egui::{Frame, Margin, Panel};

use super::theme::{Theme, points};

/// A panel of the shell with a fixed height and horizontal margins.
fn bar(panel: Panel, theme: &Theme, size: f32) -> Panel {
    let side = points(theme.sizes.space.m);
    let frame = Frame::new().fill(theme.colours.paper).inner_margin(Margin::symmetric(side, 0));
    panel.exact_size(size).resizable(false).frame(frame)
}
