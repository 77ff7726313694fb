#include "app/queue/guest.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

enum {
	PHONE_MIN = 8,
	PHONE_MAX = 15,
	PARTY_MAX = 99,
	EMAIL_LOCAL_MAX = 64,
	EMAIL_MAX = 254,
	EMAIL_ENDING_MIN = 2,
};

/* Codes follow the survey of data needs (domain.md §1.2) and are only ever added to. */
static const struct guest_option sexes[] = {
	{1, "sex.male", false},
	{2, "sex.female", false},
	{0, NULL, false},
};

static const struct guest_option age_bands[] = {
	{1, "age_band.under_17", false},
	{2, "age_band.17_25", false},
	{3, "age_band.26_34", false},
	{4, "age_band.35_44", false},
	{5, "age_band.45_54", false},
	{6, "age_band.55_65", false},
	{7, "age_band.over_65", false},
	{0, NULL, false},
};

static const struct guest_option educations[] = {
	{1, "education.school", false},
	{2, "education.diploma", false},
	{3, "education.bachelor", false},
	{4, "education.master", false},
	{5, "education.doctor", false},
	{0, NULL, false},
};

static const struct guest_option occupations[] = {
	{1, "occupation.student", false},
	{2, "occupation.researcher", false},
	{3, "occupation.civil_servant", false},
	{4, "occupation.state_company", false},
	{5, "occupation.private_company", false},
	{6, "occupation.self_employed", false},
	{7, "occupation.other", true},
	{0, NULL, false},
};

static const struct guest_option institution_kinds[] = {
	{1, "institution_kind.state_body", false},
	{2, "institution_kind.ministry", false},
	{3, "institution_kind.security", false},
	{4, "institution_kind.local_government", false},
	{5, "institution_kind.international", false},
	{6, "institution_kind.research_education", false},
	{7, "institution_kind.state_company", false},
	{8, "institution_kind.private", false},
	{9, "institution_kind.other", false},
	{0, NULL, false},
};

static const struct guest_option purposes[] = {
	{1, "purpose.study", false},
	{2, "purpose.government", false},
	{3, "purpose.commercial", false},
	{4, "purpose.research", false},
	{5, "purpose.other", true},
	{0, NULL, false},
};

/* Bits: a visitor may want several. The help wanted, never its reason (domain.md §6). */
static const struct guest_option needs[] = {
	{1, "needs.wheelchair", false},
	{2, "needs.companion", false},
	{4, "needs.sign_language", false},
	{8, "needs.reading", false},
	{0, NULL, false},
};
enum { NEEDS_ALL = 15 };

static const char *const field_names[GUEST_FIELDS] = {
	[GUEST_NAME] = "name",
	[GUEST_INSTITUTION] = "institution",
	[GUEST_EMAIL] = "email",
	[GUEST_PHONE] = "phone",
	[GUEST_SEX] = "sex",
	[GUEST_AGE_BAND] = "age_band",
	[GUEST_EDUCATION] = "education",
	[GUEST_OCCUPATION] = "occupation",
	[GUEST_OCCUPATION_OTHER] = "occupation_other",
	[GUEST_INSTITUTION_KIND] = "institution_kind",
	[GUEST_PURPOSE] = "purpose",
	[GUEST_PURPOSE_OTHER] = "purpose_other",
	[GUEST_DATA_NEEDED] = "data_needed",
	[GUEST_NEEDS] = "needs",
	[GUEST_PARTY_MALE] = "party_male",
	[GUEST_PARTY_FEMALE] = "party_female",
};

const struct guest_option *guest_options(enum guest_field field)
{
	switch (field) {
	case GUEST_SEX: return sexes;
	case GUEST_AGE_BAND: return age_bands;
	case GUEST_EDUCATION: return educations;
	case GUEST_OCCUPATION: return occupations;
	case GUEST_INSTITUTION_KIND: return institution_kinds;
	case GUEST_PURPOSE: return purposes;
	case GUEST_NEEDS: return needs;
	default: return NULL;
	}
}

char *guest_text(struct guest *guest, enum guest_field field, size_t *out_size)
{
	switch (field) {
	case GUEST_NAME: *out_size = sizeof guest->name; return guest->name;
	case GUEST_INSTITUTION: *out_size = sizeof guest->institution; return guest->institution;
	case GUEST_EMAIL: *out_size = sizeof guest->email; return guest->email;
	case GUEST_PHONE: *out_size = sizeof guest->phone; return guest->phone;
	case GUEST_DATA_NEEDED: *out_size = sizeof guest->data_needed; return guest->data_needed;
	case GUEST_OCCUPATION_OTHER:
		*out_size = sizeof guest->occupation_other;
		return guest->occupation_other;
	case GUEST_PURPOSE_OTHER:
		*out_size = sizeof guest->purpose_other;
		return guest->purpose_other;
	default: *out_size = 0; return NULL;
	}
}

int *guest_code(struct guest *guest, enum guest_field field)
{
	switch (field) {
	case GUEST_SEX: return &guest->sex;
	case GUEST_AGE_BAND: return &guest->age_band;
	case GUEST_EDUCATION: return &guest->education;
	case GUEST_OCCUPATION: return &guest->occupation;
	case GUEST_INSTITUTION_KIND: return &guest->institution_kind;
	case GUEST_PURPOSE: return &guest->purpose;
	case GUEST_NEEDS: return &guest->needs;
	case GUEST_PARTY_MALE: return &guest->party_male;
	case GUEST_PARTY_FEMALE: return &guest->party_female;
	default: return NULL;
	}
}

