//! Writes words in the notation, so that reading gives them back, or so that people can read them.

use super::super::words::{Bracket, BracketKind, Piece, Words};
use super::owners;
use super::signs::is_bracket;

/// How words are written.
#[derive(Clone, Copy)]
struct How<'a> {
    /// With who typed a bracket, and with text in parentheses after one protected from being read
    /// as owners.
    whole: bool,
    /// For people: the words for a deletion and for being against something; nothing is escaped.
    called: Option<[&'a str; 2]>,
}

const WHOLE: How<'static> = How { whole: true, called: None };

/// The words in the notation in which they are stored; reading it gives the same words.
pub fn print(words: &Words) -> String {
    let mut text = String::new();
    write(words, false, WHOLE, &mut text);
    text
}

/// The words in the notation without who typed them; brackets, owners and markings are read back.
pub fn print_shared(words: &Words) -> String {
    let mut text = String::new();
    write(words, false, How { whole: false, called: None }, &mut text);
    text
}

/// The words for people: `[should] (delete: IRN)`, with these words for a deletion and for being
/// against something.
pub fn print_read(words: &Words, called: [&str; 2]) -> String {
    let mut text = String::new();
    write(words, false, How { whole: false, called: Some(called) }, &mut text);
    text
}

fn write(words: &Words, inside: bool, how: How<'_>, text: &mut String) {
    let mut after_bracket = false;
    for (place, piece) in words.pieces.iter().enumerate() {
        match piece {
            Piece::Plain(plain) if how.called.is_some() => text.push_str(plain),
            Piece::Plain(plain) => {
                let guard = inside && place == 0;
                write_plain(plain, guard, after_bracket && how.whole, text);
                after_bracket = false;
            }
            Piece::Bracket(bracket) => {
                bracket_as(bracket, how, text);
                after_bracket = true;
            }
        }
    }
}

pub(super) fn write_plain(plain: &str, first: bool, after_bracket: bool, text: &mut String) {
    let mut start = true;
    // The first letter in a bracket could form a keyword or a list of names with those after it.
    let guarded = first && (is_keyword(plain) || owners::is_named_in_front(plain));
    // After a bracket it could form a marking.
    let behind = owners::behind_signs(plain);
    let marking = plain.len() - behind.len();
    let aside_first = plain.trim_start_matches(owners::is_blank).starts_with(owners::OPENING);
    let marks = after_bracket && !aside_first && behind.to_lowercase().starts_with("tlp");
    let mut before = ' ';
    for (place, c) in plain.char_indices() {
        let arrow = c == '>' && (before == '-' || before == '=');
        let aside = owners::OPENING.contains(&c) && start && after_bracket;
        let escape = "\\→".contains(c)
            || is_bracket(c)
            || arrow
            || aside
            || (marks && place == marking)
            || (guarded && start && !c.is_whitespace());
        if arrow {
            // The arrow consists of two signs; the first one is escaped.
            text.pop();
            text.push('\\');
            text.push(before);
            text.push(c);
        } else {
            if escape {
                text.push('\\');
            }
            text.push(c);
        }
        start &= owners::is_blank(c);
        before = c;
    }
}

/// Whether words at the start of a bracket could be read as its keyword.
fn is_keyword(plain: &str) -> bool {
    let folded = plain.trim_start().to_lowercase();
    folded.starts_with("alt") || owners::DELETE.iter().any(|word| folded.starts_with(word))
}

pub(super) fn write_bracket(bracket: &Bracket, text: &mut String) {
    bracket_as(bracket, WHOLE, text);
}

fn bracket_as(bracket: &Bracket, how: How<'_>, text: &mut String) {
    text.push('[');
    match &bracket.kind {
        BracketKind::Add => write(&bracket.words, true, how, text),
        BracketKind::Delete => {
            if how.called.is_none() {
                text.push_str("delete: ");
            }
            write(&bracket.words, false, how, text);
        }
        BracketKind::Alternative(number) => {
            text.push_str("alt ");
            text.push_str(&number.to_string());
            if how.called.is_some() {
                text.push(':');
            }
            if !bracket.words.is_empty() {
                text.push(' ');
            }
            if let (Some(Piece::Plain(first)), None) = (bracket.words.pieces.first(), how.called) {
                // A colon would be read as part of the keyword.
                if first.starts_with(':') {
                    text.push('\\');
                }
            }
            write(&bracket.words, false, how, text);
        }
        BracketKind::Replace(instead) => {
            write(&bracket.words, true, how, text);
            text.push_str(" → ");
            write(instead, false, how, text);
        }
    }
    text.push(']');
    let aside = match how.called {
        Some(called) => owners::read_aloud(bracket, called),
        None => owners::write(bracket, how.whole),
    };
    if !aside.is_empty() {
        text.push_str(" (");
        text.push_str(&aside);
        text.push(')');
    }
}
