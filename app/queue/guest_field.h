#ifndef APP_QUEUE_GUEST_FIELD_H
#define APP_QUEUE_GUEST_FIELD_H

#include <stdbool.h>

/*
 * What a guest book can ask (domain.md §1.1). The order is that in which answers are checked and is
 * of no other meaning; files and rows know a field by its name, which is never changed or reused.
 * A number of an identity card and a photo are no fields, so that no office can ask for them.
 */
enum { GUEST_ITEMS = 5 }; /* of data needed, one visit */

enum guest_field {
	GUEST_NAME,
	GUEST_INSTITUTION,
	GUEST_EMAIL,
	GUEST_PHONE,
	GUEST_ADDRESS,
	GUEST_SEX,
	GUEST_AGE_BAND,
	GUEST_BIRTH_YEAR,
	GUEST_EDUCATION,
	GUEST_OCCUPATION,
	GUEST_OCCUPATION_OTHER,
	GUEST_INSTITUTION_KIND,
	GUEST_INSTITUTION_KIND_OTHER,
	GUEST_PURPOSE,
	GUEST_PURPOSE_OTHER,
	GUEST_DTSEN, /* what about the social registry */
	GUEST_DTSEN_OTHER,
	GUEST_OFFICE_PURPOSE, /* of who comes to the office, not to its desk of services */
	GUEST_OFFICE_PURPOSE_OTHER,
	GUEST_MEDIA, /* by which the survey's services were used: several */
	GUEST_MEDIA_OTHER,
	GUEST_SERVICES_USED, /* which they were: several */
	GUEST_DISABILITY,    /* health: personal, never required (UU 27/2022 art. 4) */
	GUEST_DISABILITY_KIND,
	GUEST_DATA_NEEDED, /* one item after another, without a gap */
	GUEST_DATA_NEEDED_2,
	GUEST_DATA_NEEDED_3,
	GUEST_DATA_NEEDED_4,
	GUEST_DATA_NEEDED_5,
	/* Of each item in turn, GUEST_ITEMS fields each (domain.md §1.2 note d). */
	GUEST_DATA_LEVEL,
	GUEST_DATA_PERIOD = GUEST_DATA_LEVEL + GUEST_ITEMS,
	GUEST_DATA_REGION = GUEST_DATA_PERIOD + GUEST_ITEMS,
	GUEST_DATA_FROM = GUEST_DATA_REGION + GUEST_ITEMS, /* years */
	GUEST_DATA_UNTIL = GUEST_DATA_FROM + GUEST_ITEMS,
	GUEST_DATA_NATIONAL = GUEST_DATA_UNTIL + GUEST_ITEMS, /* for national planning? */
	GUEST_NEEDS = GUEST_DATA_NATIONAL + GUEST_ITEMS,
	GUEST_PARTY_MALE,
	GUEST_PARTY_FEMALE,
	GUEST_FIELDS
};

/* What an office says of a field, service by service. */
enum guest_ask {
	GUEST_USUAL, /* nothing: the recommended default (domain.md §1.1) */
	GUEST_NO,
	GUEST_OPTIONAL,
	GUEST_REQUIRED,
	GUEST_ASKS
};

/* Field by its name ("name", "email", "party_male"), as on the command line; false when there is
 * none. */
const char *guest_field_name(enum guest_field field);
bool guest_find_field(const char *name, enum guest_field *out_field);

/*
 * The field whose switch decides over `field`: itself, or the one it follows. A text of one's own
 * follows its choice, what is asked of further items of data what is asked of the first, the last
 * year the first one, women of the party the men.
 */
enum guest_field guest_field_lead(enum guest_field field);

/* Which item of data `field` is about, 0 the first; -1 = none. What is asked of item `item` where
 * `first` is asked of the first one. */
int guest_field_item(enum guest_field field);
enum guest_field guest_field_first(
	enum guest_field field); /* asked of the first item; else itself */
enum guest_field guest_field_of(enum guest_field first, int item);

/* Whether `field` is a text of one's own after "other". */
bool guest_field_is_other(enum guest_field field);

/* Whether several options go together: the code is a sum of bits. */
bool guest_field_is_set(enum guest_field field);

/* The name of a switch in files and rows: the field's, but "party" for both counts and "data_years"
 * for both years; NULL for a field that follows another. */
const char *guest_switch_name(enum guest_field field);
bool guest_find_switch(const char *name, enum guest_field *out_field);

/* What an office gets that says nothing; GUEST_USUAL for nothing but a field that follows another.
 */
enum guest_ask guest_usual(enum guest_field field);

/* "no", "optional", "required"; "usual" only for GUEST_USUAL, which no file or row says. */
const char *guest_ask_name(enum guest_ask ask);
bool guest_ask_find(const char *name, enum guest_ask *out_ask);

#endif
