#include "app/desk/code.h"

#include "app/base/text.h"

#include <sodium.h>

#include <inttypes.h>
#include <string.h>

enum { SECRET_SIZE = 16 };

static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/* Made when the first code is drawn. */
static void read_secret(struct desk *desk, char out_secret[2 * SECRET_SIZE + 1])
{
	unsigned char secret[SECRET_SIZE];
	store_get_meta(desk->store, "secret", out_secret, 2 * SECRET_SIZE + 1);
	if (out_secret[0] == '\0' && !desk->training) {
		randombytes_buf(secret, sizeof secret);
		sodium_bin2hex(out_secret, 2 * SECRET_SIZE + 1, secret, sizeof secret);
		store_set_meta(desk->store, "secret", out_secret);
	}
}

void code_draw(struct desk *desk, const char *kind, int64_t id, int try, char out_code[CODE_SIZE])
{
	char secret[2 * SECRET_SIZE + 1], text[96];
	unsigned char hash[16];
	read_secret(desk, secret);
	text_format(text, sizeof text, "%s %s%" PRId64 " %d", secret, kind, id, try);
	crypto_generichash(hash, sizeof hash, (const unsigned char *)text, strlen(text), NULL, 0);
	for (int i = 0; i < CODE_SIZE - 1; i++) {
		out_code[i] = letters[hash[i] % (sizeof letters - 1)];
	}
	out_code[CODE_SIZE - 1] = '\0';
}

bool desk_is_code(const char *code)
{
	return strlen(code) == CODE_SIZE - 1 && strspn(code, letters) == CODE_SIZE - 1;
}

void code_tidy(const char *typed, char *out_code, size_t size)
{
	text_copy(out_code, size, typed);
	for (char *at = out_code; *at != '\0'; at++) {
		*at = *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at;
	}
}
