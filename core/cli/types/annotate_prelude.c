/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a prelude adds to its module, as far as its text says it at the beginning of lines:
 *   function sqs.listen(args)                 a function
 *   sqs.messages = slrun.claim("...", {       a constructor of claims
 *   for _, x in ipairs { "list", "map" } do   values of slrun, or new forms of operations
 */
#include <stdio.h>
#include <string.h>

#include "cli/types/annotate.h"

struct line {
    const char *at;
    size_t n;
};

static const char WORD[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
static const char NAMES[] = "for _, ", LIST[] = " in ipairs { ";

static struct line line_at(const char *at)
{
    return (struct line){at, strcspn(at, "\n")};
}

static const char *next_line(struct line line)
{
    return line.at + line.n + (line.at[line.n] == '\n');
}

/* What stands behind `prefix`, if the line begins so; or NULL. */
static const char *behind(struct line line, const char *prefix)
{
    size_t n = strlen(prefix);
    return line.n >= n && strncmp(line.at, prefix, n) == 0 ? line.at + n : NULL;
}

/* Behind "function NAME." or "NAME.", where the line begins with one of them; or NULL. */
static const char *member(struct line line, const char *name, bool function)
{
    char prefix[ANNOTATE_NAME_MAX];
    snprintf(prefix, sizeof prefix, "%s%s.", function ? "function " : "", name);
    const char *word = behind(line, prefix);
    return word && strspn(word, WORD) > 0 ? word : NULL;
}

static const struct slrun_op *operation(const struct plugin *plugin, const char *word)
{
    size_t n = strspn(word, WORD);
    for (size_t i = 0; i < plugin->entry.n_ops; i++)
        if (strlen(plugin->ops[i].name) == n && strncmp(plugin->ops[i].name, word, n) == 0)
            return &plugin->ops[i];
    return NULL;
}

/* The comment that ends directly above `line`; from == line.at: none. Rules and marks of parts are
 * none. */
static const char *comment_above(const char *text, const char *line)
{
    const char *from = line;
    while (from > text) {
        const char *begin = from - 1;
        while (begin > text && begin[-1] != '\n')
            begin--;
        if (strncmp(begin, "--", 2) != 0 || strncmp(begin, "-----", 5) == 0 ||
            strncmp(begin, "--@", 3) == 0)
            break;
        from = begin;
    }
    return strncmp(from, "---", 3) == 0 ? from : line;
}

static void add_comment(struct buf *out, const char *text, const char *at)
{
    for (const char *from = comment_above(text, at); from < at;) {
        struct line line = line_at(from);
        size_t dashes = strspn(line.at, "-");
        buf_printf(out, "---%.*s\n", (int)(line.n - dashes), line.at + dashes);
        from = next_line(line);
    }
}

/* A function's arguments are any values; all but the first may be left out. */
static void add_function(struct buf *out, const char *text, struct line line, const char *name)
{
    const char *word = member(line, name, true);
    size_t n = strspn(word, WORD), end = strcspn(word, ")\n");
    add_comment(out, text, line.at);
    for (const char *arg = word + n + 1; arg < word + end;) {
        size_t width = strcspn(arg, ",)");
        bool first = arg == word + n + 1;
        buf_printf(out, "---@param %.*s%s any\n", (int)width, arg, first || *arg == '.' ? "" : "?");
        arg += width + 1;
        arg += strspn(arg, " ");
    }
    buf_printf(out, "---@return any ...\nfunction %s.%.*s) end\n\n", name, (int)end, word);
}

static void add_claim(struct buf *out, const char *text, struct line line, const char *name)
{
    const char *word = member(line, name, false);
    size_t n = strspn(word, WORD);
    if (strncmp(word + n, " = slrun.claim(", 15) != 0)
        return;
    add_comment(out, text, line.at);
    buf_printf(out,
               "---@param args any\n---@return any claim for t:own\nfunction %s.%.*s(args) end\n\n",
               name, (int)n, word);
}

/* The list of a line "for _, x in ipairs { "a", "b" } do", or NULL. */
static const char *names_of(struct line line)
{
    const char *word = behind(line, NAMES);
    const char *list = word ? word + strspn(word, WORD) : NULL;
    return list && strncmp(list, LIST, strlen(LIST)) == 0 ? list + strlen(LIST) : NULL;
}

/* The next name of the list, without its quotes; or NULL. */
static const char *next_name(const char **list)
{
    const char *name = *list + strspn(*list, " ,");
    if (*name != '"')
        return NULL;
    *list = name + 1 + strcspn(name + 1, "\"\n");
    *list += **list == '"';
    return name + 1;
}

static void add_values(struct buf *out, struct line line, const struct plugin *plugin)
{
    const char *list = names_of(line), *name;
    while ((name = next_name(&list)))
        if (!operation(plugin, name))
            buf_printf(out, "---@type any\n%s.%.*s = nil\n\n", plugin->entry.name,
                       (int)strspn(name, WORD), name);
}

void annotate_prelude(struct buf *out, const struct plugin *plugin)
{
    const char *text = plugin->entry.prelude, *name = plugin->entry.name;
    for (const char *at = text ? text : ""; *at;) {
        struct line line = line_at(at);
        const char *function = member(line, name, true);
        if (function && !operation(plugin, function))
            add_function(out, text, line, name);
        else if (member(line, name, false))
            add_claim(out, text, line, name);
        else if (names_of(line))
            add_values(out, line, plugin);
        at = next_line(line);
    }
}

static bool is_word(const char *at, const char *word)
{
    size_t n = strlen(word);
    return strncmp(at, word, n) == 0 && strspn(at, WORD) == n;
}

static bool lists(struct line line, const char *word)
{
    const char *list = names_of(line), *name;
    while (list && (name = next_name(&list)))
        if (is_word(name, word))
            return true;
    return false;
}

bool annotate_overridden(const struct plugin *plugin, const char *op, const char **overload)
{
    const char *text = plugin->entry.prelude;
    *overload = NULL;
    for (const char *at = text ? text : ""; *at;) {
        struct line line = line_at(at);
        const char *function = member(line, plugin->entry.name, true);
        if ((function && is_word(function, op)) || lists(line, op)) {
            const char *comment = comment_above(text, at);
            const char *found = strstr(comment, "@overload");
            *overload = found && found < at ? found : NULL;
            return true;
        }
        at = next_line(line);
    }
    return false;
}
