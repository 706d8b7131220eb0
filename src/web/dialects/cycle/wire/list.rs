//! Which part of a list is asked for: `sort` and `page[…]`.

use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};
use utoipa::IntoParams;

use crate::domain::error::InvalidField;
use crate::model::{Order, Slice};
use crate::web::param::query;
use crate::web::refusal::Refusal;

/// As many items as a page has unless it is said.
const DEFAULT_SIZE: u32 = 20;

/// As many items as a page can have.
const MOST: u32 = 200;

/// A part of a list, by numbers. What else Cycle lets a query say is passed over.
pub struct Part(pub Slice);

/// How a part is asked for.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PartQuery {
    /// `time` or `-time`, which is how it is if nothing is said: the newest first.
    pub sort: Option<String>,
    /// Which page, from 1.
    #[param(rename = "page[number]", minimum = 1)]
    pub page_number: Option<u32>,
    /// Items per page; 20 if not given.
    #[param(rename = "page[size]", minimum = 1, maximum = 200)]
    pub page_size: Option<u32>,
    /// Begin after so many, whatever page is asked for.
    #[param(rename = "page[offset]")]
    pub page_offset: Option<u32>,
}

#[async_trait]
impl<'r> FromRequest<'r> for Part {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        match read(|name| query(request, name), &sort(request)) {
            Ok(slice) => Outcome::Success(Self(slice)),
            Err(fault) => Outcome::Error((Refusal::InvalidQuery(vec![fault]).leave_for_catcher(request), ())),
        }
    }
}

/// What a list is to be sorted by; Cycle's client repeats the parameter for each key.
fn sort(request: &Request<'_>) -> String {
    let parameters = request.uri().query().into_iter().flat_map(|query| query.segments());
    parameters.filter(|(name, _)| *name == "sort").map(|(_, keys)| keys).collect::<Vec<_>>().join(",")
}

fn read<'r>(query: impl Fn(&str) -> Option<&'r str>, sort: &str) -> Result<Slice, InvalidField> {
    let number = |name: &str, least: u32, most: u32| match query(name) {
        None => Ok(None),
        Some(text) => match text.parse::<u32>() {
            Ok(number) if (least..=most).contains(&number) => Ok(Some(number)),
            _ => {
                let detail = format!("This is a whole number from {least} to {most}.");
                Err(InvalidField::new(name, "out_of_range", detail))
            }
        },
    };
    let size = number("page[size]", 1, MOST)?.unwrap_or(DEFAULT_SIZE);
    let page = number("page[number]", 1, u32::MAX)?.unwrap_or(1);
    let offset = number("page[offset]", 0, u32::MAX)?;
    let skip = offset.unwrap_or_else(|| (page - 1).saturating_mul(size));
    Ok(Slice::new(skip, size, order(sort)))
}

/// The first of the keys that is a time, or an id, since those are in the order of time too.
fn order(sort: &str) -> Order {
    let by_time = |key: &&str| matches!(key.trim_start_matches('-'), "time" | "id");
    match sort.split(',').map(str::trim).find(by_time) {
        Some(key) if !key.starts_with('-') => Order::OldestFirst,
        _ => Order::NewestFirst,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(given: &[(&str, &'static str)]) -> Result<(u32, u32, Order), String> {
        let read = read(|name| given.iter().find(|(found, _)| *found == name).map(|(_, value)| *value), "");
        let told = |slice: Slice| (slice.rows(), slice.cut((0..100).collect::<Vec<u32>>())[0], slice.order());
        read.map(told).map_err(|fault| fault.path)
    }

    #[test]
    fn a_part_is_a_page_or_begins_at_an_offset() {
        let newest = Order::NewestFirst;
        assert_eq!(part(&[]), Ok((20, 0, newest)));
        assert_eq!(part(&[("page[size]", "5"), ("page[number]", "3")]), Ok((15, 10, newest)));
        assert_eq!(part(&[("page[size]", "5"), ("page[offset]", "7")]), Ok((12, 7, newest)));
        for (name, bad) in [
            ("page[size]", "0"),
            ("page[size]", "201"),
            ("page[size]", ""),
            ("page[number]", "0"),
            ("page[number]", "two"),
            ("page[offset]", "-1"),
        ] {
            assert_eq!(part(&[(name, bad)]), Err(name.to_owned()));
        }
        assert_eq!(read(|_| Some("200"), "").unwrap().rows(), 400);
    }

    #[test]
    fn a_list_is_sorted_by_time_alone() {
        for (sort, expected) in [
            ("", Order::NewestFirst),
            ("-time", Order::NewestFirst),
            ("time", Order::OldestFirst),
            ("name,time", Order::OldestFirst),
            ("-id,time", Order::NewestFirst),
            ("name", Order::NewestFirst),
        ] {
            assert_eq!(order(sort), expected, "{sort}");
        }
    }
}
