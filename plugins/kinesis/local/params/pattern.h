/* SPDX-License-Identifier: Apache-2.0 */
/* The regular expressions of AWS's model, matched without a regular expression. */
#ifndef SLRUN_KINESIS_PATTERN_H
#define SLRUN_KINESIS_PATTERN_H

#include <stdbool.h>

#include "params/param.h"

bool pattern_matches(enum param_pattern pattern, const char *text);

/* The expression, as AWS shows it. */
const char *pattern_text(enum param_pattern pattern);

#endif
