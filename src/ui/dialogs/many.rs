//! One value for a field of many records, and a new group of many parties.

use egui::{TextEdit, Ui};

use super::super::cx::{Action, Cx};
use super::super::widgets::{
    Choice, When, button, combo_box, field_label, give, muted, option_value, paragraph, picker,
    primary_button, warning,
};
use crate::document::{found_together, membership_edit};
use crate::explain::{record_title, value_words};
use crate::model::describe::{Column, Holds, Value};
use crate::model::{Bilingual, Group, GroupKind, Keyed, PartyId, RecordId, Table};
use crate::text::msg;

/// A value that many records get.
#[derive(Clone, Debug)]
pub struct FieldDraft {
    /// The records, all of one table.
    pub records: Vec<RecordId>,
    /// The column.
    pub column: &'static str,
    /// The value as typed.
    pub typed: String,
    /// The record that is named, if the field names one.
    pub named: Option<RecordId>,
    /// Whether the field has had the focus.
    pub begun: bool,
}

/// A new group of chosen parties.
#[derive(Clone, Debug)]
pub struct GroupDraft {
    /// The parties.
    pub parties: Vec<PartyId>,
    /// Its code and name, as typed.
    pub name: String,
    /// Its kind.
    pub kind: GroupKind,
    /// Whether the field has had the focus.
    pub begun: bool,
}

pub(super) fn field(ui: &mut Ui, cx: &Cx<'_>, draft: &mut FieldDraft) {
    let (theme, text) = (&cx.theme, cx.text);
    let Some(table) = draft.records.first().map(|record| record.table) else { return };
    let Some(column) = table.description().column(draft.column) else { return };
    let count = [("count", draft.records.len().into())];
    paragraph(ui, text.with(msg!("many-question"), &count));
    let label = field_label(ui, theme, text.field(column.name));
    let mut entered = false;
    if let Holds::Id(named) = column.holds {
        let nothing = text.get(msg!("not-filled-in"));
        let shown = draft.named.map(|it| record_title(text, cx.snapshot, it));
        let shown = shown.unwrap_or_else(|| nothing.to_owned());
        let response = button(ui, theme, None, &shown).labelled_by(label.id);
        let chosen = picker(cx, &response, &shown, || records_of(cx, named));
        draft.named = chosen.unwrap_or(draft.named);
    } else {
        let several = column.holds == Holds::Prose && column.name.ends_with("note");
        let edit = if several {
            TextEdit::multiline(&mut draft.typed)
        } else {
            TextEdit::singleline(&mut draft.typed)
        };
        let response = ui.add(edit.desired_width(f32::INFINITY)).labelled_by(label.id);
        if !std::mem::replace(&mut draft.begun, true) {
            response.request_focus();
        }
        entered = !several
            && response.lost_focus()
            && ui.input(|input| input.key_pressed(egui::Key::Enter));
    }
    let value = value(cx, column, draft);
    let other = others(cx, column, draft);
    if other > 0 {
        warning(ui, theme, &text.with(msg!("many-replaced"), &[("count", other.into())]));
    }
    match &value {
        None if draft.typed.trim().is_empty() => {}
        None if needs_day(cx, column, draft) => {
            warning(ui, theme, text.get(msg!("many-unread-day")));
        }
        None => warning(ui, theme, text.get(msg!("many-unread"))),
        // As it was read, since the year may have been added.
        Some(day @ Value::Text(_)) if column.holds == Holds::Date => {
            let title = |record| record_title(text, cx.snapshot, record);
            let read = value_words(text, table, column.name, day, &title);
            paragraph(ui, muted(theme, read));
        }
        Some(_) => {}
    }
    paragraph(ui, muted(theme, text.get(msg!("delete-can-be-undone"))));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        let ready = value.is_some() && !cx.read_only;
        let press =
            ui.add_enabled_ui(ready, |ui| primary_button(ui, theme, text.get(msg!("many-change"))));
        if let Some(value) = value.filter(|_| press.inner.clicked() || entered && ready) {
            give(cx, &draft.records, column, &value);
            cx.push(Action::Dismiss);
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            cx.push(Action::Dismiss);
        }
    });
}

