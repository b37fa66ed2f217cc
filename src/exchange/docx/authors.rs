//! Who changed a document or commented on it.

use super::DocxParagraph;
use crate::draft::{Bracket, BracketKind, Owner, Piece, Words};

/// Somebody who changed a document or commented on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocxAuthor {
    /// The name in the file.
    pub name: String,
    /// How many brackets are theirs.
    pub brackets: usize,
    /// How many comments they made.
    pub comments: usize,
    /// The code of the party suggested for them, which becomes the owner of their brackets.
    pub party: Option<String>,
}

/// Assigns each bracket of an author without owners to the party suggested for that author, and
/// lists the authors.
pub(super) fn suggest(
    paragraphs: &mut [DocxParagraph],
    party_of: &dyn Fn(&str) -> Option<String>,
) -> Vec<DocxAuthor> {
    let mut authors = Authors { all: Vec::new(), party_of };
    for paragraph in paragraphs {
        authors.within(&mut paragraph.draft.words);
        paragraph.notes.iter_mut().for_each(|note| authors.within(note));
        for comment in &paragraph.comments {
            if let Some(author) = authors.named(&comment.author) {
                author.comments += 1;
            }
        }
    }
    authors.all
}

struct Authors<'a> {
    all: Vec<DocxAuthor>,
    party_of: &'a dyn Fn(&str) -> Option<String>,
}

impl Authors<'_> {
    fn named(&mut self, name: &str) -> Option<&mut DocxAuthor> {
        if name.is_empty() {
            return None;
        }
        let place = match self.all.iter().position(|it| it.name == name) {
            Some(place) => place,
            None => {
                let party = (self.party_of)(name);
                self.all.push(DocxAuthor { name: name.to_owned(), party, ..DocxAuthor::default() });
                self.all.len() - 1
            }
        };
        self.all.get_mut(place)
    }

    fn within(&mut self, words: &mut Words) {
        for piece in &mut words.pieces {
            let Piece::Bracket(bracket) = piece else { continue };
            self.bracket(bracket);
        }
    }

    fn bracket(&mut self, bracket: &mut Bracket) {
        let name = bracket.hand.as_ref().map(|hand| hand.author.clone()).unwrap_or_default();
        if let Some(author) = self.named(&name) {
            author.brackets += 1;
            if let (Some(party), true) = (&author.party, bracket.owners.is_empty()) {
                bracket.owners.push(Owner { name: party.clone(), against: false });
            }
        }
        self.within(&mut bracket.words);
        if let BracketKind::Replace(instead) = &mut bracket.kind {
            self.within(instead);
        }
    }
}
