#include "CSupport.h"
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#define LONGEST 500

static const int caught[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { caught_count = sizeof caught / sizeof caught[0] };

static struct sigaction former[caught_count];
static char sentence[LONGEST + 1];
static size_t sentence_length;
static char mode_off[LONGEST];
static size_t mode_off_length;
static struct termios modes_before;
static int terminal = -1;
static atomic_bool armed;
static char stack[1 << 16];

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  if (atomic_exchange(&armed, false)) {
    (void)!write(terminal, mode_off, mode_off_length);
    tcsetattr(terminal, TCSANOW, &modes_before);
  }
  (void)!write(STDERR_FILENO, sentence, sentence_length);
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &former[i], NULL);
  // A faulting instruction faults again on return; what was raised by a call or a breakpoint must be raised anew.
  int faults_again = info != NULL && info->si_code > 0 && number != SIGTRAP && number != SIGABRT;
  if (!faults_again) raise(number);
}

void rapport_crash_install(const char *text) {
  sentence_length = strnlen(text, LONGEST);
  memcpy(sentence, text, sentence_length);
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  struct sigaction action = {0};
  action.sa_sigaction = crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < caught_count; i++) {
    struct sigaction before;
    // Installing twice must not make the handler its own predecessor.
    if (sigaction(caught[i], &action, &before) == 0 && before.sa_sigaction != crash) former[i] = before;
  }
}

void rapport_crash_arm(int descriptor, const char *bytes, size_t count, const struct termios *modes) {
  atomic_store(&armed, false);
  terminal = descriptor;
  mode_off_length = count < LONGEST ? count : LONGEST;
  memcpy(mode_off, bytes, mode_off_length);
  modes_before = *modes;
  atomic_store(&armed, true);
}

void rapport_crash_disarm(void) { atomic_store(&armed, false); }
