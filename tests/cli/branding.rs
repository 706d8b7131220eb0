//! The service under its own name, with its own looks and templates.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::place::Place;

const LOGO: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>"#;

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
    fs::write(path, text).expect("it can be written");
}

#[test]
fn name_logo_color_and_addresses_are_on_every_page() {
    let place = Place::new();
    write(&place.path("logo.svg"), LOGO);
    let dev = place
        .dev()
        .with("GATEPOST_BRANDING__NAME", "Acme")
        .with("GATEPOST_BRANDING__LOGO", "logo.svg")
        .with("GATEPOST_BRANDING__ACCENT", "#ffd400")
        .with("GATEPOST_BRANDING__SUPPORT", "help@acme.example")
        .with("GATEPOST_BRANDING__TERMS_URL", "https://acme.example/terms")
        .with("GATEPOST_BRANDING__PRIVACY_URL", "https://acme.example/privacy")
        .start();
    let page = dev.http().get("/sign-in").expect(200).text;
    for part in [
        "<bdi>Acme</bdi>",
        "src=\"/static/logo\"",
        "href=\"/static/brand.css\"",
        "mailto:help@acme.example",
        "https:&#x2f;&#x2f;acme.example&#x2f;terms",
        "https:&#x2f;&#x2f;acme.example&#x2f;privacy",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let logo = dev.http().get("/static/logo").expect(200);
    assert_eq!((logo.header("content-type"), logo.text.as_str()), (Some("image/svg+xml"), LOGO));
    let css = dev.http().get("/static/brand.css").expect(200).text;
    assert!(css.contains("--accent:#ffd400;--on-accent:#000000;"), "{css}");
}

#[test]
fn without_branding_the_pages_have_no_traces_of_it() {
    let place = Place::new();
    let dev = place.dev().start();
    let page = dev.http().get("/sign-in").expect(200).text;
    assert!(page.contains("<bdi>Gatepost</bdi>") && !page.contains("brand.css"), "{page}");
    dev.http().get("/static/logo").expect(404);
}

#[test]
fn templates_of_pages_and_letters_go_before_the_built_in_ones() {
    let place = Place::new();
    let page = "{% extends \"card.html\" %}{% block heading %}Welcome to {{ product }}{% endblock %}";
    write(&place.path("own/pages/sign_in.html"), page);
    write(&place.path("own/emails/password_reset/subject.txt"), "A new password for {{ product }}");
    write(&place.path("own/.git/config"), "left alone");
    let dev = place.dev().with("GATEPOST_BRANDING__TEMPLATES", "own").start();
    assert!(dev.http().get("/sign-in").expect(200).text.contains("<h1>Welcome to Gatepost</h1>"));
    dev.http().post("/api/v1/password-resets", &json!({"email": "mia@demo.example"})).expect(202);
    assert_eq!(dev.letter_to("mia@demo.example").subject, "A new password for Gatepost");
}

#[test]
fn templates_that_can_not_be_used_stop_the_start() {
    for (name, text, told) in [
        ("pages/sign_in.html", "{% if %}", "sign_in.html"),
        ("pages/sign-in.html", "", "no page has the template sign-in.html"),
        ("emails/activation/body.txt", "Hello {{ persn }}", "activation/body.txt"),
        ("emails/activation/subject.txt", "  ", "the letter activation has no subject"),
        ("emails/welcome/subject.txt", "Welcome", "no letter has the template welcome/subject.txt"),
        ("sign_in.html", "", "own/sign_in.html lies neither in pages nor in emails"),
    ] {
        let place = Place::new();
        write(&place.path(&format!("own/{name}")), text);
        let refusal = place.serve().with("GATEPOST_BRANDING__TEMPLATES", "own").refusal();
        assert!(refusal.contains(told), "{name}: {refusal}");
        assert!(!place.path("data").exists(), "a refused start makes nothing");
        let doctor = place.gatepost(&["doctor"]).with("GATEPOST_BRANDING__TEMPLATES", "own").run();
        assert!(doctor.out.contains(told), "{doctor:?}");
    }
    let refusal = Place::new().serve().with("GATEPOST_BRANDING__TEMPLATES", "nowhere").refusal();
    assert!(refusal.contains("branding.templates: nowhere can't be read"), "{refusal}");
}

#[test]
fn a_logo_that_is_no_picture_stops_the_start() {
    let place = Place::new();
    write(&place.path("logo.txt"), "Acme");
    write(&place.path("logo.svg"), &format!("{LOGO}{}", " ".repeat(256 * 1024)));
    for (path, told) in [
        ("logo.txt", "is neither an SVG nor a PNG picture"),
        ("logo.svg", "is larger than 256 KiB"),
        ("nowhere.png", "can't be read"),
    ] {
        let refusal = place.serve().with("GATEPOST_BRANDING__LOGO", path).refusal();
        assert!(refusal.starts_with(&format!("branding.logo: the logo {path} {told}")), "{refusal}");
    }
}

#[test]
fn a_color_or_page_that_is_none_stops_the_start() {
    let place = Place::new();
    for (key, value) in
        [("ACCENT", "blue"), ("TERMS_URL", "javascript:alert(1)"), ("PRIVACY_URL", "acme.example")]
    {
        let name = format!("GATEPOST_BRANDING__{key}");
        let refusal = place.serve().with(&name, value).refusal();
        assert!(refusal.contains(&format!("({name}) must be a")), "{refusal}");
    }
}
