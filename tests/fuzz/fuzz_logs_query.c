/* SPDX-License-Identifier: Apache-2.0 */
/* Queries of Logs Insights: up to the first NUL is the query, the lines behind it are messages. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "local/insights/insights.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void run(const struct query *query, char *lines)
{
    struct query_run *run = query_begin(query, 100);
    int64_t at_ms = 1700000000000;
    for (char *line = lines, *next; run && line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        at_ms -= 1000;
        query_add(run, &(struct query_event){.at_ms = at_ms,
                                             .ingested_ms = at_ms,
                                             .message = line,
                                             .stream = "s",
                                             .log = "0:g",
                                             .pointer = "p"});
    }
    if (run)
        json_decref(query_end(run));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char error[QUERY_ERROR_MAX];
    char *text = calloc(1, size + 2);
    if (!text)
        return 0;
    if (size > 0)
        memcpy(text, data, size);
    struct query *query = strlen(text) > QUERY_BYTES_MAX ? NULL : query_parse(text, error);
    if (query)
        run(query, text + strlen(text) + 1);
    query_free(query);
    free(text);
    return 0;
}
