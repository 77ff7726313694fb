#include "app/voice/speaker.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <SDL.h>

#include <stdlib.h>
#include <string.h>

enum { BUFFER = 512 }; /* samples: 23 ms */

struct speaker {
	SDL_AudioDeviceID device; /* 0 = closed; the opener's alone */
	bool complained;
	SDL_mutex *lock;
	/* under lock */
	struct mixer mixer;
	bool moved;
};

/* On SDL's thread of the device. */
static void play(void *context, Uint8 *out_bytes, int size)
{
	struct speaker *speaker = context;
	/* One that is gone is asked for sound all the same (SDL_audio.c), which nobody hears. */
	if (SDL_GetAudioDeviceStatus(speaker->device) == SDL_AUDIO_STOPPED) {
		memset(out_bytes, 0, (size_t)size);
		return;
	}
	SDL_LockMutex(speaker->lock);
	mixer_take(&speaker->mixer, (int16_t *)(void *)out_bytes, (size_t)size / sizeof(int16_t));
	speaker->moved = true;
	SDL_UnlockMutex(speaker->lock);
}

struct speaker *speaker_create(int volume)
{
	struct speaker *speaker = memory_zeroed(1, sizeof(*speaker));
	speaker->lock = SDL_CreateMutex();
	if (speaker->lock == NULL) {
		log_error("voice", "no lock: %s", SDL_GetError());
		free(speaker);
		return NULL;
	}
	mixer_init(&speaker->mixer, volume);
	return speaker;
}

void speaker_destroy(struct speaker *speaker)
{
	if (speaker == NULL) {
		return;
	}
	speaker_close(speaker);
	mixer_finish(&speaker->mixer);
	SDL_DestroyMutex(speaker->lock);
	free(speaker);
}

bool speaker_open(struct speaker *speaker)
{
	const SDL_AudioSpec wanted = {
		.freq = SOUND_RATE,
		.format = AUDIO_S16SYS,
		.channels = 1,
		.samples = BUFFER,
		.callback = play,
		.userdata = speaker,
	};
	if (speaker->device != 0) {
		return true;
	}
	bool started = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
	if (started) {
		speaker->device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
	}
	if (speaker->device == 0) {
		if (!speaker->complained) {
			log_info("voice", "no sound: %s", SDL_GetError());
		}
		speaker->complained = true;
		if (started) {
			SDL_QuitSubSystem(SDL_INIT_AUDIO);
		}
		return false;
	}
	speaker->complained = false;
	SDL_PauseAudioDevice(speaker->device, 0);
	return true;
}

void speaker_close(struct speaker *speaker)
{
	if (speaker->device != 0) {
		SDL_CloseAudioDevice(speaker->device);
		SDL_QuitSubSystem(SDL_INIT_AUDIO);
		speaker->device = 0;
	}
}

bool speaker_is_open(const struct speaker *speaker)
{
	return speaker->device != 0;
}

void speaker_listen(struct speaker *speaker, voice_tell *tell, void *context)
{
	SDL_LockMutex(speaker->lock);
	mixer_listen(&speaker->mixer, tell, context);
	SDL_UnlockMutex(speaker->lock);
}

void speaker_add(struct speaker *speaker, struct sound *sound, int64_t mark)
{
	SDL_LockMutex(speaker->lock);
	mixer_add(&speaker->mixer, sound, mark);
	SDL_UnlockMutex(speaker->lock);
}

void speaker_end(struct speaker *speaker, int64_t mark)
{
	SDL_LockMutex(speaker->lock);
	mixer_end(&speaker->mixer, mark);
	SDL_UnlockMutex(speaker->lock);
}

void speaker_set_volume(struct speaker *speaker, int volume)
{
	SDL_LockMutex(speaker->lock);
	speaker->mixer.volume = volume;
	SDL_UnlockMutex(speaker->lock);
}

void speaker_stop(struct speaker *speaker)
{
	SDL_LockMutex(speaker->lock);
	mixer_stop(&speaker->mixer);
	SDL_UnlockMutex(speaker->lock);
}

void speaker_click(struct speaker *speaker)
{
	SDL_LockMutex(speaker->lock);
	mixer_click(&speaker->mixer);
	SDL_UnlockMutex(speaker->lock);
}

void speaker_forget_click(struct speaker *speaker)
{
	SDL_LockMutex(speaker->lock);
	speaker->mixer.click_at = speaker->mixer.click.count;
	SDL_UnlockMutex(speaker->lock);
}

bool speaker_is_silent(struct speaker *speaker)
{
	SDL_LockMutex(speaker->lock);
	bool silent = mixer_is_silent(&speaker->mixer);
	SDL_UnlockMutex(speaker->lock);
	return silent;
}

size_t speaker_left(struct speaker *speaker)
{
	SDL_LockMutex(speaker->lock);
	size_t left = speaker->mixer.left;
	SDL_UnlockMutex(speaker->lock);
	return left;
}

bool speaker_has_moved(struct speaker *speaker)
{
	SDL_LockMutex(speaker->lock);
	bool moved = speaker->moved;
	speaker->moved = false;
	SDL_UnlockMutex(speaker->lock);
	return moved;
}
