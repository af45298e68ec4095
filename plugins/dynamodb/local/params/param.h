/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an operation's parameters may be, as data, and the check of a request against it. Errors
 * come in AWS's order and words: first every JSON type (SerializationException), then up to ten
 * constraints in one ValidationException. The names and constraints are those of the API Reference.
 */
#ifndef SLRUN_DYNAMODB_PARAM_H
#define SLRUN_DYNAMODB_PARAM_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "fault.h"

enum param_type {
    PARAM_STRING,
    PARAM_BOOLEAN,
    PARAM_INTEGER,
    PARAM_LONG,
    PARAM_TIMESTAMP, /* seconds since 1970, with a fraction */
    PARAM_BLOB,      /* base64 */
    PARAM_LIST,      /* `of`: one entry, its element */
    PARAM_MAP,       /* `of`: one entry, its element */
    PARAM_STRUCT,    /* `of`: its members, ended by a NULL name */
    PARAM_ITEM,      /* a map of AttributeValues; only their JSON types are checked */
    PARAM_VALUE      /* one AttributeValue, likewise */
};

enum param_flags {
    PARAM_REQUIRED = 1,  /* "The parameter 'X' is required but was not present in the request" */
    PARAM_NOT_NULL = 2,  /* "Member must not be null" */
    PARAM_NAME = 4,      /* must look like the name of a table or index */
    PARAM_NAME_KEYS = 8, /* MAP: its keys must */
    PARAM_TABLE = 16,    /* the length rule of the table operations, which has a text of its own */
    PARAM_BOUNDED = 32,  /* INTEGER, LONG: `min` counts, and `max` if it is not 0 */
    PARAM_MEMBER = 64,   /* STRUCT: AWS treats it as a field, not as a value of its own (texts) */
    PARAM_NESTED = 128,  /* LIST, ITEM inside another collection: AWS's text for a wrong type */
    PARAM_ALONE = 512,   /* STRING with `newer`: reported alone in the newer words */
    PARAM_ANEW = 256     /* AWS words it anew where nothing else is wrong; see constraint.c */
};

struct param {
    const char *name;
    enum param_type type;
    unsigned flags;
    int64_t min;               /* of the number, or of the length of a string, list or map */
    int64_t max;               /* likewise; 0: no bound */
    const char *const *values; /* STRING: the words allowed, ended by NULL; NULL: any */
    const char *newer;         /* how the newer words list them; NULL: as the older ones do */
    const char *java;          /* MAP, STRUCT: the class that AWS names in its error texts */
    const struct param *of;
};

enum {
    PARAM_ERRORS_MAX = 10, /* constraints reported in one message */
    /* Of a structure, or parameters of an operation: more than any has, which a test looks after */
    PARAM_MEMBERS_MAX = 32
};

/* Checks `args` (an object) and brings it into plain form: what is unknown or null is removed,
 * words that stand for booleans become booleans. False with the fault filled. */
bool param_check(const struct param *params, json_t *args, struct fault *fault);

#endif
