#include "app/voice/voice.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/place.h"
#include "app/base/text.h"
#include "app/voice/cache.h"
#include "app/voice/clip.h"
#include "app/voice/prepare.h"
#include "app/voice/speaker.h"
#include "app/voice/synth.h"

#include <SDL.h>

#include <stdlib.h>
#include <string.h>

enum {
	SILENCE_MS = 5000, /* then the device is closed; one that took nothing meanwhile is dead */
	RETRY_MS = 10000,
	AHEAD = SOUND_RATE * 30, /* so much is made before it is heard, no more */
	AHEAD_MS = 1000
};

/* What is still to be said of a speech. */
struct speech {
	enum voice_language language;
	bool chime, personal;
	int64_t mark;
	enum sound_bell bell;
	char *lines;
	const char *at;
	struct speech *next;
};

struct voice {
	char own[PLACE_SIZE], made[PLACE_SIZE];
	voice_tell *tell;
	void *context;
	SDL_Thread *thread;
	struct speaker *speaker;

	SDL_mutex *lock;
	SDL_cond *wake, *over;
	/* under lock */
	struct speech *first, *last;
	int count;
	unsigned stops; /* how often all was stopped */
	bool making;    /* a sound is being made that will be heard */
	bool clicked, ending;
	bool ended;   /* the thread is through */
	bool left;    /* nobody waits for it any more: the voice is its own */
	bool crowded; /* something was left out, which was said */

	/* of the thread only */
	struct synth synth;
	struct cache cache;
	int64_t retry_ms; /* no device before */
};

/* ---- the queue, under lock ---- */

static void drop_first(struct voice *voice)
{
	struct speech *first = voice->first;
	voice->first = first->next;
	voice->last = voice->first != NULL ? voice->last : NULL;
	voice->count--;
	memory_wipe(first->lines, strlen(first->lines));
	free(first->lines);
	free(first);
}

static void tell_over(struct voice *voice, int64_t mark)
{
	if (mark != 0 && voice->tell != NULL) {
		voice->tell(voice->context, mark, VOICE_OVER);
	}
}

static void drop_all(struct voice *voice)
{
	while (voice->first != NULL) {
		tell_over(voice, voice->first->mark);
		drop_first(voice);
	}
}

/* What is to be made next: false when nothing waits. A speech that is over is dropped. */
struct task {
	enum voice_language language;
	bool chime, personal;
	bool over; /* all of the speech was made */
	int64_t mark;
	char line[PREPARE_SIZE]; /* "" with a chime, and at the end */
	enum sound_bell bell;
	unsigned stops;
};

static bool is_made(const struct speech *speech)
{
	return *speech->at == '\0' && !speech->chime;
}

static bool next_task(struct voice *voice, struct task *out_task)
{
	while (voice->first != NULL && is_made(voice->first) && voice->first->mark == 0) {
		drop_first(voice);
	}
	struct speech *speech = voice->first;
	if (speech == NULL) {
		return false;
	}
	*out_task = (struct task){.language = speech->language,
		.chime = speech->chime,
		.bell = speech->bell,
		.personal = speech->personal,
		.mark = speech->mark,
		.stops = voice->stops};
	if (is_made(speech)) {
		out_task->over = true;
		drop_first(voice);
		return true;
	}
	if (speech->chime) {
		speech->chime = false;
		return true;
	}
	size_t length = strcspn(speech->at, "\n");
	text_format(out_task->line, sizeof(out_task->line), "%.*s", (int)length, speech->at);
	speech->at += length + (speech->at[length] == '\n');
	return true;
}

/* ---- sounds ---- */

static bool synthesize(struct voice *voice, const struct task *task, struct sound *out_sound)
{
	char text[PREPARE_SIZE];
	(void)prepare_text(task->language, task->line, text, sizeof(text));
	bool spoken =
		text[0] != '\0' && synth_speak(&voice->synth, task->language, text, out_sound);
	memory_wipe(text, sizeof(text));
	return spoken;
}

static bool find_sound(struct voice *voice, const struct task *task, struct sound *out_sound)
{
	*out_sound = (struct sound){0};
	if (task->personal) {
		return synthesize(voice, task, out_sound);
	}
	if (cache_find(&voice->cache, task->language, task->line, out_sound)) {
		return true;
	}
	bool found = clip_load(voice->own, task->language, task->line, out_sound) ||
		     clip_load(voice->made, task->language, task->line, out_sound) ||
		     synthesize(voice, task, out_sound);
	if (found) {
		cache_keep(&voice->cache, task->language, task->line, out_sound);
	}
	return found;
}

