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
	GUEST_BIRTH_MIN = 1940,
	GUEST_DATA_YEAR_MIN = 1900, /* of the years of data: censuses before, projections after */
	GUEST_DATA_YEAR_MAX = 2100,
	GUEST_PARTY_MAX = 99,
	/* Codes of an office's own options: ours are counted up from 1 and never come so far. */
	GUEST_OWN_MIN = 101,
	GUEST_OWN_MAX = 199,
	GUEST_OWN_BITS = 0x7F00, /* of sets */
};

/* What is asked of an item of data beside what it is. */
struct guest_item {
	int level;    /* of area: nation, province, … */
	int period;   /* yearly, monthly, … */
	int national; /* for planning or evaluation of national development: yes or no */
	char region[GUEST_NAME_SIZE];
	char from[GUEST_YEAR_SIZE]; /* years; the last one left out = only the first */
	char until[GUEST_YEAR_SIZE];
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
	char office_purpose_other[GUEST_OTHER_SIZE];
	char media_other[GUEST_OTHER_SIZE];
	struct guest_item items[GUEST_ITEMS]; /* of data_needed, place by place */
	int disability;                       /* codes, but of health */
	int disability_kind;
	/* codes for statistics; 0 = not asked or not answered */
	int sex;
	int age_band;
	int education;
	int occupation;
	int institution_kind;
	int purpose;
	int dtsen;
	int office_purpose;
	int media;         /* bits */
	int services_used; /* bits */
	int needs;         /* help wanted, bits of guest_options codes */
	int party_male;    /* people in the party; one of either is the visitor */
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

/* An option as an office offers it: one of ours or its own. */
struct guest_choice {
	int code;
	bool other;                      /* asks for a text of its own */
	const char *key;                 /* as above; NULL for an option of the office's own */
	const struct office_option *own; /* what the office says of it: its words; NULL = nothing */
};

enum { GUEST_CHOICES = 24 }; /* of one field, at most */

/* The options of a choice field as `office` offers them, in the order shown, its own ones before
 * "other"; how many, 0 for typed and counted fields. They borrow from `office`. */
int guest_choices(const struct office *office, enum guest_field field,
	struct guest_choice out_choices[static GUEST_CHOICES]);

/* The one with `code`, also one that is offered no more; false when there is none. */
bool guest_find_choice(const struct office *office, enum guest_field field, int code,
	struct guest_choice *out_choice);

/* The survey's code for an answer (domain.md §1.2 note c): finer levels of education have one in
 * common, an option of the office's own counts as what the office says; of others the code itself.
 * 0 for none. */
int guest_survey_code(const struct office *office, enum guest_field field, int code);

/* Whether entry `place` of `office`'s options is right beside those before it; else one sentence
 * without its place, and the key that is wrong. */
bool guest_check_option(
	const struct office *office, int place, const char **out_key, char *out_why, size_t size);

/* Whether every list still has something to choose; else one sentence. */
bool guest_check_lists(const struct office *office, char *out_why, size_t size);

/* Whether the codes of `guest` are in the lists: guest_check knows only our own ones. */
bool guest_check_choices(const struct office *office, const struct guest *guest);

/* The survey's five levels (1 secondary or less … 5 doctorate) for one of our finer codes; 0 for
 * none (domain.md §1.2 note c). */
int guest_education_level(int education);

/* The band of who reaches an age in `year`; 0 for a year that is none of a visitor's birth. */
int guest_age_band(int birth_year, int year);

/* The text of a typed field and its size; NULL for choices. */
char *guest_text(struct guest *guest, enum guest_field field, size_t *out_size);

/* The code of a choice or count field; NULL for typed fields. */
int *guest_code(struct guest *guest, enum guest_field field);

/* Whether an answer goes when the name goes (UU 27/2022 art. 42 to 44): every text, and what tells
 * of health. What is only counted stays. */
bool guest_is_personal(enum guest_field field);

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
 * institution where one was named, a further item of data after the one before, and of an item that
 * is there; for national planning only of who is of kinds 1 to 4 (domain.md §1.2 note d). Of a
 * child (guest_is_child) nothing is asked that says who it is.
 */
bool guest_is_asked(
	enum guest_field field, const struct office_service *service, const struct guest *guest);

/* Whether the chosen option of `choice` asks for a text of its own; one typed does not. */
bool guest_wants_other(const struct guest *guest, enum guest_field choice);

/* Whether the visitor is under 17, by the age or what guest_keep_asked reckoned: data of children
 * need a parent's consent (UU 27/2022 art. 25), so that the book does without. */
bool guest_is_child(const struct guest *guest);

/* What is asked of no child: name, contact, address, institution, disability. */
bool guest_is_grown(enum guest_field field);

/* Whether `field` must be answered by this visitor for `service`. */
bool guest_is_required(
	enum guest_field field, const struct office_service *service, const struct guest *guest);

/*
 * Checks one field as typed in `year`: OK, or FIELD_REQUIRED, FIELD_RANGE, TEXT_…, NAME_FORM (Latin
 * letters with any marks, digits, spaces, . , ' - / and brackets, one letter at least), EMAIL_FORM
 * (not complete), EMAIL_SIGN (never one, however it goes on), PHONE_FORM (8 to 15 digits),
 * YEAR_FORM (GUEST_BIRTH_MIN to `year`), DATA_YEAR (GUEST_DATA_YEAR_MIN to _MAX, the
 * last one not before the first). A well-formed e-mail has one @, no spaces, and a domain
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

/* Who comes again: what says who that is comes from `known` into `guest`, and of the rest what was
 * not answered today. */
void guest_recall(struct guest *guest, const struct guest *known);

/* Overwrites everything that was typed. */
void guest_wipe(struct guest *guest);

#endif
