#include "CNcurses.h"
#include <curses.h>
#include <term.h>

// Apart from screen.c, because <term.h> makes macros of common words.
const char *cn_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == NULL || value == (const char *)-1 ? NULL : value;
}
