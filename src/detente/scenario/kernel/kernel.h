/* What the files of the kernel share: the solver's innermost loops, in plain C99, without Python.
 *
 * Cells are feasible choices of all options, by number in ascending order of their codes, a bit an option. A rank is
 * the greater the better. A *line* of a party holds the cells that differ in its own options only. What takes memory
 * gives a value that says so where there is none: NULL or -1.
 */
#ifndef DETENTE_KERNEL_H
#define DETENTE_KERNEL_H

#include <stdint.h>

#ifdef __GNUC__
#define PREFETCH(address) __builtin_prefetch(address)
#else
#define PREFETCH(address) ((void)(address))
#endif

/* How often all that runs was asked to end. What may take long looks at it, and returns STOPPED once it has grown. */
extern volatile int32_t kernel_stops;
#define STOPPED (-2)

/* Numbers for keys: 0, 1, ... in the order in which they first come. */
typedef struct {
    int64_t *key;
    int32_t *number; /* from 1; 0 where there is no key */
    int32_t count;
    int shift;
    uint64_t mask;
} Numbers;

int numbers_make(Numbers *all, int64_t most);
void numbers_free(Numbers *all);
int32_t numbers_add(Numbers *all, int64_t key);
int32_t numbers_find(const Numbers *all, int64_t key); /* -1 where there is no such key */

/* Cells by rank, worst first; and for each rank how many cells have it or a lower one. */
int32_t *sort_by_rank(int64_t cells, const int32_t *rank, int32_t *by_rank);

#endif
