/* Simultaneous stability, SIM (Fraser and Hipel 1979).
 *
 * A state s is stable for i if each improvement of i from s is deterred: every other party can be given one of its
 * improvements from s, or none, so that all these moves made at once lead to a cell that i ranks no higher than s.
 *
 * Each party has its cells by lines, line after line; a cell's place there is its *slot*. If all combinations of the
 * choices that occur are few (a *grid*), every line has a slot for each of the party's choices, infeasible ones with
 * rank -1, and states are taken worst first: a bit a slot then tells which cells are ranked no higher than the state at
 * hand, so that one joint answer is tried against 64 improvements at a time. Otherwise cells are looked up one by one.
 */
#include "kernel.h"

#include <stdlib.h>
#include <string.h>

#define MOST_PARTIES 62
#define AHEAD 8 /* states */
#define MOST_WORDS (1 << 25) /* of improvements known beforehand */

typedef struct { /* one party's lines */
    int32_t lines, longest;
    int32_t word;    /* where its improvements begin in a row of `better` */
    int64_t *start;  /* (lines + 1) of each line among the slots */
    int32_t *rank;   /* by slot */
    int64_t *choice; /* the bits of the own options: by slot, in a grid by choice */
    int64_t *free;   /* likewise the one-way options, as bits that may only go from 0 to 1; NULL where there are none */
    int64_t *add;    /* likewise what a choice adds to where a joint answer leads */
} Side;

typedef struct {
    int32_t line, slot;
} Seat;

typedef struct {
    int64_t cells, parties;
    const int64_t *codes;
    int grid;
    Side side[MOST_PARTIES];
    Seat *seats;         /* (cells, parties) */
    int64_t words;
    uint64_t *better;    /* (cells, words): in a grid each party's improvements, a bit a slot; NULL where too large */
    const int32_t *rank; /* of the party at hand, by cell */
    uint64_t *worse;     /* (words, lines): its slots that are ranked no higher than the state at hand, as bits */
    Numbers numbers;     /* of the codes; not in a grid */
    int32_t stops;
} Board;

typedef struct { /* what one party can do at the state at hand; improvements are found as they are needed */
    const uint64_t *better; /* which slots of its line are improvements, if that is known yet */
    const int32_t *rank;
    const int64_t *free, *add;
    int32_t slots, own, bound;
    int32_t seen, count, turn;
    int64_t *found; /* of each answer found what it changes in where the joint answer leads; the first is to stay */
} Answers;

static int lowest(uint64_t bits) /* the place of the lowest bit that is set; some is */
{
#ifdef __GNUC__
    return __builtin_ctzll(bits);
#else
    int place = 0;
    while (!(bits >> place & 1))
        place++;
    return place;
#endif
}

static void look(const Board *board, int64_t cell, int64_t party, Answers *answers)
{
    const Side *side = &board->side[party];
    Seat seat = board->seats[cell * board->parties + party];
    int64_t start = side->start[seat.line], by_choice = board->grid ? 0 : start;
    answers->rank = side->rank + start;
    answers->free = side->free ? side->free + by_choice : NULL;
    answers->add = side->add + by_choice;
    answers->slots = (int32_t)(side->start[seat.line + 1] - start);
    answers->own = (int32_t)(seat.slot - start);
    answers->better = board->better ? board->better + cell * board->words + side->word : NULL;
    answers->bound = board->better ? 0 : side->rank[seat.slot];
    answers->seen = 0;
    answers->count = 1;
    answers->found[0] = 0;
}

/* Which of 64 slots of the line, from one on, are improvements. */
static uint64_t better(const Answers *answers, int32_t first)
{
    if (answers->better)
        return answers->better[first >> 6];
    uint8_t is[64];
    uint64_t bits = 0;
    int32_t count = answers->slots - first < 64 ? answers->slots - first : 64;
    const int32_t *rank = answers->rank + first;
    if (count < 64)
        memset(is, 0, sizeof is);
    for (int32_t k = 0; k < count; k++)
        is[k] = rank[k] > answers->bound;
    if (answers->free && answers->free[answers->own]) {
        const int64_t *free = answers->free + first, lost = answers->free[answers->own];
        for (int32_t k = 0; k < count; k++)
            is[k] &= !(lost & ~free[k]);
    }
    for (int32_t k = 0; k < count; k += 8) { /* eight bytes of 0 and 1 become a byte */
        uint64_t eight = 0;
        for (int b = 0; b < 8; b++)
            eight |= (uint64_t)is[k + b] << 8 * b;
        bits |= (eight * UINT64_C(0x0102040810204080) >> 56) << k;
    }
    return bits;
}

