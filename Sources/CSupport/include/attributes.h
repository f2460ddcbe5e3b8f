#pragma once

// Extended attributes, which the Glibc module does not offer: their names, one after another, each ended by a NUL; and their values.
#include <sys/xattr.h>
