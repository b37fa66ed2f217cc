//! At the foot of every record: its comments and its history.

use uuid::Uuid;

use egui::{Frame, Id, Key, Margin, Modifiers, Panel, ScrollArea, TextEdit, Ui};

use crate::document::Edit;
use crate::explain::{change_words, record_title};
use crate::model::{Comment, RecordId, Table};
use crate::text::{Message, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Foot, Selection, ViewState};
use crate::ui::theme::points;
use crate::ui::widgets::{
    Chip, button, caption, draft_id, marking_chip, muted, paragraph, text_menu,
};

/// Draws the bar at the foot of the inspector with the selection's comments and history. It is
/// always in view, however long the record.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let Some(record) = subject(cx, state.inspected) else { return };
    let theme = &cx.theme;
    let frame = Frame::new().inner_margin(Margin::symmetric(0, points(theme.sizes.space.s)));
    let sizes = theme.sizes;
    // If the two chips do not fit side by side, the second is below the first.
    let lines = if fit_on_a_line(ui, cx, record) { 1.0 } else { 2.0 };
    let between = ui.spacing().item_spacing.y;
    let bar = lines * (sizes.shape.target + between) - between + 3.0 * sizes.space.s;
    let height = match state.foot {
        Some(_) => (ui.available_height() * 0.5).max(bar),
        None => bar,
    };
    let panel = Panel::bottom("remarks").exact_size(height).resizable(false).frame(frame);
    panel.show(ui, |ui| {
        ui.add_space(sizes.space.xs);
        ui.horizontal_wrapped(|ui| tabs(ui, cx, state, record));
        let Some(foot) = state.foot else { return };
        ui.add_space(sizes.space.s);
        let area = ScrollArea::vertical().id_salt((foot, record.id));
        area.auto_shrink(false).show(ui, |ui| match foot {
            Foot::Comments => comments(ui, cx, record),
            Foot::History => history(ui, cx, record),
        });
    });
    state.history_of = state.foot.filter(|foot| *foot == Foot::History).map(|_| record);
}

/// The chips at the foot, each with its words.
fn chips(cx: &Cx<'_>, record: RecordId) -> [(Foot, String); 2] {
    let text = cx.text;
    let open = cx.snapshot.comments.iter().filter(|it| it.about == record && it.is_open()).count();
    let comments = match open {
        0 => text.get(msg!("comments-here")).to_owned(),
        count => text.with(msg!("comments-open"), &[("count", count.into())]),
    };
    let history = text.get(msg!("record-history")).to_owned();
    [(Foot::Comments, comments), (Foot::History, history)]
}

fn fit_on_a_line(ui: &Ui, cx: &Cx<'_>, record: RecordId) -> bool {
    let between = ui.spacing().item_spacing.x;
    let widths = chips(cx, record).map(|(_, words)| Chip::new(&words).width(ui, &cx.theme));
    widths.iter().sum::<f32>() + between <= ui.available_width()
}

fn tabs(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, record: RecordId) {
    for (foot, words) in chips(cx, record) {
        let active = state.foot == Some(foot);
        if Chip::new(&words).active(active).show(ui, &cx.theme).clicked() {
            state.foot = (!active).then_some(foot);
            if state.foot == Some(Foot::Comments) {
                // Whoever opens the comments may begin to write.
                ui.data_mut(|data| data.insert_temp(begins(record.id), true));
            }
        }
    }
}

/// The record that comments on the selection belong to; for a cell, the entry in force.
fn subject(cx: &Cx<'_>, selection: Selection) -> Option<RecordId> {
    let snapshot = cx.snapshot;
    match selection {
        Selection::Nothing => None,
        Selection::Dossier => Some(snapshot.dossier.record_id()),
        Selection::Cell(proposal, party) => {
            let entry = snapshot.current_position(proposal, party, cx.as_of);
            Some(entry.map_or(proposal.into(), |entry| entry.id.into()))
        }
        Selection::GroupStance(proposal, group) => {
            let entry = snapshot.current_position(proposal, group, cx.as_of);
            Some(entry.map_or(proposal.into(), |entry| entry.id.into()))
        }
        Selection::Assessment(proposal, obstacle) => {
            let newest = snapshot.assessments_of(proposal, obstacle);
            Some(newest.first().map_or(proposal.into(), |it| it.record_id()))
        }
        Selection::Brief(proposal) => {
            let brief = snapshot.briefs.iter().find(|brief| brief.proposal == proposal)?;
            Some(brief.record_id())
        }
        Selection::Engagement(party) => {
            let it = snapshot.engagements.iter().find(|it| it.party == party);
            Some(it.map_or(party.into(), |it| it.record_id()))
        }
        Selection::Proposal(_)
        | Selection::Party(_)
        | Selection::Group(_)
        | Selection::Remedy(_)
        | Selection::Relation(_)
        | Selection::Meeting(_)
        | Selection::Paragraph(_)
        | Selection::Term(_)
        | Selection::RollCall(_)
        | Selection::Source(_)
        | Selection::Scenario(_) => selection.deletable(),
    }
}

