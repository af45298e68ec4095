/* SPDX-License-Identifier: Apache-2.0 */
/* The service's state, one call of an operation, and what an operation is. */
#ifndef SLRUN_DYNAMODB_SERVICE_H
#define SLRUN_DYNAMODB_SERVICE_H

#include <slrun/local.h>

#include "fault.h"
#include "params/param.h"
#include "store/catalog.h"
#include "store/store.h"
#include "stream/stream.h"
#include "text.h"

enum { DELIVERY_MAX = 100 /* records for Kinesis in a call */ };

/* Of records to Kinesis; delivery.c. */
struct delivery {
    struct slrun_calling *calling; /* the call that is under way, or NULL */
    struct slrun_timer *timer;     /* it is waited until the next, or NULL */
    int64_t ids[DELIVERY_MAX];     /* of what the call sends */
    size_t n;
    int64_t since_ms; /* how old the first of them is */
    bool singly;      /* one of many was refused */
};

struct service {
    const struct slrun_cloud *cloud;
    struct store *store;
    struct catalog *catalog;
    struct streams *streams;
    struct slrun_timer *ttl_timer; /* NULL: it does not run */
    int64_t ttl_due_s;             /* what it waits for */
    struct delivery delivery;
    json_t *transfers[2];    /* documents of exports and imports by their ARNs (transfer.h) */
    struct transfer *moving; /* those that are under way */
};

/* One request. `args` has been checked against the operation's parameters. An operation returns
 * its answer (a new reference; JSON's null: an empty body), or NULL with `fault` filled. Items that
 * are answered as they lie in the store go into `shown` and not through JSON values. */
struct call {
    struct service *service;
    const struct slrun_exchange *exchange;
    json_t *args;
    struct fault fault;
    bool is_statement; /* of PartiQL: its filter may test keys, too */
    bool is_keyed;     /* a statement that scans for the values of an IN on the partition key */
    bool no_stream;    /* the stream of Kinesis that it names is not there */
    struct text shown; /* members of the answer besides those that the operation returns */
};

struct operation {
    const char *name;
    const struct param *params;
    json_t *(*run)(struct call *call);
    enum expr_words words; /* where AWS has changed them (wording.h) */
    bool asks; /* whether the stream of Kinesis that it names is there, before it is run */
};

/* The operations, each in the file of its subject. */
json_t *op_batch_execute_statement(struct call *call);
json_t *op_batch_get_item(struct call *call);
json_t *op_batch_write_item(struct call *call);
json_t *op_create_backup(struct call *call);
json_t *op_create_table(struct call *call);
json_t *op_describe_destination(struct call *call);
json_t *op_disable_destination(struct call *call);
json_t *op_enable_destination(struct call *call);
json_t *op_update_destination(struct call *call);
json_t *op_delete_backup(struct call *call);
json_t *op_delete_item(struct call *call);
json_t *op_delete_table(struct call *call);
json_t *op_describe_backup(struct call *call);
json_t *op_describe_contributor_insights(struct call *call);
json_t *op_list_contributor_insights(struct call *call);
json_t *op_update_contributor_insights(struct call *call);
json_t *op_describe_continuous_backups(struct call *call);
json_t *op_describe_endpoints(struct call *call);
json_t *op_delete_resource_policy(struct call *call);
json_t *op_describe_export(struct call *call);
json_t *op_describe_import(struct call *call);
json_t *op_describe_limits(struct call *call);
json_t *op_describe_table(struct call *call);
json_t *op_describe_time_to_live(struct call *call);
json_t *op_execute_statement(struct call *call);
json_t *op_execute_transaction(struct call *call);
json_t *op_export_table(struct call *call);
json_t *op_get_item(struct call *call);
json_t *op_get_resource_policy(struct call *call);
json_t *op_import_table(struct call *call);
json_t *op_list_backups(struct call *call);
json_t *op_list_exports(struct call *call);
json_t *op_list_imports(struct call *call);
json_t *op_list_tables(struct call *call);
json_t *op_list_tags_of_resource(struct call *call);
json_t *op_put_item(struct call *call);
json_t *op_put_resource_policy(struct call *call);
json_t *op_query(struct call *call);
json_t *op_restore_table_from_backup(struct call *call);
json_t *op_restore_table_to_point_in_time(struct call *call);
json_t *op_scan(struct call *call);
json_t *op_describe_stream(struct call *call);
json_t *op_get_records(struct call *call);
json_t *op_get_shard_iterator(struct call *call);
json_t *op_list_streams(struct call *call);
json_t *op_tag_resource(struct call *call);
json_t *op_transact_get_items(struct call *call);
json_t *op_transact_write_items(struct call *call);
json_t *op_untag_resource(struct call *call);
json_t *op_update_continuous_backups(struct call *call);
json_t *op_update_item(struct call *call);
json_t *op_update_table(struct call *call);
json_t *op_update_time_to_live(struct call *call);

/* The string, boolean or integer argument `name`, or the given default. */
const char *call_string(const struct call *call, const char *name);
bool call_bool(const struct call *call, const char *name, bool otherwise);

/* Adds `"name":item` to what is shown. */
void call_show_text(struct call *call, const char *name, const struct store_row *row);

/* Has a request to one item nothing but the two members that it must have, the table and the item
 * or its key? They were checked to be there. So it has no expressions and asks for nothing else. */
bool call_is_plain(const struct call *call);

/* Is the string argument `name` exactly `word`? */
bool call_says(const struct call *call, const char *name, const char *word);

/* Does RequestItems name a table? Else the fault is AWS's of `operation`. */
bool call_has_items(struct call *call, const char *operation);

/* The table called `name` in the call's account and region; NULL with the fault filled. A plain
 * name or the table's ARN. */
struct table *call_table(struct call *call, const char *name);

/* The same for the argument TableName, with the longer message of the table operations. */
struct table *call_named_table(struct call *call);

/* Is the table made, so that it can be changed? Else the fault says that it is in use. */
bool call_check_made(struct call *call, const struct table *table);

/* SHA-256 of the text of `json` with sorted members, in hexadecimal. False without memory. */
bool call_digest(const json_t *json, char digest[STORE_DIGEST_SIZE]);

/* Now on the local cloud's clock, milliseconds since 1970. */
int64_t call_now_ms(const struct call *call);

#endif
