//! The actions on what is chosen: in the bar below a list or the matrix, and in the menu of a row.
//! Both offer the same.

use egui::{Context, Key, Modifiers, Popup, PopupCloseBehavior, Response, SetOpenCommand, Ui};

use super::combo::take_keys;
use super::{Chip, choices::group_choices, drop_down, icon_button, picker, scrolled, strong};
use crate::command::Command;
use crate::document::{
    Made, can_mark, field_edit, fields_of_many, markings, membership_edit, values_of,
};
use crate::explain::{titles_of, value_words};
use crate::model::describe::{Column, Holds, Value};
use crate::model::{PartyId, RecordId, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Asked, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Chosen, RowKey};

/// The bar that says how many rows are chosen, with the actions on them.
pub(crate) fn bar(ui: &mut Ui, cx: &Cx<'_>, chosen: &mut Chosen) {
    let count = chosen.rows.len();
    if count < 2 {
        return;
    }
    frame(ui, cx, |ui| {
        let words = cx.text.with(msg!("chosen-rows"), &[("count", count.into())]);
        ui.label(strong(&cx.theme, words));
        ui.add_space(cx.theme.sizes.space.s);
        let records = chosen.records();
        let table = one_table(&records);
        if !records.is_empty() {
            ui.add_enabled_ui(!cx.read_only, |ui| {
                if let Some(table) = table {
                    menu_chip(ui, cx, cx.text.get(msg!("chosen-change")), |ui| {
                        fields(ui, cx, table, &records);
                    });
                }
                if records.iter().all(|record| can_mark(record.table)) {
                    menu_chip(ui, cx, cx.text.get(msg!("mark")), |ui| {
                        marks(ui, cx, || records.clone());
                    });
                }
                if table == Some(Table::Parties) {
                    add_to_group(ui, cx, || parties(&records));
                }
            });
        }
        copy_menu(ui, cx, &mut chosen.copies);
        if matches!(table, Some(Table::Parties | Table::Proposals)) {
            export(ui, cx);
        }
        let all = chosen.deletable();
        if !all.is_empty() {
            ui.add_enabled_ui(!cx.read_only, |ui| {
                if Chip::new(cx.text.get(msg!("chosen-delete"))).show(ui, &cx.theme).clicked() {
                    cx.push(Action::AskDelete(all));
                }
            });
        }
        if icon_button(ui, &cx.theme, Icon::Close, cx.text.get(msg!("chosen-none"))).clicked() {
            chosen.several.clear();
        }
    });
}

/// The frame of the bar, below the list or matrix.
pub(crate) fn frame(ui: &mut Ui, cx: &Cx<'_>, content: impl FnOnce(&mut Ui)) {
    let (theme, sizes) = (&cx.theme, cx.theme.sizes);
    let panel = egui::Panel::bottom("chosen").resizable(false);
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(0, 6));
    panel.frame(frame).show_separator_line(false).show(ui, |ui| {
        let line = ui.max_rect().expand(sizes.space.xs);
        ui.painter().hline(line.x_range(), line.top(), theme.hairline());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(sizes.space.xs);
            content(ui);
        });
    });
}

/// The menu of a row: for all chosen rows.
pub(crate) fn menu(ui: &mut Ui, cx: &Cx<'_>, chosen: &mut Chosen) {
    let records: Vec<_> = chosen.rows.iter().copied().filter_map(RowKey::record).collect();
    if one_table(&records).is_some() {
        changes(ui, cx, &records);
        ui.separator();
    }
    copies(ui, cx, &mut chosen.copies);
    if !chosen.deletes.is_empty() {
        ui.separator();
        delete(ui, cx, &chosen.deletes);
    }
}

/// The menu of one record outside any list, such as the head of a row of the matrix.
fn record_menu(ui: &mut Ui, cx: &Cx<'_>, record: RecordId) {
    changes(ui, cx, &[record]);
    if fields_of_many(record.table).next().is_some() || can_mark(record.table) {
        ui.separator();
    }
    delete(ui, cx, &[record]);
}

/// The menu of a record on the widget that shows it.
pub(crate) fn menu_of(cx: &Cx<'_>, shown: &Response, record: RecordId) {
    let asked = shown.has_focus() && is_menu_asked(&shown.ctx);
    menu_after(cx, (shown, asked), record, |_| {});
}

/// The same, below lines of its own; `asked` is whether a key asked for it.
pub(crate) fn menu_after(
    cx: &Cx<'_>,
    (shown, asked): (&Response, bool),
    record: RecordId,
    before: impl FnOnce(&mut Ui),
) {
    menu_on(shown, asked, |ui| {
        before(ui);
        record_menu(ui, cx, record);
    });
}

