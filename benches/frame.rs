//! One frame of the matrix at 1920 × 1080, on the example and on a large dossier: laying
//! out, drawing and tessellating, without the graphics card.
//!
//! The large dossier fills the screen with nearly twice as many cells as the nine proposals
//! of the example. So both are measured at the largest size of the cells too, where both
//! show nine columns: that tells whether a frame knows how large the dossier is.
//!
//! `cargo bench --bench frame`; then `cargo run --release --example ratios` for the ratios.

#![expect(clippy::expect_used, reason = "a measurement that cannot be made should say so")]

mod large;

use std::path::Path;

use cbm_workbench::app::{App, Setup};
use cbm_workbench::document::Document;
use cbm_workbench::model::Clock;
use criterion::{Criterion, criterion_group, criterion_main};
use eframe::App as _;
use egui::{Context, Event, Key, Modifiers, RawInput, Rect, Vec2, pos2};

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

    /// Makes the cells of the matrix as large as they get.
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

criterion_group!(benches, frames);
criterion_main!(benches);
