/* Keys of very many states, read from the text of a case and written to that of an answer. */
#include "kernel.h"

#include <stdlib.h>
#include <string.h>

static int64_t blanks(const uint8_t *text, int64_t length, int64_t at)
{
    while (at < length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
        at++;
    return at;
}

/* Where a text goes on after this character and blanks; -2, and so on from there, where it is another. */
static int64_t passed(const uint8_t *text, int64_t length, int64_t at, char wanted)
{
    return at >= 0 && at < length && text[at] == (uint8_t)wanted ? blanks(text, length, at + 1) : -2;
}

/* Reads a list of lists of keys, in JSON, from the start of a text. Each key is `width` letters Y, N or -: `taken` and
 * `unsaid` get the places of Y and - as bits, the first letter's the lowest; `ends` the number of keys read at the end
 * of each list; `counts` how many keys and lists there are. Returns how long it is; 0 where it is anything else, an
 * empty list for instance, or more keys than `most`.
 */
int64_t read_ranking(int64_t length, const uint8_t *text, int64_t width, int64_t most, int64_t *taken, int64_t *unsaid,
                     int64_t *ends, int64_t *counts)
{
    int64_t keys = 0, lists = 0, at = passed(text, length, 0, '[');
    for (;;) {
        at = passed(text, length, at, '[');
        for (;;) {
            uint64_t yes = 0, open = 0, other = 0;
            if (at < 0 || at + width + 2 > length || text[at] != '"' || keys == most)
                return 0;
            for (int64_t k = 0; k < width; k++) {
                const uint8_t letter = text[at + 1 + k];
                yes |= (uint64_t)(letter == 'Y') << k;
                open |= (uint64_t)(letter == '-') << k;
                other |= letter != 'Y' && letter != 'N' && letter != '-';
            }
            if (other)
                return 0;
            taken[keys] = (int64_t)yes;
            unsaid[keys++] = (int64_t)open;
            at = passed(text, length, at + 1 + width, '"');
            if (at < 0 || at >= length || text[at] != ',')
                break;
            at = passed(text, length, at, ',');
        }
        at = passed(text, length, at, ']');
        ends[lists++] = keys;
        if (at < 0 || at >= length || text[at] != ',')
            break;
        at = passed(text, length, at, ',');
    }
    if (at < 0 || at >= length || text[at] != ']')
        return 0;
    counts[0] = keys;
    counts[1] = lists;
    return at + 1;
}

/* In what is written, `rows` has (states, size): of each state its key in quotes, a comma and a blank. All functions
 * return how many bytes they wrote.
 */

/* The rows of some states. */
int64_t write_chosen(int64_t states, int64_t size, const uint8_t *rows, const uint8_t *chosen, uint8_t *out)
{
    uint8_t *at = out;
    for (int64_t end, first = 0; first < states; first = end + 1) { /* runs of chosen ones at a time */
        for (end = first; end < states && chosen[end];)
            end++;
        memcpy(at, rows + first * size, (size_t)((end - first) * size));
        at += (end - first) * size;
    }
    return at - out;
}

/* The keys by tiers, best first: after "], [" where a tier begins, else after ", ". Returns -1 without memory. */
int64_t write_tiers(int64_t states, int64_t size, const uint8_t *rows, const int32_t *rank, uint8_t *out)
{
    uint8_t *at = out;
    int32_t *by_rank = malloc(sizeof *by_rank * (size_t)states);
    int32_t *end = by_rank ? sort_by_rank(states, rank, by_rank) : NULL;
    int64_t last = states;
    while (end && last) {
        const int32_t tier = rank[by_rank[last - 1]], first = tier ? end[tier - 1] : 0;
        for (int64_t turn = first; turn < last; turn++) {
            const char *before = turn == first ? "], [" : ", ";
            const size_t length = turn == first ? 4 : 2;
            memcpy(at, before, length);
            memcpy(at + length, rows + by_rank[turn] * size, (size_t)size - 2);
            at += length + (size_t)size - 2;
        }
        last = first;
    }
    free(by_rank);
    free(end);
    return end ? at - out : -1;
}

/* Each key with a number, and a comma and a blank; without those that have none, or 0. */
int64_t write_numbered(int64_t states, int64_t size, const uint8_t *rows, const int64_t *numbers, uint8_t *out)
{
    uint8_t *at = out;
    for (int64_t state = 0; state < states; state++) {
        uint8_t digits[20];
        int count = 0;
        if (numbers[state] <= 0)
            continue;
        for (int64_t rest = numbers[state]; rest; rest /= 10)
            digits[count++] = (uint8_t)('0' + rest % 10);
        memcpy(at, rows + state * size, (size_t)size - 2);
        at += size - 2;
        *at++ = ':';
        *at++ = ' ';
        while (count)
            *at++ = digits[--count];
        *at++ = ',';
        *at++ = ' ';
    }
    return at - out;
}
