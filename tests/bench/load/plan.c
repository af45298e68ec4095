/* SPDX-License-Identifier: Apache-2.0 */
/* Plans of the load client. */
#include "load/plan.h"

#include "common/util.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NS_PER_US 1000u

/* Bytes that no server could compress or recognise (xorshift64). */
static char *noise(size_t size)
{
    char *bytes = zeroed(size + 1, 1);
    uint64_t x = 88172645463325252u;
    for (size_t i = 0; i < size; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        bytes[i] = (char)x;
    }
    return bytes;
}

/* The variable of a name, or VARIABLE_NONE. */
static int find_variable(const struct plan *plan, const char *name, size_t len)
{
    static const char short_names[] = {'n', 'r', 'c'};
    for (int i = 0; len == 1 && i < VARIABLE_TAKEN; i++)
        if (*name == short_names[i])
            return i;
    for (int i = 0; i < plan->n_steps; i++)
        if (plan->steps[i].as != NULL && strlen(plan->steps[i].as) == len &&
            memcmp(plan->steps[i].as, name, len) == 0)
            return VARIABLE_TAKEN + i;
    return VARIABLE_NONE;
}

/* Where the next "@name@" of a variable begins, or the end of the text. */
static const char *next_variable(const struct plan *plan, const char *text, struct piece *piece,
                                 const char **rest)
{
    for (const char *at = strchr(text, '@'); at != NULL; at = strchr(at + 1, '@')) {
        const char *end = strchr(at + 1, '@');
        if (end == NULL)
            break;
        piece->variable = find_variable(plan, at + 1, (size_t)(end - at) - 1);
        *rest = end + 1;
        if (piece->variable != VARIABLE_NONE)
            return at;
    }
    piece->variable = VARIABLE_NONE;
    *rest = NULL;
    return text + strlen(text);
}

static void compile(const struct plan *plan, const char *text, struct template *t)
{
    while (text != NULL) {
        struct piece piece = {.text = text};
        const char *rest;
        piece.len = (size_t)(next_variable(plan, text, &piece, &rest) - text);
        t->pieces = grow(t->pieces, t->n + 1, sizeof *t->pieces);
        t->pieces[t->n++] = piece;
        text = rest;
    }
}

static void read_step(struct plan *plan, json_t *json)
{
    const char *path = "/";
    const char *body = "";
    int once = 0;
    json_int_t fill = 0;
    if (plan->n_steps == PLAN_STEPS_MAX)
        die("a plan has too many steps");
    struct step *s = &plan->steps[plan->n_steps++];
    if (json_unpack(json, "{s:s, s?s, s?s, s?s, s?s, s?s, s?s, s?b, s?I}", "method", &s->method,
                    "path", &path, "body", &body, "type", &s->type, "target", &s->target, "take",
                    &s->take, "as", &s->as, "once", &once, "fill", &fill) != 0)
        die("a step of a plan needs a method");
    s->once = once != 0;
    if (s->take != NULL) {
        s->as = s->as != NULL ? s->as : s->take;
        s->slot = find_variable(plan, s->as, strlen(s->as)) - VARIABLE_TAKEN;
    }
    compile(plan, path, &s->path);
    compile(plan, body, &s->body);
    s->fill_len = (size_t)fill;
    s->fill = fill > 0 ? noise(s->fill_len) : NULL;
}

static void hash_fills(struct plan *plan)
{
    for (int i = 0; i < plan->n_steps; i++)
        if (plan->steps[i].fill != NULL)
            sign_hash(plan->steps[i].fill, plan->steps[i].fill_len, plan->steps[i].fill_hash);
}

void plan_read(struct plan *plan)
{
    json_t *steps = NULL;
    json_t *step;
    size_t i;
    json_int_t repetitions = 0, numbers = 1, awake_us = 0;
    *plan = (struct plan){.access_key = "test", .secret_key = "test", .connections = 1};
    plan->json = json_loadf(stdin, 0, NULL);
    if (json_unpack(plan->json, "{s:i, s:s, s:o, s?s, s?s, s?i, s?F, s?I, s?I, s?I}", "port",
                    &plan->port, "service", &plan->service, "steps", &steps, "access_key",
                    &plan->access_key, "secret_key", &plan->secret_key, "connections",
                    &plan->connections, "seconds", &plan->seconds, "repetitions", &repetitions,
                    "numbers", &numbers, "awake_us", &awake_us) != 0)
        die("standard input is no plan");
    plan->awake_ns = (uint64_t)awake_us * NS_PER_US;
    plan->repetitions = (uint64_t)repetitions;
    plan->numbers = (uint64_t)numbers;
    json_array_foreach (steps, i, step)
        read_step(plan, step);
    if (plan->n_steps == 0 || plan->connections < 1 || numbers < 1 || awake_us < 0)
        die("a plan needs steps, connections and numbers");
    hash_fills(plan);
}

void plan_free(struct plan *plan)
{
    for (int i = 0; i < plan->n_steps; i++) {
        free(plan->steps[i].path.pieces);
        free(plan->steps[i].body.pieces);
        free(plan->steps[i].fill);
    }
    json_decref(plan->json);
}

static size_t add(char *to, size_t room, const char *text, size_t len)
{
    if (len >= room)
        die("an expanded template is too long");
    memcpy(to, text, len);
    to[len] = '\0';
    return len;
}

size_t plan_digits(char digits[PLAN_DIGITS_MAX], uint64_t number)
{
    char reversed[PLAN_DIGITS_MAX];
    size_t n = 0;
    do
        reversed[n++] = (char)('0' + number % 10);
    while ((number /= 10) != 0);
    for (size_t i = 0; i < n; i++)
        digits[i] = reversed[n - 1 - i];
    return n;
}

static size_t add_number(char *to, size_t room, uint64_t number)
{
    char digits[PLAN_DIGITS_MAX];
    return add(to, room, digits, plan_digits(digits, number));
}

static size_t add_variable(int variable, const struct values *v, char *to, size_t room)
{
    switch (variable) {
    case VARIABLE_NONE:
        return 0;
    case VARIABLE_NUMBER:
        return add_number(to, room, v->number);
    case VARIABLE_RANDOM:
        return add_number(to, room, v->random);
    case VARIABLE_CONNECTION:
        return add_number(to, room, (uint64_t)v->connection);
    default:
        break;
    }
    const char *taken = v->taken[variable - VARIABLE_TAKEN];
    return add(to, room, taken, strlen(taken));
}

bool plan_is_fixed(const struct template *template)
{
    return template->n == 1 && template->pieces[0].variable == VARIABLE_NONE;
}

size_t plan_expand(const struct template *template, const struct values *values, char *to,
                   size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < template->n; i++) {
        const struct piece *p = &template->pieces[i];
        n += add(to + n, room - n, p->text, p->len);
        n += add_variable(p->variable, values, to + n, room - n);
    }
    return n;
}
