/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Executions that run. An execution is a tree of branches: one for the state machine, and below it
 * one for each branch of a Parallel state and each iteration of a Map state. A branch is in one
 * state; what happens to it from outside (a timer, an answer) makes it ready, and ready branches
 * are taken up in turn, so that nothing recurses however long an execution goes on.
 */
#ifndef SLRUN_STATES_RUN_H
#define SLRUN_STATES_RUN_H

#include "asl/asl.h"
#include "local/service.h"

enum {
    EVENTS_MAX = 25000, /* of an execution's history, that fails then; of an express one, as many
                         * are kept: "Service quotas" */
    TURN_STEPS = 200,   /* branches that go on in one turn of the loop */
    TOKEN_SIZE = 128
};

struct branch;
struct map_run;
struct state_test;

struct execution {
    struct execution *next;
    struct service *service;
    json_t *doc;        /* as in service->executions */
    json_t *history;    /* as in service->histories */
    json_t *definition; /* read */
    json_t *context;    /* the context object without what belongs to a state */
    struct branch *root;
    struct branch *ready, **ready_end;
    struct slrun_timer *turn, *limit; /* to go on; TimeoutSeconds of the definition */
    struct slrun_exchange *waiting;   /* StartSyncExecution, or NULL */
    struct state_test *test;          /* it is one state's that is tested, or NULL */
    bool express, over, going;
    bool told; /* its last event is there */
};

/* What a branch does when its turn comes. */
enum phase {
    PHASE_ENTER,  /* its next state */
    PHASE_AGAIN,  /* the same state: a retry */
    PHASE_JOIN,   /* branches below it have ended */
    PHASE_RESULT, /* the state's work is done: `result`, or `error` */
    PHASE_WAITED, /* a Wait state is over */
    PHASE_RESUME, /* a Map Run that was begun goes on */
    PHASE_HELD,   /* nothing: it waits for something from outside */
    PHASE_DONE    /* it has ended: `result`, or `error` */
};

struct branch {
    struct execution *x;
    struct branch *parent, *children, *next; /* `next` beside it */
    struct branch *next_ready;
    bool is_ready;
    enum phase phase;
    size_t index;                 /* of the branch or iteration */
    json_t *machine;              /* borrowed from the definition */
    json_t *name;                 /* of the state */
    json_t *state;                /* borrowed; NULL before the first */
    json_t *input;                /* raw */
    json_t *work;                 /* the input after InputPath and Parameters */
    json_t *variables, *assigned; /* `assigned`: by this state, or NULL */
    json_t *item;                 /* of an iteration: {"Index", "Value"}, or NULL */
    json_t *result;
    struct asl_error error;
    int64_t entered_ms, due_ms;
    int64_t begun_ms; /* its work: when it was entered, or redriven */
    int entered_event, last_event;
    int before_event; /* the one before the state was entered */
    int resume_event; /* of a Map state: the one that its next iteration follows; 0: the last one */
    json_t *attempts; /* of each retrier */
    int retries;
    struct slrun_timer *timer; /* of Wait or a retry */

    /* of a Parallel or Map state */
    json_t *items, *results;
    size_t total, started, running, failed;
    size_t at_once, tolerated;

    /* of a Task state; of a distributed Map state */
    struct task *task;
    struct map_run *run;
    json_t *map_run_arn; /* of the one that it has, or had: it may be redriven; or NULL */
};

/* ---- run.c ---- */

/* Starts the execution of a document. False: no memory. */
bool execution_start(struct service *service, json_t *doc, struct slrun_exchange *waiting);
/* Starts one that nothing keeps, of one state alone; takes over `test` if it is true. */
bool execution_test(struct service *service, json_t *doc, struct state_test *test);
/* An execution of a document, without branches. NULL: no memory. */
struct execution *execution_new(struct service *service, json_t *doc);
void execution_free(struct execution *x);
/* Ends it when TimeoutSeconds of its definition are over. */
void execution_limit(struct execution *x);
/* The execution of a document that the service has begins, with an empty history. False: no memory.
 */
bool execution_begin(struct service *service, json_t *doc, struct slrun_exchange *waiting);
/* Takes up ready branches, then does away with the execution if it is over. */
void execution_go(struct execution *x);
/* Keeps how it stands, where that is kept. */
void execution_keep(struct execution *x);
/* As execution_go(), on a later turn of the loop. */
void execution_later(struct execution *x);
/* It has ended: "SUCCEEDED" and so on; `output` and `error` may be NULL. */
void execution_end(struct execution *x, const char *status, json_t *output,
                   const struct asl_error *error);
/* Runs one on that has ended without success, from the states that failed or were under way. False:
 * no memory. */
bool execution_redrive(struct service *service, json_t *doc);
/* Runs an express execution of a Map Run from its beginning, under the ARN that it has. False: no
 * memory. */
