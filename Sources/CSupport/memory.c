#define _GNU_SOURCE
#include "include/memory.h"
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>

void rapport_memory_expect(void *start, size_t size) {
#ifdef MADV_HUGEPAGE
  const uintptr_t page = 2u << 20;
  if (start == NULL || size < 2 * page) return;
  uintptr_t first = ((uintptr_t)start + page - 1) & ~(page - 1);
  uintptr_t end = ((uintptr_t)start + size) & ~(page - 1);
  if (end > first) madvise((void *)first, end - first, MADV_HUGEPAGE);
#endif
}

void rapport_memory_grow_in_steps(void) {
#ifdef M_TOP_PAD
  mallopt(M_TOP_PAD, 8 << 20);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}
