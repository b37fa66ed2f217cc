//! The running order: the current slide, those to come, and editing.

use egui::{EventFilter, FocusDirection, Key, Modifiers, Response, Sense, Ui, WidgetInfo, vec2};

use super::{FOCUS, adding};
use crate::document::{Edit, MoveTo};
use crate::library::obstacle_text;
use crate::model::{Marking, Slide, SlideId, SlideKind, Snapshot};
use crate::text::{Message, Text, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::room::{Room, prepared_order, proposed_order};
use crate::ui::state::{RoomAct, ViewState};
use crate::ui::widgets::{
    Form, When, acts, button, icon_button, is_busy, muted, paragraph, section,
};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, room: Option<&Room>) {
    let theme = &cx.theme;
    section(ui, theme, cx.text.get(msg!("room-order")));
    let own = prepared_order(cx.snapshot);
    let prepared = !own.is_empty();
    let (live, at) = match room {
        Some(room) => (Some(room.order()), Some(room.at)),
        None => (None, None),
    };
    let slides = if prepared {
        own
    } else {
        live.clone().unwrap_or_else(|| proposed_order(cx.snapshot, cx.figures.proposals()))
    };
    if !prepared {
        paragraph(ui, muted(theme, cx.text.get(msg!("room-order-proposed"))));
    }
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal_wrapped(|ui| {
            if !prepared && button(ui, theme, None, cx.text.get(msg!("room-prepare"))).clicked() {
                cx.push(Action::Room(RoomAct::Prepare));
            }
            adding::show(ui, cx, room);
        });
    });
    ui.add_space(theme.sizes.space.s);
    // Computed once for all rows: a row slightly too wide would otherwise make the next one wider
    // still.
    let buttons = theme.sizes.shape.target + ui.spacing().item_spacing.x;
    let buttons = if prepared { buttons * 3.0 + theme.sizes.space.s } else { 0.0 };
    let width = (ui.available_width() - buttons).max(theme.sizes.space.xxl * 3.0);
    // The keys act on the row with the focus, or else on the chosen one: that one has the frame.
    let focused = slides.iter().find(|it| ui.memory(|memory| memory.has_focus(row_id(it.id))));
    let framed = focused.map(|it| it.id).or(state.slide.map(|(id, _)| id));
    let mut chosen = None;
    for slide in &slides {
        let place = live.as_ref().map(|live| live.iter().position(|it| it.id == slide.id));
        let withheld = place == Some(None);
        // While a room is open, others may be looking on: what it may not see has no title here,
        // and what was changed unseen has its earlier one.
        let shown = place.flatten().and_then(|place| live.as_ref()?.get(place));
        let seen = room.and_then(Room::live).map_or(cx.snapshot, |seen| &seen.snapshot);
        let words = if withheld {
            let withheld = cx.text.get(msg!("room-slide-withheld"));
            format!("{} · {withheld}", cx.text.label(slide.kind))
        } else {
            title(cx.text, seen, shown.unwrap_or(slide))
        };
        let framed = framed == Some(slide.id);
        let current = place.flatten().is_some_and(|place| Some(place) == at);
        row(
            ui,
            cx,
            state,
            (slide, &words),
            OrderRow { place: place.flatten(), current, framed, withheld, prepared, width },
        );
        if state.slide.is_some_and(|(id, _)| id == slide.id) {
            chosen = Some(words);
        }
    }
    let Some((id, withheld)) = state.slide else { return };
    let Some(slide) = cx.snapshot.slides.get(id) else { return };
    // A click on a row puts its slide on the wall, and leaves the keys with the wall.
    let free = FOCUS.is_here(ui) || ui.memory(|memory| memory.focused().is_none());
    if let Some(words) = chosen.filter(|_| free && !is_busy(ui)) {
        acted_on_by_keys(ui, cx, id, &words);
    }
    match room.map_or(InRoom::Seen, |room| in_room(cx, slide, room)) {
        InRoom::Seen => form(ui, cx, slide, room),
        InRoom::Changed => {
            paragraph(ui, muted(theme, cx.text.get(msg!("room-slide-kept"))));
        }
        InRoom::Withheld if withheld => form(ui, cx, slide, room),
        // It was withheld since: it is shown on screen only to a user who chooses it in its present
        // form.
        InRoom::Withheld => state.slide = None,
    }
}

