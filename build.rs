//! Lists the messages of `assets/i18n`, so that code with an unknown id does not compile.
//!
//! Both languages must have the same ids; otherwise the build fails and says which are missing.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=assets/i18n");
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let ids = |language: &str| ids(&Path::new(&root).join("assets/i18n").join(language));
    let (english, dutch) = (ids("en"), ids("nl"));
    for (there, here, language) in [(&english, &dutch, "nl"), (&dutch, &english, "en")] {
        for id in there.difference(here) {
            println!("cargo::error=the message `{id}` is missing in assets/i18n/{language}");
        }
    }
    let list: String = english.iter().map(|id| format!("    {id:?},\n")).collect();
    let code = format!("/// Every id, sorted.\npub(super) const IDS: &[&str] = &[\n{list}];\n");
    let out = env::var("OUT_DIR").unwrap_or_default();
    if let Err(error) = fs::write(Path::new(&out).join("ids.rs"), code) {
        println!("cargo::error=the list of messages cannot be written: {error}");
    }
}

/// The ids in the files of a folder: each begins a line and is followed by ` =`.
fn ids(folder: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let texts = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    let mut ids = BTreeSet::new();
    for text in texts {
        ids.extend(text.lines().filter_map(|line| {
            let (id, _) = line.split_once(" =")?;
            let is_id = id.starts_with(|c: char| c.is_ascii_alphabetic())
                && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
            is_id.then(|| id.to_owned())
        }));
    }
    ids
}
