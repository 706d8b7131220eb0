//! `gatepost preview`.

use std::fs;

use super::place::Place;

#[test]
fn every_letter_is_written_in_every_language_to_look_at() {
    let place = Place::new();
    let ended = place.gatepost(&["preview", "letters"]).with("GATEPOST_BRANDING__NAME", "Acme").run();
    assert_eq!(ended.status, Some(0), "{}", ended.err);
    for (language, hello) in [("en", "Hello"), ("de", "Guten Tag"), ("zh-Hans", "您好")] {
        let folder = place.path("letters").join(language);
        let letters = fs::read_dir(&folder).unwrap().count();
        assert!(letters > 40, "{letters} in {language}");
        let text = fs::read_to_string(folder.join("01-activation.txt")).unwrap();
        assert!(text.contains(hello) && text.contains("Acme"), "{text}");
    }
}
