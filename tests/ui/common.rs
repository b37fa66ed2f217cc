//! A window for tests, with a dossier of its own and a stopped clock.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use cbm_workbench::app::{App, Setup, Viewing};
use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Clock, Language, Stance};
use cbm_workbench::settings::{Settings, ThemeChoice};
use cbm_workbench::store::{Access, Passphrase};
use egui::{Event, HoveredFile, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;

/// The passphrase of protected dossiers.
pub const WORDS: &str = "gravel ocarina";

/// A window, and the folder of its dossier.
pub struct Window {
    /// The window.
    pub harness: Harness<'static, App>,
    folder: TempDir,
}

/// A dropped file.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// The program that shows files, if there is a folder for them: it puts a copy there.
fn see(path: &Path) -> bool {
    let seen = path.ancestors().nth(2).unwrap().join("seen");
    let shows = seen.is_dir();
    if shows {
        std::fs::copy(path, seen.join(path.file_name().unwrap())).unwrap();
    }
    shows
}

/// How a window is set up.
#[derive(Clone, Copy)]
pub struct Options {
    /// The template of the dossier; `None` shows no dossier.
    pub template: Option<Template>,
    /// The size of the window.
    pub size: Vec2,
    /// Whether it uses the dark theme.
    pub dark: bool,
    /// The language.
    pub language: Language,
    /// Whether the dossier is opened for reading only.
    pub read_only: bool,
    /// Whether the user has given the name under which entries are made.
    pub named: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            template: Some(Template::UnVotes),
            size: Vec2::new(1280.0, 720.0),
            dark: false,
            language: Language::English,
            read_only: false,
            named: true,
        }
    }
}

impl Window {
    /// A window on the example, 1280 by 720, light, in English.
    pub fn new() -> Self {
        Self::with(Options::default(), |_| {})
    }

    /// A window on a dossier that is changed before it is shown.
    pub fn with(options: Options, prepare: impl FnOnce(&mut Document)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dossier.cbm");
        let document = options.template.map(|template| {
            let title = if template == Template::Empty {
                "New dossier"
            } else {
                "UN votes on ICT security 2018–2023"
            };
            Document::create(&path, template, title).unwrap();
            let mut document = Document::open(&path).unwrap();
            document.set_clock(clock());
            document.set_author("A. Desk");
            prepare(&mut document);
            if options.read_only {
                drop(document);
                document = Document::open_read_only(&path).unwrap();
            }
            document
        });
        Self::on(options, folder, document)
    }

    /// A window on a file that is manipulated before it is opened.
    pub fn on_file(prepare: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("dossier.cbm");
        Document::create(&path, Template::UnVotes, "UN votes").unwrap();
        prepare(&path);
        let document = Document::open(&path).unwrap();
        Self::on(Options::default(), folder, Some(document))
    }

    /// The same with a clock the test controls.
    pub fn with_clock(options: Options, clock: Clock, prepare: impl FnOnce(&mut Document)) -> Self {
        let Self { harness, folder } = Self::with(options, prepare);
        drop(harness);
        let path = folder.path().join("dossier.cbm");
        let access = Access { passphrase: Passphrase::new(WORDS.to_owned()), backups: None };
        let document = Document::open_as(&path, access).unwrap();
        Self::by(options, folder, Some(document), clock)
    }

    /// The window after the program was killed and restarted.
    pub fn after_a_crash(self, options: Options) -> Self {
        let Self { harness, folder } = self;
        drop(harness);
        let document = Document::open(&folder.path().join("dossier.cbm")).unwrap();
        Self::on(options, folder, Some(document))
    }

    /// The window after the program was started with a package.
    pub fn started_with(self, package: PathBuf) -> Self {
        let Self { harness, folder } = self;
        drop(harness);
        let setup = Setup { package: Some(package), clock: clock(), ..Setup::default() };
        Self::set_up(Options::default(), folder, setup)
    }

    fn on(options: Options, folder: TempDir, document: Option<Document>) -> Self {
        Self::by(options, folder, document, clock())
    }

    fn by(options: Options, folder: TempDir, document: Option<Document>, clock: Clock) -> Self {
        Self::set_up(options, folder, Setup { document, clock, ..Setup::default() })
    }

    fn set_up(options: Options, folder: TempDir, setup: Setup) -> Self {
        let theme = if options.dark { egui::Theme::Dark } else { egui::Theme::Light };
        let choice = if options.dark { ThemeChoice::Dark } else { ThemeChoice::Light };
        let settings = Settings {
            author: "A. Desk".into(),
            named: options.named,
            theme: choice,
            language: Some(options.language),
            ..Settings::default()
        };
        let viewing = Viewing { folder: folder.path().join("pages"), open: see };
        let harness = Harness::builder()
            .with_size(options.size)
            .with_theme(theme)
            .with_max_steps(12)
            .build_eframe(|creation| App::new(creation, Setup { settings, viewing, ..setup }));
        let mut window = Self { harness, folder };
        window.settle();
        window
    }

    /// Draws until nothing moves.
    pub fn settle(&mut self) {
        self.harness.run_ok();
    }

