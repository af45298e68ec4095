/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exports of tables to S3 and imports from it (Developer Guide, "DynamoDB data export to Amazon
 * S3", "DynamoDB data import from Amazon S3"). Each has a document, which describe and list show
 * and which outlives it; what is still under way is a struct transfer, and asks S3 for one thing
 * after the other.
 */
#ifndef SLRUN_DYNAMODB_TRANSFER_H
#define SLRUN_DYNAMODB_TRANSFER_H

#include "service.h"

enum transfer_kind { TRANSFER_EXPORT, TRANSFER_IMPORT, TRANSFER_KINDS };

enum { TRANSFER_NAME_SIZE = 64 /* of a region or an account */ };

struct reader;

struct transfer {
    struct transfer *next;
    struct service *service;
    enum transfer_kind kind;
    char *arn;
    char account[TRANSFER_NAME_SIZE], region[TRANSFER_NAME_SIZE];
    struct slrun_calling *calling; /* what S3 is asked, or NULL */
    void (*then)(struct transfer *transfer, const json_t *result, const struct slrun_error *error);
    json_t *objects; /* export: what is put (Key, Body ...); import: what is read (Key, Size) */
    size_t at;       /* which of them */
    int64_t offset;  /* import: how much of it was read */
    struct reader *reader; /* import: of the one that is read, or NULL */
};

bool transfers_open(struct service *service);
void transfers_reset(struct service *service); /* all is forgotten, in the store by others */
void transfers_close(struct service *service);

/* Ends those that were under way when the local cloud ended; once the tables are there. */
void transfers_give_up(struct service *service);

/* The document with that ARN, borrowed, or NULL. */
json_t *transfer_doc(const struct transfer *transfer);

/* The ARN of a new transfer of a table: a new string. */
char *transfer_arn(const struct call *call, enum transfer_kind kind, const struct table *table);

/* Begins one: its document (taken over) has its ARN. NULL with the fault filled. */
struct transfer *transfer_new(struct call *call, enum transfer_kind kind, json_t *doc);

/* What a request with the same ClientToken has begun, as it is answered: a new reference, or NULL:
 * there is none, or the fault is filled. `digest` is that of the request, for its document. */
json_t *transfer_again(struct call *call, enum transfer_kind kind, char digest[STORE_DIGEST_SIZE]);

/* The answer that shows the document of that ARN; NULL without memory. */
json_t *transfer_tell(const struct service *service, enum transfer_kind kind, const char *arn);

/* Asks S3 for `operation`; then() is called once, later. Without memory the transfer fails. */
void transfer_ask(struct transfer *transfer, const char *operation, json_t *args,
                  void (*then)(struct transfer *transfer, const json_t *result,
                               const struct slrun_error *error));

/* Ends it, as COMPLETED, or with a code as FAILED; it is gone then. */
void transfer_end(struct transfer *transfer, const char *code, const char *message);

/* Ends it with what S3 said. */
void transfer_end_s3(struct transfer *transfer, const struct slrun_error *error);

/* import.c: frees what a transfer reads with, and the table that it did not finish. */
void import_clear(struct transfer *transfer);
void import_forget_table(struct service *service, const json_t *doc);

#endif
