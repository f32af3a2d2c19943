//! `Entry.objects.annotate(x=Cast("rating", Blog))`: AttributeError: type object 'Blog' has no attribute
//! 'db_type'.

use queryset::demo::blog::{Blog, entry};

fn main() {
    let _ = entry::rating.cast::<Blog>();
}
