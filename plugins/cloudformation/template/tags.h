/* SPDX-License-Identifier: Apache-2.0 */
/* The short forms of intrinsic functions in YAML, and what plain scalars mean. */
#ifndef SLRUN_CLOUDFORMATION_TAGS_H
#define SLRUN_CLOUDFORMATION_TAGS_H

#include <jansson.h>

/* "!Sub" -> "Fn::Sub", "!Ref" -> "Ref"; NULL: no short form of that name. */
const char *tag_function(const char *tag);

/*
 * What a plain scalar is (YAML 1.1, as far as AWS CloudFormation takes it): null, a boolean, a
 * decimal integer, a number, else a string. Dates, octal and sexagesimal numbers stay strings, as
 * do integers beyond 18 digits. A new reference, or NULL: not UTF-8 or no memory.
 */
json_t *tag_plain_scalar(const char *text, size_t size);

#endif
