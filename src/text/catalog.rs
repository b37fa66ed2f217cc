//! The messages of a language, parsed once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::message::IDS;
use crate::model::{Keyed, Language};

macro_rules! files {
    ($language:literal) => {
        &[
            ("commands", include_str!(concat!("../../assets/i18n/", $language, "/commands.ftl"))),
            (
                "command-line",
                include_str!(concat!("../../assets/i18n/", $language, "/command-line.ftl")),
            ),
            ("decisions", include_str!(concat!("../../assets/i18n/", $language, "/decisions.ftl"))),
            ("dialogs", include_str!(concat!("../../assets/i18n/", $language, "/dialogs.ftl"))),
            ("docx", include_str!(concat!("../../assets/i18n/", $language, "/docx.ftl"))),
            ("errors", include_str!(concat!("../../assets/i18n/", $language, "/errors.ftl"))),
            ("export", include_str!(concat!("../../assets/i18n/", $language, "/export.ftl"))),
            ("forms", include_str!(concat!("../../assets/i18n/", $language, "/forms.ftl"))),
            ("help", include_str!(concat!("../../assets/i18n/", $language, "/help.ftl"))),
            ("model", include_str!(concat!("../../assets/i18n/", $language, "/model.ftl"))),
            ("paste", include_str!(concat!("../../assets/i18n/", $language, "/paste.ftl"))),
            ("room", include_str!(concat!("../../assets/i18n/", $language, "/room.ftl"))),
            ("scenarios", include_str!(concat!("../../assets/i18n/", $language, "/scenarios.ftl"))),
            ("text-room", include_str!(concat!("../../assets/i18n/", $language, "/text-room.ftl"))),
            ("views", include_str!(concat!("../../assets/i18n/", $language, "/views.ftl"))),
            ("wizard", include_str!(concat!("../../assets/i18n/", $language, "/wizard.ftl"))),
        ]
    };
}

const ENGLISH: &[(&str, &str)] = files!("en");
const DUTCH: &[(&str, &str)] = files!("nl");

/// The messages of one language.
pub(super) struct Catalog {
    bundle: FluentBundle<FluentResource>,
    // Messages without arguments, formatted once and kept for the life of the program.
    plain: BTreeMap<&'static str, &'static str>,
}

/// The messages of this language.
pub(super) fn of(language: Language) -> &'static Catalog {
    static ENGLISH_CATALOG: LazyLock<Catalog> =
        LazyLock::new(|| Catalog::parse(Language::English, ENGLISH));
    static DUTCH_CATALOG: LazyLock<Catalog> =
        LazyLock::new(|| Catalog::parse(Language::Dutch, DUTCH));
    match language {
        Language::English => &ENGLISH_CATALOG,
        Language::Dutch => &DUTCH_CATALOG,
    }
}

impl Catalog {
    fn parse(language: Language, files: &[(&str, &'static str)]) -> Self {
        // If the language does not parse, plurals follow no language's rules; a test would show
        // it.
        let id: LanguageIdentifier = language.key().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks are for mixed directions; both languages run left to right.
        bundle.set_use_isolating(false);
        for (name, source) in files {
            // A built-in file may have an error; its other messages are still usable.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    tracing::error!(name, ?errors, "a file of messages has errors");
                    resource
                }
            };
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(name, ?errors, "a message stands twice");
            }
        }
        let mut catalog = Self { bundle, plain: BTreeMap::new() };
        for id in IDS {
            if let Some(text) = catalog.format_plain(id) {
                let text: &'static str = String::leak(text);
                catalog.plain.insert(id, text);
            }
        }
        catalog
    }

    /// A message without arguments.
    pub(super) fn plain(&self, id: &str) -> Option<&'static str> {
        self.plain.get(id).copied()
    }

    /// A message with arguments.
    pub(super) fn format(
        &self,
        id: &str,
        arguments: &[(&'static str, FluentValue<'_>)],
    ) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut given = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            given.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&given), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        Some(text)
    }

    /// The label of a value from a closed list: the message `list-key`.
    pub(super) fn label(&self, list: &str, key: &str) -> Option<&'static str> {
        let mut buffer = [0_u8; 64];
        self.plain(join(&mut buffer, list, key)?)
    }

    fn format_plain(&self, id: &str) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

// Labels are looked up for every cell of every frame, so the id is built without allocating.
fn join<'a>(buffer: &'a mut [u8; 64], list: &str, key: &str) -> Option<&'a str> {
    let length = list.len() + 1 + key.len();
    let id = buffer.get_mut(..length)?;
    id[..list.len()].copy_from_slice(list.as_bytes());
    id[list.len()] = b'-';
    id[list.len() + 1..].copy_from_slice(key.as_bytes());
    std::str::from_utf8(id).ok()
}
