//! Puts words in brackets with those who ask for it, and settles what a bracket asks.

use egui::{Key, TextEdit, Ui};

use crate::analysis::{Owners, words_of};
use crate::document::words_edit;
use crate::draft::{
    Bracket, BracketKind, Owner, Piece, Words, add_alternative, count_words, in_brackets,
    put_in_bracket, settle,
};
use crate::explain::stranger;
use crate::model::Paragraph;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{AskedOf, Bracketing, ChosenWords, TextState, ViewState};
use crate::ui::widgets::{button, muted, primary_button, strong, text_menu};

/// The chosen words; all of the paragraph, if none are.
pub(super) fn chosen(state: &TextState, paragraph: &Paragraph) -> ChosenWords {
    let here = state.chosen.filter(|it| it.paragraph == paragraph.id);
    let last = count_words(&words_of(paragraph)).saturating_sub(1);
    let whole = ChosenWords { paragraph: paragraph.id, from: 0, at: last };
    here.map_or(whole, |it| ChosenWords { from: it.from.min(last), at: it.at.min(last), ..it })
}

/// Moves along the words of a paragraph; `keep` chooses those in between.
pub(super) fn go(state: &mut TextState, paragraph: &Paragraph, forward: bool, keep: bool) {
    let count = count_words(&words_of(paragraph));
    let Some(last) = count.checked_sub(1) else { return };
    let here = state.chosen.filter(|it| it.paragraph == paragraph.id);
    let at = match here {
        None => 0,
        Some(it) if forward => (it.at + 1).min(last),
        Some(it) => it.at.saturating_sub(1).min(last),
    };
    let from = here.filter(|_| keep).map_or(at, |it| it.from.min(last));
    state.chosen = Some(ChosenWords { paragraph: paragraph.id, from, at });
}

/// The words of the next bracket of a paragraph, or of the one before; from its start or its end if none are
/// chosen in it.
pub(super) fn next(
    state: &TextState,
    paragraph: &Paragraph,
    forward: bool,
    afresh: bool,
) -> Option<ChosenWords> {
    let here = state.chosen.filter(|it| it.paragraph == paragraph.id && !afresh);
    let all = in_brackets(&words_of(paragraph));
    let place = here.and_then(|it| all.iter().position(|found| *found == (it.from, it.at)));
    let first = |(from, at): &(usize, usize)| *from.min(at);
    let (from, at) = match (here, place, forward) {
        (None, _, true) => all.first(),
        (None, _, false) => all.last(),
        (Some(_), Some(place), true) => all.get(place + 1),
        (Some(_), Some(place), false) => place.checked_sub(1).and_then(|place| all.get(place)),
        (Some(it), None, true) => all.iter().find(|found| first(found) > it.at),
        (Some(it), None, false) => all.iter().rev().find(|found| first(found) < it.at),
    }
    .copied()?;
    Some(ChosenWords { paragraph: paragraph.id, from, at })
}

/// Settles the bracket around the chosen word.
pub(super) fn settle_here(
    cx: &Cx<'_>,
    state: &mut TextState,
    paragraph: &Paragraph,
    granted: bool,
) {
    let Some(here) = state.chosen.filter(|it| it.paragraph == paragraph.id) else {
        return cx.push(Action::Say(cx.text.get(msg!("text-choose-word")).to_owned()));
    };
    match settle(&words_of(paragraph), here.at, granted) {
        None => cx.push(Action::Say(cx.text.get(msg!("text-no-bracket-here")).to_owned())),
        Some(words) => {
            state.chosen = None;
            put(cx, paragraph, &words);
        }
    }
}

fn put(cx: &Cx<'_>, paragraph: &Paragraph, words: &Words) {
    let edit = words_edit(paragraph, words, paragraph.marking, &*paragraph.number);
    edit.into_iter().for_each(|edit| cx.apply(edit));
}