/// A menu at the pointer after a right click, or below the widget if it was asked for by a key.
pub(crate) fn menu_on(shown: &Response, asked: bool, content: impl FnOnce(&mut Ui)) {
    let clicked = shown.secondary_clicked();
    if !clicked && !asked && !shown.context_menu_opened() {
        return;
    }
    let below = shown.id.with("menu below");
    if clicked || asked {
        shown.ctx.data_mut(|data| data.insert_temp(below, asked));
    }
    if clicked {
        take_keys(&shown.ctx);
    }
    let mut popup = Popup::context_menu(shown);
    if asked {
        popup = popup.open_memory(Some(SetOpenCommand::Bool(true)));
    }
    if shown.ctx.data(|data| data.get_temp(below)).unwrap_or(false) {
        popup = popup.at_position(shown.rect.left_bottom());
    }
    popup.show(content);
}

/// Whether the menu of the focused widget was asked for: by its key, or by Shift+F10.
pub(crate) fn is_menu_asked(context: &Context) -> bool {
    context.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::Menu)
            || input.consume_key(Modifiers::SHIFT, Key::F10)
    })
}

/// The changes possible in records of one table.
fn changes(ui: &mut Ui, cx: &Cx<'_>, records: &[RecordId]) {
    let Some(table) = one_table(records) else { return };
    let text = cx.text;
    ui.add_enabled_ui(!cx.read_only, |ui| {
        if fields_of_many(table).next().is_some() {
            ui.menu_button(text.get(msg!("chosen-change")), |ui| fields(ui, cx, table, records));
        }
        if can_mark(table) {
            ui.menu_button(text.get(msg!("mark")), |ui| marks(ui, cx, || records.to_vec()));
        }
        if table == Table::Parties {
            ui.menu_button(text.get(msg!("chosen-to-group")), |ui| {
                groups(ui, cx, || parties(records));
            });
        }
    });
}

/// The line that asks whether to delete records.
fn delete(ui: &mut Ui, cx: &Cx<'_>, records: &[RecordId]) {
    let button = egui::Button::new(cx.text.get(msg!("chosen-delete")));
    if ui.add_enabled(!cx.read_only, button).clicked() {
        cx.push(Action::AskDelete(records.to_vec()));
        ui.close();
    }
}

/// The button to add parties to a group.
pub(crate) fn add_to_group(ui: &mut Ui, cx: &Cx<'_>, parties: impl Fn() -> Vec<PartyId>) {
    let words = cx.text.get(msg!("chosen-to-group"));
    let response = Chip::new(words).menu().show(ui, &cx.theme);
    let new = cx.text.get(msg!("chosen-new-group"));
    let chosen = picker(cx, &response, words, || {
        let new = super::Choice { value: None, name: new.to_owned() };
        let groups = group_choices(cx, |_| true).into_iter();
        let groups = groups.map(|it| super::Choice { value: Some(it.value), name: it.name });
        [new].into_iter().chain(groups).collect()
    });
    match chosen {
        Some(Some(group)) => join(cx, group, &parties()),
        Some(None) => cx.push(Action::Ask(Asked::NewGroup(parties()))),
        None => {}
    }
}

/// The menu to copy, with heads or without.
pub(crate) fn copy_menu(ui: &mut Ui, cx: &Cx<'_>, copied: &mut Option<bool>) {
    menu_chip(ui, cx, cx.text.get(msg!("copy")), |ui| copies(ui, cx, copied));
}

/// The chip to export what is chosen as a page.
pub(crate) fn export(ui: &mut Ui, cx: &Cx<'_>) {
    let export = Command::Export;
    if Chip::new(export.label(cx.text)).show(ui, &cx.theme).clicked() {
        cx.push(Action::Command(export));
    }
}

/// A line each to copy with heads and without.
pub(crate) fn copies(ui: &mut Ui, cx: &Cx<'_>, copied: &mut Option<bool>) {
    for (id, bare, keys) in
        [(msg!("copy-with-heads"), false, "Ctrl+C"), (msg!("copy-bare"), true, "Ctrl+Shift+C")]
    {
        let words = cx.text.get(id);
        let button = egui::Button::new(words).shortcut_text(keys);
        if ui.add(button).accessible_name(words).clicked() {
            *copied = Some(bare);
            ui.close();
        }
    }
}

/// A chip that opens a menu.
pub(crate) fn menu_chip(ui: &mut Ui, cx: &Cx<'_>, words: &str, content: impl FnOnce(&mut Ui)) {
    let response = Chip::new(words).menu().show(ui, &cx.theme);
    let popup = drop_down(&response).close_behavior(PopupCloseBehavior::CloseOnClick);
    popup.accessible_name(words).show(|ui| scroll(ui, cx, content));
}

fn scroll(ui: &mut Ui, cx: &Cx<'_>, content: impl FnOnce(&mut Ui)) {
    let most = (ui.content_rect().height() * 0.6).min(cx.theme.sizes.space.xxl * 14.0);
    scrolled(ui, most).show(ui, |ui| {
        ui.set_min_width(cx.theme.sizes.space.xxl * 5.0);
        content(ui);
    });
}

