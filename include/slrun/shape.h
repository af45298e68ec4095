/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shapes describe the parameters of an operation (the word is that of AWS's service models). From
 * them slrun checks arguments before anything is sent, decides whether a Lua table is a list or a
 * map, and writes the reference pages.
 */
#ifndef SLRUN_SHAPE_H
#define SLRUN_SHAPE_H

/* X(symbol, name as users see it) */
#define SLRUN_TYPES(X)                                                                             \
    X(STRING, "string")                                                                            \
    X(INTEGER, "integer")                                                                          \
    X(FLOAT, "number")                                                                             \
    X(BOOLEAN, "boolean")                                                                          \
    X(BLOB, "binary") /* arrives as a tagged value, given as a Lua string or slrun.binary */       \
    X(TIMESTAMP, "timestamp") /* seconds since 1970, with fraction */                              \
    X(LIST, "list")                                                                                \
    X(MAP, "map")                                                                                  \
    X(STRUCTURE, "structure")                                                                      \
    X(DOCUMENT, "value") /* anything; the plugin's build gives it its wire form */

enum slrun_type {
#define SLRUN_TYPE_ENUM(symbol, name) SLRUN_##symbol,
    SLRUN_TYPES(SLRUN_TYPE_ENUM)
#undef SLRUN_TYPE_ENUM
};

struct slrun_param;

/*
 * `of`       LIST, MAP: the shape of an element; NULL: anything
 * `members`  STRUCTURE: its members, ended by a NULL name; NULL: any members
 * `values`   STRING: the words that are allowed, ended by NULL; NULL: any string
 */
struct slrun_shape {
    enum slrun_type type;
    const struct slrun_shape *of;
    const struct slrun_param *members;
    const char *const *values;
};

enum slrun_param_flags {
    SLRUN_REQUIRED = 1, /* its absence is an error before anything is sent */
    SLRUN_SECRET = 2,   /* its value shows in no log, trace or report */
    SLRUN_FLAT = 4,     /* since 1.1. XML and forms: a list or map without an element around it */
    SLRUN_FILE = 8,     /* since 1.1: a BLOB that may also be a file (value.h); see host->body() */
    /* Since 1.2. Forms: the entries of a map have Name and Value in place of key and value. */
    SLRUN_NAME_VALUE = 16
};

/* A named parameter or member. Lists of them end with a NULL name. */
struct slrun_param {
    const char *name; /* AWS's spelling: "TableName" */
    struct slrun_shape shape;
    unsigned flags;  /* enum slrun_param_flags */
    const char *doc; /* one line, for reference pages and error hints */
};

#endif
