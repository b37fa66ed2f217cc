//! The changes of a text, word by word, with a little of the surrounding text.

use egui::Stroke;
use egui::text::{LayoutJob, TextFormat, TextWrapping};

use crate::draft::{Change, Stretch, compare_texts};
use crate::ui::theme::Theme;

/// How much unchanged text is shown on each side of a change, in characters.
const AROUND: usize = 60;

/// How much of a text is compared, in characters: the rest can be seen in the text itself.
const COMPARED: usize = 20_000;

/// The differences of two texts.
#[derive(Clone, Debug)]
pub(crate) struct Difference(Vec<Stretch>);

impl Difference {
    /// Compares two texts, and keeps the changes with the text around them.
    pub(crate) fn new(old: &str, new: &str) -> Self {
        let short = |text: &str| text.chars().take(COMPARED).collect::<String>();
        let mut all = compare_texts(&short(old), &short(new));
        let last = all.len().saturating_sub(1);
        for (place, stretch) in all.iter_mut().enumerate() {
            if stretch.change == Change::Same {
                stretch.text = around(&stretch.text, place > 0, place < last);
            }
        }
        Self(all)
    }

    /// The inserted or deleted words, one stretch after another.
    pub(crate) fn words(&self, change: Change) -> String {
        let words = self.0.iter().filter(|it| it.change == change).map(|it| it.text.trim());
        words.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" … ")
    }

    /// Laid out at a width: insertions underlined, deletions struck through.
    pub(crate) fn job(&self, theme: &Theme, width: f32) -> LayoutJob {
        let (colours, size) = (theme.colours, theme.sizes.text.body);
        let line = |colour| Stroke::new(theme.sizes.space.hair, colour);
        let font = theme.font(size);
        let mut job =
            LayoutJob { wrap: TextWrapping::wrap_at_width(width), ..LayoutJob::default() };
        for stretch in &self.0 {
            let format = match stretch.change {
                Change::Same => TextFormat::simple(font.clone(), colours.muted),
                Change::Inserted => TextFormat {
                    underline: line(colours.ok),
                    ..TextFormat::simple(theme.strong(size), colours.ok)
                },
                Change::Deleted => TextFormat {
                    strikethrough: line(colours.danger),
                    ..TextFormat::simple(font.clone(), colours.danger)
                },
            };
            // A new or removed paragraph break is visible in the text; here it would only take up
            // lines.
            job.append(&stretch.text.replace('\n', " "), 0.0, format);
        }
        job
    }
}

/// The part of a text that surrounds changes: its beginning, its end, or both.
fn around(text: &str, before: bool, after: bool) -> String {
    let count = text.chars().count();
    let kept = AROUND * (usize::from(before) + usize::from(after));
    if count <= kept + AROUND / 2 {
        return text.to_owned();
    }
    let place = |nth: usize| text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at);
    let mut words = String::new();
    if before {
        let head = &text[..place(AROUND)];
        // Not in the middle of a word.
        words.push_str(head.rfind(char::is_whitespace).map_or(head, |at| &head[..at]));
        words.push_str(" …");
    }
    if after {
        let tail = &text[place(count - AROUND)..];
        words.push_str(if before { "" } else { "…" });
        words.push_str(tail.find(char::is_whitespace).map_or(tail, |at| &tail[at..]));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_with_the_words_around_it_and_not_with_the_whole_text() {
        let long = "States should cooperate in good faith on the security of networks. ".repeat(9);
        let old = format!("{long}They shall report incidents. {long}");
        let new = format!("{long}They may report incidents. {long}");
        let difference = Difference::new(&old, &new);
        assert_eq!(difference.words(Change::Deleted), "shall");
        assert_eq!(difference.words(Change::Inserted), "may");
        let shown: String = difference.0.iter().map(|it| it.text.as_str()).collect();
        assert!(shown.starts_with("… ") && shown.ends_with(" …"), "{shown}");
        assert!(shown.len() < 200 && shown.contains("They"), "{shown}");
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        let difference =
            Difference::new("A text of seven short words here", "A text of seven long words here");
        let shown: String = difference.0.iter().map(|it| it.text.as_str()).collect();
        assert!(shown.starts_with("A text of seven") && shown.ends_with("words here"), "{shown}");
    }
}
