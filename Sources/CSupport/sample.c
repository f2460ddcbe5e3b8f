#include "CSupport.h"

const unsigned char rapport_sample[] = {
#embed "../../sample-data/mango-cluster.json"
};

const size_t rapport_sample_size = sizeof rapport_sample;
