//! Tests of state and forms, natively.
