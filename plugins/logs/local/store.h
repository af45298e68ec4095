/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The state: an SQLite database, in memory or in logs.sqlite. The first failure is remembered and
 * told by store_end(), so operations need not look at each statement.
 */
#ifndef SLRUN_LOGS_STORE_H
#define SLRUN_LOGS_STORE_H

#include <slrun/cloud.h>
#include <slrun/store.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* A page of one stream's events; of a group's events in some of its streams. */
#define SQL_EVENTS                                                                                 \
    "SELECT id, at_ms, ingested_ms, message FROM events WHERE stream = ?1 AND at_ms >= ?2"         \
    " AND at_ms < ?3"
#define SQL_FOUND                                                                                  \
    "SELECT e.id, e.at_ms, e.ingested_ms, e.message, s.name FROM events e JOIN streams s"          \
    " ON s.id = e.stream WHERE e.grp = ?1 AND e.at_ms >= ?2 AND e.at_ms <= ?3"                     \
    " AND substr(s.name, 1, length(COALESCE(?6, ''))) = COALESCE(?6, '')"                          \
    " AND (?7 IS NULL OR s.name IN (SELECT value FROM json_each(?7)))"
/* Streams are ordered by the key `k`, which is 0 where they are ordered by name, and by name. A
 * page's token is both of its last stream. */
#define SQL_STREAMS                                                                                \
    "SELECT s.name, s.created_ms, s.first_ms, s.last_ms, s.ingested_ms, g.name,"                   \
    " iif(?2, COALESCE(last_ms, 0), 0) AS k FROM streams s JOIN groups g ON g.id = s.grp"          \
    " WHERE s.grp = ?1 AND substr(s.name, 1, length(COALESCE(?3, ''))) = COALESCE(?3, '')"
/* How long after it an event expires. */
#define SQL_EXPIRES "g.retention_days * 86400000"

/* X(symbol, SQL) */
#define STORE_STATEMENTS(X)                                                                        \
    X(GROUP, "SELECT id, tags, retention_days FROM groups WHERE account = ?1 AND region = ?2"      \
             " AND name = ?3")                                                                     \
    X(GROUP_ADD, "INSERT OR IGNORE INTO groups(account, region, name, created_ms, kms, class,"     \
                 " protected, tags) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")                       \
    X(GROUP_REMOVE, "DELETE FROM groups WHERE id = ?1")                                            \
    X(GROUP_TAGS, "UPDATE groups SET tags = ?2 WHERE id = ?1")                                     \
    X(GROUP_KEEP, "UPDATE groups SET retention_days = ?2 WHERE id = ?1")                           \
    X(GROUP_KEEP_ALL, "UPDATE groups SET retention_days = NULL WHERE id = ?1")                     \
    X(GROUP_KEEPS, "SELECT retention_days FROM groups WHERE id = ?1")                              \
    X(GROUPS, "SELECT name, created_ms, retention_days, kms, class, protected, bytes, tags"        \
              " FROM groups"                                                                       \
              " WHERE account = ?1 AND region = ?2 AND name > COALESCE(?3, '')"                    \
              " AND substr(name, 1, length(COALESCE(?4, ''))) = COALESCE(?4, '')"                  \
              " AND instr(name, COALESCE(?5, '')) AND class = COALESCE(?6, class)"                 \
              " AND (?7 IS NULL OR name IN (SELECT value FROM json_each(?7)))"                     \
              " ORDER BY name LIMIT ?8 + 1")                                                       \
    X(STREAM, "SELECT id FROM streams WHERE grp = ?1 AND name = ?2")                               \
    X(STREAM_ADD, "INSERT OR IGNORE INTO streams(grp, name, created_ms) VALUES(?1, ?2, ?3)")       \
    X(STREAM_REMOVE, "DELETE FROM streams WHERE id = ?1")                                          \
    X(STREAM_TIMES, "UPDATE streams SET first_ms = min(COALESCE(first_ms, ?2), ?2), last_ms ="     \
                    " max(COALESCE(last_ms, ?3), ?3), ingested_ms = ?4 WHERE id = ?1")             \
    X(STREAMS_UP, SQL_STREAMS " AND (?5 IS NULL OR (k, s.name) > (?4, ?5))"                        \
                              " ORDER BY k, s.name LIMIT ?6 + 1")                                  \
    X(STREAMS_DOWN, SQL_STREAMS " AND (?5 IS NULL OR (k, s.name) < (?4, ?5))"                      \
                                " ORDER BY k DESC, s.name DESC LIMIT ?6 + 1")                      \
    X(STREAMS_ABSENT, "SELECT 1 FROM json_each(?2) WHERE value NOT IN"                             \
                      " (SELECT name FROM streams WHERE grp = ?1)")                                \
    X(EVENT_ADD, "INSERT INTO events(grp, stream, ingested_ms, at_ms, message)"                    \
                 " VALUES(?1, ?2, ?3, ?4, ?5)")                                                    \
    X(EVENTS_FORWARD, SQL_EVENTS " AND (at_ms, id) > (?4, ?5) ORDER BY at_ms, id LIMIT ?6")        \
    X(EVENTS_BACKWARD, SQL_EVENTS " AND (at_ms, id) < (?4, ?5)"                                    \
                                  " ORDER BY at_ms DESC, id DESC LIMIT ?6")                        \
    X(FOUND_FORWARD, SQL_FOUND " AND (e.at_ms, e.id) > (?4, ?5) ORDER BY e.at_ms, e.id")           \
    X(FOUND_BACKWARD, SQL_FOUND " AND (e.at_ms, e.id) < (?4, ?5)"                                  \
                                " ORDER BY e.at_ms DESC, e.id DESC")                               \
    X(LOOK_GROUPS, "SELECT account, region, name, retention_days, bytes, created_ms FROM groups"   \
                   " ORDER BY account, region, name")                                              \
    X(LOOK_EVENTS, "SELECT e.at_ms, e.message, s.name FROM events e JOIN streams s"                \
                   " ON s.id = e.stream WHERE e.grp = ?1 ORDER BY e.at_ms DESC, e.id DESC")        \
    X(EXPIRE,                                                                                      \
      "DELETE FROM events WHERE id IN (SELECT e.id FROM groups g JOIN events e ON"                 \
      " e.grp = g.id AND e.at_ms <= ?1 - " SQL_EXPIRES " WHERE g.retention_days IS NOT NULL)")     \
    X(EXPIRES, "SELECT MIN((SELECT MIN(at_ms) FROM events WHERE grp = g.id) + " SQL_EXPIRES ")"    \
               " FROM groups g WHERE g.retention_days IS NOT NULL")

enum store_statement {
#define STORE_ENUM(symbol, sql) STORE_##symbol,
    STORE_STATEMENTS(STORE_ENUM)
#undef STORE_ENUM
        STORE_STATEMENT_COUNT
};

/* NULL with the error filled. Closed and cleared by its api. */
struct slrun_store *store_open(const struct slrun_cloud *cloud, struct slrun_error *error);

/* One request is one transaction. store_end(): keeps it, or undoes it. False if it is not kept
 * though it should be. */
bool store_end(struct slrun_store *store, bool keep);

#endif
