//! `Entry.objects.filter(Window(Rank(), order_by="rating"))`: TypeError: Cannot filter against a
//! non-conditional expression.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    let place = rank().over(window().order_by(entry::rating.desc()));
    let _ = Entry::objects().filter(place);
}
