//! `/static/…`: style sheet, script and pictures. Their addresses name their content, so a browser keeps them for good.

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rocket::http::{ContentType, Header};
use rocket::response::{self, Responder, Response};
use rocket::{Request, Route, State, get, routes};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::accent;
use crate::web::problem::Problem;
use crate::web::refusal::Refusal;
use crate::web::settings::WebSettings;

/// The files, as they are in the binary.
#[derive(RustEmbed)]
#[folder = "assets/static"]
struct Files;

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    routes![show_file, show_brand, show_logo]
}

/// The address of a file, which changes with its content.
pub(super) fn address(name: &str) -> String {
    let version = Files::get(name).map(|file| version(&file)).unwrap_or_default();
    format!("/static/{name}?v={version}")
}

fn version(file: &EmbeddedFile) -> String {
    let beginning = file.metadata.sha256_hash()[..6].to_vec();
    URL_SAFE_NO_PAD.encode(beginning)
}

/// A file on its way out.
pub(crate) struct File {
    content_type: ContentType,
    bytes: Vec<u8>,
    lasts: bool,
}

impl<'r> Responder<'r, 'static> for File {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let caching = if self.lasts { "public, max-age=31536000, immutable" } else { "public, max-age=300" };
        Response::build()
            .header(self.content_type)
            .header(Header::new("Cache-Control", caching))
            // A picture that is opened by itself runs nothing.
            .header(Header::new("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"))
            .sized_body(self.bytes.len(), Cursor::new(self.bytes))
            .ok()
    }
}

#[get("/static/<name>?<v>", rank = 2)]
fn show_file(name: &str, v: Option<&str>) -> Result<File, Problem> {
    let file = Files::get(name).ok_or_else(|| Problem::new(Refusal::PathNotFound))?;
    let extension = name.rsplit('.').next().unwrap_or_default();
    let lasts = v == Some(version(&file).as_str());
    let content_type = ContentType::from_extension(extension).unwrap_or(ContentType::Binary);
    Ok(File { content_type, bytes: file.data.into_owned(), lasts })
}

/// The accent color, as a style sheet of its own: pages have no style inside.
#[get("/static/brand.css")]
fn show_brand(settings: &State<WebSettings>) -> File {
    let css = settings.look.branding().accent.map(accent::style_sheet).unwrap_or_default();
    File { content_type: ContentType::CSS, bytes: css.into_bytes(), lasts: false }
}

/// The picture of whoever runs the service.
#[get("/static/logo")]
fn show_logo(settings: &State<WebSettings>) -> Result<File, Problem> {
    let logo = settings.look.branding().logo.as_ref().ok_or_else(|| Problem::new(Refusal::PathNotFound))?;
    Ok(File { content_type: logo.content_type.clone(), bytes: logo.bytes.clone(), lasts: false })
}