/* Finds some more answers of a party; 0 where there are none. */
static int more(Answers *answers)
{
    int32_t before = answers->count;
    while (answers->seen < answers->slots && answers->count == before) {
        int64_t stays = answers->add[answers->own];
        for (uint64_t bits = better(answers, answers->seen); bits; bits &= bits - 1)
            answers->found[answers->count++] = answers->add[answers->seen + lowest(bits)] - stays;
        answers->seen += 64;
    }
    return answers->count > before;
}

/* Which of the party's improvements `left`, of 64 slots from one on, this change by the others leads astray. */
static uint64_t spoiled(const Board *board, const Answers *own, int64_t cell, int32_t first, uint64_t left, int64_t change)
{
    uint64_t found = 0;
    for (; left; left &= left - 1) {
        int k = lowest(left);
        int64_t code = board->codes[cell] + own->add[first + k] - own->add[own->own] + change;
        int32_t end = numbers_find(&board->numbers, code);
        if (end >= 0 && board->rank[end] <= board->rank[cell])
            found |= UINT64_C(1) << k;
    }
    return found;
}

/* Whether each of the party's improvements `left`, of 64 slots from one on, is deterred by some joint answer. */
static int deterred(const Board *board, const Answers *own, Answers *others, int64_t cell, int64_t party, int32_t first,
                    uint64_t left)
{
    const int64_t count = board->parties - 1;
    const uint64_t *worse = board->worse;
    if (!count)
        return 0;
    if (board->grid)
        worse += (int64_t)(first >> 6) * board->side[party].lines + board->seats[cell * board->parties + party].line;
    for (int64_t k = 1; k < count; k++)
        others[k].turn = 0;
    for (;;) {
        int64_t change = 0, k;
        for (k = 1; k < count; k++)
            change += others[k].found[others[k].turn];
        int32_t turn = 0;
        do {
            if (board->grid)
                for (; turn < others->count && left; turn++)
                    left &= ~worse[change + others->found[turn]];
            else
                for (; turn < others->count && left && board->stops == kernel_stops; turn++)
                    left &= ~spoiled(board, own, cell, first, left, change + others->found[turn]);
            if (!left || board->stops != kernel_stops)
                return 1;
        } while (more(others));
        for (k = 1; k < count; k++) {
            if (++others[k].turn < others[k].count || more(&others[k]))
                break;
            others[k].turn = 0;
        }
        if (k == count)
            return 0;
    }
}

/* Whether a state is stable for the party. */
static uint8_t is_stable(const Board *board, int64_t party, int64_t cell, Answers *own, Answers *others)
{
    look(board, cell, party, own);
    for (int64_t other = 0, k = 0; other < board->parties; other++)
        if (other != party)
            look(board, cell, other, &others[k++]);
    for (int32_t first = 0; first < own->slots && board->stops == kernel_stops; first += 64) {
        uint64_t left = better(own, first);
        if (left && !deterred(board, own, others, cell, party, first, left))
            return 0;
    }
    return 1;
}

/* Where each of one party's states is stable. 0, or -1. */
static int judge(Board *board, int64_t party, int32_t *by_rank, Answers *all, uint8_t *stable)
{
    const Side *side = &board->side[party];
    int32_t *end = sort_by_rank(board->cells, board->rank, by_rank);
    if (!end)
        return -1;
    for (int32_t bound = 0, turn = 0; turn < board->cells && board->stops == kernel_stops; bound++) {
        for (int32_t added = turn; board->grid && added < end[bound]; added++) {
            Seat seat = board->seats[by_rank[added] * board->parties + party];
            int32_t slot = (int32_t)(seat.slot - side->start[seat.line]);
            board->worse[(int64_t)(slot >> 6) * side->lines + seat.line] |= UINT64_C(1) << (slot & 63);
        }
        for (; turn < end[bound] && board->stops == kernel_stops; turn++) {
            if (turn + AHEAD < board->cells) { /* in a function of its own compilers take this for nothing */
                const int64_t soon = by_rank[turn + AHEAD];
                PREFETCH(&board->seats[soon * board->parties]);
                PREFETCH(&board->seats[(soon + 1) * board->parties - 1]);
                for (int64_t word = 0; board->better && word < board->words; word += 4)
                    PREFETCH(&board->better[soon * board->words + word]);
            }
            stable[by_rank[turn]] = is_stable(board, party, by_rank[turn], &all[0], &all[1]);
        }
    }
    free(end);
    return 0;
}

