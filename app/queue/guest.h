#ifndef APP_QUEUE_GUEST_H
#define APP_QUEUE_GUEST_H

#include "app/queue/office.h"

/*
 * The guest book (domain.md §1.1, §1.2): fields, their bounds and option lists, and the check of
 * what was typed. Option codes are those of the survey of data needs (SKD) and are append-only.
 */
enum {
	GUEST_NAME_SIZE = 96,
	GUEST_EMAIL_SIZE = 128,
	GUEST_PHONE_SIZE = 20,
	GUEST_NOTE_SIZE = 256,
	GUEST_OTHER_SIZE = 64,
};

struct guest {
	/* personal columns: kept apart in the store so that they can be blanked */
	char name[GUEST_NAME_SIZE];
	char institution[GUEST_NAME_SIZE];
	char email[GUEST_EMAIL_SIZE];
	char phone[GUEST_PHONE_SIZE];
	char data_needed[GUEST_NOTE_SIZE];
	char occupation_other[GUEST_OTHER_SIZE];
	char purpose_other[GUEST_OTHER_SIZE];
	/* codes for statistics; 0 = not asked or not answered */
	int sex;
	int age_band;
	int education;
	int occupation;
	int institution_kind;
	int purpose;
	int needs;      /* help wanted, bits of guest_options(GUEST_NEEDS) codes */
	int party_male; /* people in the party; one of either is the visitor */
	int party_female;
};

enum guest_field {
	GUEST_NAME,
	GUEST_INSTITUTION,
	GUEST_EMAIL,
	GUEST_PHONE,
	GUEST_SEX,
	GUEST_AGE_BAND,
	GUEST_EDUCATION,
	GUEST_OCCUPATION,
	GUEST_OCCUPATION_OTHER,
	GUEST_INSTITUTION_KIND,
	GUEST_PURPOSE,
	GUEST_PURPOSE_OTHER,
	GUEST_DATA_NEEDED,
	GUEST_NEEDS,
	GUEST_PARTY_MALE,
	GUEST_PARTY_FEMALE,
	GUEST_FIELDS
};

struct guest_option {
	int code;
	const char *key; /* text key below "guest.", e.g. "occupation.student"; also the command
			    line's word after the dot */
	bool other;      /* asks for a text of its own */
};

/* The options of a choice field in the order shown, ended by code 0; NULL for typed fields. */
const struct guest_option *guest_options(enum guest_field field);

/* The text of a typed field and its size; NULL for choices. */
char *guest_text(struct guest *guest, enum guest_field field, size_t *out_size);

/* The code of a choice or count field; NULL for typed fields. */
int *guest_code(struct guest *guest, enum guest_field field);

/* Whether `field` must be answered for `service`. */
bool guest_is_required(
	enum guest_field field, const struct office_service *service, const struct guest *guest);

/*
 * Checks one field as typed: OK, or FIELD_REQUIRED, FIELD_RANGE, TEXT_…, EMAIL_FORM, PHONE_FORM
 * (8 to 15 digits). A well-formed e-mail has one @, no spaces, and a domain with a dot and an
 * ending of two letters or more (RFC 5321 bounds: 64 before the @, 254 in all).
 */
enum result guest_check_field(
	const struct guest *guest, enum guest_field field, const struct office_service *service);

/* Checks all fields; the first wrong one is in `out_field`. */
enum result guest_check(const struct guest *guest, const struct office_service *service,
	enum guest_field *out_field);

/* Field by its command line name ("name", "email", "party_male"); false when there is none. */
bool guest_find_field(const char *name, enum guest_field *out_field);
const char *guest_field_name(enum guest_field field);

/* Overwrites everything that was typed. */
void guest_wipe(struct guest *guest);

#endif
