/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Map states: what their two modes share, and Map Runs. A distributed Map state has a Map Run,
 * whose iterations are executions of their own (Developer Guide, "Using Map state in Distributed
 * mode"); an inline one has branches (fan.c).
 */
#ifndef SLRUN_STATES_MAP_H
#define SLRUN_STATES_MAP_H

#include "local/run.h"

/* ---- map_items.c ---- */

/* ItemProcessor or Iterator, borrowed. */
json_t *map_processor(const struct branch *b);
bool map_is_distributed(const struct branch *b);
/* Sets the input that items are taken from. False with b->error. */
bool map_input(struct branch *b);
/* The items that the state's input has: a new reference, NULL with b->error. */
json_t *map_items(struct branch *b);
/* Takes over the items (as batches, where there is an ItemBatcher) and makes room for results.
 * False with b->error. */
bool map_take_items(struct branch *b, json_t *items);
/* How many at once, where `wanted` is MaxConcurrency. */
size_t map_at_once(const struct branch *b, double wanted);
/* How many at once; false with b->error. */
bool map_settings(struct branch *b);
/* How many iterations may fail by these settings of a Map Run, of which 0 is none. */
size_t map_tolerated(size_t total, double count, double share);
/* How many iterations may fail; b->total is known. False with b->error. */
bool map_tolerance(struct branch *b);
/* Tells them as DescribeMapRun does. */
void map_tell_settings(struct branch *b, json_t *doc);
/* What iteration `index` gets: a new reference, NULL with b->error. */
json_t *map_iteration_input(struct branch *b, size_t index);
/* {"Index", "Value"} of the context object. */
json_t *map_item(size_t index, json_t *value);

/* ---- map_run.c ---- */

struct map_child;

/* A Map Run that goes on. */
struct map_run {
    const struct slrun_cloud *cloud;
    struct branch *b;
    json_t *doc;                   /* as in service->map_runs */
    struct slrun_calling *calling; /* S3 is asked */
    struct map_child *children;    /* executions that run */
    json_t *read;                  /* items so far, of a list in pages */
    json_t *again;                 /* executions that are to be redriven, or NULL */
    json_t *ended;                 /* executions that have ended, told as they are written */
    json_t *files;                 /* that are to be written: [{"Key", "Body", "Status"}] */
    size_t written;                /* of these */
};

/* Begins one for a Map state whose settings are read. */
void map_run_begin(struct branch *b);
/* Sets all counts to 0. */
void map_run_uncount(struct map_run *run);
/* Gives up the one of a branch, if it has one: its executions are aborted. */
void map_run_free(struct branch *b);
/* It has failed by b->error. The run is gone afterwards. */
void map_run_fail(struct map_run *run);
/* All is written: the state has this result, which is taken over. The run is gone afterwards. */
void map_run_succeed(struct map_run *run, json_t *result);
/* Calls S3 as the state machine; `args` are taken over. `done` gets the run. */
void map_run_call(struct map_run *run, const char *action, json_t *args,
                  void (*done)(void *arg, const json_t *result, const struct slrun_error *error));

/* Keeps how it stands. */
void map_run_keep(const struct map_run *run);
/* An ARN of that kind ("mapRun", "execution") which begins as the state machine's and has its name:
 * ...:KIND:NAME/LABEL, and behind it :ID unless that is NULL. */
json_t *map_run_arn(const struct branch *b, const char *kind, const char *label, const char *id);

/* ---- map_child.c ---- */

/* The items are there (taken over): runs their executions, then goes on with map_write(). */
void map_run_items(struct map_run *run, json_t *items);
/* The executions of a Map Run that was begun before, by what became of them: those that run are
 * waited for; those without success are redriven, if that is wanted. Then goes on as
 * map_run_items() does. */
void map_run_children(struct map_run *run, bool redrive);
/* Lets more of them run, if more may now, or fails. */
void map_run_go_on(struct map_run *run);
/* Gives up those that run. */
void map_children_abort(struct map_run *run);

/* ---- map_reader.c, map_writer.c ---- */

/* Reads the items that ItemReader names; ends in map_run_items() or map_run_fail(). */
void map_read(struct map_run *run);
/* Writes results as ResultWriter says, or puts them together; ends the run. */
void map_write(struct map_run *run);

#endif
