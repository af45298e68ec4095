/* SPDX-License-Identifier: Apache-2.0 */
/* Walks the process tree under /proc. */
#define _POSIX_C_SOURCE 200809L

#include "meter/tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATH_LEN     128
#define CHILDREN_LEN 16384 /* at eight bytes a child: 2,000 children of one thread */
#define ROLLUP_LEN   4096

/* Reads a file of /proc as text; false when it is not there (the process has ended). */
static bool read_text(const char *path, char *text, size_t cap)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    ssize_t n = read(fd, text, cap - 1);
    close(fd);
    text[n > 0 ? n : 0] = '\0';
    return n > 0;
}

/* The value in kB of a line "Name:   123 kB". */
static long field_kb(const char *text, const char *name)
{
    const char *line = strstr(text, name);
    return line != NULL ? strtol(line + strlen(name), NULL, 10) : 0;
}

static void add_process(pid_t pid, struct tree_sample *sum)
{
    char path[PATH_LEN];
    char text[ROLLUP_LEN];
    snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", (long)pid);
    if (!read_text(path, text, sizeof text))
        return;
    sum->rss_kb += field_kb(text, "\nRss:");
    sum->pss_kb += field_kb(text, "\nPss:");
    sum->processes++;
}

static void add_children(pid_t pid, struct tree_sample *sum);

static void add_list(char *pids, struct tree_sample *sum)
{
    char *end;
    for (long pid = strtol(pids, &end, 10); end != pids; pid = strtol(pids, &end, 10)) {
        add_process((pid_t)pid, sum);
        add_children((pid_t)pid, sum);
        pids = end;
    }
}

/* A process's children are listed thread by thread. */
static void add_children(pid_t pid, struct tree_sample *sum)
{
    char path[PATH_LEN];
    snprintf(path, sizeof path, "/proc/%ld/task", (long)pid);
    DIR *threads = opendir(path);
    char *pids = malloc(CHILDREN_LEN);
    struct dirent *thread;
    while (threads != NULL && pids != NULL && (thread = readdir(threads)) != NULL) {
        long tid = strtol(thread->d_name, NULL, 10);
        snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)pid, tid);
        if (tid > 0 && read_text(path, pids, CHILDREN_LEN))
            add_list(pids, sum);
    }
    free(pids);
    if (threads != NULL)
        closedir(threads);
}

struct tree_sample tree_sample(pid_t ancestor)
{
    struct tree_sample sum = {0};
    add_children(ancestor, &sum);
    return sum;
}

static long larger(long a, long b)
{
    return a > b ? a : b;
}

void tree_peak(struct tree_sample *peak, const struct tree_sample *now)
{
    peak->rss_kb = larger(peak->rss_kb, now->rss_kb);
    peak->pss_kb = larger(peak->pss_kb, now->pss_kb);
    peak->processes = (int)larger(peak->processes, now->processes);
}
