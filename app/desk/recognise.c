/* Who comes again: found by a keyed hash of the address or number, never by looking through what
 * others typed. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/code.h"
#include "app/desk/flows.h"
#include "db/acquaintance_rows.h"
#include "db/help_rows.h"
#include "db/visit_rows.h"

#include <string.h>

static const struct attempt_rule rule = {DESK_RECOGNITIONS, DESK_TRIES_MS};

_Static_assert((int)ACQUAINTANCE_HASH_SIZE == (int)CODE_HASH_SIZE, "a hash fits its row");

/* ---- one way to write each ---- */

static char small(char letter)
{
	return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static char large(char letter)
{
	return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

/* An e-mail address in small letters. */
static void tidy_email(const char *email, char *out_text, size_t size)
{
	text_copy(out_text, size, email);
	text_trim(out_text);
	for (char *at = out_text; *at != '\0'; at++) {
		*at = small(*at);
	}
}

/* The digits of a telephone number, at home: "+62 812" and "62812" are 0812. */
static void tidy_phone(const char *phone, char *out_text, size_t size)
{
	char digits[GUEST_PHONE_SIZE];
	size_t length = 0;
	for (const char *at = phone; *at != '\0' && length + 1 < sizeof digits; at++) {
		if (*at >= '0' && *at <= '9') {
			digits[length++] = *at;
		}
	}
	digits[length] = '\0';
	bool abroad = strncmp(digits, "62", 2) == 0;
	text_format(out_text, size, "%s%s", abroad ? "0" : "", digits + (abroad ? 2 : 0));
	memory_wipe(digits, sizeof digits);
}

/* Small letters, one blank between words. */
static void tidy_name(const char *name, char *out_text, size_t size)
{
	size_t length = 0;
	for (const char *at = name; *at != '\0' && length + 1 < size; at++) {
		bool blank = *at == ' ';
		if (!blank || (length > 0 && out_text[length - 1] != ' ')) {
			out_text[length++] = small(*at);
		}
	}
	while (length > 0 && out_text[length - 1] == ' ') {
		length--;
	}
	out_text[length] = '\0';
}

/* ---- writing down ---- */

static void note_contact(
	struct desk *desk, int64_t visit, const char *kind, const char *tidy, const char *person)
{
	struct acquaintance_row row, known;
	code_hash(desk, kind, tidy, row.contact);
	text_copy(row.person, sizeof row.person, person);
	row.visit = visit;
	acquaintance_rows_note_visit(desk->store, &row);
	if (acquaintance_rows_get(desk->store, row.contact, &known) &&
		strcmp(known.person, person) != 0) {
		/* A family or an office shares it: none of them is shown to another. */
		row.person[0] = '\0';
	}
	acquaintance_rows_set(desk->store, &row);
}

void recognise_note(struct desk *desk, int64_t visit, const struct guest *guest)
{
	char tidy[GUEST_EMAIL_SIZE], person[CODE_HASH_SIZE];
	if (guest->name[0] == '\0') {
		return;
	}
	code_prepare(desk);
	tidy_name(guest->name, tidy, sizeof tidy);
	code_hash(desk, "person", tidy, person);
	if (guest->email[0] != '\0') {
		tidy_email(guest->email, tidy, sizeof tidy);
		note_contact(desk, visit, "email", tidy, person);
	}
	if (guest->phone[0] != '\0') {
		tidy_phone(guest->phone, tidy, sizeof tidy);
		note_contact(desk, visit, "phone", tidy, person);
	}
	memory_wipe(tidy, sizeof tidy);
}

/* ---- looking up ---- */

/* What was typed as the guest book would take it, and its hash. */
static enum result read_contact(
	struct desk *desk, const char *contact, char out_hash[CODE_HASH_SIZE])
{
	struct guest guest;
	char tidy[GUEST_EMAIL_SIZE];
	enum result result = guest_read_contact(contact, &guest);
	const bool email = guest.email[0] != '\0';
	if (result == RESULT_OK) {
		if (email) {
			tidy_email(guest.email, tidy, sizeof tidy);
		} else {
			tidy_phone(guest.phone, tidy, sizeof tidy);
		}
		code_hash(desk, email ? "email" : "phone", tidy, out_hash);
		memory_wipe(tidy, sizeof tidy);
	}
	guest_wipe(&guest);
	return result;
}

static bool find_guest(struct desk *desk, const char *hash, struct guest *out_guest)
{
	struct acquaintance_row row;
	return acquaintance_rows_get(desk->store, hash, &row) && row.person[0] != '\0' &&
	       visit_rows_get_guest_of(desk->store, row.visit, out_guest) &&
	       out_guest->name[0] != '\0';
}

/* "Siti Rahma" is "S. R."; a letter may be several bytes. */
static void write_initials(const char *name, char out_initials[DESK_INITIALS_SIZE])
{
	size_t length = 0;
	bool begins = true;
	for (const char *at = name; *at != '\0'; at++) {
		if (begins && *at != ' ') {
			size_t bytes = 1;
			while (((unsigned char)at[bytes] & 0xC0) == 0x80) {
				bytes++;
			}
			if (length + bytes + 3 > DESK_INITIALS_SIZE) {
				break;
			}
			length += length > 0 ? 1 : 0;
			memcpy(out_initials + length, at, bytes);
			out_initials[length] = large(out_initials[length]);
			length += bytes;
			out_initials[length++] = '.';
			out_initials[length] = ' ';
		}
		begins = *at == ' ';
	}
	out_initials[length] = '\0';
}

/* The guest of that contact and name; a wrong name and an unknown contact are one answer. */
static enum result recognise_now(struct desk *desk, const char *contact, const char *name,
	const struct attempt *attempt, struct guest *out_guest)
{
	char hash[CODE_HASH_SIZE];
	if (!attempt_is_allowed(attempt, &rule, desk->now.office_ms)) {
		return RESULT_TRY_LATER;
	}
	enum result result =
		name[0] == '\0' ? RESULT_FIELD_REQUIRED : read_contact(desk, contact, hash);
	if (result != RESULT_OK) {
		return result;
	}
	return find_guest(desk, hash, out_guest) && guest_is_name(out_guest->name, name)
		       ? RESULT_OK
		       : RESULT_GUEST_UNKNOWN;
}

/* As recognise_now, and keeps count at this device: of every look-up, or of wrong ones only. */
static enum result look_up(struct desk *desk, const char *contact, const char *name,
	bool counts_all, struct guest *out_guest)
{
	char counted[64];
	struct attempt attempt;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	text_format(counted, sizeof counted, "recognise %s", desk->device);
	attempt_rows_get(desk->store, counted, &attempt);
	result = recognise_now(desk, contact, name, &attempt, out_guest);
	if (result != RESULT_OK && result != RESULT_GUEST_UNKNOWN) {
		return act_end(desk, result);
	}
	if (counts_all || result != RESULT_OK) {
		attempt_add(&attempt, &rule, desk->now.office_ms);
		attempt_rows_set(desk->store, counted, &attempt);
	}
	enum result written = act_end(desk, RESULT_OK);
	return written == RESULT_OK ? result : written;
}

enum result desk_recognise(struct desk *desk, const char *contact, const char *name,
	char out_initials[DESK_INITIALS_SIZE])
{
	struct guest guest = {0};
	out_initials[0] = '\0';
	enum result result = look_up(desk, contact, name, true, &guest);
	if (result == RESULT_OK) {
		write_initials(guest.name, out_initials);
	}
	guest_wipe(&guest);
	return result;
}

enum result desk_recall_guest(
	struct desk *desk, const char *contact, const char *name, struct guest *out_guest)
{
	*out_guest = (struct guest){0};
	enum result result = look_up(desk, contact, name, false, out_guest);
	if (result != RESULT_OK) {
		guest_wipe(out_guest);
		return result;
	}
	/* What they come for today, and with whom, is asked anew. */
	memory_wipe(out_guest->data_needed, sizeof out_guest->data_needed);
	memory_wipe(out_guest->purpose_other, sizeof out_guest->purpose_other);
	memory_wipe(out_guest->dtsen_other, sizeof out_guest->dtsen_other);
	memory_wipe(out_guest->office_purpose_other, sizeof out_guest->office_purpose_other);
	memory_wipe(out_guest->media_other, sizeof out_guest->media_other);
	memory_wipe(out_guest->items, sizeof out_guest->items);
	out_guest->purpose = out_guest->dtsen = out_guest->office_purpose = 0;
	out_guest->media = out_guest->services_used = out_guest->needs = 0;
	out_guest->disability = out_guest->disability_kind = 0;
	out_guest->party_male = out_guest->party_female = 0;
	return RESULT_OK;
}
