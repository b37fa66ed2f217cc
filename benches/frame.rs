//! One frame of the matrix at 1920 × 1080, on the example and on a large dossier: layout,
//! drawing and tessellation, without the graphics card.
//!
//! The large dossier fills the screen with nearly twice as many cells as the twelve proposals of
//! the example. So both are also measured at the largest cell size, at which both show nine
//! columns: that reveals whether a frame depends on the size of the dossier.
//!
//! `cargo bench --bench frame`; then `cargo run --release --example ratios` for the ratios.

#![expect(clippy::expect_used, reason = "a measurement that cannot be made should say so")]

mod large;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cbm_workbench::app::{App, Setup};
use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::Clock;
use criterion::{Criterion, criterion_group, criterion_main};
use eframe::App as _;
use egui::{Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, pos2};

struct Window {
    context: Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
}

impl Window {
    fn new(path: &Path) -> Self {
        let context = Context::default();
        let creation = eframe::CreationContext::_new_kittest(context.clone());
        let document = Document::open(path).expect("it opens");
        let clock = Clock::Fixed("2026-11-21T14:02:00Z".parse().expect("a moment"));
        let setup = Setup { document: Some(document), clock, ..Setup::default() };
        let app = App::new(&creation, setup);
        let mut window = Self { context, app, frame: eframe::Frame::_new_kittest(), time: 0.0 };
        window.settle();
        window
    }

    fn settle(&mut self) {
        for _ in 0..10 {
            self.draw(Vec::new());
        }
    }

    /// Makes the cells of the matrix as large as possible.
    fn enlarge(&mut self) {
        for _ in 0..3 {
            self.draw(vec![Event::Key {
                key: Key::CloseBracket,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::COMMAND,
            }]);
        }
        self.settle();
    }

    fn press(&mut self, key: Key) {
        self.draw(vec![Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        }]);
        self.settle();
    }

    fn click(&mut self, pos: Pos2) {
        self.draw(vec![Event::PointerMoved(pos)]);
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            self.draw(vec![Event::PointerButton { pos, button, pressed, modifiers }]);
        }
        self.settle();
    }

    fn steps(&self) -> usize {
        self.app.document().map_or(0, |document| document.history().steps().len())
    }

    fn draw(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let screen = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1920.0, 1080.0));
        let input = RawInput {
            screen_rect: Some(screen),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let (app, frame) = (&mut self.app, &mut self.frame);
        let output = self.context.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone(), frame);
            app.ui(ui, frame);
        });
        self.context.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    for (name, path) in [("example", large::example()), ("large", large::large())] {
        let mut window = Window::new(&path);
        group.bench_function(name, |bench| bench.iter(|| window.draw(Vec::new())));
        window.enlarge();
        let name = format!("{name}-nine-columns");
        group.bench_function(name, |bench| bench.iter(|| window.draw(Vec::new())));
    }
}

/// A copy of the large dossier, for editing.
fn copied() -> PathBuf {
    let large = large::large();
    let path = large.with_file_name("edited.cbm");
    std::fs::copy(large, &path).expect("the large dossier can be copied");
    path
}

/// From the key that sets a stance to the next picture, with the edit on the disk and all
/// figures on screen up to date.
fn edits(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("edit-to-picture");
    group.sample_size(60).measurement_time(Duration::from_secs(15));
    for (name, path) in [("example", large::example()), ("large", copied())] {
        let mut window = Window::new(&path);
        window.click(pos2(900.0, 600.0));
        let mut turn = 0;
        group.bench_function(name, |bench| {
            bench.iter_custom(|times| {
                let mut spent = Duration::ZERO;
                for _ in 0..times {
                    // In one cell after another, whose stance was cleared first: setting the one
                    // that is there already is no edit.
                    turn += 1;
                    window.draw(vec![Event::Text("?".to_owned())]);
                    window.settle();
                    let steps = window.steps();
                    let begun = Instant::now();
                    window.draw(vec![Event::Text("2".to_owned())]);
                    window.draw(Vec::new());
                    spent += begun.elapsed();
                    assert_eq!(window.steps(), steps + 1, "the stance was set");
                    let arrow = if turn / 12 % 2 == 0 { Key::ArrowDown } else { Key::ArrowUp };
                    window.press(arrow);
                }
                spent
            });
        });
    }
}

/// The example with as many proposals as a negotiation has, fifty.
fn fifty() -> PathBuf {
    let path = large::example().with_file_name("fifty.cbm");
    let _ = std::fs::remove_file(&path);
    Document::create(&path, Template::UnVotes, "Fifty").expect("a dossier can be made");
    // Twelve are there; the first one more has the number 10.
    large::fill(&path, 47, usize::MAX).expect("it can be filled");
    path
}

/// From the key that logs an answer to the next picture of the calling list, with its order and its head
/// line right.
fn calls(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("edit-to-picture");
    group.sample_size(60).measurement_time(Duration::from_secs(15));
    let mut window = Window::new(&fifty());
    window.draw(vec![Event::Key {
        key: Key::J,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND.plus(Modifiers::SHIFT),
    }]);
    window.settle();
    let mut turn = 0;
    group.bench_function("calls", |bench| {
        bench.iter_custom(|times| {
            let mut spent = Duration::ZERO;
            for _ in 0..times {
                // Whoever is worth a call most, or the next one: with two answers in turn, each is another.
                window.draw(vec![Event::Text("n".to_owned())]);
                window.settle();
                turn += 1;
                let sign = if turn / 193 % 2 == 0 { "2" } else { "4" };
                let steps = window.steps();
                let begun = Instant::now();
                window.draw(vec![Event::Text(sign.to_owned())]);
                window.draw(Vec::new());
                spent += begun.elapsed();
                assert!(window.steps() <= steps + 1, "an answer is a step");
            }
            spent
        });
    });
    let logged = window.steps();
    assert!(logged > 60, "answers were logged: {logged}");
}

/// Opening the calling list of the large dossier on another proposal each time, from the key to the picture. All
/// that is worked out is what is known of that one proposal.
fn opening(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open-calls");
    group.sample_size(20).measurement_time(Duration::from_secs(10));
    let mut window = Window::new(&large::large());
    window.click(pos2(900.0, 600.0));
    let key = |key, modifiers| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    };
    let to_matrix = || key(Key::Num1, Modifiers::COMMAND);
    let to_calls = || key(Key::J, Modifiers::COMMAND.plus(Modifiers::SHIFT));
    let mut turn = 0;
    group.bench_function("large", |bench| {
        bench.iter_custom(|times| {
            let mut spent = Duration::ZERO;
            for _ in 0..times {
                window.draw(vec![to_matrix()]);
                window.settle();
                turn += 1;
                window.press(if turn / 900 % 2 == 0 { Key::ArrowRight } else { Key::ArrowLeft });
                window.settle();
                let begun = Instant::now();
                window.draw(vec![to_calls()]);
                window.draw(Vec::new());
                spent += begun.elapsed();
            }
            spent
        });
    });
}

criterion_group!(benches, frames, edits, calls, opening);
criterion_main!(benches);
