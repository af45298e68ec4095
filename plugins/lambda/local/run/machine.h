/* SPDX-License-Identifier: Apache-2.0 */
/* What functions run by on this machine: the bootstraps, interpreters, and all processes. */
#ifndef SLRUN_LAMBDA_MACHINE_H
#define SLRUN_LAMBDA_MACHINE_H

#include "local/service.h"

/* Processes at once, of all functions; more invocations wait, and idle ones of others end first. */
enum {
    PROCESSES_MAX = 64,
    STARTS_MIN = 2 /* processes that may start at once, where the machine has fewer processors */
};

enum family { FAMILY_PYTHON, FAMILY_NODE, FAMILY_PROVIDED, FAMILY_OTHER };

struct machine {
    struct service *service;
    char python_bootstrap[PATH_SIZE + 32], node_bootstrap[PATH_SIZE + 32],
        requirements[PATH_SIZE + 32], home[PATH_SIZE + 32];
    char interpreters[FAMILY_PROVIDED][PATH_SIZE]; /* of Python and Node.js; "" until found */
    json_t
        *satisfied; /* by the hash of a function's dependencies: the folder that has them, or "" */
    struct zygote *zygotes;
    struct preparation *checks; /* that look for packages, or wait for one that does */
    struct environment *environments;
    struct output *outputs;
    unsigned n_environments, starting, starts_max;
    unsigned long idles; /* counts, so that the latest idle process is known */
    bool closing;
};

bool machine_open(struct service *service);
/* Writes the bootstraps to the private directory; before the first process. */
bool machine_prepare(struct service *service);
/* Ends all processes; pools have been ended before. */
void machine_close(struct service *service);

/* "python3.12" and the like. */
enum family machine_family(const char *runtime);

/* The path of a program in PATH. */
bool machine_find(const char *program, char path[PATH_SIZE]);
/* Whether a program is a script (a shim of pyenv or nvm, say) that finds the real one itself. */
bool machine_is_script(const char *path);

#endif
