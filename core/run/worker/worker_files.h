/* SPDX-License-Identifier: Apache-2.0 */
/* The spec files of a worker process: loaded when the first of their cases comes, each with its
 * fixtures. Those of scope run are asked for from the run, once a file. */
#ifndef SLRUN_RUN_WORKER_FILES_H
#define SLRUN_RUN_WORKER_FILES_H

#include "run/collect/collect.h"
#include "run/fixture/holds.h"

struct worker_file {
    struct worker_files *files;
    char *path;
    struct collection collection;
    struct holds *holds; /* NULL: it is not loaded, could not be, or is closed */
    char *why;           /* it could not be loaded */
    bool asked;          /* the run waits for its end */
    bool closed;         /* its fixtures are down */
    bool closing;
    struct worker_told *told;
    struct worker_file *next;
};

/* A case that has told of a failure in full. */
struct worker_told {
    struct result result; /* its name is malloc's */
    struct worker_told *next;
};

/* A fixture that the run was asked for. */
struct worker_need {
    json_int_t number;
    struct hold *hold;
    struct worker_need *next;
};

/* A member of its owner. */
struct worker_files {
    struct lua_env *env;
    const char *root;
    bool keep; /* what failed cases used stays */
    struct worker_file *first;
    struct worker_need *needs;
    json_int_t numbers;
    void (*make_id)(void *arg, char id[LIFE_ID_MAX]);
    void (*moves)(void *arg, const struct fixture_move *move);   /* of scope file */
    void (*says)(void *arg, const char *name, const char *text); /* one of scope file */
    void (*down)(void *arg, const struct fixture_result *result);
    /* Asked: the fixture of that place in the plan; worker_files_answer() follows. */
    void (*need)(void *arg, json_int_t number, const struct item *item, size_t fixture);
    void (*closed)(void *arg, struct worker_file *file);
    void *arg;
};

/* The file of that path, not loaded if it is new. NULL: out of memory. */
struct worker_file *worker_files_get(struct worker_files *files, const char *path);

/* Loads it. NULL, or why it cannot be (lives as long as the file). */
const char *worker_file_load(struct worker_file *file);

/* Makes item->order, its number in the spec, an item, which must have that name. NULL, or why there
 * is none (static). */
const char *worker_file_item(const struct worker_file *file, const char *name, struct item *item);

/* A result that lives as long as the file, of a case of it that has told of a failure in full. */
const struct result *worker_file_told(struct worker_file *file, const char *name);

/* What the run says of a fixture that it was asked for. */
void worker_files_answer(struct worker_files *files, json_int_t number, const json_t *message);

/* Tears its fixtures down, then closed(), possibly at once. A case of it may come all the same. */
void worker_file_close(struct worker_file *file);
void worker_files_close(struct worker_files *files);

/* Whether all are. */
bool worker_files_closed(const struct worker_files *files);

void worker_files_free(struct worker_files *files);

#endif
