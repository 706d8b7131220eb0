//! How easily a password is guessed, by zxcvbn's estimate (Wheeler, USENIX Security 2016).
//!
//! It knows common passwords, names, words, keyboard rows, dates and repetitions, which is what guessing starts with. It
//! replaces rules about digits and capital letters, as NIST SP 800-63B-4 §3.1.1.2 advises. How long a password may be is
//! not judged here.

use zxcvbn::feedback::Feedback;
use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::{Match, Score, zxcvbn};

/// How much of a password is looked at, in characters. The time of the estimate grows with the square of the length, and it
/// is taken between other requests; what is not guessable within so many characters is not guessable.
const CONSIDERED_CHARACTERS: usize = 40;

/// The characters that zxcvbn takes for a letter in disguise, grouped by that letter.
///
/// It tries every combination of them, hundreds if a password contains all, which would take it most of a second.
const DISGUISES: [&str; 12] = ["4@", "8", "({[<", "3", "69", "1!|", "1|7", "0", "$5", "+7", "%", "2"];

/// How many combinations of disguises are looked at: more than any password has that is a word in disguise.
const CONSIDERED_DISGUISES: usize = 32;

/// The least that is accepted: more than a million guesses.
///
/// A million are out of reach for someone who tries to sign in, given the rate limits; and someone who has stolen the
/// hashes pays a whole Argon2id hash for each. A stricter demand refuses passwords that people remember, and drives them
/// to one that they use everywhere.
const ACCEPTED: Score = Score::Two;

/// Shorter pieces of a name or an address are in every password.
const SHORTEST_PIECE: usize = 3;

/// How much of a name or an address is taken into account, in characters.
const LONGEST_KNOWN: usize = 100;

/// Whether a password is good enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Strength {
    /// It is hard enough to guess.
    Strong,
    /// It is too easily guessed.
    Weak {
        /// What is wrong with it and what would be better, in whole sentences for the person who chose it.
        advice: String,
    },
}

/// Judges `password`; what it takes over from `about_the_person` (names, email address, organization) counts for nothing.
#[must_use]
pub fn assess(password: &str, about_the_person: &[&str]) -> Strength {
    let known = pieces(about_the_person);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let estimate = zxcvbn(considered(password), &known);
    if estimate.score() >= ACCEPTED {
        return Strength::Strong;
    }
    Strength::Weak { advice: advice(estimate.feedback(), estimate.sequence(), &known) }
}

/// The longest beginning of `password` that is within both limits.
fn considered(password: &str) -> &str {
    let mut considered = "";
    for (start, character) in password.char_indices().take(CONSIDERED_CHARACTERS) {
        let longer = &password[..start + character.len_utf8()];
        if disguises(longer) > CONSIDERED_DISGUISES {
            break;
        }
        considered = longer;
    }
    considered
}

/// How many combinations of disguises zxcvbn would look at.
fn disguises(password: &str) -> usize {
    let in_use = |group: &str| group.chars().filter(|&disguise| password.contains(disguise)).count();
    DISGUISES.iter().map(|group| in_use(group).max(1)).product()
}

/// The texts in lower case, whole and in pieces: from `ada.lovelace@example.org` also `ada`, `lovelace`, `example`.
fn pieces(texts: &[&str]) -> Vec<String> {
    let mut pieces = Vec::new();
    for text in texts {
        let text: String = text.chars().take(LONGEST_KNOWN).flat_map(char::to_lowercase).collect();
        let parts = text.split(|c: char| !c.is_alphanumeric());
        pieces.extend(parts.filter(|part| part.chars().count() >= SHORTEST_PIECE).map(str::to_owned));
        pieces.push(text);
    }
    pieces
}

fn advice(feedback: Option<&Feedback>, sequence: &[Match], known: &[&str]) -> String {
    let mut sentences = Vec::new();
    let is_about_the_person = |found: &Match| match &found.pattern {
        MatchPattern::Dictionary(word) => known.contains(&word.matched_word.as_str()),
        _ => false,
    };
    if sequence.iter().any(is_about_the_person) {
        sentences.push("It contains your own name or address, which is guessed first.".to_owned());
    }
    if let Some(feedback) = feedback {
        sentences.extend(feedback.warning().map(|warning| warning.to_string()));
        sentences.extend(feedback.suggestions().iter().map(ToString::to_string));
    }
    if sentences.is_empty() {
        sentences.push("Use a few words that do not usually stand together.".to_owned());
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advice_for(password: &str, about_the_person: &[&str]) -> String {
        match assess(password, about_the_person) {
            Strength::Weak { advice } => advice,
            Strength::Strong => panic!("{password} counts as strong"),
        }
    }

    #[test]
    fn what_everybody_chooses_is_weak_and_the_advice_says_what_is_wrong() {
        assert!(advice_for("password", &[]).contains("common password"), "{}", advice_for("password", &[]));
        assert!(advice_for("aaaaaaaaaaaa", &[]).contains("Repeats"));
        assert!(advice_for("abcdefghijk", &[]).contains("Sequences"));
        assert!(advice_for("P@ssw0rd", &[]).contains("substitutions"));
        for weak in ["12345678", "qwertyuiop", "iloveyou", ""] {
            assert!(advice_for(weak, &[]).ends_with('.'), "{weak}");
        }
    }

    #[test]
    fn a_few_words_or_random_characters_are_strong() {
        for strong in ["correct horse battery staple", "wx7k2mqp9s4h", "Überfahrt nach Ærø im März"] {
            assert_eq!(assess(strong, &[]), Strength::Strong, "{strong}");
        }
    }

    #[test]
    fn what_is_known_about_the_person_counts_for_nothing() {
        let about = ["Grzegorz Brzeczyszczykiewicz", "g.lanckorona@zazolcic.example"];
        for password in ["brzeczyszczykiewicz", "lanckorona1", "Zazolcic"] {
            assert_eq!(assess(password, &[]), Strength::Strong, "{password} by itself");
            assert!(advice_for(password, &about).contains("your own name or address"), "{password}");
        }
    }

    #[test]
    fn only_the_beginning_of_a_long_password_is_looked_at() {
        let long = "a".repeat(CONSIDERED_CHARACTERS) + "wx7k2mqp9s4h";
        assert!(matches!(assess(&long, &[]), Strength::Weak { .. }));
        let long = "ä".repeat(100_000);
        assert_eq!(considered(&long).chars().count(), CONSIDERED_CHARACTERS);
        assert!(matches!(assess(&long, &[&long]), Strength::Weak { .. }));
        assert_eq!(considered("12345678"), "12345678");
        assert_eq!(considered(&"x".repeat(CONSIDERED_CHARACTERS)), "x".repeat(CONSIDERED_CHARACTERS));
    }

    #[test]
    fn a_password_made_to_take_long_is_cut_where_it_begins_to() {
        let costly = "4@8({[<369|1!70$5+%2z".repeat(5);
        assert_eq!(disguises(&costly), 576);
        assert!(disguises(considered(&costly)) <= CONSIDERED_DISGUISES);
        assert_eq!(assess(&costly, &[]), Strength::Strong);
        assert_eq!(considered("p4$$w0rd-1!7@8"), "p4$$w0rd-1!7@8");
        let most = "4@({[<69$5";
        assert_eq!((disguises(most), considered(most)), (CONSIDERED_DISGUISES, most));
    }
}
