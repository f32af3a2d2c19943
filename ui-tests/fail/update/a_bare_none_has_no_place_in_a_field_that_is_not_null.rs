//! `Entry.objects.update(headline=None)`: IntegrityError: NOT NULL constraint failed:
//! blog_entry.headline

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.set(None);
}
