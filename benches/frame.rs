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
use cbm_workbench::document::{Document, Edit, Operation, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Clock, Paragraph, Version};
use cbm_workbench::settings::Settings;
use criterion::{Criterion, criterion_group, criterion_main};
use eframe::App as _;
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2,
    RawInput, Rect, TouchPhase, Vec2, pos2, vec2,
};

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
        // A user with a name is not asked for it at the first edit.
        let settings = Settings { author: "A. Desk".into(), named: true, ..Settings::default() };
        let setup = Setup { document: Some(document), clock, settings, ..Setup::default() };
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
            self.strike(Key::CloseBracket, Modifiers::COMMAND);
        }
        self.settle();
    }

    fn press(&mut self, key: Key) {
        self.strike(key, Modifiers::NONE);
        self.settle();
    }

    /// Presses a key and lets it go: one that is held down counts once.
    fn strike(&mut self, key: Key, modifiers: Modifiers) {
        for pressed in [true, false] {
            let event = Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
            self.draw(vec![event]);
        }
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
    for (name, path) in [("example", large::example()), ("large", copied())] {
        let mut window = Window::new(&path);
        group.bench_function(name, |bench| bench.iter(|| window.draw(Vec::new())));
        window.enlarge();
        let name = format!("{name}-nine-columns");
        group.bench_function(name, |bench| bench.iter(|| window.draw(Vec::new())));
    }
}

