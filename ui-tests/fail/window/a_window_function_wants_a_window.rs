//! `Entry.objects.values_list(Rank())`: OperationalError: misuse of window function RANK().

use queryset::demo::blog::Entry;
use queryset::prelude::*;

fn main() {
    let _ = Entry::objects().values_list(rank());
}
