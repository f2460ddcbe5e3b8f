#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What Rapport needs of ncurses, without its macros and globals, which Swift cannot import. One screen at a time.

/// Attributes of a cell, to be joined by |.
enum { CN_BOLD = 1, CN_FAINT = 2, CN_UNDERLINED = 4, CN_REVERSED = 8 };

/// A cell to show: a base, up to four zero-width marks (0 ends them), and how.
typedef struct {
  uint32_t scalars[5];
  uint16_t attributes;
  uint16_t pair;
} cn_cell;

/// Takes the character set of LC_CTYPE from the environment, or C.UTF-8 when that is not installed or none at all is named.
/// True when the result is UTF-8.
bool cn_set_locale(void);

/// Columns of a scalar as the C library, and so ncurses, has it; -1 when it has no answer.
int cn_columns(uint32_t scalar);

/// Opens the terminal named `term` on two descriptors and enters raw mode without echo; the screen is not touched yet.
/// 0: done; 1: no such terminal is known; 2: it cannot place a cursor; 3: no memory or no descriptor.
/// It can be called again after a failure. cn_close closes both descriptors, after a failure too.
int cn_open(const char *term, int output, int input);

/// Leaves the screen: modes, alternate screen, cursor and attributes as they were.
void cn_leave(void);

/// Leaves and forgets the terminal, and closes its descriptors.
void cn_close(void);

int cn_rows(void);
int cn_columns_of_screen(void);
void cn_resize(int rows, int columns);

/// Colours and pairs that the terminal has; 0 without colour.
int cn_colours(void);
int cn_pairs(void);

/// Makes pair `number` of two colours, -1 being the terminal's own.
void cn_set_pair(int number, int foreground, int background);

/// Puts cells on a row, one a column; a first scalar of 0 stands for the right half of the wide character before it.
void cn_put(int row, int column, const cn_cell *cells, int count);

void cn_erase(void);

/// Sends what changed. The cursor stands at (row, column), or is hidden when row is negative.
void cn_show(int row, int column);

/// The next cn_show sends the whole screen.
void cn_repaint(void);

/// A string capability of the terminal by its terminfo name; NULL when it has none.
const char *cn_capability(const char *name);
