/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What of a call may be shown: a line with a secret, then text from anywhere. The secret must stand
 * nowhere in what is shown, neither as it is nor as text of JSON, whatever stands around it. Needs
 * slrun_plugin.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "heads.h"
#include "plugin/mask.h"

enum { LIMIT = 1 << 24 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect_hidden(struct mask *mask, const char *secret, const char *text, size_t size)
{
    struct buf out = BUF_INIT(LIMIT);
    bool needless = mask_is_needless(mask, text, size);
    mask_bytes(mask, &out, &(struct mask_shown){text, size, size});
    mask_text(mask, &out);
    /* "***" and what stands beside it may be a secret with stars of its own */
    if (strchr(secret, '*') == NULL && strstr(buf_str(&out), secret) != NULL)
        abort();
    if (needless && (out.len != size || memcmp(buf_str(&out), text, size) != 0))
        abort();
    buf_free(&out);
}

/* Between two halves of the text. */
static void put_around(struct mask *mask, const char *secret, const char *text, const char *form)
{
    size_t n = strlen(text), half = n / 2, m = strlen(form);
    char *all = malloc(n + m + 1);
    if (all == NULL)
        return;
    memcpy(all, text, half);
    memcpy(all + half, form, m);
    memcpy(all + half + m, text + half, n - half + 1);
    expect_hidden(mask, secret, all, n + m);
    free(all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = heads_text(data, size), *rest = text;
    struct mask mask = {.known = NULL};
    if (text == NULL)
        return 0;
    const char *secret = heads_line(&rest);
    if (strlen(secret) >= MASK_SHORTEST) {
        json_t *json = json_string(secret);
        char *form = json == NULL ? NULL : json_dumps(json, JSON_ENCODE_ANY);
        mask_add(&mask, secret);
        expect_hidden(&mask, secret, rest, strlen(rest));
        put_around(&mask, secret, rest, secret);
        if (form != NULL) {
            form[strlen(form) - 1] = '\0';
            put_around(&mask, form + 1, rest, form + 1);
        }
        free(form);
        json_decref(json);
    }
    mask_free(&mask);
    free(text);
    return 0;
}
