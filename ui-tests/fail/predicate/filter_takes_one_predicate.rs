//! `Entry.objects.filter(Q(rating=4), Q(headline="Help!"))` is right in Django; here predicates are
//! joined with `&`.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(4), entry::headline.exact("Help!"));
}
