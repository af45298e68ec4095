/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a step of cases.c says of its answer, all optional:
 *
 *   "gives": {...}           its JSON holds this (lists whole, objects in part); with "whole" in
 *                            the file it is this, and "*" stands for anything
 *   "lacks": MEMBER          and this is not in it
 *   "fails": NAME, "saying": TEXT   the error's name (behind a #) and message; its status is 400
 *   "status": 200            the status
 *   "code": CODE             of an error in XML, or in x-amzn-query-error
 *   "holds": [TEXT...], "lacks": [TEXT...], "is": TEXT, "size": BYTES   of the body
 *   "has": {HEADER: VALUE or null}  null: it is not there; true: it is, whatever it says
 *   "keep": {VAR: PLACE}     for "$VAR" later: a path in JSON ("a.0.b"), an element of XML, or
 *                            "header:NAME"
 *
 * The file's "has" counts for every answer; "by_value" in a file: 1 and 1.0 are the same number.
 */
#ifndef SLRUN_TESTS_LOCAL_CHECK_H
#define SLRUN_TESTS_LOCAL_CHECK_H

#include "cloud.h"

struct run {
    struct cloud cloud;
    const json_t *file;
    json_t *kept;
    const char *name; /* of the case */
    size_t step;
};

/* Fails the test if the answer is not what the step says. */
void check_answer(struct run *run, const json_t *step, const struct exchange *x);

/* Fails the test if `all` does not hold `part` (NULL: anything does); "*" stands for anything. */
void check_part(struct run *run, const json_t *all, const json_t *part);

#endif
