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

static bool compose(const struct office_voice *voice, const struct view_call *call,
	enum office_language language, const char *pattern, struct caller_speech *out_speech)
{
	out_speech->language = language == OFFICE_ENGLISH ? VOICE_ENGLISH : VOICE_INDONESIAN;
	out_speech->chime = false;
	return call_lines(out_speech->language, pattern, call->number, call->counter,
		voice->by_words ? CALL_WORDS : CALL_DIGITS, out_speech->lines,
		sizeof out_speech->lines);
}

int caller_compose(const struct office_voice *voice, const struct view_call *call, bool brief,
	struct caller_speech out_speeches[static CALLER_SPEECHES])
{
	int count = 0, wanted = brief ? 1 : voice->repeats * voice->wording_count;
	for (int i = 0; i < wanted; i++) {
		const struct office_wording *wording = &voice->wordings[i % voice->wording_count];
		count += compose(voice, call, wording->language,
			brief ? office_voice_brief(voice) : wording->text, &out_speeches[count]);
	}
	out_speeches[0].chime = count > 0 && voice->chime;
	return count;
}

/* With `flowing` another call was heard just now: a brief one goes on without the chime. */
static void say(struct caller *caller, const struct office *office, const struct view_call *call,
	bool brief, bool flowing, int volume)
{
	struct caller_speech speeches[CALLER_SPEECHES];
	int count = caller_compose(&office->voice, call, brief, speeches);
	caller->call = call->id;
	voice_set_volume(caller->voice, caller->volume * volume / 100);
	for (int i = 0; i < count; i++) {
		const struct voice_speech speech = {.language = speeches[i].language,
			.lines = speeches[i].lines,
			.chime = speeches[i].chime && !(brief && flowing),
			.mark = call->id};
		caller->left += voice_say(caller->voice, &speech);
	}
}

static void follow(struct caller *caller, const struct office *office, int64_t now_ms, bool flowing)
{
	struct view_call call;
	while (caller->left == 0) {
		bool brief = office_voice_is_brief(&office->voice, caller->line.count);
		if (!call_line_next(&caller->line, &call)) {
			return;
		}
		int volume = office_voice_volume(office, now_ms);
		if (volume > 0) {
			say(caller, office, &call, brief, flowing, volume);
		}
	}
}

void caller_take(struct caller *caller, const struct office *office, const struct desk_view *view,
	int64_t now_ms)
{
	if (caller->voice != NULL) {
		call_line_take(&caller->line, view);
		follow(caller, office, now_ms, false);
	}
}

bool caller_hear(struct caller *caller, const struct office *office, int64_t now_ms,
	const struct caller_news *news)
{
	bool over = news->stage == VOICE_OVER;
	bool flowing = over && news->call == caller->call && caller->left > 0;
	caller->left -= flowing;
	follow(caller, office, now_ms, flowing);
	return !over;
}
