/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What tests of client halves expect of an operation, as text: JSON is compact, with sorted keys
 * (sorted_text). Each opens a call of its own, and fails the test that calls it.
 */
#ifndef SLRUN_TESTS_CLIENT_EXPECT_H
#define SLRUN_TESTS_CLIENT_EXPECT_H

#include "support.h"

struct wanted_request {
    const char *target, *type; /* the headers X-Amz-Target and Content-Type; NULL: any */
    const char *body;
};

struct wanted_undo {
    const char *args, *result; /* of the operation; result NULL: before the call */
    /* {"args", "name", "op"}, and "by" where tags_args are; NULL: nothing to undo */
    const char *undo;
    const char *kind, *gone, *busy, *tags_op,
        *waiter; /* of struct slrun_undo; NULL: any, "": NULL */
};

struct wanted_tags {
    const char *args;
    const char *tags; /* {"name": "value"}; NULL: the tag "run" with the value "r" */
    const char *tagged;
};

/* The arguments pass the check of all operations, and become this request. */
void expect_request_in(const struct call_table *table, const char *op, const char *args,
                       const struct wanted_request *wanted);
/* An answer with status 200 becomes this result. */
void expect_result_in(const struct call_table *table, const char *op, const char *body,
                      const char *wanted);
/* An answer with status 400 becomes an error of the service, "CODE: MESSAGE". */
void expect_error_in(const struct call_table *table, const char *op, const char *body,
                     const char *wanted);
void expect_undo_in(const struct call_table *table, const char *op,
                    const struct wanted_undo *wanted);
/* The tags make `tagged` of the arguments. */
void expect_tags_in(const struct call_table *table, const char *op,
                    const struct wanted_tags *wanted);

#ifdef CLIENT_OPS
#define EXPECT_TABLE                                                                               \
    &(const struct call_table)                                                                     \
    {                                                                                              \
        &CLIENT_SERVICE, CLIENT_OPS, CLIENT_N_OPS                                                  \
    }
#define expect_request(op, args, ...)                                                              \
    expect_request_in(EXPECT_TABLE, op, args, &(const struct wanted_request){__VA_ARGS__})
#define expect_result(op, body, wanted) expect_result_in(EXPECT_TABLE, op, body, wanted)
#define expect_error(op, body, wanted)  expect_error_in(EXPECT_TABLE, op, body, wanted)
#define expect_undo(op, ...)                                                                       \
    expect_undo_in(EXPECT_TABLE, op, &(const struct wanted_undo){__VA_ARGS__})
#define expect_tags(op, ...)                                                                       \
    expect_tags_in(EXPECT_TABLE, op, &(const struct wanted_tags){__VA_ARGS__})
#define expect_tag(op, args_, wanted) expect_tags(op, .args = (args_), .tagged = (wanted))
#endif

#endif