/* Numbers each cell's choice of a party; how many choices there are, or -1. `choice` gets the bits of each. */
static int64_t number_choices(const int64_t *codes, int64_t cells, int64_t own, int32_t *chosen, int64_t **choice)
{
    Numbers numbers;
    int64_t count = -1;
    if (!numbers_make(&numbers, cells) && (*choice = malloc(sizeof(int64_t) * (size_t)cells))) {
        for (int64_t cell = 0; cell < cells; cell++)
            (*choice)[chosen[cell] = numbers_add(&numbers, codes[cell] & own)] = codes[cell] & own;
        count = numbers.count;
    }
    numbers_free(&numbers);
    return count;
}

/* The lines of a party in a grid: the combinations of the others' choices; `step` is what theirs count in it. */
static int64_t grid_steps(const Board *board, int64_t party, int64_t *step)
{
    int64_t lines = 1;
    for (int64_t other = 0; other < board->parties; other++) {
        step[other] = other == party ? 0 : lines;
        lines *= other == party ? 1 : board->side[other].longest;
    }
    return lines;
}

static int lay_out_grid(Board *board, int64_t party, const int32_t *chosen)
{
    Side *side = &board->side[party];
    int64_t step[MOST_PARTIES], lines = grid_steps(board, party, step);
    side->lines = (int32_t)lines;
    side->start = malloc(sizeof *side->start * (size_t)(lines + 1));
    if (!side->start)
        return -1;
    for (int64_t line = 0; line <= lines; line++)
        side->start[line] = line * side->longest;
    for (int64_t cell = 0; cell < board->cells; cell++) {
        Seat *seat = &board->seats[cell * board->parties + party];
        seat->line = 0;
        for (int64_t other = 0; other < board->parties; other++)
            seat->line += (int32_t)(chosen[other * board->cells + cell] * step[other]);
        seat->slot = seat->line * side->longest + chosen[party * board->cells + cell];
    }
    return 0;
}

static int lay_out_lists(Board *board, int64_t party, int64_t own)
{
    Side *side = &board->side[party];
    Seat *seats = board->seats + party;
    Numbers numbers;
    int failed = numbers_make(&numbers, board->cells);
    for (int64_t cell = 0; cell < board->cells && !failed; cell++)
        seats[cell * board->parties].line = numbers_add(&numbers, board->codes[cell] & ~own);
    numbers_free(&numbers);
    side->lines = numbers.count;
    side->start = calloc((size_t)side->lines + 2, sizeof *side->start);
    side->choice = malloc(sizeof *side->choice * (size_t)board->cells);
    if (failed || !side->start || !side->choice)
        return -1;
    for (int64_t cell = 0; cell < board->cells; cell++)
        side->start[seats[cell * board->parties].line + 2]++;
    side->longest = 0;
    for (int32_t line = 0; line < side->lines; line++) {
        side->longest = side->start[line + 2] > side->longest ? (int32_t)side->start[line + 2] : side->longest;
        side->start[line + 2] += side->start[line + 1];
    }
    for (int64_t cell = 0; cell < board->cells; cell++) { /* starts move up to where the next line starts */
        Seat *seat = &seats[cell * board->parties];
        seat->slot = (int32_t)side->start[seat->line + 1]++;
        side->choice[seat->slot] = board->codes[cell] & own;
    }
    return 0;
}

/* All improvements, if they take not too much memory. */
static int find_better(Board *board)
{
    board->words = 0;
    for (int64_t party = 0; party < board->parties; party++) {
        board->side[party].word = (int32_t)board->words;
        board->words += (board->side[party].longest + 63) / 64;
    }
    if (board->words > MOST_WORDS / board->cells)
        return 0;
    uint64_t *found = malloc(sizeof *found * (size_t)(board->words * board->cells)), *next = found;
    for (int64_t cell = 0; cell < board->cells && found && board->stops == kernel_stops; cell++)
        for (int64_t party = 0; party < board->parties; party++) {
            int64_t stay;
            Answers answers = {.found = &stay};
            look(board, cell, party, &answers);
            for (int32_t first = 0; first < answers.slots; first += 64)
                *next++ = better(&answers, first);
        }
    board->better = found;
    return found ? 0 : -1;
}

