//! `Entry.objects.filter(Q(rating=4) and Q(headline="Help!"))`: Python takes the second predicate
//! alone, and Django cannot know.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(4) && entry::headline.exact("Help!"));
}
