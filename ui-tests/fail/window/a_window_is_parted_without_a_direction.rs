//! `Window(Rank(), partition_by="-rating")`: FieldError: Cannot resolve keyword '-rating' into
//! field.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = row_number().over(window().partition_by(entry::rating.desc()));
}
