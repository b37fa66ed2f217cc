//! Texts under negotiation in words.

use crate::analysis::{
    AskPart, BracketTurn, FateOfAsk, Revision, TermKey, Turned, WeakerVerb, Wording,
};
use crate::document::Laid;
use crate::draft::{Bracket, BracketKind, DraftParagraph, Words, print_read};
use crate::model::{Ask, Fate, Snapshot};
use crate::text::{Text, msg};

/// How large a version is that is being added, and what becomes of the one before.
pub(crate) fn version_lines(
    text: Text,
    name: &str,
    paragraphs: &[DraftParagraph],
    laid: &Laid,
) -> Vec<String> {
    let brackets: usize = paragraphs.iter().map(|it| it.words.brackets().len()).sum();
    let size = [
        ("version", name.into()),
        ("paragraphs", paragraphs.len().into()),
        ("brackets", brackets.into()),
    ];
    let mut lines = vec![text.with(msg!("text-so-many"), &size)];
    if !laid.before.is_empty() {
        let origins = &laid.alignment.origins;
        let kept = origins.iter().filter(|it| it.follows.is_some()).count();
        let values = [
            ("kept", kept.into()),
            ("moved", origins.iter().filter(|it| it.moved).count().into()),
            ("new", (origins.len() - kept).into()),
            ("gone", laid.alignment.gone.len().into()),
        ];
        lines.push(text.with(msg!("text-beside"), &values));
    }
    let again = laid.opened_again(paragraphs);
    if !again.is_empty() {
        let values = [("count", again.len().into()), ("which", again.join(", ").into())];
        lines.push(text.with(msg!("text-opened-again"), &values));
    }
    let each = laid.strangers.iter();
    lines.extend(each.map(|it| stranger(text, &it.name, it.suggested.as_deref(), &it.numbers)));
    lines
}

/// The words of an ask that its fate rests on; the fallback is labelled as such.
pub(crate) fn fate_words<'a>(ask: &'a Ask, found: &FateOfAsk) -> &'a str {
    let red_line = found.rests_on == AskPart::RedLine || ask.wanted.trim().is_empty();
    match red_line && !ask.red_line.trim().is_empty() {
        true => &ask.red_line,
        false => &ask.wanted,
    }
}

/// Why an ask has this fate: what is missing, weaker or qualified, and what of that is in brackets.
pub(crate) fn fate_lines(text: Text, found: &FateOfAsk) -> Vec<String> {
    let evidence = &found.evidence;
    let weaker = |all: &[WeakerVerb]| {
        let each = all.iter().map(weaker_read);
        each.collect::<Vec<_>>()
    };
    let mut lines = Vec::new();
    let apart = [&evidence.missing, &evidence.bracketed].iter().all(|it| it.is_empty());
    if apart && found.fate == Fate::InPart && found.rests_on == AskPart::Wanted {
        lines.push(text.get(msg!("wording-scattered")).to_owned());
    }
    if found.rests_on == AskPart::Fallback {
        lines.push(text.get(msg!("wording-of-fallback")).to_owned());
    }
    let now = [weaker(&evidence.weaker), evidence.qualifiers.clone()].concat();
    let asked =
        [weaker(&evidence.weaker_bracketed), evidence.qualifiers_bracketed.clone()].concat();
    for (id, words) in [
        (msg!("wording-missing"), &evidence.missing),
        (msg!("wording-bracketed"), &evidence.bracketed),
        (msg!("wording-weaker"), &now),
        (msg!("wording-weaker-asked"), &asked),
    ] {
        if !words.is_empty() {
            lines.push(text.with(id, &[("words", words.join(", ").into())]));
        }
    }
    lines
}

/// A verb with the weaker one in its place.
pub(crate) fn weaker_read(it: &WeakerVerb) -> String {
    match it.asked.as_str() {
        "" => it.stands.clone(),
        asked => format!("{asked} → {}", it.stands),
    }
}

