/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Logical ids that end in a digest of what they stand for, so that another content is another
 * resource: the first ten digits of the SHA-1 of the JSON text (compact, keys sorted, ASCII), as
 * aws-sam-translator makes them.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_ID_H
#define SLRUN_CLOUDFORMATION_SAM_ID_H

#include <stdbool.h>

#include <jansson.h>

enum { SAM_DIGEST_HEX = 41, SAM_DIGEST_SHORT = 10 };

/* The whole digest of a text. False if it cannot be computed. */
bool sam_digest_text(const char *text, char hex[SAM_DIGEST_HEX]);
/* Of a value; of a string its own bytes. False when out of memory. */
bool sam_digest(const json_t *value, char hex[SAM_DIGEST_HEX]);

#endif