/* Without a device nothing is made either: it would only be heard too late. */
static bool open_speaker(struct voice *voice)
{
	int64_t now_ms = clock_ticks_ms();
	if (speaker_is_open(voice->speaker)) {
		return true;
	}
	if (now_ms < voice->retry_ms || !speaker_open(voice->speaker)) {
		speaker_forget_click(voice->speaker);
		voice->retry_ms =
			now_ms < voice->retry_ms ? voice->retry_ms : clock_ticks_ms() + RETRY_MS;
		return false;
	}
	(void)speaker_has_moved(voice->speaker);
	return true;
}

/* It is told when the last of it was heard; at once when nothing is. */
static void end_speech(struct voice *voice, const struct task *task)
{
	SDL_LockMutex(voice->lock);
	if (task->stops == voice->stops && speaker_is_open(voice->speaker)) {
		speaker_end(voice->speaker, task->mark);
	} else {
		tell_over(voice, task->mark);
	}
	voice->making = false;
	SDL_UnlockMutex(voice->lock);
}

static void perform(struct voice *voice, struct task *task)
{
	struct sound sound = {0};
	bool found = false;
	if (open_speaker(voice)) {
		if (task->chime) {
			sound = sound_of_bell(task->bell);
			found = true;
		} else {
			found = find_sound(voice, task, &sound);
		}
	}
	if (found) {
		sound_append_silence(&sound, clip_gap_ms(task->line));
	}
	memory_wipe(task->line, sizeof(task->line));
	if (task->personal) {
		memory_wipe_stack();
	}
	SDL_LockMutex(voice->lock);
	if (found && task->stops == voice->stops) {
		speaker_add(voice->speaker, &sound, task->mark);
	}
	voice->making = false;
	SDL_UnlockMutex(voice->lock);
	sound_finish(&sound);
}

/* ---- the thread ---- */

/* Nothing has come for a while: is all said, and does the device live? */
static void rest(struct voice *voice)
{
	bool moved = speaker_has_moved(voice->speaker);
	if (!moved) {
		log_warn("voice", "the sound device takes nothing");
		speaker_stop(voice->speaker);
		voice->retry_ms = clock_ticks_ms() + RETRY_MS;
	}
	if (!moved || speaker_is_silent(voice->speaker)) {
		speaker_close(voice->speaker);
	}
}

/* Waits, under lock, while there is nothing to do; with `full` there is enough to be heard. */
static void wait(struct voice *voice, bool full)
{
	bool news = true;
	if (!speaker_is_open(voice->speaker)) {
		SDL_CondWait(voice->wake, voice->lock);
	} else {
		news = SDL_CondWaitTimeout(
			       voice->wake, voice->lock, full ? AHEAD_MS : SILENCE_MS) == 0;
	}
	SDL_UnlockMutex(voice->lock);
	if (!news) {
		rest(voice);
	}
	SDL_LockMutex(voice->lock);
}

/* Does one thing, under lock, which it gives up meanwhile. */
static void work(struct voice *voice, bool full, struct task *task)
{
	bool clicked = voice->clicked;
	voice->clicked = false;
	voice->making = !full && next_task(voice, task);
	bool making = voice->making;
	SDL_UnlockMutex(voice->lock);
	if (clicked) {
		(void)open_speaker(voice); /* the mixer has the click already */
	}
	if (making && task->over) {
		end_speech(voice, task);
	} else if (making) {
		perform(voice, task);
	}
	SDL_LockMutex(voice->lock);
}

static void destroy(struct voice *voice)
{
	drop_all(voice);
	cache_finish(&voice->cache);
	speaker_destroy(voice->speaker);
	SDL_DestroyCond(voice->over);
	SDL_DestroyCond(voice->wake);
	SDL_DestroyMutex(voice->lock);
	free(voice);
}

static int run(void *context)
{
	struct voice *voice = context;
	struct task task;
	SDL_LockMutex(voice->lock);
	while (!voice->ending) {
		bool full = speaker_left(voice->speaker) > AHEAD;
		if (!voice->clicked && (full || voice->first == NULL)) {
			wait(voice, full);
		} else {
			work(voice, full, &task);
		}
	}
	SDL_UnlockMutex(voice->lock);
	speaker_close(voice->speaker);
	SDL_LockMutex(voice->lock);
	voice->ended = true;
	const bool left = voice->left;
	SDL_CondSignal(voice->over);
	SDL_UnlockMutex(voice->lock);
	if (left) {
		destroy(voice);
	}
	return 0;
}

