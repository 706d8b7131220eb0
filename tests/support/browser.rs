//! A browser without a screen or scripts: it keeps cookies, fills in the forms that a page has, and goes where it is
//! led. What it can't do, a page must not need.

use std::collections::BTreeMap;

use rocket::http::{Cookie, Header, Method};
use scraper::{ElementRef, Html, Selector};

use super::{Answer, PUBLIC_URL, Person, TestApp};

/// A browser.
pub struct Browser<'a> {
    app: &'a TestApp,
    cookies: BTreeMap<String, String>,
    language: &'static str,
}

/// A page as it is seen.
pub struct Seen {
    /// At which path, with its query.
    pub path: String,
    /// The answer.
    pub answer: Answer,
    html: Html,
}

impl<'a> Browser<'a> {
    /// A fresh one, that asks for English.
    pub fn new(app: &'a TestApp) -> Self {
        Self { app, cookies: BTreeMap::new(), language: "en" }
    }

    /// One in which somebody is signed in.
    pub fn of(app: &'a TestApp, person: &Person) -> Self {
        let cookies = [("__Host-gatepost".to_owned(), person.token.clone())];
        Self { cookies: cookies.into(), ..Self::new(app) }
    }

    /// The same, that asks for a language.
    #[must_use]
    pub fn reading(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    /// The value of a cookie that it keeps.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Opens a path, or a link of a letter, and goes where it is led.
    pub async fn open(&mut self, link: &str) -> Seen {
        let path = link.strip_prefix(PUBLIC_URL).unwrap_or(link).to_owned();
        let answer = self.send(Method::Get, &path, None, &[]).await;
        self.follow(path, answer).await
    }

    /// Sends a request without a body, and does not go where it is led.
    pub async fn look(&mut self, method: Method, path: &str) -> Answer {
        self.send(method, path, None, &[]).await
    }

    /// What this browser's forms are known by.
    pub async fn form_token(&mut self) -> String {
        self.open("/sign-up/check-mail").await.value("form_token").expect("a form")
    }

    /// Fills in the form of a page that goes to `action`, presses its button, and goes where it is led.
    #[track_caller]
    pub fn submit<'s>(
        &'s mut self,
        page: &Seen,
        action: &str,
        fields: &[(&str, &str)],
    ) -> impl Future<Output = Seen> + use<'s, 'a> {
        let body = page.filled_in(&format!("form[action='{action}']:not([data-passkey])"), fields);
        self.send_form(action.to_owned(), body)
    }

    /// Sends the form of a page that asks for a passkey, as its script does.
    #[track_caller]
    pub fn submit_passkey<'s>(
        &'s mut self,
        page: &Seen,
        action: &str,
        fields: &[(&str, &str)],
    ) -> impl Future<Output = Seen> + use<'s, 'a> {
        let body = page.filled_in(&format!("form[action='{action}'][data-passkey]"), fields);
        self.send_form(action.to_owned(), body)
    }

    async fn send_form(&mut self, path: String, body: String) -> Seen {
        let answer = self.send(Method::Post, &path, Some(body), &[("Sec-Fetch-Site", "same-origin")]).await;
        self.follow(path, answer).await
    }

    /// The same browser, from which somebody has signed out.
    pub fn without_session(&self) -> Self {
        let mut cookies = self.cookies.clone();
        cookies.retain(|name, _| name.ends_with("-visit"));
        Self { app: self.app, cookies, language: self.language }
    }

    /// Sends a form's fields as they are, with these headers, and does not go where it is led.
    pub async fn post(&mut self, path: &str, body: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(Method::Post, path, Some(body.to_owned()), headers).await
    }

    async fn follow(&mut self, mut path: String, mut answer: Answer) -> Seen {
        for _ in 0..5 {
            if answer.status != 303 {
                break;
            }
            answer.header("location").expect("a 303 leads somewhere").clone_into(&mut path);
            assert!(path.starts_with('/'), "{path} leads away");
            answer = self.send(Method::Get, &path, None, &[]).await;
        }
        let html = Html::parse_document(&answer.text);
        Seen { path, answer, html }
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        body: Option<String>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request =
            self.app.client.req(method, path.to_owned()).remote(([127, 0, 0, 1], 50_000).into());
        request.add_header(Header::new("Host", "localhost"));
        request.add_header(Header::new("Accept", "text/html"));
        request.add_header(Header::new("Accept-Language", self.language));
        for (name, value) in headers {
            request.add_header(Header::new((*name).to_owned(), (*value).to_owned()));
        }
        for (name, value) in &self.cookies {
            request = request.cookie(Cookie::new(name.clone(), value.clone()));
        }
        if let Some(body) = body {
            if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
                request.add_header(Header::new("Content-Type", "application/x-www-form-urlencoded"));
            }
            request.set_body(body);
        }
        let answer = Answer::read(request.dispatch().await).await;
        for (_, value) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let cookie = Cookie::parse(value.clone()).expect("a cookie");
            if cookie.max_age().is_some_and(rocket::time::Duration::is_zero) {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        answer
    }
}

