//! The user's settings on this machine: name, language, theme, recent files and so on.
//!
//! One readable file in the user's configuration folder. It contains paths, but never content of a
//! dossier.

mod folders;
mod mappings;
mod place;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use folders::{backups_path, folders};
pub(crate) use folders::{example_path, pages_path};
pub use mappings::KeptMapping;
pub use place::WindowPlace;

use crate::model::{Keyed, Language, Marking, keyed};
use crate::store::rename;

/// Recent files remembered.
const RECENT: usize = 10;

keyed! {
    /// The choice of theme.
    #[derive(Default)]
    pub enum ThemeChoice as "theme" {
        /// Follow the system.
        #[default]
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

/// The settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The author's name, logged with each edit.
    pub author: String,
    /// The author's role, logged with the name.
    pub role: String,
    /// Whether the user has been asked for both.
    pub named: bool,
    /// The language; `None` is the system's.
    #[serde(deserialize_with = "key_or_nothing")]
    pub language: Option<Language>,
    /// The theme.
    #[serde(deserialize_with = "key_or_default")]
    pub theme: ThemeChoice,
    /// The zoom factor of the window; 1.0 is normal.
    pub zoom: f32,
    /// Whether animations are off.
    pub still: bool,
    /// The marking of a new dossier.
    #[serde(serialize_with = "as_key", deserialize_with = "marking_or_amber")]
    pub marking: Marking,
    /// Minutes of inactivity after which a protected dossier locks; 0 is never.
    pub idle_lock: u32,
    /// The folder for backups; `None` is the user's data folder.
    pub backups: Option<PathBuf>,
    /// Dossiers for which the warning about their location has been shown.
    pub warned: Vec<PathBuf>,
    /// The recent dossiers, newest first.
    pub recent: Vec<PathBuf>,
    /// The position of the window when it was last closed.
    pub window: Option<WindowPlace>,
    /// The widths to which parts of the window were dragged, in points, by the name of the part.
    pub dividers: BTreeMap<String, f32>,
    /// How tables with known headings were read, the last one first.
    pub mappings: Vec<KeptMapping>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            author: user_name(),
            role: String::new(),
            named: false,
            language: None,
            theme: ThemeChoice::default(),
            zoom: 1.0,
            still: false,
            marking: Marking::Amber,
            idle_lock: 10,
            backups: None,
            warned: Vec::new(),
            recent: Vec::new(),
            window: None,
            dividers: BTreeMap::new(),
            mappings: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the settings; anything unreadable gets its default.
    pub(crate) fn load() -> Self {
        let read = || std::fs::read_to_string(folders()?.config.join("settings.toml")).ok();
        let mut settings = read().map_or_else(Self::default, |text| Self::parse(&text));
        settings.set_zoom(settings.zoom);
        settings.window = settings.window.and_then(WindowPlace::sane);
        settings
    }

    /// Sets the zoom, kept within its limits.
    pub(crate) fn set_zoom(&mut self, zoom: f32) {
        self.zoom = if zoom.is_finite() { zoom.clamp(0.5, 3.0) } else { 1.0 };
    }

    /// Parses settings; each invalid value gets its default.
    fn parse(text: &str) -> Self {
        if let Ok(settings) = toml::from_str(text) {
            return settings;
        }
        let Ok(table) = text.parse::<toml::Table>() else { return Self::default() };
        let mut kept = toml::Table::new();
        for (name, value) in table {
            let mut more = kept.clone();
            more.insert(name, value);
            if more.clone().try_into::<Self>().is_ok() {
                kept = more;
            }
        }
        kept.try_into().unwrap_or_default()
    }

    /// The name and role, as logged.
    pub(crate) fn signature(&self) -> String {
        if self.role.trim().is_empty() {
            return self.author.clone();
        }
        format!("{} ({})", self.author, self.role.trim())
    }

    /// Writes the settings atomically.
    ///
    /// # Errors
    /// Any error of the file system.
    pub(crate) fn save(&self) -> std::io::Result<()> {
        let folder = folders().ok_or(std::io::ErrorKind::NotFound)?.config;
        std::fs::create_dir_all(&folder)?;
        let text = toml::to_string_pretty(self).map_err(std::io::Error::other)?;
        let mut file = tempfile::NamedTempFile::new_in(&folder)?;
        file.write_all(text.as_bytes())?;
        let file = file.into_temp_path();
        rename(&file, &folder.join("settings.toml"))
    }

    /// The folder for backups: the chosen one, or the user's own. `None` if the system has no data
    /// folder.
    pub(crate) fn backups_folder(&self) -> Option<PathBuf> {
        self.backups.clone().or_else(backups_path)
    }

    /// Puts a dossier first among the recent ones.
    pub(crate) fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.recent.retain(|other| *other != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT);
    }
}

fn user_name() -> String {
    let name =
        ["USER", "USERNAME", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    name.unwrap_or_default()
}

fn as_key<S: serde::Serializer>(marking: &Marking, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(marking.key())
}

fn marking_or_amber<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Marking, D::Error> {
    Ok(Marking::parse(&String::deserialize(deserializer)?).unwrap_or(Marking::Amber))
}

fn key_or_nothing<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Keyed,
{
    Ok(T::from_key(&String::deserialize(deserializer)?))
}

fn key_or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Keyed + Default,
{
    Ok(key_or_nothing(deserializer)?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_back_as_written() {
        let mut settings = Settings {
            author: "A. Desk".into(),
            language: Some(Language::Dutch),
            theme: ThemeChoice::Dark,
            zoom: 1.25,
            recent: Vec::new(),
            window: Some(WindowPlace { size: [1200.0, 700.0], at: None, maximised: true }),
            dividers: [("inspector".to_owned(), 410.0)].into(),
            ..Settings::default()
        };
        settings.remember(Path::new("/a.cbm"));
        settings.remember(Path::new("/b.cbm"));
        settings.remember(Path::new("/a.cbm"));
        assert_eq!(settings.recent, [PathBuf::from("/a.cbm"), PathBuf::from("/b.cbm")]);
        let text = toml::to_string_pretty(&settings).unwrap();
        assert_eq!(toml::from_str::<Settings>(&text).unwrap(), settings);
    }

    #[test]
    fn an_invalid_value_affects_only_itself() {
        let settings = Settings::parse("author = \"A. Desk\"\nzoom = \"large\"\nmarking = \"RED\"");
        assert_eq!(settings.author, "A. Desk");
        assert_eq!((settings.zoom, settings.marking), (1.0, Marking::Red));
        assert_eq!(Settings::parse("not toml at all [").zoom, 1.0);
    }

    #[test]
    fn the_role_is_logged_with_the_name() {
        let mut settings = Settings { author: "A. Desk".into(), ..Settings::default() };
        assert_eq!(settings.signature(), "A. Desk");
        settings.role = "legal adviser".into();
        assert_eq!(settings.signature(), "A. Desk (legal adviser)");
    }

    #[test]
    fn an_unknown_or_missing_value_gets_its_default() {
        let settings: Settings = toml::from_str("theme = \"pink\"\nlanguage = \"fr\"").unwrap();
        assert_eq!(settings.theme, ThemeChoice::System);
        assert_eq!(settings.language, None);
        assert_eq!(settings.zoom, 1.0);
    }
}
