//! `Entry.objects.select_for_update(nowait=True, skip_locked=True)`: ValueError: The nowait option
//! cannot be used with skip_locked.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().select_for_update().nowait().skip_locked();
}
