//! The command palette and full-text search: a field with a list below it, driven from the
//! keyboard.

use egui::{Id, Key, TextEdit, Ui, WidgetInfo};

use super::super::cx::{Action, Base, Cx};
use super::super::selection;
use super::super::state::Selection;
use super::super::theme::Theme;
use super::super::views::screen_of;
use super::super::widgets::{busy, caption, muted, scrolled, strong, text_menu};
use crate::command::{Command, Facts, Screen, written};
use crate::document::{SearchIndex, excerpt};
use crate::explain::title_of;
use crate::model::words::fuzzy;
use crate::model::{RecordId, Table};
use crate::text::msg;

/// The text typed, and the selected line.
#[derive(Clone, Debug, Default)]
pub struct FinderDraft {
    /// The text typed.
    pub typed: String,
    /// The line Enter takes.
    pub place: usize,
    /// The facts that decide which commands are enabled.
    pub facts: Facts,
}

/// The command palette: everything that can be done now, found by part of its name.
pub(super) fn palette(ui: &mut Ui, base: &Base<'_>, draft: &mut FinderDraft) {
    let text = base.text;
    let (enter, moved) = field(ui, base, draft, text.get(msg!("palette-hint")));
    let commands = Command::all().filter(|command| command.is_enabled(&draft.facts));
    let recent = Id::unique("palette-recent");
    let used: Vec<Command> = ui.data(|data| data.get_temp(recent)).unwrap_or_default();
    let nothing = draft.typed.trim().is_empty();
    let mut found: Vec<_> = commands
        .filter_map(|command| {
            let rank = fuzzy(command.label(text), &draft.typed)?;
            // With nothing typed, those used last come first, then all of them as in the menus.
            let last = used.iter().position(|it| *it == command).unwrap_or(used.len());
            Some((if nothing { (last, 0) } else { (0, rank) }, command))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    draft.place = draft.place.min(found.len().saturating_sub(1));
    let mut taken = None;
    list(ui, base, |ui| {
        if found.is_empty() {
            ui.label(muted(&base.theme, text.get(msg!("list-nothing-matches"))));
        }
        for (place, (_, command)) in found.iter().enumerate() {
            let keys = command.shortcuts().first().map(|keys| written(ui, keys));
            let chosen = place == draft.place;
            let line = Line { words: command.label(text), more: keys.unwrap_or_default() };
            let response = line.show(ui, &base.theme, chosen);
            if chosen && moved {
                response.scroll_to_me(None);
            }
            if response.clicked() || (chosen && enter) {
                taken = Some(*command);
            }
        }
    });
    if let Some(command) = taken {
        let before = used.into_iter().filter(|it| *it != command);
        let used: Vec<_> = [command].into_iter().chain(before).take(FEW).collect();
        ui.data_mut(|data| data.insert_temp(recent, used));
        base.push(Action::Dismiss);
        base.push(Action::Command(command));
    }
}

/// One line of a list.
struct Line<'a> {
    words: &'a str,
    more: String,
}

impl Line<'_> {
    fn show(&self, ui: &mut Ui, theme: &Theme, chosen: bool) -> egui::Response {
        let button = egui::Button::selectable(chosen, self.words)
            .right_text(caption(theme, self.more.as_str()))
            .truncate();
        let width = ui.available_width();
        let response = ui.add(button.min_size(egui::vec2(width, theme.sizes.row.list)));
        response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, chosen, self.words));
        response
    }
}

/// Hits shown per kind before the user asks for all of that kind, and commands used last that come first.
const FEW: usize = 6;

/// Full-text search: every record that contains the words, by kind, with the matching passage.
pub(super) fn search(ui: &mut Ui, cx: &Cx<'_>, draft: &mut FinderDraft) {
    let text = cx.text;
    let (enter, moved) = field(ui, cx, draft, text.get(msg!("search-hint")));
    let Some(index) = cx.search else {
        ui.horizontal(|ui| {
            busy(ui, &cx.theme);
            ui.label(muted(&cx.theme, text.get(msg!("search-building"))));
        });
        return;
    };
    let found = results(ui, cx, index, &draft.typed);
    let lines = found.iter().map(|(.., hits)| hits.len()).sum::<usize>();
    draft.place = draft.place.min(lines.saturating_sub(1));
    let mut taken = None;
    list(ui, cx, |ui| {
        if lines == 0 {
            let words = if draft.typed.trim().is_empty() {
                text.get(msg!("search-about"))
            } else {
                text.get(msg!("list-nothing-matches"))
            };
            ui.label(muted(&cx.theme, words));
        }
        let mut place = 0;
        for (table, count, more, hits) in found.iter() {
            let arguments = [("kind", text.label(*table).into()), ("count", (*count).into())];
            let words = if *more {
                text.with(msg!("search-kind-more"), &arguments)
            } else {
                text.with(msg!("search-kind"), &arguments)
            };
            let head = ui.label(strong(&cx.theme, words));
            head.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, text.label(*table)));
            for hit in hits {
                let chosen = place == draft.place;
                let response = hit_line(ui, cx, hit, chosen);
                if chosen && moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() || (chosen && enter) {
                    taken = Some(hit.record);
                }
                place += 1;
            }
        }
    });
    if let Some(record) = taken {
        go(cx, record);
    }
}

