#pragma once
#include "signals.h"
#include "crash.h"
