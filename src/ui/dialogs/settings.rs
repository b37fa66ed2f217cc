//! The settings of this machine.

use egui::{ComboBox, TextEdit, Ui};

use super::super::cx::{Action, Base};
use super::super::widgets::{button, field_label, muted, paragraph, primary_button};
use crate::model::{Keyed, Language};
use crate::settings::{Settings, ThemeChoice};

/// The settings as they are being changed.
#[derive(Clone, Debug)]
pub struct SettingsDraft(pub Settings);

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut SettingsDraft) {
    let (theme, text) = (&base.theme, base.text);
    let settings = &mut draft.0;
    egui::Grid::new("settings").num_columns(2).min_row_height(theme.sizes.row.form).show(
        ui,
        |ui| {
            let label = field_label(ui, theme, text.get("settings-author"));
            let field = TextEdit::singleline(&mut settings.author).char_limit(100);
            ui.add(field).labelled_by(label.id);
            ui.end_row();
            let label = field_label(ui, theme, text.get("settings-language"));
            let system = text.get("settings-language-system");
            ComboBox::from_id_salt("language")
                .selected_text(settings.language.map_or(system, |language| text.label(language)))
                .show_ui(ui, |ui| {
                    ui.selectable_value(&mut settings.language, None, system);
                    for language in Language::ALL {
                        let label = text.label(*language);
                        ui.selectable_value(&mut settings.language, Some(*language), label);
                    }
                })
                .response
                .labelled_by(label.id);
            ui.end_row();
            let label = field_label(ui, theme, text.get("settings-theme"));
            ComboBox::from_id_salt("theme")
                .selected_text(text.label(settings.theme))
                .show_ui(ui, |ui| {
                    for choice in ThemeChoice::ALL {
                        ui.selectable_value(&mut settings.theme, *choice, text.label(*choice));
                    }
                })
                .response
                .labelled_by(label.id);
            ui.end_row();
            let label = field_label(ui, theme, text.get("settings-zoom"));
            ComboBox::from_id_salt("zoom")
                .selected_text(format!("{:.0}%", settings.zoom * 100.0))
                .show_ui(ui, |ui| {
                    for step in [0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0_f32] {
                        let label = format!("{:.0}%", step * 100.0);
                        ui.selectable_value(&mut settings.zoom, step, label);
                    }
                })
                .response
                .labelled_by(label.id);
            ui.end_row();
        },
    );
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
