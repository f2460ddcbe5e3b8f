#pragma once
#include <stddef.h>

/// Says that all of this memory will be used, so that the system may give it in large pages: for many megabytes that is a few
/// interruptions in place of thousands. Does nothing for little memory, and where the system cannot.
void rapport_memory_expect(void *start, size_t size);

/// Makes the heap grow by megabytes. Left to itself it grows by a page at a time on a second thread, each with a system call that stops the first; that is some
/// eight thousand of them for a large session. What is not used costs nothing, for only what is touched is taken from the system.
void rapport_memory_grow_in_steps(void);
