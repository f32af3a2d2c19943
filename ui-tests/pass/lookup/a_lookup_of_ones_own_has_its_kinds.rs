//! Text has the lookup that is made for text.

use queryset::demo::blog::{Entry, entry};
use queryset::{Lookup, kind};

struct Sounds;

impl Lookup<kind::Text> for Sounds {
    type Right = kind::Text;
    const SQL: &'static str = "SOUNDEX({left}) = SOUNDEX({right})";
}

fn main() {
    let _ = Entry::objects().filter(entry::headline.lookup(Sounds, "Hullo"));
}
