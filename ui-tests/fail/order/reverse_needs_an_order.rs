//! `Entry.objects.all().reverse()`: Django ignores it, and gives the rows in any order.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().reverse();
}
