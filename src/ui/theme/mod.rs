//! The look of the workbench: tokens, fonts, and egui's style made from them.

mod fonts;
mod tokens;

use egui::style::{ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Vec2,
};

pub use fonts::strong;
pub(crate) use tokens::measures;
pub use tokens::{Colours, Measures, Room as RoomSizes};

use crate::settings::ThemeChoice;

/// The colours and sizes in use.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// The colours.
    pub colours: &'static Colours,
    /// The sizes.
    pub sizes: &'static Measures,
}

impl Theme {
    /// The theme a context is set to.
    pub fn of(context: &Context) -> Self {
        let colours = match context.theme() {
            egui::Theme::Light => tokens::light(),
            egui::Theme::Dark => tokens::dark(),
        };
        Self { colours, sizes: measures() }
    }

    /// The light or dark theme, whatever a context is set to.
    pub fn fixed(dark: bool) -> Self {
        Self { colours: if dark { tokens::dark() } else { tokens::light() }, sizes: measures() }
    }

    /// The regular font at a size in points.
    pub(crate) fn font(&self, size: f32) -> FontId {
        FontId::proportional(size)
    }

    /// The font of emphasised text at a size in points.
    pub(crate) fn strong(&self, size: f32) -> FontId {
        FontId::new(size, strong())
    }

    /// A line one point wide, as a separator.
    pub(crate) fn hairline(&self) -> Stroke {
        Stroke::new(self.sizes.space.hair, self.colours.hairline)
    }

    /// The ring around the widget with the focus.
    pub(crate) fn focus_ring(&self) -> Stroke {
        Stroke::new(self.sizes.shape.focus, self.colours.focus)
    }

    /// The corner radius of a control.
    pub(crate) fn corner(&self) -> CornerRadius {
        corner(self.sizes)
    }
}

/// Duration of animations in seconds: at most 0.12, so that nothing waits for them.
const MOVES: f32 = 0.1;

/// Sets a context up: fonts, both styles, and the chosen theme.
pub fn install(context: &Context, choice: ThemeChoice) {
    context.set_fonts(fonts::definitions());
    context.set_style_of(egui::Theme::Light, style(tokens::light(), false));
    context.set_style_of(egui::Theme::Dark, style(tokens::dark(), true));
    // The fallback if the system does not say.
    context.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    choose(context, choice);
}

/// Turns animations off, or on.
pub(crate) fn keep_still(context: &Context, still: bool) {
    let time = if still { 0.0 } else { MOVES };
    context.all_styles_mut(|style| {
        style.animation_time = time;
        style.visuals.text_cursor.blink = !still;
        style.scroll_animation = if still {
            egui::style::ScrollAnimation::none()
        } else {
            egui::style::ScrollAnimation::default()
        };
    });
}

/// Chooses the theme.
pub fn choose(context: &Context, choice: ThemeChoice) {
    context.set_theme(match choice {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    });
}

fn style(colours: &Colours, dark: bool) -> Style {
    let sizes = measures();
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, FontId::proportional(sizes.text.caption)),
            (TextStyle::Body, FontId::proportional(sizes.text.body)),
            (TextStyle::Button, FontId::proportional(sizes.text.body)),
            (TextStyle::Monospace, FontId::monospace(sizes.text.body)),
            (TextStyle::Heading, FontId::new(sizes.text.title, strong())),
        ]
        .into(),
        ..Style::default()
    };
    style.animation_time = MOVES;
    style.url_in_tooltip = true;
    spacing(&mut style, sizes);
    visuals(&mut style, colours, sizes, dark);
    style
}

fn spacing(style: &mut Style, sizes: &Measures) {
    let space = &sizes.space;
    style.spacing.item_spacing = Vec2::new(space.s, space.xs);
    style.spacing.button_padding = Vec2::new(space.s, space.xs);
    style.spacing.menu_margin = Margin::same(points(space.xs));
    style.spacing.window_margin = Margin::same(points(space.l));
    style.spacing.interact_size = Vec2::new(sizes.shape.target, sizes.shape.target);
    style.spacing.icon_width = sizes.shape.icon;
    style.spacing.icon_width_inner = sizes.shape.icon / 2.0;
    style.spacing.icon_spacing = space.s;
    style.spacing.combo_width = space.xxl;
    style.spacing.combo_height = space.xxl * 10.0;
    style.spacing.text_edit_width = space.xxl * 8.0;
    style.spacing.menu_width = space.xxl * 10.0;
    style.spacing.tooltip_width = space.xxl * 10.0;
    style.spacing.scroll = ScrollStyle {
        bar_width: space.s,
        floating_allocated_width: space.s,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        dormant_handle_opacity: 0.35,
        active_background_opacity: 0.0,
        active_handle_opacity: 0.5,
        interact_background_opacity: 0.0,
        interact_handle_opacity: 0.8,
        ..ScrollStyle::thin()
    };
    // A card covers the rows below: it appears when the pointer rests, not while it moves from row
    // to row.
    style.interaction.tooltip_delay = 0.5;
    style.interaction.tooltip_grace_time = 0.0;
    style.interaction.show_tooltips_only_when_still = true;
}

fn visuals(style: &mut Style, colours: &Colours, sizes: &Measures, dark: bool) {
    let line = |colour| Stroke::new(sizes.space.hair, colour);
    let widget = |fill: Color32, outline: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: line(outline),
        fg_stroke: line(ink),
        corner_radius: corner(sizes),
        expansion: 0.0,
    };
    let look = &mut style.visuals;
    *look = if dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    look.widgets = Widgets {
        noninteractive: widget(colours.surface, colours.hairline, colours.ink),
        inactive: widget(colours.surface, colours.control, colours.ink),
        hovered: widget(colours.hover, colours.accent, colours.ink),
        active: widget(colours.accent_soft, colours.accent, colours.ink),
        open: widget(colours.accent_soft, colours.accent, colours.ink),
    };
    look.selection = Selection {
        bg_fill: colours.accent_soft,
        stroke: Stroke::new(sizes.shape.focus, colours.focus),
    };
    look.weak_text_color = Some(colours.muted);
    look.hyperlink_color = colours.accent;
    look.faint_bg_color = colours.hover;
    look.extreme_bg_color = colours.surface;
    look.text_edit_bg_color = Some(colours.surface);
    look.code_bg_color = colours.hover;
    look.warn_fg_color = colours.warn;
    look.error_fg_color = colours.danger;
    look.panel_fill = colours.paper;
    look.window_fill = colours.raised;
    look.window_stroke = line(colours.hairline);
    look.window_corner_radius = corner(sizes);
    look.menu_corner_radius = corner(sizes);
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: colours.shadow };
    look.window_shadow = shadow;
    look.popup_shadow = shadow;
    look.striped = false;
    look.button_frame = true;
    look.indent_has_left_vline = false;
    look.text_cursor.stroke = Stroke::new(sizes.shape.focus, colours.accent);
}

fn corner(sizes: &Measures) -> CornerRadius {
    CornerRadius::same(sizes.shape.radius as u8)
}

/// A size in the form egui wants for margins: whole points.
pub fn points(size: f32) -> i8 {
    size as i8
}