/* ---- from any thread ---- */

struct voice *voice_open(const struct voice_options *options)
{
	struct voice *voice = memory_zeroed(1, sizeof(*voice));
	text_copy(voice->own, sizeof(voice->own), options->own != NULL ? options->own : "");
	text_copy(voice->made, sizeof(voice->made), options->made != NULL ? options->made : "");
	voice->synth.program = options->program;
	voice->tell = options->tell;
	voice->context = options->context;
	voice->lock = SDL_CreateMutex();
	voice->wake = SDL_CreateCond();
	voice->over = SDL_CreateCond();
	voice->speaker = speaker_create(options->volume);
	if (voice->lock != NULL && voice->wake != NULL && voice->over != NULL &&
		voice->speaker != NULL) {
		speaker_listen(voice->speaker, options->tell, options->context);
		voice->thread = SDL_CreateThread(run, "voice", voice);
	}
	if (voice->thread == NULL) {
		log_error("voice", "no thread: %s", SDL_GetError());
		destroy(voice);
		return NULL;
	}
	return voice;
}

/* Whether the thread ended in time; else it is left to itself, under lock, with all it holds. */
static bool end_thread(struct voice *voice)
{
	const int64_t end_ms = clock_ticks_ms() + VOICE_END_MS;
	SDL_LockMutex(voice->lock);
	voice->ending = true;
	voice->tell = NULL; /* whoever closes it asks no more */
	speaker_listen(voice->speaker, NULL, NULL);
	SDL_CondSignal(voice->wake);
	for (int64_t rest_ms = VOICE_END_MS; !voice->ended && rest_ms > 0;
		rest_ms = end_ms - clock_ticks_ms()) {
		(void)SDL_CondWaitTimeout(voice->over, voice->lock, (Uint32)rest_ms);
	}
	const bool ended = voice->ended;
	if (!ended) {
		voice->left = true;
		drop_all(voice);
		speaker_stop(voice->speaker);
		SDL_DetachThread(voice->thread);
	}
	SDL_UnlockMutex(voice->lock);
	return ended;
}

void voice_close(struct voice *voice)
{
	if (voice == NULL) {
		return;
	}
	if (!end_thread(voice)) {
		log_warn("voice", "the sound hangs; it is left behind");
		return;
	}
	SDL_WaitThread(voice->thread, NULL);
	destroy(voice);
}

void voice_click(struct voice *voice)
{
	if (voice == NULL) {
		return;
	}
	speaker_click(voice->speaker);
	SDL_LockMutex(voice->lock);
	voice->clicked = true;
	SDL_CondSignal(voice->wake);
	SDL_UnlockMutex(voice->lock);
}

static void append(struct voice *voice, const struct voice_speech *speech)
{
	struct speech *added = memory_zeroed(1, sizeof(*added));
	added->language = speech->language;
	added->chime = speech->chime;
	added->bell = speech->bell;
	added->personal = speech->personal;
	added->mark = speech->mark;
	added->lines = memory_string(speech->lines);
	added->at = added->lines;
	if (voice->last != NULL) {
		voice->last->next = added;
	} else {
		voice->first = added;
	}
	voice->last = added;
	voice->count++;
}

bool voice_say(struct voice *voice, const struct voice_speech *speech)
{
	if (voice == NULL) {
		return false;
	}
	SDL_LockMutex(voice->lock);
	bool room = voice->count < VOICE_QUEUE, news = !room && !voice->crowded;
	voice->crowded = !room;
	if (room) {
		append(voice, speech);
		SDL_CondSignal(voice->wake);
	}
	SDL_UnlockMutex(voice->lock);
	if (news) {
		log_warn("voice", "too much to say: some of it is left out");
	}
	return room;
}

void voice_set_volume(struct voice *voice, int volume)
{
	if (voice != NULL) {
		speaker_set_volume(voice->speaker, volume);
	}
}

void voice_stop(struct voice *voice)
{
	if (voice == NULL) {
		return;
	}
	SDL_LockMutex(voice->lock);
	drop_all(voice);
	voice->stops++;
	voice->making = false;
	speaker_stop(voice->speaker);
	SDL_UnlockMutex(voice->lock);
}

bool voice_is_speaking(struct voice *voice)
{
	if (voice == NULL) {
		return false;
	}
	SDL_LockMutex(voice->lock);
	bool speaking = voice->first != NULL || voice->making || speaker_left(voice->speaker) > 0;
	SDL_UnlockMutex(voice->lock);
	return speaking;
}
