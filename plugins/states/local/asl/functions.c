/* SPDX-License-Identifier: Apache-2.0 */
/* What each intrinsic function does (Step Functions Developer Guide, "Intrinsic functions"). */
#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <slrun/base64.h>

#include "asl/intrinsic.h"

enum { ARRAY_MAX = 1000, TEXT_MAX = 10000, ARGUMENTS_MAX = 10000 };

json_t *function_fail(struct function_call *call, const char *format, ...)
{
    va_list args;
    if (call->failed)
        return NULL;
    call->failed = true;
    va_start(args, format);
    call->why = json_vsprintf(format, args);
    va_end(args);
    return NULL;
}

static json_t *arg(const struct function_call *call, size_t i)
{
    return json_array_get(call->args, i);
}

static json_t *array_arg(struct function_call *call, size_t i)
{
    json_t *value = arg(call, i);
    return json_is_array(value) ? value
                                : function_fail(call, "argument %zu must be an array", i + 1);
}

static const char *text_arg(struct function_call *call, size_t i)
{
    const char *text = json_string_value(arg(call, i));
    if (!text)
        (void)function_fail(call, "argument %zu must be a string", i + 1);
    return text;
}

/* Numbers are rounded to integers, halves upwards: -1.5 is -1. */
static bool number_arg(struct function_call *call, size_t i, long long *number)
{
    const json_t *value = arg(call, i);
    double real = json_number_value(value);
    if (!json_is_number(value) || fabs(real) > 1e18) {
        (void)function_fail(call, "argument %zu must be a number", i + 1);
        return false;
    }
    *number = json_is_integer(value) ? json_integer_value(value) : (long long)floor(real + 0.5);
    return true;
}

/* ---- arrays ---- */

static json_t *array(struct function_call *call)
{
    return json_copy(call->args);
}

static json_t *array_partition(struct function_call *call)
{
    json_t *list = array_arg(call, 0), *parts = NULL, *one;
    long long size;
    size_t i;
    if (!list || !number_arg(call, 1, &size))
        return NULL;
    if (size < 1)
        return function_fail(call, "the chunk size must be a positive integer");
    parts = json_array();
    json_array_foreach (list, i, one) {
        if (i % (size_t)size == 0)
            (void)json_array_append_new(parts, json_array());
        (void)json_array_append(json_array_get(parts, json_array_size(parts) - 1), one);
    }
    return parts;
}

/* Numbers are equal by their value: 1 and 1.0. */
static bool same(const json_t *a, const json_t *b)
{
    return json_equal(a, b) ||
           (json_is_number(a) && json_is_number(b) && json_number_value(a) == json_number_value(b));
}

static bool contains(json_t *list, const json_t *value)
{
    size_t i;
    json_t *one;
    json_array_foreach (list, i, one)
        if (same(one, value))
            return true;
    return false;
}

static json_t *array_contains(struct function_call *call)
{
    json_t *list = array_arg(call, 0);
    return list ? json_boolean(contains(list, arg(call, 1))) : NULL;
}

static json_t *array_range(struct function_call *call)
{
    long long from, to, step;
    if (!number_arg(call, 0, &from) || !number_arg(call, 1, &to) || !number_arg(call, 2, &step))
        return NULL;
    if (step == 0)
        return function_fail(call, "the increment must not be 0");
    if ((to - from) / step >= ARRAY_MAX)
        return function_fail(call, "the array has more than %d elements", ARRAY_MAX);
    json_t *list = json_array();
    for (; step > 0 ? from <= to : from >= to; from += step)
        (void)json_array_append_new(list, json_integer(from));
    return list;
}

static json_t *array_get_item(struct function_call *call)
{
    json_t *list = array_arg(call, 0);
    long long i;
    if (!list || !number_arg(call, 1, &i))
        return NULL;
    if (i < 0 || (size_t)i >= json_array_size(list))
        return function_fail(call, "the index %lld is out of bounds", i);
    return json_incref(json_array_get(list, (size_t)i));
}

static json_t *array_length(struct function_call *call)
{
    json_t *list = array_arg(call, 0);
    return list ? json_integer((json_int_t)json_array_size(list)) : NULL;
}

