#include "app/voice/clip.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/place.h"
#include "app/base/text.h"
#include "app/voice/wave.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEY_PLAIN = 48 };

static bool is_plain(char letter)
{
	return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

bool clip_key(const char *text, char out_key[CLIP_KEY_SIZE])
{
	uint32_t sum = 2166136261u; /* FNV-1a */
	size_t used = 0;
	bool exact = true, gap = false;
	for (const char *at = text; *at != '\0'; at++) {
		char letter = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
		sum = (sum ^ (unsigned char)letter) * 16777619u;
		exact = exact && (unsigned char)letter < 0x80;
		if (!is_plain(letter)) {
			gap = used > 0;
			continue;
		}
		if (used + 2 > KEY_PLAIN) {
			exact = false;
			continue;
		}
		if (gap) {
			out_key[used++] = '-';
			gap = false;
		}
		out_key[used++] = letter;
	}
	out_key[used] = '\0';
	if (!exact) {
		text_format(out_key + used, CLIP_KEY_SIZE - used, "%s%08x", used > 0 ? "-" : "",
			(unsigned)sum);
	}
	return out_key[0] != '\0';
}

int clip_gap_ms(const char *text)
{
	size_t length = strlen(text);
	char last = length > 0 ? text[length - 1] : '\0';
	switch (last) {
	case ',':
	case ';':
	case ':': return CLIP_COMMA_MS;
	case '.':
	case '!':
	case '?': return CLIP_STOP_MS;
	default: return CLIP_GAP_MS;
	}
}

bool clip_path(const char *folder, enum voice_language language, const char *text,
	char out_path[PLACE_SIZE])
{
	char key[CLIP_KEY_SIZE];
	return folder[0] != '\0' && clip_key(text, key) &&
	       text_format(out_path, PLACE_SIZE, "%s/%s/%s.wav", folder,
		       voice_language_code(language), key);
}

/* The whole file, or why not; only plain files are read, so that no pipe keeps anybody waiting. */
static uint8_t *read_whole(FILE *file, size_t *out_size, const char **out_why)
{
	struct stat facts;
	uint8_t *bytes = NULL;
	*out_size = 0;
	if (fstat(fileno(file), &facts) != 0 || !S_ISREG(facts.st_mode)) {
		*out_why = "no file";
	} else if (facts.st_size > WAVE_MAX) {
		*out_why = "too long";
	} else {
		bytes = memory_zeroed((size_t)facts.st_size + 1, 1);
		*out_size = fread(bytes, 1, (size_t)facts.st_size, file);
		*out_why = ferror(file) ? "unreadable" : NULL;
	}
	return bytes;
}

static bool is_file(const char *path)
{
	struct stat facts;
	return stat(path, &facts) == 0 && S_ISREG(facts.st_mode);
}

bool clip_load(
	const char *folder, enum voice_language language, const char *text, struct sound *out_sound)
{
	char path[PLACE_SIZE];
	const char *why = NULL;
	size_t size;
	*out_sound = (struct sound){0};
	if (!clip_path(folder, language, text, path) || !is_file(path)) {
		return false;
	}
	FILE *file = fopen(path, "rb");
	if (file == NULL) {
		log_warn("voice", "clip %s is left out: %s", path, strerror(errno));
		return false;
	}
	uint8_t *bytes = read_whole(file, &size, &why);
	fclose(file);
	if (why == NULL) {
		why = wave_read(bytes, size, WAVE_FILE, out_sound);
	}
	free(bytes);
	if (why == NULL) {
		sound_trim(out_sound);
		why = out_sound->count == 0 ? "silent" : NULL;
	}
	if (why != NULL) {
		log_warn("voice", "clip %s is left out: %s", path, why);
		sound_finish(out_sound);
		return false;
	}
	sound_even(out_sound);
	return true;
}

static bool can_be_read(const char *folder, enum voice_language language, const char *text)
{
	struct sound sound;
	bool read = clip_load(folder, language, text, &sound);
	sound_finish(&sound);
	return read;
}

enum clip_source clip_find(const char *own, const char *made, enum voice_language language,
	const char *text, bool *out_broken)
{
	char path[PLACE_SIZE];
	bool is_own = can_be_read(own, language, text);
	*out_broken = !is_own && clip_path(own, language, text, path) && access(path, F_OK) == 0;
	if (is_own) {
		return CLIP_OWN;
	}
	return can_be_read(made, language, text) ? CLIP_MADE : CLIP_NONE;
}

/* Beside its place first: who is killed leaves no half of a clip, which would be played. */
static bool write_whole(const char *path, const uint8_t *bytes, size_t size)
{
	char part[PLACE_SIZE];
	if (!text_format(part, sizeof part, "%s.%ld", path, (long)getpid())) {
		errno = ENAMETOOLONG;
		return false;
	}
	FILE *file = fopen(part, "wb");
	bool written = file != NULL && fwrite(bytes, 1, size, file) == size;
	written = (file == NULL || fclose(file) == 0) && written;
	if (written && rename(part, path) == 0) {
		return true;
	}
	int why = errno;
	(void)unlink(part);
	errno = why;
	return false;
}

bool clip_save(const char *folder, enum voice_language language, const char *text,
	const struct sound *sound)
{
	char path[PLACE_SIZE];
	size_t size;
	if (!clip_path(folder, language, text, path) || !place_make_parent(path)) {
		return false;
	}
	uint8_t *bytes = wave_write(sound, &size);
	bool written = write_whole(path, bytes, size);
	free(bytes);
	if (!written) {
		log_error("voice", "clip %s is not written: %s", path, strerror(errno));
	}
	return written;
}
