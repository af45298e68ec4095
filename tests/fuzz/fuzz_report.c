/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What reporters write of results from anywhere: a report of --report-json as bytes, merged, and
 * told to all reporters. JUnit must be XML that can be read, each line of --report-json an object,
 * and together a report that says the same again; the page has no script but its own, GitHub gets
 * nothing but its commands. Needs slrun_report.
 */
#define _XOPEN_SOURCE 700 /* mkdtemp, open_memstream */

#include <expat.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "folder.h"
#include "report/github.h"
#include "report/html.h"
#include "report/jsonl.h"
#include "report/junit.h"
#include "report/merge.h"
#include "report/reporter.h"
#include "report/tap.h"
#include "report/term.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[FOLDER_SIZE];

static const struct kind {
    const struct reporter_kind *kind;
    const char *name;
} kinds[] = {{&junit_reporter, "junit"},
             {&tap_reporter, "tap"},
             {&jsonl_reporter, "jsonl"},
             {&html_reporter, "html"},
             {NULL, "input"}};

static void path_of(const char *name, char path[FOLDER_PATH_SIZE])
{
    (void)snprintf(path, FOLDER_PATH_SIZE, "%s/%s", folder, name);
}

static void remove_folder(void)
{
    char path[FOLDER_PATH_SIZE];
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        path_of(kinds[i].name, path);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

static void prepare(void)
{
    static bool done;
    if (done)
        return;
    done = true;
    folder_make(folder);
    if (atexit(remove_folder) != 0)
        abort();
}

static void write_input(const uint8_t *data, size_t size, char path[FOLDER_PATH_SIZE])
{
    path_of("input", path);
    FILE *file = fopen(path, "wb");
    if (file == NULL || (size > 0 && fwrite(data, 1, size, file) != size) || fclose(file) != 0)
        abort();
}

/* With a NUL behind it; free() it. */
static char *read_all(const char *name, size_t *size)
{
    char path[FOLDER_PATH_SIZE], *text = NULL;
    path_of(name, path);
    FILE *file = fopen(path, "rb");
    long n = file != NULL && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (n < 0 || (text = malloc((size_t)n + 1)) == NULL)
        abort();
    rewind(file);
    *size = fread(text, 1, (size_t)n, file);
    text[*size] = '\0';
    (void)fclose(file);
    return text;
}

/* ---- what was written ---- */

static void check_junit(const char *text, size_t size)
{
    XML_Parser parser = XML_ParserCreate("UTF-8");
    if (parser == NULL || XML_Parse(parser, text, (int)size, 1) != XML_STATUS_OK)
        abort();
    XML_ParserFree(parser);
}

static void check_lines(const char *text)
{
    for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1) {
        json_t *line = json_loadb(text, (size_t)(end - text), JSON_ALLOW_NUL, NULL);
        if (!json_is_object(line))
            abort();
        json_decref(line);
    }
    if (*text != '\0')
        abort();
}

/* What ends a script stands nowhere but at the ends of the page's own. */
static void check_page(const char *text)
{
    static size_t own;
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, "</script")) != NULL; at++)
        n++;
    own = own == 0 ? n : own;
    if (n != own || strncmp(text, "<!DOCTYPE html>", 15) != 0)
        abort();
}

static void check_commands(const char *text)
{
    for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1)
        if (strncmp(text, "::", 2) != 0)
            abort();
}

static void check_files(void)
{
    size_t size;
    char *text = read_all("junit", &size);
    check_junit(text, size);
    free(text);
    text = read_all("jsonl", &size);
    check_lines(text);
    free(text);
    text = read_all("html", &size);
    check_page(text);
    free(text);
}

/* ---- the run goes by once more ---- */

static void tell(const struct merge *merge, struct reporters *all)
{
    struct run_info info;
    const struct run_summary *s = merge_summary(merge);
    merge_info(merge, &info);
    reporters_observer.run_begin(all, &info);
    for (size_t i = 0; i < s->n_results; i++) {
        reporters_observer.case_begin(all, &s->results[i]);
        reporters_observer.case_end(all, &s->results[i]);
    }
    for (const struct fixture_result *f = s->fixtures; f != NULL; f = f->next)
        reporters_observer.fixture_end(all, f);
    reporters_observer.run_end(all, s);
}

static void report(const struct merge *merge)
{
    struct reporters all = {.n = 0};
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    void *open[sizeof kinds / sizeof *kinds];
    char path[FOLDER_PATH_SIZE], *screen = NULL, *commands = NULL;
    size_t n_screen, n_commands;
    struct github github = {.out = open_memstream(&commands, &n_commands)};
    const struct term_options looks = {.out = open_memstream(&screen, &n_screen),
                                       .verbosity = 1,
                                       .width = 80,
                                       .shown = TERM_SHOWN_DEFAULT};
    struct term *term = term_new(&looks);
    github_place(&github, "/home/u/p", "/home/u/p", NULL);
    for (size_t i = 0; kinds[i].kind != NULL; i++) {
        path_of(kinds[i].name, path);
        open[i] = kinds[i].kind->open(path, &error);
        if (open[i] == NULL)
            abort();
        reporters_add(&all, kinds[i].kind->observer, open[i]);
    }
    reporters_add(&all, &term_observer, term);
    reporters_add(&all, &github_observer, &github);
    tell(merge, &all);
    for (size_t i = 0; kinds[i].kind != NULL; i++)
        if (kinds[i].kind->close(open[i], &error) != 0)
            abort();
    term_free(term);
    (void)fclose(looks.out);
    (void)fclose(github.out);
    check_commands(commands);
    free(screen);
    free(commands);
}

static struct merge *merge_of(const char *path)
{
    struct merge *merge = merge_new();
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    bool ok =
        merge != NULL && merge_read(merge, path, &error) == 0 && merge_join(merge, &error) == 0;
    error_clear(&error);
    if (!ok)
        merge_free(merge);
    return ok ? merge : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[FOLDER_PATH_SIZE];
    prepare();
    write_input(data, size, path);
    struct merge *merge = merge_of(path);
    if (merge == NULL)
        return 0;
    report(merge);
    check_files();
    path_of("jsonl", path);
    struct merge *again = merge_of(path);
    if (again == NULL || merge_summary(again)->n_results != merge_summary(merge)->n_results)
        abort();
    merge_free(again);
    merge_free(merge);
    return 0;
}
