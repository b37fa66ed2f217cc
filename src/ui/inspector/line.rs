//! All entries of a party or a group on one proposal. Setting a stance adds an entry; the selected
//! entry has its form below it.

use std::collections::HashSet;

use egui::{RichText, Ui};

use super::{give_focus, wants_focus};
use crate::analysis::asked_again;
use crate::document::{Edit, NewStance, StepName, correction_edit, redate_edit, stance_edit};
use crate::explain::record_title;
use crate::model::{Position, PositionId, ProposalId, Speaker, Stance, stance};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::ViewState;
use crate::ui::widgets::{
    Form, When, acts, caption, icon_button, muted, paragraph, section, stance_badge,
    stance_buttons_begun, warning,
};

/// A speaker and a proposal, with the words the history uses for them.
pub(super) struct Subject<'a> {
    /// The proposal.
    pub(super) proposal: ProposalId,
    /// The party or group.
    pub(super) by: Speaker,
    /// Both in words: `Brazil · A/RES/73/27`.
    pub(super) detail: &'a str,
}

/// Draws the buttons that add an entry dated the day shown. A party without an entry of its own
/// shows what its groups say: `inherited`, or `None` if no group speaks for it.
pub(super) fn buttons(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    subject: &Subject<'_>,
    current: Option<&Position>,
    inherited: Option<Option<Stance>>,
) {
    let (theme, text) = (&cx.theme, cx.text);
    let own = current.map(|entry| entry.stance);
    let held = own.or(if inherited.is_some() { None } else { Some(None) });
    let shown = own.or(inherited).flatten();
    let day = cx.entry_day();
    let words = text.with(msg!("cell-new-entry"), &[("day", text.day(day).into())]);
    ui.label(caption(theme, words));
    // Without an entry there is no form for the keys to go to.
    let begin = current.is_none() && !cx.read_only && wants_focus(state);
    let row = |ui: &mut Ui| stance_buttons_begun(ui, theme, text, held, begin);
    let pressed = ui.add_enabled_ui(!cx.read_only, row).inner;
    if let Some(stance) = pressed {
        let new = NewStance { proposal: subject.proposal, by: subject.by, stance };
        let name = if stance.is_some() { StepName::SetStance } else { StepName::ClearStance };
        let edit = stance_edit(cx.snapshot, name, subject.detail, &[new], day, cx.author);
        edit.into_iter().for_each(|edit| cx.apply(edit));
    }
    ui.add_space(theme.sizes.space.xs);
    ui.label(format!("{}  {}", stance::sign(shown), text.stance(shown)));
}

/// Entries of a line that are shown.
const MOST: usize = 200;

/// Says if the stance was taken on words that have changed since; it still counts.
fn taken_on(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject<'_>) {
    let id = egui::Id::unique("asked-again");
    let found = cx.kept_for(ui, id, (subject.proposal, subject.by, cx.as_of), || {
        let found = asked_again(cx.snapshot, subject.proposal, cx.as_of);
        let of = found.iter().find(|it| it.by == subject.by)?;
        let moved: Vec<_> = of.moved.iter().map(|it| it.number.as_str()).collect();
        Some((of.taken_on.name.clone(), moved.len(), moved.join(", ")))
    });
    if let Some((version, count, moved)) = &*found {
        let values = [
            ("version", version.as_str().into()),
            ("count", (*count).into()),
            ("paragraphs", moved.as_str().into()),
        ];
        warning(ui, &cx.theme, cx.text.with(msg!("entry-taken-on"), &values).as_str());
    }
}

/// The entries, newest first; the selected one has its form below it.
pub(super) fn entries(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    subject: &Subject<'_>,
    current: Option<&Position>,
) {
    let (theme, text) = (&cx.theme, cx.text);
    let line = cx.snapshot.line(subject.proposal, subject.by);
    section(ui, theme, text.get(msg!("cell-entries")));
    if line.is_empty() {
        paragraph(ui, muted(theme, text.get(msg!("cell-nothing-recorded"))));
        return;
    }
    taken_on(ui, cx, subject);
    // The selected entry stays open until another becomes the current one, to which new evidence
    // then belongs.
    let memory = open_entry();
    let now = current.map(|entry| entry.id);
    let chosen = ui.data(|data| data.get_temp::<(PositionId, Option<PositionId>)>(memory));
    let chosen = chosen.filter(|(_, then)| *then == now).map(|(chosen, _)| chosen);
    let is_there = |id: &PositionId| line.iter().any(|entry| entry.id == *id);
    let open = chosen.filter(is_there).or(now);
    let corrected: HashSet<_> = line.iter().filter_map(|entry| entry.replaces).collect();
    // The newest ones and the selected one: a line can be as long as the whole file.
    let shown = line.iter().enumerate();
    let shown = shown.filter(|(place, entry)| *place < MOST || open == Some(entry.id));
    for (_, entry) in shown {
        let replaced = corrected.contains(&entry.id);
        ui.horizontal(|ui| {
            stance_badge(ui, theme, text, entry.stance);
            let mut words = RichText::new(text.day(entry.date));
            if replaced {
                words = words.strikethrough().color(theme.colours.muted);
            }
            let is_open = open == Some(entry.id);
            let name = format!("{}, {}", text.day(entry.date), text.stance(entry.stance));
            let button = egui::Button::selectable(is_open, words);
            let button = ui.add(button).accessible_name(name);
            acts::menu_of(cx, &button, entry.record_id());
            if button.clicked() {
                ui.data_mut(|data| data.insert_temp(memory, (entry.id, now)));
            }
            let source = entry.source.and_then(|id| cx.snapshot.sources.get(id));
            let words = match (replaced, source) {
                (true, _) => text.get(msg!("cell-corrected")),
                (false, Some(source)) => source.short(),
                (false, None) => text.get(msg!("cell-no-source")),
            };
            ui.add(egui::Label::new(caption(theme, words)).truncate());
        });
        if open == Some(entry.id) && replaced {
            // A corrected entry can be read, but no longer changed.
            paragraph(ui, muted(theme, &entry.words));
            ui.label(caption(theme, &entry.author));
        } else if open == Some(entry.id) {
            form(ui, cx, state, subject, entry);
        }
    }
    if let Some(older) = line.len().checked_sub(MOST).filter(|older| *older > 0) {
        let words = text.with(msg!("cell-older"), &[("count", older.into())]);
        paragraph(ui, muted(theme, words));
    }
}