/// How much of a slide an open room may see.
enum InRoom {
    /// All of it, as it is.
    Seen,
    /// Not its present content.
    Changed,
    /// Nothing.
    Withheld,
}

fn in_room(cx: &Cx<'_>, slide: &Slide, room: &Room) -> InRoom {
    let seen = room.live().map(|seen| &seen.snapshot);
    match seen.and_then(|seen| Some((seen, seen.slides.get(slide.id)?))) {
        None => InRoom::Withheld,
        Some((seen, stands)) => {
            let says =
                |slide: &Slide, snapshot| (title(cx.text, snapshot, slide), slide.text.clone());
            let same = says(slide, cx.snapshot) == says(stands, seen);
            if same { InRoom::Seen } else { InRoom::Changed }
        }
    }
}

#[derive(Clone, Copy)]
struct OrderRow {
    // Its place in the order of the open room.
    place: Option<usize>,
    current: bool,
    // Whether it is the one that keys act on.
    framed: bool,
    withheld: bool,
    prepared: bool,
    // Maximum width of its words.
    width: f32,
}

fn row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    (slide, words): (&Slide, &str),
    row: OrderRow,
) {
    let (theme, sizes) = (&cx.theme, cx.theme.sizes);
    ui.push_id(slide.id.0, |ui| {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(row.width, sizes.row.list), Sense::hover());
            let sense = if row.prepared { Sense::click_and_drag() } else { Sense::click() };
            let response = ui.interact(rect, row_id(slide.id), sense);
            response
                .widget_info(|| WidgetInfo::selected(egui::Role::Row, true, row.current, words));
            if row.current || response.hovered() {
                let fill =
                    if row.current { theme.colours.accent_soft } else { theme.colours.hover };
                ui.painter().rect_filled(rect, theme.corner(), fill);
            }
            if row.current {
                bring_into_view(ui, &response, slide.id, "order-current");
            }
            if row.framed {
                bring_into_view(ui, &response, slide.id, "order-framed");
                let ring = theme.focus_ring();
                ui.painter().rect_stroke(rect, theme.corner(), ring, egui::StrokeKind::Inside);
            }
            let ink = if row.withheld { theme.colours.muted } else { theme.colours.ink };
            let font = if row.current {
                theme.strong(sizes.text.body)
            } else {
                theme.font(sizes.text.body)
            };
            let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
            job.wrap.max_width = rect.width() - sizes.space.m;
            job.wrap.max_rows = 1;
            let galley = ui.painter().layout_job(job);
            let at =
                egui::pos2(rect.left() + sizes.space.s, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, ink);
            if response.clicked() {
                state.slide = row.prepared.then_some((slide.id, row.withheld));
                if let Some(place) = row.place {
                    cx.push(Action::Room(RoomAct::Go(place)));
                }
            }
            // The words of a withheld slide are shown to a user who clicks it, not to one who moves it.
            if response.drag_started() && row.prepared && !row.withheld {
                state.slide = Some((slide.id, false));
            }
            if row.prepared {
                let asked = response.has_focus() && acts::is_menu_asked(ui);
                acts::menu_on(&response, asked, |ui| menu(ui, cx, slide, (words, row.withheld)));
                by_keys(ui, cx, &response, slide, words);
                by_hand(ui, cx, &response, slide.id);
                ui.add_enabled_ui(!cx.read_only, |ui| moving(ui, cx, slide, words));
            }
        })
    });
}

