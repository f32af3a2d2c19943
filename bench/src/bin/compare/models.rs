//! The models of `schema/`.

#![allow(missing_docs, dead_code, unused_imports, unreachable_pub, reason = "more is generated than is used")]

queryset::include_schema!();