fn comments(ui: &mut Ui, cx: &Cx<'_>, record: RecordId) {
    let (theme, text) = (&cx.theme, cx.text);
    let of_record: Vec<_> =
        cx.snapshot.comments.iter().filter(|comment| comment.about == record).collect();
    let mut remarks: Vec<_> = of_record.iter().filter(|it| it.answers.is_none()).collect();
    remarks.sort_by_key(|comment| (comment.made, comment.id));
    for remark in remarks {
        one(ui, cx, remark);
        let mut answers: Vec<_> =
            of_record.iter().filter(|it| it.answers == Some(remark.id)).collect();
        answers.sort_by_key(|comment| (comment.made, comment.id));
        ui.indent(remark.id, |ui| {
            answers.iter().for_each(|answer| one(ui, cx, answer));
            if !cx.read_only {
                below(ui, cx, record, remark);
            }
        });
    }
    if !cx.read_only {
        if let Some(words) = field(ui, cx, record.id, msg!("comment-new"), msg!("comment-add")) {
            let comment = new_comment(cx, record, words);
            cx.apply(Edit::add(comment, record_title(text, cx.snapshot, record)));
        }
    } else if of_record.is_empty() {
        ui.label(muted(theme, text.get(msg!("comments-none"))));
    }
}

/// A comment on a confidential record is as confidential: it gets the same marking.
fn new_comment(cx: &Cx<'_>, about: RecordId, words: String) -> Comment {
    let marking = cx.snapshot.marking_about(about);
    Comment { marking, ..Comment::new(about, words, cx.author, cx.now) }
}

fn one(ui: &mut Ui, cx: &Cx<'_>, comment: &Comment) {
    let theme = &cx.theme;
    ui.horizontal_wrapped(|ui| {
        let icon = if comment.resolved { Icon::Check } else { Icon::Comment };
        ui.label(icon.text(theme).color(theme.colours.muted));
        let by = format!("{} · {}", comment.author, cx.text.moment(comment.made));
        ui.label(caption(theme, by));
        if let Some(marking) = comment.marking {
            marking_chip(ui, theme, marking);
        }
        if comment.resolved {
            ui.label(caption(theme, cx.text.get(msg!("comment-resolved"))));
        }
    });
    paragraph(ui, &comment.text);
    ui.add_space(theme.sizes.space.xs);
}

/// Actions on a comment: reply, resolve, delete.
fn below(ui: &mut Ui, cx: &Cx<'_>, record: RecordId, remark: &Comment) {
    let (theme, text) = (&cx.theme, cx.text);
    let detail = record_title(text, cx.snapshot, record);
    let id = Id::unique(("answer", remark.id.0));
    // A half-typed reply is continued.
    let begun = draft_id(RecordId { table: Table::Comments, id: remark.id.0 }, "text");
    let answering = ui.data(|data| {
        data.get_temp::<bool>(id).unwrap_or(false) || data.get_temp::<String>(begun).is_some()
    });
    ui.horizontal_wrapped(|ui| {
        if !answering && button(ui, theme, None, text.get(msg!("comment-answer"))).clicked() {
            ui.data_mut(|data| {
                data.insert_temp(id, true);
                data.insert_temp(begins(remark.id.0), true);
            });
        }
        let words = if remark.resolved { msg!("comment-reopen") } else { msg!("comment-resolve") };
        if button(ui, theme, None, text.get(words)).clicked() {
            let changed = Comment { resolved: !remark.resolved, ..remark.clone() };
            cx.apply(Edit::change(changed, detail.as_str()));
        }
        if button(ui, theme, Some(Icon::Delete), text.get(msg!("comment-delete"))).clicked() {
            let comment = RecordId { table: Table::Comments, id: remark.id.0 };
            cx.apply(Edit::delete(cx.snapshot, comment, detail.as_str()));
        }
    });
    if answering
        && let Some(words) =
            field(ui, cx, remark.id.0, msg!("comment-answer"), msg!("comment-add-answer"))
    {
        ui.data_mut(|data| data.remove::<bool>(id));
        let answer = Comment { answers: Some(remark.id), ..new_comment(cx, record, words) };
        cx.apply(Edit::add(answer, detail));
    }
    ui.add_space(theme.sizes.space.s);
}

