//! The architecture, as `src/lib.rs` states it.

use std::path::{Path, PathBuf};

/// The modules from top to bottom; each uses only those below it.
const ORDER: [&str; 15] = [
    "app", "cli", "ui", "command", "settings", "report", "explain", "exchange", "document",
    "store", "analysis", "library", "text", "draft", "model",
];

/// The parts of `ui` from top to bottom; each uses only those below it.
const UI_ORDER: [&str; 11] = [
    "shell",
    "dialogs",
    "views",
    "inspector",
    "room",
    "widgets",
    "cx",
    "selection",
    "state",
    "icon",
    "theme",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files_under(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_under(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The source files of a module, with their code without comments.
fn sources(module: &str) -> Vec<(PathBuf, String)> {
    let src = root().join("src");
    let mut files = Vec::new();
    let single = src.join(format!("{module}.rs"));
    if single.exists() {
        files.push(single);
    }
    if src.join(module).is_dir() {
        files.extend(files_under(&src.join(module), "rs"));
    }
    assert!(!files.is_empty(), "{module}");
    let code = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
        lines.collect::<Vec<_>>().join("\n")
    };
    files.into_iter().map(|path| (path.clone(), code(&path))).collect()
}

/// Whether code contains a path as a whole word.
fn names(code: &str, path: &str) -> bool {
    code.match_indices(path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + path.len()..].chars().next();
        let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !word(before) && !word(after)
    })
}

/// Whether code uses a module of this crate, alone or in a group of imports.
fn uses(code: &str, module: &str) -> bool {
    let grouped = code.match_indices("crate::{").any(|(at, _)| {
        let group = &code[at..];
        let end = group.find(';').unwrap_or(group.len());
        names(&group[..end], module)
    });
    grouped || names(code, &format!("crate::{module}"))
}

#[test]
fn a_module_uses_only_those_below_it() {
    for (place, module) in ORDER.iter().enumerate() {
        for (path, code) in sources(module) {
            for above in &ORDER[..place] {
                // Unit tests may look up: they check promises of more than one module.
                let code = code.split("#[cfg(test)]").next().unwrap_or_default();
                assert!(!uses(code, above), "{} uses {above}", path.display());
            }
        }
    }
}

/// The paths below `ui` that code in `ui` names, whether through `crate::ui` or through `super`.
fn named_from_ui<'a>(code: &'a str, path: &Path) -> impl Iterator<Item = &'a str> {
    let below = path.strip_prefix(root().join("src/ui")).unwrap();
    let is_mod = path.ends_with("mod.rs");
    let climb = "super::".repeat(below.components().count() - usize::from(is_mod));
    let from = |start: String| {
        let found: Vec<_> = code.match_indices(&start).map(|(at, _)| at).collect();
        let whole = move |at: &usize| !code[..*at].ends_with(':');
        found.into_iter().filter(whole).map(move |at| &code[at + start.len()..])
    };
    from("crate::ui::".to_owned()).chain(from(climb)).map(|rest| {
        let ends = |c: char| !(c.is_alphanumeric() || c == '_');
        let end = if rest.starts_with('{') { rest.find(';') } else { rest.find(ends) };
        &rest[..end.unwrap_or(rest.len())]
    })
}

#[test]
fn a_part_of_the_window_uses_only_those_below_it() {
    for (place, part) in UI_ORDER.iter().enumerate() {
        for (path, code) in sources(&format!("ui/{part}")) {
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            for named in named_from_ui(code, &path) {
                for above in &UI_ORDER[..place] {
                    assert!(!names(named, above), "{} uses ui::{above}", path.display());
                }
            }
        }
    }
}

#[test]
fn every_part_of_the_window_has_its_place_in_the_order() {
    for entry in std::fs::read_dir(root().join("src/ui")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(name == "mod" || UI_ORDER.contains(&&*name), "{name}");
    }
}

#[test]
fn every_module_has_its_place_in_the_order() {
    for entry in std::fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(["lib", "main"].contains(&&*name) || ORDER.contains(&&*name), "{name}");
    }
}

#[test]
fn nothing_but_the_store_names_the_database() {
    // Neither does anything between them and the store: the values handed up are our own.
    for module in ORDER.iter().filter(|module| **module != "store") {
        for (path, code) in sources(module) {
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            for name in ["rusqlite", "Connection"] {
                assert!(!names(code, name), "{} names {name}", path.display());
            }
            assert!(!code.contains("SELECT ") && !code.contains("PRAGMA "), "{}", path.display());
        }
    }
}

#[test]
fn nothing_below_the_window_names_egui() {
    for module in [
        "model", "draft", "analysis", "library", "store", "document", "exchange", "text",
        "explain", "report", "settings", "cli",
    ] {
        for (path, code) in sources(module) {
            for name in ["egui", "eframe", "egui_extras", "egui_table"] {
                assert!(!names(&code, name), "{} names {name}", path.display());
            }
        }
    }
}

