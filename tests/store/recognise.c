/* Who comes again is known by the contact and the name (app/desk/recognise.c). */
#include "app/base/text.h"
#include "app/desk/flows.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static void sign_in_the_book(const struct stage *stage, const char *time, const struct guest *guest)
{
	struct ticket ticket;
	struct desk_issue issue = {.with_guest = true, .guest = *guest};
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	desk_close(desk);
}

static void who_comes_again_is_known_by_the_exact_contact(void **state)
{
	struct stage *stage = *state;
	static const struct {
		const char *contact;
		enum result result;
	} rows[] = {
		{"siti@example.id", RESULT_OK},
		{" SITI@EXAMPLE.ID ", RESULT_OK},
		{"081200001111", RESULT_OK},
		{"+62 812 0000 1111", RESULT_OK},
		{"08120000111", RESULT_GUEST_UNKNOWN},
		{"siti@example.i", RESULT_EMAIL_FORM},
		{"iti@example.id", RESULT_GUEST_UNKNOWN},
		{"%@example.id", RESULT_GUEST_UNKNOWN},
		{"0812", RESULT_PHONE_FORM},
		{"", RESULT_FIELD_REQUIRED},
		{"Siti Rahma", RESULT_PHONE_FORM},
	};
	char initials[DESK_INITIALS_SIZE];
	struct guest guest;
	sign_in_the_book(stage, "08:01:00", &stage_guest);
	struct desk *desk = stage_desk(stage, "08:02:00");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		enum result result = desk_recognise(desk, rows[i].contact, "Siti", initials);
		if (result != rows[i].result) {
			fail_msg("%s: %s", rows[i].contact, result_key(result));
		}
		assert_string_equal(initials, result == RESULT_OK ? "S. R." : "");
	}
	assert_int_equal(desk_recall_guest(desk, "081200001111", "siti", &guest), RESULT_OK);
	assert_string_equal(guest.name, "Siti Rahma");
	assert_string_equal(guest.email, "Siti@Example.id");
	assert_int_equal(guest.occupation, 1);
	/* What she came for, and with whom, is asked anew. */
	assert_string_equal(guest.data_needed[0], "");
	assert_int_equal(guest.purpose, 0);
	assert_int_equal(guest.party_female, 0);
	guest.name[0] = 'x';
	assert_int_equal(
		desk_recall_guest(desk, "081200001112", "siti", &guest), RESULT_GUEST_UNKNOWN);
	assert_string_equal(guest.name, "");
	desk_close(desk);
	assert_true(stage_is_proven(stage));
}

/* A name that is another's says no more than a contact nobody gave, and both count. */
static void a_wrong_name_is_nobody(void **state)
{
	struct stage *stage = *state;
	static const struct {
		const char *contact, *name;
		enum result result;
	} rows[] = {
		{"siti@example.id", "siti", RESULT_OK},
		{"siti@example.id", "  SITI   rahma ", RESULT_OK},
		{"siti@example.id", "S", RESULT_GUEST_UNKNOWN},
		{"siti@example.id", "Rahma", RESULT_GUEST_UNKNOWN},
		{"siti@example.id", "Siti Rahmawati", RESULT_GUEST_UNKNOWN},
		{"siti@example.id", " ", RESULT_GUEST_UNKNOWN},
		{"siti@example.id", "", RESULT_FIELD_REQUIRED},
		{"budi@example.id", "siti", RESULT_GUEST_UNKNOWN},
	};
	char initials[DESK_INITIALS_SIZE];
	struct guest guest;
	sign_in_the_book(stage, "08:01:00", &stage_guest);
	struct desk *desk = stage_desk(stage, "08:02:00");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		enum result result = desk_recognise(desk, rows[i].contact, rows[i].name, initials);
		if (result != rows[i].result) {
			fail_msg("%s: %s", rows[i].name, result_key(result));
		}
		assert_string_equal(initials, result == RESULT_OK ? "S. R." : "");
	}
	/* Seven of these counted. A right recall does not, a wrong one does. */
	for (int i = 0; i < 5; i++) {
		assert_int_equal(
			desk_recall_guest(desk, "siti@example.id", "Siti", &guest), RESULT_OK);
	}
	for (int i = 0; i < DESK_RECOGNITIONS - 7; i++) {
		assert_int_equal(desk_recall_guest(desk, "siti@example.id", "Budi", &guest),
			RESULT_GUEST_UNKNOWN);
		assert_string_equal(guest.name, "");
	}
	assert_int_equal(
		desk_recall_guest(desk, "siti@example.id", "Siti", &guest), RESULT_TRY_LATER);
	assert_string_equal(guest.name, "");
	assert_int_equal(
		desk_recognise(desk, "siti@example.id", "Siti", initials), RESULT_TRY_LATER);
	desk_close(desk);
}

