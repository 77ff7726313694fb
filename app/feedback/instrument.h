#ifndef APP_FEEDBACK_INSTRUMENT_H
#define APP_FEEDBACK_INSTRUMENT_H

#include "app/feedback/index.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A satisfaction questionnaire as data: what is asked, how it is answered, which indices come of it
 * and how these are graded. Items are known by their codes ("U8"), never by their place: reports in
 * circulation number the same elements differently (domain.md §5.1).
 */
enum {
	INSTRUMENT_LANGUAGES = 2, /* 0 = Indonesian, 1 = English, as enum office_language */
	INSTRUMENT_ITEMS = 24,
	INSTRUMENT_PARTS = 4,
	INSTRUMENT_GRADES = 8,
	INSTRUMENT_LABELS = 5, /* a scale of up to so many values has a word for each */
	INSTRUMENT_MAX = 10,
	INSTRUMENT_CODE_SIZE = 16,
	INSTRUMENT_NAME_SIZE = 96,
	INSTRUMENT_QUESTION_SIZE = 256,
	INSTRUMENT_WORD_SIZE = 48,
};

struct instrument_item {
	char code[INSTRUMENT_CODE_SIZE]; /* U1 */
	int part;                        /* the index it counts in */
	int weight;                      /* relative to the other items of its part; usually 1 */
	char topic[INSTRUMENT_LANGUAGES][INSTRUMENT_NAME_SIZE];
	char question[INSTRUMENT_LANGUAGES][INSTRUMENT_QUESTION_SIZE];
	/* words of the answers from min on; "" where the scale has ends only */
	char answers[INSTRUMENT_LABELS][INSTRUMENT_LANGUAGES][INSTRUMENT_WORD_SIZE];
};

/* One index: mean of its items, as a share of the highest answer, in hundredths of a percent. */
struct instrument_part {
	char code[INSTRUMENT_CODE_SIZE]; /* IKM */
	char name[INSTRUMENT_LANGUAGES][INSTRUMENT_NAME_SIZE];
};

struct instrument_grade {
	char letter[4];
	char word[INSTRUMENT_LANGUAGES][INSTRUMENT_WORD_SIZE];
	int from_centi; /* from this index on, rounded to two decimals: 8831 = 88.31 */
};

struct instrument {
	char code[INSTRUMENT_CODE_SIZE];    /* skm-9 */
	char version[INSTRUMENT_CODE_SIZE]; /* goes up when a word or a rule changes */
	char name[INSTRUMENT_LANGUAGES][INSTRUMENT_NAME_SIZE];
	int min, max;                                             /* of the answers */
	char ends[2][INSTRUMENT_LANGUAGES][INSTRUMENT_WORD_SIZE]; /* words of min and max */
	enum index_weight weight;                                 /* unless the report says other */
	struct instrument_part parts[INSTRUMENT_PARTS];
	int part_count;
	struct instrument_item items[INSTRUMENT_ITEMS];
	int item_count;
	struct instrument_grade grades[INSTRUMENT_GRADES]; /* the best first; none is fine */
	int grade_count;
};

/* Place of the item, or part, with `code`; -1 when there is none. */
int instrument_find_item(const struct instrument *instrument, const char *code);
int instrument_find_part(const struct instrument *instrument, const char *code);

/* 1 to 15 of a-z, A-Z, 0-9, '-', '.' and '_': codes also name files and stand in events. */
bool instrument_is_code(const char *code);

/* Whether every value of the scale has a word of its own. */
bool instrument_has_words(const struct instrument *instrument);

/* Whether `value` can be an answer. */
bool instrument_is_answer(const struct instrument *instrument, int value);

/* The grade of an index in hundredths; the lowest one below all bounds, NULL without grades. */
const struct instrument_grade *instrument_grade(const struct instrument *instrument, int centi);

/* Checks what must hold between the parts; false leaves one sentence in `out_why`. */
bool instrument_check(const struct instrument *instrument, char *out_why, size_t size);

#endif
