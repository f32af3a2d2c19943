//! JSON has dates as text.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.key("day").exact("2025-03-01"));
}
