//! `Entry.objects.filter({"rating__gte": 4})`: TypeError: cannot unpack the dictionary.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().filter_set(&("rating__gte", 4));
}
