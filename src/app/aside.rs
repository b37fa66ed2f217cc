//! The room while its dossier is away, and the question before anything closes it: once the wall
//! closes, the projector shows whatever is behind it.

use std::path::{Path, PathBuf};

use super::jobs::Source;
use super::session::Open;
use super::{App, Session};
use crate::text::msg;
use crate::ui::cx::Action;
use crate::ui::dialogs::Dialog;
use crate::ui::room::Room;

/// An open room whose dossier is locked or being rewritten.
pub(super) struct Aside {
    // The file of the dossier.
    path: PathBuf,
    room: Box<Room>,
}

impl Aside {
    /// The room.
    pub(super) fn room(&self) -> &Room {
        &self.room
    }

    /// The file of its dossier, unless it is this one.
    pub(super) fn path_beside(&self, path: &Path) -> Option<PathBuf> {
        (!is_same(&self.path, path)).then(|| self.path.clone())
    }
}

/// Something on hold until the user agrees to close the room.
pub(super) enum Leave {
    /// Opening another dossier, which is created first if it is new.
    Open(PathBuf, Option<Source>),
    /// Closing the dossier.
    Close,
    /// Quitting the program; with the dialog that was open.
    Quit(Option<Box<Dialog>>),
    /// Nothing: somebody wants to close the window of the room. With the dialog that was open.
    Room(Option<Box<Dialog>>),
}

impl App {
    /// The open room, whether its dossier is open or away.
    pub fn room(&self) -> Option<&Room> {
        match &self.session {
            Session::Open(open) => open.room.as_deref(),
            _ => self.aside.as_ref().map(Aside::room),
        }
    }

    pub(super) fn room_mut(&mut self) -> Option<&mut Room> {
        match &mut self.session {
            Session::Open(open) => open.room.as_deref_mut(),
            _ => self.aside.as_mut().map(|aside| &mut *aside.room),
        }
    }

    /// Keeps the room while its dossier goes away; if because of the lock, without anything the
    /// room was not allowed to see.
    pub(super) fn put_aside(&mut self, locked: bool) {
        let Session::Open(open) = &mut self.session else { return };
        let path = open.document.path().to_owned();
        let Some(mut room) = open.room.take() else { return };
        let now = (self.clock.today(), self.text);
        room.go_on_without_dossier(&open.document, now, locked);
        self.aside = Some(Aside { path, room });
    }

    /// Records that the dossier of the room put aside is locked now.
    pub(super) fn lock_aside(&mut self) {
        if let Some(aside) = &mut self.aside {
            aside.room.lock();
        }
    }

    /// Gives the room back to its reopened dossier. A room of another dossier is closed: the user
    /// was asked before this one was opened.
    pub(super) fn come_back(&mut self, open: &mut Open) {
        let Some(Aside { path, mut room }) = self.aside.take() else { return };
        let dossier = open.document.snapshot().dossier.id;
        if !is_same(&path, open.document.path()) || !room.is_of(dossier) {
            return;
        }
        room.come_back(open.workspace.half_typed(room.clearance.ceiling));
        // The workspace has kept what the room counted.
        open.left.retain(|proposal, _| !room.spoken.contains_key(proposal));
        open.room = Some(room);
    }

    /// Closes the room; the user has agreed.
    pub(super) fn close_room(&mut self) {
        self.write_all_spoken();
        // Whatever was told here still counts in the next room.
        self.keep_workspace(&self.context.clone(), true);
        self.aside = None;
        if let Session::Open(open) = &mut self.session {
            open.room = None;
        }
    }

    /// Says that the room is closed, and how what happened in it is handed out.
    fn say_closed(&mut self) {
        if matches!(self.session, Session::Open(_)) {
            self.say(&self.context.clone(), self.text.get(msg!("room-closed")).to_owned());
        }
    }

    /// Whether opening this dossier would close the room.
    pub(super) fn would_leave_room(&self, path: &Path) -> bool {
        let of = match &self.session {
            Session::Open(open) => open.room.as_ref().map(|_| open.document.path()),
            _ => self.aside.as_ref().map(|aside| &*aside.path),
        };
        of.is_some_and(|of| !is_same(of, path))
    }

    /// Asks whether the room may be closed for this.
    pub(super) fn ask_leave(&mut self, leave: Leave) {
        let goes_on = !matches!(leave, Leave::Room(_));
        self.pending.leave = Some(leave);
        let typed = self.room().map_or(0, |room| room.texts.drafts.len());
        self.dialog = Some(Dialog::LeaveRoom { goes_on, typed });
    }

    /// Asks whether the room may be closed because the program is about to quit.
    pub(super) fn ask_quit(&mut self) {
        self.ask_over(Leave::Quit);
    }

    /// Asks on the laptop whether to close the room: the window system wants its window closed, which
    /// a hand on the wrong window may have caused.
    pub(super) fn ask_close_room(&mut self, context: &egui::Context) {
        if self.room().is_some() {
            self.ask_over(Leave::Room);
            context.send_viewport_cmd_to(egui::ViewportId::ROOT, egui::ViewportCommand::Focus);
        }
    }

    /// A dialog that is open comes back afterwards, with its text.
    fn ask_over(&mut self, leave: impl FnOnce(Option<Box<Dialog>>) -> Leave) {
        if !matches!(self.dialog, Some(Dialog::LeaveRoom { .. })) {
            let under = self.dialog.take().map(Box::new);
            self.ask_leave(leave(under));
        }
    }

    /// Closes the room, then does what was on hold.
    pub(super) fn leave_room(&mut self) {
        self.dialog = None;
        let Some(leave) = self.pending.leave.take() else { return };
        self.close_room();
        match leave {
            Leave::Open(path, source) => self.open(path, source),
            Leave::Close => {
                self.queue.borrow_mut().push(Action::Command(crate::command::Command::Close));
            }
            Leave::Room(under) => {
                self.dialog = under.map(|dialog| *dialog).filter(|dialog| !dialog.is_of_room());
                self.say_closed();
            }
            Leave::Quit(under) => {
                self.dialog = under.map(|dialog| *dialog);
                let window = egui::ViewportId::ROOT;
                self.context.send_viewport_cmd_to(window, egui::ViewportCommand::Close);
            }
        }
    }
}

/// Whether two paths lead to the same file.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    one == other || real(one).is_some_and(|one| Some(one) == real(other))
}
