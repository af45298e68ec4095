/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the load client sends: a few steps that each connection repeats. Paths and bodies are
 * templates, in which @n@ stands for the number of the repetition, @r@ for a random one, @c@ for
 * the connection, and @name@ for a value taken from an earlier answer.
 */
#ifndef SLRUN_BENCH_PLAN_H
#define SLRUN_BENCH_PLAN_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/sign.h"

#define PLAN_STEPS_MAX  4 /* also of values that are taken */
#define PLAN_VALUE_MAX  2048
#define PLAN_DIGITS_MAX 20 /* of a number of 64 bits */

enum { VARIABLE_NONE = -1, VARIABLE_NUMBER, VARIABLE_RANDOM, VARIABLE_CONNECTION, VARIABLE_TAKEN };

/* A literal, then a variable. */
struct piece {
    const char *text;
    size_t len;
    int variable; /* one of those above; VARIABLE_TAKEN + slot: what was taken */
};

struct template
{
    struct piece *pieces;
    size_t n;
};

struct step {
    const char *method;
    const char *type;   /* or NULL */
    const char *target; /* or NULL */
    const char *take;   /* the name of a string in the answer that is kept, or NULL */
    const char *as;     /* as what; steps may take the same */
    int slot;           /* where in struct values */
    bool once;          /* only when the connection begins, not in each repetition */
    struct template path;
    struct template body;
    char *fill; /* a body of so many bytes instead, or NULL */
    size_t fill_len;
    char fill_hash[SIGN_HEX_LEN];
};

struct plan {
    json_t *json; /* what the strings belong to */
    const char *service;
    const char *access_key, *secret_key;
    int port, connections;
    uint64_t awake_ns;    /* so long after each answer the client does not sleep */
    double seconds;       /* how long it runs, */
    uint64_t repetitions; /* or how often each step is sent in all; 0: by time */
    uint64_t numbers;     /* @n@ and @r@ are below it */
    struct step steps[PLAN_STEPS_MAX];
    int n_steps;
};

/* What the variables stand for now. */
struct values {
    uint64_t number, random;
    int connection;
    char taken[PLAN_STEPS_MAX][PLAN_VALUE_MAX];
};

/* Reads a plan from standard input; ends the program when it is none. */
void plan_read(struct plan *plan);
void plan_free(struct plan *plan);

/* Writes the template, and a NUL; its length. Ends the program when there is no room. */
size_t plan_expand(const struct template *template, const struct values *values, char *to,
                   size_t room);

/* Whether it has no variable. */
bool plan_is_fixed(const struct template *template);

/* Writes the number without a NUL; its length. */
size_t plan_digits(char digits[PLAN_DIGITS_MAX], uint64_t number);

#endif
