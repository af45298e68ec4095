/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Filter patterns (CloudWatch Logs User Guide, "Filter pattern syntax"): what events are searched
 * by. Three languages, told apart by their first character:
 *
 *   ERROR -debug ?a "a phrase" %regex%       terms: all that are plain, none with -, one of those
 *                                            with ? where there is no plain one
 *   { $.a.b[0] = "x*" && $.n >= 2 }          JSON: conditions on a property of the message
 *   [ip, ..., status = 4*, bytes > 1000]     fields of the message, apart by blanks
 */
#ifndef SLRUN_LOGS_PATTERN_H
#define SLRUN_LOGS_PATTERN_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum { PATTERN_ERROR_MAX = 256 };

struct pattern;

/* NULL with AWS's words for what is wrong in `error`, or "" if there is no memory. */
struct pattern *pattern_parse(const char *text, char error[PATTERN_ERROR_MAX]);
void pattern_free(struct pattern *pattern);

bool pattern_matches(const struct pattern *pattern, const char *message);

/* The fields of a message that matches, "$name" or "$3" to text; empty for the other languages. A
 * new reference, NULL: no memory. */
json_t *pattern_extract(const struct pattern *pattern, const char *message);

#endif
