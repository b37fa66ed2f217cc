//! An empty window with the renderer of the workbench, as the baseline for first frame and
//! memory (see `benches/window`).

use eframe::{App, CreationContext, Frame, NativeOptions, Renderer};
use egui::{CentralPanel, Context, Ui};

struct Empty;

impl App for Empty {
    fn logic(&mut self, context: &Context, _frame: &mut Frame) {
        if context.cumulative_frame_nr() == 1 {
            tracing::info!("the first frame is shown");
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        // egui has no fonts of its own here, so no text is shown.
        CentralPanel::default().show(ui, |_| {});
        if ui.cumulative_frame_nr() < 2 {
            ui.request_repaint();
        }
    }
}

fn main() -> eframe::Result {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let viewport = egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]);
    let options = NativeOptions {
        viewport,
        renderer: Renderer::Glow,
        persist_window: false,
        ..NativeOptions::default()
    };
    eframe::run_native(
        "empty window",
        options,
        Box::new(|_: &CreationContext<'_>| Ok(Box::new(Empty))),
    )
}
