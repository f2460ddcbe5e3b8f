#pragma once

/// Catches HUP, TERM, INT, QUIT, TSTP, CONT and WINCH and writes each one's number as a byte to a pipe; ignores PIPE and XFSZ, so that
/// a write reports them as errors. A HUP that was ignored at start (nohup) stays ignored. Gives the end of the pipe to read, which does
/// not block, or -1 when there is none to be had. Calling it again gives the same.
int rapport_signals_install(void);

/// While another program has the terminal: INT and QUIT are for it alone, TSTP stops both.
void rapport_signals_yield(void);

/// Takes the signals back after rapport_signals_yield.
void rapport_signals_resume(void);

/// Stops this process and those in its group until someone continues it.
void rapport_signals_stop(void);
