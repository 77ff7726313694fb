/* What the waiting room's voice is given, and when. */
#include "app/display/caller.h"
#include "tests/screens/display_model.h"

#include "app/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* What the voice was handed, instead of it. */
static struct {
	char said[4096]; /* "2:id chime Nomor antrean,|K,|…\n": by the call's id */
	int volume;
	bool full;
} notes;

bool __wrap_voice_say(struct voice *voice, const struct voice_speech *speech);
void __wrap_voice_set_volume(struct voice *voice, int volume);

bool __wrap_voice_say(struct voice *voice, const struct voice_speech *speech)
{
	(void)voice;
	if (notes.full) {
		return false;
	}
	size_t used = strlen(notes.said);
	text_format(notes.said + used, sizeof notes.said - used, "%d:%s%s %s", (int)speech->mark,
		voice_language_code(speech->language), speech->chime ? " chime" : "",
		speech->lines);
	for (char *at = notes.said + used; *at != '\0'; at++) {
		*at = *at == '\n' ? '|' : *at;
	}
	used = strlen(notes.said);
	text_format(notes.said + used, sizeof notes.said - used, "\n");
	return true;
}

void __wrap_voice_set_volume(struct voice *voice, int volume)
{
	(void)voice;
	notes.volume = volume;
}

struct stand {
	struct room room;
	struct caller caller;
	int place; /* the address of a voice that is none */
};

/* One short wording, and a view has been seen. */
static void start(struct stand *stand)
{
	memset(stand, 0, sizeof *stand);
	memset(&notes, 0, sizeof notes);
	room_start(&stand->room, "09:00:00");
	struct office_voice *voice = &stand->room.office.voice;
	voice->chime = false;
	voice->wording_count = 1;
	text_copy(voice->wordings[0].text, OFFICE_WORDING_SIZE, "{ticket}, {counter}");
	stand->caller.voice = (void *)&stand->place;
	stand->caller.volume = 80;
	caller_begin(&stand->caller);
	caller_take(
		&stand->caller, &stand->room.office, &stand->room.view, stand->room.view.now_ms);
}

static void take(struct stand *stand)
{
	caller_take(
		&stand->caller, &stand->room.office, &stand->room.view, stand->room.view.now_ms);
}

static void call(struct stand *stand, const char *number, int counter)
{
	room_call(&stand->room, number, counter);
	for (int i = 0; i < ANNOUNCED_WAYS; i++) {
		stand->room.view.calls[0].announced_ms[i] = TICKET_NEVER;
	}
	take(stand);
}

static bool hear(struct stand *stand, int64_t id, enum voice_stage stage)
{
	const struct caller_news news = {.call = id, .stage = stage};
	return caller_hear(&stand->caller, &stand->room.office, stand->room.view.now_ms, &news);
}

/* What was said since it was last asked. */
static void said(const char *wanted)
{
	assert_string_equal(notes.said, wanted);
	notes.said[0] = '\0';
}

static void the_wordings_are_said_as_often_as_the_office_wants(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand);
	struct office_voice *voice = &stand.room.office.voice;
	office_voice_usual(voice);
	voice->repeats = 2;
	call(&stand, "K007", 2);
	said("1:id chime Nomor antrean,|K,|nol|nol|tujuh,|silakan menuju loket|dua.\n"
	     "1:en Queue number,|K,|zero|zero|seven,|please go to counter|two.\n"
	     "1:id Nomor antrean,|K,|nol|nol|tujuh,|silakan menuju loket|dua.\n"
	     "1:en Queue number,|K,|zero|zero|seven,|please go to counter|two.\n");
	assert_int_equal(notes.volume, 80);
	for (int i = 0; i < 4; i++) {
		hear(&stand, 1, VOICE_OVER);
	}
	voice->repeats = 1;
	voice->by_words = true;
	voice->wordings[0].language = OFFICE_ENGLISH;
	text_copy(voice->wordings[0].text, OFFICE_WORDING_SIZE, "Counter {counter}: {ticket}");
	voice->wording_count = 1;
	voice->volume = 50;
	call(&stand, "K117", 3);
	said("2:en chime Counter|three,|K,|one|hundred|and|seventeen.\n");
	assert_int_equal(notes.volume, 40);
}

static void one_call_is_with_the_voice_at_a_time(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand);
	stand.room.office.voice.repeats = 2;
	call(&stand, "K001", 1);
	call(&stand, "K002", 2);
	said("1:id K,|nol|nol|satu,|satu.\n1:id K,|nol|nol|satu,|satu.\n");
	assert_true(hear(&stand, 1, VOICE_BEGUN));
	assert_false(hear(&stand, 1, VOICE_OVER));
	take(&stand);
	said("");
	assert_false(hear(&stand, 1, VOICE_OVER));
	said("2:id K,|nol|nol|dua,|dua.\n2:id K,|nol|nol|dua,|dua.\n");
	/* Late news of another call ends nothing. */
	assert_false(hear(&stand, 1, VOICE_OVER));
	assert_int_equal(stand.caller.left, 2);
}

static void what_is_undone_before_its_turn_is_left_out(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand);
	call(&stand, "K001", 1);
	call(&stand, "K002", 2);
	call(&stand, "K003", 3);
	said("1:id K,|nol|nol|satu,|satu.\n");
	struct desk_view *view = &stand.room.view;
	view->calls[1] = view->calls[2];
	view->call_count = 2;
	take(&stand);
	hear(&stand, 1, VOICE_OVER);
	said("3:id K,|nol|nol|tiga,|tiga.\n");
}