    /// Clicks the widget with this name.
    pub fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.settle();
    }

    /// Clicks the widget with this name, and draws only the frame that takes the click.
    pub fn click_without_settling(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.step();
    }

    /// Clicks the first widget whose name contains this.
    pub fn click_first(&mut self, part: &str) {
        let found: Vec<_> = self.harness.get_all_by_label_contains(part).collect();
        found[0].click();
        drop(found);
        self.settle();
    }

    /// Clicks the button with this name that was drawn last: the one in front.
    pub fn press_button(&mut self, name: &str) {
        let buttons = self.harness.get_all_by_role_and_label(egui::Role::Button, name);
        buttons.last().unwrap().click();
        self.settle();
    }

    /// Drags with the pointer from one place to another.
    pub fn drag(&mut self, from: egui::Pos2, to: egui::Pos2) {
        self.drag_over(from, to);
        self.harness.drop_at(to);
        self.settle();
    }

    /// The same, without letting go.
    pub fn drag_over(&mut self, from: egui::Pos2, to: egui::Pos2) {
        self.harness.hover_at(from);
        self.settle();
        self.harness.drag_at(from);
        self.settle();
        for part in [0.3, 0.6, 1.0] {
            self.harness.hover_at(from.lerp(to, part));
            self.settle();
        }
    }

    /// Clicks twice at a place, as fast as a double click.
    pub fn double_click(&mut self, place: egui::Pos2) {
        let button = |pressed| Event::PointerButton {
            pos: place,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.harness.hover_at(place);
        self.settle();
        let events = [true, false, true, false].map(button);
        self.harness.input_mut().events.extend(events);
        self.settle();
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key while modifiers are held.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Closes the room by its key, which asks first.
    pub fn close_room(&mut self) {
        self.press_with(Modifiers::SHIFT, Key::F5);
        self.click("Close the room now");
    }

    /// Types text into the widget with the focus.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    /// Drags files over the window without dropping them, or away from it again if there are none.
    pub fn hover_files(&mut self, names: &[&str]) {
        let file = |name: &&str| HoveredFile { path: Some(name.into()), ..HoveredFile::default() };
        self.harness.input_mut().hovered_files = names.iter().map(file).collect();
        self.settle();
    }

    /// Drops several files on the window at once.
    pub fn drop_files(&mut self, names: &[&str]) {
        for name in names {
            let path = self.folder.path().join(name);
            std::fs::write(&path, "anything").unwrap();
            self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        }
        self.settle();
    }

    /// Whether a widget with exactly this name is shown.
    pub fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    /// Whether a widget whose name contains this is shown.
    pub fn shows_part(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    /// Drops a file on the window and waits until this is shown.
    pub fn drop_file(&mut self, name: &str, content: &[u8], until: &str) {
        let path = self.folder.path().join(name);
        if !content.is_empty() {
            std::fs::write(&path, content).unwrap();
        }
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        // It is read on another thread.
        self.wait_for(until);
    }

    /// Waits until a widget whose name contains this is shown and the window is at rest; keys
    /// pressed before that may be held back for a field that is still to come.
    pub fn wait_for(&mut self, until: &str) {
        let begun = Instant::now();
        while !self.shows_part(until) {
            assert!(begun.elapsed() < Duration::from_secs(20), "{until} was not shown");
            std::thread::sleep(Duration::from_millis(20));
            self.settle();
        }
        self.settle();
    }

    /// Lets some time pass, in seconds.
    pub fn pass(&mut self, seconds: f32) {
        // A step of the harness is a quarter of a second. A test that waits for minutes loses
        // nothing if a frame comes every two seconds.
        let step = if seconds > 60.0 { 2.0 } else { 0.25 };
        for _ in 0..(seconds / step) as usize {
            let now = self.harness.ctx.input(|input| input.time);
            self.harness.input_mut().time = Some(now + f64::from(step));
            self.harness.step();
        }
        self.harness.input_mut().time = None;
    }

    /// Chooses a command from a menu, and types the path it asks for, because there is no file
    /// dialog.
    pub fn choose(&mut self, menu: &str, command: &str, path: &Path) {
        self.click(menu);
        self.click(command);
        self.give_path(path);
    }

    /// Types the path asked for.
    pub fn give_path(&mut self, path: &Path) {
        self.wait_for("Path of the file");
        self.press_with(Modifiers::COMMAND, Key::A);
        self.type_text(&path.display().to_string());
        self.click("Continue");
    }

    /// Presses Tab until the widget with this name has the focus.
    pub fn tab_to(&mut self, name: &str) {
        let here =
            |window: &Self| window.harness.query_all_by_label(name).any(|node| node.is_focused());
        let mut left = 400;
        while !here(self) {
            left -= 1;
            assert!(left > 0, "{name} cannot be reached with Tab");
            self.press(Key::Tab);
        }
    }

    /// The path of a file beside the dossier.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The open dossier.
    pub fn document(&self) -> &Document {
        self.harness.state().document().unwrap()
    }

    /// The stance of a party on a proposal today.
    pub fn stance(&self, party: &str, proposal: &str) -> Option<Stance> {
        let snapshot = self.document().snapshot();
        let party = snapshot.party_by_code(party).unwrap().id;
        let proposal = snapshot.proposal_by_code(proposal).unwrap().id;
        snapshot.current_position(proposal, party, clock().today())?.stance
    }

    /// The number of steps in the history.
    pub fn steps(&self) -> usize {
        self.document().history().steps().len()
    }
}

/// 21 November 2026, 14:02.
pub fn clock() -> Clock {
    Clock::Fixed("2026-11-21T14:02:00Z".parse().unwrap())
}