static void a_shared_contact_is_nobodys(void **state)
{
	struct stage *stage = *state;
	char initials[DESK_INITIALS_SIZE];
	struct ticket ticket;
	struct guest same = stage_guest, other = stage_guest, again = stage_guest;
	text_copy(same.name, sizeof same.name, " siti  RAHMA");
	text_copy(same.phone, sizeof same.phone, "081233334444");
	text_copy(other.name, sizeof other.name, "Budi Contoh");
	other.email[0] = '\0';
	sign_in_the_book(stage, "08:01:00", &stage_guest);
	sign_in_the_book(stage, "08:02:00", &same);
	struct desk *desk = stage_desk(stage, "08:02:30");
	assert_int_equal(desk_recognise(desk, "0812-0000-1111", "Siti Rahma", initials), RESULT_OK);
	desk_close(desk);
	sign_in_the_book(stage, "08:03:00", &other);
	sign_in_the_book(stage, "08:04:00", &stage_guest); /* once shared, for good */
	stage_open(stage, "08:04:30", 1, "ani");
	desk = stage_desk(stage, "08:05:00");
	/* … also when a clerk puts the newest entry right */
	text_copy(again.institution, sizeof again.institution, "Contoh");
	assert_int_equal(desk_find_ticket(desk, "K004", NULL, &ticket), RESULT_OK);
	for (int i = 0; i < 4; i++) { /* the last of the line comes to the counter */
		assert_int_equal(desk_next(desk, 1, NULL), RESULT_OK);
		assert_int_equal(desk_serve(desk, 1, NULL), RESULT_OK);
	}
	assert_int_equal(desk_write_guest(desk, 1, ticket.id, &again, "typo", NULL), RESULT_OK);
	assert_int_equal(desk_recognise(desk, "0812-0000-1111", "Siti Rahma", initials),
		RESULT_GUEST_UNKNOWN);
	assert_int_equal(
		desk_recognise(desk, "siti@example.id", "Siti Rahma", initials), RESULT_OK);
	assert_string_equal(initials, "S. R.");
	assert_int_equal(desk_recognise(desk, "081233334444", "Siti Rahma", initials), RESULT_OK);
	desk_close(desk);
	/* Blanked columns are gone, whoever asks. */
	stage_change(stage, "UPDATE guest SET name = NULL, email = NULL, phone = NULL");
	desk = stage_desk(stage, "08:06:00");
	assert_int_equal(desk_recognise(desk, "siti@example.id", "Siti Rahma", initials),
		RESULT_GUEST_UNKNOWN);
	desk_close(desk);
}

static void look_ups_are_few(void **state)
{
	struct stage *stage = *state;
	char initials[DESK_INITIALS_SIZE];
	sign_in_the_book(stage, "08:01:00", &stage_guest);
	for (int i = 0; i < DESK_RECOGNITIONS; i++) {
		struct desk *desk = stage_desk(stage, "08:02:00");
		const char *contact = i % 2 == 0 ? "siti@example.id" : "081299990000";
		assert_int_equal(desk_recognise(desk, contact, "Siti Rahma", initials),
			i % 2 == 0 ? RESULT_OK : RESULT_GUEST_UNKNOWN);
		desk_close(desk);
	}
	struct desk *desk = stage_desk(stage, "08:03:00");
	assert_int_equal(
		desk_recognise(desk, "siti@example.id", "Siti Rahma", initials), RESULT_TRY_LATER);
	assert_string_equal(initials, "");
	desk_close(desk);
	desk = stage_desk(stage, "08:12:00");
	assert_int_equal(
		desk_recognise(desk, "siti@example.id", "Siti Rahma", initials), RESULT_OK);
	desk_close(desk);
}

/* No telephone number, address or name outside the guest's columns. */
static void the_look_up_holds_no_words(void **state)
{
	struct stage *stage = *state;
	sign_in_the_book(stage, "08:01:00", &stage_guest);
	stage_change(stage, "UPDATE guest SET name = NULL, institution = NULL, email = NULL,"
			    " phone = NULL; DELETE FROM guest_data");
	char *dump = stage_dump(stage);
	assert_null(strstr(dump, "Rahma"));
	assert_null(strstr(dump, "rahma"));
	assert_null(strstr(dump, "xample.id"));
	assert_null(strstr(dump, "00001111"));
	free(dump);
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM acquaintance"), 2);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
#define CHANGED(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(who_comes_again_is_known_by_the_exact_contact),
		TEST(a_wrong_name_is_nobody),
		CHANGED(a_shared_contact_is_nobodys),
		TEST(look_ups_are_few),
		CHANGED(the_look_up_holds_no_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
