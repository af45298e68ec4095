/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of times: https://docs.jsonata.org/date-time-functions. */
#include <math.h>

#include "jsonata/functions/native.h"
#include "jsonata/pictures/picture.h"
#include "jsonata/values/text.h"

static struct jn now(struct jn_run *run, const struct jn_call *call)
{
    return jn_format_time(run, (double)run->world->now_ms, jn_argument(call, 0),
                          jn_argument(call, 1));
}

static struct jn millis(struct jn_run *run, const struct jn_call *call)
{
    (void)call;
    return jn_number((double)run->world->now_ms);
}

static struct jn from_millis(struct jn_run *run, const struct jn_call *call)
{
    struct jn ms = jn_argument(call, 0);
    if (ms.type != JN_NUMBER)
        return JN_NOTHING;
    return jn_format_time(run, ms.number, jn_argument(call, 1), jn_argument(call, 2));
}

/* ---- ISO 8601 ---- */

/* The digits that a template has for each of its `0`s at the beginning of a text, as one number;
 * what else it has must be there. False: they are not, and nothing is passed. */
static bool take(struct jn *text, const char *template, double *value)
{
    double read = 0;
    size_t i = 0;
    for (; template[i]; i++) {
        char c = i < text->size ? text->text[i] : '\0';
        if (template[i] == '0' ? c < '0' || c > '9' : c != template[i])
            return false;
        if (template[i] == '0')
            read = read * 10 + (c - '0');
    }
    *value = read;
    *text = jn_part(*text, i, SIZE_MAX);
    return true;
}

static double take_fraction(struct jn *text)
{
    double ms = 0, worth = 100;
    if (text->size < 2 || *text->text != '.' || text->text[1] < '0' || text->text[1] > '9')
        return 0;
    for (*text = jn_part(*text, 1, SIZE_MAX);
         text->size && *text->text >= '0' && *text->text <= '9';
         *text = jn_part(*text, 1, SIZE_MAX), worth /= 10)
        ms += (*text->text - '0') * floor(worth);
    return ms;
}

/* "Z", "+05:30" or "+0530", in minutes. */
static double take_zone(struct jn *text)
{
    double zone = 0;
    if (take(text, "Z", &zone))
        return 0;
    if (take(text, "+00:00", &zone) || take(text, "+0000", &zone))
        return floor(zone / 100) * 60 + fmod(zone, 100);
    if (take(text, "-00:00", &zone) || take(text, "-0000", &zone))
        return -(floor(zone / 100) * 60 + fmod(zone, 100));
    return 0;
}

static struct jn parse_iso(struct jn_run *run, struct jn text)
{
    struct jn rest = text;
    double year, month = 1, day = 1, clock = 0;
    bool good = take(&rest, "0000", &year);
    (void)(take(&rest, "-00", &month) && take(&rest, "-00", &day));
    (void)take(&rest, "T00:00:00", &clock);
    double hour = floor(clock / 10000), minute = fmod(floor(clock / 100), 100);
    double ms = take_fraction(&rest), zone = take_zone(&rest);
    if (!good || rest.size)
        return jn_fail_value(run, "D3110", text);
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59)
        return JN_NOTHING;
    double days = (double)jn_days((int64_t)year, (int64_t)month, (int64_t)day);
    return jn_number((((days * 24 + hour) * 60 + minute - zone) * 60 + fmod(clock, 100)) * 1000 +
                     ms);
}

static struct jn to_millis(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0), picture = jn_argument(call, 1);
    if (text.type != JN_STRING)
        return JN_NOTHING;
    return picture.type == JN_STRING ? jn_parse_time(run, text, picture) : parse_iso(run, text);
}

static const struct jn_native natives[] = {
    {"now", "<s?s?:s>", now, 2, JN_ALWAYS},
    {"millis", "<:n>", millis, 0, JN_ALWAYS},
    {"fromMillis", "<n-s?s?:s>", from_millis, 3, JN_ALWAYS},
    {"toMillis", "<s-s?:n>", to_millis, 2, JN_ALWAYS},
};
const struct jn_native_table jn_time_natives = {natives, sizeof natives / sizeof *natives};
