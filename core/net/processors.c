/* SPDX-License-Identifier: Apache-2.0 */
#include "net/processors.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <uv.h>

enum { LINE_MAX_SIZE = 512, GROUP_MAX = 4096 };

#define LEAST 0.01

/* "150000 100000": so many microseconds in each of so many; "max 100000": no quota. */
static double quota_in(const char *path)
{
    double quota = 0, period = 0;
    FILE *file = fopen(path, "re");
    if (!file)
        return HUGE_VAL;
    int n = fscanf(file, "%lf %lf", &quota, &period);
    (void)fclose(file);
    return n == 2 && quota > 0 && period > 0 ? quota / period : HUGE_VAL;
}

double processors_quota(const char *mount, const char *group)
{
    char path[GROUP_MAX + LINE_MAX_SIZE];
    double least = HUGE_VAL;
    size_t size = strnlen(group, GROUP_MAX);
    for (;;) {
        while (size && group[size - 1] == '/')
            size--;
        (void)snprintf(path, sizeof path, "%s%.*s/cpu.max", mount, (int)size, group);
        least = fmin(least, quota_in(path));
        if (!size)
            return least;
        while (size && group[size - 1] != '/')
            size--;
    }
}

/* Of the line "0::/A/B" in /proc/self/cgroup; "" where there is none. */
static void find_group(char group[LINE_MAX_SIZE])
{
    char line[LINE_MAX_SIZE];
    FILE *file = fopen("/proc/self/cgroup", "re");
    *group = '\0';
    while (file && fgets(line, sizeof line, file))
        if (!strncmp(line, "0::", 3))
            (void)snprintf(group, LINE_MAX_SIZE, "%.*s", (int)strcspn(line + 3, "\n"), line + 3);
    if (file)
        (void)fclose(file);
}

unsigned processors_whole(double processors)
{
    return processors < 2 ? 1 : (unsigned)processors;
}

double processors_available(void)
{
    char group[LINE_MAX_SIZE];
    find_group(group);
    return fmax(LEAST, fmin(uv_available_parallelism(), processors_quota("/sys/fs/cgroup", group)));
}
