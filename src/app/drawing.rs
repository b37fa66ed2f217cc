//! An open dossier on screen: its parts, and whatever takes over the window.

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::past;
use super::session::Open;
use crate::analysis::Assumptions;
use crate::command::Screen;
use crate::model::Clock;
use crate::ui::cx::{Action, Base, Cx, Under};
use crate::ui::dialogs::{self, Dialog};
use crate::ui::inspector;
use crate::ui::room::Room;
use crate::ui::shell::{self, Said, Status};
use crate::ui::state::{Selection, ViewState};
use crate::ui::theme::points;
use crate::ui::views::{self, Intake, Merging};
use crate::ui::widgets::{Part, drawn_width, is_here, note_width, was_busy};

pub(super) fn cx<'a>(
    base: Base<'a>,
    open: &'a mut Open,
    clock: Clock,
    author: &'a str,
) -> SessionParts<'a> {
    let (document, view) = (&open.document, &mut open.view);
    let past = open.past.as_deref();
    let cx = Cx {
        snapshot: past.map_or(document.snapshot(), |past| &past.snapshot),
        history: document.history(),
        changed: open.changed.as_ref().map_or(&[][..], |(_, changed)| changed),
        record_changes: open
            .record_changes
            .as_ref()
            .filter(|(_, record, _)| view.history_of == Some(*record))
            .map_or(&[][..], |(_, _, changes)| changes),
        brought: open.brought.as_ref().map(|(_, _, labels)| labels),
        past: past.map(|past| past.seq),
        under: None,
        figures: past.map_or(&open.figures, |past| &past.figures),
        search: open.search.index(),
        as_of: view.as_of.unwrap_or(base.today),
        now: clock.now(),
        author,
        just_set: &open.just_set,
        read_only: document.is_read_only() || past.is_some(),
        base,
    };
    let supposed = open.supposed.as_deref().filter(|_| view.screen == Screen::Matrix);
    let supposed = supposed.and_then(|it| {
        let scenario = it.snapshot.scenarios.get(it.scenario)?;
        let none = const { &Assumptions::none() };
        let cells = it.cells.as_ref().map_or(none, |(_, cells)| cells);
        let under = Some(Under { scenario, cells, today: &open.figures });
        Some(Cx { snapshot: &it.snapshot, figures: &it.figures, under, ..cx })
    });
    let drawn = Drawn {
        cx,
        supposed,
        saved: document.saved(),
        unchecked: document.is_unchecked(),
        can_write: !document.is_read_only(),
    };
    let (merging, intake) = (&mut open.merging, &mut open.intake);
    SessionParts { drawn, view, merging, intake, room: &mut open.room }
}

/// An open dossier, split up for drawing.
pub(super) struct SessionParts<'a> {
    pub(super) drawn: Drawn<'a>,
    pub(super) view: &'a mut ViewState,
    pub(super) merging: &'a mut Option<Box<Merging>>,
    pub(super) intake: &'a mut Option<Box<Intake>>,
    pub(super) room: &'a mut Option<Box<Room>>,
}

/// Everything an open dossier is drawn from.
pub(super) struct Drawn<'a> {
    cx: Cx<'a>,
    // The dossier under a scenario, which the screen shows instead. The parts around it show
    // reality.
    supposed: Option<Cx<'a>>,
    saved: Option<chrono::DateTime<chrono::Utc>>,
    // Whether the file is still being checked.
    unchecked: bool,
    // Whether the file can be written, whatever is shown of it.
    can_write: bool,
}

