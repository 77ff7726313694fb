#include "app/kiosk/token.h"

#include "app/base/memory.h"

#include <sodium.h>

#include <stdlib.h>

void token_make(char out_token[DESK_TOKEN_SIZE])
{
	unsigned char bytes[16];
	_Static_assert(2 * sizeof(bytes) < DESK_TOKEN_SIZE, "the token must fit");
	if (sodium_init() < 0) {
		abort(); /* no source of random numbers: the session starts the program again */
	}
	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(out_token, DESK_TOKEN_SIZE, bytes, sizeof(bytes));
	memory_wipe(bytes, sizeof(bytes));
}
