#pragma once
#include <stddef.h>

/// Says that all of this memory will be used, so that the system may give it in large pages: for many megabytes that is a few
/// interruptions in place of thousands. Does nothing for little memory, and where the system cannot.
void rapport_memory_expect(void *start, size_t size);
