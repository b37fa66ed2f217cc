//! Generates lists that code then need not repeat: the messages of `assets/i18n`, so that an
//! unknown id does not compile, and the scripts of `src/store/schema`, each of which upgrades the
//! file from one version to the next. For Windows it also embeds the icon, version and manifest.
//!
//! Both languages must have the same ids, each once, and no version may be left out; otherwise the build
//! fails and says what is missing.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    messages(Path::new(&root));
    ladder(Path::new(&root));
    windows(Path::new(&root));
}

/// Icon, version and manifest for Windows, and a stack as large as elsewhere; nothing for other
/// systems.
fn windows(root: &Path) {
    println!("cargo::rerun-if-changed=packaging/windows");
    println!("cargo::rerun-if-changed=assets/desktop/cbm-workbench.ico");
    if env::var("CARGO_CFG_TARGET_OS").unwrap_or_default() != "windows" {
        return;
    }
    let gnu = env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|it| it == "gnu");
    let stack = if gnu { "-Wl,--stack,8388608" } else { "/STACK:8388608" };
    println!("cargo::rustc-link-arg-bins={stack}");
    let mut resources = winresource::WindowsResource::new();
    resources
        .set("ProductName", "CBM Workbench")
        .set("FileDescription", "CBM Workbench")
        .set("LegalCopyright", "MIT OR Apache-2.0")
        .set_icon(&root.join("assets/desktop/cbm-workbench.ico").display().to_string())
        .set_manifest_file(&root.join("packaging/windows/manifest.xml").display().to_string());
    if let Err(error) = resources.compile_for("cbm-workbench") {
        println!("cargo::error=icon, version and manifest cannot be made: {error}");
    }
}

fn messages(root: &Path) {
    println!("cargo::rerun-if-changed=assets/i18n");
    let (english, dutch) = (ids(root, "en"), ids(root, "nl"));
    for (there, here, language) in [(&english, &dutch, "nl"), (&dutch, &english, "en")] {
        for id in there.difference(here) {
            println!("cargo::error=the message `{id}` is missing in assets/i18n/{language}");
        }
    }
    let list: String = english.iter().map(|id| format!("    {id:?},\n")).collect();
    write(
        "ids.rs",
        &format!("/// Every id, sorted.\npub(super) const IDS: &[&str] = &[\n{list}];\n"),
    );
}

fn ladder(root: &Path) {
    println!("cargo::rerun-if-changed=src/store/schema");
    let folder = root.join("src/store/schema");
    let count = fs::read_dir(&folder).into_iter().flatten().count();
    let scripts = (1..=count).map(|version| folder.join(format!("v{version}.sql")));
    let rungs = scripts.map(|script| {
        if !script.is_file() {
            println!("cargo::error={} is missing", script.display());
        }
        format!("    include_str!({script:?}),\n")
    });
    let rungs: String = rungs.collect();
    write("ladder.rs", &format!("const LADDER: &[&str] = &[\n{rungs}];\n"));
}

fn write(name: &str, code: &str) {
    let out = env::var("OUT_DIR").unwrap_or_default();
    if let Err(error) = fs::write(Path::new(&out).join(name), code) {
        println!("cargo::error={name} cannot be written: {error}");
    }
}

/// The ids in the files of a language: each is at the start of a line, followed by ` =`.
fn ids(root: &Path, language: &str) -> BTreeSet<String> {
    let files =
        fs::read_dir(root.join("assets/i18n").join(language)).into_iter().flatten().flatten();
    let texts = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    let mut ids = BTreeSet::new();
    for text in texts {
        let of_lines = text.lines().filter_map(|line| {
            let (id, _) = line.split_once(" =")?;
            let is_id = id.starts_with(|c: char| c.is_ascii_alphabetic())
                && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
            is_id.then(|| id.to_owned())
        });
        for id in of_lines {
            if ids.contains(&id) {
                println!("cargo::error=the message `{id}` stands twice in assets/i18n/{language}");
            }
            ids.insert(id);
        }
    }
    ids
}
