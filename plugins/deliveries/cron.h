/* SPDX-License-Identifier: Apache-2.0 */
/* Cron expressions of EventBridge: six fields in UTC, with ?, L, W and # (User Guide, "Cron
 * expressions"). */
#ifndef SLRUN_DELIVERIES_CRON_H
#define SLRUN_DELIVERIES_CRON_H

#include <stdbool.h>
#include <stdint.h>

enum { CRON_YEAR_FIRST = 1970, CRON_YEAR_LAST = 2199 };

struct cron {
    uint64_t minutes, hours, days, months, weekdays; /* bits; Sunday is 1 */
    uint8_t years[(CRON_YEAR_LAST - CRON_YEAR_FIRST) / 8 + 1];
    bool last_day;        /* L: of the month */
    bool last_workday;    /* LW */
    int near_day;         /* 15W: the working day next to the 15th; 0: none */
    int last_weekday;     /* 6L: the month's last Friday; 0: none */
    int nth_weekday, nth; /* 6#3: its third Friday; 0: none */
};

/* Reads "0 12 * * ? *". False: it is none. */
bool cron_read(const char *text, struct cron *cron);
/* The first time it says behind `after_ms`, milliseconds since 1970; -1: there is none. */
int64_t cron_next(const struct cron *cron, int64_t after_ms);

#endif