/// Where it is noted that the field for a comment or reply on this gets the focus.
fn begins(about: Uuid) -> Id {
    Id::unique(("comment-begins", about))
}

/// A text field with a button; returns the text when the button or Ctrl+Enter is pressed.
/// Half-typed text is kept under `about`.
fn field(ui: &mut Ui, cx: &Cx<'_>, about: Uuid, name: Message, add: Message) -> Option<String> {
    let kept = RecordId { table: Table::Comments, id: about };
    let id = draft_id(kept, "text");
    let mut typed = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let words = cx.text.get(name);
    let field_id = id.with("field");
    let field = TextEdit::multiline(&mut typed)
        .id(field_id)
        .desired_rows(2)
        .desired_width(f32::INFINITY)
        .hint_text(words);
    // Before the field is drawn, which would take Enter for a new line.
    let has_focus = ui.memory(|memory| memory.has_focus(field_id));
    let sent = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let response = ui.add(field).accessible_name(words);
    if ui.data_mut(|data| data.remove_temp::<bool>(begins(about))) == Some(true) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    text_menu(ui, cx, &response);
    if response.changed() {
        let typed = (!typed.is_empty()).then(|| typed.clone());
        ui.data_mut(|data| data.insert_temp(id, typed.clone().unwrap_or_default()));
        cx.push(Action::Draft(kept, "text", typed));
    }
    let enabled = !typed.trim().is_empty();
    let pressed = ui
        .add_enabled_ui(enabled, |ui| {
            button(ui, &cx.theme, Some(Icon::Comment), cx.text.get(add)).clicked()
        })
        .inner;
    if !(pressed || sent && enabled) {
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    cx.push(Action::Draft(kept, "text", None));
    Some(typed.trim().to_owned())
}

/// Who changed the record, what and when; a field can be given its old value.
fn history(ui: &mut Ui, cx: &Cx<'_>, record: RecordId) {
    let (theme, text) = (&cx.theme, cx.text);
    if cx.record_changes.is_empty() {
        ui.label(muted(theme, text.get(msg!("record-history-empty"))));
    }
    for recorded in cx.record_changes.iter().rev() {
        let (step, change) = (&recorded.step, &recorded.change);
        let mut by = format!("{} · {}", cx.author_of(step), text.moment(step.time));
        if step.merged.is_some() {
            by = format!("{by} · {}", crate::text::lower(text.get(msg!("history-merged"))));
        }
        ui.label(caption(theme, by));
        let [from, to] = change_words(text, cx.snapshot, change);
        let words = match change.field.as_deref() {
            None => text.get(msg!("record-added")).to_owned(),
            Some("deleted") if to == text.get(msg!("yes")) => {
                text.get(msg!("record-deleted")).to_owned()
            }
            Some("deleted") => text.get(msg!("record-back")).to_owned(),
            Some(field) => format!("{}: {from} → {to}", text.field(field)),
        };
        paragraph(ui, words);
        let field = change.field.as_deref().filter(|field| *field != "deleted");
        // The content of an entry is never edited; another entry corrects it.
        let dated = matches!(record.table, Table::Positions | Table::Assessments);
        if field.is_some() && !dated && !cx.read_only && step.merged.is_none() {
            let words = text.with(msg!("record-restore"), &[("value", from.into())]);
            if button(ui, theme, Some(Icon::Undo), &words).clicked() {
                cx.push(Action::RestoreField(Box::new(change.clone())));
            }
        }
        ui.add_space(theme.sizes.space.s);
    }
}
