#ifndef APP_FEEDBACK_INDEX_H
#define APP_FEEDBACK_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Indices of satisfaction, exactly: fractions of whole numbers, rounded once, half up, to two
 * decimals (Permenpan RB 14/2017: NRR of an element = sum of its answers / answers present; index =
 * sum of NRR × weight × 100 / highest answer; weight 1 / number of elements). An answer that was
 * not given counts nowhere, and an element without any answer is left out, so that the others weigh
 * more.
 */
enum { INDEX_ITEMS = 24, INDEX_COUNT_MAX = 100000000 };

/*
 * The weight of an element: exact, or cut to two or three decimals as many templates print it. With
 * 1/9 that is 0.11 and 0.111, which give 99.00 and 99.90 where the exact one gives 100.00: a report
 * prints which it used.
 */
enum index_weight { INDEX_EXACT, INDEX_2_DECIMALS, INDEX_3_DECIMALS, INDEX_WEIGHTS };

struct index_item {
	int64_t sum;   /* of the answers */
	int64_t count; /* of answers, at most INDEX_COUNT_MAX; 0 = left out */
	int weight;    /* relative to the others, from 1 to 1000; all 1 = equal. An importance as
			  the survey of data needs asked it until 2020 is a weight as well. */
};

struct index_value {
	int centi; /* 9148 = 91.48 */
	int items; /* that count */
};

/* False when no item has an answer, or a number is out of its bounds: there is no index. */
bool index_compute(const struct index_item *items, size_t count, int max, enum index_weight weight,
	struct index_value *out_value);

/* sum × scale / count, half up; 0 for a count of 0. With scale 100 the mean in hundredths. */
int64_t index_round(int64_t sum, int64_t scale, int64_t count);

/* The weight of one of `items` equal elements as a report prints it: "1/9", "0.11", "0.111". */
const char *index_weight_text(enum index_weight weight, int items, char *out_text, size_t size);

/* "exact", "2" and "3", as files and the command line name them; false when it is none. */
bool index_weight_find(const char *name, enum index_weight *out_weight);
const char *index_weight_name(enum index_weight weight);

#endif
