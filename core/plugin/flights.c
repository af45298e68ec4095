/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/flights.h"

/* The finalizer of SplitMix64: numbers that follow each other must not have sums alike. */
static uint64_t hash(uint64_t x)
{
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

void flights_add(struct flights *flights, uint64_t number)
{
    flights->n++;
    flights->sum += hash(number);
}

void flights_remove(struct flights *flights, uint64_t number)
{
    flights->n--;
    flights->sum -= hash(number);
}

bool flights_equal(const struct flights *a, const struct flights *b)
{
    return a->n == b->n && a->sum == b->sum;
}