/// The name of a paragraph: its number, or else its place from 1.
pub(crate) fn place_read(text: Text, number: &str, place: usize) -> String {
    match number {
        "" => text.with(msg!("text-paragraph-at"), &[("place", place.into())]),
        number => number.to_owned(),
    }
}

/// Says that somebody who asks for something is unknown to the dossier, and who may be meant.
pub(crate) fn stranger(
    text: Text,
    name: &str,
    suggested: Option<&str>,
    numbers: &[String],
) -> String {
    let numbers: Vec<_> = numbers.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    let values = [
        ("name", name.into()),
        ("count", numbers.len().into()),
        ("where", numbers.join(", ").into()),
        ("party", suggested.unwrap_or_default().into()),
    ];
    let id = match suggested {
        Some(_) => msg!("text-nobody-suggested"),
        None => msg!("text-nobody-known"),
    };
    text.with(id, &values)
}

/// Words under negotiation for people, with their brackets.
pub(crate) fn words_read(text: Text, words: &Words) -> String {
    print_read(words, called(text))
}

/// The request of a bracket, without who makes it.
pub(crate) fn asked_read(text: Text, bracket: &Bracket) -> String {
    let [delete, _] = called(text);
    let words = words_read(text, &bracket.words);
    match &bracket.kind {
        BracketKind::Add => words,
        BracketKind::Delete => format!("{delete}: {words}"),
        BracketKind::Replace(instead) => format!("{words} → {}", words_read(text, instead)),
        BracketKind::Alternative(number) => format!("alt {number}: {words}"),
    }
}

fn called(text: Text) -> [&'static str; 2] {
    [text.get(msg!("notation-delete")), text.get(msg!("notation-against"))]
}

/// The changes of a text from one version to another, in a sentence.
pub(crate) fn revision_line(text: Text, found: &Revision<'_>) -> String {
    let lifted = found.turned(BracketTurn::Granted) + found.turned(BracketTurn::Refused);
    let values = [
        ("version", found.now.name.as_str().into()),
        ("before", found.before.name.as_str().into()),
        ("changed", found.count(Turned::Changed).into()),
        ("new", found.count(Turned::New).into()),
        ("gone", found.gone().into()),
        ("opened", found.turned(BracketTurn::Opened).into()),
        ("lifted", lifted.into()),
        ("granted", found.turned(BracketTurn::Granted).into()),
    ];
    text.with(msg!("revision-line"), &values)
}

/// The owners of the brackets, most brackets first.
pub(crate) fn owners_line(owners: &[(String, usize)]) -> String {
    let each = owners.iter().map(|(name, count)| format!("{name} {count}"));
    each.collect::<Vec<_>>().join(", ")
}

/// How many there were in each version, the oldest first.
pub(crate) fn counts_line(counts: &[Option<usize>]) -> String {
    let each = counts.iter().map(|it| it.map_or_else(|| "–".to_owned(), |it| it.to_string()));
    each.collect::<Vec<_>>().join(" → ")
}

/// The name of a contested term.
pub(crate) fn term_name(text: Text, snapshot: &Snapshot, term: TermKey) -> String {
    match (term.library(), term.own(snapshot)) {
        (Some((term, _)), _) => text.of(&term.name()).to_owned(),
        (None, Some(own)) => own.each_form().next().unwrap_or_default().to_owned(),
        (None, None) => String::new(),
    }
}

/// Who can live with a wording and who blocks it, in a sentence, with the agreement and how many are unknown.
pub(crate) fn words_said(text: Text, wording: &Wording) -> String {
    let tally = &wording.stances.tally;
    let agreement = wording.agreement.map_or_else(|| "–".to_owned(), |it| text.index(it));
    let values = [
        ("live", tally.can_live_with().into()),
        ("block", tally.against().into()),
        ("unknown", tally.unknown().into()),
        ("agreement", agreement.into()),
    ];
    text.with(msg!("words-said"), &values)
}
