//! `Entry.objects.create(authors=[ringo], …)`: TypeError: Direct assignment to the forward side of a
//! many-to-many set is prohibited. Use authors.set() instead.

use queryset::demo::blog::{Author, Entry};

fn query(ringo: &Author) {
    let _ = Entry::create().headline("Help!").authors([ringo]);
}

fn main() {
    let _ = query;
}
