/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.3. What a local half shows a person: the tables of the local cloud's page (GET / in a
 * browser). The page knows no service; it draws what the kinds of all local halves give it.
 *
 * Looking changes nothing: no message is received, nothing expires, nothing is written. Secrets
 * (SecureString, values of secrets, variables of functions) are not given away.
 *
 * How much is given is the local cloud's to say: rows are counted from 0 in each table,
 * look->want() says which of them are wanted, and what is too long is cut.
 */
#ifndef SLRUN_LOOK_H
#define SLRUN_LOOK_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

struct slrun_look; /* one question of the page */

/*
 * A kind of things that a service has. Columns are names with a bar between one and the next; a
 * colon and a word behind a name says what its values are:
 *   (none)   text, or any JSON          number, size   a number; of bytes
 *   time     milliseconds since 1970    log            text that keeps its lines
 *   members  an object, each of whose members is a column of its own
 *   find     a text that stands in other tables of the page too: it is a button that filters by it
 */
struct slrun_look_kind {
    const char *name;    /* in addresses: "queues"; NULL: the end of the kinds */
    const char *title;   /* "Queues" */
    const char *columns; /* of the list: "name|visible:number"; NULL: there is none, and things of
                          * this kind are found in the tables of others */
    /* Gives the rows of the list, always in the same order. Required where there are columns. */
    void (*list)(void *service, struct slrun_look *look);
    /* Gives facts and tables of the thing whose key a row had. 0, or -1: there is no such thing.
     * NULL: there is no more to see than the row. */
    int (*show)(void *service, struct slrun_look *look, const char *key);
};

/*
 * Since 1.5. A thing as a box in the drawing of who hands on to whom. `from` and `to` are texts
 * that name whom it gets from and hands on to: a string, or any JSON whose strings do (ARNs, URLs,
 * names, a definition). What they name is looked for among the boxes; they themselves are not given
 * away. NULL: nobody.
 */
struct slrun_look_box {
    const char *says; /* a few words that stand in it: "5 visible"; "": none */
    bool failed;      /* it is marked as one that failed */
    json_t *from, *to;
};

/* slrun_cloud.looks. Strings are copied; JSON is a reference that is taken over, NULL: no memory.
 */
struct slrun_looks {
    size_t struct_size;
    /* A fact about the thing that is shown: "ARN". JSON's null and NULL are left out. */
    void (*fact)(struct slrun_look *look, const char *name, json_t *value);
    /* Begins a table of the thing that is shown. `leads`: the kind that its rows' keys are of, also
     * of another service ("logs/groups"); NULL: they have none. Of a list the table has begun. */
    void (*table)(struct slrun_look *look, const char *title, const char *columns,
                  const char *leads);
    /* Whether the next row is wanted: 1: give it by row(); 0: it is passed over, as one that the
     * page has; -1: no more rows are wanted in this table, and that there are more is said. To be
     * asked once before each row, only when there is one. */
    int (*want)(struct slrun_look *look);
    /* A row: `key` for show(), or NULL; an array with a cell for each column. */
    void (*row)(struct slrun_look *look, const char *key, json_t *cells);
    /* What bytes are for a cell: text where they are text (UTF-8), else {"base64": ...}; the same
     * of bytes that are known by their base64. New references; NULL: no memory. */
    json_t *(*bytes)(const void *data, size_t size);
    json_t *(*base64)(const char *text, size_t size);
    /* Shows another thing below: its kind, also of another service ("logs/groups"), and its key. */
    void (*see)(struct slrun_look *look, const char *title, const char *kind, const char *key);
    /* Since 1.5. The row of a list that was given last is drawn, too, under the name in its first
     * cell. */
    void (*box)(struct slrun_look *look, const struct slrun_look_box *box);
};

#endif
