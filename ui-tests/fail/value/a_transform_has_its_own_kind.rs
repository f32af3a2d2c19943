//! `Entry.objects.filter(pub_date__year="last")`: ValueError: Field 'None' expected a number but got
//! 'last'.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.year().exact("last"));
}
