#pragma once
#include <stddef.h>

/// The sample session, `sample-data/mango-cluster.json`, as it was when the program was built.
extern const unsigned char rapport_sample[];
extern const size_t rapport_sample_size;
