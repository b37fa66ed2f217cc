//! Keys that wait for the effects of earlier keys.
//!
//! A key may open a dialog, go to a field or show another screen, which takes a frame or more.
//! Anything typed meanwhile is meant for what is coming, not for what is there: a name typed after
//! *park* is not a stance. So after each such key, further keys are held back until the window is
//! at rest. Then they go to the field that has the focus by then. If no field was asked for they go
//! to whatever is there; if one was asked for and did not come, they are dropped.
//!
//! A key that is held down counts once, unless it moves about or types: nobody means its
//! repetitions to be an objection, or the answer to the next question.
//!
//! This happens where input enters, before egui sees it, for the window and the wall alike.

use std::collections::BTreeMap;

use egui::{Context, Event, Key, Plugin, RawInput, ViewportId};

use super::{App, Session};
use crate::command::{self, Screen};

/// Quiet frames in a row after which the window counts as at rest.
const CALM: u32 = 2;

/// The longest time that keys are held back, in seconds.
const LONGEST: f64 = 5.0;

/// The longest time that keys wait for a running job, in seconds.
const JOB: f64 = 4.0;

/// The window's state at the end of a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct State {
    /// Whether something that takes keys is coming: a dialog, a screen.
    pub busy: bool,
    /// Whether a field is coming: then keys are for it and nothing else.
    pub field: bool,
    /// Whether a text field of the window has the focus.
    pub typing: bool,
    /// The window's clock, in seconds.
    pub time: f64,
}

/// The keys held back.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    // In the order they were pressed, each with its viewport.
    held: Vec<(ViewportId, Event)>,
    // Released keys, to be handled in the next frame.
    ready: Vec<(ViewportId, Event)>,
    holds: bool,
    // Whether the keys held back are for a field and nothing else.
    field: bool,
    typing: bool,
    // Whether keys typed on the wall go to a field of the window: a key there asked for the field,
    // and the desktop may take a while to bring the window to the front, or not do so at all.
    borrows: bool,
    calm: u32,
    since: Option<f64>,
    // The keys held down, by their places on the keyboard, because their meaning changes once Shift
    // is released; and whether each was pressed in a field.
    down: BTreeMap<Key, bool>,
    // Whether Super is held, to the left and to the right.
    desktop: [bool; 2],
    // Whether something takes so long that keys no longer wait for it.
    gave_up: bool,
}

impl Waiting {
    /// Call at the end of each frame; returns whether another frame is needed soon.
    pub(super) fn rest(&mut self, state: State) -> bool {
        self.typing = state.typing;
        let comes = state.busy || state.field;
        self.gave_up &= comes;
        if comes && !self.gave_up {
            self.begin();
            self.field |= state.field;
            self.calm = 0;
        } else {
            self.calm += 1;
        }
        if !self.holds {
            self.borrows &= state.typing;
            return !self.ready.is_empty();
        }
        let since = *self.since.get_or_insert(state.time);
        if self.calm >= CALM || state.time - since > LONGEST {
            self.gave_up = comes;
            self.end();
        }
        true
    }

    /// Holds back the keys of a frame in which a dialog appeared by itself.
    pub(super) fn keep_back(&mut self, events: &mut Vec<Event>) {
        self.begin();
        let kept = std::mem::take(events);
        let (keys, others): (Vec<_>, Vec<_>) = kept.into_iter().partition(is_key);
        *events = others;
        self.held.extend(keys.into_iter().map(|key| (ViewportId::ROOT, key)));
    }

    /// Sends keys typed on the wall to the field that was asked for there.
    pub(super) fn borrow_wall(&mut self) {
        self.borrows = true;
    }

    /// Drops the keys held back: they may be a passphrase, or meant for something now closed.
    pub(super) fn forget(&mut self) {
        let Self { typing, desktop, .. } = *self;
        let down = std::mem::take(&mut self.down);
        *self = Self { typing, desktop, down, ..Self::default() };
    }

    fn begin(&mut self) {
        if !self.holds {
            (self.holds, self.field, self.calm, self.since) = (true, false, 0, None);
        }
    }

    fn end(&mut self) {
        self.holds = false;
        for (viewport, event) in std::mem::take(&mut self.held) {
            if viewport != ViewportId::ROOT && !self.borrows {
                self.ready.push((viewport, event));
            } else if self.typing {
                self.ready.push((ViewportId::ROOT, event));
            } else if !self.field {
                self.ready.push((viewport, event));
            }
        }
    }

