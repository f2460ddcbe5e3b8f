// Filled in by the first working step.
