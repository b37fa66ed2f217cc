//! The status bar: that all is saved, how much there is, how much is unknown, and a hint.

use chrono::{DateTime, Utc};
use egui::{Align, Layout, Panel, Ui};

use crate::ui::cx::Base;
use crate::ui::icon::Icon;
use crate::ui::widgets::caption;

/// What the status bar shows.
pub struct Status<'a> {
    /// When the last step was saved, if one was.
    pub saved: Option<DateTime<Utc>>,
    /// Whether the dossier can only be read.
    pub read_only: bool,
    /// How many parties there are.
    pub parties: usize,
    /// How many proposals there are.
    pub proposals: usize,
    /// How many cells are unknown, and of how many.
    pub unknown: (u32, u32),
    /// What was just done, or how to go on.
    pub hint: &'a str,
}

/// Draws the status bar.
pub fn status(ui: &mut Ui, base: &Base<'_>, status: &Status<'_>) {
    let (theme, text) = (&base.theme, base.text);
    let panel = super::bar(Panel::bottom("status"), theme, theme.sizes.shell.status);
    panel.show(ui, |ui| {
        let rect = ui.max_rect();
        ui.painter().hline(ui.clip_rect().x_range(), rect.top(), theme.hairline());
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let size = theme.sizes.text.caption;
            let (icon, colour, words) = match (status.read_only, status.saved) {
                (true, _) => {
                    (Icon::Lock, theme.colours.warn, text.get("status-read-only").to_owned())
                }
                (false, Some(saved)) => {
                    let time = [("time", text.time(saved).into())];
                    (Icon::Good, theme.colours.ok, text.with("status-saved", &time))
                }
                (false, None) => {
                    (Icon::Good, theme.colours.ok, text.get("status-all-saved").to_owned())
                }
            };
            ui.label(icon.text(theme).size(size + 2.0).color(colour));
            ui.label(caption(theme, words));
            ui.add_space(theme.sizes.space.m);
            let parties = [("count", status.parties.into())];
            ui.label(caption(theme, text.with("status-parties", &parties)));
            ui.add_space(theme.sizes.space.m);
            let proposals = [("count", status.proposals.into())];
            ui.label(caption(theme, text.with("status-proposals", &proposals)));
            ui.add_space(theme.sizes.space.m);
            let share = text.percent(status.unknown.0, status.unknown.1);
            let unknown = [("share", share.into())];
            ui.label(caption(theme, text.with("status-unknown", &unknown)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(egui::Label::new(caption(theme, status.hint)).truncate());
            });
        });
    });
}
