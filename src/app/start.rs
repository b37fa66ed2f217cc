//! From the command line to the first frame.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;

use super::jobs::{NewDossier, Opening, Source};
use super::viewer::Viewing;
use super::{App, Setup, jobs};
use crate::exchange::package_kind;
use crate::library::templates::Template;
use crate::model::{Clock, Language};
use crate::settings::{self, Settings, WindowPlace};
use crate::store::Access;
use crate::text::{Text, msg};

/// The environment variable that selects the renderer; set for the second attempt if the first
/// finds no OpenGL.
pub(crate) fn restart_variable() -> &'static str {
    "CBM_WORKBENCH_RENDERER"
}

/// Shows the window with this dossier or the last one. Returns the exit code.
pub fn run(file: Option<PathBuf>, language: Option<Language>) -> u8 {
    let settings = Settings::load();
    let speaks = language.or(settings.language).unwrap_or_else(crate::cli::system_language);
    let package = file.clone().filter(|file| is_package(file));
    // Read the words and the dossier while the window is being created.
    drop(std::thread::spawn(move || Text::new(speaks).get(msg!("help-about"))));
    let opening = begin_opening(file, &settings, speaks);
    let second_attempt = std::env::var_os(restart_variable()).is_some_and(|name| name == "wgpu");
    let renderer = if second_attempt { Renderer::Wgpu } else { Renderer::Glow };
    let place = settings.window;
    let mut waiting = Some((opening, settings));
    let shown = eframe::run_native("cbm-workbench", options(renderer, place), {
        let waiting = &mut waiting;
        Box::new(move |creation| {
            let (opening, settings) = waiting.take().ok_or("the window is made once")?;
            let setup = Setup { package, ..setup(opening, settings, language) };
            Ok(Box::new(App::new(creation, setup)))
        })
    });
    match shown {
        Ok(()) => 0,
        Err(error) if !second_attempt && waiting.is_some() => {
            tracing::warn!(%error, "no OpenGL; starting anew with wgpu");
            // Release the dossier, which the second attempt will open.
            if let Some((Some(awaited), _)) = waiting.take() {
                drop(awaited.opening.join());
            }
            start_anew().unwrap_or_else(|| no_window(speaks))
        }
        Err(error) => {
            tracing::error!(%error, "no window could be made");
            no_window(speaks)
        }
    }
}

/// Reports that no window can be opened, and returns the exit code for it.
fn no_window(speaks: Language) -> u8 {
    crate::cli::complain(Text::new(speaks).get(msg!("error-no-window")));
    1
}

/// Starts the program again: an event loop can be created only once per process, so the second
/// attempt needs a new one. Returns `None` if it cannot be started.
fn start_anew() -> Option<u8> {
    let again = std::env::current_exe().and_then(|program| {
        Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(restart_variable(), "wgpu")
            .status()
    });
    let code = again.ok()?.code().and_then(|code| u8::try_from(code).ok());
    Some(code.unwrap_or(1))
}

fn options(renderer: Renderer, place: Option<WindowPlace>) -> NativeOptions {
    let measures = crate::ui::theme::measures();
    let icon = include_bytes!("../../assets/desktop/cbm-workbench-128.png");
    let mut viewport = ViewportBuilder::default()
        .with_app_id("cbm-workbench")
        .with_title("CBM Workbench")
        .with_inner_size([measures.window.width, measures.window.height])
        .with_min_inner_size([measures.window.least_width, measures.window.least_height])
        .with_drag_and_drop(true);
    if let Some(WindowPlace { size, at, maximised }) = place {
        viewport = viewport.with_inner_size(size).with_maximized(maximised);
        if let Some(at) = at {
            viewport = viewport.with_position(at);
        }
    }
    // A missing icon is no reason not to open the window.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(icon) {
        viewport = viewport.with_icon(icon);
    }
    NativeOptions { viewport, renderer, persist_window: false, ..NativeOptions::default() }
}

fn is_package(path: &Path) -> bool {
    package_kind(path).is_some()
}

/// A dossier being opened.
#[derive(Debug)]
pub struct Awaited {
    pub(super) path: PathBuf,
    pub(super) opening: JoinHandle<jobs::Outcome>,
}

/// How long the first picture waits for a dossier: a small one is ready by then, and the start
/// screen would only flash up before it.
const WAIT: Duration = Duration::from_millis(100);

/// Starts opening the requested dossier, or else the last one, or the example on first start.
fn begin_opening(
    file: Option<PathBuf>,
    settings: &Settings,
    language: Language,
) -> Option<Awaited> {
    let asked = file.is_some();
    // A package is not opened directly: the window asks where its dossier goes.
    if file.as_deref().is_some_and(is_package) {
        return None;
    }
    let last = || settings.recent.iter().find(|path| path.exists()).cloned();
    let path = file.or_else(last).or_else(settings::example_path)?;
    let new = (!asked && !path.exists()).then_some(NewDossier {
        source: Source::Template(Template::UnVotes, language),
        marking: settings.marking,
    });
    let opened = path.clone();
    let access = Access { passphrase: None, backups: settings.backups_folder() };
    let shown = (Clock::System.today(), Text::new(language));
    let how = Opening { new, access, shown, whole: false };
    Some(Awaited { path, opening: std::thread::spawn(move || jobs::open(&opened, &how)) })
}

fn setup(opening: Option<Awaited>, settings: Settings, language: Option<Language>) -> Setup {
    let mut setup = Setup {
        settings,
        clock: Clock::System,
        keeps_settings: true,
        language,
        viewing: Viewing::of_the_system(),
        ..Setup::default()
    };
    if let Some(Awaited { path, opening }) = opening {
        // Nothing was ever opened, and nothing was requested.
        setup.first =
            setup.settings.recent.is_empty() && Some(&path) == settings::example_path().as_ref();
        let begun = Instant::now();
        while !opening.is_finished() && begun.elapsed() < WAIT {
            std::thread::sleep(Duration::from_millis(1));
        }
        if !opening.is_finished() {
            setup.opening = Some(Awaited { path, opening });
            return setup;
        }
        match opening.join() {
            Ok(Ok(opened)) if opened.checks.is_some() => {
                // Reported like one that had to be waited for.
                let opening = std::thread::spawn(move || Ok(opened));
                setup.opening = Some(Awaited { path, opening });
            }
            Ok(Ok(opened)) => {
                setup.document = Some(opened.document);
                setup.figures = Some(opened.figures);
                setup.backup = opened.backup;
            }
            Ok(Err(error)) => setup.failure = Some((path, error)),
            // The thread panicked; the start screen is shown.
            Err(_) => tracing::error!("opening a dossier failed"),
        }
    }
    setup
}

/// The monitors, in the order in which a window is placed on one of them.
pub(super) fn monitors(frame: &eframe::Frame) -> Vec<String> {
    let Some(window) = frame.winit_window() else { return Vec::new() };
    let named = window.available_monitors().enumerate().map(|(place, monitor)| {
        let name = monitor.name().unwrap_or_else(|| (place + 1).to_string());
        let size = monitor.size();
        format!("{name} · {}×{}", size.width, size.height)
    });
    named.collect()
}
