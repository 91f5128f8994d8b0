/* Which points no other point of their block exceeds in every coordinate: by block-nested loops (Börzsönyi, Kossmann
 * and Stocker 2001). Each point is compared with those of its block that nothing has exceeded so far, of which it
 * removes what it exceeds. Few are left where coordinates are not opposed; where they are, it gives up. Points that are
 * equal in everything are looked at once: they share their fate.
 */
#include "kernel.h"

#include <stdlib.h>
#include <string.h>

#define NONE (-1)

typedef struct {
    int64_t points, coordinates;
    int32_t *values; /* (points, coordinates) */
    int64_t *block;  /* by point, any label */
    int64_t *within; /* by point, its part of all blocks */
    int64_t *part;   /* by point, its part of its block: a number, or without words some bits */
    int64_t words;
    const uint64_t *leads; /* (parts of all blocks, words): the parts of the block that it leads to, as bits */
    int32_t *after;        /* the next of the block that is left */
    int32_t *like;         /* an equal one that came before, or the point itself */
    uint8_t *kept;
    int64_t most; /* comparisons from now on */
    int32_t stops;
} Cloud;

/* Whether one point exceeds another; of another part, if that leads to the one's: if the one has all bits of it. */
static int exceeds(const Cloud *cloud, int32_t one, int32_t other)
{
    const int32_t *greater = &cloud->values[one * cloud->coordinates], *less = &cloud->values[other * cloud->coordinates];
    for (int64_t at = 0; at < cloud->coordinates; at++)
        if (greater[at] <= less[at])
            return 0;
    const int64_t part = cloud->part[one];
    if (!cloud->words)
        return !(cloud->part[other] & ~part);
    return cloud->leads[cloud->within[other] * cloud->words + (part >> 6)] >> (part & 63) & 1;
}

static int equal(const Cloud *cloud, int32_t one, int32_t other)
{
    const int32_t *of_one = &cloud->values[one * cloud->coordinates], *of_other = &cloud->values[other * cloud->coordinates];
    for (int64_t at = 0; at < cloud->coordinates; at++)
        if (of_one[at] != of_other[at])
            return 0;
    return cloud->part[one] == cloud->part[other];
}

/* Compares a point with those left of its block, `first` and what comes after it. */
static void compare(Cloud *cloud, int32_t point, int32_t *first)
{
    for (int32_t *link = first; *link != NONE && cloud->stops == kernel_stops;) {
        int32_t other = *link;
        cloud->most--;
        if (equal(cloud, other, point))
            cloud->like[point] = other;
        if (cloud->like[point] != point || exceeds(cloud, other, point)) {
            *link = cloud->after[other]; /* it will settle many more, and comes first from now on */
            cloud->after[other] = *first;
            *first = other;
            return;
        }
        if (exceeds(cloud, point, other)) {
            *link = cloud->after[other];
            cloud->kept[other] = 0;
        } else
            link = &cloud->after[other];
    }
    cloud->after[point] = *first;
    *first = point;
    cloud->kept[point] = 1;
}

/* Compares all points with those left of the same label. 0, or -1. */
static int loop(Cloud *cloud, const int64_t *label)
{
    Numbers labels;
    int32_t *first = malloc(sizeof *first * (size_t)cloud->points); /* left of each label */
    cloud->after = malloc(sizeof *cloud->after * (size_t)cloud->points);
    int failed = numbers_make(&labels, cloud->points) || !first || !cloud->after;
    for (int32_t point = 0; point < cloud->points && !failed && cloud->most >= 0 && cloud->stops == kernel_stops;
         point++) {
        int32_t known = labels.count, number = numbers_add(&labels, label[point]);
        if (number == known)
            first[number] = NONE;
        cloud->like[point] = point;
        cloud->kept[point] = 0;
        compare(cloud, point, &first[number]);
    }
    numbers_free(&labels);
    free(first);
    free(cloud->after);
    return failed ? -1 : 0;
}

/* Moves the points that are kept together; `place` gets where each went. */
static void close_up(Cloud *cloud, int32_t *place)
{
    int64_t left = 0;
    for (int64_t point = 0; point < cloud->points; point++)
        if (cloud->kept[point]) {
            memcpy(cloud->values + left * cloud->coordinates, cloud->values + point * cloud->coordinates,
                   sizeof *cloud->values * (size_t)cloud->coordinates);
            cloud->block[left] = cloud->block[point];
            cloud->within[left] = cloud->within[point];
            cloud->part[left] = cloud->part[point];
            place[point] = (int32_t)left++;
        }
    cloud->points = left;
}

/* First within parts; then, what is left, within blocks. The arrays are used up: `values`, `block`, `within` and `part`,
 * each part leading to itself, as in Cloud; `kept`: (points), filled. Returns 1, or 0 after so many comparisons, or
 * -1, or STOPPED.
 */
int64_t undominated(int64_t points, int64_t coordinates, int32_t *values, int64_t *block, int64_t *within, int64_t *part,
                    int64_t words, const uint64_t *leads, int64_t most, uint8_t *kept)
{
    int32_t *like = malloc(sizeof *like * (size_t)points), *place = malloc(sizeof *place * (size_t)points);
    int32_t *like_left = malloc(sizeof *like * (size_t)points);
    uint8_t *kept_left = malloc((size_t)points);
    Cloud cloud = {points, coordinates, values, block, within, part, words, leads, NULL, like, kept, most, kernel_stops};
    int failed = !like || !place || !like_left || !kept_left || loop(&cloud, within);
    if (!failed && cloud.most >= 0 && cloud.stops == kernel_stops) {
        close_up(&cloud, place);
        cloud.like = like_left;
        cloud.kept = kept_left;
        failed = loop(&cloud, block);
    }
    for (int64_t point = 0; point < points && !failed && cloud.most >= 0 && cloud.stops == kernel_stops;
         point++) /* a like one came before */
        kept[point] = like[point] == point ? kept[point] && kept_left[place[point]] : kept[like[point]];
    free(like);
    free(place);
    free(like_left);
    free(kept_left);
    return failed ? -1 : cloud.stops == kernel_stops ? cloud.most >= 0 : STOPPED;
}
