//! `Entry.objects.update(headline=Case(When(rating=5, then=Value("top"))))`: IntegrityError: NOT NULL
//! constraint failed: blog_entry.headline

use queryset::case;
use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.set(case().when(entry::rating.exact(5), "top"));
}
