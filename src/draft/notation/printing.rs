//! Writing words in the notation, so that they are read as they were.

use super::super::words::{Bracket, BracketKind, Piece, Words};
use super::owners;

/// The words in the notation in which they are stored; reading it gives the same words.
pub fn print(words: &Words) -> String {
    let mut text = String::new();
    write(words, false, &mut text);
    text
}

fn write(words: &Words, inside: bool, text: &mut String) {
    let mut after_bracket = false;
    for (place, piece) in words.pieces.iter().enumerate() {
        match piece {
            Piece::Plain(plain) => {
                let guard = inside && place == 0;
                write_plain(plain, guard, after_bracket, text);
                after_bracket = false;
            }
            Piece::Bracket(bracket) => {
                write_bracket(bracket, text);
                after_bracket = true;
            }
        }
    }
}

pub(super) fn write_plain(plain: &str, first: bool, after_bracket: bool, text: &mut String) {
    let mut start = true;
    // The first letter in a bracket could make a keyword with those after it.
    let keyword = first && plain.trim_start().to_lowercase().starts_with(['a', 'd', 's', 'v', '-']);
    let mut before = ' ';
    for c in plain.chars() {
        let arrow = c == '>' && (before == '-' || before == '=');
        let aside = c == '(' && start && after_bracket;
        let escape = "\\[]→⟦⟧［］".contains(c)
            || arrow
            || aside
            || (keyword && start && !c.is_whitespace() && is_keyword(plain));
        if arrow {
            // The arrow is made of two signs: the first one is made an ordinary one.
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
        start &= c.is_whitespace();
        before = c;
    }
}

/// Whether words at the start of a bracket could be read as its keyword.
fn is_keyword(plain: &str) -> bool {
    let folded = plain.trim_start().to_lowercase();
    folded.starts_with("alt") || owners::DELETE.iter().any(|word| folded.starts_with(word))
}

pub(super) fn write_bracket(bracket: &Bracket, text: &mut String) {
    text.push('[');
    match &bracket.kind {
        BracketKind::Add => write(&bracket.words, true, text),
        BracketKind::Delete => {
            text.push_str("delete: ");
            write(&bracket.words, false, text);
        }
        BracketKind::Alternative(number) => {
            text.push_str("alt ");
            text.push_str(&number.to_string());
            if !bracket.words.is_empty() {
                text.push(' ');
            }
            if let Some(Piece::Plain(first)) = bracket.words.pieces.first() {
                // A colon would be read as part of the keyword.
                if first.starts_with(':') {
                    text.push('\\');
                }
            }
            write(&bracket.words, false, text);
        }
        BracketKind::Replace(instead) => {
            write(&bracket.words, true, text);
            text.push_str(" → ");
            write(instead, false, text);
        }
    }
    text.push(']');
    let aside = owners::write(bracket);
    if !aside.is_empty() {
        text.push_str(" (");
        text.push_str(&aside);
        text.push(')');
    }
}