/// Scrolls to the current row, or to the one that keys act on, once it has become that: whoever turns
/// pages looks for what comes next, whoever adds a slide for where it went.
fn bring_into_view(ui: &Ui, row: &Response, slide: SlideId, role: &'static str) {
    let id = egui::Id::unique(role);
    let before =
        ui.data_mut(|data| data.get_temp_mut_or::<Option<SlideId>>(id, None).replace(slide));
    if before != Some(slide) {
        row.scroll_to_me(None);
    }
}

/// A row is identified by its slide, so that it keeps the focus when it is moved.
fn row_id(slide: SlideId) -> egui::Id {
    egui::Id::unique(("slide", slide.0))
}

/// The keys of a row: Alt with an arrow moves its slide, Delete removes it, an arrow alone goes to the
/// next row.
fn by_keys(ui: &Ui, cx: &Cx<'_>, response: &Response, slide: &Slide, words: &str) {
    if !response.has_focus() {
        return;
    }
    // Otherwise the arrow would move the focus before its purpose is known.
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    acted_on_by_keys(ui, cx, slide.id, words);
    for (key, direction) in
        [(Key::ArrowUp, FocusDirection::Up), (Key::ArrowDown, FocusDirection::Down)]
    {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.memory_mut(|memory| memory.move_focus(direction));
        }
    }
}

/// Alt with an arrow, and Delete.
fn acted_on_by_keys(ui: &Ui, cx: &Cx<'_>, slide: SlideId, words: &str) {
    for (key, to) in [(Key::ArrowUp, MoveTo::Up), (Key::ArrowDown, MoveTo::Down)] {
        let pressed = ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        if pressed && !cx.read_only {
            cx.push(Action::Room(RoomAct::Move(slide, to)));
        }
    }
    let deleted = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete));
    if deleted && !cx.read_only {
        remove(cx, slide, words);
    }
}

fn remove(cx: &Cx<'_>, slide: SlideId, words: &str) {
    cx.push(Action::Room(RoomAct::Remove(slide, words.to_owned())));
}

/// A row can be dragged to the place of another.
fn by_hand(ui: &Ui, cx: &Cx<'_>, response: &Response, slide: SlideId) {
    if cx.read_only {
        return;
    }
    response.dnd_set_drag_payload(slide);
    if let Some(dragged) = response.dnd_hover_payload::<SlideId>().filter(|it| **it != slide) {
        // It goes to the side on which this one makes room.
        let comes_from_above = rank(cx, *dragged) < rank(cx, slide);
        let rect = response.rect;
        let y = if comes_from_above { rect.bottom() } else { rect.top() };
        ui.painter().hline(rect.x_range(), y, cx.theme.focus_ring());
    }
    if let Some(dragged) = response.dnd_release_payload::<SlideId>() {
        cx.push(Action::Room(RoomAct::Move(*dragged, MoveTo::Place(slide))));
    }
}

fn rank(cx: &Cx<'_>, slide: SlideId) -> Option<(u32, SlideId)> {
    cx.snapshot.slides.get(slide).map(|it| (it.rank, it.id))
}

fn moving(ui: &mut Ui, cx: &Cx<'_>, slide: &Slide, words: &str) {
    let named = |id: Message| cx.text.with(id, &[("what", words.into())]);
    for (icon, id, to) in [
        (Icon::Up, msg!("room-move-up"), MoveTo::Up),
        (Icon::Down, msg!("room-move-down"), MoveTo::Down),
    ] {
        if icon_button(ui, &cx.theme, icon, &named(id)).clicked() {
            cx.push(Action::Room(RoomAct::Move(slide.id, to)));
        }
    }
    if icon_button(ui, &cx.theme, Icon::Delete, &named(msg!("room-remove"))).clicked() {
        remove(cx, slide.id, words);
    }
}

