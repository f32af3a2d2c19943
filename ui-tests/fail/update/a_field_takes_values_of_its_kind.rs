//! `Entry.objects.update(rating="five")`: ValueError: Field 'rating' expected a number but got 'five'.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.set("five");
}
