#pragma once
#include <stddef.h>

/// The sample session, `sample-data/mango-cluster.json`, as it was when the program was built.
const unsigned char *rapport_sample(void);

/// Its size in bytes.
size_t rapport_sample_size(void);
