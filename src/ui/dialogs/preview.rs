//! The preview of a page, beside the choices that make it.

use egui::load::SizedTexture;
use egui::{Image, Key, Modifiers, ScrollArea, TextureHandle, Ui, Vec2};

use super::super::cx::{Action, Base};
use super::super::icon::Icon;
use super::super::state::SheetWanted;
use super::super::widgets::{busy, icon_button, marking_chip, muted, paragraph, warning};
use super::export::ExportDraft;
use crate::model::Marking;
use crate::text::msg;

/// The preview of a page before it is made.
#[derive(Clone, Default)]
pub enum PagePreview {
    /// Nothing yet.
    #[default]
    None,
    /// A sheet of it.
    Shown(Sheet),
    /// Nothing, for this reason.
    Failed(String),
    /// Nothing, because what it is on may not be seen, in words.
    Withheld(String),
}

/// A sheet of a page.
#[derive(Clone)]
pub struct Sheet {
    /// The sheet as drawn.
    pub texture: TextureHandle,
    /// The request.
    pub wanted: SheetWanted,
    /// How many sheets there are.
    pub of: usize,
    /// The marking of the page.
    pub marking: Marking,
}

impl std::fmt::Debug for PagePreview {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Its content has no place in a log.
        formatter.write_str(match self {
            Self::None => "None",
            Self::Shown(_) => "Shown",
            Self::Failed(_) => "Failed",
            Self::Withheld(_) => "Withheld",
        })
    }
}

/// Draws the page, and asks for it if another is shown than the chosen one.
pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut ExportDraft) {
    let space = &base.theme.sizes.space;
    let width = ui.available_width() - space.l;
    let height = ui.content_rect().height() * 0.66;
    if let PagePreview::Shown(sheet) = &draft.preview
        && sheet.wanted.request == draft.request
    {
        turn(ui, base, &mut draft.sheet, sheet.of, sheet.marking);
    } else {
        draft.sheet = 0;
        // As high as the row that appears once the number of sheets is known.
        ui.add_space(base.theme.sizes.row.list + ui.spacing().item_spacing.y);
    }
    let pixels = |points: f32| (points * ui.pixels_per_point()).clamp(1.0, f32::from(u16::MAX));
    let most = ui.input(|input| input.max_texture_side);
    let wanted = SheetWanted {
        request: draft.request,
        sheet: draft.sheet,
        wide: (pixels(width) as u16).min(u16::try_from(most).unwrap_or(u16::MAX)),
        highest: u16::try_from(most).unwrap_or(u16::MAX),
    };
    if draft.asked != Some(wanted) {
        let is_other = draft.asked.is_none_or(|asked| asked.request != wanted.request);
        if is_other {
            // Nothing above the new ceiling stays in sight.
            draft.preview = PagePreview::None;
        }
        draft.asked = Some(wanted);
        base.push(Action::Preview(wanted));
    }
    let area = ScrollArea::vertical().id_salt("page").max_height(height);
    area.min_scrolled_height(height).auto_shrink(false).show(ui, |ui| match &draft.preview {
        PagePreview::None => {
            ui.horizontal(|ui| {
                busy(ui, &base.theme);
                ui.label(muted(&base.theme, base.text.get(msg!("export-making"))));
            });
        }
        PagePreview::Failed(words) => warning(ui, &base.theme, words),
        PagePreview::Withheld(words) => {
            warning(ui, &base.theme, words);
            paragraph(ui, muted(&base.theme, base.text.get(msg!("export-other-ceiling"))));
        }
        PagePreview::Shown(sheet) => {
            picture(ui, base, sheet, width);
            if !draft.request.format.is_set() {
                paragraph(ui, muted(&base.theme, base.text.get(msg!("export-preview-about"))));
            }
        }
    });
}

/// A sheet, with its edge.
fn picture(ui: &mut Ui, base: &Base<'_>, sheet: &Sheet, width: f32) {
    let size = sheet.texture.size_vec2();
    let shown = Vec2::new(width, width * size.y / size.x.max(1.0));
    let image = Image::from_texture(SizedTexture::new(sheet.texture.id(), shown));
    let response = ui.add(image.alt_text(words(base, sheet.wanted.sheet, sheet.of)));
    let stroke = egui::Stroke::new(base.theme.sizes.space.hair, base.theme.colours.control);
    ui.painter().rect_stroke(response.rect, 0.0, stroke, egui::StrokeKind::Inside);
}

/// Which sheet it is, with ways to turn to others, and the marking of the page.
fn turn(ui: &mut Ui, base: &Base<'_>, sheet: &mut usize, of: usize, marking: Marking) {
    let (theme, text) = (&base.theme, base.text);
    let keys = !ui.text_edit_focused();
    let pressed = |key: Key| keys && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (mut back, mut on) = (pressed(Key::PageUp), pressed(Key::PageDown));
    ui.horizontal(|ui| {
        ui.set_min_height(theme.sizes.row.list);
        ui.add_enabled_ui(*sheet > 0, |ui| {
            back |=
                icon_button(ui, theme, Icon::Left, text.get(msg!("export-sheet-back"))).clicked();
        });
        ui.add_enabled_ui(*sheet + 1 < of, |ui| {
            on |=
                icon_button(ui, theme, Icon::Right, text.get(msg!("export-sheet-next"))).clicked();
        });
        ui.label(words(base, *sheet, of));
        marking_chip(ui, theme, marking);
    });
    if back {
        *sheet = sheet.saturating_sub(1);
    }
    if on && *sheet + 1 < of {
        *sheet += 1;
    }
}

/// Which sheet of how many.
fn words(base: &Base<'_>, sheet: usize, of: usize) -> String {
    let counts = [("sheet", base.text.count(sheet + 1).into()), ("of", base.text.count(of).into())];
    base.text.with(msg!("export-sheet"), &counts)
}
