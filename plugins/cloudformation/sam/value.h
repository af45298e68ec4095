/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values of a template: what counts as set, and intrinsic functions
 * (docs.aws.amazon.com/AWSCloudFormation, "Intrinsic function reference"). What returns a new value
 * returns NULL when out of memory, which sam_put() and json_pack() pass on.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_VALUE_H
#define SLRUN_CLOUDFORMATION_SAM_VALUE_H

#include <stdbool.h>

#include <jansson.h>
#include <slrun/abi.h>

/* object[key], borrowed; NULL where it is not there or null, or `object` is no object. */
json_t *sam_get(const json_t *object, const char *key);
/* The same where it is a string, else NULL. */
const char *sam_text(const json_t *object, const char *key);

/* Whether a property counts as given: not NULL, null, false, 0, nor empty. */
bool sam_given(const json_t *value);
bool sam_has(const json_t *object, const char *key); /* of object[key] */

/* Whether it is {"Ref": ...}, {"Condition": ...} or {"Fn::...": ...}, alone. */
bool sam_intrinsic(const json_t *value);
/* The same of one function ("Fn::If"): its argument, borrowed, or NULL. */
json_t *sam_function(const json_t *value, const char *name);
bool sam_no_value(const json_t *value); /* {"Ref": "AWS::NoValue"} */
/* The logical id that a Ref or Fn::GetAtt names, into `id`; false where it names none. */
bool sam_named(const json_t *value, char *id, size_t size);

json_t *sam_ref(const char *id);
json_t *sam_getatt(const char *id, const char *attribute);
json_t *sam_sub(const char *format, ...) SLRUN_PRINTF(1, 2);
/* {"Fn::If": [condition, yes, no]}; `yes` and `no` are taken, no NULL: AWS::NoValue. */
json_t *sam_if(const char *condition, json_t *yes, json_t *no);
/* [{"Key": ..., "Value": ...}] of {key: value}; `more` is put behind `list`, which may be NULL. */
json_t *sam_tags(json_t *list, const json_t *more);

bool sam_alphanumeric(const char *text);                /* and not empty */
bool sam_equals(const json_t *value, const char *text); /* it is that string */

#endif