fn form(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, subject: &Subject<'_>, entry: &Position) {
    let mut draft = entry.clone();
    let record = entry.record_id();
    let mut form = Form::new(ui, cx, record);
    give_focus(state, &mut form, &["reason"]);
    correct(ui, cx, &mut form, entry);
    form.day(ui, "date", &mut draft.date, When::Said);
    form.choice_or_none(ui, "forum", &mut draft.forum);
    form.choice_or_none(ui, "certainty", &mut draft.certainty);
    form.source(ui, &mut draft.source);
    form.text(ui, "words", &mut draft.words);
    let blocks = matches!(entry.stance, Some(Stance::Object | Stance::Reserve));
    if blocks || !entry.reason.is_empty() {
        form.sentence(ui, "reason", &mut draft.reason);
    }
    form.sentence(ui, "condition", &mut draft.condition);
    form.flag(ui, "hold", &mut draft.hold);
    form.salience(ui, &mut draft.salience);
    form.marking(ui, &mut draft.marking);
    // Evidence can be completed in place; another day, like another stance, makes a new entry.
    let moved = draft.date != entry.date;
    let edit = if moved {
        if draft.date > cx.today {
            // The entry would then be later than the day shown, and disappear together with its
            // form.
            let day = [("day", cx.text.day(draft.date).into())];
            cx.push(Action::Say(cx.text.with(msg!("said-yet-to-come"), &day)));
        }
        let just_set = cx.just_set.contains(&entry.id);
        let line = cx.snapshot.line(subject.proposal, subject.by);
        let corrects = line.iter().find(|it| entry.replaces == Some(it.id));
        let days = (corrects.map(|it| it.date), cx.entry_day());
        let (edit, dated) = redate_edit(&draft, just_set, days, cx.author, subject.detail);
        // The form of a new entry takes over where this one was left by Enter.
        state.focus_inspector |= !just_set && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if just_set {
            let open = (dated.id, Some(after_moving(cx, subject, entry, &dated)));
            ui.data_mut(|data| data.insert_temp(open_entry(), open));
        }
        Some(edit)
    } else {
        (draft != *entry).then(|| Edit::change(draft, subject.detail))
    };
    form.finish(ui, edit);
    ui.horizontal(|ui| {
        if !entry.author.is_empty() {
            let author = [("author", entry.author.as_str().into())];
            ui.label(caption(&cx.theme, cx.text.with(msg!("cell-author"), &author)));
        }
        let words = cx.text.get(msg!("delete-entry"));
        let delete = ui
            .add_enabled_ui(!cx.read_only, |ui| icon_button(ui, &cx.theme, Icon::Delete, words))
            .inner;
        if delete.clicked() {
            cx.push(Action::AskDelete(vec![record]));
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
}

/// The entry that is current once one has been moved to another day.
fn after_moving(
    cx: &Cx<'_>,
    subject: &Subject<'_>,
    entry: &Position,
    moved: &Position,
) -> PositionId {
    let line = cx.snapshot.line(subject.proposal, subject.by);
    let others = line.iter().filter(|it| it.id != entry.id);
    let replaced: HashSet<_> = others.clone().filter_map(|it| it.replaces).collect();
    let held = others.filter(|it| !replaced.contains(&it.id) && it.date <= cx.as_of);
    let newest = held.map(|it| (it.date, it.id)).chain([(moved.date, moved.id)]);
    newest.max().map_or(moved.id, |(_, id)| id)
}

/// The id under which the entry with the open form is stored, with the entry that was current at
/// the time.
fn open_entry() -> egui::Id {
    egui::Id::unique("open-entry")
}

/// Corrects an entry's stance with a new entry that replaces it.
fn correct(ui: &mut Ui, cx: &Cx<'_>, form: &mut Form<'_>, entry: &Position) {
    let mut stance: Option<Stance> = entry.stance;
    form.stance(ui, &mut stance);
    if stance != entry.stance {
        let title = record_title(cx.text, cx.snapshot, entry.record_id());
        cx.apply(correction_edit(entry, stance, cx.author, title));
    }
}
