/* SPDX-License-Identifier: Apache-2.0 */
/* Packages that a function asks for: whether they are there, and installing them. */
#ifndef SLRUN_LAMBDA_INSTALL_H
#define SLRUN_LAMBDA_INSTALL_H

#include "local/run/machine.h"

enum { SAID_SIZE = 1024 };

/* One preparation of a pool, shared by prepare.c and install.c. */
struct preparation {
    struct pool *pool;
    struct machine *machine;
    const struct slrun_cloud *cloud;
    enum family family;
    json_t *managed; /* names of packages that stand for managed layers */
    struct slrun_process *process;
    struct slrun_timer *timer;
    void (*then)(struct preparation *p, bool ok);
    void (*heard)(struct preparation *p, const char *line);
    char said[SAID_SIZE];                      /* the latest line of the program */
    char *key;                                 /* of what is asked for */
    char file[PATH_SIZE];                      /* requirements.txt or package.json, or "" */
    char folder[PATH_SIZE], making[PATH_SIZE]; /* in the cache */
    int lock;                                  /* file in the cache, or -1 */
    unsigned waited;
    struct preparation *next; /* of the machine's, in line for the same packages */
    bool waits;               /* there, until another one has looked */
    bool own;                 /* something asked for is only in the function's own folders */
    json_t *npm;              /* what npm is to install, in place of the function's package.json */
    bool sdk_alone;           /* that is nothing but the SDK of AWS's runtime */
};

/* Sees to the packages, and ends the preparation. */
void install_start(struct preparation *p);

/* It looks for packages no more: those that wait for what it finds do so themselves. */
void install_leave(struct preparation *p);

/* ---- what install.c and install_node.c share ---- */

const char *install_task(const struct preparation *p);
/* A file's bytes: free() them. NULL: it cannot be read. */
char *install_read(const struct preparation *p, const char *path, size_t *size);
/* The same of a file of the package, whose path is then p->file. */
char *install_ask(struct preparation *p, const char *name, size_t *size);
/* Sets p->key by what is asked for. */
void install_key(struct preparation *p, const char *text, size_t size);
/* Sets p->folder and p->making; false: they would be too long. */
bool install_name_folders(struct preparation *p);
/* Ends with the packages of a folder, "" for those that are there anyway. */
void install_use(struct preparation *p, const char *folder);
/* Takes the folder's lock, and installs unless somebody else has. */
void install_begin(void *preparation);
/* Called by pip or npm's end. */
void install_done(struct preparation *p, bool ok);

/* Sees to the modules of a function for Node.js (install_node.c), and has npm install them. */
void install_node(struct preparation *p);
void install_npm(struct preparation *p);

void prepare_end(struct preparation *p, json_t *failure);
void prepare_fail(struct preparation *p, const char *type, const char *format, ...)
    SLRUN_PRINTF(3, 4);
/* Runs a program with the environment of the local cloud; then() comes when it has ended. */
void prepare_run(struct preparation *p, const char *const *argv, const char *directory,
                 void (*then)(struct preparation *p, bool ok));

#endif
