/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which properties an AWS::Serverless resource or an event has and of what types, as tables. An
 * object with one key is taken for an intrinsic function, which fits any type.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_PROPERTY_H
#define SLRUN_CLOUDFORMATION_SAM_PROPERTY_H

#include "sam/context.h"

enum { /* types; 0: any */
       SAM_STR = 1,
       SAM_MAP = 2,
       SAM_LIST = 4,
       SAM_BOOL = 8,
       SAM_INT = 16
};

enum { /* flags */
       SAM_REQUIRED = 1,
       SAM_LITERAL = 2, /* no intrinsic function */
       SAM_PASS = 4     /* goes into the main resource under its own name */
};

struct sam_property {
    const char *name;
    unsigned types;
    unsigned items; /* types of a list's items, or of a map's values where `types` has no list */
    unsigned flags;
};

/* What is checked: the properties of a resource, or of an event of it. */
struct sam_checked {
    const char *id;   /* logical id; an event's is that of its function and its own name */
    const char *type; /* "AWS::Serverless::Function", "SQS" */
    const json_t *properties;
};

/* Whether `what` has no property beyond the table, none of a wrong type, and all that is required;
 * a problem is told otherwise. The table ends with a NULL name. */
bool sam_check(struct sam *s, const struct sam_checked *what, const struct sam_property *table);

/* Copies those with SAM_PASS into `to`. */
void sam_pass(struct sam *s, json_t *to, const json_t *from, const struct sam_property *table);

/* Whether the resource `id` of the template, which an event changes, is of the type. */
bool sam_expect_type(struct sam *s, const char *id, const char *type);
/* Whether `value` is of one type, SAM_MAP or the like; or "Property 'PATH' should be a map." is
 * told. NULL is not. */
bool sam_expect(struct sam *s, const json_t *value, unsigned type, const char *path);
bool sam_expect_event(struct sam *s, const json_t *value, unsigned type, const char *path);

#endif
