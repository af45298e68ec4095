/* SPDX-License-Identifier: Apache-2.0 */
/* Ways to targets and enrichments: which operation has what they get. */
#ifndef SLRUN_PIPES_WAY_H
#define SLRUN_PIPES_WAY_H

#include "local/batch.h"

struct way {
    const char *service;   /* in the ARN; also the plugin's name */
    const char *resource;  /* how what stands behind the account begins; "": anyhow */
    bool enriches;         /* it may be an enrichment */
    bool whole;            /* it gets all events at once, as a list */
    const char *operation; /* boto3's name; NULL: an API destination, which gets "Text", with the
                              rest of the arguments as its parameters */
    /* The arguments. `text` is what it gets, JSON or not; `event` that event for paths, NULL where
     * it gets all. A new reference; NULL: batch->problem says why not. */
    json_t *(*args)(struct batch *batch, const char *text, const json_t *event);
    /* To be called once when that says ResourceNotFoundException, with the arguments that are there
     * in both; or NULL. */
    const char *prepare;
    /* Another operation, for this pipe; or NULL. */
    const char *(*other)(const struct batch *batch);
    /* What it answered with success; or NULL: nothing. false: batch->problem says why that is none.
     * `answer`: what came back, borrowed. */
    bool (*answered)(struct batch *batch, const json_t *result, json_t **answer);
};

/* The way to what an ARN names, as a target or an enrichment; NULL: there is none. */
const struct way *way_to(const char *arn, bool enriches);

#endif
