//! `Entry.objects.filter(rating__isnull=1)`: ValueError: The QuerySet value for an isnull lookup must
//! be True or False.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.isnull(1));
}
