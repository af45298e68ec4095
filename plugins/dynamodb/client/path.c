/* SPDX-License-Identifier: Apache-2.0 */
/* Where in the arguments or in an answer a value stands. */
#include "client/path.h"

#include <stdbool.h>
#include <string.h>

/* A longer key is cut in an error message. */
enum { KEY_SHOWN_MAX = 64 };

static bool plain_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           strchr("_-:#", c) != NULL;
}

static bool plain(const char *key)
{
    if (*key == '\0' || strlen(key) > KEY_SHOWN_MAX)
        return false;
    for (; *key != '\0'; key++)
        if (!plain_char(*key))
            return false;
    return true;
}

static const char *quoted(struct slrun_ctx *ctx, const char *key)
{
    char shown[KEY_SHOWN_MAX + 1] = "";
    size_t n = strlen(key);
    bool cut = n > KEY_SHOWN_MAX;
    if (cut) {
        n = KEY_SHOWN_MAX;
        while (n > 0 && ((unsigned char)key[n] & 0xC0) == 0x80)
            n--; /* not in the middle of a UTF-8 character */
    }
    for (size_t i = 0; i < n; i++) {
        shown[i] = key[i];
        if ((unsigned char)key[i] < 0x20 || key[i] == 0x7F)
            shown[i] = '?';
    }
    return ctx->host->format(ctx, "[\"%s%s\"]", shown, cut ? "..." : "");
}

/* The last step of a path: "[3]", "name" or "[\"a name\"]". */
static const char *step(struct slrun_ctx *ctx, const struct attr_path *path)
{
    if (path->key == NULL)
        return ctx->host->format(ctx, "[%zu]", path->index + 1);
    return plain(path->key) ? path->key : quoted(ctx, path->key);
}

/*
 * The path as text in the call's arena, or "the value" where nothing better can be said (an empty
 * path, no memory). Elements are counted from 1, as everywhere in a Lua spec. A key that is not a
 * plain word is quoted, and its control characters are shown as '?'.
 */
static const char *attr_path_text(struct slrun_ctx *ctx, const struct attr_path *path)
{
    const char *text = "";
    for (; path != NULL && text != NULL; path = path->up) {
        const char *name = step(ctx, path);
        if (name == NULL)
            break;
        bool dot = text[0] != '\0' && text[0] != '[' && text[0] != '.';
        text = ctx->host->format(ctx, "%s%s%s", name, dot ? "." : "", text);
    }
    return text == NULL || text[0] == '\0' ? "the value" : text;
}

json_t *attr_path_fail(struct slrun_ctx *ctx, enum slrun_errno kind, const struct attr_path *path,
                       const char *what)
{
    (void)ctx->host->fail(ctx, kind, "%s: %s", attr_path_text(ctx, path), what);
    return NULL;
}
