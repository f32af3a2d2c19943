//! `F("data__size") + 1`: on PostgreSQL, operator does not exist: jsonb + integer

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().values_list(specimen::data.key("size") + 1);
}
