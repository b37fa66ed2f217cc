//! Choosing one of many by typing part of its name.

use egui::{Id, Popup, PopupCloseBehavior, Response, TextEdit, TextStyle, Ui};

use super::combo::opened_by_letters;
use super::{drop_down, muted, popup_margin, scrolled};
use crate::model::words::fold;
use crate::text::msg;
use crate::ui::cx::Base;
use crate::ui::theme::Theme;

/// An item to choose.
#[derive(Clone, Debug)]
pub struct Choice<T> {
    /// The value returned.
    pub value: T,
    /// Its name.
    pub name: String,
}

/// Names shown at once; the rest are found by typing.
const SHOWN: usize = 200;

/// A menu under `button` with a field to type in and the matching names; returns the item chosen.
///
/// `choices` is only called while the menu is open.
pub(crate) fn picker<T: Clone>(
    base: &Base<'_>,
    button: &Response,
    name: &str,
    choices: impl FnOnce() -> Vec<Choice<T>>,
) -> Option<T> {
    picker_or_new(base, button, name, choices, |_| None, |_| false)
}

/// The same, where the keys start from the present choice.
pub(crate) fn picker_from<T: Clone + PartialEq>(
    base: &Base<'_>,
    button: &Response,
    name: &str,
    now: &T,
    choices: impl FnOnce() -> Vec<Choice<T>>,
) -> Option<T> {
    picker_or_new(base, button, name, choices, |_| None, |it| it == now)
}

/// The same, where the typed text can also become a new item, which comes last; `is_now` tells the
/// present choice.
pub(crate) fn picker_or_new<T: Clone>(
    base: &Base<'_>,
    button: &Response,
    name: &str,
    choices: impl FnOnce() -> Vec<Choice<T>>,
    new: impl FnOnce(&str) -> Option<Choice<T>>,
    is_now: impl Fn(&T) -> bool,
) -> Option<T> {
    let mut chosen = None;
    let theme = &base.theme;
    let popup = drop_down(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name);
    let id = typed_id(popup.get_id());
    let (tallest_id, width_id) = (id.with("tallest"), id.with("width"));
    let shown = popup.show(|ui| {
        // Were it to shrink while it is narrowed, it would change sides, and its field would move.
        let tallest: f32 = ui.data(|data| data.get_temp(tallest_id)).unwrap_or_default();
        ui.set_min_height(tallest);
        let choices = choices();
        // It keeps its width too, whichever names are left.
        let before = ui.data(|data| data.get_temp::<f32>(width_id));
        let opens = before.is_none();
        let width = before.unwrap_or_else(|| widest(ui, theme, &choices).max(button.rect.width()));
        ui.set_width(width);
        let mut typed = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
        let field = TextEdit::singleline(&mut typed)
            .hint_text(base.text.get(msg!("picker-hint")))
            .margin(popup_margin(theme))
            .desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name(base.text.get(msg!("picker-hint")));
        if !response.has_focus() && !response.lost_focus() {
            response.request_focus();
        }
        let wanted = fold(&typed);
        let mut matching: Vec<_> = choices
            .into_iter()
            .filter_map(|choice| Some((likeness(&fold(&choice.name), &wanted)?, choice)))
            .collect();
        matching.sort_by_key(|(likeness, _)| *likeness);
        let exact = matching.first().is_some_and(|(likeness, _)| *likeness == 0);
        let new = Some(typed.trim()).filter(|typed| !typed.is_empty() && !exact).and_then(new);
        let matching = matching.into_iter().map(|(_, choice)| choice);
        // With many items only some are drawn; the new one is always within reach.
        let room = SHOWN - usize::from(new.is_some());
        let is_more = matching.len() > room;
        let matching: Vec<_> = matching.take(room).chain(new).collect();
        let last = matching.len().saturating_sub(1);
        let place_id = id.with("place");
        let mut place: usize = ui.data(|data| data.get_temp(place_id)).unwrap_or_default();
        if opens && typed.is_empty() {
            place = matching.iter().position(|it| is_now(&it.value)).unwrap_or_default();
        } else if response.changed() {
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
        scrolled(ui, theme.sizes.space.xxl * 8.0).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            for (at, choice) in matching.iter().enumerate() {
                let item = egui::Button::selectable(at == place, &choice.name).truncate();
                let item = ui.add(item);
                if at == place && (opens || up + down > 0) {
                    item.scroll_to_me(None);
                }
                if item.clicked() {
                    chosen = Some(choice.value.clone());
                }
            }
            if matching.is_empty() {
                ui.label(muted(theme, base.text.get(msg!("picker-nothing"))));
            } else if is_more {
                ui.label(muted(theme, base.text.get(msg!("picker-more"))));
            }
        });
        ui.data_mut(|data| data.insert_temp(id, typed));
        if !ui.is_sizing_pass() {
            let height = ui.min_rect().height();
            ui.data_mut(|data| {
                data.insert_temp(tallest_id, height);
                data.insert_temp(width_id, width);
            });
        }
        if chosen.is_some() {
            ui.close();
        }
    });
    if shown.is_none() || chosen.is_some() {
        // However it was closed, the typed text belonged to that one choice.
        button.ctx.data_mut(|data| {
            data.remove::<String>(id);
            data.remove::<usize>(id.with("place"));
            data.remove::<f32>(tallest_id);
            data.remove::<f32>(width_id);
        });
    }
    chosen
}

/// Where the text typed in a menu is kept.
fn typed_id(menu: Id) -> Id {
    menu.with("typed")
}

/// Lets a button with such a menu open it by letters, which are the first that it searches for;
/// on screens whose keys are letters it does not.
pub(crate) fn hears_letters(button: &Response) {
    if let Some(letters) = opened_by_letters(button) {
        let id = typed_id(Popup::default_response_id(button));
        button.ctx.data_mut(|data| data.insert_temp(id, letters));
    }
}

/// The width at which the names to choose from are read in full, up to half of the window.
fn widest<T>(ui: &Ui, theme: &Theme, choices: &[Choice<T>]) -> f32 {
    let least = theme.sizes.shell.inspector - theme.sizes.space.xxl * 2.0;
    let most = ui.content_rect().width() / 2.0;
    let font = TextStyle::Button.resolve(ui.style());
    let width = |choice: &Choice<T>| {
        let name = choice.name.clone();
        ui.painter().layout_no_wrap(name, font.clone(), theme.colours.ink).size().x
    };
    let names = choices.iter().take(SHOWN).map(width).fold(0.0, f32::max);
    let around = 2.0 * ui.spacing().button_padding.x + ui.spacing().scroll.allocated_width();
    (names + around).ceil().min(most).max(least)
}

/// How well a name matches what was typed, 0 being best: the whole code or name, its beginning, the
/// beginning of a word, anywhere. `None` if not at all.
fn likeness(name: &str, wanted: &str) -> Option<u8> {
    let part = |matches: &dyn Fn(&str) -> bool| name.split(" · ").any(matches);
    if part(&|part| part == wanted) {
        Some(0)
    } else if part(&|part| part.starts_with(wanted)) {
        Some(1)
    } else if name.split_whitespace().any(|word| word.starts_with(wanted)) {
        Some(2)
    } else {
        name.contains(wanted).then_some(3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_code_comes_before_a_part_of_a_name() {
        let wanted = "eu";
        let found = ["coe · council of europe", "eu · european union", "osce · vienna", "eurasia"]
            .map(|name| likeness(name, wanted));
        assert_eq!(found, [Some(2), Some(0), None, Some(1)]);
    }
}
