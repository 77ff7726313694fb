/* Recordings an office puts into its folder: whatever they hold, they are read or refused. */
#include "app/voice/wave.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static void try_source(const uint8_t *data, size_t size, enum wave_source source)
{
	struct sound sound;
	const char *why = wave_read(data, size, source, &sound);
	fuzz_require(sound.count <= SOUND_MAX);
	fuzz_require(why == NULL || sound.samples == NULL);
	sound_trim(&sound);
	sound_even(&sound);
	fuzz_require(sound_peak(&sound) <= SOUND_PEAK);
	sound_finish(&sound);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	try_source(data, size, WAVE_FILE);
	try_source(data, size, WAVE_STREAM);
	return 0;
}
