//! The options of a drop-down list or menu: the keys start from the present choice, and a letter
//! goes to the option that begins with it.

use egui::{Context, Event, Id, Response, Ui};

use crate::model::words::fold;

/// Letters typed within so many seconds of one another are the beginning of one name.
const APART: f64 = 1.0;

/// The options of one list, as drawn so far in this pass and in the one before.
#[derive(Clone, Debug, Default)]
struct Options {
    pass: u64,
    // The pass in which the list was opened.
    opened: u64,
    drawn: Vec<(Id, String)>,
    typed: String,
    typed_at: f64,
    // The option that letters went to in this pass.
    wanted: Option<Id>,
}

/// An option of a list, and whether it is the present choice.
pub(crate) fn option_label(ui: &mut Ui, chosen: bool, words: impl Into<String>) -> Response {
    let words = words.into();
    let list = Id::unique(("options", ui.layer_id().id));
    let mut options: Options = ui.data(|data| data.get_temp(list)).unwrap_or_default();
    options.begin(ui);
    let name = fold(&words);
    let option = ui.selectable_label(chosen, words);
    // In its first pass a list is only measured, and its button still has the focus by which it is
    // known to have been opened by a key.
    let begins = chosen && options.wanted.is_none() && options.pass - options.opened == 1;
    if begins || options.wanted == Some(option.id) {
        option.request_focus();
        option.scroll_to_me(None);
    }
    options.drawn.push((option.id, name));
    ui.data_mut(|data| data.insert_temp(list, options));
    option
}

/// An option of a list that gives `value` this value.
pub(crate) fn option_value<T: PartialEq>(
    ui: &mut Ui,
    value: &mut T,
    option: T,
    words: impl Into<String>,
) -> Response {
    let mut response = option_label(ui, *value == option, words);
    if response.clicked() && *value != option {
        *value = option;
        response.mark_changed();
    }
    response
}

impl Options {
    /// Begins a pass with its first option: what was typed is looked for in the pass before.
    fn begin(&mut self, ui: &Ui) {
        let now = ui.cumulative_pass_nr();
        if self.pass == now {
            return;
        }
        let time = ui.input(|input| input.time);
        if self.pass + 1 < now {
            let typed = ui.data_mut(|data| data.remove_temp(opening())).unwrap_or_default();
            *self = Self { opened: now, typed, typed_at: time, ..Self::default() };
        }
        self.pass = now;
        let drawn = std::mem::take(&mut self.drawn);
        let letters = if ui.text_edit_focused() { String::new() } else { letters(ui.ctx()) };
        self.wanted = None;
        // What opened the list is looked for as soon as there are names.
        let opens = now - self.opened == 1 && !self.typed.is_empty();
        if letters.is_empty() && !opens {
            return;
        }
        if time - self.typed_at > APART {
            self.typed.clear();
        }
        self.typed.push_str(&fold(&letters));
        self.typed_at = time;
        let focused = ui.memory(|memory| memory.focused());
        let here = drawn.iter().position(|(id, _)| Some(*id) == focused);
        let names: Vec<_> = drawn.iter().map(|(_, name)| name.as_str()).collect();
        self.wanted = found(&names, here, &self.typed).map(|at| drawn[at].0);
    }
}

/// Where the letters that opened a list wait for it.
fn opening() -> Id {
    Id::unique("letters that open a list")
}

/// Keeps the letters that open a list, until it has names.
pub(super) fn open_with(context: &Context, letters: &str) {
    context.data_mut(|data| data.insert_temp(opening(), fold(letters)));
}

/// Takes the letters typed in this frame: they are for the list that is open or opens.
pub(super) fn letters(context: &Context) -> String {
    let mut letters = String::new();
    context.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Text(typed) if !typed.trim().is_empty() => {
                letters.push_str(typed);
                false
            }
            _ => true,
        });
    });
    letters
}

/// The place of the name that begins with what was typed, after the one that has the focus. One
/// letter again and again goes through all that begin with it.
fn found(names: &[&str], here: Option<usize>, typed: &str) -> Option<usize> {
    let first = typed.chars().next()?;
    let repeats = typed.chars().all(|letter| letter == first);
    let wanted = if repeats { &typed[..first.len_utf8()] } else { typed };
    // More letters of a name may still mean the one they led to.
    let from = here.map_or(0, |here| here + usize::from(repeats));
    let mut places = (0..names.len()).map(|step| (from + step) % names.len());
    places.find(|at| begins(names[*at], wanted))
}

/// Whether a name begins so; a sign before its words need not be typed.
fn begins(name: &str, wanted: &str) -> bool {
    let words = name.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    name.starts_with(wanted) || words.starts_with(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_to_the_next_name_that_begins_so() {
        let names = ["not filled in", "++  champions", "bilateral", "public", "press"];
        assert_eq!(found(&names, None, "b"), Some(2));
        assert_eq!(found(&names, Some(2), "p"), Some(3));
        assert_eq!(found(&names, Some(3), "pp"), Some(4), "the next of them");
        assert_eq!(found(&names, Some(4), "ppp"), Some(3), "round to the first");
        assert_eq!(found(&names, Some(3), "pr"), Some(4));
        assert_eq!(found(&names, Some(3), "pu"), Some(3), "it stays");
        assert_eq!(found(&names, Some(3), "c"), Some(1), "its sign is not typed");
        assert_eq!(found(&names, None, "+"), Some(1));
        assert_eq!(found(&names, Some(3), "x"), None);
    }
}