pub(super) fn draw_open(
    ui: &mut Ui,
    drawn: &Drawn<'_>,
    view: &mut ViewState,
    mut room: Option<&mut Room>,
    said: Said<'_>,
    dialog: Option<&mut Dialog>,
) {
    let cx = &drawn.cx;
    if let Some(seq) = cx.past {
        shell::past(ui, cx, &past::words(cx, seq), seq, drawn.can_write);
        // With a room open, Escape is for its wall; with something chosen, it clears the choice, or what
        // was typed to find a party; from a page of its own, it goes back to the list.
        let chosen = !view.matrix.several.is_empty() || !view.chosen.records().is_empty();
        let found = view.screen == Screen::Matrix && !view.matrix.filter.text.is_empty();
        let page = view.page_of().is_some();
        let free = room.is_none() && !chosen && !found && !page && !was_busy(ui);
        if free && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            cx.push(Action::LookAt(None));
        }
    } else if cx.read_only && !drawn.unchecked {
        shell::read_only(ui, cx);
    }
    let screen = drawn.supposed.as_ref().unwrap_or(cx);
    if let Some(under) = &screen.under {
        shell::supposed(ui, cx, &under.scenario.name);
    }
    let hint = cx.text.get(view.screen.view().hint_in(cx.snapshot, view));
    let selected = if view.screen == Screen::Matrix { view.matrix.selected } else { 0 };
    status_bar(ui, drawn, (view.as_of, selected), hint, said);
    if let Some(step) = view.tour {
        shell::tour(ui, cx, step);
    }
    shell::nav(ui, cx, view.screen, cx.snapshot);
    if !views::can_show(cx, view) || !views::can_show(screen, view) {
        return drop(central(cx).show(ui, |ui| shell::counting(ui, cx)));
    }
    // Beside the matrix under a scenario, the inspector shows reality, read-only: stances that are
    // set go into the scenario, and nothing should do otherwise without saying so.
    let to_read = screen.under.is_some() && !matches!(view.inspected, Selection::Scenario(_));
    let beside = Cx { read_only: cx.read_only || to_read, ..*cx };
    let sizes = cx.theme.sizes;
    let hidden = view.inspector_hidden;
    let mut open = !hidden;
    let width = sizes.shell.inspector;
    let frame = Frame::new()
        .fill(cx.theme.colours.surface)
        .inner_margin(Margin::same(points(sizes.space.l)));
    if (view.screen.view().inspects)(view.selection) && !view.is_wide() {
        let part = "inspector";
        let shown = Panel::right(part)
            .default_size(drawn_width(ui, part, width))
            .size_range(width * 0.8..=width * 2.0)
            .frame(frame)
            .show_collapsible(ui, &mut open, |ui| inspector::show(ui, &beside, view));
        if let Some(shown) = shown {
            note_width(ui, part, shown.response.rect.width(), width);
            is_here(ui, Part::Beside, shown.response.rect);
        }
        view.inspector_hidden = !open;
    }
    let shown = central(cx).show(ui, |ui| views::show(ui, screen, view, room.as_deref_mut()));
    is_here(ui, Part::Screen, shown.response.rect);
    if let Some(step) = view.tour {
        shell::point(ui, cx, step, view.screen);
    }
    // A question about the wall comes first; any other dialog waits.
    let mut wall = Dialog::Wall;
    let asks = room.as_deref().is_some_and(|room| room.question().is_some());
    if asks {
        // Nothing stays open above it and takes keys.
        egui::Popup::close_all(ui);
    }
    if let Some(dialog) = if asks { Some(&mut wall) } else { dialog } {
        dialogs::show(ui, cx, Some(cx), room.as_deref(), dialog);
    }
}

fn status_bar(
    ui: &mut Ui,
    drawn: &Drawn<'_>,
    (as_of, selected): (Option<chrono::NaiveDate>, usize),
    hint: &str,
    said: Said<'_>,
) {
    let cx = &drawn.cx;
    let status = Status {
        saved: drawn.saved,
        read_only: cx.read_only,
        unchecked: drawn.unchecked,
        parties: cx.snapshot.parties.len(),
        proposals: cx.snapshot.proposals.len(),
        unknown: cx.figures.counted().map(|totals| totals.unknown),
        as_of,
        selected,
        hint,
        said: Said { undo: said.undo && !cx.read_only, ..said },
    };
    shell::status(ui, cx, &status);
}

/// A review being merged takes over the window: nothing else can be done meanwhile.
pub(super) fn draw_merging(
    ui: &mut Ui,
    drawn: &Drawn<'_>,
    merging: &mut Merging,
    dialog: Option<&mut Dialog>,
) {
    let cx = &drawn.cx;
    central(cx).show(ui, |ui| views::merging(ui, cx, merging));
    if let Some(dialog) = dialog {
        dialogs::show(ui, cx, Some(cx), None, dialog);
    }
}

/// So does a table being imported.
pub(super) fn draw_intake(
    ui: &mut Ui,
    drawn: &Drawn<'_>,
    intake: &mut Intake,
    room: Option<&Room>,
    said: Said<'_>,
    dialog: Option<&mut Dialog>,
) {
    let cx = &drawn.cx;
    // Nothing can be undone here, but saved or failed steps are reported. The bar keeps its place,
    // so that no button moves when that happens.
    status_bar(ui, drawn, (None, 0), "", Said { undo: false, ..said });
    central(cx).show(ui, |ui| views::intake(ui, cx, intake));
    // The wall is blank until its question is answered, which comes first here too.
    let mut wall = Dialog::Wall;
    let asks = room.is_some_and(|room| room.question().is_some());
    if let Some(dialog) = if asks { Some(&mut wall) } else { dialog } {
        dialogs::show(ui, cx, Some(cx), room, dialog);
    }
}

pub(super) fn central(base: &Base<'_>) -> CentralPanel {
    let space = &base.theme.sizes.space;
    let margin =
        Margin { left: points(space.l), right: points(space.s), top: points(space.m), bottom: 0 };
    let frame = Frame::new().fill(base.theme.colours.paper).inner_margin(margin);
    CentralPanel::default().frame(frame)
}
