#include "CNcurses.h"
#include <curses.h>
#include <term.h>

// Apart from screen.c, because <term.h> makes macros of common words.
const char *cn_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == NULL || value == (const char *)-1 ? NULL : value;
}

const char *cn_expand(const char *capability, int first, int second) { return tiparm(capability, first, second); }

int cn_number(const char *name) {
  int value = tigetnum(name);
  return value < 0 ? -1 : value;
}

bool cn_flag(const char *name) { return tigetflag(name) > 0; }

bool cn_describe(const char *term) {
  int problem = 0;
  return setupterm(term, 1, &problem) == OK;
}
