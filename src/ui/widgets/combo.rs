//! Drop-down lists, and the menus of buttons: how keys open and close them.

use egui::{
    AsIdSalt, ComboBox, Context, FocusDirection, Id, InputState, Key, Modifiers, Popup, Response,
    Ui,
};

use super::options::{letters, open_with};
use super::stance::lined_sign;
use crate::model::Stance;
use crate::text::Text;
use crate::ui::icon::Icon;

/// A drop-down list with the arrow that every menu has; `None` leaves its width to the style.
pub(crate) fn combo_box(
    ui: &mut Ui,
    salt: impl AsIdSalt,
    shown: &str,
    width: Option<f32>,
    options: impl FnOnce(&mut Ui),
) -> Response {
    let combo = ComboBox::from_id_salt(salt).icon(|ui: &Ui, rect, look, _| {
        let colour = look.fg_stroke.color;
        Icon::Down.paint(ui.painter(), rect.center(), rect.height(), colour);
    });
    let combo = combo.selected_text(shown);
    let combo = match width {
        Some(width) => combo.width(width).truncate(),
        None => combo,
    };
    let list = |ui: &mut Ui| {
        options(ui);
        // Chosen by a key as well as by a click; the key that opened it chooses nothing.
        let chosen = ui.input(|it| it.key_pressed(Key::Enter) || it.key_pressed(Key::Space));
        if chosen && !ui.is_sizing_pass() {
            ui.close();
        }
    };
    let response = combo.show_ui(ui, list).response;
    drops_by_keys(&response);
    if let Some(letters) = opened_by_letters(&response) {
        open_with(&response.ctx, &letters);
    }
    response
}

/// Letters typed on a closed list that has the focus: they open it, and are the beginning of a name
/// in it.
pub(super) fn opened_by_letters(button: &Response) -> Option<String> {
    let context = &button.ctx;
    let id = Popup::default_response_id(button);
    if Popup::is_id_open(context, id) || !button.has_focus() || !button.enabled() {
        return None;
    }
    let letters = letters(context);
    if letters.is_empty() {
        return None;
    }
    open_by_key(context, id);
    Some(letters)
}

/// Opens the menu of a button that has the focus, to which the key that closes it leads back.
fn open_by_key(context: &Context, id: Id) {
    let opened: Opened = (false, None);
    context.data_mut(|data| data.insert_temp(by_keys(id), opened));
    Popup::open_id(context, id);
    context.request_repaint();
}

/// Where the state of a menu opened by keys is kept.
fn by_keys(menu: Id) -> Id {
    menu.with("opened by keys")
}

/// The menu under a button.
pub(crate) fn drop_down(button: &Response) -> Popup<'_> {
    drops_by_keys(button);
    Popup::menu(button)
}

/// The state, in the frame before, of a menu opened by keys: whether a key closed it, and which of
/// its items had the focus.
type Opened = (bool, Option<Id>);

/// The keys of a button with a menu: Down opens it as Enter and Space do, with or without Alt. When
/// closed by a key, it gives the focus back to its button; otherwise Tab would start again at the
/// top of the window.
pub(crate) fn drops_by_keys(button: &Response) {
    let context = &button.ctx;
    let id = Popup::default_response_id(button);
    let (memory, open) = (by_keys(id), Popup::is_id_open(context, id));
    let opened = context.data_mut(|data| data.get_temp::<Opened>(memory));
    let closes = context.input(|input| {
        [Key::Enter, Key::Space, Key::Escape].iter().any(|key| input.key_pressed(*key))
    });
    let focused = context.memory(|memory| memory.focused());
    let keep = |opened: Opened| {
        context.data_mut(|data| data.insert_temp(memory, opened));
    };
    match opened {
        Some(_) if open => {
            keep((closes, focused));
            if closes {
                let now = context.cumulative_pass_nr();
                context.data_mut(|data| data.insert_temp(closed(), now));
            }
        }
        Some((closed, inside)) => {
            context.data_mut(|data| data.remove::<Opened>(memory));
            // The chosen command may have asked for the focus.
            if (closed || closes) && (focused.is_none() || focused == inside) {
                button.request_focus();
            }
        }
        None if button.has_focus() && button.clicked() => keep((false, None)),
        None if button.clicked() => take_keys(context),
        None if !open && button.has_focus() && button.enabled() && is_asked(button) => {
            // Otherwise the arrow would move the focus to the widget below.
            context.memory_mut(|memory| memory.move_focus(FocusDirection::None));
            open_by_key(context, id);
        }
        None => {}
    }
}

/// Takes the focus away from whatever has it, because keys are meant for the menu that opens.
pub(crate) fn take_keys(context: &Context) {
    context.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
}

/// Whether a key closed a menu in this frame, so that its button gets the focus back.
pub(crate) fn gives_back(ui: &Ui) -> bool {
    let now = ui.cumulative_pass_nr();
    ui.data(|data| data.get_temp::<u64>(closed())).is_some_and(|it| it == now)
}

fn closed() -> Id {
    Id::unique("menu-closed-by-key")
}

/// Whether Down was pressed; the key is then consumed.
fn is_asked(button: &Response) -> bool {
    let taken = |input: &mut InputState| {
        let held = input.modifiers;
        let free = held == Modifiers::NONE || held == Modifiers::ALT;
        free && input.consume_key(held, Key::ArrowDown)
    };
    button.ctx.input_mut(taken)
}

/// A stance with its sign, as one of several below each other: the words line up.
pub(crate) fn stance_option(text: Text, stance: Option<Stance>) -> String {
    format!("{}  {}", lined_sign(stance), text.stance(stance))
}
