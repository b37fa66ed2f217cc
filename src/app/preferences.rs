//! The display settings of this machine: zoom, theme, language and so on.

use egui::{Context, Event, MouseWheelUnit};

use super::{App, Session};
use crate::model::Language;
use crate::settings::{Settings, ThemeChoice};
use crate::text::Text;
use crate::ui::theme;

/// The factor by which each step changes the zoom.
pub(super) const ZOOM_STEP: f32 = 1.1;

/// How far two fingers move over a touchpad for one such step, in points.
const POINTS_A_STEP: f32 = 50.0;

impl App {
    pub(super) fn zoom(&mut self, context: &Context, zoom: f32) {
        self.settings.set_zoom(zoom);
        context.set_zoom_factor(self.settings.zoom);
        self.keep_settings();
    }

    /// Zooms by the wheel while Ctrl is held, or by spreading two fingers, as in every other
    /// program.
    pub(super) fn zoom_by_wheel(&mut self, context: &Context) {
        let (mut factor, mut lines) = (1.0, 0.0_f32);
        // Removed from the input, because a frame may be drawn twice.
        context.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::MouseWheel { unit, delta, modifiers, .. } if modifiers.command => {
                    match unit {
                        MouseWheelUnit::Line | MouseWheelUnit::Page => lines += delta.y,
                        MouseWheelUnit::Point => factor *= ZOOM_STEP.powf(delta.y / POINTS_A_STEP),
                    }
                    false
                }
                Event::Zoom(by) => {
                    factor *= by;
                    false
                }
                _ => true,
            });
        });
        // One notch of a wheel is one step, however many lines it counts for.
        factor *= ZOOM_STEP.powf(lines.clamp(-1.0, 1.0));
        if (factor - 1.0_f32).abs() > f32::EPSILON {
            self.zoom(context, self.settings.zoom * factor);
        }
    }

    pub(super) fn theme(&mut self, context: &Context, choice: ThemeChoice) {
        self.settings.theme = choice;
        theme::choose(context, choice);
        self.keep_settings();
    }

    pub(super) fn speak(&mut self, language: Language) {
        self.text = Text::new(language);
        self.settings.language = Some(language);
        self.keep_settings();
    }

    pub(super) fn use_settings(&mut self, context: &Context, settings: Settings) {
        self.dialog = None;
        let (zoom, choice) = (settings.zoom, settings.theme);
        theme::keep_still(context, settings.still);
        let chosen = settings.language;
        let speaks = chosen != self.settings.language;
        self.settings = Settings { named: true, ..settings };
        if let Session::Open(open) = &mut self.session {
            open.document.set_author(self.settings.signature());
        }
        // The language from the command line holds until another is chosen.
        if speaks {
            self.text = Text::new(chosen.unwrap_or_else(crate::cli::system_language));
        }
        self.zoom(context, zoom);
        self.theme(context, choice);
    }
}