/// The value as stored; `None` if the typed text cannot be read.
fn value(cx: &Cx<'_>, column: Column, draft: &FieldDraft) -> Option<Value<'static>> {
    let typed = draft.typed.trim();
    match column.holds {
        Holds::Id(_) => {
            Some(draft.named.map_or(Value::Null, |it| Value::Text(it.id.to_string().into())))
        }
        Holds::Date => {
            let value = if typed.is_empty() {
                Value::Null
            } else if needs_day(cx, column, draft) {
                let day = When::Said.parse(cx.text, typed, cx.today)?;
                Value::Text(day.to_string().into())
            } else {
                Value::Text(cx.text.parse_date(typed, cx.today)?.to_string().into())
            };
            let record = cx.snapshot.find(*draft.records.first()?)?;
            record.with(column.name, value.clone()).map(|_| value)
        }
        _ => Some(Value::Text(draft.typed.trim_end().to_owned().into())),
    }
}

/// Whether the field wants a day, where a year or a month would not do.
fn needs_day(cx: &Cx<'_>, column: Column, draft: &FieldDraft) -> bool {
    let record = draft.records.first().and_then(|id| cx.snapshot.find(*id));
    let year = record.and_then(|record| record.with(column.name, Value::Text("2000".into())));
    column.holds == Holds::Date && year.is_none()
}

/// How many of the records have something in the field that would be replaced.
fn others(cx: &Cx<'_>, column: Column, draft: &FieldDraft) -> usize {
    let value = value(cx, column, draft);
    let records = found_together(cx.snapshot, &draft.records);
    records
        .iter()
        .filter(|record| {
            let mut values = record.values();
            let held = values.find(|(it, _)| it.name == column.name).map(|(_, held)| held);
            let empty = match &held {
                None | Some(Value::Null) => true,
                Some(Value::Text(words)) => words.trim().is_empty(),
                Some(Value::Integer(_) | Value::Real(_)) => false,
            };
            !empty && held != value
        })
        .count()
}

/// The records of a table that a field can refer to, and none.
fn records_of(cx: &Cx<'_>, table: Table) -> Vec<Choice<Option<RecordId>>> {
    let none = Choice { value: None, name: cx.text.get(msg!("not-filled-in")).to_owned() };
    let records = cx.snapshot.arena_records().map(|record| record.record_id());
    let records = records.filter(|record| record.table == table).map(|record| Choice {
        value: Some(record),
        name: record_title(cx.text, cx.snapshot, record),
    });
    [none].into_iter().chain(records).collect()
}

pub(super) fn group(ui: &mut Ui, cx: &Cx<'_>, draft: &mut GroupDraft) {
    let (theme, text) = (&cx.theme, cx.text);
    let count = [("count", draft.parties.len().into())];
    paragraph(ui, text.with(msg!("new-group-question"), &count));
    let label = field_label(ui, theme, text.field("name_en"));
    let field = TextEdit::singleline(&mut draft.name).desired_width(f32::INFINITY);
    let name = text.get(msg!("new-group-name"));
    let response = ui.add(field).accessible_name(name).labelled_by(label.id);
    if !std::mem::replace(&mut draft.begun, true) {
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let list = combo_box(ui, "kind of the new group", text.label(draft.kind), None, |ui| {
        for kind in GroupKind::ALL {
            option_value(ui, &mut draft.kind, *kind, text.label(*kind));
        }
    });
    list.accessible_name(text.field("kind"));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        let ready = !draft.name.trim().is_empty() && !cx.read_only;
        let press =
            ui.add_enabled_ui(ready, |ui| primary_button(ui, theme, text.get(msg!("make-group"))));
        if ready && (press.inner.clicked() || entered) {
            make(cx, draft);
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            cx.push(Action::Dismiss);
        }
    });
}

fn make(cx: &Cx<'_>, draft: &GroupDraft) {
    let name = draft.name.trim();
    let mut names = Bilingual::default();
    *names.get_mut(cx.text.language()) = name.to_owned();
    let group = Group::new(name, names, draft.kind);
    let edit = membership_edit(cx.snapshot, &group, &draft.parties, cx.as_of);
    let said = [("count", draft.parties.len().into()), ("group", name.into())];
    let words = cx.text.with(msg!("said-joined"), &said);
    cx.push(Action::Dismiss);
    cx.push(Action::ApplyAndSay(Box::new(edit), words));
}