impl Seen {
    /// Asserts the status; the page is told when it is another.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.answer.status, status, "{}: {}", self.path, self.text());
        self
    }

    /// The text of the page's main part, its white space folded.
    pub fn text(&self) -> String {
        self.find("main").map_or_else(|| self.answer.text.clone(), text_of)
    }

    /// Asserts that the main part says something.
    #[track_caller]
    pub fn expect_text(self, said: &str) -> Self {
        assert!(self.text().contains(said), "{said:?} is not said at {}: {}", self.path, self.text());
        self
    }

    /// The heading.
    pub fn heading(&self) -> String {
        self.find("h1").map(text_of).unwrap_or_default()
    }

    /// What is said to be wrong, of a field or (`""`) of all of it.
    pub fn fault(&self, field: &str) -> Option<String> {
        let selector =
            if field.is_empty() { "[role=alert]".to_owned() } else { format!("[id='{field}-fault']") };
        self.find(&selector).map(text_of)
    }

    /// What stands in a field.
    pub fn value(&self, field: &str) -> Option<String> {
        let found = self.find(&format!("[name='{field}']"))?;
        if found.value().name() == "textarea" {
            return Some(found.text().collect());
        }
        found.value().attr("value").map(str::to_owned)
    }

    /// The texts of all elements that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<String> {
        self.html.select(&parse(selector)).map(text_of).collect()
    }

    /// The elements in whose own text something stands that is not kept apart from the words around it.
    pub fn not_kept_apart(&self, said: &str) -> Vec<String> {
        let own_text = |element: &ElementRef<'_>| {
            let texts =
                element.children().filter_map(|child| child.value().as_text().map(|text| text.to_string()));
            texts.collect::<String>()
        };
        let selector = parse("body *");
        let elements = self.html.select(&selector).filter(|element| own_text(element).contains(said));
        let names = elements.map(|element| element.value().name().to_owned());
        names.filter(|name| !matches!(name.as_str(), "bdi" | "textarea" | "option")).collect()
    }

    /// Every address that the page leads to, loads from or sends to.
    pub fn addresses(&self) -> Vec<String> {
        let all = ["href", "action", "formaction", "src"].into_iter().flat_map(|name| {
            let found = self.html.select(&parse(&format!("[{name}]"))).collect::<Vec<_>>();
            found.into_iter().filter_map(move |element| element.value().attr(name))
        });
        all.map(str::to_owned).collect()
    }

    /// An attribute of the first element that a selector finds.
    pub fn attr(&self, selector: &str, name: &str) -> Option<String> {
        self.find(selector)?.value().attr(name).map(str::to_owned)
    }

    /// Whether the page has a form that goes there.
    pub fn has_form(&self, action: &str) -> bool {
        self.find(&format!("form[action='{action}']")).is_some()
    }

    fn find(&self, selector: &str) -> Option<ElementRef<'_>> {
        self.html.select(&parse(selector)).next()
    }

    /// The body that a form sends, with these in its fields.
    #[track_caller]
    fn filled_in(&self, form: &str, fields: &[(&str, &str)]) -> String {
        // Where several do the same, the one that has the fields.
        let selector = parse(form);
        let has_field = |form: &ElementRef<'_>, name: &str| {
            form.select(&parse(&format!("[name='{name}']"))).next().is_some()
        };
        let forms: Vec<_> = self.html.select(&selector).collect();
        let form = forms
            .iter()
            .find(|form| fields.iter().all(|(name, _)| has_field(form, name)))
            .or(forms.first())
            .copied()
            .unwrap_or_else(|| panic!("there is no {form} at {}: {}", self.path, self.answer.text));
        let mut sent = form_urlencoded::Serializer::new(String::new());
        let is_given = |name: &str| fields.iter().any(|(given, _)| *given == name);
        for input in form.select(&parse("input[name], textarea[name], select[name]")) {
            let element = input.value();
            let name = element.attr("name").unwrap_or_default();
            let is_box = matches!(element.attr("type"), Some("checkbox" | "radio"));
            if is_given(name) || (is_box && element.attr("checked").is_none()) {
                continue;
            }
            let value = match element.name() {
                "textarea" => input.text().collect(),
                "select" => chosen(input),
                _ => element.attr("value").unwrap_or_default().to_owned(),
            };
            sent.append_pair(name, &value);
        }
        for (name, value) in fields {
            assert!(has_field(&form, name), "the form at {} has no field {name}", self.path);
            sent.append_pair(name, value);
        }
        sent.finish()
    }
}

fn chosen(select: ElementRef<'_>) -> String {
    let option = select.select(&parse("option[selected]")).next();
    let option = option.or_else(|| select.select(&parse("option")).next());
    option.and_then(|option| option.value().attr("value")).unwrap_or_default().to_owned()
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn parse(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}
