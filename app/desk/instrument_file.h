#ifndef APP_DESK_INSTRUMENT_FILE_H
#define APP_DESK_INSTRUMENT_FILE_H

#include "app/base/result.h"
#include "app/feedback/instrument.h"

/*
 * Reads and checks a questionnaire (assets/instruments/<code>.conf shows the form). CONFIG_MISSING,
 * or CONFIG_WRONG with "FILE:LINE: …" in `out_error`.
 */
enum result instrument_file_read(
	const char *path, struct instrument *out_instrument, char *out_error, size_t size);

/* The questionnaire with `code` among the assets: as above; CONFIG_WRONG too when `code` is none or
 * the file holds another. */
enum result instrument_file_find(
	const char *code, struct instrument *out_instrument, char *out_error, size_t size);

#endif
