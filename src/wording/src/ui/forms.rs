//! Texts of the question screens, the task list and the check screen.
