#include "CSupport.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static int pipe_ends[2] = {-1, -1};

static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already holds enough to wake the loop.
  (void)!write(pipe_ends[1], &byte, 1);
  errno = saved;
}

static void set(int number, void (*handler)(int)) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int rapport_signals_install(void) {
  if (pipe_ends[0] >= 0) return pipe_ends[0];
  if (pipe(pipe_ends) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(pipe_ends[end], F_SETFL, fcntl(pipe_ends[end], F_GETFL) | O_NONBLOCK);
    fcntl(pipe_ends[end], F_SETFD, FD_CLOEXEC);
  }
  struct sigaction former;
  if (sigaction(SIGHUP, NULL, &former) == 0 && former.sa_handler != SIG_IGN) set(SIGHUP, note);
  set(SIGTERM, note);
  set(SIGCONT, note);
  set(SIGWINCH, note);
  set(SIGPIPE, SIG_IGN);
  set(SIGXFSZ, SIG_IGN);
  rapport_signals_resume();
  return pipe_ends[0];
}

void rapport_signals_yield(void) {
  set(SIGINT, SIG_IGN);
  set(SIGQUIT, SIG_IGN);
  set(SIGTSTP, SIG_DFL);
}

void rapport_signals_resume(void) {
  set(SIGINT, note);
  set(SIGQUIT, note);
  set(SIGTSTP, note);
}

void rapport_signals_stop(void) { kill(0, SIGSTOP); }
