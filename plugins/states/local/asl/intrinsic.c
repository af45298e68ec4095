/* SPDX-License-Identifier: Apache-2.0 */
/* Intrinsic functions: an expression is read and computed in one go. */
#include "asl/intrinsic.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An expression that is being read; without a scope it is only checked. */
struct expression {
    const struct asl_scope *scope;
    const char *at;
    int depth;
    struct function_call call; /* its error */
    bool bad;
};

static json_t *read_function(struct expression *e);

static void blanks(struct expression *e)
{
    while (isspace((unsigned char)*e->at))
        e->at++;
}

static json_t *bad(struct expression *e)
{
    e->bad = true;
    return NULL;
}

/* ---- arguments ---- */

/* 'text', in which a backslash keeps what follows. States.Format's own \{ is left to it. */
static json_t *read_text(struct expression *e)
{
    char *text = malloc(strlen(e->at) + 1);
    size_t n = 0;
    const char *p = e->at + 1;
    json_t *value = NULL;
    for (; text && *p && *p != '\''; p++) {
        if (*p == '\\' && (p[1] == '\'' || p[1] == '\\'))
            p++;
        text[n++] = *p;
    }
    if (text && *p == '\'')
        value = json_stringn(text, n);
    free(text);
    e->at = *p ? p + 1 : p;
    return value ? value : bad(e);
}

static json_t *read_path(struct expression *e)
{
    char why[ASL_WHY_SIZE];
    const char *end = asl_path_end(e->at);
    char *path = strndup(e->at, (size_t)(end - e->at));
    json_t *value = NULL;
    e->at = end;
    if (!path || !asl_path_check(path, false)) {
        e->bad = true;
    } else if (!e->scope) {
        value = json_null();
    } else if (!e->call.failed && !(value = asl_path(e->scope, path, why))) {
        char *input = asl_dump(e->scope->input);
        (void)function_fail(&e->call,
                            "The JsonPath argument for the field '%s' could not be found in the "
                            "input '%s'",
                            path, input ? input : "");
        free(input);
    }
    free(path);
    return value;
}

static json_t *read_number(struct expression *e)
{
    char *end;
    double number = strtod(e->at, &end);
    if (end == e->at)
        return bad(e);
    bool whole = strcspn(e->at, ".eE") >= (size_t)(end - e->at);
    json_t *value = whole ? json_integer(strtoll(e->at, NULL, 10)) : json_real(number);
    e->at = end;
    return value;
}

static json_t *read_argument(struct expression *e)
{
    static const struct {
        const char *word;
        json_t *(*value)(void);
    } words[] = {{"true", json_true}, {"false", json_false}, {"null", json_null}};
    blanks(e);
    if (*e->at == '\'')
        return read_text(e);
    if (*e->at == '$')
        return read_path(e);
    if (strncmp(e->at, "States.", 7) == 0)
        return read_function(e);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strncmp(e->at, words[i].word, strlen(words[i].word)) == 0) {
            e->at += strlen(words[i].word);
            return words[i].value();
        }
    }
    return read_number(e);
}

/* "(a, b)" as a list. */
static json_t *read_arguments(struct expression *e)
{
    json_t *all = json_array();
    blanks(e);
    if (*e->at++ != '(') {
        e->at--;
        e->bad = true;
        return all;
    }
    blanks(e);
    while (*e->at != ')' && !e->bad && !e->call.failed) {
        (void)json_array_append_new(all, read_argument(e));
        blanks(e);
        if (*e->at == ',')
            e->at++;
        else if (*e->at != ')')
            e->bad = true;
    }
    e->at += *e->at == ')';
    return all;
}

/* ---- functions ---- */

static const struct function *find(const char *name, size_t n)
{
    for (const struct function *f = functions; f->name; f++)
        if (strlen(f->name) == n && memcmp(f->name, name, n) == 0)
            return f;
    return NULL;
}

static json_t *run(struct expression *e, const struct function *f, json_t *args)
{
    size_t n = json_array_size(args);
    if (n < f->least || n > f->most) {
        if (!e->call.failed)
            e->bad = true;
        return NULL;
    }
    if (!e->scope)
        return json_null();
    e->call.args = args;
    return e->call.failed ? NULL : f->run(&e->call);
}

static json_t *read_function(struct expression *e)
{
    static const char word[] = "States.";
    bool begins = strncmp(e->at, word, strlen(word)) == 0;
    const char *name = e->at + (begins ? strlen(word) : 0);
    size_t n = 0;
    while (isalnum((unsigned char)name[n]))
        n++;
    const struct function *f = begins && e->depth < ASL_DEPTH_MAX ? find(name, n) : NULL;
    if (!f)
        return bad(e);
    e->depth++;
    e->at = name + n;
    json_t *args = read_arguments(e), *value = e->bad ? NULL : run(e, f, args);
    json_decref(args);
    e->depth--;
    return value;
}

static json_t *whole(struct expression *e)
{
    json_t *value = read_function(e);
    blanks(e);
    if (*e->at)
        e->bad = true;
    return value;
}

bool asl_intrinsic_check(const char *text)
{
    struct expression e = {.at = text};
    json_decref(whole(&e));
    return !e.bad;
}

json_t *asl_intrinsic(const struct asl_scope *scope, const char *text)
{
    struct expression e = {.scope = scope, .at = text};
    json_t *value = whole(&e);
    if (e.bad && !e.call.failed)
        (void)function_fail(&e.call, "Invalid arguments in %s", text);
    if (!e.call.failed && value)
        return value;
    json_decref(value);
    asl_fail(scope->error, "States.Runtime", "The function '%s' had the following error: %s", text,
             e.call.why ? json_string_value(e.call.why) : "");
    json_decref(e.call.why);
    return NULL;
}
