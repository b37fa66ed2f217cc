//! The gallery: pictures of every screen and widget in both themes and languages, for people to
//! look at. `tests/gallery/index.html` shows them side by side.

use cbm_workbench::analysis::Tally;
use cbm_workbench::command::Screen;
use cbm_workbench::model::{Keyed, Language, Marking, Severity, Stance};
use cbm_workbench::settings::ThemeChoice;
use cbm_workbench::text::{Message, Text};
use cbm_workbench::ui::icon::Icon;
use cbm_workbench::ui::theme::{self, Theme};
use cbm_workbench::ui::widgets;
use egui::{Key, Modifiers};
use egui_kittest::{Harness, SnapshotResults};

use crate::access::full;
use crate::common::Options;

const THEMES: [(&str, bool); 2] = [("light", false), ("dark", true)];

/// The file name of a picture in the gallery.
fn name(what: &str, language: Language, theme: &str) -> String {
    format!("gallery/{what}_{}_{theme}", language.key())
}

#[test]
fn pictures_of_every_screen_in_both_themes_and_languages() {
    let mut results = SnapshotResults::new();
    for language in Language::ALL {
        let text = Text::new(*language);
        for (theme, dark) in THEMES {
            let mut window = full(Options { language: *language, dark, ..Options::default() });
            for screen in Screen::ALL {
                window.press_with(Modifiers::COMMAND, Key::K);
                window.type_text(text.label(*screen));
                window.press(Key::Enter);
                window.harness.snapshot(name(screen.key(), *language, theme));
            }
            results.extend_harness(&mut window.harness);
        }
    }
}

#[test]
fn pictures_of_every_widget_in_both_themes_and_languages() {
    let mut results = SnapshotResults::new();
    for language in Language::ALL {
        for (theme, dark) in THEMES {
            let mut harness = page(*language, dark);
            harness.run();
            harness.snapshot(name("widgets", *language, theme));
            results.extend_harness(&mut harness);
        }
    }
}

/// A page with one of each widget.
fn page(language: Language, dark: bool) -> Harness<'static> {
    let mut installed = false;
    let size = egui::vec2(720.0, 560.0);
    let choice = if dark { ThemeChoice::Dark } else { ThemeChoice::Light };
    let egui_theme = if dark { egui::Theme::Dark } else { egui::Theme::Light };
    let builder = Harness::builder().with_size(size).with_theme(egui_theme);
    builder.build_ui(move |ui| {
        if !std::mem::replace(&mut installed, true) {
            theme::install(ui, choice);
            return;
        }
        let (look, text) = (Theme::of(ui), Text::new(language));
        let rect = ui.ctx().content_rect();
        ui.painter().rect_filled(rect, 0, look.colours.paper);
        widgets::heading(ui, text.get(Message::new("app-name")));
        ui.horizontal(|ui| {
            widgets::primary_button(ui, &look, text.get(Message::new("mark")));
            widgets::danger_button(ui, &look, text.get(Message::new("delete")));
            widgets::button(ui, &look, Some(Icon::Add), text.get(Message::new("add-proposal")));
            widgets::icon_button(ui, &look, Icon::Close, text.get(Message::new("close")));
            widgets::link(ui, &look, "A/RES/73/27");
        });
        ui.horizontal(|ui| {
            widgets::Chip::new(text.get(Message::new("list-filter"))).show(ui, &look);
            widgets::Chip::new(text.get(Message::new("list-filter")))
                .active(true)
                .menu()
                .show(ui, &look);
            widgets::Chip::new(text.get(Message::new("list-filter"))).removable().show(ui, &look);
        });
        ui.horizontal(|ui| {
            for marking in Marking::ALL {
                widgets::marking_chip(ui, &look, *marking);
            }
        });
        ui.horizontal(|ui| {
            for stance in Stance::ALL.iter().map(|stance| Some(*stance)).chain([None]) {
                widgets::stance_badge(ui, &look, text, stance);
            }
        });
        widgets::stance_buttons(ui, &look, text, Some(Some(Stance::Accept)));
        let mut tally = Tally::default();
        for (place, stance) in Stance::ALL.iter().enumerate() {
            (0..=place).for_each(|_| tally.add(Some(*stance)));
        }
        tally.add(None);
        let (bar, _) = ui.allocate_exact_size(egui::vec2(360.0, 16.0), egui::Sense::hover());
        widgets::tally_bar(ui.painter(), &look, bar, &tally);
        ui.label(widgets::tally_words(text, &tally));
        ui.horizontal(|ui| {
            for severity in Severity::all().map(Some).chain([None]) {
                let size = egui::vec2(48.0, 28.0);
                let (cell, _) = ui.allocate_exact_size(size, egui::Sense::hover());
                widgets::severity_cell(ui.painter(), &look, cell, severity);
            }
        });
        widgets::warning(ui, &look, text.get(Message::new("alert-red-line")));
        let about = text.get(Message::new("start-about"));
        widgets::choice_card(ui, &look, Icon::New, text.get(Message::new("start-heading")), about);
        widgets::section(ui, &look, text.get(Message::new("marking-of-dossier")));
        widgets::paragraph(ui, widgets::muted(&look, about));
        // Names and quotes in the scripts of the parties must show as glyphs, not as boxes.
        widgets::paragraph(
            ui,
            "Россия · Ελλάδα · Հայաստան · საქართველო · Việt Nam · Côte d’Ivoire",
        );
        widgets::paragraph(ui, "العربية · עברית · Türkiye · Azərbaycan · ≤ ≥ → ✓ −1");
    })
}

#[test]
fn the_page_of_the_gallery_shows_every_picture() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("tests/gallery/index.html")).unwrap();
    let screens = Screen::ALL.iter().map(|screen| screen.key()).chain(["widgets"]);
    for screen in screens {
        for language in Language::ALL {
            for (theme, _) in THEMES {
                let picture = format!("../snapshots/{}.png", name(screen, *language, theme));
                assert!(page.contains(&picture), "{picture} is not shown");
                assert!(root.join("tests/gallery").join(&picture).exists(), "{picture}");
            }
        }
    }
}
