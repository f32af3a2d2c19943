//! A number is converted first.

use queryset::demo::blog::{Entry, entry};
use queryset::kind;

fn main() {
    let _ = Entry::objects().values_list(entry::headline.concat(entry::rating.cast::<kind::Text>()));
}
