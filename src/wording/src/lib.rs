//! Every sentence a person reads, typed; zh-CN.

pub mod ui;
