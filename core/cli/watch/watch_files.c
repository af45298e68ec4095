/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/watch/watch_files.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct folder {
    uv_fs_event_t handle; /* data: its files */
    char *path;
    dev_t device; /* and inode: another folder may come by the same name */
    ino_t inode;
    struct folder *next;
};

struct watch_files {
    uv_loop_t *loop;
    void (*changed)(void *arg, const char *path);
    void *arg;
    struct folder *folders;
    size_t n;
};

struct watch_files *watch_files_new(uv_loop_t *loop, void (*changed)(void *arg, const char *path),
                                    void *arg)
{
    struct watch_files *files = calloc(1, sizeof *files);
    if (files)
        *files = (struct watch_files){.loop = loop, .changed = changed, .arg = arg};
    return files;
}

/* Whether nobody wants to know of it. */
static bool passed_over(const char *name)
{
    size_t n = strlen(name);
    return name[0] == '.' || name[0] == '#' || n == 0 || name[n - 1] == '~' ||
           strcmp(name, "__pycache__") == 0 || strcmp(name, "node_modules") == 0 ||
           strcmp(name, "4913") == 0 /* Vim asks by it whether it may write */ ||
           (n > 4 && (strcmp(name + n - 4, ".pyc") == 0 || strcmp(name + n - 4, ".swp") == 0));
}

static void on_event(uv_fs_event_t *handle, const char *name, int events, int status)
{
    struct folder *folder = (struct folder *)handle;
    struct watch_files *files = handle->data;
    char path[PATH_MAX];
    (void)events;
    if (status != 0 || !name || passed_over(name))
        return;
    int n = snprintf(path, sizeof path, "%s/%s", folder->path, name);
    if (n > 0 && (size_t)n < sizeof path)
        files->changed(files->arg, path);
}

static void drop(struct folder *folder)
{
    if (!uv_is_closing((uv_handle_t *)&folder->handle))
        uv_close((uv_handle_t *)&folder->handle, NULL);
}

static bool watched(struct watch_files *files, const char *path, const struct stat *st)
{
    for (struct folder *f = files->folders; f; f = f->next) {
        if (uv_is_closing((uv_handle_t *)&f->handle) || strcmp(f->path, path) != 0)
            continue;
        if (f->device == st->st_dev && f->inode == st->st_ino)
            return true;
        drop(f);
    }
    return false;
}

static bool add_one(struct watch_files *files, const char *path, const struct stat *st)
{
    if (watched(files, path, st))
        return true;
    struct folder *f = files->n < WATCH_FOLDERS_MAX ? calloc(1, sizeof *f) : NULL;
    if (!f)
        return false;
    f->path = strdup(path);
    f->device = st->st_dev;
    f->inode = st->st_ino;
    if (!f->path || uv_fs_event_init(files->loop, &f->handle) != 0) {
        free(f->path);
        free(f);
        return false;
    }
    f->handle.data = files;
    f->next = files->folders;
    files->folders = f;
    files->n++;
    int rc = uv_fs_event_start(&f->handle, on_event, path, 0);
    if (rc != 0)
        drop(f);
    return rc == 0 || rc == UV_ENOENT;
}

static bool add_tree(struct watch_files *files, const char *path, unsigned depth);

static bool add_below(struct watch_files *files, const char *path, unsigned depth)
{
    DIR *dir = opendir(path);
    bool all = true;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        char below[PATH_MAX];
        int n = snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
        if (!passed_over(entry->d_name) && n > 0 && (size_t)n < sizeof below)
            all = add_tree(files, below, depth - 1) && all;
    }
    if (dir)
        closedir(dir);
    return all;
}

/* Depth 0: none below. */
static bool add_tree(struct watch_files *files, const char *path, unsigned depth)
{
    struct stat st;
    if (lstat(path, &st) != 0 || !S_ISDIR(st.st_mode))
        return true;
    return add_one(files, path, &st) && (depth == 0 || add_below(files, path, depth));
}

bool watch_files_add(struct watch_files *files, const char *folder, bool deep)
{
    return add_tree(files, folder, deep ? WATCH_DEPTH_MAX : 0);
}

void watch_files_close(struct watch_files *files)
{
    for (struct folder *f = files ? files->folders : NULL; f; f = f->next)
        drop(f);
}

void watch_files_free(struct watch_files *files)
{
    while (files && files->folders) {
        struct folder *f = files->folders;
        files->folders = f->next;
        free(f->path);
        free(f);
    }
    free(files);
}
