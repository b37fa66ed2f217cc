//! Names and paths that Windows would interpret differently from what is meant.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Longer paths need a prefix on Windows; the limit is 260 characters, and there must be room for
/// the temporary files beside a dossier.
const LONG: usize = 180;

/// The prefix of a path that Windows takes literally, however long it is.
pub(super) const LITERAL: &str = r"\\?\";

/// The names that Windows reserves for devices, whatever extension follows.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// A path in the form that the system accepts: on Windows a long one is refused unless it has the
/// prefix.
pub(crate) fn workable(path: &Path) -> Cow<'_, Path> {
    if cfg!(windows)
        && path.as_os_str().len() > LONG
        && let Ok(whole) = std::path::absolute(path)
        && let Some(literal) = whole.to_str().and_then(literal)
    {
        return Cow::Owned(PathBuf::from(literal));
    }
    Cow::Borrowed(path)
}

/// A Windows path with the prefix for long ones; `None` if it has one or needs none.
fn literal(path: &str) -> Option<String> {
    if path.starts_with(LITERAL) || path.starts_with(r"\\.\") {
        return None;
    }
    let path = path.replace('/', r"\");
    match path.strip_prefix(r"\\") {
        Some(share) => Some(format!(r"{LITERAL}UNC\{share}")),
        None => path.get(1..3).filter(|it| *it == r":\").map(|_| format!("{LITERAL}{path}")),
    }
}

/// A path as people know it, without the prefix.
pub(crate) fn without_prefix(path: &str) -> Cow<'_, str> {
    match path.strip_prefix(LITERAL) {
        Some(bare) => match bare.strip_prefix(r"UNC\") {
            Some(share) => Cow::Owned(format!(r"\\{share}")),
            None => Cow::Borrowed(bare),
        },
        None => Cow::Borrowed(path),
    }
}

/// Whether the system would take the name of a new file for something else: a part of another file,
/// a device, or another name.
pub(super) fn misleads(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    cfg!(windows) && name.is_some_and(misleads_windows)
}

fn misleads_windows(name: &str) -> bool {
    // After a colon comes the name of a hidden part of another file, which is lost when the file is
    // sent.
    let refused = |sign: char| sign.is_control() || r#"<>:"/\|?*"#.contains(sign);
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let numbered = numbered.is_some_and(|n| n.chars().count() == 1 && "123456789¹²³".contains(n));
    // Longer ones are reported as missing.
    name.encode_utf16().count() > 255
        || name.contains(refused)
        || name.ends_with(['.', ' '])
        || numbered
        || DEVICES.contains(&stem.as_str())
}

/// A name for a file without characters that some system refuses.
pub(crate) fn acceptable(name: &str) -> String {
    let refused = |sign: char| sign.is_control() || r#"<>:"/\|?*"#.contains(sign);
    let name: String = name.chars().map(|sign| if refused(sign) { '-' } else { sign }).collect();
    name.trim_end_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_paths_get_the_prefix_that_fits_their_kind_and_lose_it_for_people() {
        for (path, long) in [
            (r"C:\a\b.cbm", Some(r"\\?\C:\a\b.cbm")),
            ("C:/a/b.cbm", Some(r"\\?\C:\a\b.cbm")),
            (r"\\srv\share\b.cbm", Some(r"\\?\UNC\srv\share\b.cbm")),
            (r"\\?\C:\a\b.cbm", None),
            (r"\\.\nul", None),
            (r"a\b.cbm", None),
            ("é", None),
        ] {
            assert_eq!(literal(path).as_deref(), long, "{path}");
            if let Some(long) = long {
                assert_eq!(without_prefix(long), path.replace('/', r"\"));
            }
        }
        assert_eq!(without_prefix("/home/ana/a.cbm"), "/home/ana/a.cbm");
    }

    #[test]
    fn names_that_windows_takes_for_something_else_are_known() {
        for name in [
            "a:b.cbm",
            "what?.cbm",
            "a.cbm ",
            "a.",
            "nul.cbm",
            "COM1",
            "com¹.cbm",
            "a\tb",
            "CON .x",
        ] {
            assert!(misleads_windows(name), "{name}");
        }
        assert!(misleads_windows(&"é".repeat(256)) && !misleads_windows(&"é".repeat(255)));
        for name in ["a.cbm", "console.cbm", "com10.cbm", "Naïve – überblick.cbm", ".a", "nula"]
        {
            assert!(!misleads_windows(name), "{name}");
        }
        assert_eq!(acceptable("A/RES/73/27: what? "), "A-RES-73-27- what-");
    }

    #[test]
    fn no_file_of_the_project_has_a_name_that_windows_cannot_hold() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut folders: Vec<_> =
            ["assets", "benches", "data", "examples", "packaging", "src", "tests"]
                .map(|it| root.join(it))
                .into();
        let mut count = 0;
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                assert!(!misleads_windows(&entry.file_name().to_string_lossy()), "{entry:?}");
                count += 1;
                folders.extend(entry.file_type().unwrap().is_dir().then(|| entry.path()));
            }
        }
        assert!(count > 1000, "{count} files");
    }
}
