/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Single values of the core as text from anywhere, each kind by the first byte: d durations, t text
 * for terminals, XML and shells, w words as a shell splits them, s --shard, p paths, f patterns of
 * paths with a path in a second line, u addresses with a bucket's target in a second line, h dates
 * of HTTP, i dates of RFC 3339. What was read, and is written again, must read as the same. Needs
 * slrun_cli.
 */
#define _XOPEN_SOURCE 700 /* uv.h */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "base/width.h"
#include "cli/options/words.h"
#include "heads.h"
#include "net/clock_skew.h"
#include "net/credential/credential_walk.h"
#include "net/endpoint.h"
#include "run/collect/path.h"
#include "run/select/shard.h"

enum { BUF_LIMIT = 1 << 24, COLUMNS = 20, PATH_SIZE = 8192 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void duration(const char *text)
{
    int64_t ms = 0;
    if (duration_parse(text, &ms) && ms < 0)
        abort();
}

static void as_xml(const char *text)
{
    struct buf out = BUF_INIT(BUF_LIMIT);
    XML_Parser parser = XML_ParserCreate("UTF-8");
    buf_puts(&out, "<a b=\"");
    text_add_xml(&out, text);
    buf_puts(&out, "\">");
    text_add_xml(&out, text);
    buf_puts(&out, "</a>");
    if (parser == NULL || XML_Parse(parser, buf_str(&out), (int)out.len, 1) != XML_STATUS_OK)
        abort();
    XML_ParserFree(parser);
    buf_free(&out);
}

static void as_word(const char *text)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct words words = {.n = 0};
    struct buf clean = BUF_INIT(BUF_LIMIT), shell = BUF_INIT(BUF_LIMIT);
    text_add(&clean, text);
    text_add_shell(&shell, buf_str(&clean));
    if (*text != '@' && (words_split(&words, buf_str(&shell), "x", &error) != 0 || words.n != 1 ||
                         strcmp(words.at[0], buf_str(&clean)) != 0))
        abort();
    words_free(&words);
    buf_free(&clean);
    buf_free(&shell);
}

static void text_of(const char *text)
{
    struct buf out = BUF_INIT(BUF_LIMIT);
    text_add(&out, text);
    if (!text_is_utf8(buf_str(&out), out.len))
        abort();
    (void)width_of(text);
    buf_clear(&out);
    width_fit(&out, text, COLUMNS);
    if (width_of(buf_str(&out)) > COLUMNS)
        abort();
    buf_free(&out);
    as_xml(text);
    as_word(text);
}

static void words(const char *text)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct words words = {.n = 0};
    bool named = strchr(text, '@') != NULL; /* of files */
    if (!named && (words_split(&words, text, "x", &error) != 0) == (error.kind == SLRUN_E_NONE))
        abort();
    words_free(&words);
    error_clear(&error);
}

static void shard(const char *text)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct shard part;
    if (shard_read(text, &part, &error) == 0 &&
        (part.i < 1 || part.i > part.n || part.n > SHARDS_MAX))
        abort();
    error_clear(&error);
}

/* A tidy path stays as it is. */
static void path(const char *text)
{
    static char tidy[PATH_SIZE], again[PATH_SIZE];
    if (path_tidy(text, strlen(text), tidy, sizeof tidy) != 0)
        return;
    if (path_tidy(tidy, strlen(tidy), again, sizeof again) != 0 || strcmp(tidy, again) != 0)
        abort();
}

static void address(const char *base, const char *target)
{
    static const struct endpoint_rules rules[] = {{.s3 = ENDPOINT_AUTO}, {.s3 = ENDPOINT_VIRTUAL}};
    (void)endpoint_is_aws(base);
    if (!endpoint_is_url(base) || *target != '/')
        return;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct endpoint_s3 request = {.base = base, .target = target};
        if (endpoint_s3_host(&rules[i], &request) &&
            (!endpoint_is_url(request.base) || strchr("/?", *request.target) == NULL))
            abort();
    }
}

static void date(const char *text, bool http)
{
    int64_t at;
    (void)(http ? clock_skew_date(text, &at) : walk_time(text, &at));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = heads_text(data, size), *second = text;
    if (text == NULL || size == 0 || size > PATH_SIZE / 2) {
        free(text);
        return 0;
    }
    const char kind = text[0], *all = text + 1;
    if (kind == 't')
        text_of(all);
    else if (kind == 'w')
        words(all);
    const char *first = heads_line(&second) + (kind != '\n');
    switch (kind) {
    case 'd':
        duration(first);
        break;
    case 's':
        shard(first);
        break;
    case 'p':
        path(first);
        break;
    case 'f':
        (void)path_fits(second, first);
        break;
    case 'u':
        address(first, second);
        break;
    case 'h':
    case 'i':
        date(first, kind == 'h');
        break;
    default:
        break;
    }
    free(text);
    return 0;
}