/// One hit, as shown.
#[derive(Clone, Debug)]
struct Hit {
    record: RecordId,
    title: String,
    excerpt: [String; 3],
}

type Results = Vec<(Table, usize, bool, Vec<Hit>)>;

/// Searches once per typed text and state of the dossier, and caches the result.
fn results(ui: &Ui, cx: &Cx<'_>, index: &SearchIndex, typed: &str) -> std::sync::Arc<Results> {
    cx.kept_for(ui, Id::unique("search-results"), typed.to_owned(), || {
        let found = index.search(cx.snapshot, typed).into_iter().map(|(table, found)| {
            let hits = found.records.iter().take(FEW).map(|record| Hit {
                record: record.record_id(),
                title: title_of(cx.text, cx.snapshot, record),
                excerpt: excerpt(record, typed).unwrap_or_default(),
            });
            (table, found.count, found.more, hits.collect())
        });
        found.collect()
    })
}

fn hit_line(ui: &mut Ui, cx: &Cx<'_>, hit: &Hit, chosen: bool) -> egui::Response {
    let theme = &cx.theme;
    let [before, word, after] = &hit.excerpt;
    let body = egui::FontId::proportional(theme.sizes.text.body);
    let small = egui::FontId::proportional(theme.sizes.text.caption);
    let mut job = egui::text::LayoutJob::default();
    let plain = |font: &egui::FontId, colour| egui::TextFormat {
        font_id: font.clone(),
        color: colour,
        ..egui::TextFormat::default()
    };
    job.append(&hit.title, 0.0, plain(&body, theme.colours.ink));
    job.append(before, theme.sizes.space.m, plain(&small, theme.colours.muted));
    let marked = egui::TextFormat {
        underline: egui::Stroke::new(theme.sizes.space.hair, theme.colours.accent),
        ..plain(&theme.strong(theme.sizes.text.caption), theme.colours.accent)
    };
    job.append(word, 0.0, marked);
    job.append(after, 0.0, plain(&small, theme.colours.muted));
    let button = egui::Button::selectable(chosen, job).truncate();
    let width = ui.available_width();
    let response = ui.add(button.min_size(egui::vec2(width, theme.sizes.row.list)));
    let words = format!("{}: {before}{word}{after}", hit.title);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, chosen, words.as_str()));
    response
}

/// Goes to where a record is best seen.
fn go(cx: &Cx<'_>, record: RecordId) {
    cx.push(Action::Dismiss);
    let shown = screen_of(record.table);
    cx.push(Action::Command(Command::Show(shown)));
    let chosen = selection::selection_of(cx.snapshot, record);
    if let Some(selection) = chosen.filter(|_| shown != Screen::Room) {
        cx.push(Action::Select(selection));
    } else if record.table == Table::Dossier {
        cx.push(Action::Select(Selection::Dossier));
    }
}

/// The field, which takes the focus; returns whether Enter was pressed and whether the selection
/// moved.
fn field(ui: &mut Ui, base: &Base<'_>, draft: &mut FinderDraft, hint: &str) -> (bool, bool) {
    let (up, down) = ui.input_mut(|input| {
        let up = input.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowUp);
        (up, input.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowDown))
    });
    let edit = TextEdit::singleline(&mut draft.typed)
        .hint_text(hint)
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit.min_size(egui::vec2(0.0, base.theme.sizes.row.list)));
    let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !response.has_focus() && !enter {
        response.request_focus();
    }
    if response.changed() {
        draft.place = 0;
    }
    draft.place = (draft.place + down).saturating_sub(up);
    let response = response.accessible_name(hint);
    text_menu(ui, base, &response);
    (enter, up + down > 0)
}

fn list(ui: &mut Ui, base: &Base<'_>, contents: impl FnOnce(&mut Ui)) {
    ui.add_space(base.theme.sizes.space.s);
    let height = (ui.content_rect().height() * 0.5).max(base.theme.sizes.space.xxl * 4.0);
    let area = scrolled(ui, height);
    let area = area.auto_shrink([false, true]);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        contents(ui);
    });
}