/// The actions on a slide. Nothing is said of a withheld one in front of the room.
fn menu(ui: &mut Ui, cx: &Cx<'_>, slide: &Slide, (words, withheld): (&str, bool)) {
    let named = |id: Message| cx.text.with(id, &[("what", words.into())]);
    ui.add_enabled_ui(!cx.read_only, |ui| {
        for (id, to) in [(msg!("room-move-up"), MoveTo::Up), (msg!("room-move-down"), MoveTo::Down)]
        {
            if ui.button(named(id)).clicked() {
                cx.push(Action::Room(RoomAct::Move(slide.id, to)));
                ui.close();
            }
        }
        if !withheld {
            ui.menu_button(cx.text.get(msg!("mark")), |ui| {
                acts::marks(ui, cx, || vec![slide.record_id()]);
            });
        }
        ui.separator();
        if ui.button(named(msg!("room-remove"))).clicked() {
            remove(cx, slide.id, words);
            ui.close();
        }
    });
}

/// A slide in one line.
pub(super) fn title(text: Text, snapshot: &Snapshot, slide: &Slide) -> String {
    let proposal = slide.proposal.and_then(|id| snapshot.proposals.get(id));
    // A slide about a single proposal or obstacle is named by that.
    let one = matches!(slide.kind, SlideKind::Proposal | SlideKind::Obstacle);
    let mut parts = match slide.title.as_str() {
        "" if one && (proposal.is_some() || slide.obstacle.is_some()) => Vec::new(),
        "" => vec![text.label(slide.kind).to_owned()],
        own => vec![own.to_owned()],
    };
    parts.extend(proposal.map(|it| format!("{} {}", it.code, text.of(&it.title))));
    // The number comes first: in a line that is cut, the distinction between paragraphs would be
    // lost.
    let number = slide.paragraph.and_then(|id| snapshot.paragraphs.get(id)).map(|it| &it.number);
    if let Some(number) = number.filter(|it| !it.is_empty()) {
        parts.insert(0, number.clone());
    }
    parts.extend(slide.obstacle.map(|it| text.of(&obstacle_text(it).short()).to_owned()));
    parts.extend(slide.camp.map(|camp| text.label(camp).to_owned()));
    if !slide.region.is_empty() {
        parts.push(text.region(&slide.region).to_owned());
    }
    let group = slide.group.and_then(|id| snapshot.groups.get(id));
    parts.extend(group.map(|it| text.of(&it.name).to_owned()));
    parts.join(" · ")
}

/// The text of a custom slide, and its marking. Text written in front of a room gets the marking of
/// its wall: a laxer one would carry it to rooms that were not there.
fn form(ui: &mut Ui, cx: &Cx<'_>, slide: &Slide, room: Option<&Room>) {
    let mut draft = slide.clone();
    let title = title(cx.text, cx.snapshot, slide);
    section(ui, &cx.theme, &title);
    let mut form = Form::new(ui, cx, slide.record_id());
    if slide.kind == SlideKind::Title {
        form.line(ui, "title", &mut draft.title);
        form.text(ui, "text", &mut draft.text);
    }
    if slide.kind == SlideKind::Changed {
        form.day_or_none(ui, "since", &mut draft.since, When::Past);
    }
    form.marking(ui, &mut draft.marking);
    let written = (&draft.title, &draft.text) != (&slide.title, &slide.text);
    let mut stays = false;
    if written && draft.marking == slide.marking {
        let label = room.map_or(Marking::Clear, Room::label);
        draft.marking = draft.marking.map(|marking| marking.max(label));
        // Marked like a released record, it would disappear from the wall on which it is being
        // written.
        let stands = |room: &Room| {
            let seen = room.live().is_some_and(|seen| seen.snapshot.has(slide.id.into()));
            seen && label > room.clearance.ceiling && draft.marking != slide.marking
        };
        stays = room.is_some_and(stands);
    }
    let edit = (draft != *slide).then(|| Edit::change(draft, title));
    form.finish(ui, edit);
    if stays {
        cx.push(Action::Room(RoomAct::Release(slide.id.into())));
    }
}
