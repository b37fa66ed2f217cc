//! Data leaving a protected dossier, and opening files by a double click.

use cbm_workbench::exchange::{PackageKind, package_kind};
use cbm_workbench::store::Passphrase;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};

fn passphrase() -> Passphrase {
    Passphrase::new("gravel ocarina".to_owned()).unwrap()
}

#[test]
fn starting_with_a_package_asks_where_its_dossier_goes() {
    let window = Window::new();
    let package = window.beside("round.cbmreview");
    cbm_workbench::exchange::pack(window.document(), &package, None).unwrap();
    let mut window = window.started_with(package);
    assert!(!window.shows_part("could not be opened"));
    let to = window.beside("taken out.cbm");
    window.give_path(&to);
    window.wait_for("Canada, A/RES/73/27, objects");
    assert_eq!(window.document().path(), to);
}

#[test]
fn a_protected_dossier_leaves_the_window_unprotected_only_with_consent() {
    let mut window = Window::with(Options::default(), |document| {
        document.set_passphrase(Some(&passphrase())).unwrap();
    });
    let package = window.beside("round.cbmreview");
    window.click("File");
    window.click("Send for review…");
    assert!(window.shows_part("This dossier has a passphrase."));
    let bare = |window: &Window, name: &str| {
        window.harness.get_by_role_and_label(Role::Button, name).accesskit_node().is_disabled()
    };
    assert!(bare(&window, "Send without a passphrase…"));
    window.click("Anyone who obtains the package may read the whole dossier");
    assert!(!bare(&window, "Send without a passphrase…"));
    window.click("Send without a passphrase…");
    window.give_path(&package);
    window.wait_for("without a passphrase: anyone who obtains it");
    assert_eq!(package_kind(&package), Some(PackageKind::Plain));
    let copy = window.beside("copy.cbm");
    window.click("File");
    window.click("Copy for others…");
    assert!(!bare(&window, "Choose where…"), "what is for everybody may lie anywhere");
    window.harness.get_by_role_and_label(Role::RadioButton, "TLP:AMBER").click();
    window.settle();
    assert!(bare(&window, "Choose where…"));
    window.click("Anyone who obtains the copy may read everything in it");
    window.click("Choose where…");
    window.give_path(&copy);
    window.wait_for("Copy up to");
    assert!(copy.exists());
}
