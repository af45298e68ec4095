/* SPDX-License-Identifier: Apache-2.0 */
/* Dates as numbers, in UTC. */
#ifndef SLRUN_JSONATA_CALENDAR_H
#define SLRUN_JSONATA_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

struct jn_date {
    int64_t year, days; /* days since 1970-01-01 */
    int month, day;     /* from 1 on */
    int hour, minute, second, ms;
};
/* False: beyond what JavaScript has dates for. */
bool jn_date(double ms, struct jn_date *date);
/* Days since 1970-01-01; months, from 1 on, may be more than a year has. */
int64_t jn_days(int64_t year, int64_t month, int64_t day);
/* A number of a date by the letter that pictures have for it ("YMDdFWwXxHhPmsf"); P: 1 from noon
 * on. */
int64_t jn_date_component(const struct jn_date *date, char component);

#endif
