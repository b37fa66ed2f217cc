//! The other names of a party or a group, by which imported tables may call it.

use egui::{Key, TextEdit, Ui};

use crate::document::Edit;
use crate::model::{Alias, RecordId, Speaker, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::widgets::{button, draft_id, icon_button, section, text_menu};

/// Lists the other names of `of`, which is shown as `name`, with ways to remove and add one.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, of: Speaker, name: &str) {
    let (theme, text) = (&cx.theme, cx.text);
    let aliases: Vec<_> = cx.snapshot.aliases.iter().filter(|it| it.of == of).collect();
    if cx.read_only && aliases.is_empty() {
        return;
    }
    section(ui, theme, text.get(msg!("other-names")));
    for alias in aliases {
        ui.horizontal(|ui| {
            if !cx.read_only {
                let words = text.with(msg!("remove"), &[("what", alias.name.as_str().into())]);
                if icon_button(ui, theme, Icon::Close, &words).clicked() {
                    let detail = format!("{name} · {}", alias.name);
                    cx.apply(Edit::delete(cx.snapshot, alias.record_id(), detail));
                }
            }
            ui.add(egui::Label::new(alias.name.as_str()).truncate());
        });
    }
    if !cx.read_only
        && let Some(typed) = new_name(ui, cx, of)
    {
        let detail = format!("{name} · {typed}");
        cx.apply(Edit::add(Alias::new(of, typed), detail));
    }
}

/// The field for another name; returns it when it is to be added.
fn new_name(ui: &mut Ui, cx: &Cx<'_>, of: Speaker) -> Option<String> {
    let id = match of {
        Speaker::Party(id) => id.0,
        Speaker::Group(id) => id.0,
    };
    let kept = RecordId { table: Table::Aliases, id };
    let memory = draft_id(kept, "name");
    let mut typed = ui.data(|data| data.get_temp::<String>(memory)).unwrap_or_default();
    let words = cx.text.get(msg!("other-name-new"));
    let field = TextEdit::singleline(&mut typed).desired_width(f32::INFINITY).hint_text(words);
    let response = ui.add(field).accessible_name(words);
    text_menu(ui, cx, &response);
    if response.changed() {
        let draft = (!typed.is_empty()).then(|| typed.clone());
        ui.data_mut(|data| data.insert_temp(memory, typed.clone()));
        cx.push(Action::Draft(kept, "name", draft));
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let filled = !typed.trim().is_empty();
    let pressed = ui
        .add_enabled_ui(filled, |ui| {
            button(ui, &cx.theme, Some(Icon::Add), cx.text.get(msg!("other-name-add"))).clicked()
        })
        .inner;
    if !filled || !(entered || pressed) {
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(memory));
    cx.push(Action::Draft(kept, "name", None));
    Some(typed.trim().to_owned())
}
