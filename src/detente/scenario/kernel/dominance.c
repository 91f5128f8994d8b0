/* Which points of a block no other point of it exceeds in every coordinate: by block-nested loops (Börzsönyi, Kossmann
 * and Stocker 2001). Each point is compared with those of its block that nothing has exceeded so far, of which it
 * removes what it exceeds. Few are left where coordinates are not opposed; where they are, it gives up.
 */
#include "kernel.h"

#include <stdlib.h>
#include <string.h>

#define NONE (-1)

typedef struct {
    int64_t points, coordinates;
    const int32_t *values; /* (coordinates, points) */
    const int64_t *bits;
} Cloud;

/* Whether one point exceeds another, and leads from it: with `bits`, if it has all of the other's. */
static int exceeds(const Cloud *cloud, int32_t one, int32_t other)
{
    if (cloud->bits && cloud->bits[other] & ~cloud->bits[one])
        return 0;
    for (int64_t at = 0; at < cloud->coordinates; at++)
        if (cloud->values[at * cloud->points + one] <= cloud->values[at * cloud->points + other])
            return 0;
    return 1;
}

/* `block`: (points) any labels; `bits`: (points), used if `with_bits`: a point is then exceeded only by those that have
 * all its bits; `kept`: (points), filled. Returns 1, or 0 after so many comparisons, or -1.
 */
int64_t undominated(int64_t points, int64_t coordinates, const int32_t *values, const int64_t *block, int64_t with_bits,
                    const int64_t *bits, int64_t most, uint8_t *kept)
{
    const Cloud cloud = {points, coordinates, values, with_bits ? bits : NULL};
    int32_t *first = malloc(sizeof *first * (size_t)points); /* of those left of each block */
    int32_t *after = malloc(sizeof *after * (size_t)points); /* the next one left */
    Numbers blocks;
    int64_t result = numbers_make(&blocks, points) || !first || !after ? -1 : 1;
    memset(kept, 0, (size_t)points);
    for (int32_t point = 0; point < points && result == 1; point++) {
        int32_t known = blocks.count, number = numbers_add(&blocks, block[point]), exceeded = 0;
        if (number == known)
            first[number] = NONE;
        for (int32_t *link = &first[number]; *link != NONE && !exceeded;) {
            int32_t other = *link;
            most--;
            if (exceeds(&cloud, other, point)) { /* and will exceed many more: it comes first from now on */
                *link = after[other];
                after[other] = first[number];
                first[number] = other;
                exceeded = 1;
            } else if (exceeds(&cloud, point, other)) {
                *link = after[other];
                kept[other] = 0;
            } else
                link = &after[other];
        }
        if (!exceeded) {
            after[point] = first[number];
            first[number] = point;
            kept[point] = 1;
        }
        if (most < 0)
            result = 0;
    }
    numbers_free(&blocks);
    free(first);
    free(after);
    return result;
}
