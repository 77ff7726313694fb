#include "app/kiosk/aloud.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/private.h"
#include "app/voice/prepare.h"

#include <stdlib.h>
#include <string.h>

void aloud_open(struct aloud *aloud, const struct settings *settings)
{
	const struct voice_options options = {.volume = settings->volume, .own = settings->clips};
	aloud->click = settings->click;
	aloud->rings = settings->ring_idle && settings->volume > 0;
	aloud->speaks = settings->volume > 0;
	aloud->keypad = settings->keypad[0] != '\0';
	if (settings->click || settings->volume > 0) {
		aloud->voice = voice_open(&options);
	}
}

void aloud_close(struct aloud *aloud)
{
	voice_close(aloud->voice);
	*aloud = (struct aloud){0};
}

bool aloud_can_speak(const struct aloud *aloud)
{
	return aloud->voice != NULL && aloud->speaks;
}

void aloud_hold(struct aloud *aloud, struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	int64_t least_ms = lobby->ticks_ms + ALOUD_HOLD_MS;
	bool long_ago = lobby->ticks_ms - aloud->act_ms > ALOUD_HOLD_MAX_MS;
	if (!aloud->on || aloud->counting || long_ago || !voice_is_speaking(aloud->voice)) {
		return;
	}
	journey_touch(journey, lobby);
	if (visit->closes_ms != 0 && visit->closes_ms < least_ms) {
		visit->closes_ms = least_ms;
	}
}

/* ---- what is new in a frame ---- */

/* What is to be said together: one speech, until something personal comes. */
struct talk {
	const struct aloud_hands *hands;
	const struct visit *visit; /* whose words are personal */
	char lines[READING_SIZE];
	size_t used;
};

static void end_talk(struct talk *talk)
{
	if (talk->used > 0) {
		talk->hands->say(talk->hands->context, talk->lines, false);
	}
	talk->used = 0;
}

static void add_line(struct talk *talk, const char *line, bool personal)
{
	size_t length = strlen(line);
	personal = personal || private_holds(talk->visit, line);
	if (personal || talk->used + length + 2 > sizeof(talk->lines)) {
		end_talk(talk);
	}
	if (personal) {
		talk->hands->say(talk->hands->context, line, true);
		return;
	}
	text_format(talk->lines + talk->used, sizeof(talk->lines) - talk->used, "%s\n", line);
	talk->used += strlen(talk->lines + talk->used);
}

static bool was_said(const struct aloud *aloud, uint32_t sum)
{
	for (size_t i = 0; i < aloud->said_count; i++) {
		if (aloud->said[i] == sum) {
			return true;
		}
	}
	return false;
}

static size_t count_fresh(const struct aloud *aloud, const struct reading *reading)
{
	size_t fresh = 0;
	for (size_t i = 0; i < reading->count; i++) {
		fresh += !reading->lines[i].personal && !was_said(aloud, reading->lines[i].sum);
	}
	return fresh;
}

/* More than half of it is new: another screen. */
static bool is_another(const struct aloud *aloud, const struct reading *reading, size_t fresh)
{
	size_t all = 0;
	for (size_t i = 0; i < reading->count; i++) {
		all += !reading->lines[i].personal;
	}
	return aloud->said_count == 0 || 2 * fresh > all;
}

static void say_lines(
	struct aloud *aloud, const struct reading *reading, bool whole, struct talk *talk)
{
	bool fresh = false; /* what is typed in a field goes with it */
	for (size_t i = 0; i < reading->count; i++) {
		const struct reading_line *line = &reading->lines[i];
		fresh = line->personal ? fresh : !was_said(aloud, line->sum);
		if (whole || fresh) {
			add_line(talk, reading->text + line->at, line->personal);
		}
	}
	for (size_t i = 0; i < reading->count; i++) {
		aloud->said[i] = reading->lines[i].sum;
	}
	aloud->said_count = reading->count;
}

/* FNV-1a */
static uint32_t sum_of(const char *text, size_t length)
{
	uint32_t sum = 2166136261u;
	for (size_t i = 0; i < length; i++) {
		sum = (sum ^ (unsigned char)text[i]) * 16777619u;
	}
	return sum;
}

/* What was added at the end: one character by its name, more as it is. */
static void echo(const struct ui *ui, const struct aloud_typed *before, const char *text,
	enum voice_language language, struct talk *talk)
{
	char name[64];
	size_t length = strlen(text);
	if (length < before->length) {
		add_line(talk, ui_say(ui, "kiosk.aloud.erased"), false);
	} else if (length > before->length && sum_of(text, before->length) == before->sum) {
		const char *added = text + before->length, *end = added;
		(void)text_next(&end);
		if (*end == '\0' && prepare_character(language, added, name, sizeof(name))) {
			added = name;
		}
		add_line(talk, added, true);
	}
	memory_wipe(name, sizeof(name));
}

static void say_typed(struct aloud *aloud, const struct ui *ui, const struct reading *reading,
	bool typing, enum voice_language language, struct talk *talk)
{
	for (size_t i = 0; i < reading->typed_count; i++) {
		const char *text = reading->text + reading->typed[i];
		if (typing && i < aloud->typed_count) {
			echo(ui, &aloud->typed[i], text, language, talk);
		}
		aloud->typed[i].length = strlen(text);
		aloud->typed[i].sum = sum_of(text, strlen(text));
	}
	aloud->typed_count = reading->typed_count;
}

