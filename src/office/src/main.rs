//! The office's module in the browser: in a worker it does errands, in a page it is the application.

fn main() {
    if !office::platform::serve() {
        office::start();
    }
}