static json_t *array_unique(struct function_call *call)
{
    json_t *list = array_arg(call, 0), *one, *unique = list ? json_array() : NULL;
    size_t i;
    json_array_foreach (list, i, one)
        if (json_array_size(unique) < TEXT_MAX && !contains(unique, one))
            (void)json_array_append(unique, one);
    return unique;
}

/* ---- texts ---- */

static json_t *base64_encode(struct function_call *call)
{
    const char *text = text_arg(call, 0);
    size_t n = json_string_length(arg(call, 0));
    if (!text || n > TEXT_MAX)
        return function_fail(call, "the input is longer than %d characters", TEXT_MAX);
    return slrun_base64_json(text, n);
}

static json_t *base64_decode(struct function_call *call)
{
    const char *text = text_arg(call, 0);
    json_t *value;
    if (!text || json_string_length(arg(call, 0)) > TEXT_MAX)
        return function_fail(call, "the input is longer than %d characters", TEXT_MAX);
    value = slrun_base64_inner(arg(call, 0));
    return value ? value : function_fail(call, "the input is no base64 of a text");
}

static json_t *hash(struct function_call *call)
{
    static const struct {
        const char *name;
        const EVP_MD *(*algorithm)(void);
    } known[] = {{"MD5", EVP_md5},
                 {"SHA-1", EVP_sha1},
                 {"SHA-256", EVP_sha256},
                 {"SHA-384", EVP_sha384},
                 {"SHA-512", EVP_sha512}};
    const char *name = text_arg(call, 1);
    char *data = json_is_string(arg(call, 0)) ? NULL : asl_dump(arg(call, 0));
    const char *text = data ? data : json_string_value(arg(call, 0));
    size_t n = data ? strlen(data) : json_string_length(arg(call, 0));
    json_t *value = NULL;
    for (size_t i = 0; name && text && i < sizeof known / sizeof *known; i++) {
        unsigned char bytes[EVP_MAX_MD_SIZE];
        char hex[2 * EVP_MAX_MD_SIZE + 1];
        unsigned size;
        if (strcmp(known[i].name, name) != 0 ||
            !EVP_Digest(text, n, bytes, &size, known[i].algorithm(), NULL))
            continue;
        for (unsigned b = 0; b < size; b++)
            (void)snprintf(hex + 2 * b, 3, "%02x", bytes[b]);
        value = json_string(hex);
    }
    free(data);
    return value ? value : function_fail(call, "the algorithm is not known");
}

/* Members of the second replace those of the first; deep merging is not there. */
static json_t *json_merge(struct function_call *call)
{
    json_t *merged;
    if (!json_is_object(arg(call, 0)) || !json_is_object(arg(call, 1)))
        return function_fail(call, "the first two arguments must be objects");
    if (!json_is_false(arg(call, 2)))
        return function_fail(call, "Only the shallow merging mode is supported");
    merged = json_copy(arg(call, 0));
    (void)json_object_update(merged, arg(call, 1));
    return merged;
}

static json_t *string_to_json(struct function_call *call)
{
    const char *text = text_arg(call, 0);
    if (text && !text[strspn(text, " \t\r\n")])
        return json_null(); /* as AWS has it */
    json_t *value = text ? json_loadb(text, json_string_length(arg(call, 0)),
                                      JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL)
                         : NULL;
    return value ? value : function_fail(call, "the string is no JSON");
}

static json_t *json_to_string(struct function_call *call)
{
    char *text = asl_dump(arg(call, 0));
    json_t *value = text ? json_string(text) : NULL;
    free(text);
    return value;
}

static json_t *string_split(struct function_call *call)
{
    const char *text = text_arg(call, 0), *between = text_arg(call, 1);
    if (!text || !between)
        return NULL;
    json_t *parts = json_array();
    while (*text) {
        size_t n = *between ? strcspn(text, between) : strlen(text);
        if (n > 0)
            (void)json_array_append_new(parts, json_stringn(text, n));
        text += n;
        text += strspn(text, *between ? between : "");
    }
    return parts;
}

/* What {} stands for: texts as they are, all else as JSON. */
static void put_value(FILE *out, const json_t *value);

