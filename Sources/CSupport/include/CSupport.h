#pragma once
#include "attributes.h"
