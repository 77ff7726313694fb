#include "app/display/caller.h"

void caller_open(struct caller *caller, const struct settings *settings, const char *store,
	voice_tell *tell, void *context)
{
	char made[PLACE_SIZE];
	struct voice_options options = {.volume = settings->volume,
		.own = settings->clips,
		.tell = tell,
		.context = context};
	*caller = (struct caller){.volume = settings->volume};
	caller_begin(caller);
	if (!settings->voice || settings->volume == 0) {
		return;
	}
	if (place_clips(store, made, sizeof made)) {
		options.made = made;
	}
	caller->voice = voice_open(&options);
}

void caller_close(struct caller *caller)
{
	voice_close(caller->voice);
	caller->voice = NULL;
}

void caller_begin(struct caller *caller)
{
	caller->line = (struct call_line){.spoken = true};
}

int caller_compose(const struct office_voice *voice, const struct view_call *call,
	struct caller_speech out_speeches[static CALLER_SPEECHES])
{
	int count = 0;
	for (int i = 0; i < voice->repeats * voice->wording_count; i++) {
		const struct office_wording *wording = &voice->wordings[i % voice->wording_count];
		struct caller_speech *speech = &out_speeches[count];
		speech->language =
			wording->language == OFFICE_ENGLISH ? VOICE_ENGLISH : VOICE_INDONESIAN;
		speech->chime = count == 0 && voice->chime;
		count += call_lines(speech->language, wording->text, call->number, call->counter,
			voice->by_words ? CALL_WORDS : CALL_DIGITS, speech->lines,
			sizeof speech->lines);
	}
	return count;
}

static void say(struct caller *caller, const struct office_voice *voice,
	const struct view_call *call, int volume)
{
	struct caller_speech speeches[CALLER_SPEECHES];
	int count = caller_compose(voice, call, speeches);
	caller->call = call->id;
	voice_set_volume(caller->voice, caller->volume * volume / 100);
	for (int i = 0; i < count; i++) {
		const struct voice_speech speech = {.language = speeches[i].language,
			.lines = speeches[i].lines,
			.chime = speeches[i].chime,
			.mark = call->id};
		caller->left += voice_say(caller->voice, &speech);
	}
}

static void follow(struct caller *caller, const struct office *office, int64_t now_ms)
{
	struct view_call call;
	while (caller->left == 0 && call_line_next(&caller->line, &call)) {
		int volume = office_voice_volume(office, now_ms);
		if (volume > 0) {
			say(caller, &office->voice, &call, volume);
		}
	}
}

void caller_take(struct caller *caller, const struct office *office, const struct desk_view *view,
	int64_t now_ms)
{
	if (caller->voice != NULL) {
		call_line_take(&caller->line, view);
		follow(caller, office, now_ms);
	}
}

bool caller_hear(struct caller *caller, const struct office *office, int64_t now_ms,
	const struct caller_news *news)
{
	bool over = news->stage == VOICE_OVER;
	if (over && news->call == caller->call && caller->left > 0) {
		caller->left--;
	}
	follow(caller, office, now_ms);
	return !over;
}