bool execution_restart(struct service *service, json_t *doc);
/* The one that runs under that ARN, or NULL. */
struct execution *execution_running(const struct service *service, const char *arn);
/* Nobody waits any more. */
void execution_unwait(struct service *service, const struct slrun_exchange *x);
/* Does away with all that run, when the service closes or forgets; who waits for one is told that
 * it was stopped. */
void executions_end(struct service *service);

/* ---- take_up.c ---- */

/* When the service opens: executions that were kept while they ran go on where they were. */
void executions_take_up(struct service *service);

/* ---- status.c ---- */

/* Tells Amazon EventBridge how an execution stands. */
void status_tell(const struct execution *x);

/* ---- branch.c ---- */

/* A branch at the beginning of a machine, not ready yet; `input` is borrowed. */
struct branch *branch_new(struct execution *x, struct branch *parent, json_t *machine,
                          json_t *input);
/* With all below it; whatever it waits for is given up. */
void branch_free(struct branch *b);
/* All below it. */
void branch_free_children(struct branch *b);
/* What those below wait for is given up; they stay as they are, so that they can be redriven. */
void branch_stop_children(struct branch *b);
/* Its turn comes, for `phase`, with the next execution_go(). */
void branch_ready(struct branch *b, enum phase phase);
/* Its turn comes when the clock reaches `due_ms`. */
void branch_wait(struct branch *b, int64_t due_ms, enum phase phase);
/* Whether the state of a branch is in JSONata. */
bool branch_in_jsonata(const struct branch *b);
/* What is computed in a state; to be cleared. `input` is borrowed. */
void scope_of(struct branch *b, json_t *input, struct asl_scope *scope);
void scope_clear(struct asl_scope *scope);

/* ---- keep.c ---- */

/* A branch as it is kept, and again from that. */
json_t *branch_to_json(const struct branch *b);
struct branch *branch_from_json(struct execution *x, struct branch *parent, json_t *machine,
                                const json_t *doc);

/* ---- redrive.c ---- */

/* A branch as it was kept when its execution ended, changed so that branch_from_json() makes one of
 * it that runs what failed or was under way again. The last event is that of the redrive. */
void redrive_branch(json_t *doc, const struct execution *x);
/* Why an execution cannot be redriven, as DescribeExecution says it; NULL: it can. */
json_t *redrive_obstacle(const struct service *service, const json_t *doc);

/* ---- history.c ---- */

/* Adds an event of a branch (NULL: of the execution), with its details (taken over) or NULL. */
void history_add(struct execution *x, struct branch *b, const char *type, json_t *details);
/* Adds the event of a redrive, which follows the last one there is. */
void history_redriven(struct execution *x, json_t *details);
/* A value as the text that histories have, with its name and that of its details: {"input":
 * TEXT, "inputDetails": {"truncated": false}}; `name` of a state, or NULL. */
json_t *history_data(const char *member, const json_t *value, const json_t *name);
/* {"error", "cause"}, without what is empty. */
json_t *history_error(const struct asl_error *error);

/* ---- log.c ---- */

/* An event is there: it is logged where the state machine says so. */
void log_event(const struct execution *x, const json_t *event);

/* ---- flow.c ---- */

/* What a branch does in its phase. */
void branch_go(struct branch *b);
/* The work of a state has this result (taken over): on its way out. */
void state_succeed(struct branch *b, json_t *result);
/* The state failed by b->error: it is retried, caught, or its branch fails. */
void state_fail(struct branch *b);
/* The same where the language says so, which the cause then begins with. */
void state_break(struct branch *b);
/* The branch fails by b->error, without further ado. */
void branch_fail(struct branch *b);
/* Out of the state with this output (taken over), to `next`, or to the end if that is NULL. */
void state_leave(struct branch *b, json_t *output, const char *next);
/* A new input of the state: InputPath and Parameters; NULL with b->error. */
json_t *state_input(struct branch *b);
/* Sets variables by Assign of `from`, where `value` is $, or what $states has by that role. False
 * with b->error. */
bool state_assign(struct branch *b, const json_t *from, json_t *value, enum asl_role role);

/* ---- types.c, fan.c ---- */

struct state_type {
    const char *name;
    void (*enter)(struct branch *b); /* begins its work; also to try again */
    void (*join)(struct branch *b);  /* of those with branches below, or NULL */
    bool exits;                      /* it has an event for that */
    bool retries;                    /* it may be tried again */
    const char *failed;              /* event of its failure, or NULL */
    const char *aborted;             /* that of being given up below a state that failed, or NULL */
};
const struct state_type *state_type_of(const json_t *state);
void parallel_enter(struct branch *b);
void parallel_join(struct branch *b);
void map_enter(struct branch *b);
void map_resume(struct branch *b);
void map_join(struct branch *b);

/* ---- task.c ---- */

void task_enter(struct branch *b);
void task_free(struct branch *b);

#endif
