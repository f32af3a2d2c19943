//! `&`, `|` and `^` of query sets; `union()` and the like.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let five = || Entry::objects().filter(entry::rating.exact(5));
    let first = || Entry::objects().filter(entry::blog_id.exact(1));
    let rated = |rating| Blog::objects().filter(blog::entry().rating.exact(rating));
    let empty = || Blog::objects().filter(blog::name.exact("Empty Blog"));
    let mut cases = vec![
        rows("set_ops-027", (five() & first()).order_by(entry::id)),
        rows("set_ops-028", (five() | first()).order_by(entry::id)),
        rows("set_ops-029", (five() ^ first()).order_by(entry::id)),
        rows("set_ops-030", (rated(5) & rated(4)).order_by(blog::id)),
        rows("set_ops-031", (rated(5) | rated(4)).order_by(blog::id)),
        rows("set_ops-032", (rated(5) | empty()).order_by(blog::id)),
        rows("set_ops-033", (empty() | rated(5)).order_by(blog::id)),
        rows(
            "set_ops-034",
            (Entry::objects().filter(entry::blog().theme().name.exact("Space")) | five()).order_by(entry::id),
        ),
        compile_error("set_ops-035", "combine/query_sets_of_two_models_are_not_combined"),
        rows(
            "set_ops-036",
            Entry::objects()
                .filter(entry::id.in_(Entry::objects().order_by(entry::id).limit(2).values_list(entry::id)))
                | Entry::objects(),
        ),
        rows("set_ops-037", five().order_by(entry::id.desc()) | first().order_by(entry::id)),
        rows(
            "set_ops-038",
            (Entry::objects().exclude(entry::authors().id.exact(1)) & first()).order_by(entry::id),
        ),
    ];
    let united = [
        "set_ops-001",
        "set_ops-002",
        "set_ops-003",
        "set_ops-004",
        "set_ops-005",
        "set_ops-006",
        "set_ops-007",
        "set_ops-008",
        "set_ops-009",
        "set_ops-010",
        "set_ops-011",
        "set_ops-012",
        "set_ops-013",
        "set_ops-014",
        "set_ops-015",
        "set_ops-016",
        "set_ops-017",
        "set_ops-018",
        "set_ops-019",
        "set_ops-020",
        "set_ops-021",
        "set_ops-022",
        "set_ops-023",
        "set_ops-024",
        "set_ops-025",
        "set_ops-026",
    ];
    cases.extend(united.map(|id| later(id, "union")));
    cases
}
