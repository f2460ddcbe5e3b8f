#pragma once
#include <stdbool.h>
#include <stdint.h>

// What Rapport needs of ncurses, without its macros and globals, which Swift cannot import: the terminal's description, its modes and
// its size. What stands on the screen is Rapport's own business. One screen at a time.

/// Takes the character set of LC_CTYPE from the environment, or C.UTF-8 when that is not installed or none at all is named.
/// True when the result is UTF-8.
bool cn_set_locale(void);

/// Columns of a scalar as the C library has it; -1 when it has no answer.
int cn_columns(uint32_t scalar);

/// Opens the terminal named `term` on two descriptors and enters raw mode without echo; the screen is not touched yet.
/// 0: done; 1: no such terminal is known; 2: it cannot place a cursor; 3: no memory or no descriptor.
/// It can be called again after a failure. cn_close closes both descriptors, after a failure too.
int cn_open(const char *term, int output, int input);

/// Takes the screen: modes and the alternate screen, cleared.
void cn_enter(void);

/// Leaves the screen: modes and alternate screen as they were.
void cn_leave(void);

/// Leaves and forgets the terminal, and closes its descriptors.
void cn_close(void);

int cn_rows(void);
int cn_columns_of_screen(void);
void cn_resize(int rows, int columns);

/// Reads the description of a terminal without opening one; false when none is known by that name.
bool cn_describe(const char *term);

/// A string capability of the terminal by its terminfo name; NULL when it has none.
const char *cn_capability(const char *name);

/// A string capability with two numbers put in; NULL when that fails. The result lasts until the next call.
const char *cn_expand(const char *capability, int first, int second);

/// A numeric capability by its terminfo name; -1 when it has none.
int cn_number(const char *name);

/// Whether the terminal has a boolean capability.
bool cn_flag(const char *name);