/// A copy of the large dossier, as nobody has opened it yet: a window goes back to where it was left, and
/// that would be another screen.
fn copied() -> PathBuf {
    let large = large::large();
    let path = large.with_file_name("edited.cbm");
    std::fs::copy(large, &path).expect("the large dossier can be copied");
    let copy = rusqlite::Connection::open(&path).expect("the copy opens");
    copy.execute("DELETE FROM desk", []).expect("where it was left is forgotten");
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
                    // In one cell after another, whose stance was cleared first: setting a stance
                    // that is there already is not an edit.
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

/// The example with as many proposals as a negotiation has: fifty.
fn fifty() -> PathBuf {
    let path = large::example().with_file_name("fifty.cbm");
    let _ = std::fs::remove_file(&path);
    Document::create(&path, Template::UnVotes, "Fifty").expect("a dossier can be made");
    // There are twelve; the first new one has the number 10.
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
                // The party most worth a call, or the next one: with two alternating answers, each
                // is a change.
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
    assert!(turn < 60 || logged > 60, "answers were logged: {logged}");
}

/// Opening the calling list of the large dossier on another proposal each time, from the key to the
/// picture. Only that one proposal is worked out.
fn opening(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open-calls");
    group.sample_size(20).measurement_time(Duration::from_secs(10));
    let mut window = Window::new(&copied());
    window.click(pos2(900.0, 600.0));
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

/// The example with a text of 500 paragraphs and 1,500 brackets, in two versions that differ in
/// every fifth paragraph.
fn long_text() -> PathBuf {
    let path = large::example().with_file_name("long-text.cbm");
    let _ = std::fs::remove_file(&path);
    Document::create(&path, Template::UnVotes, "Long").expect("a dossier can be made");
    let mut document = Document::open(&path).expect("it opens");
    let proposal = document.snapshot().proposals.iter().map(|it| it.id).next().expect("a proposal");
    let mut edit = Edit::new(StepName::ImportRecords, "");
    let mut before: Vec<Paragraph> = Vec::new();
    for rank in [0, 1] {
        let version = Version::new(proposal, format!("rev.{rank}"), rank);
        edit.operations.push(Operation::Put(version.clone().into()));
        let all: Vec<_> = (0..500)
            .map(|at: u32| {
                let often = if rank == 1 && at.is_multiple_of(5) { "twice" } else { "once" };
                let words = format!(
                    "Calls upon States [, as appropriate,] (RUS, CHN) to report {often} a year on \
                     measure {at} [and [all] (NLD) its costs] (EU; against: IRN)."
                );
                Paragraph {
                    number: format!("OP{}", at + 1),
                    follows: before.get(at as usize).map(|it| it.id),
                    ..Paragraph::new(version.id, at, words)
                }
            })
            .collect();
        edit.operations.extend(all.iter().map(|it| Operation::Put(it.clone().into())));
        before = all;
    }
    document.apply(&edit).expect("the text can be written");
    path
}

/// A window on the text room of the first proposal, which has a long text.
fn text_room() -> Window {
    let mut window = Window::new(&long_text());
    window.click(pos2(900.0, 600.0));
    window.press(Key::Home);
    window.draw(vec![key(Key::T, Modifiers::COMMAND.plus(Modifiers::SHIFT))]);
    window.settle();
    window
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// From each key of the text room to the next picture.
fn text_keys(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("key-in-text");
    group.sample_size(60).measurement_time(Duration::from_secs(5));
    let mut window = text_room();
    let (alt, both) = (Modifiers::ALT, Modifiers::ALT.plus(Modifiers::SHIFT));
    let shown: std::collections::HashSet<usize> = [Key::Home, Key::End]
        .map(|at| {
            window.press(at);
            window.draw(Vec::new())
        })
        .into();
    assert_eq!(shown.len(), 2, "the end of the text is another picture than its beginning");
    for (name, there, back, modifiers) in [
        ("paragraph", Key::ArrowDown, Key::ArrowUp, Modifiers::NONE),
        ("bracket", Key::ArrowDown, Key::ArrowUp, alt),
        ("change", Key::ArrowDown, Key::ArrowUp, both),
        ("ends", Key::End, Key::Home, Modifiers::NONE),
    ] {
        window.press(Key::Home);
        let mut turn = 0;
        group.bench_function(name, |bench| {
            bench.iter_custom(|times| {
                let mut spent = Duration::ZERO;
                for _ in 0..times {
                    // Eighty there and eighty back; from one end to the other in turn.
                    let run = if name == "ends" { 1 } else { 80 };
                    let pressed = if turn / run % 2 == 0 { there } else { back };
                    turn += 1;
                    let begun = Instant::now();
                    window.draw(vec![key(pressed, modifiers)]);
                    window.draw(Vec::new());
                    spent += begun.elapsed();
                    window.settle();
                }
                spent
            });
        });
    }
    // Agreed, and agreed ad referendum: an edit on the disk, and every count of the screen.
    window.press(Key::Home);
    let mut turn = 0;
    group.bench_function("agreed", |bench| {
        bench.iter_custom(|times| {
            let mut spent = Duration::ZERO;
            for _ in 0..times {
                let steps = window.steps();
                let sign = if turn % 2 == 0 { "g" } else { "r" };
                turn += 1;
                let begun = Instant::now();
                window.draw(vec![Event::Text(sign.to_owned())]);
                window.draw(Vec::new());
                spent += begun.elapsed();
                assert_eq!(window.steps(), steps + 1, "the paragraph has another status");
                window.settle();
            }
            spent
        });
    });
}

/// A frame while the wheel turns: over the matrix of the large dossier and over a long text.
fn scrolling(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("scroll");
    for (name, mut window) in [("matrix", Window::new(&copied())), ("text", text_room())] {
        window.draw(vec![Event::PointerMoved(pos2(900.0, 600.0))]);
        let mut turn = 0;
        group.bench_function(name, |bench| {
            bench.iter(|| {
                let down = if turn / 100 % 2 == 0 { -60.0 } else { 60.0 };
                turn += 1;
                window.draw(vec![Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta: vec2(0.0, down),
                    phase: TouchPhase::Move,
                    modifiers: Modifiers::NONE,
                    source: MouseWheelSource::Wheel,
                }])
            });
        });
    }
}

criterion_group!(benches, frames, edits, calls, opening, text_keys, scrolling);
criterion_main!(benches);
