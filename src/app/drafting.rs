//! Texts in front of the room: puts a paragraph on the wall, and takes what the chair types for it
//! into the text.

use egui::Context;

use super::{App, Session};
use crate::analysis::{Owners, words_of};
use crate::document::words_edit;
use crate::draft::{parse, print, take_over};
use crate::model::{Paragraph, ParagraphId, Slide, SlideKind, Table};
use crate::text::{Message, Text, msg};
use crate::ui::room::Room;

impl App {
    /// Puts a paragraph on the wall, on a slide of its own at the end of the running order unless there
    /// is one.
    pub(super) fn show_paragraph(&mut self, context: &Context, id: ParagraphId) {
        let (today, text) = (self.clock.today(), self.text);
        let Session::Open(open) = &self.session else { return };
        let Some(room) = open.room.as_deref() else {
            return self.say(context, text.get(msg!("text-no-room")).to_owned());
        };
        let seen = room.live().and_then(|seen| {
            let paragraph = seen.snapshot.paragraphs.get(id)?;
            let version = seen.snapshot.versions.get(paragraph.version)?;
            Some((version.proposal, called(text, paragraph)))
        });
        let Some((proposal, number)) = seen else {
            return self.say(context, text.get(msg!("text-not-in-room")).to_owned());
        };
        if place(room, id).is_none() {
            let slide = Slide {
                proposal: Some(proposal),
                paragraph: Some(id),
                ..Slide::new(SlideKind::Text, 0)
            };
            self.add_slide(context, &slide);
        }
        let Session::Open(open) = &mut self.session else { return };
        let Some(room) = open.room.as_deref_mut() else { return };
        room.refresh(&open.document, today, text);
        let Some(place) = place(room, id) else { return };
        room.go(place);
        let said: Message = match (room.frozen, room.is_blank()) {
            (true, _) => msg!("text-on-frozen-wall"),
            (false, true) => msg!("text-on-blank-wall"),
            (false, false) => msg!("text-on-wall"),
        };
        self.say(context, text.with(said, &[("number", number.into())]));
    }

    /// Takes the words typed for a paragraph into it, as brackets without an owner.
    pub(super) fn take_over_draft(&mut self, context: &Context, id: ParagraphId) {
        let text = self.text;
        let Session::Open(open) = &self.session else { return };
        let Some(room) = open.room.as_deref() else { return };
        let Some(draft) = room.texts.drafts.get(&id) else { return };
        let snapshot = open.document.snapshot();
        let Some(paragraph) = snapshot.paragraphs.get(id) else { return };
        let owners = Owners::new(snapshot);
        let base = parse(&draft.base, &|name| owners.find(name).is_some()).words;
        let typed = owners.read(&draft.typed);
        let words = take_over(&words_of(paragraph), &base, &typed);
        // If a change is kept hidden, the wall has what the room agreed on without that change.
        let stood = room.standing(id);
        let stood = stood.map(|it| print(&take_over(&owners.read(&it.words), &base, &typed)));
        // What was said in a stricter room is not for everybody who may see the paragraph so far.
        let said = draft.marking.map_or(room.label(), |it| it.max(room.label()));
        let stricter = Some(said).filter(|it| *it > snapshot.marking_of(id.into()));
        let marking = stricter.or(paragraph.marking);
        let number = called(text, paragraph);
        let edit = words_edit(paragraph, &words, marking, number.as_str());
        let same = edit.is_none();
        if edit.is_none_or(|edit| self.apply(&edit)) {
            self.drop_draft(id);
            if let Some(room) = self.room_mut() {
                room.take_over(id, stood);
            }
            let mut arguments = vec![("number", number.into())];
            arguments.extend(stricter.map(|it| ("marking", it.label().into())));
            let said = match stricter.filter(|_| !same) {
                Some(_) => msg!("room-taken-over-marked"),
                None => msg!("room-taken-over"),
            };
            let said = text.with(said, &arguments);
            self.say(context, said);
        }
    }

    /// Drops the words typed for a paragraph.
    pub(super) fn drop_draft(&mut self, id: ParagraphId) {
        if let Some(room) = self.room_mut() {
            room.texts.drafts.remove(&id);
        }
    }
}

/// The number of a paragraph; without one, the word for a paragraph.
fn called(text: Text, paragraph: &Paragraph) -> String {
    match paragraph.number.as_str() {
        "" => text.label(Table::Paragraphs).to_owned(),
        number => number.to_owned(),
    }
}

/// Where in the running order the slide of a paragraph is.
fn place(room: &Room, id: ParagraphId) -> Option<usize> {
    let is = |it: &Slide| it.kind == SlideKind::Text && it.paragraph == Some(id);
    room.order().iter().position(is)
}
