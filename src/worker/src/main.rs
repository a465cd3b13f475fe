//! The worker's module in the browser: serves the application's errands.

fn main() {
    // Elsewhere than in a worker there is nothing to do.
    let _ = worker::platform::serve();
}
