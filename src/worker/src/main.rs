//! The worker's module in the browser: serves the application's errands.

fn main() {
    worker::platform::serve();
}
