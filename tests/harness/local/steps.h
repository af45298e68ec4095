/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Steps of cases (cases.c), each a JSON object that is one of
 *
 *   {"do": OPERATION, "with": {...}}      AWS JSON ("with" may be a string: it is sent as it
 * stands)
 *   {"form": "Action=...", "as": ACCESS KEY or null}   the query protocol
 *   {"do": "PUT /path?query", "headers": {...}, "body": TEXT, "as": ACCOUNT or null,
 *    "fill": BYTES                        a body of that many letters 'x' instead
 *    "trailer": [NAME, VALUE]}            behind the body
 *   {"answered": NAME}                    what waited has been answered now
 *   {"waiting": NAME}, {"leaves": NAME}   it has not; its client goes
 *   {"advance": MILLISECONDS}             the clock goes on
 *   {"region": NAME}                      requests go to another region
 *   {"calls": "sqs.send_message", "with": {...}, "answer": {...} or "error": CODE}
 *                                         the service has called that with these arguments (objects
 *                                         in part; texts that are JSON are read); null: nothing
 *   {"watch": ARN}, {"news": true}        it is watched from now on; there was news of it since the
 *                                         step before that asked (false: none)
 *
 * and what comes back is told by check.h. Strings "$VAR" stand for what was kept.
 */
#ifndef SLRUN_TESTS_LOCAL_STEPS_H
#define SLRUN_TESTS_LOCAL_STEPS_H

#include "check.h"

/* Runs them; fails the test where an answer is another one. */
void steps_do(struct run *run, const json_t *steps);

/* A step in which what was kept stands (a new reference; a region's name is borrowed by the cloud,
 * so its step is the one given). */
json_t *step_filled(const struct run *run, json_t *step);

/* Sends the request of a step with "do" or "form", and checks nothing. */
struct exchange *step_send(struct run *run, const json_t *step);

#endif