static void in_quiet_hours_nothing_is_said_then_or_later(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand);
	stand.room.office.voice.volume = 0;
	call(&stand, "K001", 1);
	call(&stand, "K002", 2);
	said("");
	stand.room.office.voice.volume = 100;
	call(&stand, "K003", 1);
	said("3:id K,|nol|nol|tiga,|satu.\n");
	stand.room.office.voice.on = false;
	hear(&stand, 3, VOICE_OVER);
	call(&stand, "K004", 1);
	said("");
}

/* Shown by a display that was killed before its voice came to it. */
static void after_a_start_what_nobody_said_is_said(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand);
	call(&stand, "K001", 1);
	call(&stand, "K002", 2);
	call(&stand, "K003", 3);
	struct desk_view *view = &stand.room.view;
	view->calls[1].announced_ms[ANNOUNCED_SPOKEN] = view->now_ms;
	view->calls[0].announced_ms[ANNOUNCED_SHOWN] = view->now_ms;
	room_occupy(&stand.room, 1, VIEW_SERVING, "K001"); /* has come */
	room_occupy(&stand.room, 2, VIEW_CALLED, "K002");
	room_occupy(&stand.room, 3, VIEW_CALLED, "K003");
	notes.said[0] = '\0';
	stand.caller.left = 0;
	caller_begin(&stand.caller);
	take(&stand);
	said("3:id K,|nol|nol|tiga,|tiga.\n");
}

/* Nothing can be said: the next call is not kept waiting for the end of what has not begun. */
static void a_voice_that_takes_nothing_keeps_no_call(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand);
	notes.full = true;
	call(&stand, "K001", 1);
	notes.full = false;
	call(&stand, "K002", 2);
	said("2:id K,|nol|nol|dua,|dua.\n");
	/* A display that has no voice does nothing. */
	stand.caller.voice = NULL;
	stand.caller.left = 0;
	call(&stand, "K003", 2);
	said("");
}

static void set_brief(struct stand *stand, int from)
{
	struct office_voice *voice = &stand->room.office.voice;
	office_voice_usual(voice);
	voice->repeats = 2;
	voice->brief_from = from;
}

/* The first of a rush, and the last ones, are said as usual; none is left out or said twice. */
static void when_many_wait_they_are_said_briefly(void **state)
{
	(void)state;
	static const char *const numbers[] = {"K001", "K002", "K003", "K004", "K005"};
	struct stand stand;
	start(&stand);
	set_brief(&stand, 3);
	stand.room.office.voice.wording_count = stand.room.office.voice.repeats = 1;
	for (int i = 0; i < 5; i++) {
		call(&stand, numbers[i], i + 1);
	}
	said("1:id chime Nomor antrean,|K,|nol|nol|satu,|silakan menuju loket|satu.\n");
	hear(&stand, 1, VOICE_BEGUN);
	said("");
	hear(&stand, 1, VOICE_OVER);
	said("2:id K,|nol|nol|dua,|loket|dua.\n");
	hear(&stand, 2, VOICE_OVER);
	said("3:id K,|nol|nol|tiga,|loket|tiga.\n");
	hear(&stand, 3, VOICE_OVER);
	said("4:id chime Nomor antrean,|K,|nol|nol|empat,|silakan menuju loket|empat.\n");
	hear(&stand, 4, VOICE_OVER);
	said("5:id chime Nomor antrean,|K,|nol|nol|lima,|silakan menuju loket|lima.\n");
	hear(&stand, 5, VOICE_OVER);
	said("");
}

/* The chime calls for attention where nothing was said just before. */
static void out_of_silence_a_brief_call_has_the_chime(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand);
	set_brief(&stand, 1);
	text_copy(stand.room.office.voice.brief, OFFICE_WORDING_SIZE, "Loket {counter}: {ticket}!");
	call(&stand, "K001", 1);
	said("1:id chime Loket|satu,|K,|nol|nol|satu.\n");
	call(&stand, "K002", 2);
	hear(&stand, 1, VOICE_OVER);
	said("2:id Loket|dua,|K,|nol|nol|dua.\n");
	hear(&stand, 2, VOICE_OVER);
	call(&stand, "K003", 3);
	said("3:id chime Loket|tiga,|K,|nol|nol|tiga.\n");
	hear(&stand, 3, VOICE_OVER);
	/* The first wording's language, and its usual words. */
	stand.room.office.voice.brief[0] = '\0';
	stand.room.office.voice.wordings[0] = stand.room.office.voice.wordings[1];
	stand.room.office.voice.wording_count = 1;
	stand.room.office.voice.chime = false;
	call(&stand, "K004", 4);
	said("4:en K,|zero|zero|four,|counter|four.\n");
	hear(&stand, 4, VOICE_OVER);
	set_brief(&stand, 0);
	call(&stand, "K005", 1);
	for (int i = 0; i < 4; i++) {
		call(&stand, "K006", 2);
	}
	notes.said[0] = '\0';
	for (int i = 0; i < 4; i++) {
		hear(&stand, 5, VOICE_OVER);
	}
	assert_int_equal(stand.caller.left, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_wordings_are_said_as_often_as_the_office_wants),
		cmocka_unit_test(one_call_is_with_the_voice_at_a_time),
		cmocka_unit_test(what_is_undone_before_its_turn_is_left_out),
		cmocka_unit_test(in_quiet_hours_nothing_is_said_then_or_later),
		cmocka_unit_test(after_a_start_what_nobody_said_is_said),
		cmocka_unit_test(a_voice_that_takes_nothing_keeps_no_call),
		cmocka_unit_test(when_many_wait_they_are_said_briefly),
		cmocka_unit_test(out_of_silence_a_brief_call_has_the_chime),
	};
	return cmocka_run_group_tests_name("display_caller", tests, NULL, NULL);
}
