/* SPDX-License-Identifier: Apache-2.0 */
/* The keys with which functions call: one pair for each function and role. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "local/cloud.h"
#include "local/iam/judge.h"

enum { SECRET_SIZE = 41, TOKEN_SIZE = 129 };

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

static void fill(struct cloud *cloud, char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        text[i] = letters[random_next(cloud->random) >> 32 & 31];
    text[size] = '\0';
}

static void session_free(struct judge_session *s)
{
    json_decref(s->documents);
    json_decref(s->boundary);
    json_decref(s->verdicts);
    free(s->secret);
    free(s->token);
    free(s->role);
    free(s->name);
    free(s->account);
    free(s);
}

void judge_sessions_free(struct judge *judge)
{
    while (judge->sessions) {
        struct judge_session *s = judge->sessions;
        judge->sessions = s->next;
        session_free(s);
    }
}

static struct judge_session *find(const struct judge *judge, const struct slrun_iam_session *wanted)
{
    struct judge_session *s = judge->sessions;
    while (s && (s->given || strcmp(s->name, wanted->name) != 0 ||
                 strcmp(s->role, wanted->role) != 0 || strcmp(s->account, wanted->account) != 0))
        s = s->next;
    return s;
}

static struct judge_session *make(struct judge *judge, const struct slrun_iam_session *wanted)
{
    struct judge_session *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->secret = malloc(SECRET_SIZE);
    s->token = malloc(TOKEN_SIZE);
    s->role = strdup(wanted->role);
    s->name = strdup(wanted->name);
    s->account = strdup(wanted->account);
    s->verdicts = json_object();
    if (!s->secret || !s->token || !s->role || !s->name || !s->account || !s->verdicts) {
        session_free(s);
        return NULL;
    }
    memcpy(s->access_key, "ASIA", 4);
    fill(judge->cloud, s->access_key + 4, JUDGE_KEY_SIZE - 5);
    fill(judge->cloud, s->secret, SECRET_SIZE - 1);
    fill(judge->cloud, s->token, TOKEN_SIZE - 1);
    s->keys = (struct slrun_iam_keys){s->access_key, s->secret, s->token};
    return s;
}

const struct slrun_iam_keys *judge_session(const struct slrun_cloud *api,
                                           const struct slrun_iam_session *wanted)
{
    struct judge *judge = ((const struct cloud *)api)->judge;
    struct judge_session *s = find(judge, wanted);
    if (s)
        return &s->keys;
    s = make(judge, wanted);
    if (!s || api->key_add(api, s->access_key, s->account, INT64_MAX)) {
        if (s)
            session_free(s);
        return NULL;
    }
    s->next = judge->sessions;
    judge->sessions = s;
    return &s->keys;
}

void judge_assumed(const struct slrun_cloud *api, const struct slrun_iam_session *session,
                   const struct slrun_iam_keys *keys)
{
    struct judge *judge = ((const struct cloud *)api)->judge;
    struct judge_session *s = judge->mode != JUDGE_OFF && judge_role(judge, session->role, NULL)
                                  ? make(judge, session)
                                  : NULL;
    if (!s)
        return;
    s->given = true;
    snprintf(s->access_key, sizeof s->access_key, "%s", keys->access_key);
    snprintf(s->secret, SECRET_SIZE, "%s", keys->secret_key);
    s->next = judge->sessions;
    judge->sessions = s;
}

struct judge_session *judge_session_find(const struct judge *judge, const char *access_key)
{
    struct judge_session *s = judge->sessions;
    while (s && strcmp(s->access_key, access_key) != 0)
        s = s->next;
    return s;
}

int judge_whose(const struct slrun_cloud *api, const char *access_key,
                struct slrun_iam_session *session)
{
    const struct judge_session *s =
        judge_session_find(((const struct cloud *)api)->judge, access_key);
    if (!s)
        return -1;
    *session = (struct slrun_iam_session){s->role, s->name, s->account};
    return 0;
}

void judge_session_arn(const struct judge_session *session, char *arn, size_t size)
{
    const char *slash = strrchr(session->role, '/');
    snprintf(arn, size, "arn:aws:sts::%s:assumed-role/%s/%s", session->account,
             slash ? slash + 1 : session->role, session->name);
}
