//! The status bar: when the dossier was saved, counts, unknown cells, and a hint.

use chrono::{DateTime, NaiveDate, Utc};
use egui::{Align, Layout, Panel, ProgressBar, Ui};

use crate::command::Command;
use crate::text::msg;
use crate::ui::cx::{Action, Base};
use crate::ui::icon::Icon;
use crate::ui::widgets::{caption, icon_button, link, strong};

/// The content of the status bar.
pub struct Status<'a> {
    /// When the last step was saved, if there is one.
    pub saved: Option<DateTime<Utc>>,
    /// Whether the dossier is read-only.
    pub read_only: bool,
    /// Whether it is read-only because it is still being checked.
    pub unchecked: bool,
    /// The number of parties.
    pub parties: usize,
    /// The number of proposals.
    pub proposals: usize,
    /// Unknown cells and all cells; `None` while they are being counted.
    pub unknown: Option<(u64, u64)>,
    /// The day shown, if it is not today.
    pub as_of: Option<NaiveDate>,
    /// The number of selected cells.
    pub selected: usize,
    /// A hint on what to do next.
    pub hint: &'a str,
    /// The message shown instead.
    pub said: Said<'a>,
}

/// The messages of the status bar about actions done or in progress.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'a> {
    /// A message about the last action.
    pub words: Option<&'a str>,
    /// Whether to offer undoing the last action beside the message.
    pub undo: bool,
    /// The progress of a page being made, in words, and as a fraction if known.
    pub page: Option<(&'a str, Option<f32>)>,
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
                (true, _) if status.unchecked => {
                    (Icon::Lock, theme.colours.muted, text.get(msg!("status-checking")).to_owned())
                }
                (true, _) => {
                    (Icon::Lock, theme.colours.warn, text.get(msg!("status-read-only")).to_owned())
                }
                (false, Some(saved)) => {
                    let time = [("time", text.time(saved).into())];
                    (Icon::Good, theme.colours.ok, text.with(msg!("status-saved"), &time))
                }
                (false, None) => {
                    (Icon::Good, theme.colours.ok, text.get(msg!("status-all-saved")).to_owned())
                }
            };
            ui.label(icon.text(theme).size(size + 2.0).color(colour));
            ui.label(caption(theme, words));
            ui.add_space(theme.sizes.space.m);
            let parties = [("count", status.parties.into())];
            ui.label(caption(theme, text.with(msg!("status-parties"), &parties)));
            ui.add_space(theme.sizes.space.m);
            let proposals = [("count", status.proposals.into())];
            ui.label(caption(theme, text.with(msg!("status-proposals"), &proposals)));
            ui.add_space(theme.sizes.space.m);
            let unknown = match status.unknown {
                Some((unknown, all)) => {
                    let share = [("share", text.percent(unknown, all).into())];
                    text.with(msg!("status-unknown"), &share)
                }
                None => text.get(msg!("counting")).to_owned(),
            };
            ui.label(caption(theme, unknown));
            if status.selected > 1 {
                ui.add_space(theme.sizes.space.m);
                let count = [("count", text.count(status.selected).into())];
                let words = strong(theme, text.with(msg!("status-selected"), &count));
                ui.label(words.size(theme.sizes.text.caption));
            }
            if let Some(day) = status.as_of {
                ui.add_space(theme.sizes.space.m);
                as_of(ui, base, day);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let said = &status.said;
                if let Some((words, part)) = said.page {
                    page(ui, base, words, part);
                }
                if said.undo && link(ui, theme, text.get(msg!("said-undo"))).clicked() {
                    base.push(Action::Command(Command::Undo));
                }
                let words = said.words.unwrap_or(status.hint);
                ui.add(egui::Label::new(caption(theme, words)).truncate());
            });
        });
    });
}

/// The progress of a page, with a way to cancel it; drawn from right to left.
fn page(ui: &mut Ui, base: &Base<'_>, words: &str, part: Option<f32>) {
    let (theme, text) = (&base.theme, base.text);
    if link(ui, theme, text.get(msg!("export-cancel"))).clicked() {
        base.push(Action::StopPage);
    }
    let space = &theme.sizes.space;
    if let Some(part) = part {
        let bar = ProgressBar::new(part).desired_width(space.xxl * 2.0).desired_height(space.s);
        ui.add(bar.fill(theme.colours.accent));
    }
    ui.label(strong(theme, words).size(theme.sizes.text.caption));
    ui.add_space(space.m);
}

/// Says on every screen that another day than today is shown, with a way back.
fn as_of(ui: &mut Ui, base: &Base<'_>, day: NaiveDate) {
    let (theme, text) = (&base.theme, base.text);
    let size = theme.sizes.text.caption;
    let colour = theme.colours.warn;
    let words = text.with(msg!("filter-as-of"), &[("day", text.day(day).into())]);
    ui.label(Icon::Calendar.text(theme).size(size + 2.0).color(colour));
    ui.label(caption(theme, words).color(colour))
        .on_hover_text(text.get(msg!("filter-today-about")));
    if icon_button(ui, theme, Icon::Close, text.get(msg!("filter-today"))).clicked() {
        base.push(Action::AsOf(None));
    }
}
