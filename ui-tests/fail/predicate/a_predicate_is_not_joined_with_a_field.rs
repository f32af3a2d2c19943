//! `Entry.objects.filter(Q(headline="Help!") & F("rating"))`: TypeError: F(rating)

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.exact("Help!") & entry::rating);
}
