/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plugins/plugins_samples.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "plugin/host.h"

enum { DEPTH_MAX = 4, LONG_STRING = 256 * 1024, LONG_LIST = 1000 };

#define WILD_STRING "%s%n\r\n\t/../?#&=+ \"'\\\x7f<\xc3\xa9\xf0\x9f\x98\x80"

#define SAMPLE_NAME(symbol, text) text,
static const char *const names[] = {SAMPLES(SAMPLE_NAME)};

const char *sample_name(enum sample sample)
{
    return names[sample];
}

static json_t *text(const struct slrun_shape *s, enum sample sample)
{
    static const char *const texts[] = {"a", "a", "", WILD_STRING, NULL};
    if (s->values && s->values[0])
        return json_string(s->values[0]);
    if (texts[sample])
        return json_string(texts[sample]);
    char *large = malloc(LONG_STRING);
    if (!large)
        return NULL;
    memset(large, 'a', LONG_STRING);
    json_t *json = json_stringn(large, LONG_STRING);
    free(large);
    return json;
}

static json_t *blob(enum sample sample)
{
    static const char *const bytes[] = {"\1\2", "\1\2", "", "\0\xff\r\n", "a"};
    static const size_t sizes[] = {2, 2, 0, 4, 1};
    return host_table()->blob_new(bytes[sample], sizes[sample]);
}

static json_t *scalar(const struct slrun_shape *s, enum sample sample)
{
    static const json_int_t integers[] = {1, 1, 0, LLONG_MAX, -1};
    static const double reals[] = {1.5, 1.5, 0, 1e308, -0.5};
    switch (s->type) {
    case SLRUN_STRING:
        return text(s, sample);
    case SLRUN_INTEGER:
        return json_integer(integers[sample]);
    case SLRUN_FLOAT:
        return json_real(reals[sample]);
    case SLRUN_TIMESTAMP:
        return sample == SAMPLE_WILD ? json_real(1e15) : json_integer(1700000000);
    case SLRUN_BOOLEAN:
        return json_boolean(sample != SAMPLE_EMPTY);
    case SLRUN_BLOB:
        return blob(sample);
    default: /* DOCUMENT: a little of everything */
        return json_pack("{s:s, s:i, s:[b, n], s:{}}", "text", "a", "number", 1, "list", 1, "map");
    }
}

static json_t *make(const struct slrun_shape *s, enum sample sample, int depth);

static json_t *structure(const struct slrun_param *params, enum sample sample, int depth)
{
    json_t *object = json_object();
    for (; params && params->name; params++) {
        bool required = params->flags & SLRUN_REQUIRED;
        if (required || (sample != SAMPLE_REQUIRED && depth < DEPTH_MAX))
            json_object_set_new(object, params->name, make(&params->shape, sample, depth));
    }
    return object;
}

static json_t *list(const struct slrun_shape *s, enum sample sample, int depth)
{
    static const struct slrun_shape string = {.type = SLRUN_STRING};
    json_t *array = json_array();
    /* long ones only at the top: a list of lists of lists would have no end */
    int n = sample == SAMPLE_EMPTY ? 0 : sample == SAMPLE_LONG && depth == 1 ? LONG_LIST : 1;
    json_t *item = n ? make(s->of ? s->of : &string, n > 1 ? SAMPLE_ALL : sample, depth) : NULL;
    for (int i = 0; item && i < n; i++)
        json_array_append_new(array, json_deep_copy(item));
    json_decref(item);
    return array;
}

static json_t *make(const struct slrun_shape *s, enum sample sample, int depth)
{
    static const struct slrun_shape string = {.type = SLRUN_STRING};
    if (depth > 2 * DEPTH_MAX) /* only a shape that requires itself comes here */
        return json_null();
    if (s->type == SLRUN_STRUCTURE)
        return structure(s->members, sample, depth + 1);
    if (s->type == SLRUN_LIST)
        return list(s, sample, depth + 1);
    if (s->type != SLRUN_MAP)
        return scalar(s, sample);
    json_t *object = json_object();
    if (sample != SAMPLE_EMPTY)
        json_object_set_new(object, sample == SAMPLE_WILD ? WILD_STRING : "a",
                            make(s->of ? s->of : &string, sample, depth + 1));
    return object;
}

json_t *sample_args(const struct slrun_param *params, enum sample sample)
{
    return structure(params, sample, 0);
}

static json_t *wrong_at(const struct slrun_shape *s, const json_t *wrong, int depth)
{
    if (depth > 0 && s->type == SLRUN_STRUCTURE && s->members)
        return sample_wrong(s->members, wrong, depth - 1);
    if (depth > 0 && s->type == SLRUN_LIST && s->of)
        return json_pack("[o]", wrong_at(s->of, wrong, depth - 1));
    if (depth > 0 && s->type == SLRUN_MAP && s->of)
        return json_pack("{s:o}", "a", wrong_at(s->of, wrong, depth - 1));
    return json_deep_copy(wrong);
}

json_t *sample_wrong(const struct slrun_param *params, const json_t *wrong, int depth)
{
    json_t *object = json_object();
    for (; params && params->name; params++)
        json_object_set_new(object, params->name, wrong_at(&params->shape, wrong, depth));
    return object;
}
