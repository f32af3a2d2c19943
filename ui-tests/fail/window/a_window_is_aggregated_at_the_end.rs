//! `Entry.objects.annotate(m=Max(Window(RowNumber())))`: OperationalError: misuse of window
//! function ROW_NUMBER().

use queryset::demo::blog::Entry;
use queryset::prelude::*;

fn main() {
    let _ = Entry::objects().values_list(row_number().over(window()).max());
}
