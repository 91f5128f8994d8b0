/* What a group reaches by improvements: the least value over each state and all that legal sequences lead to.
 *
 * From the best rank of a line down, what a state can be improved to has come before it. So one pass over a line settles
 * it, as long as the other members' lines do not lower a value in it: then it is passed over again. A party's one-way
 * options are bits that may only go from 0 to 1; the cells of a line that agree in them are a *kind*, and for each kind
 * the least value so far is kept of all that it may be left for.
 */
#include "kernel.h"

#include <stdlib.h>
#include <string.h>

/* Lays a party's improvements out: (cells) each; `line`: of each cell; `start`: of each line in what follows, and the
 * end, one more; `order`: cells by line, best first; `level`: whether a cell is as good as the one before in its line;
 * `kind`: of each cell in `order`; `kinds`: from each line's start on the one-way bits of its kinds; `kinds_of`: how
 * many the line has. Returns the number of lines, or -1, or STOPPED.
 */
int64_t climb_layout(int64_t cells, const int64_t *codes, int64_t own, int64_t one_way, int64_t drop, const int32_t *rank,
                   int32_t *line, int32_t *start, int32_t *order, uint8_t *level, int32_t *kind, int64_t *kinds,
                   int32_t *kinds_of)
{
    const int32_t stops = kernel_stops;
    Numbers numbers;
    int64_t lines = -1;
    int32_t *by_rank = malloc(sizeof *by_rank * (size_t)cells);
    int32_t *end = by_rank ? sort_by_rank(cells, rank, by_rank) : NULL;
    free(end);
    if (!numbers_make(&numbers, cells) && end) {
        for (int64_t cell = 0; cell < cells; cell++)
            line[cell] = numbers_add(&numbers, codes[cell] & ~own);
        lines = numbers.count;
        memset(start, 0, sizeof *start * (size_t)(cells + 1));
        for (int64_t cell = 0; cell < cells; cell++)
            start[line[cell] + 1]++;
        for (int64_t k = 0; k < lines; k++)
            start[k + 1] += start[k];
        for (int64_t turn = cells; turn-- > 0;) { /* starts move up to where the next line starts */
            int32_t cell = by_rank[turn], place = start[line[cell]]++;
            order[place] = cell;
        }
        memmove(start + 1, start, sizeof *start * (size_t)lines);
        start[0] = 0;
        for (int64_t k = 0; k < lines && stops == kernel_stops; k++) {
            int64_t *of_line = kinds + start[k];
            int32_t count = 0;
            for (int32_t place = start[k]; place < start[k + 1] && stops == kernel_stops; place++) {
                int64_t bits = (codes[order[place]] ^ drop) & one_way;
                int32_t at = 0;
                level[place] = place > start[k] && rank[order[place]] == rank[order[place - 1]];
                while (at < count && of_line[at] != bits)
                    at++;
                if (at == count)
                    of_line[count++] = bits;
                kind[place] = at;
            }
            kinds_of[k] = count;
        }
    }
    numbers_free(&numbers);
    free(by_rank);
    return lines < 0 || stops == kernel_stops ? lines : STOPPED;
}

typedef struct { /* as laid out above */
    int64_t lines;
    const int32_t *line, *start, *order;
    const uint8_t *level;
    const int32_t *kind;
    const int64_t *kinds;
    const int32_t *kinds_of;
    uint8_t *open; /* which lines must be passed over */
} Climb;

/* One pass over a line; two values a cell. `least` has room for two values a kind. */
static void pass(Climb *all, int64_t members, int64_t member, int64_t line, int32_t *values, int32_t *least,
                 int32_t stops)
{
    const Climb *climb = &all[member];
    const int64_t *kinds = climb->kinds + climb->start[line];
    const int32_t count = climb->kinds_of[line], end = climb->start[line + 1];
    for (int32_t k = 0; k < 2 * count; k++)
        least[k] = INT32_MAX;
    for (int32_t next, first = climb->start[line]; first < end && stops == kernel_stops; first = next) {
        next = first;
        do { /* all that are equally good, before any of them counts */
            const int32_t *found = &least[2 * climb->kind[next]];
            int32_t *value = &values[2 * climb->order[next]];
            if (found[0] < value[0] || found[1] < value[1]) {
                value[0] = found[0] < value[0] ? found[0] : value[0];
                value[1] = found[1] < value[1] ? found[1] : value[1];
                for (int64_t other = 0; other < members; other++)
                    if (other != member)
                        all[other].open[all[other].line[climb->order[next]]] = 1;
            }
        } while (++next < end && climb->level[next]);
        for (int32_t place = first; place < next && stops == kernel_stops; place++) {
            const int32_t *value = &values[2 * climb->order[place]];
            const int32_t *known = &least[2 * climb->kind[place]]; /* no less than of any kind that leads here */
            const int64_t bits = kinds[climb->kind[place]];
            if (value[0] >= known[0] && value[1] >= known[1])
                continue;
            for (int32_t k = 0; k < count; k++)
                if (!(kinds[k] & ~bits)) {
                    least[2 * k] = value[0] < least[2 * k] ? value[0] : least[2 * k];
                    least[2 * k + 1] = value[1] < least[2 * k + 1] ? value[1] : least[2 * k + 1];
                }
        }
    }
}

/* Lowers `values`, (cells, 2), to what the members reach. `layouts`: (members, 8) their numbers of lines and what
 * climb_layout() filled, as addresses in its order.
 */
int64_t climb(int64_t cells, int64_t members, const uint64_t *layouts, int32_t *values)
{
    const int32_t stops = kernel_stops;
    Climb *all = calloc((size_t)members + 1, sizeof *all);
    int32_t *least = malloc(2 * sizeof *least * (size_t)cells);
    int failed = !all || !least, again = !failed;
    for (int64_t member = 0; member < members && !failed; member++) {
        const uint64_t *layout = layouts + 8 * member;
        Climb *climb = &all[member];
        climb->lines = (int64_t)layout[0];
        climb->line = (const int32_t *)(uintptr_t)layout[1];
        climb->start = (const int32_t *)(uintptr_t)layout[2];
        climb->order = (const int32_t *)(uintptr_t)layout[3];
        climb->level = (const uint8_t *)(uintptr_t)layout[4];
        climb->kind = (const int32_t *)(uintptr_t)layout[5];
        climb->kinds = (const int64_t *)(uintptr_t)layout[6];
        climb->kinds_of = (const int32_t *)(uintptr_t)layout[7];
        climb->open = malloc((size_t)climb->lines);
        failed = !climb->open;
        if (!failed)
            memset(climb->open, 1, (size_t)climb->lines);
    }
    while (again && !failed && stops == kernel_stops) {
        again = 0;
        for (int64_t member = 0; member < members; member++)
            for (int64_t line = 0; line < all[member].lines; line++)
                if (all[member].open[line]) {
                    all[member].open[line] = 0;
                    again = 1;
                    pass(all, members, member, line, values, least, stops);
                }
    }
    for (int64_t member = 0; member < members && all; member++)
        free(all[member].open);
    free(all);
    free(least);
    return failed ? -1 : stops == kernel_stops ? 0 : STOPPED;
}
