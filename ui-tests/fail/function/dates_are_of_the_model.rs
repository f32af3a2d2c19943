//! `Entry.objects.dates("published", "year")`: FieldError: Cannot resolve keyword 'published' into field.

use queryset::demo::blog::{Entry, book};
use queryset::DateUnit;

fn main() {
    let _ = Entry::objects().dates(book::published, DateUnit::Year);
}
