#include "app/display/slides.h"

enum { FRAMES_A_SECOND = 60 };

void slides_init(struct slides *slides, bool on)
{
	*slides = (struct slides){.on = on};
}

void slides_finish(struct slides *slides)
{
	photo_finish(&slides->photo);
	*slides = (struct slides){0};
}

int64_t slides_next_frame(int64_t since, int64_t ticks)
{
	int64_t frame = (ticks - since) * FRAMES_A_SECOND / 1000 + 1;
	return since + (frame * 1000 + FRAMES_A_SECOND - 1) / FRAMES_A_SECOND;
}

static void turn(struct slides *slides, bool seen, int64_t ticks)
{
	slides->seen = seen;
	slides->since_ticks = ticks;
}

void slides_step(struct slides *slides, bool quiet, int64_t ticks)
{
	int64_t age = ticks - slides->since_ticks;
	if (!slides->on) {
		return;
	}
	if (quiet != slides->quiet) {
		slides->quiet = quiet;
		turn(slides, false, ticks);
	} else if (!quiet) {
		return;
	} else if (slides->seen && age >= SLIDES_PICTURE_MS) {
		photo_finish(&slides->photo);
		turn(slides, false, ticks);
	} else if (!slides->seen && age >= SLIDES_WORD_MS && slides->photo.pixels) {
		turn(slides, true, ticks);
	}
}

bool slides_ask(struct slides *slides, int64_t ticks)
{
	if (!slides->on || slides->asked || slides->photo.pixels || !slides->quiet ||
		ticks < slides->again_ticks) {
		return false;
	}
	slides->asked = true;
	return true;
}

void slides_take(struct slides *slides, struct photo *photo, int64_t ticks)
{
	slides->asked = false;
	photo_finish(&slides->photo);
	slides->photo = *photo;
	*photo = (struct photo){0};
	slides->picture = (struct draw_picture){.id = slides->picture.id + 1,
		.width = slides->photo.width,
		.height = slides->photo.height,
		.pixels = slides->photo.pixels};
	if (!slides->photo.pixels) {
		slides->again_ticks = ticks + SLIDES_AGAIN_MS;
	}
}

const struct draw_picture *slides_shown(
	const struct slides *slides, int64_t ticks, bool motion, double *out_share)
{
	int64_t age = ticks - slides->since_ticks;
	*out_share = motion && age < SLIDES_FADE_MS ? (double)age / SLIDES_FADE_MS : 1;
	return slides->seen && slides->photo.pixels ? &slides->picture : NULL;
}

int64_t slides_deadline(const struct slides *slides, int64_t ticks, bool motion)
{
	int64_t since = slides->since_ticks;
	if (!slides->on || !slides->quiet) {
		return INT64_MAX;
	}
	if (slides->seen) {
		return motion && ticks - since < SLIDES_FADE_MS ? slides_next_frame(since, ticks)
								: since + SLIDES_PICTURE_MS;
	}
	if (slides->photo.pixels) {
		return since + SLIDES_WORD_MS;
	}
	return slides->asked ? INT64_MAX : slides->again_ticks;
}
