/* The check of what was answered. */
#include "app/base/text.h"
#include "app/queue/guest.h"

#include <string.h>

enum {
	PHONE_MIN = 8,
	PHONE_MAX = 15,
	YEAR_DIGITS = 4,
	EMAIL_LOCAL_MAX = 64,
	EMAIL_MAX = 254,
	EMAIL_ENDING_MIN = 2,
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ---- e-mail ---- */

/* Letters, digits, hyphens and what is not ASCII; a label neither begins nor ends with a hyphen. */
static bool is_label(const char *label, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		bool letter = is_ascii_letter(label[i]) || (unsigned char)label[i] >= 0x80;
		bool hyphen = label[i] == '-' && i > 0 && i + 1 < length;
		if (!letter && !hyphen && !is_digit(label[i])) {
			return false;
		}
	}
	return length > 0;
}

static bool is_ending(const char *ending)
{
	size_t letters = 0;
	for (const char *c = ending; *c != '\0'; c++, letters++) {
		if (!is_ascii_letter(*c)) {
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

/* No letter more makes it one. */
static bool is_email_lost(const char *email)
{
	const char *at = strchr(email, '@');
	if (at == NULL) {
		return strlen(email) > EMAIL_LOCAL_MAX || email[0] == '.' ||
		       strstr(email, "..") != NULL || strchr(email, ' ') != NULL;
	}
	return at == email || at[-1] == '.' || at[1] == '.' || at[1] == '-' || email[0] == '.' ||
	       strchr(at + 1, '@') != NULL || strstr(email, "..") != NULL ||
	       strchr(email, ' ') != NULL || at - email > EMAIL_LOCAL_MAX;
}

static enum result check_email(const char *email)
{
	if (is_email(email)) {
		return RESULT_OK;
	}
	return is_email_lost(email) ? RESULT_EMAIL_SIGN : RESULT_EMAIL_FORM;
}

/* ---- telephone, year, name ---- */

int guest_phone_digits(const char *phone)
{
	int digits = 0;
	for (const char *c = phone; *c != '\0'; c++) {
		digits += is_digit(*c);
	}
	return digits;
}

/* Spaces, hyphens and a plus in front are how people write; only digits are counted. */
static bool is_phone_so_far(const char *phone)
{
	for (const char *c = phone; *c != '\0'; c++) {
		if (!is_digit(*c) && *c != ' ' && *c != '-' && !(*c == '+' && c == phone)) {
			return false;
		}
	}
	return guest_phone_digits(phone) <= PHONE_MAX;
}

static bool is_phone(const char *phone)
{
	return is_phone_so_far(phone) && guest_phone_digits(phone) >= PHONE_MIN;
}

static bool is_year(const char *text, int year)
{
	int64_t born = 0;
	return strlen(text) == YEAR_DIGITS && text_to_int(text, GUEST_BIRTH_MIN, year, &born);
}

/* Whether every digit may still lead to a year from 1940 on. */
static bool is_year_so_far(const char *text)
{
	size_t length = strlen(text);
	int64_t so_far = 0;
	if (length == 0) {
		return true;
	}
	if (length > YEAR_DIGITS || !text_to_int(text, 0, 9999, &so_far)) {
		return false;
	}
	static const int least[YEAR_DIGITS] = {1, 19, 194, GUEST_BIRTH_MIN};
	static const int most[YEAR_DIGITS] = {2, 20, 209, 2099};
	return so_far >= least[length - 1] && so_far <= most[length - 1];
}

static bool is_data_year(const char *text)
{
	int64_t year = 0;
	return strlen(text) == YEAR_DIGITS &&
	       text_to_int(text, GUEST_DATA_YEAR_MIN, GUEST_DATA_YEAR_MAX, &year);
}

static bool is_data_year_so_far(const char *text)
{
	int64_t so_far = 0;
	return text[0] == '\0' ||
	       (strlen(text) <= YEAR_DIGITS && text_to_int(text, 0, GUEST_DATA_YEAR_MAX, &so_far));
}

/* The years of an item in order; text compares as the numbers do. */
static bool are_in_order(const struct guest_item *item)
{
	return item->from[0] == '\0' || item->until[0] == '\0' ||
	       strcmp(item->from, item->until) <= 0;
}

static bool is_name_sign(uint32_t point)
{
	/* Apostrophes as they are typed, printed, and written in names from the Arabic. */
	return (point >= '0' && point <= '9') || point == 0x2018 || point == 0x2019 ||
	       point == 0x02BB || point == 0x02BC ||
	       (point < 0x80 && point != 0 && strchr(" ,.'-/()", (int)point) != NULL);
}

/* A mark stands over the letter before it. */
static bool is_name_so_far(const char *name, bool *out_letters)
{
	bool on_letter = false;
	*out_letters = false;
	for (const char *at = name; *at != '\0';) {
		uint32_t point = text_next(&at);
		if (text_is_latin(point)) {
			*out_letters = on_letter = true;
		} else if (!text_is_mark(point)) {
			on_letter = false;
		}
		if (!on_letter && !is_name_sign(point)) {
			return false;
		}
	}
	return true;
}

static bool is_name(const char *name)
{
	bool letters;
	return is_name_so_far(name, &letters) && letters;
}

static bool has_sign(const char *text)
{
	for (const char *at = text; *at != '\0';) {
		if (text_is_sign(text_next(&at))) {
			return true;
		}
	}
	return false;
}

/* ---- a field ---- */

static enum result check_form(enum guest_field field, const char *text, int year)
{
	if (guest_field_lead(field) == GUEST_DATA_FROM) {
		return is_data_year(text) ? RESULT_OK : RESULT_DATA_YEAR;
	}
	switch (field) {
	case GUEST_NAME: return is_name(text) ? RESULT_OK : RESULT_NAME_FORM;
	case GUEST_EMAIL: return check_email(text);
	case GUEST_PHONE: return is_phone(text) ? RESULT_OK : RESULT_PHONE_FORM;
	case GUEST_BIRTH_YEAR: return is_year(text, year) ? RESULT_OK : RESULT_YEAR_FORM;
	default: return has_sign(text) ? RESULT_TEXT_SIGN : RESULT_OK;
	}
}

static enum result check_bytes(const char *text, size_t size)
{
	/* strnlen, because a field filled to the brim by mistake must not be read past its end. */
	return text_check(text, strnlen(text, size), size);
}

/* Which of an office's own there are is not known here (guest_check_choices). */
static bool is_code(enum guest_field field, int code)
{
	int all = GUEST_OWN_BITS;
	if (!guest_field_is_set(field)) {
		return guest_find_option(field, code) != NULL ||
		       (code >= GUEST_OWN_MIN && code <= GUEST_OWN_MAX);
	}
	for (const struct guest_option *option = guest_options(field); option->code != 0;
		option++) {
		all |= option->code;
	}
	return code >= 0 && (code & ~all) == 0;
}

static enum result check_code(enum guest_field field, int code, const struct guest *guest,
	const struct office_service *service)
{
	bool required = guest_is_required(field, service, guest);
	switch (field) {
	case GUEST_PARTY_MALE:
	case GUEST_PARTY_FEMALE:
		if (code < 0 || code > GUEST_PARTY_MAX) {
			return RESULT_FIELD_RANGE;
		}
		return required && guest->party_male + guest->party_female == 0
			       ? RESULT_FIELD_REQUIRED
			       : RESULT_OK;
	default: break;
	}
	if (code == 0) {
		return required ? RESULT_FIELD_REQUIRED : RESULT_OK;
	}
	return is_code(field, code) ? RESULT_OK : RESULT_FIELD_RANGE;
}

enum result guest_check_field(const struct guest *guest, enum guest_field field,
	const struct office_service *service, int year)
{
	/* The accessors serve screens that write; here nothing is written. */
	struct guest *readable = (struct guest *)(uintptr_t)guest;
	size_t size;
	const char *text = guest_text(readable, field, &size);
	if (text == NULL) {
		return check_code(field, *guest_code(readable, field), guest, service);
	}
	enum result result = check_bytes(text, size);
	if (result != RESULT_OK) {
		return result;
	}
	if (guest_is_empty(guest, field)) {
		return guest_is_required(field, service, guest) ? RESULT_FIELD_REQUIRED : RESULT_OK;
	}
	result = check_form(field, text, year);
	const int item = guest_field_item(field);
	const bool last = field >= GUEST_DATA_UNTIL && guest_field_lead(field) == GUEST_DATA_FROM;
	if (result == RESULT_OK && last && !are_in_order(&guest->items[item])) {
		result = RESULT_DATA_YEAR;
	}
	return result;
}

enum result guest_check_typing(const struct guest *guest, enum guest_field field)
{
	struct guest *readable = (struct guest *)(uintptr_t)guest;
	size_t size;
	bool letters;
	const char *text = guest_text(readable, field, &size);
	if (text == NULL || guest_is_empty(guest, field)) {
		return RESULT_OK;
	}
	enum result result = check_bytes(text, size);
	if (result != RESULT_OK) {
		return result;
	}
	if (guest_field_lead(field) == GUEST_DATA_FROM) {
		return is_data_year_so_far(text) ? RESULT_OK : RESULT_DATA_YEAR;
	}
	switch (field) {
	case GUEST_EMAIL: return is_email_lost(text) ? RESULT_EMAIL_SIGN : RESULT_OK;
	case GUEST_PHONE: return is_phone_so_far(text) ? RESULT_OK : RESULT_PHONE_FORM;
	case GUEST_BIRTH_YEAR: return is_year_so_far(text) ? RESULT_OK : RESULT_YEAR_FORM;
	case GUEST_NAME: return is_name_so_far(text, &letters) ? RESULT_OK : RESULT_NAME_FORM;
	default: return has_sign(text) ? RESULT_TEXT_SIGN : RESULT_OK;
	}
}

enum result guest_check(const struct guest *guest, const struct office_service *service, int year,
	enum guest_field *out_field)
{
	for (int field = 0; field < GUEST_FIELDS; field++) {
		enum result result =
			guest_check_field(guest, (enum guest_field)field, service, year);
		if (result != RESULT_OK) {
			*out_field = (enum guest_field)field;
			return result;
		}
	}
	return RESULT_OK;
}
