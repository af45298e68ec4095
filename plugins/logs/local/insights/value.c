/* SPDX-License-Identifier: Apache-2.0 */
/* Values: texts, numbers and times. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "local/insights/tree.h"

static json_t *time_text(int64_t ms)
{
    char text[SLRUN_TIME_SIZE];
    slrun_time_text(ms, 1, text);
    return json_sprintf("%.10s %.12s", text, text + strlen("2026-11-21T"));
}

/* Whole numbers without a point, others as short as they are exact. */
static json_t *number_text(double number)
{
    char text[64];
    if (fabs(number) < 1e15 && floor(number) == number)
        return json_sprintf("%.0f", number);
    for (int digits = 6; digits <= 17; digits++) {
        (void)snprintf(text, sizeof text, "%.*g", digits, number);
        if (strtod(text, NULL) == number)
            break;
    }
    return json_string(text);
}

json_t *value_text(const json_t *value)
{
    if (json_is_integer(value))
        return time_text(json_integer_value(value));
    if (json_is_real(value))
        return number_text(json_real_value(value));
    return json_string(json_string_value(value) ? json_string_value(value) : "");
}

bool value_number(const json_t *value, double *number)
{
    const char *text = json_string_value(value);
    char *end = NULL;
    if (json_is_number(value))
        *number = json_number_value(value);
    else if (text && *text && strspn(text, "+-0123456789.eE") == strlen(text))
        *number = strtod(text, &end);
    else
        return false;
    return (!end || !*end) && isfinite(*number);
}

/* Nothing comes first; numbers by their value, others as texts. */
int value_compare(const json_t *a, const json_t *b)
{
    double x, y;
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    if (value_number(a, &x) && value_number(b, &y))
        return (x > y) - (x < y);
    json_t *left = value_text(a), *right = value_text(b);
    int order = strcmp(json_string_value(left), json_string_value(right));
    json_decref(left);
    json_decref(right);
    return (order > 0) - (order < 0);
}

bool value_true(const json_t *value)
{
    double number;
    if (value_number(value, &number))
        return number != 0;
    return json_string_length(value) > 0 && strcmp(json_string_value(value), "false") != 0;
}

int64_t period_ms(const char *text)
{
    static const struct {
        const char *unit;
        int64_t ms;
    } units[] = {{"ms", 1},         {"s", 1000},        {"m", 60000},      {"h", 3600000},
                 {"d", 86400000},   {"w", 604800000},   {"min", 60000},    {"mins", 60000},
                 {"hour", 3600000}, {"hours", 3600000}, {"day", 86400000}, {"days", 86400000}};
    size_t digits = strspn(text, "0123456789");
    for (size_t i = 0; digits > 0 && digits < 10 && i < sizeof units / sizeof *units; i++)
        if (strcmp(text + digits, units[i].unit) == 0)
            return strtoll(text, NULL, 10) * units[i].ms;
    return 0;
}
