#include "app/feedback/index.h"

#include "app/base/text.h"

#include <string.h>

/* ---- whole numbers of any size ---- */

/* Twenty-four counts of 27 bits each, and the factors: below 800 bits. Lowest word first. */
enum { WORDS = 28 };

struct wide {
	uint32_t words[WORDS];
};

static void scale(struct wide *wide, uint32_t factor)
{
	uint64_t carry = 0;
	for (int i = 0; i < WORDS; i++) {
		carry += (uint64_t)wide->words[i] * factor;
		wide->words[i] = (uint32_t)carry;
		carry >>= 32;
	}
}

static void add(struct wide *wide, const struct wide *other)
{
	uint64_t carry = 0;
	for (int i = 0; i < WORDS; i++) {
		carry += (uint64_t)wide->words[i] + other->words[i];
		wide->words[i] = (uint32_t)carry;
		carry >>= 32;
	}
}

static bool is_greater(const struct wide *a, const struct wide *b)
{
	for (int i = WORDS - 1; i >= 0; i--) {
		if (a->words[i] != b->words[i]) {
			return a->words[i] > b->words[i];
		}
	}
	return false;
}

/* ---- the index ---- */

struct fraction {
	struct wide above, below;
};

/* fraction + weight × sum / count */
static void add_mean(struct fraction *fraction, const struct index_item *item, uint32_t weight)
{
	struct wide more = fraction->below;
	scale(&more, weight);
	scale(&more, (uint32_t)item->sum);
	scale(&fraction->above, (uint32_t)item->count);
	scale(&fraction->below, (uint32_t)item->count);
	add(&fraction->above, &more);
}

/* The largest number that 2 × is not above 2 × fraction + 1: half up. */
static int round_half_up(const struct fraction *fraction, int most)
{
	struct wide twice = fraction->above;
	scale(&twice, 2);
	add(&twice, &fraction->below);
	int low = 0, high = most;
	while (low < high) {
		int middle = (low + high + 1) / 2;
		struct wide reached = fraction->below;
		scale(&reached, 2);
		scale(&reached, (uint32_t)middle);
		if (is_greater(&reached, &twice)) {
			high = middle - 1;
		} else {
			low = middle;
		}
	}
	return low;
}

static bool is_sound(const struct index_item *item, int max)
{
	return item->count >= 0 && item->count <= INDEX_COUNT_MAX && item->sum >= 0 &&
	       item->sum <= item->count * max && item->weight >= 1 && item->weight <= 1000;
}

/* Of one item's weight and of all together: exact, or whole thousandths and hundredths. */
static uint32_t weight_of(enum index_weight weight, int own, int all)
{
	return (uint32_t)(weight == INDEX_2_DECIMALS   ? 100 * own / all
			  : weight == INDEX_3_DECIMALS ? 1000 * own / all
						       : own);
}

static uint32_t weight_unit(enum index_weight weight, int all)
{
	return weight == INDEX_2_DECIMALS ? 100 : weight == INDEX_3_DECIMALS ? 1000 : (uint32_t)all;
}

bool index_compute(const struct index_item *items, size_t count, int max, enum index_weight weight,
	struct index_value *out_value)
{
	enum { CENTI_OF_ONE = 10000, MAX_LIMIT = 10 };
	struct fraction fraction = {.below.words = {1}};
	int all = 0;
	*out_value = (struct index_value){0};
	if (count > INDEX_ITEMS || max < 1 || max > MAX_LIMIT) {
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		if (!is_sound(&items[i], max)) {
			return false;
		}
		all += items[i].count > 0 ? items[i].weight : 0;
		out_value->items += items[i].count > 0;
	}
	if (all == 0) {
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		if (items[i].count > 0) {
			add_mean(&fraction, &items[i], weight_of(weight, items[i].weight, all));
		}
	}
	scale(&fraction.above, CENTI_OF_ONE);
	scale(&fraction.below, (uint32_t)max);
	scale(&fraction.below, weight_unit(weight, all));
	out_value->centi = round_half_up(&fraction, CENTI_OF_ONE);
	return true;
}

int64_t index_round(int64_t sum, int64_t scale_by, int64_t count)
{
	return count > 0 ? (2 * sum * scale_by + count) / (2 * count) : 0;
}

/* ---- words ---- */

static const char *const names[INDEX_WEIGHTS] = {
	[INDEX_EXACT] = "exact",
	[INDEX_2_DECIMALS] = "2",
	[INDEX_3_DECIMALS] = "3",
};

const char *index_weight_text(enum index_weight weight, int items, char *out_text, size_t size)
{
	if (items < 1) {
		text_copy(out_text, size, "");
	} else if (weight == INDEX_EXACT || items == 1) {
		text_format(out_text, size, "1/%d", items);
	} else if (weight == INDEX_2_DECIMALS) {
		text_format(out_text, size, "0.%02d", 100 / items);
	} else {
		text_format(out_text, size, "0.%03d", 1000 / items);
	}
	return out_text;
}

bool index_weight_find(const char *name, enum index_weight *out_weight)
{
	for (int i = 0; i < INDEX_WEIGHTS; i++) {
		if (strcmp(names[i], name) == 0) {
			*out_weight = (enum index_weight)i;
			return true;
		}
	}
	return false;
}

const char *index_weight_name(enum index_weight weight)
{
	return names[weight];
}
