#include "app/ui/click.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <SDL.h>

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* 8 ms of a falling 1.6 kHz tone: heard as a tap on wood, at a tenth of full strength. */
enum {
	RATE = 44100,
	SAMPLES = RATE * 8 / 1000,
	TONE_HZ = 1600,
	STRENGTH = 3300,
	SILENCE_MS = 5000
};

struct click {
	SDL_Thread *thread;
	SDL_mutex *lock;
	SDL_cond *wake;
	bool wanted, ending; /* under lock */

	/* of the thread only */
	SDL_AudioDeviceID device; /* 0 = closed */
	bool dumb;                /* no sound can be had */
	Sint16 samples[SAMPLES];
};

static void make_samples(Sint16 *samples)
{
	const double turn = 2 * 3.14159265358979 * TONE_HZ / RATE;
	for (int i = 0; i < SAMPLES; i++) {
		double left = 1 - (double)i / SAMPLES;
		samples[i] = (Sint16)lround(STRENGTH * left * left * sin(turn * i));
	}
}

static void open_device(struct click *click)
{
	const SDL_AudioSpec wanted = {
		.freq = RATE, .format = AUDIO_S16SYS, .channels = 1, .samples = 512};
	if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
		click->dumb = true;
	} else {
		click->device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
		click->dumb = click->device == 0;
	}
	if (click->dumb) {
		log_info("click", "no sound: %s", SDL_GetError());
		SDL_QuitSubSystem(SDL_INIT_AUDIO);
		return;
	}
	SDL_PauseAudioDevice(click->device, 0);
}

static void close_device(struct click *click)
{
	if (click->device != 0) {
		SDL_CloseAudioDevice(click->device);
		SDL_QuitSubSystem(SDL_INIT_AUDIO);
		click->device = 0;
	}
}

/* Waits for a press; false when SILENCE_MS have passed without one while the device is open. */
static bool wait_for_press(struct click *click, bool *out_ending)
{
	int waited = 0;
	SDL_LockMutex(click->lock);
	while (!click->wanted && !click->ending && waited == 0) {
		waited = click->device == 0
				 ? SDL_CondWait(click->wake, click->lock)
				 : SDL_CondWaitTimeout(click->wake, click->lock, SILENCE_MS);
	}
	bool pressed = click->wanted;
	click->wanted = false;
	*out_ending = click->ending;
	SDL_UnlockMutex(click->lock);
	return pressed;
}

static int run(void *context)
{
	struct click *click = context;
	bool ending = false;
	while (!ending) {
		bool pressed = wait_for_press(click, &ending);
		if (pressed && click->device == 0 && !click->dumb) {
			open_device(click);
		}
		if (pressed && click->device != 0 && SDL_GetQueuedAudioSize(click->device) == 0) {
			SDL_QueueAudio(click->device, click->samples, sizeof(click->samples));
		} else if (!pressed) {
			close_device(click);
		}
	}
	close_device(click);
	return 0;
}

static void destroy(struct click *click)
{
	SDL_DestroyCond(click->wake);
	SDL_DestroyMutex(click->lock);
	free(click);
}

struct click *click_open(void)
{
	struct click *click = memory_zeroed(1, sizeof(*click));
	make_samples(click->samples);
	click->lock = SDL_CreateMutex();
	click->wake = SDL_CreateCond();
	if (click->lock && click->wake) {
		click->thread = SDL_CreateThread(run, "click", click);
	}
	if (!click->thread) {
		log_error("click", "no thread: %s", SDL_GetError());
		destroy(click);
		return NULL;
	}
	return click;
}

static void tell(struct click *click, bool *flag)
{
	SDL_LockMutex(click->lock);
	*flag = true;
	SDL_CondSignal(click->wake);
	SDL_UnlockMutex(click->lock);
}

void click_play(struct click *click)
{
	if (click) {
		tell(click, &click->wanted);
	}
}

void click_close(struct click *click)
{
	if (!click) {
		return;
	}
	tell(click, &click->ending);
	SDL_WaitThread(click->thread, NULL);
	destroy(click);
}
