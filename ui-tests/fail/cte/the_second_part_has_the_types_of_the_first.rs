//! PostgreSQL: recursive query "tree" column 1 has type bigint in non-recursive term but type text overall

use queryset::demo::blog::{Event, event};
use queryset::prelude::*;

fn main() {
    cte!(tree: Event::objects().values(event::id), |tree| {
        let parent = tree.on(event::parent_id, event::id);
        Event::objects().join(&parent).values_list(event::name)
    });
}
