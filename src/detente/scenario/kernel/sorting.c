/* Keys by number (hashing with open addressing), and cells by rank (counting). */
#include "kernel.h"

#include <stdlib.h>

volatile int32_t kernel_stops = 0;

int numbers_make(Numbers *all, int64_t most)
{
    int bits = 3;
    while ((int64_t)1 << bits < 2 * most)
        bits++;
    all->count = 0;
    all->shift = 64 - bits;
    all->mask = ((uint64_t)1 << bits) - 1;
    all->key = malloc(sizeof(int64_t) << bits);
    all->number = calloc((size_t)1 << bits, sizeof(int32_t));
    return all->key && all->number ? 0 : -1;
}

void numbers_free(Numbers *all)
{
    free(all->key);
    free(all->number);
    all->key = NULL;
    all->number = NULL;
}

static uint64_t numbers_place(const Numbers *all, int64_t key)
{
    uint64_t at = ((uint64_t)key * UINT64_C(0x9E3779B97F4A7C15)) >> all->shift;
    while (all->number[at] && all->key[at] != key)
        at = (at + 1) & all->mask;
    return at;
}

int32_t numbers_add(Numbers *all, int64_t key)
{
    uint64_t at = numbers_place(all, key);
    if (!all->number[at]) {
        all->key[at] = key;
        all->number[at] = ++all->count;
    }
    return all->number[at] - 1;
}

int32_t numbers_find(const Numbers *all, int64_t key)
{
    return all->number[numbers_place(all, key)] - 1;
}

/* Cells by rank, worst first; and for each rank how many cells have it or a lower one. By counting. */
int32_t *sort_by_rank(int64_t cells, const int32_t *rank, int32_t *by_rank)
{
    int32_t most = 0;
    for (int64_t cell = 0; cell < cells; cell++)
        most = rank[cell] > most ? rank[cell] : most;
    int32_t *place = calloc((size_t)most + 2, sizeof *place);
    if (!place)
        return NULL;
    for (int64_t cell = 0; cell < cells; cell++)
        place[rank[cell] + 1]++;
    for (int32_t tier = 0; tier < most; tier++)
        place[tier + 1] += place[tier];
    for (int64_t cell = 0; cell < cells; cell++)
        by_rank[place[rank[cell]]++] = (int32_t)cell;
    return place; /* each has moved up to where the next begins */
}
