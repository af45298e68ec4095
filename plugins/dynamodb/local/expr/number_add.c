/* SPDX-License-Identifier: Apache-2.0 */
/* Exact addition of DynamoDB numbers, digit by digit on a fixed-point field as wide as their range.
 */
#include <string.h>

#include "number.h"

/* One place above the greatest exponent takes the carry; the lowest digit of the smallest number
 * stands 37 places below its first. */
#define TOP    (NUMBER_EXPONENT_MAX + 1)
#define BOTTOM (NUMBER_EXPONENT_MIN - NUMBER_DIGITS_MAX + 1)
#define WIDTH  (TOP - BOTTOM + 1)

/* Digits from the highest place to the lowest. */
struct field {
    signed char digits[WIDTH];
};

static void spread(const struct number *number, int factor, struct field *field)
{
    for (int i = 0; i < number->digit_count; i++) {
        int place = TOP - number->exponent + i;
        field->digits[place] = (signed char)(field->digits[place] + factor * number->digits[i]);
    }
}

/* Brings every place back to 0..9; what is over goes one place up. */
static void carry(struct field *field)
{
    for (int i = WIDTH - 1; i > 0; i--) {
        while (field->digits[i] > 9) {
            field->digits[i] = (signed char)(field->digits[i] - 10);
            field->digits[i - 1]++;
        }
        while (field->digits[i] < 0) {
            field->digits[i] = (signed char)(field->digits[i] + 10);
            field->digits[i - 1]--;
        }
    }
}

/* AWS says "overflow" also where only the precision is exceeded. */
static bool overflow(struct expr_error *error)
{
    return expr_fail(error, "Number overflow. Attempting to store a number with magnitude larger "
                            "than supported range");
}

static bool collect(const struct field *field, bool negative, struct number *out,
                    struct expr_error *error)
{
    int first = 0;
    int last = WIDTH - 1;
    while (first < WIDTH && field->digits[first] == 0)
        first++;
    while (last > first && field->digits[last] == 0)
        last--;
    struct number sum = {.negative = negative, .exponent = TOP - first};
    if (first == WIDTH) {
        *out = (struct number){0};
        return true;
    }
    if (sum.exponent > NUMBER_EXPONENT_MAX || last - first + 1 > NUMBER_DIGITS_MAX)
        return overflow(error);
    if (sum.exponent < NUMBER_EXPONENT_MIN) {
        return expr_fail(error, "Number underflow. Attempting to store a number with magnitude "
                                "smaller than supported range");
    }
    for (int i = first; i <= last; i++)
        sum.digits[sum.digit_count++] = (unsigned char)field->digits[i];
    *out = sum;
    return true;
}

static int magnitude_order(const struct number *a, const struct number *b)
{
    struct number x = *a;
    struct number y = *b;
    x.negative = false;
    y.negative = false;
    return number_compare(&x, &y);
}

bool number_add(const struct number *a, const struct number *b, struct number *out,
                struct expr_error *error)
{
    /* The greater magnitude goes in as positive and lends its sign to the sum: no borrow is left.
     */
    const struct number *great = magnitude_order(a, b) >= 0 ? a : b;
    const struct number *small = great == a ? b : a;
    struct field field = {{0}};
    spread(great, 1, &field);
    spread(small, great->negative == small->negative ? 1 : -1, &field);
    carry(&field);
    return collect(&field, great->negative, out, error);
}

bool number_subtract(const struct number *a, const struct number *b, struct number *out,
                     struct expr_error *error)
{
    struct number negated = *b;
    negated.negative = b->digit_count > 0 && !b->negative;
    return number_add(a, &negated, out, error);
}
