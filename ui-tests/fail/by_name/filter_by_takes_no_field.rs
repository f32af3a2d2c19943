//! `Entry.objects.filter(**{"rating__gt": Entry.number_of_comments})`: TypeError: Field 'rating' expected
//! a number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter_by("rating__gt", entry::number_of_comments);
}
