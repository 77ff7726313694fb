#ifndef APP_QUEUE_GUEST_H
#define APP_QUEUE_GUEST_H

#include "app/queue/guest_field.h"
#include "app/queue/office.h"

/*
 * The guest book (domain.md §1.1, §1.2): what was answered, its bounds and option lists, and the
 * check of what was typed.
 */
enum {
	GUEST_NAME_SIZE = 96,
	GUEST_EMAIL_SIZE = 128,
	GUEST_PHONE_SIZE = 20,
	GUEST_YEAR_SIZE = 5,
	GUEST_NOTE_SIZE = 256,
	GUEST_OTHER_SIZE = 64,
	GUEST_ITEMS = 5, /* of data needed, one visit */
	GUEST_BIRTH_MIN = 1940,
	GUEST_PARTY_MAX = 99,
};

/* Codes of GUEST_SEX that reports count; 0 = not said. */
enum { GUEST_MAN = 1, GUEST_WOMAN };

struct guest {
	/* personal columns: kept apart in the store so that they can be blanked */
	char name[GUEST_NAME_SIZE];
	char institution[GUEST_NAME_SIZE];
	char email[GUEST_EMAIL_SIZE];
	char phone[GUEST_PHONE_SIZE];
	char address[GUEST_NAME_SIZE]; /* regency or city */
	char birth_year[GUEST_YEAR_SIZE];
	char data_needed[GUEST_ITEMS][GUEST_NOTE_SIZE];
	char occupation_other[GUEST_OTHER_SIZE];
	char institution_kind_other[GUEST_OTHER_SIZE];
	char purpose_other[GUEST_OTHER_SIZE];
	char dtsen_other[GUEST_OTHER_SIZE];
	/* codes for statistics; 0 = not asked or not answered */
	int sex;
	int age_band;
	int education;
	int occupation;
	int institution_kind;
	int purpose;
	int dtsen;
	int needs;      /* help wanted, bits of guest_options(GUEST_NEEDS) codes */
	int party_male; /* people in the party; one of either is the visitor */
	int party_female;
};

struct guest_option {
	int code;
	const char *key; /* text key below "guest.", e.g. "occupation.student"; also the command
			    line's word after the dot */
	bool other;      /* asks for a text of its own */
};

/* The options of a choice field in the order shown, ended by code 0; NULL for typed fields. */
const struct guest_option *guest_options(enum guest_field field);

/* The option with `code`, also one that is asked no more; NULL when there is none. */
const struct guest_option *guest_find_option(enum guest_field field, int code);

/* The survey's five levels (1 secondary or less … 5 doctorate) for one of our finer codes; 0 for
 * none (domain.md §1.2 note c). */
int guest_education_level(int education);

/* The band of who reaches an age in `year`; 0 for a year that is none of a visitor's birth. */
int guest_age_band(int birth_year, int year);

/* The text of a typed field and its size; NULL for choices. */
char *guest_text(struct guest *guest, enum guest_field field, size_t *out_size);

/* The code of a choice or count field; NULL for typed fields. */
int *guest_code(struct guest *guest, enum guest_field field);

/* Whether nothing was answered: a text of spaces, or code 0. */
bool guest_is_empty(const struct guest *guest, enum guest_field field);

/*
 * What `service` says of `field`, never GUEST_USUAL: for a field that follows, what is said of its
 * lead. Where nothing is said, e-mail is required by a service that sends its product there, and
 * who asks for the year of birth does not ask for the age as well.
 */
enum guest_ask guest_asked(const struct office_service *service, enum guest_field field);

/*
 * Whether `field` is asked of this visitor: a text of one's own after "other", the kind of an
 * institution where one was named, a further item of data after the one before.
 */
bool guest_is_asked(
	enum guest_field field, const struct office_service *service, const struct guest *guest);

/* Whether `field` must be answered by this visitor for `service`. */
bool guest_is_required(
	enum guest_field field, const struct office_service *service, const struct guest *guest);

/*
 * Checks one field as typed in `year`: OK, or FIELD_REQUIRED, FIELD_RANGE, TEXT_…, NAME_FORM (Latin
 * letters with any marks, digits, spaces, . , ' - / and brackets, one letter at least), EMAIL_FORM
 * (not complete), EMAIL_SIGN (never one, however it goes on), PHONE_FORM (8 to 15 digits),
 * YEAR_FORM (GUEST_BIRTH_MIN to `year`). A well-formed e-mail has one @, no spaces, and a domain
 * with a dot and an ending of two letters or more (RFC 5321 bounds: 64 before the @, 254 in all).
 */
enum result guest_check_field(const struct guest *guest, enum guest_field field,
	const struct office_service *service, int year);

/* Of these only what typing on cannot mend: a second @, a sixteenth digit. */
enum result guest_check_typing(const struct guest *guest, enum guest_field field);

/* Checks all fields; the first wrong one is in `out_field`. */
enum result guest_check(const struct guest *guest, const struct office_service *service, int year,
	enum guest_field *out_field);

/* Erases what `service` does not ask, closes the gaps between items of data, and reckons the age
 * from a year of birth. */
void guest_keep_asked(struct guest *guest, const struct office_service *service, int year);

/*
 * What `stored` answers to questions that `service` does not ask comes into `guest`, after
 * guest_keep_asked: another service has asked them. With `fills` every stored answer does: only
 * gaps are filled.
 */
void guest_keep_stored(struct guest *guest, const struct guest *stored,
	const struct office_service *service, bool fills);

/*
 * The e-mail address (with an @) or telephone number by which somebody who comes again may be
 * known, in its place of an otherwise blank `out_guest`, which the caller wipes: OK, or
 * FIELD_REQUIRED, TEXT_…, EMAIL_FORM, EMAIL_SIGN, PHONE_FORM.
 */
enum result guest_read_contact(const char *contact, struct guest *out_guest);

/*
 * Whether `typed` is `name` or its first word or words. Capitals, marks over letters, apostrophes
 * and the number of blanks do not matter; other signs part words. Nothing typed is nobody.
 */
bool guest_is_name(const char *name, const char *typed);

/* Digits of a telephone number typed so far. */
int guest_phone_digits(const char *phone);

/* Whether the switches of `service` fit together; else one sentence without the service's code. */
bool guest_check_switches(const struct office_service *service, char *out_why, size_t size);

/* Overwrites everything that was typed. */
void guest_wipe(struct guest *guest);

#endif
