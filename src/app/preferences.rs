//! The display settings of this machine: zoom, theme, language and so on.

use egui::Context;

use super::{App, Session};
use crate::model::Language;
use crate::settings::{Settings, ThemeChoice};
use crate::text::Text;
use crate::ui::theme;

/// The factor by which each step changes the zoom.
pub(super) const ZOOM_STEP: f32 = 1.1;

impl App {
    pub(super) fn zoom(&mut self, context: &Context, zoom: f32) {
        self.settings.set_zoom(zoom);
        context.set_zoom_factor(self.settings.zoom);
        self.keep_settings();
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
        self.settings = settings;
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
