//! `Entry.objects.all()[0:10:2]`: Django runs the query, and takes every other row of the list.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().slice((0..10).step_by(2));
}
