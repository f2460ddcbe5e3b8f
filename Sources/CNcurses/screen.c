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
  return 0;
}

void cn_enter(void) {
  // Nothing is ever put into its window, so that this sends no more than modes and a cleared screen.
  clearok(stdscr, TRUE);
  wrefresh(stdscr);
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
