//! `Entry.objects.filter(rating__sounds=5)`, where `sounds` is registered for CharField: FieldError:
//! Unsupported lookup 'sounds' for IntegerField or join on the field not permitted.

use queryset::demo::blog::{Entry, entry};
use queryset::{Lookup, kind};

struct Sounds;

impl Lookup<kind::Text> for Sounds {
    type Right = kind::Text;
    const SQL: &'static str = "SOUNDEX({left}) = SOUNDEX({right})";
}

fn main() {
    let _ = Entry::objects().filter(entry::rating.lookup(Sounds, 5));
}
