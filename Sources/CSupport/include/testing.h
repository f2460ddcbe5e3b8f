#pragma once
#include <stddef.h>

// What the benchmark needs of the system and Swift's import of it does not offer in every build.

/// Opens a new pseudo terminal and writes the name of its other end; -1 when the system has none to give.
int rapport_pseudoterminal_open(char *path, size_t size);
/// The flag of posix_spawn that makes the new process the leader of a session.
short rapport_spawn_setsid(void);
/// Removes a folder and everything in it.
void rapport_folder_remove(const char *path);

/// libFuzzer's loop, which is linked in only where fuzzing is asked for.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*take)(const unsigned char *bytes, long size));
