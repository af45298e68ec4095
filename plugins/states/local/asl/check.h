/* SPDX-License-Identifier: Apache-2.0 */
/* Judging a definition: what is found, and where. */
#ifndef SLRUN_STATES_CHECK_H
#define SLRUN_STATES_CHECK_H

#include "asl/asl.h"

enum { CHECK_AT_SIZE = 1024 };

/* Kinds of states, as bits. */
enum check_type {
    CHECK_TASK = 1,
    CHECK_WAIT = 2,
    CHECK_PASS = 4,
    CHECK_SUCCEED = 8,
    CHECK_FAIL = 16,
    CHECK_CHOICE = 32,
    CHECK_PARALLEL = 64,
    CHECK_MAP = 128,
    CHECK_NONE = 0
};

struct check {
    json_t *found; /* the diagnostics */
    size_t most;
    bool express;
    bool whole, jsonata; /* the definition, and the state that is judged, are in JSONata */
    json_t *names;       /* of all states so far */
    int depth;
    char at[CHECK_AT_SIZE]; /* "/States/Pay" */
};

#define CHECK_SCHEMA     "SCHEMA_VALIDATION_FAILED"
#define CHECK_TRANSITION "MISSING_TRANSITION_TARGET"

/* Adds a diagnostic at where we are; `below` is added to that place ("/Next"), or "". */
void check_add(struct check *c, const char *code, const char *below, const char *format, ...)
    SLRUN_PRINTF(4, 5);
/* Goes into a part ("/States/Pay", "[0]"), and back to what check_in() returned. */
size_t check_in(struct check *c, const char *format, ...) SLRUN_PRINTF(2, 3);
void check_out(struct check *c, size_t back);

/* A state machine, also one in Branches or ItemProcessor: {"StartAt", "States"}. */
void check_machine(struct check *c, json_t *machine);
/* The kind of a state by its Type. */
enum check_type check_type_of(const json_t *state);
/* Fields that every state of that kind may have, and must. */
void check_fields(struct check *c, json_t *state, enum check_type type);
/* A field that only the other query language has. False: there is none. */
bool check_language(struct check *c, const char *field, bool jsonata);
/* The expressions in a value, where states are in JSONata. */
void check_expressions(struct check *c, const json_t *value, int depth);
/* What a state has beyond single fields: rules, retriers, inner machines. */
void check_parts(struct check *c, json_t *state, enum check_type type);

#endif