/// Draws the fields of the bracket being added, if any.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let Some(mut bracket) = state.text.bracketing.take() else { return };
    let Some(paragraph) = cx.snapshot.paragraphs.get(bracket.chosen.paragraph) else { return };
    let (theme, text) = (&cx.theme, cx.text);
    let (mut done, mut leave) = (false, ui.input(|input| input.key_pressed(Key::Escape)));
    ui.horizontal_wrapped(|ui| {
        let asked = match bracket.asked {
            AskedOf::Stay => msg!("text-asked-stay"),
            AskedOf::Go => msg!("text-asked-go"),
            AskedOf::Other => msg!("text-asked-other"),
        };
        let words = said(&words_of(paragraph), bracket.chosen);
        ui.label(strong(theme, text.with(asked, &[("words", words.into())])));
        let width = theme.sizes.space.xxl * 6.0;
        let field = |ui: &mut Ui, value: &mut String, name: &str, first: bool| {
            ui.label(muted(theme, name));
            let field = ui.add(TextEdit::singleline(value).desired_width(width));
            let field = field.accessible_name(name);
            text_menu(ui, cx, &field);
            if first && !bracket.begun {
                field.request_focus();
            }
            field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
        };
        let other = bracket.asked == AskedOf::Other;
        if other {
            done |= field(ui, &mut bracket.words, text.get(msg!("text-other-words")), true);
        }
        done |= field(ui, &mut bracket.owners, text.get(msg!("text-asked-by")), !other);
        // On a line of their own: there may be too little room at the end of this one.
        ui.end_row();
        done |= primary_button(ui, theme, text.get(msg!("text-put-in"))).clicked();
        leave |= button(ui, theme, None, text.get(msg!("cancel"))).clicked();
    });
    bracket.begun = true;
    if done && (bracket.asked != AskedOf::Other || !bracket.words.trim().is_empty()) {
        match bracketed(cx, &bracket, &words_of(paragraph)) {
            Some(words) => {
                put(cx, paragraph, &words);
                say_strangers(cx, paragraph, &bracket.owners);
            }
            None => cx.push(Action::Say(text.get(msg!("text-no-words-there")).to_owned())),
        }
        state.text.chosen = None;
    } else if !leave {
        state.text.bracketing = Some(bracket);
    }
}

/// The chosen words, as shown.
pub(super) fn said(words: &Words, chosen: ChosenWords) -> String {
    let (from, to) = (chosen.from.min(chosen.at), chosen.from.max(chosen.at));
    let runs = words.runs();
    let all = runs.iter().flat_map(|run| run.text.split_whitespace());
    all.skip(from).take(to + 1 - from).collect::<Vec<_>>().join(" ")
}

fn bracketed(cx: &Cx<'_>, bracket: &Bracketing, words: &Words) -> Option<Words> {
    let owners = owners(cx, &bracket.owners);
    let owned = |kind, words| Bracket { owners: owners.clone(), ..Bracket::new(kind, words) };
    let span = (bracket.chosen.from, bracket.chosen.at);
    let other = Words::plain(&bracket.words);
    if bracket.asked == AskedOf::Other {
        let new = owned(BracketKind::Alternative(0), other.clone());
        if let Some(more) = add_alternative(words, bracket.chosen.at, &new) {
            return Some(more);
        }
    }
    put_in_bracket(words, span, &mut |inner| match bracket.asked {
        AskedOf::Stay => vec![owned(BracketKind::Add, inner)],
        AskedOf::Go => vec![owned(BracketKind::Delete, inner)],
        AskedOf::Other => vec![
            Bracket::new(BracketKind::Alternative(1), inner),
            owned(BracketKind::Alternative(2), other.clone()),
        ],
    })
}

/// Reports the typed names that nobody here has.
fn say_strangers(cx: &Cx<'_>, paragraph: &Paragraph, typed: &str) {
    let known = Owners::new(cx.snapshot);
    let asked = owners(cx, typed);
    let strangers = asked.iter().filter(|it| known.find(&it.name).is_none());
    let numbers = [paragraph.number.clone()];
    let said = |it: &Owner| stranger(cx.text, &it.name, known.suggested(&it.name), &numbers);
    let said: Vec<_> = strangers.map(said).collect();
    if !said.is_empty() {
        cx.push(Action::Say(said.join(" ")));
    }
}

/// Those who ask, as they are named after a bracket; an unknown name is kept as typed.
fn owners(cx: &Cx<'_>, typed: &str) -> Vec<Owner> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let known = Owners::new(cx.snapshot);
    let read = known.read(&format!("[x] ({typed})"));
    let named = read.pieces.iter().find_map(|piece| match piece {
        Piece::Bracket(bracket) if !bracket.owners.is_empty() => Some(bracket.owners.clone()),
        _ => None,
    });
    named.unwrap_or_else(|| {
        let names = typed.split([',', ';']).map(str::trim).filter(|it| !it.is_empty());
        let code = |name: &str| known.code(name).unwrap_or(name).to_owned();
        names.map(|name| Owner { name: code(name), against: false }).collect()
    })
}
