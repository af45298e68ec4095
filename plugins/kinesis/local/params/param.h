/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an operation's parameters may be, as data, and the checks of a request against it, in AWS's
 * order and words: first every JSON type (SerializationException), then up to ten constraints in
 * one ValidationException. Names and constraints are those of the API Reference.
 */
#ifndef SLRUN_KINESIS_PARAM_H
#define SLRUN_KINESIS_PARAM_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "fault.h"

enum param_type {
    PARAM_STRING,
    PARAM_BOOLEAN,
    PARAM_INTEGER,
    PARAM_TIMESTAMP, /* seconds since 1970, with fraction */
    PARAM_BLOB,      /* base64 */
    PARAM_LIST,      /* `of`: one entry, its element */
    PARAM_MAP,       /* `of`: one entry, its values; keys have 1 to 128 characters */
    PARAM_STRUCT     /* `of`: its members, ended by a NULL name */
};

enum param_flags {
    PARAM_REQUIRED = 1, /* "Member must not be null" */
    PARAM_BOUNDED = 2   /* INTEGER: `min` counts, and `max` if it is not 0 */
};

enum param_pattern {
    PATTERN_NONE,
    PATTERN_NAME,
    PATTERN_SEQUENCE,
    PATTERN_HASH_KEY,
    PATTERN_STREAM_ARN,
    PATTERN_CONSUMER_ARN,
    PATTERN_RESOURCE_ARN,
    PATTERN_STREAM_ID
};

struct param {
    const char *name;
    enum param_type type;
    unsigned flags;
    enum param_pattern pattern; /* STRING */
    int64_t min;                /* of the number, or of the length of a string, list or map */
    int64_t max;                /* likewise; 0: no bound */
    const char *const *values;  /* STRING: the words allowed, ended by NULL; NULL: any */
    const struct param *of;
    const char *const *instead; /* with REQUIRED: members one of which will do, ended by NULL */
    const char *java;           /* STRUCT in a list: the class that AWS names in its texts */
};

enum { PARAM_ERRORS_MAX = 10 /* constraints reported in one message */ };

/* Checks the JSON types of `args` (an object) and brings it into plain form: what is unknown or
 * null is removed, numbers are truncated, words become booleans. False with the fault filled. */
bool param_check_types(const struct param *params, json_t *args, struct fault *fault);

/* Checks the constraints; blobs may have up to `blob_max` bytes. False with the fault filled. */
bool param_check_constraints(const struct param *params, const json_t *args, int64_t blob_max,
                             struct fault *fault);

/* Bytes that a string of base64 stands for; it has been checked. */
size_t param_blob_size(const json_t *base64);

#endif