static void say_focus(
	struct aloud *aloud, const struct ui *ui, const struct reading *reading, struct talk *talk)
{
	const char *focus = reading->focus != 0 ? ui->focus : "";
	if (strcmp(focus, aloud->focus) != 0 && focus[0] != '\0') {
		add_line(talk, reading->text + reading->focus, false);
	}
	text_copy(aloud->focus, sizeof(aloud->focus), focus);
}

static enum voice_language language_of(const struct ui *ui)
{
	return strcmp(language_code(ui->language), "en") == 0 ? VOICE_ENGLISH : VOICE_INDONESIAN;
}

void aloud_read(struct aloud *aloud, const struct ui *ui, const struct visit *visit,
	const struct aloud_hands *hands)
{
	struct reading *reading = memory_zeroed(1, sizeof(*reading));
	struct talk *talk = memory_zeroed(1, sizeof(*talk));
	reading_make(ui, reading);
	size_t fresh = count_fresh(aloud, reading);
	bool whole = is_another(aloud, reading, fresh);
	talk->hands = hands;
	talk->visit = visit;
	if (whole) {
		hands->stop(hands->context);
	}
	say_lines(aloud, reading, whole, talk);
	if (whole && aloud->keypad && !aloud->hinted) {
		add_line(talk, ui_say(ui, "kiosk.aloud.hint"), false);
		aloud->hinted = true;
	}
	say_typed(aloud, ui, reading, fresh == 0, language_of(ui), talk);
	say_focus(aloud, ui, reading, talk);
	end_talk(talk);
	memory_wipe(reading, sizeof(*reading));
	free(reading);
	free(talk);
}

/* ---- in the program ---- */

struct mouth {
	struct voice *voice;
	enum voice_language language;
};

static void stop(void *context)
{
	const struct mouth *mouth = context;
	voice_stop(mouth->voice);
}

static void say(void *context, const char *lines, bool personal)
{
	const struct mouth *mouth = context;
	const struct voice_speech speech = {
		.language = mouth->language, .lines = lines, .personal = personal};
	voice_say(mouth->voice, &speech);
}

int aloud_mark(int before, int seconds, bool warning)
{
	static const int marks[] = {5, 10, JOURNEY_WARN_MS / 1000}; /* the last is a warning's */
	for (int i = 0; i < (warning ? 3 : 2); i++) {
		if (seconds > 0 && seconds <= marks[i]) {
			bool opened = before == 0 && warning;
			return before > marks[i] || opened ? marks[i] : 0;
		}
	}
	return 0;
}

/* Rings and, for who listens, says how much is left; the warning's own words tell its beginning. */
static void tell_seconds(struct aloud *aloud, const struct ui *ui, const struct journey *journey,
	const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	const int64_t end_ms = journey_ends(visit);
	const bool warning = visit->warned_ms != 0;
	const int seconds = end_ms != 0 ? journey_seconds(lobby, end_ms) : 0;
	const int mark = aloud_mark(aloud->seconds, seconds, warning);
	struct voice_speech speech = {.lines = "", .chime = aloud->rings, .bell = SOUND_LEAVING};
	char number[8], text[80];
	aloud->seconds = seconds;
	if (mark == 0 || (mark == JOURNEY_WARN_MS / 1000 && journey->aloud)) {
		return;
	}
	if (journey->aloud) {
		text_format(number, sizeof(number), "%d", seconds);
		language_with(ui->language, "kiosk.aloud.seconds", text, sizeof(text), number);
		speech.language = language_of(ui);
		speech.lines = text;
		aloud->counting = true;
	}
	if (speech.chime || journey->aloud) {
		(void)voice_say(aloud->voice, &speech);
	}
}

static bool is_act(const struct ui *ui)
{
	return ui->event.kind == UI_DOWN || ui->event.kind == UI_KEY || ui->event.kind == UI_TEXT ||
	       ui->event.kind == UI_TAP_ID;
}

void aloud_silence(struct aloud *aloud)
{
	if (aloud->on) {
		voice_stop(aloud->voice);
	}
	aloud->on = aloud->hinted = false;
	aloud->said_count = aloud->typed_count = 0;
	aloud->focus[0] = '\0';
	memory_wipe(aloud->said, sizeof(aloud->said));
	memory_wipe(aloud->typed, sizeof(aloud->typed));
}

void aloud_frame(struct aloud *aloud, const struct ui *ui, const struct journey *journey,
	const struct lobby *lobby)
{
	struct mouth mouth = {aloud->voice, language_of(ui)};
	const struct aloud_hands hands = {stop, say, &mouth};
	if (aloud->click && ui->event.kind == UI_DOWN && ui->event_used) {
		voice_click(aloud->voice);
	}
	/* A dialog that opens or closes: the next frame, which comes at once, has all parts. */
	const bool whole = ui->event.kind == UI_NONE && ui->modal == ui->modal_seen;
	if (!journey->aloud) {
		aloud_silence(aloud);
		if (whole) {
			tell_seconds(aloud, ui, journey, lobby);
		}
		return;
	}
	if (is_act(ui) || !aloud->on) {
		aloud->act_ms = lobby->ticks_ms;
		aloud->counting = false;
	}
	aloud->on = true;
	if (is_act(ui)) {
		voice_stop(aloud->voice);
	}
	if (whole) {
		aloud_read(aloud, ui, &journey->visit, &hands);
		tell_seconds(aloud, ui, journey, lobby);
	}
}
