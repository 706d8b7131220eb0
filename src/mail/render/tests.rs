//! Every letter, rendered from its sample and read as its recipient would.

use std::collections::BTreeSet;

use super::*;
use crate::model::{Letter, Timestamp};

fn renderer() -> Renderer {
    Renderer::new("Gatepost".to_owned()).unwrap()
}

fn render(letter: &Letter) -> RenderedLetter {
    render_with(&renderer(), letter, Language::English)
}

fn render_with(renderer: &Renderer, letter: &Letter, language: Language) -> RenderedLetter {
    renderer
        .render(letter.name(), language, &letter.fields())
        .unwrap_or_else(|error| panic!("{} in {}: {error}", letter.name(), language.tag()))
}

/// Every letter in every language.
fn all() -> Vec<(Letter, Language, RenderedLetter)> {
    let renderer = renderer();
    let in_all = |letter: Letter| {
        Language::ALL.map(|language| (letter.clone(), language, render_with(&renderer, &letter, language)))
    };
    Letter::samples().into_iter().flat_map(in_all).collect()
}

/// All `https:` addresses in a text, or in the content and the `href`s of a page.
fn links(content: &str) -> BTreeSet<String> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '<');
    content
        .match_indices("https://")
        .map(|(at, _)| content[at..].split(ends).next().unwrap().to_owned())
        .collect()
}

