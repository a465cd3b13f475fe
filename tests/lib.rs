//! Integration tests of the workspace; the tests stand in `it/`.
