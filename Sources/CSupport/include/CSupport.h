#pragma once
#include "attributes.h"
#include "signals.h"
#include "crash.h"
#include "memory.h"
#include "sample.h"
#include "testing.h"
