//! `Entry.objects.filter(Q(rating=4) and Q(headline="Help!"))`: Python takes the second predicate
//! alone, and Django cannot know.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.exact(4) && entry::headline.exact("Help!");
}