/// The items of the store that code names, in a path or an import.
fn of_the_store(code: &str) -> Vec<&str> {
    let behind = code.match_indices("store::").map(|(at, path)| &code[at + path.len()..]);
    let named = behind.flat_map(|rest| {
        let list = rest.strip_prefix('{').and_then(|list| list.split('}').next());
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let one = &rest[..rest.find(|c: char| !word(c)).unwrap_or(rest.len())];
        list.unwrap_or(one).split(',').map(str::trim)
    });
    named.collect()
}

#[test]
fn only_the_document_writes_dossiers() {
    for module in ORDER.iter().filter(|module| !["store", "document"].contains(module)) {
        for (path, code) in sources(module) {
            for name in of_the_store(&code) {
                let writes = ["Store", "Changes", "NewStep", "salvage", "copy_closed"];
                assert!(!writes.contains(&name), "{} names {name} of the store", path.display());
            }
        }
    }
}

#[test]
fn colours_are_defined_only_in_the_tokens() {
    for module in ["app", "ui", "command"] {
        for (path, code) in sources(module) {
            let tokens = path.ends_with("theme/tokens.rs");
            for literal in ["Color32::from_", "Color32::BLACK", "Color32::WHITE", "Color32::RED"] {
                assert!(tokens || !code.contains(literal), "{}: {literal}", path.display());
            }
        }
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    let all = files_under(&root().join("src"), "rs")
        .into_iter()
        .chain(files_under(&root().join("tests"), "rs"))
        .chain(files_under(&root().join("benches"), "rs"));
    for path in all {
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines < 500, "{} has {lines} lines", path.display());
    }
}

#[test]
fn every_bundled_library_is_listed_with_its_licence() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let locked = |name: &str, version: &str| {
        lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\""))
    };
    let listed = std::fs::read_to_string(root().join("assets/licences/crates.txt")).unwrap();
    let mut names = Vec::new();
    for line in listed.lines() {
        let (library, licence) = line.split_once(" · ").unwrap();
        let (name, version) = library.split_once(' ').unwrap();
        assert!(locked(name, version), "{line}: run assets/licences/make.py");
        assert!(!licence.is_empty());
        // No licence that would bind the whole program.
        let free = licence.split(" OR ").any(|one| !one.contains("GPL"));
        assert!(free, "{line}");
        names.push(name);
    }
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let direct = manifest.split("[dependencies]").nth(1).unwrap();
    let direct = direct.split("[dev-dependencies]").next().unwrap();
    for line in direct.lines().filter(|line| line.contains(" = ") && !line.starts_with('#')) {
        let name = line.split(' ').next().unwrap();
        assert!(names.contains(&name), "{name} is not listed: run assets/licences/make.py");
    }
}

#[test]
fn no_bundled_library_talks_to_a_network() {
    let listed = std::fs::read_to_string(root().join("assets/licences/crates.txt")).unwrap();
    let names: Vec<_> = listed.lines().filter_map(|line| line.split(' ').next()).collect();
    for network in
        ["reqwest", "hyper", "ureq", "curl", "tokio", "rustls", "native-tls", "h2", "quinn", "mio"]
    {
        assert!(!names.contains(&network), "{network}");
    }
}

#[test]
fn no_unsafe_code_and_no_network() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    for module in ORDER {
        for (path, code) in sources(module) {
            for name in ["TcpStream", "TcpListener", "UdpSocket", "reqwest", "ureq", "hyper"] {
                assert!(!names(&code, name), "{} names {name}", path.display());
            }
        }
    }
}

#[test]
fn no_clock_is_used_that_panics_before_1970() {
    for path in files_under(&root().join("src"), "rs") {
        let code = std::fs::read_to_string(&path).unwrap();
        let own = path.ends_with("model/ids.rs");
        let tests = code.find("#[cfg(test)]").unwrap_or(code.len());
        for call in ["Utc::now()", "Local::now()", "now_v7()"] {
            let asked = code[..tests].contains(call) && !own;
            assert!(!asked, "{}: {call}; there are Clock and fresh_id", path.display());
        }
    }
}

#[test]
fn all_pictures_together_stay_under_8_mb() {
    let pictures = files_under(&root().join("tests/snapshots"), "png");
    // Files that a failing test leaves beside a picture do not count.
    let left = [".new.png", ".old.png", ".diff.png"];
    let kept = pictures.iter().filter(|path| {
        let name = path.to_string_lossy();
        left.iter().all(|ending| !name.ends_with(ending))
    });
    let bytes: u64 = kept.map(|path| path.metadata().unwrap().len()).sum();
    assert!(bytes < 8_000_000, "{bytes} bytes: see Pictures in CONTRIBUTING.md");
}

#[test]
fn lists_and_menus_drop_down_by_the_one_widget_that_knows_their_keys() {
    let widgets = root().join("src/ui/widgets");
    // A click on a head sorts, so its menu has keys of its own.
    let own = [widgets.join("combo.rs"), widgets.join("list/heads.rs")];
    for (path, code) in sources("ui").into_iter().filter(|(path, _)| !own.contains(path)) {
        for named in ["Popup::menu", "ComboBox::"] {
            assert!(!code.contains(named), "{} names {named}", path.display());
        }
    }
}
