//! The settings of this machine.

use egui::{Align, ComboBox, Layout, Response, TextEdit, Ui, Vec2};

use super::super::cx::{Action, Base};
use super::super::theme::Theme;
use super::super::widgets::{button, field_label, muted, paragraph, primary_button};
use crate::model::{Keyed, Language};
use crate::settings::{Settings, ThemeChoice};

/// The zooms that can be chosen; others are set by keys.
const ZOOMS: [f32; 7] = [0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0];

/// The minutes after which a protected dossier can be set to be locked.
const IDLE: [u32; 5] = [0, 2, 5, 10, 30];

/// The settings as they are being changed.
#[derive(Clone, Debug)]
pub struct SettingsDraft(pub Settings);

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut SettingsDraft) {
    let (theme, text) = (&base.theme, base.text);
    let settings = &mut draft.0;
    row(ui, theme, text.get("settings-author"), |ui| {
        ui.add(TextEdit::singleline(&mut settings.author).char_limit(100))
    });
    row(ui, theme, text.get("settings-language"), |ui| {
        let system = text.get("settings-language-system");
        let shown = settings.language.map_or(system, |language| text.label(language));
        let combo = ComboBox::from_id_salt("language").selected_text(shown);
        combo
            .show_ui(ui, |ui| {
                ui.selectable_value(&mut settings.language, None, system);
                for language in Language::ALL {
                    let label = text.label(*language);
                    ui.selectable_value(&mut settings.language, Some(*language), label);
                }
            })
            .response
    });
    row(ui, theme, text.get("settings-theme"), |ui| {
        let combo = ComboBox::from_id_salt("theme").selected_text(text.label(settings.theme));
        combo
            .show_ui(ui, |ui| {
                for choice in ThemeChoice::ALL {
                    ui.selectable_value(&mut settings.theme, *choice, text.label(*choice));
                }
            })
            .response
    });
    row(ui, theme, text.get("settings-zoom"), |ui| {
        let percent = |zoom: f32| format!("{:.0}%", zoom * 100.0);
        let combo = ComboBox::from_id_salt("zoom").selected_text(percent(settings.zoom));
        combo
            .show_ui(ui, |ui| {
                for step in ZOOMS {
                    ui.selectable_value(&mut settings.zoom, step, percent(step));
                }
            })
            .response
    });
    row(ui, theme, text.get("settings-idle"), |ui| {
        let words = |minutes: u32| match minutes {
            0 => text.get("settings-idle-never").to_owned(),
            minutes => text.with("settings-idle-minutes", &[("count", minutes.into())]),
        };
        let combo = ComboBox::from_id_salt("idle").selected_text(words(settings.idle_lock));
        combo
            .show_ui(ui, |ui| {
                for minutes in IDLE {
                    ui.selectable_value(&mut settings.idle_lock, minutes, words(minutes));
                }
            })
            .response
    });
    row(ui, theme, text.get("settings-backups"), |ui| {
        let chosen = settings.backups.as_ref().map(|path| path.display().to_string());
        let mut typed = chosen.unwrap_or_default();
        let field = TextEdit::singleline(&mut typed).hint_text(text.get("settings-backups-own"));
        let response = ui.add(field);
        if response.changed() {
            settings.backups = (!typed.trim().is_empty()).then(|| typed.trim().into());
        }
        response
    });
    ui.add_space(theme.sizes.space.s);
    paragraph(ui, muted(theme, text.get("settings-author-about")));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        if primary_button(ui, theme, text.get("settings-keep")).clicked() {
            base.push(Action::Settings(settings.clone()));
        }
        if button(ui, theme, None, text.get("cancel")).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// A setting: its name, and what it is set to.
fn row(ui: &mut Ui, theme: &Theme, name: &str, field: impl FnOnce(&mut Ui) -> Response) {
    let height = theme.sizes.row.form;
    let width = theme.sizes.space.xxl * 4.0;
    ui.horizontal(|ui| {
        ui.set_min_height(height);
        let layout = Layout::left_to_right(Align::Center);
        let label = ui.allocate_ui_with_layout(Vec2::new(width, height), layout, |ui| {
            ui.set_min_width(width);
            field_label(ui, theme, name)
        });
        ui.spacing_mut().combo_width = ui.spacing().text_edit_width;
        field(ui).labelled_by(label.inner.id);
    });
}
