/* SPDX-License-Identifier: Apache-2.0 */
/* slrun plugins new NAME: a plugin that works, to be changed into the one that is wanted. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/plugins/plugins.h"

#include <slrun/abi.h>

enum { NAME_LENGTH_MAX = 32, TEXT_MAX = 64 * 1024, SUFFIX_MAX = 32 };

/* The texts stand in skeleton/ and are embedded by the build. */
extern const char skeleton_CMakeLists_txt[], skeleton_plugin_c[], skeleton_plugin_cpp[],
    skeleton_local_h[], skeleton_local_c[], skeleton_local_cpp[], skeleton_prelude_lua[],
    skeleton_spec_lua[], skeleton_README_md[], skeleton_gitignore[];

enum language { BOTH, C, CPP };

static const struct {
    const char *path; /* with words as in the texts */
    const char *text;
    enum language language;
} files[] = {
    {"CMakeLists.txt", skeleton_CMakeLists_txt, BOTH},
    {"@NAME@.c", skeleton_plugin_c, C},
    {"@NAME@.cpp", skeleton_plugin_cpp, CPP},
    {"local.h", skeleton_local_h, BOTH},
    {"local.c", skeleton_local_c, C},
    {"local.cpp", skeleton_local_cpp, CPP},
    {"prelude.lua", skeleton_prelude_lua, BOTH},
    {"specs/@NAME@.lua", skeleton_spec_lua, BOTH},
    {"README.md", skeleton_README_md, BOTH},
    {".gitignore", skeleton_gitignore, BOTH},
};

/* Words between '@' in paths and texts, and what stands in their place. */
struct word {
    const char *name, *value;
};

/* The core's own modules, and what a spec cannot have as the name of a local variable. */
static const char *const taken[] = {
    "event",  "http",   "local_cloud", "new",    "check",    "and",     "break", "do",    "else",
    "elseif", "end",    "false",       "for",    "function", "goto",    "if",    "in",    "local",
    "nil",    "not",    "or",          "repeat", "return",   "then",    "true",  "until", "while",
    "slrun",  "expect", "pattern",     "case",   "fixture",  "require", NULL,
};

static int check_name(const char *name, struct slrun_error *error)
{
    size_t n = strlen(name);
    if (n == 0 || n > NAME_LENGTH_MAX || name[0] < 'a' || name[0] > 'z' ||
        strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != n) {
        error_set(error, SLRUN_E_USAGE, "'%.40s' is no name for a plugin", name);
        return error_hint(error, "a-z first, then a-z, 0-9 and _; at most %d", NAME_LENGTH_MAX);
    }
    for (const char *const *t = taken; *t; t++)
        if (strcmp(*t, name) == 0)
            return error_set(error, SLRUN_E_USAGE, "'%s' means something else; choose another name",
                             name);
    return 0;
}

/* "order_items" -> "OrderItems" */
static void title_of(const char *name, char title[NAME_LENGTH_MAX + 1])
{
    size_t n = 0;
    bool first = true;
    for (; *name && n < NAME_LENGTH_MAX; name++) {
        bool letter = *name >= 'a' && *name <= 'z';
        if (*name != '_')
            title[n++] = (char)(first && letter ? *name - 'a' + 'A' : *name);
        first = *name == '_';
    }
    title[n] = '\0';
}

static const struct word *word_at(const struct word *words, const char *at)
{
    for (; words->name; words++)
        if (strncmp(words->name, at, strlen(words->name)) == 0)
            return words;
    return NULL;
}

/* The text with its words replaced; an '@' that begins none stays. */
static void fill(struct buf *out, const char *text, const struct word *words)
{
    buf_clear(out);
    while (*text) {
        size_t n = strcspn(text, "@");
        buf_add(out, text, n);
        text += n;
        const struct word *word = *text ? word_at(words, text) : NULL;
        if (word)
            buf_puts(out, word->value);
        else if (*text)
            buf_putc(out, '@');
        text += word ? strlen(word->name) : *text != '\0';
    }
}

/* "x": a file that is there is never overwritten. */
static int write_file(const char *path, const struct buf *text, struct slrun_error *error)
{
    FILE *file = text->failed ? NULL : fopen(path, "wx");
    int written = file && fwrite(buf_str(text), 1, text->len, file) == text->len;
    if (file && fclose(file) != 0)
        written = 0;
    return written ? 0 : error_set(error, SLRUN_E_USAGE, "%s: %s", path, strerror(errno));
}

static int write_all(const char *folder, const struct word *words, enum language language,
                     struct slrun_error *error)
{
    struct buf text = BUF_INIT(TEXT_MAX), path = BUF_INIT(PATH_MAX);
    int result = 0;
    for (size_t i = 0; i < sizeof files / sizeof *files && result == 0; i++) {
        if (files[i].language != BOTH && files[i].language != language)
            continue;
        char full[PATH_MAX + SUFFIX_MAX];
        fill(&path, files[i].path, words);
        snprintf(full, sizeof full, "%s/%s", folder, buf_str(&path));
        fill(&text, files[i].text, words);
        result = write_file(full, &text, error);
        if (result == 0)
            printf("  %s\n", full);
    }
    buf_free(&text);
    buf_free(&path);
    return result;
}

static int make_folder(const char *folder, struct slrun_error *error)
{
    char specs[PATH_MAX];
    if (mkdir(folder, 0777) != 0) {
        if (errno == EEXIST)
            return error_set(error, SLRUN_E_USAGE, "%s is there already; nothing was written",
                             folder);
        return error_set(error, SLRUN_E_USAGE, "%s: %s", folder, strerror(errno));
    }
    int n = snprintf(specs, sizeof specs, "%s/specs", folder);
    if (n < 0 || (size_t)n >= sizeof specs || mkdir(specs, 0777) != 0)
        return error_set(error, SLRUN_E_USAGE, "%s: %s", specs, strerror(errno));
    return 0;
}

enum exitcode plugins_new(const char *name, const struct plugins_options *options)
{
    struct slrun_error error = {0};
    char folder[PATH_MAX], title[NAME_LENGTH_MAX + 1];
    if (check_name(name, &error) != 0)
        return command_fail(&error);
    int n = snprintf(folder, sizeof folder, "%s%s%s", options->dir ? options->dir : "",
                     options->dir ? "/" : "", name);
    if (n < 0 || (size_t)n >= sizeof folder - SUFFIX_MAX) {
        error_set(&error, SLRUN_E_USAGE, "--dir is too long");
        return command_fail(&error);
    }
    title_of(name, title);
    const struct word words[] = {
        {"@NAME@", name},
        {"@TITLE@", title},
        {"@EXT@", options->cpp ? "cpp" : "c"},
        {"@LANGUAGE@", options->cpp ? "CXX" : "C"},
        {"@VERSION@", SLRUN_VERSION},
        {NULL, NULL},
    };
    if (make_folder(folder, &error) != 0)
        return command_fail(&error);
    if (write_all(folder, words, options->cpp ? CPP : C, &error) != 0)
        return command_fail(&error);
    printf("\nnext: cd %s && cmake -B build && cmake --build build && ctest --test-dir build\n",
           folder);
    return EXITCODE_OK;
}
