//! `Entry.objects.update(rating=3.5)`: Django writes 3.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.set(3.5);
}
