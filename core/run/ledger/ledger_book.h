/* SPDX-License-Identifier: Apache-2.0 */
/* The ledger of a run that is over, read back: what is in it, and what became of each entry. */
#ifndef SLRUN_RUN_LEDGER_BOOK_H
#define SLRUN_RUN_LEDGER_BOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "run/ledger/ledger_file.h"

enum {
    BOOK_FILE_MAX = 512 * 1024 * 1024,
    BOOK_ENTRIES_MAX = 4 * 1024 * 1024,
    BOOK_HEADER_MAX = 16 * 1024,
    BOOK_COUNT_MAX = 100000, /* ledgers in a directory */
    BOOK_STALE_S = 60 * 60,  /* of a file that never got its name */
};

enum book_state {
    BOOK_OPEN, /* to be undone */
    BOOK_VOID, /* never made */
    BOOK_DONE, /* undone */
};

struct book_entry {
    json_t *fields; /* as in ledger.h, with what "made" brought */
    bool claim, made;
    enum book_state state;
};

struct book {
    struct ledger_file file;  /* locked while the book is open */
    json_t *run;              /* the header */
    struct identity identity; /* points into the header */
    const char *run_id;
    int64_t began_s, written_s; /* seconds since 1970 */
    struct book_entry *entries; /* in the order in which they were noted */
    size_t n_entries, cap_entries;
    size_t n_bad; /* lines that are none, but for a torn last one */
};

enum book_status {
    BOOK_READ,
    BOOK_LOCKED, /* its run is alive, or another sweep is at it */
    BOOK_ABSENT, /* removed meanwhile */
    BOOK_BROKEN, /* `error` filled */
};

/* Opens, locks and reads a ledger. Only after BOOK_READ the book must be closed. */
enum book_status book_open(struct book *book, const char *directory, const char *run_id,
                           struct slrun_error *error);

/* Writes behind a torn last line what has become of an entry. 0, or -1 with `error` filled. */
int book_mark(struct book *book, size_t entry, enum book_state state, struct slrun_error *error);

size_t book_outstanding(const struct book *book);

/* "table 'r1a-2'", or what the claim says of itself; valid until the next call. */
const char *book_label(const struct book_entry *entry, char *text, size_t size);

/* `remove`: the file goes. */
void book_close(struct book *book, bool remove);

/* Whether two ledgers are of one run: its own and those of its worker processes, "r4k09x2mqa" and
 * "r4k09x2mqa.3". */
bool book_same_run(const char *run_id, const char *other);

/* The run ids of the ledgers in a directory, sorted. 0 (none, if there is no directory), or -1 with
 * `error` filled. */
int book_list(const char *directory, char ***run_ids, size_t *n, struct slrun_error *error);
void book_list_free(char **run_ids, size_t n);

/* Removes what runs have left that were killed before their ledger had its name: nothing had been
 * sent by then. */
void book_tidy(const char *directory);

/* How many runs that are over have left a ledger of this identity. */
size_t book_leftovers(const char *directory, const struct identity *identity);

#endif
