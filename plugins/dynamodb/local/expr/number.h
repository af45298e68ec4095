/* SPDX-License-Identifier: Apache-2.0 */
/*
 * DynamoDB's number: decimal, exact, 38 significant digits, magnitude 1E-130 to
 * 9.9999999999999999999999999999999999999E+125 (Developer Guide, "Supported data types and naming
 * rules": Number). Pure functions; a struct number owns nothing and may be copied.
 */
#ifndef SLRUN_DYNAMODB_EXPR_NUMBER_H
#define SLRUN_DYNAMODB_EXPR_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"

#define NUMBER_DIGITS_MAX   38
#define NUMBER_EXPONENT_MAX 125    /* of the first significant digit: d.ddd x 10^exponent */
#define NUMBER_EXPONENT_MIN (-130) /* likewise */
#define NUMBER_TEXT_MAX     192    /* the longest text of number_format with its NUL fits in */
#define NUMBER_KEY_MAX      24     /* the longest result of number_encode */

/* d[0].d[1]d[2]... x 10^exponent. Normal form: no leading and no trailing zero digits; zero has
 * digit_count 0, exponent 0 and is not negative. So two equal numbers are equal field by field. */
struct number {
    bool negative;
    int exponent;
    int digit_count;
    unsigned char digits[NUMBER_DIGITS_MAX];
};

/* Reads `length` bytes of text: sign, digits, fraction, exponent; no blanks. False with AWS's
 * message for what is no number, has too many significant digits, or is out of range. */
bool number_parse(const char *text, size_t length, struct number *out, struct expr_error *error);

/* A number as Java's BigDecimal reads it: all digits that are written, and how many of them stand
 * behind the point. */
struct number_scale {
    long long precision;
    long long scale;
};

/* False where exponent or scale do not fit 32 bits. The rest of the text is not checked. */
bool number_scale(const char *text, size_t length, struct number_scale *out);

/* Writes the normal form as DynamoDB returns it (plain digits, never an exponent) into `text`,
 * which has NUMBER_TEXT_MAX bytes. Returns the length. */
size_t number_format(const struct number *number, char *text);

/* Less than 0, 0, more than 0. */
int number_compare(const struct number *a, const struct number *b);

/* a + b and a - b, exact. False where the result is out of range or needs more than 38 digits.
 * `out` may be one of the operands. */
bool number_add(const struct number *a, const struct number *b, struct number *out,
                struct expr_error *error);
bool number_subtract(const struct number *a, const struct number *b, struct number *out,
                     struct expr_error *error);

/* Bytes that this number counts in an item's size. */
size_t number_size(const struct number *number);

/* Writes bytes whose memcmp order (shorter first when one is a prefix) is the order of numbers into
 * `bytes`, which has NUMBER_KEY_MAX bytes. Returns their count. */
size_t number_encode(const struct number *number, unsigned char *bytes);

#endif
