/* SPDX-License-Identifier: Apache-2.0 */
/* The short forms of intrinsic functions in YAML, and what plain scalars mean. */
#ifndef SLRUN_CLOUDFORMATION_TAGS_H
#define SLRUN_CLOUDFORMATION_TAGS_H

#include <stdbool.h>

#include <jansson.h>

/* "!Sub" -> "Fn::Sub", "!Ref" -> "Ref"; NULL: no short form of that name. */
const char *tag_function(const char *tag);

/* Whether it is a tag of YAML's own that means what is there without it. */
bool tag_is_standard(const char *tag);

/* The value of !GetAtt: "Table.StreamArn" becomes ["Table", "StreamArn"], the first dot counts.
 * Takes over the reference, and gives it back where there is no dot. */
json_t *tag_get_att(json_t *value);

/*
 * What a plain scalar is (YAML 1.1, as far as AWS CloudFormation takes it): null, a boolean, a
 * decimal integer, a number, else a string. Dates, octal and sexagesimal numbers stay strings, as
 * do integers beyond 18 digits. A new reference, or NULL: not UTF-8 or no memory.
 */
json_t *tag_plain_scalar(const char *text, size_t size);

#endif
