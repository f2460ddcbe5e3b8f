#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#include "CNcurses.h"
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *output_file;
static FILE *input_file;

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool cn_set_locale(void) {
  const char *found = setlocale(LC_CTYPE, "");
  if (found != NULL && is_utf8()) return true;
  // A charset that was asked for by name, and is there, is what the terminal shows.
  if (found != NULL && strcmp(found, "C") != 0 && strcmp(found, "POSIX") != 0) return false;
  static const char *const others[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (setlocale(LC_CTYPE, others[i]) != NULL && is_utf8()) return true;
  setlocale(LC_CTYPE, "C");
  return false;
}

int cn_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int cn_open(const char *term, int output, int input) {
  // The size comes from the terminal, not from LINES and COLUMNS of a shell that has been resized since.
  use_tioctl(TRUE);
  if (output_file == NULL) output_file = fdopen(output, "w");
  if (input_file == NULL) input_file = fdopen(input, "r");
  if (output_file == NULL || input_file == NULL) return 3;
  screen = newterm(term, output_file, input_file);
  if (screen == NULL) return 1;
  if (cn_capability("cup") == NULL || cn_capability("clear") == NULL) {
    endwin();
    delscreen(screen);
    screen = NULL;
    return 2;
  }
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  // The event loop knows whether more keys wait; asking for them here would cut each frame into several writes.
  typeahead(-1);
  curs_set(0);
  leaveok(stdscr, TRUE);
  idlok(stdscr, TRUE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  return 0;
}

void cn_leave(void) {
  if (screen != NULL && !isendwin()) endwin();
}

void cn_close(void) {
  cn_leave();
  if (screen != NULL) delscreen(screen);
  screen = NULL;
  if (output_file != NULL) fclose(output_file);
  if (input_file != NULL) fclose(input_file);
  output_file = input_file = NULL;
}

int cn_rows(void) { return LINES; }
int cn_columns_of_screen(void) { return COLS; }

void cn_resize(int rows, int columns) {
  if (rows > 0 && columns > 0 && is_term_resized(rows, columns)) resizeterm(rows, columns);
}

int cn_colours(void) { return has_colors() ? COLORS : 0; }
int cn_pairs(void) { return has_colors() ? COLOR_PAIRS : 0; }
void cn_set_pair(int number, int foreground, int background) { init_extended_pair(number, foreground, background); }

static void flush(int row, int column, const cchar_t *line, int count) {
  if (count == 0) return;
  wmove(stdscr, row, column);
  wadd_wchnstr(stdscr, line, count);
}

void cn_put(int row, int column, const cn_cell *cells, int count) {
  enum { batch = 256 };
  cchar_t line[batch];
  int filled = 0;
  int start = 0;
  for (int i = 0; i < count; i++) {
    if (cells[i].scalars[0] == 0) continue;
    if (filled == batch) {
      flush(row, column + start, line, filled);
      filled = 0;
      start = i;
    }
    attr_t attributes = 0;
    if (cells[i].attributes & CN_BOLD) attributes |= A_BOLD;
    if (cells[i].attributes & CN_FAINT) attributes |= A_DIM;
    if (cells[i].attributes & CN_UNDERLINED) attributes |= A_UNDERLINE;
    if (cells[i].attributes & CN_REVERSED) attributes |= A_REVERSE;
    wchar_t text[6] = {0};
    for (int mark = 0; mark < 5; mark++) text[mark] = (wchar_t)cells[i].scalars[mark];
    int pair = cells[i].pair;
    setcchar(&line[filled++], text, attributes, 0, &pair);
  }
  flush(row, column + start, line, filled);
}

void cn_erase(void) { werase(stdscr); }

void cn_show(int row, int column) {
  if (row >= 0) {
    leaveok(stdscr, FALSE);
    wmove(stdscr, row, column);
  } else {
    leaveok(stdscr, TRUE);
  }
  curs_set(row >= 0 ? 1 : 0);
  wrefresh(stdscr);
}

void cn_repaint(void) { clearok(curscr, TRUE); }
