/* The clips that the waiting room's calls are put together from. */
#include "app/admin/doctor.h"
#include "app/admin/voice.h"
#include "app/base/text.h"
#include "app/voice/clip.h"
#include "app/voice/clip_set.h"

enum { COUNT_SIZE = 16 };

struct tally {
	const char *own, *made; /* folders */
	enum voice_language language;
	int clips, own_clips, missing, broken;
	bool mute; /* what is missing in a language cannot be spoken */
	char first_broken[PLACE_SIZE];
};

static void count(void *context, const char *text)
{
	struct tally *tally = context;
	bool broken;
	enum clip_source source =
		clip_find(tally->own, tally->made, tally->language, text, &broken);
	tally->clips++;
	tally->own_clips += source == CLIP_OWN;
	tally->missing += source == CLIP_NONE;
	if (broken && tally->broken++ == 0) {
		clip_path(tally->own, tally->language, text, tally->first_broken);
	}
}

/* A clip that is missing is made at its call: then it must be possible. */
static bool can_speak(enum voice_language language)
{
	struct synth synth = {0};
	struct sound sound;
	bool spoken = synth_speak(&synth, language, "a", &sound);
	sound_finish(&sound);
	return spoken;
}

static void count_all(struct tally *tally, const struct office_voice *voice)
{
	char words[OFFICE_WORDS_SIZE];
	for (int i = 0; i < voice->wording_count; i++) {
		int missing = tally->missing;
		tally->language = voice_language_of(voice->wordings[i].language);
		office_voice_words(voice, i, words);
		clip_set_each(tally->language, words, count, tally);
		if (tally->missing > missing && !can_speak(tally->language)) {
			tally->mute = true;
		}
	}
}

static void tell_missing(struct report *report, const struct tally *tally)
{
	char missing[COUNT_SIZE], clips[COUNT_SIZE];
	text_format(missing, sizeof missing, "%d", tally->missing);
	text_format(clips, sizeof clips, "%d", tally->clips);
	doctor_find_text(report, "voice", WARN,
		tally->mute ? "admin.doctor.voice_mute" : "admin.doctor.voice_missing", missing,
		clips);
}

static void tell(struct report *report, const struct tally *tally)
{
	char clips[COUNT_SIZE], own[COUNT_SIZE], broken[COUNT_SIZE];
	if (tally->missing > 0) {
		tell_missing(report, tally);
	}
	if (tally->broken > 0) {
		text_format(broken, sizeof broken, "%d", tally->broken);
		doctor_find_text(report, "voice", WARN, "admin.doctor.voice_broken", broken,
			tally->first_broken);
	}
	if (tally->missing == 0 && tally->broken == 0) {
		text_format(clips, sizeof clips, "%d", tally->clips);
		text_format(own, sizeof own, "%d", tally->own_clips);
		doctor_find_text(report, "voice", FINE, "admin.doctor.voice_fine", clips, own);
	}
}

void doctor_check_voice(struct report *report)
{
	char folder[PLACE_SIZE];
	const struct admin *admin = report->admin;
	const struct office_voice *voice = &desk_office(admin->desk)->voice;
	struct tally tally = {.own = admin->clips, .made = folder};
	if (!voice->on) {
		doctor_find_text(report, "voice", FINE, "admin.doctor.voice_off", "");
	} else if (place_clips(admin->store, folder, sizeof folder)) {
		count_all(&tally, voice);
		tell(report, &tally);
	}
}
