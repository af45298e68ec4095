/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What TransactWriteItems and TransactGetItems have in common: no item twice, one reason for each
 * action, capacity by table (Developer Guide, "Amazon DynamoDB Transactions: How it works").
 */
#ifndef SLRUN_DYNAMODB_TRANSACT_H
#define SLRUN_DYNAMODB_TRANSACT_H

#include "params/params.h"
#include "service.h"
#include "table/capacity.h"

enum { TRANSACT_BYTES_MAX = 4 * 1024 * 1024 };

/* An action as far as both look at it; all is borrowed. A key that could not be read is zeroed, its
 * fault says why. */
struct transact_part {
    const struct table *table;
    const struct item_key *key;
    const struct fault *fault;
};

/* Does no item stand there twice? False with a ValidationException. */
bool transact_distinct(const struct transact_part *parts, size_t n, struct fault *fault);

/* Has no part a fault? False with a TransactionCanceledException that has a reason for each; other
 * faults than failed conditions and wrong input are passed on as they are. */
bool transact_unfailed(const struct transact_part *parts, size_t n, struct fault *fault);

/* Makes the fault a TransactionCanceledException with these reasons, whose codes its message has.
 * False. */
bool transact_cancelled(json_t *reasons, struct fault *fault);

/* The units of a transaction by table. Zeroed at first. */
struct transact_tally {
    const struct table *tables[TRANSACT_MAX];
    struct capacity units[TRANSACT_MAX];
    size_t n;
};

/* Where the units of the table are counted, under that name (see struct capacity). */
struct capacity *transact_units(struct transact_tally *tally, const struct table *table,
                                const char *unit);

/* Puts ConsumedCapacity into the answer if it is wanted. */
bool transact_answer(struct transact_tally *tally, json_t *answer, const char *wanted);

/* ClientRequestToken, in token.c. Was the call's token used for the same request within ten
 * minutes (*used)? False with the fault filled if it was used for another one. `digest` becomes
 * that of the call's request. */
bool token_check(struct call *call, char digest[STORE_DIGEST_SIZE], bool *used);

/* Remembers the call's token, if it has one: other requests with it are refused, and this one is
 * carried out again only where it was cancelled. */
bool token_keep(struct call *call, const char digest[STORE_DIGEST_SIZE], bool cancelled);

#endif
