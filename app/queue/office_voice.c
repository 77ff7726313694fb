#include "app/base/text.h"
#include "app/queue/calendar.h"
#include "app/queue/office.h"

#include <string.h>

enum { LOUD = 100, DAY_MINUTES = 24 * 60 };

void office_voice_usual(struct office_voice *out_voice)
{
	*out_voice = (struct office_voice){.on = true,
		.chime = true,
		.repeats = 1,
		.volume = LOUD,
		.wordings = {{OFFICE_INDONESIAN,
				     "Nomor antrean, {ticket}, silakan menuju loket {counter}."},
			{OFFICE_ENGLISH,
				"Queue number, {ticket}, please go to counter {counter}."}},
		.wording_count = 2,
		.brief_from = 3};
}

bool office_voice_is_brief(const struct office_voice *voice, int waiting)
{
	return voice->brief_from > 0 && waiting >= voice->brief_from;
}

const char *office_voice_brief(const struct office_voice *voice)
{
	static const char *const usual[OFFICE_LANGUAGES] = {
		[OFFICE_INDONESIAN] = "{ticket}, loket {counter}.",
		[OFFICE_ENGLISH] = "{ticket}, counter {counter}.",
	};
	return voice->brief[0] != '\0' ? voice->brief : usual[voice->wordings[0].language];
}

void office_voice_words(
	const struct office_voice *voice, int place, char out_words[OFFICE_WORDS_SIZE])
{
	text_format(out_words, OFFICE_WORDS_SIZE, "%s\n%s", voice->wordings[place].text,
		place == 0 && voice->brief_from > 0 ? office_voice_brief(voice) : "");
}

static bool is_volume(int volume)
{
	return volume >= 0 && volume <= LOUD;
}

/* How often `part` is in `text`. */
static int count(const char *text, const char *part)
{
	int found = 0;
	while ((text = strstr(text, part)) != NULL) {
		found++;
		text += strlen(part);
	}
	return found;
}

static bool is_wording(const char *text)
{
	return count(text, "{ticket}") == 1 && count(text, "{counter}") == 1 &&
	       count(text, "{") == 2 && count(text, "}") == 2;
}

static bool check_brief(const struct office_voice *voice, char *out_why, size_t size)
{
	if (voice->brief_from < 0 || voice->brief_from > OFFICE_BRIEF) {
		text_format(out_why, size, "brief_from: 0 to %d", OFFICE_BRIEF);
		return false;
	}
	if (voice->brief[0] != '\0' && !is_wording(voice->brief)) {
		text_copy(out_why, size,
			"brief: must have {ticket} and {counter} once, and no other braces");
		return false;
	}
	return true;
}

static bool check_wordings(const struct office_voice *voice, char *out_why, size_t size)
{
	if (voice->wording_count < 1 || voice->wording_count > OFFICE_LANGUAGES) {
		text_format(out_why, size, "wordings: there are 1 to %d", OFFICE_LANGUAGES);
		return false;
	}
	for (int i = 0; i < voice->wording_count; i++) {
		if (i > 0 && voice->wordings[i].language == voice->wordings[0].language) {
			text_copy(out_why, size, "wordings: a language is there twice");
			return false;
		}
		if (!is_wording(voice->wordings[i].text)) {
			text_copy(out_why, size,
				"wordings: each must have {ticket} and {counter} once, and no "
				"other braces");
			return false;
		}
	}
	return true;
}

static bool check_hours(const struct office_voice *voice, char *out_why, size_t size)
{
	int free_from = 0;
	if (voice->hour_count < 0 || voice->hour_count > OFFICE_VOLUMES) {
		text_format(out_why, size, "hours: there are at most %d", OFFICE_VOLUMES);
		return false;
	}
	for (int i = 0; i < voice->hour_count; i++) {
		const struct office_volume *hour = &voice->hours[i];
		if (hour->span.from_min < free_from || hour->span.to_min <= hour->span.from_min ||
			hour->span.to_min > DAY_MINUTES) {
			text_copy(out_why, size,
				"hours: each must be later than the one before and inside a day");
			return false;
		}
		if (!is_volume(hour->volume)) {
			text_copy(out_why, size, "hours: a volume is 0 to 100");
			return false;
		}
		free_from = hour->span.to_min;
	}
	return true;
}

bool office_voice_check(const struct office_voice *voice, char *out_why, size_t size)
{
	text_copy(out_why, size, "");
	if (voice->repeats < 1 || voice->repeats > OFFICE_REPEATS) {
		text_format(out_why, size, "repeats: 1 to %d", OFFICE_REPEATS);
		return false;
	}
	if (!is_volume(voice->volume)) {
		text_copy(out_why, size, "volume: 0 to 100");
		return false;
	}
	return check_hours(voice, out_why, size) && check_wordings(voice, out_why, size) &&
	       check_brief(voice, out_why, size);
}

int office_voice_volume(const struct office *office, int64_t ms)
{
	const struct office_voice *voice = &office->voice;
	struct calendar_local local;
	if (!voice->on) {
		return 0;
	}
	calendar_split(office, ms, &local);
	int minute = local.hour * 60 + local.minute;
	for (int i = 0; i < voice->hour_count; i++) {
		const struct office_span *span = &voice->hours[i].span;
		if (minute >= span->from_min && minute < span->to_min) {
			return voice->hours[i].volume;
		}
	}
	return voice->volume;
}
