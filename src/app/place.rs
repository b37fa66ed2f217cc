//! The position of the window: stored for the next start, and corrected if it reaches beyond the
//! screen.

use egui::{Context, Pos2, Rect, ViewportCommand, ViewportInfo};

use super::App;
use crate::settings::WindowPlace;
use crate::ui::widgets::{dividers, set_dividers};

/// How long after the start the position is corrected, in seconds: the frame of the window appears
/// late, and after that it is the user who moves it.
const PUT_RIGHT: f64 = 1.0;

/// On a slow machine the start lasts at least this many frames.
const FRAMES: u64 = 8;

/// How far a window may reach beyond its screen, in pixels: some systems give it an invisible
/// frame.
const SLACK: f32 = 10.0;

/// The height of a title bar and of a bar of the desktop, in pixels: some systems do not count
/// them, and a window without room for them is too large.
const FRAME: f32 = 64.0;

impl App {
    /// Records the position of the window, and the widths to which its parts were dragged.
    pub(super) fn note_place(&mut self, context: &Context) {
        self.settings.dividers = dividers(context);
        if self.fills {
            return;
        }
        let zoom = context.zoom_factor();
        let place = context.input(|input| place_of(input.viewport(), zoom, self.settings.window));
        if place.is_some() {
            self.settings.window = place;
        }
    }

    /// Forgets everything typed and shown, except the widths to which parts were dragged, which
    /// reveal nothing.
    pub(super) fn forget_memory(&self, context: &Context) {
        context.memory_mut(|memory| memory.data.clear());
        set_dividers(context, &self.settings.dividers);
    }

    /// Keeps the window on its screen when it appears.
    pub(super) fn stay_on_screen(&mut self, context: &Context, frame: &eframe::Frame) {
        let now = context.input(|input| input.time);
        let begun = *self.begun.get_or_insert(now);
        if self.fills {
            // Some desktops ignore this for a window that is not shown yet.
            if context.cumulative_frame_nr() >= 2 {
                (self.fills, self.put_right) = (false, true);
                context.send_viewport_cmd(ViewportCommand::Maximized(true));
            }
            return context.request_repaint();
        }
        let is_over = now - begun > PUT_RIGHT && context.cumulative_frame_nr() > FRAMES;
        if self.put_right || is_over {
            return;
        }
        // Once more when its frame has appeared.
        context.request_repaint_after_secs(PUT_RIGHT as f32 / FRAMES as f32);
        let Some(window) = frame.winit_window() else { return };
        let (Some(screen), Ok(at)) = (window.current_monitor(), window.outer_position()) else {
            return;
        };
        if window.is_maximized() || window.fullscreen().is_some() {
            return;
        }
        let (size, wide) = (window.outer_size(), screen.size());
        let rect = |x: i32, y: i32, width: u32, height: u32| {
            Rect::from_min_size(
                Pos2::new(x as f32, y as f32),
                egui::vec2(width as f32, height as f32),
            )
        };
        let outer = rect(at.x, at.y, size.width, size.height);
        let screen = rect(screen.position().x, screen.position().y, wide.width, wide.height);
        match put_right(outer, screen) {
            None => {}
            Some(Right::Fill) => {
                self.put_right = true;
                context.send_viewport_cmd(ViewportCommand::Maximized(true));
            }
            Some(Right::Move(to)) => {
                self.put_right = true;
                let scale = window.scale_factor() as f32 * context.zoom_factor();
                context.send_viewport_cmd(ViewportCommand::OuterPosition(to / scale));
            }
        }
    }
}

/// The position of a window; while it is maximised, its earlier position is kept.
fn place_of(window: &ViewportInfo, zoom: f32, before: Option<WindowPlace>) -> Option<WindowPlace> {
    if window.minimized == Some(true) || window.fullscreen == Some(true) {
        return before;
    }
    let inner = window.inner_rect?.size() * zoom;
    let at = window.outer_rect.map(|outer| outer.min * zoom);
    let seen = WindowPlace { size: inner.into(), at: at.map(Into::into), maximised: false };
    if window.maximized == Some(true) {
        return Some(WindowPlace { maximised: true, ..before.unwrap_or(seen) });
    }
    seen.sane().or(before)
}

/// A correction of the window's position.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Right {
    /// It is too large: it fills the screen, except for the part that the desktop reserves.
    Fill,
    /// It is partly or wholly off the screen.
    Move(Pos2),
}

/// The correction that puts a window on its screen, both in pixels; `None` if none is needed.
fn put_right(outer: Rect, screen: Rect) -> Option<Right> {
    if screen.width() < 1.0 || screen.height() < 1.0 || outer.width() < 1.0 {
        return None;
    }
    if screen.expand(SLACK).contains_rect(outer) {
        return None;
    }
    if outer.width() > screen.width() - 1.0 || outer.height() > screen.height() - FRAME {
        return Some(Right::Fill);
    }
    let most = (screen.max - outer.size()).max(screen.min);
    Some(Right::Move(outer.min.clamp(screen.min, most)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(Pos2::new(x, y), egui::vec2(width, height))
    }

    #[test]
    fn a_window_larger_than_its_screen_fills_it_and_one_beside_it_comes_back() {
        let screen = rect(0.0, 0.0, 1280.0, 720.0);
        assert_eq!(put_right(rect(0.0, 20.0, 1282.0, 742.0), screen), Some(Right::Fill));
        let frame_not_counted = rect(1.0, 20.0, 1280.0, 720.0);
        assert_eq!(put_right(frame_not_counted, screen), Some(Right::Fill));
        assert_eq!(put_right(rect(-7.0, 0.0, 1000.0, 700.0), screen), None, "an unseen frame");
        let beside = rect(1900.0, 300.0, 1000.0, 600.0);
        assert_eq!(put_right(beside, screen), Some(Right::Move(Pos2::new(280.0, 120.0))));
        let second = rect(1280.0, 0.0, 1920.0, 1080.0);
        assert_eq!(put_right(beside, second), None);
    }

    #[test]
    fn the_size_before_it_was_maximised_stays_known() {
        let mut window = ViewportInfo {
            inner_rect: Some(rect(10.0, 30.0, 600.0, 400.0)),
            outer_rect: Some(rect(8.0, 8.0, 604.0, 424.0)),
            maximized: Some(false),
            ..ViewportInfo::default()
        };
        let normal = place_of(&window, 2.0, None);
        let wanted =
            WindowPlace { size: [1200.0, 800.0], at: Some([16.0, 16.0]), maximised: false };
        assert_eq!(normal, Some(wanted), "at a zoom of 200 %");
        window.inner_rect = Some(rect(0.0, 0.0, 1920.0, 1050.0));
        window.maximized = Some(true);
        let full = place_of(&window, 2.0, normal);
        assert_eq!(full, Some(WindowPlace { maximised: true, ..wanted }));
        window.minimized = Some(true);
        assert_eq!(place_of(&window, 2.0, full), full);
    }
}
