/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Backups (Developer Guide, "Backup and restore for DynamoDB"): what a table was, and its items at
 * that moment. The store keeps them; they outlive their table.
 */
#ifndef SLRUN_DYNAMODB_BACKUP_H
#define SLRUN_DYNAMODB_BACKUP_H

#include "service.h"

/* A document as backup_find() gives it: BackupDetails, SourceTableDetails and
 * SourceTableFeatureDetails as they are shown, and Definition, the table's. */
struct backup {
    int64_t id; /* 0: there is none */
    json_t *document;
};
void backup_clear(struct backup *backup);

/* The backup that the argument BackupArn names. False with the fault filled. */
bool backup_find(struct call *call, struct backup *backup);

/* Backs the table up under that name, as a backup of `type` (USER, SYSTEM). Its BackupDetails (a
 * new reference), NULL with the fault filled. */
json_t *backup_keep(struct call *call, const struct table *table, const char *name,
                    const char *type);

/* What of a description a backup shows. NULL without memory. */
json_t *backup_source(const struct table *table, const json_t *description);
json_t *backup_features(const struct table *table, const json_t *description);

/* ---- recovery.c ---- */

/* The table called `name`, with the text that AWS has for it among backups. */
struct table *backup_table(struct call *call, const char *name);

/* Milliseconds since 1970 from which on the table can be restored; it has point in time recovery.
 */
int64_t recovery_first_ms(const struct table *table, int64_t now_ms);

/* Has it point in time recovery? Else the fault says so. */
bool recovery_check(const struct table *table, struct fault *fault);

#endif
