/* SPDX-License-Identifier: Apache-2.0 */
#include "base/clock.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A reading that took longer than this may have been interrupted between its two clocks. */
enum { OFFSET_NEAR_NS = 20000, OFFSET_TRIES = 50 };

static const double OFFSET_PARTS = 1024; /* of a millisecond */

uint64_t clock_mono_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

int64_t clock_wall_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

double clock_wall_offset_ms(void)
{
    uint64_t best_ns = UINT64_MAX;
    double offset = 0;
    for (int i = 0; i < OFFSET_TRIES && best_ns > OFFSET_NEAR_NS; i++) {
        struct timespec wall;
        uint64_t before = clock_mono_ns();
        clock_gettime(CLOCK_REALTIME, &wall);
        uint64_t after = clock_mono_ns();
        if (after - before >= best_ns)
            continue;
        best_ns = after - before;
        offset =
            (double)wall.tv_sec * 1e3 + (double)wall.tv_nsec / 1e6 - (double)(before / 1000) / 1e3;
    }
    return (double)(int64_t)(offset * OFFSET_PARTS) / OFFSET_PARTS;
}

static const struct {
    const char *name;
    double ms;
} units[] = {{"ms", 1}, {"s", 1e3}, {"m", 60e3}, {"h", 3600e3}, {"d", 86400e3}};

bool duration_parse(const char *text, int64_t *ms)
{
    static const double max_ms = 366 * 86400e3;
    if (!isdigit((unsigned char)*text) || strpbrk(text, "xX"))
        return false;
    char *end;
    double value = strtod(text, &end);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(end, units[i].name) == 0 && value * units[i].ms <= max_ms) {
            *ms = (int64_t)(value * units[i].ms + 0.5);
            return true;
        }
    }
    return false;
}
