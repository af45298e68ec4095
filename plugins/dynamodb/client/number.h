/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers as DynamoDB writes them: decimal text, up to 38 significant digits, 1E-130 to
 * 9.99E+125 (Amazon DynamoDB Developer Guide, "Supported data types", Number). The range is left
 * to the service, which has its own words for it; here only the form is checked.
 */
#ifndef SLRUN_DYNAMODB_CLIENT_NUMBER_H
#define SLRUN_DYNAMODB_CLIENT_NUMBER_H

#include <stdbool.h>

#include <slrun/slrun.h>

enum { ATTR_NUMBER_TEXT_MAX = 96 }; /* bytes that attr_number_print() may need, with the NUL */

/* Whether `text` is a decimal number: sign, digits with at most one point, exponent. No blanks. */
bool attr_number_valid(const char *text);

/*
 * The shortest decimal text that reads back as `value`: plain ("1.1", "0.001", "100") where it is
 * of sensible length, else with an exponent ("1.5E-30"). False for NaN and infinities.
 */
bool attr_number_print(double value, char text[ATTR_NUMBER_TEXT_MAX]);

/*
 * The number as a JSON value that is exactly it: an integer if it fits 64 bits, a real if the
 * shortest text of that double is the same number, else a tagged "number" with the text as it is.
 * A new reference; NULL if `text` is not a number or memory is out.
 */
json_t *attr_number_json(const struct slrun_host *host, const char *text);

#endif
