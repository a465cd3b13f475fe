//! Tests, by what they are about.

mod agreement;
mod decimal;
mod hostile;
mod make;
mod object;
mod reading;
mod shapes;
mod whole_way;
mod writing;
