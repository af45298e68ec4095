/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calls in flight, as a set of numbers that two processes can compare without telling each other
 * all of them: how many there are, and the sum of a hash of each. The runner keeps one of what it
 * has sent, the local cloud one of what it has not answered.
 */
#ifndef SLRUN_PLUGIN_FLIGHTS_H
#define SLRUN_PLUGIN_FLIGHTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The header of a request by which the runner tells its local cloud the call's number. */
#define FLIGHTS_HEADER "X-Slrun-Call"

struct flights {
    size_t n;
    uint64_t sum;
};

void flights_add(struct flights *flights, uint64_t number);
void flights_remove(struct flights *flights, uint64_t number);
bool flights_equal(const struct flights *a, const struct flights *b);

#endif
