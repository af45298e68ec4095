/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/options/words.h"

#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/file.h"

static int no_memory(struct slrun_error *error)
{
    return error_set(error, SLRUN_E_MEMORY, "out of memory");
}

int words_add_plain(struct words *words, const char *word, struct slrun_error *error)
{
    if (words->n == WORDS_MAX)
        return error_set(error, SLRUN_E_USAGE, "more than %d arguments", WORDS_MAX);
    if (words->n + 1 >= words->cap) {
        size_t cap = words->cap ? words->cap * 2 : 16;
        char **more = realloc(words->at, cap * sizeof *more);
        if (!more)
            return no_memory(error);
        words->at = more;
        words->cap = cap;
    }
    words->at[words->n] = strdup(word);
    if (!words->at[words->n])
        return no_memory(error);
    words->at[++words->n] = NULL;
    return 0;
}

/* Files --------------------------------------------------------------------------------------- */

static int add(struct words *words, const char *word, int depth, struct slrun_error *error);

/* "3/11 tests collected (8 deselected) in 0.01s", "no tests collected ...". */
static bool is_summary(const char *line)
{
    size_t n = strspn(line, "0123456789/");
    if (n == 0 && strncmp(line, "no", 2) == 0)
        n = 2;
    const char *rest = line + n;
    return n > 0 && (strncmp(rest, " tests collected", 16) == 0 ||
                     strncmp(rest, " test collected", 15) == 0);
}

static int add_lines(struct words *words, char *text, int depth, struct slrun_error *error)
{
    for (char *line = text, *next; *line; line = next) {
        size_t n = strcspn(line, "\n");
        next = line + n + (line[n] == '\n');
        line[n] = '\0';
        if (n > 0 && line[n - 1] == '\r')
            line[n - 1] = '\0';
        if (*line && !is_summary(line) && add(words, line, depth, error) != 0)
            return -1;
    }
    return 0;
}

static int add_file(struct words *words, const char *path, int depth, struct slrun_error *error)
{
    if (depth == WORDS_DEPTH_MAX)
        return error_set(error, SLRUN_E_USAGE, "@%s: more than %d files that name each other", path,
                         WORDS_DEPTH_MAX);
    struct buf text = BUF_INIT(WORDS_FILE_MAX);
    int number = file_read(path, &text), result = 0;
    if (text.failed)
        result = error_set(error, SLRUN_E_USAGE, "@%s: more than %d bytes", path, WORDS_FILE_MAX);
    else if (number)
        result = error_set(error, SLRUN_E_USAGE, "@%s: the file cannot be read: %s", path,
                           file_why(number));
    else if (text.len > 0 && memchr(text.data, '\0', text.len))
        result = error_set(error, SLRUN_E_USAGE, "@%s: no text file", path);
    else if (text.len > 0)
        result = add_lines(words, text.data, depth + 1, error);
    buf_free(&text);
    return result;
}

static int add(struct words *words, const char *word, int depth, struct slrun_error *error)
{
    if (word[0] == '@' && word[1])
        return add_file(words, word + 1, depth, error);
    return words_add_plain(words, word, error);
}

int words_add(struct words *words, const char *word, struct slrun_error *error)
{
    return add(words, word, 0, error);
}

/* Splitting ----------------------------------------------------------------------------------- */

/* What stands in quotes, from the opening one on; NULL: there is no closing one. */
static const char *quoted(struct buf *word, const char *at)
{
    char quote = *at++;
    for (; *at && *at != quote; at++) {
        if (quote == '"' && *at == '\\' && (at[1] == '"' || at[1] == '\\'))
            at++;
        buf_putc(word, *at);
    }
    return *at ? at + 1 : NULL;
}

/* One word; NULL: a quote is open. */
static const char *one(struct buf *word, const char *at)
{
    while (at && *at && !isspace((unsigned char)*at)) {
        if (*at == '\'' || *at == '"') {
            at = quoted(word, at);
        } else {
            if (*at == '\\' && at[1])
                at++;
            buf_putc(word, *at++);
        }
    }
    return at;
}

int words_split(struct words *words, const char *text, const char *source,
                struct slrun_error *error)
{
    struct buf word = BUF_INIT(strlen(text) + 1);
    int result = 0;
    for (const char *at = text; result == 0;) {
        while (isspace((unsigned char)*at))
            at++;
        if (!*at)
            break;
        buf_clear(&word);
        at = one(&word, at);
        if (!at)
            result = error_set(error, SLRUN_E_USAGE, "%s: a quote is not closed: %s", source, text);
        else
            result = word.failed ? no_memory(error) : words_add(words, buf_str(&word), error);
    }
    buf_free(&word);
    return result;
}

void words_free(struct words *words)
{
    for (size_t i = 0; i < words->n; i++)
        free(words->at[i]);
    free(words->at);
    *words = (struct words){0};
}