fn invitation(hostile: &str) -> Letter {
    Letter::OrganizationInvitation {
        org: hostile.to_owned(),
        inviter: hostile.to_owned(),
        role: "member".to_owned(),
        message: Some(hostile.to_owned()),
        link: "https://accounts.example.com/invitation?token=a_b-c&x=1".to_owned(),
        expires: Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn every_letter_has_its_three_templates() {
    for letter in Letter::samples() {
        for file in ["subject.txt", "body.txt", "body.html"] {
            let path = format!("{}/{file}", letter.name());
            assert!(Templates::get(&path).is_some(), "assets/emails/{path} is missing");
        }
    }
}

#[test]
fn every_folder_of_templates_belongs_to_a_letter() {
    let letters: BTreeSet<&str> = Letter::samples().iter().map(Letter::name).collect();
    for path in Templates::iter() {
        if let Some((folder, _)) = path.split_once('/') {
            assert!(letters.contains(folder), "no letter uses assets/emails/{folder}");
        }
    }
}

#[test]
fn every_letter_shows_every_field_it_has() {
    let words = Words::read().unwrap();
    for (letter, language, rendered) in all() {
        // These are no text of their own: templates choose theirs by them.
        let is_shown = |name| !matches!(name, "event" | "agreement" | "role");
        for (name, field) in letter.fields().into_iter().filter(|(name, _)| is_shown(*name)) {
            let texts = match field {
                Field::Text(text) => vec![text],
                Field::Time(at) => vec![words.date_time(language, at).unwrap()],
                Field::Absent => vec![],
                Field::List(texts) => texts,
            };
            for text in texts {
                assert!(rendered.text.contains(&text), "{}: no {name} in the text", letter.name());
                let escaped = text.replace('&', "&amp;");
                assert!(rendered.html.contains(&escaped), "{}: no {name} in the HTML", letter.name());
            }
        }
    }
}

#[test]
fn text_and_html_carry_the_same_links_and_the_subject_none() {
    for (letter, _, rendered) in all() {
        assert_eq!(links(&rendered.text), links(&rendered.html), "{}", letter.name());
        // The last letter to somebody leads nowhere any more.
        assert_eq!(links(&rendered.text).is_empty(), letter.is_transient(), "{}", letter.name());
        assert!(
            links(&rendered.subject).is_empty() && !rendered.subject.contains("sample"),
            "{}",
            rendered.subject
        );
    }
}

#[test]
fn a_link_with_parameters_reads_the_same_in_text_and_page() {
    let rendered = render(&invitation("Acme"));
    let link = "https://accounts.example.com/invitation?token=a_b-c&x=1";
    assert!(rendered.text.contains(&format!("\n{link}\n")), "{}", rendered.text);
    assert!(rendered.html.contains(&format!("href=\"{}\"", link.replace('&', "&amp;"))), "{}", rendered.html);
}

#[test]
fn no_placeholder_and_no_hole_is_left() {
    for (letter, _, RenderedLetter { subject, text, html }) in all() {
        for content in [&subject, &text, &html] {
            for trace in ["{{", "{%", "{#", "undefined"] {
                assert!(!content.contains(trace), "{}: {trace:?} in {content}", letter.name());
            }
        }
        for trace in ["none", "\n\n\n", "  ", " ,", " .\n"] {
            assert!(
                !text.contains(trace) && !subject.contains(trace),
                "{}: {trace:?} in {text}",
                letter.name()
            );
        }
        assert!(subject.chars().count() <= 78, "{subject} is cut in most lists of letters");
    }
}

#[test]
fn an_absent_field_leaves_its_sentence_out() {
    let with = render(&invitation("Acme"));
    let Letter::OrganizationInvitation { org, inviter, role, link, expires, .. } = invitation("Acme") else {
        unreachable!("an invitation was made");
    };
    let without =
        render(&Letter::OrganizationInvitation { org, inviter, role, message: None, link, expires });
    assert!(with.text.contains("Acme writes:") && with.html.contains("<blockquote"));
    assert!(!without.text.contains("writes:") && !without.html.contains("<blockquote"));
}

#[test]
fn a_letter_speaks_one_language_from_its_subject_to_its_foot() {
    for (letter, language, rendered) in all() {
        let of_page = format!("<html lang=\"{}\"", language.tag());
        assert!(rendered.html.contains(&of_page), "{}", letter.name());
        if language == Language::English {
            continue;
        }
        let english = render(&letter);
        assert_ne!(rendered.subject, english.subject, "{} in {}", letter.name(), language.tag());
        let same = |theirs: &str, ours: &str| -> Vec<String> {
            // What an inviter writes is quoted as it is.
            let sentence = |line: &&str| line.split_whitespace().count() > 3 && !line.starts_with(['>', 'h']);
            let ours: BTreeSet<&str> = ours.lines().collect();
            theirs.lines().filter(sentence).filter(|line| ours.contains(line)).map(str::to_owned).collect()
        };
        let same = same(&rendered.text, &english.text);
        assert!(same.is_empty(), "{} in {}: {same:?}", letter.name(), language.tag());
        assert!(!rendered.html.contains("If the button"), "{} in {}", letter.name(), language.tag());
    }
}

#[test]
fn hostile_names_do_no_more_in_one_language_than_in_another() {
    let renderer = renderer();
    let hostile = "</title></bdi><a href=\"https://evil.example\">\u{202e}{{ link }}{ $link }\r\nBcc: eve@example.net עסק";
    for language in Language::ALL {
        let RenderedLetter { subject, text, html } = render_with(&renderer, &invitation(hostile), language);
        for content in [&subject, &text, &html] {
            assert!(!content.chars().any(reorders), "{content:?}");
            assert!(content.contains("{{ link }}{ $link } Bcc: eve@example.net עסק"), "{content}");
        }
        assert!(!html.contains("<a href=\"https://evil"), "{html}");
        assert!(html.contains("<bdi>&lt;&#x2f;title&gt;&lt;&#x2f;bdi&gt;&lt;a href"), "{html}");
        assert!(!subject.contains('\n') && !text.contains("\nBcc"), "{subject} {text}");
    }
}

#[test]
fn markup_in_names_is_shown_and_not_obeyed() {
    let rendered = render(&invitation(
        "</title></bdi><a href=\"https://evil.example\">x</a><script>alert('1')</script>",
    ));
    assert!(
        !rendered.html.contains("<script") && !rendered.html.contains("<a href=\"https://evil"),
        "{}",
        rendered.html
    );
    assert!(rendered.html.contains("&lt;script&gt;alert(&#x27;1&#x27;)"), "{}", rendered.html);
    assert!(rendered.text.contains("<script>"), "the text shows what was written: {}", rendered.text);
}

#[test]
fn template_syntax_in_names_is_shown_and_not_obeyed() {
    let rendered = render(&invitation("{{ link }}{% if org %}{{ 7 * 191 }}{% endif %}{# x #}"));
    for content in [&rendered.subject, &rendered.text, &rendered.html] {
        assert!(content.contains("{{ link }}{% if org %}{{ 7 * 191 }}{% endif %}{# x #}"), "{content}");
        assert!(!content.contains("1337"), "{content}");
    }
    assert!(!rendered.subject.contains("token"), "{}", rendered.subject);
}

#[test]
fn a_name_stays_on_its_line() {
    let rendered =
        render(&invitation("Acme\r\nBcc: eve@example.net\r\n\r\nYour account\u{2028}is\u{85}locked\u{0}"));
    let name = "Acme Bcc: eve@example.net Your account is locked";
    assert_eq!(rendered.subject, format!("{name} invites you to {name}"));
    assert!(rendered.text.contains(&format!("\n{name} invites you to join {name} on")), "{}", rendered.text);
    assert!(rendered.html.contains(&format!("<bdi>{name}</bdi> invites")), "{}", rendered.html);
}

#[test]
fn each_line_of_a_message_is_marked_as_quoted() {
    let rendered = render(&invitation("Hi!\r\n\r\nYour account is locked.\u{2028}Sign in."));
    assert!(
        rendered.text.contains("\n\n> Hi!\n> \n> Your account is locked.\n> Sign in.\n\n"),
        "{}",
        rendered.text
    );
    assert!(
        rendered.html.contains("Hi!\n\nYour account is locked.\nSign in.</blockquote>"),
        "{}",
        rendered.html
    );
}

#[test]
fn marks_that_reorder_text_are_taken_out_and_right_to_left_names_stay() {
    let rendered = render(&invitation("\u{202e}emcA\u{202c}\u{2066}\u{200f}\u{61c} עסק"));
    for content in [&rendered.subject, &rendered.text, &rendered.html] {
        assert!(!content.chars().any(reorders), "{content:?}");
        assert!(content.contains("emcA עסק"), "{content}");
    }
}

#[test]
fn what_a_letter_does_not_have_fails_it() {
    let no_fields: [(&str, Field); 0] = [];
    let english = Language::English;
    assert!(matches!(renderer().render("activation", english, &no_fields), Err(RenderError::Template(_))));
    assert!(matches!(renderer().render("unheard_of", english, &no_fields), Err(RenderError::Template(_))));
    let absent = [("person", Field::Absent), ("sign_in_link", Field::Absent)];
    assert!(matches!(renderer().render("account_exists", english, &absent), Err(RenderError::Template(_))));
}

#[test]
fn a_failure_does_not_tell_what_the_letter_says() {
    let fields = [("link", Field::Text("https://accounts.example.com/?token=secret".to_owned()))];
    let error = renderer().render("activation", Language::English, &fields).unwrap_err();
    assert!(!format!("{error} {error:?} {error:#?}").contains("secret"), "{error:?}");
}

#[test]
fn debug_output_does_not_tell_what_a_letter_says() {
    assert_eq!(format!("{:?}", render(&invitation("Acme"))), "RenderedLetter { .. }");
}

#[test]
fn a_letter_has_the_mark_and_the_color_of_whoever_runs_the_service_and_no_picture() {
    let accent = Some(Color::parse("#ffd400").unwrap());
    let look = LetterLook { product: "acme & sons".to_owned(), accent, ..LetterLook::default() };
    let html = render_with(&Renderer::of(look).unwrap(), &invitation("Acme"), Language::English).html;
    assert!(html.contains(">A</td>") && html.contains("<bdi>acme &amp; sons</bdi>"), "{html}");
    // On a bright color text is black, and links are darker than it.
    assert!(html.contains("background: #ffd400; border-radius: 8px; color: #000000;"), "{html}");
    assert!(!html.contains("\"color: #ffd400"), "{html}");
    for (letter, _, rendered) in all() {
        assert!(!rendered.html.contains("<img") && !rendered.html.contains("url("), "{}", letter.name());
    }
}
