/* SPDX-License-Identifier: Apache-2.0 */
/*
 * NextToken: which list goes on, when the token was given, and behind what; in base64. A token is
 * good for five minutes (API Reference, "ListShards").
 */
#ifndef SLRUN_KINESIS_PAGE_H
#define SLRUN_KINESIS_PAGE_H

#include "service.h"

enum { PAGE_NAME_SIZE = NAME_MAX_LENGTH + 1, PAGE_TOKEN_MS = 300000 };

struct page {
    const char *list;            /* "shards": a token of another list is none */
    char stream[PAGE_NAME_SIZE]; /* whose list it is, or "" */
    char after[PAGE_NAME_SIZE];  /* the last name on the page before, or "" */
    char filter[PAGE_NAME_SIZE]; /* what else the list depends on, or "" */
};

/* Reads NextToken into `page`, whose `list` is set; without one nothing changes. False with the
 * fault filled. */
bool page_read(struct call *call, struct page *page);

/* The token for what follows `after` (a new reference). */
json_t *page_token(const struct call *call, const struct page *page, const char *after);

#endif