/* Objects as Java's maps are told: {a=1, b=[x, y]}. */
static void put_members(FILE *out, const json_t *value)
{
    const char *name, *between = "";
    json_t *one;
    size_t i;
    (void)fputc(json_is_array(value) ? '[' : '{', out);
    json_array_foreach (value, i, one) {
        (void)fputs(between, out);
        put_value(out, one);
        between = ", ";
    }
    json_object_foreach ((json_t *)(uintptr_t)value, name, one) {
        (void)fprintf(out, "%s%s=", between, name);
        put_value(out, one);
        between = ", ";
    }
    (void)fputc(json_is_array(value) ? ']' : '}', out);
}

static void put_value(FILE *out, const json_t *value)
{
    if (json_is_array(value) || json_is_object(value)) {
        put_members(out, value);
        return;
    }
    char *text = json_is_string(value) ? NULL : asl_dump(value);
    (void)fputs(text ? text : json_string_value(value), out);
    free(text);
}

/* The number of {} that were filled. */
static size_t put_format(const struct function_call *call, FILE *out, const char *text)
{
    size_t used = 0;
    for (; *text; text++) {
        if (*text == '\\' && (text[1] == '{' || text[1] == '}' || text[1] == '\\')) {
            (void)fputc(*++text, out);
        } else if (text[0] == '{' && text[1] == '}') {
            text++;
            if (arg(call, ++used))
                put_value(out, arg(call, used));
        } else {
            (void)fputc(*text, out);
        }
    }
    return used;
}

static json_t *format(struct function_call *call)
{
    const char *text = text_arg(call, 0);
    char *made = NULL;
    size_t n, used;
    FILE *out = text ? open_memstream(&made, &n) : NULL;
    if (!out)
        return NULL;
    used = put_format(call, out, text);
    json_t *value = fclose(out) == 0 ? json_stringn(made, n) : NULL;
    free(made);
    if (used + 1 == json_array_size(call->args))
        return value;
    json_decref(value);
    return function_fail(call, "the number of arguments does not match the occurrences of {}");
}

/* ---- numbers and ids ---- */

static json_t *math_add(struct function_call *call)
{
    long long a, b;
    return number_arg(call, 0, &a) && number_arg(call, 1, &b) ? json_integer(a + b) : NULL;
}

/* SplitMix64's mixing of a seed. */
static uint64_t mixed(uint64_t x)
{
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

/* From the first number on, below the second; the same for the same seed. */
static json_t *math_random(struct function_call *call)
{
    long long from, to, seed = 0;
    uint64_t random;
    if (!number_arg(call, 0, &from) || !number_arg(call, 1, &to) ||
        (arg(call, 2) && !number_arg(call, 2, &seed)))
        return NULL;
    if (from >= to)
        return function_fail(call, "the start must be less than the end");
    if (arg(call, 2))
        random = mixed((uint64_t)seed);
    else if (RAND_bytes((unsigned char *)&random, sizeof random) != 1)
        return NULL;
    return json_integer(from + (long long)(random % (uint64_t)(to - from)));
}

static json_t *uuid(struct function_call *call)
{
    unsigned char b[16];
    (void)call;
    if (RAND_bytes(b, sizeof b) != 1)
        return NULL;
    b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
    return json_sprintf("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                        b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                        b[12], b[13], b[14], b[15]);
}

const struct function functions[] = {
    {"Array", 0, ARGUMENTS_MAX, array},
    {"ArrayContains", 2, 2, array_contains},
    {"ArrayGetItem", 2, 2, array_get_item},
    {"ArrayLength", 1, 1, array_length},
    {"ArrayPartition", 2, 2, array_partition},
    {"ArrayRange", 3, 3, array_range},
    {"ArrayUnique", 1, 1, array_unique},
    {"Base64Decode", 1, 1, base64_decode},
    {"Base64Encode", 1, 1, base64_encode},
    {"Format", 1, ARGUMENTS_MAX, format},
    {"Hash", 2, 2, hash},
    {"JsonMerge", 3, 3, json_merge},
    {"JsonToString", 1, 1, json_to_string},
    {"MathAdd", 2, 2, math_add},
    {"MathRandom", 2, 3, math_random},
    {"StringSplit", 2, 2, string_split},
    {"StringToJson", 1, 1, string_to_json},
    {"UUID", 0, 0, uuid},
    {.name = NULL},
};