static int make_board(Board *board, const int64_t *own, const int64_t *one_way, const int64_t *drop,
                      const int32_t *ranks, int64_t most_places)
{
    const int64_t cells = board->cells, parties = board->parties;
    int64_t places = 1;
    int32_t *chosen = malloc(sizeof *chosen * (size_t)(cells * parties));
    int failed = !chosen || !(board->seats = malloc(sizeof *board->seats * (size_t)(cells * parties)));
    for (int64_t party = 0; party < parties && places <= most_places && !failed; party++) {
        Side *side = &board->side[party];
        int64_t count = number_choices(board->codes, cells, own[party], chosen + party * cells, &side->choice);
        side->longest = (int32_t)count;
        failed = count < 0;
        places *= count;
    }
    board->grid = places <= most_places;
    for (int64_t party = 0; party < parties && !failed; party++) {
        Side *side = &board->side[party];
        if (board->grid)
            failed = lay_out_grid(board, party, chosen);
        else {
            free(side->choice);
            failed = lay_out_lists(board, party, own[party]);
        }
        int64_t slots = board->grid ? places : cells, choices = board->grid ? side->longest : cells;
        if (failed || !(side->rank = malloc(sizeof *side->rank * (size_t)slots))
            || !(side->add = malloc(sizeof *side->add * (size_t)choices))
            || (one_way[party] && !(side->free = malloc(sizeof *side->free * (size_t)choices)))) {
            failed = 1;
            break;
        }
        memset(side->rank, -1, sizeof *side->rank * (size_t)slots);
        for (int64_t cell = 0; cell < cells; cell++)
            side->rank[board->seats[cell * parties + party].slot] = ranks[party * cells + cell];
        memcpy(side->add, side->choice, sizeof *side->add * (size_t)choices);
        for (int64_t choice = 0; choice < choices && one_way[party]; choice++)
            side->free[choice] = (side->choice[choice] ^ drop[party]) & one_way[party];
    }
    free(chosen);
    return failed || (board->grid && find_better(board)) ? -1 : 0;
}

/* Where each party's states are stable.
 *
 * `codes`: (cells) ascending; `own`, `one_way` and `drop`: (parties) masks of options, own ones, those whose change
 * cannot be undone, and those of the latter that can only be dropped; `ranks`: (parties, cells), none negative;
 * `most_places`: of a grid; `stable`: (parties, cells), filled. Returns 0, or -1, or STOPPED.
 */
int64_t simultaneous(int64_t cells, const int64_t *codes, int64_t parties, const int64_t *own, const int64_t *one_way,
                 const int64_t *drop, const int32_t *ranks, int64_t most_places, uint8_t *stable)
{
    Board board = {.cells = cells, .parties = parties, .codes = codes, .stops = kernel_stops};
    Answers answers[MOST_PARTIES] = {{0}};
    int32_t *by_rank = malloc(sizeof *by_rank * (size_t)cells);
    int failed = !by_rank || make_board(&board, own, one_way, drop, ranks, most_places);
    int32_t longest = 0;
    for (int64_t party = 0; party < parties; party++)
        longest = board.side[party].longest > longest ? board.side[party].longest : longest;
    for (int64_t party = 0; party < parties && !failed; party++)
        failed = !(answers[party].found = malloc(sizeof(int64_t) * (size_t)(longest + 1)));
    if (!board.grid && !failed) {
        failed = numbers_make(&board.numbers, cells);
        for (int64_t cell = 0; cell < cells && !failed; cell++)
            numbers_add(&board.numbers, codes[cell]);
    }
    for (int64_t party = 0; party < parties && !failed; party++) {
        const Side *side = &board.side[party];
        board.rank = ranks + party * cells;
        if (board.grid) {
            int64_t step[MOST_PARTIES];
            grid_steps(&board, party, step);
            for (int64_t other = 0; other < parties; other++)
                for (int32_t choice = 0; choice < board.side[other].longest; choice++)
                    board.side[other].add[choice] = choice * step[other];
            board.worse = calloc((size_t)((side->longest + 63) / 64) * (size_t)side->lines, sizeof *board.worse);
            failed = !board.worse;
        }
        failed = failed || judge(&board, party, by_rank, answers, stable + party * cells);
        free(board.worse);
    }
    for (int64_t party = 0; party < parties; party++) {
        Side *side = &board.side[party];
        free(side->start);
        free(side->rank);
        free(side->choice);
        free(side->free);
        free(side->add);
        free(answers[party].found);
    }
    numbers_free(&board.numbers);
    free(board.seats);
    free(board.better);
    free(by_rank);
    return failed ? -1 : board.stops == kernel_stops ? 0 : STOPPED;
}
