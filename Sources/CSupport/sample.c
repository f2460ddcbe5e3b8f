#include "CSupport.h"

static const unsigned char sample[] = {
#embed "../../sample-data/mango-cluster.json"
};

const unsigned char *rapport_sample(void) { return sample; }

size_t rapport_sample_size(void) { return sizeof sample; }