/// The fields that can be given one value: those with a list of values as menus, the others through
/// a dialog.
pub(crate) fn fields(ui: &mut Ui, cx: &Cx<'_>, table: Table, records: &[RecordId]) {
    let Some(record) = records.first().and_then(|id| cx.snapshot.find(*id)) else {
        ui.label(super::muted(&cx.theme, cx.text.get(msg!("chosen-no-entries"))));
        return;
    };
    let (mut listed, mut typed) = (Vec::new(), Vec::new());
    for column in fields_of_many(table) {
        let values = values_of(&record, column);
        if values.is_empty() { typed.push(column) } else { listed.push((column, values)) }
    }
    for (column, values) in listed {
        ui.menu_button(cx.text.field(column.name), |ui| {
            scroll(ui, cx, |ui| {
                for value in values {
                    if ui.button(words_of(cx, table, column, &value)).clicked() {
                        give(cx, records, column, &value);
                        ui.close();
                    }
                }
            });
        });
    }
    for column in typed {
        let words = format!("{}…", cx.text.field(column.name));
        if ui.button(words).clicked() {
            cx.push(Action::Ask(Asked::Field(records.to_vec(), column.name)));
            ui.close();
        }
    }
}

/// A value in words; nothing is *not filled in*.
fn words_of(cx: &Cx<'_>, table: Table, column: Column, value: &Value<'_>) -> String {
    let title = |record| crate::explain::record_title(cx.text, cx.snapshot, record);
    value_words(cx.text, table, column.name, value, &title)
}

/// Gives records one value in a field, and reports it.
pub(crate) fn give(cx: &Cx<'_>, records: &[RecordId], column: Column, value: &Value<'_>) {
    let Some(table) = records.first().map(|record| record.table) else { return };
    let text = cx.text;
    let held = match column.holds {
        Holds::Prose | Holds::Name => String::new(),
        _ => words_of(cx, table, column, value),
    };
    let field = text.field(column.name);
    let what = if held.is_empty() { field.to_owned() } else { format!("{field}: {held}") };
    let detail = format!("{} · {what}", titles_of(text, cx.snapshot, records));
    let made = Made { author: cx.author, day: cx.entry_day(), just_set: cx.just_set };
    let Some(edit) = field_edit(cx.snapshot, records, column.name, value, detail, made) else {
        return cx.push(Action::Say(text.get(msg!("chosen-cannot")).to_owned()));
    };
    let count = [("count", edit.records().count().into()), ("what", what.into())];
    let words = text.with(msg!("said-changed-many"), &count);
    cx.push(Action::ApplyAndSay(Box::new(edit), words));
}

/// A line for each marking.
pub(crate) fn marks(ui: &mut Ui, cx: &Cx<'_>, records: impl Fn() -> Vec<RecordId>) {
    let own = [("marking", cx.snapshot.dossier.marking.label().into())];
    let own = cx.text.with(msg!("marking-own"), &own);
    for marking in markings() {
        let words = marking.map_or(own.as_str(), |it| it.label());
        if ui.button(words).clicked() {
            cx.push(Action::AskMark(records(), marking));
            ui.close();
        }
    }
}

/// A line for each group, and one for a new one.
pub(crate) fn groups(ui: &mut Ui, cx: &Cx<'_>, parties: impl Fn() -> Vec<PartyId>) {
    scroll(ui, cx, |ui| {
        if ui.button(cx.text.get(msg!("chosen-new-group"))).clicked() {
            cx.push(Action::Ask(Asked::NewGroup(parties())));
            ui.close();
        }
        for choice in group_choices(cx, |_| true) {
            if ui.button(choice.name).clicked() {
                join(cx, choice.value, &parties());
                ui.close();
            }
        }
    });
}

/// Makes parties members of a group, and reports how many became one.
fn join(cx: &Cx<'_>, group: crate::model::GroupId, parties: &[PartyId]) {
    let Some(group) = cx.snapshot.groups.get(group) else { return };
    let edit = membership_edit(cx.snapshot, group, parties, cx.as_of);
    let count = [("count", edit.operations.len().into()), ("group", group.code.as_str().into())];
    let words = cx.text.with(msg!("said-joined"), &count);
    if edit.operations.is_empty() {
        cx.push(Action::Say(words));
    } else {
        cx.push(Action::ApplyAndSay(Box::new(edit), words));
    }
}

/// The table of all these records, if it is the same.
fn one_table(records: &[RecordId]) -> Option<Table> {
    let table = records.first()?.table;
    records.iter().all(|record| record.table == table).then_some(table)
}

fn parties(records: &[RecordId]) -> Vec<PartyId> {
    records.iter().map(|record| PartyId(record.id)).collect()
}
