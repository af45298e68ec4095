/* SPDX-License-Identifier: Apache-2.0 */
/* Reports of --report-json as bytes from anywhere, read and put together as `slrun merge` does: the
 * results in their lines, too. A byte 0xFF begins another file. Needs slrun_report. */
#define _XOPEN_SOURCE 700 /* mkstemp */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/json_put.h"
#include "report/merge.h"
#include "run/life/result_json.h"
#include "run/life/result_put.h"

enum { FILES_MAX = 4, NEXT_FILE = 0xFF };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int read_one(struct merge *merge, const uint8_t *data, size_t size)
{
    char path[] = "/tmp/fuzz-merge-XXXXXX";
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    int fd = mkstemp(path);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    int rc = merge_read(merge, path, &error);
    if ((rc != 0) == (error.kind == SLRUN_E_NONE))
        abort();
    (void)close(fd);
    (void)unlink(path);
    error_clear(&error);
    return rc;
}

/* A line as a result, and that as a line again. */
static void read_result(const char *line, size_t size)
{
    json_t *json = json_loadb(line, size, 0, NULL);
    struct result result = {0};
    if (json != NULL && result_from_json(json, &result) == 0) {
        result.path = result.name = "a"; /* the caller's */
        struct buf text = BUF_INIT(1 << 30);
        json_put_open(&text, NULL, '{');
        result_put(&text, &result, true);
        json_put_close(&text, '}');
        json_t *again = json_loadb(buf_str(&text), text.len, JSON_ALLOW_NUL, NULL);
        if (again == NULL)
            abort();
        json_decref(again);
        buf_free(&text);
    }
    result_free(&result);
    json_decref(json);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct merge *merge = merge_new();
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    bool ok = merge != NULL;
    read_result((const char *)data, size);
    for (size_t at = 0, n = 0; ok && n < FILES_MAX && (n == 0 || at < size); n++) {
        const uint8_t *end = memchr(data + at, NEXT_FILE, size - at);
        size_t length = end == NULL ? size - at : (size_t)(end - data) - at;
        ok = read_one(merge, data + at, length) == 0;
        at += length + 1;
    }
    if (ok && merge_join(merge, &error) == 0) {
        struct run_info info;
        merge_info(merge, &info);
        if (merge_summary(merge) == NULL || !json_is_array(merge_missing(merge)))
            abort();
    }
    merge_free(merge);
    error_clear(&error);
    return 0;
}