    /// Receives a frame's events, and returns those that may be acted on in this frame.
    fn sift(&mut self, viewport: ViewportId, focused: bool, events: Vec<Event>) -> Vec<Event> {
        let root = viewport == ViewportId::ROOT;
        if root && focused && !self.holds && self.ready.is_empty() {
            // The window is in front by now, so keys on the wall are for the wall again.
            self.borrows = false;
        }
        let ready = std::mem::take(&mut self.ready);
        let (mine, others) = ready.into_iter().partition(|(of, _)| *of == viewport);
        self.ready = others;
        let mine: Vec<_> = mine.into_iter().map(|(_, event)| event).collect();
        let events: Vec<_> =
            events.into_iter().filter(|event| !self.is_of_desktop(event)).collect();
        let events = self.once_each(events);
        let mut now = Vec::new();
        // If the wall began to wait in the previous frame, released keys wait with it.
        let typing = self.typing;
        let all = mine.into_iter().chain(events);
        for event in all.flat_map(|event| single(event, typing)) {
            if !is_key(&event) {
                if root && event == Event::WindowFocused(false) && !self.borrows {
                    // The desktop opened a dialog, which takes the keys.
                    self.held.clear();
                }
                if begins_elsewhere(&event) {
                    self.begin();
                }
                now.push(event);
            } else if !root && is_page(&event) {
                // A remote pages the wall whatever has the focus.
                now.push(event);
            } else if self.holds && !is_text_of(&now, &event) {
                self.held.push((viewport, event));
            } else if !root && self.borrows && self.typing {
                self.ready.push((ViewportId::ROOT, event));
            } else {
                if self.brings_something(&event) {
                    self.begin();
                }
                now.push(event);
            }
        }
        now
    }

    /// Whether a key is meant for the desktop because the desktop's own key is held: Super, or the
    /// one with the flag. egui does not know about it, and would take the letter alone. On a Mac it
    /// is the key for all shortcuts.
    fn is_of_desktop(&mut self, event: &Event) -> bool {
        match event {
            // Keys released in another window are not reported.
            Event::WindowFocused(_) => self.desktop = [false; 2],
            Event::Key { key, pressed, .. } if !cfg!(target_os = "macos") => match key {
                Key::SuperLeft => self.desktop[0] = *pressed,
                Key::SuperRight => self.desktop[1] = *pressed,
                _ => {}
            },
            _ => {}
        }
        is_key(event) && self.desktop.contains(&true)
    }

    /// The events without those that a held key repeats by itself, and without their text; and
    /// without the letter of a key pressed with Alt, which is meant for a menu.
    fn once_each(&mut self, events: Vec<Event>) -> Vec<Event> {
        let mut silent = false;
        let mut counts = |event: &Event| {
            let silenced = std::mem::take(&mut silent) && matches!(event, Event::Text(_));
            let mut dropped = false;
            match event {
                // Keys released in another window are not reported.
                Event::WindowFocused(_) => self.down.clear(),
                Event::Key { key, physical_key, pressed: false, .. } => {
                    self.down.remove(&physical_key.unwrap_or(*key));
                }
                Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                    let place = physical_key.unwrap_or(*key);
                    let before = self.down.get(&place).copied();
                    self.down.entry(place).or_insert(self.typing);
                    let types = before == Some(true) && self.typing;
                    dropped = before.is_some() && !types && !may_repeat(*key, modifiers.command);
                    // On a Mac that key is for signs.
                    silent = dropped || modifiers.alt && !cfg!(target_os = "macos");
                }
                _ => {}
            }
            !dropped && !silenced
        };
        events.into_iter().filter(|event| counts(event)).collect()
    }

    /// Whether a key may bring about something that the keys after it are meant for.
    fn brings_something(&self, event: &Event) -> bool {
        match event {
            Event::Key { key, pressed: true, .. } => {
                matches!(key, Key::Tab | Key::Enter | Key::Escape)
                    || *key == Key::Space && !self.typing
                    || command::of_event(event)
                        .is_some_and(|command| !(self.typing && command.typing().leaves_keys()))
            }
            Event::Text(typed) => !self.typing && typed.chars().any(char::is_alphabetic),
            _ => false,
        }
    }
}

