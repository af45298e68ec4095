/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSONata (https://docs.jsonata.org, version 2), the query and transformation language of Step
 * Functions' states: a library of plugins. An expression is parsed once and evaluated as often as
 * wanted; values come in and go out as JSON. Nothing here does I/O, and everything is bounded: an
 * expression that wants more than its limits fails by an error of the language.
 */
#ifndef SLRUN_JSONATA_H
#define SLRUN_JSONATA_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

enum { JSONATA_CODE_SIZE = 8, JSONATA_MESSAGE_SIZE = 1024 };

/* What is wrong with an expression, or went wrong in it. */
struct jsonata_error {
    char code[JSONATA_CODE_SIZE];       /* as of the language: "S0202", "T2001", "D3030" */
    char message[JSONATA_MESSAGE_SIZE]; /* without the code; cut off where it is longer */
    long position;                      /* byte after what is wrong; -1: nowhere in particular */
};

/* The parsed expression, to be freed; NULL: `error` says why. */
struct jsonata *jsonata_parse(const char *text, struct jsonata_error *error);
void jsonata_free(struct jsonata *expression);

/* What an expression may use at most; zeros mean the values in brackets. */
struct jsonata_limits {
    size_t memory;  /* bytes of values while it is evaluated [64 MiB] */
    uint64_t steps; /* nodes evaluated and members looked at [10 million] */
    int depth;      /* of nested evaluation [1000] */
};

struct jsonata_world {
    const json_t *input; /* $ and $$; NULL: nothing */
    /* Variables: an object of names without their `$`. NULL: none. */
    const json_t *variables;
    /* Step Functions' own functions ($partition, $range, $hash, $random with a seed, $uuid, $parse)
     * are there, and $eval is not. */
    bool aws;
    int64_t now_ms; /* of $now() and $millis(), since 1970 */
    struct jsonata_limits limits;
};

enum jsonata_outcome {
    JSONATA_VALUE,    /* there is a result */
    JSONATA_NOTHING,  /* it is undefined */
    JSONATA_FUNCTION, /* it is a function, which no JSON stands for */
    JSONATA_FAILED    /* `error` says why */
};
/* Evaluates an expression; `result` is a new reference, or NULL. Numbers that are integers below
 * 2^53 come as such; functions within the result come as "". */
enum jsonata_outcome jsonata_evaluate(const struct jsonata *expression,
                                      const struct jsonata_world *world, json_t **result,
                                      struct jsonata_error *error);

#endif
