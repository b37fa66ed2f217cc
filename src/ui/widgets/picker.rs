//! Choosing one of many by typing a part of its name.

use egui::{Popup, PopupCloseBehavior, Response, ScrollArea, TextEdit, Ui};

use super::muted;
use crate::model::words::fold;
use crate::ui::cx::Base;

/// One thing to choose.
#[derive(Clone, Debug)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// Its name.
    pub name: String,
}

/// The most names that are shown at once; more are found by typing.
const SHOWN: usize = 200;

/// A menu under `button` with a field to type in and the names that match; returns the
/// choice.
///
/// `choices` is only asked for while the menu is open.
pub fn picker<T: Clone>(
    ui: &mut Ui,
    base: &Base<'_>,
    button: &Response,
    name: &str,
    choices: impl FnOnce() -> Vec<Choice<T>>,
) -> Option<T> {
    let mut chosen = None;
    let theme = &base.theme;
    let popup = Popup::menu(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name)
        .width(theme.sizes.shell.inspector - theme.sizes.space.xxl * 2.0);
    let id = popup.get_id().with("typed");
    popup.show(|ui| {
        let mut typed = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
        let field = TextEdit::singleline(&mut typed)
            .hint_text(base.text.get("picker-hint"))
            .desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name(base.text.get("picker-hint"));
        if !response.has_focus() && !response.lost_focus() {
            response.request_focus();
        }
        let wanted = fold(&typed);
        let matching: Vec<_> =
            choices().into_iter().filter(|choice| fold(&choice.name).contains(&wanted)).collect();
        let last = matching.len().min(SHOWN).saturating_sub(1);
        let place_id = id.with("place");
        let mut place: usize = ui.data(|data| data.get_temp(place_id)).unwrap_or_default();
        if response.changed() {
            place = 0;
        }
        let (up, down) = ui.input(|input| {
            let pressed = |key| input.num_presses(key);
            (pressed(egui::Key::ArrowUp), pressed(egui::Key::ArrowDown))
        });
        place = (place + down).saturating_sub(up).min(last);
        ui.data_mut(|data| data.insert_temp(place_id, place));
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if enter {
            chosen = matching.get(place).map(|choice| choice.value.clone());
        }
        ScrollArea::vertical().max_height(theme.sizes.space.xxl * 8.0).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            for (at, choice) in matching.iter().take(SHOWN).enumerate() {
                let item = egui::Button::selectable(at == place, &choice.name).truncate();
                let item = ui.add(item);
                if at == place && up + down > 0 {
                    item.scroll_to_me(None);
                }
                if item.clicked() {
                    chosen = Some(choice.value.clone());
                }
            }
            if matching.is_empty() {
                ui.label(muted(theme, base.text.get("picker-nothing")));
            } else if matching.len() > SHOWN {
                ui.label(muted(theme, base.text.get("picker-more")));
            }
        });
        ui.data_mut(|data| data.insert_temp(id, typed));
        if chosen.is_some() {
            ui.data_mut(|data| {
                data.remove::<String>(id);
                data.remove::<usize>(place_id);
            });
            ui.close();
        }
    });
    let _ = ui;
    chosen
}
