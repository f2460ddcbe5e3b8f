#pragma once
#include <stddef.h>
#include <termios.h>

/// Catches ILL, TRAP, SEGV, BUS, FPE and ABRT: the handler makes the terminal as it was (if armed), writes one sentence to standard
/// error, and hands over to whatever handled the signal before, so that a backtrace still comes. It also catches overflow of the
/// calling thread's stack.
/// The sentence is copied, cut at 500 bytes.
void rapport_crash_install(const char *sentence);

/// From now on a crash writes these bytes (copied, at most 500) to the descriptor and restores its modes.
void rapport_crash_arm(int descriptor, const char *bytes, size_t count, const struct termios *modes);

/// The terminal is as it was: a crash leaves it alone.
void rapport_crash_disarm(void);