static const struct guest_option *find_option(const struct guest_option *options, int code)
{
	for (; options->code != 0; options++) {
		if (options->code == code) {
			return options;
		}
	}
	return NULL;
}

static bool asks_for_text(const struct guest_option *options, int code)
{
	const struct guest_option *option = find_option(options, code);
	return option != NULL && option->other;
}

bool guest_is_required(
	enum guest_field field, const struct office_service *service, const struct guest *guest)
{
	switch (field) {
	case GUEST_NAME:
	case GUEST_SEX:
	case GUEST_AGE_BAND:
	case GUEST_EDUCATION:
	case GUEST_OCCUPATION:
	case GUEST_PURPOSE: return true;
	case GUEST_EMAIL: return service->email_required;
	case GUEST_OCCUPATION_OTHER: return asks_for_text(occupations, guest->occupation);
	case GUEST_PURPOSE_OTHER: return asks_for_text(purposes, guest->purpose);
	default: return false;
	}
}

/* Letters, digits, hyphens and what is not ASCII; a label neither begins nor ends with a hyphen. */
static bool is_label(const char *label, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)label[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
		bool hyphen = c == '-' && i > 0 && i + 1 < length;
		if (!letter && !hyphen && !(c >= '0' && c <= '9')) {
			return false;
		}
	}
	return length > 0;
}

static bool is_ending(const char *ending)
{
	size_t letters = 0;
	for (const char *c = ending; *c != '\0'; c++, letters++) {
		bool letter = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z');
		if (!letter) {
			return false;
		}
	}
	return letters >= EMAIL_ENDING_MIN;
}

static bool is_domain(const char *domain)
{
	const char *last = strrchr(domain, '.');
	if (last == NULL || !is_ending(last + 1)) {
		return false;
	}
	for (const char *label = domain; label <= last;) {
		size_t length = strcspn(label, ".");
		if (!is_label(label, length)) {
			return false;
		}
		label += length + 1;
	}
	return true;
}

static bool is_email(const char *email)
{
	const char *at = strchr(email, '@');
	if (at == NULL || strchr(email, ' ') != NULL || strlen(email) > EMAIL_MAX) {
		return false;
	}
	size_t local = (size_t)(at - email);
	bool dots = email[0] == '.' || (local > 0 && at[-1] == '.') || strstr(email, "..") != NULL;
	return local > 0 && local <= EMAIL_LOCAL_MAX && !dots && is_domain(at + 1);
}

/* Spaces, hyphens and a plus in front are how people write; only digits are counted. */
static bool is_phone(const char *phone)
{
	int digits = 0;
	for (const char *c = phone; *c != '\0'; c++) {
		if (*c >= '0' && *c <= '9') {
			digits++;
		} else if (*c != ' ' && *c != '-' && !(*c == '+' && c == phone)) {
			return false;
		}
	}
	return digits >= PHONE_MIN && digits <= PHONE_MAX;
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " ")] == '\0';
}

static enum result check_text(enum guest_field field, const char *text, size_t size, bool required)
{
	/* strnlen, because a field filled to the brim by mistake must not be read past its end. */
	enum result result = text_check(text, strnlen(text, size), size);
	if (result != RESULT_OK) {
		return result;
	}
	if (is_blank(text)) {
		return required ? RESULT_FIELD_REQUIRED : RESULT_OK;
	}
	if (field == GUEST_EMAIL && !is_email(text)) {
		return RESULT_EMAIL_FORM;
	}
	if (field == GUEST_PHONE && !is_phone(text)) {
		return RESULT_PHONE_FORM;
	}
	return RESULT_OK;
}

static enum result check_code(enum guest_field field, int code, bool required)
{
	switch (field) {
	case GUEST_PARTY_MALE:
	case GUEST_PARTY_FEMALE:
		return code >= 0 && code <= PARTY_MAX ? RESULT_OK : RESULT_FIELD_RANGE;
	case GUEST_NEEDS: return code >= 0 && code <= NEEDS_ALL ? RESULT_OK : RESULT_FIELD_RANGE;
	default: break;
	}
	if (code == 0) {
		return required ? RESULT_FIELD_REQUIRED : RESULT_OK;
	}
	return find_option(guest_options(field), code) != NULL ? RESULT_OK : RESULT_FIELD_RANGE;
}

enum result guest_check_field(
	const struct guest *guest, enum guest_field field, const struct office_service *service)
{
	/* The accessors serve screens that write; here nothing is written. */
	struct guest *readable = (struct guest *)(uintptr_t)guest;
	bool required = guest_is_required(field, service, guest);
	size_t size;
	const char *text = guest_text(readable, field, &size);
	if (text != NULL) {
		return check_text(field, text, size, required);
	}
	return check_code(field, *guest_code(readable, field), required);
}

enum result guest_check(const struct guest *guest, const struct office_service *service,
	enum guest_field *out_field)
{
	for (int field = 0; field < GUEST_FIELDS; field++) {
		enum result result = guest_check_field(guest, (enum guest_field)field, service);
		if (result != RESULT_OK) {
			*out_field = (enum guest_field)field;
			return result;
		}
	}
	return RESULT_OK;
}

bool guest_find_field(const char *name, enum guest_field *out_field)
{
	for (int field = 0; field < GUEST_FIELDS; field++) {
		if (strcmp(field_names[field], name) == 0) {
			*out_field = (enum guest_field)field;
			return true;
		}
	}
	return false;
}

const char *guest_field_name(enum guest_field field)
{
	return field_names[field];
}

void guest_wipe(struct guest *guest)
{
	memory_wipe(guest, sizeof *guest);
}
