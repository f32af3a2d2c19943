//! Lookups on UUIDs, bytes and addresses.

use std::net::IpAddr;

use uuid::{Uuid, uuid};

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    use specimen::{blob, uid};
    vec![
        specimens("lookup_other-001", uid.exact(uuid!("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"))),
        compile_error("lookup_other-002", "value/a_uuid_takes_no_text"),
        specimens("lookup_other-003", uid.in_([Uuid::nil(), uuid!("33333333-3333-4333-8333-333333333333")])),
        specimens("lookup_other-004", uid.contains("4444-8")),
        specimens("lookup_other-005", uid.startswith("a0eebc99")),
        specimens("lookup_other-006", uid.gt(uuid!("77777777-7777-4777-8777-777777777777"))),
        specimens("lookup_other-007", uid.isnull(true)),
        specimens("lookup_other-008", blob.exact(vec![1])),
        specimens("lookup_other-009", blob.in_([vec![0xff, 0], vec![]])),
        specimens("lookup_other-010", blob.isnull(true)),
        specimens("lookup_other-011", specimen::ip.exact(ip("10.0.0.1"))),
        specimens("lookup_other-012", specimen::ip.in_([ip("::1"), ip("10.0.0.2")])),
        specimens("lookup_other-013", specimen::ip.startswith("10.0")),
        specimens("lookup_other-014", specimen::ip.contains("db8")),
        specimens("lookup_other-015", specimen::ip.gt(ip("10.0.0.2"))),
        compile_error("lookup_other-016", "value/a_uuid_takes_no_text"),
    ]
}

/// An address.
fn ip(text: &str) -> IpAddr {
    text.parse().expect("an address")
}
