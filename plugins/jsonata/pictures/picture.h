/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures of times (XPath and XQuery Functions 3.1, 9.8.4): literal texts and [components]. */
#ifndef SLRUN_JSONATA_PICTURE_H
#define SLRUN_JSONATA_PICTURE_H

#include "jsonata/pictures/calendar.h"
#include "jsonata/pictures/integer.h"

struct jn_picture_part {
    struct jn_picture_part *next;
    struct jn literal; /* a text, or nothing: it is a component */
    char component;
    bool numeric, named;
    enum jn_case letters; /* of names */
    bool zulu;            /* a zone of 0 is "Z" */
    int min, max;         /* of its width; 0: not said */
    int year_digits;      /* of a year; 0: all */
    struct jn_integer_format format;
};

/* The parts of a picture; NULL: it is empty, or the run has failed. */
struct jn_picture_part *jn_picture(struct jn_run *run, struct jn picture);
/* The name of a month or day, as much of it as the part wants; NULL: it has none. */
const char *jn_picture_name(const struct jn_picture_part *part, int64_t number);

/* format_time.c; `zone` is "+hhmm", or nothing. */
struct jn jn_format_time(struct jn_run *run, double ms, struct jn picture, struct jn zone);
/* parse_time.c: the milliseconds of a text; JN_NOTHING: it does not fit the picture. */
struct jn jn_parse_time(struct jn_run *run, struct jn text, struct jn picture);

#endif