impl App {
    /// Reports at the end of a frame what is coming, so that keys wait for it.
    pub(super) fn rest(&mut self, context: &Context) {
        let time = context.input(|input| input.time);
        let screen = match &self.session {
            Session::Open(open) => Some(open.view.screen),
            _ => None,
        };
        let dialog = self.dialog.as_ref().map(std::mem::discriminant);
        let popup = egui::Popup::is_any_open(context);
        let shown = (std::mem::discriminant(&self.session), screen, dialog, popup);
        let other = self.shown.replace(shown) != Some(shown);
        // Keys do not wait for a dossier in use elsewhere: that can take any amount of time.
        let works = self.jobs.is_working() && !matches!(self.session, Session::Waiting { .. });
        self.working_since = works.then(|| self.working_since.unwrap_or(time));
        let works = self.working_since.is_some_and(|since| time - since < JOB);
        let asks = match &self.session {
            Session::Open(open) => {
                let (view, room) = (&open.view, open.room.as_deref());
                let in_room = room.is_some_and(|room| room.ask_speaker || room.ask_park);
                let bracket = view.text.bracketing.as_ref().is_some_and(|it| !it.begun);
                let version = view.text.taking.as_ref().filter(|_| view.screen == Screen::Text);
                let version = version.is_some_and(|it| !it.begun && it.file.is_none());
                view.focus_filter
                    || view.focus_inspector
                    || view.focus_form
                    || view.text.ask_against
                    || bracket
                    || version
                    || in_room
            }
            _ => false,
        };
        let queued = !self.queue.get_mut().is_empty() || !self.deferred.is_empty();
        let state = State {
            busy: other || queued || self.wants_room,
            field: asks || works || std::mem::take(&mut self.asked_field),
            typing: context.text_edit_focused(),
            time,
        };
        if context.with_plugin(|waiting: &mut Waiting| waiting.rest(state)) == Some(true) {
            context.request_repaint();
        }
    }

    /// Holds back the keys of a frame in which a dialog appeared by itself.
    pub(super) fn keep_keys_back(&self, context: &Context) {
        let mut events = context.input_mut(|input| std::mem::take(&mut input.events));
        context.with_plugin(|waiting: &mut Waiting| waiting.keep_back(&mut events));
        context.input_mut(|input| input.events = events);
    }
}

impl Plugin for Waiting {
    fn debug_name(&self) -> &'static str {
        "waiting"
    }

    fn input_hook(&mut self, context: &Context, input: &mut RawInput) {
        let events = std::mem::take(&mut input.events);
        input.events = self.sift(input.viewport_id, input.focused, events);
        if self.holds || !self.ready.is_empty() {
            context.request_repaint_of(ViewportId::ROOT);
        }
    }
}

/// Splits text typed outside a field into letters, as each may be a key.
fn single(event: Event, typing: bool) -> Vec<Event> {
    match event {
        Event::Text(typed) if !typing && typed.chars().nth(1).is_some() => {
            typed.chars().map(|c| Event::Text(c.to_string())).collect()
        }
        event => vec![event],
    }
}

/// Whether an event is a key, or what a key causes: text, clipboard.
fn is_key(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { pressed: true, .. }
            | Event::Text(_)
            | Event::Copy
            | Event::Cut
            | Event::Paste(_)
            | Event::Ime(_)
    )
}

/// Whether a held key repeats: those that move about or change the size, and undo and redo.
fn may_repeat(key: Key, command: bool) -> bool {
    match key {
        Key::ArrowUp
        | Key::ArrowDown
        | Key::ArrowLeft
        | Key::ArrowRight
        | Key::PageUp
        | Key::PageDown
        | Key::Home
        | Key::End
        | Key::Tab => true,
        Key::Z
        | Key::Y
        | Key::Plus
        | Key::Minus
        | Key::Equals
        | Key::OpenBracket
        | Key::CloseBracket => command,
        _ => false,
    }
}

/// Whether an event is the text of the key before it, which has been acted on: the space of Space.
fn is_text_of(now: &[Event], event: &Event) -> bool {
    let space = Event::Text(" ".to_owned());
    *event == space && matches!(now.last(), Some(Event::Key { key: Key::Space, pressed: true, .. }))
}

/// Whether a click, or an action of a screen reader, may bring about something that takes keys.
fn begins_elsewhere(event: &Event) -> bool {
    matches!(event, Event::PointerButton { pressed: false, .. } | Event::AccessKitActionRequest(_))
}

/// Whether a key pages the wall.
fn is_page(event: &Event) -> bool {
    matches!(event, Event::Key { key: Key::PageDown | Key::PageUp, .. })
}

#[cfg(test)]
mod tests;
